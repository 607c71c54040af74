import SourceText

/// Words so frequent that a pattern of nothing else says nothing.
///
/// Modal verbs and negations are not among them: rules look for these on purpose.
enum StopWords {
  static func contains(_ word: String, _ language: Language) -> Bool {
    (language == .english ? english : french).contains(word)
  }

  private static let english = set(
    """
    a an and are as at be been being but by for from had has have he her him his i if in into is it \
    its me my of on or our she so than that the their them then there these they this those to us \
    was we were what when where which who with you your
    """)

  private static let french = set(
    """
    à au aux avec c' ce ces cet cette d' dans de des du elle elles en est et eux il ils j' je l' la \
    le les leur leurs lui m' ma mais me mes mon n' nos notre nous on ont ou où par pour qu' que qui \
    s' sa se ses son sont sur t' ta te tes toi ton tu un une vos votre vous y été être a
    """)

  private static func set(_ text: String) -> Set<String> {
    Set(text.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) })
  }
}

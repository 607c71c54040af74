internal import SourceText

/// Words that authors use for one and the same thing when they set down a promise twice: "hire" and
/// "recruit", "adviser" and "specialist", « refuge » and « maison d’hébergement ».
///
/// Only for finding passages that speak of the same matter: what is found is then judged by its own words.
struct WordKin: Sendable {
  static let english = WordKin(englishGroups, dropping: englishHollow)
  static let french = WordKin(frenchGroups, dropping: frenchHollow)

  static func of(_ language: Language) -> WordKin { language == .english ? english : french }

  private static let bits: UInt32 = 14
  private var keys = [UInt32](repeating: 0, count: 1 << Int(bits))
  private var values = [UInt32](repeating: 0, count: 1 << Int(bits))

  /// The key that stands for a word and its kin; 0 for a word that tells nothing of the matter.
  @inline(__always)
  func key(_ word: UInt32) -> UInt32 {
    let slot = slot(word)
    return keys[slot] == word ? values[slot] : word
  }

  private init(_ groups: StaticString, dropping hollow: StaticString) {
    var family: UInt32 = 0
    Self.forEachWord(in: groups) { stem, closes in
      if family == 0 { family = key(stem) }
      add(stem, family)
      if closes { family = 0 }
    }
    Self.forEachWord(in: hollow) { stem, _ in add(stem, 0) }
  }

  /// The stem of each word, and whether a semicolon stands behind it.
  private static func forEachWord(
    in words: StaticString, _ body: (_ stem: UInt32, _ closes: Bool) -> Void
  ) {
    words.withUTF8Buffer { bytes in
      var start = 0
      for index in 0...bytes.count {
        let isEnd = index == bytes.count
        guard isEnd || bytes[index] == 0x20 || bytes[index] == 0x3B else { continue }
        if index > start {
          let word = Array(bytes[start..<index])
          body(FactTokens.stem(word.span), !isEnd && bytes[index] == 0x3B)
        }
        start = index + 1
      }
    }
  }

  /// A word that is in two groups keeps the first.
  private mutating func add(_ word: UInt32, _ value: UInt32) {
    let slot = slot(word)
    if keys[slot] == word { return }
    keys[slot] = word
    values[slot] = value
  }

  @inline(__always)
  private func slot(_ word: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int((word &* 0x9e37_79b1) >> (32 - Self.bits))
    while keys[slot] != 0, keys[slot] != word { slot = (slot + 1) & mask }
    return slot
  }

  // MARK: English

  /// What binds, softens or stands in every sentence of a plan.
  private static let englishHollow: StaticString = """
    will shall must commit commits committed aim aims seek seeks intend intends intention hope hopes \
    would should could might plan plans planned continue continues continued ensure ensures work works \
    working also new number level area further following related based part way means keep keeps \
    make makes take takes undertake undertakes explore explores exploring look looks option options \
    consider considers existing own well one how whether once
    """

  // MARK: French

  private static let frenchHollow: StaticString = """
    vise visent viser cherche cherchent entend entendent espère souhaite souhaitent envisage compte \
    pourrait devrait continuera continueront continue poursuivra étudiera étudieront étudier explorera \
    examinera possibilité possibilités options nouveau nouvelle nouveaux nouvelles nombre niveau partie \
    domaine permettre veiller veillera fera faire mettra mettre mise prendra prendre terme matière cadre \
    plan plans égard doit doivent devra va vont peut ensemble chaque moyen fois seule seul
    """

}

/// Words that matter to where a sentence ends.
enum Abbreviations {
  enum Kind: UInt8, CaseIterable {
    /// A full stop after it never ends a sentence.
    case never
    /// A title before a name.
    case title
    case month
    /// An abbreviation before a number, a plain word elsewhere.
    case beforeNumber
    /// Its full stop ends the sentence when a capital follows.
    case mayEnd
    /// A noun that a single letter labels: annex A, part B.
    case labelNoun
    /// A capitalised word that starts sentences rather than goes on with a name.
    case opener
  }

  /// True when the bytes from `start` to `end`, case folded, are a word of one of the kinds.
  static func holds(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, kinds: Set<Kind>
  ) -> Bool {
    guard end > start, end - start <= 16 else { return false }
    guard let kind = words[folded(text, start, end)] else { return false }
    return kinds.contains(kind)
  }

  /// True when the word at `start` is one that sentences begin with.
  static func startsSentence(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var index = start
    while index < end, index - start < 16, isLetter(text[index]) || text[index] >= 0x80 {
      if text[index] == 0xE2 { break }
      index += 1
    }
    guard index > start else { return true }
    return words[folded(text, start, index)] == .opener
  }

  private static func folded(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> [UInt8] {
    text[start..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  private static let words: [[UInt8]: Kind] = {
    var table: [[UInt8]: Kind] = [:]
    for kind in Kind.allCases {
      for word in list(kind).split(separator: " ") { table[Array(word.utf8)] = kind }
    }
    return table
  }()

  private static func list(_ kind: Kind) -> String {
    switch kind {
    case .never:
      """
      e.g i.e eg cf vs viz approx incl excl resp p.ex ex c.-à-d c-à-d env dept dépt govt min gén \
      ibid op.cit et.al a.k.a prov terr tél tel suppl féd
      """
    case .title:
      """
      mr mrs ms dr prof hon rt gen col lt sgt capt cmdr maj brig adm gov sen rep rev st ste mt ft mm \
      mme mmes mlle mlles mgr pr dre dres vve sr jr maître très.hon
      """
    case .month:
      """
      jan feb apr aug sept oct nov dec janv févr avr juill déc
      """
    case .beforeNumber:
      """
      no nos art arts vol vols fig figs ch chap sec secs sect par para paras al p pp n nn s ss tab \
      tabl pt pts ann app rés res rec c.c l.c l.r.c r.s.c s.c can div reg règl éd ed t réf ref
      """
    case .mayEnd:
      """
      etc inc ltd ltée co corp cie bros a.m p.m
      """
    case .labelNoun:
      """
      annex annexe appendix appendice part partie schedule table tableau section group groupe plan \
      category catégorie option phase figure form formulaire class classe scenario scénario box \
      chapter chapitre clause volume vitamin vitamine hepatitis hépatite article paragraph \
      paragraphe type grade tier level niveau component volet and or et ou
      """
    case .opener:
      """
      the this these that those it its they their there he she we our you in on at by for from to \
      with as if when while after before since until although because however a an all any each \
      every some many most both no not under over during through such other what which who how \
      canada women men where furthermore moreover le la les un une des du de ce cet cette ces il \
      elle ils elles on nous vous en au aux dans par pour sur avec sans sous selon lorsque quand si \
      chaque tout tous toute toutes plusieurs certains certaines cela ainsi toutefois cependant de \
      depuis après avant entre afin l d leur leurs son sa ses notre nos
      """
    }
  }
}

/// Words that matter to where a sentence ends.
enum Abbreviations {
  enum Kind: Int8, CaseIterable {
    /// A full stop after it never ends a sentence.
    case never = 1
    /// A title before a name.
    case title
    /// A month cut short.
    case month
    /// An abbreviation before a number, a plain word elsewhere.
    case beforeNumber
    /// Its full stop ends the sentence when a capital follows.
    case mayEnd
    /// A noun that a single letter labels: annex A, part B.
    case labelNoun
    /// Joins the letters of several annexes.
    case conjunction
    /// A capitalised word that starts sentences rather than goes on with a name.
    case opener
  }

  /// The kind of the word from `start` to `end`, case folded in ASCII; `nil` for ordinary words.
  static func kind(
    of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Kind? {
    guard end > start, end - start <= WordTable.Key.limitInBytes else { return nil }
    var key = WordTable.Key()
    for byte in text[start..<end] { key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    return Kind(rawValue: words.value(of: key))
  }

  /// True when the word at `start` is one that sentences begin with, or no word stands there.
  static func startsSentence(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var index = start
    while index < end, index - start < WordTable.Key.limitInBytes {
      // A typographic apostrophe ends the word as a straight one does.
      guard isLetter(text[index]) || text[index] >= 0x80, text[index] != 0xE2 else { break }
      index += 1
    }
    return index == start || kind(of: text, start, index) == .opener
  }

  private static let words: WordTable = {
    var table = WordTable(slots: 1024)
    for kind in Kind.allCases { table.insert(list(kind), value: kind.rawValue) }
    return table
  }()

  private static func list(_ kind: Kind) -> StaticString {
    switch kind {
    case .never:
      """
      e.g i.e eg cf vs viz approx incl excl resp p.ex ex c.-à-d c-à-d env dept dépt govt gén \
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
      paragraphe type grade tier level niveau component volet
      """
    case .conjunction:
      """
      and or et ou to à
      """
    case .opener:
      """
      the this these that those it its they their there he she we our you in on at by for from to \
      with as if when while after before since until although because however a an all any each \
      every some many most both no not under over during through such other what which who how \
      where furthermore moreover le la les un une des du de ce cet cette ces il \
      elle ils elles on nous vous en au aux dans par pour sur avec sans sous selon lorsque quand si \
      chaque tout tous toute toutes plusieurs certains certaines cela ainsi toutefois cependant de \
      depuis après avant entre afin l d leur leurs son sa ses notre nos
      """
    }
  }
}

internal import Matching
internal import SourceText

/// The words and names that facts are told by, for one language, looked up by hash.
struct Lexicon: Sendable {
  /// A name of several words, or one that needs its capitals.
  struct Phrase: Sendable {
    enum Kind: UInt8, Sendable {
      case organization
      case planTitle
      case term
      case marker
    }

    var keys: [UInt64]
    var kind: Kind
    /// Index in the catalog of its kind.
    var value: Int
    /// Which of the ways of saying it this is; its meaning depends on the kind.
    var form: Int
    /// Whether the words must be written in capitals as given.
    var needsCapitals: Bool
    /// Whether a plus sign has to follow.
    var plus: Bool
    /// Next phrase that begins with the same word; -1 for none.
    var next: Int
  }

  let language: Language
  private(set) var phrases: [Phrase] = []
  private var slots: [LexiconEntry]
  private var mask: Int

  static let english = Lexicon(.english)
  static let french = Lexicon(.french)

  static func of(_ language: Language) -> Lexicon { language == .english ? english : french }

  private init(_ language: Language) {
    self.language = language
    slots = Array(repeating: LexiconEntry(), count: 4096)
    mask = slots.count - 1
    var tokens = FoldedTokens(language)
    for (wordClass, words) in LexiconWords.valued(language) {
      for (word, value) in words { add(word, wordClass, value, &tokens) }
    }
    for (wordClass, words) in LexiconWords.plain(language) {
      for word in words.utf8.split(separator: 0x20) {
        add(String(Substring(word)), wordClass, 0, &tokens)
      }
    }
    for (index, organization) in OrganizationCatalog.all.enumerated() {
      for name in organization.names(language) { addPhrase(name, .organization, index, &tokens) }
    }
    for (index, plan) in PlanCatalog.all.enumerated() {
      for title in plan.titles(language) {
        addPhrase(OrganizationCatalog.Name(title, form: .name), .planTitle, index, &tokens)
      }
    }
    for (index, family) in TermCatalog.all.enumerated() {
      for (form, variant) in family.variants(language).enumerated() {
        for words in variant.words { addTerm(words, index, form, &tokens) }
      }
    }
  }

  private mutating func add(
    _ word: String, _ wordClass: WordClass, _ value: Int, _ tokens: inout FoldedTokens
  ) {
    let keys = Self.keys(of: word, &tokens)
    guard let key = keys.first, keys.count == 1 else { return }
    let slot = self.slot(of: key)
    if slots[slot].key == key, slots[slot].wordClass != .none { return }
    slots[slot].key = key
    slots[slot].wordClass = wordClass
    slots[slot].value = Int16(clamping: value)
  }

  private mutating func addPhrase(
    _ name: OrganizationCatalog.Name, _ kind: Phrase.Kind, _ value: Int,
    _ tokens: inout FoldedTokens
  ) {
    link(
      Phrase(
        keys: Self.keys(of: name.text, &tokens), kind: kind, value: value,
        form: name.form.rawValue, needsCapitals: name.form == .acronym || name.isShort,
        plus: false, next: -1))
  }

  private mutating func addTerm(
    _ words: String, _ family: Int, _ form: Int, _ tokens: inout FoldedTokens
  ) {
    let plus = words.hasSuffix("+")
    link(
      Phrase(
        keys: Self.keys(of: plus ? String(words.dropLast()) : words, &tokens), kind: .term,
        value: family, form: form, needsCapitals: words.first?.isUppercase == true, plus: plus,
        next: -1))
  }

  private mutating func link(_ phrase: Phrase) {
    guard let first = phrase.keys.first else { return }
    let slot = self.slot(of: first)
    var phrase = phrase
    phrase.next = Int(slots[slot].key == first ? slots[slot].firstPhrase : -1)
    slots[slot].key = first
    slots[slot].firstPhrase = Int32(phrases.count)
    phrases.append(phrase)
  }

  /// Where a key is, or where it would be.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// What is known of a word; an entry without class or phrase for any other.
  @inline(__always)
  func entry(_ key: UInt64) -> LexiconEntry { slots[slot(of: key)] }

  /// The keys of the words of a text.
  static func keys(of text: String, _ language: Language) -> [UInt64] {
    var tokens = FoldedTokens(language)
    return keys(of: text, &tokens)
  }

  private static func keys(of text: String, _ tokens: inout FoldedTokens) -> [UInt64] {
    let bytes = Array(text.utf8)
    var keys: [UInt64] = []
    var offset = 0
    while let token = tokens.next(in: bytes.span, from: offset, to: bytes.count) {
      keys.append(tokens.key)
      offset = token.end
    }
    return keys
  }
}

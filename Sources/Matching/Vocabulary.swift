import SourceText

/// The words that patterns mention, and the one symbol that each word of a text gets.
///
/// A *class* is what a pattern's word stands for: all words of one stem, or one exact form. A text's word
/// can be in several classes at once (*leads* is in the class of *lead* and in that of `=leads`), so each
/// set of classes that a word can be in has a symbol of its own, and a class is the list of the symbols
/// whose set holds it.
struct Vocabulary: Sendable {
  /// The symbol of words that no pattern mentions.
  static let unknown: UInt32 = 0

  private var stems = ByteStringTable()
  private var forms = ByteStringTable()
  private var casedForms = ByteStringTable()
  private var classOfStem = FlatArray<Int32>()
  private var classOfForm = FlatArray<Int32>()
  private var classOfCasedForm = FlatArray<Int32>()

  /// Stems and forms of pattern words written without their accents, as words in capitals are.
  private var bareStems = ByteStringTable()
  private var bareForms = ByteStringTable()
  private var classesOfBareStem = ClassLists()
  private var classesOfBareForm = ClassLists()

  /// Sets of classes as the bytes of their numbers; a set's symbol is its number plus one.
  private var classSets = ByteStringTable()
  private(set) var symbolsOfClass: [[UInt32]] = []
  private(set) var symbolCount = 1

  var classCount: Int { classOfStem.count + classOfForm.count + classOfCasedForm.count }

  // MARK: Building

  /// The class of a pattern's word.
  mutating func insert(_ word: TokenPattern.Word, _ stemmer: Stemmer) -> Int32 {
    let text = Array(word.text.utf8)
    switch word.form {
    case .stem: return insertStem(of: text, stemmer)
    case .exact: return insertForm(text, stemmer)
    case .exactCase:
      let number = casedForms.insert(text)
      if number == classOfCasedForm.count { classOfCasedForm.append(Int32(classCount)) }
      return classOfCasedForm[number]
    }
  }

  private mutating func insertStem(of text: [UInt8], _ stemmer: Stemmer) -> Int32 {
    let number = stems.insert(stemmer.stem(text))
    if number == classOfStem.count { classOfStem.append(Int32(classCount)) }
    let wordClass = classOfStem[number]
    if let bare = text.unaccented {
      addBareStem(bare, of: wordClass, stemmer)
      // The stemmer parts -é from -ée once the accent is gone.
      if text.suffix(2).elementsEqual("é".utf8) {
        addBareStem(bare + [0x65], of: wordClass, stemmer)
      } else if text.suffix(3).elementsEqual("ée".utf8) {
        addBareStem(bare.dropLast(), of: wordClass, stemmer)
      }
    }
    return wordClass
  }

  private mutating func addBareStem(
    _ bare: some Sequence<UInt8>, of wordClass: Int32, _ stemmer: Stemmer
  ) {
    classesOfBareStem.add(wordClass, to: bareStems.insert(stemmer.stem(Array(bare))))
  }

  private mutating func insertForm(_ text: [UInt8], _ stemmer: Stemmer) -> Int32 {
    let number = forms.insert(text)
    if number == classOfForm.count { classOfForm.append(Int32(classCount)) }
    let wordClass = classOfForm[number]
    if let bare = text.unaccented {
      classesOfBareForm.add(wordClass, to: bareForms.insert(bare))
    }
    return wordClass
  }

  /// Gives every set of classes that a word can be in its symbol; to be called once, after the last
  /// insertion.
  mutating func assignSymbols(_ stemmer: Stemmer) {
    symbolsOfClass = Array(repeating: [], count: classCount)
    for number in 0..<classOfStem.count { addSymbol(for: [classOfStem[number]]) }
    for number in 0..<bareStems.count {
      addSymbol(for: classes(stem: bareStems[number], form: [], cased: [], isBare: true))
    }
    for number in 0..<forms.count { addSymbols(forForm: forms[number], stemmer) }
    for number in 0..<bareForms.count { addSymbols(forForm: bareForms[number], stemmer) }
    for number in 0..<casedForms.count {
      let cased = casedForms[number]
      let form = Self.folded(cased)
      for isBare in [false, true] {
        addSymbol(
          for: classes(stem: stemmer.stem(form), form: form, cased: cased, isBare: isBare))
      }
    }
  }

  private mutating func addSymbols(forForm form: [UInt8], _ stemmer: Stemmer) {
    let stem = stemmer.stem(form)
    for isBare in [false, true] {
      addSymbol(for: classes(stem: stem, form: form, cased: [], isBare: isBare))
    }
  }

  private mutating func addSymbol(for classes: [Int32]) {
    guard !classes.isEmpty else { return }
    let number = classSets.insert(Self.bytes(of: classes))
    let symbol = UInt32(number + 1)
    guard Int(symbol) == symbolCount else { return }
    symbolCount += 1
    for wordClass in classes { symbolsOfClass[Int(wordClass)].append(symbol) }
  }

  private static func folded(_ cased: [UInt8]) -> [UInt8] {
    var form: [UInt8] = []
    var offset = 0
    while offset < cased.count {
      let (value, length) = cased.span.scalar(at: offset, limit: cased.count)
      form.append(scalar: LatinLetters.lowercase(value))
      offset += length
    }
    return form
  }

  // MARK: Looking up

  /// The symbol of a text's word, given in its folded form and in the text's case; a bare word is in
  /// capitals that may have lost their accents.
  func symbol(form: [UInt8], cased: [UInt8], isBare: Bool, _ stemmer: Stemmer) -> UInt32 {
    let classes = classes(stem: stemmer.stem(form), form: form, cased: cased, isBare: isBare)
    guard !classes.isEmpty, let number = classSets.number(of: Self.bytes(of: classes)) else {
      return Self.unknown
    }
    return UInt32(number + 1)
  }

  private static func bytes(of classes: [Int32]) -> [UInt8] {
    classes.withUnsafeBytes { Array($0) }
  }

  /// The classes that a word is in, ascending, each once.
  private func classes(
    stem: [UInt8], form: [UInt8], cased: [UInt8], isBare: Bool
  ) -> [Int32] {
    var classes: [Int32] = []
    if let number = stems.number(of: stem) { classes.append(classOfStem[number]) }
    if let number = forms.number(of: form) { classes.append(classOfForm[number]) }
    if let number = casedForms.number(of: cased) { classes.append(classOfCasedForm[number]) }
    if isBare {
      if let number = bareStems.number(of: stem) { classesOfBareStem.append(number, to: &classes) }
      if let number = bareForms.number(of: form) { classesOfBareForm.append(number, to: &classes) }
    }
    guard classes.count > 1 else { return classes }
    classes.sort()
    var unique: [Int32] = []
    for wordClass in classes where unique.last != wordClass { unique.append(wordClass) }
    return unique
  }

  // MARK: Keeping

  init() {}

  func write(to archive: inout ArchiveWriter) {
    for table in [stems, forms, casedForms, bareStems, bareForms, classSets] {
      table.write(to: &archive)
    }
    for numbers in [classOfStem, classOfForm, classOfCasedForm] { numbers.write(to: &archive) }
    for lists in [classesOfBareStem, classesOfBareForm] { lists.write(to: &archive) }
    archive.writeCount(symbolCount)
  }

  /// The vocabulary for looking words up; `symbolsOfClass`, which only compiling needs, is left empty.
  init(from archive: inout ProgramReader) {
    stems = ByteStringTable(from: &archive)
    forms = ByteStringTable(from: &archive)
    casedForms = ByteStringTable(from: &archive)
    bareStems = ByteStringTable(from: &archive)
    bareForms = ByteStringTable(from: &archive)
    classSets = ByteStringTable(from: &archive)
    classOfStem = FlatArray(from: &archive)
    classOfForm = FlatArray(from: &archive)
    classOfCasedForm = FlatArray(from: &archive)
    classesOfBareStem = ClassLists(from: &archive)
    classesOfBareForm = ClassLists(from: &archive)
    symbolCount = archive.readCount()
  }
}

internal import SourceText

/// Gives every block of a document its language.
///
/// A block that clearly is in one language has it, whatever the file says; a block that says too little
/// takes what the source states for it, then the language of its section, of the section before, and of
/// the document.
enum LanguageAssignment {
  static func assign(
    to document: inout Document, stated: [Language?], options: ReadingOptions
  ) {
    if let forced = options.language {
      document.language = forced
      for index in document.blocks.indices { document.blocks[index].language = forced }
      return
    }
    let scores = scores(of: document)
    let declared = declaredLanguage(document)
    document.language = majority(document.blocks, scores) ?? declared ?? options.defaultLanguage
    if let declared, !isClear(document.blocks, scores, against: declared) {
      document.language = declared
    }

    var sectionStart = 0
    var inherited = document.language
    while sectionStart < document.blocks.count {
      var end = sectionStart + 1
      while end < document.blocks.count, document.blocks[end].kind != .heading { end += 1 }
      // A section of a few words says nothing about the ones after it.
      let section = majority(document.blocks[sectionStart..<end], scores[sectionStart..<end])
      inherited = section ?? inherited
      for index in sectionStart..<end {
        document.blocks[index].language = language(
          score: scores[index], stated: stated[index], inherited: section ?? inherited)
      }
      sectionStart = end
    }
  }

  /// A block that goes against what is stated or against its section must be certain of it; a borrowed
  /// word such as « raison d'être » does not change a sentence's language.
  private static func language(score: Int8, stated: Language?, inherited: Language) -> Language {
    if Int(score) >= LanguageScore.certain { return .french }
    if Int(score) <= -LanguageScore.certain { return .english }
    return stated ?? inherited
  }

  private static func scores(of document: Document) -> [Int8] {
    document.text.withUnsafeBufferPointer { text in
      document.blocks.map { block in
        if block.kind == .code { return 0 }
        let bytes = UnsafeBufferPointer(rebasing: text[block.textRange])
        return Int8(clamping: LanguageScore(bytes).balance)
      }
    }
  }

  private static func declaredLanguage(_ document: Document) -> Language? {
    for (key, value) in document.metadata where ["language", "lang", "langue"].contains(key) {
      if let language = Language(tag: value) { return language }
    }
    return nil
  }

  /// The language with more bytes in blocks that tell; `nil` when none does.
  private static func majority(
    _ blocks: some Sequence<Block>, _ scores: some Sequence<Int8>
  ) -> Language? {
    let (english, french) = sizes(blocks, scores)
    if english == french { return nil }
    return french > english ? .french : .english
  }

  /// True when the blocks that tell speak for the other language ten to one.
  private static func isClear(_ blocks: [Block], _ scores: [Int8], against: Language) -> Bool {
    let (english, french) = sizes(blocks, scores)
    return against == .french ? english > 10 * french + 200 : french > 10 * english + 200
  }

  private static func sizes(
    _ blocks: some Sequence<Block>, _ scores: some Sequence<Int8>
  ) -> (english: Int, french: Int) {
    var english = 0
    var french = 0
    for (block, score) in zip(blocks, scores) {
      if Int(score) >= LanguageScore.likely { french += block.textRange.count }
      if Int(score) <= -LanguageScore.likely { english += block.textRange.count }
    }
    return (english, french)
  }
}

extension Language {
  /// The language of a tag such as `fr`, `fr-CA` or `FRA`; `nil` for other languages.
  init?(tag: String) {
    let tag = tag.lowercased()
    if tag == "en" || tag == "eng" || tag.hasPrefix("en-") || tag.hasPrefix("english")
      || tag == "anglais"
    {
      self = .english
    } else if tag == "fr" || tag == "fra" || tag == "fre" || tag.hasPrefix("fr-")
      || tag.hasPrefix("français") || tag == "french"
    {
      self = .french
    } else {
      return nil
    }
  }
}

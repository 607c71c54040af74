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
    let (scores, sizes) = scores(of: document)
    let declared = declaredLanguage(document)
    document.language = sizes.majority ?? declared ?? options.defaultLanguage
    if let declared, !sizes.speakClearly(against: declared) { document.language = declared }

    var sectionStart = 0
    var inherited = document.language
    document.blocks.withUnsafeMutableBufferPointer { blocks in
      while sectionStart < blocks.count {
        var section = Sizes()
        var end = sectionStart
        repeat {
          section.add(blocks[end], scores[end])
          end += 1
        } while end < blocks.count && blocks[end].kind != .heading
        // A section of a few words says nothing about the ones after it.
        inherited = section.majority ?? inherited
        for index in sectionStart..<end {
          blocks[index].language = language(
            score: scores[index], stated: stated[index], inherited: inherited)
        }
        sectionStart = end
      }
    }
  }

  /// A block that goes against what is stated or against its section must be certain of it; a borrowed
  /// word such as « raison d'être » does not change a sentence's language.
  private static func language(score: Int8, stated: Language?, inherited: Language) -> Language {
    if Int(score) >= LanguageScore.certain { return .french }
    if Int(score) <= -LanguageScore.certain { return .english }
    return stated ?? inherited
  }

  /// The balance of each block, and the sizes of all that tell.
  private static func scores(of document: Document) -> ([Int8], Sizes) {
    var sizes = Sizes()
    let scores = document.text.withUnsafeBufferPointer { text in
      LanguageScore.words.withLookup { words in
        document.blocks.map { block -> Int8 in
          if block.kind == .code { return 0 }
          let score = Int8(clamping: LanguageScore(of: block.textRange, in: text, words).balance)
          sizes.add(block, score)
          return score
        }
      }
    }
    return (scores, sizes)
  }

  private static func declaredLanguage(_ document: Document) -> Language? {
    for (key, value) in document.metadata where ["language", "lang", "langue"].contains(key) {
      if let language = Language(tag: value) { return language }
    }
    return nil
  }

  /// The bytes in blocks that tell, for each language.
  private struct Sizes {
    private var english = 0
    private var french = 0

    mutating func add(_ block: Block, _ score: Int8) {
      if Int(score) >= LanguageScore.likely { french += block.textRange.count }
      if Int(score) <= -LanguageScore.likely { english += block.textRange.count }
    }

    /// The language with more of them; `nil` when none has.
    var majority: Language? {
      english == french ? nil : french > english ? .french : .english
    }

    /// True when the blocks that tell speak for the other language ten to one.
    func speakClearly(against language: Language) -> Bool {
      language == .french ? english > 10 * french + 200 : french > 10 * english + 200
    }
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

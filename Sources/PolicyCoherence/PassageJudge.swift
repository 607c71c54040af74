package import Checking
internal import Documents
internal import Judging
package import RuleSets
package import SourceText

/// Judges passages that stand alone: the examples of rules, the sentences of a labelled set.
package struct PassageJudge {
  /// What came of one passage, for all requirements.
  package struct Outcome: Sendable {
    package var evidence: [PassageEvidence]
    package var rejections: [PassageRejection]
  }

  private let rules: CompiledRules
  private let judge: Judge

  package init(rules: CompiledRules) {
    self.rules = rules
    judge = Judge(rules: rules, ladder: Ladder(cache: rules.cache), detail: .nearMisses)
  }

  /// Judges a passage as if it stood in a document of the kind.
  ///
  /// A passage of one line is a paragraph, a table row without a header when it holds " | ", or a list item
  /// when it begins with "- "; one of several lines is a Markdown text.
  package func judge(_ text: String, language: Language, kind: DocumentKind) -> Outcome {
    let document = Self.document(text, language)
    let units = Segmenter.units(of: document)
    let judgement = judge.judge(document, units: units, setting: DocumentSetting(kind: kind))
    let context = CheckContext(
      document: document, units: units,
      profile: DocumentProfile(path: document.path, kind: kind, language: language),
      judgement: judgement, rules: rules, coverage: [])
    return Outcome(
      evidence: judgement.evidence.map { CoherenceCheck.passage($0, context) },
      rejections: judgement.rejections.map { CoherenceCheck.passage($0, context) })
  }

  private static func document(_ text: String, _ language: Language) -> Document {
    if text.utf8.split(separator: 0x0A).count > 1 {
      var options = ReadingOptions()
      options.language = language
      if let document = try? BuiltinReaders.read(
        path: "example.md", source: Array(text.utf8), options: options)
      {
        return document
      }
    }
    return Document(passage: text, language: language)
  }
}

extension Document {
  /// One passage as a document of one paragraph; a passage with " | " is a table row without a header,
  /// and one that begins with "- " is a list item.
  init(passage: String, language: Language) {
    var text = Array(passage.utf8)
    self.init(path: "example", format: .plainText, source: text)
    self.language = language
    var kind = Block.Kind.paragraph
    if text.starts(with: [0x2D, 0x20]) {
      text.removeFirst(2)
      kind = .listItem
    }
    self.text = text
    let separator: [UInt8] = [0x20, 0x7C, 0x20]
    var cells: [TableCell] = []
    var start = 0
    var index = 0
    while index + 3 <= text.count {
      if text[index..<index + 3].elementsEqual(separator) {
        cells.append(TableCell(textStart: start, textEnd: index))
        start = index + 3
        index += 3
      } else {
        index += 1
      }
    }
    if !cells.isEmpty {
      cells.append(TableCell(textStart: start, textEnd: text.count))
      kind = .tableRow
    }
    self.cells = cells
    self.runs = [
      SourceRun(
        textStart: 0, textLength: text.count, sourceStart: source.count - text.count,
        sourceLength: text.count)
    ]
    self.blocks = [
      Block(
        kind: kind, level: kind == .listItem ? 1 : 0, language: language, textStart: 0,
        textEnd: text.count, cellStart: 0, cellCount: cells.count)
    ]
  }
}

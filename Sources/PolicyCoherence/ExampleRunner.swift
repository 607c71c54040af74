package import Checking
internal import Documents
internal import Judging
package import RuleSets
internal import SourceText

/// Runs the examples of rules, which are the rules' own tests.
package struct ExampleRunner {
  /// What came of one example.
  package struct Outcome: Sendable {
    /// Index in `CompiledRules.requirements`.
    package var requirement: Int
    package var example: RuleExample
    package var rung: Rung
    /// The passage that earned the rung.
    package var evidence: PassageEvidence?
    /// What was looked at and did not count.
    package var rejections: [PassageRejection]

    package var passes: Bool { rung == example.rung }
  }

  private let rules: CompiledRules
  private let judge: Judge

  package init(rules: CompiledRules) {
    self.rules = rules
    self.judge = Judge(rules: rules, ladder: Ladder(), detail: .nearMisses)
  }

  /// All examples of all requirements, in the order of the rule files.
  package func run() -> [Outcome] {
    rules.requirements.indices.flatMap { index in
      rules.requirements[index].examples.map { run($0, of: index) }
    }
  }

  private func run(_ example: RuleExample, of requirement: Int) -> Outcome {
    let document = Self.document(of: example)
    let units = Segmenter.units(of: document)
    let judgement = judge.judge(
      document, units: units, setting: DocumentSetting(kind: example.kind))
    let context = CheckContext(
      document: document, units: units,
      profile: DocumentProfile(
        path: document.path, kind: example.kind, language: example.language),
      judgement: judgement, rules: rules, coverage: [])
    let best = judgement.evidence.filter { $0.requirement == requirement }
      .max { $0.rung < $1.rung }
    return Outcome(
      requirement: requirement, example: example, rung: best?.rung ?? .absent,
      evidence: best.map { CoherenceCheck.passage($0, context) },
      rejections: judgement.rejections.filter { $0.requirement == requirement }
        .map { CoherenceCheck.passage($0, context) })
  }
}

extension ExampleRunner {
  /// An example of one line is a passage; one of several lines is a Markdown text with its headings, lists
  /// and tables.
  private static func document(of example: RuleExample) -> Document {
    let lines = example.text.utf8.split(separator: 0x0A)
    if lines.count > 1 {
      var options = ReadingOptions()
      options.language = example.language
      let source = Array(example.text.utf8)
      if let document = try? BuiltinReaders.read(
        path: "example.md", source: source, options: options)
      {
        return document
      }
    }
    return Document(passage: example.text, language: example.language)
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

package import Checking
internal import CoherencePlugin
internal import Documents
internal import Judging
internal import RuleSets
internal import SourceText

/// A checker of ours on the far side of the wire, served as any plugin serves.
///
/// It shows that the border loses nothing: the findings must be those of the checker itself. For checkers
/// that need blocks only; evidence keeps the judge's reasons, which do not cross.
package struct ServedChecker {
  private let checker: any Checker
  private let id: String

  package init(_ checker: any Checker, id: String) {
    self.checker = checker
    self.id = id
  }

  /// Serves standard input and output until the host says to end.
  package func serve() {
    var declaration = Declaration(checker.description)
    declaration.id = id
    var server = PluginServer(declaration: declaration) { options in
      Adapter(checker: checker, options: options)
    }
    server.run()
  }

  /// The checker as the library for plugins has it.
  private struct Adapter: PluginChecker {
    static let declaration = Declaration(
      id: "", version: "", title: Words("", ""), rationale: Words("", ""), findings: [])

    let checker: any Checker
    let options: [String: String]

    init(checker: any Checker, options: [String: String]) {
      self.checker = checker
      self.options = options
    }

    init(options: [String: String]) throws {
      throw PluginFailure("a checker must be named")
    }

    func check(_ document: PluginDocument) throws -> [PluginFinding] {
      let (rebuilt, starts) = Document.rebuilt(from: document)
      let context = CheckContext(
        document: rebuilt, units: Segmenter.units(of: rebuilt),
        profile: DocumentProfile(
          path: document.path, kind: DocumentKind(rawValue: document.kind) ?? .departmentalPlan,
          department: document.department,
          language: Language(rawValue: document.language) ?? .english, period: document.period),
        judgement: Judgement(), rules: CompiledRules(RuleSetLoader().load(paths: [])),
        coverage: [], options: options)
      return checker.check(context).map { finding in
        var given = PluginFinding(finding.kind, requirement: finding.requirement)
        given.place = finding.place.flatMap { Self.place($0, document, starts) }
        given.related = finding.related.compactMap { Self.place($0, document, starts) }
        for (name, argument) in finding.arguments {
          given.arguments[name] = Self.argument(argument)
        }
        return given
      }
    }

    /// A place in the rebuilt document, whose source is its text.
    private static func place(
      _ place: FindingPlace, _ document: PluginDocument, _ starts: [Int]
    ) -> PluginPlace? {
      guard let span = place.span,
        let block = starts.lastIndex(where: { $0 <= span.start })
      else { return nil }
      let range = span.start - starts[block]..<span.end - starts[block]
      let text = Array(document.blocks[block].text.utf8)
      let words = FindingPlace.folded(text[range.clamped(to: 0..<text.count)])
      return .passage(in: document, block: block, range, wholeBlock: place.quote != words)
    }

    private static func argument(_ argument: FindingArgument) -> PluginFinding.Argument {
      switch argument {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      case .localized(let text): .words(Words(text.english, text.french))
      case .rung(let rung): .rung(rung.name)
      }
    }
  }
}

extension Document {
  /// A document of the blocks that crossed the wire, and where each block starts in its text.
  fileprivate static func rebuilt(from given: PluginDocument) -> (Document, [Int]) {
    var text: [UInt8] = []
    var starts: [Int] = []
    for block in given.blocks {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      starts.append(text.count)
      text += Array(block.text.utf8)
    }
    var document = Document(
      path: given.path, format: DocumentFormat(rawValue: given.format) ?? .markdown, source: text)
    document.text = text
    document.language = Language(rawValue: given.language) ?? .english
    document.title = given.title
    if !text.isEmpty {
      document.runs = [
        SourceRun(
          textStart: 0, textLength: text.count, sourceStart: 0, sourceLength: text.count)
      ]
    }
    for (index, block) in given.blocks.enumerated() {
      let start = starts[index]
      document.blocks.append(
        Block(
          kind: DocumentMessage.kind(named: block.kind), level: block.level,
          language: Language(rawValue: block.language) ?? .english, textStart: start,
          textEnd: start + block.text.utf8.count, heading: block.heading ?? -1,
          leadIn: block.leadIn ?? -1, cellStart: document.cells.count,
          cellCount: block.cells.count))
      document.cells += block.cells.map {
        TableCell(textStart: start + $0.lowerBound, textEnd: start + $0.upperBound)
      }
    }
    return (document, starts)
  }
}

extension Declaration {
  /// What a checker of ours declares, as a plugin says it.
  fileprivate init(_ description: CheckerDescription) {
    func words(_ text: LocalizedText) -> Words { Words(text.english, text.french) }
    self.init(
      id: description.id, version: description.version,
      scope: description.scope == .document ? .document : .corpus,
      languages: description.languages.map(\.rawValue),
      needs: description.needs.compactMap { Need(rawValue: $0.rawValue) },
      title: words(description.title), rationale: words(description.rationale),
      findings: description.findings.map { kind in
        FindingKind(
          kind.id, level: Declaration.Level(rawValue: kind.level.rawValue) ?? .ask,
          message: words(kind.message), help: words(kind.help))
      },
      options: description.options.map { option in
        Option(
          option.name, Option.Kind(rawValue: option.kind.rawValue) ?? .text,
          standard: option.standard, words(option.explanation))
      })
  }
}

package import Documents
package import RuleSets
package import SourceText

/// How a finding is meant to be treated.
package enum Level: String, Sendable, CaseIterable, Comparable {
  /// For the summary.
  case note
  /// A person must look.
  case ask
  /// Factual, safe to gate on.
  case fix

  package static func < (lhs: Level, rhs: Level) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .ask: 1
    case .fix: 2
    }
  }

  package var title: LocalizedText {
    switch self {
    case .note: LocalizedText(english: "note", french: "note")
    case .ask: LocalizedText(english: "ask", french: "à voir")
    case .fix: LocalizedText(english: "fix", french: "à corriger")
    }
  }
}

/// Something that a checker found in a policy, or between policies.
///
/// Plain data: the words come from the kind that the checker declared, the values from `arguments`, so
/// that a finding means the same in both languages and over a process border.
package struct Finding: Sendable, Hashable {
  /// Id of the checker.
  package var checker: String
  /// Id of one of the kinds that the checker declared.
  package var kind: String
  package var level: Level
  /// Id of the requirement that it is about; `nil` when it is about none.
  package var requirement: String?
  /// Values for the `{name}` slots of the kind's texts.
  package var arguments: [String: FindingArgument]
  /// Where it is; `nil` when it is about a whole document or the whole set.
  package var place: FindingPlace?
  /// Path of the document; `nil` when it is about the whole set.
  package var path: String?
  /// Other places that belong to it, for example the other half of a contradiction.
  package var related: [FindingPlace]
  /// Why it does not count; `nil` when it does.
  package var suppression: Suppression?
  /// What it is known by in a later run: 16 hexadecimal digits; empty until the run is complete.
  package var fingerprint = ""

  package init(
    checker: String, kind: String, level: Level, requirement: String? = nil,
    arguments: [String: FindingArgument] = [:], place: FindingPlace? = nil, path: String? = nil,
    related: [FindingPlace] = []
  ) {
    self.checker = checker
    self.kind = kind
    self.level = level
    self.requirement = requirement
    self.arguments = arguments
    self.place = place
    self.path = path
    self.related = related
  }
}

/// A value that fills a slot of a message.
package enum FindingArgument: Sendable, Hashable {
  case text(String)
  case number(Int)
  case localized(LocalizedText)
  case rung(Rung)

  package func text(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .localized(let text): text[language]
    case .rung(let rung): rung.title[language]
    }
  }
}

/// A passage in a policy, quoted.
package struct FindingPlace: Sendable, Hashable {
  /// Path as the user gave it.
  package var path: String
  /// 1-based; 0 when the format has no lines.
  package var line: Int
  /// 1-based, in Unicode scalars; 0 when the format has no lines.
  package var column: Int
  /// UTF-8 offsets in the file, for formats that are text.
  package var span: SourceSpan?
  /// Paragraph or page, for formats without lines.
  package var position: FilePosition?
  /// Headings that lead to the passage, outermost first.
  package var headingPath: [String]
  /// The words, with white space folded.
  package var quote: String
  package var language: Language

  package init(
    path: String, line: Int, column: Int, span: SourceSpan?, position: FilePosition? = nil,
    headingPath: [String], quote: String, language: Language
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.span = span
    self.position = position
    self.headingPath = headingPath
    self.quote = quote
    self.language = language
  }

  /// The file and where in it, for a reader: `path:line:column` as editors understand it, or the path
  /// with the paragraph or page, "plan.docx, paragraph 12".
  package func location(in language: Language) -> String {
    if let position { return "\(path), \(position.title[language])" }
    guard line > 0 else { return path }
    return "\(path):\(line)" + (column > 0 ? ":\(column)" : "")
  }

  /// The number by which a user points at the place, as `FILE:NUMBER`: line, paragraph or page; 0 when
  /// there is none.
  package var number: Int { position?.number ?? line }
}

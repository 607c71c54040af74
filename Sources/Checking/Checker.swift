package import Documents
package import Facts
package import Judging
package import RuleSets
package import SourceText

/// The door that every check comes through, built in or not.
///
/// A checker is a pure function of what it is given: it reads no files, clock, environment or other
/// checker. What it is given and what it returns is plain data, so that the same checker can stand on
/// the other side of a process border.
package protocol Checker: Sendable {
  var description: CheckerDescription { get }

  /// What tells the checker from every other version of itself, for results that are kept: a program outside
  /// adds its digest and settings.
  var identity: String { get }

  /// Findings in one document; for a corpus checker, none.
  func check(_ context: CheckContext) -> [Finding]

  /// What a corpus checker keeps of one document; `nil` when it keeps nothing.
  func collect(_ context: CheckContext) -> CheckerFacts?

  /// Findings over all documents, from the facts kept of each, in the order of the documents' paths.
  func report(_ facts: [CheckerFacts], options: [String: String]) -> [Finding]

  /// Findings over all documents of a checker that needs `facts`, from what the documents state.
  func report(on corpus: Corpus, options: [String: String]) -> [Finding]
}

extension Checker {
  package var identity: String { "\(description.id) \(description.version)" }
  package func check(_ context: CheckContext) -> [Finding] { [] }
  package func collect(_ context: CheckContext) -> CheckerFacts? { nil }
  package func report(_ facts: [CheckerFacts], options: [String: String]) -> [Finding] { [] }
  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] { [] }
}

/// What a checker is given of one document, and nothing else.
package struct CheckContext: Sendable {
  package var document: Document
  package var units: [TextUnit]
  package var profile: DocumentProfile
  package var judgement: Judgement
  package var rules: CompiledRules
  /// How the document stands with each requirement that applies to its kind.
  package var coverage: [CoverageCell]
  /// What the document states; `nil` when no checker asked for it.
  package var facts: DocumentFacts?
  /// Values of the checker's options, by name.
  package var options: [String: String]
  private let places: PlaceFinder

  package init(
    document: Document, units: [TextUnit], profile: DocumentProfile, judgement: Judgement,
    rules: CompiledRules, coverage: [CoverageCell], facts: DocumentFacts? = nil,
    options: [String: String] = [:]
  ) {
    self.document = document
    self.units = units
    self.profile = profile
    self.judgement = judgement
    self.rules = rules
    self.coverage = coverage
    self.facts = facts
    self.options = options
    self.places = PlaceFinder(document)
  }

  /// A passage with its place and words.
  package func place(ofTextRange range: Range<Int>, language: Language) -> FindingPlace {
    places.place(ofTextRange: range, language: language)
  }
}

extension FindingPlace {
  /// The place of a range of `document.text`.
  package init(document: Document, textRange: Range<Int>, language: Language) {
    let place = document.place(ofTextRange: textRange)
    self.init(
      path: document.path, line: place.line, column: place.column,
      span: document.hasLines ? place.span : nil, position: place.position,
      headingPath: place.headingPath, quote: Self.folded(document.text[textRange]),
      language: language)
  }

  /// The words of a range of `document.text`, white space of any length as one blank.
  package static func quote(_ document: Document, _ textRange: Range<Int>) -> String {
    folded(document.text[textRange])
  }

  /// Bytes as a text, white space of any length as one blank.
  package static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        if result.last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// What is known of a document besides its text: from the workspace file, its front matter, or inferred.
package struct DocumentProfile: Sendable, Hashable {
  package var path: String
  package var kind: DocumentKind
  /// Department as an acronym or name; `nil` when not known.
  package var department: String?
  package var language: Language
  /// As written, for example "2026–27".
  package var period: String?
  /// Path of the version in the other language.
  package var counterpart: String?
  /// Path of the edition before this one.
  package var previous: String?
  /// Documents with the same edition are set against each other: "third NAP", for example.
  package var edition: String?
  /// What was inferred and not said by anyone: "kind", "language", …
  package var inferred: [String]

  package init(
    path: String, kind: DocumentKind, department: String? = nil, language: Language,
    period: String? = nil, counterpart: String? = nil, previous: String? = nil,
    edition: String? = nil, inferred: [String] = []
  ) {
    self.path = path
    self.kind = kind
    self.department = department
    self.language = language
    self.period = period
    self.counterpart = counterpart
    self.previous = previous
    self.edition = edition
    self.inferred = inferred
  }

  /// The first and last calendar year that `period` names; empty when it names none.
  package var periodYears: [Int] {
    var years: [Int] = []
    var digits = 0
    var value = 0
    for byte in Array((period ?? "").utf8) + [0x20] {
      if byte >= 0x30, byte <= 0x39 {
        value = digits < 8 ? value * 10 + Int(byte - 0x30) : value
        digits += 1
        continue
      }
      if digits == 4, (1900...2199).contains(value) {
        years.append(value)
      } else if digits == 2, let first = years.last {
        years.append(first / 100 * 100 + value)
      }
      digits = 0
      value = 0
    }
    return years.count > 1 ? [years[0], years[years.count - 1]] : years
  }
}

/// What a corpus checker keeps of one document: flat records of texts, numbers and places.
package struct CheckerFacts: Sendable, Hashable {
  package var path: String
  package var records: [Record]

  package init(path: String, records: [Record]) {
    self.path = path
    self.records = records
  }

  package struct Record: Sendable, Hashable {
    package var kind: String
    package var values: [String: String]
    package var place: FindingPlace?

    package init(kind: String, values: [String: String], place: FindingPlace? = nil) {
      self.kind = kind
      self.values = values
      self.place = place
    }
  }
}

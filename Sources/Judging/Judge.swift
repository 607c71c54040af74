internal import Matching
internal import Synchronization
package import Documents
package import RuleSets
internal import SourceText

/// What the judge needs to know about a document besides its text.
package struct DocumentSetting: Sendable {
  package var kind: DocumentKind
  /// The first and last calendar year of the document's period, for example [2026, 2027]; empty when
  /// not known.
  package var periodYears: [Int]
  /// The document's own department as its profile names it; `nil` when not known.
  package var department: String?

  package init(kind: DocumentKind, periodYears: [Int] = [], department: String? = nil) {
    self.kind = kind
    self.periodYears = periodYears
    self.department = department
  }
}

/// What the judge found in one document.
package struct Judgement: Sendable {
  /// In reading order, then by requirement.
  package var evidence: [Evidence] = []
  /// In reading order, then by requirement.
  package var rejections: [Rejection] = []

  package init() {}

  /// True when something in the document was looked at for a requirement, whether it counted or not.
  package func names(requirement: Int) -> Bool {
    evidence.contains { $0.requirement == requirement }
      || rejections.contains { $0.requirement == requirement }
  }
}

/// The ladder's words for both languages, each compiled once for all judges when it is first needed.
package final class Ladder: Sendable {
  private let programs = Mutex<[Language: LadderProgram]>([:])
  private let organizations: [NamedOrganization]
  private let cache: (any ProgramCache)?

  /// `organizations` are those that documents name as actors; compiled words are kept in `cache`.
  package init(organizations: [NamedOrganization] = [], cache: (any ProgramCache)? = nil) {
    self.organizations = organizations
    self.cache = cache
  }

  /// Which of the organizations a document speaks for.
  func own(in setting: DocumentSetting) -> OwnOrganizations {
    switch setting.kind {
    case .nationalActionPlan, .strategy, .initiative, .consultation:
      return OwnOrganizations(isEveryone: true, indices: [])
    default: break
    }
    guard !organizations.isEmpty, let department = setting.department else {
      return OwnOrganizations(isEveryone: true, indices: [])
    }
    let wanted = Self.words(of: department)
    var indices: Set<Int> = []
    for (index, organization) in organizations.enumerated() {
      let names = organization.english + organization.french + organization.short
      if names.contains(where: { Self.holds(wanted, Self.words(of: $0)) }) {
        indices.insert(index)
        indices.formUnion(organization.kin)
      }
    }
    return OwnOrganizations(isEveryone: false, indices: indices)
  }

  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// True when the words of a name stand in a department's, one after the other: "DND/CAF" holds "CAF".
  private static func holds(_ words: [String], _ name: [String]) -> Bool {
    guard !name.isEmpty, name.count <= words.count else { return false }
    return (0...words.count - name.count).contains {
      words[$0..<$0 + name.count].elementsEqual(name)
    }
  }

  func program(for language: Language) -> LadderProgram {
    programs.withLock { programs in
      if let known = programs[language] { return known }
      let fresh = LadderProgram(language, organizations: organizations, cache: cache)
      programs[language] = fresh
      return fresh
    }
  }
}

/// Turns a document's hits into evidence on the ladder; one per thread.
///
/// A passage counts for a requirement when the requirement's topic and act stand in the same unit. How
/// firm it is comes from the words around the act. Everything that was looked at and did not count is
/// kept with its reason.
package final class Judge {
  package enum Detail: Sendable {
    /// Evidence and rejections.
    case standard
    /// Also acts without topic and topics without act: what `explain` calls near misses.
    case nearMisses
  }

  private let rules: CompiledRules
  private let detail: Detail
  private let ladder: Ladder
  private var scanners: [Language: MatchScanner] = [:]
  private var readers: [Language: UnitReader] = [:]
  private var traits: [Language: [RuleTraits]] = [:]
  private var matches: [UnitMatch] = []

  package init(rules: CompiledRules, ladder: Ladder, detail: Detail = .standard) {
    self.rules = rules
    self.detail = detail
    self.ladder = ladder
  }

  /// Judges all units of a document.
  package func judge(
    _ document: Document, units: [TextUnit], setting: DocumentSetting
  ) -> Judgement {
    var judgement = Judgement()
    let ours = ladder.own(in: setting)
    document.text.withUnsafeBufferPointer { text in
      for language in Language.allCases {
        scan(document, units, language, text)
        guard !matches.isEmpty else { continue }
        let reader = reader(for: language)
        let anchors = titleAnchors(of: document, language)
        var pass = JudgingPass(
          document: document, units: units, setting: setting, ours: ours, text: text,
          language: language,
          rules: rules, traits: traits(for: language), reader: reader, matches: matches,
          titleAnchors: anchors,
          keepsNearMisses: detail == .nearMisses)
        pass.run(into: &judgement)
      }
    }
    RowShares(document: document, units: units).judge(rules, into: &judgement)
    Self.countOnce(&judgement, in: document)
    judgement.evidence.sort { ($0.unit, $0.requirement) < ($1.unit, $1.requirement) }
    judgement.rejections.sort { ($0.unit, $0.requirement) < ($1.unit, $1.requirement) }
    return judgement
  }

  /// Shortest passage, in bytes, of which a second copy is boilerplate and no coincidence.
  private static let leastRepeated = 40

  /// A passage that stands in a document several times counts where it stands first.
  private static func countOnce(_ judgement: inout Judgement, in document: Document) {
    struct Copy: Hashable {
      var requirement: Int
      var words: ArraySlice<UInt8>
    }
    guard judgement.evidence.count > 1 else { return }
    var first: Set<Copy> = []
    judgement.evidence.sort { ($0.unit, $0.requirement) < ($1.unit, $1.requirement) }
    let all = judgement.evidence
    judgement.evidence.removeAll(keepingCapacity: true)
    for evidence in all {
      let copy = Copy(
        requirement: evidence.requirement, words: document.text[evidence.span.range])
      if evidence.span.length < leastRepeated || first.insert(copy).inserted {
        judgement.evidence.append(evidence)
      } else {
        judgement.rejections.append(
          Rejection(
            requirement: evidence.requirement, unit: evidence.unit, span: evidence.span,
            language: evidence.language, wouldBe: evidence.rung, cause: .repetition,
            reasons: evidence.reasons + [Reason(.repetition, evidence.span)]))
      }
    }
  }

  /// Finds all patterns of one language; units of the other language are given as empty.
  private func scan(
    _ document: Document, _ units: [TextUnit], _ language: Language,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    matches.removeAll(keepingCapacity: true)
    var any = false
    let ranges = units.map { unit -> UnitRange in
      guard document.blocks[Int(unit.block)].language == language else {
        return UnitRange(start: Int(unit.textStart), end: Int(unit.textStart))
      }
      any = true
      return UnitRange(
        start: Int(unit.textStart), end: Int(unit.textEnd), context: Int(unit.context))
    }
    guard any else { return }
    let scanner =
      scanners[language]
      ?? MatchScanner(rules.program(for: language), findsAll: detail == .nearMisses)
    scanners[language] = scanner
    ranges.withUnsafeBufferPointer { scanner.scan(text: text, units: $0, into: &matches) }
  }

  /// Requirements whose `with` clause the title in the document's metadata satisfies: it stands over all that
  /// follows, as a heading does.
  private func titleAnchors(of document: Document, _ language: Language) -> Set<Int32> {
    guard document.language == language,
      let title = document.metadata.first(where: { $0.key == "title" || $0.key == "titre" })?.value,
      let scanner = scanners[language]
    else { return [] }
    var found: [UnitMatch] = []
    let bytes = Array(title.utf8)
    bytes.withUnsafeBufferPointer { text in
      let unit = UnitRange(start: 0, end: text.count)
      withUnsafePointer(to: unit) { pointer in
        scanner.scan(
          text: text, units: UnsafeBufferPointer(start: pointer, count: 1), into: &found)
      }
    }
    let targets = rules.targets(for: language)
    return Set(
      found.compactMap { match in
        let target = targets[Int(match.pattern)]
        return target.clause == .with ? target.requirement : nil
      })
  }

  private func traits(for language: Language) -> [RuleTraits] {
    if let known = traits[language] { return known }
    var clauses = [Set<ClauseKind>](repeating: [], count: rules.requirements.count)
    for target in rules.targets(for: language) {
      clauses[Int(target.requirement)].insert(target.clause)
    }
    let fresh = zip(rules.requirements, clauses).map {
      RuleTraits($0, clauses: $1, among: rules.requirements)
    }
    traits[language] = fresh
    return fresh
  }

  /// The reader for a language, made when a document first needs it.
  private func reader(for language: Language) -> UnitReader {
    if let known = readers[language] { return known }
    let fresh = UnitReader(ladder.program(for: language))
    readers[language] = fresh
    return fresh
  }
}

package import Facts
package import RuleSets
package import SourceText
internal import Synchronization

/// All documents of a run as corpus checkers see them: what each is, what it states, which belong
/// together, and which passages speak of the same thing.
package final class Corpus: Sendable {
  package struct Member: Sendable {
    package var profile: DocumentProfile
    package var facts: DocumentFacts
    /// Index in `OrganizationCatalog.all`; `nil` when the department is not known.
    package var department: Int?
    /// First and last calendar year of its period; empty when not known.
    package var years: [Int]

    package init(profile: DocumentProfile, facts: DocumentFacts) {
      self.profile = profile
      self.facts = facts
      self.department = profile.department.flatMap(OrganizationCatalog.index(named:))
      self.years = profile.periodYears
    }
  }

  /// Two documents that belong together.
  package struct Pair: Sendable, Hashable {
    /// Index in `members`: the English version, or the older edition.
    package var first: Int
    /// The French version, or the newer edition.
    package var second: Int
    /// True when nobody said so.
    package var isInferred: Bool
  }

  /// Sorted by path.
  package let members: [Member]
  /// English and French versions of one document.
  package let translations: [Pair]
  /// Two successive editions of one department's plan, in one language.
  package let editions: [Pair]
  /// The editions before and after each document; asked for each pair that a check looks at.
  private let editionsBeside: [[Int]]
  /// Documents that the workspace expects and that were not given.
  package let missing: [ExpectedDocument]
  /// Ids and weights of the requirements that `ServedFact.requirement` refers to.
  package let requirements: [Requirement]
  /// Departments that the catalog does not know.
  package let organizations: CorpusOrganizations
  private let counterparts: [Int: Int]
  private let speakingYears: [Int]
  private let cachedIndex = Mutex<PassageIndex?>(nil)

  package init(
    members: [Member], requirements: [Requirement] = [], expected: [ExpectedDocument] = []
  ) {
    self.members = members
    self.requirements = requirements
    self.organizations = CorpusOrganizations(members)
    let translations = CorpusPairs.translations(members)
    self.translations = translations
    self.counterparts = Dictionary(
      translations.flatMap { [($0.first, $0.second), ($0.second, $0.first)] },
      uniquingKeysWith: { first, _ in first })
    self.speakingYears = members.map(Self.speakingYear)
    let editions = CorpusPairs.editions(members)
    self.editions = editions
    var beside = Array(repeating: [Int](), count: members.count)
    for pair in editions {
      beside[pair.first].append(pair.second)
      beside[pair.second].append(pair.first)
    }
    self.editionsBeside = beside
    self.missing = expected.filter { expected in !members.contains { expected.isMet(by: $0) } }
  }

  /// Passages that state facts, with those most like them in the same language; made when first asked for.
  package var index: PassageIndex {
    cachedIndex.withLock { index in
      if let known = index { return known }
      let fresh = PassageIndex(members.map(\.facts)) { facts, unit in
        Self.states(facts, unit)
      }
      index = fresh
      return fresh
    }
  }

  /// Makes `index`, so that nobody has to wait for it later.
  package func prepareIndex() { _ = index }

  private static let telling: FactUnit.Flags = [.binds, .intends, .quotes, .reduces, .expands]
  private static let promising: FactUnit.Flags = [.binds, .intends]
  /// Roles of dates that do not tell when a document was written.
  private static let otherTimes: DateFact.Role = [.range, .deadline, .target, .ending]

  /// Passages worth setting against others: those that count, promise, list, quote or name something.
  private static func states(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    if here.isHeading || here.isTableHeader { return false }
    if here.isListItem || here.isRow { return true }
    if !here.flags.isDisjoint(with: telling) { return true }
    return !facts.numbers(of: unit).isEmpty || !facts.dates(of: unit).isEmpty
      || !facts.served(by: unit).isEmpty || here.flags.contains(.gender)
  }

  // MARK: Which documents can be set against each other

  /// The year that a document speaks from: its first year, else the year in which it was issued, else the
  /// last year that it looks back to; 0 when nothing tells.
  package func year(of member: Int) -> Int { speakingYears[member] }

  private static func speakingYear(_ here: Member) -> Int {
    if let first = here.years.first { return first }
    if here.facts.issued > 0 { return here.facts.issued / 10000 }
    var last = 0
    for date in here.facts.dates
    where date.year > 0 && date.role.isDisjoint(with: otherTimes) {
      let unit = here.facts.units[Int(date.unit)]
      if !unit.isRow, unit.flags.isDisjoint(with: promising),
        here.facts.commitments(of: Int(date.unit)).isEmpty
      {
        last = max(last, Int(date.year))
      }
    }
    return last
  }

  /// The version of a document in the other language; `nil` when there is none.
  package func counterpart(of member: Int) -> Int? { counterparts[member] }

  /// True when two documents are versions of one text in two languages.
  package func areTranslations(_ first: Int, _ second: Int) -> Bool {
    counterparts[first] == second
  }

  /// True when one of two documents is the edition before the other.
  package func areEditions(_ first: Int, _ second: Int) -> Bool {
    editionsBeside[first].contains(second)
  }

  /// True when two documents are of the same period, as far as is known.
  package func mayShareTime(_ first: Int, _ second: Int) -> Bool {
    let one = members[first].years
    let two = members[second].years
    guard let start = one.first, let end = one.last, let otherStart = two.first,
      let otherEnd = two.last
    else { return true }
    // A fiscal year ends where the next one begins: 2025–26 and 2026–27 have no day in common. A calendar year has
    // its first months in common with the fiscal year that ends in it.
    let last = end == start + 1 && otherEnd > otherStart ? start : end
    let otherLast = otherEnd == otherStart + 1 && end > start ? otherStart : otherEnd
    return start <= otherLast && otherStart <= last
  }

  // MARK: Places

  /// A unit with its place and words.
  package func place(_ member: Int, _ unit: Int) -> FindingPlace {
    FindingPlace(facts: members[member].facts, unit: unit)
  }
}

extension FindingPlace {
  /// The place of a unit.
  package init(facts: DocumentFacts, unit: Int) {
    let here = facts.units[unit]
    let hasLines = facts.positions.isEmpty
    self.init(
      path: facts.path, line: Int(here.line), column: Int(here.column),
      span: hasLines ? SourceSpan(start: Int(here.sourceStart), end: Int(here.sourceEnd)) : nil,
      position: facts.positions.indices.contains(unit) ? facts.positions[unit] : nil,
      headingPath: facts.headingPath(ofUnit: unit), quote: facts.quote(ofUnit: unit),
      language: here.language)
  }
}

/// A document that the workspace says should be there.
package struct ExpectedDocument: Sendable, Hashable {
  package var title: String
  package var kind: DocumentKind?
  package var department: String?
  package var language: Language?
  package var period: String?

  package init(
    title: String, kind: DocumentKind? = nil, department: String? = nil,
    language: Language? = nil, period: String? = nil
  ) {
    self.title = title
    self.kind = kind
    self.department = department
    self.language = language
    self.period = period
  }

  /// True when a document is the one expected, as far as the workspace tells.
  func isMet(by member: Corpus.Member) -> Bool {
    let profile = member.profile
    if let kind, kind != profile.kind { return false }
    if let language, language != profile.language { return false }
    if let department {
      let known = OrganizationCatalog.index(named: department)
      guard
        known != nil ? known == member.department : department == profile.department
      else { return false }
    }
    if let period {
      let years = DocumentProfile(
        path: "", kind: profile.kind, language: profile.language, period: period
      ).periodYears
      if years != member.years { return false }
    }
    return kind != nil || department != nil || period != nil
  }
}

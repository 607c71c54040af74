internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension CheckerDescription {
  /// A finding of one of the declared kinds, about a passage and those that it is set against.
  func finding(
    _ kind: String, _ corpus: Corpus, _ passage: CorpusPassage,
    against others: [CorpusPassage] = [],
    level: Level? = nil, requirement: String? = nil,
    _ arguments: [String: FindingArgument] = [:]
  ) -> Finding {
    Finding(
      checker: id, kind: kind, level: level ?? self.kind(kind)?.level ?? .ask,
      requirement: requirement, arguments: arguments, place: passage.place(corpus),
      path: corpus.members[passage.member].profile.path,
      related: others.map { $0.place(corpus) })
  }

  /// A corpus checker that rests on facts.
  static func coherence(
    _ id: String, title: LocalizedText, rationale: LocalizedText, _ findings: [FindingKind]
  ) -> CheckerDescription {
    CheckerDescription(
      id: id, version: "1.0.0", scope: .corpus, needs: [.facts], title: title,
      rationale: rationale, findings: findings)
  }
}

extension FindingKind {
  init(
    _ id: String, _ level: Level, message: LocalizedText, help: LocalizedText
  ) {
    self.init(id: id, level: level, message: message, help: help)
  }
}

extension DocumentFacts {
  /// True when the document looks back on what was done.
  var looksBack: Bool { kind.reportsOnThePast }

  /// What stands between two places, in small letters; empty when the first is not before the second.
  func small(_ start: UInt32, _ end: UInt32) -> String {
    start < end ? quote(start, end).lowercased() : ""
  }

  /// The titles of the columns of a row's table; `nil` when it has none.
  func header(ofRow row: Int) -> ArraySlice<CellFact>? {
    let header = Int(units[row].context)
    guard header >= 0, units[header].isTableHeader else { return nil }
    return cells(of: header)
  }

  /// The units, one behind the other, that belong, each run as long as `together` holds of its first unit and the next.
  func runs(
    of belongs: (FactUnit) -> Bool, together: (FactUnit, FactUnit) -> Bool = { _, _ in true }
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, unit) in units.enumerated() {
      if let first = start, !belongs(unit) || !together(units[first], unit) {
        runs.append(first..<index)
        start = nil
      }
      if start == nil, belongs(unit) { start = index }
    }
    if let first = start { runs.append(first..<units.count) }
    return runs
  }

  /// The rows of each table.
  var tables: [Range<Int>] { runs(of: \.isRow) { $0.context == $1.context } }

  /// Units of the same block.
  func paragraph(of unit: Int) -> ClosedRange<Int> {
    var first = unit
    var last = unit
    while first > 0, units[first - 1].block == units[unit].block { first -= 1 }
    while last + 1 < units.count, units[last + 1].block == units[unit].block { last += 1 }
    return first...last
  }
}

extension Corpus {
  /// True when two passages can be about one owner's work: of one document or department, or one of them of
  /// a document that speaks for several; else both have to name the same program or third organization.
  func mayShareOwner(_ first: CorpusPassage, _ second: CorpusPassage) -> Bool {
    guard first.member != second.member, isOfOneDepartment(first.member),
      isOfOneDepartment(second.member)
    else { return true }
    if !haveDifferentOwners(first.member, second.member) { return true }
    let one = members[first.member].facts
    let two = members[second.member].facts
    let names = Set(DocumentFacts.of(first.unit, in: one.names).map(\.key))
    if DocumentFacts.of(second.unit, in: two.names).contains(where: { names.contains($0.key) }) {
      return true
    }
    if doesName(first, departmentOf: second.member) || doesName(second, departmentOf: first.member)
    {
      return true
    }
    let own = [department(of: first.member), department(of: second.member)]
    let named = Set(departments(namedBy: first))
    return departments(namedBy: second).contains { named.contains($0) && !own.contains($0) }
  }

  /// True when a passage names the department whose document another is.
  func doesName(_ passage: CorpusPassage, departmentOf member: Int) -> Bool {
    guard let department = department(of: member) else { return false }
    return departments(namedBy: passage).contains(department)
  }

  /// True when each of two passages names the other's department: both tell of one piece of work.
  func nameEachOther(_ first: CorpusPassage, _ second: CorpusPassage) -> Bool {
    haveDifferentOwners(first.member, second.member)
      && doesName(first, departmentOf: second.member)
      && doesName(second, departmentOf: first.member)
  }

  private func isOfOneDepartment(_ member: Int) -> Bool {
    switch members[member].profile.kind {
    case .nationalActionPlan, .strategy, .initiative, .consultation, .programmePage: false
    default: true
    }
  }

  /// True when both departments are known and are not the same.
  func haveDifferentOwners(_ first: Int, _ second: Int) -> Bool {
    guard let one = members[first].profile.department, let two = members[second].profile.department
    else { return false }
    if let left = department(of: first), let right = department(of: second) {
      return left != right
    }
    return one != two
  }
}

extension NumberFact {
  /// True when two values can be the same, one of them rounded or given as a limit.
  func agrees(with other: NumberFact) -> Bool {
    if value == other.value { return true }
    for (one, two) in [(self, other), (other, self)] {
      if !one.qualifiers.isDisjoint(with: Self.least), two.value >= one.value {
        return true
      }
      if !one.qualifiers.isDisjoint(with: Self.most), two.value <= one.value {
        return true
      }
      // 2.4 stands for anything from 2.35 to 2.45, and so does a round figure for what it rounds.
      if abs(one.value - two.value) <= one.step / 2 + 1e-9 { return true }
    }
    let isAbout = qualifiers.union(other.qualifiers).contains(.about)
    return isAbout && abs(value - other.value) <= 0.1 * max(value, other.value)
  }

  private static let least: Qualifiers = [.atLeast, .over]
  private static let most: Qualifiers = [.atMost, .under]

  /// The step to which the value looks rounded.
  private var step: Double {
    var step = 1.0
    for _ in 0..<Int(decimals) { step /= 10 }
    guard decimals == 0 else { return kind == .money ? step * magnitudeOfMoney : step }
    if kind == .percent { return 1 }
    guard value >= 1000 else { return kind == .money ? step : 1e-9 }
    // 12,000 is read as rounded to thousands, 12,345 as exact.
    if let whole = Int(exactly: value) {
      var power = 1
      while power <= whole / 100, whole % (power * 10) == 0 { power *= 10 }
      step = Double(power)
    }
    return kind == .money || step >= 1000 ? step : 1e-9
  }

  private var magnitudeOfMoney: Double { value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1 }
}

extension FindingArgument {
  /// A number with at most two decimals, written as each language does.
  static func number(_ value: Double) -> FindingArgument {
    let whole = value.rounded(.down)
    guard value.magnitude < 1e15, whole >= 0 else { return .text("\(value)") }
    var groups: [String] = []
    var rest = Int(whole)
    repeat {
      let group = String(rest % 1000)
      rest /= 1000
      groups.append(
        rest > 0 ? String(repeating: "0", count: 3 - group.count) + group : group)
    } while rest > 0
    groups.reverse()
    var decimals = ""
    let cents = Int(((value - whole) * 100).rounded())
    if cents > 0, cents < 100 {
      decimals = cents % 10 == 0 ? "\(cents / 10)" : (cents < 10 ? "0\(cents)" : "\(cents)")
    }
    return .localized(
      LocalizedText(
        english: groups.joined(separator: ",") + (decimals.isEmpty ? "" : "." + decimals),
        french: groups.joined(separator: "\u{A0}") + (decimals.isEmpty ? "" : "," + decimals)))
  }
}

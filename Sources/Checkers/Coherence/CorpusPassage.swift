internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// A unit of one of the documents, with what corpus checkers ask of it most often.
struct CorpusPassage: Hashable {
  /// Index in `Corpus.members`.
  var member: Int
  var unit: Int

  func facts(_ corpus: Corpus) -> DocumentFacts { corpus.members[member].facts }
  func place(_ corpus: Corpus) -> FindingPlace { corpus.place(member, unit) }
}

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
  /// True when the words of a unit, in small letters, hold one of some stretches of letters.
  func unit(_ index: Int, holds stretches: [String]) -> Bool {
    let text = quote(ofUnit: index).lowercased()
    return stretches.contains { text.contains($0) }
  }

  /// True when the document looks back on what was done.
  var looksBack: Bool { kind.reportsOnThePast }

  /// Units of the same block.
  func paragraph(of unit: Int) -> ClosedRange<Int> {
    var first = unit
    var last = unit
    while first > 0, units[first - 1].block == units[unit].block { first -= 1 }
    while last + 1 < units.count, units[last + 1].block == units[unit].block { last += 1 }
    return first...last
  }
}

extension NumberFact {
  /// True when two values can be the same, one of them rounded or given as a limit.
  func agrees(with other: NumberFact) -> Bool {
    if value == other.value { return true }
    for (one, two) in [(self, other), (other, self)] {
      if !one.qualifiers.isDisjoint(with: [.atLeast, .over]), two.value >= one.value {
        return true
      }
      if !one.qualifiers.isDisjoint(with: [.atMost, .under]), two.value <= one.value {
        return true
      }
      // 2.4 stands for anything from 2.35 to 2.45, and so does a round figure for what it rounds.
      if abs(one.value - two.value) <= one.step / 2 + 1e-9 { return true }
    }
    let isAbout = qualifiers.union(other.qualifiers).contains(.about)
    return isAbout && abs(value - other.value) <= 0.1 * max(value, other.value)
  }

  /// The step to which the value looks rounded.
  private var step: Double {
    var step = 1.0
    for _ in 0..<Int(decimals) { step /= 10 }
    guard decimals == 0 else { return kind == .money ? step * magnitudeOfMoney : step }
    if kind == .percent { return 1 }
    guard value >= 1000 else { return kind == .money ? step : 1e-9 }
    // 12,000 is read as rounded to thousands, 12,345 as exact.
    while step * 10 <= value / 10, value.truncatingRemainder(dividingBy: step * 10) == 0 {
      step *= 10
    }
    return kind == .money || step >= 1000 ? step : 1e-9
  }

  private var magnitudeOfMoney: Double { value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1 }
}

extension FindingArgument {
  /// A number with at most two decimals, with the decimal sign of each language.
  static func number(_ value: Double) -> FindingArgument {
    if value == value.rounded(), value.magnitude < 1e15 { return .number(Int(value)) }
    let english = "\((value * 100).rounded() / 100)"
    return .localized(
      LocalizedText(
        english: english, french: String(english.map { $0 == "." ? "," : $0 })))
  }
}

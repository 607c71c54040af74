internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension NationalPlanItems {
  func named(_ passage: CorpusPassage, _ row: IndicatorFact?) -> [Int] {
    let facts = passage.facts(corpus)
    let here = facts.units[passage.unit]
    return [passage.unit, Int(here.heading), Int(here.context)].filter { $0 >= 0 }.flatMap {
      corpus.departments(namedBy: CorpusPassage(member: passage.member, unit: $0))
    }
  }

  static let goals: Stretches = [
    "goal", "objective", "objectif", "buts", "focus area", "domaines prioritaires",
  ]

  /// A cell that names nobody in particular.
  func isVague(_ owner: String) -> Bool { OwnerName.read(owner) != .somebody }

  /// "An ombudsperson will be appointed. The Consular Corps will see to it."
  func isOwnedBehind(_ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let next = passage.unit + 1
    guard next < facts.units.count, !facts.units[passage.unit].isRow,
      facts.units[next].block == facts.units[passage.unit].block,
      facts.commitments(of: next).contains(where: { $0.actor == .organization })
        || opensWithName(facts, next)
    else { return false }
    return facts.unit(next, holds: Self.takingOn)
  }

  /// "The Consular Corps of Canada will see to it."
  func opensWithName(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    let range = here.textRange
    let opening = facts.quote(range.lowerBound..<min(range.upperBound, range.lowerBound + 90))
    guard let name = PartnerName.name(opening, isFrench: here.language == .french),
      let first = name.written.split(separator: " ").first,
      !Self.wholeState.contains(first.lowercased())
    else { return false }
    return name.written.hasSuffix("Canada") && name.written.split(separator: " ").count >= 3
  }

  /// "The Government of Canada" is nobody in particular.
  private static let wholeState: Set<String> = [
    "government", "gouvernement", "parliament", "parlement",
  ]

  private static let takingOn: Stretches = [
    " it.", " it ", " it,", " them", " this ", " lead", "responsib", "s’en charge", "s'en charge",
    " en sera", " en est", "y veille", "la réalis", "le réalis", "les réalis", "responsable",
  ]

  /// A table of the same plan gives the act to somebody.
  func isOwnedElsewhere(_ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let rows = facts.indicators.filter { !$0.owner.isEmpty && Int($0.unit) != passage.unit }
    guard !rows.isEmpty else { return false }
    let words = finder.words(of: passage)
    return rows.contains { row in
      let cell = row.action.isEmpty ? facts.units[Int(row.unit)].textRange : row.action.range
      let action = finder.words(
        of: cell, in: CorpusPassage(member: passage.member, unit: Int(row.unit)))
      let both = action.filter(words.contains)
      guard both.count >= 2 || (both.count == 1 && action.count == 1) else { return false }
      return finder.weight(both) >= 0.5 * min(finder.weight(action), finder.weight(words))
        && !isVague(facts.quote(row.owner.range))
    }
  }
}

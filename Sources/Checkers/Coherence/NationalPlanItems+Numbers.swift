internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Numbers that a plan gives its acts, by which others name them.
extension NationalPlanItems {
  private static let numberedNames = [
    "action ", "measure ", "mesure ", "commitment ", "engagement ", "activity ", "activité ",
    "undertaking ", "initiative ",
  ]

  /// "Measure 4", as it stands in front of an act and as a plan may call it.
  func numbered(_ facts: DocumentFacts, _ unit: Int) -> Stretches? {
    let range = facts.units[unit].textRange
    guard let name = Self.numberedNames.first(where: { facts.begins(range, with: [$0]) }) else {
      return nil
    }
    let rest = facts.quote(range.lowerBound + name.utf8.count..<range.upperBound)
    let number = rest.prefix { $0.isNumber }
    guard !number.isEmpty, number.count <= 2 else { return nil }
    return Stretches([" ", ",", ".", ":", ")", ";"].map { name + number + $0 })
  }

  /// The number in front of an act: "3.2".
  static func code(_ facts: DocumentFacts, _ unit: Int) -> String? {
    let start = facts.quote(facts.units[unit].textRange).drop { $0 == "*" || $0 == " " }
    let code = start.prefix { $0.isNumber || $0 == "." }
    let parts = code.split(separator: ".")
    guard parts.count >= 2, parts.count <= 4, parts.allSatisfy({ $0.count <= 2 }) else {
      return nil
    }
    return parts.joined(separator: ".")
  }

  /// True when an act of a plan bears a number.
  func names(_ plan: Int, _ forms: Stretches) -> Bool {
    let facts = corpus.members[plan].facts
    return facts.units.indices.contains {
      facts.unit($0, holds: forms) && !ActReading.waits(facts, $0)
    }
  }

  /// A number as it stands in front of an act.
  static func forms(_ code: String) -> Stretches {
    Stretches([" ", ")", ":", ".", "*", ","].map { code + $0 })
  }
}

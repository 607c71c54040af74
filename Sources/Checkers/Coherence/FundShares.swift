internal import Checking
internal import Facts

/// A sum that is divided in full between departments, and the shares that their own documents name.
struct FundShares {
  struct Wrong {
    var passage: CorpusPassage
    var whole: NumberFact
    var shares: [CorpusPassage]
    var sum: Double
  }

  /// How many divided sums are looked at: each is set against all sums of the departments.
  private static let most = 64

  static func wrong(_ corpus: Corpus) -> [Wrong] {
    var found: [Wrong] = []
    var divisions = 0
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for number in facts.numbers
      where number.kind == .money && number.value >= 10_000 && divisions < most {
        let unit = Int(number.unit)
        guard number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.yearly)),
          let told = division(facts, unit)
        else { continue }
        let departments = Set(
          corpus.departments(namedBy: CorpusPassage(member: member, unit: told)))
        guard departments.count >= 2, departments.count <= 8 else { continue }
        divisions += 1
        guard
          let wrong = shares(corpus, CorpusPassage(member: member, unit: unit), number, departments)
        else { continue }
        found.append(wrong)
      }
    }
    return found
  }

  /// The sentence, or one of the two behind it, that says that the sum goes to several in full.
  private static func division(_ facts: DocumentFacts, _ unit: Int) -> Int? {
    (unit...min(unit + 2, facts.units.count - 1)).first { other in
      facts.units[other].block == facts.units[unit].block && facts.unit(other, holds: dividing)
        && facts.unit(other, holds: between) && !facts.unit(other, holds: kept)
        && facts.numbers(of: other).allSatisfy { other == unit || $0.kind != .money }
    }
  }

  private static func shares(
    _ corpus: Corpus, _ passage: CorpusPassage, _ whole: NumberFact, _ departments: Set<Int>
  ) -> Wrong? {
    let facts = passage.facts(corpus)
    let keys = facts.paragraph(of: passage.unit).prefix(24).flatMap {
      DocumentFacts.of($0, in: facts.names).filter(\.hasHead).map { name in
        Set(facts.words(in: Int(name.start)..<Int(name.end), facts.language))
      }
    }.filter { !$0.isEmpty }
    guard !keys.isEmpty else { return nil }
    var places: [CorpusPassage] = []
    var sum = 0.0
    for department in departments {
      var own: (passage: CorpusPassage, value: Double)?
      for member in corpus.members.indices
      where corpus.department(of: member) == department && member != passage.member {
        let theirs = corpus.members[member].facts
        guard corpus.mayShareTime(member, passage.member) else { continue }
        for number in theirs.numbers where number.kind == .money && number.value <= whole.value {
          let unit = Int(number.unit)
          guard theirs.unit(unit, holds: sharing),
            number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.yearly)),
            theirs.numbers(of: unit).count(where: { $0.kind == .money }) == 1
          else { continue }
          let words = Set(theirs.words(ofUnit: unit))
          guard
            keys.contains(where: {
              $0.isSubset(of: words)
                || !$0.isDisjoint(with: words) && theirs.unit(unit, holds: Self.theFund)
            })
          else { continue }
          if let own, own.value != number.value { return nil }
          own = own ?? (CorpusPassage(member: member, unit: unit), number.value)
        }
      }
      guard let own else { return nil }
      places.append(own.passage)
      sum += own.value
    }
    guard abs(sum - whole.value) > 0.02 * whole.value else { return nil }
    places.sort { ($0.member, $0.unit) < ($1.member, $1.unit) }
    return Wrong(passage: passage, whole: whole, shares: places, sum: sum)
  }

  private static let dividing: Stretches = [
    "divided", "shared", "split", "distributed", "goes in full", "go in full", "réparti", "partagé",
    "divisé", "distribué", "ventilé", "shares",
  ]
  private static let between: Stretches = ["between", "among ", "entre "]
  private static let kept: Stretches = [
    "reserve", "remainder", "the rest", "kept", "held back", "réserve", "le reste", "le solde",
    "others", "d’autres", "d'autres", "including", "notamment", "mostly", "surtout", "partly",
  ]
  /// The name may be shortened.
  private static let theFund: Stretches = [
    "the fund", "this fund", "le fonds", "du fonds", "ce fonds",
  ]
  private static let sharing: Stretches = [
    "share", "receiv", "portion", "part ", "allocat", "reçoit", "recevons", "quote-part",
    "of the fund", "du fonds", "allou", "entitled",
  ]
}

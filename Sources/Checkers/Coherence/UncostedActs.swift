internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Acts of a plan that a table of costs leaves out though it says that it has them all, where plan and table are two
/// documents of one department.
struct UncostedActs {
  struct Missing {
    var passage: CorpusPassage
    /// The total row, or the sentence, that claims to be complete.
    var table: CorpusPassage
  }

  private let corpus: Corpus
  private let member: Int

  /// A document that may hold the table.
  init(_ corpus: Corpus, _ member: Int) {
    self.corpus = corpus
    self.member = member
  }

  private static let everything: Stretches = [
    "all activities", "all actions", "all measures", "every activity", "whole plan", "entire plan",
    "all commitments", "table is complete", "list is complete", "complete list", "full cost",
    "toutes les activités", "toutes les mesures", "ensemble des activités", "ensemble des mesures",
    "tableau est complet", "liste est complète", "ensemble du plan", "toutes les actions",
    "tous les engagements",
  ]

  func missing() -> [Missing] {
    let facts = corpus.members[member].facts
    guard let department = corpus.department(of: member), !facts.looksBack else { return [] }
    guard
      let claim = facts.units.indices.first(where: {
        !facts.units[$0].isHeading && facts.unit($0, holds: Self.everything)
      }), let rows = CostedRows(facts)
    else { return [] }
    let table = CorpusPassage(member: member, unit: claim)
    return corpus.members.indices.flatMap { other -> [Missing] in
      guard other != member, corpus.department(of: other) == department,
        corpus.members[other].profile.kind == .implementationPlan,
        corpus.members[other].profile.language == corpus.members[member].profile.language,
        corpus.mayShareTime(member, other)
      else { return [] }
      return acts(other, rows, table)
    }
  }

  private func acts(
    _ other: Int, _ rows: CostedRows, _ table: CorpusPassage
  ) -> [Missing] {
    let theirs = corpus.members[other].facts
    var costed = 0
    var missing: [Missing] = []
    var last: Int32 = -1
    for commitment in theirs.commitments
    where commitment.rung.rung >= .commitment && commitment.unit != last {
      last = commitment.unit
      let unit = Int(commitment.unit)
      if rows.pay(for: CostedRows.stems(theirs.quote(ofUnit: unit))) {
        costed += 1
      } else if theirs.unit(unit, holds: AmountPurpose.costly),
        !theirs.unit(unit, holds: MoneyActivityChecker.atNoCost),
        !theirs.numbers(of: unit).contains(where: { $0.kind == .money })
      {
        missing.append(Missing(passage: CorpusPassage(member: other, unit: unit), table: table))
      }
    }
    return costed >= 2 && missing.count <= costed ? missing : []
  }
}

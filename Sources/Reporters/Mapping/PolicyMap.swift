internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Who works towards which goal, read both ways.
///
/// From the goal: which documents act on it, so that goals without anyone show (orphans) and those that only
/// documents for the whole government speak of (unowned). From the action: which goals it serves, so that
/// actions tied to none or to very many show (retrofits).
struct PolicyMap {
  /// A requirement with the highest rung in each document.
  struct Goal {
    enum Standing: String {
      case owned
      /// Only documents that speak for the whole government commit to it.
      case unowned
      /// No document commits to it.
      case orphan
    }

    /// Index in the report's requirements.
    var requirement: Int
    /// One for each document of the report; `nil` where it does not apply.
    var rungs: [Rung?]
    var standing: Standing
  }

  /// A commitment with the requirements that it serves.
  struct Action {
    enum Standing: String {
      case linked
      case none
      case everything
    }

    /// Index in the report's documents.
    var document: Int
    var place: FindingPlace
    /// Who, by when, how measured, with what money, in the words of the passage; `nil` for what it does not
    /// say.
    var owner: String?
    var deadline: String?
    var measure: String?
    var money: String?
    var requirements: [Int]
    /// Groups of requirements that they belong to.
    var groups: Set<String>
    var standing: Standing
  }

  /// Groups from which on an action is tied to very many goals.
  static let manyGroups = 5

  let goals: [Goal]
  let actions: [Action]

  init(_ report: Report) {
    var goals: [Goal] = []
    for (index, requirement) in report.rules.requirements.enumerated()
    where !requirement.judgedByPerson {
      var applies = false
      var isOwned = false
      var isSpokenOf = false
      let rungs = report.documents.map { document -> Rung? in
        guard let cell = document.coverage.first(where: { $0.requirement == index }) else {
          return nil
        }
        applies = true
        if cell.rung >= .commitment {
          if document.profile.speaksForAll { isSpokenOf = true } else { isOwned = true }
        }
        return cell.rung
      }
      guard applies else { continue }
      goals.append(
        Goal(
          requirement: index, rungs: rungs,
          standing: isOwned ? .owned : isSpokenOf ? .unowned : .orphan))
    }
    self.goals = goals
    var actions: [Action] = []
    for member in report.corpus?.members ?? [] {
      guard
        let number = report.documents.firstIndex(where: { $0.profile.path == member.profile.path })
      else { continue }
      let facts = member.facts
      var lastUnit = -1
      for commitment in facts.commitments where Int(commitment.unit) != lastUnit {
        lastUnit = Int(commitment.unit)
        guard commitment.rung.rung >= .commitment, commitment.actor != .other else { continue }
        let served = facts.served(by: lastUnit).filter { $0.rung.rung >= .commitment }
          .map { Int($0.requirement) }
        let groups = Set(served.map { report.rules.requirements[$0].group })
        actions.append(
          Action(
            document: number, place: FindingPlace(facts: facts, unit: lastUnit),
            owner: Self.owner(commitment, facts, member.profile),
            deadline: facts.dates(of: lastUnit).last {
              commitment.deadline > 0 && $0.last == Int(commitment.deadline)
            }.map { facts.quote($0.start, $0.end) },
            measure: Self.words(commitment.measure, facts),
            money: Self.words(commitment.money, facts), requirements: served, groups: groups,
            standing: served.isEmpty
              ? .none : groups.count >= Self.manyGroups ? .everything : .linked))
      }
    }
    self.actions = actions
  }

  /// The organization that is named, else the department whose document it is; nobody for a passive, and
  /// for "Canada".
  private static func owner(
    _ commitment: CommitmentFact, _ facts: DocumentFacts, _ profile: DocumentProfile
  ) -> String? {
    switch commitment.actor {
    case .organization:
      let index = Int(commitment.organization)
      return OrganizationCatalog.all.indices.contains(index)
        ? OrganizationCatalog.all[index].id : nil
    case .own: return profile.department
    case .none, .country, .other: return nil
    }
  }

  /// A number with the word behind it.
  private static func words(_ index: Int32, _ facts: DocumentFacts) -> String? {
    guard index >= 0, Int(index) < facts.numbers.count else { return nil }
    let number = facts.numbers[Int(index)]
    return facts.quote(number.start, number.end)
  }
}

extension DocumentProfile {
  /// True for documents of the whole government, which own nothing themselves.
  var speaksForAll: Bool {
    switch kind {
    case .nationalActionPlan, .strategy, .initiative, .consultation: department == nil
    default: false
    }
  }
}

internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// What the documents lack, requirement by requirement, most important first.
///
/// The rule of the ranking: the requirement's weight, then the number of plans with the gap, then the
/// requirement's id; within a requirement what is contradicted, then template text only, not found and too
/// weak, then the order of the paths. A plan in two languages counts once.
struct GapRegister {
  /// One document's gap.
  struct Entry {
    /// Index in the report's documents.
    var document: Int
    var cell: CoverageCell
    var gap: CoverageCell.Gap
    /// The passage that says most about the gap; `nil` when nothing was found.
    var passage: FindingPlace?
    var owner: ProposedOwner
  }

  /// One requirement with its gaps.
  struct Goal {
    /// Index in the report's requirements.
    var requirement: Int
    var entries: [Entry]
    /// Plans that the requirement applies to, and those of them that lack it in at least one language.
    var planCount: Int
    var gapPlanCount: Int
    var bestRung: Rung
    /// The documents that come closest, in the order of their paths; empty when nothing was found anywhere.
    var closest: [Int]

    /// True when no document promises an act for it: the goal has no owner.
    var isUnowned: Bool { bestRung < .commitment }
  }

  /// Who could close a gap. A proposal, made from the documents alone.
  enum ProposedOwner: Hashable {
    /// The department whose plan it is.
    case department(String)
    /// The same, with the position or branch that the passage names.
    case named(String, by: String)
    /// Nobody can be named.
    case unknown
  }

  let report: Report
  let plans: PlanGroups
  /// Requirements with a gap somewhere, ranked.
  let goals: [Goal]
  /// Requirements that every document meets, the heaviest first.
  let metByAll: [CorpusCoverage.Row]
  let gapCount: Int
  /// Acts of a national plan that no department is named for and no plan takes up.
  let unownedActs: [Finding]

  init(_ report: Report) {
    let coverage = CorpusCoverage(report)
    let plans = PlanGroups(report.documents)
    // By document, because the passages of one document are read together.
    let details = report.documents.map(Self.details)
    self.report = report
    self.plans = plans
    self.goals = coverage.rows.filter { $0.gapCount > 0 }
      .map { Self.goal($0, report, plans, details) }
      .sorted {
        let left = report.rules.requirements[$0.requirement]
        let right = report.rules.requirements[$1.requirement]
        return (right.weight, $1.gapPlanCount, left.id) < (left.weight, $0.gapPlanCount, right.id)
      }
    self.unownedActs = report.corpusFindings.filter {
      $0.checker == "coh.unowned" && $0.suppression == nil && $0.place != nil
    }
    self.metByAll = coverage.metByAll(report.rules)
    self.gapCount = goals.reduce(0) { $0 + $1.entries.count }
  }

  /// Goals that no document meets, ranked; some of them are promised, but not firmly enough.
  var metByNone: [Goal] { goals.filter { $0.entries.count == $0.documentCount(in: report) } }

  private static func goal(
    _ row: CorpusCoverage.Row, _ report: Report, _ plans: PlanGroups, _ details: [[Detail?]]
  ) -> Goal {
    var entries: [Entry] = []
    var closest: [Int] = []
    for (index, cellIndex) in row.cells {
      let document = report.documents[index]
      let cell = document.coverage[cellIndex]
      if cell.rung == row.bestRung, cell.rung > .absent { closest.append(index) }
      guard let gap = cell.gap, let detail = details[index][cellIndex] else { continue }
      entries.append(
        Entry(
          document: index, cell: cell, gap: gap, passage: detail.passage, owner: detail.owner))
    }
    return Goal(
      requirement: row.requirement,
      entries: entries.sorted {
        ($0.gap.urgency, $0.document) < ($1.gap.urgency, $1.document)
      },
      planCount: plans.count(of: row.cells.map(\.document)),
      gapPlanCount: plans.count(of: entries.map(\.document)), bestRung: row.bestRung,
      closest: closest)
  }

  /// What the passages of a document say of one of its gaps.
  private struct Detail {
    var passage: FindingPlace?
    var owner: ProposedOwner
  }

  /// One for each cell of its coverage; `nil` where there is no gap.
  private static func details(of document: DocumentReport) -> [Detail?] {
    let evidence = document.evidence
    let rejections = document.rejections
    return document.coverage.map { cell in
      cell.gap.map { gap in
        Detail(
          passage: passage(cell, gap, evidence, rejections),
          owner: owner(cell, document.profile.department, evidence))
      }
    }
  }

  /// The passage that says most about the gap; `nil` when nothing was found.
  static func passage(
    _ cell: CoverageCell, _ gap: CoverageCell.Gap, _ evidence: [PassageEvidence],
    _ rejections: [PassageRejection]
  ) -> FindingPlace? {
    if gap == .contradicted || gap == .templateOnly, let nearest = cell.nearest,
      rejections.indices.contains(nearest)
    {
      return rejections[nearest].place
    }
    guard let best = cell.best, evidence.indices.contains(best) else { return nil }
    return evidence[best].place
  }

  private static func owner(
    _ cell: CoverageCell, _ department: String?, _ evidence: [PassageEvidence]
  ) -> ProposedOwner {
    guard let department, !department.isEmpty else { return .unknown }
    guard let best = cell.best, evidence.indices.contains(best),
      let named = evidence[best].reasons.first(where: { $0.kind == .marker(.owner) }),
      !named.quote.isEmpty
    else { return .department(department) }
    return .named(department, by: named.quote)
  }
}

extension GapRegister.Goal {
  /// Documents that the requirement applies to.
  func documentCount(in report: Report) -> Int {
    report.documents.count { $0.coverage.contains { $0.requirement == requirement } }
  }
}

internal import Checking
internal import RuleSets
internal import SourceText

/// What the summary says, worked out once from the report; both products, all languages and all forms are
/// made from it.
struct SummaryFindings {
  /// A requirement that plans do not meet.
  struct Gap {
    var requirement: Int
    var planCount: Int
    var gapPlanCount: Int
    /// Partners that could own it: of those that lack it, the ones that come closest; empty when too many come
    /// equally close.
    var owners: [Partner]
    /// Partners whose plans meet it already.
    var metBy: [Partner]
    /// The sentence that comes closest, with whose it is.
    var passage: (partner: Partner, place: FindingPlace, rung: Rung)?
  }

  /// A passage that cannot stand as it is, with those that it does not go with.
  struct Contradiction {
    var title: LocalizedText
    var level: Level
    var first: FindingPlace
    /// At most one before the annex; none when the passage is at odds with itself or with a fact.
    var others: [FindingPlace]
    /// Id of the finding, or "language-versions".
    var id: String
  }

  struct Strength {
    var requirement: Int
    var partner: Partner
    var place: FindingPlace
    var rung: Rung
  }

  /// A partner whose passages count without naming the agenda.
  struct Opening {
    var partner: Partner
    var requirement: Int
    var place: FindingPlace
  }

  static let gapLimit = 5
  /// More owners than this are nobody's.
  static let ownerLimit = 2
  static let gapsPerGroup = 2
  static let contradictionLimit = 3
  static let strengthLimit = 3
  static let openingLimit = 3

  let report: Report
  let list: PartnerList
  let plans: PlanGroups
  /// Requirements asked of at least one partner's plan, that text can judge.
  let asked: Int
  let metByAll: Int
  let metByNone: Int
  let gaps: [Gap]
  let contradictions: [Contradiction]
  let strengths: [Strength]
  let openings: [Opening]

  init(_ report: Report, options: SummaryOptions) {
    let list = PartnerList(report)
    let reduced = list.reduced
    let register = GapRegister(reduced)
    let rows = CorpusCoverage(reduced).rows
    self.report = report
    self.list = list
    plans = register.plans
    asked = rows.count
    metByAll = rows.count { $0.gapCount == 0 }
    metByNone = rows.count { $0.metCount == 0 }
    gaps = Self.gaps(register, list)
    contradictions = Self.contradictions(report)
    strengths = Self.strengths(list, rows, reduced)
    openings = Self.openings(list, options.principles)
  }

  // MARK: Gaps

  /// By the register's ranking, at most so many of one group, so that one principle does not fill the page.
  private static func gaps(_ register: GapRegister, _ list: PartnerList) -> [Gap] {
    let report = register.report
    var taken: [String: Int] = [:]
    var gaps: [Gap] = []
    for goal in register.goals where gaps.count < gapLimit {
      let group = report.rules.requirements[goal.requirement].group
      guard taken[group, default: 0] < gapsPerGroup else { continue }
      taken[group, default: 0] += 1
      func partners(_ documents: [Int]) -> [Partner] {
        let paths = Set(documents.map { report.documents[$0].profile.path })
        return list.partners.filter { partner in
          partner.documents.contains { paths.contains(list.report.documents[$0].profile.path) }
        }
      }
      var passage: (partner: Partner, place: FindingPlace, rung: Rung)?
      for entry in goal.entries where entry.passage != nil {
        if let other = passage, other.rung >= entry.cell.rung { continue }
        guard let place = entry.passage, let partner = partners([entry.document]).first else {
          continue
        }
        passage = (partner, place, entry.cell.rung)
      }
      let lacking = partners(goal.entries.map(\.document))
      let best = goal.entries.map(\.cell.rung).max()
      let closest = partners(goal.entries.filter { $0.cell.rung == best }.map(\.document))
      gaps.append(
        Gap(
          requirement: goal.requirement, planCount: goal.planCount,
          gapPlanCount: goal.gapPlanCount,
          owners: closest.count <= ownerLimit ? closest : [],
          metBy: list.partners.filter { partner in
            !lacking.contains { $0.documents == partner.documents }
              && list.standing(partner, goal.requirement)?.cell.isMet == true
          }, passage: passage))
    }
    return gaps
  }

  // MARK: Contradictions

  /// Findings over the set that a person must look at or that are wrong, then language versions of one plan on different sides
  /// of a floor.
  private static func contradictions(_ report: Report) -> [Contradiction] {
    var found: [Contradiction] = []
    for finding in report.corpusFindings
    where finding.level >= .ask && finding.suppression == nil {
      guard let first = finding.place, !first.quote.isEmpty else { continue }
      let second = finding.related.first { $0 != first && !$0.quote.isEmpty }
      found.append(
        Contradiction(
          title: SummaryWords.capitalized(FindingWords(finding, report).message),
          level: finding.level, first: first,
          others: second.map { [$0] } ?? [], id: "\(finding.checker)/\(finding.kind)"))
    }
    // A sort that keeps the order of equals: the corpus has them by place.
    found = found.enumerated().sorted {
      ($0.element.level, $0.element.others.count, -$0.offset)
        > ($1.element.level, $1.element.others.count, -$1.offset)
    }.map(\.element)
    let plans = PlanGroups(report.documents)
    for (index, document) in report.documents.enumerated() {
      for other in report.documents.indices.dropFirst(index + 1)
      where plans.ofDocument[other] == plans.ofDocument[index] {
        found += versions(document, report.documents[other], report)
      }
    }
    return spread(found)
  }

  /// One of each sort first, so that the few that are shown on the first pages differ.
  private static func spread(_ all: [Contradiction]) -> [Contradiction] {
    var seen: Set<String> = []
    var first: [Contradiction] = []
    var rest: [Contradiction] = []
    for entry in all {
      if seen.insert(entry.id).inserted { first.append(entry) } else { rest.append(entry) }
    }
    return first + rest
  }

  private static func versions(
    _ one: DocumentReport, _ other: DocumentReport, _ report: Report
  ) -> [Contradiction] {
    one.coverage.compactMap { cell in
      guard report.rules.requirements.indices.contains(cell.requirement),
        !report.rules.requirements[cell.requirement].judgedByPerson,
        let second = other.coverage.first(where: { $0.requirement == cell.requirement }),
        cell.isMet != second.isMet, let firstIndex = cell.best, let secondIndex = second.best,
        one.evidence.indices.contains(firstIndex), other.evidence.indices.contains(secondIndex)
      else { return nil }
      return Contradiction(
        title: SummaryWords.versionsDiffer(
          report.rules.requirements[cell.requirement].title, cell.rung,
          one.profile.language, second.rung),
        level: .ask, first: one.evidence[firstIndex].place,
        others: [other.evidence[secondIndex].place], id: "language-versions")
    }
  }

  // MARK: Strengths and openings

  /// Commitments that meet a floor few plans meet, the heaviest first, one a partner.
  private static func strengths(
    _ list: PartnerList, _ rows: [CorpusCoverage.Row], _ reduced: Report
  ) -> [Strength] {
    let metCounts = Dictionary(
      rows.map { ($0.requirement, $0.metCount) }, uniquingKeysWith: { first, _ in first })
    var candidates: [(key: (Int, Int, Int), strength: Strength)] = []
    for partner in list.partners {
      for requirement in list.report.rules.requirements.indices {
        guard let standing = list.standing(partner, requirement), standing.cell.isMet,
          standing.cell.rung >= .commitment, !standing.languagesDiffer,
          !list.report.rules.requirements[requirement].judgedByPerson,
          let best = standing.cell.best,
          list.report.documents[standing.document].evidence.indices.contains(best)
        else { continue }
        let evidence = list.report.documents[standing.document].evidence[best]
        candidates.append(
          (
            (
              -list.report.rules.requirements[requirement].weight, -standing.cell.rung.rawValue,
              metCounts[requirement] ?? 0
            ),
            Strength(
              requirement: requirement, partner: partner, place: evidence.place,
              rung: evidence.rung)
          ))
      }
    }
    let ranked = candidates.enumerated().sorted {
      ($0.element.key.0, $0.element.key.1, $0.element.key.2, $0.offset)
        < ($1.element.key.0, $1.element.key.1, $1.element.key.2, $1.offset)
    }
    var chosen: [Strength] = []
    for (_, candidate) in ranked where chosen.count < strengthLimit {
      let strength = candidate.strength
      let isKnown = chosen.contains {
        $0.partner.documents == strength.partner.documents
          || $0.requirement == strength.requirement
      }
      if !isKnown { chosen.append(strength) }
    }
    return chosen
  }

  /// Partners none of whose passages that count for the principles names the agenda, with their firmest.
  private static func openings(_ list: PartnerList, _ principles: String) -> [Opening] {
    guard list.areDepartments else { return [] }
    let rules = list.report.rules
    var openings: [Opening] = []
    for partner in list.partners where openings.count < openingLimit {
      var best: (requirement: Int, evidence: PassageEvidence)?
      var namesAgenda = false
      for document in partner.documents {
        for evidence in list.report.documents[document].evidence {
          guard rules.requirements.indices.contains(evidence.requirement),
            rules.ruleSets[rules.ruleSetOfRequirement[evidence.requirement]].id == principles
          else { continue }
          if Agenda.isNamed(in: evidence.place) { namesAgenda = true }
          if evidence.rung >= .commitment, evidence.rung > best?.evidence.rung ?? .absent {
            best = (evidence.requirement, evidence)
          }
        }
      }
      if !namesAgenda, let best {
        openings.append(
          Opening(
            partner: partner, requirement: best.requirement, place: best.evidence.place))
      }
    }
    return openings
  }
}

/// The names by which texts call the agenda.
enum Agenda {
  private static let names = [
    "women, peace and security", "women peace and security", "wps", "national action plan",
    "femmes, paix et sécurité", "femmes, la paix et la sécurité", "fps", "plan d'action national",
  ]

  static func isNamed(in place: FindingPlace) -> Bool {
    ([place.quote] + place.headingPath).contains { text in
      let text = FindingFingerprints.normalized(text)
      return names.contains { contains(text, $0) }
    }
  }

  /// True when the words stand in the text with no letter before or after them.
  private static func contains(_ text: String, _ words: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: words) {
      let before =
        range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      if !before.isLetter, !after.isLetter { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }
}

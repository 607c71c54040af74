internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// One row of the summary: a department with its documents, or, where no departments are known, a plan.
struct Partner {
  /// Full name.
  var name: LocalizedText
  /// Acronym, for tables and figures.
  var short: LocalizedText
  /// Indices in the report's documents.
  var documents: [Int]
  /// Indices in `OrganizationCatalog.all`; DND/CAF are two.
  var organizations: [Int]

  /// "Global Affairs Canada (GAC)", or the name alone where that is all there is.
  func introduced(in language: Language) -> String {
    name[language] == short[language] ? name[language] : "\(name[language]) (\(short[language]))"
  }
}

/// How a partner stands with one requirement, over its documents.
struct PartnerStanding {
  var document: Int
  var cell: CoverageCell
  /// True when the two language versions of a plan are on different rungs.
  var languagesDiffer: Bool
}

/// The partners of a report, in no order of merit.
struct PartnerList {
  let report: Report
  /// By path of the first document; `sorted(in:)` puts them in the order of their names.
  let partners: [Partner]
  /// False when the documents name no departments, so that every plan stands for itself.
  let areDepartments: Bool

  init(_ report: Report) {
    self.report = report
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (index, document) in report.documents.enumerated() {
      guard let department = document.profile.department, !department.isEmpty else { continue }
      let key = department.lowercased()
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(index)
    }
    areDepartments = !order.isEmpty
    if areDepartments {
      partners = order.compactMap { key in
        guard let documents = members[key], let first = documents.first,
          let department = report.documents[first].profile.department
        else { return nil }
        return Self.department(department, documents)
      }
    } else {
      let groups = PlanGroups(report.documents)
      partners = (0..<groups.count).compactMap { number in
        let documents = report.documents.indices.filter { groups.ofDocument[$0] == number }
        guard let first = documents.first,
          documents.contains(where: { !report.documents[$0].coverage.isEmpty })
        else { return nil }
        let title = report.documents[first].title ?? report.documents[first].profile.path
        return Partner(
          name: LocalizedText(name: title), short: LocalizedText(name: "Doc. \(first + 1)"),
          documents: documents, organizations: [])
      }
    }
  }

  private static func department(_ text: String, _ documents: [Int]) -> Partner {
    let known = text.split(separator: "/").compactMap {
      OrganizationCatalog.index(named: String($0))
    }
    let parts = text.split(separator: "/").count
    guard known.count == parts, !known.isEmpty else {
      return Partner(
        name: LocalizedText(name: text), short: LocalizedText(name: text), documents: documents,
        organizations: known)
    }
    let organizations = known.map { OrganizationCatalog.all[$0] }
    func joined(_ word: (Organization) -> String, _ separator: String) -> String {
      organizations.map(word).joined(separator: separator)
    }
    return Partner(
      name: LocalizedText(
        english: joined({ $0.title.english }, " and "),
        french: joined({ $0.title.french }, " et ")),
      short: LocalizedText(
        english: joined({ $0.acronym(in: .english) }, "/"),
        french: joined({ $0.acronym(in: .french) }, "/")),
      documents: documents, organizations: known)
  }

  /// In the order of their names: an order that ranks nobody.
  func sorted(in language: Language) -> [Partner] {
    partners.sorted {
      ($0.name[language], $0.documents.first ?? 0) < ($1.name[language], $1.documents.first ?? 0)
    }
  }

  /// The report with the partners' documents alone.
  var reduced: Report {
    var result = report
    let wanted = Set(partners.flatMap(\.documents))
    result.documents = report.documents.enumerated().filter { wanted.contains($0.offset) }
      .map(\.element)
    return result
  }

  /// The best standing over the partner's documents: the highest rung wins; `nil` when the requirement is
  /// asked of none of them.
  func standing(_ partner: Partner, _ requirement: Int) -> PartnerStanding? {
    var best: PartnerStanding?
    var rungs: [Language: Set<Rung>] = [:]
    for document in partner.documents {
      guard
        let cell = report.documents[document].coverage.first(where: {
          $0.requirement == requirement
        })
      else { continue }
      rungs[report.documents[document].profile.language, default: []].insert(cell.rung)
      let isBetter = best.map { (other: PartnerStanding) in
        (cell.isMet ? 1 : 0, cell.rung) > (other.cell.isMet ? 1 : 0, other.cell.rung)
      }
      if isBetter ?? true {
        best = PartnerStanding(document: document, cell: cell, languagesDiffer: false)
      }
    }
    if rungs.count > 1, Set(rungs.values).count > 1 { best?.languagesDiffer = true }
    return best
  }
}

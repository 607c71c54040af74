package import SourceText

/// What a policy is for; floors and applicability depend on it.
package enum DocumentKind: String, Sendable, CaseIterable {
  case nationalActionPlan = "nap"
  case implementationPlan = "implementation-plan"
  case departmentalPlan = "departmental-plan"
  case resultsReport = "results-report"
  case supplementaryTable = "supplementary-table"
  case progressReport = "progress-report"
  case programmePage = "programme-page"
  case memorandum = "memorandum"
  case submission = "submission"
  case strategy = "strategy"
  case initiative = "initiative"
  case consultation = "consultation"

  /// True for documents that report on what was done: completed acts count in them.
  package var reportsOnThePast: Bool { self == .resultsReport || self == .progressReport }

  /// A kind from its name here or from the short code that federal drafters use ("DP", "NIP", "PM").
  package init?(nameOrCode: String) {
    let name = nameOrCode.lowercased()
    if let kind = DocumentKind(rawValue: name) {
      self = kind
      return
    }
    switch name {
    case "nip": self = .implementationPlan
    case "dp", "pm": self = .departmentalPlan
    case "drr", "rrm", "departmental-results-report": self = .resultsReport
    case "sit": self = .supplementaryTable
    case "pr": self = .progressReport
    case "pp", "program-page", "web-page": self = .programmePage
    case "mc": self = .memorandum
    case "tbs": self = .submission
    case "str", "framework": self = .strategy
    case "ini": self = .initiative
    case "con": self = .consultation
    default: return nil
    }
  }

  package var title: LocalizedText {
    switch self {
    case .nationalActionPlan:
      LocalizedText(english: "national action plan", french: "plan d’action national")
    case .implementationPlan:
      LocalizedText(english: "implementation plan", french: "plan de mise en œuvre")
    case .departmentalPlan: LocalizedText(english: "departmental plan", french: "plan ministériel")
    case .resultsReport:
      LocalizedText(
        english: "departmental results report", french: "rapport sur les résultats ministériels")
    case .supplementaryTable:
      LocalizedText(
        english: "GBA Plus supplementary table", french: "tableau supplémentaire sur l’ACS Plus")
    case .progressReport: LocalizedText(english: "progress report", french: "rapport d’étape")
    case .programmePage: LocalizedText(english: "program page", french: "page de programme")
    case .memorandum:
      LocalizedText(english: "memorandum to Cabinet", french: "mémoire au Cabinet")
    case .submission:
      LocalizedText(
        english: "Treasury Board submission", french: "présentation au Conseil du Trésor")
    case .strategy: LocalizedText(english: "strategy", french: "stratégie")
    case .initiative: LocalizedText(english: "initiative", french: "initiative")
    case .consultation: LocalizedText(english: "consultation record", french: "consultation")
    }
  }
}

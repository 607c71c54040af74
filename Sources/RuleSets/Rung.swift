package import SourceText

/// A step of the evidence ladder, from rhetoric to action.
package enum Rung: Int, Sendable, CaseIterable, Comparable {
  /// No passage.
  case absent = 0
  /// The topic is present, nothing is promised.
  case mention
  /// A direction without obligation.
  case intent
  /// A stated act by the department.
  case commitment
  /// A commitment with an amount, date, baseline, target, indicator or owner in the same unit.
  case resourced

  /// The name used in rule files, in JSON and on the command line.
  package var name: String {
    switch self {
    case .absent: "absent"
    case .mention: "mention"
    case .intent: "intent"
    case .commitment: "commitment"
    case .resourced: "resourced"
    }
  }

  package init?(name: String) {
    guard let rung = Rung.allCases.first(where: { $0.name == name }) else { return nil }
    self = rung
  }

  /// The word shown to readers.
  package var title: LocalizedText {
    switch self {
    case .absent: LocalizedText(english: "absent", french: "absent")
    case .mention: LocalizedText(english: "mention", french: "mention")
    case .intent: LocalizedText(english: "intent", french: "intention")
    case .commitment: LocalizedText(english: "commitment", french: "engagement")
    case .resourced: LocalizedText(english: "resourced", french: "doté")
    }
  }

  /// The word shown to readers of a report on the past, where a promise is no longer the question.
  package var resultTitle: LocalizedText {
    switch self {
    case .absent: LocalizedText(english: "not found", french: "non trouvé")
    case .mention, .intent: LocalizedText(english: "partly", french: "en partie")
    case .commitment, .resourced: LocalizedText(english: "done", french: "fait")
    }
  }

  /// One character that tells the rungs apart without colour.
  package var symbol: String {
    switch self {
    case .absent: "·"
    case .mention: "○"
    case .intent: "◔"
    case .commitment: "◑"
    case .resourced: "●"
    }
  }

  package static func < (lhs: Rung, rhs: Rung) -> Bool { lhs.rawValue < rhs.rawValue }
}

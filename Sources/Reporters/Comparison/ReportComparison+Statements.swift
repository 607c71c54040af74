package import Checking
internal import RuleSets
internal import SourceText

extension ReportComparison {
  /// What became of a commitment or an indicator, whether or not a requirement asks for it.
  package struct Statement: Sendable {
    package var kind: EditionComparison.Kind
    package var document: String
    /// `nil` for what is new.
    package var old: ReportRecord.Passage?
    /// `nil` for what is gone.
    package var new: ReportRecord.Passage?
    /// Id of the requirement that went or came with it.
    package var requirement: String?
    /// How much hangs on it.
    package var weight: Int
  }

  /// Most unchanged or merely reworded statements tell little: these are the ones worth listing, in this order.
  static let telling: [EditionComparison.Kind] = [.gone, .weaker, .new, .stronger, .reworded]

  /// Compares commitments and indicators by what they say; the heaviest first.
  ///
  /// Needs what the documents state, which a saved report does not hold.
  package mutating func compareStatements(
    _ old: (record: ReportRecord, corpus: Corpus), _ new: (record: ReportRecord, corpus: Corpus)
  ) {
    let before = old.corpus.members
    let after = new.corpus.members
    guard before.count == old.record.documents.count, after.count == new.record.documents.count
    else { return }
    let both = Corpus(members: before + after, requirements: new.corpus.requirements)
    var found: [Statement] = []
    for (first, second) in DocumentPairing(old.record.documents, new.record.documents).pairs {
      let name = new.record.documents[second].path
      let changes = EditionComparison(corpus: both, older: first, newer: before.count + second)
        .changes()
      for change in changes {
        func passage(_ member: Int, _ unit: Int) -> ReportRecord.Passage {
          var place = both.place(member, unit)
          place.path = member < before.count ? old.record.documents[member].path : name
          return ReportRecord.Passage(place, ReportOptions())
        }
        let isNew = change.kind == .new
        found.append(
          Statement(
            kind: change.kind, document: name,
            old: isNew ? nil : passage(first, change.unit),
            new: isNew
              ? passage(before.count + second, change.unit)
              : change.other.map { passage(before.count + second, $0) },
            requirement: change.requirement, weight: change.weight))
      }
    }
    statements = found.enumerated().sorted {
      (-$0.element.weight, $0.offset) < (-$1.element.weight, $1.offset)
    }.map(\.element)
  }

  package func statements(_ kind: EditionComparison.Kind) -> [Statement] {
    statements.filter { $0.kind == kind }
  }
}

extension ComparisonWords {
  static func statements(_ kind: EditionComparison.Kind) -> LocalizedText {
    switch kind {
    case .same:
      LocalizedText("Commitments and indicators kept", "Engagements et indicateurs gardés")
    case .moved:
      LocalizedText("Commitments and indicators moved", "Engagements et indicateurs déplacés")
    case .reworded:
      LocalizedText("Commitments and indicators reworded", "Engagements et indicateurs reformulés")
    case .weaker: LocalizedText("Commitments weakened", "Engagements affaiblis")
    case .stronger: LocalizedText("Commitments strengthened", "Engagements renforcés")
    case .gone:
      LocalizedText(
        "Commitments and indicators not found in the new version",
        "Engagements et indicateurs non trouvés dans la nouvelle version")
    case .new:
      LocalizedText("New commitments and indicators", "Nouveaux engagements et indicateurs")
    }
  }

  /// "3 kept · 1 moved · …"
  static func statementCounts(_ comparison: ReportComparison) -> LocalizedText {
    func count(_ kind: EditionComparison.Kind) -> Int { comparison.statements(kind).count }
    return LocalizedText(
      "commitments and indicators: \(count(.same)) the same, \(count(.moved)) moved, "
        + "\(count(.reworded)) reworded, \(count(.weaker)) weaker, \(count(.stronger)) stronger, "
        + "\(count(.gone)) not found, \(count(.new)) new",
      "engagements et indicateurs : \(count(.same)) identiques, \(count(.moved)) déplacés, "
        + "\(count(.reworded)) reformulés, \(count(.weaker)) plus faibles, "
        + "\(count(.stronger)) plus fermes, \(count(.gone)) non trouvés, \(count(.new)) nouveaux")
  }
}

internal import Facts
internal import SourceText

/// What a resolution of the Security Council is on, where its neighbours are taken for each other: women, youth or
/// children.
enum ResolutionSubject {
  case women
  case youth
  case children

  var name: LocalizedText {
    switch self {
    case .women: LocalizedText("women, peace and security", "les femmes, la paix et la sécurité")
    case .youth:
      LocalizedText("youth, peace and security", "les jeunes, la paix et la sécurité")
    case .children:
      LocalizedText("children and armed conflict", "les enfants et les conflits armés")
    }
  }

  private static func of(_ number: Int) -> ResolutionSubject? {
    if ResolutionCatalog.isWomenPeaceSecurity(number) { return .women }
    if [2250, 2419, 2535].contains(number) { return .youth }
    return [1261, 1314, 1379, 1460, 1539, 1612, 1882, 1998, 2068, 2143, 2225, 2427].contains(number)
      ? .children : nil
  }

  private static let subjects: [(ResolutionSubject, Stretches)] = [
    (
      .women,
      [
        "on women, peace", "on women and peace", "sur les femmes, la paix",
        "sur les femmes et la paix", "on women peace",
      ]
    ),
    (
      .youth,
      [
        "on youth, peace", "on youth and peace", "on young people", "sur les jeunes",
        "sur la jeunesse",
      ]
    ),
    (
      .children,
      [
        "on children and armed", "on children in armed", "sur les enfants et les conflits",
        "sur les enfants dans les conflits", "sur le sort des enfants",
      ]
    ),
  ]

  private static let named: Stretches = ["resolution", "résolution"]

  /// The subject that stands behind a number, up to the next one, when it is not the resolution's own; with the
  /// right one.
  static func wrong(
    _ citation: CitationFact, _ facts: DocumentFacts
  ) -> (cited: ResolutionSubject, right: ResolutionSubject)? {
    guard let right = of(Int(citation.number)) else { return nil }
    let unit = Int(citation.unit)
    let own = DocumentFacts.of(unit, in: facts.citations).filter { $0.kind == .resolution }
    let range = facts.units[unit].textRange
    // "resolutions 1325 and 2250 on …" says what both are on together.
    var end = min(range.upperBound, Int(citation.end) + 90)
    if let next = own.first(where: { $0.start > citation.start }) {
      if Int(next.start) - Int(citation.end) < 24 { return nil }
      end = min(end, Int(next.start))
    }
    if let last = own.last(where: { $0.end <= citation.start }),
      Int(citation.start) - Int(last.end) < 8
    {
      return nil
    }
    let behind = Int(citation.end)..<end
    for (subject, words) in subjects
    where subject != right && facts.range(behind, holds: words) {
      let isAlso = subjects.contains { $0.0 == right && facts.range(behind, holds: $0.1) }
      return isAlso ? nil : (subject, right)
    }
    // "its resolution of October 2000 on youth, peace and security, number 1325"
    let front = max(range.lowerBound, Int(citation.start) - 90)..<Int(citation.start)
    guard own.count == 1, facts.range(front, holds: named) else {
      return nil
    }
    for (subject, words) in subjects where subject != right && facts.range(front, holds: words) {
      return (subject, right)
    }
    return nil
  }
}

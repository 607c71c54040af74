internal import Checking
internal import Documents
internal import RuleSets
internal import SourceText

/// Says what a document is: from the workspace file, then its front matter, then its own words.
///
/// What nobody said is listed as inferred, so that a reader can set it right.
struct ProfileDetector {
  let configuration: Configuration

  func profile(of document: Document) -> DocumentProfile {
    let entry = configuration.documents[document.path] ?? Configuration.DocumentEntry()
    func meta(_ key: String) -> String? {
      document.metadata.first { $0.key == key }?.value
    }
    var inferred: [String] = []
    let kind: DocumentKind
    if let stated = entry.kind ?? meta("kind").flatMap(DocumentKind.init(nameOrCode:)) {
      kind = stated
    } else {
      kind = Self.kind(
        from: [document.title, FileTree.name(of: document.path)].compactMap { $0 })
      inferred.append("kind")
    }
    let language: Language
    if let stated = entry.language ?? meta("language").flatMap(Language.init(rawValue:)) {
      language = stated
    } else {
      language = document.language
      inferred.append("language")
    }
    var period = entry.period ?? meta("period")
    if period == nil, let found = document.title.flatMap(Self.period) {
      period = found
      inferred.append("period")
    }
    let counterpart =
      entry.counterpart
      ?? meta("counterpart").map { FileTree.join(FileTree.folder(of: document.path), $0) }
    return DocumentProfile(
      path: document.path, kind: kind,
      department: entry.department ?? meta("acronym") ?? meta("department"), language: language,
      period: period, counterpart: counterpart,
      previous: entry.previous
        ?? meta("previous").map { FileTree.join(FileTree.folder(of: document.path), $0) },
      edition: entry.edition ?? meta("edition"), inferred: inferred)
  }

  /// The first phrase that names a kind wins; a departmental plan when none does.
  static func kind(from texts: [String]) -> DocumentKind {
    for text in texts {
      let words = Array(text.lowercased().replacingSeparators().utf8)
      if let match = phrases.first(where: { words.contains(run: $0.phrase) }) { return match.kind }
    }
    return .departmentalPlan
  }

  private static let phrases: [(phrase: [UInt8], kind: DocumentKind)] = names.map {
    (Array($0.phrase.utf8), $0.kind)
  }

  private static let names: [(phrase: String, kind: DocumentKind)] = [
    ("implementation plan", .implementationPlan), ("plan de mise en œuvre", .implementationPlan),
    ("plan de mise en oeuvre", .implementationPlan),
    ("progress report", .progressReport), ("rapport d étape", .progressReport),
    ("results report", .resultsReport), ("résultats ministériels", .resultsReport),
    ("departmental plan", .departmentalPlan), ("plan ministériel", .departmentalPlan),
    ("supplementary information table", .supplementaryTable),
    ("renseignements supplémentaires", .supplementaryTable),
    ("national action plan", .nationalActionPlan), ("plan d action national", .nationalActionPlan),
    ("memorandum to cabinet", .memorandum), ("mémoire au cabinet", .memorandum),
    ("treasury board submission", .submission), ("présentation au conseil du trésor", .submission),
    ("concept note", .consultation), ("consultation", .consultation),
    ("note conceptuelle", .consultation), ("backgrounder", .programmePage),
    ("document d information", .programmePage), ("strategic framework", .strategy),
    ("cadre stratégique", .strategy), ("strategy", .strategy), ("stratégie", .strategy),
    ("partnerships initiative", .initiative), ("initiative", .initiative),
    ("communiqué", .initiative),
  ]

  /// "2026–27", "2026-2027", "2023 to 2029" in a title.
  static func period(in title: String) -> String? {
    let profile = DocumentProfile(
      path: "", kind: .departmentalPlan, language: .english, period: title)
    let years = profile.periodYears
    guard years.count == 2, years[1] > years[0], years[1] - years[0] <= 15 else { return nil }
    return "\(years[0])–\(years[1])"
  }
}

extension [UInt8] {
  /// True when `run` stands somewhere in the bytes.
  fileprivate func contains(run: [UInt8]) -> Bool {
    guard let first = run.first, count >= run.count else { return false }
    return indices.dropLast(run.count - 1).contains { index in
      self[index] == first && self[index..<index + run.count].elementsEqual(run)
    }
  }
}

extension String {
  /// Hyphens, underscores and apostrophes as blanks.
  fileprivate func replacingSeparators() -> String {
    String(
      map { character in
        switch character {
        case "-", "_", "'", "’", "–", ".": " "
        default: character
        }
      })
  }
}

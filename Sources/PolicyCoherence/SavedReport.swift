internal import Checking
internal import JSON
package import Reporters
internal import RuleSets
package import SourceText

/// Reads back what `coherence check --format json` wrote, as far as a comparison needs it.
package enum SavedReport {
  /// Most values in a report: one of two thousand plans has fewer.
  private static let valueLimit = 20_000_000

  /// The record of the report in a file; `name` is what the comparison calls it.
  ///
  /// - Throws: A diagnostic with line and column for a file that is no report of this format.
  package static func read(_ path: String, name: String) throws(SavedReportError) -> ReportRecord {
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.read(path)
    } catch {
      throw SavedReportError(error.diagnostic(path: path))
    }
    return try record(bytes, path: path, name: name)
  }

  /// The record of the report in `bytes`.
  static func record(
    _ bytes: [UInt8], path: String, name: String
  ) throws(SavedReportError) -> ReportRecord {
    let json: JSONValue
    do {
      json = try JSONParser.parse(
        bytes, limits: JSONParser.Limits(depth: 32, values: valueLimit))
    } catch {
      throw SavedReportError(broken(path, bytes, at: error.utf8Offset))
    }
    guard json["formatVersion"]?.integer == Report.formatVersion,
      let documents = json["documents"], case .array = documents
    else { throw SavedReportError(foreign(path)) }
    let requirements = (json["rules"]?["requirements"]?.elements ?? []).compactMap {
      value -> (String, ReportRecord.Requirement)? in
      guard let id = value["id"]?.string else { return nil }
      return (
        id,
        ReportRecord.Requirement(
          title: text(value["title"]), weight: value["weight"]?.integer ?? 0)
      )
    }
    return ReportRecord(
      name: name, toolVersion: json["tool"]?["version"]?.string ?? "",
      rulesDigest: json["rules"]?["digest"]?.string ?? "",
      requirements: Dictionary(requirements, uniquingKeysWith: { first, _ in first }),
      documents: documents.elements.map(document),
      findings: (json["findings"]?.elements ?? []).compactMap(finding))
  }

  // MARK: Parts

  private static func document(_ value: JSONValue) -> ReportRecord.Document {
    let evidence = (value["evidence"]?.elements ?? []).map { entry in
      ReportRecord.Evidence(
        requirement: entry["requirement"]?.string ?? "", rung: rung(entry["rung"]),
        passage: passage(entry["place"])
          ?? ReportRecord.Passage(
            quote: "", language: .english, location: LocalizedText(name: "")))
    }
    let rejections = value["rejections"]?.elements ?? []
    var standings: [String: ReportRecord.Standing] = [:]
    for cell in value["coverage"]?.elements ?? [] {
      // What only a person can judge is neither met nor missed.
      guard let id = cell["requirement"]?.string, cell["met"]?.boolean != nil else { continue }
      let gap = cell["gap"]?.string.flatMap(CoverageCell.Gap.init(rawValue:))
      var words = cell["evidence"]?.integer.flatMap { index in
        evidence.indices.contains(index) ? evidence[index].passage : nil
      }
      if gap == .contradicted || gap == .templateOnly, let index = cell["rejection"]?.integer,
        rejections.indices.contains(index)
      {
        words = passage(rejections[index]["place"])
      }
      standings[id] = ReportRecord.Standing(
        rung: rung(cell["rung"]), floor: rung(cell["floor"]), gap: gap, passage: words)
    }
    return ReportRecord.Document(
      path: value["path"]?.string ?? "", title: value["title"]?.string,
      department: value["department"]?.string,
      kind: value["kind"]?.string.flatMap(DocumentKind.init(rawValue:)) ?? .departmentalPlan,
      language: language(value["language"]), period: value["period"]?.string,
      digest: value["digest"]?.string ?? "", standings: standings,
      evidence: evidence.filter { $0.rung > .absent },
      rejected: rejections.compactMap { $0["place"]?["quote"]?.string },
      findings: (value["findings"]?.elements ?? [])
        .filter { $0["checker"]?.string != ReportRecord.coverageChecker }.compactMap(finding))
  }

  private static func finding(_ value: JSONValue) -> ReportRecord.Finding? {
    guard let checker = value["checker"]?.string, let kind = value["kind"]?.string else {
      return nil
    }
    return ReportRecord.Finding(
      fingerprint: value["fingerprint"]?.string ?? "", id: "\(checker)/\(kind)",
      level: value["level"]?.string.flatMap(Level.init(rawValue:)) ?? .note,
      message: text(value["message"]), passage: passage(value["place"]))
  }

  private static func passage(_ value: JSONValue?) -> ReportRecord.Passage? {
    guard let value, let quote = value["quote"]?.string else { return nil }
    let path = value["path"]?.string ?? ""
    var place = LocalizedText(name: path)
    if let line = value["line"]?.integer {
      place = LocalizedText(
        name: "\(path):\(line)" + (value["column"]?.integer.map { ":\($0)" } ?? ""))
    } else if let paragraph = value["position"]?["paragraph"]?.integer {
      place = LocalizedText("\(path), paragraph \(paragraph)", "\(path), paragraphe \(paragraph)")
    } else if let page = value["position"]?["page"]?.integer {
      place = LocalizedText(name: "\(path), page \(page)")
    }
    return ReportRecord.Passage(
      quote: quote, language: language(value["language"]), location: place)
  }

  private static func text(_ value: JSONValue?) -> LocalizedText {
    LocalizedText(
      english: value?[Language.english.rawValue]?.string ?? "",
      french: value?[Language.french.rawValue]?.string ?? "")
  }

  private static func rung(_ value: JSONValue?) -> Rung {
    value?.string.flatMap(Rung.init(name:)) ?? .absent
  }

  private static func language(_ value: JSONValue?) -> Language {
    value?.string.flatMap(Language.init(rawValue:)) ?? .english
  }

  // MARK: What is wrong

  private static let help = LocalizedText(
    "save the report with: coherence check PATH --format json > report.json",
    "enregistrez le rapport avec : coherence check CHEMIN --format json > rapport.json")

  private static func broken(_ path: String, _ bytes: [UInt8], at offset: Int) -> Diagnostic {
    Diagnostic(
      id: "broken-report",
      LocalizedText(
        "the saved report is no JSON, is cut short or is too large",
        "le rapport enregistré n’est pas du JSON, est tronqué ou est trop gros"), path: path,
      bytes: bytes, offset: min(max(0, offset), bytes.count), help: help)
  }

  private static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "not-a-report",
      LocalizedText(
        "the file is no report of format \(Report.formatVersion)",
        "le fichier n’est pas un rapport de format \(Report.formatVersion)"), path: path, help: help
    )
  }
}

/// Why a saved report could not be read.
package struct SavedReportError: Error {
  package let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

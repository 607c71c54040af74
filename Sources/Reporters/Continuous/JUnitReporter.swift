package import Checking
package import SourceText
internal import RuleSets

/// The run as JUnit XML, which nearly every build server reads.
///
/// A document is a suite, and each requirement that applies to it is a case; other findings are cases of
/// their own. A case fails when its finding counts and is at or above the level that fails the run; it is
/// skipped when its finding is waived or in the baseline. Lower findings pass, and their words stand in
/// the suite's output. Files that could not be read are errors of a suite named after the tool.
package struct JUnitReporter: Reporter {
  package static let name = "junit"
  package static let mediaType = "application/xml"
  package static let title = LocalizedText(
    english: "JUnit XML, for build servers",
    french: "XML de JUnit, pour les serveurs de construction")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let xml = MarkupWriter(output, .xml)
    var fingerprints = FindingFingerprints(options: options)
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.element("testsuites") {
      xml.lineBreak()
      for (index, document) in report.documents.enumerated() {
        var cases = Self.cases(of: document.findings, report, options, &fingerprints)
        let named = Set(document.findings.compactMap(\.requirement))
        for cell in document.coverage
        where report.rules.requirements.indices.contains(cell.requirement) {
          let requirement = report.rules.requirements[cell.requirement]
          guard !requirement.judgedByPerson, !named.contains(requirement.id) else { continue }
          cases.append(
            Case(
              name: Self.name(of: requirement, options.language),
              group: requirement.group, outcome: .passed, text: ""))
        }
        suite(
          xml, name: options.relativePath(document.profile.path), id: index, cases: cases,
          facts: Self.facts(of: document, report))
        if output.isClosed { return }
      }
      var cases = Self.cases(of: report.corpusFindings, report, options, &fingerprints)
      cases += report.diagnostics.map { Self.problem($0, options) }
      if !cases.isEmpty {
        suite(xml, name: "coherence", id: report.documents.count, cases: cases, facts: [])
      }
    }
    xml.lineBreak()
  }

  // MARK: Cases

  private struct Case {
    enum Outcome {
      case passed
      case failed(type: String, message: String)
      case skipped(message: String)
      case broken(type: String, message: String)
    }

    var name: String
    var group: String
    var outcome: Outcome
    /// Place, passage and advice; stands in the suite's output for a case that passed.
    var text: String
  }

  private static func cases(
    of findings: [Finding], _ report: Report, _ options: ReportOptions,
    _ fingerprints: inout FindingFingerprints
  ) -> [Case] {
    var named: Set<String> = []
    return findings.map { finding in
      let language = options.language
      let words = FindingWords(finding, report)
      let title = finding.requirement ?? "\(finding.checker)/\(finding.kind)"
      let fingerprint = fingerprints.next(for: finding)
      var lines = [words.message[language]]
      if let place = finding.place {
        lines.append(place.location(in: language))
        if !place.quote.isEmpty { lines.append("“\(place.quote)”") }
      }
      if !words.help[language].isEmpty { lines.append(words.help[language]) }
      let outcome: Case.Outcome
      if let suppression = finding.suppression {
        outcome = .skipped(message: suppression.words[language])
      } else if let limit = options.failOn, finding.level >= limit {
        outcome = .failed(
          type: "\(finding.level.rawValue) \(finding.checker)/\(finding.kind)",
          message: words.message[language])
      } else {
        outcome = .passed
      }
      var item = Case(
        name: "\(title) [\(fingerprint)]", group: finding.checker, outcome: outcome,
        text: lines.joined(separator: " – "))
      // The case of a requirement has one name whether it holds or not, so that its history is one.
      if finding.checker == FindingsSection.coverageChecker, let id = finding.requirement,
        named.insert(id).inserted, let index = report.rules.index(ofRequirement: id)
      {
        item.name = Self.name(of: report.rules.requirements[index], language)
        item.group = report.rules.requirements[index].group
      }
      return item
    }
  }

  private static func name(of requirement: Requirement, _ language: Language) -> String {
    "\(requirement.id): \(requirement.title[language])"
  }

  private static func problem(_ diagnostic: Diagnostic, _ options: ReportOptions) -> Case {
    let message = diagnostic.message[options.language]
    let place = diagnostic.path.map(options.relativePath) ?? "coherence"
    let isError = diagnostic.severity == .error
    return Case(
      name: "\(diagnostic.id): \(place)", group: "input",
      outcome: isError ? .broken(type: diagnostic.id, message: message) : .passed,
      text: "\(place): \(message)")
  }

  private static func facts(of document: DocumentReport, _ report: Report) -> [(String, String)] {
    var facts = [
      ("kind", document.profile.kind.rawValue), ("language", document.profile.language.rawValue),
      ("sha256", document.digest), ("rules", report.rules.digest),
    ]
    if let department = document.profile.department { facts.append(("department", department)) }
    return facts
  }

  // MARK: Writing

  private func suite(
    _ xml: MarkupWriter, name: String, id: Int, cases: [Case], facts: [(String, String)]
  ) {
    var failures = 0
    var errors = 0
    var skipped = 0
    for item in cases {
      switch item.outcome {
      case .passed: break
      case .failed: failures += 1
      case .broken: errors += 1
      case .skipped: skipped += 1
      }
    }
    // The clock and the host have no part in a report; the format asks for both.
    xml.element(
      "testsuite",
      [
        .init("name", name), .init("package", "coherence"), .init("id", id),
        .init("timestamp", "1970-01-01T00:00:00"), .init("hostname", "localhost"),
        .init("tests", cases.count), .init("failures", failures), .init("errors", errors),
        .init("skipped", skipped), .init("time", 0),
      ]
    ) {
      xml.element("properties") {
        for (name, value) in facts {
          xml.empty("property", [.init("name", name), .init("value", value)])
        }
      }
      xml.lineBreak()
      for item in cases { write(item, suite: name, xml) }
      xml.open("system-out")
      for item in cases where !item.text.isEmpty {
        if case .passed = item.outcome {
          xml.text(item.text)
          xml.lineBreak()
        }
      }
      xml.close("system-out")
      xml.element("system-err", text: "")
    }
    xml.lineBreak()
  }

  private func write(_ item: Case, suite: String, _ xml: MarkupWriter) {
    let attributes: [MarkupWriter.Attribute] = [
      .init("name", item.name), .init("classname", "\(suite).\(item.group)"), .init("time", 0),
    ]
    switch item.outcome {
    case .passed: xml.empty("testcase", attributes)
    case .failed(let type, let message):
      xml.element("testcase", attributes) {
        xml.element(
          "failure", [.init("message", message), .init("type", type)], text: item.text)
      }
    case .broken(let type, let message):
      xml.element("testcase", attributes) {
        xml.element("error", [.init("message", message), .init("type", type)], text: item.text)
      }
    case .skipped(let message):
      xml.element("testcase", attributes) {
        xml.element("skipped", [.init("message", message)], text: item.text)
      }
    }
    xml.lineBreak()
  }
}

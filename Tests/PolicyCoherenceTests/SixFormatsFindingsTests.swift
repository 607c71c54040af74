import Checking
import Judging
import PolicyCoherence
import Reporters
import RuleSets
import SourceText
import TestSupport
import Testing

/// The plan that lies in six formats beside the readers' tests, under the shipped rules: what is found
/// must not depend on the format.
@Suite("One plan in six formats gives the same findings")
struct SixFormatsFindingsTests {
  private static let hasPDFReader: Bool = {
    let process = ChildProcess("pdftotext", ["-v"], time: .seconds(10))
    return (try? process.run(input: []) { _ in true }) != nil
  }()

  private static let rules = Task {
    RuleSetLoader(purpose: .running).load(paths: [Repository.path("Rules")])
  }

  /// Findings, evidence and coverage of a file, a line each, without places.
  private func results(_ name: String) async throws -> [String] {
    let loaded = await Self.rules.value
    let report = await CoherenceCheck(
      configuration: Configuration(), rules: CompiledRules(loaded), jobs: 2
    ).run(
      paths: [Repository.path("Tests/DocumentsTests/Fixtures/" + name)],
      diagnostics: loaded.diagnostics)
    #expect(report.diagnostics == [])
    let document = try #require(report.documents.first)
    var lines: [String] = []
    for finding in document.findings {
      let quote = plain(finding.place?.quote ?? "")
      lines.append(
        "\(finding.checker) \(finding.kind) \(finding.level) \(finding.requirement ?? "-") \(quote)"
      )
    }
    for evidence in document.evidence {
      let id = report.rules.requirements[evidence.requirement].id
      lines.append("\(id) \(evidence.rung): \(plain(evidence.place.quote))")
    }
    for coverage in document.coverage {
      let id = report.rules.requirements[coverage.requirement].id
      lines.append("\(id): \(coverage.isMet ? "met" : "not met")")
    }
    return lines.map(plain).sorted()
  }

  /// On one line, with straight quotation marks: pandoc makes them curly.
  private func plain(_ text: String) -> String {
    let straight = text.map { "‘’".contains($0) ? "'" : "“”".contains($0) ? "\"" : $0 }
    return String(straight).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("nothing differs", arguments: ["plan.html", "plan.docx", "plan.odt"])
  func same(_ name: String) async throws {
    let expected = try await results("plan.md")
    #expect(expected.count > 100)
    #expect(try await results(name) == expected)
  }

  @Test("nothing differs in the print of a browser", .enabled(if: hasPDFReader))
  func browser() async throws {
    #expect(try await results("plan.browser.pdf") == results("plan.md"))
  }

  /// Where a quotation is not known as such, what it says may count as a mention.
  @Test(
    "a PDF that does not tell quotations has no other difference", .enabled(if: hasPDFReader),
    arguments: ["plan.pdf", "plan.tagged.pdf"])
  func pdf(_ name: String) async throws {
    let expected = try await results("plan.md")
    let found = try await results(name)
    #expect(expected.filter { !found.contains($0) } == [])
    let new = found.filter { !expected.contains($0) }
    #expect(
      new.allSatisfy { $0.hasSuffix(" mention: Nobody asked us where the lights should stand.") })
  }

  /// Plain text has no tables: the lines of one are prose, in which neither an indicator nor a target is
  /// known. Whatever else is met in the Markdown is met in the text.
  @Test("plain text loses only what stands in a table")
  func plainText() async throws {
    let expected = try await results("plan.md")
    let found = try await results("plan.txt")
    let lost = expected.filter { $0.hasSuffix(": met") && !found.contains($0) }
    for line in lost {
      let id = line.dropLast(": met".count)
      let evidence = expected.filter { $0.hasPrefix(id + " ") }
      #expect(!evidence.isEmpty && evidence.allSatisfy { $0.contains(" | ") }, "\(id)")
    }
    #expect(found.filter { $0.hasSuffix(": met") && !expected.contains($0) } == [])
  }
}

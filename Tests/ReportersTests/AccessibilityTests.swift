import Checking
import SourceText
import TestSupport
import Testing

@testable import Reporters

/// Runs axe-core over the pages in a real browser, where both are at hand.
///
/// `COHERENCE_AXE` names the file `axe.min.js`, for example from the Python package axe-playwright-python; `chromium`
/// must be on the search path. The page is the one that users get, but for the policy that forbids scripts, which
/// must go for the checker to run.
struct AccessibilityTests {
  static let checker = Shell.environment("COHERENCE_AXE")
  static let isReady =
    checker != nil && (try? Shell.run("command -v chromium", in: "/"))?.exitStatus == 0

  private func violations(_ html: String, dark: Bool, width: Int) throws -> String {
    let folder = try TemporaryDirectory()
    let script = try SourceFile.read(try #require(Self.checker))
    let policy =
      "<meta http-equiv=\"Content-Security-Policy\" "
      + "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\">"
    try #require(html.contains(policy))
    let page = html.replacing(policy, with: "")
      .replacing(
        "</body>",
        with: """
          <script src="axe.js"></script><script>
          axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
            .then(r => document.documentElement.setAttribute("data-axe", r.passes.length + " passes; violations: "
              + r.violations.map(v => v.id + " " + v.nodes[0].html.slice(0, 80)).join(" | ")))
          </script></body>
          """)
    try folder.write(page, to: "page.html")
    try folder.write(script, to: "axe.js")
    let run = try Shell.run(
      "timeout 100 chromium --headless=new --no-sandbox --disable-gpu --user-data-dir=\(folder.path)/profile "
        + "--window-size=\(width),900 --virtual-time-budget=60000 --dump-dom "
        + (dark ? "--blink-settings=preferredColorScheme=0 " : "")
        + "file://\(folder.path)/page.html", in: folder.path)
    let found = try #require(run.output.firstRange(of: "data-axe=\""))
    return String(run.output[found.upperBound...].prefix { $0 != "\"" })
  }

  @Test(
    .enabled(
      if: isReady, "set COHERENCE_AXE to the path of axe.min.js where chromium is installed"),
    .serialized, arguments: SummaryOptions.Product.allCases, [(false, 1280), (true, 500)])
  func `axe finds nothing in a summary`(
    product: SummaryOptions.Product, view: (dark: Bool, width: Int)
  ) throws {
    for language in Language.allCases {
      let result = try violations(
        SummaryTests.text(product, language, .html), dark: view.dark, width: view.width)
      #expect(result.hasSuffix("violations: "), "\(result)")
      #expect(!result.hasPrefix("0 passes"))
    }
  }

  @Test(
    .enabled(if: isReady, "set COHERENCE_AXE to the path of axe.min.js where chromium is installed")
  )
  func `axe finds nothing in a register or a comparison`() throws {
    let record = ReportRecord(SampleReport.report, name: "a", root: "")
    var other = SampleReport.report
    other.documents[0].evidence.removeFirst()
    other.documents[0].coverage[0].gap = .absent
    let comparison = ReportComparison(
      old: record, new: ReportRecord(other, name: "b", root: ""))
    let options = ReportOptions(language: .french)
    for text in [
      ReportOutput.text {
        RegisterFormat.html.write(SampleReport.report, options: options, to: $0)
      },
      ReportOutput.text { ComparisonFormat.html.write(comparison, options: options, to: $0) },
    ] {
      let result = try violations(text, dark: false, width: 1280)
      #expect(result.hasSuffix("violations: "), "\(result)")
    }
  }
}

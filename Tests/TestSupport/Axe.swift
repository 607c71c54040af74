import SourceText
package import Testing

/// Runs the accessibility checker axe-core over a page in a real browser, where both are at hand.
///
/// `COHERENCE_AXE` names the file `axe.min.js`, for example from the Python package axe-playwright-python; `chromium`
/// must be on the search path. The page is the one that users get, but for the policy that forbids scripts, which
/// must go for the checker to run.
package enum Axe {
  /// Why tests with it may be passed over.
  package static let requirement: Comment =
    "set COHERENCE_AXE to the path of axe.min.js where chromium is installed"

  private static let script = Shell.environment("COHERENCE_AXE")

  package static let isReady =
    script != nil && (try? Shell.run("command -v chromium", in: "/"))?.exitStatus == 0

  /// What the checker says: the number of rules that passed, then the violations, none at best.
  ///
  /// Contrast takes minutes on pages of thousands of rows; their colours are those of the small ones.
  ///
  /// - Throws: When the browser or the checker does not come to an end.
  package static func result(
    _ html: String, dark: Bool, width: Int, measuresContrast: Bool = true
  ) throws -> String {
    let folder = try TemporaryDirectory()
    let script = try SourceFile.read(try #require(Self.script))
    let policy =
      "<meta http-equiv=\"Content-Security-Policy\" "
      + "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\">"
    try #require(html.contains(policy))
    let page = html.replacing(policy, with: "")
      .replacing(
        "</body>",
        with: """
          <script src="axe.js"></script><script>
          axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            rules: {"color-contrast": {enabled: \(measuresContrast)}}})
            .then(r => document.documentElement.setAttribute("data-axe", r.passes.length + " passes; violations: "
              + r.violations.map(v => v.id + " " + v.nodes[0].html.slice(0, 80)).join(" | ")))
          </script></body>
          """)
    try folder.write(page, to: "page.html")
    try folder.write(script, to: "axe.js")
    let run = try Shell.run(
      "timeout 110 chromium --headless=new --no-sandbox --disable-gpu --user-data-dir=\(folder.path)/profile "
        + "--window-size=\(width),900 --virtual-time-budget=120000 --dump-dom "
        + (dark ? "--blink-settings=preferredColorScheme=0 " : "")
        + "file://\(folder.path)/page.html", in: folder.path)
    let found = try #require(run.output.firstRange(of: "data-axe=\""))
    return String(run.output[found.upperBound...].prefix { $0 != "\"" })
  }
}

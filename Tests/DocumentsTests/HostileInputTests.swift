import Documents
import SourceText
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Input that is made to be slow, deep or large: a diagnostic or a document, never a crash.
@Suite struct HostileInputTests {
  private static let deep = 100_000
  /// Random inputs for each reader; COHERENCE_FUZZ asks for more.
  private static let fuzzCount =
    getenv("COHERENCE_FUZZ").flatMap { Int(String(cString: $0)) } ?? 1_500

  @Test(arguments: [
    ("a.md", ">"), ("a.md", "> - "), ("a.md", "- "), ("a.md", "1. "), ("a.md", "<div>\n\n"),
    ("a.html", "<div>"), ("a.html", "<ul><li>"), ("a.html", "<blockquote>"),
    ("a.html", "<table><tr><td>"), ("a.html", "<span lang=fr>"), ("a.html", "<dl><dd>"),
    ("a.html", "<svg>"), ("a.html", "<template>"), ("a.html", "<form>"), ("a.html", "<button>"),
  ])
  func deepNestingIsRefused(_ path: String, _ opener: String) throws {
    let source = Array((String(repeating: opener, count: Self.deep) + "text").utf8)
    let error = #expect(throws: ReadingError.self) {
      try BuiltinReaders.read(path: path, source: source)
    }
    let diagnostic = try #require(error).diagnostic(path: path, source: source)
    #expect(diagnostic.id == "too-deep")
    #expect(diagnostic.line != nil && diagnostic.help != nil)
  }

  @Test(arguments: [
    ("a.md", "["), ("a.md", "![["), ("a.md", "*a_ "), ("a.md", "`a``b"), ("a.md", "<a "),
    ("a.md", "[a](b"), ("a.md", "[^1]: a\n"), ("a.md", "a <!--"), ("a.md", "&"), ("a.md", "~~a "),
    ("a.html", "<"), ("a.html", "&"), ("a.html", "<!--"), ("a.html", "<p"), ("a.html", "<p a='"),
    ("a.html", "</div>"), ("a.html", "<script>"), ("a.html", "<b>"), ("a.html", "<p><b id=1>x"),
    ("a.html", "&notnot"), ("a.html", "a<br>"), ("a.html", "<li>a"), ("a.html", "<!"),
    ("a.txt", "- a\n"), ("a.txt", "a\r"), ("a.txt", "\n"), ("a.txt", "1. "), ("a.txt", "A. "),
  ])
  func repetitionIsRead(_ path: String, _ piece: String) throws {
    _ = try read(String(repeating: piece, count: Self.deep / 5), as: path)
  }

  /// Markup that makes a tree deep, wide or large without looking so.
  @Test(arguments: [
    "<a><p>", "<b><p></b>", "<b><i><u></b></i></u>", "<li><dd>", "<svg><title><div>",
    "<math><mi><p>", "<x><li></x><x><dd></x>", "<script><!--<script></script><p>", "<h1>",
    "<ruby><rt>", "<td>", "<marquee></marquee>", "<div><marquee></div></marquee>", "<a b c='d>",
    "<svg><![CDATA[a]]></svg>", "<table>x<b>y</b></table>", "a\r\nb\r", "<select><div></select>",
    "</p>", "<p a=1 a=2>", "<object><p></object>", "<plaintext>", "<svg><g><p>", "<font size=1><p>",
  ])
  func hiddenNestingIsBounded(_ piece: String) throws {
    _ = try? read(String(repeating: piece, count: Self.deep / 10) + "end", as: "a.html")
  }

  /// Each paragraph would open anew all elements that were left open before it.
  @Test(arguments: ["<p><b id=#>x", "<div><b id=#></div>", "<p><font size=#>x"])
  func openFormattingIsBounded(_ piece: String) throws {
    let source = (0..<Self.deep / 10).map { piece.replacing("#", with: "\($0)") }.joined()
    let document = try read("<p>first<p>" + source + "<p>last", as: "a.html")
    #expect(document.string(ofBlock: 0) == "first")
    #expect(document.string(ofBlock: document.blocks.count - 1) == "last")
  }

  @Test func aMillionAttributes() throws {
    let attributes = (0..<1_000_000).map { "a\($0)" }.joined(separator: " ")
    let document = try read("<p \(attributes)>text", as: "a.html")
    #expect(outline(document) == ["paragraph en: text"])
    #expect(throws: ReadingError.self) {
      try BuiltinReaders.read(path: "a.html", source: Array("<p>a\0b".utf8))
    }
  }

  @Test func emptyCellsCostNothing() throws {
    let row = String(repeating: "|a", count: 20) + "|\n"
    let rule = String(repeating: "|---", count: 20) + "|\n"
    let document = try read(row + rule + String(repeating: "|x|\n", count: 500), as: "a.md")
    #expect(document.blocks.count == 501)
    #expect(document.cells.count == 520)
  }

  @Test func manyMissingCellsAreRefused() {
    let row = String(repeating: "|a", count: 900) + "|\n"
    let rule = String(repeating: "|---", count: 900) + "|\n"
    let source = Array((row + rule + String(repeating: "|x|\n", count: 2_000)).utf8)
    let limit = 16 * source.count + 1_000
    #expect(throws: ReadingError.tooManyCells(limit: limit)) {
      try BuiltinReaders.read(path: "a.md", source: source)
    }
    let diagnostic = ReadingError.tooManyCells(limit: limit).diagnostic(
      path: "a.md", source: source)
    #expect(
      diagnostic.rendered(in: .english) == """
        a.md: error: tables have more than \(limit) cells, most of them empty [too-many-cells]
        help: no policy needs this; check the headers of the tables
        """)
  }

  @Test(arguments: ["a.md", "a.html", "a.txt"])
  func oneHugeLine(_ path: String) throws {
    let line = String(repeating: "The port keeps its piers safe. ", count: 20_000)
    let document = try read(line, as: path)
    #expect(document.blocks.count == 1)
    #expect(Segmenter.units(of: document).count == 20_000)
    let place = document.place(ofTextRange: document.text.count - 5..<document.text.count)
    #expect((place.line, place.column) == (1, document.text.count - 4))
  }

  @Test(arguments: ["a.md", "a.html", "a.txt"])
  func manyBlocks(_ path: String) throws {
    let piece = path == "a.html" ? "<h2>A</h2><p>b:<ul><li>c</ul>" : "## A\n\nb:\n\n- c\n\n"
    let document = try read(String(repeating: piece, count: 10_000), as: path)
    #expect(document.blocks.count == 30_000)
  }

  @Test(arguments: ["a.md", "a.html", "a.txt"])
  func noFinalLineEnd(_ path: String) throws {
    for source in [
      "a", "# a", "- a", "> a", "<p>a", "```\na", "a\n\nb", "| a |\n|---|\n| b |", "&amp",
    ] {
      #expect(try read(source, as: path).blocks.count >= 1)
    }
  }

  /// Random pieces of syntax, the same ones in every run.
  @Test(arguments: ["a.md", "a.html", "a.txt"])
  func randomInputIsRead(_ path: String) throws {
    var random = SplitMix(state: 0x5EED)
    for _ in 0..<Self.fuzzCount {
      var source = ""
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        source += Self.pieces.randomElement(using: &random) ?? ""
      }
      guard let document = try? BuiltinReaders.read(path: path, source: Array(source.utf8)) else {
        continue
      }
      let faults = DocumentInvariants.faults(in: document)
      #expect(faults == [], "\(source.debugDescription)")
      if !faults.isEmpty { return }
    }
  }

  @Test(arguments: ["a.md", "a.html", "a.txt"])
  func randomBytesAreReadOrRefused(_ path: String) {
    var random = SplitMix(state: 0xB17E5)
    for _ in 0..<Self.fuzzCount {
      let count = Int.random(in: 0...60, using: &random)
      let source = (0..<count).map { _ in
        UInt8.random(in: 1...255, using: &random) & (Bool.random(using: &random) ? 0x7F : 0xFF)
      }
      guard let document = try? BuiltinReaders.read(path: path, source: source) else { continue }
      #expect(DocumentInvariants.faults(in: document) == [], "\(source)")
    }
  }

  private static let pieces = [
    "\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", "a", "Mot", "été", "’", "…", "\u{A0}", "😀", ".",
    "! ", "? ", ": ", "# ", "## ", "- ", "* ", "1. ", "a) ", "> ", "|", "|---|---|\n",
    "| a | b |\n",
    "```\n", "~~~", "---\n", "===\n", "[", "](", ")", "[^1]", "[^1]: ", "![", "`", "**", "_", "~~",
    "<", ">", "</", "<!--", "-->", "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>",
    "<th>",
    "</table>", "<thead>", "</thead>", "<caption>", "<ul>", "<ol>", "<li>", "</ul>", "</li>",
    "<dl>",
    "<dt>", "<dd>", "</dl>", "<h1>", "</h1>", "<h3>", "<b>", "</b>", "<del>", "</del>", "<br>",
    "<br/>",
    "<pre>", "</pre>", "<blockquote>", "</blockquote>", "<details>", "<summary>", "</details>",
    "<script>", "</script>", "<title>", "<main>", "</main>", "<article>", "</article>", "<nav>",
    "</nav>", "<span lang=fr>", "</span>", "<a href=#x>", "</a>", "<figure>", "<figcaption>",
    "<aside class=footnotes>", "</aside>", "&amp;", "&", "&#233;", "&#", "&nLl;", "&eacute", "\\",
    "\"",
    "'", "title: x\n", "lang: fr\n", "<svg>", "</svg>", "<textarea>", "<!", "<?", "&nbsp;",
  ]
}

/// A small random number generator with a seed, so that a failing input can be had again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

import Documents
import SourceText
import Testing

@Suite struct HTMLReaderTests {
  private func lines(_ source: String) throws -> [String] {
    outline(try read(source, as: "a.html")).map { $0.replacing(" en: ", with: ": ") }
  }

  @Test func mainContentIsTaken() throws {
    #expect(
      try lines(
        """
        <!DOCTYPE html><html lang="en"><head><title>The plan &amp; more</title></head><body>
        <header><p>Site</p></header><nav><ul><li>Home</li></ul></nav>
        <main><header><h1>Plan</h1></header><p>Text.</p><aside><p>Beside.</p></aside>
        <button>Print</button><form><label>Name</label><select><option>One</select></form>
        <script>var a = "<p>no</p>";</script><style>p { color: red }</style></main>
        <div><p>Outside.</p></div><footer><p>Contact</p></footer></body></html>
        """) == ["heading1: Plan", "paragraph: Text."])
  }

  @Test(arguments: [
    "<body><div role='main'><p>In.</p></div><p>Out.</p>",
    "<body><article><p>In.</p></article><p>X</p>",
    "<body><p>In.</p><nav>Out</nav><footer>Out</footer>",
    "<body><p>In.</p><p hidden>Out.</p><p style='display: none'>Out.</p>",
    "<p>In.<span class='wb-inv'>Out</span></p>",
    "<p>In.<del>Out</del></p><!-- <main>not here</main> -->",
    "In.",
    "<p>In.</p><div role='navigation'>Out</div><svg><text>Out</text></svg>",
  ])
  func whatIsNoProseIsLeftOut(_ source: String) throws {
    let document = try read(source, as: "a.html")
    #expect(document.string(ofBlock: 0) == "In.")
    #expect(document.blocks.count == 1)
  }

  @Test func titleOfThePage() throws {
    let page = "<html><head><title>Page\n one &eacute;</title></head><body>"
    let plain = try read(page + "<p>Text.", as: "a.html")
    #expect(plain.title == "Page one é")
    let headed = try read(page + "<h2>B</h2><h1>A</h1>", as: "a.html")
    #expect(headed.title == "A")
    let stated = try read("---\ntitle: C\n---\n" + page + "<h1>A</h1>", as: "a.html")
    #expect(stated.title == "C")
    #expect(stated.blocks.count == 1)
  }

  @Test func metadataOfTheHead() throws {
    let document = try read(
      "<head><meta name=\"dcterms.Title\" content=\"Plan &amp; more\"><meta charset=utf-8></head>A",
      as: "a.html")
    #expect(document.metadata.map(\.key) == ["dcterms.title"])
    #expect(document.metadata.map(\.value) == ["Plan & more"])
  }

  @Test func listsKnowWhatIntroducesThem() throws {
    let document = try read(
      """
      <p>We will:</p><ul><li>train guards<li><p>close pier 4:</p><ol><li>gate</li></ol>
      <p>Then more.</p></li></ul><p>After.</p><ul><li>alone</ul>
      """, as: "a.html")
    #expect(
      outline(document) == [
        "paragraph en: We will:", "listItem1 en: train guards", "listItem1 en: close pier 4:",
        "listItem2 en: gate", "paragraph en: Then more.", "paragraph en: After.",
        "listItem1 en: alone",
      ])
    #expect(document.blocks.map(\.leadIn) == [-1, 0, 0, 2, -1, -1, 5])
  }

  @Test func tables() throws {
    let document = try read(
      """
      <table><caption>Targets</caption>
      <thead><tr><th>Measure</th><th>Target</th></tr></thead>
      <tr><th>Guards</th><td>100&nbsp;% <ul><li>by 2027</li><li>or later</li></ul></td></tr>
      <tr><td></td><td>none</td><td></td>
      <tr><th colspan=2>Piers</th></tr>
      <tr><td> </td><td></td></tr>
      </table>
      <table><tr><th>A</th><th>B</th></tr><tr><td>1<td>2</table>
      """, as: "a.html")
    #expect(
      outline(document) == [
        "caption en: Targets", "tableHeader en: Measure | Target",
        "tableRow en: Guards | 100\u{A0}%\nby 2027\nor later", "tableRow en:  | none",
        "tableRow en: Piers", "tableHeader en: A | B", "tableRow en: 1 | 2",
      ])
    #expect(document.blocks.map(\.leadIn) == [-1, -1, 1, 1, 1, -1, 5])
    #expect(document.cells.count == 11)
  }

  @Test func cellsStandUnderTheirHeaders() throws {
    let document = try read(
      """
      <table><tr><th>A<th>B<th>C<th>D</tr>
      <tr><td rowspan=2>1<td>2<td colspan="2">3</tr>
      <tr><td>4<td rowspan=0>5<td>6</tr>
      <tr><td colspan=99999>7</tr>
      <tr><td><td><td>8</tr></table>
      """, as: "a.html")
    #expect(
      outline(document) == [
        "tableHeader en: A | B | C | D", "tableRow en: 1 | 2 | 3", "tableRow en:  | 4 | 5 | 6",
        "tableRow en: 7", "tableRow en:  |  | 8",
      ])
    #expect(document.blocks.map(\.cellCount) == [4, 3, 4, 1, 3])
    #expect(units(document).last == "8")
  }

  @Test func tablesForTheLooksAreNoTables() throws {
    #expect(
      try lines("<table><tr><td><h1>Plan</h1><p>One.</p></td><td><p>Two.</p></td></tr></table>")
        == ["heading1: Plan", "paragraph: One.", "paragraph: Two."])
    #expect(
      try lines("<table role=presentation><tr><td>One.<td>Two.</table>")
        == ["paragraph: One.", "paragraph: Two."])
    #expect(
      try lines("<table><tr><td>Out<table><tr><td>1<td>2</table></table>")
        == ["tableRow: Out", "tableRow: 1 | 2"])
  }

  @Test func otherBlocks() throws {
    #expect(
      try lines(
        """
        <h2>Terms</h2><dl><dt>Pier</dt><dd>A landing.</dd></dl>
        <blockquote><p>Quoted.</p><footer>Someone</footer></blockquote>
        <pre>
          a  b &lt;
          c</pre>
        <figure><img alt="x"><figcaption><p>Figure 1</p></figcaption></figure>
        <details><summary>More</summary><p>Detail.</p></details><p>End.</p>
        <aside class="wb-fnote"><dl><dt>Footnote 1</dt><dd><p>See annex.</p></dd></dl></aside>
        """) == [
          "heading2: Terms", "paragraph: Pier", "listItem1: A landing.", "quotation: Quoted.",
          "quotation: Someone", "code: a  b <\n  c", "caption: Figure 1", "heading3: More",
          "paragraph: Detail.", "paragraph: End.", "footnote: Footnote 1", "footnote: See annex.",
        ])
  }

  @Test func footnoteMarksAreLeftOut() throws {
    #expect(
      try lines(
        """
        <p>One<a href="#_ftn1">[1]</a>, two<sup><a href="#fn2">2</a></sup>.</p>
        <p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> A note.</p>
        """) == ["paragraph: One, two.", "footnote: A note."])
  }

  @Test func linesAndBlanks() throws {
    #expect(
      try lines("<p> One\n   two \t three<br> four<br/>\n<b> five</b> six </p>\n  Last")
        == ["paragraph: One\ntwo three\nfour\nfive six", "paragraph: Last"])
    #expect(try lines("One.<br><br>Two.") == ["paragraph: One.", "paragraph: Two."])
    #expect(try lines("<p>&nbsp;</p><p> &#160; </p><p>a</p>") == ["paragraph: a"])
    #expect(try lines("a\r\nb\rc") == ["paragraph: a\nb c"])
  }

  @Test func brokenMarkupIsRead() throws {
    #expect(try lines("<p>a<p>b<div>c</p>d") == ["a", "b", "c", "d"].map { "paragraph: " + $0 })
    #expect(try lines("<b><p>a</b> b</p>c") == ["paragraph: a b", "paragraph: c"])
    #expect(try lines("<s><p>x</s>a</p>b") == ["paragraph: a", "paragraph: b"])
    #expect(try lines("<h1>A<h2>B</h1>c") == ["heading1: A", "heading2: B", "paragraph: c"])
    #expect(try lines("a < b & c &amp d &notit; <3 <") == ["paragraph: a < b & c & d ¬it; <3 <"])
    #expect(try lines("<p>a</x>b</p></div></table><td>c") == ["paragraph: ab", "paragraph: c"])
    #expect(try lines("<p title='>'>a<p title=\"x") == ["paragraph: a"])
    #expect(try lines("<ul><li>a</ol><li>b") == ["listItem1: a", "listItem1: b"])
    #expect(try lines("<table>a<tr>b<td>c</table>") == ["paragraph: ab", "tableRow: c"])
    #expect(try lines("<nav>x<p>a</nav>b") == ["paragraph: b"])
  }

  @Test func treeIsThatOfABrowser() throws {
    #expect(try lines("<svg><text>no<p>a</svg>b") == ["paragraph: ab"])
    #expect(try lines("<svg><title>no</title></svg><math><mi>x</math>a") == ["paragraph: a"])
    #expect(try lines("<template><p>no</template>a") == ["paragraph: a"])
    #expect(try lines("<p>a<script><!--<script></script>no--></script>b") == ["paragraph: ab"])
    #expect(try lines("<!DOCTYPE html><p>a<?b?>c<!d></ e>f") == ["paragraph: acf"])
    #expect(
      try lines("<ul><li>a<p>b<li>c</ul>d") == [
        "listItem1: a", "paragraph: b", "listItem1: c", "paragraph: d",
      ])
    #expect(try lines("<tr><td>a</td></tr><x-y>b</x-y></body></html>c") == ["paragraph: abc"])
    #expect(try lines("<select><p>no</select>a<search>no</search>") == ["paragraph: a"])
    #expect(try lines("\u{FEFF}<pre>\r\na\r\n b</pre>") == ["code: a\n b"])
  }

  @Test func placesAreExactWhereTagsArePassedOver() throws {
    let source = "\u{FEFF}<div lang=en>é &amp; b</x>c</td>d\r\ne <i>f</i></div>"
    let document = try read(source, as: "a.html")
    #expect(document.string(ofBlock: 0) == "é & bcd\ne f")
    let text = Array("é & bcd\ne f".utf8)
    let bytes = Array(source.utf8)
    for (index, byte) in text.enumerated() where byte > 0x40 && byte < 0x80 {
      let place = document.place(ofTextRange: index..<index + 1)
      #expect(bytes[place.span.start] == byte && place.span.end == place.span.start + 1)
    }
    let reference = document.place(ofTextRange: 3..<4).span
    #expect(bytes[reference.start..<reference.end] == Array("&amp;".utf8)[...])
  }

  @Test func commentsAreKept() throws {
    let document = try read("<p>a<!-- coherence: waive x -->b</p><!---->", as: "a.html")
    #expect(document.remarks.map(\.text) == ["coherence: waive x", ""])
    #expect(document.remarks.first?.span?.start == 4)
    #expect(document.remarks.map(\.textRange) == [1..<1, 2..<2])
    #expect(document.string(ofBlock: 0) == "ab")
  }

  @Test func commentBelongsToTheBlockAroundOrAfterIt() throws {
    let document = try read(
      """
      <!-- one --><h1>Plan</h1>
      <!-- two --><p>We act.</p><ul><li>a</li><!-- three --><li>b <!-- four --></li></ul>
      <!-- five -->
      """, as: "a.html")
    #expect(document.remarks.map(\.text) == ["one", "two", "three", "four", "five"])
    #expect(document.remarks.map(\.block) == [0, 1, 3, 3, 3])
  }

  @Test func westernEncodingThatIsStatedIsRead() throws {
    let head = "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"><p>"
    let source = Array(head.utf8) + [0x93, 0xC9, 0x74, 0xE9, 0x94]
    let document = try BuiltinReaders.read(path: "a.htm", source: source)
    #expect(document.string(ofBlock: 0) == "“Été”")
    #expect(document.diagnostics.map(\.id) == ["encoding-converted"])
    #expect(DocumentInvariants.faults(in: document) == [])
  }

  @Test(arguments: [
    ("&eacute;", "é"), ("&#233;", "é"), ("&#xE9;", "é"), ("&#XE9", "é"), ("&eacute", "é"),
    ("&nosuch;", "&nosuch;"), ("&", "&"), ("&#", "&#"), ("&#x;", "&#x;"), ("&#150;", "–"),
    ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"), ("&#99999999999;", "\u{FFFD}"),
    ("&NotEqualTilde;", "≂̸"), ("&ampx", "&x"), ("&notin;", "∉"), ("&notx", "¬x"), ("&nGt;", "≫⃒"),
    ("&nLl;", "⋘̸"), ("&Aacutex;", "Áx;"), ("&lt;p&gt;", "<p>"),
  ])
  func characterReferences(_ source: String, _ text: String) throws {
    let document = try read("x" + source + "y", as: "a.html")
    #expect(document.string(ofBlock: 0) == "x" + text + "y")
  }
}

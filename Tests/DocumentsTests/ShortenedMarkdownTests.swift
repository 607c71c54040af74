@testable import Documents
import SourceText
import Testing

/// md4c is given less than the source; what comes out must be the same.
@Suite struct ShortenedMarkdownTests {
  /// Each `§` stands for a long stretch without marks.
  private static let sources = [
    "§\n\n# Aims §\n\n§\n§\n\nText: §\n\n- one\n- two §\n\n- three\n\nEnd.\n",
    "# Aims\nText\n\n## Next §  \n- § \n- b\n\n* c\n\n+ d\n\n1. e\n\nf\n",
    "- § *a* §\n- §\n\n- §\n\n§\n", "Text\n\n- a\n  - b\n\n- c\n\nText\n",
    "Text\n\n- a\n-\n\n  b\n",
    "Text\n\n- a\n\n      code\n\ntext\n", "Text\n- a\nlazy\n\ntext\n", "a\n- b *c*\n",
    String(repeating: "a\n- b *c*\n\n", count: 100), "~ §\n\n§\n\n- a\n", "Text\n\n- § \\\n  §\n",
    "Text  \nmore\n\nText\nmore  \n\nText\\\nmore\n",
    "Title\n=====\n\nTitle §\n---\n\n§\n\n---\n\n§\n",
    "**Bold**\n\n**Bold §**\n\n**Bold** more\n\n** no **\n\n***both***\n\n**a\n\n§**\n\n**(a)**\n",
    "§ *a* § **b** § _c_ § ~~d~~ § `§` § [§](§) § ![§](§) §\n§\n",
    "[§\n§]: /target\n\n§ [§\n§] §\n\n[a]: §\n\n§ [a] §\n", "§[^1] §\n\n[^1]: §\n\n    §\n\n§\n",
    "| § | b |\n|---|---|\n| §          §            | § |\n|          § | |\n| § | `a|§` |\n\n§\n",
    "a | §\n--|--\n§\n\n§\n", "> §\n§\n> §\n\n§\n\n> - §\n>\n> §\n\n§\n",
    "```\n§\n\n§\n\n# §\n```\n\n§\n\n§\n", "§\n\n§\n\n~~~ §\n§\n\n§\n\n- §\n~~~\n\n§\n",
    "    §\n\n§\n\n\t§\n",
    "- ```\n  §\n\n§\n\n§\n",
    "§\n\n<div>\n\n§\n\n</div>\n\n§ <b>§</b> §\n\n<!-- § \n\n§ -->\n\n§\n",
    "§ &amp; § &eacute;§ &aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      + "aaaaaaaaaa; §\n",
    "# § #\n\n# §###########\n\n#§\n\n####### §\n\n#\n\n# \n\n§\n",
    "§\r\n§\r\n\r\n# §\r\n\r\n- §\r\n- §\r\n\r\n§",
    "§\r§\r\r# §\r\r- §\r\r§", "---\ntitle: §\n---\n§\n\n§\n\n§", "\u{FEFF}§\n\n§\n", "§", "a", "",
    "# a",
    "é§\n\n\u{A0}§\u{A0}\n\n§\u{A0}\n\n**é§**\n\n«§»\n",
    "1. §\n2. §\n\n§\n\n1986. §\n\n(1) §\n\n(a) §\n",
    "§                                                                    \n\n§\n",
    "§                                                                    *a*        "
      + "             §\n",
  ]

  @Test(arguments: sources)
  func nothingIsReadDifferently(_ source: String) throws {
    let stretches = [
      "", "short", "of plain text that says what is to be done, by whom and when it is to be done",
      "3. d'ici à 2027, l'égalité « réelle » des filles, des garçons – et œuvrer pour la paix (a)",
    ]
    for stretch in stretches {
      let text = source.split(separator: "§", omittingEmptySubsequences: false)
        .joined(separator: stretch)
      #expect(try Self.reading(text, shortens: true) == Self.reading(text, shortens: false))
    }
  }

  /// All texts of four short lines: what stands for plain blocks must fit where hardly anything stood.
  @Test func nothingIsReadDifferentlyInShortTexts() throws {
    let lines = ["", "a", "# a", "- a", "- *a*", "**a**", "*a*", "  a", "~~~"]
    for number in 0..<lines.count * lines.count * lines.count * lines.count {
      var rest = number
      var source = ""
      for _ in 0..<4 {
        source += lines[rest % lines.count] + "\n"
        rest /= lines.count
      }
      let (one, two) = try (
        Self.reading(source, shortens: true), Self.reading(source, shortens: false)
      )
      try #require(one == two, "\(source.debugDescription)")
    }
  }

  private static func reading(_ source: String, shortens: Bool) throws -> [String] {
    let document = try MarkdownReader(shortens: shortens)
      .read(Array(source.utf8), path: "a.md", options: ReadingOptions())
    #expect(DocumentInvariants.faults(in: document) == [])
    return [String(decoding: document.text, as: UTF8.self)]
      + document.blocks.map { "\($0)" } + document.runs.map { "\($0)" }
      + document.cells.map { "\($0)" } + document.remarks.map { "\($0)" }
  }

  @Test func plainTextIsLeftOut() {
    let stretch = String(repeating: "words and words ", count: 20)
    let text = """
      # Plan

      \(stretch)

      - \(stretch)
      - \(stretch)

      \(stretch) *\(stretch)*
      """
    let shortened = Array(text.utf8).withUnsafeBufferPointer { ShortenedMarkdown($0, from: 0) }
    #expect(shortened.text.count < 60)
    #expect(shortened.blocks.map(\.kind) == [.heading, .paragraph, .firstItem, .nextItem])
  }
}

import TestSupport
import Testing

@testable import Reporters

struct MarkupTests {
  private func written(_ body: (MarkupWriter) -> Void) -> String {
    ReportOutput.text { body(MarkupWriter($0, .html)) }
  }

  @Test func `text and attributes are escaped`() {
    let markup = written {
      $0.element("p", [.init("title", "a\"b'<c>")], text: "<script>alert('x')</script> & \"y\"")
    }
    #expect(
      markup
        == "<p title=\"a&quot;b&#39;&lt;c&gt;\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; "
        + "&amp; &quot;y&quot;</p>")
  }

  @Test(arguments: [
    ("a\u{0}b", "a·b"), ("a\u{1B}[2Jb", "a·[2Jb"), ("a\u{9B}b", "a·b"), ("a\u{202E}b", "a·b"),
    ("a\u{FFFF}b\u{FFFE}", "a·b·"), ("a\nb\tc", "a b c"), ("é\u{A0}œ", "é\u{A0}œ"),
  ])
  func `what a program could act on comes out harmless`(text: String, expected: String) {
    #expect(MarkupText.escaped(text) == expected)
  }

  @Test(arguments: [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1", "'+1"), ("-1", "'-1"),
    ("@SUM(1)", "'@SUM(1)"),
    ("\t=1+1", "' =1+1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("a,b", "\"a,b\""),
    ("say \"no\"", "\"say \"\"no\"\"\""), ("a;b", "\"a;b\""), ("a = b", "a = b"), ("", ""),
    ("line\nbreak", "line break"), ("a\u{1B}[31mb", "a·[31mb"),
  ])
  func `a spreadsheet takes every cell for text`(value: String, expected: String) {
    #expect(CSVCell.text(value) == expected)
  }

  @Test(arguments: [
    ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"), ("[x](javascript:y)", "\\[x\\](javascript:y)"),
    ("![x](y)", "\\!\\[x\\](y)"), ("# head", "\\# head"), ("- item", "\\- item"),
    ("1. x", "1\\. x"),
    ("2026. x", "2026\\. x"), ("a | b", "a \\| b"), ("`code`", "\\`code\\`"),
    ("**b**", "\\*\\*b\\*\\*"),
    ("https://x.example", "https&#58;//x.example"), ("@all look", "&#64;all look"),
    ("a - b + c = d!", "a - b + c = d!"), ("&lt;", "&amp;lt;"), ("--- rule", "\\--- rule"),
  ])
  func `Markdown shows text as it is`(text: String, expected: String) {
    #expect(MarkdownPage.escaped(text) == expected)
  }

  @Test func `a style sheet's string holds nothing but text`() {
    #expect(HTMLStyle.quoted("PROTECTED B") == "\"PROTECTED B\"")
    #expect(HTMLStyle.quoted("a\"}</style>") == "\"a\\22 \\7d \\3c \\2f style\\3e \"")
  }
}

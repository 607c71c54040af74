import SourceText
import Testing

@testable import Reporters

struct JSONWriterTests {
  private func written(_ text: String) -> String {
    ReportOutput.text { JSONWriter($0).string(text) }
  }

  @Test(arguments: [
    ("", #""""#),
    ("plain – “été”", #""plain – “été”""#),
    ("\"\\/", #""\"\\/""#),
    ("\n\r\t\u{8}\u{0}", #""\n\r\t\u0008\u0000""#),
    ("\u{1B}[31m\u{7F}", #""\u001b[31m\u007f""#),
    ("\u{80}\u{9F}\u{A0}", "\"\\u0080\\u009f\u{A0}\""),
    (
      "\u{2027}\u{2028}\u{2029}\u{202A}\u{202E}\u{202F}",
      "\"\u{2027}\\u2028\\u2029\\u202a\\u202e\u{202F}\""
    ),
    ("\u{2065}\u{2066}\u{2069}\u{206A}", "\"\u{2065}\\u2066\\u2069\u{206A}\""),
    ("\u{1F3F3}\u{FE0F}", "\"\u{1F3F3}\u{FE0F}\""),
  ])
  func `a text as it is written`(text: String, expected: String) throws {
    #expect(written(text) == expected)
    #expect(try StrictJSON.parse(expected) == .string(text))
  }

  @Test func `every scalar of the basic plane comes back and none that steers is raw`() throws {
    var text = String.UnicodeScalarView()
    for value in UInt32(0)...0xFFFF {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    let json = written(String(text))
    #expect(!json.unicodeScalars.contains { !SourceExcerpt.isPrintable($0) })
    guard case .string(let read) = try StrictJSON.parse(json) else {
      Issue.record("no string")
      return
    }
    #expect(read.unicodeScalars.elementsEqual(text))
  }

  @Test func `lines and inline containers are set as asked`() {
    let text = ReportOutput.text { output in
      let json = JSONWriter(output)
      json.object {
        json.member("empty", [String]())
        json.key("none")
        json.object {}
        json.key("list")
        json.array([1, 2]) { number in
          json.object(.inline) {
            json.member("number", number)
            json.key("nested")
            json.array { json.boolean(number == 1) }
          }
        }
        json.member("text", LocalizedText(english: "a", french: "b"))
        json.member("nothing", String?.none)
      }
    }
    #expect(
      text == """
        {
          "empty": [],
          "none": {},
          "list": [
            {"number": 1, "nested": [true]},
            {"number": 2, "nested": [false]}
          ],
          "text": {"en": "a", "fr": "b"},
          "nothing": null
        }
        """)
  }
}

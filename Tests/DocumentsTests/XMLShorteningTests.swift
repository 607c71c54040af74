@testable import Documents
import SourceText
import Testing

/// expat is given less than the XML of a part; what its handler hears must be the same.
@Suite("Shortened XML") struct XMLShorteningTests {
  private static let names = XMLNames([
    ("w:p", .tags), ("w:rPr", .contents), ("w:t", .tags), ("w:ind", .attributes),
  ])

  @Test(
    "what is of no use is left out, and all else stays as it stands",
    arguments: [
      ("<w:p a='1'><w:b/><w:t xml:space=\"preserve\">x</w:t></w:p>", "<w:p><w:t>x</w:t></w:p>"),
      ("<w:rPr><w:b/><w:i w:val=\"0\" ></w:i></w:rPr>", ""), ("<w:rPr/>a<w:rPr />", "a<w:rPr />"),
      ("<w:rPr><w:ind a=\"1\"/></w:rPr>", "<w:rPr><w:ind a=\"1\"/></w:rPr>"),
      ("<x a=\"1\"><y><z/></y>t</x>", "<x>t</x>"), ("<x> <y/></x>", "<x> </x>"),
      ("<w:p\n a = '1'/>", "<w:p\n a = '1'/>"), ("<w:p a=\">/>\"/>b", "<w:p/>b"),
      ("<x a=\"é\"/>", "<x a=\"é\"/>"), ("<x a=\"&lt;\"/>", "<x a=\"&lt;\"/>"),
      ("<x a=\"'\"/>", "<x a=\"'\"/>"), ("<x a='1' b/>", "<x a='1' b/>"), ("<x a=1/>", "<x a=1/>"),
      ("<x a='1'b='2'/>", "<x a='1'b='2'/>"), ("<1x/><é/><x", "<1x/><é/><x"),
      ("<x></y><x></x ></x>", "<x></y><x></x ></x>"), ("</x><x", "</x><x"), ("<", "<"), ("a", "a"),
      ("<x/><!-- <x/> --><x/>", "<!-- <x/> --><x/>"), ("<x/><?a <x/>?><x/>", "<?a <x/>?><x/>"),
      ("<x/><![CDATA[<x/>]]>", "<![CDATA[<x/>]]>"),
      ("<a><b><c><d><e></e></d></c></b></a>", "<a></a>"),
    ])
  func leftOut(_ xml: String, _ expected: String) {
    // The first tag of a piece stays.
    #expect(shortened(Array(("<w:ind/>" + xml).utf8)) == "<w:ind/>" + expected)
  }

  @Test(
    "what may be something together with the bytes before it stays",
    arguments: [
      "]]<x/>>", "a\r<x/>\n", "&am<x/>p;", "é<x/>", "<<x/>w:t/>", "<<x/>![CDATA[<x/>]]>",
      "</<x/>w:t>", "</w:t <x/>>", "<x <x/>w:val=\"a\"/>", "<x a=\"b<x/>\"/>", "<x<x/>/>",
      "a<w:p a=\"1\">", "a<w:rPr></w:rPr>",
    ])
  func kept(_ xml: String) {
    #expect(shortened(Array(("<w:ind/>" + xml).utf8)) == "<w:ind/>" + xml)
  }

  private func shortened(_ xml: [UInt8]) -> String {
    var shortening = XMLShortening(names: Self.names)
    let left = [UInt8](unsafeUninitializedCapacity: xml.count) { buffer, count in
      xml.withUnsafeBufferPointer { xml in
        guard let target = buffer.baseAddress else { return }
        let sizes = shortening.shorten(xml, into: target)
        #expect(sizes.read == xml.count)
        count = sizes.written
      }
    }
    return String(decoding: left, as: UTF8.self)
  }

  @Test("a tag that may declare a prefix is for expat to see first")
  func declaration() {
    var shortening = XMLShortening(names: Self.names)
    var target = [UInt8](repeating: 0, count: 100)
    let xml = Array("<w:ind/><x/><y a=\"&amp;\" xmlns:v=\"s\"/><v:p/>".utf8)
    let sizes = xml.withUnsafeBufferPointer { xml in
      target.withUnsafeMutableBufferPointer { target in
        target.baseAddress.map { shortening.shorten(xml, into: $0) } ?? (read: 0, written: 0)
      }
    }
    #expect(sizes.read == xml.count - "<v:p/>".utf8.count)
    #expect(sizes.written == sizes.read - "<x/>".utf8.count)
  }

  // MARK: What is heard

  private static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let root = "<w:document a=\">\" xmlns:w=\"\(space)\">"

  private static let parts = [
    root + "<w:p w:a=\"1\"><w:rPr><w:b/></w:rPr>a<x/>b<w:t c='>'>é&amp;</w:t></w:p></w:document>",
    root + "<w:p><y xmlns:v=\"\(space)\"><v:p/><v:t>t</v:t></y><v:p/></w:p></w:document>",
    root + "<y b=\"&lt;\" xmlns:v=\"\(space)\"/><v:p/><v:rPr><b/></v:rPr></w:document>",
    root + "<!-- <w:p/> --><w:p/><![CDATA[<w:t/>]]><?x <w:t/>?><b/><w:t/></w:document>",
    "<!-- > > > > > > --><w:p xmlns:w=\"\(space)\"><b/><w:t/></w:p>",
    "<document xmlns=\"\(space)\"><p><b/></p><rPr/><t>x</t></document>",
    root + "<w:p><w:b/></w:t></w:p>", root + "<w:p><b/><w:t a=\"1\"></x></w:p>",
    root + "<w:p><b/>", root + "<b a=\"\u{1}\"/></w:document>", root + "<b a=\"<\"/></w:document>",
    root + "<b></c></w:document>",
    root + "<w:t>a]]<b/>>b\r<b/>\nc]]<b><w:rPr/></b>></w:t></w:document>",
    root + "a&am<b/>p;</w:document>", root + "a<<b/>w:p/></w:document>",
    root + "a<<b/>![CDATA[<b/>]]></w:document>", root + "<w:p></<b/>w:p></w:document>",
    root + "<w:p></w:p <b/>></w:document>", root + "<b <b/>a=\"1\"/></w:document>",
    root + "<b a=\"1<b/>\"/></w:document>", root + "<b a=\"&none;\"/></w:document>", "<b></b>", "",
  ]

  /// Writes down what it hears of known elements.
  private final class Listener: XMLHandler {
    let failure: ReadingError? = nil
    var heard = ""

    func start(_ name: Int, _ attributes: XMLAttributes) {
      guard name >= 0, name != 1 else { return }
      heard += "<\(name)"
      if name == 3 { heard += " " + (attributes.string("left") ?? "") }
    }
    func end(_ name: Int) { if name >= 0, name != 1 { heard += ">" } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      heard += String(decoding: bytes, as: UTF8.self)
    }
  }

  private func heard(
    _ part: [UInt8], cut: Int, isShortened: Bool
  ) throws -> (heard: String, failure: ReadingError?) {
    let listener = Listener()
    let stream = try XMLStream(
      part: "x", names: Self.names, handler: listener, depthLimit: 100, isShortened: isShortened)
    do throws(ReadingError) {
      part.withUnsafeBufferPointer { part in
        guard stream.read(UnsafeBufferPointer(rebasing: part[..<cut])) else { return }
        _ = stream.read(UnsafeBufferPointer(rebasing: part[cut...]), isLast: true)
      }
      try stream.finish()
    } catch {
      return (listener.heard, error)
    }
    return (listener.heard, nil)
  }

  @Test("wherever a part is divided, the same is heard", arguments: parts)
  func sameEvents(_ part: String) throws {
    let part = Array(part.utf8)
    for cut in 0...part.count {
      let whole = try heard(part, cut: cut, isShortened: false)
      let shortened = try heard(part, cut: cut, isShortened: true)
      #expect((whole.failure == nil) == (shortened.failure == nil), "cut at \(cut)")
      #expect(whole.heard == shortened.heard, "cut at \(cut)")
    }
  }

  @Test("UTF-16 is left as it is")
  func wide() throws {
    let text = "<w:t>a\u{3C41}\u{2F78}\u{4E3E}b</w:t>"
    var part: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { part += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let whole = try heard(part, cut: part.count, isShortened: false)
    let shortened = try heard(part, cut: part.count, isShortened: true)
    #expect(whole.heard == shortened.heard && whole.heard.contains("\u{3C41}"))
  }

  @Test("what is malformed is said to be where it stands in the whole part")
  func place() {
    let markup = "<w:rPr><w:b/></w:rPr>"
    let source = WordFile("\n" + markup + "\n  " + markup + "<w:p></w:r>").bytes
    let failures = [true, false].map { shortens in
      do throws(ReadingError) {
        _ = try DOCXReader(shortens: shortens).read(
          source, path: "plan.docx", options: ReadingOptions())
        return ReadingError.empty
      } catch {
        return error
      }
    }
    #expect(failures[0] == failures[1])
    #expect(failures[0] == .malformedXML(part: "word/document.xml", line: 3, column: 31))
  }
}

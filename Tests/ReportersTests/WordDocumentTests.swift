import Checking
import SourceText
import TestSupport
import Testing

@testable import Reporters

struct WordDocumentTests {
  /// Parts of a stored archive by name, read from its directory.
  private func parts(_ bytes: [UInt8]) throws -> [String: String] {
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    try #require(number(end, 4) == 0x0605_4B50)
    var entry = number(end + 16, 4)
    var found: [String: String] = [:]
    for _ in 0..<number(end + 10, 2) {
      try #require(number(entry, 4) == 0x0201_4B50)
      let (size, name) = (number(entry + 24, 4), number(entry + 28, 2))
      let header = number(entry + 42, 4)
      let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
      let content = bytes[start..<start + size]
      var checksum = CRC32()
      checksum.add(content)
      #expect(Int(checksum.value) == number(entry + 16, 4))
      let key = String(decoding: bytes[entry + 46..<entry + 46 + name], as: UTF8.self)
      found[key] = String(decoding: content, as: UTF8.self)
      entry += 46 + name
    }
    return found
  }

  private func document(_ page: Page) -> [UInt8] {
    var bytes: [UInt8] = []
    let output = ReportOutput { piece in
      bytes.append(contentsOf: piece)
      return true
    }
    WordDocument.write(page, to: output)
    output.flush()
    return bytes
  }

  private func page(_ report: Report, _ language: Language = .english) -> Page {
    Summary(report, options: SummaryTests.options).page(.internal, in: language)
  }

  @Test func `the checksum is the one that ZIP asks for`() {
    var checksum = CRC32()
    checksum.add(Array("1234".utf8))
    checksum.add(Array("56789".utf8))
    #expect(checksum.value == 0xCBF4_3926)
    #expect(checksum.count == 9)
  }

  @Test(arguments: Language.allCases)
  func `headings, tables and figures say what they are`(language: Language) throws {
    let parts = try parts(document(page(SummaryTests.report, language)))
    let text = try #require(parts["word/document.xml"])
    #expect(text.contains("<w:pStyle w:val=\"Heading1\"/>"))
    let tables = text.split(separator: "<w:tbl>").count - 1
    #expect(tables > 3)
    #expect(text.split(separator: "<w:tblHeader/>").count - 1 == tables)
    #expect(text.split(separator: "<w:tblDescription w:val=").count - 1 == tables)
    let drawings = text.split(separator: "<w:drawing>").count - 1
    #expect(drawings == 1)
    #expect(text.split(separator: " descr=").count - 1 == drawings)
    #expect(!text.contains("descr=\"\""))
    let other = language == .english ? "fr-CA" : "en-CA"
    #expect(text.contains("<w:lang w:val=\"\(other)\"/>"))
    #expect(parts["word/styles.xml"]?.contains("<w:lang w:val=\"\(language.wordCode)\"/>") == true)
    #expect(parts["word/header1.xml"]?.contains("PROTECTED A") == true)
    #expect(parts["word/footer1.xml"]?.contains("PROTECTED A") == true)
  }

  @Test func `every part is balanced, hostile texts or not`() throws {
    for report in [SummaryTests.report, HostileReport.report, SampleReport.empty] {
      for (name, text) in try parts(document(page(report))) {
        #expect(Self.imbalance(text) == nil, "\(name)")
        #expect(
          text.unicodeScalars.allSatisfy { $0 == "\n" || SourceExcerpt.isPrintable($0) }, "\(name)")
      }
    }
  }

  @Test func `the same page gives the same bytes`() {
    #expect(document(page(SummaryTests.report)) == document(page(SummaryTests.report)))
  }

  static let hasUnzip = (try? Shell.run("command -v unzip", in: "/"))?.exitStatus == 0

  @Test(.enabled(if: hasUnzip))
  func `another program finds the archive sound`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(document(page(SummaryTests.report)), to: "page.docx")
    #expect(try Shell.run("unzip -tqq '\(path)'", in: folder.path).exitStatus == 0)
  }

  static let hasOffice =
    (try? Shell.run("command -v soffice", in: "/"))?.exitStatus == 0
    && Shell.environment("COHERENCE_OFFICE") != nil

  @Test(.enabled(if: hasOffice, "set COHERENCE_OFFICE=1 where LibreOffice is installed"))
  func `a word processor opens it and finds the headings`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(document(page(SummaryTests.report)), to: "page.docx")
    let run = try Shell.run(
      "HOME=\(folder.path) soffice --headless --convert-to txt:Text --outdir . page.docx",
      in: folder.path)
    #expect(run.exitStatus == 0)
    let text = String(
      decoding: try SourceFile.read(folder.path + "/page.txt"), as: UTF8.self)
    #expect(text.contains("Bottom line") && text.contains("A seat for women who fish"))
  }

  /// What is wrong with the nesting of a part's elements; `nil` when nothing is.
  private static func imbalance(_ xml: String) -> String? {
    var open: [Substring] = []
    var rest = xml[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return "cut short" }
      let inside = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("?") || inside.hasSuffix("/") { continue }
      let name = inside.prefix { $0 != " " }
      if name.hasPrefix("/") {
        if open.popLast() != name.dropFirst() { return "\(name) closes nothing" }
      } else {
        open.append(name)
      }
    }
    return open.isEmpty ? nil : "left open: \(open)"
  }
}

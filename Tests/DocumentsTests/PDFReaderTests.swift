import Documents
import SourceText
import TestSupport
import Testing

/// The program that reads PDF for us.
enum PDFProgram {
  static let isInstalled: Bool = {
    let process = ChildProcess("pdftotext", ["-v"], time: .seconds(10))
    return (try? process.run(input: []) { _ in true }) != nil
  }()
}

/// PDFs written by hand, read through pdftotext where it is installed.
@Suite("PDF", .enabled(if: PDFProgram.isInstalled))
struct PDFReaderTests {
  /// A line of text at a place, from the bottom left corner, in points.
  private struct Line {
    var x: Int
    var y: Int
    var size = 10
    var text: String
  }

  /// A PDF of pages of 600 by 800 points.
  private func pdf(_ pages: [[Line]]) -> [UInt8] {
    var objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    var kids = ""
    for lines in pages {
      let body = lines.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }
        .joined(separator: "\n")
      objects.append("<</Length \(body.utf8.count)>>stream\n\(body)\nendstream")
      let resources = "/Resources<</Font<</F1 3 0 R>>>>"
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents \(objects.count) 0 R"
          + resources + ">>")
      kids += "\(objects.count) 0 R "
    }
    objects[1] = "<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>"
    var result = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(result.utf8.count)
      result += "\(index + 1) 0 obj\(object)endobj\n"
    }
    let start = result.utf8.count
    result += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      result += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    result += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(result.utf8)
  }

  private func document(_ pages: [[Line]]) throws -> Document {
    let document = try BuiltinReaders.read(path: "plan.pdf", source: pdf(pages))
    #expect(DocumentInvariants.faults(in: document) == [])
    return document
  }

  @Test("paragraphs, headings, items, divided words, over a page; headers and footers dropped")
  func layout() throws {
    func page(_ number: Int, _ lines: [Line]) -> [Line] {
      [Line(x: 50, y: 780, size: 8, text: "Harbour Department")] + lines
        + [Line(x: 290, y: 20, size: 8, text: "\(number)")]
    }
    let wide = "the department will fund the women of the coast with all that they need to"
    let document = try document([
      page(
        1,
        [
          Line(x: 50, y: 700, size: 18, text: "Plan for Peace"),
          Line(x: 50, y: 660, text: "This year " + wide + " imple-"),
          Line(x: 50, y: 648, text: "ment their plans. It will also " + wide),
        ]),
      page(
        2,
        [
          Line(x: 50, y: 700, text: "train and to lead. We implement it:"),
          Line(x: 60, y: 676, text: "\\267 fund two groups;"),
          Line(x: 60, y: 664, text: "\\267 train the guards."),
        ]),
      page(3, [Line(x: 50, y: 700, text: "The end of it.")]),
    ])
    #expect(
      outline(document) == [
        "heading1 en: Plan for Peace",
        "paragraph en: This year \(wide) implement their plans. It will also \(wide) train and "
          + "to lead. We implement it:",
        "listItem1 en: fund two groups;", "listItem1 en: train the guards.",
        "paragraph en: The end of it.",
      ])
    #expect(document.furniture == ["Harbour Department"])
    let place = document.place(ofTextRange: document.blocks[3].textRange)
    guard case .page(let position)? = place.position else {
      Issue.record("no place")
      return
    }
    #expect(position.page == 2 && position.box.top > 120 && position.box.bottom < 150)
    #expect(place.position?.title.french == "page 2")
  }

  @Test("no text, no pages, encryption")
  func withoutText() {
    func id(_ bytes: [UInt8]) -> String {
      do throws(ReadingError) {
        _ = try BuiltinReaders.read(path: "plan.pdf", source: bytes)
        return "read"
      } catch {
        return error.diagnostic(path: "plan.pdf", source: bytes).id
      }
    }
    #expect(id(pdf([[], []])) == "image-only")
    #expect(id(Array("%PDF-1.4\nnothing".utf8)) == "damaged-file")
    #expect(id(Array(pdf([[Line(x: 50, y: 50, text: "a")]]).prefix(60))) == "damaged-file")
    #expect(id(Array("%PDF-1.4\ntrailer<</Encrypt 5 0 R>>".utf8)) == "encrypted")
  }

  @Test("words in front of the first page belong nowhere")
  func wordsWithoutPage() throws {
    func row(_ level: Int, _ text: String) -> String {
      "\(level)\t1\t1\t1\t0\t0\t72\t20\t9\t9\t-1\t\(text)\n"
    }
    let table = row(4, "###LINE###") + row(5, "stray")
    #expect(throws: ReadingError.imageOnly(pages: 0)) {
      try PDFReader.document(ofWordTable: Array(table.utf8), path: "plan.pdf")
    }
    let whole = table + row(1, "###PAGE###") + row(4, "###LINE###") + row(5, "kept")
    let document = try PDFReader.document(ofWordTable: Array(whole.utf8), path: "plan.pdf")
    #expect(document.blocks.indices.map { document.string(ofBlock: $0) } == ["kept"])
  }

  @Test("too many pages")
  func pages() {
    var limits = ReadingLimits()
    limits.pages = 1
    #expect(throws: ReadingError.tooManyPages(limit: 1)) {
      try BuiltinReaders.read(
        path: "plan.pdf", source: pdf([[Line(x: 50, y: 50, text: "a")], []]),
        options: ReadingOptions(limits: limits))
    }
  }
}

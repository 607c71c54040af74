import Documents
import SourceText
import TestSupport
import Testing

@Suite("Comments in Word files")
struct WordAnnotatorTests {
  private let body =
    WordFile.paragraph("Plan") + "<w:p><w:pPr/><w:r><w:t>We </w:t></w:r><w:r><w:t>will act.</w:t>"
    + "</w:r><w:r><w:t xml:space=\"preserve\"> Later.</w:t></w:r></w:p>"

  private func comment(_ text: String, _ paragraph: Int, _ range: Range<Int>) -> WordComment {
    WordComment(
      position: ParagraphPosition(
        part: "word/document.xml", paragraph: paragraph, lastParagraph: paragraph,
        start: range.lowerBound, end: range.upperBound),
      paragraphs: [text, "Why: <because> & \u{1}more"], language: "en-CA")
  }

  @Test("a comment stands around the runs of its passage, and the text stays what it was")
  func placed() throws {
    let source = WordFile(body).bytes
    let annotated = try WordAnnotator(source).annotated(with: [
      comment("No date.", 2, 3..<12),
      WordComment(position: nil, paragraphs: ["All"], language: "fr-CA"),
    ])
    let document = try BuiltinReaders.read(path: "plan.docx", source: annotated)
    #expect(outline(document) == ["paragraph en: Plan", "paragraph en: We will act. Later."])
    #expect(document.remarks.map(\.text) == ["All", "No date.\nWhy: <because> & more"])
    #expect(document.remarks.map(\.author) == ["coherence", "coherence"])
    #expect(document.remarks.map { document.string(of: $0.textRange) } == ["Plan", "will act."])
  }

  @Test("marks whose comment is gone are left as they are", arguments: [0, Int.max])
  func danglingMarks(id: Int) throws {
    let dangling =
      "<w:p><w:commentRangeStart w:id=\"\(id)\"/><w:r><w:t>Here.</w:t></w:r>"
      + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
    let source = WordFile(dangling).bytes
    let position = ParagraphPosition(
      part: "word/document.xml", paragraph: 1, lastParagraph: 1, start: 0, end: 4)
    let comment = WordComment(position: position, paragraphs: ["a"], language: "en-CA")
    let once = try WordAnnotator(source).annotated(with: [comment])
    #expect(try WordAnnotator(once).annotated(with: [comment]) == once)
  }

  @Test("doing it twice gives the same bytes; taking all out gives the parts as they were")
  func twice() throws {
    let mine =
      "<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>Here.</w:t></w:r>"
      + "<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>"
    let source = WordFile(body + mine).with(
      "comments",
      "<w:comment w:id=\"7\" w:author=\"Ana\">" + WordFile.paragraph("mine") + "</w:comment>"
    ).bytes
    let comments = [comment("No date.", 2, 3..<12), comment("No owner.", 2, 3..<6)]
    let once = try WordAnnotator(source).annotated(with: comments)
    #expect(try WordAnnotator(once).annotated(with: comments) == once)
    let fewer = try WordAnnotator(once).annotated(with: [comments[0]])
    #expect(try WordAnnotator(source).annotated(with: [comments[0]]) == fewer)
    let none = try WordAnnotator(once).annotated(with: [])
    let document = try BuiltinReaders.read(path: "plan.docx", source: none)
    #expect(document.remarks.map(\.text) == ["mine"])
  }

  @Test("a passage over cells is marked in the first of them")
  func overCells() throws {
    let rows = WordFile.table([[WordFile.paragraph("a"), WordFile.paragraph("b")]])
    let source = WordFile(rows).bytes
    var wanted = comment("Row.", 1, 0..<1)
    wanted.position?.lastParagraph = 2
    let annotated = try WordAnnotator(source).annotated(with: [wanted])
    let document = try BuiltinReaders.read(path: "plan.docx", source: annotated)
    #expect(document.remarks.map { document.string(of: $0.textRange) } == ["a"])
    #expect(outline(document) == ["tableRow en: a | b"])
  }
}

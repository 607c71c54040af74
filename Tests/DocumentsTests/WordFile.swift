import Documents
import SourceText
import TestSupport
import Testing

/// Word files made of the XML that a test is about.
struct WordFile {
  var body: String
  var parts: [(name: String, xml: String)] = []
  var relationships: [(type: String, target: String)] = []

  init(_ body: String) { self.body = body }

  /// With another part of a kind that the main part refers to.
  func with(_ type: String, _ inside: String) -> WordFile {
    var file = self
    let root = ["styles": "styles", "numbering": "numbering"][type] ?? type
    file.parts.append(
      ("word/\(type).xml", "<w:\(root) \(Self.namespaces)>\(inside)</w:\(root)>"))
    file.relationships.append((type, "\(type).xml"))
    return file
  }

  var bytes: [UInt8] { bytes(mainPart: "word/document.xml") }

  /// The file, whose list of parts names this one as the main part.
  func bytes(mainPart: String) -> [UInt8] {
    var pieces: [(name: String, contents: [UInt8])] = [
      ("_rels/.rels", Self.relationships([("officeDocument", mainPart)])),
      (
        "word/document.xml",
        Array("<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>".utf8)
      ),
      ("word/_rels/document.xml.rels", Self.relationships(relationships)),
    ]
    pieces += parts.map { ($0.name, Array($0.xml.utf8)) }
    return StoredArchive.bytes(pieces)
  }

  func document(_ options: ReadingOptions = ReadingOptions()) throws -> Document {
    let document = try BuiltinReaders.read(path: "plan.docx", source: bytes, options: options)
    #expect(DocumentInvariants.faults(in: document) == [])
    return document
  }

  static let namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""

  static func relationships(_ list: [(type: String, target: String)]) -> [UInt8] {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let items = list.enumerated().map { index, item in
      "<Relationship Id=\"r\(index)\" Type=\"\(base)\(item.type)\" Target=\"\(item.target)\"/>"
    }
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return Array("<Relationships xmlns=\"\(space)\">\(items.joined())</Relationships>".utf8)
  }

  /// A paragraph with one run.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  /// A table of rows of cells, each cell's XML.
  static func table(_ rows: [[String]], properties: String = "") -> String {
    "<w:tbl><w:tblPr>\(properties)</w:tblPr>"
      + rows.map { "<w:tr>" + $0.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>" }.joined()
      + "</w:tbl>"
  }
}

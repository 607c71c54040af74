internal import SourceText

/// Writes a page as a Word file (ECMA-376, transitional): real headings, lists, tables with header rows that repeat
/// and alternative text, a language on every quotation, the marking in header and footer.
struct WordDocument {
  static func write(_ page: Page, to output: ReportOutput) {
    var archive = ZIPWriter(output)
    archive.add("[Content_Types].xml") { part($0, contentTypes) }
    archive.add("_rels/.rels") { part($0, packageRelations) }
    archive.add("docProps/core.xml") { part($0) { properties(page, $0) } }
    archive.add("word/document.xml") { output in
      part(output) { xml in
        var body = WordBody(page, xml)
        body.write()
      }
    }
    archive.add("word/styles.xml") { part($0) { WordStyles(language: page.language).write($0) } }
    archive.add("word/numbering.xml") { part($0, WordStyles.numbering) }
    archive.add("word/settings.xml") { part($0, settings) }
    archive.add("word/header1.xml") { part($0) { edge("w:hdr", page, $0, numbers: false) } }
    archive.add("word/footer1.xml") { part($0) { edge("w:ftr", page, $0, numbers: true) } }
    archive.add("word/_rels/document.xml.rels") { part($0, documentRelations) }
    archive.finish()
  }

  private static func part(_ output: ReportOutput, _ body: (MarkupWriter) -> Void) {
    let xml = MarkupWriter(output, .xml)
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    body(xml)
  }

  // MARK: Small parts

  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  private static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func contentTypes(_ xml: MarkupWriter) {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    xml.element(
      "Types",
      [.init("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]
    ) {
      xml.empty(
        "Default",
        [
          .init("Extension", "rels"),
          .init("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
        ])
      xml.empty(
        "Default", [.init("Extension", "xml"), .init("ContentType", "application/xml")])
      for (name, type) in [
        ("/word/document.xml", "\(word).document.main+xml"),
        ("/word/styles.xml", "\(word).styles+xml"),
        ("/word/numbering.xml", "\(word).numbering+xml"),
        ("/word/settings.xml", "\(word).settings+xml"),
        ("/word/header1.xml", "\(word).header+xml"), ("/word/footer1.xml", "\(word).footer+xml"),
        (
          "/docProps/core.xml",
          "application/vnd.openxmlformats-package.core-properties+xml"
        ),
      ] {
        xml.empty("Override", [.init("PartName", name), .init("ContentType", type)])
      }
    }
  }

  private static func packageRelations(_ xml: MarkupWriter) {
    xml.element("Relationships", [.init("xmlns", relationships)]) {
      relation("rId1", "\(office)/officeDocument", "word/document.xml", xml)
      relation(
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml", xml)
    }
  }

  private static func documentRelations(_ xml: MarkupWriter) {
    xml.element("Relationships", [.init("xmlns", relationships)]) {
      relation("rId1", "\(office)/styles", "styles.xml", xml)
      relation("rId2", "\(office)/numbering", "numbering.xml", xml)
      relation("rId3", "\(office)/settings", "settings.xml", xml)
      relation("rId4", "\(office)/header", "header1.xml", xml)
      relation("rId5", "\(office)/footer", "footer1.xml", xml)
    }
  }

  private static func relation(
    _ id: String, _ type: String, _ target: String, _ xml: MarkupWriter
  ) {
    xml.empty(
      "Relationship", [.init("Id", id), .init("Type", type), .init("Target", target)])
  }

  private static func properties(_ page: Page, _ xml: MarkupWriter) {
    xml.element(
      "cp:coreProperties",
      [
        .init(
          "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        .init("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ]
    ) {
      xml.element("dc:title", text: page.title)
      xml.element("dc:creator", text: "coherence")
      xml.element("dc:language", text: page.language.wordCode)
    }
  }

  private static func settings(_ xml: MarkupWriter) {
    xml.element("w:settings", [.init("xmlns:w", main)]) {
      xml.element("w:compat") {
        xml.empty(
          "w:compatSetting",
          [
            .init("w:name", "compatibilityMode"),
            .init("w:uri", "http://schemas.microsoft.com/office/word"), .init("w:val", 15),
          ])
      }
    }
  }

  /// The page's header or footer: the marking, and in the footer the number of the page.
  private static func edge(
    _ name: StaticString, _ page: Page, _ xml: MarkupWriter, numbers: Bool
  ) {
    xml.element(name, [.init("xmlns:w", main)]) {
      xml.element("w:p") {
        xml.element("w:pPr") { xml.empty("w:jc", [.init("w:val", "center")]) }
        if let marking = page.marking {
          xml.element("w:r") {
            xml.element("w:rPr") { xml.empty("w:b") }
            xml.element("w:t", [.init("xml:space", "preserve")], text: marking)
          }
        }
      }
      guard numbers else { return }
      xml.element("w:p") {
        xml.element("w:pPr") { xml.empty("w:jc", [.init("w:val", "right")]) }
        field("PAGE", xml)
        xml.element("w:r") {
          xml.element("w:t", [.init("xml:space", "preserve")], text: " / ")
        }
        field("NUMPAGES", xml)
      }
    }
  }

  private static func field(_ code: String, _ xml: MarkupWriter) {
    xml.element("w:fldSimple", [.init("w:instr", " \(code) ")]) {
      xml.element("w:r") { xml.element("w:t", text: "1") }
    }
  }
}

extension Language {
  /// The language as Word names it.
  var wordCode: String { self == .english ? "en-CA" : "fr-CA" }
}

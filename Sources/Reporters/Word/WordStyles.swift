internal import SourceText

/// The styles and lists of a Word file.
struct WordStyles {
  let language: Language

  func write(_ xml: MarkupWriter) {
    xml.element("w:styles", [.init("xmlns:w", WordDocument.main)]) {
      xml.element("w:docDefaults") {
        xml.element("w:rPrDefault") {
          xml.element("w:rPr") {
            xml.empty(
              "w:rFonts",
              [
                .init("w:ascii", "Arial"), .init("w:hAnsi", "Arial"), .init("w:cs", "Arial"),
                .init("w:eastAsia", "Arial"),
              ])
            xml.empty("w:sz", [.init("w:val", 19)])
            xml.empty("w:lang", [.init("w:val", language.wordCode)])
          }
        }
        xml.element("w:pPrDefault") {
          xml.element("w:pPr") { Self.spacing(0, 60, xml) }
        }
      }
      style("Normal", "Normal", nil, isDefault: true, xml)
      style("Title", "Title", "Normal", xml, before: 0, after: 40, size: 32, isBold: true)
      for level in 1...3 {
        style(
          "Heading\(level)", "heading \(level)", "Normal", xml, before: level == 1 ? 120 : 100,
          after: 30, size: [26, 22, 20][level - 1], isBold: true, outline: level - 1)
      }
      style("Lead", "Lead", "Normal", xml, size: 20)
      style("Quiet", "Quiet", "Normal", xml, size: 17, colour: Palette.light.quiet)
      style("Caption", "caption", "Normal", xml, before: 60, after: 40, isBold: true, keeps: true)
      style("Quote", "Quote", "Normal", xml, indent: 284)
      style("QuoteSource", "Quote source", "Normal", xml, size: 17, indent: 284, keeps: true)
      style("Cell", "Cell", "Normal", xml, after: 20, size: 16)
      style("RowHeader", "Row header", "Cell", xml, isBold: true)
      style("TableEnd", "Table end", "Normal", xml, after: 0, size: 8)
      style("ListBullet", "List Bullet", "Normal", xml, after: 30, list: 1)
      style("ListNumber", "List Number", "Normal", xml, after: 30, list: 2)
      table(xml)
    }
  }

  private func style(
    _ id: String, _ name: String, _ base: String?, isDefault: Bool = false, _ xml: MarkupWriter,
    before: Int? = nil, after: Int? = nil, size: Int? = nil, isBold: Bool = false,
    colour: String? = nil, indent: Int? = nil, keeps: Bool = false, outline: Int? = nil,
    list: Int? = nil
  ) {
    var attributes: [MarkupWriter.Attribute] = [.init("w:type", "paragraph")]
    if isDefault { attributes.append(.init("w:default", 1)) }
    attributes.append(.init("w:styleId", id))
    xml.element("w:style", attributes) {
      xml.empty("w:name", [.init("w:val", name)])
      if let base { xml.empty("w:basedOn", [.init("w:val", base)]) }
      xml.empty("w:qFormat")
      xml.element("w:pPr") {
        if keeps || outline != nil { xml.empty("w:keepNext") }
        if let list {
          xml.element("w:numPr") { xml.empty("w:numId", [.init("w:val", list)]) }
        }
        if before != nil || after != nil { Self.spacing(before ?? 0, after ?? 60, xml) }
        if let indent { xml.empty("w:ind", [.init("w:left", indent)]) }
        if let outline { xml.empty("w:outlineLvl", [.init("w:val", outline)]) }
      }
      xml.element("w:rPr") {
        if isBold { xml.empty("w:b") }
        if let colour { xml.empty("w:color", [.init("w:val", colour)]) }
        if let size { xml.empty("w:sz", [.init("w:val", size)]) }
      }
    }
  }

  private func table(_ xml: MarkupWriter) {
    xml.element("w:style", [.init("w:type", "table"), .init("w:styleId", "TableGrid")]) {
      xml.empty("w:name", [.init("w:val", "Table Grid")])
      xml.element("w:tblPr") {
        xml.element("w:tblBorders") {
          border("w:top", xml)
          border("w:left", xml)
          border("w:bottom", xml)
          border("w:right", xml)
          border("w:insideH", xml)
          border("w:insideV", xml)
        }
        xml.element("w:tblCellMar") {
          xml.empty("w:left", [.init("w:w", 70), .init("w:type", "dxa")])
          xml.empty("w:right", [.init("w:w", 70), .init("w:type", "dxa")])
        }
      }
    }
  }

  private func border(_ name: StaticString, _ xml: MarkupWriter) {
    xml.empty(
      name,
      [
        .init("w:val", "single"), .init("w:sz", 4), .init("w:space", 0),
        .init("w:color", Palette.light.rule),
      ])
  }

  private static func spacing(_ before: Int, _ after: Int, _ xml: MarkupWriter) {
    xml.empty("w:spacing", [.init("w:before", before), .init("w:after", after)])
  }

  static func numbering(_ xml: MarkupWriter) {
    xml.element("w:numbering", [.init("xmlns:w", WordDocument.main)]) {
      for (id, format, text) in [(0, "bullet", "•"), (1, "decimal", "%1.")] {
        xml.element("w:abstractNum", [.init("w:abstractNumId", id)]) {
          xml.empty("w:multiLevelType", [.init("w:val", "singleLevel")])
          xml.element("w:lvl", [.init("w:ilvl", 0)]) {
            xml.empty("w:start", [.init("w:val", 1)])
            xml.empty("w:numFmt", [.init("w:val", format)])
            xml.empty("w:lvlText", [.init("w:val", text)])
            xml.empty("w:lvlJc", [.init("w:val", "left")])
            xml.element("w:pPr") {
              xml.empty("w:ind", [.init("w:left", 360), .init("w:hanging", 260)])
            }
          }
        }
      }
      for id in [1, 2] {
        xml.element("w:num", [.init("w:numId", id)]) {
          xml.empty("w:abstractNumId", [.init("w:val", id - 1)])
        }
      }
    }
  }
}

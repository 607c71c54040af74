internal import SourceText

/// The text of a Word file.
struct WordBody {
  private let page: Page
  private let xml: MarkupWriter
  private var drawingCount = 0
  /// True when the next paragraph begins a new sheet.
  private var startsSheet = false

  init(_ page: Page, _ xml: MarkupWriter) {
    self.page = page
    self.xml = xml
  }

  /// Width of the text between the margins, in twentieths of a point.
  private static let textWidth = 9936

  mutating func write() {
    xml.open(
      "w:document",
      [
        .init("xmlns:w", WordDocument.main),
        .init("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        .init(
          "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        .init("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        .init("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        .init("xmlns:wpg", WordDrawing.group),
        .init("xmlns:wps", WordDrawing.shape),
      ])
    xml.open("w:body")
    paragraph(PageText(page.title), style: "Title")
    for line in page.subtitle { paragraph(PageText(line), style: "Quiet") }
    for block in page.blocks {
      write(block)
      if xml.output.isClosed { break }
    }
    section()
    xml.close("w:body")
    xml.close("w:document")
  }

  // MARK: Blocks

  private mutating func write(_ block: PageBlock) {
    switch block {
    case .heading(let level, let text):
      // A break of its own would leave an empty sheet where the one before is full.
      paragraph(text, style: "Heading\(min(3, max(1, level - 1)))", startsSheet: startsSheet)
      startsSheet = false
    case .paragraph(let text, let style):
      switch style {
      case .plain: paragraph(text)
      case .lead: paragraph(text, style: "Lead")
      case .quiet: paragraph(text, style: "Quiet")
      }
    case .list(let items, let isNumbered):
      for item in items { paragraph(item, style: isNumbered ? "ListNumber" : "ListBullet") }
    case .quotations(let quotations): self.quotations(quotations)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .pageBreak:
      startsSheet = true
    }
  }

  private func paragraph(
    _ text: PageText, style: String? = nil, isCentred: Bool = false, startsSheet: Bool = false,
    isShaded: Bool = false
  ) {
    xml.element("w:p") {
      if style != nil || isCentred || startsSheet {
        xml.element("w:pPr") {
          if let style { xml.empty("w:pStyle", [.init("w:val", style)]) }
          if startsSheet { xml.empty("w:pageBreakBefore") }
          if isCentred { xml.empty("w:jc", [.init("w:val", "center")]) }
        }
      }
      inline(text, isShaded: isShaded)
    }
    xml.lineBreak()
  }

  /// Passages one after the other, each after who says it and where.
  private func quotations(_ quotations: [Quotation]) {
    for quotation in quotations {
      paragraph(
        quotation.speaker.appending(" · ") + quotation.source, style: "QuoteSource")
      paragraph(
        PageText(quotation.text, .quote, language: quotation.language), style: "Quote")
    }
  }

  // MARK: Tables and figures

  private func table(_ table: PageTable) {
    paragraph(PageText(table.caption), style: "Caption")
    if !table.explanation.isEmpty { paragraph(PageText(table.explanation), style: "Quiet") }
    let widths = Self.widths(table.columns)
    xml.open("w:tbl")
    xml.element("w:tblPr") {
      xml.empty("w:tblStyle", [.init("w:val", "TableGrid")])
      xml.empty("w:tblW", [.init("w:w", Self.textWidth), .init("w:type", "dxa")])
      xml.empty("w:tblLayout", [.init("w:type", "fixed")])
      xml.empty(
        "w:tblLook",
        [
          .init("w:val", table.hasRowHeaders ? "04A0" : "0420"), .init("w:firstRow", 1),
          .init("w:lastRow", 0), .init("w:firstColumn", table.hasRowHeaders ? 1 : 0),
          .init("w:lastColumn", 0), .init("w:noHBand", 0), .init("w:noVBand", 1),
        ])
      xml.empty("w:tblCaption", [.init("w:val", table.caption)])
      xml.empty(
        "w:tblDescription",
        [.init("w:val", table.explanation.isEmpty ? table.caption : table.explanation)])
    }
    xml.element("w:tblGrid") {
      for width in widths { xml.empty("w:gridCol", [.init("w:w", width)]) }
    }
    xml.element("w:tr") {
      xml.element("w:trPr") {
        xml.empty("w:cantSplit")
        xml.empty("w:tblHeader")
      }
      for (index, column) in table.columns.enumerated() {
        cell(
          .init(PageText(column.title, .strong)), width: widths[index],
          isCentred: column.isCentred, isHeader: false)
      }
    }
    xml.lineBreak()
    table.rows { cells in
      xml.element("w:tr") {
        xml.element("w:trPr") { xml.empty("w:cantSplit") }
        for (index, cell) in cells.enumerated() where widths.indices.contains(index) {
          self.cell(
            cell, width: widths[index], isCentred: table.columns[index].isCentred,
            isHeader: index == 0 && table.hasRowHeaders)
        }
      }
      xml.lineBreak()
    }
    xml.close("w:tbl")
    // Two tables in a row would become one.
    paragraph(PageText(), style: "TableEnd")
  }

  private func cell(_ cell: PageTable.Cell, width: Int, isCentred: Bool, isHeader: Bool) {
    xml.element("w:tc") {
      xml.element("w:tcPr") {
        xml.empty("w:tcW", [.init("w:w", width), .init("w:type", "dxa")])
        if let tone = cell.tone {
          xml.empty(
            "w:shd",
            [
              .init("w:val", "clear"), .init("w:color", "auto"),
              .init("w:fill", Palette.light.fill(tone)),
            ])
        }
      }
      let paragraphs = cell.paragraphs.isEmpty ? [PageText()] : cell.paragraphs
      for (index, text) in paragraphs.enumerated() {
        paragraph(
          text, style: isHeader && index == 0 ? "RowHeader" : "Cell", isCentred: isCentred,
          isShaded: cell.tone != nil)
      }
    }
  }

  private static func widths(_ columns: [PageTable.Column]) -> [Int] {
    let whole = max(1, columns.reduce(0) { $0 + $1.share })
    return columns.map { textWidth * $0.share / whole }
  }

  private mutating func figure(_ figure: PageFigure) {
    // A shaded table is the same picture as a grid of shaded boxes, and can be read out.
    if !figure.isTable {
      drawingCount += 1
      paragraph(PageText(figure.title), style: "Caption")
      xml.element("w:p") {
        WordDrawing(xml: xml, number: drawingCount).write(figure)
      }
    }
    paragraph(PageText(figure.explanation), style: "Quiet")
    table(figure.equivalent)
  }

  // MARK: Text

  /// Grey words are left dark on a shade, where grey would be hard to read.
  private func inline(_ text: PageText, isShaded: Bool) {
    for run in text.runs {
      xml.element("w:r") {
        let language = run.language.flatMap { $0 == page.language ? nil : $0 }
        if run.style != .plain && run.style != .quote || language != nil {
          xml.element("w:rPr") {
            switch run.style {
            case .strong: xml.empty("w:b")
            case .quiet:
              if !isShaded { xml.empty("w:color", [.init("w:val", Palette.light.quiet)]) }
            case .code:
              xml.empty(
                "w:rFonts",
                [.init("w:ascii", "Courier New"), .init("w:hAnsi", "Courier New")])
              xml.empty("w:sz", [.init("w:val", 14)])
            case .plain, .quote: break
            }
            if let language { xml.empty("w:lang", [.init("w:val", language.wordCode)]) }
          }
        }
        let words =
          run.style == .quote
          ? page.language.openingQuote + run.text + page.language.closingQuote : run.text
        xml.element("w:t", [.init("xml:space", "preserve")], text: words)
      }
    }
  }

  private func section() {
    xml.element("w:sectPr") {
      xml.empty("w:headerReference", [.init("w:type", "default"), .init("r:id", "rId4")])
      xml.empty("w:footerReference", [.init("w:type", "default"), .init("r:id", "rId5")])
      xml.empty("w:pgSz", [.init("w:w", 12240), .init("w:h", 15840)])
      xml.empty(
        "w:pgMar",
        [
          .init("w:top", 1008), .init("w:right", 1152), .init("w:bottom", 864),
          .init("w:left", 1152), .init("w:header", 500), .init("w:footer", 400),
          .init("w:gutter", 0),
        ])
    }
  }
}

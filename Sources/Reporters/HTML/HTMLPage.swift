internal import SourceText

/// Writes a page as one HTML file that needs nothing else: no script, no font, no request.
///
/// Landmarks, one first-level heading, headings in order, captions and scopes for tables, a language on every
/// quotation, and scrolling regions that the keyboard can reach (WCAG 2.2 AA).
struct HTMLPage {
  private let page: Page
  private let html: MarkupWriter
  private var tableCount = 0
  private var figureCount = 0
  private var headingCount = 0
  private var isSectionOpen = false

  init(_ page: Page, to output: ReportOutput) {
    self.page = page
    self.html = MarkupWriter(output, .html)
  }

  static func write(_ page: Page, to output: ReportOutput) {
    var writer = HTMLPage(page, to: output)
    writer.write()
  }

  // MARK: The whole

  private mutating func write() {
    html.literal("<!doctype html>\n")
    html.open("html", [.init("lang", page.language.rawValue)])
    head()
    html.open("body")
    html.element("a", [.init("class", "skip"), .init("href", "#main")], text: words(Words.skip))
    html.lineBreak()
    header()
    contents()
    html.open("main", [.init("id", "main")])
    html.lineBreak()
    for block in page.blocks { write(block) }
    closeSection()
    html.close("main")
    html.lineBreak()
    html.element("footer") {
      if let marking = page.marking {
        html.element("p", [.init("class", "marking")], text: marking)
      }
      html.element("p", [.init("class", "quiet")], text: words(Words.madeBy))
    }
    html.close("body")
    html.close("html")
    html.lineBreak()
  }

  private func head() {
    html.element("head") {
      html.empty("meta", [.init("charset", "utf-8")])
      html.empty(
        "meta",
        [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")])
      html.empty(
        "meta",
        [
          .init("http-equiv", "Content-Security-Policy"),
          .init("content", "default-src 'none'; style-src 'unsafe-inline'"),
        ])
      html.empty("meta", [.init("name", "color-scheme"), .init("content", "light dark")])
      html.element("title", text: page.title)
      html.open("style")
      html.lineBreak()
      html.output.write(HTMLStyle.sheet(marking: page.marking, language: page.language))
      html.close("style")
    }
    html.lineBreak()
  }

  private func header() {
    html.element("header") {
      if let marking = page.marking {
        html.element("p", [.init("class", "marking")], text: marking)
      }
      html.element("h1", text: page.title)
      for line in page.subtitle { html.element("p", [.init("class", "quiet")], text: line) }
    }
    html.lineBreak()
  }

  /// Links to the sections, for pages that have several.
  private func contents() {
    let titles = page.blocks.compactMap { block -> PageText? in
      if case .heading(level: 2, let text) = block { text } else { nil }
    }
    guard titles.count > 2 else { return }
    html.element("nav", [.init("aria-label", words(Words.contents))]) {
      html.element("ul") {
        for (index, title) in titles.enumerated() {
          html.element("li") {
            html.element("a", [.init("href", "#s\(index + 1)")], text: title.plain)
          }
        }
      }
    }
    html.lineBreak()
  }

  // MARK: Blocks

  private mutating func write(_ block: PageBlock) {
    switch block {
    case .heading(let level, let text): heading(level, text)
    case .paragraph(let text, let style): paragraph(text, style)
    case .list(let items, let isNumbered): list(items, isNumbered)
    case .quotations(let quotations): self.quotations(quotations)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .pageBreak:
      closeSection()
      html.element("div", [.init("class", "break")], text: "")
    }
    html.lineBreak()
  }

  private mutating func heading(_ level: Int, _ text: PageText) {
    if level == 2 {
      closeSection()
      headingCount += 1
      html.open("section", [.init("aria-labelledby", "s\(headingCount)")])
      isSectionOpen = true
      html.element("h2", [.init("id", "s\(headingCount)")]) { inline(text) }
    } else if level == 3 {
      html.element("h3") { inline(text) }
    } else {
      html.element("h4") { inline(text) }
    }
  }

  private mutating func closeSection() {
    if isSectionOpen { html.close("section") }
    isSectionOpen = false
  }

  private func paragraph(_ text: PageText, _ style: PageBlock.ParagraphStyle) {
    switch style {
    case .plain: html.element("p") { inline(text) }
    case .lead: html.element("p", [.init("class", "lead")]) { inline(text) }
    case .quiet: html.element("p", [.init("class", "quiet")]) { inline(text) }
    }
  }

  private func list(_ items: [PageText], _ isNumbered: Bool) {
    html.open(isNumbered ? "ol" : "ul")
    for item in items { html.element("li") { inline(item) } }
    html.close(isNumbered ? "ol" : "ul")
  }

  private func quotations(_ quotations: [Quotation]) {
    html.element("div", [.init("class", "pair")]) {
      for quotation in quotations {
        html.element("figure", [.init("class", "quotation")]) {
          html.element("figcaption") {
            inline(quotation.speaker)
            html.empty("br")
            html.element("span", [.init("class", "quiet")]) { inline(quotation.source) }
          }
          html.element("blockquote", [.init("lang", quotation.language.rawValue)]) {
            html.element("p", text: quotation.text)
          }
        }
      }
    }
  }

  // MARK: Tables and figures

  private mutating func table(_ table: PageTable) {
    tableCount += 1
    let id = "t\(tableCount)"
    let note = "\(id)-note"
    html.open(
      "div",
      [
        .init("class", table.isShort ? "scroll short" : "scroll"), .init("role", "region"),
        .init("tabindex", 0), .init("aria-labelledby", id),
      ])
    html.open(
      "table",
      (table.explanation.isEmpty ? [] : [.init("aria-describedby", note)])
        + (table.columns.count > HTMLStyle.manyColumns ? [.init("class", "many")] : []))
    html.element("caption") {
      html.element("span", [.init("id", id)], text: table.caption)
      if !table.explanation.isEmpty {
        html.element("span", [.init("class", "note"), .init("id", note)], text: table.explanation)
      }
    }
    let whole = table.columns.reduce(0) { $0 + $1.share }
    html.element("colgroup") {
      for column in table.columns {
        html.empty(
          "col", [.init("class", "w\(HTMLStyle.widthClass(column.share, of: whole))")])
      }
    }
    html.element("thead") {
      html.element("tr") {
        for column in table.columns {
          html.element(
            "th",
            [.init("scope", "col")] + (column.isCentred ? [.init("class", "mid")] : []),
            text: column.title)
        }
      }
    }
    html.open("tbody")
    html.lineBreak()
    table.rows { cells in
      html.open("tr")
      for (index, cell) in cells.enumerated() { self.cell(cell, at: index, of: table) }
      html.close("tr")
      html.lineBreak()
    }
    html.close("tbody")
    html.close("table")
    html.close("div")
  }

  private func cell(_ cell: PageTable.Cell, at index: Int, of table: PageTable) {
    var classes: [String] = []
    if let tone = cell.tone { classes.append(tone.className) }
    if table.columns.indices.contains(index), table.columns[index].isCentred {
      classes.append("mid")
    }
    var attributes: [MarkupWriter.Attribute] = []
    if !classes.isEmpty { attributes.append(.init("class", classes.joined(separator: " "))) }
    let isHeader = index == 0 && table.hasRowHeaders
    if isHeader { attributes.append(.init("scope", "row")) }
    html.open(isHeader ? "th" : "td", attributes)
    if cell.paragraphs.count == 1 {
      inline(cell.paragraphs[0])
    } else {
      for paragraph in cell.paragraphs { html.element("div") { inline(paragraph) } }
    }
    html.close(isHeader ? "th" : "td")
  }

  private mutating func figure(_ figure: PageFigure) {
    figureCount += 1
    html.open("figure", [.init("class", "drawing")])
    html.element("figcaption", text: figure.title)
    html.element(
      "div",
      [
        .init("class", "scroll"), .init("role", "region"), .init("tabindex", 0),
        .init("aria-label", figure.title),
      ]
    ) {
      SVGDrawing(html: html, id: "f\(figureCount)").write(figure)
    }
    html.close("figure")
    html.lineBreak()
    table(figure.equivalent)
  }

  // MARK: Text

  private func inline(_ text: PageText) {
    for run in text.runs {
      var attributes: [MarkupWriter.Attribute] = []
      if let language = run.language, language != page.language {
        attributes.append(.init("lang", language.rawValue))
      }
      switch run.style {
      case .plain where attributes.isEmpty: html.text(run.text)
      case .plain: html.element("span", attributes, text: run.text)
      case .strong: html.element("strong", attributes, text: run.text)
      case .quiet:
        html.element("span", attributes + [.init("class", "quiet")], text: run.text)
      case .code: html.element("code", attributes, text: run.text)
      case .quote:
        // The marks are text, so that they are copied with the words.
        html.text(page.language.openingQuote)
        html.element("q", attributes, text: run.text)
        html.text(page.language.closingQuote)
      }
    }
  }

  private func words(_ text: LocalizedText) -> String { text[page.language] }

  private enum Words {
    static let skip = LocalizedText("Skip to the content", "Passer au contenu")
    static let contents = LocalizedText("Contents", "Table des matières")
    static let madeBy = LocalizedText(
      "Made by coherence from the documents listed; no script, nothing sent anywhere.",
      "Produit par coherence à partir des documents énumérés; aucun script, rien n’est envoyé.")
  }
}

extension Language {
  /// Quotation marks of a text in this language, with the blanks that belong to them.
  var openingQuote: String { self == .english ? "“" : "«\u{A0}" }
  var closingQuote: String { self == .english ? "”" : "\u{A0}»" }
}

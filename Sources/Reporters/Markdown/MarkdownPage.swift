internal import SourceText

/// Writes a page as GitHub-flavoured Markdown.
///
/// Everything that Markdown or HTML could act on is escaped, so that a policy's text stays text in any viewer.
struct MarkdownPage {
  private let page: Page
  private let output: ReportOutput

  static func write(_ page: Page, to output: ReportOutput) {
    MarkdownPage(page: page, output: output).write()
  }

  private func write() {
    if let marking = page.marking { paragraph("**\(Self.escaped(marking))**") }
    paragraph("# " + Self.escaped(page.title))
    for line in page.subtitle { paragraph(Self.escaped(line)) }
    for block in page.blocks { write(block) }
    if let marking = page.marking { paragraph("**\(Self.escaped(marking))**") }
  }

  private func write(_ block: PageBlock) {
    switch block {
    case .heading(let level, let text):
      paragraph(String(repeating: "#", count: min(6, max(2, level))) + " " + inline(text))
    case .paragraph(let text, _): paragraph(inline(text))
    case .list(let items, let isNumbered):
      for (index, item) in items.enumerated() {
        line((isNumbered ? "\(index + 1). " : "- ") + inline(item))
      }
      line("")
    case .quotations(let quotations):
      for quotation in quotations {
        line("> " + inline(quotation.speaker) + " · " + inline(quotation.source))
        line(">")
        paragraph(
          "> " + page.language.openingQuote + Self.escaped(quotation.text)
            + page.language.closingQuote)
      }
    case .table(let table): self.table(table)
    case .figure(let figure):
      paragraph("**\(Self.escaped(figure.title))**: " + Self.escaped(figure.explanation))
      table(figure.equivalent)
    case .pageBreak: paragraph("---")
    }
  }

  private func table(_ table: PageTable) {
    paragraph(
      "**\(Self.escaped(table.caption))**"
        + (table.explanation.isEmpty ? "" : " " + Self.escaped(table.explanation)))
    line("| " + table.columns.map { Self.escaped($0.title) }.joined(separator: " | ") + " |")
    line(
      "|" + table.columns.map { $0.isCentred ? " :-: " : " --- " }.joined(separator: "|") + "|")
    table.rows { cells in
      line(
        "| "
          + cells.map { $0.paragraphs.map(inline).joined(separator: "<br>") }
          .joined(separator: " | ") + " |")
    }
    line("")
  }

  private func inline(_ text: PageText) -> String {
    text.runs.map { run in
      let words = Self.escaped(run.text)
      switch run.style {
      case .plain, .quiet: return words
      case .strong: return Self.emphasised(words)
      case .code: return words
      case .quote: return page.language.openingQuote + words + page.language.closingQuote
      }
    }.joined()
  }

  /// Markdown wants no blank inside the marks.
  private static func emphasised(_ words: String) -> String {
    words.hasPrefix(" ") || words.hasSuffix(" ") ? words : "**\(words)**"
  }

  /// The text with a backslash or a reference before everything that could be markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    var isStart = true
    for scalar in MarkupText.harmless(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case _ where isStart && "#+-=!".unicodeScalars.contains(scalar):
        result += "\\"
        result.unicodeScalars.append(scalar)
      // Some viewers make links and mentions of bare addresses and names.
      case "@": result += "&#64;"
      case ":" where result.hasSuffix("http") || result.hasSuffix("https"): result += "&#58;"
      default: result.unicodeScalars.append(scalar)
      }
      if scalar != " " { isStart = false }
    }
    // "1. " and "1) " at the start of a line begin a list.
    let digits = result.prefix { $0.isNumber }
    if !digits.isEmpty, let next = result.dropFirst(digits.count).first, next == "." || next == ")"
    {
      result.insert("\\", at: result.index(result.startIndex, offsetBy: digits.count))
    }
    return result
  }

  private func paragraph(_ text: String) {
    line(text)
    line("")
  }

  private func line(_ text: String) {
    output.write(text)
    output.write(byte: 0x0A)
  }
}

package import Documents
internal import SourceText

/// What was read of a document, block by block, for a user who checks that the tool saw what they see.
package struct DocumentListing: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    /// For a terminal: place, kind and words of each block.
    case text
    /// Everything, for programs.
    case json
    /// The words alone, blocks apart by an empty line.
    case plain
  }

  private let document: Document
  private let options: ReportOptions

  package init(_ document: Document, options: ReportOptions) {
    self.document = document
    self.options = options
  }

  package func write(_ format: Format, to output: ReportOutput) {
    switch format {
    case .text: writeText(output)
    case .json: DocumentListingJSON(document: document, json: JSONWriter(output)).write(output)
    case .plain:
      output.write(bytes: document.text)
      if !document.text.isEmpty { output.write(byte: 0x0A) }
    }
    output.flush()
  }

  private var language: Language { options.language }

  private func words(_ text: LocalizedText) -> String { text[language] }

  private func writeText(_ output: ReportOutput) {
    let page = TerminalPage(output, options)
    writeHead(page)
    page.blank()
    let labels = document.blocks.indices.map(label)
    let column = min(16, labels.map(DisplayWidth.of).max() ?? 0)
    var heading: Int32 = -2
    for (index, block) in document.blocks.enumerated() {
      if block.kind == .heading || block.heading != heading { page.blank() }
      heading = block.kind == .heading ? Int32(index) : block.heading
      writeBlock(index, label: labels[index], column: column, page)
    }
    writeRemarks(page)
    writeFurniture(page)
  }

  private func writeHead(_ page: TerminalPage) {
    let title = document.title ?? FileTree.name(of: document.path)
    page.rule(StyledText(title, .strong))
    let counts = ReadingMessages.counts(
      blocks: document.blocks.count, words: DocumentListing.wordCount(document.text),
      remarks: document.remarks.count)
    let facts = [
      document.format.rawValue, words(Messages.language(document.language)), words(counts),
    ]
    page.text(StyledText(document.path, .place), indent: 3)
    page.text(StyledText(facts.joined(separator: " · ")), indent: 3)
  }

  private func writeBlock(_ index: Int, label: String, column: Int, _ page: TerminalPage) {
    let block = document.blocks[index]
    var text = StyledText()
    switch block.kind {
    case .heading:
      text.append(String(repeating: "#", count: Int(block.level)) + " ", .quiet)
      text.append(document.line(ofBlock: index), .strong)
    case .listItem:
      // No-break blanks, which a line break leaves alone.
      let indent = String(repeating: "\u{A0}\u{A0}", count: max(0, Int(block.level) - 1))
      text.append(indent + "• ", .quiet)
      text.append(document.line(ofBlock: index))
    default:
      if let mark = ReadingMessages.mark(of: block.kind) { text.append(words(mark) + " ", .quiet) }
      text.append(document.line(ofBlock: index))
    }
    if block.language != document.language {
      text.append(" [\(block.language.rawValue)]", .quiet)
    }
    if options.detail != .full { text = text.truncated(to: 4 * page.proseWidth) }
    page.entry(label, text, indent: 2, labelWidth: column)
  }

  /// The place in a few columns: a line, paragraph or page number.
  private func label(ofBlock index: Int) -> String {
    let place = document.place(ofTextRange: document.blocks[index].textRange)
    switch place.position {
    case .paragraph(let position)?:
      let number = "¶\u{A0}\(position.paragraph)"
      return position.partTitle.map { words($0).prefix(8) + " " + number } ?? number
    case .page(let position)?: return "p.\u{A0}\(position.page)"
    case nil: return String(place.line)
    }
  }

  private func writeRemarks(_ page: TerminalPage) {
    guard !document.remarks.isEmpty else { return }
    page.blank()
    page.text(StyledText(words(ReadingMessages.remarks), .strong), indent: 2)
    for remark in document.remarks {
      var text = StyledText()
      if let author = remark.author { text.append(author + ": ", .quiet) }
      text.append(remark.text)
      let label = remark.block >= 0 ? self.label(ofBlock: remark.block) : "–"
      page.entry(label, text, indent: 2, labelWidth: 8)
    }
  }

  private func writeFurniture(_ page: TerminalPage) {
    guard !document.furniture.isEmpty else { return }
    page.blank()
    page.text(StyledText(words(ReadingMessages.furniture), .strong), indent: 2)
    for line in document.furniture { page.text(StyledText(line, .quiet), indent: 4) }
  }

  /// Stretches without white space.
  static func wordCount(_ text: [UInt8]) -> Int {
    var count = 0
    var isInWord = false
    for byte in text {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }
}

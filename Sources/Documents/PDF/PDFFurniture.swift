/// Finds the headers and footers that pages repeat, and page numbers.
enum PDFFurniture {
  /// Takes them out of the lines and returns their texts, each once.
  static func remove(from text: inout PDFText) -> [String] {
    var pagesByText: [[UInt8]: Set<Int>] = [:]
    var keys = [[UInt8]?](repeating: nil, count: text.lines.count)
    for (index, line) in text.lines.enumerated() where isInMargin(line, text) {
      let key = normalized(text.text(of: line))
      keys[index] = key
      pagesByText[key, default: []].insert(line.page)
    }
    var removed: [String] = []
    var kept: [PDFText.Line] = []
    kept.reserveCapacity(text.lines.count)
    let pageCount = text.pages.count
    for (index, line) in text.lines.enumerated() {
      guard let key = keys[index], let pages = pagesByText[key], key.count <= 200 else {
        kept.append(line)
        continue
      }
      let repeats = pages.count >= 3 || (pages.count == 2 && pageCount <= 4)
      let isNumber = isPageNumber(key)
      if repeats || (isNumber && pageCount > 1 && isAtEdge(line, text)) {
        let words = String(decoding: text.text(of: line), as: UTF8.self)
        if !isNumber, removed.count < 50, !removed.contains(words) { removed.append(words) }
      } else {
        kept.append(line)
      }
    }
    text.lines = kept
    return removed
  }

  /// The top and bottom eighth of a page.
  private static func isInMargin(_ line: PDFText.Line, _ text: PDFText) -> Bool {
    let height = text.pages[line.page - 1].height
    return line.box.bottom < height / 8 || line.box.top > height * 7 / 8
  }

  private static func isAtEdge(_ line: PDFText.Line, _ text: PDFText) -> Bool {
    let height = text.pages[line.page - 1].height
    return line.box.bottom < height / 10 || line.box.top > height * 9 / 10
  }

  /// The text with every number as one sign, so that page numbers do not matter.
  private static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      let isDigit = byte >= 0x30 && byte <= 0x39
      if isDigit, result.last == 0x23 { continue }
      result.append(isDigit ? 0x23 : byte)
    }
    return result
  }

  /// `#`, `- # -`, `Page # of #`, `xiv`.
  private static func isPageNumber(_ key: [UInt8]) -> Bool {
    guard key.count <= 20 else { return false }
    let words = String(decoding: key, as: UTF8.self).lowercased()
      .split { $0 == " " || $0 == "-" || $0 == "–" || $0 == "|" || $0 == "/" || $0 == "." }
    guard !words.isEmpty else { return true }
    return words.allSatisfy { word in
      word == "#" || word == "page" || word == "of" || word == "de" || word == "sur"
        || word.allSatisfy { "ivxl".contains($0) }
    }
  }
}

/// The words that a department avoids, and what it writes instead; from a CSV file (RFC 4180) with the
/// columns language, avoid, use, why.
public struct TermList: Sendable {
  public struct Term: Sendable, Hashable {
    public var language: String
    /// In small letters, apostrophes straight.
    public var avoid: String
    public var use: String
    public var why: String
  }

  public var terms: [Term] = []
  /// Numbers of lines that are no terms, from 1; the header is none.
  public var badLines: [Int] = []

  public init(csv: String) {
    for (number, row) in Self.rows(csv).enumerated() where number > 0 {
      let cells = row.map { $0.trimmed }
      guard cells.count >= 3, ["en", "fr"].contains(cells[0]), !cells[1].isEmpty else {
        badLines.append(number + 1)
        continue
      }
      terms.append(
        Term(
          language: cells[0], avoid: TermList.plain(cells[1]), use: cells[2],
          why: cells.count > 3 ? cells[3] : ""))
    }
  }

  /// Small letters and straight apostrophes, byte for byte as long as the original is wanted: see
  /// `HouseTerms.find`.
  static func plain(_ text: String) -> String {
    String(text.lowercased().map { $0 == "’" ? "'" : $0 })
  }

  /// Rows of cells; a cell between double quotes may hold commas, line ends and doubled quotes.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = text.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      if isQuoted {
        if character == "\"" {
          if next == "\"" {
            cell.append("\"")
            next = characters.next()
          } else {
            isQuoted = false
          }
        } else {
          cell.append(character)
        }
      } else if character == "\"" {
        isQuoted = true
      } else if character == "," {
        row.append(cell)
        cell = ""
      } else if character.isNewline {
        row.append(cell)
        rows.append(row)
        row = []
        cell = ""
      } else {
        cell.append(character)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
    return rows.filter { $0 != [""] }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

import RuleSets
import TestSupport

/// What `Policies/EXPECTED.md` says about the sample policies.
struct ExpectedPolicies {
  /// What a reader gives one document for one requirement.
  struct Pair {
    /// Path of the document from `Policies`.
    var document: String
    var requirement: String
    var rung: Rung
    /// First words of the passage; empty for `absent`.
    var passage: String
    /// First words of the sentences that were planted to tempt a checker.
    var traps: [String]
  }

  /// Template text that was left in a document.
  struct Leftover {
    var document: String
    var text: String
  }

  private(set) var pairs: [Pair] = []
  private(set) var leftovers: [Leftover] = []
  /// Lines of tables that could not be understood.
  private(set) var unread: [String] = []

  /// - Throws: `FileError` when the file cannot be read.
  init() throws {
    var section = ""
    for line in try Repository.text("Policies/EXPECTED.md").split(separator: "\n") {
      if line.hasPrefix("## ") {
        section = String(line.dropFirst(3))
      } else if line.hasPrefix("| "), !line.hasPrefix("|---") {
        let cells = line.dropFirst().dropLast().split(
          separator: "|", omittingEmptySubsequences: false
        ).map(Self.trimmed)
        if section.hasPrefix("plans/") {
          readPair(cells, of: section, line)
        } else if section == "Unfilled template text" {
          readLeftover(cells, line)
        }
      }
    }
  }

  private mutating func readPair(_ cells: [String], of document: String, _ line: Substring) {
    if cells.first == "Requirement" { return }
    guard cells.count == 4, let rung = Rung(name: cells[1]) else {
      unread.append(String(line))
      return
    }
    pairs.append(
      Pair(
        document: document, requirement: cells[0], rung: rung, passage: cells[2],
        traps: cells[3].split(separator: " ").contains("Trap:") ? Self.quoted(cells[3]) : []))
  }

  private mutating func readLeftover(_ cells: [String], _ line: Substring) {
    if cells.first == "File" { return }
    guard cells.count == 2 else {
      unread.append(String(line))
      return
    }
    leftovers.append(Leftover(document: cells[0], text: cells[1]))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// What stands between quotation marks, of four words or more.
  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 && $0.element.split(separator: " ").count >= 4 }
      .map { String($0.element) }
  }
}

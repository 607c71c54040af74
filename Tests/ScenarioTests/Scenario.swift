/// A Markdown file that is a test: prose, files, commands, and what the commands print.
///
/// `README.md` beside the scenarios says what an author writes.
struct Scenario: Sendable {
  enum Step: Sendable, Equatable {
    /// A file of the scenario's folder.
    case file(path: String, bytes: [UInt8])
    /// Files or folders of the repository, copied to the same place in the scenario's folder.
    case repository(paths: [String])
    /// A console block: commands, each with what it prints.
    case console([Exchange])
  }

  /// One command line and what it prints.
  struct Exchange: Sendable, Equatable {
    var command: String
    var expected: String
    /// 1-based line of the command in the scenario.
    var line: Int
  }

  /// Lines of a console block, both fences left out, as 0-based numbers.
  struct ConsolePlace: Sendable, Equatable {
    var lines: Range<Int>
  }

  var steps: [Step] = []
  /// One for each console block, in order.
  var consolePlaces: [ConsolePlace] = []
  /// What is wrong with the scenario itself.
  var problems: [String] = []

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var index = 0
    while index < lines.count {
      let fence = lines[index].prefix { $0 == "`" }
      guard fence.count >= 3 else {
        index += 1
        continue
      }
      let info = lines[index].dropFirst(fence.count).split(separator: " ")
      let start = index + 1
      guard let end = lines[start...].firstIndex(where: { $0 == fence }) else {
        problems.append("line \(index + 1): the block is never closed")
        return
      }
      addBlock(info.map(String.init), lines: lines, range: start..<end)
      index = end + 1
    }
    if consolePlaces.isEmpty { problems.append("no console block, so nothing is tested") }
  }

  private mutating func addBlock(_ info: [String], lines: [Substring], range: Range<Int>) {
    let body = lines[range]
    switch info.first {
    case "console"?:
      steps.append(.console(Self.exchanges(lines, range)))
      consolePlaces.append(ConsolePlace(lines: range))
      if let first = body.first, !first.hasPrefix("$ ") {
        problems.append("line \(range.lowerBound + 1): a console block starts with '$ '")
      }
    case "repository"?:
      steps.append(.repository(paths: body.map(String.init)))
    default:
      // A block without a file name is prose: an illustration.
      guard let path = info.first(where: { $0.hasPrefix("file=") })?.dropFirst(5) else { return }
      let text = body.map { $0 + "\n" }.joined()
      if info.contains("escapes") {
        guard let bytes = Self.unescaped(text.dropLast(body.isEmpty ? 0 : 1)) else {
          problems.append("line \(range.lowerBound + 1): an escape is \\n, \\t, \\\\ or \\xFF")
          return
        }
        steps.append(.file(path: String(path), bytes: bytes))
      } else {
        steps.append(.file(path: String(path), bytes: Array(text.utf8)))
      }
    }
  }

  private static func exchanges(_ lines: [Substring], _ range: Range<Int>) -> [Exchange] {
    var result: [Exchange] = []
    for index in range {
      let line = lines[index]
      if line.hasPrefix("$ ") {
        result.append(Exchange(command: String(line.dropFirst(2)), expected: "", line: index + 1))
      } else if line.hasPrefix("> "), let last = result.indices.last, result[last].expected.isEmpty
      {
        result[last].command += "\n" + line.dropFirst(2)
      } else if let last = result.indices.last {
        result[last].expected += line + "\n"
      }
    }
    return result
  }

  /// Line ends count as nothing, so that bytes can be set out over several lines.
  private static func unescaped(_ text: Substring) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\n") { continue }
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "n")?: result.append(0x0A)
      case UInt8(ascii: "r")?: result.append(0x0D)
      case UInt8(ascii: "t")?: result.append(0x09)
      case UInt8(ascii: "\\")?: result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "x")?:
        guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
          rest.count >= 2
        else { return nil }
        result.append(value)
        rest = rest.dropFirst(2)
      default: return nil
      }
    }
    return result
  }
}

/// What was measured, as a table for people and as JSON for programs.
struct Figures {
  enum Unit: String {
    case milliseconds = "ms"
    case megabytesPerSecond = "MB/s"
    case mebibytes = "MiB"
    case ratio = "x"
    case count = ""
  }

  enum Target {
    case atLeast(Double)
    case atMost(Double)
    case none

    func isMet(by value: Double) -> Bool? {
      switch self {
      case .atLeast(let limit): value >= limit
      case .atMost(let limit): value <= limit
      case .none: nil
      }
    }
  }

  struct Figure {
    /// Kebab-case; the key in the JSON.
    var name: String
    var explanation: String
    var value: Double
    var unit: Unit
    var target: Target
  }

  var entries: [Figure] = []

  mutating func add(
    _ name: String, _ explanation: String, _ value: Double, _ unit: Unit, _ target: Target = .none
  ) {
    entries.append(
      Figure(name: name, explanation: explanation, value: value, unit: unit, target: target))
  }

  var table: String {
    entries.map { entry in
      var line = Self.padded(entry.explanation, to: 58)
      line +=
        Self.padded(Self.number(entry.value), to: -10) + " "
        + Self.padded(entry.unit.rawValue, to: 5)
      switch entry.target {
      case .atLeast(let limit): line += "  >= \(Self.number(limit))"
      case .atMost(let limit): line += "  <= \(Self.number(limit))"
      case .none: break
      }
      if let isMet = entry.target.isMet(by: entry.value) { line += isMet ? "  met" : "  MISSED" }
      return line + "\n"
    }.joined()
  }

  /// One entry a line, in the order in which they were measured.
  var jsonEntries: String {
    entries.map { entry in
      "    \"\(entry.name)\": {\"value\": \(Self.number(entry.value)), \"unit\": \"\(entry.unit.rawValue)\"}"
    }.joined(separator: ",\n")
  }

  /// Three digits or so, without Foundation.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    if value >= 100 { return String(Int(value.rounded())) }
    let scale = value >= 10 ? 10.0 : 100.0
    return String((value * scale).rounded() / scale)
  }

  private static func padded(_ text: String, to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? blanks + text : text + blanks
  }
}

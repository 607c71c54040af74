internal import SourceText

/// Writes JSON (RFC 8259) as it goes.
///
/// Not Foundation's encoder: loading Foundation would double the command's start-up time, its
/// encoder builds the whole report in memory before the first byte leaves, and its keys come sorted
/// or in no fixed order, where readers of a report are helped by the order in which it is
/// explained.
///
/// Nothing that a terminal or a script tag could act on is written raw: besides what JSON demands,
/// the C1 controls, DEL, the line and paragraph separators and the bidirectional overrides are
/// escaped.
final class JSONWriter {
  /// How the members of a container are set.
  enum Layout {
    /// One a line, indented.
    case lines
    /// All on one line; containers inside follow suit.
    case inline
  }

  private struct Level {
    var layout: Layout
    var isEmpty: Bool
  }

  private let output: ReportOutput
  private var levels: [Level] = []
  private var followsKey = false

  init(_ output: ReportOutput) {
    self.output = output
  }

  // MARK: Containers

  func object(_ layout: Layout = .lines, _ members: () -> Void) {
    container("{", "}", layout, members)
  }

  func array(_ layout: Layout = .lines, _ elements: () -> Void) {
    container("[", "]", layout, elements)
  }

  func array<Element>(
    _ elements: some Sequence<Element>, _ layout: Layout = .lines, _ write: (Element) -> Void
  ) {
    array(layout) { for element in elements { write(element) } }
  }

  func key(_ name: String) {
    separate()
    quoted(name)
    output.write(": ")
    followsKey = true
  }

  // MARK: Values

  func string(_ text: String) {
    separate()
    quoted(text)
  }

  func integer(_ number: Int) { literal(String(number)) }

  func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  func null() { literal("null") }

  // MARK: Members

  func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { integer(number) } else { null() }
  }

  func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  func member(_ name: String, _ texts: [String]) {
    key(name)
    array(texts, .inline) { string($0) }
  }

  func member(_ name: String, _ text: LocalizedText) {
    key(name)
    object(.inline) {
      for language in Language.allCases { member(language.rawValue, text[language]) }
    }
  }

  // MARK: Text

  private func container(
    _ open: String, _ close: String, _ layout: Layout, _ members: () -> Void
  ) {
    separate()
    output.write(open)
    let isInline = layout == .inline || levels.last?.layout == .inline
    levels.append(Level(layout: isInline ? .inline : .lines, isEmpty: true))
    members()
    let level = levels.removeLast()
    if level.layout == .lines && !level.isEmpty { lineBreak() }
    output.write(close)
  }

  private func literal(_ text: String) {
    separate()
    output.write(text)
  }

  /// What stands between two members, or between a container's start and its first member.
  private func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let last = levels.indices.last else { return }
    if !levels[last].isEmpty { output.write(levels[last].layout == .inline ? ", " : ",") }
    levels[last].isEmpty = false
    if levels[last].layout == .lines { lineBreak() }
  }

  private func lineBreak() {
    output.write(byte: 0x0A)
    for _ in levels { output.write("  ") }
  }

  private func quoted(_ text: String) {
    output.write(byte: 0x22)
    if text.utf8.contains(where: Self.needsLook) {
      for scalar in text.unicodeScalars { escaped(scalar) }
    } else {
      output.write(text)
    }
    output.write(byte: 0x22)
  }

  /// False for bytes that stand for themselves wherever they are; C2 and E2 begin what may not.
  private static func needsLook(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  private func escaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": output.write("\\\"")
    case "\\": output.write("\\\\")
    case "\n": output.write("\\n")
    case "\r": output.write("\\r")
    case "\t": output.write("\\t")
    case "\u{2028}", "\u{2029}": hexadecimal(scalar)
    default:
      if SourceExcerpt.isPrintable(scalar) {
        output.write(bytes: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        hexadecimal(scalar)
      }
    }
  }

  /// All that is escaped lies in the basic plane.
  private func hexadecimal(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    output.write("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }
}

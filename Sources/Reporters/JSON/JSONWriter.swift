package import SourceText

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
package final class JSONWriter {
  /// How the members of a container are set.
  package enum Layout {
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

  package init(_ output: ReportOutput) {
    self.output = output
  }

  // MARK: Containers

  /// An object whose members `members` writes.
  package func object(_ layout: Layout = .lines, _ members: () -> Void) {
    container("{", "}", layout, members)
  }

  /// An array whose elements `elements` writes.
  package func array(_ layout: Layout = .lines, _ elements: () -> Void) {
    container("[", "]", layout, elements)
  }

  /// An array with one value for each element.
  package func array<Element>(
    _ elements: some Sequence<Element>, _ layout: Layout = .lines, _ write: (Element) -> Void
  ) {
    array(layout) { for element in elements { write(element) } }
  }

  /// The name of the member whose value follows.
  package func key(_ name: String) {
    separate()
    quoted(name)
    output.write(": ")
    followsKey = true
  }

  // MARK: Values

  /// A text, escaped as needed.
  package func string(_ text: String) {
    separate()
    quoted(text)
  }

  /// A whole number.
  package func integer(_ number: Int) { literal(String(number)) }

  /// A number from 0 to 1, or a few more, with four digits after the point.
  package func fraction(_ value: Double) {
    let tenThousandths = Int((max(0, value) * 10_000).rounded())
    let digits = String(tenThousandths % 10_000)
    literal(
      "\(tenThousandths / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits)
  }

  /// `true` or `false`.
  package func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  /// `null`.
  package func null() { literal("null") }

  // MARK: Members

  /// A member with its value.
  package func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// A member with its value.
  package func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { integer(number) } else { null() }
  }

  /// A member with its value.
  package func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// A member with its value.
  package func member(_ name: String, _ texts: [String]) {
    key(name)
    array(texts, .inline) { string($0) }
  }

  /// A member with its value.
  package func member(_ name: String, _ text: LocalizedText) {
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
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      var index = 0
      while index < bytes.count {
        let length = Self.escapedLength(bytes, at: index)
        if length > 0 {
          output.write(bytes: UnsafeBufferPointer(rebasing: bytes[written..<index]))
          escape(bytes, at: index, length: length)
          written = index + length
        }
        index += max(1, length)
      }
      output.write(bytes: UnsafeBufferPointer(rebasing: bytes[written...]))
    }
    output.write(byte: 0x22)
  }

  /// Bytes of the scalar at `index` if it must be escaped, otherwise 0.
  ///
  /// On bytes, because reports hold much text and nearly all of it stands as it is.
  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F ? 1 : 0 }
    switch byte {
    case 0xC2:
      // U+0080 to U+009F.
      return index + 1 < bytes.count && bytes[index + 1] < 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count else { return 0 }
      switch (bytes[index + 1], bytes[index + 2]) {
      // U+2028 to U+202E, U+2066 to U+2069.
      case (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }

  private func escape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) {
    let byte = bytes[index]
    switch byte {
    case 0x22: return output.write("\\\"")
    case 0x5C: return output.write("\\\\")
    case 0x0A: return output.write("\\n")
    case 0x0D: return output.write("\\r")
    case 0x09: return output.write("\\t")
    default: break
    }
    var value = UInt32(byte)
    if length == 2 { value = UInt32(bytes[index + 1]) }
    if length == 3 {
      value = 0x2000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    }
    let digits = String(value, radix: 16)
    output.write("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }
}

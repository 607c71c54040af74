/// The block of `key: value` lines between two `---` lines that a text file may start with.
///
/// Only what metadata needs is understood: one value a line, quoted or not, folded values over indented
/// lines, and lists, whose items are joined with a comma. Everything else of YAML is passed over.
struct FrontMatter {
  /// Lower-case keys in order of appearance.
  var metadata: [(key: String, value: String)] = []
  /// Offset of the first byte after the closing line; `start` when there is no front matter.
  var end: Int

  /// Longest front matter in bytes; a rule that is never closed is no front matter.
  private static let limitInBytes = 1 << 16

  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) {
    end = start
    guard let firstLine = Self.line(bytes, at: start), Self.isRule(bytes, firstLine.text, "---")
    else { return }
    var lines: [Range<Int>] = []
    var next = firstLine.next
    while next < bytes.count, next - start < Self.limitInBytes,
      let line = Self.line(bytes, at: next)
    {
      next = line.next
      if Self.isRule(bytes, line.text, "---") || Self.isRule(bytes, line.text, "...") {
        end = next
        // A thematic break at the top of a file looks the same; keys tell them apart.
        parse(lines.map { UnsafeBufferPointer(rebasing: bytes[$0]) })
        let isBlank = lines.allSatisfy { $0.allSatisfy { isWhitespace(bytes[$0]) } }
        if metadata.isEmpty, !isBlank { end = start }
        return
      }
      lines.append(line.text)
    }
  }

  private mutating func parse(_ lines: [UnsafeBufferPointer<UInt8>]) {
    var collects = false
    for bytes in lines {
      let line = String(decoding: bytes, as: UTF8.self)
      let trimmed = Self.trimmed(line[...])
      if trimmed.isEmpty || trimmed.utf8.first == 0x23 { continue }
      let indented = bytes.first.map(isWhitespace) ?? false
      let isItem = trimmed == "-" || trimmed.hasPrefix("- ")
      let quotes = trimmed.utf8.first == 0x22
      if isItem || (indented && !quotes) {
        // A line that continues a value which was left open.
        guard collects, let last = metadata.indices.last else { continue }
        let piece = Self.unquoted(Self.trimmed(isItem ? trimmed.dropFirst() : trimmed))
        if piece.isEmpty { continue }
        let separator = metadata[last].value.isEmpty ? "" : isItem ? ", " : " "
        metadata[last].value += separator + piece
        continue
      }
      guard let (key, value) = Self.pair(trimmed) else {
        collects = false
        continue
      }
      collects = value.isEmpty || [">", "|", ">-", "|-"].contains(value)
      metadata.append((key.lowercased(), collects ? "" : value))
    }
    metadata.removeAll { $0.value.isEmpty }
  }

  /// `key: value`, and `"key": "value",` as JSON has it.
  private static func pair(_ line: Substring) -> (key: String, value: String)? {
    guard let colon = line.utf8.firstIndex(of: 0x3A) else { return nil }
    let key = unquoted(trimmed(line[..<colon]))
    let rest = line[line.utf8.index(after: colon)...]
    guard rest.isEmpty || rest.utf8.first.map(isWhitespace) == true else { return nil }
    let isKey = key.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
        || $0 == 0x5F || $0 == 0x2E || $0 >= 0x80
    }
    guard !key.isEmpty, isKey else { return nil }
    var value = trimmed(rest)
    if line.utf8.first == 0x22, value.utf8.last == 0x2C { value = value.dropLast() }
    if let first = value.utf8.first, first != 0x22, first != 0x27, let comment = comment(in: value)
    {
      value = trimmed(value[..<comment])
    }
    if value == "[]" || value == "{}" || value == "~" || value == "null" { value = "" }
    return (key, unquoted(value))
  }

  /// Where ` # …` starts.
  private static func comment(in value: Substring) -> Substring.Index? {
    var previous: UInt8 = 0
    for index in value.utf8.indices {
      let byte = value.utf8[index]
      if byte == 0x23, isWhitespace(previous) { return index }
      previous = byte
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var utf8 = text.utf8
    while let first = utf8.first, isWhitespace(first) { utf8.removeFirst() }
    while let last = utf8.last, isWhitespace(last) { utf8.removeLast() }
    return Substring(utf8)
  }

  /// The text between the quotes when it starts with one, whatever follows the closing one.
  private static func unquoted(_ text: Substring) -> String {
    guard let quote = text.unicodeScalars.first, quote == "\"" || quote == "'" else {
      return String(text)
    }
    var result = ""
    var escaped = false
    for scalar in text.unicodeScalars.dropFirst() {
      if !escaped, scalar == "\\", quote == "\"" {
        escaped = true
        continue
      }
      if !escaped, scalar == quote { return result }
      escaped = false
      result.unicodeScalars.append(scalar)
    }
    // A quote that is never closed is part of the value.
    return String(text)
  }

  private static func isRule(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ rule: StaticString
  ) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, isWhitespace(bytes[end - 1]) { end -= 1 }
    return rule.withUTF8Buffer { bytes[range.lowerBound..<end].elementsEqual($0) }
  }

  /// The line at `start` without its line end, and where the next one starts; `nil` at the end.
  private static func line(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (text: Range<Int>, next: Int)? {
    guard start < bytes.count else { return nil }
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    var next = index
    if next < bytes.count {
      let isPair = bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A
      next += isPair ? 2 : 1
    }
    return (start..<index, next)
  }
}

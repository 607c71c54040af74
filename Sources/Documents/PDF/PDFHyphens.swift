/// Says whether a hyphen at the end of a line belongs to the word or only divides it.
///
/// The document itself knows best: what it writes elsewhere within a line, with the hyphen or without,
/// decides. Where it says nothing, what it does most often with such words does.
struct PDFHyphens {
  private var words: Set<[UInt8]> = []
  private var keepsByDefault = true

  init(_ text: PDFText) {
    var ends: [(first: [UInt8], second: [UInt8])] = []
    for (index, line) in text.lines.enumerated() {
      var inner = line.words
      if let last = inner.last {
        let word = Self.plain(text.text(of: text.words[last]))
        if word.last == 0x2D, index + 1 < text.lines.count,
          let next = text.lines[index + 1].words.first
        {
          inner.removeLast()
          ends.append((Array(word.dropLast()), Self.plain(text.text(of: text.words[next]))))
        }
      }
      for word in inner {
        let plain = Self.plain(text.text(of: text.words[word]))
        if plain.count >= 4 { words.insert(plain) }
      }
    }
    var kept = 0
    var dropped = 0
    for (first, second) in ends {
      if words.contains(first + [0x2D] + second) { kept += 1 }
      if words.contains(first + second) { dropped += 1 }
    }
    keepsByDefault = kept >= dropped
  }

  /// True when the hyphen stays; `first` ends with it.
  func keeps(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    let start = Array(Self.plain(first).dropLast())
    let end = Self.plain(second)
    if words.contains(start + [0x2D] + end) { return true }
    if words.contains(start + end) { return false }
    return keepsByDefault || Self.prefixes.contains(String(decoding: start, as: UTF8.self))
  }

  /// Lower case of ASCII, without punctuation at the end; a hyphen there stays.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    while let last = result.last, [0x2C, 0x2E, 0x3B, 0x3A, 0x29].contains(last) {
      result.removeLast()
    }
    return result
  }

  private static let prefixes: Set<String> = [
    "non", "self", "co", "post", "pre", "anti", "multi", "well", "long", "short", "inter", "cross",
    "socio", "decision", "follow", "gender", "conflict", "evidence", "results", "high", "low",
    "peace", "vice", "ex", "sous", "contre", "après", "avant", "celle", "celui", "elle", "lui",
  ]
}

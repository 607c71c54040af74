internal import SourceText

/// Rule sets without patterns and examples, which most of their text is: what a run reads when the
/// compiled patterns are in the cache.
struct RuleSetOutline {
  /// By digest of the whole file.
  private(set) var texts: [String: [UInt8]] = [:]

  init() {}

  subscript(digest: String) -> [UInt8]? { texts[digest] }

  mutating func add(_ bytes: [UInt8], digest: String) {
    texts[digest] = Self.pruned(bytes)
  }

  /// The text with the lines under `evidence:` and `examples:` left empty, so that all others keep their
  /// numbers.
  ///
  /// It is a matter of lines only. Whoever keeps the result has to compare what it means with what the
  /// whole text means.
  static func pruned(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    /// Blanks in front of the key whose lines are left out.
    var omitted: Int?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let indentation = line.prefix { $0 == 0x20 }.count
      let isBlank = indentation == line.count
      if let depth = omitted, isBlank || indentation > depth {
        result.append(0x0A)
        continue
      }
      omitted = nil
      let content = line.dropFirst(indentation)
      if content.elementsEqual("evidence:".utf8) || content.elementsEqual("examples:".utf8) {
        omitted = indentation
        result += line.prefix(indentation + content.count - 1)
        result += ": {}".utf8
      } else {
        result += line
      }
      result.append(0x0A)
    }
    return result
  }

  // For each text: its digest, its length in decimal digits, the text; ends of lines between them.

  func archived() -> [UInt8] {
    var bytes: [UInt8] = []
    for (digest, text) in texts.sorted(by: { $0.key < $1.key }) {
      bytes += "\(digest)\n\(text.count)\n".utf8
      bytes += text
      bytes.append(0x0A)
    }
    return bytes
  }

  init?(archive: [UInt8]) {
    var rest = archive[...]
    func line() -> ArraySlice<UInt8>? {
      guard let end = rest.firstIndex(of: 0x0A) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return rest[..<end]
    }
    while !rest.isEmpty {
      guard let digest = line(), let digits = line(),
        let count = Int(String(decoding: digits, as: UTF8.self)), count >= 0, count < rest.count
      else { return nil }
      texts[String(decoding: digest, as: UTF8.self)] = Array(rest.prefix(count))
      rest = rest.dropFirst(count + 1)
    }
  }
}

internal import Facts

/// Stretches of letters, all looked for in one walk over a text.
struct Stretches: Sendable, ExpressibleByArrayLiteral {
  private struct Piece: Sendable {
    var bytes: [UInt8]
    var index: Int
  }

  /// By their first byte.
  private var buckets: [[Piece]] = Array(repeating: [], count: 256)

  init(arrayLiteral elements: String...) { self.init(elements) }

  /// Stretches in small letters.
  init(_ stretches: [String]) {
    for (index, stretch) in stretches.enumerated() {
      let bytes = Array(stretch.utf8)
      if let first = bytes.first { buckets[Int(first)].append(Piece(bytes: bytes, index: index)) }
    }
  }

  /// The index of the stretch that stands first in a part of a text, and where it ends; capitals count as small
  /// letters, line ends as blanks.
  func first(in text: [UInt8], _ range: Range<Int>) -> (index: Int, end: Int)? {
    text.withUnsafeBufferPointer { text in
      for start in range {
        let here = Self.small(text, start)
        for piece in buckets[Int(here)] where start + piece.bytes.count <= range.upperBound {
          var length = 1
          while length < piece.bytes.count, Self.small(text, start + length) == piece.bytes[length]
          {
            length += 1
          }
          if length == piece.bytes.count { return (piece.index, start + length) }
        }
      }
      return nil
    }
  }

  @inline(__always)
  private static func small(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    let byte = text[index]
    if byte >= 0x41, byte <= 0x5A { return byte | 0x20 }
    if byte == 0x0A { return 0x20 }
    let isAccented = byte >= 0x80 && byte <= 0x9E && index > 0 && text[index - 1] == 0xC3
    return isAccented ? byte | 0x20 : byte
  }
}

extension DocumentFacts {
  /// True when a unit holds one of the stretches.
  func unit(_ index: Int, holds stretches: Stretches) -> Bool {
    stretches.first(in: text, units[index].textRange) != nil
  }
}

extension DocumentFacts {
  /// True when a range of the text holds one of the stretches.
  func range(_ range: Range<Int>, holds stretches: Stretches) -> Bool {
    stretches.first(in: text, range) != nil
  }
}

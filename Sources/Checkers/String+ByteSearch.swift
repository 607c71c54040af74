#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension String {
  /// Whether the bytes of another text stand in this one.
  ///
  /// In this module it takes the place of the standard library's search by characters, which costs some
  /// hundred times as much; words and the texts that they are looked for in are both composed.
  func contains(_ other: String) -> Bool {
    if other.isEmpty { return true }
    var (text, words) = (self, other)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        guard let start = text.baseAddress, let piece = words.baseAddress else { return false }
        var offset = 0
        while offset + words.count <= text.count,
          let found = memchr(
            start + offset, CInt(piece[0]), text.count - words.count + 1 - offset)
        {
          if memcmp(found, piece, words.count) == 0 { return true }
          offset = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
        }
        return false
      }
    }
  }
}

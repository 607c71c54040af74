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
  /// The standard library's search by characters costs some hundred times as much. The two differ only where one of
  /// the texts is not composed.
  package func holdsBytes(of other: String) -> Bool {
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

  /// Whether another, composed text stands in this one, which may be written with combining accents.
  package func holds(_ other: String) -> Bool {
    if holdsBytes(of: other) { return true }
    // U+0300 to U+036F begin with one of these bytes.
    return utf8.contains { $0 == 0xCC || $0 == 0xCD } && contains(other)
  }
}

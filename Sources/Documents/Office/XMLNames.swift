/// The element names that a handler knows, for look-up by their bytes.
struct XMLNames: Sendable {
  /// All names, each with a zero byte behind it.
  private let bytes: [UInt8]
  /// Open addressing over a power of two.
  private let slots: [Slot]

  private struct Slot {
    var hash = 0
    /// -1 for a free slot.
    var index: Int16 = -1
    /// Offset of the name in `bytes`.
    var start: UInt32 = 0
  }

  /// Names with the usual prefixes, at most a few hundred.
  init(_ list: [String]) {
    var size = 64
    while size < list.count * 4 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    var bytes: [UInt8] = []
    for (index, name) in list.enumerated() {
      let hash = name.utf8.reduce(5381) { ($0 &* 33) ^ Int($1) }
      var slot = hash & (size - 1)
      while slots[slot].index >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(
        hash: hash, index: Int16(truncatingIfNeeded: index),
        start: UInt32(truncatingIfNeeded: bytes.count))
      bytes += name.utf8
      bytes.append(0)
    }
    self.slots = slots
    self.bytes = bytes
  }

  /// The index of a name that ends with a zero byte; -1 when it is not among the names.
  func index(of name: UnsafePointer<CChar>) -> Int {
    var hash = 5381
    var end = name
    while end.pointee != 0 {
      hash = (hash &* 33) ^ Int(UInt8(bitPattern: end.pointee))
      end += 1
    }
    return slots.withUnsafeBufferPointer { slots in
      var slot = hash & (slots.count &- 1)
      while slots[slot].index >= 0 {
        if slots[slot].hash == hash, isName(at: Int(slots[slot].start), name) {
          return Int(slots[slot].index)
        }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      return -1
    }
  }

  /// Whether one of the names and another are the same, each with its zero byte.
  @inline(__always)
  private func isName(at start: Int, _ name: UnsafePointer<CChar>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while bytes[start &+ offset] == UInt8(bitPattern: name[offset]) {
        if name[offset] == 0 { return true }
        offset &+= 1
      }
      return false
    }
  }

  /// The prefixes that names are written with, by namespace (ECMA-376 transitional and strict, ODF 1.3).
  static let usualPrefixes: [String: String] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
  ]
}

/// The element names that a handler knows, for look-up by their bytes.
struct XMLNames: Sendable {
  private let names: [[UInt8]]
  /// Open addressing over a power of two; -1 for a free slot.
  private let slots: [Int16]

  /// Names with the usual prefixes, at most a few hundred.
  init(_ list: [String]) {
    names = list.map { Array($0.utf8) }
    var size = 64
    while size < names.count * 4 { size *= 2 }
    var slots = [Int16](repeating: -1, count: size)
    for (index, name) in names.enumerated() {
      var slot = Self.hash(name) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int16(truncatingIfNeeded: index)
    }
    self.slots = slots
  }

  /// The index of a name that ends with a zero byte; -1 when it is not among the names.
  func index(of name: UnsafePointer<CChar>) -> Int {
    var hash = 5381
    var count = 0
    while name[count] != 0 {
      hash = (hash &* 33) ^ Int(UInt8(bitPattern: name[count]))
      count += 1
    }
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if names[index].count == count, equals(names[index], name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  private func equals(_ known: [UInt8], _ name: UnsafePointer<CChar>) -> Bool {
    for index in known.indices where known[index] != UInt8(bitPattern: name[index]) {
      return false
    }
    return true
  }

  private static func hash(_ name: [UInt8]) -> Int {
    name.reduce(5381) { ($0 &* 33) ^ Int($1) }
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

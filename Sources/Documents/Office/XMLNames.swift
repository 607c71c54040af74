/// The element names that a handler knows, for look-up by their bytes.
struct XMLNames: Sendable {
  /// What a handler asks of an element.
  enum Use: UInt8, Sendable {
    /// That it is there, its attributes and what stands in it.
    case attributes
    /// That it is there, and what stands in it.
    case tags
    /// What stands in it: an empty element might as well not be there.
    case contents
  }

  /// All names, each with a zero byte behind it.
  private let bytes: [UInt8]
  /// Open addressing over a power of two.
  private let slots: [Slot]

  fileprivate struct Slot {
    var hash = 0
    /// -1 for a free slot.
    var index: Int16 = -1
    var use = Use.attributes
    /// Offset of the name in `bytes`, and its length.
    var start: UInt32 = 0
    var count = 0
  }

  /// Names with the usual prefixes, at most a few hundred, and what is asked of each.
  init(_ list: [(name: String, use: Use)]) {
    var size = 64
    while size < list.count * 4 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    var bytes: [UInt8] = []
    for (index, entry) in list.enumerated() {
      let hash = entry.name.utf8.reduce(Self.firstHash, Self.hash)
      var slot = hash & (size - 1)
      while slots[slot].index >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(
        hash: hash, index: Int16(truncatingIfNeeded: index), use: entry.use,
        start: UInt32(truncatingIfNeeded: bytes.count), count: entry.name.utf8.count)
      bytes += entry.name.utf8
      bytes.append(0)
    }
    self.slots = slots
    self.bytes = bytes
  }

  /// Names of elements whose attributes are read.
  init(_ list: [String]) { self.init(list.map { ($0, .attributes) }) }

  /// The hash of no bytes.
  static let firstHash = 5381

  /// The hash of some bytes and one more.
  @inline(__always)
  static func hash(_ hash: Int, _ byte: UInt8) -> Int { (hash &* 33) ^ Int(byte) }

  /// The index of a name that ends with a zero byte; -1 when it is not among the names.
  func index(of name: UnsafePointer<CChar>) -> Int {
    var hash = Self.firstHash
    var count = 0
    while name[count] != 0 {
      hash = Self.hash(hash, UInt8(bitPattern: name[count]))
      count &+= 1
    }
    return name.withMemoryRebound(to: UInt8.self, capacity: count) { name in
      withLookup { $0.index(of: name, count, hash) }
    }
  }

  /// Lends what looks names up, for many lookups.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      bytes.withUnsafeBufferPointer { bytes in body(Lookup(slots: slots, bytes: bytes)) }
    }
  }

  /// Looks names up, as long as they are there.
  struct Lookup {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// The index of a name by its bytes and their hash; -1 when it is not among the names.
    @inline(__always)
    func index(of name: UnsafePointer<UInt8>, _ count: Int, _ hash: Int) -> Int {
      Int(slot(of: name, count, hash).index)
    }

    /// What is asked of an element; only the contents of one that is not among the names.
    @inline(__always)
    func use(of name: UnsafePointer<UInt8>, _ count: Int, _ hash: Int) -> Use {
      let slot = slot(of: name, count, hash)
      return slot.index < 0 ? .contents : slot.use
    }

    @inline(__always)
    private func slot(of name: UnsafePointer<UInt8>, _ count: Int, _ hash: Int) -> Slot {
      var place = hash & (slots.count &- 1)
      while true {
        let slot = slots[place]
        if slot.index < 0 || (slot.hash == hash && slot.count == count && isName(slot, name)) {
          return slot
        }
        place = (place &+ 1) & (slots.count &- 1)
      }
    }

    @inline(__always)
    private func isName(_ slot: Slot, _ name: UnsafePointer<UInt8>) -> Bool {
      let start = Int(slot.start)
      var offset = 0
      while offset < slot.count, bytes[start &+ offset] == name[offset] { offset &+= 1 }
      return offset == slot.count
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

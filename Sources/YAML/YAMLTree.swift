/// The nodes of one YAML text, in flat tables.
///
/// A node of its own in memory for each scalar would cost more than libyaml's parsing. Here a node is
/// one entry of 40 bytes, texts stand one after the other in one buffer, and an alias is an entry that
/// names the entry it stands for.
final class YAMLTree: Sendable {
  struct Entry {
    enum Kind: UInt8 {
      case scalar
      case sequence
      case mapping
      case alias
    }

    var kind: Kind
    var style: YAMLNode.Style
    /// Index into `tags`; -1 for none.
    var tag: Int32
    /// Source offsets, of the byte-order mark's text as well.
    var start: Int32
    var end: Int32
    /// Scalar: first byte in `texts`. Collection: first of its children. Alias: the entry meant.
    var first: Int32
    /// Scalar: bytes of text. Collection: number of children, keys and values in turn for a mapping.
    var count: Int32
  }

  let source: YAMLSource
  let entries: [Entry]
  let children: [Int32]
  let texts: [UInt8]
  let tags: [String]

  init(
    source: YAMLSource, entries: [Entry], children: [Int32], texts: [UInt8], tags: [String]
  ) {
    self.source = source
    self.entries = entries
    self.children = children
    self.texts = texts
    self.tags = tags
  }

  /// The entry that `index` stands for: itself, or what an alias points to.
  func resolved(_ index: Int32) -> Entry {
    let entry = entries[Int(index)]
    // The composer lets no alias point to an alias, so one step is enough.
    return entry.kind == .alias ? entries[Int(entry.first)] : entry
  }

  func text(of entry: Entry) -> String {
    texts.withUnsafeBufferPointer { buffer in
      String(
        decoding: UnsafeBufferPointer(rebasing: buffer[range(of: entry)]), as: UTF8.self)
    }
  }

  func hasText(_ entry: Entry, _ text: String) -> Bool {
    guard entry.kind == .scalar, Int(entry.count) == text.utf8.count else { return false }
    return texts[range(of: entry)].elementsEqual(text.utf8)
  }

  func range(of entry: Entry) -> Range<Int> {
    Int(entry.first)..<Int(entry.first) + Int(entry.count)
  }
}

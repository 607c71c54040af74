/// Finds a key that stands twice in one mapping.
///
/// Keys are compared byte by byte, as YAML does: `String` would take NFC and NFD for the same. Lists
/// and mappings as keys are not compared.
struct YAMLKeyCheck {
  /// Up to this many keys, comparing each with each is faster than hashing.
  private static let smallCount = 16

  let entries: [YAMLTree.Entry]
  let children: [Int32]
  let texts: [UInt8]

  /// - Throws: `YAMLError` that points at the second of two equal keys and names the first's place.
  func check(mapping: YAMLTree.Entry, in source: YAMLSource) throws(YAMLError) {
    let first = Int(mapping.first)
    let positions = stride(from: first, to: first + Int(mapping.count), by: 2)
    guard mapping.count > 2 else { return }
    try texts.withUnsafeBufferPointer { (buffer) throws(YAMLError) in
      let isSmall = Int(mapping.count) <= 2 * Self.smallCount
      var seen: [Key: Int] = [:]
      for position in positions {
        guard let key = key(at: position, in: buffer) else { continue }
        let earlier =
          isSmall
          ? positions.first { $0 >= position || self.key(at: $0, in: buffer) == key }
          : seen.updateValue(position, forKey: key)
        guard let earlier, earlier < position else { continue }
        throw .duplicateKey(
          String(decoding: key.bytes, as: UTF8.self), in: source, first: start(of: earlier),
          second: start(of: position))
      }
    }
  }

  private func start(of position: Int) -> Int { Int(entries[Int(children[position])].start) }

  private func key(at position: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Key? {
    var entry = entries[Int(children[position])]
    if entry.kind == .alias { entry = entries[Int(entry.first)] }
    guard entry.kind == .scalar else { return nil }
    let range = Int(entry.first)..<Int(entry.first) + Int(entry.count)
    return Key(bytes: UnsafeBufferPointer(rebasing: buffer[range]))
  }

  /// Bytes of `texts`, good while its buffer is.
  private struct Key: Hashable {
    let bytes: UnsafeBufferPointer<UInt8>

    static func == (lhs: Key, rhs: Key) -> Bool {
      lhs.bytes.count == rhs.bytes.count && lhs.bytes.elementsEqual(rhs.bytes)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
  }
}

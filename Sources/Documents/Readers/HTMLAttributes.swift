/// An attribute of a start tag; offsets in the source.
struct HTMLAttribute {
  var name: Range<Int>
  /// Without quotes; empty when there is no value.
  var value: Range<Int>
}

/// The attributes of one start tag as the source has them, character references not resolved.
struct HTMLAttributes {
  /// The source.
  let bytes: UnsafeBufferPointer<UInt8>
  /// In the order of the source, at most `limit` of them.
  var items: [HTMLAttribute] = []

  static let limit = 64

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// True when the value of the attribute equals `text`, case ignored.
  func has(_ name: StaticString, equalTo text: StaticString) -> Bool {
    value(of: name).map { equals($0, text) } ?? false
  }

  /// The raw value of an attribute; `nil` when the tag does not have it.
  func value(of name: StaticString) -> Range<Int>? {
    items.first { equals($0.name, name) }?.value
  }

  /// True when the bytes of a range equal `text`, which is lower case, their own case ignored.
  func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      guard text.count == range.count else { return false }
      return zip(bytes[range], text).allSatisfy { byte, wanted in
        (byte &- 0x41 < 26 ? byte | 0x20 : byte) == wanted
      }
    }
  }
}

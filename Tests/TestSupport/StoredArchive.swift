/// ZIP archives for tests, every piece stored as it is.
public enum StoredArchive {
  /// An archive with these pieces, in their order.
  public static func bytes(_ pieces: [(name: String, contents: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for (name, contents) in pieces {
      let offset = result.count
      let fields =
        short(20) + short(0) + short(0) + short(0) + short(0x21) + long(checksum(contents))
        + long(UInt32(contents.count)) + long(UInt32(contents.count))
        + short(UInt16(name.utf8.count)) + short(0)
      result += long(0x0403_4B50) + fields + Array(name.utf8) + contents
      directory += long(0x0201_4B50) + short(20) + fields
      directory += short(0) + short(0) + short(0) + long(0) + long(UInt32(offset))
      directory += Array(name.utf8)
    }
    let start = result.count
    result += directory
    result += long(0x0605_4B50) + short(0) + short(0)
    result += short(UInt16(pieces.count)) + short(UInt16(pieces.count))
    result += long(UInt32(directory.count)) + long(UInt32(start)) + short(0)
    return result
  }

  private static func short(_ value: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func long(_ value: UInt32) -> [UInt8] {
    short(UInt16(truncatingIfNeeded: value)) + short(UInt16(truncatingIfNeeded: value >> 16))
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}

internal import CNettle

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
package enum SHA256Digest {
  package static func hex(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { hex(of: $0) }
  }

  package static func hex(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    if let base = bytes.baseAddress { nettle_sha256_update(&context, bytes.count, base) }
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, 32, &digest)
    let digits: [UInt8] = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

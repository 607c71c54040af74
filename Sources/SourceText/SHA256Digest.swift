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

extension SHA256Digest {
  /// The digest as 32 bytes.
  package static func bytes(of bytes: [UInt8]) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, 32, &digest)
    return digest
  }
}

/// Locks bytes so that only who has the key can read them, and notices when they were changed
/// (ChaCha20-Poly1305, RFC 8439).
///
/// For keys that are made from the content and used for that content alone: the nonce is always zero.
/// Here, and not in a file of its own, because one file speaks to the library.
package enum ContentLock {
  private static let tagLength = 16

  /// The bytes, locked; `key` has 32 bytes.
  package static func lock(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    var context = begin(key)
    var result = [UInt8](repeating: 0, count: bytes.count + tagLength)
    result.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      nettle_chacha_poly1305_encrypt(&context, bytes.count, base, bytes)
      nettle_chacha_poly1305_digest(&context, tagLength, base + bytes.count)
    }
    return result
  }

  /// The bytes that were locked; `nil` when the key is another one or the bytes were changed.
  package static func unlock(_ locked: [UInt8], key: [UInt8]) -> [UInt8]? {
    let count = locked.count - tagLength
    guard count >= 0 else { return nil }
    var context = begin(key)
    var result = [UInt8](repeating: 0, count: count)
    nettle_chacha_poly1305_decrypt(&context, count, &result, locked)
    var tag = [UInt8](repeating: 0, count: tagLength)
    nettle_chacha_poly1305_digest(&context, tagLength, &tag)
    return tag.elementsEqual(locked[count...]) ? result : nil
  }

  private static func begin(_ key: [UInt8]) -> chacha_poly1305_ctx {
    precondition(key.count == 32, "a key has 32 bytes")
    var context = chacha_poly1305_ctx()
    nettle_chacha_poly1305_set_key(&context, key)
    nettle_chacha_poly1305_set_nonce(&context, [UInt8](repeating: 0, count: 12))
    return context
  }
}

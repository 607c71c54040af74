/// A number that tells damaged bytes from those that were written, several bytes a clock cycle.
///
/// Four lanes of multiply and shift; a change in any one place changes the number. It is no protection from
/// somebody who wants to deceive.
package enum Checksum {
  /// `seed` keeps apart what is the same but stands for something else.
  package static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var lanes = SIMD4<UInt64>(seed, seed &+ 1, seed &+ 2, seed &+ 3)
    var offset = 0
    if let base = bytes.baseAddress {
      while offset &+ 32 <= bytes.count {
        let words = (base + offset).loadUnaligned(as: SIMD4<UInt64>.self)
        for lane in 0..<4 {
          let mixed = (lanes[lane] ^ words[lane]) &* multiplier
          lanes[lane] = mixed ^ mixed &>> 29
        }
        offset &+= 32
      }
    }
    var sum = UInt64(truncatingIfNeeded: bytes.count) &* multiplier
    while offset < bytes.count {
      sum = (sum ^ UInt64(bytes[offset])) &* multiplier
      sum ^= sum &>> 31
      offset += 1
    }
    for lane in 0..<4 {
      sum = (sum ^ lanes[lane]) &* multiplier
      sum ^= sum &>> 29
    }
    return sum
  }

  package static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    bytes.withUnsafeBytes { of($0, seed: seed) }
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first `byte` in a range; `nil` when there is none.
  func offset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, end <= count, let base = baseAddress,
      let found = memchr(base + start, CInt(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

internal import CDeflate

/// Unpacks deflated pieces of an archive, a chunk at a time, and packs them (RFC 1951).
///
/// The only file that speaks to zlib.
enum Inflation {
  enum Failure: Error, Equatable {
    /// The data is not what deflate writes, or ends too soon.
    case damaged
    /// More came out than was announced or allowed.
    case tooLong
    /// The taker of the chunks wants no more.
    case stopped
  }

  /// Size in bytes of the chunks of what is too large to come in one.
  static let chunkSize = 1 << 16
  /// Size in bytes up to which all comes in one chunk.
  private static let largestChunkSize = 1 << 19

  /// CRC-32 as ZIP has it, carried on from `previous`.
  static func checksum(_ bytes: UnsafeBufferPointer<UInt8>, _ previous: UInt32 = 0) -> UInt32 {
    UInt32(
      truncatingIfNeeded: crc32(
        uLong(previous), bytes.baseAddress, uInt(truncatingIfNeeded: bytes.count)))
  }

  /// Packs bytes; `nil` when there is no memory for it.
  static func deflate(_ source: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard deflate_writer_open(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let capacity = Int(deflateBound(&stream, uLong(source.count)))
    guard source.count < 1 << 31 else { return nil }
    return source.withUnsafeBufferPointer { source in
      var isWhole = false
      let packed = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = uInt(truncatingIfNeeded: source.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = uInt(truncatingIfNeeded: capacity)
        isWhole = CDeflate.deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = capacity - Int(stream.avail_out)
      }
      return isWhole ? packed : nil
    }
  }

  /// Gives the chunks to `take` until it returns false; at most `limit` bytes in all, which may be how many
  /// there are.
  static func inflate(
    _ source: UnsafeBufferPointer<UInt8>, limit: Int, take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(Failure) {
    var stream = z_stream()
    guard deflate_reader_open(&stream) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    let chunkSize = limit <= largestChunkSize ? max(1, limit) : chunkSize
    let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: chunkSize)
    defer { chunk.deallocate() }
    // zlib never writes to its input; its field is not const for the sake of old callers.
    stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
    var left = source.count
    var total = 0
    while true {
      if stream.avail_in == 0, left > 0 {
        let piece = min(left, 1 << 30)
        stream.avail_in = uInt(truncatingIfNeeded: piece)
        left -= piece
      }
      stream.next_out = chunk
      stream.avail_out = uInt(truncatingIfNeeded: chunkSize)
      let status = CDeflate.inflate(&stream, Z_NO_FLUSH)
      let count = chunkSize - Int(stream.avail_out)
      total += count
      if total > limit { throw .tooLong }
      if count > 0, !take(UnsafeBufferPointer(start: chunk, count: count)) { throw .stopped }
      if status == Z_STREAM_END { return }
      guard status == Z_OK, count > 0 || stream.avail_in > 0 || left > 0 else { throw .damaged }
    }
  }
}

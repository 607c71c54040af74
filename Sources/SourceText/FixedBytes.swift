#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Bytes that stay where they are as long as somebody holds them: a file mapped into memory, or a copy.
///
/// Of a mapped file only what is looked at is read, and nothing is copied. Somebody who cuts the file short
/// meanwhile ends the program, so only files that are replaced whole may be mapped.
package final class FixedBytes: @unchecked Sendable {
  /// Aligned for any value; never changed.
  package let bytes: UnsafeRawBufferPointer
  private let memory: UnsafeMutableRawPointer
  private let mappedLength: Int

  /// Copies bytes.
  package init(copying source: [UInt8]) {
    let start = UnsafeMutableRawPointer.allocate(byteCount: max(1, source.count), alignment: 16)
    source.withUnsafeBytes {
      if let first = $0.baseAddress { start.copyMemory(from: first, byteCount: $0.count) }
    }
    memory = start
    bytes = UnsafeRawBufferPointer(start: memory, count: source.count)
    mappedLength = 0
  }

  /// Maps a file that this user alone, or the system's, can have written; `nil` for any other, for one
  /// that is empty or over the limit, and for one that cannot be read.
  ///
  /// The last `trailing` bytes of the file are not part of `bytes`; `accept` is asked with the bytes and
  /// with those whether the file is what it should be, unless `isKnown` says so by its stamp alone.
  package init?(
    mapping path: String, limitInBytes: Int, trailing: Int,
    isKnown: (FileStamp) -> Bool = { _ in false },
    accept: (
      _ bytes: UnsafeRawBufferPointer, _ trailing: UnsafeRawBufferPointer, _ stamp: FileStamp
    ) -> Bool
  ) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid() || status.st_uid == 0,
      status.st_mode & (S_IWGRP | S_IWOTH) == 0
    else { return nil }
    let length = Int(status.st_size)
    guard length > trailing, length <= limitInBytes,
      let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    let whole = UnsafeRawBufferPointer(start: start, count: length)
    let content = UnsafeRawBufferPointer(rebasing: whole[..<(length - trailing)])
    let stamp = FileStamp(status)
    if !isKnown(stamp) {
      let end = UnsafeRawBufferPointer(rebasing: whole[(length - trailing)...])
      guard accept(content, end, stamp) else {
        munmap(start, length)
        return nil
      }
      // What `accept` has looked at is read again where it is needed, and takes up no memory until then.
      _ = madvise(start, length, MADV_DONTNEED)
    }
    memory = start
    mappedLength = length
    bytes = content
  }

  deinit {
    if mappedLength > 0 { munmap(memory, mappedLength) } else { memory.deallocate() }
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a file could not be taken in.
package enum FileError: Error, Sendable, Equatable {
  case notFound
  case unreadable(reason: LocalizedText)
  case isDirectory
  case notRegular
  case tooLarge(sizeInBytes: Int, limitInBytes: Int)

  /// What the system said, by a value of `errno`.
  package static func system(_ code: Int32) -> FileError {
    .unreadable(reason: SystemProblem.words(code))
  }
}

/// Bounded reading and writing of files, without Foundation.
package enum SourceFile {
  /// Default bound on one input file: 256 MiB.
  package static let defaultLimitInBytes = 256 << 20

  /// Reads a regular file whole.
  ///
  /// - Throws: `FileError` for a file that is absent, unreadable, no regular file or over the limit.
  package static func read(
    _ path: String, limitInBytes: Int = defaultLimitInBytes
  ) throws(FileError) -> [UInt8] {
    // O_NONBLOCK: opening a named pipe must not wait for a writer that never comes.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory
    default: throw .notRegular
    }
    let size = Int(status.st_size)
    guard size <= limitInBytes else {
      throw .tooLarge(sizeInBytes: size, limitInBytes: limitInBytes)
    }
    // Some file systems give no size for files that have contents all the same.
    guard size > 0 else { return try readToEnd(of: descriptor, limitInBytes: limitInBytes) }
    var problem: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Self.readOnce(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          problem = errno
          break
        }
      }
    }
    guard problem == 0 else { throw failure(problem) }
    return bytes
  }

  /// Reads standard input to its end.
  ///
  /// - Throws: `FileError` when it cannot be read or is over the limit.
  package static func readStandardInput(
    limitInBytes: Int = defaultLimitInBytes
  ) throws(FileError) -> [UInt8] {
    try readToEnd(of: 0, limitInBytes: limitInBytes)
  }

  private static func readToEnd(
    of descriptor: Int32, limitInBytes: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = chunk.withUnsafeMutableBytes {
        Self.readOnce(descriptor, $0.baseAddress, $0.count)
      }
      if got == 0 { return bytes }
      if got < 0 {
        if errno == EINTR { continue }
        throw failure(errno)
      }
      bytes.append(contentsOf: chunk[0..<got])
      guard bytes.count <= limitInBytes else {
        throw .tooLarge(sizeInBytes: bytes.count, limitInBytes: limitInBytes)
      }
    }
  }

  /// Writes a file whole, in place of what stood there.
  ///
  /// - Throws: `FileError` when it cannot be written.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { _ = close(descriptor) }
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        Self.writeOnce(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw failure(errno)
      }
      done += written
    }
  }

  private static func writeOnce(
    _ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer, count)
    #else
      Darwin.write(descriptor, buffer, count)
    #endif
  }

  private static func readOnce(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  private static func failure(_ code: Int32) -> FileError {
    if code == ENOENT || code == ENOTDIR { return .notFound }
    return .system(code)
  }
}

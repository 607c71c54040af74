#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is written piece by piece and appears whole or not at all.
///
/// Pieces go to a file beside it, which takes its place at the end; a device or pipe is written directly.
/// Not for use by several threads.
package final class OutputFile {
  private let path: String
  private let aside: String?
  private var descriptor: Int32
  private var problem: Int32 = 0

  /// Opens the file for writing.
  ///
  /// - Throws: `FileError` when the file or its folder cannot be written.
  package init(_ path: String) throws(FileError) {
    self.path = path
    let kind = FileTree.kind(of: path)
    if kind == .folder { throw .isDirectory }
    aside = kind == .other ? nil : "\(path).\(getpid()).part"
    descriptor = open(aside ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw .system(errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    _ = close(descriptor)
    if let aside { _ = unlink(aside) }
  }

  /// Adds bytes; false when they could not be written, which `finish` will say.
  package func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard problem == 0, descriptor >= 0 else { return false }
    guard var base = bytes.baseAddress else { return true }
    var left = bytes.count
    while left > 0 {
      #if canImport(Glibc)
        let written = Glibc.write(descriptor, base, left)
      #elseif canImport(Musl)
        let written = Musl.write(descriptor, base, left)
      #else
        let written = Darwin.write(descriptor, base, left)
      #endif
      if written < 0 {
        if errno == EINTR { continue }
        problem = errno
        return false
      }
      base += written
      left -= written
    }
    return true
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `FileError` when a part of it could not be written; then nothing has changed.
  package func finish() throws(FileError) {
    guard descriptor >= 0 else { return }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    descriptor = -1
    if problem == 0, let aside, rename(aside, path) != 0 { problem = errno }
    guard problem == 0 else {
      if let aside { _ = unlink(aside) }
      throw .system(problem)
    }
  }
}

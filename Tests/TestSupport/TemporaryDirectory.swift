internal import Glibc
package import SourceText

/// A new, empty folder that is removed with everything in it when the last reference goes.
package final class TemporaryDirectory: Sendable {
  /// Full path, without a slash at its end.
  package let path: String

  /// - Throws: `FileError` when the system gives no folder.
  package init() throws(FileError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/coherence-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw .system(errno)
    }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  /// Writes a file, making the folders that lead to it, and returns its full path.
  ///
  /// - Throws: `FileError` when it cannot be written.
  @discardableResult
  package func write(_ bytes: some Collection<UInt8>, to relative: String) throws(FileError)
    -> String
  {
    let full = path + "/" + relative
    var made = path
    for part in relative.split(separator: "/").dropLast() {
      made += "/" + part
      mkdir(made, 0o755)
    }
    guard let stream = fopen(full, "wb") else {
      throw .system(errno)
    }
    defer { fclose(stream) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw .system(errno)
    }
    return full
  }

  /// Writes a text as UTF-8 and returns the file's full path.
  ///
  /// - Throws: `FileError` when it cannot be written.
  @discardableResult
  package func write(_ text: String, to relative: String) throws(FileError) -> String {
    try write(text.utf8, to: relative)
  }

  /// Links are removed, never followed.
  private static func remove(_ path: String) {
    if let stream = opendir(path) {
      chmod(path, 0o700)
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard name != ".", name != ".." else { continue }
        let child = path + "/" + name
        var status = stat()
        guard lstat(child, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { remove(child) } else { unlink(child) }
      }
      closedir(stream)
    }
    rmdir(path)
  }
}

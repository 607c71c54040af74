#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where a file lies, whatever its path is written like: two paths to one file have the same place.
package struct FilePlace: Sendable, Hashable {
  private let device: UInt64
  private let number: UInt64
  /// Of a file that is not there yet, in the folder that the numbers tell.
  private let name: String?

  /// The place of the file, folder or device at a path, links followed; of one that is not there, its place
  /// to be. `nil` when its folder is not there either.
  package init?(_ path: String) {
    if let (device, number) = Self.numbers(of: path) {
      (self.device, self.number, name) = (device, number, nil)
    } else if let (device, number) = Self.numbers(of: FileTree.folder(of: path)) {
      (self.device, self.number, name) = (device, number, FileTree.name(of: path))
    } else {
      return nil
    }
  }

  private static func numbers(of path: String) -> (UInt64, UInt64)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return (UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// When and how a file came to be as it is.
package struct FileStamp: Sendable {
  /// What tells it from every other version of the file.
  package let text: String
  package let sizeInBytes: Int
  /// How many seconds ago the file, or what the system knows of it, was changed last.
  private let age: Int

  /// False for a file that was changed within the last two seconds: clocks of file systems are coarse,
  /// so another change may leave the same stamp.
  package var isSettled: Bool { isOlder(thanSeconds: 2) }

  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    text =
      "\(status.st_dev) \(status.st_ino) \(status.st_size) \(modified.tv_sec) "
      + "\(modified.tv_nsec) \(changed.tv_sec) \(changed.tv_nsec)"
    sizeInBytes = Int(status.st_size)
    age = time(nil) - max(modified.tv_sec, changed.tv_sec)
  }

  /// Whether nothing was changed within so many seconds.
  package func isOlder(thanSeconds seconds: Int) -> Bool { age > seconds }
}

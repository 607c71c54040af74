import Glibc
import SourceText

/// The few things that benchmarks do with files.
enum Files {
  static func read(_ path: String) throws -> [UInt8] { try SourceFile.read(path) }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let stream = fopen(path, "wb") else {
      throw Child.Failure(description: "\(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw Child.Failure(description: "\(path): \(String(cString: strerror(errno)))")
    }
  }

  static func makeFolder(_ path: String) { mkdir(path, 0o755) }
}

import Glibc
import SourceText
import TestSupport
import Testing

@Suite struct SourceFileTests {
  @Test func `a file comes back byte for byte`() throws {
    let folder = try TemporaryDirectory()
    let bytes: [UInt8] = [0, 0xFF, 0x0A, 0xC3, 0xA9, 0x0D]
    let path = folder.path + "/a.bin"
    try SourceFile.write(bytes, to: path)
    #expect(try SourceFile.read(path) == bytes)
  }

  @Test func `writing replaces a longer file whole`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("a long text", to: "a.txt")
    try SourceFile.write(Array("b".utf8), to: path)
    #expect(try SourceFile.read(path) == [0x62])
  }

  @Test(.enabled(if: FileTree.kind(of: "/proc/version") == .file))
  func `a file without a size is read to its end, within the limit`() throws {
    #expect(FileTree.sizeInBytes(of: "/proc/version") == 0)
    let bytes = try SourceFile.read("/proc/version")
    #expect(bytes.last == 0x0A)
    #expect(throws: FileError.tooLarge(sizeInBytes: bytes.count, limitInBytes: 10)) {
      try SourceFile.read("/proc/version", limitInBytes: 10)
    }
  }

  @Test func `an empty file has no bytes`() throws {
    let folder = try TemporaryDirectory()
    #expect(try SourceFile.read(try folder.write("", to: "a.md")) == [])
  }

  @Test func `an absent file is not found, nor is one below a file`() throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write("", to: "a.md")
    for path in [folder.path + "/none.md", file + "/b.md", ""] {
      #expect(throws: FileError.notFound) { try SourceFile.read(path) }
    }
  }

  @Test func `a folder is no file`() throws {
    let folder = try TemporaryDirectory()
    #expect(throws: FileError.isDirectory) { try SourceFile.read(folder.path) }
  }

  /// A pipe without a writer would make a plain `open` wait forever.
  @Test(.timeLimit(.minutes(10)))
  func `a pipe does not hang`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o644) == 0)
    #expect(throws: FileError.notRegular) { try SourceFile.read(path) }
  }

  @Test func `a device is no file`() {
    #expect(throws: FileError.notRegular) { try SourceFile.read("/dev/zero") }
  }

  @Test func `a file over the limit is refused with both sizes`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("12345", to: "a.txt")
    #expect(throws: FileError.tooLarge(sizeInBytes: 5, limitInBytes: 4)) {
      try SourceFile.read(path, limitInBytes: 4)
    }
    #expect(try SourceFile.read(path, limitInBytes: 5).count == 5)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file that may not be read says why`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("x", to: "a.txt")
    chmod(path, 0)
    #expect(throws: FileError.system(EACCES)) {
      try SourceFile.read(path)
    }
  }

  @Test func `a file in a folder that is not there cannot be written`() throws {
    let folder = try TemporaryDirectory()
    #expect(throws: FileError.notFound) {
      try SourceFile.write([1], to: folder.path + "/none/a.txt")
    }
  }

  @Test func `a folder is not overwritten`() throws {
    let folder = try TemporaryDirectory()
    #expect(throws: FileError.system(EISDIR)) {
      try SourceFile.write([1], to: folder.path)
    }
  }
}

import SourceText
import Store
import TestSupport
import Testing

/// Compiled rules come back as they were, or not at all.
struct CacheFolderTests {
  private let folder: TemporaryDirectory
  private let cache: CacheFolder
  private let content = Array("a program of 61 bytes, so that the last block is a short one..".utf8)

  init() throws {
    folder = try TemporaryDirectory()
    cache = CacheFolder(folder: folder.path, build: "one")
    cache.store(content, as: "rules")
  }

  private var file: String {
    ((try? FileTree.files(below: folder.path) { _ in true }) ?? []).first ?? ""
  }

  @Test func `what was stored comes back`() throws {
    let kept = try #require(cache.load("rules"))
    #expect(Array(kept.bytes) == content)
    #expect(cache.load("other") == nil)
    #expect(CacheFolder(folder: folder.path, build: "two").load("rules") == nil)
  }

  @Test func `a change in any byte is noticed`() throws {
    let bytes = try SourceFile.read(file)
    #expect(bytes.count == content.count + 8)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      try SourceFile.write(damaged, to: file)
      #expect(cache.load("rules") == nil, "byte \(index)")
    }
    try SourceFile.write(Array(bytes.dropLast()), to: file)
    #expect(cache.load("rules") == nil)
    try SourceFile.write(bytes, to: file)
    #expect(cache.load("rules") != nil)
  }

  @Test func `a large file is looked through once, and again after any change`() throws {
    let large = CacheFolder(folder: folder.path, build: "one", lastingAfter: -1, largeInBytes: 16)
    #expect(try FileTree.files(below: folder.path) { _ in true }.count == 1)
    #expect(large.load("rules") != nil)
    #expect(try FileTree.files(below: folder.path) { _ in true }.count == 2)
    let again = try #require(large.load("rules"))
    withExtendedLifetime(again) { #expect(Array(again.bytes) == content) }
    let rules = try #require(
      try FileTree.files(below: folder.path) { $0.hasSuffix("-rules.rules") }.first)
    let whole = try SourceFile.read(rules)
    // A byte more: the clock of the file system may not have gone on since.
    try SourceFile.write([0] + whole, to: rules)
    #expect(large.load("rules") == nil)
    // What stands beside the file says nothing of it as it is now.
    try SourceFile.write(whole, to: rules)
    cache.store(Array("another stamp".utf8), as: "rules-whole")
    #expect(large.load("rules") != nil)
  }

  @Test func `a file that may not be on the disk yet is looked through each time`() throws {
    let fresh = CacheFolder(folder: folder.path, build: "one", largeInBytes: 16)
    #expect(fresh.load("rules") != nil)
    #expect(try FileTree.files(below: folder.path) { _ in true }.count == 1)
  }

  @Test func `a file under another name is not that file`() throws {
    let bytes = try SourceFile.read(file)
    cache.store([1, 2, 3], as: "other")
    let names = try FileTree.files(below: folder.path) { $0.contains("other") }
    try SourceFile.write(bytes, to: try #require(names.first))
    #expect(cache.load("other") == nil)
  }

  @Test func `what others may write is not believed`() throws {
    #expect(FileTree.setMode(0o666, of: file))
    #expect(cache.load("rules") == nil)
    #expect(FileTree.setMode(0o644, of: file))
    #expect(cache.load("rules") != nil)
  }
}

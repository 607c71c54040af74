import SourceText
import Store
import TestSupport
import Testing

/// Entries are found by all that went into them and by nothing less.
struct ResultCacheTests {
  private let folder: TemporaryDirectory
  private let cache: ResultCache

  init() throws {
    folder = try TemporaryDirectory()
    cache = ResultCache(folder: folder.path)
  }

  private var files: [String] {
    (try? FileTree.files(below: folder.path) { _ in true }) ?? []
  }

  @Test func `what was stored comes back`() {
    let key = ResultCache.Key(["a", "b"])
    #expect(cache.load(key) == nil)
    cache.store(Array("words".utf8), for: key)
    #expect(cache.load(key) == Array("words".utf8))
    cache.store([], for: key)
    #expect(cache.load(key) == [])
    #expect(files.count == 1)
  }

  @Test(arguments: [
    ["a", "c"], ["b", "a"], ["ab"], ["a", "b", ""], ["", "a", "b"], ["1:a", "b"],
  ])
  func `another part is another entry`(parts: [String]) {
    cache.store([1], for: ResultCache.Key(["a", "b"]))
    #expect(cache.load(ResultCache.Key(parts)) == nil)
    #expect(ResultCache.Key(parts).digest != ResultCache.Key(["a", "b"]).digest)
  }

  @Test func `nothing of the words stands in the file or its name`() throws {
    let words = "The Department will reserve two seats for women."
    let key = ResultCache.Key([words])
    cache.store(Array(words.utf8), for: key)
    let file = try #require(files.first)
    let bytes = try SourceFile.read(file)
    #expect(bytes.count == words.utf8.count + 16)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("seats"))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("The "))
  }

  @Test func `a file that was changed, cut off or exchanged counts as none`() throws {
    let key = ResultCache.Key(["a"])
    cache.store(Array(repeating: 7, count: 100), for: key)
    let file = try #require(files.first)
    let whole = try SourceFile.read(file)
    for index in [0, 50, 99, 100, 115] {
      var bytes = whole
      bytes[index] ^= 1
      try SourceFile.write(bytes, to: file)
      #expect(cache.load(key) == nil)
    }
    for count in [0, 1, 15, 16, 50, 115] {
      try SourceFile.write(Array(whole[..<count]), to: file)
      #expect(cache.load(key) == nil)
    }
    let other = ResultCache.Key(["b"])
    cache.store([1], for: other)
    let second = try #require(files.first { $0 != file })
    try SourceFile.write(try SourceFile.read(second), to: file)
    #expect(cache.load(key) == nil)
    #expect(cache.load(other) == [1])
  }

  @Test func `old entries make room`() {
    for index in 0..<20 { cache.store([1], for: ResultCache.Key(["\(index)"])) }
    cache.tidy(limit: 20)
    #expect(files.count == 20)
    cache.tidy(limit: 12)
    #expect(files.count == 9)
  }
}

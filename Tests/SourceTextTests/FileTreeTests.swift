import Glibc
import SourceText
import TestSupport
import Testing

@Suite struct FileTreeTests {
  private func names(
    below folder: TemporaryDirectory, accept: (String) -> Bool = { _ in true }
  ) throws -> [String] {
    try FileTree.files(below: folder.path, accept: accept)
      .map { String($0.dropFirst(folder.path.count + 1)) }
  }

  @Test func `files in depth, sorted by path`() throws {
    let folder = try TemporaryDirectory()
    for name in ["b.md", "a/z.md", "a/b/c.md", "é.md", "a.md"] { try folder.write("", to: name) }
    #expect(try names(below: folder) == ["a.md", "a/b/c.md", "a/z.md", "b.md", "é.md"])
  }

  @Test func `only accepted names`() throws {
    let folder = try TemporaryDirectory()
    for name in ["a.md", "a.txt", "sub.md/b.txt"] { try folder.write("", to: name) }
    #expect(try names(below: folder) { $0.hasSuffix(".md") } == ["a.md"])
  }

  @Test func `hidden files and folders are passed over`() throws {
    let folder = try TemporaryDirectory()
    for name in [".hidden.md", ".git/config.md", "a/.b/c.md", "seen.md"] {
      try folder.write("", to: name)
    }
    #expect(try names(below: folder) == ["seen.md"])
  }

  @Test func `links are not followed, neither to files nor to folders`() throws {
    let outside = try TemporaryDirectory()
    try outside.write("secret", to: "secret.md")
    let folder = try TemporaryDirectory()
    try folder.write("", to: "own.md")
    #expect(symlink(outside.path, folder.path + "/folder") == 0)
    #expect(symlink(outside.path + "/secret.md", folder.path + "/file.md") == 0)
    #expect(symlink(folder.path, folder.path + "/circle") == 0)
    #expect(try names(below: folder) == ["own.md"])
  }

  @Test func `a link that is named itself is followed`() throws {
    let outside = try TemporaryDirectory()
    try outside.write("", to: "a.md")
    let folder = try TemporaryDirectory()
    let link = folder.path + "/link"
    #expect(symlink(outside.path, link) == 0)
    #expect(try FileTree.files(below: link) { _ in true } == [link + "/a.md"])
    #expect(FileTree.kind(of: link) == .folder)
  }

  @Test func `what cannot be read is told`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("", to: "good.md")
    #expect(symlink("gone", folder.path + "/broken.md") == 0)
    #expect(symlink("loop.md", folder.path + "/loop.md") == 0)
    #expect(symlink("gone", folder.path + "/broken.txt") == 0)
    #expect(mkfifo(folder.path + "/pipe.md", 0o644) == 0)
    let name = folder.path.utf8CString.dropLast() + [0x2F, 0x61, -23, 0x2E, 0x6D, 0x64, 0]
    let descriptor = creat(Array(name), 0o644)
    #expect(descriptor >= 0)
    close(descriptor)
    var passedOver: [FileTree.PassedOver] = []
    let found = try FileTree.files(
      below: folder.path, passedOver: { passedOver.append($0) }, accept: { $0.hasSuffix(".md") })
    #expect(found == [folder.path + "/good.md"])
    #expect(
      Set(passedOver) == [
        FileTree.PassedOver(path: folder.path + "/broken.md", reason: .brokenLink),
        FileTree.PassedOver(path: folder.path + "/loop.md", reason: .brokenLink),
        FileTree.PassedOver(path: folder.path + "/pipe.md", reason: .notRegular),
        FileTree.PassedOver(path: folder.path + "/a\\xE9.md", reason: .name),
      ])
  }

  @Test func `two paths to one file have one place`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("", to: "a.md")
    #expect(link(folder.path + "/a.md", folder.path + "/b.md") == 0)
    let places = ["a.md", "./a.md", "b.md"].map { FilePlace(folder.path + "/" + $0) }
    #expect(places[0] != nil)
    #expect(Set(places).count == 1)
    #expect(FilePlace(folder.path + "/new.md") == FilePlace(folder.path + "//./new.md"))
    #expect(FilePlace(folder.path + "/new.md") != FilePlace(folder.path + "/old.md"))
    #expect(FilePlace(folder.path + "/none/new.md") == nil)
  }

  @Test(arguments: [
    ("a.md", "a.md"), ("./a//b/./c/", "a/b/c"), (".", "."), ("./", "."), ("/", "/"), ("", ""),
    ("//a/", "/a"), ("../a", "../a"), ("a/../b", "a/../b"),
  ])
  func plain(path: String, expected: String) { #expect(FileTree.plain(path) == expected) }

  @Test func `pipes are no files`() throws {
    let folder = try TemporaryDirectory()
    #expect(mkfifo(folder.path + "/pipe.md", 0o644) == 0)
    #expect(try names(below: folder) == [])
    #expect(FileTree.kind(of: folder.path + "/pipe.md") == .other)
  }

  @Test func `folders below the depth limit are not entered`() throws {
    let folder = try TemporaryDirectory()
    let levels = FileTree.depthLimit
    let last = Array(repeating: "d", count: levels).joined(separator: "/")
    try folder.write("", to: last + "/in.md")
    try folder.write("", to: last + "/d/out.md")
    #expect(try names(below: folder) == [last + "/in.md"])
  }

  @Test func `a folder that is absent or a file is refused`() throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write("", to: "a.md")
    #expect(throws: FileError.notFound) {
      try FileTree.files(below: folder.path + "/none") { _ in true }
    }
    #expect(throws: FileError.notRegular) { try FileTree.files(below: file) { _ in true } }
  }

  @Test func `an empty folder has no files`() throws {
    #expect(try names(below: try TemporaryDirectory()) == [])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a folder that may not be read is reported, the rest is listed`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("", to: "open/a.md")
    try folder.write("", to: "shut/b.md")
    chmod(folder.path + "/shut", 0)
    defer { chmod(folder.path + "/shut", 0o700) }
    var unreadable: [String] = []
    let found = try FileTree.files(
      below: folder.path, unreadable: { unreadable.append($0) }, accept: { _ in true })
    #expect(found == [folder.path + "/open/a.md"])
    #expect(unreadable == [folder.path + "/shut"])
  }

  @Test(arguments: [
    ("a", "b", "a/b"), ("a/", "b", "a/b"), ("a", "/b", "/b"), (".", "b", "b"), ("", "b", "b"),
    ("/", "b", "/b"),
  ])
  func `joining a folder and a name`(folder: String, name: String, path: String) {
    #expect(FileTree.join(folder, name) == path)
  }

  @Test(arguments: [
    ("a/b.md", "a", "b.md"), ("b.md", ".", "b.md"), ("/b.md", "/", "b.md"),
    ("/a/b/c", "/a/b", "c"), ("a/", "a", ""),
  ])
  func `the folder and the name of a path`(path: String, folder: String, name: String) {
    #expect(FileTree.folder(of: path) == folder)
    #expect(FileTree.name(of: path) == name)
  }
}

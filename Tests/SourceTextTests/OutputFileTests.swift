import SourceText
import TestSupport
import Testing

struct OutputFileTests {
  private func write(_ text: String, to file: OutputFile) -> Bool {
    var text = text
    return text.withUTF8 { file.write(UnsafeRawBufferPointer($0)) }
  }

  @Test func `a file appears when it is finished`() throws {
    let folder = try TemporaryDirectory()
    let path = (folder.path + "/out.txt")
    let file = try OutputFile(path)
    #expect(write("one ", to: file) && write("two", to: file))
    #expect(FileTree.kind(of: path) == nil)
    try file.finish()
    #expect(try SourceFile.read(path) == Array("one two".utf8))
  }

  @Test func `an unfinished file leaves no trace`() throws {
    let folder = try TemporaryDirectory()
    let path = (folder.path + "/out.txt")
    try SourceFile.write(Array("before".utf8), to: path)
    do {
      let file = try OutputFile(path)
      #expect(write("after", to: file))
    }
    #expect(try SourceFile.read(path) == Array("before".utf8))
    #expect(try FileTree.files(below: folder.path, unreadable: { _ in }) { _ in true } == [path])
  }

  @Test func `a folder that is not there and a folder in the way are errors`() throws {
    let folder = try TemporaryDirectory()
    #expect(throws: FileError.self) { _ = try OutputFile((folder.path + "/no/such/out.txt")) }
    #expect(throws: FileError.isDirectory) {
      _ = try OutputFile(folder.path)
    }
  }
}

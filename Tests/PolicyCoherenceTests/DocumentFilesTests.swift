import Glibc
import SourceText
import TestSupport
import Testing

@testable import PolicyCoherence

@Suite struct DocumentFilesTests {
  private func resolve(
    _ workspace: Workspace, _ paths: [String], exclude: [String] = []
  ) -> (files: [String], complaints: [String]) {
    var configuration = Configuration()
    configuration.exclude = exclude.map(workspace.path)
    var problems: [Diagnostic] = []
    let files = DocumentFiles(configuration: configuration)
      .resolve(paths.map(workspace.path), problems: &problems)
    return (
      files.map { $0.removing(workspace.folder.path + "/") }, workspace.complaints(problems)
    )
  }

  @Test func `a folder gives what a reader knows, sorted, without read-me files`() throws {
    let workspace = try Workspace([
      "p/b.md": "", "p/a.html": "", "p/c.txt": "", "p/d/e.markdown": "", "p/table.csv": "",
      "p/README.md": "", "p/License.txt": "", "p/.hidden.md": "", "p/coherence.yml": "",
    ])
    let (files, complaints) = resolve(workspace, ["p"])
    #expect(files == ["p/a.html", "p/b.md", "p/c.txt", "p/d/e.markdown"])
    #expect(complaints == [])
  }

  @Test func `a named file is always taken, once`() throws {
    let workspace = try Workspace(["p/README.md": "", "p/a.md": "", "p/x.bin": ""])
    let (files, complaints) = resolve(
      workspace, ["p/README.md", "p", "p/a.md", "p/x.bin"], exclude: ["p/README.md"])
    #expect(files == ["p/README.md", "p/a.md", "p/x.bin"])
    #expect(complaints == [])
  }

  @Test func `what is excluded is passed over in a folder`() throws {
    let workspace = try Workspace(["p/a.md": "", "p/drafts/b.md": "", "p/c.old.md": ""])
    #expect(resolve(workspace, ["p"], exclude: ["p/drafts", "*.old.md"]).files == ["p/a.md"])
  }

  @Test func `a folder without documents is a complaint`() throws {
    let workspace = try Workspace(["p/a.csv": ""])
    #expect(
      resolve(workspace, ["p"]).complaints == [
        """
        p: error: there is no document in the folder [no-documents]
        help: documents that can be read end with .docx, .html, .md, .odt, .pdf or .txt
        """
      ])
  }

  @Test func `what is not there, and what is no file, is a complaint; the rest is taken`() throws {
    let workspace = try Workspace(["a.md": ""])
    #expect(mkfifo(workspace.path("pipe.md"), 0o644) == 0)
    let (files, complaints) = resolve(workspace, ["none.md", "pipe.md", "a.md"])
    #expect(files == ["a.md"])
    #expect(
      complaints == [
        """
        none.md: error: there is no such file or folder [file-not-found]
        help: check the spelling and the working directory
        """,
        "pipe.md: error: expected a file, found a device, pipe or socket [not-a-file]",
      ])
  }
}

import SourceText
import TestSupport
import Testing

@testable import PolicyCoherence

/// Against this repository's own history, where there is one.
struct RevisionFolderTests {
  static let hasHistory =
    (try? Shell.run("git rev-parse --verify --quiet HEAD", in: Repository.root))?.exitStatus == 0

  @Test(.enabled(if: hasHistory))
  func `documents and their descriptions are laid out, and removed at the end`() throws {
    var path = ""
    do {
      let folder = try RevisionFolder("HEAD", below: Repository.path("Policies"))
      path = folder.path
      let files = try FileTree.files(below: path) { _ in true }
      #expect(files.contains(path + "/Policies/coherence.yml"))
      #expect(files.contains(path + "/Policies/plans/gac.en.md"))
      #expect(!files.contains { $0.hasSuffix("README.md") || $0.hasSuffix(".swift") })
    }
    #expect(FileTree.kind(of: path) == nil)
  }

  @Test(arguments: ["no-such-revision", "--all", "", "HEAD; true"])
  func `what is no revision is complained of`(name: String) throws {
    let error = #expect(throws: RevisionError.self) { try RevisionFolder(name, below: "") }
    #expect(error?.diagnostic.id == "unknown-revision")
  }
}

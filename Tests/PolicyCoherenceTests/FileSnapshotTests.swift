import PolicyCoherence
import SourceText
import TestSupport
import Testing

struct FileSnapshotTests {
  @Test func `a snapshot changes with what it looks at, and with nothing else`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("a", to: "plans/a.md")
    try folder.write("b", to: "rules.yml")
    let paths = [folder.path + "/plans", folder.path + "/rules.yml", folder.path + "/none.yml"]
    let out = folder.path + "/plans/out.sarif"
    let before = FileSnapshot(paths, ignoring: [out])
    #expect(FileSnapshot(paths, ignoring: [out]) == before)
    try folder.write("report", to: "plans/out.sarif")
    try folder.write("other", to: "other.md")
    #expect(FileSnapshot(paths, ignoring: [folder.path + "/./plans/out.sarif"]) == before)
    #expect(FileSnapshot(paths) != before)
    try folder.write("longer", to: "plans/a.md")
    let changed = FileSnapshot(paths, ignoring: [out])
    #expect(changed != before)
    try folder.write("c", to: "plans/c.md")
    #expect(FileSnapshot(paths, ignoring: [out]) != changed)
    FileTree.remove(folder.path + "/plans/c.md")
    #expect(FileSnapshot(paths, ignoring: [out]) == changed)
    FileTree.remove(folder.path + "/rules.yml")
    #expect(FileSnapshot(paths, ignoring: [out]) != changed)
  }
}

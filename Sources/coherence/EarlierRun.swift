import Checking
import PolicyCoherence
import Reporters
import SourceText

/// Makes a record of a version of the policies: by checking a folder, a file or a revision, or by reading a
/// saved report.
struct EarlierRun {
  let common: CommonOptions
  let run: RunOptions
  /// Folder below which documents of a revision are looked for; "" for everywhere.
  let below: String

  /// A version that was read.
  struct Made {
    var record: ReportRecord?
    /// What the documents state; `nil` for a saved report.
    var corpus: Corpus?
    var diagnostics: [Diagnostic]
  }

  func record(_ name: String) async -> Made {
    if FileTree.kind(of: name) == .file, name.lowercased().hasSuffix(".json") {
      do throws(SavedReportError) {
        return Made(record: try SavedReport.read(name, name: name), diagnostics: [])
      } catch {
        return Made(diagnostics: [error.diagnostic])
      }
    }
    if FileTree.kind(of: name) != nil {
      return await check(
        [name], workspaces: [name],
        root: FileTree.kind(of: name) == .folder ? name : FileTree.folder(of: name), name: name)
    }
    do throws(RevisionError) {
      let folder = try RevisionFolder(name, below: below)
      let place = FileTree.join(folder.path, below)
      let root = below.isEmpty ? folder.path : place
      let result = await check([root], workspaces: [folder.path, root], root: root, name: name)
      withExtendedLifetime(folder) {}
      return result
    } catch {
      return Made(diagnostics: [error.diagnostic])
    }
  }

  private func check(
    _ paths: [String], workspaces: [String], root: String, name: String
  ) async -> Made {
    var session = Session(common, paths: workspaces, looksUpPaths: false)
    let rules = session.compiledRules(common.rules)
    let report = await run.report(session: session, rules: rules, paths: paths, nearMisses: true)
    return Made(
      record: ReportRecord(report, name: name, root: root), corpus: report.corpus,
      diagnostics: report.diagnostics)
  }
}

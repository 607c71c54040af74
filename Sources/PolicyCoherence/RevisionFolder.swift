internal import RuleSets
package import SourceText

/// The documents of a git revision, laid out in a folder of their own for the time of a run.
///
/// Nothing in the repository changes: files are read from its store and written beside it, and no hook, filter
/// or attribute of the revision is applied.
package final class RevisionFolder: Sendable {
  /// Where the documents are; removed with the last reference.
  package let path: String

  /// Lays out what the revision holds below `below`, a path from the working directory ("" for everything).
  ///
  /// - Throws: A diagnostic when git is missing, the revision is unknown or nothing can be written.
  package init(_ revision: String, below: String) throws(RevisionError) {
    // A name that begins with a dash would be an option.
    guard !revision.isEmpty, !revision.hasPrefix("-"),
      let commit = try Self.git(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
    else { throw RevisionError(.unknown(revision)) }
    let id = commit.text.filter { !$0.isWhitespace }
    guard let folder = FileTree.makeTemporaryFolder() else { throw RevisionError(.unwritable) }
    path = folder
    let place = below.isEmpty || below == "." ? "." : below
    guard
      let list = try Self.git(["ls-tree", "-r", "-z", "--full-name", id, "--", place])
    else { throw RevisionError(.unknown(revision)) }
    for entry in list.output.split(separator: 0) {
      guard let (object, name) = Self.file(entry), DocumentFiles.isWanted(name) else { continue }
      guard let blob = try Self.git(["cat-file", "blob", object]) else { continue }
      let target = FileTree.join(folder, name)
      guard FileTree.makeFolder(FileTree.folder(of: target)),
        (try? SourceFile.write(blob.output, to: target)) != nil
      else { throw RevisionError(.unwritable) }
    }
  }

  deinit { FileTree.removeFolder(path) }

  /// The object and the path of a regular file in the listing; `nil` for links, submodules and paths that
  /// lead out.
  private static func file(_ entry: some Collection<UInt8>) -> (object: String, path: String)? {
    let text = String(decoding: entry, as: UTF8.self)
    guard let tab = text.firstIndex(of: "\t") else { return nil }
    let facts = text[..<tab].split(separator: " ")
    let path = String(text[text.index(after: tab)...])
    guard facts.count == 3, facts[0].hasPrefix("100"), facts[1] == "blob", !path.hasPrefix("/"),
      !path.split(separator: "/").contains("..")
    else { return nil }
    return (String(facts[2]), path)
  }

  /// What git says; `nil` when it fails.
  private static func git(_ arguments: [String]) throws(RevisionError) -> ToolProcess.Outcome? {
    do throws(ToolProcess.Problem) {
      let outcome = try ToolProcess.run(["git", "-c", "core.quotePath=false"] + arguments)
      return outcome.status == 0 ? outcome : nil
    } catch {
      throw RevisionError(error == .notStarted ? .noGit : .tooLarge)
    }
  }
}

/// Why a revision could not be laid out.
package struct RevisionError: Error {
  enum Kind {
    case noGit
    case unknown(String)
    case unwritable
    case tooLarge
  }

  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// The error in the words of a diagnostic.
  package var diagnostic: Diagnostic {
    switch kind {
    case .noGit:
      Diagnostic(
        id: "no-git",
        LocalizedText("git cannot be started", "git ne peut pas être lancé"),
        help: LocalizedText(
          "install git, or compare two folders or two saved reports",
          "installez git, ou comparez deux dossiers ou deux rapports enregistrés"))
    case .unknown(let revision):
      Diagnostic(
        id: "unknown-revision",
        LocalizedText(
          "there is no file, folder or revision '\(revision)'",
          "il n’y a ni fichier, ni dossier, ni révision « \(revision) »"),
        help: LocalizedText(
          "name a folder, a report saved with --format json, or a revision of the repository that you "
            + "are in",
          "nommez un dossier, un rapport enregistré avec --format json ou une révision du dépôt où vous "
            + "êtes"))
    case .unwritable:
      Diagnostic(
        id: "unwritable-file",
        LocalizedText(
          "the revision’s files cannot be laid out in the folder for temporary files",
          "les fichiers de la révision ne peuvent pas être déposés dans le dossier temporaire"),
        help: LocalizedText(
          "check that TMPDIR names a folder with room in it",
          "vérifiez que TMPDIR nomme un dossier où il y a de la place"))
    case .tooLarge:
      Diagnostic(
        id: "revision-too-large",
        LocalizedText(
          "a file of the revision is larger than 64 MiB, or git takes too long",
          "un fichier de la révision dépasse 64 Mio, ou git prend trop de temps"),
        help: LocalizedText(
          "name a folder below which to look with --below",
          "nommez avec --below un dossier sous lequel chercher"))
    }
  }
}

internal import RuleSets
package import SourceText

/// What has changed in a work tree of git since a revision, uncommitted changes and new files included.
///
/// Git is asked through bounded child processes. Nothing that a repository's own settings could start
/// (external differs, text converters, file system monitors, hooks) is let in.
package struct GitChanges: Sendable {
  /// How a file stands to what it was.
  package enum Change: Sendable, Equatable {
    case unchanged
    case new
    /// The file as it was, perhaps under another name.
    case changed(old: [UInt8])
  }

  private enum Status: Sendable {
    case new
    /// Path of the file as it was, from the root of the work tree.
    case changed(old: String)
  }

  /// The revision as the user named it.
  package let revision: String
  /// The commit that it stands for.
  package let commit: String
  private let root: String
  private let workingDirectory: String
  private let limitInBytes: Int
  /// By path from the root of the work tree.
  private let statuses: [String: Status]

  /// Asks git what has changed; `folder` is one of the work tree, and no file as it was may be larger than
  /// `limitInBytes`.
  ///
  /// - Throws: A diagnostic that says what git could not do, and what would help.
  package init(
    since revision: String, in folder: String, limitInBytes: Int = SourceFile.defaultLimitInBytes
  ) throws(GitProblem) {
    self.revision = revision
    self.limitInBytes = limitInBytes
    workingDirectory = FileTree.workingDirectory
    guard !revision.hasPrefix("-"), !revision.isEmpty else {
      throw GitProblem.unknownRevision(revision)
    }
    let top = try Self.git(in: folder, ["rev-parse", "--show-toplevel"])
    guard top.status == 0 else { throw GitProblem.noWorkTree(folder) }
    root = Self.line(top.output)
    let named = try Self.git(
      in: folder, ["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
    guard named.status == 0 else { throw GitProblem.unknownRevision(revision) }
    commit = Self.line(named.output)
    let differences = try Self.git(
      in: root,
      [
        "diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv", commit,
        "--",
      ])
    guard differences.status == 0 else { throw GitProblem.failed("diff") }
    let others = try Self.git(in: root, ["ls-files", "--others", "--exclude-standard", "-z"])
    guard others.status == 0 else { throw GitProblem.failed("ls-files") }
    var statuses = Self.statuses(differences.output)
    for path in Self.parts(others.output) { statuses[path] = .new }
    self.statuses = statuses
  }

  /// How a file stands, by its path as the user gave it; `nil` for one outside the work tree, of which git
  /// knows nothing.
  package func change(of path: String) throws(GitProblem) -> Change? {
    let full = FileTree.normalized(FileTree.join(workingDirectory, path))
    guard full.hasPrefix(root + "/") else { return nil }
    let relative = String(full.dropFirst(root.count + 1))
    switch statuses[relative] {
    case nil: return .unchanged
    case .new?: return .new
    case .changed(let old)?:
      let outcome = try Self.git(
        in: root, ["cat-file", "blob", "\(commit):\(old)"], limitInBytes: limitInBytes)
      guard outcome.status == 0 else { throw GitProblem.failed("cat-file") }
      return .changed(old: outcome.output)
    }
  }

  // MARK: Git

  private static func git(
    in folder: String, _ arguments: [String], limitInBytes: Int = 64 << 20
  ) throws(GitProblem) -> ToolProcess.Outcome {
    let command =
      ["git", "--no-optional-locks", "--no-pager", "-C", folder]
      + ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"] + arguments
    do {
      return try ToolProcess.run(command, limitInBytes: limitInBytes)
    } catch {
      switch error {
      case .notStarted: throw GitProblem.notStarted
      case .tooLong, .tooMuch: throw GitProblem.failed(arguments.first ?? "")
      }
    }
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  private static func parts(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads `--name-status -z`: a letter, then one path, or two after a rename or copy.
  private static func statuses(_ bytes: [UInt8]) -> [String: Status] {
    var statuses: [String: Status] = [:]
    var parts = parts(bytes)[...]
    while let letter = parts.popFirst()?.first, let path = parts.popFirst() {
      switch letter {
      case "A": statuses[path] = .new
      case "D": break
      case "R", "C": if let new = parts.popFirst() { statuses[new] = .changed(old: path) }
      default: statuses[path] = .changed(old: path)
      }
    }
    return statuses
  }
}

/// Why git could not say what has changed.
package struct GitProblem: Error, Sendable {
  package let diagnostic: Diagnostic

  private init(_ id: String, _ message: LocalizedText, help: LocalizedText) {
    diagnostic = Diagnostic(id: id, message, help: help)
  }

  static let notStarted = GitProblem(
    "git-missing",
    LocalizedText("git could not be started", "git n’a pas pu être lancé"),
    help: LocalizedText(
      "install git, or leave out '--changed-since'",
      "installez git, ou enlevez « --changed-since »"))

  static func noWorkTree(_ folder: String) -> GitProblem {
    GitProblem(
      "git-no-work-tree",
      LocalizedText(
        "'\(shown(folder))' is in no work tree that git may read",
        "« \(shown(folder)) » n’est dans aucun arbre de travail que git puisse lire"),
      help: LocalizedText(
        "run it where the documents are under version control",
        "lancez la commande là où les documents sont suivis"))
  }

  static func unknownRevision(_ revision: String) -> GitProblem {
    GitProblem(
      "git-unknown-revision",
      LocalizedText(
        "git knows no revision '\(shown(revision))'",
        "git ne connaît pas de révision « \(shown(revision)) »"),
      help: LocalizedText(
        "name a branch, a tag or a commit; a shallow clone must fetch it first",
        "nommez une branche, une étiquette ou un commit; un clone superficiel doit d’abord l’obtenir"
      ))
  }

  /// `part` is the command of git that failed, took too long or gave out too much.
  static func failed(_ part: String) -> GitProblem {
    GitProblem(
      "git-failed",
      LocalizedText("'git \(part)' failed", "« git \(part) » a échoué"),
      help: LocalizedText(
        "run it by hand to see why", "lancez-le à la main pour voir pourquoi"))
  }

  private static func shown(_ text: String) -> String {
    SourceExcerpt.sanitized(String(text.prefix(200)))
  }
}

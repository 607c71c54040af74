import ArgumentParser
import Documents
import PolicyCoherence
import RuleSets
import SourceText

/// A workspace file to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a coherence.yml that lists the documents of a folder.",
    discussion: """
      Looks at each document, writes down what it seems to be, and marks what was guessed, for you \
      to set right.

      EXAMPLES
        coherence init                 write ./coherence.yml
        coherence init plans           write plans/coherence.yml
        coherence init --print         only show it
      """)

  @Argument(help: ArgumentHelp("Folder with the documents.", valueName: "folder"))
  var folder = "."

  @Flag(name: .long, help: "Show the file instead of writing it.")
  var print = false

  @Flag(name: .long, help: "Replace an existing coherence.yml.")
  var force = false

  func run() throws {
    let draft: WorkspaceDraft
    do {
      draft = try WorkspaceDraft(folder: folder)
    } catch {
      Terminal.writeError(error.diagnostic(path: folder).rendered + "\n")
      throw ExitCode(ExitStatus.incomplete)
    }
    if print {
      Terminal.print(draft.text)
      return
    }
    let path = FileTree.join(folder, ConfigurationLoader.fileName)
    if FileTree.kind(of: path) != nil, !force {
      Terminal.writeError(
        Diagnostic(
          id: "file-exists", "there is a coherence.yml already", path: path,
          help: "use --force to replace it, or --print to see the draft"
        ).rendered + "\n")
      throw ExitCode(ExitStatus.incomplete)
    }
    do {
      try SourceFile.write(Array((draft.text + "\n").utf8), to: path)
    } catch {
      Terminal.writeError(error.diagnostic(path: path).rendered + "\n")
      throw ExitCode(ExitStatus.incomplete)
    }
    Terminal.print("\(path): \(draft.documentCount) documents")
  }
}

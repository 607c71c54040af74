internal import TestSupport
internal import Testing

/// Help in the language of the person who asks.
@Suite("Help in both languages", .enabled(if: Shell.hasProgram))
struct HelpLanguageTests {
  static let commands = [
    "", "baseline", "check", "evaluate", "explain", "gaps", "init", "rules", "rules docs",
    "rules lint",
    "rules list", "rules schema", "rules show", "rules test",
  ]

  private func help(_ command: String, _ setting: String) throws -> String {
    let run = try Shell.run("\(setting) coherence help \(command)", in: Repository.root)
    #expect(run.exitStatus == 0 && run.errorOutput.isEmpty, "\(run.errorOutput)")
    return run.output
  }

  @Test("a French locale gives French help", arguments: commands)
  func locale(_ command: String) throws {
    let english = try help(command, "LC_ALL= LANG=en_CA.UTF-8")
    let french = try help(command, "LC_ALL= LANG=fr_CA.UTF-8")
    #expect(try help(command, "LC_ALL=fr_CA.UTF-8 LANG=en_CA.UTF-8") == french)
    #expect(try help(command, "LC_ALL= LC_MESSAGES=fr_CA LANG=en_CA.UTF-8") == french)
    #expect(try help("\(command) --language fr", "") == french)
    #expect(try help("\(command) --language=fr", "LANG=en_CA.UTF-8") == french)
    #expect(english != french)
    #expect(Self.strangers(in: french) == [])
    #expect(!Self.strangers(in: english).isEmpty)
  }

  @Test("French help opens with what the command does")
  func opening() throws {
    let french = try help("check", "LC_ALL= LANG=fr_CA.UTF-8")
    // The width of the terminal decides where the lines end.
    let words = french.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(
      words.hasPrefix(
        "OVERVIEW: Vérifie des plans d’après les jeux de règles et signale ce qui leur manque."))
  }

  @Test("'--help' among the arguments speaks French too")
  func flag() throws {
    let run = try Shell.run("coherence check --language fr --help", in: Repository.root)
    #expect(run.output.contains("Fichiers et dossiers à vérifier."))
  }

  @Test("complaints about the command line are in both languages")
  func complaints() throws {
    let english = try Shell.run("coherence check --format jsn", in: Repository.root)
    #expect(english.errorOutput.hasPrefix("Error: unknown format 'jsn'; did you mean 'json'?\n"))
    let french = try Shell.run("coherence check --format jsn --language fr", in: Repository.root)
    #expect(
      french.errorOutput.hasPrefix(
        "Error: format inconnu «\u{A0}jsn\u{A0}»; vouliez-vous dire «\u{A0}json\u{A0}»?\n"))
    let jobs = try Shell.run("LC_ALL=fr_CA.UTF-8 coherence check -j 0", in: Repository.root)
    #expect(jobs.errorOutput.hasPrefix("Error: --jobs doit être d’au moins 1\n"))
  }

  /// English words in help, without those of the argument parser, which has English only.
  private static func strangers(in help: String) -> [String] {
    var text = help
    for words in [
      "Show help information.", "Show the version.", "for detailed help.", "(default:",
      "(values:", "coherence check", "coherence help", "  check", "  read", "  annotate", "--no-",
      "<subcommand>",
      "OVERVIEW:", "USAGE:", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "See '",
    ] {
      text = text.replacing(words, with: "")
    }
    return Translation.strangers(in: text)
  }
}

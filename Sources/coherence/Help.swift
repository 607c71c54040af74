import ArgumentParser
import SourceText

/// Help texts in the language of the person who asks for them.
///
/// Help is written before any option is read, so the language is taken from the words of the command
/// line themselves, else from the locale.
enum Help {
  static let language =
    named(in: CommandLine.arguments.dropFirst()) ?? Terminal.localeLanguage ?? .english

  /// A text in the language of help and of complaints about the command line.
  static func text(
    _ english: Wording<EnglishWording>, _ french: Wording<FrenchWording>
  ) -> String {
    LocalizedText(english, french)[language]
  }

  /// What an option or argument is for, and the name of its value.
  static func option(
    _ english: Wording<EnglishWording>, _ french: Wording<FrenchWording>,
    value: LocalizedText? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(text(english, french), discussion: "", valueName: value?[language])
  }

  /// The value of `--language` in the arguments, if it is one that we speak.
  static func named(in arguments: some Collection<String>) -> Language? {
    var previous = ""
    for argument in arguments {
      if argument == "--" { return nil }
      if previous == "--language" { return Language(rawValue: argument) }
      if argument.hasPrefix("--language=") {
        return Language(rawValue: String(argument.dropFirst("--language=".count)))
      }
      previous = argument
    }
    return nil
  }

  /// The arguments without `--language` where help is asked for: the library takes no options there.
  /// Arguments in which a file is no option, though its name begins as one does: "-plan.md".
  static func pathsApart(_ given: [String]) -> [String] {
    given.map { argument in
      let isShort = argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.count > 2
      return isShort && FileTree.kind(of: argument) != nil ? "./" + argument : argument
    }
  }

  static func arguments(_ given: [String]) -> [String] {
    guard given.first == "help" || given.contains("--help") || given.contains("-h") else {
      return given
    }
    var result: [String] = []
    var isValue = false
    for argument in given {
      if argument == "--language" {
        isValue = true
      } else if isValue {
        isValue = false
      } else if !argument.hasPrefix("--language=") {
        result.append(argument)
      }
    }
    return result
  }
}

/// Names of the values of options, as help shows them.
enum ValueName {
  static let path = LocalizedText("path", "chemin")
  static let file = LocalizedText("file", "fichier")
  static let formatAndFile = LocalizedText("format=file", "forme=fichier")
  static let revision = LocalizedText("revision", "révision")
  static let day = LocalizedText("yyyy-mm-dd", "aaaa-mm-jj")
  static let folder = LocalizedText("folder", "dossier")
  static let name = LocalizedText("name", "nom")
  static let text = LocalizedText("text", "texte")
  static let level = LocalizedText("level", "niveau")
  static let detail = LocalizedText("detail", "détail")
  static let count = LocalizedText(name: "n")
  static let id = LocalizedText(name: "id")
  static let idOrPlace = LocalizedText("id|file:line", "id|fichier:ligne")
  static let language = LocalizedText(name: "en|fr")
}

package import SourceText
internal import RuleSets

/// What a run reads, so that nothing of it is overwritten by what the run writes.
package struct OutputPlaces {
  /// What was read from a path, for messages.
  private enum Role {
    case document, configuration, rules, baseline

    var title: LocalizedText {
      switch self {
      case .document: LocalizedText("the document", "le document")
      case .configuration: LocalizedText("the configuration", "la configuration")
      case .rules: LocalizedText("the rule file", "le fichier de règles")
      case .baseline: LocalizedText("the baseline", "la référence")
      }
    }
  }

  private let configuration: Configuration
  private let paths: [String]
  private let rules: [String]
  private let baseline: String?

  /// `paths` are the documents and folders of documents, `rules` the rule files and folders of these.
  package init(
    _ configuration: Configuration, paths: [String], rules: [String], baseline: String? = nil
  ) {
    self.configuration = configuration
    self.paths = paths
    self.rules = rules
    self.baseline = baseline
  }

  /// Complaints of outputs that are one file with something that is read, or with one another; to be asked
  /// before anything is written.
  package func refusals(of outputs: [String]) -> [Diagnostic] {
    let outputs = outputs.filter { $0 != "-" && FileTree.kind(of: $0) != .other }
    var problems: [Diagnostic] = []
    var places: [FilePlace: String] = [:]
    for output in outputs {
      guard let place = FilePlace(output) else { continue }
      if let other = places.updateValue(output, forKey: place) {
        problems.append(
          Self.refusal(
            output,
            LocalizedText(
              "two outputs go to one file: '\(other)' and '\(output)'",
              "deux sorties vont dans un même fichier : « \(other) » et « \(output) »")))
      }
    }
    // A file that is not there yet is nothing that is read.
    guard outputs.contains(where: { FileTree.kind(of: $0) == .file }) else { return problems }
    for (input, role) in inputs {
      guard let place = FilePlace(input), let output = places[place] else { continue }
      problems.append(
        Self.refusal(
          output,
          LocalizedText(
            "the output '\(output)' would overwrite \(role.title) '\(input)'",
            "la sortie « \(output) » écraserait \(role.title) « \(input) »")))
    }
    return problems
  }

  private static func refusal(_ output: String, _ message: LocalizedText) -> Diagnostic {
    Diagnostic(
      id: "output-is-input", message, path: output,
      help: LocalizedText(
        "name another file; nothing was written",
        "nommez un autre fichier; rien n’a été écrit"))
  }

  private var inputs: [(path: String, Role)] {
    var unread: [Diagnostic] = []
    var found: [(path: String, Role)] = DocumentFiles(configuration: configuration)
      .resolve(paths, problems: &unread).map { ($0, .document) }
    let folders = paths.filter { FileTree.kind(of: $0) == .folder }
    let workspaces = folders.map { FileTree.join($0, ConfigurationLoader.fileName) }
    found += ([configuration.path].compactMap { $0 } + workspaces).map { ($0, .configuration) }
    for path in rules {
      let files = try? FileTree.files(below: path) { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
      found += (files ?? [path]).map { ($0, .rules) }
    }
    found += [baseline, configuration.baseline].compactMap { $0 }.map { ($0, .baseline) }
    return found.filter { FileTree.kind(of: $0.path) == .file }
  }
}

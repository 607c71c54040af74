internal import Checking
internal import Documents
internal import RuleSets
package import SourceText

/// A first `coherence.yml` for a folder of documents.
package struct WorkspaceDraft {
  package let text: String
  package let documentCount: Int

  /// Reads every document below `folder` and writes down what it seems to be, with comments in
  /// `language`.
  ///
  /// - Throws: `FileError` when the folder cannot be listed.
  package init(folder: String, language: Language = .english) throws(FileError) {
    guard FileTree.kind(of: folder) == .folder else { throw .notFound }
    var problems: [Diagnostic] = []
    let files = DocumentFiles(configuration: Configuration()).resolve([folder], problems: &problems)
    let detector = ProfileDetector(configuration: Configuration())
    var lines = [
      "# " + Self.opening[language],
      "# \(Self.kinds[language]) " + DocumentKind.allCases.map(\.rawValue).joined(separator: ", "),
      "format: 1", "fail-on: fix", "documents:",
    ]
    var count = 0
    for file in files {
      guard let source = try? SourceFile.read(file),
        let document = try? BuiltinReaders.read(path: file, source: source)
      else { continue }
      count += 1
      let profile = detector.profile(of: document)
      func line(_ key: String, _ value: String?) {
        guard let value else { return }
        let mark = profile.inferred.contains(key) ? "  # \(Self.guessed[language])" : ""
        lines.append("    \(key): \(Self.quoted(value))\(mark)")
      }
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      let name = file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
      lines.append("  - path: \(Self.quoted(name))")
      line("kind", profile.kind.rawValue)
      line("department", profile.department)
      line("language", profile.language.rawValue)
      line("period", profile.period)
    }
    if count == 0 { lines[lines.count - 1] = "documents: []" }
    text = lines.joined(separator: "\n")
    documentCount = count
  }

  private static let guessed = LocalizedText("guessed", "à vérifier")
  private static let kinds = LocalizedText("Kinds:", "Genres :")
  private static let opening = LocalizedText(
    "What each document is. Lines marked '# \(guessed)' were inferred: check them.",
    "Ce qu’est chaque document. Les lignes marquées « # \(guessed) » ont été déduites.")

  /// A YAML scalar: plain where that is safe, otherwise between double quotes.
  private static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty
      && value.allSatisfy {
        $0.isLetter || $0.isNumber || "-_./–".contains($0)
      } && value.first?.isLetter == true
    if isPlain && !["true", "false", "null", "yes", "no"].contains(value.lowercased()) {
      return value
    }
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case _ where !SourceExcerpt.isPrintable(scalar): escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }
}

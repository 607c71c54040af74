internal import SourceText

/// Sets of small documents with an incoherence planted in them, or with something that only looks like one.
///
/// A file `NAME.cases.md` begins with `# CHECKER`; each case begins with `## planted: …` or
/// `## lookalike: …`, each of its documents with `=== NAME kind=… department=…`, whose words go into the document's
/// front matter.
package struct CorpusCases: Sendable {
  package struct Case: Sendable {
    package var title: String
    /// True when the checker has something to find.
    package var isPlanted: Bool
    package var documents: [(path: String, source: [UInt8])]
  }

  /// Id of the checker that the cases are about.
  package var checker: String
  package var cases: [Case]

  package static let suffix = ".cases.md"

  /// Paths of all such files in a folder, sorted; the path itself when it is one.
  package static func files(at path: String) -> [String] {
    if path.hasSuffix(suffix) { return [path] }
    return ((try? FileTree.files(below: path) { $0.hasSuffix(suffix) }) ?? []).sorted()
  }

  /// The cases of a file's text; `nil` when it does not begin with the id of a checker.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix("# ") else { return nil }
    checker = String(first.dropFirst(2))
    cases = []
    for line in lines.dropFirst() {
      if line.hasPrefix("## planted: ") || line.hasPrefix("## lookalike: ") {
        let isPlanted = line.hasPrefix("## planted: ")
        cases.append(
          Case(
            title: String(line.drop { $0 != ":" }.dropFirst(2)), isPlanted: isPlanted,
            documents: []))
      } else if line.hasPrefix("=== "), !cases.isEmpty {
        let (name, frontMatter) = Self.opening(String(line.dropFirst(4)))
        cases[cases.count - 1].documents.append((name, Array(frontMatter.utf8)))
      } else if let last = cases.indices.last, let document = cases[last].documents.indices.last {
        cases[last].documents[document].source += Array(line.utf8) + [0x0A]
      }
    }
  }

  /// "plan.md kind=nap department=Coastal Agency" as a name and front matter.
  private static func opening(_ line: String) -> (name: String, frontMatter: String) {
    var name = ""
    var keys: [(String, String)] = []
    for word in line.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1)
      if name.isEmpty {
        name = String(word)
      } else if parts.count == 2 {
        keys.append((String(parts[0]), String(parts[1])))
      } else if let last = keys.indices.last {
        keys[last].1 += " " + word
      }
    }
    return (name, "---\n" + keys.map { "\($0.0): \($0.1)\n" }.joined() + "---\n")
  }
}

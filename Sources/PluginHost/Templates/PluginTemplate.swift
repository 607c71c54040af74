/// The files of a new plugin that works as it stands, with its test.
package struct PluginTemplate: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case python
    case swift
  }

  /// A file of the plugin.
  package struct File: Sendable {
    /// From the plugin's folder.
    package var path: String
    package var text: String
    package var isProgram = false
  }

  package var files: [File]
  /// What to do next, as command lines.
  package var steps: [String]

  /// A plugin with this id, which is also the name of its folder.
  ///
  /// `package` is where a Swift plugin finds the library: a path or an address.
  package init(_ kind: Kind, id: String, package place: String) {
    switch kind {
    case .python:
      files = [
        File(path: "\(id).py", text: Self.fill(Self.python, id, place), isProgram: true),
        File(path: "coherence_plugin.py", text: PythonLibrary.text),
        File(path: "test_plugin.py", text: Self.fill(Self.pythonTest, id, place)),
      ]
      steps = [
        "cd \(id) && python3 -m unittest",
        "coherence plugin trust \(id)/\(id).py --with \(id)/coherence_plugin.py",
        "coherence plugin test \(id)/\(id).py",
      ]
    case .swift:
      files = [
        File(path: "Package.swift", text: Self.fill(Self.swiftPackage, id, place)),
        File(path: "Sources/Plugin/Plugin.swift", text: Self.fill(Self.swift, id, place)),
        File(
          path: "Sources/PluginMain/Main.swift", text: Self.fill(Self.swiftMain, id, place)),
        File(
          path: "Tests/PluginTests/PluginTests.swift", text: Self.fill(Self.swiftTest, id, place)),
      ]
      steps = [
        "cd \(id) && swift test",
        "cd \(id) && swift build -c release --static-swift-stdlib",
        "coherence plugin trust \(id)/.build/release/\(id)",
        "coherence plugin test \(id)/.build/release/\(id)",
      ]
    }
  }

  /// True for an id that a checker may have.
  package static func isID(_ id: String) -> Bool { PluginNaming.isID(id) }

  private static func fill(_ text: String, _ id: String, _ place: String) -> String {
    let dependency =
      place.contains("://")
      ? ".package(url: \"\(place)\", branch: \"main\")" : ".package(path: \"\(place)\")"
    let name = place.split(separator: "/").last.map(String.init) ?? "coherence"
    let identity = name.hasSuffix(".git") ? String(name.dropLast(4)) : name
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstRange(of: "<<"),
      let close = rest[open.upperBound...].firstRange(of: ">>")
    {
      result += rest[..<open.lowerBound]
      switch rest[open.upperBound..<close.lowerBound] {
      case "id": result += id
      case "dependency": result += dependency
      case "identity": result += identity
      case let other: result += "<<" + other + ">>"
      }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private static let python = """
    #!/usr/bin/env python3
    \"\"\"Reports sentences that say 'as appropriate': nobody can tell later whether it was.\"\"\"

    import re

    from coherence_plugin import Checker, Kind, run, words

    VAGUE = {
        "en": re.compile(r"\\bas (?:appropriate|needed|required)\\b", re.IGNORECASE),
        "fr": re.compile(r"\\b(?:au besoin|s’il y a lieu|s'il y a lieu)", re.IGNORECASE),
    }


    class Plugin(Checker):
        id = "<<id>>"
        version = "0.1.0"
        title = words("Vague limits", "Limites vagues")
        rationale = words(
            "A promise that holds as appropriate cannot be checked. Quotations may be wrong.",
            "Une promesse tenue au besoin ne se vérifie pas. Le constat peut être faux pour une citation.")
        kinds = [
            Kind("vague-limit", "note",
                 words("'{words}' leaves open when", "« {words} » ne dit pas quand"),
                 words("say in which case", "dire dans quel cas")),
        ]

        def check(self, document):
            for block in document.blocks:
                for match in VAGUE[block.language].finditer(block.text):
                    yield self.finding(
                        "vague-limit", block.passage(*match.span()), words=match.group())


    if __name__ == "__main__":
        run(Plugin)

    """

  private static let pythonTest = """
    \"\"\"Run with: python3 -m unittest\"\"\"

    import importlib
    import unittest

    from coherence_plugin import Document

    Plugin = importlib.import_module("<<id>>").Plugin


    class PluginTest(unittest.TestCase):
        def test_finds_both_languages(self):
            for text, language, quote in [
                ("Report as appropriate.", "en", "as appropriate"),
                ("Rendre compte au besoin.", "fr", "au besoin"),
            ]:
                document = Document.of(text, language=language)
                findings = list(Plugin().check(document))
                self.assertEqual([finding["place"]["quote"] for finding in findings], [quote])

        def test_finds_nothing_else(self):
            self.assertEqual(list(Plugin().check(Document.of("Report each March."))), [])


    if __name__ == "__main__":
        unittest.main()

    """

  private static let swiftPackage = """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "<<id>>",
      products: [.executable(name: "<<id>>", targets: ["PluginMain"])],
      dependencies: [<<dependency>>],
      targets: [
        .target(
          name: "Plugin",
          dependencies: [.product(name: "CoherencePlugin", package: "<<identity>>")]),
        .executableTarget(
          name: "PluginMain",
          dependencies: [
            "Plugin", .product(name: "CoherencePlugin", package: "<<identity>>"),
          ]),
        .testTarget(
          name: "PluginTests",
          dependencies: [
            "Plugin", .product(name: "CoherencePlugin", package: "<<identity>>"),
          ]),
      ]
    )

    """

  private static let swift = """
    import CoherencePlugin

    /// Reports sentences that say 'as appropriate': nobody can tell later whether it was.
    public struct Plugin: PluginChecker {
      public static let declaration = Declaration(
        id: "<<id>>", version: "0.1.0", title: Words("Vague limits", "Limites vagues"),
        rationale: Words(
          "A promise that holds as appropriate cannot be checked. Quotations may be wrong.",
          "Une promesse tenue au besoin ne se vérifie pas. Le constat peut être faux pour une citation."
        ),
        findings: [
          .init(
            "vague-limit", level: .note,
            message: Words("'{words}' leaves open when", "« {words} » ne dit pas quand"),
            help: Words("say in which case", "dire dans quel cas"))
        ])

      private static let phrases = ["en": "as appropriate", "fr": "au besoin"]

      public init(options: [String: String]) {}

      public func check(_ document: PluginDocument) -> [PluginFinding] {
        document.blocks.enumerated().flatMap { index, block -> [PluginFinding] in
          guard let phrase = Self.phrases[block.language] else { return [] }
          return block.text.ranges(of: phrase).map { range in
            let start = block.text.utf8.distance(from: block.text.startIndex, to: range.lowerBound)
            return PluginFinding(
              "vague-limit",
              at: .passage(in: document, block: index, start..<start + phrase.utf8.count),
              arguments: ["words": .text(phrase)])
          }
        }
      }
    }

    """

  private static let swiftMain = """
    import CoherencePlugin
    import Plugin

    @main enum Main {
      static func main() { Plugin.main() }
    }

    """

  private static let swiftTest = """
    import CoherencePlugin
    import Plugin
    import Testing

    @Test("both languages", arguments: [
      ("Report as appropriate.", "en", 1), ("Rendre compte au besoin.", "fr", 1),
      ("Report each March.", "en", 0),
    ])
    func finds(_ text: String, _ language: String, _ count: Int) {
      let document = PluginDocument(
        path: "test.md", language: language,
        blocks: [.init(kind: "paragraph", language: language, text: text)])
      #expect(Plugin(options: [:]).check(document).count == count)
    }

    """
}

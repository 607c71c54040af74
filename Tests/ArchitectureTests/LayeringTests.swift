internal import SourceText
internal import TestSupport
internal import Testing

/// Imports point down, and modules of one level never import each other.
@Suite("Layers")
struct LayeringTests {
  /// The level of each module; what is not named here may not stand in `Sources`.
  static let levels: [String: Int] = [
    "CLibYAML": 0, "CMarkdown": 0, "CHTML": 0, "CStemmer": 0, "CNettle": 0,
    "CXML": 0, "CDeflate": 0, "CAllocator": 0, "CSandbox": 0,
    "JSON": 1, "SourceText": 1,
    "CoherencePlugin": 2, "YAML": 2, "Documents": 2, "Matching": 2,
    "RuleSets": 3,
    "Judging": 4,
    "Facts": 5,
    "Checking": 6,
    "Checkers": 7, "PluginHost": 7, "Reporters": 7, "Store": 7,
    "PolicyCoherence": 8,
    "Evaluation": 9,
    "coherence": 10,
  ]

  /// The one file that speaks to each C library.
  static let libraryFiles: [String: String] = [
    "CLibYAML": "Sources/YAML/YAMLParser.swift",
    "CMarkdown": "Sources/Documents/Readers/MarkdownEvents.swift",
    "CHTML": "Sources/Documents/Readers/HTMLTree.swift",
    "CXML": "Sources/Documents/Office/XMLStream.swift",
    "CDeflate": "Sources/Documents/Office/Inflation.swift",
    "CStemmer": "Sources/Matching/Stemmer.swift",
    "CNettle": "Sources/SourceText/SHA256Digest.swift",
    "CAllocator": "Sources/SourceText/FreedMemory.swift",
    "CSandbox": "Sources/PluginHost/Process/PluginProcess.swift",
  ]

  /// Modules of the system that any file may use; Foundation is not among them.
  static let system: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization", "Dispatch"]

  /// Modules from elsewhere, with the one module of ours that may see each.
  static let external: [String: String] = ["ArgumentParser": "coherence"]

  struct Import: Sendable, Hashable {
    var file: String
    var line: Int
    var module: String

    var importer: String { String(file.split(separator: "/")[1]) }
    var place: String { "\(file):\(line)" }
  }

  static let imports: [Import] = {
    let files = (try? Repository.files(below: "Sources") { $0.hasSuffix(".swift") }) ?? []
    return files.flatMap { file in
      ((try? Repository.text(file)) ?? "")
        .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .withoutTexts
        .compactMap { number, line in
          importedModule(line).map { Import(file: file, line: number + 1, module: $0) }
        }
    }
  }()

  /// The module that a line imports; `nil` for any other line.
  static func importedModule(_ line: Substring) -> String? {
    var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    words.removeAll { $0.hasPrefix("@") || modifiers.contains($0) }
    guard words.first == "import", words.count > 1 else { return nil }
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "var", "let",
    ]
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return name.split(separator: ".").first.map(String.init)
  }

  @Test(
    "an import is recognised in each of its forms",
    arguments: [
      ("import YAML", "YAML"), ("package import SourceText", "SourceText"),
      ("  internal import Glibc", "Glibc"), ("@testable import Matching", "Matching"),
      ("private import struct Foundation.Data", "Foundation"),
      ("@_exported public import RuleSets", "RuleSets"),
    ])
  func recognised(_ line: String, _ module: String) {
    #expect(Self.importedModule(line[...]) == module)
  }

  @Test(
    "a line that only speaks of imports is none", arguments: ["// import YAML", "imports(x)", ""])
  func notRecognised(_ line: String) {
    #expect(Self.importedModule(line[...]) == nil)
  }

  @Test("every module in Sources has a level, and every level its module")
  func modulesAreKnown() throws {
    let folders = Set(
      try Repository.files(below: "Sources").compactMap {
        $0.split(separator: "/").dropFirst().first.map(String.init)
      })
    #expect(folders.sorted() == Self.levels.keys.sorted())
    #expect(Self.imports.count > 50, "the scan must see the imports at all")
  }

  @Test("imports point down")
  func importsPointDown() {
    for item in Self.imports {
      guard let from = Self.levels[item.importer] else { continue }
      if let to = Self.levels[item.module] {
        #expect(to < from, "\(item.place): \(item.importer) may not import \(item.module)")
      } else if let owner = Self.external[item.module] {
        #expect(owner == item.importer, "\(item.place): only \(owner) may import \(item.module)")
      } else {
        #expect(
          Self.system.contains(item.module),
          "\(item.place): \(item.module) is neither ours nor the system's; Foundation stays out")
      }
    }
  }

  @Test("each C library is seen where it is wrapped", arguments: libraryFiles.sorted { $0 < $1 })
  func librariesAreWrapped(_ library: String, _ file: String) {
    let files = Set(Self.imports.filter { $0.module == library }.map(\.file))
    #expect(files == [file])
  }

  @Test("above the rule sets, only the library for others reads YAML")
  func yamlStaysLow() {
    let users = Set(Self.imports.filter { $0.module == "YAML" }.map(\.importer))
    #expect(users.subtracting(["RuleSets", "PluginHost", "PolicyCoherence", "Evaluation"]).isEmpty)
  }

  @Test("the manifest declares every module that is imported, and no other of ours")
  func manifestMatches() throws {
    let manifest = try Repository.text("Package.swift")
    for name in Self.levels.keys {
      #expect(manifest.contains("\"\(name)\""), "Package.swift does not name \(name)")
    }
  }
}

extension Sequence where Element == (offset: Int, element: Substring) {
  /// The lines that are code: those inside a text of several lines import nothing.
  fileprivate var withoutTexts: [(offset: Int, element: Substring)] {
    let mark = "\"\"\""
    var end: String?
    return filter { _, line in
      if let closing = end {
        if line.contains(closing) { end = nil }
        return false
      }
      let isRaw = line.contains("#" + mark)
      if isRaw || line.ranges(of: mark).count % 2 == 1 { end = isRaw ? mark + "#" : mark }
      return true
    }
  }
}

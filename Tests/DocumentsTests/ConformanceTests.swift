import Documents
import JSON
import SourceText
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the conformance suites and sample documents are; tests that need them are skipped without.
let corpusFolder: String? = getenv("COHERENCE_CORPUS").map { String(cString: $0) }

/// Runs over suites and documents that are not part of this repository.
@Suite(.enabled(if: corpusFolder != nil)) struct ConformanceTests {
  /// The CommonMark specification's own examples: Markdown in, HTML out.
  @Test func commonMarkExamplesKeepTheirText() throws {
    let folder = try #require(corpusFolder)
    let spec = try SourceFile.read(folder + "/conformance/commonmark/spec.txt")
    let examples = Self.examples(in: String(decoding: spec, as: UTF8.self))
    #expect(examples.count > 600)
    var equal = 0
    for example in examples {
      let document = try BuiltinReaders.read(path: "e.md", source: Array(example.markdown.utf8))
      #expect(DocumentInvariants.faults(in: document) == [], "\(example.markdown)")
      let ours = Self.words(of: document)
      let wanted = Self.words(ofHTML: example.html)
      if ours == wanted {
        equal += 1
      } else if getenv("COHERENCE_SHOW") != nil {
        print("---\n\(example.markdown)ours:   \(ours)\nwanted: \(wanted)")
      }
    }
    // The rest are raw HTML that is no prose (scripts, comments), HTML that is read over blank lines,
    // links to the same page, and what a later version of the specification changed.
    print("CommonMark: \(equal) of \(examples.count) examples with equal text")
    #expect(equal * 100 >= examples.count * 96)
  }

  /// The samples of the HTML tokenizer tests: each is read, and those in the ordinary state must give the
  /// characters that the tokenizer has to find, as far as they are prose.
  @Test func tokenizerSamplesAreRead() throws {
    let folder = try #require(corpusFolder)
    let path = folder + "/conformance/html5lib/tokenizer"
    var read = 0
    var compared = 0
    var equal = 0
    for name in Self.files(in: path) where name.hasSuffix(".test") {
      let tests = try JSONParser.parse(try SourceFile.read(path + "/" + name))
      for test in (tests["tests"] ?? tests["xmlViolationTests"] ?? .null).elements {
        guard let input = test["input"]?.string else { continue }
        read += 1
        guard
          let document = try? HTMLReader().read(
            Array(input.utf8), path: "a.html", options: ReadingOptions())
        else { continue }
        #expect(DocumentInvariants.faults(in: document) == [], "\(name)")
        guard test["initialStates"] == nil, test["doubleEscaped"] == nil,
          name != "xmlViolation.test"
        else { continue }
        compared += 1
        let wanted = (test["output"] ?? .null).elements.compactMap { token in
          token.elements.first?.string == "Character" ? token.elements.last?.string : nil
        }
        if Self.words(of: document) == Self.joined(wanted.joined()) {
          equal += 1
        } else if getenv("COHERENCE_SHOW") != nil {
          print("---\n\(name) \(input)\nours:   \(Self.words(of: document))\nwanted: \(wanted)")
        }
      }
    }
    // The rest are characters that are no text: controls, and what is left out at the end of raw text.
    print("html5lib: \(read) samples read, \(equal) of \(compared) with equal text")
    #expect(equal * 100 >= compared * 95)
  }

  /// pandoc's own Word files: every one gives a document or a diagnostic.
  @Test func wordFilesAreRead() throws {
    let path = try #require(corpusFolder) + "/documents/docx/pandoc"
    var read = 0
    let names = Self.files(in: path).filter { $0.hasSuffix(".docx") }
    for name in names {
      let source = try SourceFile.read(path + "/" + name)
      guard let document = try? BuiltinReaders.read(path: name, source: source) else { continue }
      #expect(DocumentInvariants.faults(in: document) == [], "\(name)")
      read += 1
    }
    print("Word files: \(read) of \(names.count) read")
    #expect(read == names.count)
  }

  @Test(arguments: ["documents/html/gcweb", "documents/html/gc-templates", "laws", "hansard"])
  func documentsAreRead(_ folder: String) throws {
    let path = try #require(corpusFolder) + "/" + folder
    var count = 0
    for name in Self.files(in: path) where !name.hasSuffix(".csv") {
      let source = try SourceFile.read(path + "/" + name)
      let document = try BuiltinReaders.read(path: name, source: source)
      #expect(DocumentInvariants.faults(in: document) == [], "\(name)")
      #expect(document.blocks.count > 5, "\(name)")
      // French pages of the component library are in part still English.
      if name.contains(".fr.") {
        #expect(document.language == .french, "\(name)")
      }
      count += 1
    }
    #expect(count > 0)
  }

  // MARK: Helpers

  private static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func examples(in spec: String) -> [(markdown: String, html: String)] {
    let fence = String(repeating: "`", count: 32)
    var examples: [(String, String)] = []
    var current: (markdown: String, html: String)?
    var isHTML = false
    for line in spec.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == fence + " example" {
        current = ("", "")
        isHTML = false
      } else if line == fence, let example = current {
        examples.append(example)
        current = nil
      } else if current != nil {
        let text = line.replacing("→", with: "\t") + "\n"
        if line == "." {
          isHTML = true
        } else if isHTML {
          current?.html += text
        } else {
          current?.markdown += text
        }
      }
    }
    return examples
  }

  private static func words(of document: Document) -> String {
    joined(document.blocks.indices.map { document.string(ofBlock: $0) }.joined(separator: "\n"))
  }

  /// The text between the tags, character references resolved.
  private static func words(ofHTML html: String) -> String {
    var text = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[open...]
      let close = rest.firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      let tag = rest[...close]
      let isBlock = ["p", "h", "l", "u", "o", "b", "t", "/p", "/h", "/l", "/u", "/o", "/b"]
        .contains { tag.dropFirst().hasPrefix($0) }
      if isBlock { text += " " }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    for (name, value) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(name, with: value)
    }
    return joined(text)
  }

  private static func joined(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}

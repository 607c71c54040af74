internal import SourceText
internal import TestSupport
internal import Testing

/// What is true of the work tree as a whole.
@Suite("Work tree")
struct RepositoryTests {
  static let tracked: [String] = (try? Repository.trackedFiles()) ?? []

  static let pages: [String] =
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].filter(exists)
    + ((try? Repository.files(below: "Documentation") { $0.hasSuffix(".md") }) ?? [])

  static func exists(_ relative: String) -> Bool {
    FileTree.kind(of: Repository.path(relative)) != nil
  }

  @Test("no file holds the path of somebody's own folder")
  func noAbsolutePaths() throws {
    // Put together here, so that this file does not find itself.
    let needles = ["/home" + "/", "/root" + "/", "/Users" + "/", "/work" + "/"]
    for file in Self.tracked where FileTree.kind(of: Repository.path(file)) == .file {
      let bytes = try SourceFile.read(Repository.path(file))
      guard !bytes.prefix(4096).contains(0) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      for needle in needles {
        for position in text.ranges(of: needle) {
          // A web address or a folder of ours may well hold such a part; a full path starts a word.
          let before = text[..<position.lowerBound].last
          let startsWord =
            before.map { !$0.isLetter && !$0.isNumber && !"-._/".contains($0) } ?? true
          let isInvented = text[position.upperBound...].hasPrefix("someone")
          #expect(!startsWord || isInvented, "\(file) holds \(needle)")
        }
      }
    }
  }

  @Test("nothing that a build makes is under version control")
  func noBuildProducts() {
    let unwanted = ["Package.resolved", ".DS_Store"]
    for file in Self.tracked {
      #expect(!unwanted.contains(FileTree.name(of: file)), "\(file) is made by a tool")
      #expect(!file.hasPrefix(".build"), "\(file) is made by the build")
    }
  }

  @Test("the changelog opens with what is not released yet")
  func changelog() throws {
    let headings = try Repository.text("CHANGELOG.md").split(separator: "\n")
      .filter { $0.hasPrefix("## ") }
    #expect(headings.first == "## [Unreleased]")
  }

  @Test("every file that a page links to exists", arguments: pages)
  func links(_ page: String) throws {
    for target in Self.linkTargets(try Repository.text(page)) {
      #expect(
        Self.exists(FileTree.join(FileTree.folder(of: page), target)),
        "\(page) links to \(target), which does not exist")
    }
  }

  /// Relative targets of Markdown links, without their fragments; code blocks do not count.
  static func linkTargets(_ text: String) -> [String] {
    var targets: [String] = []
    var isCode = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode else { continue }
      var rest = line
      while let open = rest.firstRange(of: "]("),
        let close = rest[open.upperBound...].firstIndex(of: ")")
      {
        let target = rest[open.upperBound..<close].prefix { $0 != "#" && $0 != " " }
        if !target.isEmpty, !target.contains("://"), !target.hasPrefix("mailto:") {
          targets.append(String(target))
        }
        rest = rest[close...]
      }
    }
    return targets
  }

  @Test("link targets are found outside code only")
  func linkTargetsAreFound() {
    let text = "a [b](c.md#d) [e](https://f) [g](#h)\n```\n[i](j)\n```\n[k](l/m.md)"
    #expect(Self.linkTargets(text) == ["c.md", "l/m.md"])
  }

  @Test("scripts can be executed")
  func scripts() throws {
    let scripts = Self.tracked.filter {
      $0.hasPrefix("Scripts/") || $0 == ".ci/run" || $0 == "Benchmarks/run" || $0 == "Fuzz/run"
    }
    #expect(scripts.contains("Scripts/bootstrap") && scripts.contains(".ci/run"))
    let quoted = scripts.map { "'\($0)'" }.joined(separator: " ")
    let run = try Shell.run("ls -l \(quoted) | grep -v '^-rwx'", in: Repository.root)
    #expect(run.output == "", "not executable: \(run.output)")
  }
}

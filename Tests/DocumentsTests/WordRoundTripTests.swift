import Documents
import SourceText
import TestSupport
import Testing

/// LibreOffice, where it is installed: the nearest there is to a person who opens the file.
enum LibreOffice {
  static let isInstalled: Bool = {
    let outcome = try? ToolProcess.run(["soffice", "--version"], seconds: 60)
    return outcome?.status == 0
  }()

  /// Converts a file of a folder to another format and returns what was written.
  static func convert(
    _ name: String, to format: String, in folder: TemporaryDirectory
  ) throws -> [UInt8] {
    let profile = "-env:UserInstallation=file://" + folder.path + "/profile"
    let outcome = try ToolProcess.run(
      [
        "soffice", profile, "--headless", "--convert-to", format, "--outdir", folder.path + "/out",
        folder.path + "/" + name,
      ], seconds: 120)
    #expect(outcome.status == 0, "\(outcome.text)")
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    return try SourceFile.read(folder.path + "/out/" + stem + "." + format)
  }
}

@Suite("Annotated Word files as other programs see them")
struct WordRoundTripTests {
  private static let passages = [
    "This plan is illustrative.", "fund training for staff:", "Staff are trained",
    "Les résultats seront ventilés selon le sexe.",
  ]

  /// The plan of the six formats with comments on the whole, a sentence, an item, a table row and a
  /// sentence inside a French paragraph.
  private func annotated() throws -> [UInt8] {
    let source = try SixFormatsTests.source("plan.docx")
    let document = try BuiltinReaders.read(path: "plan.docx", source: source)
    var comments = [
      WordComment(
        position: nil, paragraphs: ["The whole plan.", "Why: <because> & so on."], language: "en-CA"
      )
    ]
    for (index, passage) in Self.passages.enumerated() {
      let text = Array(passage.utf8)
      let start = try #require(
        document.text.indices.first { document.text[$0...].starts(with: text) })
      let position = try #require(document.place(ofTextRange: start..<start + text.count).position)
      guard case .paragraph(let place) = position else { continue }
      comments.append(
        WordComment(
          position: place, paragraphs: ["Comment \(index)", "Pourquoi : « parce que »"],
          language: "fr-CA"))
    }
    return try WordAnnotator(source).annotated(with: comments)
  }

  @Test("an annotated file keeps to the rules of the format; so does one annotated twice")
  func rules() throws {
    let once = try annotated()
    #expect(try WordPackageRules.faults(in: once) == [])
    let twice = try WordAnnotator(once).annotated(with: [])
    #expect(try WordPackageRules.faults(in: twice) == [])
    // The rules can tell: a mark without its comment, and a comment without its mark.
    let archive = try ZipArchive(once)
    var broken: [(name: String, contents: [UInt8])] = []
    for entry in archive.entries {
      let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
        .replacing("<w:commentRangeStart w:id=\"1\"/>", with: "")
        .replacing("<w:comment w:id=\"2\"", with: "<w:comment w:id=\"9\"")
      broken.append((entry.name, Array(text.utf8)))
    }
    #expect(
      try WordPackageRules.faults(in: StoredArchive.bytes(broken)) == [
        "the comment 1 is not marked once", "the comment 9 is not marked once",
        "the text refers to the comment 2",
      ])
  }

  @Test(
    "LibreOffice opens it, prints it, and gives every comment back with its words",
    .enabled(if: LibreOffice.isInstalled))
  func throughLibreOffice() throws {
    let folder = try TemporaryDirectory()
    let source = try annotated()
    let before = try BuiltinReaders.read(path: "plan.docx", source: source)
    #expect(before.remarks.count == Self.passages.count + 1)
    try folder.write(source, to: "plan.docx")

    let after = try BuiltinReaders.read(
      path: "plan.docx", source: try LibreOffice.convert("plan.docx", to: "docx", in: folder))
    #expect(after.remarks.map(\.author) == before.remarks.map(\.author))
    #expect(after.remarks.map { words($0.text) } == before.remarks.map { words($0.text) })
    #expect(
      after.remarks.map { words(after.string(of: $0.textRange)) }
        == before.remarks.map { words(before.string(of: $0.textRange)) })
    #expect(SixFormatsTests.blocks(after) == SixFormatsTests.blocks(before))

    let printed = try LibreOffice.convert("plan.docx", to: "pdf", in: folder)
    #expect(printed.starts(with: Array("%PDF-".utf8)))
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

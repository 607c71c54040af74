import Documents
import SourceText
import TestSupport
import Testing

/// Office files and PDFs that are damaged, mislabelled or made to harm.
@Suite("Hostile office files")
struct HostileOfficeTests {
  private func id(_ bytes: [UInt8], _ path: String = "plan.docx") -> String {
    do throws(ReadingError) {
      let document = try BuiltinReaders.read(path: path, source: bytes)
      return DocumentInvariants.faults(in: document).first ?? "read"
    } catch {
      let diagnostic = error.diagnostic(path: path, source: bytes)
      #expect(diagnostic.help != nil)
      return diagnostic.id
    }
  }

  private let plain = WordFile(WordFile.paragraph("We will act."))

  @Test("every way of cutting a file off is said")
  func truncated() {
    let bytes = plain.bytes
    for length in stride(from: 1, to: bytes.count, by: 37) {
      let found = id(Array(bytes.prefix(length)))
      #expect(found != "read", "cut at \(length)")
    }
    #expect(id([]) == "empty-file" && id([], "plan.pdf") == "empty-file")
    #expect(id([], "plan.odt") == "empty-file")
  }

  @Test("a damaged byte is found, or changes nothing")
  func damaged() {
    var bytes = plain.bytes
    let index = bytes.firstRange(of: Array("We will".utf8))?.lowerBound ?? 0
    bytes[index] = 0x58
    #expect(id(bytes) == "damaged-file")
  }

  @Test(
    "the wrong name for a file is told apart by content",
    arguments: [
      ("plan.docx", "%PDF-1.4 x", "wrong-format"), ("plan.docx", "plain text", "wrong-format"),
      ("plan.pdf", "PK\u{3}\u{4}word/", "wrong-format"), ("plan.odt", "{\\rtf1 x}", "wrong-format"),
      ("plan.docx", "PK\u{3}\u{4}nothing else", "damaged-file"),
    ])
  func mislabelled(_ path: String, _ text: String, _ expected: String) {
    #expect(id(Array(text.utf8), path) == expected)
  }

  @Test("a Word file without its extension is read all the same")
  func noExtension() {
    #expect(id(plain.bytes, "plan") == "read")
  }

  @Test("password protection, of Word, OpenDocument and archives")
  func encrypted() {
    let name = Array("EncryptedPackage".utf8).flatMap { [$0, 0 as UInt8] }
    let compound: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 512) + name
    #expect(id(compound) == "encrypted")
    let manifest =
      "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
      + "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    let odt = StoredArchive.bytes([
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
      ("content.xml", [1, 2, 3]), ("META-INF/manifest.xml", Array(manifest.utf8)),
    ])
    #expect(id(odt, "plan.odt") == "encrypted")
    var bytes = plain.bytes
    for mark in [[0x50, 0x4B, 1, 2] as [UInt8], [0x50, 0x4B, 3, 4]] {
      for start in bytes.indices where bytes[start...].starts(with: mark) {
        bytes[start + (mark[2] == 1 ? 8 : 6)] |= 1
      }
    }
    #expect(id(bytes) == "encrypted")
  }

  @Test("entities are never defined, inside or outside")
  func entities() {
    for entity in [
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE x>",
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
    ] {
      var file = WordFile("")
      file.parts = [("word/document2.xml", entity + "<x>&a;</x>")]
      #expect(id(file.bytes(mainPart: "word/document2.xml")) == "document-type")
    }
  }

  @Test("deep nesting, of elements, tables and text boxes")
  func deep() {
    let table = "<w:tbl><w:tr><w:tc>"
    let box = "<w:p><w:r><w:txbxContent>"
    for piece in ["<w:sdt>", "<x>", table, box, "<w:ins>"] {
      let body = String(repeating: piece, count: 100_000)
      #expect(["too-deep", "damaged-file"].contains(id(WordFile(body).bytes)))
    }
  }

  @Test("what is wrong inside a part has no line of the archive")
  func noLine() {
    let source = WordFile(String(repeating: "<w:sdt>", count: 1_000)).bytes
    do {
      _ = try BuiltinReaders.read(path: "plan.docx", source: source)
      Issue.record("a thousand elements in each other were read")
    } catch {
      let diagnostic = error.diagnostic(path: "plan.docx", source: source)
      #expect(diagnostic.id == "too-deep")
      #expect(diagnostic.rendered(in: .english).hasPrefix("plan.docx: error: elements of 'word/"))
    }
  }

  @Test("names that lead out of the archive lead nowhere, and the first of two pieces counts")
  func names() throws {
    var file = plain
    file.parts.append(("../../../tmp/out.xml", "x"))
    file.parts.append(("/etc/passwd", "x"))
    file.relationships.append(("styles", "../../../../etc/passwd"))
    #expect(id(file.bytes) == "read")
    file.parts.append(("word/document.xml", "<x/>"))
    #expect(try file.document().string(ofBlock: 0) == "We will act.")
  }

  @Test("bounds on pieces, on what they unpack to, and on cells")
  func bounds() {
    var limits = ReadingLimits()
    limits.entries = 2
    #expect(throws: ReadingError.tooManyEntries(limit: 2)) {
      try plain.document(ReadingOptions(limits: limits))
    }
    limits = ReadingLimits()
    limits.expandedSizeInBytes = 100
    #expect(throws: ReadingError.self) { try plain.document(ReadingOptions(limits: limits)) }
    let wide = "<w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>"
    let rows = WordFile.table([[wide + WordFile.paragraph("a"), WordFile.paragraph("b")]])
    #expect(id(WordFile(rows).bytes) == "too-many-columns")
  }

  @Test("malformed XML is said with its part and line")
  func malformed() throws {
    let error = #expect(throws: ReadingError.self) {
      try WordFile("<w:p></w:r>").document()
    }
    let diagnostic = try #require(error).diagnostic(path: "plan.docx", source: [])
    #expect(
      diagnostic.rendered(in: .english).hasPrefix(
        "plan.docx: error: file is damaged: 'word/document.xml' is no well-formed XML at line 1"))
  }

  @Test("random bytes behind each mark")
  func random() {
    var state: UInt64 = 1
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    for path in ["plan.docx", "plan.odt"] {
      for _ in 0..<200 {
        let tail = (0..<400).map { _ in next() }
        #expect(id(Array("PK\u{3}\u{4}".utf8) + tail, path) != "read")
      }
    }
    // Small changes to a sound file: read or refused, never a crash.
    let sound = plain.bytes
    for _ in 0..<400 {
      var bytes = sound
      for _ in 0..<4 { bytes[Int(next()) * 7 % bytes.count] = next() }
      _ = id(bytes)
    }
  }
}

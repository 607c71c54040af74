import Documents

/// Half of the inputs are whole files; the others are the body of a Word file, which is what an invented
/// archive never gets to. Whatever is read is annotated too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if bytes.first == 0x3C {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    bytes = Invariants.parted(bytes)
    let head = "<w:document xmlns:w=\"\(space)\" xmlns:mc=\"\(compatible)\"><w:body>"
    bytes = StoredArchive.bytes([
      ("word/document.xml", Array(head.utf8) + bytes + Array("</w:body></w:document>".utf8))
    ])
  }
  Invariants.read(bytes, format: .docx)
  Invariants.same(bytes, DOCXReader(), DOCXReader(shortens: false))
  let wanted = ParagraphPosition(
    part: "word/document.xml", paragraph: 1 + count % 5, lastParagraph: 1 + count % 7, start: 0,
    end: count % 50)
  let comment = WordComment(position: wanted, paragraphs: ["a & b"], language: "en-CA")
  guard let once = try? WordAnnotator(bytes).annotated(with: [comment]) else { return 0 }
  Invariants.read(once, format: .docx)
  let twice = try? WordAnnotator(once).annotated(with: [comment])
  precondition(twice == once, "annotating twice changes the file")
  return 0
}

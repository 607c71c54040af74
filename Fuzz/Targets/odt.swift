import Documents

/// Whole files, and contents of an ODT file, which is what an invented archive never gets to.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if bytes.first == 0x3C {
    bytes = Invariants.parted(bytes)
    var head = "<office:document-content"
    for name in ["office", "text", "table", "style"] {
      head += " xmlns:\(name)=\"urn:oasis:names:tc:opendocument:xmlns:\(name):1.0\""
    }
    head += " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\">"
    bytes = StoredArchive.bytes([
      ("content.xml", Array(head.utf8) + bytes + Array("</office:document-content>".utf8))
    ])
  }
  Invariants.read(bytes, format: .odt)
  Invariants.same(bytes, ODTReader(), ODTReader(shortens: false))
  return 0
}

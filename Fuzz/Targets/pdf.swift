import Documents

/// Tables of words as `pdftotext` writes them: what stands on the pages is the author's to choose.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let table = Array(UnsafeBufferPointer(start: start, count: count))
  guard let document = try? PDFReader.document(ofWordTable: table, path: "fuzz") else { return 0 }
  Invariants.check(document)
  return 0
}

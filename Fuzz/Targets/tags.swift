import Documents

/// Any bytes as the file whose tags say what the words of two pages are.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let file = Array(UnsafeBufferPointer(start: start, count: count))
  let limits = ReadingLimits(sizeInBytes: 1 << 20, expandedSizeInBytes: 1 << 22)
  guard
    let document = try? PDFReader.document(
      ofWordTable: words, tags: file, path: "fuzz", options: ReadingOptions(limits: limits))
  else { return 0 }
  Invariants.check(document)
  return 0
}

/// What `pdftotext -tsv` would write of two pages with six lines of four words each.
private let words: [UInt8] = {
  var rows = ""
  for page in 1...2 {
    rows += "1\t\(page)\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t###PAGE###\n"
    for line in 0..<6 {
      let top = 100 + 12 * line
      rows += "3\t\(page)\t0\t\(line)\t0\t0\t50\t\(top)\t500\t10\t-1\t###FLOW###\n"
      rows += "4\t\(page)\t0\t\(line)\t0\t0\t50\t\(top)\t500\t10\t-1\t###LINE###\n"
      for (index, word) in ["1.", "We", "will", "act."].enumerated() {
        rows +=
          "5\t\(page)\t0\t\(line)\t0\t\(index)\t\(50 + 40 * index)\t\(top)\t35\t10\t100\t\(word)\n"
      }
    }
  }
  return Array(rows.utf8)
}()

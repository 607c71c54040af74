import Documents

/// Any bytes, read as a file of this format; the parser is given less than there is, which must make no difference.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: start, count: count))
  Invariants.read(source, format: .markdown)
  // In md4c 0.4.8 an item of a list that begins with code ends too soon when it stands at one offset of 256, another
  // item when the offsets are others: what does not stay when lines are put before is its own.
  for lines in 0..<8 where !makesADifference([UInt8](repeating: 0x0A, count: lines) + source) {
    return 0
  }
  preconditionFailure("what is left out makes a difference")
}

private func makesADifference(_ source: [UInt8]) -> Bool {
  let options = ReadingOptions()
  let shortened = try? MarkdownReader().read(source, path: "a.md", options: options)
  let whole = try? MarkdownReader(shortens: false).read(source, path: "a.md", options: options)
  guard let shortened, let whole else { return (shortened == nil) != (whole == nil) }
  let same = shortened.blocks.elementsEqual(whole.blocks) {
    $0.kind == $1.kind && $0.level == $1.level && $0.textRange == $1.textRange
      && $0.leadIn == $1.leadIn && $0.heading == $1.heading
  }
  return !same || shortened.text != whole.text
}

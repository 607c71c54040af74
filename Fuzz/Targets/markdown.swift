import Documents

/// Any bytes, read as a file of this format; the parser is given less than there is, which must make no difference.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: start, count: count))
  Invariants.read(source, format: .markdown)
  let shortened = try? MarkdownReader().read(source, path: "a.md", options: ReadingOptions())
  let whole = try? MarkdownReader(shortens: false)
    .read(source, path: "a.md", options: ReadingOptions())
  precondition(shortened?.text == whole?.text, "the text differs")
  let (blocks, expected) = (shortened?.blocks ?? [], whole?.blocks ?? [])
  precondition(
    blocks.elementsEqual(expected) {
      $0.kind == $1.kind && $0.level == $1.level && $0.textRange == $1.textRange
        && $0.leadIn == $1.leadIn && $0.heading == $1.heading
    }, "the blocks differ")
  return 0
}

import Documents

/// Any bytes, read as a file of this format.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  Invariants.read(Array(UnsafeBufferPointer(start: start, count: count)), format: .markdown)
  return 0
}

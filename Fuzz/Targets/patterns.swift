import Matching
import SourceText

/// Each line of the input is a pattern; the whole input is then the text that they look for themselves in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: min(count, 4096)))
  for language in Language.allCases {
    var patterns: [TokenPattern] = []
    var entries: [TokenPattern] = []
    for line in bytes.split(separator: 0x0A, maxSplits: 40) {
      let text = String(decoding: line, as: UTF8.self)
      do { patterns.append(try PatternParser.parse(text, language: language)) } catch {
        precondition(!error.message.isEmpty)
      }
      if let entry = try? PatternParser.parseListEntry(text, language: language) {
        entries.append(entry)
      }
    }
    let lists = [
      PatternList(name: "a", entries: entries), PatternList(name: "b", entries: patterns),
    ]
    let (program, problems) = MatchProgram.compile(
      language: language, lists: lists, patterns: patterns)
    for problem in problems { precondition(!problem.message.isEmpty) }
    Invariants.scan(
      bytes, units: [UnitRange(start: 0, end: bytes.count)], program: program)
  }
  return 0
}

import Matching
import SourceText

/// Fixed patterns of every kind over any text, in units of one line, each the context of the next.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var units: [UnitRange] = []
  var lineStart = 0
  for (offset, byte) in bytes.enumerated() where byte == 0x0A {
    units.append(UnitRange(start: lineStart, end: offset, context: units.count - 1))
    lineStart = offset + 1
  }
  units.append(UnitRange(start: lineStart, end: count, context: units.count - 1))
  for (language, program) in programs {
    Invariants.scan(bytes, units: units, program: program)
    bytes.withUnsafeBufferPointer { text in
      var end = 0
      for token in Tokenizer.tokens(in: text, range: 0..<count, language: language) {
        precondition(token.start >= end && token.start < token.end && token.end <= count)
        end = token.end
      }
    }
  }
  return 0
}

private let sources: [(Language, [String])] = [
  (
    .english,
    [
      "women", "=SEA", "\"zero tolerance\"", "(seat|advisory group) ~3 women?", "* peace",
      "plan & not budget", "fund &4 girls", "lead not before (to|agency)",
      "gender not after (this|that)", "train ~2 (troops|peace keepers)", "defence organise",
    ]
  ),
  (
    .french,
    [
      "femme", "employé", "l' égalité", "(siège|groupe consultatif) ~3 femme?", "* paix",
      "plan & not budget", "fonds &4 fille", "œuvre", "agent ~2 (paix|sécurité)", "=Casques",
    ]
  ),
]

private let programs: [(Language, MatchProgram)] = sources.map { language, texts in
  let patterns = texts.compactMap { try? PatternParser.parse($0, language: language) }
  precondition(patterns.count == texts.count, "a pattern of the target itself is refused")
  return (
    language, MatchProgram.compile(language: language, lists: [], patterns: patterns).program
  )
}

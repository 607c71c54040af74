import Checking
import Evaluation
import Glibc
import PolicyCoherence
import Reporters
import RuleSets

/// Documents that stand together, in the form of `Evaluation/coherence`, through everything from reading to the
/// reports: judge, facts and all checkers.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let example = CorpusCases("# check\n" + text)?.cases.first else { return 0 }
  let report = check.run(texts: example.documents)
  for finding in report.findings {
    guard let place = finding.place else { continue }
    precondition(place.line > 0 && place.column > 0, "a finding stands nowhere")
  }
  // One of them for each input, chosen by its length.
  for reporter in BuiltinReporters.all[(count % BuiltinReporters.all.count)...].prefix(1) {
    let isHarmless = reporter.text(of: report).utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
    }
    precondition(isHarmless, "a terminal could be told to do something")
  }
  return 0
}

private let check = CoherenceCheck(
  configuration: Configuration(),
  rules: CompiledRules.compile(RuleSetLoader().load(paths: ["Rules"])).0)

/// Changes words and numbers instead of bytes, most of the time: bytes make no facts.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: CUnsignedInt
) -> Int {
  var random = SeededNumbers(seed: seed)
  if Int.random(in: 0..<8, using: &random) == 0 { return mutateBytes(bytes, count, limit) }
  var pieces = WordPieces.split(UnsafeBufferPointer(start: bytes, count: count))
  for _ in 0..<Int.random(in: 1...6, using: &random) {
    guard !pieces.isEmpty else { break }
    WordPieces.change(&pieces, &random)
  }
  let changed = pieces.joined().prefix(limit)
  for (offset, byte) in changed.enumerated() { bytes[offset] = byte }
  return changed.count
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

/// A text in words, numbers, blanks and marks.
private enum WordPieces {
  static let numbers = [
    "0", "1", "00", "12", "31", "99.999", "100", "1325", "1999", "2026-27", "2026-2025",
    "2147483648",
    "9,9,9,9", "999999999999999999999999", "18446744073709551616", "1 000 000 000", "½",
    "0.0000001",
    "2026-13-45", "10000", "20260", "3.14.15",
  ].map { Array($0.utf8) }
  static let words = [
    "", "|", "| |", "\n", "\n\n", "- ", "# ", "$", "%", " M$", "\"", "« ", " »", "’", ".", ";", ":",
    "(", ")",
    "[x]", "\t", "\u{A0}", " not ", " all ", " per cent", " million", " billion billion",
    " of which ",
    " respectively ", " years", " by ", " from ", " to ", "April 31, 2027", " Goal 7",
    " resolution 0 (0)", "Q9",
  ].map { Array($0.utf8) }

  static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var last = 3
    for byte in bytes {
      let kind: Int
      switch byte {
      case 0x30...0x39: kind = 0
      case 0x41...0x5A, 0x61...0x7A, 0x80...: kind = 1
      default: kind = 2
      }
      if kind == last, kind < 2 {
        pieces[pieces.count - 1].append(byte)
      } else {
        pieces.append([byte])
      }
      last = kind
    }
    return pieces
  }

  static func change(_ pieces: inout [[UInt8]], _ random: inout SeededNumbers) {
    let place = Int.random(in: pieces.indices, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1:
      let digits = pieces.indices.filter { (0x30...0x39).contains(pieces[$0].first ?? 0) }
      if let chosen = digits.randomElement(using: &random) {
        pieces[chosen] = numbers.randomElement(using: &random) ?? []
      }
    case 2: pieces[place] = words.randomElement(using: &random) ?? []
    case 3: pieces.insert(words.randomElement(using: &random) ?? [], at: place)
    case 4: pieces.insert(numbers.randomElement(using: &random) ?? [], at: place)
    case 5:
      let count = Int.random(in: 1...12, using: &random)
      pieces.removeSubrange(place..<min(place + count, pieces.count))
    default:
      let from = Int.random(in: pieces.indices, using: &random)
      let count = Int.random(in: 1...30, using: &random)
      pieces.insert(contentsOf: pieces[from..<min(from + count, pieces.count)], at: place)
    }
  }
}

/// The same numbers for the same seed.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: CUnsignedInt) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import SourceText
import Testing

@testable import Matching

/// Patterns compiled and run over units, with what they found as text.
struct Matching {
  let program: MatchProgram
  let problems: [PatternProblem]

  init(
    _ patterns: [String], lists: [(String, [String])] = [], language: Language = .english
  ) throws {
    let lists = try lists.map { name, entries in
      PatternList(
        name: name,
        entries: try entries.map { try PatternParser.parseListEntry($0, language: language) })
    }
    (program, problems) = MatchProgram.compile(
      language: language, lists: lists,
      patterns: try patterns.map { try PatternParser.parse($0, language: language) })
  }

  /// The matches in one unit.
  func matches(in text: String) -> [UnitMatch] { matches(in: [(text, -1)]) }

  /// The matches in units, each given with its context; the units stand one directly after the other.
  func matches(in units: [(String, Int)], scanner: MatchScanner? = nil) -> [UnitMatch] {
    var bytes: [UInt8] = []
    var ranges: [UnitRange] = []
    for (text, context) in units {
      let start = bytes.count
      bytes += text.utf8
      ranges.append(UnitRange(start: start, end: bytes.count, context: context))
    }
    return Self.scan(bytes, ranges, scanner ?? MatchScanner(program))
  }

  static func scan(
    _ bytes: [UInt8], _ units: [UnitRange], _ scanner: MatchScanner
  ) -> [UnitMatch] {
    var matches: [UnitMatch] = []
    bytes.withUnsafeBufferPointer { bytes in
      units.withUnsafeBufferPointer { units in
        scanner.scan(text: bytes, units: units, into: &matches)
      }
    }
    return matches
  }

  /// The text of the matches in one unit, first sides only.
  func found(in text: String) -> [String] { found(in: [(text, -1)]) }

  func found(in units: [(String, Int)]) -> [String] {
    let bytes = units.flatMap { Array($0.0.utf8) }
    return matches(in: units).map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
  }
}

/// Whether one pattern is found in one unit.
func finds(
  _ pattern: String, in text: String, _ language: Language = .english,
  lists: [(String, [String])] = []
) throws -> Bool {
  try !Matching([pattern], lists: lists, language: language).matches(in: text).isEmpty
}

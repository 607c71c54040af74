import Matching
import SourceText

/// Words and phrases alone: no reading, no sentences, no judging.
///
/// Other tools are given the same text and the same phrases in the same run, so that the ratios hold
/// whatever the machine.
struct EngineBenchmark {
  var folder: String
  var sizeInBytes: Int
  var runs: Int

  private static let seed: UInt64 = 11

  func measure(into figures: inout Figures) throws {
    let megabytes = Double(sizeInBytes) / 1e6
    let path = folder + "/sentences.txt"
    var english = Corpus(french: false, seed: 1)
    try Files.write(english.sentences(sizeInBytes: sizeInBytes), to: path)
    let wordCount = try speed(["wc", "-w", path], megabytes)
    figures.add("wc", "wc -w, English", wordCount, .megabytesPerSecond)
    var englishRate = 0.0
    for count in [1000, 2000, 20_000] {
      let phrases = Phrases(count: count, gapped: count * 17 / 100, seed: Self.seed)
      if count == 2000 {
        let list = folder + "/phrases.txt"
        try Files.write(Array((phrases.literals.joined(separator: "\n") + "\n").utf8), to: list)
        figures.add(
          "ripgrep", "rg -c -F -i -f, the same 2,000 phrases",
          try speed(["rg", "-j1", "-c", "-F", "-i", "-f", list, path], megabytes, runs: 1),
          .megabytesPerSecond)
      }
      let (rate, matches) = try match(phrases.patterns, .english, try Files.read(path))
      figures.add(
        "engine-en-\(count)", "words and phrases, English, \(count) phrases", rate,
        .megabytesPerSecond, .atLeast(200))
      figures.add(
        "matches-en-\(count)", "matches per megabyte, English, \(count) phrases", matches, .count)
      if count == 1000 { englishRate = rate }
      if count == 2000 {
        figures.add(
          "engine-to-wc", "words and phrases to wc -w, English, 2000 phrases", rate / wordCount,
          .ratio, .atLeast(1.5))
      }
      if count == 20_000 {
        figures.add(
          "engine-20000-to-1000", "20,000 phrases to 1,000: how flat the cost is",
          rate / englishRate, .ratio, .atLeast(0.9))
      }
    }
    var french = Corpus(french: true, seed: 2)
    let (rate, _) = try match(
      Phrases(count: 2000, gapped: 340, seed: Self.seed).patterns, .french,
      french.sentences(sizeInBytes: sizeInBytes))
    figures.add(
      "engine-fr-2000", "words and phrases, French, 2000 phrases", rate, .megabytesPerSecond,
      .atLeast(200))
  }

  /// Median megabytes a second from cold tables, and matches per megabyte.
  private func match(
    _ patterns: [String], _ language: Language, _ text: [UInt8]
  ) throws -> (rate: Double, matchesPerMegabyte: Double) {
    let parsed = try patterns.map { try PatternParser.parse($0, language: language) }
    let (program, problems) = MatchProgram.compile(language: language, lists: [], patterns: parsed)
    if let problem = problems.first(where: { $0.severity == .error }) {
      throw Child.Failure(description: "a generated phrase is refused: \(problem.message)")
    }
    var units: [UnitRange] = []
    var start = 0
    for (offset, byte) in text.enumerated() where byte == 0x0A {
      units.append(UnitRange(start: start, end: offset))
      start = offset + 1
    }
    var matches: [UnitMatch] = []
    let seconds = (0..<runs).map { _ in
      // A new scanner each time: every word is met for the first time once a run.
      matches.removeAll(keepingCapacity: true)
      return Clock.seconds {
        let scanner = MatchScanner(program)
        text.withUnsafeBufferPointer { text in
          units.withUnsafeBufferPointer { scanner.scan(text: text, units: $0, into: &matches) }
        }
      }
    }
    let megabytes = Double(text.count) / 1e6
    return (megabytes / Clock.median(seconds), Double(matches.count) / megabytes)
  }

  private func speed(
    _ arguments: [String], _ megabytes: Double, runs count: Int? = nil
  ) throws -> Double {
    megabytes
      / Clock.median(try (0..<(count ?? runs)).map { _ in try Child.run(arguments).wallSeconds })
  }
}

import Checking
import RuleSets
import SourceText
import Testing

@testable import PolicyCoherence

@Suite struct WaiverReachTests {
  private func place(_ path: String, _ start: Int, _ end: Int) -> FindingPlace {
    FindingPlace(
      path: path, line: 1, column: 1, span: SourceSpan(start: start, end: end), headingPath: [],
      quote: "q", language: .english)
  }

  private func waiver(_ start: Int, _ end: Int, targets: [String] = ["a"]) throws -> Waiver {
    Waiver(
      targets: targets, reason: "R", owner: "O",
      expires: try #require(CalendarDay(iso: "2030-01-01")),
      scope: .document(path: "p.md", span: SourceSpan(start: start, end: end), words: "w"),
      place: place("p.md", start, end))
  }

  private func finding(_ start: Int, _ end: Int, requirement: String? = nil) -> Finding {
    Finding(
      checker: "a", kind: "k", level: .note, requirement: requirement,
      place: place("p.md", start, end), path: "p.md")
  }

  @Test func `a finding is asked about against the comments beside it only`() throws {
    let waivers = try (0..<2000).map { try waiver($0 * 10, $0 * 10 + 8) }
    let reach = WaiverReach(waivers)
    #expect(reach.candidates(for: finding(5002, 5004)) == [500])
    #expect(reach.candidates(for: finding(5008, 5010)) == [])
    let asked = (0..<2000).reduce(0) {
      $0 + reach.candidates(for: finding($1 * 10 + 1, $1 * 10 + 3)).count
    }
    #expect(asked == 2000)
  }

  @Test func `no waiver that reaches a finding is left out`() throws {
    var waivers = try [
      waiver(0, 100), waiver(10, 60), waiver(20, 22), waiver(20, 22), waiver(90, 95),
      waiver(70, 71, targets: ["r"]),
    ]
    waivers.append(
      Waiver(
        targets: ["a"], reason: "R", owner: "O",
        expires: try #require(CalendarDay(iso: "2030-01-01")),
        scope: .configuration(paths: [], words: ""), place: place("coherence.yml", 0, 1)))
    let reach = WaiverReach(waivers)
    for start in 0..<101 {
      for length in 0..<12 {
        let finding = finding(start, start + length, requirement: start % 2 == 0 ? "r" : nil)
        let candidates = reach.candidates(for: finding)
        for (number, waiver) in waivers.enumerated() where waiver.reaches(finding) {
          #expect(candidates.contains(number))
        }
      }
    }
    var elsewhere = finding(0, 1)
    elsewhere.place = nil
    #expect(reach.candidates(for: elsewhere) == [6])
  }
}

import Evaluation
import RuleSets
import SourceText
import TestSupport
import Testing

/// Intervals, thresholds and the two forms of a report.
@Suite struct FiguresTests {
  /// Values of the interval as published tables and other implementations give them.
  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662),
    (10, 10, 0.7225, 1.0), (0, 0, 0.0, 1.0),
  ])
  func `Wilson’s interval`(part: Int, whole: Int, lower: Double, upper: Double) {
    let interval = WilsonInterval(part, of: whole)
    #expect(abs(interval.lower - lower) < 0.0001, "\(interval)")
    #expect(abs(interval.upper - upper) < 0.0001, "\(interval)")
  }

  private static func scores() -> [SetScore] {
    let set = LabelledSet(
      name: "small", path: "small",
      units: [
        LabelledUnit(
          document: "a.md", text: "We train women.", language: .english,
          labels: ["wps.x": .mention]),
        LabelledUnit(
          document: "a.md", text: "We buy \"boats\".", language: .english, labels: [:],
          trap: "boats"),
      ], scope: LabelScope())
    let scorer = Scorer(set, requirements: ["wps.x"]) { _, _ in .commitment }
    return [
      scorer.score([
        FoundPassage(
          document: "a.md", requirement: "wps.x", rung: .mention, quote: "We train women."),
        FoundPassage(
          document: "a.md", requirement: "wps.x", rung: .commitment, quote: "We buy \"boats\"."),
      ])
    ]
  }

  private static func thresholds(_ text: String) throws -> (Thresholds, [Diagnostic]) {
    let folder = try TemporaryDirectory()
    let path = try folder.write(text, to: "thresholds.yml")
    return Thresholds.load(path)
  }

  @Test func `thresholds are kept or broken`() throws {
    let (thresholds, problems) = try Self.thresholds(
      """
      format: 1
      sets:
        small:
          all: {precision: 0.5, recall: 1, trap-hits: 0.2, false-covered: 0}
          wps.en: {f1: 0.9}
          fr: {f1: 1}
        other:
          all: {f1: 1}

      """)
    #expect(problems == [])
    let breaches = thresholds.breaches(in: Self.scores())
    #expect(
      breaches.map { "\($0.bound.group) \($0.bound.measure.rawValue)" } == [
        "all trap-hits", "all false-covered", "wps.en f1",
      ])
    #expect(breaches.first?.found == 1)
  }

  @Test func `mistakes in thresholds are complained of in both languages`() throws {
    let (thresholds, problems) = try Self.thresholds(
      "format: 1\nsets:\n  a:\n    all: {f2: 1, recall: 3, precision: 0.5}\n")
    #expect(thresholds.bounds.map(\.measure) == [.precision])
    #expect(Set(problems.map(\.id)) == ["unknown-key", "out-of-range"])
    for problem in problems { #expect(Translation.faults(in: problem) == []) }
  }

  @Test func `the report in both languages`() {
    let report = EvaluationReport(scores: Self.scores(), showsRequirements: true, errorLimit: 5)
    let english = report.text(in: .english)
    #expect(english.contains("small – documents: 1; labelled passages: 2; labels: 1; traps: 1"))
    #expect(english.contains("0.500 [0.09–0.91]"))
    #expect(english.contains("wrong | a.md | wps.x | commitment | We buy \"boats\"."))
    let french = report.text(in: .french)
    #expect(french.contains("0,500 [0,09–0,91]"))
    #expect(french.contains("pièges pris pour des preuves"))
    #expect(Translation.strangers(in: french.replacing("We buy \"boats\".", with: "")) == [])
  }

  @Test func `a broken threshold is told with both figures`() throws {
    let scores = Self.scores()
    let bound = Thresholds.Bound(set: "small", group: "all", measure: .precision, value: 0.75)
    let report = EvaluationReport(
      scores: scores, breaches: Thresholds(bounds: [bound]).breaches(in: scores))
    #expect(
      report.text(in: .english).hasSuffix(
        "worse than the threshold: small/all: precision is 0.500, at least 0.750 is expected"))
    #expect(
      report.text(in: .french).hasSuffix(
        "pire que le seuil\u{A0}: small/all\u{A0}: précision\u{A0}: 0,500, au moins 0,750 est attendu"
      ))
  }

  @Test func `the JSON form holds rates with their intervals`() {
    let json = EvaluationReport(scores: Self.scores(), errorLimit: 1).json()
    #expect(json.hasPrefix("{\n  \"formatVersion\": 1,"))
    #expect(
      json.contains(
        "\"precision\": {\"value\": 0.5000, \"part\": 1, \"whole\": 2, \"interval\": [0.0945, 0.9055]}"
      ))
    #expect(json.contains("\"quote\": \"We buy \\\"boats\\\".\""))
    #expect(json.contains("\"name\": \"wps.x\""))
  }
}

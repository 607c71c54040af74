import SourceText
import TestSupport
import Testing

@testable import Matching

@Suite struct PatternProblemTests {
  private func problems(
    _ patterns: [String], _ lists: [(String, [String])] = [], _ language: Language = .english
  ) throws -> [PatternProblem] {
    let found = try Matching(patterns, lists: lists, language: language).problems
    for problem in found {
      #expect(Translation.faults(problem.message) == [])
      #expect((problem.help.map(Translation.faults) ?? []) == [])
    }
    return found
  }

  private static func english(_ problem: PatternProblem) -> String {
    "\(problem.severity) \(problem.id) \(problem.location): \(problem.message.english)"
      + (problem.help.map { " (\($0.english))" } ?? "")
  }

  @Test func everyKindSpeaksFrench() throws {
    let many = Array(repeating: "{k}", count: 33).joined(separator: " ")
    // `problems` looks at the French of each.
    let found = try problems(
      [
        "{woman} lead", "the", "*", "women & not women", "lead not before agency agency", "{a}",
        "{l} ~1 {l}",
      ],
      [
        ("women", ["girl"]), ("women", []), ("x", ["y", "y"]), ("a", ["{a}", "b"]), ("e", []),
        ("k", ["w w w w w w w w"]), ("l", [many]),
        ("m", ["{l} {l}"]),
      ])
    #expect(
      Set(found.map(\.id)) == [
        "duplicate-list", "circular-list", "empty-list", "repeated-entry", "unused-list",
        "stop-words-only", "pattern-without-word", "undefined-list", "never-matches",
        "list-too-large", "pattern-too-large",
      ])
  }

  @Test func anUndefinedListIsNamedWithTheNearest() throws {
    let found = try problems(["{woman} lead"], [("women", ["girl"])])
    #expect(
      found.map(Self.english) == [
        "error undefined-list pattern(0): no list is called 'woman' (did you mean '{women}'?)",
        "warning unused-list list(0): nothing uses list 'women' "
          + "(refer to it as '{women}' or remove it)",
      ])
  }

  @Test func aListEntryMayNotNameAnUndefinedList() throws {
    let found = try problems(["{women}"], [("women", ["girl", "{roles}"])])
    #expect(found.map(\.location) == [.listEntry(list: 0, entry: 1)])
  }

  @Test func circularListsAreReportedOnceAndFindNothing() throws {
    let matching = try Matching(
      ["{a}", "gamma"], lists: [("a", ["alpha", "{b}"]), ("b", ["beta {c}"]), ("c", ["{a}"])])
    #expect(
      matching.problems.map(Self.english) == [
        "error circular-list list(0): list 'a' refers to itself: {a} uses {b} uses {c} uses {a} "
          + "(take one of these references out)"
      ])
    #expect(matching.found(in: "alpha gamma") == ["gamma"])
  }

  @Test func listsThatDoubleAreRefusedBeforeTheyAreWrittenOut() throws {
    let lists = (0...60).map { number in
      ("l\(number)", [number == 0 ? "x" : "{l\(number - 1)} {l\(number - 1)}"])
    }
    let matching = try Matching(["{l60}", "gamma"], lists: lists)
    #expect(
      matching.problems.first.map(Self.english) == "error list-too-large list(10): list 'l10' "
        + "stands for texts of up to 1024 words; allowed are 512 (refer to fewer lists one after "
        + "the other, or to lists with shorter entries)")
    #expect(matching.found(in: "x x gamma") == ["gamma"])
  }

  @Test func listsWithTwoDoublingEntriesTakeNoTime() throws {
    let lists = (0...40).map { number in
      (
        "l\(number)",
        number == 0
          ? ["x"]
          : ["{l\(number - 1)} {l\(number - 1)}", "{l\(number - 1)} y {l\(number - 1)}"]
      )
    }
    let found = try problems(["{l40}"], lists)
    #expect(found.first?.id == "list-too-large")
    #expect(Set(found.map(\.id)) == ["list-too-large"])
  }

  @Test func aLongChainOfListsIsRefused() throws {
    let lists = (0...30_000).map { number in
      ("l\(number)", number == 0 ? ["x"] : ["{l\(number - 1)}"])
    }
    let found = try problems(["{l30000}"], lists)
    #expect(
      found.first.map(Self.english) == "error list-too-large list(24): list 'l24' refers to lists "
        + "over 25 levels; allowed are 24 (write entries out instead of referring to lists that "
        + "refer to lists)")
  }

  @Test func aPatternOfLongListsIsRefused() throws {
    let words = (0..<64).map { "w\($0)" }.joined(separator: " ")
    let matching = try Matching(
      [Array(repeating: "{long}", count: 9).joined(separator: " "), "gamma"],
      lists: [("long", [words])])
    #expect(matching.problems.map(\.id) == ["pattern-too-large"])
    #expect(matching.found(in: "gamma \(words)") == ["gamma"])
  }

  @Test(arguments: [
    ("the", Language.english, "stop-words-only"), ("of the", .english, "stop-words-only"),
    ("(women|the)", .english, "stop-words-only"), ("de", .french, "stop-words-only"),
    ("the ~3 of", .english, "stop-words-only"), ("*", .english, "pattern-without-word"),
    ("strong?", .english, "pattern-without-word"), ("* *", .english, "pattern-without-word"),
    ("(strong?|weak)", .english, "pattern-without-word"),
    ("women & not women", .english, "never-matches"),
    ("lead & fund & not (fund|grant)", .english, "never-matches"),
    ("lead not before agency agency", .english, "never-matches"),
  ])
  func pattern(text: String, language: Language, id: String) throws {
    let found = try problems([text], [], language)
    #expect(found.map(\.id) == [id])
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: [
    "will", "the women", "women & the", "=WHO", "lead not before the", "women ~3 *",
  ])
  func soundPattern(text: String) throws {
    #expect(try problems([text]).isEmpty)
  }

  @Test func aListIsCheckedToo() throws {
    let found = try problems(
      ["{a} {b} {c}"], [("a", []), ("b", ["of", "x", "x"]), ("c", ["*"]), ("a", ["d"])])
    #expect(
      found.map { "\($0.id) \($0.location)" } == [
        "duplicate-list list(3)", "empty-list list(0)",
        "repeated-entry listEntry(list: 1, entry: 2)",
        "pattern-without-word listEntry(list: 2, entry: 0)",
      ])
  }

  @Test func wordsInSeveralFormsDoNotMultiply() throws {
    // Each of the three words is one of several symbols, and the phrase has a hundred and twenty of them.
    let forms = ["=runs", "=RUNS", "=ships", "=SHIPS", "=plans", "=PLANS"]
    let phrase = Array(repeating: "run ship plan", count: 20).joined(separator: " ")
    let matching = try Matching(forms + [phrase, phrase + " end"])
    #expect(matching.problems == [])
    #expect(matching.program.stateCount < 1000)
    let text = Array(repeating: "runs ships plans", count: 20).joined(separator: " ")
    #expect(matching.found(in: text).contains(text))
  }

  @Test func aPhraseThatCanBeReadInTooManyWaysIsLeftOut() throws {
    // Whether the exact form stood some words ago has to be remembered for each of them.
    let phrase = "=runs " + Array(repeating: "run", count: 40).joined(separator: " ")
    let matching = try Matching([phrase, "lead agency"])
    #expect(matching.problems.map(\.id) == ["too-many-readings"])
    #expect(matching.problems.map(\.location) == [.pattern(0)])
    #expect(matching.problems.flatMap { Translation.faults($0.message) } == [])
    #expect(matching.problems.flatMap { $0.help.map(Translation.faults) ?? [] } == [])
    #expect(matching.found(in: "the lead agency runs") == ["lead agency"])
  }
}

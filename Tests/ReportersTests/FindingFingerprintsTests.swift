import Checking
import Reporters
import RuleSets
import SourceText
import Testing

struct FindingFingerprintsTests {
  private static let finding = Finding(
    checker: "dated-term", kind: "renamed-body", level: .fix,
    place: SampleReport.place(10, 2, "the Harbour Commission’s “plan” – 2019", ["Money"]),
    path: "plans/a.md")

  private func fingerprint(_ finding: Finding, root: String? = nil) -> String {
    var fingerprints = FindingFingerprints(options: ReportOptions(root: root))
    return fingerprints.next(for: finding)
  }

  @Test func `it has sixteen hexadecimal digits and stays what it was`() {
    #expect(fingerprint(Self.finding) == "dbc6b43baed894ce")
  }

  @Test func `it survives edits elsewhere, other headings and smart quotes`() {
    var moved = Self.finding
    moved.place?.line = 400
    moved.place?.column = 1
    moved.place?.span = nil
    moved.place?.headingPath = []
    moved.place?.quote = "The  Harbour\u{A0}Commission's \"plan\" - 2019"
    moved.level = .note
    #expect(fingerprint(moved) == fingerprint(Self.finding))
  }

  @Test func `it changes with the words, the kind, the requirement and the document`() {
    var others = [Self.finding, Self.finding, Self.finding, Self.finding, Self.finding]
    others[0].place?.quote = "the Harbour Board’s plan"
    others[1].kind = "drift"
    others[2].requirement = "sample.people.voice"
    others[3].path = "plans/b.md"
    others[4].checker = "other"
    let all = Set(others.map { fingerprint($0) } + [fingerprint(Self.finding)])
    #expect(all.count == 6)
  }

  @Test func `equal findings are counted`() {
    var fingerprints = FindingFingerprints()
    let first = fingerprints.next(for: Self.finding)
    let second = fingerprints.next(for: Self.finding)
    #expect(first != second)
    #expect(first == fingerprint(Self.finding))
  }

  @Test func `without words it rests on its texts, never on numbers`() {
    let bare = Finding(
      checker: "acronym", kind: "undefined", level: .ask,
      arguments: ["term": .text("HAR"), "count": .number(3)], path: "plans/a.md")
    var recounted = bare
    recounted.arguments["count"] = .number(4)
    var renamed = bare
    renamed.arguments["term"] = .text("RAH")
    #expect(fingerprint(recounted) == fingerprint(bare))
    #expect(fingerprint(renamed) != fingerprint(bare))
  }

  @Test func `a checkout elsewhere gives the same names`() {
    var elsewhere = Self.finding
    elsewhere.path = "/home/someone/plans/a.md"
    #expect(fingerprint(elsewhere, root: "/home/someone") == fingerprint(Self.finding))
  }
}

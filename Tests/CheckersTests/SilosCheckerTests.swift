import Checking
import RuleSets
import SourceText
import Testing

@Suite struct SilosCheckerTests {
  private static func plan(_ sections: [[String]]) -> String {
    "# Plan\n\n"
      + sections.enumerated().map { index, sentences in
        "## Section \(index + 1)\n\n" + sentences.joined(separator: " ") + "\n\n"
      }.joined()
  }

  private static let promises = [
    "We will train women mediators.", "We will train women mediators in Kigali.",
    "We may train women mediators.", "We train women mediators.",
  ]

  @Test func `a plan that keeps the agenda in one section is asked about`() throws {
    let text = Self.plan([["Boats."], Self.promises, ["Roads."]])
    let finding = try #require(try CheckerBench.findings("silos", in: text).first)
    #expect(finding.kind == "one-section" && finding.level == .ask)
    #expect(
      try CheckerBench.message(finding)
        == "‘Section 2’ holds 100 % of the 4 passages on the agenda; 1 of 3 sections have any")
    #expect(finding.place?.quote == "Section 2")
  }

  @Test func `a plan that spreads it is measured`() throws {
    let text = Self.plan([Array(Self.promises[0...1]), [Self.promises[2]], [Self.promises[3]]])
    let finding = try #require(try CheckerBench.findings("silos", in: text).first)
    #expect(finding.kind == "spread" && finding.level == .note)
    #expect(
      try CheckerBench.message(finding, .french)
        == "4 passages sur le programme se trouvent dans 3 sections sur 3; la plus fournie, "
        + "«\u{A0}Section 1\u{A0}», en réunit 50 %")
  }

  @Test func `a part of a section is a section of its own`() throws {
    let text =
      Self.plan([["Boats."], ["Roads."]])
      + "## Section 3\n\n### Part\n\n" + Self.promises.joined(separator: "\n\n")
    let finding = try #require(try CheckerBench.findings("silos", in: text).first)
    #expect(finding.kind == "one-section")
    #expect(finding.place?.quote == "Part")
  }

  @Test(arguments: [
    plan([promises, ["Boats."]]),
    plan([Array(promises.prefix(3)), ["Boats."], ["Roads."]]),
    promises.joined(separator: "\n\n"),
  ])
  func `too little to tell is passed over`(text: String) throws {
    #expect(try CheckerBench.findings("silos", in: text) == [])
  }

  @Test func `other kinds of document are passed over`() throws {
    let text = Self.plan([["Boats."], Self.promises, ["Roads."]])
    #expect(try CheckerBench.findings("silos", in: text, kind: .consultation) == [])
  }
}

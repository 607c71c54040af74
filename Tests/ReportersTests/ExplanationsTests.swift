import Checking
import Judging
import Reporters
import RuleSets
import SourceText
import TestSupport
import Testing

struct ExplanationsTests {
  private static let english = Explanations(language: .english, width: 80)
  private static let french = Explanations(language: .french, width: 80)

  @Test func `requirements as approved`() {
    let rules = SampleReport.rules
    var text = ""
    for explanations in [Self.english, Self.french] {
      text +=
        explanations.requirement(
          SampleReport.index("sample.people.voice"), in: rules, full: true) + "\n\n"
      text +=
        explanations.requirement(
          SampleReport.index("sample.people.safety"), in: rules, full: false) + "\n\n"
      text +=
        explanations.requirement(
          SampleReport.index("sample.people.fairness"), in: rules, full: false) + "\n\n"
    }
    Golden.check(text, against: "Tests/ReportersTests/Golden/explain.requirement.txt")
  }

  @Test func `passages as approved`() {
    let rules = SampleReport.rules
    var document = SampleReport.english
    document.rejections.append(
      PassageRejection(
        requirement: SampleReport.index("sample.means.figures"), wouldBe: .mention, cause: .noAct,
        place: document.evidence[0].place,
        reasons: [SampleReport.reason(.topic, "fish"), SampleReport.reason(.noAct, "fish")]))
    var text = ""
    for explanations in [Self.english, Self.french] {
      for line in [12, 16, 24, 30, 21] {
        text += "# \(line)\n"
        text += explanations.passage(atLine: line, of: document, in: rules) + "\n\n"
      }
    }
    Golden.check(text, against: "Tests/ReportersTests/Golden/explain.passage.txt")
  }

  @Test func `a prefix of ids narrows what is told`() {
    let text = Self.english.passage(
      atLine: 12, of: SampleReport.english, in: SampleReport.rules, only: "sample.means")
    #expect(!text.contains("sample.people"))
    #expect(text.contains("The nearest passage that was looked at:"))
    #expect(text.contains("harbours.en.md:30:1"))
  }

  @Test func `a document with nothing to explain says so`() {
    var document = SampleReport.english
    document.evidence = []
    document.rejections = []
    let text = Self.english.passage(atLine: 7, of: document, in: SampleReport.rules)
    #expect(text.hasPrefix("Policies/plans/harbours.en.md:7\n"))
    #expect(text.contains("no requirement that applies to this document"))
    #expect(!text.contains("nearest"))
  }

  @Test func `a requirement out of range explains nothing`() {
    #expect(Self.english.requirement(99, in: SampleReport.rules, full: true).isEmpty)
  }

  @Test func `the nearest miss is the one that would have stood highest`() {
    let near = SampleReport.english.rejections[0]
    var weak = near
    weak.wouldBe = .mention
    var other = near
    other.requirement += 1
    other.wouldBe = .resourced
    let miss = Explanations.nearestMiss(for: near.requirement, among: [weak, near, other])
    #expect(miss?.wouldBe == .commitment)
    #expect(Explanations.nearestMiss(for: 99, among: [weak, near]) == nil)
  }

  @Test func `a failed example names both rungs and the steps`() {
    let example = SampleReport.rules.requirements[0].examples[0]
    let text = Self.english.failure(
      of: example, got: .absent, evidence: nil, rejections: [SampleReport.english.rejections[0]])
    #expect(
      text == """
        expected commitment, got absent: The Department will hold two seats for women who fish.
            topic “staff”
            act “train”
            negated “will not”
        """)
  }

  @Test func `a failed example names the clauses that found nothing`() {
    let requirement = SampleReport.rules.requirements[0]
    let text = Self.english.failure(
      of: requirement.examples[0], got: .absent, evidence: nil, rejections: [],
      requirement: requirement)
    #expect(text.contains("✗ no match of 'topic'; looked for: "))
    let french = Explanations(language: .french).failure(
      of: requirement.examples[0], got: .absent, evidence: nil, rejections: [],
      requirement: requirement)
    #expect(french.contains("✗ «\u{A0}topic\u{A0}» sans résultat; cherché\u{A0}: "))
  }

  @Test func `a passage is explained from any of its lines`() {
    let document = SampleReport.english
    let first = document.evidence[0].place
    let text = Self.english.passage(
      atLine: first.line + 2, of: document, in: SampleReport.rules,
      lastLine: { $0 == first ? first.line + 2 : $0.line })
    #expect(text.contains(first.quote.prefix(20)))
    #expect(!text.contains("nearest"))
  }

  @Test func `pages of requirements`() throws {
    for language in Language.allCases {
      let pages = RequirementPages(SampleReport.rules, language: language).all
      #expect(pages.count == SampleReport.rules.requirements.count + 1)
      #expect(pages[0].name == "README.md")
      for (page, requirement) in zip(pages.dropFirst(), SampleReport.rules.requirements) {
        #expect(page.name == "\(requirement.id).md")
        #expect(pages[0].text.contains("](\(requirement.id).md)"))
        #expect(page.text.contains("`\(requirement.id)`"))
        #expect(page.text.hasPrefix("# "))
      }
    }
  }

  @Test func `hostile text is harmless here too`() {
    let text = Explanations(language: .english, color: false, width: 60).passage(
      atLine: 3, of: HostileReport.report.documents[0], in: SampleReport.rules)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(SourceExcerpt.isPrintable(scalar))
    }
  }
}

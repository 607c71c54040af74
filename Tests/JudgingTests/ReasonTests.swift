import Judging
import RuleSets
import SourceText
import Testing

@Suite struct ReasonTests {
  private static let kinds: [Reason.Kind] =
    [
      .topic, .act, .mention, .with, .bindingWord, .intendingWord, .bareVerb, .tableColumns,
      .nominalised, .standing, .presentTense, .pastTense, .hedge, .condition, .figures, .finding,
      .negation, .otherActor, .attribution, .quotation, .templateSection, .heading, .placeholder,
      .pastResult, .excludedBy, .missingAnchor, .noAct,
    ] + Marker.allCases.map { .marker($0) }
    + [Rung.mention, .intent, .commitment].map { .ceiling($0) }

  @Test func `every reason says something else, in both languages`() {
    let texts = Self.kinds.map { Reason($0, SourceSpan(start: 0, end: 0)).text }
    #expect(Set(texts.map(\.english)).count == Self.kinds.count)
    #expect(Set(texts.map(\.french)).count == Self.kinds.count)
    #expect(texts.allSatisfy { !$0.english.isEmpty && !$0.french.isEmpty })
  }
}

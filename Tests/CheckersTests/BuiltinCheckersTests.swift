import Checkers
import Checking
import SourceText
import Testing

@Suite struct BuiltinCheckersTests {
  @Test func `the list is sorted and names each checker once`() {
    let ids = BuiltinCheckers.all.map(\.description.id)
    #expect(ids == Set(ids).sorted())
  }

  @Test(arguments: BuiltinCheckers.all.map(\.description))
  func `each finding has words and help in both languages`(_ checker: CheckerDescription) {
    #expect(!checker.findings.isEmpty)
    #expect(Set(checker.findings.map(\.id)).count == checker.findings.count)
    for kind in checker.findings {
      for text in [kind.message, kind.help] {
        #expect(!text.english.isEmpty && !text.french.isEmpty)
        #expect(slots(text.english) == slots(text.french), "\(checker.id)/\(kind.id)")
      }
    }
  }

  /// The `{name}` slots of a text.
  private func slots(_ text: String) -> Set<Substring> {
    Set(text.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first })
  }
}

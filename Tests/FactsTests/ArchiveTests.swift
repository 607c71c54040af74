import Facts
import Testing

@Suite struct ArchiveTests {
  private static let text = """
    # Plan

    The RCMP will deploy 12 women by 2028 under resolution 1325 (2000), with $2M.

    | Indicator | Target |
    |---|---|
    | Women deployed | 12 |
    """

  @Test func `what is archived comes back the same`() throws {
    let facts = try FactsBench.facts(Self.text)
    #expect(!facts.commitments.isEmpty && !facts.citations.isEmpty && !facts.indicators.isEmpty)
    let back = try #require(DocumentFacts(archived: facts.archived()))
    #expect(Self.fields(back) == Self.fields(facts))
  }

  /// All that facts hold, field by field: an archive that leaves one out would be the same twice.
  private static func fields(_ facts: DocumentFacts) -> [String] {
    Mirror(reflecting: facts).children.map { "\($0.label ?? ""): \($0.value)" }
  }

  @Test func `bytes that are cut off give nothing`() throws {
    let bytes = try FactsBench.facts(Self.text).archived()
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(DocumentFacts(archived: Array(bytes[..<length])) == nil)
    }
  }
}

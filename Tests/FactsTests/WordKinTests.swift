import Facts
import SourceText
import Testing

@Suite struct WordKinTests {
  private static func features(_ words: String, _ language: Language) throws -> [UInt32] {
    let features = PassageIndex.features(DocumentFacts.words(of: words, language)[...], language)
    // Two words that both tell nothing would be alike.
    try #require(!features.isEmpty)
    return features
  }

  @Test(
    arguments: [
      ("hire", "recruitment"), ("adviser", "specialists"), ("study", "studies"),
      ("deploy", "deployments"), ("country", "countries"), ("towns", "municipality"),
      ("trained", "courses"), ("weapons", "firearm"), ("ceasefire", "truce"),
      ("depots", "warehouse"), ("interpreters", "translation"), ("trip", "travels"),
    ])
  func `words for one thing have one key`(_ one: String, _ other: String) throws {
    #expect(try Self.features(one, .english) == Self.features(other, .english))
  }

  @Test(
    arguments: [
      ("embauche", "recrutera"), ("refuges", "hébergement"), ("policières", "police"),
      ("tribunal", "tribunaux"), ("spécialiste", "conseillères"), ("réduira", "compressions"),
      ("rondes", "patrouille"), ("trêve", "armistice"), ("marchandes", "commerçantes"),
    ])
  func `des mots pour une même chose ont une même clé`(_ one: String, _ other: String) throws {
    #expect(try Self.features(one, .french) == Self.features(other, .french))
  }

  @Test(arguments: [
    ("women", "girls"), ("buses", "bridges"), ("court", "clinic"),
    ("weapons", "funds"), ("interpreters", "drivers"),
  ])
  func `words for different things stay apart`(_ one: String, _ other: String) throws {
    #expect(try Self.features(one, .english) != Self.features(other, .english))
  }

  @Test func `what binds tells nothing of the matter`() throws {
    #expect(
      try Self.features("will continue to explore options for shelters", .english)
        == Self.features("shelters", .english))
    #expect(try Self.features("shelters", .english) != Self.features("shelters", .french))
  }
}

import Facts
import SourceText
import Testing

@Suite struct WordKinTests {
  private static func features(_ words: String, _ language: Language) -> [UInt32] {
    PassageIndex.features(DocumentFacts.words(of: words, language)[...], language)
  }

  @Test(
    arguments: [
      ("hire", "recruitment"), ("adviser", "specialists"), ("study", "studies"),
      ("deploy", "deployments"), ("country", "countries"), ("towns", "municipality"),
      ("trained", "courses"), ("weapons", "firearm"), ("ceasefire", "truce"),
      ("depots", "warehouse"), ("interpreters", "translation"), ("trip", "travels"),
    ])
  func `words for one thing have one key`(_ one: String, _ other: String) {
    #expect(Self.features(one, .english) == Self.features(other, .english))
  }

  @Test(
    arguments: [
      ("embauche", "recrutera"), ("refuges", "hébergement"), ("policières", "police"),
      ("tribunal", "tribunaux"), ("spécialiste", "conseillères"), ("réduira", "compressions"),
      ("rondes", "patrouille"), ("trêve", "armistice"), ("marchandes", "commerçantes"),
    ])
  func `des mots pour une même chose ont une même clé`(_ one: String, _ other: String) {
    #expect(Self.features(one, .french) == Self.features(other, .french))
  }

  @Test(arguments: [
    ("women", "girls"), ("buses", "bridges"), ("court", "clinic"), ("planned", "actual"),
    ("number", "share"),
  ])
  func `words for different things stay apart`(_ one: String, _ other: String) {
    #expect(Self.features(one, .english) != Self.features(other, .english))
  }

  @Test func `what binds tells nothing of the matter`() {
    #expect(
      Self.features("will continue to explore options for shelters", .english)
        == Self.features("shelters", .english))
    #expect(Self.features("shelters", .english) != Self.features("shelters", .french))
  }
}

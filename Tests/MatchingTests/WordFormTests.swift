import SourceText
import Testing

@testable import Matching

@Suite struct WordFormTests {
  struct Case: CustomTestStringConvertible {
    var pattern: String
    var text: String
    var language: Language = .english
    var isFound = true
    var testDescription: String { "\(pattern) in \(text.debugDescription) (\(language.rawValue))" }
  }

  @Test(arguments: [
    Case(pattern: "advisory group", text: "An advisory group meets."),
    Case(pattern: "advisory group", text: "THE ADVISORY GROUP MEETS"),
    Case(pattern: "advisory group", text: "Advisory Groups"),
    Case(pattern: "establish a council", text: "establishing a council"),
    Case(pattern: "advisory group", text: "an advisory\ngroup"),
    Case(pattern: "advisory group", text: "an advisory\r\ngroup"),
    Case(pattern: "advisory group", text: "an advisory\u{A0}group"),
    Case(pattern: "advisory group", text: "an advisory\u{202F}group"),
    Case(pattern: "advisory group", text: "an advisory  group"),
    Case(pattern: "advisory group", text: "an advisory (group)"),
    Case(pattern: "gender-based violence", text: "gender based violence"),
    Case(pattern: "gender based violence", text: "gender-based violence"),
    Case(pattern: "gender based violence", text: "gender\u{2011}based violence"),
    Case(pattern: "gender based violence", text: "gender \u{2013} based violence"),
    Case(pattern: "women lead", text: "women's lead"),
    Case(pattern: "women lead", text: "women\u{2019}s lead"),
    Case(pattern: "department plan", text: "the departments' plans"),
    Case(pattern: "don't know", text: "they don\u{2019}t know"),
    Case(pattern: "don\u{2019}t know", text: "they don't know"),
    Case(pattern: "peacebuilding", text: "peace\u{AD}building"),
    Case(pattern: "peacebuilding", text: "peace\u{AD}\nbuilding"),
    Case(pattern: "peacebuilding", text: "peace-\nbuilding"),
    Case(pattern: "peacebuilding", text: "peace-\r\n  building"),
    Case(pattern: "peace building", text: "peace-\nbuilding"),
    Case(pattern: "gender equality", text: "gender equality\u{201D}\u{2014}and"),
    Case(pattern: "gender equality", text: "\u{201C}gender equality"),
    Case(pattern: "conflict", text: "con\u{FB02}ict"),
    Case(pattern: "first office", text: "\u{FB01}rst o\u{FB03}ce"),
    Case(pattern: "program manager", text: "the program(s) manager"),
    Case(pattern: "2SLGBTQI community", text: "2SLGBTQI+ communities"),
    Case(pattern: "resolution 1325", text: "Resolution 1325 (2000)"),
    Case(pattern: "1250000 dollars", text: "1 250 000 dollars"),
    Case(pattern: "1250000 dollars", text: "1\u{202F}250\u{A0}000 dollars"),
    Case(pattern: "1250000 dollars", text: "1,250,000 dollars"),
    Case(pattern: "12.5 per cent", text: "12.5 per cent"),
    Case(pattern: "2026-27 plan", text: "the 2026\u{2013}27 plan"),
    Case(pattern: "international", text: "internationally"),
    // French plurals that Snowball keeps apart.
    Case(pattern: "conflit", text: "les conflits armés", language: .french),
    Case(pattern: "conflits", text: "un conflit", language: .french),
    Case(pattern: "prévu", text: "les budgets prévus", language: .french),
    Case(pattern: "emploi", text: "des emplois", language: .french),
    Case(pattern: "conseiller", text: "deux conseillères", language: .french),
    Case(pattern: "inclusion", text: "il est inclus", language: .french),
    Case(pattern: "refuser", text: "un refus", language: .french),
    // Spelling.
    Case(pattern: "organization", text: "organisations"),
    Case(pattern: "prioritise", text: "prioritizing"),
    Case(pattern: "analyze", text: "analysed"),
    Case(pattern: "mobilisation", text: "mobilize"),
    Case(pattern: "labour", text: "labor"),
    Case(pattern: "behaviour", text: "behaviors"),
    Case(pattern: "centre", text: "centers"),
    Case(pattern: "defence", text: "Defense"),
    Case(pattern: "licence", text: "licensed"),
    Case(pattern: "programme", text: "programs"),
    Case(pattern: "program", text: "programmes"),
    Case(pattern: "travelled", text: "traveled"),
    Case(pattern: "counselling", text: "counseling"),
    Case(pattern: "fulfil", text: "fulfills"),
    Case(pattern: "revise", text: "revision"),
    // French.
    Case(pattern: "égalité des genres", text: "L'égalité des genres", language: .french),
    Case(
      pattern: "égalité des genres", text: "l\u{2019}e\u{301}galite\u{301} des genres",
      language: .french),
    Case(pattern: "égalité des genres", text: "ÉGALITÉ DES GENRES", language: .french),
    Case(pattern: "égalité des genres", text: "EGALITE DES GENRES", language: .french),
    Case(pattern: "égalité des genres", text: "L\u{2019}EGALITE DES GENRES", language: .french),
    Case(pattern: "l'égalité", text: "l\u{2019}égalité", language: .french),
    Case(pattern: "d'ici 2030", text: "D\u{2019}ici 2030", language: .french),
    Case(pattern: "œuvre", text: "mise en oeuvre", language: .french),
    Case(pattern: "oeuvre", text: "mise en \u{152}UVRE", language: .french),
    Case(pattern: "jusqu' au bout", text: "jusqu'au bout", language: .french),
    Case(pattern: "aujourd'hui", text: "aujourd\u{2019}hui", language: .french),
    Case(pattern: "1250000 dollars", text: "1 250 000 dollars", language: .french),
    Case(pattern: "12,5 millions", text: "12,5\u{A0}millions", language: .french),
    Case(pattern: "employé fédéral", text: "les employé\u{B7}e\u{B7}s fédéraux", language: .french),
    Case(pattern: "employé fédéral", text: "les employé(e)s fédéraux", language: .french),
    Case(pattern: "employé fédéral", text: "les employé.e.s fédéraux", language: .french),
    Case(pattern: "employé fédéral", text: "les employé.es fédéraux", language: .french),
    Case(pattern: "employé fédéral", text: "les employé-e-s fédéraux", language: .french),
    Case(pattern: "employé fédéral", text: "les employé/e/s fédéraux", language: .french),
    Case(pattern: "employé fédéral", text: "EMPLOYÉ\u{B7}E\u{B7}S FÉDÉRAUX", language: .french),
    Case(pattern: "directeur", text: "directeur\u{B7}trice", language: .french),
    Case(pattern: "directeur général", text: "directeur-trice général", language: .french),
    Case(pattern: "citoyen canadien", text: "citoyen(ne)s canadiens", language: .french),
    Case(
      pattern: "citoyen canadien", text: "citoyen\u{B7}ne\u{B7}s canadien\u{B7}ne\u{B7}s",
      language: .french),
    Case(
      pattern: "professionnel de la santé", text: "professionnel-le-s de la santé",
      language: .french),
    Case(pattern: "tous", text: "tou\u{B7}te\u{B7}s", language: .french),
    // Not these.
    Case(pattern: "advisory group", text: "advisory and group", isFound: false),
    Case(pattern: "international", text: "internal", isFound: false),
    Case(pattern: "internal", text: "international", isFound: false),
    Case(pattern: "organization", text: "organ", isFound: false),
    Case(pattern: "organ", text: "organisations", isFound: false),
    Case(pattern: "emergence", text: "emergency", isFound: false),
    Case(pattern: "emergency", text: "emergence", isFound: false),
    Case(pattern: "universal", text: "university", isFound: false),
    Case(pattern: "university", text: "universal", isFound: false),
    Case(pattern: "public", text: "publication", isFound: false),
    Case(pattern: "author", text: "authority", isFound: false),
    Case(pattern: "minor", text: "minority", isFound: false),
    Case(pattern: "import", text: "important", isFound: false),
    Case(pattern: "côté", text: "la cote", language: .french, isFound: false),
    Case(pattern: "elle", text: "dit-elle", language: .french),
    Case(pattern: "les", text: "donne-les", language: .french),
  ])
  func form(_ test: Case) throws {
    #expect(try finds(test.pattern, in: test.text, test.language) == test.isFound)
  }

  @Test(arguments: [
    ("=leads", "She leads.", true), ("=leads", "LEADS", true), ("=leads", "to lead", false),
    ("=SEA", "SEA policy", true), ("=SEA", "sea policy", false), ("=SEA", "Sea policy", false),
    ("\"zero tolerance\"", "Zero tolerance", true),
    ("\"zero tolerance\"", "zero tolerances", false),
    ("lead", "leads", true), ("=self-reliance", "self reliance", true),
  ])
  func exactForm(pattern: String, text: String, isFound: Bool) throws {
    #expect(try finds(pattern, in: text) == isFound)
  }

  @Test func exactFormsStandBesideStems() throws {
    let matching = try Matching(["lead", "=leads", "=Leads", "lead agency", "\"leads agency\""])
    func patterns(_ text: String) -> [Int32] { matching.matches(in: text).map(\.pattern) }
    #expect(patterns("to lead") == [0])
    #expect(patterns("it leads") == [0, 1])
    #expect(patterns("Leads") == [0, 1, 2])
    #expect(patterns("Leads agency") == [0, 1, 2, 3, 4])
    #expect(patterns("leading agencies") == [0, 3])
  }

  @Test func wordsStayApartOverUnitEnds() throws {
    let matching = try Matching(["advisory group"])
    #expect(matching.matches(in: [("the advisory ", -1), ("group", -1)]).isEmpty)
  }

  @Test func capitalsCanMeanWordsWithAndWithoutAccents() throws {
    let matching = try Matching(["cote", "côté", "=côté"], language: .french)
    #expect(matching.matches(in: "COTE").map(\.pattern) == [0, 1, 2])
    #expect(matching.matches(in: "CÔTÉ").map(\.pattern) == [1, 2])
    #expect(matching.matches(in: "cote").map(\.pattern) == [0])
  }
}

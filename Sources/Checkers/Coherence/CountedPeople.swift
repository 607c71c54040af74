internal import Facts

/// Whom a text counts or speaks of, in classes that a reader would not take for each other.
struct CountedPeople: OptionSet {
  let rawValue: UInt32

  static let women = CountedPeople(rawValue: 1)
  static let girls = CountedPeople(rawValue: 1 << 1)
  static let staff = CountedPeople(rawValue: 1 << 2)
  /// Teachers, nurses, lawyers, interpreters.
  static let professionals = CountedPeople(rawValue: 1 << 3)
  static let learners = CountedPeople(rawValue: 1 << 4)
  /// Soldiers, police, crews.
  static let forces = CountedPeople(rawValue: 1 << 5)
  static let survivors = CountedPeople(rawValue: 1 << 6)
  static let displaced = CountedPeople(rawValue: 1 << 7)
  /// Mediators, negotiators, defenders.
  static let peacebuilders = CountedPeople(rawValue: 1 << 8)
  static let traders = CountedPeople(rawValue: 1 << 9)
  /// Widows, mothers.
  static let bereaved = CountedPeople(rawValue: 1 << 10)
  static let public_ = CountedPeople(rawValue: 1 << 11)
  static let canadians = CountedPeople(rawValue: 1 << 12)
  static let youth = CountedPeople(rawValue: 1 << 13)
  static let deployed = CountedPeople(rawValue: 1 << 14)
  static let whole = CountedPeople(rawValue: 1 << 15)
  /// Women and men alike, said in so many words.
  static let everyone = CountedPeople(rawValue: 1 << 16)
  static let recruits = CountedPeople(rawValue: 1 << 17)
  /// Those who command or decide.
  static let leaders = CountedPeople(rawValue: 1 << 18)
  static let immigrants = CountedPeople(rawValue: 1 << 19)
  static let children = CountedPeople(rawValue: 1 << 20)
  /// People of the place where something is done.
  static let local = CountedPeople(rawValue: 1 << 21)

  /// People of the land, and of towns.
  static let rural = CountedPeople(rawValue: 1 << 22)
  static let urban = CountedPeople(rawValue: 1 << 23)
  /// At headquarters, in this country.
  static let atHome = CountedPeople(rawValue: 1 << 24)
  static let adults = CountedPeople(rawValue: 1 << 25)
  /// In a country of conflict, in camps.
  static let farAway = CountedPeople(rawValue: 1 << 26)

  /// Who are women by what they are called.
  static let female: CountedPeople = [.women, .girls, .bereaved, .survivors]
  /// Groups of which neither can stand for the other.
  static let opposites: [(CountedPeople, CountedPeople)] = [
    (.rural, .urban), (.urban, .rural), (.girls, .adults), (.children, .adults), (.youth, .adults),
    (.farAway, .atHome),
  ]

  /// Those whom a result can be for, and for whom nobody else can stand.
  static let served: CountedPeople = [
    .girls, .survivors, .displaced, .peacebuilders, .traders, .bereaved,
  ]
  /// Those who serve, teach or learn, and for whom results outside are not.
  static let serving: CountedPeople = [.staff, .professionals, .learners, .canadians]

  private static let words: [(CountedPeople, [String])] = [
    (.women, ["women", "woman", "female", "femme", "féminin"]),
    (.girls, ["girl", "daughter", "fille", "fillette", "adolescente"]),
    (
      .staff,
      [
        "employee", "staff", "officials", "personnel", "public servant", "civil servant", "manager",
        "executive", "case officer", "caseworker", "case worker", "inspector", "analyst",
        "fonctionnaire", "employé", "gestionnaire", "cadres", "agents", "agentes", "analyste",
        "effectif", "workforce", "payroll", "trainers", "counsel", "our team", "nos équipes",
        "formateur",
        "formatrice", "inspecteur",
      ]
    ),
    (
      .professionals,
      [
        "teacher", "nurse", "doctor", "midwives", "midwife", "lawyer", "judge", "prosecutor",
        "interpreter", "instructor", "counsellor", "clerk", "enseignant", "infirmi", "médecin",
        "sage-femme", "sages-femmes", "avocat", "juge", "procureur", "interprète", "instruct",
        "conseill", "intervenant", "social worker", "travailleu",
      ]
    ),
    (
      .learners,
      [
        "student", "pupil", "apprentice", "trainee", "élève", "étudiant", "stagiaire", "apprenti",
        "enrolled", "inscrits",
      ]
    ),
    (
      .forces,
      [
        "soldier", "officer", "police", "military", "troop", "contingent", "crew", "captain",
        "peacekeeper", "militaire", "policier", "policière", "officiers", "équipage", "capitaine",
        "casque", "gendarme", "members of the force",
      ]
    ),
    (
      .survivors,
      ["survivor", "survive", "victim", "witness", "survivant", "survécu", "victime", "témoin"]
    ),
    (
      .displaced,
      [
        "refugee", "displaced", "migrant", "asylum", "newcomer", "réfugié", "déplacé",
        "demandeuses d", "resettled", "réinstall", "who fled", "who have fled", "ayant fui",
        "qui ont fui",
      ]
    ),
    (
      .peacebuilders,
      [
        "mediator", "negotiator", "peacebuilder", "defender", "médiatrice", "médiateur",
        "négociat", "bâtisseuse", "défenseu", "artisane",
      ]
    ),
    (
      .traders,
      [
        "entrepreneur", "trader", "farmer", "market women", "fisher", "vendor", "weaver",
        "marchande", "agricult", "pêcheuse", "commerçante", "vendeuse", "tisserande",
      ]
    ),
    (.bereaved, ["widow", "mother", "veuve", "mères"]),
    (
      .public_,
      [
        "communit", "people", "household", "ménage", "citizen", "resident", "villag", "famil",
        "client", "patient",
        "beneficiar", "population", "collectivité", "citoyen", "habitant", "bénéficiaire",
        "personnes",
      ]
    ),
    (
      .canadians,
      [
        "canadians", "canadiens", "canadiennes", "canadian official", "canadian officer",
        "canadian staff", "fonctionnaires canad", "agents canad",
      ]
    ),
    (
      .recruits,
      ["recruit", "cadet", "applicant", "candidat", "new hires", "new entrants", "recrue"]
    ),
    (
      .leaders,
      [
        "command", "senior", "leadership", "in charge", "at the head", "general officer",
        "executive", "commandant", "cadres", "haut grad", "direction", "supérieur", "dirig",
        "officiers généraux", "decision-mak", "chief", "chefs",
      ]
    ),
    (.immigrants, ["immigra", "permanent resident", "résidents permanents"]),
    (.children, ["children", "enfants", "pupil", "élèves"]),
    (.local, ["local women", "women from the", "femmes de la région", "femmes locales"]),
    (.youth, ["youth", "young", "jeunes"]),
    (
      .rural,
      [
        "rural", "villag", "countryside", "à la campagne", "mountain", "montagn", "hill country",
        "hill village", "paysan",
        "peasant", "hamlet", "hameau", "highland", "brousse",
      ]
    ),
    (
      .urban,
      [
        "urban", "urbain", "capital cit", "provincial capital", "in the capital", "capitale",
        "city ", "cities", "grandes villes", "grande ville", "metropol", "métropol", "citadin",
      ]
    ),
    (
      .atHome,
      [
        "in canada", "at headquarters", "headquarters", "in ottawa", "au canada",
        "administration centrale", "à ottawa", "canadian public", "public canadien", "au pays",
      ]
    ),
    (.adults, ["adult", "grown", "over 18", "plus de 18"]),
    (
      .farAway,
      [
        "conflict zone", "in conflict", "camps", "camp ", "war zone", "conflict-affected",
        "affected by conflict",
        "zones de conflit", "en conflit", "touchées par", "partner countr", "pays partenaire",
        "fragile state", "besieged",
      ]
    ),
    (
      .deployed,
      [
        "deploy", "on mission", "mission", "peace operation", "déploy", "opération", "abroad",
        "peacekeep", "maintien de la paix", "étranger", "sent to", "sent on", "envoyé",
        "contingent", "overseas", "in the field", "sur le terrain", "dépêch", "hors du pays",
        "dispatched", "it sends", "we send", "they send", "envoie", "secondment",
      ]
    ),
    (
      .whole,
      [
        "workforce", "armed forces", "forces armées", "the caf", "regular force", "total strength",
        "as a whole", "headcount", "department-wide", "service-wide", "effectif total",
        "public service", "fonction publique", "everyone employed", "everyone who works",
        "quiconque",
      ]
    ),
    (
      .everyone,
      [
        "any sex", "any gender", "all genders", "all sexes", "either sex", "both sexes",
        "deux sexes",
        "tous genres", "tous les genres", "tous sexes", "men and women", "women and men",
        "hommes et femmes", "femmes et hommes", "boys and girls", "girls and boys",
        "garçons et filles", "filles et garçons", "regardless of gender", "whatever their gender",
        "quel que soit le genre", "sans distinction de genre", "number of people",
        "number of persons", "number of participants", "nombre de personnes",
        "nombre de participants", "number of individuals", "total number of",
        "every class and gender", "every gender", "each gender", "whatever gender",
        "women or men", "men or women", "femmes ou hommes", "hommes ou femmes", "de tout genre",
        "de tous les genres", "de toutes les catégories", "every class",
      ]
    ),
  ]

  /// Longest first: at one place only the first that stands there counts, which says also what it begins with does.
  private static let entries = words.flatMap { group in
    group.1.map { (letters: Array($0.utf8), people: group.0) }
  }.sorted { $0.letters.count > $1.letters.count }
  private static let classes = entries.map { entry in
    entries.reduce(into: CountedPeople()) { people, other in
      if entry.letters.first == other.letters.first, entry.letters.starts(with: other.letters) {
        people.formUnion(other.people)
      }
    }
  }
  private static let stretches = Stretches(
    entries.map { String(decoding: $0.letters, as: UTF8.self) })

  private static let quantifiers: Stretches = [
    "all ", "everyone", "entire ", "whole ", "total ", "overall ", "tous ", "toutes ", "ensemble ",
    "tout ", "toute ", "totalité", "across the",
  ]
  private static let bodies: Stretches = [
    "person", "payroll", "member", "employee", "staff", "officer", "personnel", "force", "service",
    "department",
    "organization", "workforce", "employed", "agency", "effectif", "employé", "militaire",
    "policier", "membre", "organisation", "ministère", "organisme", "agence", "corps",
  ]

  private static let finishing: Stretches = [
    "briefed", "coached", "passed", "finish", "complet", "took ", "taken ", "take ", "attend",
    "graduat", "trained", "suivi",
    "termin", "achev", "réussi", "formé", "reçu",
  ]
  private static let courses: Stretches = [
    "briefed", "coached", "module", "course", "training", "workshop", "trained", "session",
    "seminar", "formation", "cours",
    "atelier", "stage", "formé",
  ]

  /// True for people who took a course.
  static func isTrained(_ facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    facts.range(range, holds: courses) && facts.range(range, holds: finishing)
  }

  private static let feminine = [
    "ières", "trices", "euses", "iennes", "antes", "ées", "esses", "annes",
  ]

  /// True for words that name women by their ending alone: « policières », « observatrices ».
  static func hasFeminine(_ facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    TextWords.read(facts.text, range).contains { word in
      guard word.end - word.start > 6 else { return false }
      let text = String(decoding: facts.text[word.start..<word.end], as: UTF8.self)
      return feminine.contains(where: text.hasSuffix)
    }
  }

  private static let masculine = ["eurs", "iers", "iens", "istes", "ants", "és"]

  /// True for « médiateurs et médiatrices »: both genders of one trade, side by side.
  static func namesBoth(_ facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    let words = TextWords.read(facts.text, range).map {
      String(decoding: facts.text[$0.start..<$0.end], as: UTF8.self).lowercased()
    }
    guard words.count >= 3 else { return false }
    func isFeminine(_ word: String) -> Bool { feminine.contains(where: word.hasSuffix) }
    func isMasculine(_ word: String) -> Bool {
      masculine.contains(where: word.hasSuffix) && !isFeminine(word)
    }
    return (1..<words.count - 1).contains { index in
      guard words[index] == "et" || words[index] == "ou" else { return false }
      let (one, two) = (words[index - 1], words[index + 1])
      return one.prefix(4) == two.prefix(4) && one.count > 5
        && (isMasculine(one) && isFeminine(two) || isFeminine(one) && isMasculine(two))
    }
  }

  /// The classes that a part of a document speaks of.
  static func of(_ facts: DocumentFacts, _ range: Range<Int>) -> CountedPeople {
    var found: CountedPeople = []
    guard !range.isEmpty else { return found }
    stretches.forEachWord(in: facts.text, range) { index, start in
      // « sage-femme » is a trade.
      let isTrade = classes[index] == .women && start > 0 && facts.text[start - 1] == 0x2D
      if !isTrade { found.insert(classes[index]) }
    }
    // "all regular members", « tous les employés », "the entire service".
    quantifiers.forEachWord(in: facts.text, range) { _, start in
      let behind = start..<min(range.upperBound, start + 36)
      bodies.forEachWord(in: facts.text, behind) { _, _ in found.insert(.whole) }
    }
    // "At home and abroad": those who are sent are among all.
    if facts.range(range, holds: everywhere) {
      found.insert(.whole)
      found.subtract([.deployed, .atHome])
    }
    return found
  }

  private static let everywhere: Stretches = [
    "at home and abroad", "at home or abroad", "in canada and abroad", "here and abroad",
    "au pays et à l", "au pays comme à l", "au canada et à l", "au canada comme à l",
    "en garnison comme en mission", "ici et à l’étranger", "ici comme à l’étranger",
  ]
}

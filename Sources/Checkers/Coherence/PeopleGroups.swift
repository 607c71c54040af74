internal import Facts

/// Whom a text speaks of.
struct PeopleGroups: OptionSet {
  let rawValue: UInt8

  static let deployed = Self(rawValue: 1)
  static let wholeForce = Self(rawValue: 2)
  static let staff = Self(rawValue: 4)
  static let people = Self(rawValue: 8)
  static let women = Self(rawValue: 16)
  /// Women and men alike, counted together.
  static let everyone = Self(rawValue: 32)

  private static let words: [(group: Self, stretches: Stretches)] = [
    (.deployed, onMission),
    (.wholeForce, asAWhole),
    (.staff, employed),
    (.people, outside),
    (.women, female),
    (.everyone, ofAllGenders),
  ]
  private static let onMission: Stretches = [
    "deploy", "on mission", "on operation", "peace operation", "déploy", "en mission",
    "opérations de paix", "sent abroad", "posted abroad", "missions abroad", "à l’étranger",
    "à l'étranger", "peacekeep", "maintien de la paix",
  ]
  private static let asAWhole: Stretches = [
    "armed forces", "forces armées", "the caf", "des fac", "regular force", "whole force",
    "in the force", "of all members", "all regular members", "workforce", "des effectifs",
    "in the rcmp", "à la grc", "total strength", "as a whole", "all employees", "all staff",
    "entire organization", "entire service", "whole organization", "whole department",
    "across the department", "across the organization", "overall staff", "total staff",
    "of all personnel", "all officers", "total headcount", "dans l’ensemble", "dans l'ensemble",
    "l’ensemble d", "l'ensemble d", "de tout le personnel", "tous les employés", "effectif total",
    "ensemble de l", "in the service", "in the department", "in the public service",
    "dans la fonction publique", "au sein du ministère", "department-wide", "service-wide",
  ]
  private static let employed: Stretches = [
    "employees", "staff ", "staff who", "officials", "personnel trained", "members trained",
    "employés", "fonctionnaires", "du personnel", "completed training", "completed the course",
    "ont suivi", "executives", "case officers", "officers trained", "officers who", "managers",
    "trained officers", "public servants", "analysts", "caseworkers", "case workers", "inspectors",
    "gestionnaires", "analystes", "agents formés", "agentes et agents", "agents qui",
    "agentes formées", "intervenantes formées", "training sessions", "courses given",
    "cours donnés", "séances de formation", "staff trained", "staff", "trainers",
  ]
  private static let outside: Stretches = [
    "survivor", "victim", "communit", "people have", "women have", "women and girls have", "girls",
    "canadians", "refugees", "clients", "survivante", "collectivit", "femmes ont", "réfugiées",
    "population", "people in", "women in conflict", "women affected", "safer", "displaced",
    "refugee women", "déplacées", "newcomers", "families", "familles", "villag", "residents",
    "citizens", "citoyen", "local women", "femmes locales", "widows", "veuves", "mothers",
    "women live", "women can", "women are safe", "femmes vivent", "femmes peuvent", "patients",
    "rural women", "women entrepreneurs", "beneficiar", "bénéficiair",
  ]
  private static let female: Stretches = [
    "women", "woman", "girl", "femme", "fille", "female", "survivante", "réfugiées",
  ]
  private static let ofAllGenders: Stretches = [
    "all genders", "tous genres confondus", "men and women", "hommes et femmes", "number of people",
    "number of persons", "number of participants", "number of individuals", "nombre de personnes",
    "nombre de participants", "nombre d’individus", "nombre d'individus", "whatever their gender",
    "regardless of gender", "quel que soit le genre", "sans distinction de genre", "both sexes",
    "number of graduates", "number of trainees", "number of attendees", "people trained",
    "personnes formées", "number of applicants", "total number of mediators", "of people who",
    "of participants who", "des participants", "nombre d’inscri", "nombre d'inscri",
    "of any gender",
  ]

  /// Those of whom a range of a document's text speaks.
  static func named(_ facts: DocumentFacts, _ range: Range<Int>) -> Self {
    var groups: Self = []
    for (group, stretches) in words where facts.range(range, holds: stretches) {
      groups.insert(group)
    }
    return groups
  }
}

/// The words by which `Measures` tells dates, targets and indicators from other numbers.
struct MeasureWords: Sendable {
  /// Names of months.
  let months: Set<String>
  /// Seasons and quarters, which date a year as a month does.
  let seasons: Set<String>
  /// Words that make a following year a date.
  let dateWords: Set<String>
  /// Words that make a month without a year a deadline.
  let deadlineWords: Set<String>
  /// Words that make a year a name and no date: "Budget 2024".
  let yearStoppers: Set<String>
  /// Numbers from two up that are written in words.
  let numberWords: [String: Int]
  /// Shares in words.
  let fractions: Set<String>
  /// Words between a share and what it is a share of.
  let partWords: Set<String>
  /// What is counted without being a target.
  let uncounted: Set<String>
  /// Words that end a counted noun phrase.
  let smallWords: Set<String>
  /// Words that make a following number a label.
  let labels: Set<String>
  /// Verbs that make a share or number something followed over time.
  let trackingWords: Set<String>
  /// Verbs that say where things stood.
  let stoodWords: Set<String>
  /// Words for a hundred per cent.
  let wholeWords: Set<String>
  /// Nouns that an indicator begins with.
  let indicatorNouns: Set<String>
  /// Words that follow such a noun.
  let indicatorLinks: Set<String>

  static let english = MeasureWords(
    months: [
      "january", "february", "march", "april", "june", "july", "august", "september", "october",
      "november", "december", "may",
    ],
    seasons: ["spring", "summer", "fall", "autumn", "winter", "q1", "q2", "q3", "q4", "quarter"],
    dateWords: [
      "by", "before", "from", "since", "until", "in", "end", "of", "during", "after", "starting",
      "early", "late", "mid", "through", "to", "fiscal", "year",
    ],
    deadlineWords: ["by", "before", "until", "end"],
    yearStoppers: ["budget", "resolution", "agenda", "strategy", "act"],
    numberWords: [
      "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
      "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
      "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "thousand": 1000, "half": 2,
      "third": 3, "quarter": 4,
    ],
    fractions: ["half", "third", "quarter", "thirds", "quarters", "majority"],
    partWords: ["of", "all", "the", "its", "our", "their", "these"],
    uncounted: [
      "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
      "minute", "minutes", "time", "times", "page", "pages", "report", "reports", "meeting",
      "meetings", "session", "sessions", "document", "documents", "seat", "seats", "place",
      "places", "copy", "copies", "level", "levels", "pillar", "pillars", "goal", "goals",
      "objective", "objectives", "resolution", "chapter", "section", "step", "steps", "phase",
      "stage", "part", "parts", "side", "sides", "way", "ways", "territories", "provinces",
      "languages", "versions", "quarters", "fold", "dollars", "million", "billion", "ministers",
      "departments", "organizations", "sexes", "genders", "instalments", "rounds", "principles",
      "points", "chairs", "point", "results", "agencies", "branches", "directorates", "directors",
      "partners", "ministries", "commissions", "deputies", "associations", "countries", "states",
      "embassies", "ambassadors", "officials", "teams", "measures", "actions", "questions",
      "profiles", "booklets", "volumes", "components", "themes", "priorities", "mistakes", "kinds",
      "types", "factors", "peoples", "spirit", "designated", "categories", "services", "regions",
      "captains", "cooperatives", "tickets",
      "advisers",
    ],
    smallWords: ["of", "to", "and", "or", "by", "in", "on", "at", "for", "with", "a", "the"],
    labels: [
      "resolution", "article", "section", "action", "measure", "goal", "objective", "number", "no",
      "page", "chapter", "annex", "budget", "phase", "step", "level", "part", "pillar", "item",
      "outcome", "output", "result", "table", "within", "figure", "g", "unscr", "responsibility",
    ],
    trackingWords: [
      "track", "measure", "report", "publish", "compare", "follow", "monitor", "count", "measured",
    ],
    stoodWords: ["stood", "was", "were", "had", "held", "reached", "made"],
    wholeWords: ["all", "every", "none", "nobody"],
    indicatorNouns: [
      "number", "percentage", "share", "proportion", "rate", "ratio", "gap", "extent",
    ],
    indicatorLinks: ["of", "to", "between"])

  static let french = MeasureWords(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    seasons: ["printemps", "été", "automne", "hiver", "t1", "t2", "t3", "t4", "trimestre"],
    dateWords: [
      "ici", "avant", "dès", "depuis", "jusqu", "jusque", "en", "fin", "fin de", "compter",
      "partir", "début", "courant", "exercice", "au", "à",
    ],
    deadlineWords: ["ici", "avant", "dès", "fin", "tard"],
    yearStoppers: ["budget", "résolution", "programme", "stratégie", "loi"],
    numberWords: [
      "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
      "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30,
      "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000,
      "moitié": 2, "tiers": 3, "quart": 4,
    ],
    fractions: ["moitié", "tiers", "quart", "quarts", "majorité"],
    partWords: ["de", "des", "du", "d", "la", "le", "les", "l", "ses", "nos", "leurs", "toutes"],
    uncounted: [
      "jour", "jours", "semaine", "semaines", "mois", "an", "ans", "année", "années", "heure",
      "heures", "minute", "minutes", "fois", "page", "pages", "rapport", "rapports", "réunion",
      "réunions", "séance", "séances", "document", "documents", "siège", "sièges", "place",
      "places", "copies", "niveau", "niveaux", "pilier", "piliers", "objectif", "objectifs",
      "résolution", "chapitre", "section", "étape", "étapes", "phase", "partie", "parties",
      "côtés", "façons", "territoires", "provinces", "langues", "versions", "trimestres",
      "dollars", "million", "millions", "milliard", "milliards", "ministres", "ministères", "sexes",
      "genres", "versements", "points", "organismes", "sens", "principes", "résultats", "agences",
      "directions", "directeurs", "directrices", "partenaires", "commissions", "députés",
      "députées",
      "associations", "pays", "états", "ambassades", "ambassadeurs", "équipes", "mesures",
      "actions", "questions", "cahiers", "volets", "thèmes", "priorités", "facteurs", "peuples",
      "désignés", "catégories", "profils", "services", "conseillères", "conseillers",
    ],
    smallWords: ["et", "ou", "à", "en", "par", "pour", "le", "la", "les", "sur", "dans"],
    labels: [
      "résolution", "article", "section", "action", "mesure", "but", "objectif", "numéro", "no",
      "page", "chapitre", "annexe", "budget", "phase", "étape", "niveau", "partie", "pilier",
      "point", "extrant", "résultat", "tableau", "figure", "g", "rcsnu", "essentielle",
    ],
    trackingWords: [
      "suivra", "mesurera", "publiera", "comparera", "comptera", "suivi", "mesuré", "signalera",
      "suivrons", "mesurerons", "publierons", "comparerons", "compterons", "signalerons",
    ],
    stoodWords: [
      "était", "étaient", "avait", "avaient", "atteignait", "comptait", "comptaient", "formaient",
    ],
    wholeWords: ["toutes", "tous", "aucun", "aucune"],
    indicatorNouns: [
      "nombre", "pourcentage", "part", "proportion", "taux", "ratio", "écart", "mesure",
    ],
    indicatorLinks: ["de", "d", "des", "entre", "dans"])
}

internal import SourceText

/// The words by which `Measures` tells dates, targets and indicators from other numbers.
final class MeasureWords: Sendable {
  /// Names of months.
  let months: Set<String>
  /// Seasons and quarters, which date a year as a month does.
  let seasons: Set<String>
  /// Words that make a following year a date.
  let dateWords: Set<String>
  /// Words that put something on or by a year: "in 2028".
  let dayWords: Set<String>
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
  /// Words that make a figure after them a goal.
  let goalWords: Set<String>
  /// Participles that make a figure before them a goal.
  let goalParticiples: Set<String>
  /// Stretches of time, of which no part is a target.
  let timeWords: Set<String>
  /// Words before the first figure of a rise.
  let riseWords: Set<String>
  /// Words between a part and its whole.
  let shareWords: Set<String>
  /// Words before a number of things that exist already.
  let givenWords: Set<String>
  /// Bodies whose size is told by a number.
  let bodyWords: Set<String>
  /// Bodies and people that act and are not what is counted.
  let actingWords: Set<String>
  /// Words by which people or things are counted over time.
  let rhythmWords: Set<String>
  /// Words that make a date the end or the start of a period and no deadline.
  let periodWords: Set<String>
  /// Words before a sum that is a limit of something else.
  let limitWords: Set<String>
  /// Words after which a named branch or post is not the one that acts.
  let recipientWords: Set<String>
  /// What each word may be that a measure is looked for at.
  let openings: [[UInt8]: Opening]

  /// What may begin at a word; almost none begins anything, so this is asked before all else.
  struct Opening: OptionSet {
    let rawValue: UInt8
    /// A month or season.
    static let time = Opening(rawValue: 1)
    /// A number or share in words.
    static let quantity = Opening(rawValue: 1 << 1)
    static let baseline = Opening(rawValue: 1 << 2)
    static let indicator = Opening(rawValue: 1 << 3)
  }

  static let baselineWords: Set<String> = ["baseline", "baselines"]

  init(
    months: Set<String>,
    seasons: Set<String>,
    dateWords: Set<String>,
    dayWords: Set<String>,
    deadlineWords: Set<String>,
    yearStoppers: Set<String>,
    numberWords: [String: Int],
    fractions: Set<String>,
    partWords: Set<String>,
    uncounted: Set<String>,
    smallWords: Set<String>,
    labels: Set<String>,
    trackingWords: Set<String>,
    stoodWords: Set<String>,
    wholeWords: Set<String>,
    indicatorNouns: Set<String>,
    indicatorLinks: Set<String>,
    goalWords: Set<String>,
    goalParticiples: Set<String>,
    timeWords: Set<String>,
    riseWords: Set<String>,
    shareWords: Set<String>,
    givenWords: Set<String>,
    bodyWords: Set<String>,
    actingWords: Set<String>,
    rhythmWords: Set<String>,
    periodWords: Set<String>,
    limitWords: Set<String>,
    recipientWords: Set<String>
  ) {
    self.months = months
    self.seasons = seasons
    self.dateWords = dateWords
    self.dayWords = dayWords
    self.deadlineWords = deadlineWords
    self.yearStoppers = yearStoppers
    self.numberWords = numberWords
    self.fractions = fractions
    self.partWords = partWords
    self.uncounted = uncounted
    self.smallWords = smallWords
    self.labels = labels
    self.trackingWords = trackingWords
    self.stoodWords = stoodWords
    self.wholeWords = wholeWords
    self.indicatorNouns = indicatorNouns
    self.indicatorLinks = indicatorLinks
    self.goalWords = goalWords
    self.goalParticiples = goalParticiples
    self.timeWords = timeWords
    self.riseWords = riseWords
    self.shareWords = shareWords
    self.givenWords = givenWords
    self.bodyWords = bodyWords
    self.actingWords = actingWords
    self.rhythmWords = rhythmWords
    self.periodWords = periodWords
    self.limitWords = limitWords
    self.recipientWords = recipientWords
    var openings: [[UInt8]: Opening] = [:]
    func add(_ opening: Opening, _ words: some Sequence<String>) {
      for word in words { openings[Array(word.utf8), default: []].insert(opening) }
    }
    add(.time, months)
    add(.time, seasons)
    add(.quantity, numberWords.keys)
    add(.quantity, fractions)
    add(.quantity, ["percent", "neuf"])
    add(.baseline, Self.baselineWords)
    add(.indicator, indicatorNouns)
    self.openings = openings
  }

  static func of(_ language: Language) -> MeasureWords {
    language == .english ? english : french
  }

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
    dayWords: ["by", "before", "in", "from", "end"],
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
      "captains", "cooperatives", "tickets", "advisers", "analyses", "analysis", "evaluations",
      "reviews", "studies", "surveys", "interviews", "guides", "manuals", "workshops",
      "conferences",
      "editions", "networks", "governments", "lessons", "promises", "sizes", "models", "evaluators",
      "assessors",
    ],
    smallWords: [
      "of", "to", "and", "or", "by", "in", "on", "at", "for", "with", "a", "the", "as", "without",
      "who", "which", "that", "under", "from", "into", "per", "than", "if", "when", "until",
      "since",
      "during", "after", "before", "about", "against", "near", "among", "between", "is", "are",
      "was",
      "were", "has", "have", "had", "will", "may", "must", "they", "we", "it", "each", "every",
    ],
    labels: [
      "resolution", "article", "section", "action", "measure", "goal", "objective", "number", "no",
      "page", "chapter", "annex", "budget", "phase", "step", "level", "part", "pillar", "item",
      "outcome", "output", "result", "table", "within", "figure", "g", "unscr", "responsibility",
    ],
    trackingWords: [
      "track", "measure", "report", "publish", "compare", "follow", "monitor", "count", "measured",
    ],
    stoodWords: ["stood", "was", "were", "had", "held", "reached", "made", "been"],
    wholeWords: ["all", "every", "none", "nobody", "each"],
    indicatorNouns: [
      "number", "percentage", "share", "proportion", "rate", "ratio", "gap", "extent",
    ],
    indicatorLinks: ["of", "to", "between"],
    goalWords: ["goal", "target", "aim", "aims", "asks", "objective"],
    goalParticiples: ["set", "promised", "announced", "targeted"],
    timeWords: [
      "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "time",
      "century", "decade",
    ],
    riseWords: ["from"],
    shareWords: ["of"],
    givenWords: [
      "the", "these", "those", "its", "our", "their", "his", "her", "your", "my", "both", "other",
      "last", "first", "nearest",
    ],
    bodyWords: [
      "council", "committee", "group", "team", "panel", "contingent", "contingents", "network",
      "board", "circle", "staff", "crew", "force", "company", "unit", "delegation", "squad",
    ],
    actingWords: [
      "hospitals", "organizations", "organisations", "groups", "us", "members", "bodies", "clubs",
      "units", "detachments", "embassies", "universities", "associations", "networks",
    ],
    rhythmWords: ["yearly", "annually", "year", "month", "quarter"],
    periodWords: ["since", "until", "till", "through", "between"],
    limitWords: ["under", "below", "than"],
    recipientWords: [
      "to", "with", "from", "against", "for", "than", "at", "unlike", "like",
    ])

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
    dayWords: ["ici", "avant", "dès", "en", "fin", "partir", "compter"],
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
      "désignés", "catégories", "profils", "services", "conseillères", "conseillers", "rencontres",
      "évaluations", "analyses", "études", "enquêtes", "entretiens", "guides", "fiches", "bilans",
      "manuels", "ateliers", "conférences", "réseaux", "gouvernements", "leçons", "promesses",
      "tailles", "modèles", "évaluateurs", "évaluatrices",
    ],
    smallWords: [
      "de", "des", "du", "d", "et", "ou", "à", "en", "par", "pour", "le", "la", "les", "sur",
      "dans", "sans", "avec", "qui",
      "que", "dont", "chez", "contre", "entre", "parmi", "est", "sont", "a", "ont", "aux", "au",
      "chaque", "depuis", "après", "avant",
    ],
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
      "détenaient", "occupaient", "représentaient", "atteignaient",
    ],
    wholeWords: ["toutes", "tous", "aucun", "aucune", "totalité", "ensemble"],
    indicatorNouns: [
      "nombre", "pourcentage", "part", "proportion", "taux", "ratio", "écart", "mesure",
    ],
    indicatorLinks: ["de", "d", "des", "entre", "dans"],
    goalWords: ["cible", "objectif", "but", "vise", "visé", "visée"],
    goalParticiples: ["fixé", "fixés", "promis", "annoncé", "annoncés", "visé", "visés"],
    timeWords: [
      "jour", "jours", "journée", "semaine", "semaines", "mois", "an", "ans", "année", "années",
      "heure", "heures", "temps", "siècle",
    ],
    riseWords: ["de"],
    shareWords: ["de", "des", "du", "d", "sur"],
    givenWords: [
      "les", "des", "aux", "ces", "ses", "nos", "vos", "leurs", "mes", "autres", "premiers",
      "premières", "derniers", "dernières", "chaque",
    ],
    bodyWords: [
      "conseil", "comité", "groupe", "équipe", "contingent", "contingents", "réseau", "cercle",
      "équipage", "délégation", "jury", "force",
    ],
    actingWords: [
      "hôpitaux", "organisations", "groupes", "membres", "unités", "détachements", "universités",
      "associations", "réseaux", "entre",
    ],
    rhythmWords: ["an", "année", "annuellement", "mois", "trimestre"],
    periodWords: ["depuis", "jusqu", "jusque", "entre"],
    limitWords: ["moins", "dessous", "inférieur", "inférieure", "inférieurs", "inférieures"],
    recipientWords: ["à", "au", "aux", "avec", "auprès", "chez", "contre", "pour"])
}

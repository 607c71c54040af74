internal import Checking
internal import Facts
internal import SourceText

/// Passages of a corpus that pull against each other without a program's name written the same way in both.
struct ContrarySignals {
  struct Pair {
    var passage: CorpusPassage
    var other: CorpusPassage
    /// What both are about, in the words of the first.
    var matter: String
  }

  private let corpus: Corpus
  private let finder: PassageFinder
  private let growths: KnownUnits

  init(_ corpus: Corpus) {
    self.corpus = corpus
    finder = PassageFinder(corpus)
    growths = KnownUnits(corpus)
  }

  /// Least share of the words of the shorter of the two, by weight, that both have.
  private static let least: Float = 0.24

  /// Words that say by themselves that something is taken away.
  private static let ending: Stretches = [
    "disappear", "cancel", "will lose ", "be terminated", "are terminated", "disparaî",
    "disparaiss", "perdra ", "annul",
    "pas reconduit", "non reconduit",
    "are eliminated", "is eliminated", "positions are", "posts are abolished", "abolish",
    "hiring is closed", "hiring is stopped", "ends the lease", "shuts ", "shut down", "closes ",
    "pas remplac", "not be replaced", "met fin", "mettent fin", "ferme ", "ferment ", "sont aboli",
    "abolit", "sont supprim",
    "est supprim", "cesse ", "cessent ",
    "wound down", "wind down", "winding down", "phased out", "phase out", "scale back",
    "scaled back", "not be refilled", "not be renewed", "not be replaced", "not be filled",
    "left vacant", "will be closed", "will end ", "sunset", "defund", "discontinu", "suspend",
    "put on hold", "moratorium", "hiring freeze", "frozen", "pas renouvel", "pas remplac",
    "pas pourvu", "plus pourvu", "pas combl", "laissés vacants", "laissé vacant", "mettra fin",
    "prendra fin", "mis fin", "supprimera", "seront supprim", "sera supprim", "aboli",
    "gel de l'embauche", "gel de l’embauche", "mis en veilleuse", "moratoire",
  ]
  /// Of people and contracts, whatever they are called.
  private static let unfilled: Stretches = [
    "not be refilled", "not be renewed", "not be replaced", "not be filled", "left vacant",
    "laid off", "let go", "pas renouvel", "pas remplac", "pas pourvu", "plus pourvu", "pas combl",
    "laissés vacants", "laissé vacant", "licenci", "mis à pied", "mises à pied",
  ]
  /// Words that say where a saving comes from.
  private static let saving: Stretches = [
    "saving", "spending reduction", "refocus", "spending review", "reduced spending", "cutback",
    "économies", "compressions", "recentr", "réduction des dépenses", "réductions des dépenses",
    "examen des dépenses",
  ]
  private static let cutting: Stretches = [
    "disappear", "cancel", "will lose ", "be terminated", "are terminated", "disparaî",
    "disparaiss", "perdra ", "annul",
    "pas reconduit", "non reconduit",
    "hiring is closed", "hiring is stopped", "no longer hire", "abolish", "ends the lease",
    "lease ends", "closes ", "shut", "are cut", "is cut", "met fin", "mettent fin", "ferme ",
    "ferment ", "abolit", "sont aboli", "cesse ", "cessent ", "prend fin", "prennent fin",
    "not be filled", "left vacant", "suspend", "put on hold", "moratorium", "freeze", "frozen",
    "pas combl", "laissés vacants", "laissé vacant", "gel de l'embauche", "gel de l’embauche",
    "mis en veilleuse", "moratoire", "not be refilled", "not be renewed",
    "reduce ", "reduces ", "reduced by", "reducing ", "reduction of", "reductions to", "cut ",
    "cuts ", "trim ", "trimmed", "wound down", "wind down", "winding down", "phased out",
    "phase out", "scale back", "scaled back", "scale down", "will not be refilled",
    "not be renewed", "will not be renewed", "not be replaced", "will be closed", "will close ",
    "will end ", "will sunset", "sunsets", "defund", "eliminat", "discontinu", "falls by",
    "fall by", "falls from", "will fall", "lower spending", "will be halved", "halve ", "shrink",
    "réduira", "réduir", "réduit", "réduction", "coupe", "coupé", "comprim", "compression",
    "supprim", "abolir", "abolition", "abandonn", "mettra fin", "mettre fin", "prendra fin",
    "ne sera pas renouvel", "ne seront pas renouvel", "ne seront pas remplac",
    "ramené", "ramener", "ramènera", "de moitié", "by half", "in half", "to half",
    "ne sera pas remplac", "ne seront pas pourvus", "ne seront plus pourvus", "fermera",
    "fermeture", "diminuera", "diminution", "baisse", "baissera", "amput", "retranch",
  ]
  /// What is cut where a program is: money, people or the program itself.
  private static let means: Stretches = [
    "$", "fund", "budget", "spending", "position", "post", "staff", "employee", "full-time",
    "grants", "contribution", "contract", "program", "saving", "expenditure", "allocation",
    "lease", "shelter", "clinic", "centre", "hiring", "bail", "établissement", "maison", "refuge",
    "embauche", "resources", "office", "service", "course", "team", "unit", "financement",
    "dépense", "poste",
    "effectif", "personnel", "subvention", "crédit", "budgétaire", "économies", "équivalent",
    "ressources", "bureau", "programme", "équipe", "contrat", "bourse",
  ]
  private static let growing: Stretches = [
    "expand", "increase", "grow", "double", "triple", "more ", "additional", "enlarge", "extend",
    "scale up", "scaled up", "step up", "boost", "strengthen", "larger", "add ", "new ", "raise",
    "élargi", "accroî", "accru", "augment", "doubler", "tripler", "davantage", "plus de ",
    "supplémentaire", "étendr", "agrandi", "renforc", "hausse", "intensifi", "ajouter", "passera",
    "bonifi", "élargir",
  ]
  /// What programs are there to reduce, and cuts that leave the matter alone.
  private static let apart: Stretches = [
    "reduce violence", "reduce the risk", "reduce risk", "reduce barrier", "reduce inequal",
    "reduce the gap", "reduce gaps", "reduce harm", "reduce emission", "emissions",
    "reduce poverty",
    "poverty", "reduce the time", "wait time", "waiting time", "backlog", "reduce the number of",
    "burden", "reduce gender", "reduce discriminat", "stigma", "réduire la violence",
    "réduire les risques", "réduire le risque", "réduire les obstacles", "obstacles", "inégalités",
    "pauvreté", "émissions", "délai", "temps d'attente", "temps d’attente", "arriéré", "fardeau",
    "réduire l'écart", "réduire les écarts", "préjudice", "discrimination", "not affected",
    "are spared", "is spared", "exempt", "are excluded", "is excluded", "excluded from",
    "protected from", "exclu", "épargn", "ne sont pas touch", "n'est pas touch", "n’est pas touch",
    "transfer", "moves to", "move to the", "takes over", "taken over", "transfér", "repris par",
    "reprend", "passe à", "relève désormais", "one-time", "ponctuel", "refuse", "if the", "if we",
    "instead of", "would", "au lieu d",
  ]

  /// Passages that take something away from what another passage lets grow.
  func cuts() -> [Pair] {
    var pairs: [Pair] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      guard !facts.looksBack else { continue }
      for unit in facts.units.indices where isCut(facts, unit) {
        let passage = CorpusPassage(member: member, unit: unit)
        if let growth = growth(against: passage) {
          pairs.append(Pair(passage: passage, other: growth.0, matter: growth.1))
        }
      }
    }
    return pairs
  }

  private func isCut(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    return !here.isHeading && !here.isTableHeader && here.wordCount >= 3
      && (facts.unit(unit, holds: Self.means) || facts.unit(unit, holds: Self.unfilled))
      && (facts.unit(unit, holds: Self.cutting) || ActDirection.change(facts, unit) == .away)
      && !facts.unit(unit, holds: Self.apart) && !reducesHarm(facts, unit)
      && (facts.unit(unit, holds: Self.ending) || isMeasured(facts, unit))
      && !Self.tellsOfThePast(facts, unit)
  }

  /// True for what happened once: history is no cut to come.
  static func tellsOfThePast(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard here.flags.isDisjoint(with: FiguresChecker.promising) else { return false }
    return here.flags.contains(.past) || facts.unit(unit, holds: past)
  }

  private static let past: Stretches = [
    " was ", " were ", " had ", " fut ", " furent ", " était ", " étaient ", " avait ", " avaient ",
  ]

  /// True for a cut that is planned and has an amount, or is named as a saving: not for what a program is for.
  private func isMeasured(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.unit(unit, holds: Self.saving) { return true }
    let isOfStaff = facts.unit(unit, holds: Self.staff)
    return facts.numbers(of: unit).contains {
      $0.kind == .money || $0.kind == .percent || ($0.kind == .count && isOfStaff)
    }
  }

  private static let staff: Stretches = [
    "position", "posts", "staff", "employee", "vacanc", "poste", "effectif", "employé",
  ]

  /// What a falling row is good news for.
  static let harmful: Stretches = [
    "complaint", "backlog", "incident", "accident", "vacan", "plainte", "arriéré", "wait", "délai",
    "cases", "dossiers",
  ]

  static let harm: Stretches = [
    "prevalen", "injur", "fatal", "death", "disease", "difference", "disparit", "smok", "accident",
    "mortal", "prévalen", "blessure", "décès", "maladie", "tabag", "différence",
    "violence", "risk", "barrier", "inequal", "harm", "emission", "poverty", "gap", "threat",
    "stigma",
    "time", "delay", "wait", "backlog", "burden", "abuse", "crime", "discriminat", "vulnerab",
    "likelihood", "number of", "impact", "use of", "reliance", "pollution", "waste", "risque",
    "obstacle", "inégal", "préjudice", "pauvreté", "écart", "menace", "délai", "temps", "arriéré",
    "fardeau", "abus", "crimin", "vulnérab", "nombre de", "répercussion", "incidence", "empreinte",
    "déchets",
  ]

  /// True where what is reduced is what programs are there to reduce.
  private func reducesHarm(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    guard let verb = Self.cutting.first(in: facts.text, range) else { return false }
    return facts.range(verb.end..<min(verb.end + 36, range.upperBound), holds: Self.harm)
  }

  private func growth(against cut: CorpusPassage) -> (CorpusPassage, String)? {
    let facts = cut.facts(corpus)
    let words = Array(
      Set(
        clauses(facts, cut.unit).flatMap { finder.words(of: $0, in: cut) }
      )
    ).sorted()
    let language = facts.units[cut.unit].language
    let sought = finder.words(
      words, withoutNames: corpus.departments(namedBy: cut), language
    ).filter { !Self.hollow(language).contains($0) }
    guard sought.count >= 2 else { return nil }
    let general = GeneralWords.of(language)
    // Where neither money nor people are named, the matter itself has to be the same.
    let least = facts.unit(cut.unit, holds: Self.means) ? 2 : 3
    for member in corpus.members.indices
    where corpus.members[member].profile.language == corpus.members[cut.member].profile.language
      && corpus.mayShareTime(member, cut.member) && !corpus.members[member].facts.looksBack
      && !corpus.areTranslations(member, cut.member)
    {
      let theirs = corpus.members[member].facts
      for match in finder.find(sought, in: member, least: 0.05, leastShared: 2)
      where match.passage != cut && growths.holds(match.passage, { isGrowth(theirs, $0) }) {
        guard corpus.mayShareOwner(cut, match.passage) else { continue }
        let there = finder.words(
          finder.words(of: match.passage),
          withoutNames: corpus.departments(namedBy: match.passage), language
        ).filter { !Self.hollow(language).contains($0) }
        let shared = sought.filter(there.contains)
        let telling = shared.filter { !general.contains($0) }
        guard shared.count >= least, !telling.isEmpty else { continue }
        let part =
          finder.weight(shared) / min(finder.weight(sought), finder.weight(there))
        // Weights are of little use in a few pages, where the matter's own words are frequent.
        let isThird = shared.count * 3 >= min(sought.count, there.count)
        if part >= Self.least || isThird { return (match.passage, matter(facts, cut, shared)) }
      }
    }
    return nil
  }

  private func isGrowth(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    return !here.isHeading && !here.isTableHeader && !here.flags.contains(.denies)
      && (facts.unit(unit, holds: Self.growing) || ActDirection.grows(facts, unit))
      && !facts.unit(unit, holds: Self.cutting) && !facts.unit(unit, holds: Self.apart)
      && (!here.flags.isDisjoint(with: [.binds, .intends]) || here.isListItem || here.isRow
        || !facts.commitments(of: unit).isEmpty)
  }

  private static let among: Stretches = [
    "among them", "including", "among which", "such as", "namely", "notably", "dont ", "notamment",
    "y compris", "parmi ", "soit ", "those of", "ceux d", "celles d",
  ]
  private static let including = [
    "they include", "these include", "among them", "those of", "this includes", "one of them",
    "parmi eux", "parmi elles", "il s’agit", "il s'agit", "en font partie", "ceux d", "celui d",
    "celle d", "celles d", "ils comprennent", "elles comprennent",
  ]

  /// The parts of the sentence that say what is cut.
  private func clauses(_ facts: DocumentFacts, _ unit: Int) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    let range = facts.units[unit].textRange
    var start = range.lowerBound
    for index in range {
      let byte = facts.text[index]
      let isEnd = index + 1 == range.upperBound
      guard byte == 0x3B || byte == 0x2C || isEnd else { continue }
      // A comma inside a number ends nothing.
      if byte == 0x2C, !isEnd, facts.text[index + 1] != 0x20, facts.text[index + 1] != 0x0A {
        continue
      }
      let clause = start..<(isEnd ? range.upperBound : index)
      // "… are abolished, among them those of the specialists": whom they are.
      let goesOn = !clauses.isEmpty && facts.range(clause, holds: Self.among)
      if goesOn || facts.range(clause, holds: Self.cutting) { clauses.append(clause) }
      start = index + 1
    }
    if clauses.isEmpty { clauses.append(range) }
    // "They include the officers at the mission."
    let next = unit + 1
    if next < facts.units.count, facts.units[next].block == facts.units[unit].block,
      facts.begins(facts.units[next].textRange, with: Self.including)
    {
      clauses.append(facts.units[next].textRange)
    }
    // "Lodestar Corps: hiring is closed, and positions are eliminated": the name in front is what is cut.
    if let colon = facts.text[range].firstIndex(of: 0x3A), colon - range.lowerBound <= 80,
      !clauses.contains(where: { $0.lowerBound <= range.lowerBound })
    {
      clauses.append(range.lowerBound..<colon)
    }
    return clauses
  }

  /// The words of the clause from the first to the last that both have.
  private func matter(_ facts: DocumentFacts, _ cut: CorpusPassage, _ shared: [UInt32]) -> String {
    let name = DocumentFacts.of(cut.unit, in: facts.names).first
    if let name { return facts.quote(name.start, name.end) }
    var first: Int?
    var last = 0
    var start: Int?
    let range = facts.units[cut.unit].textRange
    for index in range {
      let isLetter = facts.text[index] > 0x40 || facts.text[index] == 0x27
      if isLetter, start == nil { start = index }
      guard let begin = start, !isLetter || index + 1 == range.upperBound else { continue }
      let end = isLetter ? index + 1 : index
      if finder.words(of: begin..<end, in: cut).contains(where: shared.contains) {
        first = first ?? begin
        last = end
      }
      start = nil
    }
    guard let first else { return "" }
    let text = facts.quote(first..<last)
    return text.count <= 80 ? text : String(text.prefix(80)) + "…"
  }

  private static func hollow(_ language: Language) -> Set<UInt32> {
    language == .english ? englishHollow : frenchHollow
  }

  /// Words of growing and cutting, and of money.
  private static let englishHollow = GeneralWords.keys(
    "reduce increase expand cut grow more budget spending million billion dollars year fiscal "
      + "department savings less fewer total by from close end add additional", .english)
  private static let frenchHollow = GeneralWords.keys(
    "réduire accroître augmenter diminuer budget exercice ministère économies moins plus total fermer "
      + "fin baisse hausse ajouter", .french)
}

internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Whether anything says what an amount pays for: the sentence, those beside it, the row, or another passage with
/// the same amount.
struct AmountPurpose {
  private let corpus: Corpus
  private let things: NamedThings
  /// Amounts that some passage says something of.
  private var described: Set<Double> = []
  private static let englishHollow =
    GeneralWords.of(.english).union(
      GeneralWords.keys(
        "under over from since by until before more less most least also other setting half dozen providing giving putting made being fund money budget invest investment allocate provide dedicate commit announce reserve set "
          + "aside devote pledge earmark give sum amount million billion dollars dollar further "
          + "additional heading year years fiscal period total government minister strong sign "
          + "engagement commitment agenda priority priorities area field cause work plan new over "
          + "next coming federal organization agency department shows proud remaining add added "
          + "appropriation appropriations announcement announcements receive receives received get "
          + "gets consortium organizations association network institute foundation partner partners "
          + "recipient recipients beneficiaries stream component envelope stands show shows belief "
          + "importance proof demonstrates ongoing resources funding money amounts financing "
          + "envelope endowed worth group groups body bodies awarded award given",
        .english))
  private static let frenchHollow =
    GeneralWords.of(.french).union(
      GeneralWords.keys(
        "plus moins depuis dès avant ici autre autres aussi demi douzaine mettre met fonds argent budget investir investissement consacrer fournir verser réserver accorder "
          + "affecter prévoir annoncer octroyer somme montant million millions milliard dollars "
          + "supplémentaire rubrique chapitre titre année années an ans exercice période total "
          + "gouvernement ministre signe engagement programme priorité domaine cause travail plan "
          + "nouveau organisme ministère égalité agence cours ajouter crédits recevoir reçoit reçoivent "
          + "recevra recevront consortium organisations association réseau institut fondation "
          + "partenaire partenaires bénéficiaire bénéficiaires volet composante enveloppe doté dotée "
          + "témoigne témoigner attachement importance preuve montre ressources financement annonce "
          + "groupe groupes accordée accordé attribuée attribué versée versé affecter",
        .french))

  init(_ corpus: Corpus) {
    self.corpus = corpus
    things = NamedThings(corpus)
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for number in facts.numbers where number.kind == .money && number.value >= 100_000 {
        let unit = Int(number.unit)
        if facts.units[unit].isRow || telling(member, unit) >= 2 { described.insert(number.value) }
      }
    }
  }

  /// Number of different words of a sentence that say something of a work.
  private func telling(_ member: Int, _ unit: Int) -> Int {
    let facts = corpus.members[member].facts
    let language = facts.units[unit].language
    let hollow = language == .french ? Self.frenchHollow : Self.englishHollow
    // Who gives the money is not what it is for.
    var names = Set<UInt32>()
    for department in [
      corpus.department(of: member).map { corpus.title(ofDepartment: $0)[language] },
      corpus.members[member].profile.department,
    ] {
      guard let department else { continue }
      names.formUnion(
        PassageIndex.features(DocumentFacts.words(of: department, language)[...], language))
    }
    // Nor is who receives it, or what it is called.
    let programs = DocumentFacts.of(unit, in: facts.names).filter(\.hasHead)
    for name in things.names(facts, unit)
    where !programs.contains(where: { Int($0.start) < name.end && Int($0.end) > name.start }) {
      names.formUnion(
        PassageIndex.features(facts.words(in: name.range, language)[...], language))
    }
    // Nor who is to gain from it.
    let text = facts.units[unit].textRange
    if let first = Self.forWomen.first(in: facts.text, text) {
      var end = first.end
      while end < text.upperBound, ![0x2C, 0x2E, 0x3A, 0x3B, 0x28].contains(facts.text[end]) {
        end += 1
      }
      let words = facts.words(in: first.end..<end, language)
      names.formUnion(PassageIndex.features(words[...].prefix(3), language))
    }
    if facts.units[unit].flags.contains(.quotes) {
      for quoted in WordDifference.quotations(facts.quote(ofUnit: unit)) {
        names.formUnion(
          PassageIndex.features(DocumentFacts.words(of: quoted, language)[...], language))
      }
    }
    return PassageIndex.features(facts.words(ofUnit: unit), language).count {
      !hollow.contains($0) && !names.contains($0)
    }
  }

  private static let giving: Stretches = [
    "provid", "invest", "fund", "allocat", "commit", "contribut", "dedicat", "grant", "verse",
    "consacr", "financ", "accord", "affect", "fourni", "octro", "set aside", "setting aside",
    "earmark", "reserv", "réserv", "announc", "annonc", "mis de côté", "met de côté", "dispose",
    "injecte", "will give", "giving ", "devot", "pledg", "put toward", "available", "receiv",
    "reçoi", "recev", "doté", "endowed", "awarded", "attribu", "obtien", "gets ", "spend",
    "dépens",
  ]
  private static let agenda: Stretches = [
    "women", "gender", "equal", "peace", "femme", "genre", "égalité", "paix", "fps", "wps", "gba",
    "acs",
  ]
  private static let ofIt: Stretches = [
    "of this", "of that", "of which", "of it", "the rest", "remaind", "half of", "most of",
    "de cette somme", "de ce montant", "le reste", "la moitié", "dont ", "the first", "the money",
  ]
  private static let elsewhere: Stretches = [
    "annex", "table", "below", "breakdown", "split", "set out", "detail", "following", "appendix",
    "plus bas", "ci-après", "further down", "next section", "prochaine section", "details are",
    "ventil", "répart", "tableau", "ci-dessous", "suivant", "précis", "break down",
  ]

  private static let forWomen: Stretches = [
    " for women in ", " for women and girls in ", " for women from ", " for women of ",
    " for women who ", " pour les femmes en ", " pour les femmes dans ", " pour les femmes des ",
    " pour les femmes du ", " aux femmes en ", " aux femmes dans ", " for women affected",
    " pour les femmes touchées",
  ]

  /// Amounts of a document that nothing says the use of.
  func without(_ member: Int) -> [NumberFact] {
    let facts = corpus.members[member].facts
    if facts.looksBack { return [] }
    let isOfAgenda =
      facts.kind == .nationalActionPlan || facts.kind == .implementationPlan
    var found: [NumberFact] = []
    var last = -1
    for number in facts.numbers where number.kind == .money && number.value >= 100_000 {
      let unit = Int(number.unit)
      let here = facts.units[unit]
      guard unit != last, !here.isHeading, !here.isTableHeader else { continue }
      last = unit
      if here.isRow {
        if hasOpenPurpose(facts, unit, number) { found.append(number) }
        continue
      }
      let heading = Int(here.heading)
      guard here.isListItem || (here.context < 0 && facts.unit(unit, holds: Self.giving)),
        !described.contains(number.value),
        isOfAgenda || facts.unit(unit, holds: Self.agenda)
          || (heading >= 0 && facts.unit(heading, holds: Self.agenda)),
        telling(member, unit) == 0,
        heading <= 0 || facts.units[heading].level < 2 || telling(member, heading) < 2,
        !isExplainedAround(member, unit, number)
      else { continue }
      found.append(number)
    }
    return found
  }

  /// A sentence beside it promises something, counts something, or points to where the use is told.
  private func isExplainedAround(
    _ member: Int, _ unit: Int, _ number: NumberFact
  ) -> Bool {
    let facts = corpus.members[member].facts
    let here = facts.units[unit]
    let paragraph = facts.paragraph(of: unit)
    for other in max(paragraph.lowerBound, unit - 2)...min(paragraph.upperBound, unit + 3) {
      if facts.unit(other, holds: Self.elsewhere) { return true }
      guard other != unit else { continue }
      // The use of another amount is its own.
      let money = facts.numbers(of: other).filter { $0.kind == .money }
      if !money.isEmpty, money.allSatisfy({ $0.value != number.value }),
        !facts.unit(other, holds: Self.ofIt)
      {
        continue
      }
      if other == unit + 1, NamedSubject.opensWithPronoun(facts, other), telling(member, other) >= 2
      {
        return true
      }
      let acts =
        !facts.commitments(of: other).isEmpty || facts.units[other].flags.contains(.binds)
        || facts.numbers(of: other).contains { $0.kind == .count || $0.kind == .money }
      if acts, telling(member, other) >= 2 { return true }
    }
    // A list or table that the paragraph leads to.
    if here.isListItem { return false }
    let next = paragraph.upperBound + 1
    guard next < facts.units.count else { return false }
    return facts.units[next].heading == here.heading
      && (facts.units[next].isListItem || facts.units[next].isRow
        || facts.units[next].isTableHeader)
  }

  // MARK: Rows

  private static let purposeTitles: Stretches = [
    "purpose", "description", "used for", " use", "use", "what for", "objet", "usage",
    "utilisation", "description", "but", "activit", "recipient", "bénéficiaire", "details",
    "détail", "explanation", "explication",
  ]

  private static let amountTitles: Stretches = ["budget", "amount"]

  /// A row with an amount whose cell for the purpose says that it is still to come.
  private func hasOpenPurpose(_ facts: DocumentFacts, _ row: Int, _ number: NumberFact) -> Bool {
    let header = Int(facts.units[row].context)
    guard header >= 0 else { return false }
    let titles = facts.cells(of: header)
    let cells = facts.cells(of: row)
    for column in 1..<max(1, min(titles.count, cells.count)) where column != Int(number.column) {
      guard facts.range(titles[titles.startIndex + column].range, holds: Self.purposeTitles),
        !facts.range(titles[titles.startIndex + column].range, holds: Self.amountTitles)
      else { continue }
      let text = facts.quote(cells[cells.startIndex + column].range).lowercased()
      if text.utf8.count > 2, Self.isOpen(text) { return true }
    }
    return false
  }

  /// "To be determined", « à préciser », a dash: what a cell says that says nothing yet.
  static func isOpen(_ text: String) -> Bool {
    let signs = ["", "-", "–", "—", "tbd", "tbc", "?", "…", "...", "n. d.", "n.d.", "n.d", "n/d"]
    if signs.contains(text) { return true }
    guard text.utf8.count <= 40 else { return false }
    if openWords.stand(in: text) { return true }
    let openings = [
      "to be ", "to come", "to follow", "not yet", "pending", "under discussion", "unknown",
      "under review", "awaiting", "undetermined", "unspecified", "not specified", "à déterminer",
      "à préciser", "à venir", "à confirmer", "à décrire", "à définir", "à établir", "pas encore",
      "non précisé", "non déterminé", "inconnu", "en attente", "reste à", "à l’étude", "à l'étude",
      "not determined", "not known", "n’est pas", "n'est pas", "encore",
    ]
    return openings.contains { text.hasPrefix($0) }
  }

  private static let openWords: Stretches = [
    "to be confirmed", "to be determined", "to be decided", "to be described", "to be announced",
    "to be specified", "to be set", "to be defined", "à confirmer", "à préciser", "à déterminer",
    "à décrire", "à définir", "not yet ", "pas encore ",
  ]

  /// "None", « aucuns », 0.
  static func isNothing(_ text: String) -> Bool {
    [
      "none", "nil", "no", "0", "$0", "0 $", "aucun", "aucune", "aucuns", "aucunes", "néant",
      "rien",
      "no funds", "no funding", "not funded", "unfunded", "non financé", "non financée", "no money",
      "no amount", "aucun montant", "aucun crédit", "pas de crédits",
    ].contains(text)
  }

  /// Acts that cannot be had for nothing.
  static let costly: Stretches = [
    "build", "construct", "open ", "buy", "purchase", "acquire", "equip", "compensate", "pay ",
    "hire", "recruit", "train ", "fund ", "install", "deploy", "rent", "supply", "deliver",
    "construi", "ouvrir", "achet", "acquér", "équip", "indemnis", "payer", "embauch", "recrut",
    "former ", "financer", "aménag", "déployer", "louer", "fournir", "bâtir",
  ]
  private static let free: Stretches = [
    "no cost", "at no ", "existing", "current budget", "within", "aucun coût", "sans coût",
    "sans frais", "budget courant", "à même", "n’entraîne", "n'entraîne", "gratuit", "in kind",
    "en nature", "paid by", "payé par", "other source", "autre source",
  ]

  /// A note of the section says that something costs nothing, or who else pays.
  static func isFree(_ facts: DocumentFacts, _ row: Int) -> Bool {
    let heading = facts.units[row].heading
    let near = max(0, row - 12)...min(facts.units.count - 1, row + 12)
    return near.contains {
      facts.units[$0].heading == heading && !facts.units[$0].isHeading
        && (!facts.units[$0].isRow || $0 == row) && facts.unit($0, holds: free)
    }
  }
}

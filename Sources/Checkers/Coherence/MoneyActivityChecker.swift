package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports an amount that nothing is tied to, and an activity without its amount.
///
/// **What it finds.** Money for work on women, peace and security without a period, or shared with other
/// beneficiaries; money without an activity; and a row of an activity table whose amount is missing
/// while the others have one.
///
/// **Why it matters.** An amount without a period or an activity can be neither compared nor followed.
///
/// **Example.** "Canada is providing $20M to the project."
///
/// **What to write instead.** "Canada is providing $20M over five years from 2018 to the project …"
package struct MoneyActivityChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    let explained = Self.explained(corpus)
    let purposes = AmountPurpose(corpus)
    return corpus.members.indices.flatMap { member -> [Finding] in
      let found =
        amounts(corpus, member, explained) + rows(corpus, member) + uncosted(corpus, member)
        + UncostedActs(corpus, member).missing().map { act in
          Self.declared.finding(
            "uncosted", corpus, act.passage, against: [act.table],
            [
              "activity": .text(act.passage.facts(corpus).quote(ofUnit: act.passage.unit))
            ])
        }
      var told = Set(found.map { $0.place?.quote ?? "" })
      let facts = corpus.members[member].facts
      let blank = BlankAmounts(corpus, member).rows().compactMap { row -> Finding? in
        let finding = Self.declared.finding(
          "no-amount", corpus, CorpusPassage(member: member, unit: row.unit),
          ["activity": .text(facts.quote(row.activity))])
        return told.insert(finding.place?.quote ?? "").inserted ? finding : nil
      }
      let idle = purposes.without(member).compactMap { number -> Finding? in
        let finding = Self.declared.finding(
          "no-activity", corpus, CorpusPassage(member: member, unit: Int(number.unit)),
          ["amount": .text(facts.quote(number.start, number.end))])
        return told.contains(finding.place?.quote ?? "") ? nil : finding
      }
      return found + blank + idle
    }
  }

  /// Amounts that some passage of the set gives a period to.
  private static func explained(_ corpus: Corpus) -> Set<Double> {
    var amounts: Set<Double> = []
    for member in corpus.members {
      for number in member.facts.numbers
      where number.kind == .money && number.value >= 100_000
        && hasPeriod(member.facts, Int(number.unit), number)
      {
        amounts.insert(number.value)
      }
    }
    return amounts
  }

  /// A year or a length of time said of an amount: in its sentence, its column, or a sentence beside it that
  /// has no amount of its own.
  private static func hasPeriod(
    _ facts: DocumentFacts, _ unit: Int, _ number: NumberFact
  ) -> Bool {
    func isDated(_ other: Int) -> Bool {
      facts.dates(of: other).contains { $0.year > 0 }
        || facts.numbers(of: other).contains {
          ($0.kind == .duration && !$0.qualifiers.contains(.shortTime))
            || $0.qualifiers.contains(.yearly)
        }
    }
    let here = facts.units[unit]
    if isDated(unit) || (here.flags.contains(.yearly) && !here.isRow)
      || facts.unit(unit, holds: eachYear)
    {
      return true
    }
    if here.context >= 0, isDated(Int(here.context)) { return true }
    let paragraph = facts.paragraph(of: unit)
    func isFree(_ other: Int) -> Bool {
      !facts.numbers(of: other).contains { $0.kind == .money }
    }
    for other in unit + 1..<min(unit + 3, paragraph.upperBound + 1) {
      guard isFree(other) else { break }
      if isDated(other) { return true }
    }
    for other in stride(from: unit - 1, through: max(paragraph.lowerBound, unit - 2), by: -1) {
      guard isFree(other) else { break }
      if isDated(other) { return true }
    }
    return false
  }

  private static let eachYear: Stretches = [
    "each year", "every year", "a year", "per year", "yearly", "per annum", "chaque année",
    "par année", "par an", "annuel", "par exercice", "each fiscal year", "multi-year",
    "pluriannuel",
  ]

  private static let giving: Stretches = [
    "provid", "invest", "fund", "allocat", "commit", "support", "contribut", "dedicat", "grant",
    "vers", "consacr", "financ", "accord", "affect", "fourni", "octroi", "set aside", "earmark",
    "reserv", "réserv", "announc", "annonc", "mis de côté", "dispose", "injecte", "will give",
    "giving ", "devot", "pledg",
  ]

  private func amounts(
    _ corpus: Corpus, _ member: Int, _ explained: Set<Double>
  ) -> [Finding] {
    let facts = corpus.members[member].facts
    let isOfAgendaThroughout = Self.isOfAgenda(facts)
    var findings: [Finding] = []
    var lastUnit = -1
    for number in facts.numbers where number.kind == .money && number.value >= 100_000 {
      let unit = Int(number.unit)
      let here = facts.units[unit]
      guard unit != lastUnit, !here.isRow, !here.isHeading, !here.isTableHeader else { continue }
      lastUnit = unit
      let passage = CorpusPassage(member: member, unit: unit)
      let paragraph = facts.paragraph(of: unit)
      let amount = FindingArgument.text(facts.quote(number.start, number.end))
      guard facts.unit(unit, holds: Self.giving) else { continue }
      if here.flags.contains(.binds), here.wordCount <= 2, paragraph.count == 1,
        here.context < 0
      {
        findings.append(
          Self.declared.finding("no-activity", corpus, passage, ["amount": amount]))
        continue
      }
      let heading = Int(here.heading)
      let isOfAgenda =
        isOfAgendaThroughout || paragraph.contains { facts.units[$0].flags.contains(.gender) }
        || (heading >= 0 && facts.units[heading].flags.contains(.gender))
      guard isOfAgenda else { continue }
      // What another passage tells of the same amount need not be told twice.
      if !explained.contains(number.value), !Self.isSpentBefore(facts, unit) {
        findings.append(Self.declared.finding("no-period", corpus, passage, ["amount": amount]))
      }
      let shared = paragraph.first { other in
        other >= unit && facts.unit(other, holds: Self.mixed)
          && (other == unit || !facts.numbers(of: other).contains { $0.kind == .money })
      }
      if let shared {
        findings.append(
          Self.declared.finding(
            "mixed", corpus, passage,
            against: shared == unit ? [] : [CorpusPassage(member: member, unit: shared)],
            ["amount": amount]))
      }
    }
    return findings
  }

  /// Beneficiaries among whom women are not alone.
  private static let mixed: Stretches = [
    "women and minors", "women and youth", "women and children", "women and young",
    "women and vulnerable", "women and other", "femmes et mineurs", "femmes et les mineurs",
    "femmes et les jeunes", "femmes et des jeunes", "femmes et les enfants",
    "femmes et aux enfants",
    "femmes et des enfants",
  ]

  /// A short text of which a good part is about women.
  private static func isOfAgenda(_ facts: DocumentFacts) -> Bool {
    guard facts.units.count <= 80 else { return false }
    let gender = facts.units.count { $0.flags.contains(.gender) }
    return gender >= 2 && gender * 8 >= facts.units.count
  }

  /// Told of the past, the year may be that of the report.
  private static func isSpentBefore(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.looksBack
  }

  // MARK: What has no amount

  /// An item of a list of activities, or the undertaking that a plan calls its main one, that a table with the
  /// costs of the others leaves out.
  private func uncosted(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    guard let rows = CostedRows(facts) else { return Self.unpricedItems(corpus, member) }
    let table = rows.first
    var findings: [Finding] = []
    func tell(_ unit: Int) {
      findings.append(
        Self.declared.finding(
          "uncosted", corpus, CorpusPassage(member: member, unit: unit),
          against: [CorpusPassage(member: member, unit: Int(table.unit))],
          ["activity": .text(facts.quote(ofUnit: unit))]))
    }
    let header = Int(facts.units[Int(table.unit)].context)
    let section = facts.units[Int(table.unit)].heading
    let claims = facts.units.indices.contains { unit in
      facts.units[unit].heading == section && !facts.units[unit].isRow && unit != header
        && facts.unit(unit, holds: Self.allOfThem) && facts.unit(unit, holds: Self.ofMoney)
    }
    var unit = 0
    while unit < facts.units.count {
      // A list of activities, most of which the table has.
      if facts.units[unit].isListItem {
        var end = unit
        while end < facts.units.count, facts.units[end].isListItem { end += 1 }
        let items = Array(unit..<end)
        let missing = items.filter { !rows.pay(for: CostedRows.stems(facts.quote(ofUnit: $0))) }
        if items.count - missing.count >= 2, !missing.isEmpty,
          missing.count * 2 <= items.count - missing.count
        {
          for item in missing where !facts.unit(item, holds: Self.atNoCost) { tell(item) }
        }
        unit = end
        continue
      }
      let here = facts.units[unit]
      if claims, !here.isRow, !here.isHeading, here.heading != section,
        facts.unit(unit, holds: Self.chief), facts.unit(unit, holds: Self.undertaking),
        !facts.unit(unit, holds: Self.atNoCost),
        !facts.numbers(of: unit).contains(where: {
          $0.kind == .money
        }), !rows.pay(for: CostedRows.stems(facts.quote(ofUnit: unit)))
      {
        tell(unit)
      }
      unit += 1
    }
    return findings
  }

  /// Items of a list without an amount where nearly all the others have one.
  private static func unpricedItems(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    for list in facts.runs(of: \.isListItem) {
      // Sentences of one item belong together.
      var items: [(first: Int, priced: Bool)] = []
      for other in list {
        let priced = facts.numbers(of: other).contains { $0.kind == .money }
        if let last = items.indices.last,
          facts.units[items[last].first].block == facts.units[other].block
        {
          items[last].priced = items[last].priced || priced
        } else {
          items.append((other, priced))
        }
      }
      let missing = items.filter { !$0.priced }
      let context = Int(facts.units[items[0].first].context)
      let isOfCosts = context >= 0 && facts.unit(context, holds: ofMoney)
      if items.count >= (isOfCosts ? 3 : 4), missing.count == 1, let item = missing.first,
        !facts.unit(item.first, holds: atNoCost)
      {
        findings.append(
          declared.finding(
            "no-amount", corpus, CorpusPassage(member: member, unit: item.first),
            ["activity": .text(facts.quote(ofUnit: item.first))]))
      }
    }
    return findings
  }

  private static let allOfThem: Stretches = [
    "every ", "each ", "all ", "toutes", "chaque", "chacun", "tous ", "in full", "complete",
  ]
  private static let ofMoney: Stretches = [
    "money", "cost", "fund", "amount", "budget", "argent", "coût", "montant", "financ", "somme",
  ]
  private static let chief: Stretches = [
    "main ", "flagship", "largest", "principal", "central ", "most important", "cornerstone",
    "centrepiece", "phare", "plus importan", "pièce maîtresse", "major ", "biggest",
  ]
  private static let undertaking: Stretches = [
    "undertaking", "activit", "action", "project", "projet", "initiative", "measure", "mesure",
    "program", "centre", "investment", "investissement", "commitment", "engagement", "chantier",
  ]
  static let atNoCost: Stretches = [
    "existing budget", "existing resource", "existing fund", "no new money", "no cost",
    "within current", "sans coût", "budget existant", "ressources existantes", "à même",
    "no additional", "aucune dépense", "no extra", "already funded", "déjà financ", "in kind",
    "en nature",
  ]

  /// Rows whose amount is empty in a table where the others have one.
  private func rows(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    var index = 0
    while index < facts.indicators.count {
      let header = facts.units[Int(facts.indicators[index].unit)].context
      var end = index
      while end < facts.indicators.count,
        facts.units[Int(facts.indicators[end].unit)].context == header
      {
        end += 1
      }
      let table = facts.indicators[index..<end]
      index = end
      let withMoney = table.filter { row in
        facts.numbers(of: Int(row.unit)).contains {
          $0.start >= row.amount.start && $0.end <= row.amount.end && !row.amount.isEmpty
        }
      }
      guard withMoney.count >= 2, withMoney.count < table.count else { continue }
      for row in table {
        let first = facts.cells(of: Int(row.unit)).first
        let named = row.action.isEmpty ? first?.range ?? 0..<0 : row.action.range
        guard !named.isEmpty, !row.amount.isEmpty || !row.action.isEmpty else { continue }
        let text = facts.quote(row.amount.range).lowercased()
        let isBlank =
          row.amount.isEmpty || AmountPurpose.isOpen(text)
          || (AmountPurpose.isNothing(text)
            && facts.range(named, holds: AmountPurpose.costly)
            && !AmountPurpose.isFree(facts, Int(row.unit)))
        guard isBlank else { continue }
        findings.append(
          Self.declared.finding(
            "no-amount", corpus, CorpusPassage(member: member, unit: Int(row.unit)),
            ["activity": .text(facts.quote(named))]))
      }
    }
    return findings
  }

  private static let declared = CheckerDescription.coherence(
    "coh.money-activity",
    title: LocalizedText("Money and activities", "Argent et activités"),
    rationale: LocalizedText(
      "Asks of each amount for the agenda what it pays for, over what time and for whom. It may be wrong "
        + "where the period is given elsewhere or the amount is a round total.",
      "Demande de chaque montant consacré au programme ce qu’il paie, pour combien de temps et pour "
        + "qui. Le constat peut être faux si la période est donnée ailleurs."),
    [
      FindingKind(
        "no-period", .ask,
        message: LocalizedText(
          "{amount}: no period is given", "{amount} : aucune période n’est donnée"),
        help: LocalizedText(
          "say over which years the amount is spent", "dire sur quelles années le montant s’étend")),
      FindingKind(
        "mixed", .note,
        message: LocalizedText(
          "{amount}: women are among the beneficiaries, with others",
          "{amount} : les femmes sont parmi les bénéficiaires, avec d’autres"),
        help: LocalizedText(
          "do not count the whole amount as money for women; give the share if it is known",
          "ne pas compter tout le montant comme destiné aux femmes; donner la part si elle est connue"
        )
      ),
      FindingKind(
        "no-activity", .ask,
        message: LocalizedText(
          "{amount}: nothing says what it pays for", "{amount} : rien ne dit ce qu’il paie"),
        help: LocalizedText(
          "name the activity, who carries it out and over which years",
          "nommer l’activité, qui la mène et sur quelles années")),
      FindingKind(
        "uncosted", .ask,
        message: LocalizedText(
          "‘{activity}’ is not in the table that gives the others their amounts",
          "« {activity} » n’est pas dans le tableau qui donne le montant des autres"),
        help: LocalizedText(
          "give the amount, or say that it is done within existing funds",
          "donner le montant, ou dire que c’est fait à même les fonds existants")),
      FindingKind(
        "no-amount", .ask,
        message: LocalizedText(
          "‘{activity}’ has no amount, unlike the other rows",
          "« {activity} » n’a pas de montant, contrairement aux autres lignes"),
        help: LocalizedText(
          "give the amount, or say that it is done within existing funds",
          "donner le montant, ou dire que c’est fait à même les fonds existants")),
    ])
}

internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Until when there is money for something, and what is promised for longer: wherever the two stand.
///
/// The end of the money is read from the dates of a sentence or row about money: an end, a span, years in a
/// list, or a length and its start. Who promises the same matter for later, with nothing said of what happens
/// in between, has a gap.
struct FundingSpans {
  struct Gap {
    var money: CorpusPassage
    /// The last time that is paid for, as written.
    var words: String
    var promise: CorpusPassage
    /// The day, as 20280331, until which the promise runs.
    var due: Int
  }

  private struct Money {
    var passage: CorpusPassage
    var words: String
    var end: Int
  }

  private let corpus: Corpus
  private var promises: MatterIndex
  private var dues: [Int] = []

  static func gaps(_ corpus: Corpus) -> [Gap] {
    var spans = FundingSpans(corpus)
    var money: [Money] = []
    for member in corpus.members.indices where !corpus.members[member].facts.looksBack {
      spans.readPromises(member)
      money += spans.money(member)
    }
    return money.compactMap { spans.gap($0) }
  }

  private init(_ corpus: Corpus) {
    self.corpus = corpus
    promises = MatterIndex(
      corpus,
      without:
        "grant grants contribution pays paid funds funded funding gives receives comes fund pay budget money cost million dollars year years month fiscal receive envelope "
        + "source amount approved end until last start begin permanent time limited reserve provide "
        + "keep open item march april june december department branch directorate agency",
      "subvention subventions contribution finance financé financement reçoit reçoivent accordé "
        + "accordées accorde fonds financer budget argent crédits crédit coût million millions dollars année années an ans "
        + "exercice exercices recevoir enveloppe source montant somme accorder accordée accordés fin "
        + "jusque début permanent consacrer provenir poste mars avril juin décembre direction agence"
    )
  }

  // MARK: Promises

  private static let whole: Stretches = [
    "as long as this plan", "as long as the plan", "life of th", "lifetime of the",
    "throughout the plan", "throughout this plan", "throughout the period", "entire period",
    "whole period", "duration of th", "year of the plan", "year of this plan", "end of the plan",
    "end of this plan", "course of the plan", "term of the plan", "toute la durée",
    "tout au long du plan", "fin du plan", "année du plan", "tant que le plan",
    "pendant tout le plan", "la période du plan",
  ]
  private static let wholes: Stretches = [
    "whole ", "full ", "entire ", "all the years", "throughout", "for all ", "until the end",
    "every year", "each year", "toute la", "tout le", "tous les ans", "chaque année", "au long",
    "pendant les", "durant les", "until the strategy", "until the plan", "jusqu’au bout",
    "jusqu'au bout", "as long as", "aussi longtemps",
  ]
  private static let terms: Stretches = [
    "years of th", "term of th", "period of th", "of this strategy", "of the strategy",
    "of this plan", "of the plan", "of the framework", "of this framework", "plan closes",
    "strategy closes", "plan ends", "strategy ends", "plan lasts", "strategy lasts", "plan runs",
    "années du plan", "années de la stratégie", "ans du plan", "ans de la stratégie",
    "de la stratégie", "du plan", "du cadre", "la présente stratégie", "le présent plan",
  ]

  /// "For the whole six years of this strategy": the time of the plan, whatever the words between.
  static func isForAll(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.unit(unit, holds: whole) { return true }
    let range = facts.units[unit].textRange
    guard let first = wholes.first(in: facts.text, range) else { return false }
    return facts.range(
      max(range.lowerBound, first.end - 20)..<min(first.end + 40, range.upperBound), holds: terms)
  }

  /// What tells of a work and does not carry it on.
  static let telling: Stretches = [
    "evaluation", "évaluation", "will be evaluated", "sera évalué", "seront évalué", "report ",
    "reports ", "rapport", "review ", "bilan", "publish", "publi", "study of", "étude sur",
  ]

  private mutating func readPromises(_ member: Int) {
    let facts = corpus.members[member].facts
    var unit = -1
    for date in facts.dates where Int(date.unit) != unit {
      unit = Int(date.unit)
      add(member, unit)
    }
    for commitment in facts.commitments
    where facts.dates(of: Int(commitment.unit)).isEmpty && Int(commitment.unit) != unit
      && Self.isForAll(facts, Int(commitment.unit))
    {
      unit = Int(commitment.unit)
      add(member, unit)
    }
  }

  private mutating func add(_ member: Int, _ unit: Int) {
    let facts = corpus.members[member].facts
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader else { return }
    let dates = facts.dates(of: unit).filter {
      $0.year > 0 && $0.role.isDisjoint(with: Self.starts)
    }
    var due = dates.map(\.last).max() ?? 0
    if here.isRow {
      guard !Self.isOfMoney(facts, unit), dates.contains(where: { Self.isDue(facts, unit, $0) })
      else { return }
    } else {
      let isPromise =
        here.flags.contains(.binds)
        || !facts.commitments(of: unit).isEmpty
        || (here.isListItem && !here.flags.contains(.past))
      guard isPromise, !facts.unit(unit, holds: Self.telling) else { return }
      if Self.isForAll(facts, unit), let end = corpus.members[member].years.last,
        corpus.members[member].years.count == 2
      {
        due = max(due, end * 10000 + 331)
      }
    }
    guard due > 0 else { return }
    let count = promises.entries.count
    promises.add(CorpusPassage(member: member, unit: unit))
    if promises.entries.count > count { dues.append(due) }
  }

  /// A date of a row that says until or by when it is done.
  private static func isDue(_ facts: DocumentFacts, _ row: Int, _ date: DateFact) -> Bool {
    guard date.column > 0 else { return false }
    if date.role.contains(.target) { return true }
    let header = Int(facts.units[row].context)
    guard header >= 0 else { return false }
    let titles = facts.cells(of: header)
    guard Int(date.column) < titles.count else { return false }
    return facts.range(titles[titles.startIndex + Int(date.column)].range, holds: dueTitles)
  }

  private static let starts: DateFact.Role = [.since, .baseline]

  private static let dueTitles: Stretches = [
    "until", "end", "jusqu", "fin", "complet", "date", "target", "cible", "when",
  ]

  // MARK: Money

  private static let paying: Stretches = [
    "fund", "budget", "allocat", "financ", "crédit", "fonds", "invest", "million", "$", "grant",
    "subvention", "money", "paid for", "pays for", "paid from", "pay for", "authority", "somme",
    "salar", "envelope", "enveloppe", "allotment", "dotation", "resources are", "receives",
    "reçoi", "contribution", "agreement signed", "appropriat", "sponsor", "bankroll",
    "spending", "dépens", "time-limited", "allocation", "temporary fund", "temporaire",
  ]
  private static let only: Stretches = [
    " only", "seulement", "uniquement", "nothing", " rien ", "no further", "no money", "no other",
    "aucun", "not been set aside", "no source", "no amount", "not yet been",
  ]
  private static let begins: Stretches = [
    "start", "begin", "began", "from ", "as of", "commenc", "à compter", "à partir", "dès ",
    "débute", "débuté", "effective", "since", "depuis", "beginning",
  ]
  private static let ends: Stretches = [
    "to the end of", "through", "jusqu", "ending", " ends ", " end ", "ended", "expire",
    "prend fin", "prendra fin", "prennent fin", "runs out", "run out", "lapse", "stops", "cease",
    "cesse", "s’arrête", "s'arrête", "se termine", "échéance", " only to ", "until", "épuisé",
    "used up", "exhausted", "run dry", "lapse", "sunset", "dries up", "tarit", "vient à terme",
    "come to an end", "comes to an end", "s’éteint", "s'éteint", "s’achève", "s'achève",
    "secured to",
    "approved to", "covers", "couvre", " last ",
  ]
  private static let untilWhen: Stretches = [
    "last year", "final year", "end of funding", "funding ends", "end year", "end date", "expir",
    "dernière année", "dernier exercice", "fin du financement", "année de fin", "date de fin",
    "échéance", "funded until", "funded to", "paid until", "money until", "until", "jusqu",
    "financé", "ends", "runs out", "available to", "fin",
  ]

  /// True for a row of a table that tells of money: its headings say so, or the heading above the table.
  private static func isOfMoney(_ facts: DocumentFacts, _ row: Int) -> Bool {
    let header = Int(facts.units[row].context)
    if header >= 0, facts.unit(header, holds: paying) { return true }
    if facts.numbers(of: row).contains(where: { $0.kind == .money }) { return true }
    let heading = Int(facts.units[row].heading)
    return heading >= 0 && facts.unit(heading, holds: paying)
  }

  private func money(_ member: Int) -> [Money] {
    let facts = corpus.members[member].facts
    var found: [Money] = []
    var index = 0
    while index < facts.dates.count {
      let unit = Int(facts.dates[index].unit)
      let dates = facts.dates(of: unit)
      index = dates.endIndex
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader else { continue }
      let end = here.isRow ? Self.endOfRow(facts, unit, dates) : Self.end(facts, unit, dates)
      guard let (date, last) = end else { continue }
      found.append(
        Money(
          passage: CorpusPassage(member: member, unit: unit),
          words: facts.quote(date.start, date.end), end: last))
    }
    return found
  }

  private static func endOfRow(
    _ facts: DocumentFacts, _ unit: Int, _ dates: ArraySlice<DateFact>
  ) -> (DateFact, Int)? {
    if let sheet = endOfSheet(facts, unit, dates) { return sheet }
    guard isOfMoney(facts, unit) else { return nil }
    let header = Int(facts.units[unit].context)
    guard header >= 0 else { return nil }
    let titles = facts.cells(of: header)
    for date in dates where date.year > 0 && date.column > 0 {
      let column = titles.startIndex + Int(date.column)
      guard column < titles.endIndex, facts.range(titles[column].range, holds: untilWhen) else {
        continue
      }
      return (date, date.last)
    }
    return nil
  }

  /// A sheet with one particular in each row: "Start of funding | 2024–25", "Length | four fiscal years".
  private static func endOfSheet(
    _ facts: DocumentFacts, _ row: Int, _ dates: ArraySlice<DateFact>
  ) -> (DateFact, Int)? {
    let own = dates.filter { $0.year > 0 && $0.column == 1 }
    let cells = facts.cells(of: row)
    guard own.count == 1, let start = own.first, cells.count == 2, let label = cells.first,
      facts.range(label.range, holds: firstOf)
    else { return nil }
    let context = facts.units[row].context
    let near = (max(0, row - 5)...min(facts.units.count - 1, row + 5)).filter {
      $0 != row && facts.units[$0].isRow && facts.units[$0].context == context
    }
    guard
      facts.range(label.range, holds: paying)
        || near.contains(where: { other in
          facts.cells(of: other).first.map { facts.range($0.range, holds: paying) } ?? false
        })
    else { return nil }
    for other in near {
      guard let label = facts.cells(of: other).first, facts.range(label.range, holds: lengths),
        let length = facts.numbers(of: other).first(where: {
          $0.column == 1
            && ($0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 12
              || $0.kind == .count && (2...10).contains($0.value))
        })
      else { continue }
      let months = length.kind == .duration ? Int(length.value) : 12 * Int(length.value)
      guard months <= 120 else { continue }
      let isFiscal = start.role.contains(.fiscal) || start.endYear == start.year + 1
      let month = isFiscal ? 4 : max(1, Int(start.month))
      let last = Int(start.year) * 12 + month - 1 + months - 1
      return (start, last / 12 * 10000 + (last % 12 + 1) * 100 + 31)
    }
    return nil
  }

  private static let firstOf: Stretches = [
    "start", "begin", "first year", "first fiscal", "début", "commenc", "premier exercice",
    "première année", "from", "à compter",
  ]
  private static let lengths: Stretches = [
    "duration", "length", "term", "number of years", "years funded", "durée", "nombre d’années",
    "nombre d'années", "nombre d’exercices", "nombre d'exercices", "how long",
  ]

  private static func end(
    _ facts: DocumentFacts, _ unit: Int, _ dates: ArraySlice<DateFact>
  ) -> (DateFact, Int)? {
    guard facts.unit(unit, holds: paying) else { return nil }
    let own = dates.filter { $0.year > 0 && !$0.role.contains(.baseline) }
    func stands(_ words: Stretches, before date: DateFact) -> Bool {
      let start = max(Int(facts.units[unit].textStart), Int(date.start) - 56)
      return facts.range(start..<Int(date.start), holds: words)
    }
    if let last = own.last(where: {
      $0.role.contains(.ending) || stands(ends, before: $0)
        || ($0.isSpan && !$0.role.contains(.deadline))
    }) {
      return (last, last.last)
    }
    // A length and its start.
    let lengths = facts.numbers(of: unit).filter {
      $0.kind == .duration && $0.value >= 12 && $0.value <= 120
        && $0.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.shortTime))
    }
    if lengths.count == 1, let length = lengths.first, own.count == 1, let start = own.first,
      start.role.contains(.since) || stands(begins, before: start)
    {
      let month = start.role.contains(.fiscal) ? 4 : max(1, Int(start.month))
      let last = Int(start.year) * 12 + month - 1 + Int(length.value) - 1
      return (start, last / 12 * 10000 + (last % 12 + 1) * 100 + 31)
    }
    // Years in a list, or one year and nothing else.
    let years = own.filter {
      !$0.role.contains(.deadline)
        && ($0.role.contains(.fiscal) || ($0.role.contains(.range) && $0.endYear == $0.year + 1))
    }
    guard let last = years.max(by: { $0.last < $1.last }), years.count == own.count else {
      return nil
    }
    let end = last.endYear == last.year ? last.last : Int(last.endYear) * 10000 + 331
    if years.count >= 2 { return (last, end) }
    let next = unit + 1
    let isOnly =
      facts.unit(unit, holds: only)
      || (next < facts.units.count && facts.units[next].block == facts.units[unit].block
        && facts.unit(next, holds: only))
    return isOnly ? (last, end) : nil
  }

  // MARK: Gaps

  private func gap(_ money: Money) -> Gap? {
    let facts = money.passage.facts(corpus)
    let isRow = facts.units[money.passage.unit].isRow
    let matter = promises.matter(of: money.passage)
    guard !Self.isCarriedOn(facts, money.passage.unit, after: money.end) else { return nil }
    for number in promises.candidates(for: matter) where dues[number] > money.end + 9_000 {
      let entry = promises.entries[number]
      let other = entry.passage
      guard other != money.passage, corpus.mayShareTime(money.passage.member, other.member),
        corpus.mayShareOwner(money.passage, other)
      else { continue }
      let theirs = other.facts(corpus)
      let like = promises.likeness(matter, entry.matter)
      let isSection =
        other.member == money.passage.member
        && theirs.units[other.unit].heading == facts.units[money.passage.unit].heading
      let isAlike =
        (like.shared >= 2 && (like.coverOfSecond >= 0.3 || like.coverOfFirst >= 0.4))
        || (isSection && like.shared >= 1 && !isRow)
        || (like.sharedOwn >= 1 && like.coverOfFirst >= 0.6) || like.sharedOwn >= 2
        || isOfSentenceBefore(money.passage, other)
      guard isAlike, !Self.isCarriedOn(theirs, other.unit, after: money.end) else { continue }
      return Gap(
        money: money.passage, words: money.words, promise: other, due: dues[number])
    }
    return nil
  }

  /// "Listeners will … Their salaries are paid until …"
  private func isOfSentenceBefore(_ money: CorpusPassage, _ promise: CorpusPassage) -> Bool {
    let facts = money.facts(corpus)
    return money.member == promise.member && promise.unit + 1 == money.unit
      && facts.units[money.unit].block == facts.units[promise.unit].block
      && facts.begins(facts.units[money.unit].textRange, with: Self.possessives)
  }

  private static let possessives = [
    "their ", "its ", "leurs ", "leur ", "sa ", "son ", "ses ", "the money for them",
    "l’argent pour",
  ]
  /// The money is said to be another matter's.
  private static let unrelated: Stretches = [
    "sans lien avec", "no link to", "no link with", "unrelated to", "nothing to do with",
    "rien à voir avec", "not connected", "separate program", "programme distinct",
  ]
  private static let onwards: Stretches = [
    "already granted", "already approved", "already secured", "déjà accord", "déjà approuv",
    "déjà octroy",
    "renew", "extend", "ongoing", "thereafter", "permanent", "renouvel", "prolong", "par la suite",
    "successor", "indefinite", "follow-on", "before the end", "take over", "takes over",
    "taken over", "bear the cost", "at their own expense", "à leurs frais", "à la charge",
    "prendront le relais", "prend le relais", "prendra le relais", "spent", "dépensé",
    "continues beyond", "continuing funding", "confirmed", "confirmé", "transfer to",
    "transfert aux", "handed over", "hand over",
  ]
  /// Money of another source, said of what the same sentence or the one before names.
  private static let ownMeans: Stretches = [
    "existing budget", "own budget", "base budget", "budget courant", "regular budget",
    "budget régulier", "current budget", "core budget", "existing fund", "existing resources",
    "own funds", "budgets courants", "ressources existantes",
  ]
  private static let denied: Stretches = [
    "not renew", "no renewal", "not been renew", "not extend", "no extension", "not been extend",
    "non renouvel", "pas renouvel", "pas été renouvel", "aucun renouvel", "aucune prolong",
    "pas prolong", "nothing thereafter", "no ongoing", "not permanent", "without renewal",
    "nothing beyond", "rien par la suite", "renewal has not", "renewal is not", "not sought",
    "no decision", "not been decided", "aucune décision", "renouvellement n", "has not been",
    "not confirmed", "pas confirmé", "no permanent", "neither renew",
  ]

  /// Something around a passage says what happens when the money has ended: it is renewed, others pay, or a
  /// time begins then.
  static func isCarriedOn(_ facts: DocumentFacts, _ unit: Int, after end: Int) -> Bool {
    if facts.unit(unit, holds: unrelated) { return true }
    let heading = facts.units[unit].heading
    let first = max(0, unit - 4)
    let last = min(facts.units.count - 1, unit + 5)
    for other in first...last where facts.units[other].heading == heading {
      let here = facts.units[other]
      if here.isHeading { continue }
      // A row is carried on by itself or by prose, and not by another row.
      if here.isRow, other != unit { continue }
      if facts.unit(other, holds: onwards), !facts.unit(other, holds: denied) { return true }
      let isOfIt =
        other == unit || (other == unit + 1 && NamedSubject.opensWithPronoun(facts, other))
      if isOfIt, facts.unit(other, holds: ownMeans) { return true }
      let paysLater =
        facts.unit(other, holds: paying) && !facts.unit(other, holds: only)
        && !facts.units[other].isRow
      if paysLater,
        facts.dates(of: other).contains(where: {
          $0.year > 0 && $0.first > end && $0.first <= end + 15_000
            && $0.role.isDisjoint(with: [.deadline])
        })
      {
        return true
      }
    }
    return false
  }
}

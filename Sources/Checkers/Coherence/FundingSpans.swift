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

  struct Money {
    var passage: CorpusPassage
    var words: String
    var end: Int
  }

  let corpus: Corpus
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
        || (!here.flags.contains(.past) && !facts.looksBack && !facts.unit(unit, holds: Self.paying)
          && dates.contains { $0.role.contains(.ending) && $0.last == due })
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

  // MARK: Gaps

  private func gap(_ money: Money) -> Gap? {
    let facts = money.passage.facts(corpus)
    let isRow = facts.units[money.passage.unit].isRow
    var matter = promises.matter(of: money.passage)
    let unit = money.passage.unit
    // "The money for this ends in …": what it is for stands in the sentence before.
    if !isRow, unit > 0, facts.units[unit - 1].block == facts.units[unit].block,
      facts.unit(unit, holds: Self.forThis)
    {
      let before = promises.matter(of: CorpusPassage(member: money.passage.member, unit: unit - 1))
      matter.own = Set(matter.own + before.own + before.lead).sorted()
      matter.lead = Set(matter.lead).subtracting(matter.own).sorted()
    }
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

  private static let forThis: Stretches = [
    "à cette fin", "à cela", "à cet effet", "for this", "for that", "for it ", "for them",
    "pour cela",
    "this purpose", "these sums", "this money", "cet argent", "ces crédits", "ces sommes",
  ]

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

internal import Checking
internal import Facts
internal import SourceText

/// Events and steps that two passages date, found by what the passages are about: a review, a forum, a call, an
/// opening.
struct EventDates {
  /// What happens, in classes of words that authors use for each other.
  private static let events: [[String]] = [
    [
      "review", "evaluation", "assessment", "audit", "examen", "évaluation", "vérification",
      "bilan de mi",
    ],
    [
      "forum", "conference", "summit", "round table", "roundtable", "symposium", "dialogue",
      "gathering", "conférence", "sommet", "table ronde", "colloque", "rencontre", "assises",
    ],
    ["call for", "appel de", "appel à", "applications", "propositions", "intake", "proposals"],
    ["exercise", "drill", "exercice de"],
    [
      "opening of", "will open", "opens", "ouvrira", "ouvre", "ouverture", "inaugurat",
      "doors open", "begin operating", "accueillera ses premi",
    ],
    ["launch", "lancement", "lancera", "lancé"],
    ["guide", "handbook", "manual", "toolkit", "guide", "manuel", "trousse"],
    ["survey", "sondage", "enquête", "census", "recensement"],
    ["course begins", "first course", "premier cours", "first cohort", "première cohorte"],
  ]
  private static let classes: [Int] = events.indices.flatMap { index in
    Array(repeating: index, count: events[index].count)
  }
  private static let stretches = Stretches(events.flatMap { $0 })

  /// What comes back every year, or in parts, has many dates.
  private static let repeated: Stretches = [
    "each ", "every ", "annual", "yearly", "chaque", "tous les", "toutes les", "annuel", "monthly",
    "quarter", "trimestr", "twice", "deux fois", "semiannual", "semestri",
  ]
  private static let ordinals: [Stretches] = [
    ["first ", "premier", "première"], ["second ", "deuxième", "seconde"],
    ["third ", "troisième"], ["last ", "final", "dernier", "dernière"],
    ["next ", "prochain"],
  ]

  private static let halfway: Stretches = [
    "mid-term", "midterm", "mid-point", "midpoint", "halfway", "half-way", "half-time",
    "mi-parcours", "mi-chemin", "mi-temps", "midway", "mid-course", "middle of",
  ]

  private static let most = 4_000

  static func conflicts(_ corpus: Corpus) -> [DateConflict] {
    var told: [(passage: CorpusPassage, date: DateFact, event: Int, label: Range<Int>?)] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for (unit, dates) in UnitRuns(facts.dates) {
        let here = facts.units[unit]
        guard !here.isHeading, !here.isTableHeader, here.flags.isDisjoint(with: .yearly),
          told.count < most
        else { continue }
        let passage = CorpusPassage(member: member, unit: unit)
        if here.isRow {
          if let (label, date) = due(facts, unit, dates) {
            told.append((passage, date, event(facts, label, date) ?? ofDue, label))
          }
          continue
        }
        let points = dates.filter { $0.year > 0 && !$0.isSpan && !$0.role.contains(.since) }
        guard points.count == 1, dates.count == 1, let date = points.first,
          let event = event(facts, here.textRange, date)
            ?? (isLabelled(facts, unit, date) ? ofDue : nil),
          !facts.range(Int(here.textStart)..<Int(date.end), holds: repeated),
          !DatedEvent.isExplained(facts, unit)
        else { continue }
        told.append((passage, date, event, nil))
      }
    }
    guard told.count > 1 else { return [] }
    var index = MatterIndex(
      corpus,
      without: "spring summer fall autumn winter finish complete release publish hold take place "
        + "take takes effect come comes came force enter entered start starts begin begins opens "
        + "open close closes closing expire due deadline date day end plan half midpoint midterm independent outside official language both",
      "printemps été automne hiver terminer achever publier tenir lieu date jour fin plan tiendra "
        + "indépendant externe langue réunir prend entrer entre vigueur commencer commence débute "
        + "ouvrir ouvre ferme échéance effet")
    var stated: [(date: DateFact, event: Int)] = []
    for (passage, date, event, label) in told {
      if index.add(passage, label: label) { stated.append((date, event)) }
    }
    var conflicts: [DateConflict] = []
    for second in index.entries.indices {
      let there = index.entries[second]
      for first in index.candidates(for: there.matter).prefix(12) where first < second {
        let here = index.entries[first]
        // A day that a list or table gives for a thing may be that of whatever is said of it.
        let isDue = stated[first].event == ofDue || stated[second].event == ofDue
        guard isDue || stated[first].event == stated[second].event,
          isApart(stated[first].date, stated[second].date),
          corpus.mayShareTime(here.passage.member, there.passage.member),
          !corpus.areTranslations(here.passage.member, there.passage.member),
          !corpus.areEditions(here.passage.member, there.passage.member),
          corpus.mayShareOwner(here.passage, there.passage)
        else { continue }
        let one = here.passage.facts(corpus)
        let two = there.passage.facts(corpus)
        let like = index.likeness(here.matter, there.matter)
        // A plan has one review at half time, however it is called.
        let isHalfway =
          stated[first].event == 0 && one.unit(here.passage.unit, holds: halfway)
          && two.unit(there.passage.unit, holds: halfway) && like.sharedOwn >= 1
        guard isHalfway || like.sharedOwn >= 2,
          isHalfway || like.shared >= 3 || min(like.coverOfFirst, like.coverOfSecond) >= 0.5,
          isHalfway || max(like.coverOfFirst, like.coverOfSecond) >= 0.4,
          !isDue
            || (like.sharedOwn >= 2 && like.ownCoverOfFirst >= 0.5
              && min(like.coverOfFirst, like.coverOfSecond) >= 0.6
              && max(like.coverOfFirst, like.coverOfSecond) >= 0.75),
          one.unit(here.passage.unit, holds: halfway)
            == two.unit(there.passage.unit, holds: halfway),
          one.unit(here.passage.unit, holds: drafts)
            == two.unit(there.passage.unit, holds: drafts),
          // Whatever starts or ends has to be the same in nearly all its words.
          stated[first].event < ofDate || isDue
            || (like.sharedOwn >= 3 && min(like.coverOfFirst, like.coverOfSecond) >= 0.5
              && max(like.coverOfFirst, like.coverOfSecond) >= 0.75)
            // A start with its month, of two documents, may have more said around it.
            || (stated[first].event == ofDate && like.sharedOwn >= 2
              && here.passage.member != there.passage.member
              && min(like.coverOfFirst, like.coverOfSecond) >= 0.3
              && max(like.coverOfFirst, like.coverOfSecond) >= 0.5
              && stated[first].date.month > 0 && stated[second].date.month > 0),
          one.looksBack == two.looksBack,
          order(one, here.passage.unit) == order(two, there.passage.unit),
          !PassageScope.differ(one, here.passage.unit, two, there.passage.unit)
        else { continue }
        let (x, y) = (stated[first].date, stated[second].date)
        conflicts.append(
          DateConflict(
            passage: there.passage, words: two.quote(y.start, y.end), other: here.passage,
            otherWords: one.quote(x.start, x.end)))
        break
      }
    }
    return conflicts
  }

  /// From here on events are told by the words beside the date alone.
  private static let ofDate = 100
  /// A day that stands beside a thing, without a word for what happens on it.
  private static let ofDue = 200

  /// The day of a row and what it is for: the act or measure, else its first cell.
  private static func due(
    _ facts: DocumentFacts, _ unit: Int, _ dates: ArraySlice<DateFact>
  ) -> (Range<Int>, DateFact)? {
    guard dates.count == 1, let date = dates.first, date.year > 0, date.column > 0, !date.isSpan,
      date.role.isDisjoint(with: [.baseline, .since]), let cell = facts.cells(of: unit).first,
      !facts.unit(unit, holds: repeated), !DatedEvent.isExplained(facts, unit),
      let row = DocumentFacts.of(unit, in: facts.indicators).first,
      !row.date.isEmpty, row.date.range.contains(Int(date.start)), row.indicator.isEmpty
    else { return nil }
    return (row.action.isEmpty ? cell.range : row.action.range, date)
  }

  /// "Midterm evaluation: June 2028", "Site chosen – by May 2027": the day stands behind a sign, and nothing
  /// behind it.
  private static func isLabelled(_ facts: DocumentFacts, _ unit: Int, _ date: DateFact) -> Bool {
    let here = facts.units[unit]
    guard here.isListItem, Int(here.textEnd) - Int(date.end) <= 3 else { return false }
    let front = Int(here.textStart)..<Int(date.start)
    return front.count <= 120 && facts.range(front, holds: signs)
  }

  private static let signs: Stretches = [":", " – ", " — ", " - ", "("]
  private static let drafts: Stretches = [
    "draft", "preliminary", "interim", "ébauche", "provisoire", "préliminaire", "projet de rapport",
    "summary of", "résumé",
  ]

  private static func event(
    _ facts: DocumentFacts, _ range: Range<Int>, _ date: DateFact
  ) -> Int? {
    var found: [Int] = []
    stretches.forEachWord(in: facts.text, range) { index, _ in
      found.append(classes[index])
    }
    // Else what the words beside the date say: it starts, ends, is adopted or released.
    guard let first = found.first else {
      return DatedEvent.of(date, facts).map { ofDate + Int($0.rawValue) }
    }
    return found.contains { $0 != first } ? found.min() : first
  }

  /// Two times of which none can lie in the other, a season's slack apart.
  private static func isApart(_ one: DateFact, _ two: DateFact) -> Bool {
    let (early, late) = one.last < two.last ? (one, two) : (two, one)
    guard late.first > early.last else { return false }
    // A year alone may be a fiscal one.
    if early.isOtherSeason(than: late) { return true }
    let isLoose = early.month == 0 || late.month == 0
    return !isLoose || late.year > early.endYear
  }

  static func order(_ facts: DocumentFacts, _ unit: Int) -> Int {
    ordinals.firstIndex { facts.unit(unit, holds: $0) } ?? -1
  }
}

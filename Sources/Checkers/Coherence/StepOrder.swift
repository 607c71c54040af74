internal import Checking
internal import Facts
internal import SourceText

/// Steps of one piece of work whose days stand in an order that cannot be: a report out before those who write it
/// are hired, a course that ends before it begins, a guide for a course that is over.
struct StepOrder {
  struct Conflict {
    /// What ends, comes out or is ready too early, and what it needs.
    var passage: CorpusPassage
    var date: DateFact
    var other: CorpusPassage
    var otherDate: DateFact
  }

  private struct Step {
    var unit: Int
    var date: DateFact
    var mark: UInt8
  }

  private enum Mark {
    static let prepares: UInt8 = 1
    static let finishes: UInt8 = 2
    static let again: UInt8 = 3
  }

  private static let english = WordStems([
    Mark.prepares: """
    hire|, hired|, hires|, hiring, recruit, select, chosen|, tender, call for, design, \
    draft, begin|, begins|, beginning, start|, starts|, starting, open|, opens|, opening|, \
    enrol, consult, field work|, fieldwork, collect, groundbreaking, construction, \
    break ground, applications, appoint, set up|
    """,
    Mark.finishes: """
    publish, released|, release|, complet, finish, graduat, certificate, diploma, final|, \
    conclud, results will, findings, presented|, tabled|, handed over|, hand over|, ends|, \
    end|, closes|, wrap, report will, report is
    """,
    Mark.again: """
    next|, new|, second|, third|, another, again|, previous, first phase, follow-up, \
    anniversary, each|, every|, annual, earlier, interim, preliminary, last year
    """,
  ])
  private static let french = WordStems([
    Mark.prepares: """
    embauch, recrut, choisi, sélection, appel d’offres, appel d'offres, appel de, conç, \
    concev, rédig, ébauch, commenc, débute, débuter, début|, ouvr, inscri, consult, \
    collecte, recueil, chantier, nomm, pilote, mise en chantier
    """,
    Mark.finishes: """
    publi, diffus, termin, achev, achèv, diplôm, brevet, certificat, attestation, \
    prendra fin, prend fin, prendront fin, clôtur, constats, final, remis|, remise|, \
    dépos, se conclu, résultats
    """,
    Mark.again: """
    prochain, nouve, deuxième, troisième, autre, encore, précédent, suivant, chaque, \
    annuel, antérieur, provisoire, préliminaire, tous les, toutes les, première phase
    """,
  ])

  private let facts: DocumentFacts
  private let member: Int

  init(_ corpus: Corpus, _ member: Int) {
    facts = corpus.members[member].facts
    self.member = member
  }

  func conflicts() -> [Conflict] {
    var found = phases()
    var last: [Step] = []
    for (unit, dates) in UnitRuns(facts.dates) {
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, !here.isRow else { continue }
      if let conflict = tied(unit, Array(dates)) { found.append(conflict) }
      guard dates.count == 1, let date = dates.first, let step = step(unit, date) else { continue }
      if let other = last.first(where: { isWrong($0, step) }) {
        let (early, late) = step.mark == Mark.finishes ? (step, other) : (other, step)
        found.append(
          Conflict(
            passage: CorpusPassage(member: member, unit: early.unit), date: early.date,
            other: CorpusPassage(member: member, unit: late.unit), otherDate: late.date))
      }
      last.append(step)
      if last.count > 3 { last.removeFirst() }
    }
    return found
  }

  // MARK: Phases

  /// A phase with its number and a day on which it starts, ends or does both.
  private struct Phase {
    var number: Int
    var unit: Int
    var start: DateFact?
    var end: DateFact?
  }

  private static let phased: Stretches = ["phase", "stage", "step", "étape", "volet", "stade"]
  private static let phaseNames: Set<String> = [
    "phase", "stage", "step", "étape", "volet", "stade",
  ]
  private static let numerals: [String: Int] = [
    "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "one": 1, "two": 2, "three": 3, "four": 4, "un": 1,
    "deux": 2, "trois": 3, "quatre": 4, "i": 1, "ii": 2, "iii": 3, "first": 1, "second": 2,
    "third": 3, "fourth": 4, "première": 1, "premier": 1, "deuxième": 2, "seconde": 2,
    "troisième": 3, "quatrième": 4,
  ]
  private static let pronouns: Stretches = [
    "; it ", ", it ", " and it ", "; elle ", ", elle ", " et elle ",
  ]
  private static let overlapping: Stretches = [
    "overlap", "parallel", "in part", "alongside", "at the same time", "chevauch", "parallèle",
    "en même temps", "while phase", "meanwhile",
  ]

  /// A phase that starts before the one on which it rests has ended.
  private func phases() -> [Conflict] {
    var known: [Phase] = []
    for (unit, dates) in UnitRuns(facts.dates) where known.count < 64 {
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, facts.unit(unit, holds: Self.phased),
        !facts.unit(unit, holds: Self.overlapping),
        !DatedEvent.isExplained(facts, unit)
      else { continue }
      known += phases(of: unit, dates)
    }
    var found: [Conflict] = []
    for late in known {
      guard let start = late.start,
        let early = known.first(where: {
          $0.number == late.number - 1 && $0.end != nil
            && (facts.units[$0.unit].heading == facts.units[late.unit].heading
              || facts.units[$0.unit].context == facts.units[late.unit].context
                && facts.units[late.unit].isRow)
        }), let end = early.end, start.last < end.first,
        // A year's beginning is not before its end.
        start.month > 0 && end.month > 0 || start.year < end.endYear
      else { continue }
      found.append(
        Conflict(
          passage: CorpusPassage(member: member, unit: late.unit), date: start,
          other: CorpusPassage(member: member, unit: early.unit), otherDate: end))
    }
    return found
  }

  /// The phases of a unit with their days: each day belongs to the phase named last before it.
  private func phases(of unit: Int, _ dates: ArraySlice<DateFact>) -> [Phase] {
    let words = TextWords.read(facts.text, facts.units[unit].textRange)
    var names: [(number: Int, place: Int)] = []
    func text(_ word: TextWords.Word) -> String {
      String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
    }
    for index in words.indices where Self.phaseNames.contains(text(words[index])) {
      let behind = index + 1 < words.count ? Self.numerals[text(words[index + 1])] : nil
      let before = index > 0 ? Self.numerals[text(words[index - 1])] : nil
      guard let number = behind ?? before else { continue }
      names.append((number, words[index].start))
    }
    guard !names.isEmpty, names.count <= 6 else { return [] }
    var found: [Phase] = []
    for date in dates where date.year > 0 {
      guard let name = names.last(where: { $0.place < Int(date.start) }) else { continue }
      // « La phase deux s’appuiera sur la phase un; elle sera lancée »: what the sentence opens with.
      let opening = facts.units[unit].textRange.lowerBound + 12
      let isPronoun = facts.range(name.place..<Int(date.start), holds: Self.pronouns)
      let subject = isPronoun ? names.first { $0.place < opening } : nil
      let number = (subject ?? name).number
      if date.role.contains(.range) {
        found.append(Phase(number: number, unit: unit, start: date, end: date))
        continue
      }
      switch DatedEvent.of(date, facts) {
      case .start where !date.role.contains(.ending):
        found.append(Phase(number: number, unit: unit, start: date, end: nil))
      case .end: found.append(Phase(number: number, unit: unit, start: nil, end: date))
      default:
        if date.role.contains(.ending) {
          found.append(Phase(number: number, unit: unit, start: nil, end: date))
        }
      }
    }
    return found
  }

  // MARK: Two sentences

  private func step(_ unit: Int, _ date: DateFact) -> Step? {
    let here = facts.units[unit]
    guard date.year > 0, date.role.isDisjoint(with: [.range, .since, .inParentheses, .baseline]),
      !DatedEvent.isExplained(facts, unit), here.flags.isDisjoint(with: [.yearly, .past])
    else { return nil }
    let stems = here.language == .english ? Self.english : Self.french
    var marks: Set<UInt8> = []
    for hit in stems.hits(in: facts.text, here.textRange) { marks.insert(hit.mark) }
    guard !marks.contains(Mark.again), marks.count == 1, let mark = marks.first else { return nil }
    return Step(unit: unit, date: date, mark: mark)
  }

  private func isWrong(_ one: Step, _ two: Step) -> Bool {
    guard one.mark != two.mark, two.unit - one.unit <= 2,
      facts.units[one.unit].heading == facts.units[two.unit].heading
    else { return false }
    let isNear =
      facts.units[one.unit].block == facts.units[two.unit].block
      || (facts.units[one.unit].isListItem && facts.units[two.unit].isListItem)
    guard isNear, EventDates.order(facts, one.unit) == EventDates.order(facts, two.unit)
    else { return false }
    let (early, late) = one.mark == Mark.finishes ? (one, two) : (two, one)
    guard early.date.last < late.date.first else { return false }
    return shareWord(one.unit, two.unit)
  }

  /// Both have a word that begins alike in its first six letters and is no step itself.
  private func shareWord(_ one: Int, _ two: Int) -> Bool {
    let left = begins(one)
    return begins(two).contains { left.contains($0) }
  }

  private func begins(_ unit: Int) -> Set<String> {
    let range = facts.units[unit].textRange
    let stems = facts.units[unit].language == .english ? Self.english : Self.french
    let steps = stems.hits(in: facts.text, range)
    var begins: Set<String> = []
    for word in TextWords.read(facts.text, range) where word.end - word.start >= 5 {
      if steps.contains(where: { $0.start <= word.start && $0.end >= word.end }) { continue }
      let text = String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
      guard !Self.general.contains(where: text.hasPrefix) else { continue }
      begins.insert(String(text.prefix(6)))
    }
    return begins
  }

  private static let general = [
    "depart", "minist", "women", "femme", "canada", "plan", "will", "sera", "janu", "febr", "march",
    "april", "june", "july", "augus", "septem", "octob", "novem", "decem", "janvi", "févri",
    "avril", "juill", "août", "septe", "octobr", "novemb", "décem", "after", "après", "which",
    "partn", "parte", "their", "these", "cette", "leurs", "autumn", "summer", "spring", "winter",
    "automne", "print", "hiver", "national", "fédér", "federal", "secur", "sécur",
  ]

  // MARK: One sentence

  /// Behind it stands what comes first.
  private static let rests: Stretches = [
    "based on", "draws on", "draw on", "drawn from", "informed by", "following", "in response to",
    "building on", "builds on", "as a result of", " after ", "reflects", "takes into account",
    "à la suite", "s’appuie sur", "s'appuie sur", "fondé sur", "fondée sur", "à partir d",
    "tient compte", "après ", "en réponse", "donne suite",
  ]
  /// Behind it stands what comes later.
  private static let precedes: Stretches = [
    "in time for", "ahead of", " before ", "prior to", "to prepare", "so that it can", "to inform",
    "à temps pour", "en vue d", " avant ", "pour préparer", "préalable", "in preparation for",
    "which will guide", "to guide", "pour guider", "afin de guider",
  ]
  private static let notAfter: Stretches = [
    "even before", "not before", "years after", "year after", "months after", "years before",
    "months before", "ans après", "mois après", "ans avant", "mois avant", "day after", "hereafter",
    "soon after", "until after", "weeks", "semaines", "since", "depuis",
  ]

  /// "released in March 2026, it draws on talks held in June 2026": two days tied the wrong way.
  private func tied(_ unit: Int, _ dates: [DateFact]) -> Conflict? {
    guard dates.count == 2, let one = dates.first, let two = dates.last,
      one.year > 0, two.year > 0,
      one.role.union(two.role).isDisjoint(with: [.range, .since, .ending, .baseline]),
      !DatedEvent.isExplained(facts, unit), !facts.unit(unit, holds: Self.notAfter),
      two.start > one.end, two.start - one.end <= 140,
      facts.units[unit].flags.isDisjoint(with: [.yearly])
    else { return nil }
    let between = Int(one.end)..<Int(two.start)
    guard !facts.text[between].contains(0x3B), !facts.text[between].contains(0x3A) else {
      return nil
    }
    let isRest = facts.range(between, holds: Self.rests) && one.last < two.first
    let isBefore =
      facts.range(between, holds: Self.precedes) && one.first > two.last
      && !facts.range(between, holds: Self.rests)
    guard isRest || isBefore else { return nil }
    let passage = CorpusPassage(member: member, unit: unit)
    return Conflict(
      passage: passage, date: isRest ? one : two, other: passage, otherDate: isRest ? two : one)
  }
}

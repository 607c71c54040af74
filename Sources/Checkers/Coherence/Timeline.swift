internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// What happens when, clause by clause: each day with the verb that stands beside it, and what that verb is said of.
///
/// A thing may be named, described ("the special adviser"), or taken up ("it", "the framework", the title). Two moments
/// are of one thing when the description that one opens with stands in what the other says.
struct Timeline {
  enum Kind: UInt8 {
    /// Comes but once: a launch, an opening, a creation.
    case birth = 1
    case begin
    case appointment
    case end
    /// A length.
    case term
    /// "In 2025, the fourth year of …"
    case nthYear
    case midterm
    case final
  }

  struct Moment {
    var passage: CorpusPassage
    var kind: Kind
    /// `nil` for a length.
    var date: DateFact?
    /// A length in months, or the number of a year.
    var length = 0
    /// The place of the date or length.
    var place: Range<Int>
    /// Content words of what the clause opens with, or of what it takes up; each describes the thing.
    var precise: [Set<UInt32>] = []
    /// All words of the sentence, and of what it takes up.
    var all: Set<UInt32> = []
    /// Keys of the names with capitals that the clause opens with.
    var names: Set<UInt64> = []
    /// A pronoun, or one word with "the": speaks of what was named shortly before.
    var takesUp = false
  }

  let corpus: Corpus
  private let things: NamedThings
  private(set) var moments: [Moment] = []

  static let most = 6_000

  init(_ corpus: Corpus) {
    self.corpus = corpus
    things = NamedThings(corpus)
    for member in corpus.members.indices { collect(member) }
  }

  private static let english = WordStems([
    Kind.birth.rawValue: """
    launch, inaugurat, unveil, opened|, opening|, opens|, founded|, created|, established|, \
    set up|, kicked off|, kicks off|, began with|, came into being|
    """,
    Kind.begin.rawValue: """
    began|, begins|, begin|, starts|, started|, start|, takes effect|, took effect|, in force|, \
    into force|, commenc
    """,
    Kind.appointment.rawValue: "appointed|, took office|, sworn in|",
    Kind.end.rawValue: """
    expire, ends|, ended|, end|, closes|, closed|, terminat, lapse, concludes|, comes to an end|, \
    came to an end|, until|, runs out|
    """,
  ])
  private static let french = WordStems([
    Kind.birth.rawValue: """
    lancé, lancem, inaugur, dévoil, ouvert, ouvre|, ouvrit|, ouvrira|, créé, fondé, mis sur pied|, \
    mise sur pied|, vu le jour|, voit le jour|
    """,
    Kind.begin.rawValue: """
    commenc, débute|, débuté|, débutera|, en vigueur|, prend effet|, prendra effet|, pris effet|
    """,
    Kind.appointment.rawValue: "nommé, désigné, entré en fonction, entrée en fonction",
    Kind.end.rawValue: """
    expire, prend fin|, prendra fin|, pris fin|, se termine, s’achève, s'achève, terminé, \
    jusqu, se clôt|, fermé, ferme|
    """,
  ])

  /// What has many beginnings, or was moved.
  private static let many: Stretches = [
    "each ", "every ", "annual", "yearly", "chaque", "tous les", "toutes les", "annuel", "reopen",
    "rouv", "second ", "deuxième", "third round", "new round", "phase", "again", "de nouveau",
    "call for", "appel de", "appel à", "former", "ancien", "should have", "aurait dû",
    "deadline for", "applications", "as planned", "comme prévu", "now set", "now due",
    "maintenant fix", "désormais fix",
  ]

  private mutating func collect(_ member: Int) {
    let facts = corpus.members[member].facts
    guard facts.kind != .consultation else { return }
    for unit in facts.units.indices where moments.count < Self.most {
      let here = facts.units[unit]
      guard !here.isHeading, !here.isRow, !here.isTableHeader, !here.isQuotation else { continue }
      let dates = facts.dates(of: unit).filter { $0.year > 0 && !$0.isSpan }
      let lengths = facts.numbers(of: unit).filter(Self.isTerm)
      guard !dates.isEmpty || !lengths.isEmpty, dates.count <= 4,
        !here.flags.contains(.denies), !facts.unit(unit, holds: Self.many),
        !DatedEvent.isExplained(facts, unit)
      else { continue }
      read(member, unit, dates, lengths)
    }
  }

  private static func isTerm(_ number: NumberFact) -> Bool {
    number.kind == .duration && number.value >= 12 && number.value <= 240
      && number.qualifiers.isDisjoint(
        with: NumberFact.Qualifiers.loose.union([.shortTime, .ordinal]))
  }

  // MARK: One sentence

  private mutating func read(
    _ member: Int, _ unit: Int, _ dates: [DateFact], _ lengths: [NumberFact]
  ) {
    let facts = corpus.members[member].facts
    let here = facts.units[unit]
    let stems = here.language == .english ? Self.english : Self.french
    let hits = stems.hits(in: facts.text, here.textRange)
    let passage = CorpusPassage(member: member, unit: unit)
    var own: [Moment] = []
    for (index, date) in dates.enumerated() {
      let before = index > 0 ? Int(dates[index - 1].end) : here.textRange.lowerBound
      let next = index + 1 < dates.count ? Int(dates[index + 1].start) : here.textRange.upperBound
      let verb =
        hits.last {
          $0.start >= before && $0.end <= Int(date.start) && Int(date.start) - $0.end <= 90
        }
        ?? hits.first {
          $0.start >= Int(date.end) && $0.end <= next && $0.start - Int(date.end) <= 24
            && !facts.text[Int(date.end)..<$0.start].contains(0x2C)
        }
      if let other = range(facts, date, before: index + 1 < dates.count ? dates[index + 1] : nil) {
        for (kind, day) in [(Kind.begin, date), (.end, other)] {
          own.append(
            Moment(passage: passage, kind: kind, date: day, place: Int(day.start)..<Int(day.end)))
        }
        continue
      }
      if index > 0, range(facts, dates[index - 1], before: date) != nil { continue }
      guard let verb, let kind = Kind(rawValue: verb.mark), !hasObject(facts, verb, here) else {
        continue
      }
      // A limit is no beginning.
      if kind != .end, !date.role.isDisjoint(with: [.ending, .deadline]) { continue }
      own.append(
        Moment(
          passage: passage, kind: kind, date: date, place: Int(date.start)..<Int(date.end)))
    }
    if let ordinal = nthYear(facts, here), dates.count == 1, let date = dates.first {
      own.append(
        Moment(
          passage: passage, kind: .nthYear, date: date, length: ordinal,
          place: Int(date.start)..<Int(date.end)))
    } else if lengths.count == 1, let length = lengths.first, isLasting(facts, length) {
      own.append(
        Moment(
          passage: passage, kind: .term, length: Int(length.value),
          place: Int(length.start)..<Int(length.end)))
    }
    if own.isEmpty, dates.count == 1, let date = dates.first {
      let kind: Kind? =
        facts.unit(unit, holds: Self.halfway)
        ? .midterm : facts.unit(unit, holds: Self.finishing) ? .final : nil
      if let kind {
        own.append(
          Moment(passage: passage, kind: kind, date: date, place: Int(date.start)..<Int(date.end)))
      }
    }
    guard !own.isEmpty else { return }
    let subject = TimelineSubject(facts, unit, endingAt: own[0].place.lowerBound)
    let names = Set(
      things.names(facts, unit).filter { subject.opening.contains($0.start) }.map(\.key))
    for index in own.indices {
      own[index].precise = subject.precise
      own[index].all = subject.all
      own[index].takesUp = subject.takesUp
      own[index].names = names
    }
    moments += own
  }

  /// "from April 2025 to March 2028": the second day where two make a period.
  private func range(_ facts: DocumentFacts, _ one: DateFact, before two: DateFact?) -> DateFact? {
    guard let two, two.start > one.end, two.start - one.end <= 8, two.first > one.last,
      one.month > 0, two.month > 0
    else { return nil }
    let gap = facts.small(one.end, two.start).split(separator: " ")
    return gap.count == 1 && ["to", "à", "au", "until", "–", "through"].contains(gap[0])
      ? two : nil
  }

  /// "opened a second office": what begins stands behind the verb, and is another thing.
  private func hasObject(_ facts: DocumentFacts, _ verb: WordStems.Hit, _ here: FactUnit) -> Bool {
    let before = facts.small(
      UInt32(max(here.textRange.lowerBound, verb.start - 18)), UInt32(verb.start))
    if Self.passive.stand(in: " " + before + " ") { return false }
    let behind = facts.small(UInt32(verb.end), min(here.textEnd, UInt32(verb.end) + 24))
    if facts.small(UInt32(verb.start), UInt32(verb.end)).hasSuffix("with") { return false }
    let words = behind.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).prefix(2)
    guard let first = words.first, Self.articles.contains(first) else { return false }
    if words.count == 2, Self.doors.contains(where: { words[words.startIndex + 1].hasPrefix($0) }) {
      return false
    }
    // « ouvert le 3 mai », "closes the 3rd": the article of a day.
    return !(words.count == 2 && words[words.startIndex + 1].first?.isNumber ?? false)
  }

  private static let passive: Stretches = [
    " was ", " were ", " been ", " be ", " is ", " are ", " être ", " été ", " fut ", " est ",
    " sera ",
  ]
  private static let articles: Set<Substring> = [
    "a", "an", "the", "its", "her", "his", "their", "our", "un", "une", "des", "le", "la", "les",
    "son", "sa", "ses", "two", "three", "four", "deux", "trois", "quatre", "nine", "new", "more",
  ]
  private static let doors = ["door", "porte"]
  private static let halfway: Stretches = [
    "mid-term", "midterm", "mid-point", "midpoint", "halfway", "half-way", "mi-parcours",
    "mi-chemin", "midway",
  ]
  private static let finishing: Stretches = [
    "final evaluation", "final report", "évaluation finale", "rapport final", "bilan final",
    "closing report", "final results",
  ]

  /// "for five years", « pendant cinq ans », "a four-year term", with nothing that makes it another time.
  private func isLasting(_ facts: DocumentFacts, _ length: NumberFact) -> Bool {
    let unit = facts.units[Int(length.unit)]
    let front =
      " "
      + facts.small(max(unit.textStart, length.start > 22 ? length.start - 22 : 0), length.start)
    let behind = facts.small(length.end, min(unit.textEnd, length.end + 16)) + " "
    guard !Self.otherTimes.stand(in: front + " "), !Self.otherTimes.stand(in: behind),
      !Self.otherTimes.stand(in: " " + behind)
    else { return false }
    return Self.lasting.stand(in: front) || Self.termed.stand(in: " " + behind)
  }

  private static let lasting: Stretches = [
    " for ", " lasts ", " last ", " runs ", " pendant ", " durant ", " pour ", " dure ", " of ",
    " over ", " sur ", " durée de ", " spans ", " a ", " single ",
  ]
  private static let termed: Stretches = [" term", " mandate", " plan", " framework", " strategy"]
  private static let otherTimes: Stretches = [
    " ago", " later", " every", " within", " first ", " last ", " next ", " past ", " after",
    " before", " least ", " il y a", " plus tard", " chaque", " tous les", " premi", " dernier",
    " dernière", " prochain", " après", " avant", " old", " service", " experience", "expérience",
    " d’ici", " up to", " jusqu", " previous", " précédent", " each", " of service",
  ]

  private static let ordinals: [(words: String, number: Int)] = [
    (" second year of", 2), (" third year of", 3), (" fourth year of", 4), (" fifth year of", 5),
    (" sixth year of", 6), (" first year of", 1), (" deuxième année d", 2),
    (" troisième année d", 3), (" quatrième année d", 4), (" cinquième année d", 5),
    (" première année d", 1), (" sixième année d", 6),
  ]
  private static let ordinal = Stretches(ordinals.map(\.words))

  private func nthYear(_ facts: DocumentFacts, _ here: FactUnit) -> Int? {
    Self.ordinal.first(in: facts.text, here.textRange).map { Self.ordinals[$0.index].number }
  }
}

internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Looks for traces of promises in later documents; one per run of the check.
final class PromiseTraces {
  /// Dates of a document by the day on which they end, and by their month.
  private struct Calendar {
    var byDay: [Int: [Int]] = [:]
    var byMonth: [Int: [Int]] = [:]
    /// Whether a unit has a word on why a day went by, for those that were asked.
    var isLate: [Int: Bool] = [:]
  }

  /// Promises of one document that are followed up: plans have some hundreds with a date, and each is looked for
  /// in all later documents.
  static let mostPromises = 2000
  /// Passages of one later document that are read for one promise, those with most of its words first.
  private static let mostPassages = 400

  private let corpus: Corpus
  private let finder: PassageFinder
  private var calendars: [Int: Calendar] = [:]
  /// Promises followed up so far, by document.
  private var sought: [Int: Int] = [:]

  init(_ corpus: Corpus, _ finder: PassageFinder) {
    self.corpus = corpus
    self.finder = finder
  }

  /// How many later documents there are, where none of them has the thing, most of the words, or the day with a
  /// word on why it went by; `nil` where one has, and for promises beyond `mostPromises`.
  func untraced(
    _ passage: CorpusPassage, _ words: [UInt32], _ thing: [UInt32], due: Int,
    _ later: LaterDocuments.Walk
  ) -> Int? {
    let number = sought[passage.member, default: 0]
    guard number < Self.mostPromises else { return nil }
    sought[passage.member] = number + 1
    let facts = passage.facts(corpus)
    let language = facts.units[passage.unit].language
    let general = GeneralWords.of(language)
    let telling = Set(words.filter { !general.contains($0) })
    let numbers = Set(
      facts.numbers(of: passage.unit).filter { $0.kind != .label && $0.value >= 10 }.map(\.value))
    var count = 0
    for other in later {
      count += 1
      if isExcused(due, telling, in: other) { return nil }
      let theirs = corpus.members[other].facts
      let matches = finder.find(words, in: other, least: 0.1).prefix(Self.mostPassages)
      let isTraced = matches.contains { match in
        // "No document was tabled there" is no trace, unless it says why.
        if theirs.units[match.passage.unit].flags.contains(.denies),
          !theirs.unit(match.passage.unit, holds: Self.late),
          !theirs.unit(match.passage.unit, holds: Self.because)
        {
          return false
        }
        let there = finder.words(of: match.passage)
        let hasThing = thing.contains { there.contains($0) }
        // Where the thing is not named, the passage itself has to tell most of the rest.
        let isMost =
          thing.isEmpty || hasThing
          ? match.shared >= 2 && match.cover >= Self.leastWithout
          : match.shared >= 3 && match.own >= Self.leastWithout
        if isMost { return true }
        if match.cover >= (words.count <= 3 ? 0.2 : Self.leastWithThing), hasThing,
          match.shared >= 2 || (match.shared == 1 && words.count <= 4)
        {
          return true
        }
        // Told with other words beside the thing, or with the same figure.
        let rare = there.filter(telling.contains).count
        if rare >= 2, hasThing { return true }
        return rare >= 1
          && theirs.numbers(of: match.passage.unit).contains {
            $0.kind != .label && numbers.contains($0.value)
          }
      }
      if isTraced { return nil }
    }
    return count
  }

  /// "The review, expected in June 2025, was delayed."
  private func isExcused(_ due: Int, _ telling: Set<UInt32>, in other: Int) -> Bool {
    let facts = corpus.members[other].facts
    // Taken out, so that it is not copied when it learns.
    var calendar = calendars.removeValue(forKey: other) ?? Self.calendar(facts)
    defer { calendars[other] = calendar }
    for unit in [calendar.byDay[due], calendar.byMonth[due / 100]].compactMap({ $0 })
      .joined().prefix(Self.mostPassages)
    {
      let isLate = calendar.isLate[unit] ?? facts.unit(unit, holds: Self.late)
      calendar.isLate[unit] = isLate
      guard isLate else { continue }
      let there = finder.words(of: CorpusPassage(member: other, unit: unit))
      if there.contains(where: telling.contains) { return true }
    }
    return false
  }

  private static func calendar(_ facts: DocumentFacts) -> Calendar {
    var calendar = Calendar()
    for date in facts.dates where !facts.units[Int(date.unit)].isHeading {
      calendar.byDay[date.last, default: []].append(Int(date.unit))
      guard date.month > 0 else { continue }
      calendar.byMonth[Int(date.year) * 100 + Int(date.month), default: []].append(Int(date.unit))
    }
    return calendar
  }

  private static let because: Stretches = [
    "because", "owing to", "due to", "since the", "so that", " car ", "parce qu", "en raison",
    "faute de", "à cause", "replaced by", "remplacé", "cancel", "annul", "dropped", "abandon",
    "no longer", "ne sera", "will not", "decided", "décidé",
  ]

  private static let late: Stretches = [
    "expected", "planned", "due ", "promised", "foreseen", "scheduled", "delay", "late", "instead",
    "postpone", "missed", "not yet", "prévu", "attendu", "promis", "retard", "reporté", "repouss",
    "initialement", "pas encore", "échéance",
  ]

  /// Least share of the promise's words, by weight, that a trace of it has where it names the thing promised,
  /// and where it does not.
  private static let leastWithThing: Float = 0.3
  private static let leastWithout: Float = 0.6
}

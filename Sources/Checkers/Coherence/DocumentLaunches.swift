internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// When a plan or strategy was launched, released or adopted, as it says itself and as others say.
struct DocumentLaunches {
  private enum Step: CaseIterable {
    case launch
    case release
    case adoption

    var words: Stretches {
      switch self {
      case .launch: DocumentLaunches.launching
      case .release: DocumentLaunches.releasing
      case .adoption: DocumentLaunches.adopting
      }
    }
  }

  private static let launching: Stretches = [
    "launched", "unveiled", "lancé", "dévoilé", "inaugur",
  ]
  private static let releasing: Stretches = [
    "released", "published", "tabled", "made public", "publié", "rendu public",
    "rendue publique", "déposé", "diffusé",
  ]
  private static let adopting: Stretches = [
    "adopted", "approved", "endorsed", "adopté", "approuvé", "entériné",
  ]

  private static let own = [
    "the strategy ", "this strategy ", "the plan ", "this plan ", "the national action plan ",
    "the framework ", "this framework ", "la stratégie ", "la présente stratégie ", "le plan ",
    "le présent plan ", "le cadre ", "le présent cadre ", "it was ", "elle a été ", "il a été ",
    "elle fut ", "canada launched", "le canada a lancé",
  ]

  /// Least number of words of a title by which other documents are taken to mean it.
  private static let leastTitle = 3

  static func conflicts(_ corpus: Corpus) -> [DateConflict] {
    var conflicts: [DateConflict] = []
    for member in corpus.members.indices {
      switch corpus.members[member].facts.kind {
      case .nationalActionPlan, .strategy, .initiative: break
      default: continue
      }
      let facts = corpus.members[member].facts
      var stated: [(step: Step, date: DateFact)] = []
      for date in facts.dates where isPoint(facts, date) {
        let unit = facts.units[Int(date.unit)]
        guard facts.begins(unit.textRange, with: own), let step = step(facts, date),
          !DatedEvent.isExplained(facts, Int(date.unit)), stated.count < 8
        else { continue }
        stated.append((step, date))
      }
      guard !stated.isEmpty, let title = title(facts) else { continue }
      let wanted = Stretches([title])
      for other in corpus.members.indices
      where other != member && corpus.mayShareTime(member, other)
        && corpus.members[other].profile.language == corpus.members[member].profile.language
      {
        let theirs = corpus.members[other].facts
        for date in theirs.dates where isPoint(theirs, date) {
          let unit = theirs.units[Int(date.unit)]
          let range = Int(unit.textStart)..<Int(date.start)
          guard theirs.range(range, holds: wanted), let step = step(theirs, date),
            !DatedEvent.isExplained(theirs, Int(date.unit)),
            let mine = stated.first(where: { $0.step == step && differ($0.date, date) })
          else { continue }
          // What both know is no slip.
          if stated.contains(where: { $0.step == step && !differ($0.date, date) }) { continue }
          conflicts.append(
            DateConflict(
              passage: CorpusPassage(member: other, unit: Int(date.unit)),
              words: theirs.quote(date.start, date.end),
              other: CorpusPassage(member: member, unit: Int(mine.date.unit)),
              otherWords: facts.quote(mine.date.start, mine.date.end)))
        }
      }
    }
    return conflicts
  }

  private static func isPoint(_ facts: DocumentFacts, _ date: DateFact) -> Bool {
    let unit = facts.units[Int(date.unit)]
    return date.year > 0 && date.role.isDisjoint(with: [.range, .deadline, .ending, .fiscal])
      && !unit.isRow && !unit.isTableHeader && !unit.isHeading
  }

  /// The step whose word stands shortly before a date, no other date in between.
  private static func step(_ facts: DocumentFacts, _ date: DateFact) -> Step? {
    let start = max(Int(facts.units[Int(date.unit)].textStart), Int(date.start) - 56)
    let before = facts.dates(of: Int(date.unit)).last { $0.end <= date.start }
    let range = max(start, before.map { Int($0.end) } ?? start)..<Int(date.start)
    return Step.allCases.first { facts.range(range, holds: $0.words) }
  }

  private static func differ(_ one: DateFact, _ two: DateFact) -> Bool {
    if one.year != two.year || one.isOtherSeason(than: two) { return true }
    guard one.month != 0, two.month != 0 else { return false }
    if one.month != two.month { return true }
    return one.day != 0 && two.day != 0 && one.day != two.day
  }

  /// The title up to its first comma, colon or year, in small letters.
  private static func title(_ facts: DocumentFacts) -> String? {
    guard let heading = facts.units.indices.first(where: { facts.units[$0].isHeading }) else {
      return nil
    }
    let text = facts.quote(ofUnit: heading).lowercased()
      .prefix { $0 != "," && $0 != ":" && !$0.isNumber && $0 != "(" }
    var words = text.split(separator: " ")
    while let last = words.last, ["de", "du", "for", "the", "of", "–", "-"].contains(last) {
      words.removeLast()
    }
    return words.count >= leastTitle ? words.joined(separator: " ") : nil
  }
}

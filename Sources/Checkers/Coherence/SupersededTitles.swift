internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Titles of plans and strategies that were replaced, cited as the one in force: with the years, the number or the
/// standing of the text that came after.
enum SupersededTitles {
  private struct Old {
    var title: String
    var written: String
    /// The text that says that it follows.
    var member: Int
    var place: CorpusPassage
    /// What that text calls itself.
    var successor: String
    var ordinal: Int
  }

  private static let most = 64

  static func wrong(_ corpus: Corpus, besides known: [PlanTitles.Wrong]) -> [PlanTitles.Wrong] {
    let olds = corpus.members.indices.flatMap { titles(corpus, $0) }.prefix(most)
    guard !olds.isEmpty else { return [] }
    let wanted = Stretches(olds.map(\.title))
    var told = Set(known.map(\.passage))
    var found: [PlanTitles.Wrong] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices {
        let here = facts.units[unit]
        guard !here.isHeading, let hit = wanted.first(in: facts.text, here.textRange) else {
          continue
        }
        let old = olds[hit.index]
        let passage = CorpusPassage(member: member, unit: unit)
        guard old.member != member, corpus.mayShareTime(member, old.member),
          corpus.members[member].profile.language == corpus.members[old.member].profile.language,
          !facts.unit(unit, holds: past), isCurrent(old, facts, unit, hit.end, corpus),
          told.insert(passage).inserted
        else { continue }
        found.append(
          PlanTitles.Wrong(
            passage: passage, other: old.place, cited: old.written, right: old.successor))
      }
    }
    return found
  }

  /// The sentence gives the old title the years or the number of the text in force, or calls it that.
  private static func isCurrent(
    _ old: Old, _ facts: DocumentFacts, _ unit: Int, _ end: Int, _ corpus: Corpus
  ) -> Bool {
    let text = facts.quote(ofUnit: unit).lowercased()
    // Both names: the sentence tells them apart.
    if text.contains(old.successor.lowercased()) { return false }
    let years = corpus.members[old.member].years
    let range = facts.units[unit].textRange
    let isOfPeriod =
      years.count == 2
      && facts.dates(of: unit).contains {
        Int($0.year) == years[0] && Int($0.endYear) == years[1] && abs(Int($0.start) - end) <= 60
      }
    if isOfPeriod { return true }
    let near =
      max(range.lowerBound, end - old.title.utf8.count - 72)..<min(range.upperBound, end + 72)
    if facts.range(near, holds: inForce) { return true }
    return old.ordinal > 0
      && facts.range(near, holds: PlanOrdinal.stretches[old.ordinal - 1])
  }

  private static let inForce: Stretches = [
    "in force", "current ", "now in effect", "en vigueur", "actuel", "present strategy",
    "present framework", "in effect since",
  ]
  private static let past: Stretches = [
    "former", "previous", "predecessor", "ended", "expired", "replaced", "succeeded", "earlier",
    "ancien", "précédent", "prédécesseur", "pris fin", "expiré", "remplacé", "antérieur",
    "begun under", "created under", "set up under", "opened under", "was ", "were ", "created in",
    "créé sous", "lancé sous", "ouvert sous", "a été", "no longer", "n’est plus", "n'est plus",
  ]

  // MARK: What a text says that it follows

  private static let following: Stretches = [
    "follows", "followed", "succeed", "replaces", "replaced", "takes over from",
    "previous", "predecessor", "no longer in force", "came before", "succède", "remplace",
    "prend la suite", "fait suite", "précédent", "prédécesseur", "n’est plus en vigueur",
    "n'est plus en vigueur", "the first,", "the second,", "le premier,", "la première,",
    "la deuxième,", "le deuxième,", "prend le relais", "prolonge",
  ]

  private static func titles(_ corpus: Corpus, _ member: Int) -> [Old] {
    let facts = corpus.members[member].facts
    // What a department's plan builds on is not replaced by it.
    guard [.nationalActionPlan, .strategy, .initiative].contains(facts.kind),
      let heading = facts.units.indices.first(where: { facts.units[$0].isHeading })
    else { return [] }
    let range = facts.units[heading].textRange
    guard let colon = facts.text[range].firstIndex(where: { $0 == 0x3A || $0 == 0x2C }) else {
      return []
    }
    let successor = facts.quote(range.lowerBound..<colon).trimmingBlanks
    let ordinal =
      PlanOrdinal.stretches.firstIndex { facts.range(colon..<range.upperBound, holds: $0) }
      ?? facts.units.indices.prefix(heading + 8).dropFirst(heading + 1).lazy.compactMap { unit in
        facts.unit(unit, holds: ownNumber)
          ? PlanOrdinal.stretches.firstIndex { facts.unit(unit, holds: $0) } : nil
      }.first
    var found: [Old] = []
    for unit in heading + 1..<max(heading + 1, min(facts.units.count, heading + 60))
    where facts.unit(unit, holds: following) && !facts.units[unit].isRow {
      for title in capitalized(facts, unit) {
        let written = facts.quote(title)
        guard written.lowercased() != successor.lowercased(),
          !successor.lowercased().contains(written.lowercased())
        else { continue }
        found.append(
          Old(
            title: written.lowercased(), written: written, member: member,
            place: CorpusPassage(member: member, unit: heading), successor: successor,
            ordinal: (ordinal ?? -1) + 1))
      }
    }
    return found
  }

  private static let ownNumber: Stretches = [
    "this is ", "it is the ", "is the ", "est le ", "est la ",
  ]

  /// What begins with a capital behind a small word or a comma, and goes on to the next sign: a title of two words
  /// to eight that no department or country bears.
  private static func capitalized(_ facts: DocumentFacts, _ unit: Int) -> [Range<Int>] {
    let words = TextWords.read(facts.text, facts.units[unit].textRange)
    let isFrench = facts.units[unit].language == .french
    var found: [Range<Int>] = []
    var index = 1
    while index < words.count {
      guard words[index].isCapital, words[index].end - words[index].start > 1 else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < words.count, words[last + 1].isJoined, last - index < 8 { last += 1 }
      // An English title ends with a capital.
      while !isFrench, last > index, !words[last].isCapital { last -= 1 }
      let range = words[index].start..<words[last].end
      if (1...7).contains(last - index), !facts.range(range, holds: general) { found.append(range) }
      index = last + 1
    }
    return found
  }

  private static let general: Stretches = [
    "canada", "department", "agency", "ministère", "agence", "minister", "security council",
    "national action plan", "plan d’action national", "government", "january", "april", "march",
    "conseil de sécurité", "gouvernement", "united nations", "nations unies",
  ]
}

/// The words for a place in a series, the first at 0.
enum PlanOrdinal {
  static let stretches: [Stretches] = [
    ["first ", "premier ", "première "], ["second ", "deuxième "], ["third ", "troisième "],
    ["fourth ", "quatrième "], ["fifth ", "cinquième "],
  ]
}

extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

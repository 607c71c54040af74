package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports a dated promise that no later document mentions.
///
/// **What it finds.** A promise whose date has come in a later report of the set, and a promise to report, publish
/// or review whose date has come in any later document, without a passage there that speaks of it.
///
/// **Why it matters.** Reports that were promised and never asked for again cost a plan its credit.
///
/// **Example.** "report on progress at the meeting in 2019"
///
/// **What to write instead.** In a later document: that the report was made and where it can be read.
package struct PromiseKeptChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    guard corpus.members.count > 1 else { return [] }
    let finder = PassageFinder(corpus)
    return corpus.members.indices.flatMap { member -> [Finding] in
      let facts = corpus.members[member].facts
      guard !facts.looksBack else { return [] }
      var told: Set<Int32> = []
      return facts.commitments.compactMap { commitment -> Finding? in
        guard !told.contains(commitment.unit),
          let finding = finding(corpus, finder, member, commitment)
        else { return nil }
        told.insert(commitment.unit)
        return finding
      }
    }
  }

  private static let accounts: Stretches = [
    "report on", "report to", "report back", "a report", "its report", "reports ", "account of",
    "publish", "tabled", "will table", "release", "review", "evaluat", "rendre compte", "rapport",
    "publier", "publiera", "publié", "dépos", "évalu", "bilan", "examen", "diffus",
  ]

  /// Least share of the promise's words, by weight, that a trace of it has where it names the thing promised,
  /// and where it does not.
  private static let leastWithThing: Float = 0.3
  private static let leastWithout: Float = 0.6

  private func finding(
    _ corpus: Corpus, _ finder: PassageFinder, _ member: Int, _ commitment: CommitmentFact
  ) -> Finding? {
    let facts = corpus.members[member].facts
    let unit = Int(commitment.unit)
    guard commitment.rung.rung >= .intent, commitment.actor != .other,
      !facts.units[unit].flags.contains(.yearly),
      let limit = limit(corpus, member, commitment)
    else { return nil }
    let isAccount = facts.unit(unit, holds: Self.accounts)
    guard isAccount || (limit.isExact && commitment.rung.rung >= .commitment) else { return nil }
    let own = corpus.year(of: member)
    // Documents that speak from a time when it was due.
    let later = corpus.members.indices.filter { other in
      let looksBack = corpus.members[other].facts.looksBack
      return other != member && !corpus.areTranslations(member, other) && (isAccount || looksBack)
        && corpus.members[other].profile.language == facts.language
        && isDue(corpus, other, limit.day)
        && (corpus.year(of: other) > own || (looksBack && corpus.year(of: other) >= own))
        && isRelated(corpus, member, other, CorpusPassage(member: member, unit: unit))
    }
    guard !later.isEmpty else { return nil }
    let passage = CorpusPassage(member: member, unit: unit)
    let words = finder.words(
      finder.words(of: passage), withoutNames: corpus.departments(namedBy: passage),
      facts.units[unit].language)
    guard words.count >= 3 else { return nil }
    let thing =
      PromisedThing.words(facts, commitment).map { finder.words(of: $0, in: passage) } ?? []
    let isTraced = later.contains { other in
      finder.find(words, in: other, least: Self.leastWithThing).contains { match in
        if match.shared >= 2, match.cover >= Self.leastWithout { return true }
        guard match.shared >= 2 || (match.shared == 1 && words.count <= 4) else { return false }
        let there = finder.words(of: match.passage)
        return thing.contains { there.contains($0) }
      }
    }
    if isTraced { return nil }
    return Self.declared.finding(
      "no-trace", corpus, passage,
      ["date": .text(limit.text), "count": .number(later.count)])
  }

  /// The day by which something is due, as it is written.
  private struct Limit {
    var day: Int
    var text: String
    /// Said with a month, or as a limit.
    var isExact: Bool
  }

  private func limit(
    _ corpus: Corpus, _ member: Int, _ commitment: CommitmentFact
  ) -> Limit? {
    let facts = corpus.members[member].facts
    let unit = Int(commitment.unit)
    let due = Int(commitment.deadline)
    if let span = elapsed(facts, unit) {
      let day = Self.later(span.from, byMonths: span.months)
      return Limit(day: day, text: span.text, isExact: true)
    }
    guard due > 0 else { return nil }
    let date = facts.dates(of: unit).last { $0.last == due }
    let isExact =
      date.map { $0.month > 0 || !$0.role.isDisjoint(with: [.deadline, .ending]) } ?? false
    return Limit(
      day: due, text: date.map { facts.quote($0.start, $0.end) } ?? "\(due / 10000)",
      isExact: isExact)
  }

  private static let counting: Stretches = [
    "within ", "months after", "months of ", "years after", "year after", "months from",
    "dans les ", "dans l'année", "dans l’année", "mois après", "mois suivant", "ans après",
    "mois qui suivent", "an après",
  ]

  /// "within eighteen months of the signature": a length of time from a day that the paragraph gives.
  private func elapsed(
    _ facts: DocumentFacts, _ unit: Int
  ) -> (from: Int, months: Int, text: String)? {
    guard facts.unit(unit, holds: Self.counting) else { return nil }
    let length = facts.numbers(of: unit).first {
      $0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value > 0
        && $0.value <= 120
    }
    guard let length else { return nil }
    let range = facts.paragraph(of: unit)
    let from = range.reversed().lazy.filter { $0 <= unit }.compactMap { index in
      facts.dates(of: index).last { $0.year > 0 && $0.month > 0 }
    }.first
    guard let from else { return nil }
    let start = Int(from.year) * 10000 + Int(from.month) * 100 + max(1, Int(from.day))
    return (
      start, Int(length.value),
      facts.quote(length.start, length.end) + " + " + facts.quote(from.start, from.end)
    )
  }

  private static func later(_ day: Int, byMonths months: Int) -> Int {
    let month = day / 100 % 100 - 1 + months
    return (day / 10000 + month / 12) * 10000 + (month % 12 + 1) * 100 + day % 100
  }

  /// A plan speaks from the beginning of its first year, a report from the end of its last.
  private func isDue(_ corpus: Corpus, _ member: Int, _ due: Int) -> Bool {
    let here = corpus.members[member]
    if here.facts.looksBack, let last = here.years.last { return last * 10000 + 331 >= due }
    if here.years.isEmpty { return corpus.year(of: member) * 10000 + 1231 >= due }
    return corpus.year(of: member) > due / 10000
  }

  /// Of the same department, or one of the two belongs to none; or the promise is that department's.
  private func isRelated(
    _ corpus: Corpus, _ one: Int, _ two: Int, _ passage: CorpusPassage
  ) -> Bool {
    if corpus.haveDifferentOwners(one, two) { return false }
    let named = corpus.departments(namedBy: passage)
    guard let other = corpus.department(of: two), !named.isEmpty else { return true }
    return named.contains(other)
  }

  private static let declared = CheckerDescription.coherence(
    "coh.promise-kept",
    title: LocalizedText("Promises with a date", "Promesses datées"),
    rationale: LocalizedText(
      "Looks in later documents for a trace of what was promised by a date. What is not found in these "
        + "documents may well have been done.",
      "Cherche dans les documents ultérieurs une trace de ce qui était promis pour une date. Ce qui "
        + "n’est pas trouvé dans ces documents a pu être fait."),
    [
      FindingKind(
        "no-trace", .ask,
        message: LocalizedText(
          "due {date}; a later trace of it was not found in these documents ({count} read)",
          "attendu : {date}; trace ultérieure non trouvée dans ces documents ({count} lus)"),
        help: LocalizedText(
          "add the document that reports on it, or say what became of it",
          "ajouter le document qui en rend compte, ou dire ce qu’il en est advenu"))
    ])
}

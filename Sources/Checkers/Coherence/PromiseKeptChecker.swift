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
    let traces = PromiseTraces(corpus, finder)
    let followers = LaterDocuments(corpus)
    return corpus.members.indices.flatMap { member -> [Finding] in
      let facts = corpus.members[member].facts
      guard !facts.looksBack else { return [] }
      var told: Set<Int32> = []
      return facts.commitments.compactMap { commitment -> Finding? in
        guard !told.contains(commitment.unit),
          let finding = finding(corpus, finder, traces, followers, member, commitment)
        else { return nil }
        told.insert(commitment.unit)
        return finding
      }
        + facts.indicators.compactMap { row -> Finding? in
          guard !told.contains(row.unit),
            let finding = self.finding(corpus, finder, traces, followers, member, row)
          else { return nil }
          told.insert(row.unit)
          return finding
        }
    }
  }

  /// An act in a table whose day has come in a later report of the same department.
  private func finding(
    _ corpus: Corpus, _ finder: PassageFinder, _ traces: PromiseTraces, _ followers: LaterDocuments,
    _ member: Int, _ row: IndicatorFact
  ) -> Finding? {
    let facts = corpus.members[member].facts
    let unit = Int(row.unit)
    guard !row.action.isEmpty, corpus.department(of: member) != nil,
      facts.commitments(of: unit).isEmpty,
      let date = facts.dates(of: unit).last(where: {
        $0.month > 0 && $0.role.contains(.target) && !$0.role.contains(.range)
      })
    else { return nil }
    let limit = Limit(day: date.last, text: facts.quote(date.start, date.end), isExact: true)
    let passage = CorpusPassage(member: member, unit: unit)
    var later = followers.documents(after: passage, due: limit.day, isAccount: false)
    guard later.next() != nil else { return nil }
    let words = finder.words(of: row.action.range, in: passage)
    guard words.count >= 2 else { return nil }
    guard
      let count = traces.untraced(
        passage, words, words, due: limit.day,
        followers.documents(after: passage, due: limit.day, isAccount: false))
    else { return nil }
    return Self.declared.finding(
      "no-trace", corpus, passage,
      ["date": .text(limit.text), "count": .number(count)])
  }

  private static let accounts: Stretches = [
    "report on", "report to", "report back", "a report", "its report", "reports ", "account of",
    "publish", "tabled", "will table", "release", "review", "evaluat", "rendre compte", "rapport",
    "publier", "publiera", "publié", "dépos", "évalu", "bilan", "examen", "diffus",
  ]

  private static let trials: Stretches = [
    "try out", "tries out", "trial of", "pilot ", "à l’essai", "à l'essai", "fera l’essai",
    "fera l'essai", "projet pilote", "mettra en place à titre",
  ]

  private func finding(
    _ corpus: Corpus, _ finder: PassageFinder, _ traces: PromiseTraces, _ followers: LaterDocuments,
    _ member: Int, _ commitment: CommitmentFact
  ) -> Finding? {
    let facts = corpus.members[member].facts
    let unit = Int(commitment.unit)
    guard commitment.rung.rung >= .intent, commitment.actor != .other,
      !facts.units[unit].flags.contains(.yearly),
      let limit = self.limit(corpus, member, commitment)
    else { return nil }
    let isAccount = facts.unit(unit, holds: Self.accounts)
    // Trying something out is an act, and no attempt at one.
    let isAct = commitment.rung.rung >= .commitment || facts.unit(unit, holds: Self.trials)
    guard isAccount || (limit.isExact && isAct) else { return nil }
    let passage = CorpusPassage(member: member, unit: unit)
    var later = followers.documents(after: passage, due: limit.day, isAccount: isAccount)
    guard later.next() != nil else { return nil }
    let words = finder.words(
      finder.words(of: passage), withoutNames: corpus.departments(namedBy: passage),
      facts.units[unit].language)
    guard words.count >= 3 else { return nil }
    let thing = PromisedThing.phrases(facts, commitment).flatMap {
      finder.words(of: $0, in: passage)
    }
    guard
      let count = traces.untraced(
        passage, words, thing, due: limit.day,
        followers.documents(after: passage, due: limit.day, isAccount: isAccount))
    else { return nil }
    return Self.declared.finding(
      "no-trace", corpus, passage,
      ["date": .text(limit.text), "count": .number(count)])
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
    if due == 0 { return withinTheYear(corpus, member, unit) }
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
    "mois qui suivent", "an après", "d'ici ", "d’ici ",
  ]

  /// "before the end of the fiscal year", in a document of one year.
  private func withinTheYear(_ corpus: Corpus, _ member: Int, _ unit: Int) -> Limit? {
    let here = corpus.members[member]
    guard let first = here.years.first, let last = here.years.last, last <= first + 1 else {
      return nil
    }
    let range = here.facts.units[unit].textRange
    guard let hit = Self.yearEnds.hits(in: here.facts.text, range).first else { return nil }
    let day = last == first ? last * 10000 + 1231 : last * 10000 + 331
    return Limit(day: day, text: here.facts.quote(hit.start..<hit.end), isExact: true)
  }

  private static let yearEnds = WordStems([
    1: """
    before the end of the fiscal year, before the end of the year, by the end of the \
    fiscal year, by the end of the year, by year-end, before year-end, by fiscal \
    year-end, within the fiscal year, within the year, this fall|, this autumn|, this \
    spring|, this winter|, this summer|, before the year ends, by the close of the year, \
    avant la fin de l'exercice, avant la fin de l’exercice, d'ici la fin de l'exercice, \
    d’ici la fin de l’exercice, avant la fin de l'année, avant la fin de l’année, d'ici \
    la fin de l'année, d’ici la fin de l’année, au cours de l'exercice, au cours de \
    l’exercice, cet automne|, cet hiver|, ce printemps|, cet été|
    """
  ])

  /// "within eighteen months of the signature": a length of time from a day that the paragraph gives.
  private func elapsed(
    _ facts: DocumentFacts, _ unit: Int
  ) -> (from: Int, months: Int, text: String)? {
    guard facts.unit(unit, holds: Self.counting) else { return nil }
    if let year = Self.aYear.hits(in: facts.text, facts.units[unit].textRange).first,
      let from = beginning(facts, unit)
    {
      let start = Int(from.year) * 10000 + Int(from.month) * 100 + max(1, Int(from.day))
      let text = facts.quote(year.start..<year.end) + " + " + facts.quote(from.start, from.end)
      return (start, 12, text)
    }
    let length = facts.numbers(of: unit).first {
      $0.kind == .duration && $0.value > 0
        && $0.value <= ($0.qualifiers.contains(.shortTime) ? 400 : 120)
    }
    guard let length, let from = beginning(facts, unit) else { return nil }
    // Days; weeks end even earlier.
    let months =
      length.qualifiers.contains(.shortTime) ? Int(length.value / 30) + 1 : Int(length.value)
    let start = Int(from.year) * 10000 + Int(from.month) * 100 + max(1, Int(from.day))
    return (
      start, months,
      facts.quote(length.start, length.end) + " + " + facts.quote(from.start, from.end)
    )
  }

  private static let aYear = WordStems([
    1: "within a year, within one year, in a year's time, d'ici un an|, d’ici un an|, dans un an|"
  ])

  /// The day that such a time runs from: in the paragraph, in the headings above it, else where the document
  /// says at its head when it was adopted.
  private func beginning(_ facts: DocumentFacts, _ unit: Int) -> DateFact? {
    func date(_ index: Int) -> DateFact? {
      facts.dates(of: index).last { $0.year > 0 && $0.month > 0 }
    }
    let range = facts.paragraph(of: unit)
    // Not further off: a paragraph may have thousands of sentences.
    if let near = range.clamped(to: max(0, unit - 100)...unit).reversed().lazy.compactMap(date)
      .first
    {
      return near
    }
    var heading = Int(facts.units[unit].heading)
    while heading >= 0 {
      if let above = date(heading) { return above }
      heading = Int(facts.units[heading].heading)
    }
    return facts.units.indices.prefix(12).lazy
      .filter { facts.units[$0].isHeading || facts.unit($0, holds: Self.adopted) }
      .compactMap(date).first
  }

  private static let adopted: Stretches = [
    "adopt", "sign", "launch", "approv", "issued", "published", "in force", "effective", "signé",
    "lancé", "approuv", "publié", "en vigueur",
  ]

  private static func later(_ day: Int, byMonths months: Int) -> Int {
    let month = day / 100 % 100 - 1 + months
    return (day / 10000 + month / 12) * 10000 + (month % 12 + 1) * 100 + day % 100
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

package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports numbers that cannot all be right.
///
/// **What it finds.** A share that does not follow from its two counts, a total row or column that is
/// not the sum of its figures, a list of parts that does not add up, a change that is not the difference, and
/// yearly money that does not make the total.
///
/// **Why it matters.** The reader cannot tell which of the numbers to believe.
///
/// **Example.** "34 of 82 plans (43%)"
///
/// **What to write instead.** "34 of 82 plans (41%)"
package struct ArithmeticChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    var findings: [Finding] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for (unit, own) in UnitRuns(facts.numbers) {
        let here = facts.units[unit]
        guard !here.isHeading, !here.isRow, !here.isTableHeader else { continue }
        let passage = CorpusPassage(member: member, unit: unit)
        let finding =
          own.count >= 2
          ? share(corpus, passage, Array(own)) ?? parts(corpus, passage, Array(own))
            ?? years(corpus, passage, Array(own)) : nil
        if let finding = finding ?? inParagraph(corpus, passage) { findings.append(finding) }
      }
      findings += TableSums(corpus: corpus, member: member).wrongTotals().map { wrong in
        Self.declared.finding(
          "total", corpus, wrong.passage, level: Self.level(corpus, member),
          [
            "total": .text(wrong.stated), "sum": .number(wrong.sum),
            "column": .text(wrong.name),
          ])
      }
    }
    findings += FundShares.wrong(corpus).map { wrong in
      Self.declared.finding(
        "parts", corpus, wrong.passage, against: wrong.shares,
        level: Self.level(corpus, wrong.passage.member),
        [
          "whole": .text(wrong.passage.facts(corpus).quote(wrong.whole.start, wrong.whole.end)),
          "sum": .number(wrong.sum),
        ])
    }
    let told = Set(findings.map { $0.place?.quote ?? "" })
    return findings
      + CrossShares.wrong(corpus).compactMap { wrong in
        let facts = wrong.counts.facts(corpus)
        let finding = Self.declared.finding(
          "share", corpus, wrong.passage, against: [wrong.counts],
          level: Self.level(corpus, wrong.passage.member),
          [
            "part": .text(facts.quote(wrong.part.start, wrong.part.end)),
            "whole": .text(facts.quote(wrong.whole.start, wrong.whole.end)),
            "percent": .text(
              wrong.passage.facts(corpus).quote(wrong.share.start, wrong.share.end)),
            "share": .number((wrong.value * 10).rounded() / 10),
          ])
        return told.contains(finding.place?.quote ?? "") ? nil : finding
      }
  }

  /// What others published is noted; one's own draft is to be mended.
  private static func level(_ corpus: Corpus, _ member: Int) -> Level {
    switch corpus.members[member].profile.kind {
    case .consultation, .programmePage, .initiative: .note
    default: .fix
    }
  }

  /// What is told over several sentences, or of a change.
  private func inParagraph(_ corpus: Corpus, _ passage: CorpusPassage) -> Finding? {
    let level = Self.level(corpus, passage.member)
    let sums = ParagraphSums(facts: passage.facts(corpus), unit: passage.unit)
    if let wrong = sums.wrongShare() {
      return Self.declared.finding("share", corpus, passage, level: level, wrong)
    }
    if let wrong = StatedShares(facts: sums.facts, unit: passage.unit).wrong() {
      return Self.declared.finding("share", corpus, passage, level: level, wrong)
    }
    let parts = WholeAndParts(facts: sums.facts, unit: passage.unit)
    if let wrong = sums.wrongParts() ?? parts.tooMuch() ?? parts.tooManyShares() {
      return Self.declared.finding("parts", corpus, passage, level: level, wrong)
    }
    if let wrong = sums.wrongChange() {
      return Self.declared.finding("change", corpus, passage, level: level, wrong)
    }
    if let wrong = sums.wrongProduct() {
      return Self.declared.finding("product", corpus, passage, level: level, wrong)
    }
    if let wrong = NumberRelations(facts: sums.facts, unit: passage.unit).wrong() {
      return Self.declared.finding(wrong.kind, corpus, passage, level: level, wrong.arguments)
    }
    return nil
  }

  // MARK: Shares

  /// "34 of 82 (43%)", "82 plans, 34 of them with a budget (43%)": one share and two counts.
  private func share(
    _ corpus: Corpus, _ passage: CorpusPassage, _ numbers: [NumberFact]
  ) -> Finding? {
    let facts = passage.facts(corpus)
    for (index, percent) in numbers.enumerated() where percent.kind == .percent && index > 0 {
      let part = numbers[index - 1]
      guard part.kind == .count, percent.qualifiers.contains(.inParentheses),
        Int(percent.start) - Int(part.end) <= 60,
        percent.qualifiers.isDisjoint(with: .loose), part.qualifiers.isDisjoint(with: .loose),
        percent.value <= 100,
        // Another number in between, or another's own share, is not what this one is of.
        !facts.text[Int(part.end)..<Int(percent.start)].contains(0x29)
      else { continue }
      let wholes = numbers.filter {
        $0.kind == .count && $0.value > part.value && $0.qualifiers.isDisjoint(with: .loose)
          && !ParagraphSums.hasShare($0, numbers, facts)
      }
      guard wholes.count == 1, let whole = wholes.first else { continue }
      // The whole is named as such: "34 of 82", or at the start of the sentence.
      let isOf = whole.start > part.start && Self.saysOf(facts, part.end, whole.start)
      guard isOf || whole.start < part.start else { continue }
      let share = 100 * part.value / whole.value
      var tolerance = 0.5
      for _ in 0..<Int(percent.decimals) { tolerance /= 10 }
      guard abs(share - percent.value) > tolerance + 0.01 else { continue }
      // Taken from above: 43% of 79.
      return Self.declared.finding(
        "share", corpus, passage, level: Self.level(corpus, passage.member),
        [
          "part": .text(facts.quote(part.start, part.end)),
          "whole": .text(facts.quote(whole.start, whole.end)),
          "percent": .text(facts.quote(percent.start, percent.end)),
          "share": .number((share * 10).rounded() / 10),
        ])
    }
    return nil
  }

  private static func saysOf(_ facts: DocumentFacts, _ start: UInt32, _ end: UInt32) -> Bool {
    guard start < end, end - start <= 40 else { return false }
    let words = facts.quote(start, end).lowercased().split(separator: " ")
    return words.contains("of") || words.contains("sur") || words.contains("des")
  }

  // MARK: Parts

  /// "12 projects: 5 in Mali, 4 in Niger and 2 in Chad".
  private func parts(
    _ corpus: Corpus, _ passage: CorpusPassage, _ numbers: [NumberFact]
  ) -> Finding? {
    let facts = passage.facts(corpus)
    guard let whole = numbers.first, whole.kind == .count || whole.kind == .money else {
      return nil
    }
    // "20 million dollars over four years: 4 million in …": a length is no part, and dollars need not be said again.
    let numbers =
      whole.kind == .count
      ? numbers
      : numbers.filter { $0.kind == .money || ($0.kind == .count && $0.value >= 100_000) }
    let parts = Array(numbers.dropFirst())
    guard parts.count >= 2,
      parts.allSatisfy({
        ($0.kind == whole.kind || whole.kind == .money) && $0.value < whole.value
      }),
      numbers.allSatisfy({ $0.qualifiers.isDisjoint(with: .loose) })
    else { return nil }
    let opening = facts.quote(whole.end, parts[0].start)
    guard opening.contains(":") || opening.contains("("), opening.utf8.count <= 80 else {
      return nil
    }
    // A list that says of itself that it is not whole.
    let text = facts.quote(ofUnit: passage.unit).lowercased()
    let partial =
      [
        "includ", "such as", "among", "for example", "of which", "notamment", "par exemple",
        "dont ",
        "comme ", "compris", "at least one", "page", "and others", "the rest", "le reste",
        "le solde",
        "remainder",
      ] + (whole.kind == .money ? [] : ["year"])
    if partial.contains(where: { text.contains($0) }) { return nil }
    // Each part is counted in a list, with a comma or "and" before it.
    for (before, part) in zip(parts, parts.dropFirst()) {
      let gap = facts.quote(before.end, part.start).lowercased()
      guard gap.utf8.count <= 60,
        gap.contains(",") || gap.contains(";") || gap.contains(" and ") || gap.contains(" et ")
      else { return nil }
    }
    let sum = parts.reduce(0) { $0 + $1.value }
    guard sum != whole.value, abs(sum - whole.value) > 1e-6 else { return nil }
    return Self.declared.finding(
      "parts", corpus, passage, level: Self.level(corpus, passage.member),
      [
        "whole": .text(facts.quote(whole.start, whole.end)), "sum": .number(sum),
      ])
  }

  // MARK: Years

  /// "$10 million a year for five years, $40 million in total".
  private func years(
    _ corpus: Corpus, _ passage: CorpusPassage, _ numbers: [NumberFact]
  ) -> Finding? {
    let facts = passage.facts(corpus)
    let money = numbers.filter { $0.kind == .money && $0.qualifiers.isDisjoint(with: .loose) }
    let durations = numbers.filter {
      $0.kind == .duration && !$0.qualifiers.contains(.shortTime) && $0.value >= 12
    }
    let span = durations.isEmpty ? Self.span(facts, passage.unit) : nil
    guard money.count == 2, let length = durations.first.map({ $0.value / 12 }) ?? span,
      durations.count <= 1,
      let yearly = money.first(where: {
        $0.qualifiers.contains(.yearly)
      }), let total = money.first(where: { !$0.qualifiers.contains(.yearly) }),
      total.value > yearly.value,
      total.qualifiers.contains(.total)
        || facts.unit(passage.unit, holds: Self.inAll)
        || durations.first.map({ Self.isSpread(facts, total, over: $0) }) ?? true
    else { return nil }
    // The years behind the detailed ones are another amount.
    if facts.unit(passage.unit, holds: Self.otherYears) { return nil }
    let expected = yearly.value * length
    guard abs(expected - total.value) > 0.02 * total.value else { return nil }
    return Self.declared.finding(
      "years", corpus, passage, level: Self.level(corpus, passage.member),
      [
        "yearly": .text(facts.quote(yearly.start, yearly.end)),
        "total": .text(facts.quote(total.start, total.end)),
        "sum": .number(expected),
      ])
  }

  /// The number of years from one to another: "from 2026–27 to 2029–30".
  private static func span(_ facts: DocumentFacts, _ unit: Int) -> Double? {
    let ranges = facts.dates(of: unit).filter { $0.role.contains(.range) }
    guard ranges.count == 1, facts.dates(of: unit).count == 1, let range = ranges.first,
      range.endYear > range.year + 1
    else { return nil }
    let years = Int(range.endYear) - Int(range.year)
    return Double(range.role.contains(.fiscal) ? years : years + 1)
  }

  /// "$12 million over five years", « 12 M$ sur cinq ans ».
  private static func isSpread(
    _ facts: DocumentFacts, _ total: NumberFact, over length: NumberFact
  ) -> Bool {
    guard length.start > total.end, length.start - total.end <= 28 else { return false }
    let words = facts.quote(total.end, length.start).lowercased().split(separator: " ")
    return words.contains("over") || words.contains("sur")
  }

  private static let otherYears: Stretches = [
    "ongoing", "thereafter", "afterwards", "permanent", "par la suite", "then ", "puis ",
    "rising", "up to", "on average", "en moyenne", "first year", "additional",
  ]
  private static let inAll: Stretches = [
    "total", "in all", "altogether", "en tout", "makes ", "comes to", "come to", "amounts to",
    "soit ", "ce qui fait", "s’élève", "s'élève",
  ]

  private static let declared = CheckerDescription.coherence(
    "coh.arithmetic",
    title: LocalizedText("Arithmetic", "Calculs"),
    rationale: LocalizedText(
      "Works out shares, sums and totals again. It may be wrong where figures were rounded more than "
        + "they show, or where a total covers more than the figures listed.",
      "Refait les pourcentages, sommes et totaux. Le constat peut être faux si les chiffres sont plus "
        + "arrondis qu’ils ne le montrent, ou si un total couvre plus que les chiffres énumérés."),
    [
      FindingKind(
        "share", .fix,
        message: LocalizedText(
          "{part} of {whole} is {share}%, not {percent}",
          "{part} sur {whole} font {share} %, et non {percent}"),
        help: LocalizedText(
          "check which of the three numbers is right, and what the share is of",
          "vérifier lequel des trois nombres est juste, et de quoi le pourcentage est pris")),
      FindingKind(
        "total", .fix,
        message: LocalizedText(
          "the total given for ‘{column}’ is {total}; the figures add up to {sum}",
          "le total donné pour « {column} » est {total}; les chiffres font {sum}"),
        help: LocalizedText(
          "correct the figure, or say what else the total covers",
          "corriger le chiffre, ou dire ce que le total comprend de plus")),
      FindingKind(
        "parts", .fix,
        message: LocalizedText(
          "{whole} is said to be the whole; the parts listed add up to {sum}",
          "{whole} est donné comme le tout; les parties énumérées font {sum}"),
        help: LocalizedText(
          "correct the figure, or say that the list is not complete",
          "corriger le chiffre, ou dire que la liste n’est pas complète")),
      FindingKind(
        "change", .fix,
        message: LocalizedText(
          "from {one} to {two} is a change of {sum}, not {stated}",
          "de {one} à {two}, l’écart est de {sum}, et non de {stated}"),
        help: LocalizedText(
          "check both values and the change", "vérifier les deux valeurs et l’écart")),
      FindingKind(
        "product", .fix,
        message: LocalizedText(
          "{count} times {each} makes {sum}, not {total}",
          "{count} fois {each} font {sum}, et non {total}"),
        help: LocalizedText(
          "check the number, the amount of each and the total",
          "vérifier le nombre, le montant de chacun et le total")),
      FindingKind(
        "years", .fix,
        message: LocalizedText(
          "{yearly} a year over the years named makes {sum}, not {total}",
          "{yearly} par année sur la période nommée font {sum}, et non {total}"),
        help: LocalizedText(
          "check the yearly amount, the number of years and the total",
          "vérifier le montant annuel, le nombre d’années et le total")),
    ])
}

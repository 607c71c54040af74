package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports a goal that is quoted differently from its source.
///
/// **What it finds.** A goal of one document that another gives with some words changed, and words between
/// quotation marks that are nearly, but not quite, those of another document.
///
/// **Why it matters.** Each wording can be held against the other.
///
/// **Example.** A goal that ends "across governments" in one document and "statebuilding" in another.
///
/// **What to write instead.** The wording of the source, or a paraphrase that does not look like a quotation.
package struct RestatementChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    var findings = GoalCopies(corpus).differences().map { copy in
      Self.declared.finding(
        copy.isQuotation ? "quotation" : "goal", corpus, copy.passage, against: [copy.source],
        ["source": .text(copy.original), "copy": .text(copy.changed)])
    }
    var told = Set(findings.map(\.place))
    for mention in GoalMentions(corpus).differences() {
      let finding = Self.declared.finding(
        "goal", corpus, mention.passage, against: [mention.source],
        ["source": .text(mention.original), "copy": .text(mention.changed)])
      if told.insert(finding.place).inserted { findings.append(finding) }
    }
    corpus.forEachLikeness { first, second, likeness in
      guard first.member != second.member, likeness.both >= 0.35 || likeness.lesser >= 0.6,
        corpus.mayShareTime(first.member, second.member)
      else { return }
      if let finding = quotation(corpus, first, second) ?? quotation(corpus, second, first)
        ?? goal(corpus, first, second, likeness), !told.contains(finding.place)
      {
        findings.append(finding)
      }
    }
    return findings
  }

  /// One of the two is a goal, and only some words of the other are different.
  private func goal(
    _ corpus: Corpus, _ first: CorpusPassage, _ second: CorpusPassage,
    _ likeness: PassageIndex.Likeness
  ) -> Finding? {
    // Cells are set against each other one by one.
    guard likeness.both >= 0.4,
      !corpus.members[first.member].facts.units[first.unit].isRow,
      !corpus.members[second.member].facts.units[second.unit].isRow
    else { return nil }
    let one = first.facts(corpus)
    let two = second.facts(corpus)
    let firstIsGoal = Self.isGoal(one, first.unit)
    guard firstIsGoal || Self.isGoal(two, second.unit) else { return nil }
    let (source, copy) = firstIsGoal ? (first, second) : (second, first)
    let left = WordDifference.words(source.facts(corpus).quote(ofUnit: source.unit))
    let right = WordDifference.words(copy.facts(corpus).quote(ofUnit: copy.unit))
    guard min(left.count, right.count) >= 8,
      let difference = WordDifference(left, right), difference.shared * 10 >= left.count * 7,
      !difference.isTrivial
    else { return nil }
    return Self.declared.finding(
      "goal", corpus, copy, against: [source],
      [
        "source": .text(difference.onlyFirst.isEmpty ? "–" : difference.onlyFirst),
        "copy": .text(difference.onlySecond.isEmpty ? "–" : difference.onlySecond),
      ])
  }

  private static let goalWords: Stretches = [
    "goal", "objective", "objectif", " buts ", "buts d", "but n", "but 1", "but 2", "but 3",
    "focus area", "domaines prioritaires",
  ]

  private static let labels: Stretches = [
    "goal 1", "goal 2", "goal 3", "goal 4", "goal 5", "objective 1", "objective 2", "objective 3",
    "objective 4", "objective 5", "objectif 1", "objectif 2", "objectif 3", "objectif 4",
    "objectif 5", "but 1", "but 2", "but 3", "but 4", "but 5",
  ]

  private static func isGoal(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard here.isListItem || here.isRow, here.wordCount >= 5 else { return false }
    let heading = Int(here.heading)
    let context = Int(here.context)
    return (heading >= 0 && facts.unit(heading, holds: goalWords))
      || (context >= 0 && facts.unit(context, holds: goalWords))
      || facts.unit(unit, holds: labels)
  }

  /// `copy` quotes six words or more that are nearly those of `source`.
  private func quotation(
    _ corpus: Corpus, _ source: CorpusPassage, _ copy: CorpusPassage
  ) -> Finding? {
    guard corpus.members[copy.member].facts.units[copy.unit].flags.contains(.quotes) else {
      return nil
    }
    let quoting = copy.facts(corpus)
    let original = WordDifference.words(source.facts(corpus).quote(ofUnit: source.unit))
    for quoted in WordDifference.quotations(quoting.quote(ofUnit: copy.unit)) {
      let words = WordDifference.words(quoted)
      guard words.count >= 6, !quoted.contains("…"), !quoted.contains("..."),
        !quoted.contains("[")
      else { continue }
      if WordDifference.holds(original, words) { return nil }
      guard let difference = WordDifference(words, original),
        difference.shared * 10 >= words.count * 8, difference.gaps <= 2, !difference.isTrivial
      else { continue }
      return Self.declared.finding(
        "quotation", corpus, copy, against: [source],
        [
          "source": .text(difference.onlySecond.isEmpty ? "–" : difference.onlySecond),
          "copy": .text(difference.onlyFirst.isEmpty ? "–" : difference.onlyFirst),
        ])
    }
    return nil
  }

  private static let declared = CheckerDescription.coherence(
    "coh.restatement",
    title: LocalizedText("Quoted differently", "Cité autrement"),
    rationale: LocalizedText(
      "Sets goals and quotations beside the passages that they repeat. It may be wrong where the source "
        + "is another text, or where a goal was changed on purpose.",
      "Met les objectifs et citations à côté des passages qu’ils reprennent. Le constat peut être faux "
        + "si la source est un autre texte, ou si l’objectif a été changé à dessein."),
    [
      FindingKind(
        "goal", .note,
        message: LocalizedText(
          "the goal is worded differently: ‘{copy}’ here, ‘{source}’ in the other document",
          "l’objectif est formulé autrement : « {copy} » ici, « {source} » dans l’autre document"),
        help: LocalizedText(
          "use the source’s wording, or say that it was changed",
          "reprendre la formulation de la source, ou dire qu’elle a été changée")),
      FindingKind(
        "quotation", .fix,
        message: LocalizedText(
          "the quotation differs from its source: ‘{copy}’ here, ‘{source}’ there",
          "la citation diffère de sa source : « {copy} » ici, « {source} » là"),
        help: LocalizedText(
          "quote word for word, or take the quotation marks away",
          "citer mot pour mot, ou enlever les guillemets")),
    ])
}

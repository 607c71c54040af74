package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports resolutions and action plans that are cited wrongly.
///
/// **What it finds.** A resolution of the Security Council with a year in which it was not adopted, a
/// number with two digits changed about, an action plan whose title, ordinal and period do not belong
/// together, and a policy or agreement that is given two years, or one that is not its own.
///
/// **Why it matters.** A wrong citation is copied from text to text, and one is enough to make a reader
/// doubt the rest.
///
/// **Example.** "resolution 1820 (2009)"
///
/// **What to write instead.** "resolution 1820 (2008)"
package struct CitationsChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    let isOtherSeries = Self.isOtherSeries(corpus)
    let found = corpus.members.indices.flatMap { member -> [Finding] in
      resolutions(corpus, member) + resolutionTables(corpus, member)
        + plans(corpus, member, isOtherSeries: isOtherSeries)
        + knownInstruments(corpus, member)
    }
    return found + planTitles(corpus) + sections(corpus)
      + InstrumentYears.conflicts(corpus).map { conflict in
        Self.declared.finding(
          "two-years", corpus, conflict.second.passage, against: [conflict.first.passage],
          [
            "name": .text(conflict.name), "one": .number(conflict.first.year),
            "two": .number(conflict.second.year),
          ])
      }
  }

  /// Sections of a directive or policy of these documents under a number that is another's.
  private func sections(_ corpus: Corpus) -> [Finding] {
    CitedSections.wrong(corpus).map { wrong in
      Self.declared.finding(
        "wrong-section", corpus, wrong.passage, against: [wrong.heading],
        [
          "number": .text(wrong.cited), "right": .text(wrong.right),
          "subject": .text(wrong.heading.facts(corpus).quote(ofUnit: wrong.heading.unit)),
        ])
    }
  }

  /// The national plan of these documents under a title or a number that is not its own.
  private func planTitles(_ corpus: Corpus) -> [Finding] {
    let titles = PlanTitles.wrong(corpus)
    return (titles + SupersededTitles.wrong(corpus, besides: titles)).map { wrong in
      Self.declared.finding(
        "wrong-title", corpus, wrong.passage, against: [wrong.other],
        ["cited": .text(wrong.cited), "right": .text(wrong.right)])
    }
  }

  /// Rows of a table with a column for resolutions and one for their years.
  private func resolutionTables(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    for header in facts.units.indices
    where facts.units[header].isTableHeader && facts.unit(header, holds: Self.resolutionWords) {
      let titles = facts.cells(of: header).map { facts.quote($0.range).lowercased() }
      guard
        let first = titles.firstIndex(where: {
          $0.contains("resolution") || $0.contains("résolution")
        }),
        let second = titles.firstIndex(where: { title in
          ["year", "adopted", "année", "adoption", "date"].contains { title.contains($0) }
        }), first != second
      else { continue }
      for row in header + 1..<min(facts.units.count, header + 64) {
        guard facts.units[row].isRow, Int(facts.units[row].context) == header else { break }
        // Told in the cell itself already.
        if facts.citations.contains(where: { Int($0.unit) == row && $0.year != 0 }) { continue }
        let cells = facts.cells(of: row).map { facts.quote($0.range) }
        guard cells.count > max(first, second),
          let number = Self.integers(cells[first]).first(where: {
            ResolutionCatalog.year(of: $0) != nil
          }), let right = ResolutionCatalog.year(of: number)
        else { continue }
        let years = Self.integers(cells[second]).filter { (1946...2100).contains($0) }
        guard years.count == 1, let year = years.first, year != right else { continue }
        findings.append(
          Self.declared.finding(
            "wrong-year", corpus, CorpusPassage(member: member, unit: row),
            [
              "number": .number(number), "year": .number(year), "right": .number(right),
            ]))
      }
    }
    return findings
  }

  private static let resolutionWords: Stretches = ["resolution", "résolution"]

  private static func integers(_ text: String) -> [Int] {
    text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  }

  /// "the Beijing Declaration (1996)"
  private func knownInstruments(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    for (unit, dates) in UnitRuns(facts.dates) {
      guard
        let found = KnownInstruments.stretches.first(in: facts.text, facts.units[unit].textRange)
      else { continue }
      let instrument = KnownInstruments.all[KnownInstruments.indices[found.index]]
      guard
        let date = dates.first(where: { date in
          let gap = Int(date.start) - found.end
          guard date.year > 0, !date.role.contains(.range), gap >= 0 else { return false }
          return (date.role.contains(.inParentheses) && gap <= 3)
            || (gap <= 40 && Self.saysAdopted(facts, found.end, date))
        }), !instrument.years.contains(Int(date.year))
      else { continue }
      findings.append(
        Self.declared.finding(
          "wrong-instrument-year", corpus, CorpusPassage(member: member, unit: unit),
          [
            "name": .text(instrument.names[0]), "year": .number(Int(date.year)),
            "right": .number(instrument.years[0]),
          ]))
    }
    return findings
  }

  /// The sentence, or the one beside it, tells of an error that has been mended.
  private static func isCorrected(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let paragraph = facts.paragraph(of: unit)
    return (max(paragraph.lowerBound, unit - 1)...min(paragraph.upperBound, unit + 1)).contains {
      facts.unit($0, holds: corrected)
    }
  }

  private static let corrected: Stretches = [
    "typing error", "typo ", "typographical", "misprint", "erratum", "errata", "corrigendum",
    "was corrected", "been corrected", "were corrected", "is corrected", "corrects an",
    "corrected version",
    "wrongly dated", "wrongly cited", "wrongly gave", "wrong year", "mistakenly", "should read",
    "should have read", "in error", "earlier version of this", "faute de frappe", "coquille",
    "a été corrigé", "ont été corrigé", "est corrigé", "sont corrigé", "erronément", "par erreur",
    "à tort", "il fallait lire", "il faut lire", "rectificatif", "version antérieure de",
    "version précédente de",
  ]

  private static func saysAdopted(_ facts: DocumentFacts, _ end: Int, _ date: DateFact) -> Bool {
    let between = facts.quote(end..<Int(date.start)).lowercased()
    return ["adopted in", "adopted on", "of", "de", "adopté", "signed in"].contains {
      between.hasPrefix($0) || between.hasPrefix(", " + $0)
    }
  }

  private func resolutions(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    for citation in facts.citations where citation.kind == .resolution {
      let number = Int(citation.number)
      if Self.isCorrected(facts, Int(citation.unit)) { continue }
      let passage = CorpusPassage(member: member, unit: Int(citation.unit))
      if let wrong = ResolutionSubject.wrong(citation, facts) {
        findings.append(
          Self.declared.finding(
            "wrong-subject", corpus, passage,
            [
              "number": .number(number), "right": .localized(wrong.right.name),
              "subject": .localized(wrong.cited.name),
            ]))
        continue
      }
      if let right = ResolutionCatalog.year(of: number) {
        guard citation.year != 0, Int(citation.year) != right else { continue }
        findings.append(
          Self.declared.finding(
            "wrong-year", corpus, passage,
            [
              "number": .number(number), "year": .number(Int(citation.year)),
              "right": .number(right),
            ]))
      } else if citation.year >= 1990, let years = ResolutionCatalog.years(ofNumber: number),
        !years.contains(Int(citation.year))
      {
        findings.append(
          Self.declared.finding(
            "wrong-year", corpus, passage,
            [
              "number": .number(number), "year": .number(Int(citation.year)),
              "right": .number(years.lowerBound),
            ]))
      } else if let meant = ResolutionCatalog.misprint(of: number) {
        findings.append(
          Self.declared.finding(
            "wrong-number", corpus, passage, ["number": .number(number), "meant": .number(meant)]))
      }
    }
    return findings
  }

  private func plans(_ corpus: Corpus, _ member: Int, isOtherSeries: Bool) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    for (unit, own) in UnitRuns(facts.citations) where !Self.isCorrected(facts, unit) {
      let passage = CorpusPassage(member: member, unit: unit)
      let titles = Set(own.filter { $0.kind == .planTitle }.map(\.number))
      let ordinals = Set(own.filter { $0.kind == .planOrdinal }.map(\.number))
      if let title = titles.first, titles.count == 1, let ordinal = ordinals.first,
        ordinals.count == 1, title != ordinal,
        let plan = PlanCatalog.all.first(where: { $0.edition == Int(title) })
      {
        findings.append(
          Self.declared.finding(
            "wrong-edition", corpus, passage,
            [
              "title": .localized(plan.title), "edition": .number(plan.edition),
              "cited": .number(Int(ordinal)),
            ]))
      }
      for citation in own
      where citation.kind == .planTitle || (citation.kind != .resolution && !isOtherSeries) {
        guard let plan = PlanCatalog.all.first(where: { $0.edition == Int(citation.number) }),
          let period = period(behind: citation, facts), !fits(period, plan)
        else { continue }
        findings.append(
          Self.declared.finding(
            "wrong-period", corpus, passage,
            [
              "edition": .number(plan.edition),
              "period": .text(facts.quote(period.start, period.end)),
              "right": .text("\(plan.firstYear)–\(plan.lastYear)"),
            ]))
        break
      }
    }
    return findings
  }

  /// The national plan of these documents is none of the catalog's: its predecessors have years of their own.
  private static func isOtherSeries(_ corpus: Corpus) -> Bool {
    let spans = corpus.members.filter {
      $0.profile.kind == .nationalActionPlan && $0.years.count == 2
    }.map(\.years)
    return !spans.isEmpty
      && spans.allSatisfy { years in
        !PlanCatalog.all.contains {
          abs($0.firstYear - years[0]) <= 1 && abs($0.lastYear - years[1]) <= 1
        }
      }
  }

  /// The range of years directly behind a plan's name.
  private func period(behind citation: CitationFact, _ facts: DocumentFacts) -> DateFact? {
    facts.dates(of: Int(citation.unit)).first {
      $0.role.contains(.range) && $0.start >= citation.end && $0.start - citation.end <= 48
        && $0.endYear > $0.year + 1
    }
  }

  /// The first plan is dated from its launch or from its first year, to its intended or its actual end.
  private func fits(_ period: DateFact, _ plan: ActionPlan) -> Bool {
    let slack = plan.edition == 1 ? 1 : 0
    return abs(Int(period.year) - plan.firstYear) <= slack
      && abs(Int(period.endYear) - plan.lastYear) <= slack
  }

  private static let declared = CheckerDescription.coherence(
    "coh.citations",
    title: LocalizedText("Citations", "Citations de résolutions et de plans"),
    rationale: LocalizedText(
      "Sets years and titles against those under which resolutions and action plans were adopted. "
        + "It may be wrong where the year is that of a debate or report and not of the resolution.",
      "Compare les années et les titres à ceux de l’adoption des résolutions et des plans d’action. "
        + "Le constat peut être faux si l’année est celle d’un débat ou d’un rapport."),
    [
      FindingKind(
        "wrong-year", .fix,
        message: LocalizedText(
          "resolution {number} is dated {year}; it was adopted in {right}",
          "la résolution {number} est datée de {year}; elle a été adoptée en {right}"),
        help: LocalizedText(
          "write {number} ({right}), or make clear that {year} is another event’s year",
          "écrire {number} ({right}), ou préciser que {year} est l’année d’un autre événement")),
      FindingKind(
        "wrong-number", .ask,
        message: LocalizedText(
          "resolution {number} is not one of the agenda; {meant} may be meant",
          "la résolution {number} n’est pas du programme; il s’agit peut-être de la {meant}"),
        help: LocalizedText(
          "check the number against the resolution’s own text",
          "vérifier le numéro dans le texte de la résolution")),
      FindingKind(
        "wrong-title", .ask,
        message: LocalizedText(
          "cited as ‘{cited}’; the plan itself reads otherwise: ‘{right}’",
          "cité comme « {cited} »; le plan lui-même se présente autrement : « {right} »"),
        help: LocalizedText(
          "cite the plan by its own title and number",
          "citer le plan par son propre titre et son numéro")),
      FindingKind(
        "wrong-section", .ask,
        message: LocalizedText(
          "section {number} is cited; what is said of it stands in section {right} (‘{subject}’)",
          "la section {number} est citée; ce qui en est dit figure à la section {right} "
            + "(« {subject} »)"),
        help: LocalizedText(
          "cite the section by its own number", "citer la section par son propre numéro")),
      FindingKind(
        "wrong-subject", .ask,
        message: LocalizedText(
          "resolution {number} is on {right}, cited here for {subject}",
          "la résolution {number} porte sur {right}, citée ici pour {subject}"),
        help: LocalizedText(
          "cite the resolution that is meant", "citer la résolution voulue")),
      FindingKind(
        "two-years", .ask,
        message: LocalizedText(
          "‘{name}’ is dated {two} here and {one} in another passage",
          "« {name} » est daté de {two} ici et de {one} dans un autre passage"),
        help: LocalizedText(
          "check the year of adoption, and name the version that is meant",
          "vérifier l’année d’adoption, et nommer la version dont il est question")),
      FindingKind(
        "wrong-instrument-year", .ask,
        message: LocalizedText(
          "‘{name}’ is dated {year}; it is of {right}",
          "« {name} » est daté de {year}; le texte est de {right}"),
        help: LocalizedText(
          "check the year against the text itself", "vérifier l’année dans le texte lui-même")),
      FindingKind(
        "wrong-edition", .fix,
        message: LocalizedText(
          "‘{title}’ is the title of action plan number {edition}, cited here as number {cited}",
          "« {title} » est le titre du plan d’action numéro {edition}, cité ici comme numéro {cited}"
        ),
        help: LocalizedText(
          "name the plan that is meant by its own title and number",
          "nommer le plan voulu par son titre et son numéro")),
      FindingKind(
        "wrong-period", .fix,
        message: LocalizedText(
          "action plan number {edition} is given the period {period}; it runs {right}",
          "le plan d’action numéro {edition} est daté de {period}; il couvre {right}"),
        help: LocalizedText(
          "write the period of the plan that is meant",
          "écrire la période du plan dont il est question")),
    ])
}

package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports lists of partners that do not agree.
///
/// **What it finds.** Organizations in one list of partners that another list leaves out, former names taken for
/// the organizations that they became; and a stated number of partners that the lists do not give.
///
/// **Why it matters.** Who is a partner decides who reports.
///
/// **Example.** Nine partners in one document and eight in another of the same edition.
///
/// **What to write instead.** The same list in all documents, or the date from which it changed.
package struct RosterChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  private struct Roster {
    var passages: [CorpusPassage]
    var members: Set<Int>
    /// Organizations as named.
    var named: [Int]
  }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    var findings: [Finding] = []
    let rosters = corpus.members.indices.map { self.rosters(corpus, $0) }
    // Each document's lists against those of documents of the same language that also list partners: sorted
    // by year, each against the next, so that the work grows with the number of documents.
    let listing = corpus.members.indices.filter { !rosters[$0].isEmpty }
    for language in Language.allCases {
      let own = listing.filter { corpus.members[$0].profile.language == language }
        .sorted {
          (corpus.year(of: $0), corpus.members[$0].profile.path)
            < (corpus.year(of: $1), corpus.members[$1].profile.path)
        }
      for (position, first) in own.enumerated() {
        for second in own.dropFirst(position + 1).prefix(4) {
          if let finding = compare(corpus, first, rosters[first], second, rosters[second]) {
            findings.append(finding)
          }
        }
      }
    }
    for member in listing { findings += counts(corpus, member, rosters[member]) }
    findings += announced(corpus)
    // By the names that the texts give, known ones or not, where nothing is told yet.
    let told = Set(findings.flatMap { [$0.path, $0.related.first?.path].compactMap(\.self) })
    return findings + named(corpus, told)
  }

  // MARK: Lists

  private static let partnerWords: Stretches = [
    "partner", "partenaire", "representatives included", "participat", "présent", "represented",
    "member departments", "ministères membres", "came from", "officials",
  ]

  /// Lists of three organizations or more that are called partners or participants.
  private func rosters(_ corpus: Corpus, _ member: Int) -> [Roster] {
    let facts = corpus.members[member].facts
    // Documents of one department name their partners one by one.
    switch facts.kind {
    case .nationalActionPlan, .strategy, .consultation, .initiative, .programmePage,
      .progressReport:
      break
    default: if corpus.members[member].profile.department != nil { return [] }
    }
    var rosters: [Roster] = []
    for (unit, own) in UnitRuns(facts.organizations) {
      let named = Self.distinct(own.map { Int($0.organization) })
      guard named.count >= 3, isListed(facts, unit) else { continue }
      rosters.append(
        Roster(
          passages: [CorpusPassage(member: member, unit: unit)],
          members: Set(named.flatMap(OrganizationCatalog.present)), named: named))
    }
    return rosters
  }

  private func isListed(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    if facts.unit(unit, holds: Self.partnerWords) { return true }
    let context = Int(here.context)
    if context >= 0, facts.unit(context, holds: Self.partnerWords) { return true }
    let heading = Int(here.heading)
    return heading >= 0 && facts.unit(heading, holds: Self.partnerWords)
  }

  private static func distinct(_ organizations: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return organizations.filter { seen.insert($0).inserted }
  }

  // MARK: Two documents

  private func compare(
    _ corpus: Corpus, _ first: Int, _ one: [Roster], _ second: Int, _ two: [Roster]
  ) -> Finding? {
    let left = Set(one.flatMap(\.members))
    let right = Set(two.flatMap(\.members))
    // Two lists of the same thing have a good part in common.
    let shared = left.intersection(right)
    guard shared.count >= 3, shared.count * 2 >= min(left.count, right.count) else { return nil }
    // National Defence and the Armed Forces are two institutions with one plan; either stands for both.
    let missing = one.flatMap(\.named).filter { organization in
      OrganizationCatalog.present(organization).allSatisfy { !right.contains($0) }
        && !isDefence(organization, in: right)
    }
    let added = two.flatMap(\.named).filter { organization in
      OrganizationCatalog.present(organization).allSatisfy { !left.contains($0) }
        && !isDefence(organization, in: left)
    }
    guard !missing.isEmpty || !added.isEmpty,
      let place = (missing.isEmpty ? two : one).first(where: { roster in
        roster.named.contains { missing.contains($0) || added.contains($0) }
      })?.passages.first,
      let other = (missing.isEmpty ? one : two).max(by: { $0.named.count < $1.named.count })?
        .passages.first
    else { return nil }
    let years = (corpus.members[first].years, corpus.members[second].years)
    let editions = (
      corpus.members[first].profile.edition, corpus.members[second].profile.edition
    )
    let isOneSet =
      (!years.0.isEmpty && years.0 == years.1) || (editions.0 != nil && editions.0 == editions.1)
    return Self.declared.finding(
      "lists", corpus, place, against: [other], level: isOneSet ? .fix : .note,
      [
        "missing": .text(Self.names(missing)), "added": .text(Self.names(added)),
        "one": .text(corpus.members[first].profile.path),
        "two": .text(corpus.members[second].profile.path),
        "history": .localized(Self.history(one + two)),
      ])
  }

  private func isDefence(_ organization: Int, in set: Set<Int>) -> Bool {
    let pair = ["DND", "CAF"].compactMap(OrganizationCatalog.index(named:))
    return pair.contains(organization) && !set.isDisjoint(with: pair)
  }

  private static func names(_ organizations: [Int]) -> String {
    organizations.isEmpty
      ? "–"
      : distinct(organizations).map { OrganizationCatalog.all[$0].id }.joined(separator: ", ")
  }

  /// "INAC became CIRNAC and ISC".
  private static func history(_ rosters: [Roster]) -> LocalizedText {
    let former = distinct(rosters.flatMap(\.named)).filter {
      !OrganizationCatalog.all[$0].successors.isEmpty
    }
    guard !former.isEmpty else { return LocalizedText(name: "") }
    func line(_ verb: String, _ and: String) -> String {
      " ("
        + former.map {
          let organization = OrganizationCatalog.all[$0]
          return "\(organization.id) \(verb) "
            + organization.successors.joined(separator: " \(and) ")
        }.joined(separator: "; ") + ")"
    }
    return LocalizedText(english: line("became", "and"), french: line("est devenu", "et"))
  }

  // MARK: Numbers of partners

  /// "nine partners" where the lists of the document give another number.
  private func counts(_ corpus: Corpus, _ member: Int, _ rosters: [Roster]) -> [Finding] {
    let facts = corpus.members[member].facts
    var listed = Set(rosters.flatMap(\.members))
    if let forces = OrganizationCatalog.index(named: "CAF"),
      let defence = OrganizationCatalog.index(named: "DND"), listed.contains(defence)
    {
      listed.remove(forces)
    }
    guard listed.count >= 4 else { return [] }
    return facts.numbers.compactMap { number -> Finding? in
      let unit = Int(number.unit)
      let words = facts.quote(
        Int(number.end)..<min(Int(facts.units[unit].textEnd), Int(number.end) + 40)
      ).lowercased()
      guard number.kind == .count, number.value >= 3, number.value <= 30,
        number.qualifiers.isDisjoint(with: .loose),
        words.hasPrefix("partner") || words.hasPrefix("implementing partner")
          || words.hasPrefix("federal partner") || words.hasPrefix("partenaires")
      else { return nil }
      // A list of a part ("six additional partners") or of another edition is no contradiction.
      guard !rosters.contains(where: { Double($0.members.count) == number.value }),
        Double(listed.count) != number.value,
        rosters.contains(where: { $0.passages.contains { $0.unit == unit } })
          || rosters.count == 1,
        !facts.unit(unit, holds: Self.ofAnotherList)
      else { return nil }
      return Self.declared.finding(
        "count", corpus, CorpusPassage(member: member, unit: unit),
        against: rosters.flatMap(\.passages).filter { $0.unit != unit },
        [
          "stated": .text(facts.quote(number.start, number.end)), "listed": .number(listed.count),
        ])
    }
  }

  private static let ofAnotherList: Stretches = [
    "additional", "new ", "other ", "supplémentaire", "lead",
  ]

  static let declared = CheckerDescription.coherence(
    "coh.roster",
    title: LocalizedText("Lists of partners", "Listes de partenaires"),
    rationale: LocalizedText(
      "Sets lists of partners against each other, name histories considered. It may be wrong where "
        + "ministers or agencies are counted, or where the lists are of different editions.",
      "Compare les listes de partenaires, en tenant compte des changements de nom. Le constat peut être "
        + "faux si des ministres ou des organismes sont comptés, ou si les listes sont d’éditions "
        + "différentes."),
    [
      FindingKind(
        "lists", .note,
        message: LocalizedText(
          "the lists differ – only in {one}: {missing}; only in {two}: {added}{history}",
          "les listes diffèrent – seulement dans {one} : {missing}; seulement dans {two} : {added}"
            + "{history}"),
        help: LocalizedText(
          "give the same list, or say from when it changed",
          "donner la même liste, ou dire à partir de quand elle a changé")),
      FindingKind(
        "announced", .ask,
        message: LocalizedText(
          "{two} federal partners here, {one} in another document",
          "{two} partenaires fédéraux ici, {one} dans un autre document"),
        help: LocalizedText(
          "give the same number, or name the edition that each is about",
          "donner le même nombre, ou nommer l’édition dont chacun parle")),
      FindingKind(
        "count", .ask,
        message: LocalizedText(
          "{stated} partners are announced, {listed} are listed",
          "{stated} partenaires sont annoncés, {listed} sont énumérés"),
        help: LocalizedText(
          "make the number and the list agree", "accorder le nombre et la liste")),
    ])
}

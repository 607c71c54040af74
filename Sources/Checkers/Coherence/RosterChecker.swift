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

  // MARK: Names as written

  private func named(_ corpus: Corpus, _ told: Set<String>) -> [Finding] {
    var known: Set<String> = []
    for member in corpus.members {
      let isFrench = member.profile.language == .french
      if let name = member.profile.department.flatMap({ PartnerList.name($0, isFrench: isFrench) })
      {
        known.insert(name.key)
      }
    }
    var findings: [Finding] = []
    var listing: [(member: Int, lists: [PartnerList])] = []
    for member in corpus.members.indices where speaksForAll(corpus, member) {
      let lists = PartnerList.lists(corpus.members[member].facts, known: known)
      guard !lists.isEmpty else { continue }
      if !told.contains(corpus.members[member].profile.path),
        let finding = inOne(corpus, member, lists)
      {
        findings.append(finding)
      }
      listing.append((member, lists))
    }
    findings += statedElsewhere(corpus, listing)
    findings += reported(corpus, listing)
    // Each against the next few of its time and language.
    for (position, first) in listing.enumerated() {
      for second in listing.dropFirst(position + 1).prefix(6)
      where corpus.members[first.member].profile.language
        == corpus.members[second.member].profile.language
      {
        let years = corpus.members[first.member].years
        guard !years.isEmpty, years == corpus.members[second.member].years,
          !told.contains(corpus.members[second.member].profile.path),
          let finding = inTwo(corpus, first, second)
        else { continue }
        findings.append(finding)
      }
    }
    return findings
  }

  /// A number that one document gives, and the list of another of the same plan.
  private func statedElsewhere(
    _ corpus: Corpus, _ listing: [(member: Int, lists: [PartnerList])]
  ) -> [Finding] {
    let listing = listing.filter { $0.lists.contains { !$0.isPartial } }
    return corpus.members.indices.compactMap { member -> Finding? in
      let years = corpus.members[member].years
      guard speaksForAll(corpus, member), !years.isEmpty,
        !listing.contains(where: { $0.member == member }),
        let (passage, number) = Self.announcement(corpus, member, isOwn: false)
      else { return nil }
      let others = listing.filter {
        corpus.members[$0.member].years == years
          && corpus.members[$0.member].profile.language == corpus.members[member].profile.language
      }
      let lists = others.flatMap { other in
        other.lists.filter { !$0.isPartial && $0.stated == 0 }.map { (other.member, $0) }
      }
      guard let (other, list) = lists.max(by: { $0.1.names.count < $1.1.names.count }),
        list.names.count != Int(number.value), abs(list.names.count - Int(number.value)) <= 3
      else { return nil }
      return Self.declared.finding(
        "count", corpus, passage, against: [CorpusPassage(member: other, unit: list.unit)],
        [
          "stated": .text(passage.facts(corpus).quote(number.start, number.end)),
          "listed": .number(list.names.count),
        ])
    }
  }

  /// A partner that a report of a year names and the plan does not have.
  private func reported(
    _ corpus: Corpus, _ listing: [(member: Int, lists: [PartnerList])]
  ) -> [Finding] {
    let plans = listing.filter {
      [.nationalActionPlan, .strategy].contains(corpus.members[$0.member].facts.kind)
    }
    return listing.compactMap { report -> Finding? in
      let facts = corpus.members[report.member].facts
      guard facts.kind == .progressReport,
        !facts.units.indices.contains(where: { facts.unit($0, holds: Self.joining) })
      else { return nil }
      for plan in plans
      where corpus.mayShareTime(plan.member, report.member)
        && corpus.members[plan.member].years != corpus.members[report.member].years
        && corpus.members[plan.member].profile.language
          == corpus.members[report.member].profile.language
      {
        for one in plan.lists where !one.isPartial {
          for two in report.lists
          where !two.isPartial && one.shared(with: two) >= 3
            && one.shared(with: two) * 3 >= 2 * two.names.count
          {
            let added = two.missing(from: one)
            guard !added.isEmpty else { continue }
            return Self.declared.finding(
              "lists", corpus, CorpusPassage(member: report.member, unit: two.unit),
              against: [CorpusPassage(member: plan.member, unit: one.unit)], level: .ask,
              [
                "missing": .text("–"), "added": .text(added.joined(separator: ", ")),
                "one": .text(corpus.members[plan.member].profile.path),
                "two": .text(corpus.members[report.member].profile.path),
                "history": .localized(LocalizedText(name: "")),
              ])
          }
        }
      }
      return nil
    }
  }

  private static let joining: Stretches = [
    "joined", "joins ", "new partner", "became a partner", "now includes", "was added",
    "s’est joint", "s'est joint", "se joint", "nouveau partenaire", "est devenu partenaire",
    "a été ajouté",
  ]

  /// Documents of one department name their own partners.
  private func speaksForAll(_ corpus: Corpus, _ member: Int) -> Bool {
    switch corpus.members[member].facts.kind {
    case .nationalActionPlan, .strategy, .consultation, .initiative, .programmePage,
      .progressReport:
      true
    default: corpus.members[member].profile.department == nil
    }
  }

  /// A number that its list does not give, or two lists of one document.
  private func inOne(_ corpus: Corpus, _ member: Int, _ lists: [PartnerList]) -> Finding? {
    for list in lists where !list.isPartial {
      guard list.stated > 0, list.stated != list.names.count, let number = list.statedNumber,
        // Another list of the document may be the full one.
        !lists.contains(where: { $0.names.count == list.stated && $0.isLike(list) }),
        // Lists of a part differ by more than a slip does.
        abs(list.stated - list.names.count) <= 3
      else { continue }
      let facts = corpus.members[member].facts
      return Self.declared.finding(
        "count", corpus, CorpusPassage(member: member, unit: Int(number.unit)),
        against: Int(number.unit) == list.unit
          ? [] : [CorpusPassage(member: member, unit: list.unit)],
        [
          "stated": .text(facts.quote(number.start, number.end)),
          "listed": .number(list.names.count),
        ])
    }
    for (position, one) in lists.enumerated() where !one.isPartial {
      for two in lists.dropFirst(position + 1) where !two.isPartial && one.isLike(two) {
        if let finding = difference(corpus, (member, one), (member, two)) { return finding }
      }
    }
    return nil
  }

  private func inTwo(
    _ corpus: Corpus, _ first: (member: Int, lists: [PartnerList]),
    _ second: (member: Int, lists: [PartnerList])
  ) -> Finding? {
    for one in first.lists where !one.isPartial {
      for two in second.lists where !two.isPartial && one.isLike(two) {
        if let finding = difference(corpus, (first.member, one), (second.member, two)) {
          return finding
        }
      }
    }
    return nil
  }

  private func difference(
    _ corpus: Corpus, _ first: (member: Int, list: PartnerList),
    _ second: (member: Int, list: PartnerList)
  ) -> Finding? {
    let missing = first.list.missing(from: second.list)
    let added = second.list.missing(from: first.list)
    guard !missing.isEmpty || !added.isEmpty else { return nil }
    func joined(_ names: [String]) -> FindingArgument {
      .text(names.isEmpty ? "–" : names.joined(separator: ", "))
    }
    return Self.declared.finding(
      "lists", corpus, CorpusPassage(member: second.member, unit: second.list.unit),
      against: [CorpusPassage(member: first.member, unit: first.list.unit)], level: .fix,
      [
        "missing": joined(missing), "added": joined(added),
        "one": .text(corpus.members[first.member].profile.path),
        "two": .text(corpus.members[second.member].profile.path),
        "history": .localized(LocalizedText(name: "")),
      ])
  }

  /// "nine federal partners" in one document and "ten federal partners" in another of the same time.
  private func announced(_ corpus: Corpus) -> [Finding] {
    var known: [(passage: CorpusPassage, number: NumberFact)] = []
    var findings: [Finding] = []
    for member in corpus.members.indices {
      guard
        let (passage, number) = Self.announcement(
          corpus, member, isOwn: !speaksForAll(corpus, member))
      else { continue }
      let language = corpus.members[member].profile.language
      if let other = known.first(where: {
        $0.number.value != number.value && areOfOneSet(corpus, $0.passage.member, member)
          && $0.passage.member != member
          && corpus.members[$0.passage.member].profile.language == language
      }) {
        findings.append(
          Self.declared.finding(
            "announced", corpus, passage, against: [other.passage],
            [
              "one": .number(Int(other.number.value)), "two": .number(Int(number.value)),
            ]))
      }
      if known.count < 32 { known.append((passage, number)) }
    }
    return findings
  }

  private func areOfOneSet(_ corpus: Corpus, _ first: Int, _ second: Int) -> Bool {
    let years = (corpus.members[first].years, corpus.members[second].years)
    return years.0 == years.1 || years.0.isEmpty || years.1.isEmpty
      || corpus.mayShareTime(first, second)
  }

  /// The largest number of partners of the plan that a document speaks of.
  private static func announcement(
    _ corpus: Corpus, _ member: Int, isOwn: Bool
  ) -> (CorpusPassage, NumberFact)? {
    let facts = corpus.members[member].facts
    var best: (CorpusPassage, NumberFact)?
    var last = -1
    for number in facts.numbers where number.kind == .count && Int(number.unit) != last {
      let unit = Int(number.unit)
      last = unit
      guard let stated = PartnerList.stated(facts, unit), facts.unit(unit, holds: plan),
        facts.unit(unit, holds: ofThePlan), !facts.unit(unit, holds: earlier),
        stated.value > (best?.1.value ?? 0),
        // A department has partners of its own; those of the plan are the federal ones.
        !isOwn || facts.unit(unit, holds: federalPartners)
      else { continue }
      best = (CorpusPassage(member: member, unit: unit), stated)
    }
    return best
  }

  private static let plan: Stretches = ["plan"]
  private static let federalPartners: Stretches = ["federal partner", "partenaires fédéraux"]
  private static let ofThePlan: Stretches = [
    "federal", "fédéra", "partner", "partenaire", "signator", "signataire", "put into effect",
    "carry out", "carried out", "implement", "met en œuvre", "mettent", "mis en œuvre", "work of",
    "participate", "participent",
  ]
  private static let earlier: Stretches = [
    "previous", "earlier plan", "first plan", "précédent", "premier plan", "deuxième plan",
    "second plan", "other countries", "autres pays", "additional", "supplémentaire",
  ]

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

  private static let declared = CheckerDescription.coherence(
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

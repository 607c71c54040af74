internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension RosterChecker {
  // MARK: Names as written

  func named(_ corpus: Corpus, _ told: Set<String>) -> [Finding] {
    var known: Set<String> = []
    for member in corpus.members {
      let isFrench = member.profile.language == .french
      if let name = member.profile.department.flatMap({ PartnerName.name($0, isFrench: isFrench) })
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
    let before = told.union(
      findings.flatMap { [$0.path, $0.related.first?.path].compactMap(\.self) })
    findings += mentioned(corpus, listing, before)
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
        other.lists.filter { !$0.isPartial && !$0.isExplained && $0.stated == 0 }
          .map { (other.member, $0) }
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
        for one in plan.lists where !one.isPartial && !one.isExplained {
          for two in report.lists
          where !two.isPartial && !two.isExplained && one.shared(with: two) >= 3
            && one.shared(with: two) * 3 >= 2 * two.names.count
          {
            let added = two.missing(from: one)
            // A report may leave somebody out, unless it says that these are all.
            let missing = two.isWhole ? one.missing(from: two) : []
            guard !added.isEmpty || (!missing.isEmpty && missing.count <= 2) else { continue }
            return Self.declared.finding(
              "lists", corpus, CorpusPassage(member: report.member, unit: two.unit),
              against: [CorpusPassage(member: plan.member, unit: one.unit)], level: .ask,
              [
                "missing": .text(missing.isEmpty ? "–" : missing.joined(separator: ", ")),
                "added": .text(added.isEmpty ? "–" : added.joined(separator: ", ")),
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
  func speaksForAll(_ corpus: Corpus, _ member: Int) -> Bool {
    switch corpus.members[member].facts.kind {
    case .nationalActionPlan, .strategy, .consultation, .initiative, .programmePage,
      .progressReport:
      true
    default: corpus.members[member].profile.department == nil
    }
  }

  /// A number that its list does not give, or two lists of one document.
  private func inOne(_ corpus: Corpus, _ member: Int, _ lists: [PartnerList]) -> Finding? {
    let facts = corpus.members[member].facts
    for list in lists where !list.isPartial {
      guard list.stated > 0, list.stated != list.names.count, let number = list.statedNumber,
        !list.isExplained,
        // Another list of the document may be the full one.
        !lists.contains(where: { $0.names.count == list.stated && $0.isLike(list) }),
        // Lists of a part differ by more than a slip does.
        abs(list.stated - list.names.count) <= 3
      else { continue }
      return count(corpus, member, number, list)
    }
    for (position, one) in lists.enumerated() where !one.isPartial {
      for two in lists.dropFirst(position + 1)
      where !two.isPartial && !one.isBare && !two.isBare && one.isLike(two) {
        if let finding = difference(corpus, (member, one), (member, two)) { return finding }
      }
    }
    // The number stands in another section than the list.
    let whole = lists.filter { !$0.isPartial && !$0.isExplained }
    guard let longest = whole.max(by: { $0.names.count < $1.names.count }) else { return nil }
    var last = -1
    for number in facts.numbers where number.kind == .count && Int(number.unit) != last {
      let unit = Int(number.unit)
      last = unit
      guard let stated = PartnerList.stated(facts, unit), facts.unit(unit, holds: Self.thePlan),
        !facts.unit(unit, holds: Self.earlier), !Self.isExplained(facts, unit),
        abs(Int(stated.value) - longest.names.count) <= 2,
        !lists.contains(where: { $0.names.count == Int(stated.value) || $0.unit == unit })
      else { continue }
      return count(corpus, member, stated, longest)
    }
    return nil
  }

  private static let thePlan: Stretches = [
    "plan", "framework", "strateg", "cadre", "stratégi", "this text", "present text",
  ]

  private func count(
    _ corpus: Corpus, _ member: Int, _ number: NumberFact, _ list: PartnerList
  ) -> Finding {
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

  private func inTwo(
    _ corpus: Corpus, _ first: (member: Int, lists: [PartnerList]),
    _ second: (member: Int, lists: [PartnerList])
  ) -> Finding? {
    for one in first.lists where !one.isPartial && !one.isBare {
      for two in second.lists where !two.isPartial && !two.isBare && one.isLike(two) {
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
    if first.list.isExplained || second.list.isExplained { return nil }
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
  func announced(_ corpus: Corpus) -> [Finding] {
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
      guard let stated = PartnerList.stated(facts, unit), facts.unit(unit, holds: thePlan),
        facts.unit(unit, holds: ofThePlan), !facts.unit(unit, holds: earlier),
        !isExplained(facts, unit),
        stated.value > (best?.1.value ?? 0),
        // A department has partners of its own; those of the plan are the federal ones.
        !isOwn || facts.unit(unit, holds: federalPartners)
      else { continue }
      best = (CorpusPassage(member: member, unit: unit), stated)
    }
    return best
  }

  private static let federalPartners: Stretches = ["federal partner", "partenaires fédéraux"]
  /// The paragraph says that somebody joined or left.
  private static func isExplained(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let paragraph = facts.paragraph(of: unit)
    return PartnerList.isExplained(facts, paragraph.lowerBound..<paragraph.upperBound + 1)
  }

  private static let ofThePlan: Stretches = [
    "federal", "fédéra", "partner", "partenaire", "signator", "signataire", "put into effect",
    "carry ", "carries ", "carried ", "share ", "shared ", "portent", "porté par", "implement",
    "met en œuvre", "mettent", "mis en œuvre", "work of",
    "participate", "participent", "parties to", "party to", "members of", "membres", " lie ",
    "bound by", "joined hands",
  ]
  private static let earlier: Stretches = [
    "previous", "earlier plan", "first plan", "précédent", "premier plan", "deuxième plan",
    "second plan", "other countries", "autres pays", "additional", "supplémentaire",
  ]
}

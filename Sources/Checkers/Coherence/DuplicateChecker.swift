package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports one commitment that is counted several times.
///
/// **What it finds.** The same sentence, or nearly the same promise with the same figures, in several documents that
/// are not versions of each other.
///
/// **Why it matters.** Added up over departments, one program becomes three.
///
/// **Example.** The same advisory group promised in the national plan and in two departments' plans.
///
/// **What to write instead.** The promise once, and in the other documents a reference to it.
package struct DuplicateChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  /// Least number of content words of a sentence that is worth naming.
  private static let leastWords = 8

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    var places: [UInt64: [CorpusPassage]] = [:]
    var order: [UInt64] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      var own: Set<UInt64> = []
      for unit in facts.units.indices {
        let here = facts.units[unit]
        guard Int(here.wordCount) >= Self.leastWords, !here.isHeading, !here.isTableHeader else {
          continue
        }
        var hash: UInt64 = here.language == .french ? 7 : 3
        for word in facts.words(ofUnit: unit) { hash = (hash ^ UInt64(word)) &* 0x100_0000_01b3 }
        for number in facts.numbers(of: unit) {
          hash = (hash ^ number.value.bitPattern) &* 0x100_0000_01b3
        }
        guard own.insert(hash).inserted else { continue }
        if places[hash] == nil { order.append(hash) }
        places[hash, default: []].append(CorpusPassage(member: member, unit: unit))
      }
    }
    // Sentences that the same documents share are one finding.
    var groups: [[Int]: [[CorpusPassage]]] = [:]
    var groupOrder: [[Int]] = []
    for hash in order {
      guard let found = places[hash], found.count > 1 else { continue }
      let members = found.map(\.member)
      if groups[members] == nil { groupOrder.append(members) }
      groups[members, default: []].append(found)
    }
    let exact = groupOrder.compactMap { members in
      groups[members].flatMap { finding(corpus, members, beside($0, corpus)) }
    }
    let near = nearlyEqual(corpus)
    let funds = sameFund(corpus)
    let told = Set((exact + funds).map(\.path))
    let known = exact + near + funds + countedTwice(corpus).filter { !told.contains($0.path) }
    let toldPlaces = Set(known.flatMap { [$0.place] + $0.related })
    let acts = RepeatedActs(corpus)
    return known
      + (acts.acrossDepartments() + acts.acrossDepartmentsByName() + acts.withinLists()).compactMap
    { pair in
      let finding = Self.declared.finding("act", corpus, pair.first, against: [pair.second])
      let isKnown =
        toldPlaces.contains(finding.place) || finding.related.contains(where: toldPlaces.contains)
      return isKnown ? nil : finding
    }
  }

  /// Shared sentences with those beside them that differ by a word or two: they belong to what is repeated.
  private func beside(
    _ sentences: [[CorpusPassage]], _ corpus: Corpus
  ) -> [[CorpusPassage]] {
    guard sentences.count <= 2, let found = sentences.first, found.count == 2 else {
      return sentences
    }
    var all = sentences
    for sentence in sentences where sentence.count == 2 {
      for step in [-1, 1] {
        let next = sentence.map { CorpusPassage(member: $0.member, unit: $0.unit + step) }
        if !all.contains(next), isNearlyEqual(next[0], next[1], sentence, corpus) {
          all.append(next)
        }
      }
    }
    return all
  }

  private func isNearlyEqual(
    _ first: CorpusPassage, _ second: CorpusPassage, _ sentence: [CorpusPassage], _ corpus: Corpus
  ) -> Bool {
    let one = first.facts(corpus)
    let two = second.facts(corpus)
    guard one.units.indices.contains(first.unit), two.units.indices.contains(second.unit),
      one.units[first.unit].block == one.units[sentence[0].unit].block,
      two.units[second.unit].block == two.units[sentence[1].unit].block,
      !one.units[first.unit].isRow, one.units[first.unit].wordCount >= 4
    else { return false }
    let left = Set(one.words(ofUnit: first.unit))
    let right = Set(two.words(ofUnit: second.unit))
    let both = left.intersection(right).count
    return both * 10 >= max(left.count, right.count) * 8
  }

  /// Sentences of two documents that differ by a word or two.
  private func nearlyEqual(_ corpus: Corpus) -> [Finding] {
    var findings: [Finding] = []
    var again = RetoldResults(corpus)
    corpus.forEachLikeness { first, second, likeness in
      again.note(first, second, likeness)
      guard likeness.both >= 0.9, first.member != second.member else { return }
      let one = first.facts(corpus)
      let two = second.facts(corpus)
      guard one.units[first.unit].wordCount >= 8, !one.units[first.unit].isRow,
        one.quote(ofUnit: first.unit) != two.quote(ofUnit: second.unit),
        one.numbers(of: first.unit).map(\.value) == two.numbers(of: second.unit).map(\.value),
        // Equal in all words that count is told above.
        !one.words(ofUnit: first.unit).elementsEqual(two.words(ofUnit: second.unit))
          || one.commitments(of: first.unit).isEmpty,
        !corpus.areEditions(first.member, second.member)
      else { return }
      // Without a promise or an amount it is worth a line only where two departments say the same.
      guard
        corpus.haveDifferentOwners(first.member, second.member) || Self.counts(corpus, first)
          || Self.counts(corpus, second)
      else { return }
      findings.append(Self.declared.finding("near", corpus, first, against: [second]))
    }
    return findings
      + again.pairs().map { Self.declared.finding("near", corpus, $0.first, against: [$0.second]) }
  }

  /// True for a passage that promises something or gives an amount.
  private static func counts(_ corpus: Corpus, _ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    return facts.commitments(of: passage.unit).contains { $0.rung.rung >= .commitment }
      || facts.numbers(of: passage.unit).contains { $0.kind == .money }
  }

  /// Editions of one department's document, year after year.
  private func areEditions(_ corpus: Corpus, _ members: [Int]) -> Bool {
    guard let first = members.first, let department = corpus.department(of: first) else {
      return false
    }
    let years = Set(members.map { corpus.members[$0].years })
    return years.count == members.count
      && members.allSatisfy {
        corpus.department(of: $0) == department
          && corpus.members[$0].profile.kind == corpus.members[first].profile.kind
      }
  }

  /// Says in so many words that a program is one more than what others promise.
  private static let isFurther: Stretches = [
    "new commitment", "of its own", "our own", "of our own", "in addition to the commitments",
    "further commitment", "additional commitment", "further contribution", "own commitment",
    "nouvel engagement", "nouveaux engagements", "engagement propre", "engagements propres",
    "en plus des engagements", "contribution supplémentaire", "engagement supplémentaire",
    "engagements supplémentaires",
  ]

  /// One thing that two departments each list among their new commitments.
  private func countedTwice(_ corpus: Corpus) -> [Finding] {
    var listed: [CorpusPassage] = []
    for member in corpus.members.indices
    where corpus.department(of: member) != nil && !corpus.members[member].facts.looksBack {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices {
        let here = facts.units[unit]
        guard !here.isHeading, !here.isTableHeader, here.wordCount >= 4 else { continue }
        let lead = [unit, Int(here.heading), Int(here.context)].filter { $0 >= 0 }
        guard lead.contains(where: { facts.unit($0, holds: Self.isFurther) }),
          !lead.contains(where: { facts.unit($0, holds: Self.isOthers) })
        else { continue }
        listed.append(CorpusPassage(member: member, unit: unit))
        if listed.count >= 2000 { break }
      }
    }
    guard Set(listed.map(\.member)).count > 1 else { return [] }
    let finder = PassageFinder(corpus)
    let known = Set(listed)
    let members = Set(listed.map(\.member)).sorted()
    var told: Set<CorpusPassage> = []
    var findings: [Finding] = []
    for first in listed where !told.contains(first) {
      let facts = first.facts(corpus)
      let language = facts.units[first.unit].language
      let words = GeneralWords.without(
        finder.words(
          finder.words(of: first),
          withoutNames: corpus.departments(namedBy: first)
            + [corpus.department(of: first.member)].compactMap(\.self), language), language)
      guard words.count >= 3 else { continue }
      for other in members
      where other > first.member && corpus.haveDifferentOwners(first.member, other)
        && corpus.mayShareTime(first.member, other)
        && corpus.members[first.member].profile.language == corpus.members[other].profile.language
      {
        guard
          let second = finder.find(words, in: other, least: 0.24).first(where: {
            known.contains($0.passage) && $0.shared >= 3 && !told.contains($0.passage)
              && ($0.own >= 0.5 || $0.both >= 0.25
                || PassageScope.sharePhrase(
                  facts, first.unit, corpus.members[other].facts, $0.passage.unit))
          })
        else { continue }
        told.insert(first)
        told.insert(second.passage)
        findings.append(
          Self.declared.finding(
            "commitment", corpus, first, against: [second.passage],
            ["count": .number(1), "documents": .number(2)]))
      }
    }
    return findings
  }

  private static let isOwn: Stretches = [
    "commitment", "new ", "our own", "of its own", "own ", "further", "additional", "contribut",
    "announce", "will ", "worth", "engagement", "nouve", "propre", "supplémentaire", "annonc",
    "créera", "mettra", "versera", "doté",
  ]
  private static let isOthers: Stretches = [
    "counted in", "counted once", "counted only", "without counting", "not counted", "share of",
    "our share", "led by", "commitment of", "as announced", "already", "described in", "see also",
    "belongs to", "administered by", "managed by", "compté dans", "comptée dans", "sans le compter",
    "sans la compter", "notre part", "dirigé par", "dirigée par", "déjà", "décrit dans",
    "administré par", "géré par", "annoncé dans", "annoncée dans", "relève d",
  ]

  /// One named program with one and the same amount, given as its own by several documents.
  private func sameFund(_ corpus: Corpus) -> [Finding] {
    struct Key: Hashable {
      var name: UInt32
      var amount: Double
      var language: Language
    }
    var places: [Key: [CorpusPassage]] = [:]
    var order: [Key] = []
    for member in corpus.members.indices where !corpus.members[member].facts.looksBack {
      let facts = corpus.members[member].facts
      for name in facts.names where name.hasHead {
        let unit = Int(name.unit)
        guard !facts.units[unit].isHeading,
          !facts.quote(name.start, name.end).lowercased().contains("plan")
        else { continue }
        let money = facts.numbers(of: unit).first { $0.kind == .money && $0.value >= 1000 }
        let lead = [unit, Int(facts.units[unit].heading), Int(facts.units[unit].context)]
          .filter { $0 >= 0 }
        guard money != nil || lead.contains(where: { facts.unit($0, holds: Self.isFurther) }) else {
          continue
        }
        guard !lead.contains(where: { facts.unit($0, holds: Self.isOthers) }),
          lead.contains(where: { facts.unit($0, holds: Self.isOwn) })
        else { continue }
        let key = Key(name: name.key, amount: money?.value ?? 0, language: facts.language)
        if places[key] == nil { order.append(key) }
        if !(places[key] ?? []).contains(where: { $0.member == member }) {
          places[key, default: []].append(CorpusPassage(member: member, unit: unit))
        }
      }
    }
    return order.compactMap { key -> Finding? in
      let found = places[key] ?? []
      guard let first = found.first, found.count > 1 else { return nil }
      let others = found.dropFirst().filter { other in
        other.facts(corpus).quote(ofUnit: other.unit)
          != first.facts(corpus).quote(ofUnit: first.unit)
          && corpus.mayShareTime(first.member, other.member)
      }
      guard !others.isEmpty else { return nil }
      return Self.declared.finding(
        "commitment", corpus, first, against: Array(others.prefix(5)),
        ["count": .number(1), "documents": .number(others.count + 1)])
    }
  }

  private func finding(
    _ corpus: Corpus, _ members: [Int], _ sentences: [[CorpusPassage]]
  ) -> Finding? {
    func counts(_ passage: CorpusPassage) -> Bool { Self.counts(corpus, passage) }
    // Next year's edition goes on with what this year's promises: nothing is counted twice by that.
    let goesOn = areEditions(corpus, members)
    let promises = goesOn ? [] : sentences.filter { $0.contains(where: counts) }
    let sentences =
      goesOn
      ? sentences.filter { found in
        found.allSatisfy { !$0.facts(corpus).units[$0.unit].isRow && !counts($0) }
      } : sentences
    guard let first = promises.first ?? sentences.first, let place = first.first else { return nil }
    guard !promises.isEmpty else {
      // Plain repetition is told of when it is long: an opening that goes from year to year.
      let words = sentences.compactMap { $0.first }.reduce(0) {
        $0 + Int($1.facts(corpus).units[$1.unit].wordCount)
      }
      guard sentences.count >= 3 || (sentences.count == 2 && words >= 18) else { return nil }
      return Self.declared.finding(
        "boilerplate", corpus, place, against: Array(first.dropFirst().prefix(5)),
        ["count": .number(sentences.count), "documents": .number(members.count)])
    }
    return Self.declared.finding(
      "commitment", corpus, place, against: Array(first.dropFirst().prefix(5)),
      ["count": .number(promises.count), "documents": .number(members.count)])
  }

  private static let declared = CheckerDescription.coherence(
    "coh.duplicate",
    title: LocalizedText("Counted several times", "Compté plusieurs fois"),
    rationale: LocalizedText(
      "Finds sentences that several documents share word for word. It may be meant: a plan that quotes "
        + "another, or an opening that every document has.",
      "Trouve les phrases que plusieurs documents ont mot pour mot en commun. Ce peut être voulu : un "
        + "plan qui en cite un autre, ou une entrée en matière commune."),
    [
      FindingKind(
        "commitment", .note,
        message: LocalizedText(
          "{documents} documents make the same promise in the same words ({count} in all)",
          "{documents} documents font la même promesse dans les mêmes mots ({count} en tout)"),
        help: LocalizedText(
          "count it once, and say which document it belongs to",
          "la compter une seule fois, et dire à quel document elle appartient")),
      FindingKind(
        "act", .note,
        message: LocalizedText(
          "the other passage seems to tell of the same act in other words",
          "l’autre passage semble parler de la même action en d’autres mots"),
        help: LocalizedText(
          "count it once, or say how the two differ",
          "la compter une seule fois, ou dire en quoi les deux diffèrent")),
      FindingKind(
        "near", .note,
        message: LocalizedText(
          "nearly the same sentence stands in another document",
          "presque la même phrase figure dans un autre document"),
        help: LocalizedText("count it once", "la compter une seule fois")),
      FindingKind(
        "boilerplate", .note,
        message: LocalizedText(
          "{documents} documents share {count} sentences word for word",
          "{documents} documents ont {count} phrases en commun, mot pour mot"),
        help: LocalizedText(
          "count what they say once", "compter une seule fois ce qu’elles disent")),
    ])
}

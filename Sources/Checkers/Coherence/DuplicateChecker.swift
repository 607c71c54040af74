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
      groups[members].flatMap { finding(corpus, members, $0) }
    }
    return exact + nearlyEqual(corpus)
  }

  /// Sentences of two documents that differ by a word or two.
  private func nearlyEqual(_ corpus: Corpus) -> [Finding] {
    var findings: [Finding] = []
    corpus.forEachLikeness { first, second, likeness in
      guard likeness.both >= 0.9, first.member != second.member else { return }
      let one = first.facts(corpus)
      let two = second.facts(corpus)
      guard one.units[first.unit].wordCount >= 8, !one.units[first.unit].isRow,
        one.quote(ofUnit: first.unit) != two.quote(ofUnit: second.unit),
        one.numbers(of: first.unit).map(\.value) == two.numbers(of: second.unit).map(\.value),
        // Equal in all words that count is told above.
        !one.words(ofUnit: first.unit).elementsEqual(two.words(ofUnit: second.unit))
          || one.commitments(of: first.unit).isEmpty,
        !corpus.editions.contains(where: {
          ($0.first, $0.second) == (first.member, second.member)
            || ($0.first, $0.second) == (second.member, first.member)
        })
      else { return }
      findings.append(Self.declared.finding("near", corpus, first, against: [second]))
    }
    return findings
  }

  private func finding(
    _ corpus: Corpus, _ members: [Int], _ sentences: [[CorpusPassage]]
  ) -> Finding? {
    func counts(_ passage: CorpusPassage) -> Bool {
      let facts = passage.facts(corpus)
      return facts.commitments(of: passage.unit).contains { $0.rung.rung >= .commitment }
        || facts.numbers(of: passage.unit).contains { $0.kind == .money }
    }
    let promises = sentences.filter { $0.contains(where: counts) }
    guard let first = promises.first ?? sentences.first, let place = first.first else { return nil }
    guard !promises.isEmpty else {
      // Plain repetition is told of when it is long: an opening that goes from year to year.
      guard sentences.count >= 3 else { return nil }
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

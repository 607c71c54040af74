internal import Checking
internal import Facts
internal import SourceText

/// A share in one document and the two counts that it follows from in another: "57 percent were led by women", and
/// "140 projects in all. Of these, 62 were led by women".
struct CrossShares {
  struct Wrong {
    var passage: CorpusPassage
    var counts: CorpusPassage
    var part: NumberFact
    var whole: NumberFact
    var share: NumberFact
    /// What the counts make, in per cent.
    var value: Double
  }

  private struct Counts {
    var part: NumberFact
    var whole: NumberFact
  }

  private static let most = 3_000

  static func wrong(_ corpus: Corpus) -> [Wrong] {
    var told: [(CorpusPassage, Counts)] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for (unit, numbers) in UnitRuns(facts.numbers) where told.count < most {
        if let counts = counts(facts, unit, Array(numbers)) {
          told.append((CorpusPassage(member: member, unit: unit), counts))
        }
      }
    }
    guard !told.isEmpty else { return [] }
    var index = MatterIndex(
      corpus, without: "percent percentage share half third quarter were was rest total number",
      "pourcentage part moitié tiers quart étaient était reste total nombre")
    var known: [Counts] = []
    for (passage, counts) in told {
      if index.add(passage) { known.append(counts) }
    }
    var found: [Wrong] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for (unit, numbers) in UnitRuns(facts.numbers) {
        guard let share = share(facts, unit, Array(numbers)) else { continue }
        let passage = CorpusPassage(member: member, unit: unit)
        let matter = index.matter(of: passage)
        for number in index.candidates(for: matter).prefix(6) {
          let entry = index.entries[number]
          guard entry.passage.member != member, corpus.mayShareTime(member, entry.passage.member),
            !corpus.areTranslations(member, entry.passage.member),
            corpus.mayShareOwner(passage, entry.passage)
          else { continue }
          let like = index.likeness(matter, entry.matter)
          guard like.sharedOwn >= 2, like.shared >= 3, like.coverOfSecond >= 0.6,
            like.coverOfFirst >= 0.4,
            PassageScope.agree(
              facts, unit, entry.passage.facts(corpus), entry.passage.unit)
          else { continue }
          let counts = known[number]
          let value = 100 * counts.part.value / counts.whole.value
          if ParagraphSums.allows(share, value) || abs(value - share.value) < 1 { break }
          found.append(
            Wrong(
              passage: passage, counts: entry.passage, part: counts.part, whole: counts.whole,
              share: share, value: value))
          break
        }
      }
    }
    return found
  }

  /// "Of these, 62 …" behind a sentence with one larger count, or "62 of the 140".
  private static func counts(
    _ facts: DocumentFacts, _ unit: Int, _ numbers: [NumberFact]
  ) -> Counts? {
    let here = facts.units[unit]
    func isExact(_ number: NumberFact) -> Bool {
      number.kind == .count && number.value >= 3
        && number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.ordinal))
    }
    guard !here.isHeading, !here.isRow, !here.isTableHeader,
      here.flags.isDisjoint(with: [.binds, .intends])
    else { return nil }
    let own = numbers.filter { $0.kind != .label }
    if own.count == 1, let part = own.first, isExact(part), unit > 0,
      facts.units[unit - 1].block == here.block,
      facts.range(here.textRange, holds: WholeAndParts.ofThem)
    {
      let before = facts.numbers(of: unit - 1).filter { $0.kind != .label }
      guard before.count == 1, let whole = before.first, isExact(whole), whole.value > part.value
      else { return nil }
      return Counts(part: part, whole: whole)
    }
    guard own.count == 2, own.allSatisfy(isExact), let one = own.first, let two = own.last,
      one.value != two.value
    else { return nil }
    let (part, whole) = one.value < two.value ? (one, two) : (two, one)
    let front = max(Int(here.textStart), Int(whole.start) - 24)..<Int(whole.start)
    guard facts.withJoined(front, afterBlank: true, { WholeAndParts.taking.stand(in: $0) }) else {
      return nil
    }
    return Counts(part: part, whole: whole)
  }

  /// The only number of a sentence that tells how things stand: a share, perhaps said twice.
  private static func share(
    _ facts: DocumentFacts, _ unit: Int, _ numbers: [NumberFact]
  ) -> NumberFact? {
    let here = facts.units[unit]
    let own = numbers.filter { $0.kind != .label }
    guard !here.isHeading, !here.isRow, !here.isTableHeader,
      here.flags.isDisjoint(with: [.binds, .intends, .target]), own.count <= 2,
      own.allSatisfy({ $0.kind == .percent }),
      let share = own.last(where: { !$0.qualifiers.contains(.inWords) }) ?? own.last,
      share.value > 0, share.value < 100,
      share.qualifiers.isDisjoint(with: [.change, .target, .baseline])
    else { return nil }
    return share
  }
}

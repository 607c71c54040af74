internal import Checking
internal import Facts
internal import SourceText

/// Figures that a passage gives for a promise made elsewhere, and that count other people than those promised:
/// all employees for those who are sent abroad, people for women, those trained for those deployed.
struct CountedForPromise {
  struct Mismatch {
    /// Kind of the finding.
    var kind: String
    var claim: CorpusPassage
    var counted: Range<Int>
    var promise: CorpusPassage
  }

  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// A passage that says of a promise that it is kept, or how it is followed, and the part of it that counts.
  private struct Claim {
    var passage: CorpusPassage
    var counting: Int
    var range: Range<Int>
  }

  func mismatches() -> [Mismatch] {
    let claims = corpus.members.indices.flatMap(claims)
    guard !claims.isEmpty else { return [] }
    var promises = MatterIndex(
      corpus, without: "target commitment goal objective promise indicator progress measure met",
      "cible engagement but objectif promesse indicateur progrès mesure atteint")
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices where promisesPeople(facts, unit) {
        // A report tells what had been promised, and what came of it.
        if facts.looksBack,
          !facts.unit(unit, holds: PopulationChecker.promise)
            || facts.unit(unit, holds: PopulationChecker.reached)
        {
          continue
        }
        promises.add(CorpusPassage(member: member, unit: unit))
      }
    }
    guard !promises.entries.isEmpty else { return [] }
    return claims.compactMap { mismatch($0, promises) }
  }

  private func promisesPeople(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader, facts.numbers(of: unit).contains(where: Self.isAim)
    else { return false }
    let firm: FactUnit.Flags = [.binds, .target]
    let heading = Int(here.heading)
    guard
      here.isRow || !here.flags.isDisjoint(with: firm) || !facts.commitments(of: unit).isEmpty
        || (heading >= 0 && facts.unit(heading, holds: PopulationChecker.promise))
    else { return false }
    let range = facts.withAntecedent(unit)
    return !CountedPeople.of(facts, range).isEmpty || CountedPeople.hasFeminine(facts, range)
  }

  private static func isAim(_ number: NumberFact) -> Bool {
    number.kind == .percent || (number.kind == .count && number.value >= 2)
  }

  // MARK: Claims

  private func claims(_ member: Int) -> [Claim] {
    let facts = corpus.members[member].facts
    var claims: [Claim] = []
    for unit in facts.units.indices {
      let here = facts.units[unit]
      guard !here.isRow, !here.isHeading, !here.isTableHeader, claims.count < 200,
        says(facts, unit), !here.flags.contains(.denies)
      else { continue }
      let passage = CorpusPassage(member: member, unit: unit)
      let next = unit + 1
      let isFollowed =
        next < facts.units.count && facts.units[next].block == here.block
        && !says(facts, next)
      if let range = counted(facts, unit) {
        claims.append(Claim(passage: passage, counting: unit, range: range))
      } else if isFollowed, let range = counted(facts, next) {
        claims.append(Claim(passage: passage, counting: next, range: range))
      }
    }
    return claims
  }

  /// "The target has been exceeded", "progress toward the commitment is tracked by", "Indicator for …:".
  private func says(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    guard
      facts.unit(unit, holds: Self.following) || facts.unit(unit, holds: PopulationChecker.reached)
    else { return false }
    if facts.unit(unit, holds: PopulationChecker.promise) { return true }
    let heading = Int(facts.units[unit].heading)
    let before = unit - 1
    return heading >= 0 && facts.unit(heading, holds: PopulationChecker.promise)
      || before >= 0 && facts.units[before].block == facts.units[unit].block
        && facts.unit(before, holds: PopulationChecker.promise)
  }

  private static let following: Stretches = [
    "indicator", "indicateur", "measured", "tracked", "gauged", "assessed by", "judged by",
    "followed by", "monitored", "reported as", "shown by", "counted", "yardstick", "evidence",
    "stand at", "stands at", "stood at", "we are at", "en sommes à", "we have reached",
    "nous avons atteint", "to follow", "we use", "one figure", "read from", "drawn from",
    "is told by", "on se fonde",
    "pour suivre", "nous utilisons", "tiré de", "mesuré", "suivi ", "suivie", "évalué",
    "établi à partir", "on compte", "jugé", "se mesure",
  ]

  /// The part of a sentence that counts: behind a colon, "since", « puisque » where there is one.
  private func counted(_ facts: DocumentFacts, _ unit: Int) -> Range<Int>? {
    let range = facts.units[unit].textRange
    let numbers = facts.numbers(of: unit).filter(Self.isAim)
    let rate = Self.rates.first(in: facts.text, range)
    guard !numbers.isEmpty || rate != nil else { return nil }
    var start = range.lowerBound
    var rest = range
    while let cut = Self.joints.first(in: facts.text, rest) {
      let isBehind = numbers.contains { Int($0.start) >= cut.end } || (rate?.end ?? 0) >= cut.end
      guard isBehind, range.upperBound - cut.end >= 20 else { break }
      start = cut.end
      rest = cut.end..<range.upperBound
    }
    if let rate, start == range.lowerBound {
      start = max(range.lowerBound, rate.end - 14)
    }
    return start..<range.upperBound
  }

  private static let rates: Stretches = [
    "percentage of", "number of", "share of", "proportion of", "rate of", "pourcentage d",
    "nombre d", "part d", "proportion d", "taux d",
  ]
  private static let joints: Stretches = [
    ":", ";", " since ", " because ", " as shown by ", " puisqu", " parce qu", " car ",
    " thanks to ", " grâce à ", " measured by ", " tracked by ", " mesuré par ",
  ]

  // MARK: Who is counted

  private func mismatch(_ claim: Claim, _ promises: MatterIndex) -> Mismatch? {
    let facts = claim.passage.facts(corpus)
    let near = max(0, claim.passage.unit - 1)...min(facts.units.count - 1, claim.counting + 2)
    guard !near.contains(where: { facts.unit($0, holds: PopulationChecker.asStandIn) }) else {
      return nil
    }
    var matter = promises.matter(of: claim.passage)
    if claim.counting != claim.passage.unit {
      let more = promises.matter(
        of: CorpusPassage(member: claim.passage.member, unit: claim.counting))
      matter.own = Set(matter.own + more.own).sorted()
      matter.lead = Set(matter.lead).subtracting(matter.own).sorted()
    }
    let values = facts.numbers(of: claim.counting).filter(Self.isAim).map(\.value)
    for number in promises.candidates(for: matter).prefix(8) {
      let entry = promises.entries[number]
      let other = entry.passage
      guard other != claim.passage,
        other.unit != claim.counting || other.member != claim.passage.member,
        corpus.mayShareTime(claim.passage.member, other.member),
        !corpus.areTranslations(claim.passage.member, other.member),
        corpus.mayShareOwner(claim.passage, other)
      else { continue }
      let like = promises.likeness(matter, entry.matter)
      let theirs = other.facts(corpus)
      let isSameNumber = theirs.numbers(of: other.unit).contains {
        Self.isAim($0) && values.contains($0.value)
      }
      guard like.shared >= (isSameNumber ? 2 : 3) || (like.shared >= 2 && like.sharedOwn >= 2)
      else {
        continue
      }
      let difference = PeopleDifference(
        theirs, theirs.withAntecedent(other.unit), facts, claim.range)
      guard let kind = difference.kind(isNamed: true) else { return nil }
      return Mismatch(
        kind: kind,
        claim: CorpusPassage(member: claim.passage.member, unit: claim.counting),
        counted: claim.range, promise: other)
    }
    return nil
  }
}

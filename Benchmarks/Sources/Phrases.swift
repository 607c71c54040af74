/// Phrases to look for: some that the text is about, most that it only might hold.
struct Phrases {
  /// What the matcher is given, as an author would write it.
  var patterns: [String]
  /// The same without gaps, each part on its own, for tools that know no gaps.
  var literals: [String]

  /// `count` phrases of 1 to 6 words, `gapped` of them, evenly spread, with a gap of a few words inside.
  init(count: Int, gapped: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var seen: Set<String> = []
    patterns = []
    literals = []
    while patterns.count < count {
      // What the text holds stands in the first phrases, so that more phrases are not more matches and
      // a difference in speed is the price of their number.
      let words =
        patterns.count < Self.coreCount ? Self.words(&random) : Self.absentWords(&random)
      let needsGap = patterns.count % 100 < gapped * 100 / count
      guard !needsGap || words.count >= 2 else { continue }
      let cut = needsGap ? 1 + random.below(words.count - 1) : words.count
      let head = words[..<cut].joined(separator: " ")
      let tail = words[cut...].joined(separator: " ")
      let pattern = needsGap ? "\(head) ~\(random.below(6) + 1) \(tail)" : head
      guard seen.insert(pattern).inserted else { continue }
      patterns.append(pattern)
      literals += needsGap ? [head, tail] : [head]
    }
  }

  private static let coreCount = 1000

  /// Words that begin with one that the text does not hold.
  private static func absentWords(_ random: inout SplitMix64) -> [String] {
    let first = random.pick(rareWords)
    return [first]
      + (0..<random.below(5) + 1).map { _ in
        random.pick(random.happens(perThousand: 400) ? subjects : rareWords)
      }
  }

  private static func words(_ random: inout SplitMix64) -> [String] {
    // One word alone is rare and telling, as rule authors choose it; a common one would match everywhere.
    if random.happens(perThousand: 60) { return [random.pick(telling)] }
    if random.happens(perThousand: 20) {
      return random.pick(present).split(separator: " ").map(String.init)
    }
    return (0..<random.below(5) + 2).map { _ in
      random.pick(random.happens(perThousand: 500) ? subjects : rareWords)
    }
  }

  /// Phrases that the text holds.
  private static let present = [
    "sexual violence in conflict", "women peacebuilders", "peace negotiations", "gender analysis",
    "women organizations", "sexual exploitation", "peace and security agenda",
    "share of women", "gender diverse people", "survivors of sexual exploitation",
    "dollars over five years", "reports twice a year", "consult Indigenous women",
    // And some that sentences on other matters hold, as rules on governance and measures do.
    "coast guard", "fiscal year", "working days", "standing committee", "accountable to Parliament",
    "first point of contact", "memorandum on the exchange", "forms were too long", "audit of",
    "planned spending", "small business", "research council", "northern residents",
  ]

  /// Words that the text holds now and then.
  private static let subjects = [
    "women", "peace", "security", "conflict", "training", "deployment", "survivor", "violence",
    "consult", "organization", "indigenous", "leadership", "report", "peacekeeper", "negotiation",
    "equality", "analysis", "community", "protection", "fund",
  ]

  /// Words that the text hardly ever holds.
  private static let rareWords: [String] = {
    let stems = [
      "mediat", "ceasefir", "repatri", "vettin", "traffick", "asyl", "reparat", "demobil",
      "reintegr", "prosecut", "tribun", "embarg", "arbitr", "amnest", "custod", "militi", "refug",
      "displac", "accredit", "indemn", "ombud", "parit", "quot", "suffrag", "emancip", "midwif",
      "matern", "widow", "dowr", "bride", "patriarch", "femin", "activ", "advoc", "solidar",
      "empower", "inclus", "intersect", "margin", "stigm",
    ]
    let ends = [
      "ion", "or", "ory", "ing", "ence", "ism", "ist", "ity", "ation", "al", "ance", "ure",
    ]
    return stems.flatMap { stem in ends.map { stem + $0 } }
  }()

  private static let telling = rareWords.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
}

/// A grammar of sentences as departments write them.
///
/// `{name}` in a sentence stands for an entry of the slot `name`; `{#}` for a number, `{year}` for a
/// year, `{name!}` for an invented proper name, which gives the text the long tail of rare words that
/// real text has.
struct Grammar: Sendable {
  var headings: [String]
  /// Sentences that no rule has anything to say about.
  var plain: [String]
  /// Sentences about women, peace and security.
  var topical: [String]
  var slots: [String: [String]]

  func sentence(_ random: inout SplitMix64, topicalPerThousand: Int) -> String {
    let isTopical = random.happens(perThousand: topicalPerThousand)
    return expand(random.pick(isTopical ? topical : plain), &random)
  }

  func expand(_ template: String, _ random: inout SplitMix64) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      switch name {
      case "#": result += String(random.below(900) + 2)
      case "year": result += String(2019 + random.below(12))
      case "name!": result += Self.name(&random)
      default:
        let entries = slots[String(name)] ?? []
        result += entries.isEmpty ? String(name) : expand(random.pick(entries), &random)
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// About 90,000 names of two or three syllables.
  static func name(_ random: inout SplitMix64) -> String {
    let heads = [
      "Ka", "Bel", "Mor", "Tan", "Ver", "Sol", "Ri", "Oster", "Gal", "Lun", "Per", "Dor", "Ash",
      "Fen", "Hal", "Nor", "Wes", "Quin", "Bran", "Cal",
    ]
    let middles = [
      "", "a", "e", "i", "o", "ba", "da", "ga", "ka", "la", "ma", "na", "ra", "sa", "ta", "ve",
      "lo",
      "mi", "ni", "ro",
    ]
    let tails = [
      "ford", "mont", "ville", "ton", "bury", "dale", "rin", "vik", "zane", "lia", "dor", "wick",
      "beck", "field", "stad", "nova", "mere", "port", "gate", "ley",
    ]
    let name = random.pick(heads) + random.pick(middles) + random.pick(tails)
    return random.happens(perThousand: 300)
      ? name + "-" + random.pick(heads) + random.pick(tails)
      : name
  }
}

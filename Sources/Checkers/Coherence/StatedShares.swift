internal import Checking
internal import Facts
internal import SourceText

/// Shares that a paragraph states beside the two counts that they follow from: "Of the 480, 112 were women. Women
/// thus made up nearly a third."
struct StatedShares {
  let facts: DocumentFacts
  let unit: Int

  typealias Arguments = [String: FindingArgument]

  func wrong() -> Arguments? {
    let own = Array(facts.numbers(of: unit))
    let shares = own.filter { $0.kind == .percent && $0.value > 0 && $0.value < 100 }
    guard shares.count == 1, let share = shares.first,
      share.qualifiers.isDisjoint(with: [.change, .target, .baseline])
    else { return nil }
    let again = saidAgain(share, own)
    guard let (part, whole) = again ?? concluded(share, own), part.value < whole.value else {
      return nil
    }
    let value = 100 * part.value / whole.value
    // "Three quarters were men": the share of the others.
    guard !ParagraphSums.allows(share, value),
      again != nil || !ParagraphSums.allows(share, 100 - value)
    else { return nil }
    return [
      "part": .text(facts.quote(part.start, part.end)),
      "whole": .text(facts.quote(whole.start, whole.end)),
      "percent": .text(facts.quote(share.start, share.end)),
      "share": .number((value * 10).rounded() / 10),
    ]
  }

  private static func isExact(_ number: NumberFact) -> Bool {
    number.kind == .count && number.value >= 2
      && number.qualifiers.isDisjoint(with: NumberFact.Qualifiers.loose.union(.ordinal))
  }

  // MARK: Said again

  /// "Just over half, 21, …", « Les deux tiers d’entre elles, soit 30, … » of the only larger count before.
  private func saidAgain(
    _ share: NumberFact, _ own: [NumberFact]
  ) -> (NumberFact, NumberFact)? {
    guard let part = own.first(where: { $0.start >= share.end }), Self.isExact(part),
      part.start - share.end <= 70
    else { return nil }
    let between = facts.small(share.end, part.start)
    let words = between.split(separator: " ")
    guard let last = words.last else { return nil }
    let isSaidAgain =
      ["or", "soit", "namely", "ou", "that's"].contains(last) || between.hasSuffix("(")
      || between.hasSuffix("is, ") || between.hasSuffix("is ") && words.suffix(2).first == "that"
      || (between.hasSuffix(", ") && isClosed(behind: part))
      || between.hasSuffix("– ") || between.hasSuffix("— ")
    guard isSaidAgain else { return nil }
    // "soit 858 femmes sur un total de 50 997"
    if let next = own.first(where: { $0.start > part.end }), Self.isExact(next),
      next.value > part.value, next.start - part.end <= 40,
      Self.outOf.stand(in: facts.small(part.end, next.start))
    {
      return (part, next)
    }
    guard let whole = whole(above: part, before: share), ofTheWhole(between, whole) else {
      return nil
    }
    return (part, whole)
  }

  private static let outOf: Stretches = [
    " of ", " out of ", " sur ", " d’un total", " d'un total",
  ]

  /// The number stands between two signs.
  private func isClosed(behind number: NumberFact) -> Bool {
    let end = Int(number.end)
    guard end < facts.text.count else { return true }
    return [0x2C, 0x29, 0x2E, 0x3B].contains(facts.text[end]) || facts.text[end] == 0xE2
  }

  /// The only larger count in front, in the sentence or the two before.
  private func whole(above part: NumberFact, before share: NumberFact) -> NumberFact? {
    let block = facts.units[unit].block
    for other in [unit, unit - 1, unit - 2] where other >= 0 && facts.units[other].block == block {
      let larger = facts.numbers(of: other).filter {
        $0.end <= share.start && Self.isExact($0) && $0.value > part.value
      }
      if larger.contains(where: {
        ParagraphSums.hasShare($0, Array(facts.numbers(of: other)), facts)
      }) {
        return nil
      }
      if larger.count > 1 { return nil }
      if let whole = larger.first { return whole }
    }
    return nil
  }

  /// The share has no complement, a pronoun, or the noun that the whole counts.
  private func ofTheWhole(_ complement: String, _ whole: NumberFact) -> Bool {
    let pieces = complement.split(whereSeparator: { ",(–—".contains($0) })
    let head = pieces.first.map(String.init) ?? ""
    let words = head.split(separator: " ")
    guard words.count > 1 || (words.count == 1 && words[0].count > 3) else { return true }
    if Self.pronouns.stand(in: " " + head + " ") { return true }
    let language = facts.units[unit].language
    let noun = Set(
      facts.words(
        in: Int(whole.end)..<min(Int(whole.end) + 40, facts.text.count), language))
    return DocumentFacts.words(of: head, language).contains(where: noun.contains)
  }

  private static let pronouns: Stretches = [
    " them ", " these ", " those ", " whom ", " which ", " entre eux", " entre elles", " eux ",
    " elles ", " ceux", " celles", " ce nombre", " of all", " the total", " du total",
    " ensemble ", " the group ", " du groupe ", " all ",
  ]

  // MARK: Concluded

  static let therefore: Stretches = [
    "thus", "therefore", "hence", "this means", "that means", "this is", "that is", "which is",
    "made up", "make up", "represent", "account for", "accounted for", "in other words",
    "so ", "were women", "are women", "ainsi", "donc", "autrement dit", "cela représente",
    "représent", "ce qui", "c’est", "c'est", "constitu", "compos", "forment", "formaient",
  ]

  /// A sentence with nothing but the share, behind one with two counts, that speaks of the same part.
  private func concluded(
    _ share: NumberFact, _ own: [NumberFact]
  ) -> (NumberFact, NumberFact)? {
    guard unit > 0, facts.units[unit - 1].block == facts.units[unit].block,
      !facts.units[unit].isListItem, own.count(where: { $0.kind != .label }) == 1,
      facts.dates(of: unit).isEmpty, facts.unit(unit, holds: Self.therefore),
      facts.units[unit].flags.isDisjoint(with: [.binds, .intends, .target])
    else { return nil }
    let before = facts.numbers(of: unit - 1).filter { $0.kind != .label }
    guard before.count == 2, before.allSatisfy(Self.isExact),
      let one = before.first, let two = before.last, one.value != two.value
    else { return nil }
    let (part, whole) = one.value < two.value ? (one, two) : (two, one)
    let language = facts.units[unit].language
    let here = facts.units[unit]
    let subject = facts.words(in: Int(here.textStart)..<Int(share.start), language)
    let end = part.start < whole.start ? Int(whole.start) : Int(facts.units[unit - 1].textEnd)
    let noun = Set(facts.words(in: Int(part.end)..<max(Int(part.end), end), language))
    let isSame =
      subject.contains(where: noun.contains)
      || Self.again.stand(in: facts.small(here.textStart, share.start))
    guard isSame else { return nil }
    return ofTheWhole(facts.small(share.end, here.textEnd), whole) ? (part, whole) : nil
  }

  private static let again: Stretches = [
    "this is", "that is", "this means", "that means", "they ", "cela ", "c’est", "c'est", "elles ",
    "ils ", "in other words", "autrement dit", "this represents", "ce qui",
  ]
}

internal import Checking
internal import Facts

extension NumberLedger {
  // MARK: A share concluded

  /// "Of 80, 28 were women; women thus made up more than half", « soixante, dont dix-huit femmes. Les femmes formaient
  /// ainsi la moitié du contingent »
  func share() -> NumberRelations.Wrong? {
    let shares = own.filter { $0.number.kind == .percent }
    let here = facts.units[unit]
    guard shares.count == 1, let share = shares.first, share.value > 0, share.value < 100,
      share.number.qualifiers.isDisjoint(with: [.change, .target, .baseline, .yearly]),
      here.flags.isDisjoint(with: [.binds, .intends, .target, .expands, .reduces]),
      !facts.unit(unit, holds: Self.otherWhole)
    else { return nil }
    let counts = entries.filter { $0.number.kind == .count && $0.isExact && $0.value >= 2 }
    for part in counts {
      for whole in counts where whole.value > part.value {
        let value = 100 * part.value / whole.value
        if ParagraphSums.allows(share.number, value) { return nil }
      }
    }
    guard let (part, whole) = tied(counts.filter { $0.number.end <= share.number.start }),
      follows(share, part), !says(Self.looseParts)
    else { return nil }
    let value = 100 * part.value / whole.value
    // "Three quarters were men": the share of the others, unless the part is named again.
    if ParagraphSums.allows(share.number, 100 - value) {
      let subject = words(part.unit == unit ? share.before : share.before + share.after)
      guard !subject.isDisjoint(with: noun(part)) else { return nil }
    }
    return (
      "share",
      [
        "part": quoted(part), "whole": quoted(whole), "percent": quoted(share),
        "share": .number((value * 10).rounded() / 10),
      ]
    )
  }

  /// The last count that is taken from one before it, or from the one behind it.
  private func tied(_ counts: [Entry]) -> (part: Entry, whole: Entry)? {
    guard let last = counts.indices.last else { return nil }
    // "21 of the 64"
    if last > 0, counts[last].value > counts[last - 1].value,
      counts[last].unit == counts[last - 1].unit, isOf(counts[last])
    {
      return (counts[last - 1], counts[last])
    }
    let part = counts[last]
    guard let whole = counts[..<last].last(where: { $0.value > part.value }),
      part.unit - whole.unit <= 1
    else { return nil }
    // A part beside others of the same whole is not what the sentence is about.
    let beside = counts[..<last].filter { $0.number.start > whole.number.start }
    guard beside.isEmpty else { return nil }
    if whole.unit == part.unit, isTaken(whole) { return (part, whole) }
    return isPart(part) ? (part, whole) : nil
  }

  /// The share speaks of the part, and says what follows from it.
  private func follows(_ share: Entry, _ part: Entry) -> Bool {
    guard part.unit == unit || part.unit == unit - 1 else { return false }
    let others = own.filter {
      $0.number != share.number && $0.number != part.number && $0.number.start > part.number.end
    }
    guard others.allSatisfy({ $0.number.kind != .count }) else { return false }
    let isSame = part.unit == unit
    if !isSame, !facts.dates(of: unit).isEmpty { return false }
    let clause =
      isSame
      ? share.before + share.after
      : facts.small(facts.units[unit].textStart, facts.units[unit].textEnd)
    if Self.therefore.stand(in: " " + clause) { return !Self.elsewhere.stand(in: " " + clause) }
    let subject = words(isSame ? share.before : clause)
    guard !subject.isDisjoint(with: noun(part)) else { return false }
    // What the share is of was counted before, or is not said.
    let head = share.after.prefix { !",;:.()".contains($0) }
    let complement = words(String(head))
    guard !complement.isEmpty else { return true }
    let known = entries.filter { $0.number.start < share.number.start }.reduce(into: noun(part)) {
      $0.formUnion(words($1.before + $1.after))
    }
    return complement.isSubset(of: known) && !Self.elsewhere.stand(in: " " + clause)
  }

  private static let therefore: Stretches = [
    " thus ", " therefore ", " hence ", " so that ", " that is ", " this is ", " which is ",
    " in other words", " meaning ", " this means", " ainsi ", " donc ", " autrement dit",
    " c’est-à-dire", " c'est-à-dire", " ce qui ", " soit ", " d’où ", " accordingly",
    " représentant", " representing", " making up", " par conséquent", " consequently",
  ]
  /// The share is one of something larger.
  private static let elsewhere: Stretches = [
    " country", " nation", " overall", " as a whole", " world", " elsewhere", " in general",
    " pays ", " monde ", " ailleurs", " en général", " nationwide", " all of canada",
  ]
  private static let otherWhole: Stretches = [
    " last year", " previous", " the year before", "l’an dernier", "l'an dernier", " précédent",
    " goal ", " target", " cible", " objectif", " against ", " compared", " par rapport",
  ]
  private static let looseParts: Stretches = [
    " about half of those who answered", " did not answer", " n’ont pas répondu",
    " n'ont pas répondu", " of those who answered", " respondents", " répondant",
  ]

  // MARK: Women and men

  /// "64 graduates. There were 38 women and 36 men among them."
  func genders() -> NumberRelations.Wrong? {
    let counts = own.filter { $0.number.kind == .count && $0.isExact }
    guard counts.count >= 2, !mayCountTwice else { return nil }
    for (one, two) in zip(counts, counts.dropFirst()) {
      let first = String(one.after.prefix(28))
      let second = String(two.after.prefix(28))
      guard
        Self.women.stand(in: first) && Self.men.stand(in: second)
          || Self.men.stand(in: first) && Self.women.stand(in: second)
      else { continue }
      let others = entries.filter {
        $0.isExact && $0.number.kind == .count && $0.number != one.number
          && $0.number != two.number && $0.unit >= unit - 1
      }
      let wholes = others.filter { $0.value > max(one.value, two.value) }
      let sum = one.value + two.value
      guard wholes.count == 1, let whole = wholes.first, whole.unit >= unit - 1,
        !others.contains(where: { $0.number != whole.number }),
        isTaken(whole) || isPart(one) || isPart(two) || opens(one, from: whole)
      else { continue }
      guard sum != whole.value else { return nil }
      if sum < whole.value,
        facts.unit(unit, holds: Self.thirdGroup) || one.before.contains("inclu")
      {
        return nil
      }
      // Of those who applied, some were accepted: the two are not said to be all.
      if sum < whole.value, !opens(one, from: whole), !isPart(one), !isPart(two) { return nil }
      return ("parts", ["whole": quoted(whole), "sum": .number(sum)])
    }
    return nil
  }

  /// A colon or a comma, and no more, stands between the whole and its first part.
  private func opens(_ part: Entry, from whole: Entry) -> Bool {
    part.unit == whole.unit && part.before.contains(":") && part.before.utf8.count <= 60
  }

  private static let women: Stretches = [
    " women", " woman", " girls", " female", " femmes", " filles",
  ]
  private static let men: Stretches = [" men", " man ", " boys", " male", " hommes", " garçons"]
  private static let thirdGroup: Stretches = [
    "binary", "binaire", "diverse", "other", "autre", "not say", "no answer", "undisclosed",
    "preferred not", "person chose", "unknown", "préfér", "inconnu", "rest ", "reste", "one person",
  ]
}

internal import Checking
internal import Facts
internal import SourceText

/// Parts that a sentence takes from one whole, told apart by where they go or who they are, and which make more
/// than it.
///
/// No word of dividing is asked for: "of the 90" or "of them" ties the parts to the whole, and what follows each
/// number in the same way ("to Africa", "to Asia") shows that they are shares of it.
struct WholeAndParts {
  let facts: DocumentFacts
  let unit: Int

  typealias Arguments = [String: FindingArgument]

  /// What stands behind a number: how it goes on, and whether it names women or men.
  private struct Frame {
    var preposition: Substring = ""
    var gender = Gender.none
    var text: String
  }

  private enum Gender { case none, women, men, others }

  // MARK: Counts and amounts

  func tooMuch() -> Arguments? {
    let own = facts.numbers(of: unit).filter(Self.counts)
    guard own.count >= 2 else { return nil }
    for kind in [NumberFact.Kind.count, .money] {
      let numbers = own.filter { $0.kind == kind }
      guard numbers.count >= 2, let first = numbers.first else { continue }
      if let arguments = exceed(first, Array(numbers.dropFirst()), isTied: isTaken(from: first)) {
        return arguments
      }
      // The whole stands in the sentence before: "Of these, …".
      if unit > 0, facts.units[unit - 1].block == facts.units[unit].block,
        Self.ofThem.stand(in: opening(first))
      {
        let before = facts.numbers(of: unit - 1).filter { Self.counts($0) && $0.kind == kind }
        guard before.count == 1, let whole = before.first else { continue }
        if let arguments = exceed(whole, numbers, isTied: true) { return arguments }
      }
    }
    return nil
  }

  private static func counts(_ number: NumberFact) -> Bool {
    (number.kind == .count || number.kind == .money)
      && number.qualifiers.isDisjoint(
        with: NumberFact.Qualifiers.loose.union([.ordinal, .yearly, .change]))
      && (number.value > 1 || !number.qualifiers.contains(.inWords))
  }

  private func exceed(_ whole: NumberFact, _ parts: [NumberFact], isTied: Bool) -> Arguments? {
    guard parts.count >= 2, parts.allSatisfy({ $0.value < whole.value }), !isLifted else {
      return nil
    }
    let frames = parts.indices.map { frame(parts, $0) }
    let genders = frames.map(\.gender)
    let isByGender =
      genders.contains(.women) && genders.contains(.men)
      && genders.allSatisfy { $0 != .none }
    let isParallel =
      frames[0].preposition != ""
      && frames.allSatisfy { $0.preposition == frames[0].preposition }
      && Set(frames.map(\.text)).count == frames.count
    guard isByGender || (isParallel && isTied),
      isTied || isListed(whole, parts[0])
    else { return nil }
    let sum = parts.reduce(0) { $0 + $1.value }
    let scale = whole.kind == .money && whole.value >= 1e6 ? 1e6 : 1
    let slack = parts.contains { $0.decimals > 0 } || whole.decimals > 0 ? 0.1 * scale : 0
    guard sum > whole.value + slack + 1e-6 else { return nil }
    return ["whole": .text(facts.quote(whole.start, whole.end)), "sum": .number(sum)]
  }

  /// "Of the 90 grants", « Sur les 264 plaintes », « Des 60 places ».
  private func isTaken(from whole: NumberFact) -> Bool {
    Self.taking.stand(in: opening(whole))
      || Self.ofThem.stand(
        in: facts.small(whole.end, min(whole.end + 60, facts.units[unit].textEnd)))
  }

  /// A colon, a bracket, « dont » or no more than a comma between the whole and its parts.
  private func isListed(_ whole: NumberFact, _ part: NumberFact) -> Bool {
    let between = facts.small(whole.end, part.start)
    return between.utf8.count <= 90 && Self.listing.stand(in: between)
  }

  private func opening(_ number: NumberFact) -> String {
    let start = max(facts.units[unit].textStart, number.start > 24 ? number.start - 24 : 0)
    return " " + facts.small(start, number.start)
  }

  private func frame(_ parts: [NumberFact], _ index: Int) -> Frame {
    let end = index + 1 < parts.count ? parts[index + 1].start : facts.units[unit].textEnd
    let words = facts.small(parts[index].end, min(end, parts[index].end + 120))
    var frame = Frame(text: words)
    for word in words.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
      if frame.preposition.isEmpty, Self.prepositions.contains(word) {
        frame.preposition = Self.contracted[word] ?? word
      }
      if frame.gender == .none {
        if Self.women.contains(word) { frame.gender = .women }
        if Self.men.contains(word) { frame.gender = .men }
        if Self.others.contains(word) { frame.gender = .others }
      }
    }
    return frame
  }

  private static let prepositions: Set<Substring> = [
    "to", "in", "from", "by", "for", "at", "on", "with", "à", "au", "aux", "en", "dans", "par",
    "pour", "chez", "avec",
  ]
  private static let contracted: [Substring: Substring] = [
    "au": "à", "aux": "à", "en": "dans", "at": "in", "on": "in",
  ]
  private static let women: Set<Substring> = [
    "women", "woman", "girls", "female", "femmes", "filles", "mothers", "widows",
  ]
  private static let men: Set<Substring> = ["men", "boys", "male", "hommes", "garçons", "fathers"]
  private static let others: Set<Substring> = [
    "non-binary", "diverse", "people", "persons", "personnes", "others", "autres", "another",
  ]
  static let taking: Stretches = [
    " of the ", " of these ", " of those ", " of its ", " of our ", " of all ", " among the ",
    " out of ", " sur les ", " sur ces ", " parmi les ", " parmi ces ", " des ", " de ces ",
    " de ses ", " de nos ", " sur un total", " of a total",
  ]
  static let ofThem: Stretches = [
    "of them", "of these", "of those", "of whom", "of which", "among them", "of that total",
    "of this total", "entre eux", "entre elles", "parmi eux", "parmi elles", " dont ",
    "de ce nombre", "of this number", "of that number", "sur ce total", "de ce total",
    "de ceux-ci", "de celles-ci", "parmi ceux", "parmi celles",
  ]
  private static let listing: Stretches = [
    ":", "(", " dont ", ", including", ", of whom", ", soit ", ", comprising", " made up of ",
    " composed of ", ", ",
  ]

  // MARK: Explanations

  /// Somebody may be counted twice, or only some parts are named.
  private var isLifted: Bool {
    let block = facts.units[unit].block
    return (max(0, unit - 1)...min(facts.units.count - 1, unit + 2)).contains {
      facts.units[$0].block == block && facts.unit($0, holds: Self.overlapping)
    }
  }

  static let overlapping: Stretches = [
    "more than one", "in both", "several of", "more than once", "plus d’un", "plus d'un",
    "à la fois", "overlap", "twice", "deux fois", "exceed", "dépass", "some served", "some took",
    "both categories", "two or more", "several countries", "also took part", "counted in each",
    "plusieurs fois", "plusieurs pays", "plusieurs cat", "chevauch", "se recoup", "both groups",
    "double count", "deux catégories", "multiple", "certaines ont", "certains ont", "joint",
    "not exclusive", "on two ", "in two ",
  ]

  // MARK: Shares

  /// "Seeds take 45% of the fund, storage 30% and training 35%": shares of one sum.
  func tooManyShares() -> Arguments? {
    let numbers = Array(facts.numbers(of: unit).filter { $0.kind == .percent })
    guard numbers.count >= 2, numbers.allSatisfy({ $0.qualifiers.isDisjoint(with: .loose) }),
      numbers.allSatisfy({
        $0.qualifiers.isDisjoint(with: [.baseline, .target, .change, .yearly])
      }),
      facts.dates(of: unit).count < 2,
      facts.units[unit].flags.isDisjoint(with: [.expands, .reduces, .gender]),
      !facts.unit(unit, holds: Self.overlapping)
    else { return nil }
    var names = 0
    for index in numbers.indices {
      let end = index + 1 < numbers.count ? numbers[index + 1].start : facts.units[unit].textEnd
      let words = " " + facts.small(numbers[index].end, min(end, numbers[index].end + 90))
      if Self.ofSum.stand(in: words) {
        names += 1
      } else if words.contains(" of ") || words.contains(" du ") || words.contains(" des ")
        || Self.where.stand(in: words)
      {
        return nil
      }
    }
    let isSplit = facts.unit(unit, holds: Self.ofSum)
    guard names <= 1, names == 1 || isSplit else { return nil }
    let sum = numbers.reduce(0) { $0 + $1.value }
    guard sum > 100 + 0.5 * Double(numbers.count + 1) else { return nil }
    return ["whole": .text("100%"), "sum": .number(sum)]
  }

  /// A sum of money or time that is shared out.
  private static let ofSum: Stretches = [
    " of the fund", " of the budget", " of the money", " of the amount", " of the total",
    " of the envelope", " of the spending", " of its budget", " of this amount", " of the grant",
    " of all spending", " of this money", " of this sum", " of the sum", " of expenditure",
    " of resources", " of its resources", " of the cost", " of funding", " of the funding",
    " du fonds", " du budget", " de l’enveloppe", " de l'enveloppe", " du montant", " du total",
    " de la somme", " de cette somme", " de ce montant", " des dépenses", " des fonds",
    " des ressources", " du financement", " des crédits", " de son budget", " du coût",
  ]
  /// The shares are of several wholes: "in Africa", "among women".
  private static let `where`: Stretches = [
    " among ", " in 19", " in 20", " en 19", " en 20", " parmi ", " chez ",
  ]
}

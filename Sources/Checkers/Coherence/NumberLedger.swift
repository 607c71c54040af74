internal import Checking
internal import Facts

/// The numbers of a sentence and of the two before it in its paragraph, in reading order, each with the letters
/// that tie it to the others: what is taken from what, what is left, how many each, what is concluded.
///
/// A relation is looked for loosely and reported strictly: where any other reading of the numbers makes them agree,
/// nothing is said.
struct NumberLedger {
  struct Entry {
    var number: NumberFact
    /// From the number before it or the beginning of its sentence, in small letters between blanks.
    var before: String
    /// Up to the next number or the end of its sentence.
    var after: String

    var value: Double { number.value }
    var unit: Int { Int(number.unit) }

    /// An exact count or amount.
    var isExact: Bool {
      (number.kind == .count || number.kind == .money)
        && number.qualifiers.isDisjoint(
          with: NumberFact.Qualifiers.loose.union([.ordinal, .change]))
        && (number.value > 1 || !number.qualifiers.contains(.inWords))
    }
  }

  let facts: DocumentFacts
  let unit: Int
  let entries: [Entry]
  /// Those of the sentence itself.
  let own: [Entry]

  init?(facts: DocumentFacts, unit: Int) {
    let here = facts.units[unit]
    guard !here.isRow, !here.isHeading, !here.isTableHeader, !facts.numbers(of: unit).isEmpty else {
      return nil
    }
    // Texts are made for few numbers only.
    let count = (max(0, unit - 2)...unit).reduce(0) { sum, other in
      guard facts.units[other].block == here.block, other == unit || !here.isListItem else {
        return sum
      }
      return sum + facts.numbers(of: other).count { $0.kind != .label }
    }
    guard (2...12).contains(count) else { return nil }
    var entries: [Entry] = []
    for other in max(0, unit - 2)...unit
    where facts.units[other].block == here.block && (other == unit || !here.isListItem) {
      let range = facts.units[other]
      let numbers = Array(facts.numbers(of: other).filter { $0.kind != .label })
      for (index, number) in numbers.enumerated() {
        let start = index > 0 ? numbers[index - 1].end : range.textStart
        let end = index + 1 < numbers.count ? numbers[index + 1].start : range.textEnd
        entries.append(
          Entry(
            number: number,
            before: " " + facts.small(max(start, Self.back(number.start, 160)), number.start) + " ",
            after: " " + facts.small(number.end, min(end, number.end + 160)) + " "))
      }
    }
    self.facts = facts
    self.unit = unit
    self.entries = entries
    own = entries.filter { $0.unit == unit }
  }

  private static func back(_ offset: UInt32, _ length: UInt32) -> UInt32 {
    offset > length ? offset - length : 0
  }

  func wrong() -> NumberRelations.Wrong? {
    share() ?? partition() ?? remainder() ?? product() ?? comparison() ?? genders() ?? average()
      ?? ratio()
  }

  func quoted(_ entry: Entry) -> FindingArgument {
    .text(facts.quote(entry.number.start, entry.number.end))
  }

  // MARK: How numbers are tied

  /// "Of the 90", « Sur les 60 »: the words right in front open the sentence or a clause.
  func isTaken(_ entry: Entry) -> Bool {
    var words = entry.before.split(separator: " ")[...]
    if let last = words.last, Self.determiners.contains(last) { words.removeLast() }
    if let last = words.last, Self.determiners.contains(last) { words.removeLast() }
    guard let last = words.last, Self.takers.contains(last) else { return false }
    words.removeLast()
    return words.isEmpty || words.last?.last.map { ",;:(".contains($0) } ?? false
  }

  /// "21 of the 64", « 21 sur 64 »: nothing else stands between the two.
  func isOf(_ whole: Entry) -> Bool {
    let words = whole.before.split(separator: " ")
    guard words.count <= 5, !words.contains(where: { $0.hasSuffix(",") || $0.hasSuffix(";") })
    else { return false }
    return words.contains { Self.takers.contains($0) }
  }

  /// "… of them", « dont 21 », "including 21": a part of what stands before it.
  func isPart(_ entry: Entry) -> Bool {
    Self.ofThem.stand(in: String(entry.after.prefix(48)))
      || Self.introducing.stand(in: String(entry.before.suffix(28)))
      || Self.ofThem.stand(in: entry.before)
  }

  /// The words behind a number up to the next comma.
  func noun(_ entry: Entry) -> Set<UInt32> {
    let clause = entry.after.prefix(48).prefix { !",;:.()".contains($0) }
    return Set(DocumentFacts.words(of: String(clause), facts.units[entry.unit].language))
  }

  /// Words of a sentence but for those of its numbers.
  func words(_ text: String) -> Set<UInt32> {
    Set(DocumentFacts.words(of: text, facts.units[unit].language))
  }

  /// True where something is said in any of the three sentences, or the one behind them.
  func says(_ stretches: Stretches) -> Bool {
    let block = facts.units[unit].block
    return (max(0, unit - 2)...min(facts.units.count - 1, unit + 2)).contains {
      facts.units[$0].block == block && facts.unit($0, holds: stretches)
    }
  }

  /// "Nobody held two posts", « aucune n’est comptée deux fois »: what would count twice, denied in its clause.
  var deniesDoubles: Bool {
    let block = facts.units[unit].block
    return (max(0, unit - 2)...min(facts.units.count - 1, unit + 2)).contains { near in
      guard facts.units[near].block == block else { return false }
      if facts.unit(near, holds: Self.exclusive) { return true }
      let range = facts.units[near].textRange
      var start = range.lowerBound
      while let hit = Self.double.first(in: facts.text, start..<range.upperBound) {
        if facts.range(max(range.lowerBound, hit.end - 70)..<hit.end, holds: Self.denying) {
          return true
        }
        start = hit.end
      }
      return false
    }
  }

  /// Somebody may be counted twice, and that is not denied.
  var mayCountTwice: Bool { says(WholeAndParts.overlapping) && !deniesDoubles }

  private static let determiners: Set<Substring> = [
    "the", "these", "those", "its", "our", "their", "all", "les", "ces", "ses", "nos", "leurs",
    "a", "some",
  ]
  private static let takers: Set<Substring> = [
    "of", "among", "from", "out", "sur", "parmi", "des", "d’entre", "d'entre", "de",
  ]
  static let ofThem: Stretches = [
    " of them", " of these", " of those", " of whom", " of which", " among them", " of that number",
    " of this number", "entre eux", "entre elles", "parmi eux", "parmi elles", " de ce nombre",
    "parmi ces", " de ceux-ci", " de celles-ci", " were women", " are women", " sont des femmes",
    " étaient des femmes",
  ]
  private static let introducing: Stretches = [
    " dont ", " including ", " of whom ", " of which ", " y compris ", " among them ", " parmi ",
  ]
  private static let double: Stretches = [
    "two ", "twice", "both ", "more than one", "more than once", "several", "another's", "shares a",
    "shared by", "deux", "plus d’un", "plus d'un", "plusieurs", "overlap", "chevauch", "share ",
    "partage",
  ]
  private static let exclusive: Stretches = [
    "each is in one", "each in one", "each one in one", "counted once", "only once", "one only",
    "comptée une fois", "compté une fois", "une seule fois", "chacune dans une", "chacun dans un",
  ]
  private static let denying: Stretches = [
    "no ", "none ", "nobody ", "not ", "never ", "without ", "aucun", "nul ", "nulle ", " ne ",
    "personne ", "sans ", " n’", " n'",
  ]
}

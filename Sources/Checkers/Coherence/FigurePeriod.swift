internal import Checking
internal import Facts

/// The time that a number is given for, and whether it is a target, a start or what came of it.
struct FigurePeriod {
  var first: Int
  var last: Int

  /// The date that belongs to a number: of its cell, of the heading of its column, of a column for dates, or
  /// nearest to it in the sentence.
  static func date(of number: NumberFact, in facts: DocumentFacts) -> DateFact? {
    let unit = Int(number.unit)
    let own = facts.dates(of: unit).filter { $0.year > 0 }
    guard facts.units[unit].isRow else { return nearest(number, own) }
    if let date = own.first(where: { $0.column == number.column }) { return date }
    let header = Int(facts.units[unit].context)
    if header >= 0,
      let date = facts.dates(of: header).first(where: {
        $0.column == number.column && $0.year > 0
      })
    {
      return date
    }
    guard !number.qualifiers.contains(.baseline) else { return nil }
    let due = own.filter { $0.role.contains(.target) && $0.column != number.column }
    return due.count == 1 ? due.first : nil
  }

  private static func nearest(_ number: NumberFact, _ dates: [DateFact]) -> DateFact? {
    func distance(_ date: DateFact) -> Int {
      date.start >= number.end
        ? Int(date.start - number.end) : 2 * (Int(number.start) - Int(date.end)) + 8
    }
    return dates.min { distance($0) < distance($1) }
  }

  init(_ date: DateFact) {
    first = date.first
    last = date.last
  }

  /// True when two dates name the same year, or one the end of the other.
  static func agree(_ one: DateFact, _ two: DateFact) -> Bool {
    if one.last / 10000 == two.last / 10000 {
      return one.isSpan == two.isSpan || one.last == two.last
    }
    return one.year == two.year && one.endYear == two.endYear
  }

  /// Words that say which figure of a series it is.
  enum Role {
    case baseline
    case target
    case actual
  }

  /// What a number is, from its words, its column, its sentence and the kind of its document.
  static func role(_ number: NumberFact, _ facts: DocumentFacts) -> Role? {
    if number.qualifiers.contains(.baseline) { return .baseline }
    if !number.qualifiers.isDisjoint(with: [.target, .planned]) { return .target }
    if number.qualifiers.contains(.actual) { return .actual }
    let unit = Int(number.unit)
    let here = facts.units[unit]
    if here.isRow {
      let title = columnTitle(facts, unit, Int(number.column))
      if title.contains("actual") || title.contains("réel") { return .actual }
      if title.contains("planned") || title.contains("prévu") { return .target }
      return nil
    }
    if facts.looksBack, !here.flags.contains(.target) { return .actual }
    // "On March 31, 2025, one in five was a woman; that is the baseline against which we will measure."
    if here.flags.contains(.baseline),
      facts.numbers(of: unit).count(where: { $0.kind == number.kind }) == 1,
      let date = date(of: number, in: facts), date.month > 0,
      date.role.isDisjoint(with: [.deadline, .target])
    {
      return .baseline
    }
    if !here.flags.isDisjoint(with: [.binds, .intends, .target]) { return .target }
    if here.flags.contains(.baseline) { return .baseline }
    if !facts.looksBack, !facts.unit(unit, holds: past),
      let date = date(of: number, in: facts), date.role.contains(.deadline)
    {
      return .target
    }
    if here.flags.contains(.past) || facts.looksBack { return .actual }
    return nil
  }

  private static let past: Stretches = [
    " had ", " was ", " were ", " has been", " have been", "avai", "ont été", "a été", "étai",
  ]

  static func columnTitle(_ facts: DocumentFacts, _ row: Int, _ column: Int) -> String {
    let header = Int(facts.units[row].context)
    guard header >= 0 else { return "" }
    let cells = facts.cells(of: header)
    guard column >= 0, column < cells.count else { return "" }
    return facts.quote(cells[cells.startIndex + column].range).lowercased()
  }
}

extension DateFact {
  /// More than one fiscal or calendar year.
  var isSpan: Bool {
    role.contains(.range) && Int(endYear) > Int(year) + 1
  }
}

/// Which program or fund a sentence or row speaks of.
enum NamedSubject {
  /// Keys of the names in a unit; those of the sentence before where this one says only "the Fund".
  static func keys(
    _ facts: DocumentFacts, _ unit: Int, of others: Stretches? = nil
  ) -> [UInt32] {
    let own = DocumentFacts.of(unit, in: facts.names).map(\.key)
    if !own.isEmpty || facts.units[unit].isRow { return own }
    let pointsBack =
      facts.unit(unit, holds: pointing) || opensWithPronoun(facts, unit)
      || others.map { facts.unit(unit, holds: $0) } ?? false
    let taken = behindArticles(facts, unit)
    guard pointsBack || !taken.isEmpty else { return [] }
    let heading = facts.units[unit].heading
    for back in stride(from: unit - 1, through: max(0, unit - 3), by: -1) {
      guard facts.units[back].heading == heading, !facts.units[back].isRow else { break }
      let names = DocumentFacts.of(back, in: facts.names)
      if names.isEmpty { continue }
      if let name = names.first(where: { has(taken, wordOf: $0, facts) }) { return [name.key] }
      return pointsBack ? meant(names, facts, back) : []
    }
    guard heading >= 0 else { return [] }
    let names = DocumentFacts.of(Int(heading), in: facts.names)
    if names.isEmpty, pointsBack { return ofTitle(facts, unit) }
    guard names.count == 1, let name = names.first,
      pointsBack || has(taken, wordOf: name, facts)
    else { return [] }
    return [name.key]
  }

  /// The program that the title of a page names, where this sentence or the one before takes it up: "The Fund helps
  /// groups … It has five million dollars".
  private static func ofTitle(_ facts: DocumentFacts, _ unit: Int) -> [UInt32] {
    var above = Int(facts.units[unit].heading)
    while above >= 0, Int(facts.units[above].heading) >= 0 {
      above = Int(facts.units[above].heading)
    }
    guard above >= 0 else { return [] }
    let names = DocumentFacts.of(above, in: facts.names).filter(\.hasHead)
    guard names.count == 1, let name = names.first else { return [] }
    let near = [unit, unit - 1].filter {
      $0 >= 0 && facts.units[$0].heading == facts.units[unit].heading
    }
    return near.contains { has(behindArticles(facts, $0, anyCase: true), wordOf: name, facts) }
      ? [name.key] : []
  }

  /// The only name of a sentence, or the one that it opens with or that says what kind of thing it names.
  private static func meant(
    _ names: ArraySlice<NameFact>, _ facts: DocumentFacts, _ unit: Int
  ) -> [UInt32] {
    if names.count == 1 { return names.map(\.key) }
    if let first = names.first, first.hasHead,
      Int(first.start) - Int(facts.units[unit].textStart) <= 8
    {
      return [first.key]
    }
    let heads = names.filter(\.hasHead)
    return heads.count == 1 ? heads.map(\.key) : []
  }

  /// Keys of the words in small letters behind an article where a unit opens: "The Lantern School … The school".
  private static func behindArticles(
    _ facts: DocumentFacts, _ unit: Int, anyCase: Bool = false
  ) -> Set<UInt64> {
    let range = facts.units[unit].textRange
    let words = TextWords.read(
      facts.text, range.lowerBound..<min(range.upperBound, range.lowerBound + 60))
    var keys: Set<UInt64> = []
    for (article, word) in zip(words, words.dropFirst())
    where (anyCase || !word.isCapital)
      && articles.contains(TextWords.key(facts.text, article))
    {
      keys.insert(TextWords.key(facts.text, word))
    }
    return keys
  }

  /// True when a name has one of some words, none of them short.
  private static func has(
    _ keys: Set<UInt64>, wordOf name: NameFact, _ facts: DocumentFacts
  ) -> Bool {
    !keys.isEmpty
      && TextWords.read(facts.text, Int(name.start)..<Int(name.end)).contains { word in
        word.end - word.start >= 4 && keys.contains(TextWords.key(facts.text, word))
      }
  }

  private static let articles: Set<UInt64> = {
    let bytes = Array("the this that its le la l cette ce cet son sa".utf8)
    return Set(TextWords.read(bytes, bytes.indices).map { TextWords.key(bytes, $0) })
  }()

  private static let pointing: Stretches = [
    "the fund ", "the program ", "the programme ", "the initiative ", "the project ",
    "the strategy ", "this fund", "this program", "this initiative", "this project",
    "the contribution", "le fonds ", "le programme ", "l’initiative ", "l'initiative ",
    "le projet ", ", il ", ", elle ", ", it will ", "ce fonds", "ce programme", "cette initiative",
    "ce projet",
  ]

  /// "It will …", « Il est financé … ».
  static func opensWithPronoun(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let start = facts.units[unit].textRange.lowerBound
    let opening = facts.text[start..<min(facts.text.count, start + 8)]
    return ["It ", "Its ", "They ", "Il ", "Elle ", "Ils ", "Elles ", "This "].contains {
      opening.starts(with: $0.utf8)
    }
  }
}

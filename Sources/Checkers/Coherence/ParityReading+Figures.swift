internal import Checking
internal import Facts
internal import SourceText

/// Numbers, how often a thing is done, and dates of two versions.
extension ParityReading {
  /// Numbers in digits that translation leaves as they are.
  func plain(_ facts: DocumentFacts, _ units: Range<Int>) -> [NumberFact] {
    units.flatMap { facts.numbers(of: $0) }.filter { number in
      guard number.kind != .label, !number.qualifiers.contains(.inWords) else { return false }
      // Times of day: 2:30 p.m., 14 h 30.
      let end = Int(number.end)
      let behind = facts.text[end..<min(facts.text.count, end + 3)]
      let before = number.start > 0 ? facts.text[Int(number.start) - 1] : 0x20
      // A separator of thousands that was lost: 300?000.
      if behind.first == 0x3F, let next = behind.dropFirst().first, next >= 0x30, next <= 0x39 {
        return false
      }
      if before == 0x3F || isTelephone(number, facts) { return false }
      // Hours are counted to twelve in one language and to twenty-four in the other.
      if number.qualifiers.contains(.shortTime) {
        let unit = facts.text[end..<min(facts.text.count, end + 8)]
        if unit.contains(0x68) { return false }
      }
      if behind.first == 0x3A || before == 0x3A || behind.elementsEqual(" h ".utf8)
        || behind.elementsEqual(" p.".utf8) || behind.elementsEqual(" a.".utf8)
      {
        return false
      }
      return true
    }
  }

  /// "1-800 O-Canada", « 1 866 … »: a number to call.
  private func isTelephone(_ number: NumberFact, _ facts: DocumentFacts) -> Bool {
    let start = max(0, Int(number.start) - 3)
    let digits = facts.text[start..<min(facts.text.count, Int(number.start) + 8)]
      .filter { $0 >= 0x30 && $0 <= 0x39 }
    return Self.tollFree.contains { digits.starts(with: $0) }
  }

  private static let tollFree = ["1800", "1833", "1844", "1855", "1866", "1877", "1888"].map {
    Array($0.utf8)
  }

  /// All values of a side, also those in words, which may stand for the other's digits.
  func values(_ facts: DocumentFacts, _ units: Range<Int>) -> [Double] {
    var values = units.flatMap { facts.numbers(of: $0) }.map(\.value)
    for date in units.flatMap({ facts.dates(of: $0) }) {
      values += [Double(date.year), Double(date.endYear)]
      values += [Double(date.day), Double(date.endDay)]
    }
    return values
  }

  private func isLike(_ one: Double, _ other: Double) -> Bool {
    // Months and years; a scale that one language says once for two numbers.
    for factor in [1.0, 12, 1e6, 1e9]
    where abs(one - other * factor) < 1e-6 * one || abs(other - one * factor) < 1e-6 * other {
      return true
    }
    return one == other
  }

  func unmatched(_ mine: [NumberFact], _ theirs: [Double]) -> [NumberFact] {
    var rest = theirs
    return mine.filter { number in
      if let index = rest.firstIndex(where: { isLike(number.value, $0) }) {
        rest.remove(at: index)
        return false
      }
      // Said once in one language and twice in the other.
      return !theirs.contains { isLike(number.value, $0) }
    }
  }

  func numbers(_ left: BlockAlignment.Block, _ right: BlockAlignment.Block) -> [Finding] {
    let ours = unmatched(plain(english, left.units), values(french, right.units))
    let theirs = unmatched(plain(french, right.units), values(english, left.units))
    if !ours.isEmpty, !theirs.isEmpty {
      guard ours.count == theirs.count || ours.count <= 2 && theirs.count <= 2 else { return [] }
      return zip(ours, theirs).compactMap { one, two in
        let number = english.quote(one.start, one.end)
        let nombre = french.quote(two.start, two.end)
        // 6,291 in both: one keeps the other's separator. 6 in the evening is 18 h.
        guard number != nombre, !isHour(one, two) else { return nil }
        return finding(
          "number", Int(one.unit), Int(two.unit),
          ["english": .text(number), "french": .text(nombre)])
      }
    }
    if let finding = spelled(left, right) { return [finding] }
    // In words on the other side, perhaps.
    let isSpelled =
      (left.units.flatMap { english.numbers(of: $0) }
      + right.units.flatMap { french.numbers(of: $0) })
      .contains { $0.qualifiers.contains(.inWords) }
    if isSpelled { return [] }
    if let lone = ours.first(where: Self.isTelling), ours.count <= 2 {
      return [
        finding(
          "missing-number", Int(lone.unit), right.units.lowerBound,
          ["number": .text(english.quote(lone.start, lone.end))])
      ]
    }
    if let lone = theirs.first(where: Self.isTelling), theirs.count <= 2 {
      return [
        ParityChecker.declared.finding(
          "missing-number", corpus, CorpusPassage(member: pair.second, unit: Int(lone.unit)),
          against: [CorpusPassage(member: pair.first, unit: left.units.lowerBound)],
          ["number": .text(french.quote(lone.start, lone.end))])
      ]
    }
    return []
  }

  /// A number on one side only tells little, unless it is a share or an amount: "100%" is "all" and « tous » as
  /// well, "365 days" « tous les jours », "1,000" « un millier ».
  static func isTelling(_ number: NumberFact) -> Bool {
    switch number.kind {
    case .money: true
    case .percent: number.value != 100
    case .duration, .label: false
    case .count: number.value >= 100 && number.value != 1000
    }
  }

  private func isHour(_ one: NumberFact, _ two: NumberFact) -> Bool {
    guard one.value <= 12, two.value == one.value + 12 else { return false }
    let end = Int(two.end)
    let behind = french.text[end..<min(french.text.count, end + 4)]
    return behind.contains(0x68) || behind.starts(with: " à".utf8)
  }

  /// "three clinics" against « deux cliniques »: one number on each side without its like, in words on one side
  /// at least.
  private func spelled(
    _ left: BlockAlignment.Block, _ right: BlockAlignment.Block
  ) -> Finding? {
    func counted(_ facts: DocumentFacts, _ units: Range<Int>) -> [NumberFact] {
      units.flatMap { facts.numbers(of: $0) }.filter {
        $0.kind != .label && $0.value >= 2 && !$0.qualifiers.contains(.about)
          && !($0.qualifiers.contains(.shortTime) && $0.value > 12)
      }
    }
    let mine = counted(english, left.units)
    let other = counted(french, right.units)
    guard mine.count == other.count, mine.count <= 6 else { return nil }
    let ours = unmatched(mine, values(french, right.units))
    let theirs = unmatched(other, values(english, left.units))
    guard ours.count == 1, theirs.count == 1, let one = ours.first, let two = theirs.first,
      one.kind == two.kind, one.qualifiers.union(two.qualifiers).contains(.inWords),
      // What stands at the same place in both.
      mine.firstIndex(of: one) == other.firstIndex(of: two)
    else { return nil }
    return finding(
      "number", Int(one.unit), Int(two.unit),
      [
        "english": .text(english.quote(one.start, one.end)),
        "french": .text(french.quote(two.start, two.end)),
      ])
  }

  /// "twice a year" against « trois fois par an ».
  func frequency(
    _ left: BlockAlignment.Block, _ right: BlockAlignment.Block
  ) -> Finding? {
    guard left.units.count == right.units.count else { return nil }
    for (one, two) in zip(left.units, right.units) {
      guard let ours = Frequency.of(english, one), let theirs = Frequency.of(french, two),
        ours.frequency != theirs.frequency
      else { continue }
      return finding(
        "number", one, two,
        ["english": .text(ours.words), "french": .text(theirs.words)])
    }
    return nil
  }

  func dates(_ left: BlockAlignment.Block, _ right: BlockAlignment.Block) -> [Finding] {
    let ours = left.units.flatMap { english.dates(of: $0) }
    let theirs = right.units.flatMap { french.dates(of: $0) }
    func same(_ one: DateFact, _ two: DateFact) -> Bool {
      let years = one.year == 0 || two.year == 0 || one.year == two.year
      let months = one.month == 0 || two.month == 0 || one.month == two.month
      let days = one.day == 0 || two.day == 0 || one.day == two.day
      return years && months && days
    }
    let onlyOurs = ours.filter { one in !theirs.contains { same(one, $0) } }
    let onlyTheirs = theirs.filter { two in !ours.contains { same($0, two) } }
    guard let one = onlyOurs.first, let two = onlyTheirs.first, onlyOurs.count == onlyTheirs.count
    else { return [] }
    // A year that the other side counts as a number.
    if values(french, right.units).contains(Double(one.year)), one.month == 0 { return [] }
    return [
      finding(
        "date", Int(one.unit), Int(two.unit),
        [
          "english": .text(english.quote(one.start, one.end)),
          "french": .text(french.quote(two.start, two.end)),
        ])
    ]
  }
}

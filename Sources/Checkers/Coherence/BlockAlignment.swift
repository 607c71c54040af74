internal import Checking
internal import Facts
internal import SourceText

/// Which block of an English document is which block of its French version.
///
/// Blocks are put side by side in order, by kind, length, numbers and names; one may be left over on either side.
struct BlockAlignment {
  /// One paragraph, heading, list item or table row.
  struct Block {
    var units: Range<Int>
    var kind: UInt8
    var level: UInt8
    /// Words, counted by blanks.
    var length: Int
    /// Values of numbers and years, sorted.
    var numbers: [Double]
    var organizations: Set<Int>
    /// Letters in capitals that both languages may share, by key.
    var names: Set<UInt64>
  }

  let english: [Block]
  let french: [Block]
  /// Pairs of indices in order; -1 where a block has no partner.
  let pairs: [(english: Int, french: Int)]

  /// Most steps that are kept, one byte each: two documents that differ by more are not put side by side.
  private static let mostSteps = 1 << 26
  /// Widest shift between the two, in blocks.
  private static let band = 160

  init(_ english: DocumentFacts, _ french: DocumentFacts) {
    self.english = Self.blocks(english)
    self.french = Self.blocks(french)
    self.pairs = Self.align(self.english, self.french)
  }

  /// Share of the blocks of the longer document that found a partner.
  var share: Double {
    let longer = max(english.count, french.count)
    guard longer > 0 else { return 0 }
    return Double(pairs.count { $0.english >= 0 && $0.french >= 0 }) / Double(longer)
  }

  private static func blocks(_ facts: DocumentFacts) -> [Block] {
    var blocks: [Block] = []
    var unit = 0
    while unit < facts.units.count {
      var end = unit + 1
      while end < facts.units.count, facts.units[end].block == facts.units[unit].block { end += 1 }
      var numbers: [Double] = []
      var organizations: Set<Int> = []
      for index in unit..<end {
        numbers += facts.numbers(of: index).filter {
          $0.kind != .label && !$0.qualifiers.contains(.inWords)
        }.map(\.value)
        numbers += facts.dates(of: index).filter { $0.year > 0 }.map { Double($0.year) }
        organizations.formUnion(
          facts.organizations(of: index).flatMap {
            OrganizationCatalog.present(Int($0.organization))
          })
      }
      numbers.sort()
      let range = facts.units[unit].textRange.lowerBound..<facts.units[end - 1].textRange.upperBound
      let (length, names) = scan(facts.text[range])
      blocks.append(
        Block(
          units: unit..<end, kind: facts.units[unit].kind, level: facts.units[unit].level,
          length: length, numbers: numbers, organizations: organizations, names: names))
      unit = end
    }
    return blocks
  }

  /// Number of words, and the words that begin with a capital by their first four letters.
  private static func scan(_ text: ArraySlice<UInt8>) -> (Int, Set<UInt64>) {
    var words = 0
    var names: Set<UInt64> = []
    var index = text.startIndex
    while index < text.endIndex {
      while index < text.endIndex, text[index] <= 0x20 { index += 1 }
      guard index < text.endIndex else { break }
      words += 1
      let first = text[index]
      var key: UInt64 = 0
      var length = 0
      while index < text.endIndex, text[index] > 0x20 {
        if length < 4 { key = key << 8 | UInt64(text[index]) }
        length += 1
        index += 1
      }
      if first >= 0x41, first <= 0x5A, length >= 4 { names.insert(key) }
    }
    return (words, names)
  }

  // MARK: Putting side by side

  private static func align(_ english: [Block], _ french: [Block]) -> [(english: Int, french: Int)]
  {
    let rows = english.count
    let columns = french.count
    guard rows > 0, columns > 0 else {
      return (0..<rows).map { ($0, -1) } + (0..<columns).map { (-1, $0) }
    }
    // Row i is compared with columns around its share of the way.
    let half = max(Self.band, abs(rows - columns) + 24)
    let width = 2 * half + 1
    guard (rows + 1) * width <= mostSteps else { return [] }
    func start(_ row: Int) -> Int { row * columns / max(1, rows) - half }
    let gap: Float = -0.8
    let none: Float = -1e9
    var before = [Float](repeating: none, count: width + 1)
    var steps = [UInt8](repeating: 0, count: (rows + 1) * width)
    for offset in 0..<width {
      let column = start(0) + offset
      guard column >= 0, column <= columns else { continue }
      before[offset] = Float(column) * gap
      steps[offset] = 2
    }
    for row in 1...rows {
      var here = [Float](repeating: none, count: width + 1)
      let shift = start(row) - start(row - 1)
      for offset in 0..<width {
        let column = start(row) + offset
        guard column >= 0, column <= columns else { continue }
        var best = none
        var step: UInt8 = 0
        // The same column of the row before stands `shift` places further on.
        let above = offset + shift
        if above < width, before[above] > none {
          best = before[above] + gap
          step = 1
        }
        if column > 0, above - 1 >= 0, above - 1 < width, before[above - 1] > none {
          let value = before[above - 1] + likeness(english[row - 1], french[column - 1])
          if value > best {
            best = value
            step = 3
          }
        }
        if column > 0, offset > 0, here[offset - 1] + gap > best {
          best = here[offset - 1] + gap
          step = 2
        }
        here[offset] = best
        steps[row * width + offset] = step
      }
      before = here
    }
    var pairs: [(english: Int, french: Int)] = []
    var row = rows
    var column = columns
    while row > 0 || column > 0 {
      let offset = column - start(row)
      guard offset >= 0, offset < width else { break }
      switch steps[row * width + offset] {
      case 3:
        row -= 1
        column -= 1
        pairs.append((row, column))
      case 1 where row > 0:
        row -= 1
        pairs.append((row, -1))
      default:
        guard column > 0 else {
          row -= 1
          pairs.append((row, -1))
          continue
        }
        column -= 1
        pairs.append((-1, column))
      }
    }
    return pairs.reversed()
  }

  private static func likeness(_ one: Block, _ two: Block) -> Float {
    var score: Float = one.kind == two.kind ? 1 : -2.5
    if one.kind == two.kind, one.level != two.level { score -= 0.8 }
    let ratio = Float(two.length + 2) / Float(one.length + 2)
    score += ratio > 0.7 && ratio < 2 ? 0.8 : ratio > 0.5 && ratio < 2.6 ? 0 : -1.6
    let shared = common(one.numbers, two.numbers)
    score += 1.2 * Float(min(shared, 4))
    let different = max(one.numbers.count, two.numbers.count) - shared
    score -= 0.35 * Float(min(different, 4))
    score += 0.6 * Float(min(one.organizations.intersection(two.organizations).count, 3))
    score += 0.5 * Float(min(one.names.intersection(two.names).count, 4))
    return score
  }

  private static func common(_ one: [Double], _ two: [Double]) -> Int {
    var i = 0
    var j = 0
    var count = 0
    while i < one.count, j < two.count {
      if one[i] == two[j] {
        count += 1
        i += 1
        j += 1
      } else if one[i] < two[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}

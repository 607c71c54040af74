internal import Facts

/// Rows of a table's indicators by their words, so that only those with something in common are compared.
struct AlikeRows {
  /// Rows that one row is set against by one word, and pairs that are kept of it, the likest first: a table of
  /// thousands of rows that say nearly the same is matched by what is rare in them.
  static let mostRows = 200

  private let finder: PassageFinder
  private let rows: [(words: [UInt32], weight: Float)]
  private var byWord: [UInt32: [Int]] = [:]
  /// Rows of exactly the same words, each list with the number of those that were given out.
  private let same: SameRows

  init(_ rows: [[UInt32]], _ finder: PassageFinder) {
    self.finder = finder
    self.rows = rows.map { ($0, finder.weight($0)) }
    for (index, words) in rows.enumerated() {
      for word in words { byWord[word, default: []].append(index) }
    }
    same = SameRows(rows)
  }

  /// The rows that may be a row of another document, and the share of words that both have, by weight.
  func rows(like words: [UInt32]) -> [(row: Int, both: Float)] {
    var shared: [Int: Float] = [:]
    var counts: [Int: Int] = [:]
    func add(_ row: Int, _ weight: Float) {
      shared[row, default: 0] += weight
      counts[row, default: 0] += 1
    }
    let often = words.map { byWord[$0]?.count ?? 0 }
    if often.allSatisfy({ $0 <= Self.mostRows }) {
      for word in words {
        let weight = finder.weight(of: word)
        for row in byWord[word] ?? [] { add(row, weight) }
      }
    } else {
      var candidates = Set<Int>()
      if let row = same.next(of: words) { candidates.insert(row) }
      for index in words.indices.sorted(by: { (often[$0], $0) < (often[$1], $1) }) {
        guard candidates.count < Self.mostRows else { break }
        candidates.formUnion((byWord[words[index]] ?? []).prefix(Self.mostRows))
      }
      let sought = Set(words)
      for row in candidates {
        for word in rows[row].words where sought.contains(word) {
          add(row, finder.weight(of: word))
        }
      }
    }
    let whole = finder.weight(words)
    let found = shared.compactMap { row, weight -> (row: Int, both: Float)? in
      let both = weight / (whole + rows[row].weight - weight)
      // In a few pages, where weights say little, two words of three.
      let lesser = min(words.count, rows[row].words.count)
      let isMost = lesser >= 3 && (counts[row] ?? 0) * 3 >= lesser * 2
      return both >= 0.28 || isMost ? (row, both) : nil
    }
    guard found.count > Self.mostRows else { return found }
    return Array(
      found.sorted { ($0.both, $1.row) > ($1.both, $0.row) }.prefix(Self.mostRows))
  }

  /// Gives out rows of the same words one after the other.
  private final class SameRows {
    private var rows: [[UInt32]: ArraySlice<Int>] = [:]

    init(_ words: [[UInt32]]) {
      for (index, words) in words.enumerated() { rows[words, default: []].append(index) }
    }

    func next(of words: [UInt32]) -> Int? { rows[words]?.popFirst() }
  }
}

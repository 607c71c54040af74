/// What is kept of units that later units complete, for one scan.
struct UnitContexts {
  /// Tokens kept of one context; of a longer one, only the last count.
  static let mostTokens = 256

  private struct Record {
    var tokens: Range<Int>
    var ends: Range<Int>
    /// State of the automaton behind the context's last token.
    var state: UInt32
  }

  private var records: [Int32: Record] = [:]
  private var isNeeded: [Bool] = []
  private var tokenStarts: [UInt32] = []
  private var tokenEnds: [UInt32] = []
  private var ends: [UnitHits.End] = []
  private var groups: [Int32: [Int32]] = [:]

  /// Forgets all and notes which of these units are contexts of others.
  mutating func begin(_ units: UnsafeBufferPointer<UnitRange>) {
    records.removeAll(keepingCapacity: true)
    isNeeded.removeAll(keepingCapacity: true)
    tokenStarts.removeAll(keepingCapacity: true)
    tokenEnds.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    for (index, unit) in units.enumerated() where unit.context >= 0 && Int(unit.context) < index {
      if isNeeded.isEmpty { isNeeded = Array(repeating: false, count: units.count) }
      isNeeded[Int(unit.context)] = true
    }
  }

  func needs(_ unit: Int) -> Bool { unit < isNeeded.count && isNeeded[unit] }

  /// Keeps a unit's own tokens and ends of phrases; those in front of `ownStart` are its own context's.
  mutating func keep(
    _ unit: Int, tokens: UnitTokens, ownStart: Int, hits newHits: UnitHits, state: UInt32
  ) {
    let first = max(ownStart, tokens.count - Self.mostTokens)
    let tokenBase = tokenStarts.count
    let endBase = ends.count
    for index in first..<max(first, tokens.count) {
      tokenStarts.append(UInt32(tokens.start(Int32(index))))
      tokenEnds.append(UInt32(tokens.end(Int32(index))))
    }
    for end in newHits.ends where Int(end.span.start) >= first {
      var end = end
      end.span.start -= Int32(truncatingIfNeeded: first)
      end.span.end -= Int32(truncatingIfNeeded: first)
      ends.append(end)
    }
    records[Int32(truncatingIfNeeded: unit)] = Record(
      tokens: tokenBase..<tokenStarts.count, ends: endBase..<ends.count, state: state)
  }

  /// Keeps the groups that are awake in a unit.
  mutating func keep(_ unit: Int, groups awake: [Int32]) {
    if !awake.isEmpty { groups[Int32(truncatingIfNeeded: unit)] = awake }
  }

  /// The groups that are awake in a context.
  func groups(of unit: Int32) -> [Int32] { groups[unit] ?? [] }

  /// Puts a context in front of a unit's tokens; returns its ends of phrases and the automaton's state, or `nil`
  /// when there is no such context.
  func restore(
    _ unit: Int32, into tokens: inout UnitTokens
  ) -> (ends: ArraySlice<UnitHits.End>, state: UInt32)? {
    guard unit >= 0, let record = records[unit] else { return nil }
    for index in record.tokens { tokens.append(tokenStarts[index], tokenEnds[index]) }
    return (ends[record.ends], record.state)
  }
}

/// What cannot be one phrase: evaluated for a unit from the hits of its parts.
struct Composite: Sendable {
  /// A part of a sequence.
  struct Segment: Sendable {
    var concept: Int
    /// How many tokens may stand in front of it, counted from the part before.
    var least: Int
    var most: Int
    var isOptional: Bool
  }

  struct Operand: Sendable {
    var concept: Int
    /// Most tokens between it and the operand before that is not excluded; `Int.max` for anywhere.
    var within: Int
    var isExcluded: Bool
  }

  enum Kind: Sendable {
    /// Parts in order; so many tokens must stand behind the last.
    case sequence([Segment], trailing: Int)
    case guarded(Int, TokenPattern.Side, neighbour: Int)
    case all([Operand])
  }

  var kind: Kind
  /// Greater than that of every composite whose hits it reads.
  var level: Int
  /// The concepts whose hits its hits are.
  var outputs: [UInt32] = []

  /// The concepts without which it cannot match.
  var required: [Int] {
    switch kind {
    case .sequence(let segments, _): segments.filter { !$0.isOptional }.map(\.concept)
    case .guarded(let base, _, _): [base]
    case .all(let operands): operands.filter { !$0.isExcluded }.map(\.concept)
    }
  }
}

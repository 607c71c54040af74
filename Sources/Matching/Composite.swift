/// What cannot be one phrase: evaluated for a unit from the hits of its parts.
struct Composite: Sendable {
  /// A part of a composite; what a field means depends on the kind.
  struct Part: Sendable {
    var concept: UInt32
    /// In a sequence: how many tokens may stand between it and the part before. In an operand of `&`:
    /// the most between it and the operand before that is not excluded, `Int32.max` for anywhere.
    var least: Int32 = 0
    var most: Int32 = 0
    /// In a sequence: the composite can do without it.
    var isOptional = false
    /// In an operand of `&`: the composite must do without it.
    var isExcluded = false

    /// Without a hit of it the composite cannot match.
    var isRequired: Bool { !isOptional && !isExcluded }
  }

  enum Kind: Sendable {
    /// Parts in their order.
    case sequence
    /// The first part, unless the second stands directly behind it.
    case notBefore
    /// The first part, unless the second stands directly in front of it.
    case notAfter
    /// Operands of `&`.
    case all
  }

  var kind: Kind
  /// Range in the program's parts.
  var partStart: Int
  var partEnd: Int
  /// Concepts of two parts that it cannot do without, the rarest; the same twice when there is only one,
  /// and `none` when it can do without each.
  var rarest = Self.none
  var nextRarest = Self.none

  static let none = UInt32.max
  /// In a sequence: how many tokens must stand behind the last part.
  var trailing: Int32 = 0
  /// Range in the program's outputs: the concepts whose hits its hits are.
  var outputStart = 0
  var outputEnd = 0
}

/// What an author can ask for, as parsed from a pattern's text.
package indirect enum TokenPattern: Sendable, Hashable {
  /// One token.
  case word(Word)
  /// Any one token, `*`.
  case any
  /// Any entry of a vocabulary list, `{name}`.
  case list(String)
  /// One of several, `(a|b)`; never empty.
  case choice([TokenPattern])
  /// Present or not, `a?`.
  case optional(TokenPattern)
  /// Parts one after the other; a gap only ever stands between two other parts.
  case sequence([TokenPattern])
  /// Up to so many tokens between the parts around it, `~4`; only in a sequence.
  case gap(Int)
  /// A part that counts only when another does not stand directly beside it.
  case guarded(TokenPattern, Side, TokenPattern)
  /// Operands that must all be in the unit, `a & b`; only outermost.
  case all(TokenPattern, [Operand])

  /// A word and how closely a text's word must resemble it.
  package struct Word: Sendable, Hashable {
    package enum Form: Sendable, Hashable {
      /// Any inflection.
      case stem
      /// This form in any case.
      case exact
      /// This form in this case.
      case exactCase
    }

    /// The token's folded form; for `exactCase` in the author's case.
    package var text: String
    package var form: Form

    package init(_ text: String, _ form: Form = .stem) {
      self.text = text
      self.form = form
    }
  }

  /// Where a guard looks.
  package enum Side: Sendable, Hashable {
    /// `a not before b`: b does not follow directly.
    case notBefore
    /// `a not after b`: b does not precede directly.
    case notAfter
  }

  /// What stands behind an `&`.
  package struct Operand: Sendable, Hashable {
    package var pattern: TokenPattern
    /// At most so many tokens between it and the operand in front of it that is not excluded; `nil`
    /// for anywhere in the unit.
    package var within: Int?
    /// It must not be there.
    package var isExcluded: Bool

    package init(_ pattern: TokenPattern, within: Int? = nil, isExcluded: Bool = false) {
      self.pattern = pattern
      self.within = within
      self.isExcluded = isExcluded
    }
  }
}

extension TokenPattern: CustomStringConvertible {
  /// The pattern in the pattern language; parsing it gives the same pattern.
  package var description: String {
    switch self {
    case .word(let word):
      switch word.form {
      case .stem: word.text
      case .exact: "\"\(word.text)\""
      case .exactCase: "=\(word.text)"
      }
    case .any: "*"
    case .list(let name): "{\(name)}"
    case .choice(let alternatives):
      "(" + alternatives.map(\.description).joined(separator: "|") + ")"
    case .optional(let part): Self.grouped(part) + "?"
    case .sequence(let parts):
      parts.map { part in
        if case .sequence = part { return "(\(part))" }
        return part.description
      }.joined(separator: " ")
    case .gap(let count): "~\(count)"
    case .guarded(let part, let side, let neighbour):
      "\(part) not \(side == .notBefore ? "before" : "after") \(Self.grouped(neighbour))"
    case .all(let first, let rest):
      rest.reduce(first.description) { text, operand in
        let within = operand.within.map(String.init) ?? ""
        return text + " &\(within) \(operand.isExcluded ? "not " : "")\(operand.pattern)"
      }
    }
  }

  private static func grouped(_ part: TokenPattern) -> String {
    switch part {
    case .sequence, .guarded: "(\(part))"
    default: part.description
    }
  }
}

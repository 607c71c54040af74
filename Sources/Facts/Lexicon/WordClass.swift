/// What a word says to whoever looks for facts around it.
package enum WordClass: UInt8, Sendable, BitwiseCopyable {
  /// A word with content of its own.
  case none
  /// Too frequent to tell passages apart.
  case stop
  /// Value: 1 to 12.
  case month
  /// Value: the number.
  case number
  /// Value: the place in the order.
  case ordinal
  /// Value: the power of ten.
  case scale
  /// "percent", « pourcent ».
  case percent
  /// A unit of time; value: its length in months, 0 for shorter ones.
  case duration
  /// A number near it is not exact.
  case about
  case atLeast
  case atMost
  case over
  case under
  /// What follows is a limit in time.
  case deadline
  /// What follows is a start in time.
  case since
  case baseline
  case target
  case planned
  case actual
  case total
  case increase
  case decrease
  case resolution
  /// Makes a number behind it a name: "section", "table", "goal".
  case label
  case fiscal
  case currency
  /// A word that binds or softens; only such units are read for commitments.
  case modal
  /// Head of a program's name: "initiative", « fonds ».
  case programHead
  /// Head of the name of what is adopted: "policy", "directive", « règlement ».
  case instrumentHead
  /// Women, girls, gender: what the agenda is about.
  case gender
  /// People inside an organization.
  case staff
  /// People outside whom results are for.
  case people
  /// "each year", « par an ».
  case yearly

  /// True for words that tell passages apart: neither frequent ones nor parts of numbers and dates.
  var isContent: Bool {
    switch self {
    case .stop, .number, .scale, .percent, .currency, .month, .ordinal, .about, .atLeast: false
    default: true
    }
  }
}

extension WordClass {
  /// A set of classes.
  struct Mask: Equatable, ExpressibleByArrayLiteral, BitwiseCopyable {
    private var bits: UInt64 = 0

    init(arrayLiteral elements: WordClass...) {
      for element in elements { insert(element) }
    }

    @inline(__always)
    mutating func insert(_ element: WordClass) { bits |= 1 << UInt64(element.rawValue) }

    @inline(__always)
    func contains(_ element: WordClass) -> Bool { bits >> UInt64(element.rawValue) & 1 != 0 }

    @inline(__always)
    func isDisjoint(with other: Mask) -> Bool { bits & other.bits == 0 }
  }
}

/// An entry of a lexicon.
struct LexiconEntry: BitwiseCopyable {
  var key: UInt64 = 0
  var wordClass: WordClass = .none
  var value: Int16 = 0
  /// First of the phrases that begin with the word, in `Lexicon.phrases`; -1 for none.
  var firstPhrase: Int32 = -1
}

/// What ends of phrases lead to: states at which phrases of the same concepts end share a class.
///
/// Class 0 is that of no concept.
struct EndClasses: Sendable {
  /// Where a class's elements begin in the lists; they end where the next class's begin.
  struct Starts: Sendable, BitwiseCopyable {
    var kept: UInt32 = 0
    var possible: UInt32 = 0
    var direct: UInt32 = 0
    var wakes: UInt32 = 0
  }

  /// Indexed by class, with one more at the end.
  private(set) var starts: [Starts] = [Starts(), Starts()]
  /// Concepts whose hits are asked for later, ascending in each class.
  private(set) var kept: [UInt32] = []
  /// Concepts that composites can hit only in units with an end of this class, or of another that has
  /// them.
  private(set) var possible: [UInt32] = []
  /// Concepts each of whose hits is a match of its leading patterns at once.
  private(set) var direct: [UInt32] = []
  /// Concepts with leading patterns that a hit gives reason to look at.
  private(set) var wakes: [UInt32] = []

  private var numbers: [[UInt32]: UInt32] = [:]
  private let records: [MatchProgram.Concept]
  private let wakesOfConcept: [[UInt32]]
  private let possibleByConcept: [[UInt32]]

  var count: Int { starts.count - 1 }

  /// Takes, for each concept, those with leading patterns to look at for a hit of it, and those that
  /// composites may hit because of it.
  init(_ records: [MatchProgram.Concept], wakes: [[UInt32]], possible: [[UInt32]]) {
    self.records = records
    wakesOfConcept = wakes
    possibleByConcept = possible
  }

  /// Whether an end of the class is a match or gives reason to look at a concept.
  func isActive(_ number: UInt32) -> Bool {
    let (this, next) = (starts[Int(number)], starts[Int(number) + 1])
    return this.direct != next.direct || this.wakes != next.wakes
  }

  /// The class of ends of phrases of these concepts, made when there is none.
  mutating func number(of concepts: [UInt32]) -> UInt32 {
    let concepts = Set(concepts).sorted()
    if concepts.isEmpty { return 0 }
    if let known = numbers[concepts] { return known }
    let number = UInt32(count)
    numbers[concepts] = number
    kept += concepts.filter { records[Int($0)].isKept }
    possible += Set(concepts.flatMap { possibleByConcept[Int($0)] }).sorted()
    direct += concepts.filter { records[Int($0)].isDirect }
    wakes += Set(concepts.flatMap { wakesOfConcept[Int($0)] }).sorted()
    starts.append(
      Starts(
        kept: UInt32(kept.count), possible: UInt32(possible.count),
        direct: UInt32(direct.count), wakes: UInt32(wakes.count)))
    return number
  }
}

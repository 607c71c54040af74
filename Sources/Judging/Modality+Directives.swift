internal import Matching
internal import SourceText

/// What the author orders in the first person.
extension Modality {
  /// "I have asked the Deputy Minister to answer for …", « J’ai demandé à la direction de … »: the tokens of the
  /// order before the act, which binds like a promise; `nil` where the author only asks others for it.
  static func directive(_ reading: UnitReading, before first: Int) -> ClosedRange<Int>? {
    guard
      let start = (0..<first).last(where: {
        reading.clauses[$0] == reading.clauses[first] && selves.contains(reading.words[$0])
      })
    else { return nil }
    let near = start + 1..<max(start + 1, min(start + 4, first))
    guard let order = near.first(where: { ordering.contains(reading.words[$0]) }),
      !reading.words[start..<order].contains(where: { denying.contains($0) }),
      reading.words[(order + 1)..<first].contains(where: { infinitives.contains($0) }),
      !reading.marks.contains(where: {
        $0.category == .otherActor && $0.first > order && $0.last < first
      })
    else { return nil }
    return start...order
  }

  private static let selves: Set<[UInt8]> = .words(["i", "i've", "i’ve", "j"])
  private static let ordering: Set<[UInt8]> = .words([
    "asked", "directed", "instructed", "tasked", "ordered", "charged", "demandé", "chargé",
    "ordonné", "enjoint",
  ])
  private static let denying: Set<[UInt8]> = .words(["not", "never"])
  /// Words before the verb of what is ordered.
  private static let infinitives: Set<[UInt8]> = .words(["to", "de", "d"])

}

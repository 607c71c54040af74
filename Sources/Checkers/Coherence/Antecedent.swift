internal import Facts

extension DocumentFacts {
  /// True for a sentence that speaks of what the sentence before it names: "By 2030 there will be forty of them."
  func takesUp(_ unit: Int) -> Bool {
    guard unit > 0, units[unit - 1].block == units[unit].block, !units[unit].isRow,
      !units[unit].isHeading, !units[unit].isListItem
    else { return false }
    return withJoined(units[unit].textRange, afterBlank: true) { Self.pronouns.stand(in: $0) }
  }

  /// Where a sentence stands, with the one before it where it takes that up.
  func withAntecedent(_ unit: Int) -> Range<Int> {
    let range = units[unit].textRange
    return takesUp(unit) ? Int(units[unit - 1].textStart)..<range.upperBound : range
  }

  private static let pronouns: Stretches = [
    " of them ", " of them,", " of them.", " of these ", " of those ", " they ", " them ", " them,",
    " them.", " the latter ", " elles ", " ils ", " d’entre elles", " d'entre elles",
    " d’entre eux", " d'entre eux", " celles-ci ", " ceux-ci ", " parmi elles", " parmi eux",
  ]
}

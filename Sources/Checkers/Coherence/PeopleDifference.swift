internal import Facts

/// Whom a result or promise is for, set against whom its measure counts.
struct PeopleDifference {
  private let wanted: CountedPeople
  private let counted: CountedPeople
  private let wantsWomen: Bool
  private let countsWomen: Bool
  /// Women and men of one trade are named side by side.
  private let wantsBoth: Bool
  private let countsBoth: Bool
  private let isTraining: Bool
  private let countsTrained: Bool

  /// A result in one document and what is counted for it in the same or another.
  init(
    _ promising: DocumentFacts, _ promise: Range<Int>, _ counting: DocumentFacts,
    _ counted: Range<Int>
  ) {
    wanted = CountedPeople.of(promising, promise)
    self.counted = CountedPeople.of(counting, counted)
    wantsWomen =
      !wanted.isDisjoint(with: .female) || CountedPeople.hasFeminine(promising, promise)
    countsWomen =
      !self.counted.isDisjoint(with: .female) || CountedPeople.hasFeminine(counting, counted)
    wantsBoth = CountedPeople.namesBoth(promising, promise) || wanted.contains(.everyone)
    countsBoth = CountedPeople.namesBoth(counting, counted) || self.counted.contains(.everyone)
    isTraining = CountedPeople.isTrained(promising, promise)
    countsTrained = CountedPeople.isTrained(counting, counted)
  }

  /// The kind of finding; `nil` where those counted may be those promised. Without `isNamed` nothing but nearness
  /// ties the two together, and only groups that cannot be meant for each other are told apart.
  func kind(isNamed: Bool) -> String? {
    ofTheSent() ?? ofPlaces() ?? (isNamed ? ofLeaders() : nil) ?? ofServed() ?? ofWomen(isNamed)
  }

  /// Those who took a course are not yet those who were sent, nor is the whole service.
  private func ofTheSent() -> String? {
    guard wanted.contains(.deployed) else { return nil }
    if !isTraining, countsTrained { return "other-group" }
    let isOther = !counted.isDisjoint(with: [.whole, .recruits, .staff])
    return !wanted.contains(.whole) && !counted.contains(.deployed) && isOther
      ? "whole-force" : nil
  }

  private func ofLeaders() -> String? {
    let isOther = !counted.isDisjoint(with: [.whole, .recruits, .staff, .learners])
    return wanted.contains(.leaders) && !counted.contains(.leaders) && isOther
      ? "other-group" : nil
  }

  /// The country for the town, those at home for those far away, grown people for children.
  private func ofPlaces() -> String? {
    for (one, other) in CountedPeople.opposites
    where wanted.contains(one) && !wanted.contains(other) && counted.contains(other)
      && !counted.contains(one)
    {
      return "other-group"
    }
    return nil
  }

  /// People outside, and a measure of those who serve, teach or learn.
  private func ofServed() -> String? {
    let outside = CountedPeople.served.union([.local, .public_])
    let isOutside =
      !wanted.isDisjoint(with: outside)
      || (wanted.contains(.women) && wanted.isDisjoint(with: .serving.union([.forces, .leaders])))
    guard isOutside, wanted.isDisjoint(with: .serving), counted.isDisjoint(with: outside),
      !counted.isDisjoint(with: [.staff, .professionals, .canadians, .immigrants])
        || (countsTrained && !countsWomen && !isTraining),
      // "Women take part" may be of those who work here.
      !wanted.isDisjoint(with: outside) || !countsWomen
    else { return nil }
    return counted.contains(.staff) ? "staff-for-people" : "other-group"
  }

  private func ofWomen(_ isNamed: Bool) -> String? {
    guard wantsWomen, !wantsBoth else { return nil }
    if countsBoth, counted.isDisjoint(with: .female) || !counted.contains(.everyone) {
      return "everyone"
    }
    let isOpen = !counted.isDisjoint(with: [
      .everyone, .public_, .learners, .children, .youth, .displaced,
    ])
    return isNamed && !countsWomen && isOpen ? "everyone" : nil
  }
}

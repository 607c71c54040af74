internal import RuleSets

/// What the judge needs of a requirement in one language, small enough to copy for every passage.
struct RuleTraits: Sendable {
  let grade: Grade
  let topicAlone: TopicAlone
  let ceiling: Rung
  let pastCounts: Bool
  let hasAct: Bool
  let hasWith: Bool
  /// True when a measure in the unit can be the act.
  var isMeasured: Bool { measuring != 0 }
  /// Indices of the requirements whose acts bring the topic with them.
  let topicSources: Set<Int32>
  /// Indices of the requirements that a passage belongs to first.
  let yieldsTo: Set<Int32>
  private let lifting: UInt8
  private let measuring: UInt8

  /// The traits of a requirement; whether its acts and what has to stand beside it have patterns in the language.
  init(_ requirement: Requirement, hasAct: Bool, hasWith: Bool, among all: [Requirement]) {
    topicSources = Self.named(requirement.topicBy, besides: requirement, all)
    yieldsTo = Self.named(requirement.yieldsTo, besides: requirement, all)
    grade = requirement.grade
    topicAlone = requirement.topicAlone
    ceiling = requirement.ceiling
    pastCounts = requirement.pastCounts
    measuring = requirement.measuredBy.reduce(0) { $0 | Self.bit($1) }
    self.hasAct = hasAct || measuring != 0
    self.hasWith = hasWith
    lifting = requirement.liftedBy.reduce(0) { $0 | Self.bit($1) }
  }

  /// The requirements whose ids are among the names or begin with one.
  private static func named(
    _ names: [String], besides requirement: Requirement, _ all: [Requirement]
  ) -> Set<Int32> {
    guard !names.isEmpty else { return [] }
    let beginnings = names.map { Array($0.utf8) }
    return Set(
      all.indices.filter { index in
        let id = all[index].id.utf8
        return all[index].id != requirement.id
          && beginnings.contains { beginning in
            id.starts(with: beginning)
              && (id.count == beginning.count || id.dropFirst(beginning.count).first == 0x2E)
          }
      }.map(Int32.init))
  }

  /// True when the measure makes a commitment resourced.
  func isLifted(by marker: Marker) -> Bool { lifting & Self.bit(marker) != 0 }

  /// True when the measure is the act that the requirement asks for.
  func isMeasured(by marker: Marker) -> Bool { measuring & Self.bit(marker) != 0 }

  private static func bit(_ marker: Marker) -> UInt8 {
    switch marker {
    case .amount: 1
    case .date: 2
    case .baseline: 4
    case .target: 8
    case .indicator: 16
    case .owner: 32
    }
  }
}

internal import RuleSets

/// Which of several requirements a passage belongs to.
extension JudgingPass {
  /// Takes out what belongs to another requirement: "the council's seats were filled" for a rule of seats, where the
  /// same passage counts for the rule of councils to which that one yields.
  ///
  /// What yields itself takes nothing from others; where two yield to each other both stay.
  func leaveToOthers(from start: Int, in judgement: inout Judgement) {
    guard judgement.evidence.count > start + 1,
      judgement.evidence[start...].contains(where: { !traits[$0.requirement].yieldsTo.isEmpty })
    else { return }
    var open = Array(judgement.evidence[start...])
    judgement.evidence.removeSubrange(start...)
    while !open.isEmpty {
      let settled = open.filter { one in
        !open.contains { traits[one.requirement].yieldsTo.contains(Int32($0.requirement)) }
      }
      guard !settled.isEmpty else { break }
      judgement.evidence += settled
      let winners = Set(settled.map { Int32($0.requirement) })
      open.removeAll { winners.contains(Int32($0.requirement)) }
      let lost = open.filter { !traits[$0.requirement].yieldsTo.isDisjoint(with: winners) }
      guard !lost.isEmpty else { continue }
      open.removeAll { !traits[$0.requirement].yieldsTo.isDisjoint(with: winners) }
      for evidence in lost {
        judgement.rejections.append(
          Rejection(
            requirement: evidence.requirement, unit: evidence.unit, span: evidence.span,
            language: evidence.language, wouldBe: evidence.rung, cause: .yielded,
            reasons: evidence.reasons + [Reason(.yielded, evidence.span)]))
      }
    }
    judgement.evidence += open
    judgement.evidence[start...].sort { $0.requirement < $1.requirement }
  }
}

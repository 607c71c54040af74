internal import RuleSets

/// How the evidence found compares with the labels, for one group of requirements and documents.
package struct Score: Sendable {
  /// Passages found that are labelled; a second quotation of one already found counts neither way.
  package var right = 0
  /// Passages found that are not labelled for the requirement.
  package var wrong = 0
  /// Labels that were found, and that were not. Counted apart from `right`, since one long quotation may
  /// cover several units.
  package var found = 0
  package var missed = 0
  /// Pairs of labelled and found rung, `[labelled][found]` by raw value.
  package var rungs = [[Int]](
    repeating: [Int](repeating: 0, count: Rung.allCases.count), count: Rung.allCases.count)
  package var documents = DocumentScore()
  package var traps = TrapScore()

  package init() {}

  package var precision: Rate { Rate(right, of: right + wrong) }
  package var recall: Rate { Rate(found, of: found + missed) }
  /// The harmonic mean of precision and recall.
  package var f1: Double {
    let sum = precision.value + recall.value
    return sum == 0 ? 0 : 2 * precision.value * recall.value / sum
  }
  package var exactRung: Rate { rungs(within: 0) }
  package var nearRung: Rate { rungs(within: 1) }

  private func rungs(within distance: Int) -> Rate {
    var rate = Rate(0, of: 0)
    for (labelled, row) in rungs.enumerated() {
      for (found, count) in row.enumerated() {
        rate.whole += count
        if abs(labelled - found) <= distance { rate.part += count }
      }
    }
    return rate
  }

  package static func += (lhs: inout Score, rhs: Score) {
    lhs.right += rhs.right
    lhs.wrong += rhs.wrong
    lhs.found += rhs.found
    lhs.missed += rhs.missed
    for row in lhs.rungs.indices {
      for column in lhs.rungs[row].indices { lhs.rungs[row][column] += rhs.rungs[row][column] }
    }
    lhs.documents += rhs.documents
    lhs.traps += rhs.traps
  }
}

/// How documents stand with requirements, as labelled and as found: the highest rung of each pair.
package struct DocumentScore: Sendable {
  package var exact = Rate(0, of: 0)
  package var near = Rate(0, of: 0)
  /// Pairs labelled below the floor that were found to be met.
  package var falseCovered = Rate(0, of: 0)
  /// Those of them that a report shows: the requirement applies to documents of the kind.
  package var shownFalseCovered = Rate(0, of: 0)
  /// Pairs labelled as met that were found below the floor.
  package var falseGap = Rate(0, of: 0)

  package init() {}

  /// Counts one pair; `applies` says that the requirement is asked of documents of the kind.
  mutating func add(labelled: Rung, found: Rung, floor: Rung, applies: Bool) {
    exact.whole += 1
    near.whole += 1
    if labelled == found { exact.part += 1 }
    if abs(labelled.rawValue - found.rawValue) <= 1 { near.part += 1 }
    if labelled < floor {
      let isMet = Rate(found >= floor ? 1 : 0, of: 1)
      falseCovered += isMet
      if applies { shownFalseCovered += isMet }
    } else {
      falseGap.whole += 1
      if found < floor { falseGap.part += 1 }
    }
  }

  static func += (lhs: inout DocumentScore, rhs: DocumentScore) {
    lhs.exact += rhs.exact
    lhs.near += rhs.near
    lhs.falseCovered += rhs.falseCovered
    lhs.shownFalseCovered += rhs.shownFalseCovered
    lhs.falseGap += rhs.falseGap
  }
}

/// Sentences that tempt: how many were taken for evidence.
package struct TrapScore: Sendable {
  package var hit = Rate(0, of: 0)
  /// Hits at or above the requirement's floor.
  package var hitAtFloor = Rate(0, of: 0)
  /// Findings that fell for a requirement that the label warns of.
  package var tempted = 0

  package init() {}

  static func += (lhs: inout TrapScore, rhs: TrapScore) {
    lhs.hit += rhs.hit
    lhs.hitAtFloor += rhs.hitAtFloor
    lhs.tempted += rhs.tempted
  }
}

extension Rate {
  static func += (lhs: inout Rate, rhs: Rate) {
    lhs.part += rhs.part
    lhs.whole += rhs.whole
  }
}

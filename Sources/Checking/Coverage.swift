package import Judging
package import RuleSets
package import SourceText

/// How one document stands with one requirement.
package struct CoverageCell: Sendable {
  /// Why a requirement is not met.
  package enum Gap: String, Sendable, CaseIterable {
    /// Nothing was found.
    case absent
    /// Something was found, below the floor.
    case tooWeak = "too-weak"
    /// The document says the opposite.
    case contradicted
    /// Only template text or boilerplate speaks of it.
    case templateOnly = "template-only"

    package var title: LocalizedText {
      switch self {
      case .absent: LocalizedText(english: "not found", french: "non trouvé")
      case .tooWeak: LocalizedText(english: "too weak", french: "trop faible")
      case .contradicted: LocalizedText(english: "contradicted", french: "contredit")
      case .templateOnly:
        LocalizedText(english: "template text only", french: "texte de gabarit seulement")
      }
    }
  }

  /// Index in the report's requirements.
  package var requirement: Int
  /// The highest rung found.
  package var rung: Rung
  /// The lowest rung that would do, for this kind of document.
  package var floor: Rung
  /// Index in the document's evidence of the passage that earned the rung; `nil` when absent.
  package var best: Int?
  /// Index in the document's rejections of the one closest to counting; `nil` when there is none.
  package var nearest: Int?
  /// `nil` when the requirement is met, or is for a person to judge.
  package var gap: Gap?

  package init(
    requirement: Int, rung: Rung, floor: Rung, best: Int?, nearest: Int?, gap: Gap?
  ) {
    self.requirement = requirement
    self.rung = rung
    self.floor = floor
    self.best = best
    self.nearest = nearest
    self.gap = gap
  }

  package var isMet: Bool { rung >= floor }
}

extension CoverageCell {
  /// Sets each applicable requirement against the passages found: the highest rung wins, the earliest
  /// passage among equals; no averaging, no adding up.
  ///
  /// `floors` are those that differ from the rules' own, by index of requirement.
  package static func cells(
    of judgement: Judgement, applicable: [Int], rules: CompiledRules, kind: DocumentKind,
    floors: [Int: Rung] = [:]
  ) -> [CoverageCell] {
    var best: [Int: Int] = [:]
    for (index, evidence) in judgement.evidence.enumerated() {
      if let other = best[evidence.requirement],
        judgement.evidence[other].rung >= evidence.rung
      {
        continue
      }
      best[evidence.requirement] = index
    }
    var nearest: [Int: Int] = [:]
    for (index, rejection) in judgement.rejections.enumerated() {
      if let other = nearest[rejection.requirement],
        priority(judgement.rejections[other]) >= priority(rejection)
      {
        continue
      }
      nearest[rejection.requirement] = index
    }
    return applicable.map { index in
      let requirement = rules.requirements[index]
      let rung = best[index].map { judgement.evidence[$0].rung } ?? .absent
      let floor = floors[index] ?? requirement.floor[kind]
      var gap: Gap?
      if rung < floor, !requirement.judgedByPerson {
        let cause = nearest[index].map { judgement.rejections[$0].cause }
        switch cause {
        case .negation?: gap = .contradicted
        case .templateSection?, .placeholder?: gap = rung == .absent ? .templateOnly : .tooWeak
        default: gap = rung == .absent ? .absent : .tooWeak
        }
      }
      return CoverageCell(
        requirement: index, rung: rung, floor: floor, best: best[index], nearest: nearest[index],
        gap: gap)
    }
  }

  /// A denial says most about a gap, then template text, then the other causes.
  private static func priority(_ rejection: Rejection) -> Int {
    switch rejection.cause {
    case .negation: 3
    case .templateSection, .placeholder: 2
    case .noAct, .repetition, .outweighed: 0
    default: 1
    }
  }
}

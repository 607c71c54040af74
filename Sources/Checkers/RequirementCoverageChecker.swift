package import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// Reports each requirement that a policy does not meet, with the best passage found.
///
/// **What it finds.** A requirement whose highest rung in the document is below its floor for that kind of
/// document; and, for requirements that only a person can judge, the passages to look at.
///
/// **Why it matters.** What a plan does not promise firmly, nobody will do, and a later action plan has to
/// add it.
///
/// **Example.** "Women's participation is essential to lasting peace."
///
/// **What to write instead.** Who will do what by when, with what money, measured how; the requirement's
/// own advice says it for the case.
package struct RequirementCoverageChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for cell in context.coverage {
      let requirement = context.rules.requirements[cell.requirement]
      if requirement.judgedByPerson {
        if let best = cell.best {
          findings.append(question(context, requirement, context.judgement.evidence[best]))
        }
        continue
      }
      guard let gap = cell.gap else { continue }
      findings.append(finding(context, requirement, cell, gap))
    }
    return findings
  }

  private func finding(
    _ context: CheckContext, _ requirement: Requirement, _ cell: CoverageCell,
    _ gap: CoverageCell.Gap
  ) -> Finding {
    var place: FindingPlace?
    if gap == .contradicted || gap == .templateOnly, let nearest = cell.nearest {
      let rejection = context.judgement.rejections[nearest]
      place = context.place(ofTextRange: rejection.span.range, language: rejection.language)
    } else if let best = cell.best {
      let evidence = context.judgement.evidence[best]
      place = context.place(ofTextRange: evidence.span.range, language: evidence.language)
    }
    return Finding(
      checker: Self.declared.id, kind: gap.rawValue,
      level: Self.declared.kind(gap.rawValue)?.level ?? .ask, requirement: requirement.id,
      arguments: [
        "title": .localized(requirement.title), "rung": .rung(cell.rung),
        "floor": .rung(cell.floor), "advice": .localized(requirement.advice),
      ],
      place: place, path: context.profile.path)
  }

  private func question(
    _ context: CheckContext, _ requirement: Requirement, _ evidence: Evidence
  ) -> Finding {
    Finding(
      checker: Self.declared.id, kind: "question", level: .ask, requirement: requirement.id,
      arguments: [
        "title": .localized(requirement.title), "asks": .localized(requirement.asks),
      ],
      place: context.place(ofTextRange: evidence.span.range, language: evidence.language),
      path: context.profile.path)
  }

  private static let declared = CheckerDescription(
    id: "requirement-coverage", version: "1.0.0", scope: .document,
    needs: [.evidence],
    title: LocalizedText(english: "Requirement coverage", french: "Couverture des exigences"),
    rationale: LocalizedText(
      english:
        "Sets what the plan says against each requirement that applies to it. The highest rung "
        + "in the document wins. A gap means that nothing firm enough was found in the passages read, "
        + "not that the department does nothing.",
      french:
        "Met ce que dit le plan en regard de chaque exigence qui s’y applique. L’échelon le plus "
        + "élevé du document l’emporte. Une lacune veut dire que rien d’assez ferme n’a été trouvé dans "
        + "les passages lus, et non que le ministère ne fait rien."),
    findings: [
      FindingKind(
        id: "absent", level: .ask,
        message: LocalizedText(
          english: "{title}: not found in the passages read; at least {floor} is expected",
          french: "{title} : non trouvé dans les passages lus; au moins {floor} est attendu"),
        help: LocalizedText(english: "{advice}", french: "{advice}")),
      FindingKind(
        id: "too-weak", level: .ask,
        message: LocalizedText(
          english: "{title}: the firmest passage is {rung}; at least {floor} is expected",
          french: "{title} : le passage le plus ferme est {rung}; au moins {floor} est attendu"),
        help: LocalizedText(english: "{advice}", french: "{advice}")),
      FindingKind(
        id: "contradicted", level: .ask,
        message: LocalizedText(
          english: "{title}: the plan says the opposite; at least {floor} is expected",
          french: "{title} : le plan dit le contraire; au moins {floor} est attendu"),
        help: LocalizedText(english: "{advice}", french: "{advice}")),
      FindingKind(
        id: "template-only", level: .ask,
        message: LocalizedText(
          english: "{title}: only template text speaks of it; at least {floor} is expected",
          french: "{title} : seul du texte de gabarit en parle; au moins {floor} est attendu"),
        help: LocalizedText(english: "{advice}", french: "{advice}")),
      FindingKind(
        id: "question", level: .ask,
        message: LocalizedText(
          english: "{title}: for a person to judge", french: "{title} : à juger par une personne"),
        help: LocalizedText(
          english: "read the passage and ask: {asks}",
          french: "lire le passage et se demander : {asks}")),
    ])
}

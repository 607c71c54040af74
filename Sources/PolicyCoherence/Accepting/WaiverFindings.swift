internal import Checking
internal import SourceText

/// Findings about waivers themselves: a waiver that has run out, that covers nothing, or that is not
/// complete.
enum WaiverFindings {
  static let description = CheckerDescription(
    id: "waivers", version: "1.0.0", scope: .corpus, needs: [.blocks],
    title: LocalizedText("Waivers", "Dispenses"),
    rationale: LocalizedText(
      "A waiver keeps a finding from counting, for a time, with a reason and somebody who answers for it. "
        + "One that has run out, that covers nothing any more or that lacks one of these is told of, so "
        + "that none stays behind unseen.",
      "Une dispense empêche un constat de compter, pour un temps, avec un motif et une personne qui en "
        + "répond. Celle qui est échue, qui ne couvre plus rien ou à qui il manque l’un de ces éléments "
        + "est signalée, afin qu’aucune ne reste oubliée."),
    findings: [
      FindingKind(
        id: "expired", level: .fix,
        message: LocalizedText(
          "the waiver of {targets} ran out on {day}", "la dispense de {targets} a pris fin le {day}"
        ),
        help: LocalizedText(
          "settle what it covered, or have {owner} renew it",
          "réglez ce qu’elle couvrait, ou faites-la renouveler par {owner}")),
      FindingKind(
        id: "unused", level: .ask,
        message: LocalizedText(
          "the waiver of {targets} covers no finding",
          "la dispense de {targets} ne couvre aucun constat"),
        help: LocalizedText("remove it", "supprimez-la")),
      FindingKind(
        id: "incomplete", level: .fix,
        message: LocalizedText(
          "the waiver does not hold: {problems}", "la dispense ne vaut pas : {problems}"),
        help: LocalizedText(
          "write 'coherence: waive ID; owner: NAME; until: 2027-03-31; reason: WORDS'",
          "écrivez « coherence: waive ID; owner: NOM; until: 2027-03-31; reason: MOTIF »")),
    ])

  static func expired(_ waiver: Waiver) -> Finding {
    finding("expired", about: waiver)
  }

  static func unused(_ waiver: Waiver) -> Finding {
    finding("unused", about: waiver)
  }

  static func incomplete(_ problems: [LocalizedText], at place: FindingPlace) -> Finding {
    Finding(
      checker: description.id, kind: "incomplete", level: level("incomplete"),
      arguments: [
        "problems": .localized(
          LocalizedText(
            english: problems.map(\.english).joined(separator: "; "),
            french: problems.map(\.french).joined(separator: "; ")))
      ], place: place, path: place.path)
  }

  private static func finding(_ kind: String, about waiver: Waiver) -> Finding {
    Finding(
      checker: description.id, kind: kind, level: level(kind),
      arguments: [
        "targets": .text(waiver.targets.joined(separator: ", ")),
        "day": .text(waiver.expires.description), "owner": .text(waiver.owner),
      ], place: waiver.place, path: waiver.place.path)
  }

  private static func level(_ kind: String) -> Level { description.kind(kind)?.level ?? .ask }
}

internal import SourceText

/// The words of the map, in both languages.
enum MapWords {
  static let title = LocalizedText("Who works towards what", "Qui travaille à quoi")
  static let goals = LocalizedText("From the goal: who acts", "À partir du but : qui agit")
  static let goalsNote = LocalizedText(
    "Each cell is the firmest passage of the document. What is not found here may stand in a document "
      + "that was not given.",
    "Chaque case est le passage le plus ferme du document. Ce qui n’est pas trouvé ici peut figurer dans un "
      + "document qui n’a pas été fourni.")
  static let actions = LocalizedText("From the action: which goal", "À partir de l’acte : quel but")
  static let orphans = LocalizedText(
    "Goals that nobody commits to in these documents",
    "Buts auxquels personne ne s’engage dans ces documents")
  static let unowned = LocalizedText(
    "Goals that only documents of the whole government commit to",
    "Buts auxquels seuls des documents de tout le gouvernement s’engagent")
  static let commitments = LocalizedText(
    "Commitments: who, by when, how measured, with what money",
    "Engagements : qui, pour quand, comment mesurés, avec quel argent")
  static let owner = LocalizedText("who", "qui")
  static let deadline = LocalizedText("by", "pour")
  static let measure = LocalizedText("number", "nombre")
  static let money = LocalizedText("money", "argent")
  static let lacking = LocalizedText("not said", "non dit")
  static let retrofits = LocalizedText(
    "Actions tied to very many goals", "Actes rattachés à un très grand nombre de buts")
  static let unlinked = LocalizedText(
    "Actions that serve no goal asked for", "Actes qui ne servent aucun but demandé")
  static let together = LocalizedText("What belongs together", "Ce qui va ensemble")
  static let missing = LocalizedText(
    "Expected and not found in these documents", "Attendus et non trouvés dans ces documents")
  static let inferred = LocalizedText("inferred", "déduit")
  static let stated = LocalizedText("stated", "indiqué")
  static let versions = LocalizedText("two languages", "deux langues")
  static let editions = LocalizedText("two editions", "deux éditions")

  static func counts(orphans: Int, unowned: Int, actions: Int, unlinked: Int) -> LocalizedText {
    LocalizedText(
      "\(orphans) goals nobody commits to · \(unowned) without an owner · \(actions) actions, "
        + "\(unlinked) of them without a goal",
      "\(orphans) buts sans engagement · \(unowned) sans responsable · \(actions) actes, dont "
        + "\(unlinked) sans but")
  }

  static func more(_ count: Int) -> LocalizedText {
    LocalizedText("… and \(count) more", "… et \(count) de plus")
  }
}

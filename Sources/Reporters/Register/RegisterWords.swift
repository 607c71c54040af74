internal import Checking
internal import SourceText

/// The words of the register, in both languages.
enum RegisterWords {
  static let title = LocalizedText("Register of gaps", "Registre des lacunes")
  static let ranking = LocalizedText(
    "Ranked by the requirement’s weight (5 is the heaviest), then by the number of plans with the gap, then by "
      + "the requirement’s id; a plan in two languages counts once. Within a requirement: contradicted, "
      + "template text only, not found, too weak.",
    "Classement : poids de l’exigence (5 est le plus lourd), puis nombre de plans où se trouve la lacune, puis "
      + "code de l’exigence; un plan en deux langues compte une fois. Pour une même exigence : contredit, "
      + "texte de gabarit seulement, non trouvé, trop faible.")
  static let proposal = LocalizedText(
    "The owner is a proposal: the department whose plan has the gap, with the position or branch that its "
      + "passage names. People decide.",
    "Le responsable est une proposition : le ministère dont le plan présente la lacune, avec le poste ou la "
      + "direction que nomme le passage. La décision revient aux personnes.")
  static let unownedHeading = LocalizedText(
    "Goals that nobody owns", "Buts sans responsable")
  static let unownedNote = LocalizedText(
    "No plan promises an act for these: at best they are mentioned or intended.",
    "Aucun plan ne promet d’acte à leur sujet : au mieux, ils sont mentionnés ou projetés.")
  static let unownedActsHeading = LocalizedText(
    "Acts of the national plan that nobody owns", "Actes du plan national sans responsable")
  static let unownedActsNote = LocalizedText(
    "No department is named for these, and no plan read takes them up.",
    "Aucun ministère n’est nommé pour eux, et aucun plan lu ne les reprend.")
  static let promisedHeading = LocalizedText(
    "Promised, but firmly enough in no plan", "Promis, mais assez fermement dans aucun plan")
  static let metByAllHeading = LocalizedText(
    "Requirements that every plan meets", "Exigences que tous les plans satisfont")
  static let gapsHeading = LocalizedText(
    "Gaps by requirement", "Lacunes par exigence")
  static let none = LocalizedText("None.", "Aucune.")
  static let nobody = LocalizedText("nobody yet", "personne encore")
  static let closest = LocalizedText("Comes closest", "Le plus proche")
  static let requirement = LocalizedText("Requirement", "Exigence")
  static let weight = LocalizedText("Weight", "Poids")
  static let department = LocalizedText("Department", "Ministère")
  static let document = LocalizedText("Document", "Document")
  static let found = LocalizedText("Found", "Trouvé")
  static let needed = LocalizedText("Needed", "Requis")
  static let gap = LocalizedText("Gap", "Lacune")
  static let passage = LocalizedText("Passage and place", "Passage et endroit")
  static let owner = LocalizedText("Proposed owner", "Responsable proposé")
  static let toClose = LocalizedText("What would close it", "Ce qui la comblerait")
  static let asks = LocalizedText("Asks", "Demande")
  static let asked = LocalizedText("Asked of", "Demandé à")
  static let atBest = LocalizedText("At best", "Au mieux")
  static let rank = LocalizedText("Rank", "Rang")
  static let promisedNote = LocalizedText(
    "Some plan promises an act for these, but none as firmly as its kind of document is asked to.",
    "Au moins un plan promet un acte à leur sujet, mais aucun aussi fermement qu’on le demande à ce genre de "
      + "document.")
  static let noDepartment = LocalizedText(
    "no department is known for the document", "aucun ministère n’est connu pour ce document")

  static func gapsTable(_ rank: Int, _ title: LocalizedText) -> LocalizedText {
    LocalizedText(
      "Plans with gap \(rank): \(title)", "Plans où se trouve la lacune \(rank) : \(title)")
  }

  static func plans(_ gaps: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      english: "gap in \(gaps) of \(all) \(all == 1 ? "plan" : "plans")",
      french: "lacune dans \(gaps) \(all < 2 ? "plan" : "plans") sur \(all)")
  }

  static func plansAsked(_ number: Int) -> LocalizedText {
    let plans = CountedMessages.plans(number)
    return LocalizedText("asked of \(plans)", "demandé à \(plans)")
  }
}

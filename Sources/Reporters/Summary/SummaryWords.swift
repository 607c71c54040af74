internal import Checking
internal import RuleSets
internal import SourceText

/// The words of the summary, in both languages.
enum SummaryWords {
  static let title = LocalizedText("Coherence summary", "Sommaire de cohérence")
  static let titleReleasable = LocalizedText(
    "Coherence summary – version for release", "Sommaire de cohérence – version publique")
  static let noRanking = LocalizedText(
    "This version ranks no department; partners stand in alphabetical order.",
    "La présente version ne classe aucun ministère; les partenaires y figurent par ordre alphabétique."
  )
  static let bottomLine = LocalizedText("Bottom line", "L’essentiel")
  static let changes = LocalizedText(
    "What changed since the last summary", "Ce qui a changé depuis le dernier sommaire")
  static let noEarlier = LocalizedText(
    "No earlier summary was given to compare with.",
    "Aucun sommaire antérieur n’a été fourni pour comparaison.")
  static let gaps = LocalizedText("Gaps that matter", "Lacunes importantes")
  static let gapsRule = LocalizedText(
    "the heaviest first, then those most plans lack; at most two of one principle",
    "les plus lourdes d’abord, puis celles de la plupart des plans; au plus deux d’un même principe"
  )
  static let nextStepsCaption = LocalizedText(
    "What to do, who could do it, by when", "Que faire, qui pourrait le faire, pour quand")
  static let contradictions = LocalizedText(
    "Contradictions and open points to settle before release",
    "Contradictions et points à régler avant publication")
  static let strengths = LocalizedText("Strengths to repeat", "Points forts à répéter")
  static let openings = LocalizedText("Openings", "Ouvertures")
  static let openingsNote = LocalizedText(
    "These plans already act on a principle of the agenda without naming it in the passages that count:",
    "Ces plans agissent déjà selon un principe du programme sans le nommer dans les passages qui comptent :"
  )
  static let limits = LocalizedText("Confidence and limits", "Confiance et limites")
  static let nextSteps = LocalizedText("Next steps", "Prochaines étapes")
  static let annexDocuments = LocalizedText(
    "Annex A: documents read", "Annexe A : documents lus")
  static let annexMaps = LocalizedText(
    "Annex B: every requirement by partner", "Annexe B : chaque exigence par partenaire")
  static let annexGraph = LocalizedText(
    "Annex C: which plan names which partner", "Annexe C : quel plan nomme quel partenaire")
  static let annexContradictions = LocalizedText(
    "Annex D: every contradiction and open point",
    "Annexe D : toutes les contradictions et tous les points")
  static let annexFindings = LocalizedText(
    "Annex E: every finding", "Annexe E : tous les constats")
  static let partner = LocalizedText("Partner", "Partenaire")
  static let gap = LocalizedText("Gap", "Lacune")
  static let found = LocalizedText("Closest sentence found", "Phrase trouvée la plus proche")
  static let satisfy = LocalizedText("What would satisfy it", "Ce qui y répondrait")
  static let owner = LocalizedText("Could own it; by when", "Responsable possible; échéance")
  static let action = LocalizedText("Action", "Mesure")
  static let ownerOnly = LocalizedText("Owner", "Responsable")
  static let date = LocalizedText("Date", "Date")
  static let toAgree = LocalizedText("date to be agreed", "date à convenir")
  static let toName = LocalizedText("to be named", "à désigner")
  static let none = LocalizedText("None found.", "Aucun constat de ce genre.")
  static let noneGaps = LocalizedText("No gap was found.", "Aucune lacune n’a été trouvée.")
  static let all = LocalizedText(
    "the partners that lack it", "les partenaires visés par la lacune")
  static let allDocuments = LocalizedText(
    "the authors of the documents that lack it", "les auteurs des documents visés par la lacune")

  static func authors(_ documents: String) -> LocalizedText {
    LocalizedText("the authors of \(documents)", "les auteurs de \(documents)")
  }

  static let metBy = LocalizedText("Already met by", "Déjà satisfait par")
  static let nothingFound = LocalizedText(
    "Nothing in the plans that lack it.", "Rien dans les plans où elle se trouve.")
  static let notAsked = LocalizedText("not asked", "non demandé")
  static let principleTable = LocalizedText(
    "Partners by principle", "Partenaires selon les principes")
  static let edition = LocalizedText("Kind and period", "Genre et période")
  static let languageHead = LocalizedText("Language", "Langue")
  static let fingerprint = LocalizedText("Fingerprint", "Empreinte")
  static let document = LocalizedText("Document", "Document")
  static let finding = LocalizedText("Finding", "Constat")
  static let passage = LocalizedText("Passage and place", "Passage et endroit")
  static let decision = LocalizedText("Decision and reviewer", "Décision et réviseur")
  static let open = LocalizedText("open", "ouvert")
  static let names = LocalizedText("names (passages)", "nomme (passages)")
  static let isNamedBy = LocalizedText("is named by (passages)", "est nommé par (passages)")
  static let nobody = LocalizedText("nobody", "personne")
  static let mentions = LocalizedText(
    "Which partner’s plan names which partner", "Quel plan de partenaire nomme quel partenaire")
  static let mentionsTable = LocalizedText(
    "The same as a table: who names whom", "La même chose en tableau : qui nomme qui")
  static let mentionsNote = LocalizedText(
    "Passages that name the other, in the language version with the most. † not named back.",
    "Passages qui nomment l’autre, dans la version linguistique qui en compte le plus. † sans réciproque."
  )
  static let heatMapLegend = LocalizedText(
    "· absent, ○ mention, ◔ intent, ◑ commitment, ● resourced; ✓ reaches the floor; ✗ the plan says the "
      + "opposite; ≠ the language versions differ; blank: not asked of this kind of document.",
    "· absent, ○ mention, ◔ intention, ◑ engagement, ● doté; ✓ atteint le minimum; ✗ le plan dit le "
      + "contraire; ≠ les versions linguistiques diffèrent; vide : non demandé à ce genre de document."
  )
  static let limitsWords: [LocalizedText] = [
    LocalizedText(
      "Text shows what is written, not what is done. Absence here is not absence in the world; classified and "
        + "Cabinet documents are outside it.",
      "Le texte montre ce qui est écrit, non ce qui est fait. Une absence ici n’est pas une absence dans le "
        + "monde; les documents classifiés et ceux du Cabinet n’y figurent pas."),
    LocalizedText(
      "Wording that a template puts into every plan does not count, and the number of passages says nothing "
        + "of effort.",
      "Le texte qu’un gabarit met dans chaque plan ne compte pas, et le nombre de passages ne dit rien de "
        + "l’effort."),
    LocalizedText(
      "The rules read English and French with different rates of error; each quotation is in its own "
        + "language.",
      "Les règles lisent le français et l’anglais avec des taux d’erreur différents; chaque citation est dans "
        + "sa langue."),
    LocalizedText(
      "The tool proposes; people accept, dismiss or defer. Nothing here has been confirmed by a person.",
      "L’outil propose; des personnes acceptent, écartent ou reportent. Rien ici n’a été confirmé par une "
        + "personne."),
  ]

  // MARK: Sentences with values

  static func purpose(_ purpose: SummaryOptions.Purpose) -> LocalizedText {
    switch purpose {
    case .decision: LocalizedText("For decision", "Pour décision")
    case .information: LocalizedText("For information", "Pour information")
    }
  }

  static func partners(_ number: Int, areDepartments: Bool) -> LocalizedText {
    if areDepartments {
      return LocalizedText(
        "\(number) \(number == 1 ? "partner" : "partners")",
        "\(number) \(number < 2 ? "partenaire" : "partenaires")")
    }
    return CountedMessages.plans(number)
  }

  static func direction(
    _ partners: Int, areDepartments: Bool, asked: Int, all: Int, none: Int
  ) -> LocalizedText {
    let some = max(0, asked - all - none)
    let who = self.partners(partners, areDepartments: areDepartments)
    return LocalizedText(
      english:
        "The texts of \(who.english) were read against \(asked) requirements: \(all) "
        + "\(all == 1 ? "is" : "are") met by every plan asked, \(some) by some plans, and \(none) by none.",
      french:
        "Les textes de \(who.french) ont été lus au regard de \(asked) exigences\u{A0}: "
        + "\(all) satisfaite\(all < 2 ? "" : "s") par tous les plans visés, \(some) par certains plans et "
        + "\(none) par aucun.")
  }

  static func mostSerious(
    _ title: LocalizedText, gaps: Int, of all: Int, asks: LocalizedText, inEachLanguage: Bool
  ) -> LocalizedText {
    let asked = LocalizedText(english: clause(asks.english), french: clause(asks.french))
    return LocalizedText(
      english:
        "The most serious gap: \(gaps) of \(all) \(all == 1 ? "plan" : "plans") "
        + "\(gaps == 1 ? "does" : "do") not meet “\(title.english)” (\(asked.english))"
        + (inEachLanguage ? " in every language version read." : "."),
      french:
        "La lacune la plus importante\u{A0}: \(gaps) \(all < 2 ? "plan" : "plans") sur \(all) ne "
        + "\(gaps < 2 ? "satisfait" : "satisfont") pas «\u{A0}\(title.french)\u{A0}» (\(asked.french))"
        + (inEachLanguage ? " dans chaque version linguistique lue." : "."))
  }

  /// A sentence as a clause: a small first letter, no full stop.
  private static func clause(_ sentence: String) -> String {
    let body = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    return body.prefix(1).lowercased() + body.dropFirst()
  }

  /// A finding's phrase as the beginning of a sentence.
  static func capitalized(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(
      english: text.english.prefix(1).uppercased() + text.english.dropFirst(),
      french: text.french.prefix(1).uppercased() + text.french.dropFirst())
  }

  static func request(_ owner: LocalizedText, _ advice: LocalizedText, by: String?) -> LocalizedText
  {
    LocalizedText(
      english:
        "Request: agree with \(owner.english)\(by.map { ", by \($0)," } ?? "") on a text that does this: "
        + advice.english,
      french:
        "Demande\u{A0}: convenir avec \(owner.french)\(by.map { ", d’ici le \($0)" } ?? "") d’un texte qui "
        + "réponde à ceci\u{A0}: \(advice.french)")
  }

  static func wouldClose(_ advice: LocalizedText) -> LocalizedText {
    LocalizedText("What would close it: \(advice)", "Ce qui la comblerait : \(advice)")
  }

  static func plansLack(_ gaps: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      english: "lacking in \(gaps) of \(all) \(all == 1 ? "plan" : "plans")",
      french: "absent ou trop faible dans \(gaps) \(all < 2 ? "plan" : "plans") sur \(all)")
  }

  static func principleNote(isReleasable: Bool) -> LocalizedText {
    let first = LocalizedText(
      "The firmest rung that a partner’s plans reach under each principle",
      "L’échelon le plus ferme qu’atteignent les plans d’un partenaire sous chaque principe")
    if isReleasable {
      return LocalizedText(
        "\(first); one firm promise is enough for it. Blank: not found, or not asked.",
        "\(first); une promesse ferme suffit. Vide : non trouvé ou non demandé.")
    }
    return LocalizedText(
      "\(first); then how many of the requirements asked of it are met. Blank: not found, or not asked.",
      "\(first); puis combien des exigences qui lui sont adressées sont satisfaites. Vide : non trouvé ou "
        + "non demandé.")
  }

  static func metOf(_ met: Int, _ all: Int) -> LocalizedText {
    LocalizedText("\(met) of \(all) met", "\(met) sur \(all)")
  }

  static func versionsDiffer(
    _ title: LocalizedText, _ first: Rung, _ language: Language, _ second: Rung
  ) -> LocalizedText {
    let english = language == .english ? (first, second) : (second, first)
    return LocalizedText(
      english:
        "“\(title.english)”: \(english.0.title.english) in English, \(english.1.title.english) in French",
      french:
        "«\u{A0}\(title.french)\u{A0}»\u{A0}: \(english.0.title.french) en anglais, "
        + "\(english.1.title.french) en français")
  }

  static func heatMap(_ title: LocalizedText) -> LocalizedText {
    LocalizedText("\(title): rung by partner", "\(title) : échelon par partenaire")
  }

  static func sameAsTable(_ title: LocalizedText) -> LocalizedText {
    LocalizedText("\(title), as a table", "\(title), en tableau")
  }

  static func heatMapExplanation(requirements: Int, partners: Int, met: Int, all: Int)
    -> LocalizedText
  {
    LocalizedText(
      english:
        "A grid of \(requirements) \(requirements == 1 ? "requirement" : "requirements") by \(partners) "
        + "\(partners == 1 ? "partner" : "partners"); the darker a cell, the firmer the promise. "
        + "\(met) of \(all) cells reach their floor. The table below says the same.",
      french:
        "Une grille de \(requirements) \(requirements < 2 ? "exigence" : "exigences") par \(partners) "
        + "\(partners < 2 ? "partenaire" : "partenaires")\u{A0}; plus la case est foncée, plus la promesse est "
        + "ferme. \(met) cases sur \(all) atteignent le minimum. Le tableau ci-dessous dit la même chose."
    )
  }

  static func mentionsExplanation(partners: Int, edges: Int, oneWay: Int, unnamed: [String])
    -> LocalizedText
  {
    let list = unnamed.joined(separator: ", ")
    return LocalizedText(
      english:
        "\(partners) partners on a circle; an arrow runs from each plan to the partner that it names, thicker for "
        + "more passages, dashed where the other’s plan does not name it back. \(edges) arrows, \(oneWay) of "
        + "them one way." + (unnamed.isEmpty ? "" : " Named by nobody: \(list)."),
      french:
        "\(partners) partenaires sur un cercle\u{A0}; une flèche va de chaque plan au partenaire qu’il nomme, plus "
        + "épaisse s’il y a plus de passages, pointillée si l’autre plan ne le nomme pas en retour. \(edges) "
        + "flèches, dont \(oneWay) sans retour."
        + (unnamed.isEmpty ? "" : " Nommés par personne\u{A0}: \(list)."))
  }

  static func documents(_ read: Int, _ tool: String, _ rules: String) -> LocalizedText {
    let count = CountedMessages.documents(read)
    return LocalizedText(
      "\(count) read (annex A) · coherence \(tool) · rules: \(rules)",
      "\(count) lus (annexe A) · coherence \(tool) · règles : \(rules)")
  }

  static func missing(_ names: [String]) -> LocalizedText {
    let list = names.joined(separator: ", ")
    return LocalizedText("Expected and missing: \(list).", "Attendus et manquants : \(list).")
  }

  static func unread(_ number: Int) -> LocalizedText {
    LocalizedText(
      english:
        "\(number) \(number == 1 ? "problem" : "problems") with the input: part of it was not read.",
      french:
        "\(number) \(number < 2 ? "problème" : "problèmes") dans les données fournies\u{A0}: une partie n’a pas "
        + "été lue.")
  }

  static func oneLanguage(_ names: [String]) -> LocalizedText {
    let list = names.joined(separator: ", ")
    return LocalizedText(
      "Read in one language only: \(list).", "Lus dans une seule langue : \(list).")
  }

  static func inferred(_ number: Int) -> LocalizedText {
    LocalizedText(
      english:
        "For \(number) \(number == 1 ? "document" : "documents") the kind or language was inferred, not stated.",
      french:
        "Pour \(number) \(number < 2 ? "document" : "documents"), le genre ou la langue a été déduit et non "
        + "indiqué.")
  }

  static func more(_ number: Int) -> LocalizedText {
    LocalizedText(
      english: "\(number) more in annex D.", french: "\(number) de plus dans l’annexe D.")
  }

  static func cutFindings(_ shown: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      "The first \(shown) of \(all) findings; coherence check --format csv gives them all.",
      "Les \(shown) premiers de \(all) constats; coherence check --format csv les donne tous.")
  }

  static func findingsNote(_ number: Int) -> LocalizedText {
    LocalizedText(
      english:
        "\(number) \(number == 1 ? "finding" : "findings") for people to accept, dismiss with a reason, or defer.",
      french:
        "\(number) \(number < 2 ? "constat" : "constats") que des personnes peuvent accepter, écarter avec un "
        + "motif ou reporter.")
  }

  // MARK: Next steps

  static func settle(_ number: Int) -> LocalizedText {
    LocalizedText(
      english:
        number == 1
        ? "Settle the open point with those who wrote the texts."
        : "Settle the \(number) contradictions and open points with those who wrote the texts.",
      french:
        number < 2
        ? "Régler le point ouvert avec les auteurs des textes."
        : "Régler les \(number) contradictions et points ouverts avec les auteurs des textes."
    )
  }

  static func close(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(
      english: "Agree on a text that closes “\(title.english)”.",
      french: "Convenir d’un texte qui comble «\u{A0}\(title.french)\u{A0}».")
  }

  static let review = LocalizedText(
    "Accept, dismiss or defer the findings in the annex.",
    "Accepter, écarter ou reporter les constats de l’annexe.")

  static func askFor(_ names: [String]) -> LocalizedText {
    let list = names.joined(separator: ", ")
    return LocalizedText(
      "Ask for the missing plans: \(list).", "Demander les plans manquants : \(list).")
  }
}

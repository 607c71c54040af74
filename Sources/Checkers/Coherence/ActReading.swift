internal import Checking
internal import Facts

/// Whether a passage takes something on, or only speaks of it.
enum ActReading {
  /// True for a passage that promises, plans or lists something its author does.
  static func isAct(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    if here.isHeading || here.isTableHeader || waits(facts, unit) { return false }
    if here.isListItem || here.isRow { return true }
    if !here.flags.isDisjoint(with: [.binds, .intends]) { return true }
    return !facts.commitments(of: unit).isEmpty || facts.unit(unit, holds: owning)
  }

  /// True for a passage that counts on what somebody else is still to do.
  static func waits(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    if facts.begins(range, with: opening) { return true }
    return facts.unit(unit, holds: waiting) || helps(facts, unit) || leaves(facts, unit)
  }

  /// True for a part in what another leads: said of somebody who leads, or under a heading for such parts.
  private static func helps(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.unit(unit, holds: helping) { return true }
    let heading = Int(facts.units[unit].heading)
    return heading >= 0 && facts.unit(heading, holds: helpingHeadings)
  }

  /// Who leads is left open.
  private static let helping: Stretches = [
    "supporting role", "support role", "the lead organization", "the lead department",
    "the lead agency", "whoever leads", "whoever runs", "whoever is", "that leads it",
    "which leads it", "who leads it", "that will lead", "who will lead", "that takes the lead",
    "that is given it", "once a lead", "without leading", "not as lead", "do not lead it",
    "not lead this", "is not among our", "are not among our", "not one of our measures",
    "rôle d’appui", "rôle d'appui", "rôle de soutien", "l’organisation responsable",
    "l'organisation responsable", "le ministère responsable", "l’organisme responsable",
    "l'organisme responsable", "qui en aura la charge", "qui en sera charg", "qui en recevra",
    "qui la dirige", "qui le dirige", "qui dirigera", "sans en être responsable",
    "sans la diriger", "sans le diriger", "celui qui en", "celle qui en",
    "n’est pas au nombre", "n'est pas au nombre", "ne figure pas parmi nos",
  ]
  private static let helpingHeadings: Stretches = [
    "merely help", "only help", "where we help", "supporting role", "support role",
    "led by others", "led by other", "help to others", "support to others",
    "où nous aidons", "rôle d’appui", "rôle d'appui", "rôle de soutien", "appui aux autres",
    "dirigées par d’autres", "dirigées par d'autres", "menées par d’autres", "menées par d'autres",
  ]

  /// True for a sentence in the passive that only tells what the plan or the government at large will do.
  private static func leaves(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let promises = facts.commitments(of: unit)
    guard !facts.units[unit].isRow,
      promises.allSatisfy({ $0.actor == .none || $0.actor == .country })
    else { return false }
    if facts.unit(unit, holds: quoting) { return true }
    let heading = Int(facts.units[unit].heading)
    return !promises.isEmpty && heading >= 0
      && facts.begins(facts.units[heading].textRange, with: setting)
  }

  /// Somebody else's word is told.
  private static let quoting: Stretches = [
    "plan provides that", "plan provides for", "plan calls for", "plan foresees", "plan says that",
    "plan states that", "plan commits", "plan announces", "under the plan, a", "by the government",
    "by canada", "the government will", "the government plans", "plan prévoit", "plan annonce",
    "plan dit que", "plan veut que", "plan engage le canada", "par le gouvernement",
    "par le canada", "le gouvernement compte", "le gouvernement entend", "on prévoit",
  ]
  private static let setting = [
    "context", "background", "contexte", "mise en contexte", "toile de fond",
  ]

  private static let opening = [
    "once ", "when the ", "as soon as ", "should the ", "until ", "if the ", "lorsque ", "lorsqu",
    "une fois ", "dès que ", "quand ", "si le ", "si la ", "d'ici à ce que", "d’ici à ce que",
  ]
  private static let waiting: Stretches = [
    "look forward", "looks forward", "when it is in place", "when it exists", "once it is",
    "once it exists", "once the service", "once arrangements", "once funding", "once a ",
    "once it has", "once they",
    "once these", "once roles", "once responsib", "as soon as it", "when available",
    "would welcome", "not in our mandate", "outside our mandate", "not within our mandate",
    "no part in", "not our role", "is not responsible", "another department", "other partner",
    "hors de notre mandat", "ne relève pas", "pas de notre ressort", "autre ministère",
    "autre partenaire",
    "awaits", "is awaited", "follow this debate", "follows this debate", "is being debated",
    "are debated", "attend avec", "au courant des discussions", "quand il sera", "quand elle sera",
    "lorsqu'il sera", "lorsqu’il sera", "lorsqu'elle sera", "lorsqu’elle sera",
    "une fois qu", "une fois les", "une fois le ", "une fois la ", "dès qu'", "dès qu’",
    "suit le débat", "suit les débats", "accueillerait",
  ]

  /// Said in the present tense, and no less taken on for that.
  private static let owning: Stretches = [
    "responsible for", "answers for", "accountable for", "répond d", "is leading", "leads ",
    "we lead", "in charge of", "takes up", "carries out",
    "delivers", "manages", "runs ", "funds ", "supports ", "provides ", "offers ", "operates",
    "responsable d", "chargé d", "dirige ", "mène ", "exécute", "gère ", "finance ", "soutient ",
    "offre ", "fournit ", "exploite ", "assure ", "pilote", "prend en charge",
  ]
}

extension DocumentFacts {
  /// True when a stretch of the text begins with one of some pieces in small letters.
  func begins(_ range: Range<Int>, with pieces: [String]) -> Bool {
    pieces.contains { piece in
      let bytes = piece.utf8
      guard range.count >= bytes.count else { return false }
      return zip(text[range], bytes).allSatisfy { one, two in
        (one >= 0x41 && one <= 0x5A ? one | 0x20 : one) == two
      }
    }
  }
}

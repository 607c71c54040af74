package import SourceText

/// What the ending of a word says about its tense, where the word is known to be a verb or may be one.
///
/// Endings only, no dictionary: the judge asks about words that a rule names as an act, or looks for the
/// French future, whose endings are nearly unmistakable.
package enum VerbForm {
  case base
  case presentThirdPerson
  case past
  case gerund
  case future
  case conditional
  case imperfect
  case participle
  case noun
  case other

  /// The form of a word in small letters, accents kept.
  package static func of(_ word: [UInt8], _ language: Language) -> VerbForm {
    switch language {
    case .english: english(word)
    case .french: french(word)
    }
  }

  private static func english(_ word: [UInt8]) -> VerbForm {
    if irregularPast.contains(String(decoding: word, as: UTF8.self)) { return .past }
    if ends(word, "ing"), word.count > 5 { return .gerund }
    if ends(word, "ed"), word.count > 4 { return .past }
    for suffix in ["tion", "ment", "ance", "ence", "sion", "ure", "ship", "ity"]
    where ends(word, suffix) && word.count > suffix.utf8.count + 2 && !verbsLikeNouns(word) {
      return .noun
    }
    if ends(word, "s"), !ends(word, "ss"), !ends(word, "us") { return .presentThirdPerson }
    return .base
  }

  private static func verbsLikeNouns(_ word: [UInt8]) -> Bool {
    [
      "implement", "document", "measure", "ensure", "secure", "supplement", "complement", "finance",
      "advance", "mention", "structure", "balance", "influence", "reference",
    ].contains(String(decoding: word, as: UTF8.self))
  }

  private static let irregularPast: Set<String> = [
    "met", "held", "gave", "spoke", "took", "wrote", "heard", "found", "saw", "taught", "built",
    "brought", "paid", "led", "made", "went", "sent", "ran", "began", "told", "kept", "said",
    "learnt", "spent", "grew", "fell", "rose", "came", "sat", "won", "lost", "chose", "shown",
    "given", "taken", "written", "spoken", "chosen", "begun", "seen", "got", "thought", "bought",
    "caught", "drew", "drawn", "fed", "felt", "fought", "hid", "knew", "known", "laid", "lent",
    "left",
    "meant", "rang", "sank", "sold", "shook", "sought", "stood", "swore", "threw", "understood",
    "withdrew", "withdrawn", "oversaw", "undertook", "undertaken", "became", "broke", "broken",
    "bore",
    "dealt", "flew", "flown", "froze", "hung", "rode", "struck", "swept", "taught", "tore", "wore",
    "dug", "lit", "borne", "drove", "driven", "ate", "slept", "woke",
  ]

  private static func french(_ word: [UInt8]) -> VerbForm {
    if let tense = frenchTense(word) { return tense }
    for suffix in ["tion", "ment", "ance", "ence", "sion", "age", "ure"]
    where ends(word, suffix) && word.count > suffix.utf8.count + 2 {
      return .noun
    }
    if ends(word, "aient") || (ends(word, "ait") && word.count > 4) || ends(word, "èrent") {
      return .imperfect
    }
    for suffix in ["é", "ée", "és", "ées"] where ends(word, suffix) { return .participle }
    for suffix in ["er", "ir", "re"] where ends(word, suffix) && word.count > 3 { return .base }
    return .other
  }

  /// True for a word in small letters that is a French infinitive and no noun with the same ending.
  static func isFrenchInfinitive(_ word: [UInt8]) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    if ends(word, "er") { return word.count > 4 && !nounsInEr.contains(text) }
    if ends(word, "ir") { return word.count > 4 && !nounsInIr.contains(text) }
    return verbsInRe.contains { text.hasSuffix($0) }
  }

  private static let nounsInEr: Set<String> = [
    "dossier", "cahier", "atelier", "courrier", "papier", "chantier", "métier", "premier",
    "dernier", "conseiller", "officier", "policier", "infirmier", "calendrier", "fichier",
    "quartier", "foyer", "loyer", "hiver", "financier", "particulier", "régulier", "entier",
    "sentier", "grenier", "janvier", "février", "leader", "danger", "étranger", "berger",
  ]
  private static let nounsInIr: Set<String> = [
    "avenir", "loisir", "plaisir", "souvenir", "désir", "pouvoir", "savoir", "devoir", "espoir",
    "couloir", "trottoir", "miroir", "rasoir",
  ]
  private static let verbsInRe: Set<String> = [
    "mettre", "rendre", "prendre", "suivre", "faire", "struire", "duire", "scrire", "tendre",
    "conclure", "inclure", "répondre", "attendre", "joindre", "soustraire", "élire", "défendre",
    "entendre", "poursuivre", "battre",
  ]

  /// `.future` or `.conditional` for a French word, in small letters with its accents, that has its ending;
  /// `nil` for all others.
  package static func frenchTense(_ word: [UInt8]) -> VerbForm? {
    guard word.count > 4 else {
      return ends(word, "ra") && shortFutures.contains(String(decoding: word, as: UTF8.self))
        ? .future : nil
    }
    guard let (ending, form) = tenses.first(where: { ends(word, $0.0) }) else { return nil }
    return isInfinitive(word.dropLast(ending.utf8.count - 1)) ? form : nil
  }

  /// Futures too short to be told by their ending.
  private static let shortFutures: Set<String> = ["fera", "sera", "aura", "ira", "dira", "lira"]

  /// Endings of the future and the conditional; each begins with the infinitive's r.
  private static let tenses: [(String, VerbForm)] = [
    ("raient", .conditional), ("rait", .conditional), ("rions", .conditional), ("ront", .future),
    ("rons", .future), ("rai", .future), ("ra", .future),
  ]

  /// True for what stands before the ending of a future, up to its r: the infinitive, without the -e of -re.
  ///
  /// The past and the present of verbs in -rer end alike (« intégra », « nous assurons », « montrait »), and
  /// so do nouns (« opéra », « patrons »); before their r stands what no infinitive has there.
  private static func isInfinitive(_ stem: ArraySlice<UInt8>) -> Bool {
    guard stem.count >= 2 else { return false }
    let text = String(decoding: stem, as: UTF8.self)
    if verbsInRer.contains(text) { return false }
    let root = text.dropLast()
    guard let last = root.last else { return false }
    switch last {
    case "e", "i", "î", "d": return true
    // « courra », « verra », « acquerra »; « démarrons » is a present.
    case "r": return root.hasSuffix("our") || root.hasSuffix("ver") || root.hasSuffix("quer")
    case "u": return verbsInU.contains(text)
    case "c": return root.hasSuffix("inc")
    case "p": return root.hasSuffix("omp")
    case "t": return root.hasSuffix("tt") || root.hasSuffix("ît") || root.hasSuffix("ait")
    // « devra », « suivra », « pleuvra », « promouvra »; « œuvrons » is a present.
    case "v":
      return ["ev", "iv", "pleuv", "mouv"].contains { root.hasSuffix($0) }
    default: return false
    }
  }

  /// « aura », « saura », « conclura »: the others in -ura are pasts.
  private static let verbsInU: Set<String> = ["aur", "saur", "conclur", "inclur", "exclur"]

  /// Beginnings of verbs in -rer, and of nouns, that an infinitive in -ir, -re or -dre could have.
  private static let verbsInRer: Set<String> = [
    "tir", "retir", "attir", "étir", "soutir", "inspir", "aspir", "expir", "admir", "désir",
    "respir", "conspir", "transpir", "soupir", "déchir", "empir", "vir", "mir", "éclair", "flair",
    "livr", "délivr", "enivr", "sevr", "encadr", "engendr", "cadr", "recadr", "attr", "envir",
  ]

  static func ends(_ word: [UInt8], _ suffix: String) -> Bool {
    word.count >= suffix.utf8.count && word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}

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
    if word.count > 4 {
      let isConditional = ends(word, "rait") || ends(word, "raient") || ends(word, "rions")
      let isFuture =
        ends(word, "ra") || ends(word, "ront") || ends(word, "rons") || ends(word, "rai")
      if isConditional || isFuture,
        !frenchNotFuture.contains(String(decoding: word, as: UTF8.self))
      {
        return isConditional ? .conditional : .future
      }
    } else if ends(word, "ra"), shortFutures.contains(String(decoding: word, as: UTF8.self)) {
      return .future
    }
    for suffix in ["tion", "ment", "ance", "ence", "sion", "age", "ure"]
    where ends(word, suffix) && word.count > suffix.utf8.count + 2 {
      return .noun
    }
    if ends(word, "aient") || (ends(word, "ait") && word.count > 4) { return .imperfect }
    for suffix in ["é", "ée", "és", "ées"] where ends(word, suffix) { return .participle }
    for suffix in ["er", "ir", "re"] where ends(word, suffix) && word.count > 3 { return .base }
    return .other
  }

  /// Futures too short to be told by their ending.
  private static let shortFutures: Set<String> = ["fera", "sera", "aura", "ira", "dira", "lira"]

  /// Words with a future's ending that are none.
  private static let frenchNotFuture: Set<String> = [
    "opéra", "caméra", "extra", "contra", "sahara", "front", "affront", "environs", "environ",
    "patrons", "patron", "vrai", "délai", "essai", "portrait", "retrait", "extrait", "trait",
    "attrait", "terrain", "électrons", "accra", "para", "intra", "infra", "ultra", "tantra",
    "offrait", "ouvrait", "entrait", "montrait", "livrait", "rencontrait", "couvrait", "souffrait",
    "assurait", "durait", "figurait", "demeurait", "tirait", "opérait", "entraient", "montraient",
    "ouvraient", "rencontraient", "duraient", "figuraient", "demeuraient", "assuraient",
    "livraient", "souffraient", "offraient", "couvraient", "leurraient", "considérait",
    "libéra", "déclara", "prépara", "montra", "entra", "assura", "dura", "adhéra",
  ]

  static func ends(_ word: [UInt8], _ suffix: String) -> Bool {
    word.count >= suffix.utf8.count && word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}

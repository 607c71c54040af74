internal import Facts
internal import SourceText

/// Words by which a document says what its author runs or is after, in the present tense.
enum ServiceWords {
  private static let english = [
    "runs", "operates", "funds", "offers", "provides", "supports", "delivers", "maintains", "hosts",
    "leads", "manages", "finances", "pays", "trains", "helps", "serves", "sponsors", "employs",
    "administers", "brings", "gives", "sends", "invites", "teaches", "mentors", "awards", "equips",
    "welcomes", "connects", "places", "shelters", "coordinates", "oversees", "keeps", "run",
    "operate", "fund", "offer", "provide",
    "support", "deliver", "maintain", "host", "lead", "manage",
  ].map { Array($0.utf8) }
  private static let french = [
    "offre", "tient", "exploite", "gère", "appuie", "verse", "assure", "finance", "soutient",
    "fournit", "dirige", "mène", "administre", "coordonne", "organise", "accueille", "forme",
    "aide", "amène", "envoie", "invite", "remet", "enseigne", "héberge", "réunit", "entretient",
    "paie", "parraine", "offrent", "appuient", "soutenons", "offrons",
    "finançons", "gérons", "appuyons",
  ].map { Array($0.utf8) }
  private static let owners = [
    "department", "agency", "service", "we", "our", "organization", "ministry", "program",
    "programme", "branch", "ministère", "agence", "organisation", "direction", "nous", "canada",
    "grants", "initiative", "fellowship", "scholarship", "scholarships", "award", "prize", "course",
    "academy", "corps", "roster", "bourse", "bourses", "prix", "cours", "corps", "line", "fund",
    "network", "centre", "subventions", "fonds", "réseau",
    "ligne",
  ].map { Array($0.utf8) }
  private static let results = [
    "result", "indicator", "target", "outcome", "objective", "goal", "priorit", "commitment",
    "résultat", "indicateur", "cible", "objectif", "engagement", "program", "initiative",
  ].map { Array($0.utf8) }

  private static let agenda = [
    "survivor", "sexual", "feminis", "mother", "midwi", "widow", "female", "lgbt", "peacekeep",
    "mediator", "gender", "sexist", "survivant", "policières", "médiatrice", "négociatrice",
    "sexuel",
    "veuve", "mères", "réfugiées", "déplacées", "défenseuses", "défenseures", "casques",
  ].map { Array($0.utf8) }

  private static let changes = [
    "renamed", "retitled", "replaced", "removed", "retired", "transferred", "moved", "merged",
    "completed", "finished", "concluded", "achieved", "discontinued", "withdrawn", "dropped",
    "ended", "superseded", "combined", "reworded", "rebapti", "renomm", "intitul", "remplac",
    "retir", "supprim", "transfér", "déplac", "fusionn", "achev", "termin", "conclu", "abandonn",
    "regroup", "reformul", "redevien",
  ].map { Array($0.utf8) }
  /// Words that say so only two by two: "now called", "new title", "now appears".
  private static let renewed = [
    "now", "new", "formerly", "maintenant", "désormais", "nouveau", "nouvelle",
  ]
  .map { Array($0.utf8) }
  private static let naming = [
    "called", "title", "name", "named", "appears", "known", "reported", "titre", "nom", "appel",
    "figure", "paraît", "libellé",
  ].map { Array($0.utf8) }

  /// True when a sentence says that something was renamed, moved, finished or given up.
  static func tellChanges(in facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    var isRenewed = false
    var names = false
    for word in words(facts.text, range) {
      if changes.contains(where: { word.starts(with: $0) }) { return true }
      if renewed.contains(word) { isRenewed = true }
      if naming.contains(where: { word.starts(with: $0) }) { names = true }
    }
    return isRenewed && names
  }

  /// True for words of the agenda, which the flag for gender does not all know.
  static func areOfAgenda(in facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.units[unit].flags.contains(.gender) { return true }
    return words(facts.text, facts.units[unit].textRange).contains { word in
      agenda.contains { word.starts(with: $0) }
    }
  }

  /// True when the sentence has a verb of that kind and, before it, one of those who run things.
  static func stand(in facts: DocumentFacts, _ range: Range<Int>, _ language: Language) -> Bool {
    let verbs = language == .french ? french : english
    var hasOwner = false
    for (count, word) in words(facts.text, range).enumerated() {
      if hasOwner, verbs.contains(word) { return true }
      if owners.contains(word) { hasOwner = true }
      if count > 24 { break }
    }
    return false
  }

  static func nameResults(in facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    words(facts.text, range).contains { word in results.contains { word.starts(with: $0) } }
  }

  /// Runs of two words or more with capitals, as they are written, the first word of the sentence left out.
  static func names(in facts: DocumentFacts, _ range: Range<Int>) -> [[UInt8]] {
    var names: [[UInt8]] = []
    var run: Range<Int>?
    var count = 0
    var index = range.lowerBound
    var isFirst = true
    func close() {
      if let run, count >= 2 { names.append(Array(facts.text[run])) }
      run = nil
      count = 0
    }
    while index < range.upperBound {
      guard isLetter(facts.text[index]) else {
        if facts.text[index] != 0x20 { close() }
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, isLetter(facts.text[index]) || facts.text[index] == 0x27 {
        index += 1
      }
      let initial = facts.text[start]
      let isCapital = (initial >= 0x41 && initial <= 0x5A) || initial == 0xC3
      if isCapital, !isFirst {
        run = (run?.lowerBound ?? start)..<index
        count += 1
      } else {
        close()
      }
      isFirst = false
    }
    close()
    // The country and the agenda stand everywhere.
    return names.filter { name in
      let text = String(decoding: name, as: UTF8.self)
      return !text.hasSuffix("Canada") && !text.hasPrefix("Canada") && !text.contains("Action Plan")
        && !text.contains("Women") && !text.contains("Departmental") && !text.contains("GBA")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80
  }

  private static func words(_ text: [UInt8], _ range: Range<Int>) -> [[UInt8]] {
    text[range].split { byte in
      !((byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80)
    }.map { word in word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
  }
}

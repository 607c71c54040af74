internal import Checking
internal import Facts

/// What happens on a date, as the words around it say.
enum DatedEvent: UInt8 {
  case start
  case end
  case release
  case adoption
  case meeting

  private static let words: [(event: DatedEvent, stretches: [String])] = [
    (
      .adoption,
      [
        "adopt", "approved", "approuv", "signed", "signé", "ratifi", "royal assent",
        "sanction royale",
      ]
    ),
    (
      .start,
      [
        "in force", "into force", "en vigueur", "takes effect", "took effect", "prend effet",
        "effective", "begin", "began", "start", "commenc", "débute", "débuté", "opens", "opened",
        "ouvre", "ouvert", "ouvrira", "launch", "lanc", "inaugur", "unveil", "under way",
        "en service", "into service", "operational", "goes live", "go live", "created", "founded",
        "créé", "fondé", "kicked off", "kicks off", "set up", "came into being", "dévoil", "amorc",
        "entam",
        "vu le jour", "voit le jour", "mis sur pied", "mise sur pied", "mis en place", "got going",
        "à compter", "à partir d", "as of ", "as from",
      ]
    ),
    (
      .release,
      ["publish", "publi", "released", "release", "tabled", "made public", "déposé", "dépôt"]
    ),
    (
      .end,
      [
        "ends", "ended", "expire", "close", "clos", "prend fin", "se termine", "terminé", "achev",
        "complet", "deadline", "due", "until", "jusqu", "prendra fin", "prennent fin",
        "come to an end",
        "comes to an end", "to a close", "lapse", "last day", "dernier jour", "wind up", "winds up",
        " fin le", "last payment", "dernier versement",
      ]
    ),
    (
      .meeting,
      [
        "held", "takes place", "took place", "take place", "meet", "met ", "se tient", "se tiendra",
        "tenu", "aura lieu", "a eu lieu", "réuni", "hosted", "host ", "accueill",
      ]
    ),
  ]
  private static let stretches = Stretches(words.flatMap(\.stretches))
  /// The event of each of `stretches`.
  private static let events = words.flatMap { word in word.stretches.map { _ in word.event } }

  /// The event whose word stands nearest to a date in its sentence; `nil` when none does.
  ///
  /// A word behind the date counts as 20 bytes further away.
  static func of(_ date: DateFact, _ facts: DocumentFacts) -> DatedEvent? {
    let unit = facts.units[Int(date.unit)]
    let before = max(Int(unit.textStart), Int(date.start) - 72)..<Int(date.start)
    let behind = Int(date.end)..<min(Int(unit.textEnd), Int(date.end) + 36)
    let lastBefore = facts.withJoined(before) { text in
      stretches.last(in: text).map { (index: $0.index, distance: text.count - $0.start) }
    }
    let firstBehind = facts.withJoined(behind) { text in
      stretches.first(in: text, text.indices).map { (index: $0.index, distance: $0.start + 20) }
    }
    guard let last = lastBefore, let first = firstBehind else {
      return (lastBefore ?? firstBehind).map { events[$0.index] }
    }
    let isLast = (last.distance, last.index) <= (first.distance, first.index)
    return events[isLast ? last.index : first.index]
  }

  /// A date that was put off, or a text that was changed: the passage says why there are two.
  static func isExplained(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.unit(unit, holds: explaining)
  }

  private static let explaining: Stretches = [
    "postpone", "moved ", "reschedul", "delay", "instead of", "originally", "first planned",
    "initially", "reporté", "remis", "repouss", "d’abord", "d'abord", "initialement",
    "au lieu", "extended", "prolong", "revised", "amended", "updated", "modifié", "révisé",
    "mis à jour", "renew", "renouvel", "anniversar", "anniversaire", "previous", "précédent",
    "pushed back", "brought forward", "put back", "slipped", "devancé", "décalé",
    "no longer", "calendar year", "année civile", "années civiles",
  ]

  /// Both name one program, policy or event.
  static func shareName(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let left = DocumentFacts.of(first, in: one.names)
    guard !left.isEmpty else { return false }
    let right = DocumentFacts.of(second, in: two.names)
    return right.contains { name in left.contains { $0.key == name.key } }
  }
}

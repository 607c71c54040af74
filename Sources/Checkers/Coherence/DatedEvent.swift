internal import Checking
internal import Facts

/// What happens on a date, as the words around it say.
enum DatedEvent {
  case start
  case end
  case release
  case adoption
  case meeting

  private static let words: [(DatedEvent, [String])] = [
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
        "ouvre", "ouvert", "ouvrira", "launch", "lanc",
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
        "complet", "deadline", "due", "until", "jusqu",
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

  /// The event whose word stands nearest to a date in its sentence; `nil` when none does.
  static func of(_ date: DateFact, _ facts: DocumentFacts) -> DatedEvent? {
    let unit = facts.units[Int(date.unit)]
    let start = max(Int(unit.textStart), Int(date.start) - 72)
    let before = facts.quote(start..<Int(date.start)).lowercased()
    let end = min(Int(unit.textEnd), Int(date.end) + 36)
    let behind = facts.quote(Int(date.end)..<end).lowercased()
    var best: (event: DatedEvent, distance: Int)?
    for (event, stretches) in words {
      for stretch in stretches {
        for distance in [last(stretch, before), first(stretch, behind).map { $0 + 20 }] {
          if let distance, best.map({ distance < $0.distance }) ?? true {
            best = (event, distance)
          }
        }
      }
    }
    return best?.event
  }

  /// How far from its end a text holds a stretch.
  private static func last(_ stretch: String, _ text: String) -> Int? {
    let (bytes, wanted) = (Array(text.utf8), Array(stretch.utf8))
    guard bytes.count >= wanted.count else { return nil }
    for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return bytes.count - start
    }
    return nil
  }

  private static func first(_ stretch: String, _ text: String) -> Int? {
    let (bytes, wanted) = (Array(text.utf8), Array(stretch.utf8))
    guard bytes.count >= wanted.count else { return nil }
    for start in 0...bytes.count - wanted.count
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return start
    }
    return nil
  }

  /// The only dates of two passages, or the only ones of one event.
  static func pair(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> (DateFact, DateFact)? {
    let left = one.dates(of: first).filter { $0.year > 0 }
    let right = two.dates(of: second).filter { $0.year > 0 }
    // The other's date stands here too: both are known.
    for x in left where right.contains(where: { $0.first == x.first && $0.last == x.last }) {
      return nil
    }
    if left.count == 1, right.count == 1 { return (left[0], right[0]) }
    guard left.count <= 3, right.count <= 3 else { return nil }
    for event in [DatedEvent.start, .adoption, .release, .meeting, .end] {
      let mine = left.filter { of($0, one) == event }
      let theirs = right.filter { of($0, two) == event }
      if mine.count == 1, theirs.count == 1 { return (mine[0], theirs[0]) }
    }
    return nil
  }

  /// A date that was put off, or a text that was changed: the passage says why there are two.
  static func isExplained(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.unit(
      unit,
      holds: [
        "postpone", "moved ", "reschedul", "delay", "instead of", "originally", "first planned",
        "initially", "reporté", "remis", "repouss", "d’abord", "d'abord", "initialement",
        "au lieu", "extended", "prolong", "revised", "amended", "updated", "modifié", "révisé",
        "mis à jour", "renew", "renouvel", "anniversar", "anniversaire", "previous", "précédent",
        "no longer",
      ])
  }

  /// Both name one program, policy or event.
  static func shareName(
    _ one: DocumentFacts, _ first: Int, _ two: DocumentFacts, _ second: Int
  ) -> Bool {
    let names = Set(DocumentFacts.of(first, in: one.names).map(\.key))
    return DocumentFacts.of(second, in: two.names).contains { names.contains($0.key) }
  }
}

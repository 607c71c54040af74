internal import Matching
internal import SourceText

/// What is set as a condition for others, in two denials that bind.
extension Scope {
  /// "No officer will leave without the course", « nous ne signerons aucune entente sans clause », "no grant will
  /// be paid unless it reports".
  struct Demand {
    /// The governing word between the two denials.
    var verb: UnitReading.Mark
    /// The token that begins what is asked for.
    var exception: Int
  }

  /// The demand that a unit makes; `nil` where it only denies, or waits for money or leave.
  static func demand(_ reading: UnitReading) -> Demand? {
    guard reading.words.contains(where: { openings.contains($0) }) else { return nil }
    for verb in reading.marks where verb.category == .binding || verb.category == .intending {
      if verb.category == .intending, !permitting.contains(reading.words[verb.first]) { continue }
      let subject = deniedSubject(before: verb, reading)
      guard let denied = subject ?? deniedObject(of: verb, reading),
        let exception = exception(after: max(denied, verb.last), reading)
      else { continue }
      let isPlain = plainExceptions.contains(reading.words[exception])
      if subject == nil || !isPlain, waitsForMeans(exception, reading) { continue }
      return Demand(verb: verb, exception: exception)
    }
    return nil
  }

  /// True when the clause of a token belongs to the demand.
  static func belongs(_ index: Int, to demand: Demand, _ reading: UnitReading) -> Bool {
    let clause = reading.clauses[index]
    return clause == reading.clauses[demand.verb.first]
      || clause == reading.clauses[demand.exception]
  }

  private static func deniedSubject(
    before verb: UnitReading.Mark, _ reading: UnitReading
  ) -> Int? {
    let clause = reading.clauses[verb.first]
    for index in stride(from: verb.first - 1, through: max(0, verb.first - 8), by: -1) {
      guard reading.clauses[index] == clause else { return nil }
      guard deniedSubjects.contains(reading.words[index]), !isNoDenial(index, reading) else {
        continue
      }
      let opens =
        index == 0 || reading.clauses[index - 1] != clause || reading.afterComma[index]
        || linking.contains(reading.words[index - 1])
      return opens ? index : nil
    }
    return nil
  }

  /// "will sign no treaty", "will not sign any treaty", « ne signera aucune entente ».
  private static func deniedObject(of verb: UnitReading.Mark, _ reading: UnitReading) -> Int? {
    let next = (verb.last + 1)..<max(verb.last + 1, min(verb.last + 4, reading.words.count))
    switch reading.language {
    case .english:
      if let index = next.first(where: { reading.words[$0].elementsEqual("no".utf8) }) {
        return isNoDenial(index, reading) ? nil : index
      }
      guard next.count == 3, reading.words[next.lowerBound].elementsEqual("not".utf8),
        reading.words[next.lowerBound + 2].elementsEqual("any".utf8)
      else { return nil }
      return next.lowerBound + 2
    case .french:
      let hasNe = (max(0, verb.first - 2)..<verb.first).contains {
        reading.words[$0].elementsEqual("ne".utf8) || reading.words[$0].elementsEqual("n".utf8)
      }
      return hasNe ? next.first { deniedObjects.contains(reading.words[$0]) } : nil
    }
  }

  private static func exception(after start: Int, _ reading: UnitReading) -> Int? {
    guard start + 1 < reading.words.count else { return nil }
    for index in start + 1..<reading.words.count {
      guard reading.segments[index] == reading.segments[start] else { return nil }
      if isNoDenial(index, reading) { continue }
      let word = String(decoding: reading.words[index], as: UTF8.self)
      let next = index + 1 < reading.words.count ? reading.words[index + 1] : []
      switch word {
      case "without", "unless", "sans": return index
      case "moins" where reading.words[index - 1].elementsEqual("à".utf8): return index
      case "tant" where next.elementsEqual("que".utf8): return index
      case "avant" where next.elementsEqual("d".utf8): return index
      case "before" where VerbForm.of(next, .english) == .gerund: return index
      case "until" where pronouns.contains(next): return index
      case "if" where denies(index, within: 6, reading): return index
      case "si" where denies(index, within: 10, reading): return index
      case "s" where next.starts(with: "il".utf8) && denies(index, within: 10, reading):
        return index
      default: break
      }
    }
    return nil
  }

  /// "if it has no plan", « si elle ne le fait pas ».
  private static func denies(_ index: Int, within reach: Int, _ reading: UnitReading) -> Bool {
    (index + 1..<max(index + 1, min(index + reach, reading.words.count))).contains {
      denials.contains(reading.words[$0])
    }
  }

  /// "unless funds allow": the promise itself waits for money or leave.
  private static func waitsForMeans(_ exception: Int, _ reading: UnitReading) -> Bool {
    reading.words[exception...].prefix(9).contains { word in
      means.contains { word.starts(with: $0) }
    }
  }

  /// "no later than", « sans délai », "no longer".
  private static func isNoDenial(_ index: Int, _ reading: UnitReading) -> Bool {
    reading.marks.contains {
      ($0.category == .notNegation || $0.category == .ending) && $0.first <= index
        && $0.last >= index
    }
  }

  private static let openings: Set<[UInt8]> = .words([
    "without", "unless", "before", "until", "if", "sans", "moins", "tant", "avant", "si", "s",
  ])
  private static let plainExceptions: Set<[UInt8]> = .words(["without", "sans"])
  private static let deniedObjects: Set<[UInt8]> = .words(["aucun", "aucune", "nul", "nulle"])
  private static let denials: Set<[UInt8]> = .words(["not", "no", "lacks", "ne", "n"])
  private static let linking: Set<[UInt8]> = .words([
    "that", "and", "so", "where", "que", "qu", "et", "où",
  ])
  private static let pronouns: Set<[UInt8]> = .words(["they", "it", "she", "he", "we"])
  private static let permitting: Set<[UInt8]> = .words([
    "may", "can", "could", "peut", "peuvent", "pourra", "pourront",
  ])

}

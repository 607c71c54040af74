internal import Facts
internal import SourceText

/// What a promise promises: "evaluation" in "will publish an independent evaluation of the fund".
enum PromisedThing {
  /// Where the words for it stand, the head of the phrase and not what it is about; `nil` when none are found.
  static func words(_ facts: DocumentFacts, _ commitment: CommitmentFact) -> Range<Int>? {
    let unit = facts.units[Int(commitment.unit)]
    let isFrench = unit.language == .french
    let behind = Int(commitment.end)..<max(Int(commitment.end), Int(unit.textEnd))
    let after = pieces(facts.text, behind)
    // "An evaluation will be published": the thing stands in front.
    if let first = after.first, passive.contains(first.text) || isParticiple(after, isFrench) {
      let before = pieces(
        facts.text, Int(unit.textStart)..<max(Int(unit.textStart), Int(commitment.start)))
      return phrase(before[...], isFrench)
    }
    // In French the commitment is the verb itself.
    return phrase(isFrench ? after[...] : after.dropFirst(), isFrench)
  }

  /// The phrases that may name it: the one behind the verb and, where that begins with a preposition, the one
  /// behind that.
  static func phrases(_ facts: DocumentFacts, _ commitment: CommitmentFact) -> [Range<Int>] {
    guard let first = words(facts, commitment) else { return [] }
    let unit = facts.units[Int(commitment.unit)]
    let isFrench = unit.language == .french
    let behind = pieces(
      facts.text, Int(commitment.end)..<max(Int(commitment.end), Int(unit.textEnd)))
    let lead = isFrench ? behind.first : behind.dropFirst().first
    // Right behind the preposition stands who gets it: "to the conference a written account".
    guard let lead, ends.contains(lead.text), first.lowerBound >= lead.range.upperBound,
      first.lowerBound - lead.range.upperBound <= 6,
      let second = phrase(behind.drop { $0.range.lowerBound < first.upperBound }, isFrench)
    else { return [first] }
    return [second]
  }

  private struct Piece {
    var text: String
    var range: Range<Int>
    /// Punctuation in front of it.
    var breaks: Bool
  }

  private static let passive: Set<String> = ["be", "été", "être"]
  private static func isParticiple(_ pieces: [Piece], _ isFrench: Bool) -> Bool {
    guard isFrench, let first = pieces.first else { return false }
    return first.text.hasSuffix("é") || first.text.hasSuffix("ée") || first.text.hasSuffix("és")
      || first.text.hasSuffix("ées")
  }

  private static let ends: Set<String> = [
    "of", "on", "to", "for", "by", "in", "with", "that", "which", "and", "from", "before", "at",
    "about", "who", "into", "under", "until", "as", "d'ici", "d’ici", "par", "pour", "sur", "avec",
    "qui", "que", "afin", "dans", "à", "au", "aux", "avant", "chez", "auprès", "et", "selon",
  ]
  private static let openings: Set<String> = [
    "a", "an", "the", "its", "our", "their", "un", "une", "le", "la", "les", "des", "du", "son",
    "sa", "ses", "ce", "cette", "first", "second", "new", "full", "all", "l'", "l’",
  ]
  private static let linking: Set<String> = ["de", "d'", "d’", "des", "du"]

  /// The words of the phrase up to the first word that leads away from it; a date in between is passed over.
  private static func phrase(_ pieces: ArraySlice<Piece>, _ isFrench: Bool) -> Range<Int>? {
    var start: Int?
    var end = 0
    var skips = false
    var count = 0
    for piece in pieces.prefix(24) {
      if start == nil {
        // "réunira en juin 2025 une table ronde", "will, by June, hold a meeting"
        if openings.contains(piece.text) {
          skips = false
          continue
        }
        if ends.contains(piece.text) || piece.text == "en" {
          skips = true
          continue
        }
        if skips || piece.text.first?.isNumber ?? true { continue }
        start = piece.range.lowerBound
        end = piece.range.upperBound
        count = 1
        continue
      }
      if piece.breaks || ends.contains(piece.text) || (!isFrench && count >= 5) { break }
      if isFrench, linking.contains(piece.text) || count >= 2 { break }
      end = piece.range.upperBound
      count += 1
    }
    return start.map { $0..<max($0, end) }
  }

  private static func pieces(_ text: [UInt8], _ range: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    var index = range.lowerBound
    var breaks = false
    while index < min(range.upperBound, text.count) {
      let byte = text[index]
      if byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x28 || byte == 0x2E {
        breaks = true
      }
      guard isLetter(byte) else {
        index += 1
        continue
      }
      let start = index
      while index < min(range.upperBound, text.count), isLetter(text[index]) { index += 1 }
      pieces.append(
        Piece(
          text: String(decoding: text[start..<index], as: UTF8.self).lowercased(),
          range: start..<index, breaks: breaks))
      breaks = false
    }
    return pieces
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80 || byte == 0x27 || byte == 0x2D
  }
}

internal import Matching
internal import SourceText

/// What stands around a relative clause or on the other side of a contrast, and is said of something else.
extension Scope {
  /// "A circle, which was to meet each spring, was not formed": the main clause denies what its subject is and
  /// what the relative clause in it tells of.
  func deniedMain(
    around first: Int, _ last: Int, _ exceptions: [UnitReading.Mark]
  ) -> SourceSpan? {
    let clause = reading.clauses[first]
    for opening in reading.words.indices
    where reading.afterComma[opening] && reading.clauses[opening] == clause
      && Self.relatives.contains(reading.words[opening])
    {
      guard
        let closing = (max(last, opening) + 1..<max(reading.words.count, max(last, opening) + 1))
          .first(where: { reading.afterComma[$0] }), reading.clauses[closing] == clause,
        Self.auxiliaries.contains(reading.words[closing]),
        !reading.marks.contains(where: { mark in
          mark.category == .binding && mark.last < opening && reading.clauses[mark.first] == clause
        })
      else { continue }
      let near = closing..<min(closing + 3, reading.words.count)
      let mark = reading.marks.first { mark in
        mark.category == .negation && near.contains(mark.first)
          && !exceptions.contains { $0.first <= mark.first && $0.last >= mark.last }
      }
      if let mark { return reading.span(mark) }
    }
    return nil
  }

  private static let relatives: Set<[UInt8]> = .words(["which", "who", "qui", "dont"])
  /// Words with which the denied verb of a main clause begins.
  private static let auxiliaries: Set<[UInt8]> = .words([
    "was", "were", "is", "are", "has", "have", "had", "will", "did", "does", "do", "wasn't",
    "weren't", "isn't", "aren't", "hasn't", "haven't", "won't", "didn't", "n", "ne",
  ])

  /// "was dissolved": what ends is a body, and so all that it does, however it is tied on.
  func endsBody(_ mark: UnitReading.Mark) -> Bool {
    reading.words[mark.first...mark.last].contains { word in
      Self.dissolving.contains { word.starts(with: $0) }
    }
  }

  private static let dissolving = ["dissol", "disband", "dissou", "démantel"].map {
    Array($0.utf8)
  }

  /// "…, while the parking guide will be rewritten in May": the token that sets a clause of its own, with its own
  /// subject and promise, against the rest; `nil` where the other side goes on about the same thing.
  func contrast() -> Int? {
    for index in reading.words.indices.dropLast(2)
    where index > 0 && reading.afterComma[index] && isContrast(index) {
      let start = reading.language == .english ? index + 1 : index + 2
      guard start + 1 < reading.words.count, Self.articles.contains(reading.words[start]),
        !Self.measured.contains(reading.words[start + 1])
      else { continue }
      let isPromised = reading.marks.contains {
        ($0.category == .binding || $0.category == .intending) && $0.first > start
          && $0.first - start <= 8
      }
      if isPromised { return index }
    }
    return nil
  }

  private func isContrast(_ index: Int) -> Bool {
    switch reading.language {
    case .english: return Self.englishContrasts.contains(reading.words[index])
    case .french:
      return Self.frenchContrasts.contains(reading.words[index])
        && (reading.words[index + 1].elementsEqual("que".utf8)
          || reading.words[index + 1].elementsEqual("qu".utf8))
    }
  }

  private static let englishContrasts: Set<[UInt8]> = .words(["while", "whereas", "whilst"])
  private static let frenchContrasts: Set<[UInt8]> = .words(["tandis", "alors"])
  private static let articles: Set<[UInt8]> = .words([
    "the", "a", "an", "its", "le", "la", "l", "les", "un", "une", "des",
  ])
  /// Nouns by which the other side measures what the first one speaks of.
  private static let measured: Set<[UInt8]> = .words([
    "share", "number", "rate", "proportion", "target", "goal", "aim", "rest", "others", "other",
    "remaining", "first", "second", "last", "figure", "total", "part", "nombre", "taux", "cible",
    "objectif", "reste", "autres", "autre", "première", "premier", "seconde", "dernier",
    "dernière", "proportion", "chiffre",
  ])

  /// "Denmark announced a fund of $9 million", "$3 million, paid for by the provinces": whose money it is, where
  /// it is not ours.
  func otherPayer(of amount: Int, _ modality: Modality) -> SourceSpan? {
    let clause = reading.clauses[amount]
    let payers = others + reading.marks(.state)
    for index in reading.words.indices
    where reading.clauses[index] == clause && !isPaidByUs(before: amount, clause)
      && Self.paying.contains(where: { reading.words[index].starts(with: $0) })
    {
      let by = reading.language == .english ? Array("by".utf8) : Array("par".utf8)
      guard
        let place = (index + 1..<min(index + 3, reading.words.count)).first(where: {
          reading.words[$0] == by
        }),
        let payer = payers.first(where: { $0.first > place && $0.first - place <= 3 }),
        !reading.marks(.ownActor).contains(where: {
          $0.first > place && $0.first - place <= 8
            && !($0.first >= payer.first && $0.last <= payer.last)
        })
      else { continue }
      return reading.span(payer)
    }
    // In a passive the subject is what is paid for.
    if let mark = modality.mark, reading.isPassive(after: mark) { return nil }
    if let other = otherActor(modality: modality, first: amount, last: amount) { return other }
    let start = reading.clauses.firstIndex(of: clause) ?? 0
    guard modality.mark == nil || modality.force == .past,
      let state = reading.marks(.state).first(where: { $0.first >= start && $0.first <= start + 1 }
      ),
      state.last + 1 < amount, !isShared(before: amount, inClause: clause)
    else { return nil }
    let form = VerbForm.of(reading.words[state.last + 1], reading.language)
    let isVerb =
      form == .past || form == .presentThirdPerson
      || reading.marks(.past).contains { $0.first == state.last + 1 }
    return isVerb ? reading.span(state) : nil
  }

  /// True where the department itself stands before a sum; a program that is paid for does not.
  private func isPaidByUs(before amount: Int, _ clause: Int) -> Bool {
    reading.marks(.ownActor).contains { own in
      own.last < amount && reading.clauses[own.first] == clause
        && Self.payers.contains(reading.words[own.last])
    }
  }

  private static let payers: Set<[UInt8]> = .words([
    "department", "we", "our", "government", "canada", "agency", "ministry", "minister",
    "ministère",
    "gouvernement", "nous", "notre", "agence", "ministre",
  ])

  private static let paying = [
    "financ", "fund", "paid", "pay", "spent", "versé", "couvert",
  ].map { Array($0.utf8) }
}

internal import Matching
internal import SourceText

/// Which of the phrases found govern, and the governing forms that no list can hold.
extension UnitReader {
  /// Drops marks that a longer one explains, and adds the French future, which no list can hold.
  static func resolved(
    _ marks: [UnitReading.Mark], words: [[UInt8]], names: [Bool], language: Language
  ) -> [UnitReading.Mark] {
    var kept: [UnitReading.Mark] = []
    for mark in marks {
      let rivals = modal.contains(mark.category) ? modal : denying
      guard rivals.contains(mark.category) else {
        kept.append(mark)
        continue
      }
      let isExplained = marks.contains { other in
        other.first <= mark.first && other.last >= mark.last
          && (other.last - other.first > mark.last - mark.first
            || (other.last - other.first == mark.last - mark.first
              && other.category.rawValue > mark.category.rawValue))
          && rivals.contains(other.category)
      }
      if !isExplained { kept.append(mark) }
    }
    if language == .english {
      removePossession(words, from: &kept)
      removeNouns(words, from: &kept)
      removePurpose(words, from: &kept)
    }
    if language == .french {
      removeCounting(words, from: &kept)
      for (index, word) in words.enumerated() where !names[index] {
        let category: LadderVocabulary.Category
        switch VerbForm.frenchTense(word) {
        case .future: category = .binding
        case .conditional: category = .intending
        default: continue
        }
        let explained = kept.contains {
          $0.first <= index && $0.last >= index && modal.contains($0.category)
        }
        if !explained {
          kept.append(UnitReading.Mark(category: category, first: index, last: index))
        }
      }
      addFrenchPerfect(words, to: &kept)
      kept.sort { ($0.first, -$0.last) < ($1.first, -$1.last) }
    }
    return kept
  }

  private static let modal: [LadderVocabulary.Category] = [.binding, .intending, .past]
  private static let denying: [LadderVocabulary.Category] = [.negation, .notNegation, .ending]

  /// "May 2027", "from May": a month, not a modal.
  static func removeMonthOfMay(
    from marks: inout [UnitReading.Mark], _ tokens: [Token], _ words: [[UInt8]],
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    let may = Array("may".utf8)
    marks.removeAll { mark in
      guard mark.first == mark.last, words[mark.first] == may, mark.first > 0 else { return false }
      return text[tokens[mark.first].start] == 0x4D
    }
  }

  /// « N’Djamena »: the beginning of a name and no denial; « N’EST PAS » in a line of capitals is one.
  static func removeElidedNames(
    from marks: inout [UnitReading.Mark], _ tokens: [Token], _ words: [[UInt8]],
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    marks.removeAll { mark in
      switch mark.category {
      case .negation, .notNegation, .ending: break
      default: return false
      }
      guard words[mark.first].elementsEqual("n".utf8), mark.first + 1 < tokens.count else {
        return false
      }
      let next = tokens[mark.first + 1]
      return next.end > next.start + 1 && (0x41...0x5A).contains(text[next.start])
        && !(0x41...0x5A).contains(text[next.start + 1])
    }
  }

  /// "Our core work is to keep people safe": what something is for binds nobody.
  private static func removePurpose(_ words: [[UInt8]], from marks: inout [UnitReading.Mark]) {
    marks.removeAll { mark in
      guard mark.category == .binding, mark.last == mark.first + 1,
        words[mark.last].elementsEqual("to".utf8), words[mark.first].count <= 3
      else { return false }
      return words[max(0, mark.first - 5)..<mark.first].contains { purposes.contains($0) }
    }
  }

  private static let purposes: Set<[UInt8]> = .words([
    "work", "role", "aim", "goal", "purpose", "mandate", "objective", "task", "job", "priority",
    "idea", "intent", "challenge", "duty", "business", "point", "mission",
    "charge", "function", "responsibility",
  ])

  /// « compte former » is a plan, « compte trois équipes » is a count; so « entend » without a verb after it.
  private static func removeCounting(_ words: [[UInt8]], from marks: inout [UnitReading.Mark]) {
    marks.removeAll { mark in
      guard mark.category == .intending, mark.first == mark.last,
        countingVerbs.contains(words[mark.first])
      else { return false }
      // « en fin de compte », « leur compte »: a noun.
      if mark.first > 0, articles.contains(words[mark.first - 1]) { return true }
      // What ends a lead-in is completed by its items.
      var next = mark.first + 1
      while next < words.count, next - mark.first < 5, beforeVerb.contains(words[next]) {
        next += 1
      }
      return next < words.count && !VerbForm.isFrenchInfinitive(words[next])
    }
  }

  /// Words between such a verb and its infinitive.
  private static let beforeVerb: Set<[UInt8]> = .words([
    "se", "s", "y", "en", "le", "la", "l", "les", "lui", "leur", "ne", "pas", "aussi", "bien",
    "également", "notamment", "donc", "encore", "ainsi", "désormais", "ensuite", "toujours",
    "enfin", "maintenant", "ici",
  ])
  private static let articles: Set<[UInt8]> = .words([
    "de", "du", "le", "en", "au", "leur", "son", "notre", "un", "ce", "pour", "bon", "quel",
  ])

  private static let countingVerbs: Set<[UInt8]> = .words([
    "compte", "comptent", "comptons", "entend", "entendent", "entendons",
  ])

  /// "answers for this plan to the deputy minister": a plan and no planning.
  private static func removeNouns(_ words: [[UInt8]], from marks: inout [UnitReading.Mark]) {
    marks.removeAll { mark in
      guard mark.category == .intending, nouns.contains(words[mark.first]) else { return false }
      return mark.first > 0 && determiners.contains(words[mark.first - 1])
        || mark.last + 1 < words.count && words[mark.last].elementsEqual("to".utf8)
          && determiners.contains(words[mark.last + 1])
    }
  }

  private static let nouns: Set<[UInt8]> = .words([
    "plan", "plans", "hope", "hopes", "aim", "aims", "wish", "wishes",
  ])
  private static let determiners: Set<[UInt8]> = .words([
    "the", "a", "an", "this", "that", "our", "its", "their", "each", "every", "action", "national",
    "departmental",
  ])

  /// "has", "have" and "had" put into the past only what follows them as a participle.
  private static func removePossession(_ words: [[UInt8]], from marks: inout [UnitReading.Mark]) {
    marks.removeAll { mark in
      guard mark.category == .past, mark.first == mark.last, had.contains(words[mark.first]) else {
        return false
      }
      // "will have completed" looks back from a time to come.
      if mark.first > 0, ahead.contains(words[mark.first - 1]) { return true }
      let next = mark.first + 1..<min(mark.first + 4, words.count)
      return !next.contains {
        VerbForm.of(words[$0], .english) == .past || words[$0] == Array("been".utf8)
          || invariable.contains(words[$0])
      }
    }
  }

  private static let had: Set<[UInt8]> = .words(["has", "have", "had"])

  /// Participles that are their own base form; "has set", "have put".
  private static let invariable: Set<[UInt8]> = .words([
    "set", "put", "cut", "let", "split", "shut", "become", "come", "run",
  ])

  private static let ahead: Set<[UInt8]> = .words(["will", "shall", "to", "must", "may"])

  /// "a montré", "ont été versés": an auxiliary followed by a participle within two words.
  private static func addFrenchPerfect(_ words: [[UInt8]], to marks: inout [UnitReading.Mark]) {
    for (index, word) in words.enumerated() where beings.contains(word) {
      for next in index + 1..<max(index + 1, min(index + 3, words.count))
      where movements.contains(where: { words[next].starts(with: $0) }) {
        marks.append(UnitReading.Mark(category: .past, first: index, last: next))
        break
      }
    }
    for (index, word) in words.enumerated() where auxiliaries.contains(word) {
      for next in index + 1..<min(index + 4, words.count) where isFrenchParticiple(words[next]) {
        // "a pris l’engagement de" is a promise.
        if marks.contains(where: { $0.category == .binding && $0.first <= index && $0.last >= next }
        ) {
          break
        }
        marks.append(UnitReading.Mark(category: .past, first: index, last: next))
        break
      }
    }
  }

  private static let auxiliaries: Set<[UInt8]> = .words([
    "a", "ont", "avons", "ai", "avait", "avaient",
  ])

  private static let beings: Set<[UInt8]> = [Array("est".utf8), Array("sont".utf8)]

  /// Participles, without their endings, of verbs that make their past with « être ».
  private static let movements = [
    "passé", "parvenu", "allé", "venu", "revenu", "tombé", "monté", "descendu", "arrivé",
    "parti", "entré", "sorti", "né",
  ].map { Array($0.utf8) }

  private static func isFrenchParticiple(_ word: [UInt8]) -> Bool {
    if VerbForm.of(word, .french) == .participle { return true }
    return frenchParticiples.contains(String(decoding: word, as: UTF8.self))
      || (word.count > 4
        && (VerbForm.ends(word, "u") || VerbForm.ends(word, "ue")
          || VerbForm.ends(word, "us") || VerbForm.ends(word, "ues")))
      || (word.count > 5 && (VerbForm.ends(word, "i") || VerbForm.ends(word, "is")))
      || (word.count > 4
        && (VerbForm.ends(word, "uit") || VerbForm.ends(word, "uite")
          || VerbForm.ends(word, "uits") || VerbForm.ends(word, "uites")))
  }

  private static let frenchParticiples: Set<String> = [
    "fait", "faits", "faite", "faites", "mis", "mise", "mises", "pris", "prise", "dit", "écrit",
    "ouvert", "offert", "eu", "vu", "su", "lu", "pu", "dû", "remis", "inscrit", "suivi",
    "suivie", "suivies", "servi", "saisi", "saisie", "saisies", "subi", "bâti", "fini", "admis",
    "omis",
  ]
}

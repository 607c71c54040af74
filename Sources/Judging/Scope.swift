internal import Matching
internal import SourceText

/// Whether something denies, conditions or lends to others what a unit promises.
struct Scope {
  let reading: UnitReading
  /// Whose document it is.
  let own: OwnOrganizations

  /// The word that denies the act, if any.
  ///
  /// `endingCounts` is true when stopping something is the act that is asked for.
  func negation(
    first: Int, last: Int, modality: Modality, endingCounts: Bool, isMention: Bool = false
  ) -> SourceSpan? {
    let clause = reading.clauses[first]
    let exceptions = reading.marks(.notNegation) + (endingCounts ? reading.marks(.ending) : [])
    let verb = modality.mark?.last ?? first
    if Self.bindsByDoubleNegation(reading, verb: verb) { return nil }
    if let demand = reading.demand, Self.belongs(first, to: demand, reading) { return nil }
    for mark in reading.marks where mark.category == .negation || mark.category == .ending {
      if mark.category == .ending, endingCounts { continue }
      guard reading.clauses[mark.first] == clause else { continue }
      guard !exceptions.contains(where: { $0.first <= mark.first && $0.last >= mark.last }) else {
        continue
      }
      if mark.category == .ending, endsHarm(mark) { continue }
      // What ends is the very act that is asked for: "the fee was dropped".
      if mark.category == .ending, !isMention, (first...last).contains(mark.last) { continue }
      // The act itself is put as a denial: « sans date de fin », "no longer asks".
      if !isMention, mark.first == first, mark.last < last { continue }
      // "ne … que" is no negation.
      if reading.language == .french, isNe(mark.first), isOnly(after: mark.first) { continue }
      // Directly before the act or around it, or a stopping verb with the act as its subject.
      if mark.first <= first, mark.last >= first { return reading.span(mark) }
      if mark.last < first, first - mark.last <= 3, !reading.hasComma(mark.last, first) {
        return reading.span(mark)
      }
      if mark.category == .ending {
        if isOthers(mark, first: first, last: last), !endsBody(mark) { continue }
        if mark.first <= first || mark.first > last { return reading.span(mark) }
      }
      switch reading.language {
      case .english:
        // "will not renew", "cannot fund".
        if let governing = modality.mark, isSupported(mark, governing) {
          return reading.span(mark)
        }
        let distance = mark.first - verb
        if modality.mark != nil, distance >= -1, distance <= 2, mark.first <= max(last, verb + 2) {
          return reading.span(mark)
        }
      case .french:
        // "ne … pas" around the governing verb.
        guard isNe(mark.first) else { continue }
        if abs(mark.first - verb) <= 2 || abs(mark.first - first) <= 2 { return reading.span(mark) }
        if deniesInfinitive(from: mark.first, first: first)
          || deniesParticiple(from: mark.first, first: first)
        {
          return reading.span(mark)
        }
      }
    }
    return deniedMain(around: first, last, exceptions) ?? deniedSubject(of: modality, exceptions)
  }

  /// "will end the violence", « mettra fin à l’impunité »: whoever ends a harm takes nothing back; "will end
  /// violence prevention", "was cancelled because of abuse" do.
  private func endsHarm(_ mark: UnitReading.Mark) -> Bool {
    let behind = (mark.last + 1)..<min(mark.last + 6, reading.words.count)
    guard
      let harm = behind.first(where: { index in
        Self.harms.contains { reading.words[index].starts(with: $0) }
      }),
      !reading.words[behind.lowerBound..<harm].contains(where: { Self.topical.contains($0) })
    else { return false }
    let next = harm + 1
    // « la violence sexuelle »: French puts what kind of harm it is behind it.
    guard reading.language == .english, next < reading.words.count, !reading.afterComma[next] else {
      return true
    }
    return Self.afterHarm.contains(reading.words[next])
  }

  /// Words before a harm that is only spoken of, or why something ends.
  private static let topical: Set<[UInt8]> = .words([
    "on", "about", "against", "because", "after", "for", "from", "sur", "contre", "pour", "car",
    "après", "formation", "cours", "programme", "aide", "soutien",
  ])
  /// Words that may follow a harm which is itself what ends.
  private static let afterHarm: Set<[UInt8]> = .words([
    "and", "or", "of", "in", "at", "on", "by", "against", "for", "to", "within", "between", "that",
    "which", "among", "during", "towards", "faced", "experienced",
  ])

  private static let harms = [
    "violence", "discriminat", "impunit", "abus", "exploitation", "harass", "harcèlement",
    "scourge", "fléau", "barrier", "obstacle", "inequalit", "inégalité", "stereotyp", "stéréotyp",
    "exclusion",
  ].map { Array($0.utf8) }

  /// "does not at present plan to": the denial of a verb by "do".
  private func isSupported(_ mark: UnitReading.Mark, _ governing: UnitReading.Mark) -> Bool {
    let distance = governing.first - mark.first
    guard governing.category == .intending, (1...4).contains(distance),
      !reading.hasComma(mark.first, governing.first),
      !Self.modals.contains(reading.words[governing.first])
    else { return false }
    return Self.contracted.contains(reading.words[mark.first])
      || (mark.first > 0 && Self.supporting.contains(reading.words[mark.first - 1]))
  }

  private static let modals: Set<[UInt8]> = .words([
    "will", "may", "might", "could", "should", "would",
  ])
  private static let supporting: Set<[UInt8]> = .words(["do", "does", "did"])
  private static let contracted: Set<[UInt8]> = .words([
    "don't", "doesn't", "didn't", "don’t", "doesn’t", "didn’t",
  ])

  /// True when what ends is not the act: it stands in a clause of its own ("so that girls no longer …"), is
  /// tied to another verb by "and", or opens a row of verbs ("will stop, look back and rewrite").
  private func isOthers(_ mark: UnitReading.Mark, first: Int, last: Int) -> Bool {
    if reading.followsAnd(mark.first) { return true }
    if mark.last + 1 < reading.words.count, reading.afterComma[mark.last + 1], mark.first <= first {
      return true
    }
    let between =
      mark.first > last ? (last + 1)..<mark.first : (mark.last + 1)..<max(first, mark.last + 1)
    return between.contains { Self.subordinating.contains(reading.words[$0]) }
  }

  private static let subordinating: Set<[UInt8]> = .words([
    "who", "which", "that", "whose", "where", "when", "until", "qui", "que", "qu", "dont", "où",
    "lorsque", "quand", "pour",
  ])

  /// "No women mediators will be trained": the subject itself is denied.
  private func deniedSubject(
    of modality: Modality, _ exceptions: [UnitReading.Mark]
  ) -> SourceSpan? {
    guard reading.language == .english, let mark = modality.mark else { return nil }
    let start = reading.clauses.firstIndex(of: reading.clauses[mark.first]) ?? 0
    guard start < mark.first, mark.first - start <= 8,
      Self.denyingSubjects.contains(reading.words[start]),
      !exceptions.contains(where: { $0.first <= start && $0.last >= start })
    else { return nil }
    return SourceSpan(start: reading.tokens[start].start, end: reading.tokens[start].end)
  }

  private static let denyingSubjects: Set<[UInt8]> = [
    Array("no".utf8), Array("none".utf8), Array("nobody".utf8), Array("nothing".utf8),
    Array("neither".utf8),
  ]

  /// « ne s’engage pas à former », « n’a pas décidé de se joindre »: the denial ends right before the act's own
  /// preposition, or before the decision that it hangs on.
  private func deniesInfinitive(from ne: Int, first: Int) -> Bool {
    var index = first - 1
    if index > ne, Self.reflexives.contains(reading.words[index]) { index -= 1 }
    guard index > ne + 1, first - ne <= 8, Self.prepositions.contains(reading.words[index]) else {
      return false
    }
    if Self.denials.contains(reading.words[index - 1]) { return true }
    return index > ne + 2 && Self.denials.contains(reading.words[index - 2])
      && Self.decided.contains(reading.words[index - 1])
  }

  /// « n’a pas encore été formé »: nothing but auxiliaries between the denial and the participle.
  private func deniesParticiple(from ne: Int, first: Int) -> Bool {
    guard first - ne >= 3, first - ne <= 6 else { return false }
    let between = reading.words[(ne + 1)..<first]
    return between.contains(where: Self.denials.contains)
      && between.allSatisfy { Self.denials.contains($0) || Self.auxiliaryWords.contains($0) }
  }

  private static let auxiliaryWords: Set<[UInt8]> = .words([
    "a", "ont", "avons", "ai", "est", "sont", "sera", "seront", "était", "étaient", "avait",
    "avaient", "été", "être", "encore", "toujours", "peut", "peuvent", "pourra", "doit",
  ])

  private static let reflexives: Set<[UInt8]> = .words(["se", "s"])
  private static let decided: Set<[UInt8]> = .words([
    "décidé", "promis", "prévu", "accepté", "résolu", "choisi", "convenu", "engagé", "engagée",
    "engagés",
  ])

  private static let denials: Set<[UInt8]> = .words(["pas", "plus", "jamais", "guère", "point"])
  private static let prepositions: Set<[UInt8]> = .words(["à", "de", "d"])

  private func isNe(_ index: Int) -> Bool {
    reading.words[index].elementsEqual("ne".utf8) || reading.words[index].elementsEqual("n".utf8)
  }

  /// "Nobody will be posted without the course", « nul ne commandera sans avoir réussi », "only those who … may":
  /// two denials bind.
  static func bindsByDoubleNegation(_ reading: UnitReading, verb: Int) -> Bool {
    guard verb < reading.words.count else { return false }
    return reading.words[..<verb].contains { deniedSubjects.contains($0) }
      && reading.words[verb...].contains { exceptions.contains($0) }
  }

  static let deniedSubjects: Set<[UInt8]> = .words([
    "no", "nobody", "none", "neither", "nul", "nulle", "aucun", "aucune", "personne",
  ])
  private static let exceptions: Set<[UInt8]> = .words([
    "without", "unless", "before", "until", "sans", "avant",
  ])

  /// "ne … que" means only.
  private func isOnly(after index: Int) -> Bool {
    let que: Set<[UInt8]> = [Array("que".utf8), Array("qu".utf8)]
    let denying: Set<[UInt8]> = [
      Array("pas".utf8), Array("plus".utf8), Array("jamais".utf8), Array("aucun".utf8),
      Array("aucune".utf8), Array("rien".utf8), Array("point".utf8), Array("guère".utf8),
    ]
    for next in index + 1..<min(index + 7, reading.words.count) {
      if denying.contains(reading.words[next]) { return false }
      if que.contains(reading.words[next]) { return true }
    }
    return false
  }

  /// The words of asking or saying that the act hangs on, if any.
  func attribution(before first: Int) -> SourceSpan? {
    let binding = reading.marks.filter { $0.category == .binding || $0.category == .intending }
    lazy var directive = Modality.directive(reading, before: first)
    for mark in reading.marks(.attribution)
    where mark.first < first && reading.clauses[mark.first] == reading.clauses[first] {
      // "I have asked our staff to train …" is the author's own order.
      if let directive, mark.last >= directive.lowerBound, mark.first <= directive.upperBound {
        continue
      }
      // "our delegations will ask for a vote" is the department's own act.
      if binding.contains(where: { mark.first - $0.last <= 3 && mark.first >= $0.first }) {
        continue
      }
      // "we insisted that", « nous avons indiqué que » is the author's own word.
      if reading.words[max(0, mark.first - 2)..<mark.first].contains(where: Self.selves.contains) {
        continue
      }
      if announcesItself(mark) { continue }
      return reading.span(mark)
    }
    return nil
  }

  /// "The Department announced that it will …": its own promise, whoever else may announce things.
  private func announcesItself(_ mark: UnitReading.Mark) -> Bool {
    let verbs = reading.words[mark.first...mark.last]
    guard verbs.contains(where: { word in Self.announcing.contains { word.starts(with: $0) } })
    else { return false }
    return reading.marks.contains { own in
      (own.category == .ownActor
        || own.category == .organization && self.own.contains(own.organization))
        && own.last < mark.first && mark.first - own.last <= 2
        && reading.clauses[own.first] == reading.clauses[mark.first]
        && !others.contains { $0.first <= own.first && $0.last >= own.last }
    }
  }

  private static let announcing = [
    "announc", "promis", "pledg", "confirm", "declar", "said", "annonc",
  ].map { Array($0.utf8) }

  private static let selves: Set<[UInt8]> = .words(["we", "i", "nous", "j", "je"])

  /// "The government should …", « le Canada devrait … » in the plan of one department: what is asked of all of
  /// them, and no direction that the department takes.
  func generalDemand(_ modality: Modality) -> SourceSpan? {
    guard !own.isEveryone, let mark = modality.mark,
      Self.advising.contains(reading.words[mark.first])
    else { return nil }
    let clause = reading.clauses[mark.first]
    let isAsked = (max(0, mark.first - 3)..<mark.first).contains { index in
      guard Self.allOfUs.contains(reading.words[index]),
        !(index + 1...mark.first).contains(where: {
          reading.clauses[$0] != clause || reading.afterComma[$0]
        })
      else { return false }
      // "Harbour Canada should" names one department.
      return index == 0 || reading.clauses[index - 1] != clause || reading.afterComma[index]
        || Self.beforeName.contains(reading.words[index - 1])
    }
    return isAsked ? reading.span(mark) : nil
  }

  private static let advising: Set<[UInt8]> = .words(["should", "devrait"])
  private static let beforeName: Set<[UInt8]> = .words([
    "the", "that", "of", "federal", "le", "du", "que", "l",
  ])

  private static let allOfUs: Set<[UInt8]> = .words([
    "canada", "government", "ottawa", "gouvernement",
  ])

  /// "will ask if", « demandera si », « pour savoir si »: a question, not a condition.
  private func asksWhether(_ mark: UnitReading.Mark) -> Bool {
    guard mark.first > 0, Self.conjunctions.contains(reading.words[mark.first]) else {
      return false
    }
    let verb = String(decoding: reading.words[mark.first - 1], as: UTF8.self)
    return Self.asking.contains { verb.hasPrefix($0) }
  }

  private static let conjunctions: Set<[UInt8]> = [
    Array("if".utf8), Array("si".utf8), Array("s".utf8),
  ]

  /// Beginnings of verbs that ask.
  private static let asking = [
    "ask", "see", "check", "test", "learn", "know", "tell", "determin", "establish", "wonder",
    "demand", "savoir", "vérifi", "voir", "verra", "détermin", "établi", "dire", "dira", "évalu",
    "mesur", "examin", "étudi", "apprendre", "indiqu", "précis", "signal", "indicat", "stat",
    "specif", "say", "record",
  ]

  /// A hedge in the act's own clause; anywhere in the unit when `clause` is `nil`.
  func hedge(inClause clause: Int? = nil) -> SourceSpan? {
    reading.marks(.hedge).first { isNear($0, clause) }.map(reading.span)
  }

  /// A condition on the act of a clause; anywhere in the unit when `clause` is `nil`.
  ///
  /// `topic` is the token of what a requirement asks about: where that is the very crisis on which the act waits,
  /// the act is all that can be promised.
  func condition(inClause clause: Int? = nil, asking topic: Int? = nil) -> SourceSpan? {
    // "if possible" is a hedge and "if any" is neither.
    let hedges = reading.marks(.hedge)
    let any: Set<[UInt8]> = [Array("any".utf8), Array("not".utf8)]
    let even: Set<[UInt8]> = [Array("even".utf8), Array("même".utf8)]
    let demand = reading.demand
    return reading.marks(.condition).first { mark in
      guard isNear(mark, clause), !isHyphened(mark), !isDuration(mark) else { return false }
      if let demand, mark.first <= demand.exception, mark.last >= demand.exception { return false }
      if mark.first > 0, even.contains(reading.words[mark.first - 1]) { return false }
      if asksWhether(mark) || isDemand(mark) || isDenied(mark) { return false }
      if let topic, isContingency(mark, topic) { return false }
      if hedges.contains(where: { $0.first <= mark.first && $0.last >= mark.last }) { return false }
      if mark.last + 1 < reading.words.count, any.contains(reading.words[mark.last + 1]) {
        return false
      }
      return true
    }.map(reading.span)
  }

  /// What stands behind a semicolon softens nothing before it, nor does a clause with a governing word of its
  /// own soften the next.
  private func isNear(_ mark: UnitReading.Mark, _ clause: Int?) -> Bool {
    guard let clause, let other = reading.clauses.firstIndex(of: clause) else { return true }
    let own = reading.clauses[mark.first]
    if own == clause { return true }
    guard reading.segments[mark.first] == reading.segments[other] else { return false }
    return !reading.marks.contains { governing in
      switch governing.category {
      case .binding, .intending, .past: reading.clauses[governing.first] == own
      default: false
      }
    }
  }

  /// "a one-day test" is no distant day.
  private func isHyphened(_ mark: UnitReading.Mark) -> Bool {
    mark.first < mark.last
      && reading.tokens[mark.first + 1].start - reading.tokens[mark.first].end == 1
      && reading.hyphened[mark.first + 1]
  }

  /// "within one day", "one day of training", « au moins un jour », « un jour par mois »: how long or how often,
  /// and no distant day.
  private func isDuration(_ mark: UnitReading.Mark) -> Bool {
    guard mark.last == mark.first + 1, Self.days.contains(reading.words[mark.last]) else {
      return false
    }
    if mark.first > 0, !reading.afterComma[mark.first],
      Self.lasting.contains(reading.words[mark.first - 1])
    {
      return true
    }
    let next = mark.last + 1
    return next < reading.words.count && !reading.afterComma[next]
      && Self.measured.contains(reading.words[next])
  }

  private static let days: Set<[UInt8]> = .words(["day", "jour"])
  private static let lasting: Set<[UInt8]> = .words([
    "within", "in", "every", "for", "least", "of", "than", "under", "per", "lasting", "last",
    "dans", "en", "pendant", "durant", "moins", "pour", "d", "de", "chaque", "sous", "sur",
  ])
  private static let measured: Set<[UInt8]> = .words([
    "of", "a", "per", "each", "before", "after", "par", "de", "d", "avant", "après", "ouvrable",
  ])

  /// "If an unforeseen crisis breaks out": the contingency that a requirement itself asks for.
  private func isContingency(_ mark: UnitReading.Mark, _ topic: Int) -> Bool {
    let behind = mark.last + 1..<min(mark.last + 9, reading.words.count)
    guard behind.contains(topic), !reading.hasComma(mark.last, topic) else { return false }
    return behind.contains { index in
      Self.contingencies.contains { reading.words[index].starts(with: $0) }
    }
  }

  private static let contingencies = [
    "crisis", "crises", "emergenc", "coup", "epidemic", "pandemic", "outbreak", "disaster",
    "unforeseen", "unexpected", "crise", "urgence", "épidémi", "pandémi", "catastroph", "imprévu",
    "flamb",
  ].map { Array($0.utf8) }

  /// "will pay only if women vote": a condition that the department sets for others, unless money or leave is
  /// what it waits for.
  private func isDemand(_ mark: UnitReading.Mark) -> Bool {
    guard mark.first > 0, Self.only.contains(reading.words[mark.first - 1]) else { return false }
    return !reading.words[mark.last...].prefix(8).contains { word in
      Self.means.contains { word.starts(with: $0) }
    }
  }

  private static let only: Set<[UInt8]> = .words(["only", "seulement", "que"])
  static let means = [
    "fund", "money", "resource", "budget", "approv", "agree", "permit", "allow", "fonds", "crédit",
    "ressource", "approuv", "permet",
  ].map { Array($0.utf8) }

  /// "no longer depends on", « ne dépend plus »: a condition that is gone.
  private func isDenied(_ mark: UnitReading.Mark) -> Bool {
    reading.marks.contains { denial in
      switch denial.category {
      case .negation, .ending: denial.last < mark.first && mark.first - denial.last <= 2
      case .notNegation: denial.first < mark.first && denial.last >= mark.first
      default: false
      }
    }
  }
}

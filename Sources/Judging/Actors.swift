internal import SourceText

/// An organization that plans name, told to the judge by its caller.
///
/// The judge holds no list of its own: which organizations there are is knowledge of the field.
package struct NamedOrganization: Sendable, Hashable {
  /// Names and acronyms in each language, as they are written in running text.
  package var english: [String]
  package var french: [String]
  /// Names that are too short to be told in running text, but name a document's own department.
  package var short: [String]
  /// Indices of those that speak for it too: a former name, the other half of a joint plan.
  package var kin: [Int]

  package init(
    english: [String], french: [String], short: [String] = [], kin: [Int] = []
  ) {
    self.short = short
    self.english = english
    self.french = french
    self.kin = kin
  }

  func names(_ language: Language) -> [String] { language == .english ? english : french }
}

/// Whose document it is: which of the named organizations is "we".
struct OwnOrganizations: Sendable {
  /// True when promises of every organization count, as in a plan of the whole government.
  var isEveryone: Bool
  var indices: Set<Int>
  /// True when what all partners are to do is the document's own, as in a plan that is carried out with them.
  var bindsPartners = false

  func contains(_ organization: Int) -> Bool { isEveryone || indices.contains(organization) }
}

extension Scope {
  /// The other actor whose act it is, if any: the subject of the governing word or of the act itself, or
  /// who does it in a passive.
  func otherActor(modality: Modality, first: Int, last: Int) -> SourceSpan? {
    let verb = modality.mark?.first ?? first
    guard verb < reading.clauses.count else { return nil }
    if let agent = agent(first: first, last: last) { return reading.span(agent) }
    let clause = reading.clauses[verb]
    guard !isGift(verb) else { return nil }
    if let state = state(before: verb) ?? foreignBody(before: verb, passive: modality.mark)
      ?? nationalBody(before: verb, passive: modality.mark)
    {
      return reading.span(state)
    }
    if let spoken = antecedent(of: verb),
      modality.mark.map({ !reading.isPassive(after: $0) }) ?? true,
      let other = others.first(where: { $0.last == spoken })
    {
      return reading.span(other)
    }
    let others = others.filter {
      $0.last < verb && reading.clauses[$0.first] == clause && !isInCondition($0, before: verb)
    }
    guard let subject = others.last(where: isSubject) else { return nil }
    if binds(subject, modality) || joinsPlan(subject, verb) { return nil }
    // "No partner will be paid unless …": what the department sets for it.
    if let demand = reading.demand, demand.verb.first == verb { return nil }
    let isOwn = reading.marks(.ownActor).contains { own in
      // "our partners" and "Justice Canada" are not us.
      own.last < verb && reading.clauses[own.first] == clause
        && !others.contains { $0.first <= own.first && $0.last >= own.last }
        && !isPart(own, of: subject)
    }
    if isOwn || ownNames.contains(where: { $0.last < verb && reading.clauses[$0.first] == clause })
    {
      return nil
    }
    // Without a governing word the act must follow its subject closely: "The Union trains …".
    if modality.mark == nil {
      guard modality.force == .present || modality.force == .past,
        !reading.hasComma(subject.last, verb)
      else { return nil }
    }
    return reading.span(subject)
  }

  /// « le ministère de la Justice du pays hôte », "the courts of the host country": a body by a name of ours that
  /// belongs to another.
  private func isPart(_ own: UnitReading.Mark, of other: UnitReading.Mark) -> Bool {
    guard own.last < other.first, other.first - own.last <= 6,
      Self.genitives.contains(reading.words[other.first - 1])
        || other.first > 1 && Self.genitives.contains(reading.words[other.first - 2]),
      !reading.hasComma(own.last, other.first)
    else { return false }
    return !reading.marks.contains { mark in
      mark.first > own.last && mark.last < other.first
        && (mark.category == .binding || mark.category == .past)
    } && !reading.words[(own.last + 1)..<other.first].contains(where: Self.joins.contains)
  }

  private static let joins: Set<[UInt8]> = .words(["and", "with", "et", "avec", "or", "ou"])

  /// The state, or the body of one, that is the subject of a verb.
  func foreignActor(modality: Modality, first: Int) -> SourceSpan? {
    let verb = modality.mark?.first ?? first
    guard verb < reading.clauses.count, !isGift(verb) else { return nil }
    let mark =
      state(before: verb) ?? foreignBody(before: verb, passive: modality.mark)
      ?? nationalBody(before: verb, passive: modality.mark)
    return mark.map(reading.span)
  }

  /// "Parks Canada is to join the plan": a federal body that will carry the plan too.
  private func joinsPlan(_ subject: UnitReading.Mark, _ verb: Int) -> Bool {
    guard subject.category == .organization else { return false }
    let near = verb..<min(verb + 7, reading.words.count)
    guard
      let join = near.first(where: { index in
        Self.joiningVerbs.contains { reading.words[index].starts(with: $0) }
      })
    else { return false }
    return (join + 1..<min(join + 4, reading.words.count)).contains {
      reading.words[$0].elementsEqual("plan".utf8)
    }
  }

  private static let joiningVerbs = ["join", "joindr", "rejoindr", "adhér"].map { Array($0.utf8) }

  /// "If the host country agrees, women could …": who acts in the condition and not in what follows its comma.
  private func isInCondition(_ mark: UnitReading.Mark, before verb: Int) -> Bool {
    guard reading.hasComma(mark.last, verb) else { return false }
    return (max(0, mark.first - 3)..<mark.first).contains {
      Self.conditional.contains(reading.words[$0])
        && reading.clauses[$0] == reading.clauses[mark.first] && !reading.hasComma($0, mark.first)
    }
  }

  private static let conditional: Set<[UInt8]> = .words([
    "if", "when", "once", "unless", "should", "si", "s", "lorsque", "quand", "dès",
  ])

  /// "Norway will fund …": a state right before its verb, with nobody of ours at its side.
  private func state(before verb: Int) -> UnitReading.Mark? {
    let clause = reading.clauses[verb]
    guard
      let state = reading.marks.last(where: {
        $0.category == .state && $0.last < verb && verb - $0.last <= 2
      }), reading.clauses[state.first] == clause, isSubject(state), !isComplement(state)
    else { return nil }
    return isShared(before: verb, inClause: clause) ? nil : state
  }

  /// "Partners must have a code", « les fournisseurs devront … »: what the department imposes on those whom it
  /// pays is its own rule.
  private func binds(_ subject: UnitReading.Mark, _ modality: Modality) -> Bool {
    guard let mark = modality.mark, mark.category == .binding,
      // "will be required to" says it behind its first word.
      reading.words[mark.first..<min(mark.last + 3, reading.words.count)].contains(
        where: Self.obliging.contains)
    else { return false }
    return reading.words[subject.first...subject.last].contains { word in
      Self.dependants.contains { word.starts(with: $0) }
    }
  }

  private static let obliging: Set<[UInt8]> = .words([
    "must", "shall", "required", "obliged", "bound", "doit", "doivent", "devra", "devront", "tenus",
    "tenues", "tenu", "tenue",
  ])
  private static let dependants = [
    "partner", "partenaire", "contractor", "organism", "ngos", "ong", "recipient", "fournisseur",
    "grantee", "supplier", "firms", "companies", "entreprise",
  ].map { Array($0.utf8) }

  /// "the women of Congo", « les anciennes combattantes du Congo »: a state that only says which.
  func isComplement(_ state: UnitReading.Mark) -> Bool {
    (max(0, state.first - 2)..<state.first).contains { Self.genitives.contains(reading.words[$0]) }
  }

  private static let genitives: Set<[UInt8]> = .words(["of", "de", "du", "d", "des"])

  /// "Partners will receive training", « les provinces toucheront une somme »: what others get is given to them.
  private func isGift(_ verb: Int) -> Bool {
    reading.words[verb..<min(verb + 3, reading.words.count)].contains { word in
      Self.receiving.contains { word.starts(with: $0) }
    }
  }

  private static let receiving = [
    "receiv", "get", "obtain", "benefit", "recevr", "reçoi", "obtien", "bénéfici", "toucher",
  ].map { Array($0.utf8) }

  /// Other actors and organizations that are not the document's own.
  var others: [UnitReading.Mark] {
    reading.marks.filter {
      $0.category == .otherActor
        || ($0.category == .organization && !own.contains($0.organization))
    }.filter { !isEveryPartner($0) }
  }

  private var ownNames: [UnitReading.Mark] {
    reading.marks.filter { $0.category == .organization && own.contains($0.organization) }
  }

  /// False for "with our partners", « auprès des partenaires »: named, but not who acts.
  func isSubject(_ mark: UnitReading.Mark) -> Bool {
    let prepositions =
      reading.language == .english ? Self.englishPrepositions : Self.frenchPrepositions
    var index = mark.first - 1
    // Articles and "of" do not count: « dans les opérations des Nations Unies ».
    var counted = 0
    while index >= 0, counted < 3, reading.clauses[index] == reading.clauses[mark.first],
      !reading.afterComma[index + 1]
    {
      if prepositions.contains(reading.words[index]) { return false }
      if !Self.articles.contains(reading.words[index]) { counted += 1 }
      index -= 1
    }
    return true
  }

  private static let articles: Set<[UInt8]> = .words([
    "the", "a", "of", "le", "la", "les", "l", "de", "du", "des", "d",
  ])
  private static let englishPrepositions: Set<[UInt8]> = .words([
    "from", "with", "by", "for", "to", "through", "alongside", "between", "among", "in", "at",
    "via",
    "on", "under", "against", "towards", "toward", "across",
  ])
  private static let frenchPrepositions: Set<[UInt8]> = .words([
    "avec", "par", "pour", "à", "au", "aux", "auprès", "entre", "parmi", "dans", "chez", "via",
    "sur",
    "sous", "contre", "vers",
  ])

  /// "will be trained by the United Nations", « sera assurée par l’ONU ».
  private func agent(first: Int, last: Int) -> UnitReading.Mark? {
    let by = reading.language == .english ? Array("by".utf8) : Array("par".utf8)
    let limit = min(last + 4, reading.words.count)
    guard first < limit, reading.marks(.auxiliary).contains(where: { $0.first < limit }) else {
      return nil
    }
    guard
      let place = (min(first + 1, limit)..<limit).first(where: {
        reading.words[$0] == by && reading.clauses[$0] == reading.clauses[first]
          && isParticiple($0 - 1)
      })
    else { return nil }
    let hasOwn = reading.marks(.ownActor).contains { own in
      reading.clauses[own.first] == reading.clauses[first]
        && !others.contains { $0.first <= own.first && $0.last >= own.last }
    }
    guard !hasOwn else { return nil }
    return others.first { $0.first > place && $0.first - place <= 3 }
  }

  private func isParticiple(_ index: Int) -> Bool {
    switch VerbForm.of(reading.words[index], reading.language) {
    case .past, .participle: true
    default: false
    }
  }

  /// "answers to the Minister for", « est responsable de »: who is held to account.
  func isAnswerable(_ first: Int, _ last: Int) -> Bool {
    reading.words[first...last].contains { word in
      Self.answering.contains { word.starts(with: $0) }
    }
  }

  private static let answering = [
    "answer", "accountable", "responsible", "répond", "responsable", "imputable",
  ].map { Array($0.utf8) }

  /// "led by the Peace Branch", « que dirige la Direction », "the Peace Branch leads": the one between the tokens is in
  /// charge.
  func isInCharge(_ first: Int, _ last: Int) -> Bool {
    let before = reading.words[max(0, first - 5)..<first]
    if let verb = before.lastIndex(where: { word in
      Self.leading.contains { word.starts(with: $0) }
    }) {
      return reading.clauses[verb] == reading.clauses[first] && !reading.afterComma[first]
    }
    guard last + 1 < reading.words.count else { return false }
    return reading.words[last + 1] == Self.leads
  }

  private static let leading = ["led", "dirig", "pilot"].map { Array($0.utf8) }
  private static let leads = Array("leads".utf8)

  /// "The Tracing Unit traced …": a finite past close behind its subject.
  func didSomething(behind last: Int) -> Bool {
    guard reading.language == .english else { return false }
    return (last + 1..<min(last + 4, reading.words.count)).contains { index in
      reading.clauses[index] == reading.clauses[last] && !reading.afterComma[index]
        && VerbForm.of(reading.words[index], .english) == .past
        && (index + 1 == reading.words.count || reading.words[index + 1] != Self.by)
    }
  }

  private static let by = Array("by".utf8)

  /// "It", « Elle » as the subject: who acts is told by the sentence before.
  func beginsWithPronoun(before verb: Int) -> Bool {
    guard let start = reading.words.indices.first, verb > start, verb - start <= 4 else {
      return false
    }
    let pronouns = reading.language == .english ? Self.englishPronouns : Self.frenchPronouns
    return pronouns.contains(reading.words[start])
  }

  private static let englishPronouns: Set<[UInt8]> = .words(["it", "they"])
  private static let frenchPronouns: Set<[UInt8]> = .words(["il", "elle", "ils", "elles"])

  /// The other actor that opens a sentence as its subject, with nobody of ours before it.
  func openingActor() -> SourceSpan? {
    guard let other = others.first, other.first <= 3, isSubject(other),
      !reading.marks(.ownActor).contains(where: { own in
        own.first < other.first && !(other.first <= own.first && other.last >= own.last)
      })
    else { return nil }
    return reading.span(other)
  }
}

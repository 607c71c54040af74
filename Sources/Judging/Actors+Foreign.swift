internal import Matching
internal import SourceText

/// Bodies of other states, and partners who are meant one and all.
extension Scope {
  /// "The Namibian gender ministry will train …", « la police kényane déploiera … »: the adjective of the state
  /// whose body acts.
  func nationalBody(before verb: Int, passive mark: UnitReading.Mark?) -> UnitReading.Mark? {
    if isDone(mark) { return nil }
    let clause = reading.clauses[verb]
    for state in reading.marks.reversed()
    where state.category == .nationality && state.last < verb
      && reading.clauses[state.first] == clause
    {
      let beside =
        reading.language == .english
        ? state.last + 1..<min(state.last + 4, verb) : max(0, state.first - 2)..<state.first
      guard !beside.isEmpty, let body = beside.last(where: isBody) else { continue }
      let name = min(body, state.first)..<max(body, state.last) + 1
      if let relative = antecedent(of: verb), relative == name.upperBound - 1 { return state }
      guard verb - name.upperBound <= 3, !reading.hasComma(name.upperBound - 1, verb),
        stands(name.lowerBound), !isJoined(max(0, name.lowerBound - 4)..<verb)
      else { continue }
      if !isShared(before: name.lowerBound, inClause: clause) { return state }
    }
    return nil
  }

  /// "… with the armed forces, which will deploy": the last token of what a relative clause says more about;
  /// `nil` for a verb whose subject is another.
  func antecedent(of verb: Int) -> Int? {
    guard verb >= 2, Self.relative.contains(reading.words[verb - 1]) else { return nil }
    return verb - 2
  }

  private func isBody(_ index: Int) -> Bool {
    Self.bodies.contains(reading.words[index])
      || Self.nationalBodies.contains(reading.words[index])
  }

  private static let relative: Set<[UInt8]> = .words(["which", "who", "that", "qui"])

  /// "Norway's aid agency will fund …", « l’agence d’aide de la Norvège financera … »: the state whose body acts.
  func foreignBody(before verb: Int, passive mark: UnitReading.Mark?) -> UnitReading.Mark? {
    if isDone(mark) { return nil }
    let clause = reading.clauses[verb]
    guard
      let state = reading.marks.last(where: {
        $0.category == .state && $0.last < verb && reading.clauses[$0.first] == clause
      }), !reading.hasComma(state.last, verb)
    else { return nil }
    let body: Int
    if reading.isPossessive(state) {
      guard verb - state.last <= 6,
        let head = (state.last + 1..<verb).first(where: { Self.bodies.contains(reading.words[$0]) })
      else { return nil }
      body = head
      guard stands(state.first), !isJoined(state.last + 1..<verb) else { return nil }
    } else {
      guard verb - state.last <= 2, isComplement(state),
        let head = (max(0, state.first - 7)..<state.first).last(where: {
          Self.bodies.contains(reading.words[$0])
        }), reading.clauses[head] == clause, !reading.hasComma(head, state.first)
      else { return nil }
      body = head
      guard stands(head), !isJoined(max(0, head - 4)..<verb) else { return nil }
    }
    return isShared(before: min(body, state.first), inClause: clause) ? nil : state
  }

  /// True where one of us stands before a token of a clause.
  func isShared(before index: Int, inClause clause: Int) -> Bool {
    reading.marks.contains {
      $0.category == .ownActor && $0.last < index && reading.clauses[$0.first] == clause
    }
  }

  /// False for "with the army of Mali", "the women of the army of Mali": named, but not who acts.
  private func stands(_ index: Int) -> Bool {
    let place = UnitReading.Mark(category: .state, first: index, last: index)
    return isSubject(place) && !isComplement(place)
  }

  /// "Norway's agency and we will", "our team at Norway's embassy".
  private func isJoined(_ range: Range<Int>) -> Bool {
    range.contains { Self.joining.contains(reading.words[$0]) }
  }

  /// "will be supported", « sera soutenue »: what is done to it.
  private func isDone(_ mark: UnitReading.Mark?) -> Bool {
    guard let mark else { return false }
    return reading.isPassive(after: mark) || Self.being.contains(reading.words[mark.last])
  }

  private static let being: Set<[UInt8]> = .words(["sera", "seront", "serait", "seraient"])
  private static let joining: Set<[UInt8]> = .words([
    "and", "with", "we", "our", "et", "avec", "nous", "notre", "nos",
  ])
  private static let bodies: Set<[UInt8]> = .words([
    "agency", "government", "ministry", "army", "police", "parliament", "military", "forces",
    "navy", "agence", "gouvernement", "ministère", "armée", "parlement", "commission", "committee",
    "council", "assembly", "comité", "conseil", "assemblée",
  ])
  /// Bodies that are ours as often as not without the name of a state at their side.
  private static let nationalBodies: Set<[UInt8]> = .words([
    "authorities", "officials", "troops", "counterparts", "gendarmerie", "delegation", "ministers",
    "institutions", "courts", "senate", "president", "minister", "service", "services", "guard",
    "autorités", "troupes", "homologues", "délégation", "ministre", "ministres",
    "tribunaux", "sénat", "président", "présidente", "armées", "marine", "garde",
  ])

  /// "All partners will report", « chaque partenaire fera rapport »: in a plan of everyone, who takes part in it
  /// promises with it.
  func isEveryPartner(_ mark: UnitReading.Mark) -> Bool {
    guard own.isEveryone || own.bindsPartners,
      reading.words[mark.first...mark.last].contains(where: { word in
        Self.partner.contains { word.starts(with: $0) }
      }),
      !reading.words[mark.first...mark.last].contains(where: { word in
        Self.foreign.contains { word.starts(with: $0) }
      })
    else { return false }
    for index in stride(from: mark.first - 1, through: max(0, mark.first - 4), by: -1) {
      if Self.universal.contains(reading.words[index]) { return true }
      guard Self.between.contains(reading.words[index]) else { return false }
    }
    return false
  }

  private static let partner = ["partner", "partenaire"].map { Array($0.utf8) }
  private static let foreign = [
    "countr", "government", "state", "other", "our", "pays", "état", "nos", "autre",
  ].map { Array($0.utf8) }
  private static let universal: Set<[UInt8]> = .words([
    "all", "every", "each", "tous", "toutes", "chaque", "chacun",
  ])
  private static let between: Set<[UInt8]> = .words([
    "the", "of", "federal", "implementing", "les", "des", "organismes", "ministères",
  ])
}

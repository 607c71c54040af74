internal import Documents
internal import Judging
internal import RuleSets
internal import SourceText

extension FactReading {
  /// Commitments in the units that marks were found in; both come in the order of the units.
  mutating func readCommitments(_ marks: [LadderMark], _ language: Language) {
    var index = 0
    /// How the units that introduce others bind.
    var leadIns: [Int: Promise] = [:]
    for unit in source.indices where hasModal[unit] {
      let block = document.blocks[Int(source[unit].block)]
      guard block.language == language else { continue }
      while index < marks.count, marks[index].unit < unit { index += 1 }
      var end = index
      while end < marks.count, marks[end].unit == unit { end += 1 }
      let own = Array(marks[index..<end])
      index = end
      tokens.read(document.text, source[unit].textRange, language)
      guard !tokens.list.isEmpty else { continue }
      noteFlags(unit, own)
      var promise = promise(unit, own, language)
      if promise == nil, block.kind == .listItem || block.kind == .tableRow,
        source[unit].context >= 0, var inherited = leadIns[Int(source[unit].context)]
      {
        inherited.verb = 0
        inherited.start = tokens.list[0].start
        inherited.end = tokens.list[0].end
        promise = inherited
      } else if promise != nil {
        leadIns[unit] = promise
      }
      if let promise {
        facts.units[unit].flags.insert(promise.binds ? .binds : .intends)
      }
      if let promise, promise.verb < tokens.list.count || promise.isOpen {
        if promise.isOpen, promise.verb >= tokens.list.count { continue }
        append(promise, unit)
      }
    }
  }

  /// A governing word with its actor.
  private struct Promise {
    var start: Int
    var end: Int
    /// Token that names the act.
    var verb: Int
    var binds: Bool
    var continues = false
    var isHedged = false
    var isConditional = false
    var actor = CommitmentFact.Actor.none
    var organization: Int16 = -1
    /// Nothing follows: the unit introduces a list.
    var isOpen = false
  }

  private mutating func noteFlags(_ unit: Int, _ marks: [LadderMark]) {
    for mark in marks {
      switch mark.category {
      case .binding: facts.units[unit].flags.insert(.binds)
      case .intending: facts.units[unit].flags.insert(.intends)
      case .past: facts.units[unit].flags.insert(.past)
      case .negation, .ending: facts.units[unit].flags.insert(.denies)
      case .attribution: facts.units[unit].flags.insert(.attributes)
      default: break
      }
    }
  }

  private func promise(
    _ unit: Int, _ marks: [LadderMark], _ language: Language
  ) -> Promise? {
    guard var found = governing(marks, language) else { return nil }
    if marks.contains(where: { $0.category == .attribution && $0.start < found.start }) {
      return nil
    }
    // Said of the past, or denied right around the word.
    for mark in marks where mark.category == .negation || mark.category == .ending {
      let isExcused = marks.contains {
        $0.category == .notNegation && $0.start <= mark.start && $0.end >= mark.end
      }
      if isExcused { continue }
      let between = abs(mark.start - found.end) < 6 || abs(found.start - mark.end) < 8
      if between || (mark.start >= found.start && mark.end <= found.end) { return nil }
    }
    found.isHedged = marks.contains { $0.category == .hedge }
    found.isConditional = marks.contains { $0.category == .condition }
    settleActor(&found, unit, marks)
    return found
  }

  /// The first word that binds or softens, with the longest phrase that it begins.
  private func governing(_ marks: [LadderMark], _ language: Language) -> Promise? {
    var best: LadderMark?
    for mark in marks where mark.category == .binding || mark.category == .intending {
      // The month of May.
      if mark.end - mark.start == 3, document.text[mark.start] == 0x4D,
        mark.start > tokens.list[0].start
      {
        continue
      }
      if let known = best, known.start <= mark.start,
        known.start < mark.start || known.end > mark.end
          || (known.end == mark.end && known.category == .intending)
      {
        continue
      }
      best = mark
    }
    var future: Int?
    var isFuture = false
    if language == .french {
      future = tokens.list.firstIndex { token in
        guard token.flags.contains(.future),
          let tense = VerbForm.frenchTense(lowercased(token))
        else { return false }
        isFuture = tense == .future
        return true
      }
    }
    if let future, best.map({ tokens.list[future].start < $0.start }) ?? true {
      let token = tokens.list[future]
      return Promise(start: token.start, end: token.end, verb: future, binds: isFuture)
    }
    guard let best else { return nil }
    // A word of the French future that is also in a phrase is the act itself.
    var verb = tokens.list.firstIndex { $0.start >= best.end } ?? tokens.list.count
    if language == .french, let inside = future, tokens.list[inside].start == best.start {
      verb = best.category == .binding ? inside : verb
    }
    while verb < tokens.list.count, isAdverb(verb) { verb += 1 }
    return Promise(
      start: best.start, end: best.end, verb: verb, binds: best.category == .binding,
      continues: isContinuing(best.start, best.end), isOpen: verb >= tokens.list.count)
  }

  private func isContinuing(_ start: Int, _ end: Int) -> Bool {
    let text = String(decoding: document.text[start..<end], as: UTF8.self).lowercased()
    return text.holdsBytes(of: "continu") || text.holdsBytes(of: "poursui")
  }

  private func isAdverb(_ index: Int) -> Bool {
    let token = tokens.list[index]
    let text = document.text[token.start..<token.end]
    return (text.count > 4 && text.suffix(2).elementsEqual("ly".utf8))
      || text.elementsEqual("also".utf8) || text.elementsEqual("be".utf8)
      || text.elementsEqual("then".utf8) || text.elementsEqual("aussi".utf8)
      || text.elementsEqual("to".utf8)
  }

  private func lowercased(_ token: FactToken) -> [UInt8] {
    var word = Array(document.text[token.start..<token.end])
    for index in word.indices where word[index] >= 0x41 && word[index] <= 0x5A {
      word[index] |= 0x20
    }
    return word
  }

  /// What stands between the kind of a department and its name.
  private static let beforeName: Set<String> = [
    " of ", " for ", " of the ", " de ", " du ", " des ", " de la ", " de l'", " de l’", " d'",
    " d’",
  ]

  /// The organization or actor named last before the governing word.
  private func settleActor(_ promise: inout Promise, _ unit: Int, _ marks: [LadderMark]) {
    var position = -1
    /// Behind the last word for the author.
    var end = 0
    for mark in marks where mark.end <= promise.start {
      if mark.category == .otherActor, mark.start >= position {
        // « le ministère des Partenariats extérieurs »: part of the department's name.
        if position >= 0, end > 0, end <= mark.start,
          !(0x61...0x7A).contains(document.text[mark.start]),
          Self.beforeName.contains(String(decoding: document.text[end..<mark.start], as: UTF8.self))
        {
          continue
        }
        promise.actor = .other
        position = mark.start
      } else if mark.category == .ownActor, mark.start > position {
        let word = String(decoding: document.text[mark.start..<mark.end], as: UTF8.self)
          .lowercased()
        let isCountry = ["canada", "government", "gouvernement", "canadian"].contains(word)
        promise.actor =
          !isCountry ? .own : endsName(mark, word) ? .organization : .country
        position = mark.start
        end = mark.end
      }
    }
    for fact in facts.organizations(of: unit) where Int(fact.end) <= promise.start {
      if Int(fact.start) >= position || promise.actor == .country || promise.actor == .own {
        promise.actor = .organization
        promise.organization = fact.organization
        position = Int(fact.start)
      }
    }
    if promise.actor == .none, followsName(promise) { promise.actor = .organization }
  }

  /// True for the last word of a name such as "Settlement Canada" or « Établissement Canada ».
  private func endsName(_ mark: LadderMark, _ word: String) -> Bool {
    guard word == "canada", let index = tokens.list.firstIndex(where: { $0.start == mark.start }),
      index > 0, tokens.list[index].flags.isDisjoint(with: FactToken.Flags.breaks)
    else { return false }
    let before = tokens.list[index - 1]
    if document.blocks[Int(source[mark.unit].block)].language == .french {
      // The country has its article; a name that ends with it has none.
      let article = String(decoding: document.text[before.start..<before.end], as: UTF8.self)
      return !["le", "du", "au", "que", "et", "ou", "par"].contains(article.lowercased())
    }
    return before.flags.contains(.capital) && before.wordClass != .stop
  }

  /// True when two words with capitals, not at the beginning alone, stand right before the governing word.
  private func followsName(_ promise: Promise) -> Bool {
    guard let end = tokens.list.lastIndex(where: { $0.end <= promise.start }), end > 0 else {
      return false
    }
    let last = tokens.list[end]
    let before = tokens.list[end - 1]
    return last.flags.contains(.capital) && before.flags.contains(.capital)
      && last.flags.isDisjoint(with: FactToken.Flags.breaks) && before.wordClass != .stop
  }

  private mutating func append(_ promise: Promise, _ unit: Int) {
    let block = document.blocks[Int(source[unit].block)]
    var deadline = 0
    for date in facts.dates(of: unit) where date.year > 0 {
      let isLimit =
        date.role.contains(.deadline) || date.role.contains(.target)
        || date.role.contains(.ending)
        || (block.kind != .tableRow && Int(date.start) > promise.end
          && !date.role.contains(.inParentheses) && !date.role.contains(.since)
          && !date.role.contains(.baseline))
      if isLimit { deadline = max(deadline, date.last) }
    }
    var measure: Int32 = -1
    var money: Int32 = -1
    let numbers = facts.numbers(of: unit)
    for index in numbers.indices {
      switch numbers[index].kind {
      case .money: if money < 0 { money = Int32(index) }
      case .count, .percent:
        if measure < 0, !numbers[index].qualifiers.contains(.inWords) || numbers[index].value >= 2 {
          measure = Int32(index)
        }
      case .duration, .label: break
      }
    }
    var rung: Rung = promise.binds && !promise.isConditional ? .commitment : .intent
    if promise.isHedged, rung == .commitment { rung = .intent }
    if rung == .commitment, deadline > 0 || measure >= 0 || money >= 0 { rung = .resourced }
    let verb = min(promise.verb, tokens.list.count - 1)
    facts.commitments.append(
      CommitmentFact(
        unit: Int32(unit), start: UInt32(promise.start), end: UInt32(promise.end),
        act: stem(of: tokens.list[verb]), actor: promise.actor,
        organization: promise.actor == .organization ? promise.organization : -1,
        rung: FactRung(rung), deadline: Int32(clamping: deadline), measure: measure, money: money,
        isHedged: promise.isHedged, continues: promise.continues))
  }

  private func stem(of token: FactToken) -> UInt32 {
    FactTokens.stem(lowercased(token).span)
  }
}

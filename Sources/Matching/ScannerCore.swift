import SourceText

/// The scanner's loop over units and words, and what a unit's hits lead to.
///
/// Almost every word of a text was met before. Its bytes are then found in the word cache, which gives the
/// symbol and where the automaton goes with it from its root; the rest of this type is for the others.
struct ScannerCore {
  private let program: MatchProgram
  private let tables: ScannerTables
  private let stemmer: Stemmer
  private var cache = WordCache()
  private var reader: TokenReader
  private var hits: UnitHits
  private var evaluator: CompositeEvaluator
  private var awake: AwakeGroups
  private var contexts = UnitContexts()
  private var pieces: [WordCache.Piece] = []

  private var runs = UnitRuns()
  private var tokens = UnitTokens()
  private var ends = UnitEnds()
  /// Tokens of the unit's context, in front of its own.
  private var contextCount = 0
  private var unit = 0
  private var state: UInt32 = 0
  /// Whether a phrase ended in the unit that is a match or gives reason to look at a concept.
  private var isActive = false
  private let findsAll: Bool
  /// For each follower, the bit without which it has no hits in a unit.
  private let followerBits: [UInt32]
  /// Matches of operands joined by `&` in the unit, by concept.
  private var joints: [(concept: Int, joint: CompositeEvaluator.Joint)] = []
  private var spans: [TokenSpan] = []

  init(_ program: MatchProgram, findsAll: Bool) {
    self.program = program
    self.findsAll = findsAll
    tables = program.tables
    stemmer = Stemmer(program.language)
    reader = TokenReader(program.language)
    hits = UnitHits(tables)
    evaluator = CompositeEvaluator()
    awake = AwakeGroups(count: program.groupCount)
    followerBits = tables.followerBits()
  }

  /// To be called once, at the end.
  func deallocate() {
    cache.deallocate()
    hits.deallocate()
    runs.deallocate()
    tokens.deallocate()
    ends.deallocate()
  }

  mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ units: UnsafeBufferPointer<UnitRange>,
    _ matches: inout [UnitMatch]
  ) {
    guard let base = text.baseAddress else { return }
    contexts.begin(units)
    runs.begin()
    for index in units.indices {
      let range = units[index]
      let end = min(Int(range.end), text.count)
      let start = min(Int(range.start), end)
      let firstMatch = matches.count
      begin(index, context: range.context, byteCount: end - start)
      walk(base, start..<end, textEnd: text.count)
      let isContext = contexts.needs(index)
      guard isActive || isContext || findsAll || !awake.groups.isEmpty || !hits.woken.isEmpty
      else { continue }
      noteEnds(&matches)
      if isContext { keepContext(index) }
      findLeaders(&matches)
      if isContext { contexts.keep(index, groups: awake.groups) }
      findFollowers(inAllGroups: isContext || findsAll, &matches)
      if matches.count - firstMatch > 1 { matches.tidy(from: firstMatch) }
    }
  }

  // MARK: Units

  private mutating func begin(_ index: Int, context: Int32, byteCount: Int) {
    unit = index
    hits.begin()
    awake.begin()
    joints.removeAll(keepingCapacity: true)
    isActive = false
    state = 0
    contextCount = 0
    // A token takes at least one byte.
    tokens.reset(capacity: byteCount + UnitContexts.mostTokens)
    ends.reset(capacity: byteCount)
    if context >= 0, let kept = contexts.restore(context, into: &tokens) {
      contextCount = tokens.count
      state = kept.state
      for end in kept.ends { hits.note(end) }
    }
    if context >= 0, context < index {
      for group in contexts.groups(of: context) { awake.wake(group) }
    }
  }

  private mutating func keepContext(_ index: Int) {
    // What the automaton remembers from this unit's own context is no part of it.
    let ownCount = tokens.count - contextCount
    while Int(tables.states[Int(state)].depth) > ownCount {
      state = tables.states[Int(state)].failure
    }
    contexts.keep(index, tokens: tokens, ownStart: contextCount, hits: hits, state: state)
  }

  // MARK: Words

  /// Reads all words of a unit.
  private mutating func walk(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, textEnd: Int
  ) {
    let limit = range.upperBound
    runs.find(in: text, range, textEnd: textEnd)
    // What every word needs is kept out of memory that other calls may change.
    let (states, roots, tokenMemory) = (tables.states, tables.roots, tokens.memory)
    var (count, state) = (tokens.count, self.state)
    var isActive = false
    var index = 0
    while index < runs.count {
      let (start, end) = runs[index]
      index &+= 1
      if end &- start <= 16, start &+ 16 <= textEnd {
        let reading = cache.short[WordBytes.key16(text + start, end &- start)]
        if reading.isSingle, end == limit || WordBytes.endsRun(text[end]) {
          tokenMemory[count] = UnitTokens.packed(
            start &+ reading.before, end &- reading.behind)
          count &+= 1
          let root = roots[Int(reading.symbol)]
          var phraseEnd = root.end
          if states[Int(state)].symbolBits &>> root.symbolBit & 1 == 0 {
            state = root.state
          } else {
            (state, phraseEnd) = tables.transition(state, reading.symbol, root)
          }
          if phraseEnd.exists {
            ends.append(phraseEnd, token: count)
            isActive = isActive || phraseEnd.isActive
          }
          continue
        }
      }
      (tokens.count, self.state) = (count, state)
      let next = readUnusualRun(text, start, end, limit: limit, textEnd: textEnd)
      if next != end { index = runs.skip(to: next, from: index) }
      (count, state) = (tokens.count, self.state)
    }
    (tokens.count, self.state) = (count, state)
    self.isActive = self.isActive || isActive
  }

  /// Reads a run that is long, has not one token, was not read before, or may go on behind its end;
  /// returns where to go on, at its end or behind it.
  private mutating func readUnusualRun(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, limit: Int, textEnd: Int
  ) -> Int {
    let count = end - start
    guard count <= 32, start + 32 <= textEnd,
      end == limit || !WordBytes.mayGoOn(text, end: end, limit: limit, program.language)
    else { return readInFull(text, start, end, limit: limit) }
    guard count <= 16 else {
      let key = WordBytes.key32(text + start, count)
      if cache.long[key].isSeen, !WordBytes.isDigit(text[end - 1]) {
        accept(cache.long[key], start, end)
        return end
      }
      let next = readInFull(text, start, end, limit: limit)
      if let reading = readingOfPieces(count) { cache.insert(key, reading) }
      return next
    }
    var key = WordBytes.key16(text + start, count)
    if WordBytes.isDigit(text[end - 1]) {
      guard count <= 14, !WordBytes.numberMayGoOn(text, end: end, limit: limit) else {
        return readInFull(text, start, end, limit: limit)
      }
      // What follows can change what a number is, so it is kept under a key by which no run is looked
      // up: one in which a byte follows a zero.
      key.high |= 1 << 63
    }
    let reading = cache.short[key]
    if reading.isSeen {
      accept(reading, start, end)
      return end
    }
    let next = readInFull(text, start, end, limit: limit)
    if let reading = readingOfPieces(count) { cache.insert(key, reading) }
    return next
  }

  /// Reads the tokens that start in a run, character by character, and leaves them in `pieces`.
  private mutating func readInFull(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, limit: Int
  ) -> Int {
    pieces.removeAll(keepingCapacity: true)
    var position = start
    let bytes = UnsafeBufferPointer(start: text, count: limit)
    while let token = reader.next(
      in: bytes.span, from: position, startingBefore: end, limit: limit)
    {
      var token = token
      var symbol = currentSymbol()
      if reader.stoppedAtLineEnd { (token, symbol) = joined(bytes, token, symbol, limit: limit) }
      position = token.end
      accept(symbol, token.start, token.end)
      // Runs that are remembered are short.
      if pieces.count <= 32 {
        pieces.append(
          WordCache.Piece(symbol: symbol, start: token.start - start, end: token.end - start))
      }
    }
    return max(position, end)
  }

  /// What to remember of a run of so many bytes that was just read in full; `nil` when its last word goes on behind
  /// it, which depends on what stands there.
  private mutating func readingOfPieces(_ byteCount: Int) -> WordReading? {
    if let last = pieces.last, last.end > byteCount { return nil }
    if pieces.count == 1,
      let reading = WordReading(
        symbol: pieces[0].symbol, before: pieces[0].start, behind: byteCount - pieces[0].end)
    {
      return reading
    }
    return cache.add(pieces).map { WordReading(firstPiece: $0, count: pieces.count) }
  }

  private mutating func currentSymbol() -> UInt32 {
    guard !reader.isTooLong else { return Vocabulary.unknown }
    return program.vocabulary.symbol(
      form: reader.folded, cased: reader.cased, isBare: reader.isBareCapitals, stemmer)
  }

  /// A word broken at a line end, joined when the program knows the joined word.
  private mutating func joined(
    _ bytes: UnsafeBufferPointer<UInt8>, _ token: Token, _ symbol: UInt32, limit: Int
  ) -> (Token, UInt32) {
    guard
      let whole = reader.next(
        in: bytes.span, from: token.start, startingBefore: token.end, limit: limit,
        joiningLines: true)
    else { return (token, symbol) }
    let wholeSymbol = currentSymbol()
    return wholeSymbol == Vocabulary.unknown ? (token, symbol) : (whole, wholeSymbol)
  }

  // MARK: Tokens

  /// Takes the tokens of a run that was read before.
  private mutating func accept(_ reading: WordReading, _ start: Int, _ end: Int) {
    if reading.isSingle {
      accept(reading.symbol, start + reading.before, end - reading.behind)
      return
    }
    for index in reading.firstPiece..<(reading.firstPiece + reading.tokenCount) {
      let piece = cache.pieces[index]
      accept(piece.symbol, start + piece.start, start + piece.end)
    }
  }

  /// Takes the next token, as `walk` does where it can.
  private mutating func accept(_ symbol: UInt32, _ start: Int, _ end: Int) {
    tokens.append(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    let phraseEnd: PhraseAutomaton.End
    (state, phraseEnd) = tables.transition(state, symbol, tables.roots[Int(symbol)])
    guard phraseEnd.exists else { return }
    ends.append(phraseEnd, token: tokens.count)
    isActive = isActive || phraseEnd.isActive
  }

  // MARK: Hits

  /// Takes up all phrases that ended in the unit: as hits that composites ask for, as reasons to look at
  /// concepts, and as matches.
  private mutating func noteEnds(_ matches: inout [UnitMatch]) {
    for index in 0..<ends.count {
      let (first, token) = ends[index]
      var end = first
      while end.exists {
        let state = tables.states + end.state
        let length = Int(state[0].depth)
        // A phrase may reach into a part of the context that was not kept.
        if length <= token {
          let span = TokenSpan(
            start: Int32(truncatingIfNeeded: token - length),
            end: Int32(truncatingIfNeeded: token))
          let number = state[0].endClass
          hits.note(
            UnitHits.End(
              endClass: number, span: span, digest: tables.signatures.digest(Int(number))))
          let (this, next) = (tables.classes[Int(number)], tables.classes[Int(number) + 1])
          for index in this.direct..<next.direct {
            let concept = Int(tables.directOfClass[Int(index)])
            emitLeaders(of: concept, first: span, whole: span, &matches)
          }
        }
        end = state[0].nextEnd
      }
    }
  }

  /// Looks at the concepts that hits gave reason to look at.
  private mutating func findLeaders(_ matches: inout [UnitMatch]) {
    for index in hits.woken.indices {
      let concept = Int(hits.woken[index])
      resolve(concept)
      collect(concept)
      for span in spans { emitLeaders(of: concept, first: span, whole: span, &matches) }
      for (other, joint) in joints where other == concept {
        emitLeaders(of: concept, first: joint.first, whole: joint.whole, &matches)
      }
    }
  }

  /// Looks for the patterns that matter because their group is awake.
  private mutating func findFollowers(inAllGroups: Bool, _ matches: inout [UnitMatch]) {
    if inAllGroups {
      for group in 0..<program.groupCount { findFollowers(of: group, &matches) }
    } else {
      for index in awake.groups.indices { findFollowers(of: Int(awake.groups[index]), &matches) }
    }
  }

  private mutating func findFollowers(of group: Int, _ matches: inout [UnitMatch]) {
    let range = tables.followerStarts[group]..<tables.followerStarts[group + 1]
    for index in range where hits.holds(bit: followerBits[Int(index)]) {
      let follower = tables.followers[Int(index)]
      let concept = Int(follower.concept)
      resolve(concept)
      if hits.mayHave(concept) {
        collect(concept)
        for span in spans { emit(follower.pattern, first: span, whole: span, &matches) }
      }
      for (other, joint) in joints where other == concept {
        emit(follower.pattern, first: joint.first, whole: joint.whole, &matches)
      }
    }
  }

  private mutating func collect(_ concept: Int) {
    if !spans.isEmpty { spans.removeAll(keepingCapacity: true) }
    hits.collect(concept, into: &spans)
  }

  /// Emits the leading patterns of a concept and wakes their groups.
  private mutating func emitLeaders(
    of concept: Int, first: TokenSpan, whole: TokenSpan, _ matches: inout [UnitMatch]
  ) {
    guard Int(whole.end) > contextCount else { return }
    let range =
      tables.concepts[concept].patternStart..<tables.concepts[concept + 1].patternStart
    for index in range {
      let pattern = tables.patterns[Int(index)]
      let role = tables.roles[Int(pattern)]
      guard role.leads else { continue }
      if role.group >= 0 { awake.wake(role.group) }
      emit(pattern, first: first, whole: whole, &matches)
    }
  }

  private func emit(
    _ pattern: UInt32, first: TokenSpan, whole: TokenSpan, _ matches: inout [UnitMatch]
  ) {
    guard Int(whole.end) > contextCount else { return }
    let usesContext = Int(whole.start) < contextCount
    let (firstStart, firstEnd) = (tokens.start(first.start), tokens.end(first.end - 1))
    var (wholeStart, wholeEnd) = (tokens.start(whole.start), tokens.end(whole.end - 1))
    if usesContext {
      // A context need not stand in front of its unit in the text.
      wholeStart = min(wholeStart, firstStart, tokens.start(Int32(contextCount)))
      wholeEnd = max(wholeEnd, firstEnd)
    }
    matches.append(
      UnitMatch(
        pattern: Int(pattern), unit: unit, start: firstStart, end: firstEnd,
        wholeStart: wholeStart, wholeEnd: wholeEnd, usesContext: usesContext))
  }

  // MARK: Composites

  /// Finds the hits that a concept has from composites; those of phrases are there.
  private mutating func resolve(_ concept: Int) {
    let (this, next) = (tables.concepts[concept], tables.concepts[concept + 1])
    for index in this.feederStart..<next.feederStart {
      let feeder = tables.feeders[Int(index)]
      guard hits.mayMatch(feeder) else { continue }
      let composite = Int(feeder.composite)
      if hits.firstEvaluation(of: composite) { evaluate(tables.composites[composite]) }
    }
  }

  private mutating func evaluate(_ composite: Composite) {
    let range = composite.partStart..<composite.partEnd
    // Parts that only phrases hit are known, so they are asked first.
    for index in range where tables.parts[index].isRequired {
      let concept = Int(tables.parts[index].concept)
      if !tables.isFed(concept), !hits.mayHave(concept) { return }
    }
    for index in range where tables.parts[index].isRequired {
      let concept = Int(tables.parts[index].concept)
      if tables.isFed(concept) {
        resolve(concept)
        if !hits.mayHave(concept) { return }
      }
    }
    for index in range where !tables.parts[index].isRequired {
      resolve(Int(tables.parts[index].concept))
    }
    evaluator.evaluate(
      composite, tables, hits, tokenCount: tokens.count, contextCount: contextCount)
    for output in composite.outputStart..<composite.outputEnd {
      let concept = Int(tables.outputs[output])
      for joint in evaluator.joints { joints.append((concept, joint)) }
      guard tables.concepts[concept].isKept else { continue }
      for span in evaluator.results { hits.note(concept, span) }
    }
  }
}

extension [UnitMatch] {
  /// Sorts a unit's matches and leaves the shortest of those of one pattern with one start.
  fileprivate mutating func tidy(from first: Int) {
    // Units have few matches, and those of single phrases come in the order of their ends.
    if count - first > 24 {
      self[first...].sort { $0.precedes($1) }
    } else {
      for index in (first + 1)..<count {
        let match = self[index]
        var place = index
        while place > first, match.precedes(self[place - 1]) {
          self[place] = self[place - 1]
          place -= 1
        }
        if place != index { self[place] = match }
      }
    }
    var kept = first + 1
    for read in (first + 1)..<count {
      if self[read].pattern == self[kept - 1].pattern, self[read].start == self[kept - 1].start {
        continue
      }
      if kept != read { self[kept] = self[read] }
      kept += 1
    }
    if kept != count { removeSubrange(kept...) }
  }
}

extension UnitMatch {
  @inline(__always)
  fileprivate func precedes(_ other: UnitMatch) -> Bool {
    if pattern != other.pattern { return pattern < other.pattern }
    if start != other.start { return start < other.start }
    if end != other.end { return end < other.end }
    if wholeEnd != other.wholeEnd { return wholeEnd < other.wholeEnd }
    return wholeStart < other.wholeStart
  }
}

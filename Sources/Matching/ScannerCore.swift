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
  private var contexts = UnitContexts()
  private var pieces: [WordCache.Piece] = []

  private var runs = UnitRuns()
  private var tokens = UnitTokens()
  private var ends = UnitEnds()
  /// Tokens of the unit's context, in front of its own.
  private var contextCount = 0
  private var unit = 0
  private var state: UInt32 = 0

  init(_ program: MatchProgram) {
    self.program = program
    tables = ScannerTables(program)
    stemmer = Stemmer(program.language)
    reader = TokenReader(program.language)
    hits = UnitHits(program)
    evaluator = CompositeEvaluator()
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
      walk(base, start..<end, textEnd: text.count, &matches)
      let isContext = contexts.needs(index)
      if hits.isWaiting || isContext { noteEnds() }
      if isContext { keepContext(index) }
      if hits.isWaiting { evaluateComposites(&matches) }
      if matches.count - firstMatch > 1 { matches.tidy(from: firstMatch) }
    }
  }

  // MARK: Units

  private mutating func begin(_ index: Int, context: Int32, byteCount: Int) {
    unit = index
    hits.begin()
    state = 0
    contextCount = 0
    // A token takes at least one byte.
    tokens.reset(capacity: byteCount + UnitContexts.mostTokens)
    ends.reset(capacity: byteCount)
    if context >= 0, let kept = contexts.restore(context, into: &tokens) {
      contextCount = tokens.count
      state = kept.state
      for hit in kept.hits {
        hits.note(Int(hit.concept), hit.span)
        hits.wait(for: Int(hit.concept), tables)
      }
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
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, textEnd: Int, _ matches: inout [UnitMatch]
  ) {
    let limit = range.upperBound
    runs.find(in: text, range, textEnd: textEnd)
    // What every word needs is kept out of memory that other calls may change.
    let (states, roots, tokenMemory) = (tables.states, tables.roots, tokens.memory)
    var (count, state) = (tokens.count, self.state)
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
            if phraseEnd.isActive {
              tokens.count = count
              noteActive(phraseEnd, &matches)
            }
          }
          continue
        }
      }
      (tokens.count, self.state) = (count, state)
      let next = readUnusualRun(text, start, end, limit: limit, textEnd: textEnd, &matches)
      if next != end { index = runs.skip(to: next, from: index) }
      (count, state) = (tokens.count, self.state)
    }
    (tokens.count, self.state) = (count, state)
  }

  /// Reads a run that is long, has not one token, was not read before, or may go on behind its end;
  /// returns where to go on, at its end or behind it.
  private mutating func readUnusualRun(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, limit: Int, textEnd: Int,
    _ matches: inout [UnitMatch]
  ) -> Int {
    let count = end - start
    guard count <= 32, start + 32 <= textEnd,
      end == limit || !WordBytes.mayGoOn(text, end: end, limit: limit, program.language)
    else { return readInFull(text, start, end, limit: limit, &matches) }
    guard count <= 16 else {
      let key = WordBytes.key32(text + start, count)
      if cache.long[key].isSeen, !WordBytes.isDigit(text[end - 1]) {
        accept(cache.long[key], start, end, &matches)
        return end
      }
      let next = readInFull(text, start, end, limit: limit, &matches)
      if let reading = readingOfPieces(count) { cache.insert(key, reading) }
      return next
    }
    var key = WordBytes.key16(text + start, count)
    if WordBytes.isDigit(text[end - 1]) {
      guard count <= 14, !WordBytes.numberMayGoOn(text, end: end, limit: limit) else {
        return readInFull(text, start, end, limit: limit, &matches)
      }
      // What follows can change what a number is, so it is kept under a key by which no run is looked
      // up: one in which a byte follows a zero.
      key.high |= 1 << 63
    }
    let reading = cache.short[key]
    if reading.isSeen {
      accept(reading, start, end, &matches)
      return end
    }
    let next = readInFull(text, start, end, limit: limit, &matches)
    if let reading = readingOfPieces(count) { cache.insert(key, reading) }
    return next
  }

  /// Reads the tokens that start in a run, character by character, and leaves them in `pieces`.
  private mutating func readInFull(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, limit: Int,
    _ matches: inout [UnitMatch]
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
      accept(symbol, token.start, token.end, &matches)
      // Runs that are remembered are short.
      if pieces.count <= 32 {
        pieces.append(
          WordCache.Piece(symbol: symbol, start: token.start - start, end: token.end - start))
      }
    }
    return max(position, end)
  }

  /// What to remember of a run of so many bytes that was just read in full.
  private mutating func readingOfPieces(_ byteCount: Int) -> WordReading? {
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
  private mutating func accept(
    _ reading: WordReading, _ start: Int, _ end: Int, _ matches: inout [UnitMatch]
  ) {
    if reading.isSingle {
      accept(reading.symbol, start + reading.before, end - reading.behind, &matches)
      return
    }
    for index in reading.firstPiece..<(reading.firstPiece + reading.tokenCount) {
      let piece = cache.pieces[index]
      accept(piece.symbol, start + piece.start, start + piece.end, &matches)
    }
  }

  /// Takes the next token, as `walk` does where it can.
  private mutating func accept(
    _ symbol: UInt32, _ start: Int, _ end: Int, _ matches: inout [UnitMatch]
  ) {
    tokens.append(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    let phraseEnd: PhraseAutomaton.End
    (state, phraseEnd) = tables.transition(state, symbol, tables.roots[Int(symbol)])
    guard phraseEnd.exists else { return }
    ends.append(phraseEnd, token: tokens.count)
    if phraseEnd.isActive { noteActive(phraseEnd, &matches) }
  }

  // MARK: Hits

  /// Takes up what must not wait for the end of the unit: matches, and reasons to look at composites.
  private mutating func noteActive(
    _ phraseEnd: PhraseAutomaton.End, _ matches: inout [UnitMatch]
  ) {
    var end = phraseEnd
    while end.exists, end.isActive {
      let state = tables.states + end.state
      let length = Int(state[0].depth)
      if length <= tokens.count {
        let span = TokenSpan(
          start: Int32(truncatingIfNeeded: tokens.count - length),
          end: Int32(truncatingIfNeeded: tokens.count))
        for index in state[0].conceptStart..<max(state[0].conceptStart, state[0].activeEnd) {
          takeUp(Int(tables.endConcepts[Int(index)]), span, &matches)
        }
      }
      end = state[0].nextEnd
    }
  }

  @inline(__always)
  private mutating func takeUp(_ concept: Int, _ span: TokenSpan, _ matches: inout [UnitMatch]) {
    let (this, next) = (tables.concepts[concept], tables.concepts[concept + 1])
    if this.triggerStart != next.triggerStart { hits.wait(for: concept, tables) }
    if this.patternStart != next.patternStart {
      emit(concept, first: span, whole: span, &matches)
    }
  }

  /// Keeps the hits of all phrases that ended in the unit, for composites.
  private mutating func noteEnds() {
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
          for index in state[0].conceptStart..<state[1].conceptStart {
            let concept = Int(tables.endConcepts[Int(index)])
            if tables.concepts[concept].isInput { hits.note(concept, span) }
          }
        }
        end = state[0].nextEnd
      }
    }
  }

  private func emit(
    _ concept: Int, first: TokenSpan, whole: TokenSpan, _ matches: inout [UnitMatch]
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
    let range =
      tables.concepts[concept].patternStart..<tables.concepts[concept + 1].patternStart
    for index in range {
      matches.append(
        UnitMatch(
          pattern: Int(tables.patterns[Int(index)]), unit: unit, start: firstStart, end: firstEnd,
          wholeStart: wholeStart, wholeEnd: wholeEnd, usesContext: usesContext))
    }
  }

  // MARK: Composites

  private mutating func evaluateComposites(_ matches: inout [UnitMatch]) {
    // A composite reads hits of lower levels only, so each level finds its input complete.
    for level in 1..<max(1, program.levelCount) {
      var index = 0
      while index < hits.waiting[level].count {
        let composite = Int(hits.waiting[level][index])
        if hits.hasParts(tables.composites[composite], tables) {
          evaluate(tables.composites[composite], &matches)
        }
        index += 1
      }
    }
  }

  private mutating func evaluate(_ composite: Composite, _ matches: inout [UnitMatch]) {
    evaluator.evaluate(
      composite, tables, hits, tokenCount: tokens.count, contextCount: contextCount)
    for output in composite.outputStart..<composite.outputEnd {
      let concept = Int(tables.outputs[output])
      for joint in evaluator.joints {
        emit(concept, first: joint.first, whole: joint.whole, &matches)
      }
      for span in evaluator.results {
        if tables.concepts[concept].isInput { hits.note(concept, span) }
        takeUp(concept, span, &matches)
      }
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

import SourceText

/// Finds the patterns of a program in texts; for one thread at a time.
///
/// Its memory is bounded, apart from scratch as long as the longest unit.
package final class MatchScanner {
  private let program: MatchProgram
  private let stemmer: Stemmer
  private let cache = WordCache()
  private var reader: TokenReader
  private var hits: UnitHits
  private var evaluator = CompositeEvaluator()
  private var contexts = UnitContexts()
  private var tokens = UnitTokens()
  private var contextCount = 0
  private var unit: Int = 0
  private var state: UInt32 = 0
  private var isQueued: [UInt32]
  private var round: UInt32 = 0
  private var spans: [TokenSpan] = []
  private var joints: [CompositeEvaluator.Joint] = []
  private var pieces: [WordCache.Piece] = []

  package init(_ program: MatchProgram) {
    self.program = program
    stemmer = Stemmer(program.language)
    reader = TokenReader(program.language)
    hits = UnitHits(conceptCount: program.conceptCount, levelCount: program.levelCount)
    isQueued = Array(repeating: 0, count: program.composites.count)
  }

  /// Appends the matches in each unit: in the order of the units, in a unit by pattern, then by start.
  ///
  /// Of a pattern's matches in a unit with one and the same start, the shortest is given. Bytes that are
  /// no UTF-8 separate words, and units are clamped to the text.
  package func scan(
    text: UnsafeBufferPointer<UInt8>, units: UnsafeBufferPointer<UnitRange>,
    into matches: inout [UnitMatch]
  ) {
    contexts.begin(units)
    for index in units.indices {
      let range = units[index]
      let end = min(Int(range.end), text.count)
      let start = min(Int(range.start), end)
      let firstMatch = matches.count
      beginUnit(index, context: range.context, &matches)
      read(text, start..<end, &matches)
      if contexts.needs(index) { keepContext(index) }
      evaluateComposites(&matches)
      if matches.count - firstMatch > 1 { Self.tidy(&matches, from: firstMatch) }
    }
  }

  // MARK: Units

  private func beginUnit(_ index: Int, context: Int32, _ matches: inout [UnitMatch]) {
    unit = index
    hits.begin()
    round &+= 1
    if round == 0 {
      round = 1
      for composite in isQueued.indices { isQueued[composite] = 0 }
    }
    tokens.removeAll()
    state = 0
    contextCount = 0
    if context >= 0, let kept = contexts.restore(context, into: &tokens) {
      contextCount = tokens.count
      state = kept.state
      for hit in kept.hits { note(Int(hit.concept), hit.span) }
    }
  }

  private func keepContext(_ index: Int) {
    // What the automaton remembers from this unit's own context is no part of it.
    let ownCount = tokens.count - contextCount
    var ownState = state
    while Int(program.automaton.depths[Int(ownState)]) > ownCount {
      ownState = program.automaton.failures[Int(ownState)]
    }
    contexts.keep(
      index, tokens: tokens, ownStart: contextCount, hits: hits.hits, state: ownState)
  }

  /// Sorts a unit's matches and leaves the shortest of those of one pattern with one start.
  private static func tidy(_ matches: inout [UnitMatch], from first: Int) {
    matches[first...].sort {
      ($0.pattern, $0.start, $0.end, $0.wholeEnd, $0.wholeStart)
        < ($1.pattern, $1.start, $1.end, $1.wholeEnd, $1.wholeStart)
    }
    var kept = first + 1
    for read in (first + 1)..<matches.count {
      if matches[read].pattern == matches[kept - 1].pattern,
        matches[read].start == matches[kept - 1].start
      {
        continue
      }
      matches[kept] = matches[read]
      kept += 1
    }
    matches.removeSubrange(kept...)
  }

  // MARK: Words

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ matches: inout [UnitMatch]
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      guard WordBytes.contains(text[position]) else {
        position += 1
        continue
      }
      var end = position + 1
      while end < range.upperBound, WordBytes.contains(text[end]) { end += 1 }
      position = readRun(text, position..<end, limit: range.upperBound, &matches)
    }
  }

  /// Reads a longest stretch of word bytes; returns where to go on, at its end or behind it.
  private func readRun(
    _ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, limit: Int, _ matches: inout [UnitMatch]
  ) -> Int {
    guard run.count <= WordCache.longestKey, text[run.lowerBound] &- 0x30 > 9,
      !WordBytes.mayGoOn(text, run, limit: limit, program.language)
    else { return readInFull(text, run, limit: limit, key: nil, &matches) }
    let key = WordBytes.key(text, run)
    let reading = cache.reading(key.low, key.high)
    guard reading.isKnown else {
      return readInFull(text, run, limit: limit, key: key, &matches)
    }
    if reading.tokenCount == 1 {
      accept(
        reading.symbol, UInt32(run.lowerBound) + reading.before,
        UInt32(run.upperBound) - reading.behind, &matches)
    } else {
      for index in 0..<reading.tokenCount {
        let piece = cache.pieces[reading.firstPiece + index]
        accept(
          piece.symbol, UInt32(run.lowerBound) + piece.start, UInt32(run.lowerBound) + piece.end,
          &matches)
      }
    }
    return run.upperBound
  }

  /// Reads the tokens that start in a run, and remembers them when the run alone decides what they are.
  private func readInFull(
    _ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, limit: Int,
    key: (low: UInt64, high: UInt64)?, _ matches: inout [UnitMatch]
  ) -> Int {
    pieces.removeAll(keepingCapacity: true)
    var position = run.lowerBound
    var isCacheable = key != nil
    while let token = reader.next(
      in: text.span, from: position, startingBefore: run.upperBound, limit: limit)
    {
      var token = token
      var symbol = currentSymbol()
      if reader.stoppedAtLineEnd { (token, symbol) = joined(text, token, symbol, limit: limit) }
      if token.kind == .number { isCacheable = false }
      position = token.end
      let piece = WordCache.Piece(
        symbol: symbol, start: UInt32(token.start - run.lowerBound),
        end: UInt32(token.end - run.lowerBound))
      accept(symbol, UInt32(token.start), UInt32(token.end), &matches)
      if isCacheable { pieces.append(piece) }
    }
    if let key, isCacheable, position <= run.upperBound { remember(key, run) }
    return max(position, run.upperBound)
  }

  private func currentSymbol() -> UInt32 {
    guard !reader.isTooLong else { return Vocabulary.unknown }
    return program.vocabulary.symbol(
      form: reader.folded, cased: reader.cased, isBare: reader.isBareCapitals, stemmer)
  }

  /// A word broken at a line end, joined when the program knows the joined word.
  private func joined(
    _ text: UnsafeBufferPointer<UInt8>, _ token: Token, _ symbol: UInt32, limit: Int
  ) -> (Token, UInt32) {
    guard
      let whole = reader.next(
        in: text.span, from: token.start, startingBefore: token.end, limit: limit,
        joiningLines: true)
    else { return (token, symbol) }
    let wholeSymbol = currentSymbol()
    return wholeSymbol == Vocabulary.unknown ? (token, symbol) : (whole, wholeSymbol)
  }

  private func remember(_ key: (low: UInt64, high: UInt64), _ run: Range<Int>) {
    if pieces.isEmpty {
      cache.insert(key.low, key.high, .empty)
    } else if pieces.count == 1,
      let reading = WordCache.Reading(
        symbol: pieces[0].symbol, before: Int(pieces[0].start),
        behind: run.count - Int(pieces[0].end))
    {
      cache.insert(key.low, key.high, reading)
    } else if let first = cache.add(pieces) {
      cache.insert(key.low, key.high, .init(firstPiece: first, count: pieces.count))
    }
  }

  // MARK: Hits

  /// Takes the next token and notes the phrases that end with it.
  private func accept(
    _ symbol: UInt32, _ start: UInt32, _ end: UInt32, _ matches: inout [UnitMatch]
  ) {
    tokens.append(start, end)
    guard symbol != Vocabulary.unknown else {
      state = 0
      return
    }
    var current = state
    var next: UInt32 = 0
    while current != 0 {
      next = program.automaton.target(of: current, symbol)
      if next != 0 { break }
      current = program.automaton.failures[Int(current)]
    }
    if next == 0 { next = program.automaton.rootTargets[Int(symbol)] }
    state = program.automaton.continuations[Int(next)]
    var ending = program.automaton.firstEnds[Int(next)]
    while ending != 0 {
      let length = Int(program.automaton.depths[Int(ending)])
      // A phrase may reach into a part of the context that was not kept.
      if length <= tokens.count {
        let span = TokenSpan(start: Int32(tokens.count - length), end: Int32(tokens.count))
        let first = Int(program.automaton.conceptStarts[Int(ending)])
        let last = Int(program.automaton.conceptStarts[Int(ending) + 1])
        for index in first..<last {
          hit(Int(program.automaton.concepts[index]), span, &matches)
        }
      }
      ending = program.automaton.nextEnds[Int(ending)]
    }
  }

  private func hit(_ concept: Int, _ span: TokenSpan, _ matches: inout [UnitMatch]) {
    if program.isInput[concept] { note(concept, span) }
    emit(concept, first: span, whole: span, &matches)
  }

  /// Keeps a hit for composites.
  private func note(_ concept: Int, _ span: TokenSpan) {
    guard hits.add(concept, span) else { return }
    let first = Int(program.triggerStarts[concept])
    let last = Int(program.triggerStarts[concept + 1])
    for index in first..<last {
      let composite = program.triggered[index]
      guard isQueued[Int(composite)] != round else { continue }
      isQueued[Int(composite)] = round
      hits.wait(composite, level: program.composites[Int(composite)].level)
    }
  }

  private func emit(
    _ concept: Int, first: TokenSpan, whole: TokenSpan, _ matches: inout [UnitMatch]
  ) {
    let start = Int(program.patternStarts[concept])
    let end = Int(program.patternStarts[concept + 1])
    guard start < end, Int(whole.end) > contextCount else { return }
    let usesContext = Int(whole.start) < contextCount
    // A context need not stand in front of its unit in the text.
    var wholeStart = tokens.starts[Int(whole.start)]
    var wholeEnd = tokens.ends[Int(whole.end) - 1]
    let firstStart = tokens.starts[Int(first.start)]
    let firstEnd = tokens.ends[Int(first.end) - 1]
    if usesContext {
      wholeStart = min(wholeStart, tokens.starts[contextCount], firstStart)
      wholeEnd = max(wholeEnd, firstEnd)
    }
    for index in start..<end {
      matches.append(
        UnitMatch(
          pattern: Int(program.patterns[index]), unit: unit, start: Int(firstStart),
          end: Int(firstEnd), wholeStart: Int(wholeStart), wholeEnd: Int(wholeEnd),
          usesContext: usesContext))
    }
  }

  // MARK: Composites

  private func evaluateComposites(_ matches: inout [UnitMatch]) {
    // A composite reads hits of lower levels only, so each level finds its input complete.
    for level in 1..<max(1, program.levelCount) {
      var index = 0
      while index < hits.waiting[level].count {
        evaluate(program.composites[Int(hits.waiting[level][index])], &matches)
        index += 1
      }
    }
  }

  private func evaluate(_ composite: Composite, _ matches: inout [UnitMatch]) {
    for concept in composite.required where !hits.has(concept) { return }
    spans.removeAll(keepingCapacity: true)
    switch composite.kind {
    case .guarded(let base, let side, let neighbour):
      evaluator.guarded(base, side, neighbour, hits, into: &spans)
    case .sequence(let segments, let trailing):
      evaluator.sequence(
        segments, trailing: trailing, tokenCount: tokens.count, hits, into: &spans)
    case .all(let operands):
      joints.removeAll(keepingCapacity: true)
      evaluator.all(operands, contextCount: contextCount, hits, into: &joints)
      for joint in joints {
        for concept in composite.outputs {
          emit(Int(concept), first: joint.first, whole: joint.whole, &matches)
        }
      }
    }
    for span in spans {
      for concept in composite.outputs { hit(Int(concept), span, &matches) }
    }
  }
}

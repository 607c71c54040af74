package import SourceText

/// Parses the pattern language that `Documentation/RuleFormat.md` describes.
package enum PatternParser {
  /// The pattern that a clause's text means.
  ///
  /// - Throws: where and why the text is no pattern; the first fault only.
  package static func parse(
    _ text: String, language: Language
  ) throws(PatternError) -> TokenPattern {
    var parser = try PatternParsing(text, language)
    let pattern = try parser.all()
    try parser.expectEnd()
    return pattern
  }

  /// The pattern that a vocabulary entry's text means: as in a clause, without `&`.
  package static func parseListEntry(
    _ text: String, language: Language
  ) throws(PatternError) -> TokenPattern {
    var parser = try PatternParsing(text, language)
    let pattern = try parser.sequence(depth: 0)
    if case .and = parser.current.kind {
      throw .andInList(at: parser.current.start)
    }
    try parser.expectEnd()
    return pattern
  }
}

private struct PatternParsing {
  private static let deepestGroup = 16
  private static let mostParts = 64

  private let lexemes: [PatternLexeme]
  private var index = 0

  init(_ text: String, _ language: Language) throws(PatternError) {
    lexemes = try PatternLexer.lexemes(of: text, language: language)
  }

  /// The end lexeme is never passed.
  var current: PatternLexeme { lexemes[index] }

  private func ahead(_ count: Int) -> PatternLexeme {
    lexemes[min(index + count, lexemes.count - 1)]
  }

  private mutating func advance() { index = min(index + 1, lexemes.count - 1) }

  func expectEnd() throws(PatternError) {
    switch current.kind {
    case .end: return
    case .close: throw .unpaired(")", without: "(", at: current.start)
    case .bar: throw .barOutsideGroup(at: current.start)
    case .and: throw .andInsideGroup(at: current.start)
    default: throw .unexpectedPart(at: current.start)
    }
  }

  mutating func all() throws(PatternError) -> TokenPattern {
    let first = try sequence(depth: 0)
    var operands: [TokenPattern.Operand] = []
    while case .and(let within) = current.kind {
      advance()
      var isExcluded = false
      if current.kind == .word("not") {
        isExcluded = true
        advance()
      }
      let pattern = try sequence(depth: 0)
      operands.append(TokenPattern.Operand(pattern, within: within, isExcluded: isExcluded))
    }
    return operands.isEmpty ? first : .all(first, operands)
  }

  mutating func sequence(depth: Int) throws(PatternError) -> TokenPattern {
    let start = current.start
    var parts: [TokenPattern] = []
    var runStart = 0
    var pendingGap: PatternLexeme?
    while true {
      if case .gap(let count) = current.kind {
        guard !parts.isEmpty, pendingGap == nil else {
          throw .gapMisplaced(at: current.start)
        }
        pendingGap = current
        parts.append(.gap(count))
        runStart = parts.count
        advance()
        continue
      }
      if let side = guardSide {
        guard pendingGap == nil, parts.count > runStart else {
          throw .notWithoutPart(at: current.start)
        }
        advance()
        advance()
        let neighbourStart = current.start
        guard let neighbour = try element(depth: depth) else {
          throw .notWithoutNeighbour(at: neighbourStart)
        }
        let run = Array(parts[runStart...])
        let guarded = run.count == 1 ? run[0] : .sequence(run)
        parts.removeSubrange(runStart...)
        parts.append(.guarded(guarded, side, neighbour))
        continue
      }
      guard let part = try element(depth: depth) else { break }
      parts.append(part)
      pendingGap = nil
      guard parts.count <= Self.mostParts else {
        throw .tooManyParts(limit: Self.mostParts, at: start)
      }
    }
    if let pendingGap { throw .gapMisplaced(at: pendingGap.start) }
    switch parts.count {
    case 0: throw .wordMissing(at: current.start)
    case 1: return parts[0]
    default: return .sequence(parts)
    }
  }

  /// The guard that begins here, told by its two words; quotation marks make them plain words.
  private var guardSide: TokenPattern.Side? {
    guard current.kind == .word("not") else { return nil }
    switch ahead(1).kind {
    case .word("before"): return .notBefore
    case .word("after"): return .notAfter
    default: return nil
    }
  }

  /// The next element with its `?`; `nil` where none begins.
  private mutating func element(depth: Int) throws(PatternError) -> TokenPattern? {
    let lexeme = current
    let part: TokenPattern
    switch lexeme.kind {
    case .word(let text): part = .word(TokenPattern.Word(text))
    case .exact(let words):
      part = words.count == 1 ? .word(words[0]) : .sequence(words.map { .word($0) })
    case .any: part = .any
    case .list(let name): part = .list(name)
    case .open: part = try group(depth: depth + 1)
    case .optional: throw .optionalWithoutPart(at: lexeme.start)
    default: return nil
    }
    let end = lexemes[index].end
    advance()
    guard current.kind == .optional, current.start == end else { return part }
    advance()
    if case .optional = part { return part }
    return .optional(part)
  }

  /// Leaves the closing parenthesis as the current lexeme.
  private mutating func group(depth: Int) throws(PatternError) -> TokenPattern {
    let open = current
    guard depth <= Self.deepestGroup else {
      throw .groupsTooDeep(limit: Self.deepestGroup, at: open.start)
    }
    var alternatives: [TokenPattern] = []
    repeat {
      advance()
      alternatives.append(try sequence(depth: depth))
    } while current.kind == .bar
    switch current.kind {
    case .close: break
    case .end: throw .unpaired("(", without: ")", at: open.start)
    default: try expectEnd()
    }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }
}

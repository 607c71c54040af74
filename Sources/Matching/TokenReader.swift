import SourceText

/// Reads one token at a time, in full: any script, any spelling that counts as the same word.
///
/// This is the one definition of what a token is. The scanner comes here once for each word it has not
/// seen before, and for whatever its shortcut cannot tell from the word's own bytes.
struct TokenReader {
  /// Bytes of a folded word beyond which it can be in no pattern.
  static let wordLimit = 96

  let language: Language

  /// The last token in small letters: composed, ligatures and elisions resolved, possessive dropped.
  private(set) var folded: [UInt8] = []
  /// The same in the case that the text has.
  private(set) var cased: [UInt8] = []
  /// The last token is over the limit: `folded` and `cased` are cut and mean nothing.
  private(set) var isTooLong = false
  /// The last word stopped at a hyphen at the end of a line, with letters on the next.
  private(set) var stoppedAtLineEnd = false

  private var capitals = 0
  private var hasSmallLetter = false
  private var lastScalar: UInt32 = 0

  init(_ language: Language) {
    self.language = language
    folded.reserveCapacity(Self.wordLimit + 8)
    cased.reserveCapacity(Self.wordLimit + 8)
  }

  /// The last token is all capitals without any accent, so its accents may have been lost.
  var isBareCapitals: Bool {
    capitals >= 2 && !hasSmallLetter && !folded.contains { $0 >= 0x80 }
  }

  /// The first token that starts at or after an offset; `nil` when none does.
  ///
  /// A token that does not start before `startingBefore` is not looked for. The text ends at `limit` for
  /// this purpose; no byte from there on is looked at. `joiningLines` says whether a word goes on over a
  /// hyphen at a line end.
  mutating func next(
    in text: Span<UInt8>, from offset: Int, startingBefore: Int, limit: Int,
    joiningLines: Bool = false
  ) -> Token? {
    var start = offset
    while start < startingBefore {
      let (value, length) = text.scalar(at: start, limit: limit)
      switch ScalarKind.of(value) {
      case .letter:
        reset()
        let end = readWord(in: text, from: start, limit: limit, joiningLines: joiningLines)
        return Token(start: start, end: end, kind: .word)
      case .digit:
        reset()
        return readNumber(in: text, from: start, limit: limit)
      default: start += length
      }
    }
    return nil
  }

  private mutating func reset() {
    folded.removeAll(keepingCapacity: true)
    cased.removeAll(keepingCapacity: true)
    isTooLong = false
    stoppedAtLineEnd = false
    capitals = 0
    hasSmallLetter = false
    lastScalar = 0
  }

  private mutating func readWord(
    in text: Span<UInt8>, from start: Int, limit: Int, joiningLines: Bool
  ) -> Int {
    var position = start
    var end = start
    var mayJoin = joiningLines
    while position < limit {
      // Each byte is looked at once: a run is taken as far as there is room, and what is over is skipped.
      let room = Self.wordLimit - folded.count
      let plainEnd = text.endOfPlainWord(
        from: position, limit: room > 0 ? min(limit, position + room) : limit)
      if plainEnd > position {
        if room > 0 {
          append(plain: text.extracting(position..<plainEnd))
        } else {
          isTooLong = true
        }
        position = plainEnd
        end = plainEnd
        continue
      }
      let (value, length) = text.scalar(at: position, limit: limit)
      let following = position + length
      switch ScalarKind.of(value) {
      case .letter, .digit:
        append(value)
        end = following
      case .mark:
        append(mark: value)
        end = following
      case .ignorable:
        if value == ScalarKind.softHyphen,
          let letter = text.startOfNextLine(after: following, limit: limit)
        {
          position = letter
          continue
        }
      case .apostrophe:
        if language == .french, Elision.contains(folded) {
          append(0x27)
          return following
        }
        guard text.kind(at: following, limit: limit) == .letter else { return end }
        if language == .english, text[following] | 0x20 == 0x73 {
          let behind = text.kind(at: following + 1, limit: limit)
          if behind != .letter, behind != .digit { return following + 1 }
        }
        append(0x27)
      case .hyphen:
        if let letter = text.startOfNextLine(after: following, limit: limit) {
          // One break a word: each try reads the word again, and a chain of breaks must stay linear.
          stoppedAtLineEnd = !joiningLines
          guard mayJoin else { return end }
          mayJoin = false
          position = letter
          continue
        }
        return inclusiveEnd(in: text, at: position, limit: limit) ?? end
      case .middleDot, .separator:
        return inclusiveEnd(in: text, at: position, limit: limit) ?? end
      }
      position = following
    }
    return end
  }

  private mutating func inclusiveEnd(in text: Span<UInt8>, at offset: Int, limit: Int) -> Int? {
    guard
      let end = InclusiveWriting.end(
        in: text, at: offset, limit: limit, stemLength: folded.count, language: language)
    else { return nil }
    // The one plain word that is not what stands before the dot.
    if language == .french, folded.elementsEqual("tou".utf8) { append(0x73) }
    return end
  }

  /// Appends letters and digits of ASCII, for which there is room, to both forms.
  private mutating func append(plain letters: Span<UInt8>) {
    let start = folded.count
    letters.withUnsafeBufferPointer {
      folded.append(contentsOf: $0)
      cased.append(contentsOf: $0)
    }
    var (upper, lower) = (0, 0)
    for index in start..<folded.count {
      let byte = folded[index]
      if byte >= 0x61 {
        lower += 1
      } else if byte >= 0x41 {
        folded[index] = byte | 0x20
        upper += 1
      }
    }
    capitals += upper
    if lower > 0 { hasSmallLetter = true }
    lastScalar = UInt32(letters[letters.count - 1])
  }

  /// Appends a scalar to both forms.
  mutating func append(_ scalar: UInt32) {
    guard folded.count < Self.wordLimit else {
      isTooLong = true
      return
    }
    lastScalar = scalar
    let small = LatinLetters.lowercase(scalar)
    if small != scalar {
      capitals += 1
    } else if scalar >= 0x61, scalar < 0x7B {
      hasSmallLetter = true
    }
    if let letters = LatinLetters.ligature(scalar) {
      letters.withUTF8Buffer { bytes in
        folded.append(contentsOf: bytes)
        // A capital ligature has no second letter of its own case to keep.
        cased.append(contentsOf: small == scalar ? Array(bytes) : bytes.map { $0 - 0x20 })
      }
      return
    }
    folded.append(scalar: small)
    cased.append(scalar: scalar)
  }

  /// Joins a combining mark to the letter in front of it.
  private mutating func append(mark: UInt32) {
    guard let letter = LatinLetters.composed(lastScalar, mark), !folded.isEmpty else {
      append(mark)
      return
    }
    // Only letters of one byte have a composition.
    folded.removeLast()
    cased.removeLast()
    if letter != LatinLetters.lowercase(letter) { capitals -= 1 }
    append(letter)
  }
}

extension Span where Element == UInt8 {
  /// Where the letters and digits of ASCII that begin at an offset end.
  @inline(__always)
  fileprivate func endOfPlainWord(from offset: Int, limit: Int) -> Int {
    var end = offset
    while end < limit {
      let byte = self[end]
      // With this bit set, capitals are small letters and digits stay digits.
      let small = byte | 0x20
      guard small &- 0x61 < 26 || byte &- 0x30 < 10 else { break }
      end += 1
    }
    return end
  }

  /// Where the next line's text begins, when only a line end and blanks stand before a letter there.
  func startOfNextLine(after offset: Int, limit: Int) -> Int? {
    var position = offset
    if position < limit, self[position] == 0x0D { position += 1 }
    guard position < limit, self[position] == 0x0A else { return nil }
    position += 1
    while position < limit, self[position] == 0x20 || self[position] == 0x09 { position += 1 }
    return kind(at: position, limit: limit) == .letter ? position : nil
  }
}

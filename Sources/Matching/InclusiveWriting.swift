import SourceText

/// Endings that are written behind a word to name women and men, or one and many: `employé·e·s`,
/// `employé(e)s`, `directeur.trice`, `program(s)`.
enum InclusiveWriting {
  /// Where the endings that begin at a separator end; `nil` when they are none.
  ///
  /// Hyphens and slashes are ambiguous in French (`dit-elle`, `donne-les`), so fewer endings are taken
  /// behind them than behind a dot or in parentheses.
  static func end(
    in text: Span<UInt8>, at offset: Int, limit: Int, stemLength: Int, language: Language
  ) -> Int? {
    let (separator, length) = text.scalar(at: offset, limit: limit)
    let isOpening = separator == 0x28
    guard stemLength >= 2, isOpening || language == .french else { return nil }
    switch separator {
    case 0x28, 0x2E, 0x2F: break
    default:
      let kind = ScalarKind.of(separator)
      guard kind == .middleDot || kind == .hyphen else { return nil }
    }
    guard let (ending, endingEnd) = letters(in: text, at: offset + length, limit: limit) else {
      return nil
    }
    var end = endingEnd
    if language == .english {
      guard english.contains(ending), end < limit, text[end] == 0x29 else { return nil }
      return isWordEnd(text, end + 1, limit) ? end + 1 : nil
    }
    if isOpening {
      guard safe.contains(ending) || plain.contains(ending), end < limit, text[end] == 0x29 else {
        return nil
      }
      end += 1
      if let (plural, pluralEnd) = letters(in: text, at: end, limit: limit),
        plurals.contains(plural)
      {
        end = pluralEnd
      }
      return isWordEnd(text, end, limit) ? end : nil
    }
    var isSafe = safe.contains(ending)
    guard isSafe || plain.contains(ending) else { return nil }
    if end < limit {
      let (again, againLength) = text.scalar(at: end, limit: limit)
      if again == separator,
        let (plural, pluralEnd) = letters(in: text, at: end + againLength, limit: limit),
        plurals.contains(plural)
      {
        end = pluralEnd
        isSafe = true
      }
    }
    let isAmbiguous = ScalarKind.of(separator) == .hyphen || separator == 0x2F
    guard isSafe || !isAmbiguous else { return nil }
    return isWordEnd(text, end, limit) ? end : nil
  }

  private static let english = endings("s es ies")
  private static let plurals = endings("s x aux es")

  /// Endings that are no words of their own.
  private static let safe = endings(
    """
    e es ne nes trice trices rice rices ice ices euse euses ère ères ière ières esse esses ienne \
    iennes enne ennes ive ives ale ales eure eures ète ètes ette ettes fe fes ve ves
    """)
  /// Endings that are words too, so that a hyphen in front of them says nothing.
  private static let plain = endings("s x le les te tes se ses elle elles")

  private static func endings(_ text: String) -> Set<UInt64> {
    Set(
      text.utf8.split(separator: 0x20).map { word in
        word.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      })
  }

  /// The small letters at an offset, as the bytes of an integer; `nil` when there are none or too many
  /// for an ending.
  private static func letters(
    in text: Span<UInt8>, at offset: Int, limit: Int
  ) -> (UInt64, end: Int)? {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    var position = offset
    while position < limit {
      let (value, length) = text.scalar(at: position, limit: limit)
      guard ScalarKind.of(value) == .letter else { break }
      // No ending has a letter beyond two bytes.
      let small = UInt64(LatinLetters.lowercase(value))
      guard small < 0x800, shift < 56 else { return nil }
      if small < 0x80 {
        word |= small << shift
        shift += 8
      } else {
        word |= (0xC0 | small >> 6) << shift | (0x80 | small & 0x3F) << (shift + 8)
        shift += 16
      }
      position += length
    }
    return word == 0 ? nil : (word, position)
  }

  private static func isWordEnd(_ text: Span<UInt8>, _ offset: Int, _ limit: Int) -> Bool {
    switch text.kind(at: offset, limit: limit) {
    case .letter, .digit, .mark: false
    default: true
    }
  }
}

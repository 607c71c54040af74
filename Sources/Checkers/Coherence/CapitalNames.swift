internal import Facts

/// The words of a passage that are written with a capital inside it, without those that name no place and no
/// part.
struct CapitalNames {
  struct Name {
    /// A number that stands for the word in small letters.
    var key: UInt64
    var range: Range<Int>
    /// A preposition of place stands before it, at least once.
    var isPlace: Bool
  }

  /// Each once.
  private(set) var names: [Name] = []

  init(_ facts: DocumentFacts, _ unit: Int) {
    var before: UInt64 = 0
    var isFirst = true
    var words = Words(facts.text, facts.units[unit].textRange)
    facts.text.withUnsafeBufferPointer { text in
      while let word = words.next(text) {
        if word.isCapital, !isFirst, word.count > 2, !Self.general.contains(word.key) {
          add(Name(key: word.key, range: word.range, isPlace: Self.places.contains(before)))
        } else if word.isCapital, word.key == Self.canada {
          dropName(endingAt: word.range.lowerBound, text)
        }
        before = word.key
        isFirst = false
      }
    }
  }

  private mutating func add(_ name: Name) {
    guard let known = names.firstIndex(where: { $0.key == name.key }) else {
      names.append(name)
      return
    }
    if name.isPlace { names[known].isPlace = true }
  }

  /// "Harbour Aid Canada": what stands right before the last word of a department's name belongs to it.
  private mutating func dropName(endingAt end: Int, _ text: UnsafeBufferPointer<UInt8>) {
    var end = end
    while let last = names.last, end - last.range.upperBound <= 13,
      text[last.range.upperBound..<end].split(separator: 0x20).allSatisfy({ word in
        Self.insideNames.contains { word.elementsEqual($0.utf8) }
      })
    {
      end = last.range.lowerBound
      names.removeLast()
    }
  }

  /// What joins the words of a name: "in Mali by Canada" names two.
  private static let insideNames = ["of", "the", "de", "des", "du", "la"]

  private static let canada = keys(["canada"]).first ?? 0

  func contains(_ key: UInt64) -> Bool { names.contains { $0.key == key } }

  private static let places = keys(["in", "to", "from", "across", "au", "en", "aux", "du"])

  private static let general = keys([
    "the", "canada", "canada's", "canada’s", "department", "government", "ministère",
    "gouvernement", "plan", "action", "national", "women", "peace", "security", "gba", "wps",
    "plus", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "january", "february", "canadian", "our", "departmental", "results", "nap",
    "c-nap", "cnap",
  ])

  private static func keys(_ words: [String]) -> Set<UInt64> {
    Set(
      words.compactMap { word in
        let bytes = Array(word.utf8)
        var words = Words(bytes, bytes.indices)
        return bytes.withUnsafeBufferPointer { words.next($0)?.key }
      })
  }
}

extension CapitalNames {
  /// The words of a text, with their apostrophes and hyphens.
  private struct Words {
    struct Word {
      var key: UInt64
      var range: Range<Int>
      /// Number of its letters.
      var count: Int
      var isCapital: Bool
    }

    private var next: Int
    private let end: Int

    init(_ text: [UInt8], _ range: Range<Int>) {
      next = range.lowerBound
      end = min(range.upperBound, text.count)
    }

    mutating func next(_ text: UnsafeBufferPointer<UInt8>) -> Word? {
      var key: UInt64 = 0xCBF2_9CE4_8422_2325
      var count = 0
      var startsCapital = false
      var start = next
      while next < end {
        let byte = text[next]
        var letter = UInt32(byte)
        var length = 1
        var isCapital = false
        var belongs = false
        if byte < 0x80 {
          isCapital = byte >= 0x41 && byte <= 0x5A
          belongs = isCapital || (byte >= 0x61 && byte <= 0x7A) || byte == 0x27 || byte == 0x2D
          if isCapital { letter |= 0x20 }
        } else {
          (letter, length, isCapital, belongs) = Self.wide(text, next, end)
        }
        if !belongs, count > 0 { break }
        next += length
        guard belongs else {
          start = next
          continue
        }
        if count == 0 { startsCapital = isCapital }
        key = (key ^ UInt64(letter)) &* 0x100_0000_01B3
        count += 1
      }
      guard count > 0 else { return nil }
      return Word(key: key, range: start..<next, count: count, isCapital: startsCapital)
    }

    /// A letter of two bytes or more, in small form, how long it is, and whether it is a capital and belongs
    /// to a word.
    private static func wide(
      _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> (letter: UInt32, length: Int, isCapital: Bool, belongs: Bool) {
      let first = text[start]
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
      guard start + length <= end else { return (0, end - start, false, false) }
      var value = UInt32(first) & (0xFF >> UInt32(length + 1))
      for place in 1..<max(1, length) { value = value << 6 | UInt32(text[start + place] & 0x3F) }
      // ’
      if value == 0x2019 { return (value, length, false, true) }
      guard let scalar = Unicode.Scalar(value), length > 1, scalar.properties.isAlphabetic else {
        return (0, length, false, false)
      }
      let isCapital = scalar.properties.isUppercase
      let small = isCapital ? scalar.properties.lowercaseMapping.unicodeScalars.first : nil
      return ((small ?? scalar).value, length, isCapital, true)
    }
  }
}

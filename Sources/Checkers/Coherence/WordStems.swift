internal import Facts

/// Stems of words, each with a mark, all looked for at the beginnings of words in one walk over a text.
struct WordStems: Sendable {
  /// A word, or several, that a stem stands for.
  struct Hit: BitwiseCopyable {
    var mark: UInt8
    var start: Int
    /// Behind the last letter of the word in which the stem ends.
    var end: Int
  }

  private struct Stem: BitwiseCopyable {
    /// Where its bytes stand in `bytes`.
    var start: Int32
    var count: Int32
    var mark: UInt8
    var isWhole: Bool
  }

  /// Sorted by bucket, longer ones first in each.
  private var stems: [Stem] = []
  private var bytes: [UInt8] = []
  /// Where each bucket begins in `stems`: by the first two bytes of its stems, those of one byte behind the others.
  private var buckets: [Int32] = []
  private var beginnings = LetterBeginnings()
  /// Where the buckets of stems of one byte begin.
  private static let singles = 2048

  /// The bucket of stems that begin with two bytes, and of some others.
  @inline(__always)
  private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first &* 37) << 3 ^ Int(second) & 0x7FF
  }

  /// Stems in small letters, with a comma and a blank between them; "|" ends one that is a whole word.
  init(_ groups: KeyValuePairs<UInt8, String>) {
    var found: [(bucket: Int, stem: Stem)] = []
    for (mark, list) in groups {
      for piece in list.utf8.split(separator: 0x2C) {
        var word = Array(piece.drop { $0 == 0x20 })
        let isWhole = word.last == 0x7C
        if isWhole { word.removeLast() }
        guard let first = word.first else { continue }
        let bucket = word.count == 1 ? Self.singles + Int(first) : Self.bucket(first, word[1])
        let stem = Stem(
          start: Int32(bytes.count), count: Int32(word.count), mark: mark, isWhole: isWhole)
        found.append((bucket, stem))
        bytes += word
        beginnings.insert(word)
      }
    }
    // Of one bucket and one length the first in the list stays first.
    found.sort {
      ($0.bucket, $1.stem.count, $0.stem.start) < ($1.bucket, $0.stem.count, $1.stem.start)
    }
    stems = found.map(\.stem)
    buckets = Array(repeating: 0, count: Self.singles + 256 + 1)
    for place in found { buckets[place.bucket + 1] += 1 }
    for bucket in 1..<buckets.count { buckets[bucket] += buckets[bucket - 1] }
  }

  /// What a part of a text has, in the order of the text; capitals count as small letters, line ends as blanks.
  func hits(in text: [UInt8], _ range: Range<Int>) -> [Hit] {
    var hits: [Hit] = []
    text.withUnsafeBufferPointer { text in
      withTables { tables in
        guard let base = text.baseAddress else { return }
        var index = range.lowerBound
        while index < range.upperBound {
          guard let length = TextWords.letter(text, index) else {
            index += TextWords.signLength(text[index])
            continue
          }
          let mayBegin =
            index + LetterBeginnings.depth > text.count
            || tables.beginnings.mayBegin(base, at: index)
          if mayBegin, let hit = tables.stem(text, index, range.upperBound) {
            hits.append(hit)
            index = max(hit.end, index + 1)
            continue
          }
          index += length
          while index < range.upperBound, let more = TextWords.letter(text, index) { index += more }
        }
      }
    }
    return hits
  }

  /// True when a part of a text has one of the stems.
  func stand(in text: [UInt8], _ range: Range<Int>) -> Bool { !hits(in: text, range).isEmpty }

  private func withTables(_ body: (Tables) -> Void) {
    _ = beginnings.withTable { beginnings in
      stems.withUnsafeBufferPointer { stems in
        bytes.withUnsafeBufferPointer { bytes in
          buckets.withUnsafeBufferPointer { buckets in
            body(Tables(beginnings: beginnings, stems: stems, bytes: bytes, buckets: buckets))
          }
        }
      }
    }
  }

  /// The stems where they lie, for the length of one search.
  private struct Tables {
    let beginnings: LetterBeginnings.Table
    let stems: UnsafeBufferPointer<Stem>
    let bytes: UnsafeBufferPointer<UInt8>
    let buckets: UnsafeBufferPointer<Int32>

    @inline(__always)
    func stem(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Hit? {
      let first = TextWords.small(text, start)
      if start + 1 < limit {
        let bucket = WordStems.bucket(first, TextWords.small(text, start + 1))
        if let hit = stem(of: bucket, text, start, limit) { return hit }
      }
      return stem(of: WordStems.singles + Int(first), text, start, limit)
    }

    @inline(__always)
    private func stem(
      of bucket: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
    ) -> Hit? {
      for number in Int(buckets[bucket])..<Int(buckets[bucket + 1]) {
        let stem = stems[number]
        let count = Int(stem.count)
        guard start + count <= limit, stands(stem, text, start) else { continue }
        var end = start + count
        if stem.isWhole {
          if end < limit, TextWords.letter(text, end) != nil { continue }
        } else {
          while end < limit, let more = TextWords.letter(text, end) { end += more }
        }
        return Hit(mark: stem.mark, start: start, end: end)
      }
      return nil
    }

    private func stands(
      _ stem: Stem, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> Bool {
      for place in 0..<Int(stem.count)
      where TextWords.small(text, start + place) != bytes[Int(stem.start) + place] {
        return false
      }
      return true
    }
  }
}

/// Words of a text as stretches of letters and digits.
enum TextWords {
  struct Word: BitwiseCopyable {
    var start: Int
    var end: Int
    var isCapital = false
    /// No sign other than a blank, an apostrophe or a hyphen between it and the word before it.
    var isJoined = false
  }

  static func read(_ text: [UInt8], _ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(range.count / 5 + 1)
    text.withUnsafeBufferPointer { text in
      var index = range.lowerBound
      var isJoined = false
      while index < range.upperBound {
        guard let length = letter(text, index) else {
          let byte = text[index]
          let isApostrophe = byte == 0xE2 && index + 2 < text.count && text[index + 2] == 0x99
          if byte != 0x20, byte != 0x0A, byte != 0x27, byte != 0x2D, !isApostrophe, byte != 0xC2 {
            isJoined = false
          }
          index += signLength(byte)
          continue
        }
        let start = index
        let first = text[start]
        let second = start + 1 < text.count ? text[start + 1] : 0
        index += length
        while index < range.upperBound, let more = letter(text, index) { index += more }
        words.append(
          Word(
            start: start, end: index,
            isCapital: (first >= 0x41 && first <= 0x5A)
              || (first == 0xC3 && second >= 0x80 && second <= 0x9E),
            isJoined: isJoined))
        isJoined = true
      }
    }
    return words
  }

  /// True when so many words of a range, or more, may begin with a capital.
  static func mayName(_ text: [UInt8], _ range: Range<Int>, least: Int) -> Bool {
    text.withUnsafeBufferPointer { text in
      var count = 0
      var isInside = false
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = text[index]
        guard let length = letter(text, index) else {
          isInside = false
          index += signLength(byte)
          continue
        }
        if !isInside, (byte >= 0x41 && byte <= 0x5A) || byte == 0xC3 {
          count += 1
          if count >= least { return true }
        }
        isInside = true
        index += length
      }
      return false
    }
  }

  /// A key of a word in small letters, without the sign of the plural.
  static func key(_ text: [UInt8], _ word: Word) -> UInt64 {
    text.withUnsafeBufferPointer { text in
      var end = word.end
      if end - word.start > 4, text[end - 1] == 0x73 || text[end - 1] == 0x78 { end -= 1 }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for index in word.start..<end {
        hash = (hash ^ UInt64(small(text, index))) &* 0x100_0000_01b3
      }
      return hash
    }
  }

  /// How many bytes a letter or digit has; `nil` for signs and blanks.
  @inline(__always)
  static func letter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let byte = text[index]
    if byte < 0x80 {
      let isLetter =
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
        || (byte >= 0x30 && byte <= 0x39)
      return isLetter ? 1 : nil
    }
    // Dashes, quotation marks and hard blanks; the rest of two bytes or more are letters.
    if byte == 0xE2 || byte == 0xC2 { return nil }
    return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
  }

  @inline(__always)
  static func signLength(_ byte: UInt8) -> Int { byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1 }

  @inline(__always)
  static func small(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    let byte = text[index]
    if byte >= 0x41, byte <= 0x5A { return byte | 0x20 }
    if byte == 0x0A { return 0x20 }
    let isAccented = byte >= 0x80 && byte <= 0x9E && index > 0 && text[index - 1] == 0xC3
    return isAccented ? byte | 0x20 : byte
  }
}

internal import Facts
internal import Synchronization

/// Stretches of letters, all looked for in one walk over a text.
///
/// A set says at which places one may begin, and tables which groups of them; only those are compared letter by letter.
struct Stretches: Sendable, ExpressibleByArrayLiteral {
  private struct Piece: Sendable {
    /// Where its letters stand in `letters`.
    var start: Int
    var count: Int
    /// Its place in the list.
    var index: Int
    /// Its first eight letters as one number, by which pieces are sorted.
    var begin: UInt64
  }

  /// As many as a word of the table has bits.
  private static let mostGroups = 32
  /// How many bytes of a stretch the table knows.
  private static let depth = LetterBeginnings.depth

  private let letters: [UInt8]
  /// Sorted by their letters, so that those of a group begin alike.
  private let pieces: [Piece]
  /// Where each group begins in `pieces`.
  private var groups: [Int] = []
  /// For each of the first bytes, and each value of it, the groups that have it there.
  private var table = [UInt32](repeating: 0, count: depth * 256)
  private let probes: LetterProbes

  /// By which texts remember whether they can hold one of the stretches; -1 for a list that is made for one use.
  private var number = -1
  private static let lists = Atomic<Int>(0)

  /// A list that is made once and asked of many texts.
  init(arrayLiteral elements: String...) {
    self.init(elements)
    number = Self.lists.add(1, ordering: .relaxed).oldValue
  }

  /// Stretches in small letters.
  init(_ stretches: [String]) {
    var letters: [UInt8] = []
    var pieces: [Piece] = []
    for (index, stretch) in stretches.enumerated() where !stretch.isEmpty {
      let start = letters.count
      letters += stretch.utf8
      let begin = letters[start...].prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
      let count = letters.count - start
      pieces.append(
        Piece(
          start: start, count: count, index: index, begin: begin << UInt64(8 * max(0, 8 - count))))
    }
    probes = LetterProbes(pieces.map { $0.start..<$0.start + $0.count }, of: letters)
    pieces.sort { ($0.begin, $0.index) < ($1.begin, $1.index) }
    let size = max(1, (pieces.count + Self.mostGroups - 1) / Self.mostGroups)
    groups = Array(stride(from: 0, to: pieces.count, by: size)) + [pieces.count]
    for (number, piece) in pieces.enumerated() {
      let bit = UInt32(1) << UInt32(number / size)
      for place in 0..<Self.depth {
        guard place < piece.count else {
          for value in 0..<256 { table[place * 256 + value] |= bit }
          continue
        }
        let letter = Int(letters[piece.start + place])
        table[place * 256 + letter] |= bit
        table[place * 256 + Self.other(letter)] |= bit
      }
    }
    self.letters = letters
    self.pieces = pieces
  }

  /// What a text can have instead of one of a stretch's bytes: a capital, or the end of a line for a blank.
  private static func other(_ letter: Int) -> Int {
    switch letter {
    case 0x61...0x7A, 0xA0...0xBE: letter & ~0x20
    case 0x20: 0x0A
    default: letter
    }
  }

  /// The index of the stretch that stands first in a part of a text, and where it ends; capitals count as small
  /// letters, line ends as blanks.
  func first(in text: [UInt8], _ range: Range<Int>) -> (index: Int, end: Int)? {
    text.withUnsafeBufferPointer { text in
      first(in: text, range).map { ($0.index, $0.start + $0.count) }
    }
  }

  /// The same with the place where it begins.
  func first(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (index: Int, start: Int, count: Int)? {
    let limit = min(range.upperBound, text.count)
    guard let base = text.baseAddress else { return nil }
    return probes.withTable { probes in
      table.withUnsafeBufferPointer { table in
        var start = range.lowerBound
        while start < limit {
          start = probes.first(in: base, from: start, to: limit, count: text.count)
          guard start < limit else { return nil }
          let groups = Self.groups(text, start, table)
          if groups != 0, let piece = piece(text, start, limit, groups) {
            return (piece.index, start, piece.count)
          }
          start += 1
        }
        return nil
      }
    }
  }

  /// True when a text holds one of the stretches.
  func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool { first(in: text, text.indices) != nil }

  /// False when a text has none of the stretches.
  func mayStand(in triples: LetterTriples) -> Bool {
    triples.mayHold(
      anyOf: { pieces.map { letters[$0.start..<$0.start + $0.count] } }, question: number)
  }

  /// True when a text holds one of the stretches.
  func stand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { stand(in: $0) }
  }

  /// The index of the stretch that begins last in a text, and where it begins.
  func last(in text: UnsafeBufferPointer<UInt8>) -> (index: Int, start: Int)? {
    table.withUnsafeBufferPointer { table in
      for start in text.indices.reversed() {
        let groups = Self.groups(text, start, table)
        if groups != 0, let piece = piece(text, start, text.count, groups) {
          return (piece.index, start)
        }
      }
      return nil
    }
  }

  /// True when a text begins with one of the stretches.
  func begin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    let groups = table.withUnsafeBufferPointer { Self.groups(text, 0, $0) }
    return groups != 0 && piece(text, 0, text.count, groups) != nil
  }

  /// The groups of stretches that can begin at a place.
  @inline(__always)
  private static func groups(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ table: UnsafeBufferPointer<UInt32>
  ) -> UInt32 {
    var groups = table[Int(text[start])]
    guard start + depth <= text.count else {
      for place in 1..<text.count - start {
        groups &= table[place * 256 + Int(text[start + place])]
      }
      return groups
    }
    groups &= table[256 + Int(text[start + 1])] & table[512 + Int(text[start + 2])]
    return groups
  }

  /// The first in the list, of some groups, that stands at a place.
  private func piece(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ groups: UInt32
  ) -> Piece? {
    var best: Piece?
    var rest = groups
    while rest != 0 {
      let group = rest.trailingZeroBitCount
      rest &= rest - 1
      for number in self.groups[group]..<self.groups[group + 1] {
        let piece = pieces[number]
        if start + piece.count <= limit, piece.index < best?.index ?? .max,
          stands(piece, text, start)
        {
          best = piece
        }
      }
    }
    return best
  }

  private func stands(_ piece: Piece, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    for place in 0..<piece.count
    where TextWords.small(text, start + place) != letters[piece.start + place] {
      return false
    }
    return true
  }

  /// Calls `body` with the index of each stretch that a word of a part of a text begins with, and where it
  /// starts; of several that begin at one place the first in the list.
  func forEachWord(
    in text: [UInt8], _ range: Range<Int>, _ body: (_ index: Int, _ start: Int) -> Void
  ) {
    text.withUnsafeBufferPointer { text in
      var rest = range.clamped(to: text.indices)
      while let found = first(in: text, rest) {
        if found.start == range.lowerBound || !Self.isLetter(text[found.start - 1]) {
          body(found.index, found.start)
        }
        rest = found.start + 1..<rest.upperBound
      }
    }
  }

  /// ASCII letters and bytes of other ones, but not those of dashes and quotation marks.
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0xC3 || (byte >= 0xA0 && byte <= 0xBF)
  }
}

extension DocumentFacts {
  /// True when a unit holds one of the stretches.
  func unit(_ index: Int, holds stretches: Stretches) -> Bool {
    range(units[index].textRange, holds: stretches)
  }

  /// True when a range of the text holds one of the stretches.
  func range(_ range: Range<Int>, holds stretches: Stretches) -> Bool {
    if !stretches.mayStand(in: triples) { return false }
    return text.withUnsafeBufferPointer { stretches.first(in: $0, range) != nil }
  }

  /// Calls `body` with a range of the text in which white space of any length is one blank, and none is in front
  /// but the one that is asked for.
  func withJoined<Result>(
    _ range: Range<Int>, afterBlank: Bool = false,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count + 1) { buffer in
      let front = afterBlank ? 1 : 0
      buffer[0] = 0x20
      var count = front
      text.withUnsafeBufferPointer { text in
        for index in range {
          let byte = text[index]
          let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
          if isBlank, count == front || buffer[count - 1] == 0x20 { continue }
          buffer[count] = isBlank ? 0x20 : byte
          count += 1
        }
      }
      return body(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }
}

internal import SourceText

/// Remembers what words are, so that each is folded and looked up only when it is met for the first time.
///
/// The key is the bytes as they stand in the text. Words of more than 16 bytes, numbers, and whatever cannot be told
/// from its own bytes are not kept. The table has one place for each hash: a newcomer takes the place of an older
/// word.
struct FactWordCache {
  /// Bytes that are a token by themselves, whatever stands around them.
  struct Run {
    var start: Int
    var end: Int
    fileprivate var low: UInt64 = 0
    fileprivate var high: UInt64 = 0
    fileprivate var slot: Int {
      let hash = (low ^ high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: hash &>> (64 - slotBits))
    }
  }

  struct Entry {
    fileprivate var low: UInt64
    fileprivate var high: UInt64
    /// Its offsets are those of where it was met first.
    var token: FactToken
    var stem: UInt32
  }

  private static let longest = 16

  private let isFrench: Bool
  private let isUsed: Bool
  private var entries: [Entry] = []

  init(_ language: Language, isUsed: Bool) {
    isFrench = language == .french
    self.isUsed = isUsed
  }

  /// What is known of a run; `nil` when it was not met before.
  @inline(__always)
  subscript(run: Run) -> Entry? {
    guard !entries.isEmpty else { return nil }
    let entry = entries[run.slot]
    return entry.low == run.low && entry.high == run.high ? entry : nil
  }

  mutating func insert(_ run: Run, _ token: FactToken, stem: UInt32) {
    if entries.isEmpty {
      // No run is without bytes, so an empty place is no run's.
      let none = Entry(low: 0, high: 0, token: token, stem: 0)
      entries = Array(repeating: none, count: 1 << slotBits)
    }
    entries[run.slot] = Entry(low: run.low, high: run.high, token: token, stem: stem)
  }

  /// The next word, when its bytes alone say what it is; `nil` for all that has to be read in full.
  ///
  /// It ends as `FoldedTokens` has it: behind an apostrophe that may belong to it, a hyphen, a full stop or the like
  /// before more letters, and behind any character that is not known here, it is not taken.
  func run(in text: Span<UInt8>, from offset: Int, to end: Int) -> Run? {
    guard isUsed else { return nil }
    var start = offset
    while start < end {
      let byte = text[start]
      if isLetter(byte) { break }
      if byte < 0x80 {
        if byte &- 0x30 < 10 { return nil }
        start += 1
        continue
      }
      if isLetter(text, start, end) { break }
      let length = separatorLength(text, start, end)
      if length == 0 { return nil }
      start += length
    }
    guard start < end else { return nil }
    var run = Run(start: start, end: start)
    var index = start
    while index < end {
      let byte = text[index]
      if isLetter(byte) || byte &- 0x30 < 10 {
        run.append(byte, at: index - start)
        index += 1
      } else if isLetter(text, index, end), index - start <= Self.longest - 2 {
        run.append(byte, at: index - start)
        run.append(text[index + 1], at: index + 1 - start)
        index += 2
      } else {
        break
      }
      if index - start > Self.longest { return nil }
    }
    run.end = index
    return ends(&run, text, end) ? run : nil
  }

  /// Whether a run ends where its letters do; a French elision takes its apostrophe.
  private func ends(_ run: inout Run, _ text: Span<UInt8>, _ end: Int) -> Bool {
    let index = run.end
    guard index < end else { return true }
    switch text[index] {
    case 0x27:
      guard isFrench, index - run.start <= 2 else { return false }
      run.append(0x27, at: index - run.start)
      run.end = index + 1
      return true
    case 0xE2:
      guard index + 2 < end, text[index + 1] == 0x80 else { return false }
      // A dash goes on when letters follow a line end only, and never without one.
      if text[index + 2] == 0x9C || text[index + 2] == 0x9D { return true }
      guard text[index + 2] == 0x99, isFrench, index - run.start <= 2 else { return false }
      for step in 0..<3 { run.append(text[index + step], at: index + step - run.start) }
      run.end = index + 3
      return true
    case 0xC2:
      return index + 1 < end && (text[index + 1] == 0xA0 || text[index + 1] == 0xBB)
    case 0x28, 0x2D, 0x2E, 0x2F:
      guard index + 1 < end else { return true }
      let next = text[index + 1]
      return next == 0x20 || next == 0x29 || next == 0x2C || next == 0x2E
    case let byte: return byte < 0x80
    }
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// À to ÿ and Œ, œ: the letters of two bytes that French has.
  @inline(__always)
  private func isLetter(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end else { return false }
    let second = text[index + 1]
    switch text[index] {
    case 0xC3: return second >= 0x80 && second <= 0xBF && second != 0x97 && second != 0xB7
    case 0xC5: return second == 0x92 || second == 0x93
    default: return false
    }
  }

  /// The bytes of a no-break space, quotation mark or dash; 0 for all others.
  private func separatorLength(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    switch text[index] {
    case 0xC2:
      guard index + 1 < end else { return 0 }
      return [0xA0, 0xAB, 0xBB].contains(text[index + 1]) ? 2 : 0
    case 0xE2:
      guard index + 2 < end, text[index + 1] == 0x80 else { return 0 }
      return [0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D].contains(text[index + 2]) ? 3 : 0
    default: return 0
    }
  }
}

/// The number of places as a power of two.
private let slotBits = 11

extension FactWordCache.Run {
  @inline(__always)
  fileprivate mutating func append(_ byte: UInt8, at index: Int) {
    // More than 16 bytes make no key: the run is given up then.
    if index < 8 {
      low |= UInt64(byte) &<< UInt64(index &* 8)
    } else {
      high |= UInt64(byte) &<< UInt64((index &- 8) &* 8)
    }
  }
}

/// How two short texts differ, word by word.
struct WordDifference {
  /// Number of words that both have, in the same order.
  let shared: Int
  /// Words of each that the other does not have at that place, joined; cut at 80 characters. The ends of the
  /// second text, where it is longer, are left out.
  let onlyFirst: String
  let onlySecond: String
  /// Number of stretches in which they differ.
  let gaps: Int

  /// Small words and endings only.
  var isTrivial: Bool {
    // Numbers alone are those of pages and notes.
    let left = onlyFirst.split(separator: " ").filter {
      !Self.small.contains(String($0)) && !$0.allSatisfy(\.isNumber)
    }
    let right = onlySecond.split(separator: " ").filter {
      !Self.small.contains(String($0)) && !$0.allSatisfy(\.isNumber)
    }
    if left.isEmpty, right.isEmpty { return true }
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { one, two in
      let length = min(one.count, two.count)
      return length >= 4 && one.prefix(length - 2) == two.prefix(length - 2)
    }
  }

  private static let small: Set<String> = [
    "the", "a", "an", "of", "and", "in", "to", "for", "by", "on", "that", "which", "canada", "s",
    "le", "la", "les", "des", "de", "du", "et", "à", "en", "l", "d", "un", "une", "au", "aux",
    "will", "is", "are",
  ]

  /// The longest common run of words in order; `nil` for texts of more than 120 words.
  init?(_ first: [String], _ second: [String]) {
    guard !first.isEmpty, !second.isEmpty, first.count <= 120, second.count <= 120 else {
      return nil
    }
    let width = second.count + 1
    var lengths = [Int](repeating: 0, count: (first.count + 1) * width)
    for i in first.indices.reversed() {
      for j in second.indices.reversed() {
        lengths[i * width + j] =
          first[i] == second[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    shared = lengths[0]
    var left: [String] = []
    var right: [String] = []
    var pending: [String] = []
    var gaps = 0
    var inGap = false
    var started = false
    var i = 0
    var j = 0
    while i < first.count || j < second.count {
      if i < first.count, j < second.count, first[i] == second[j] {
        if started { right += pending }
        pending = []
        started = true
        inGap = false
        i += 1
        j += 1
        continue
      }
      let skipsSecond =
        j < second.count
        && (i >= first.count
          || lengths[i * width + j + 1] >= lengths[(i + 1) * width + j])
      if skipsSecond {
        pending.append(second[j])
        j += 1
      } else {
        left.append(first[i])
        i += 1
        if !inGap { gaps += 1 }
        inGap = true
      }
    }
    // A tail of the second text counts where the first one has something else there.
    if inGap { right += pending.prefix(4) }
    self.gaps = gaps
    onlyFirst = String(left.joined(separator: " ").prefix(80))
    onlySecond = String(right.joined(separator: " ").prefix(80))
  }

  /// Words in small letters, without punctuation.
  static func words(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { plainWords($0) } ?? unusualWords(text)
  }

  /// The words of a text of ASCII, French letters, quotation marks and dashes; `nil` for any other text.
  private static func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        if isLetter {
          word.append(byte | 0x20)
        } else if byte >= 0x30, byte <= 0x39 {
          word.append(byte)
        } else {
          close()
        }
        index += 1
        continue
      }
      let second = index + 1 < text.count ? text[index + 1] : 0
      switch byte {
      case 0xC3 where second >= 0x80 && second != 0x97 && second != 0xB7:
        word.append(byte)
        word.append(second <= 0x9E ? second | 0x20 : second)
        index += 2
      case 0xC5 where second == 0x92 || second == 0x93:
        word.append(byte)
        word.append(0x93)
        index += 2
      case 0xC2 where second == 0xA0 || second == 0xAB || second == 0xBB:
        close()
        index += 2
      case 0xE2
      where second == 0x80 && index + 2 < text.count
        && (0x90...0xA6).contains(text[index + 2]):
        close()
        index += 3
      default: return nil
      }
    }
    close()
    return words
  }

  private static func unusualWords(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// True when one list of words stands in another in one piece.
  static func holds(_ words: [String], _ piece: [String]) -> Bool {
    guard !piece.isEmpty, words.count >= piece.count else { return false }
    return (0...words.count - piece.count).contains {
      words[$0..<$0 + piece.count].elementsEqual(piece)
    }
  }

  /// What stands between quotation marks.
  static func quotations(_ text: String) -> [String] {
    var found: [String] = []
    var current: String?
    for character in text {
      switch character {
      case "“", "«": current = ""
      case "”", "»":
        if let done = current { found.append(done) }
        current = nil
      case "\"":
        if let done = current {
          found.append(done)
          current = nil
        } else {
          current = ""
        }
      default: current?.append(character)
      }
    }
    return found
  }
}

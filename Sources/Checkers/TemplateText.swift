#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Recognizes what a template leaves behind, by its shape and by the verbs of instructions.
enum TemplateText {
  /// Longest bracketed instruction in bytes; what is longer is prose in brackets.
  private static let instructionLimit = 600

  /// Ranges of bracketed instructions and fill characters in `range` of `text`.
  static func instructions(in text: [UInt8], range: Range<Int>) -> [Range<Int>] {
    guard mayHoldInstruction(text, range) else { return [] }
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0x5B || byte == 0x3C {
        let closing: UInt8 = byte == 0x5B ? 0x5D : 0x3E
        let limit = min(range.upperBound, index + instructionLimit)
        if let end = text[index + 1..<limit].firstIndex(of: closing),
          isInstruction(text[index + 1..<end])
        {
          found.append(index..<end + 1)
          index = end
        }
      } else if byte == 0x58 || byte == 0x78, let end = fill(text, index, range) {
        found.append(index..<end)
        index = end
      }
      index += 1
    }
    return found
  }

  /// False for most blocks: they hold no bracket and no two x side by side.
  private static func mayHoldInstruction(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    text.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty else { return false }
      let start = base + range.lowerBound
      if memchr(start, 0x5B, range.count) != nil || memchr(start, 0x3C, range.count) != nil {
        return true
      }
      for letter in [0x78, 0x58] as [Int32] {
        var index = range.lowerBound
        while let found = memchr(base + index, letter, range.upperBound - index) {
          index = UnsafeRawPointer(found) - base + 1
          if index < range.upperBound, Int32(bytes[index]) == letter { return true }
        }
      }
      return false
    }
  }

  /// A cell that says that its value is still to come.
  static func isUndetermined(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 60 else { return false }
    let words = String(decoding: text, as: UTF8.self).lowercased()
    let plain = words.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "/" }
      .joined(separator: " ")
    return undetermined.contains(plain.last == "." ? String(plain.dropLast()) : plain)
  }

  private static let undetermined: Set<String> = [
    "tbd", "tbc", "to be determined", "to be confirmed", "to be established", "to be set",
    "to be defined", "to come", "to follow", "xx", "xxx", "à déterminer", "à confirmer",
    "à établir", "à venir", "à fixer", "à préciser", "à définir", "ad",
  ]

  /// "[Insert …]", « [Insérer …] », "[XX]", "[DEPARTMENT NAME]".
  private static func isInstruction(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    let words = String(decoding: text, as: UTF8.self)
    let first = words.lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
    if verbs.contains(first) { return true }
    let letters = words.filter(\.isLetter)
    let isLoud = letters.count >= 4 && letters == letters.uppercased() && words.contains(" ")
    return isLoud || words.lowercased() == "xx" || words.lowercased() == "xxx"
  }

  private static let verbs: Set<String> = [
    "insert", "enter", "describe", "provide", "specify", "complete", "choose", "select", "delete",
    "replace", "fill", "tbd", "placeholder", "instructions", "instruction",
    "insérer", "insérez", "inscrire", "inscrivez", "indiquer", "indiquez", "décrire", "décrivez",
    "préciser", "précisez", "fournir", "fournissez", "compléter", "complétez", "choisir",
    "choisissez", "sélectionner", "supprimer", "supprimez", "remplacer", "ajouter", "ajoutez",
    "saisir", "entrer", "consigne", "consignes",
  ]

  /// "XX" or "XXX…" as a word of its own, with at most a per cent or dollar sign around it.
  private static func fill(_ text: [UInt8], _ start: Int, _ range: Range<Int>) -> Int? {
    func isWord(_ byte: UInt8) -> Bool {
      (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
        || byte >= 0x80
    }
    if start > range.lowerBound, isWord(text[start - 1]) { return nil }
    var end = start
    while end < range.upperBound, text[end] == text[start] { end += 1 }
    // Two are a Roman numeral as easily; a lower-case pair is not.
    guard end - start >= (text[start] == 0x58 ? 3 : 2) else { return nil }
    if end < range.upperBound, isWord(text[end]) { return nil }
    return end
  }
}

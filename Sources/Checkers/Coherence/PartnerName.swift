internal import Facts

/// The name of an organization as a text writes it, known or not.
struct PartnerName {
  /// Small letters, without article, "Department of" and "Canada"; the present acronym of a known one.
  var key: String
  var written: String

  /// What two texts' ways to write one name have in common.
  static func key(_ written: String) -> String {
    if let known = OrganizationCatalog.index(named: written) {
      return OrganizationCatalog.present(known).map { OrganizationCatalog.all[$0].id }
        .joined(separator: "/")
    }
    var key = written.lowercased()
    if key.utf8.contains(0x99) { key = key.replacing("’", with: "'") }
    for head in heads where key.hasPrefix(head) && key.utf8.count > head.utf8.count + 2 {
      key = String(key.dropFirst(head.count))
      break
    }
    for tail in tails where key.hasSuffix(tail) && key.utf8.count > tail.utf8.count + 2 {
      key = String(key.dropLast(tail.count))
      break
    }
    return key
  }

  private static let heads = [
    "department of the ", "department of ", "department for ", "ministry of the ", "ministry of ",
    "ministry for ", "ministère des ", "ministère du ", "ministère de la ", "ministère de l'",
    "ministère de ", "ministère d'",
  ]
  private static let tails = [" of canada", " du canada", " canada"]

  /// One name that goes on with further words is the same.
  func isSame(as other: String) -> Bool {
    if key == other { return true }
    let (short, long) = key.utf8.count < other.utf8.count ? (key, other) : (other, key)
    return long.hasPrefix(short + " ") && short.contains(" ")
  }

  /// Where the words behind a verb that brings names in begin; `nil` when the sentence begins with a name.
  static func verbEnd(_ text: String) -> String.Index? {
    var index = text.startIndex
    var count = 0
    while index < text.endIndex, count < 12 {
      let end = text[index...].firstIndex(of: " ") ?? text.endIndex
      if count > 0, verbs.contains(String(text[index..<end]).replacing("’", with: "'")) {
        return end < text.endIndex ? end : nil
      }
      // A list has begun.
      if text[index..<end].last == "," { return nil }
      index = end < text.endIndex ? text.index(after: end) : end
      count += 1
    }
    return nil
  }

  private static let verbs: Set<String> = [
    "sont", "s'agit", "est", "réunit", "engage", "compte", "regroupe", "rassemble", "lie", "unit",
    "comprend",
  ]

  static func withoutParentheses(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x28 || $0 == 0x29 }) else { return text }
    var depth = 0
    var result = ""
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    return result
  }

  /// What stands in each pair of parentheses.
  static func parentheses(of text: String) -> [String] {
    guard text.utf8.contains(0x28) else { return [] }
    var found: [String] = []
    var current: String?
    for character in text {
      if character == "(" {
        current = ""
      } else if character == ")" {
        if let done = current { found.append(done) }
        current = nil
      } else {
        current?.append(character)
      }
    }
    return found
  }

  /// The longest run of names that commas and "and" tie to each other.
  static func names(
    in text: String, _ known: Set<String>, isFrench: Bool
  ) -> [PartnerName] {
    // Pieces between commas, semicolons and colons, each split at its last "and" where that leaves two names.
    var pieces: [Substring] = []
    for piece in text.utf8.split(whereSeparator: isSign) { pieces += parted(Substring(piece)) }
    var runs: [[PartnerName]] = [[]]
    var pending = ""
    var gap = 0
    for piece in pieces {
      // Without a capital there is no name.
      guard !pending.isEmpty || piece.utf8.contains(where: mayBeCapital) else {
        gap += 1
        continue
      }
      let own = name(String(piece), isFrench: isFrench)
      let joined =
        pending.isEmpty
        ? nil : name(pending + (isFrench ? " et " : " and ") + piece, isFrench: isFrench)
      let full = [joined, own].lazy.compactMap(\.self).first { isFull($0, known) }
      if let found = full ?? trailing(String(piece), known, isFrench: isFrench) {
        // An aside between two names is no end of the list.
        if gap > 1, !runs[runs.count - 1].isEmpty { runs.append([]) }
        runs[runs.count - 1].append(found)
        pending = ""
        gap = 0
      } else if let own, piece.split(separator: " ").count <= 2,
        own.key.utf8.count + 6 > piece.utf8.count
      {
        // "Immigration, Refugees and Citizenship Canada": one word alone goes on in the next piece.
        pending =
          pending.isEmpty ? String(piece) : pending + (isFrench ? " et " : " and ") + piece
      } else {
        // "is made up of Trade" and "Diplomacy Canada" are one name over two pieces.
        let words = piece.utf8.split(separator: 0x20)
        let last = words.last.map(Substring.init)
        let isCapital = words.count > 1 && last?.first?.isUppercase == true
        pending = isCapital ? last.map(String.init) ?? "" : ""
        gap += 1
      }
    }
    return runs.max { $0.count < $1.count } ?? []
  }

  /// A comma, a semicolon, a colon or a stop.
  private static func isSign(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x2E
  }

  /// A capital, or the first byte of a letter that can be one.
  private static func mayBeCapital(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || byte >= 0xC3
  }

  /// False for a text that has too few capitals, or too few signs and words between names, to name three.
  static func mayNameThree(_ text: ArraySlice<UInt8>) -> Bool {
    var capitals = 0
    var signs = 0
    var before: UInt8 = 0x20
    for (index, byte) in zip(text.indices, text) {
      if mayBeCapital(byte) { capitals += 1 }
      if isSign(byte) { signs += 1 }
      // "and", « et ».
      let isBlank = before == 0x20 || before == 0x0A || before == 0x09 || before == 0x0D
      if isBlank, byte == 0x61 || byte == 0x65, index + 2 < text.endIndex,
        text[index + 1] == (byte == 0x61 ? 0x6E : 0x74)
      {
        signs += 1
      }
      before = byte
      if capitals >= 3, signs >= 2 { return true }
    }
    return false
  }

  /// A piece on both sides of "and" or « et ».
  private static func parted(_ piece: Substring) -> [Substring] {
    var text = piece
    return text.withUTF8 { bytes -> (Int, Int)? in
      for word in joints where bytes.count > word.count {
        for start in 0...bytes.count - word.count
        where bytes[start] == 0x20 && bytes[start...].starts(with: word) {
          return (start, start + word.count)
        }
      }
      return nil
    }.map { start, end in
      let utf8 = piece.utf8
      return [piece[..<utf8.index(utf8.startIndex, offsetBy: start)]]
        + parted(piece[utf8.index(utf8.startIndex, offsetBy: end)...])
    } ?? [piece]
  }

  private static let joints = [Array(" and ".utf8), Array(" et ".utf8)]

  private static func isFull(_ name: PartnerName, _ known: Set<String>) -> Bool {
    known.contains(name.key) || name.written.split(separator: " ").count >= 2
      || (name.written.count <= 6 && name.written.allSatisfy { $0.isUppercase })
  }

  /// The name at the end of a clause: "The partners are Overseas Partnerships Canada".
  private static func trailing(
    _ piece: String, _ known: Set<String>, isFrench: Bool
  ) -> PartnerName? {
    let words = piece.split(separator: " ")
    var start = words.count
    if isFrench {
      // « Les partenaires sont Affaires mondiales Canada »: from the first capital inside on.
      start =
        words.indices.dropFirst().first { index in
          let word = words[index]
          let bare = elided.contains { word.hasPrefix($0) } ? word.dropFirst(2) : word
          return bare.first?.isUppercase == true
        } ?? words.count
    } else {
      while start > 0 {
        let word = words[start - 1]
        let isName = word.first?.isUppercase == true
        let isSmall = start < words.count && small.contains(String(word.lowercased()))
        guard isName || isSmall else { break }
        start -= 1
      }
    }
    guard start > 0, start < words.count,
      let name = name(words[start...].joined(separator: " "), isFrench: isFrench),
      isFull(name, known)
    else { return nil }
    return name
  }

  private static let small: Set<String> = [
    "of", "the", "for", "and", "de", "du", "des", "la", "le", "les", "d’", "d'", "aux", "au", "et",
    "en", "pour", "à",
  ]

  /// What stands in front of a comma, dash, colon or parenthesis.
  static func firstPart(_ text: String) -> String {
    let bytes = text.utf8
    var end = bytes.startIndex
    while end < bytes.endIndex {
      switch bytes[end] {
      case 0x28, 0x3A, 0x3B: return String(text[..<end])
      // A dash.
      case 0xE2:
        let sign = bytes[end...].prefix(3)
        if sign.elementsEqual("–".utf8) || sign.elementsEqual("—".utf8) {
          return String(text[..<end])
        }
      default: break
      }
      bytes.formIndex(after: &end)
    }
    return text
  }

  /// A name without its article; `nil` when it does not begin with a capital.
  static func name(_ text: String, isFrench: Bool) -> PartnerName? {
    var words =
      text.utf8.contains(0xC2)
      ? text.split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
      : text.utf8.split(separator: 0x20).map { String(Substring($0)) }
    // Commas and stops at the end of an item are no part of its name.
    if var last = words.popLast() {
      while let sign = last.last, sign == "." || sign == "," || sign == ";" { last.removeLast() }
      if !last.isEmpty { words.append(last) }
    }
    while let first = words.first, articles.contains(first.lowercased()) { words.removeFirst() }
    guard var first = words.first else { return nil }
    for elided in elidedArticles where first.hasPrefix(elided) {
      first = String(first.dropFirst(elided.count))
      words[0] = first
    }
    // What goes on in small letters is no name any more: "Settlement Canada which", "Health Canada is".
    var name: [String] = []
    for word in words {
      let bare = word.lowercased()
      if name.isEmpty, organizationHeads.contains(bare) {
        name.append(word)
        continue
      }
      if word.first?.isUppercase != true, !small.contains(bare), !bare.hasPrefix("d’"),
        !bare.hasPrefix("d'"), !bare.hasPrefix("l’"), !isFrench || !isCommonFrench(bare)
      {
        break
      }
      name.append(word)
      // The applied title ends with the name of the country.
      if name.count > 1, bare == "canada" { break }
    }
    while let last = name.last, small.contains(last.lowercased()) { name.removeLast() }
    guard name.count <= 9, let initial = name.first?.first,
      // « le ministère des Ports »: the head may be small where a capital follows.
      initial.isUppercase || (name.count > 1 && name.dropFirst().contains(where: hasCapital))
    else { return nil }
    let written = name.joined(separator: " ")
    // « Cinq partenaires fédéraux »: what brings the list in.
    for word in name.dropFirst() where PartnerList.isNoun(word) {
      if word.first?.isUppercase != true { return nil }
    }
    return PartnerName(key: key(written), written: written)
  }

  private static let articles: Set<String> = [
    "the", "and", "of", "by", "with", "la", "le", "les", "l’", "l'", "de", "du", "des", "d’", "d'",
    "et", "to", "at", "from", "par", "ainsi", "que",
  ]
  private static let elidedArticles = ["l’", "l'", "d’", "d'", "L’", "L'"]
  private static let elided = ["d’", "d'", "l’", "l'"]

  private static func hasCapital(_ word: String) -> Bool {
    let bare = elided.contains { word.hasPrefix($0) } ? word.dropFirst(2) : word[...]
    return bare.first?.isUppercase == true
  }

  private static let organizationHeads: Set<String> = [
    "department", "ministry", "agency", "office", "ministère", "agence", "bureau",
    "service", "services", "administration", "secrétariat", "garde", "commission", "conseil",
    "gendarmerie", "autorité",
  ]

  /// French names have small letters behind their first word: « Service de police des frontières ».
  private static func isCommonFrench(_ word: String) -> Bool {
    word.count >= 3 && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
      && !connecting.contains(word)
  }

  private static let connecting: Set<String> = [
    "qui", "que", "est", "sont", "ont", "which", "is", "are", "was", "has", "that", "will",
    "chacune", "chacun", "each", "who", "where", "avec", "dans", "sur", "leur", "elle", "ils",
  ]
}

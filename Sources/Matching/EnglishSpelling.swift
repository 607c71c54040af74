/// British, Canadian and American spellings of one word, brought to one of them.
enum EnglishSpelling {
  /// The spelling that stands for all; `nil` when the word has it already.
  ///
  /// The result only has to be the same for all spellings of a word, not right in any country.
  static func usual(_ word: [UInt8]) -> [UInt8]? {
    guard word.count >= 4 else { return nil }
    if let other = words[word] { return other }
    for (from, to) in beginnings where word.starts(with: from) {
      return to + word.dropFirst(from.count)
    }
    return withZ(word) ?? withoutU(word)
  }

  private static let words: [[UInt8]: [UInt8]] = table(
    """
    programme program, programmes programs, analyses analysis, crises crisis, ageing aging, \
    grey gray, centre center, centres centers, centred centered, centring centering, \
    theatre theater, theatres theaters, fibre fiber, fibres fibers, metre meter, metres meters, \
    kilometre kilometer, kilometres kilometers, centimetre centimeter, centimetres centimeters, \
    millimetre millimeter, millimetres millimeters, litre liter, litres liters, \
    calibre caliber, calibres calibers, meagre meager, spectre specter, sombre somber, \
    lustre luster, manoeuvre maneuver, manoeuvres maneuvers, fuelled fueled, fuelling fueling
    """)

  private static let beginnings: [([UInt8], [UInt8])] = table(
    """
    defenc defens, offenc offens, licenc licens, pretenc pretens, practis practic, \
    judgement judgment, acknowledgement acknowledgment, catalogue catalog, sceptic skeptic, \
    skillful skilful, paediatric pediatric
    """
  ).map { ($0.key, $0.value) }

  private static func table(_ text: String) -> [[UInt8]: [UInt8]] {
    var table: [[UInt8]: [UInt8]] = [:]
    for pair in text.utf8.split(separator: 0x2C) {
      let words = pair.split(separator: 0x20)
      if words.count == 2 { table[Array(words[0])] = Array(words[1]) }
    }
    return table
  }

  private static let verbEndings = [
    "e", "ed", "es", "ing", "er", "ers", "able", "ation", "ations", "ational", "ationally",
  ].map { Array($0.utf8) }

  /// -ise to -ize and -yse to -yze, where the s belongs to the ending.
  private static func withZ(_ word: [UInt8]) -> [UInt8]? {
    for ending in verbEndings where word.count > ending.count + 3 && word.ends(with: ending) {
      let s = word.count - ending.count - 1
      guard word[s] == 0x73, word[s - 1] == 0x69 || word[s - 1] == 0x79 else { continue }
      if word[s - 1] == 0x69, hasOwnS(word[..<(s - 1)]) { return nil }
      var usual = word
      usual[s] = 0x7A
      return usual
    }
    return nil
  }

  /// Whether the s of -ise belongs to the root that stands before it (*revise*, *promise*), where it
  /// must stay for *revision* to keep the stem.
  private static func hasOwnS(_ root: ArraySlice<UInt8>) -> Bool {
    guard let last = root.last else { return true }
    switch last {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x77: return true  // a e i o u w
    case 0x76: return !root.ends(with: Array("tiv".utf8))
    case 0x63: return !root.ends(with: Array("ic".utf8))
    default: return root.count <= 2 || roots.contains { root.ends(with: $0) }
    }
  }

  private static let roots = [
    "prom", "prem", "dem", "pr", "expert", "advert", "franch", "merchand", "sunr", "parad",
  ].map { Array($0.utf8) }

  /// -our to -or, behind the roots that have both.
  private static func withoutU(_ word: [UInt8]) -> [UInt8]? {
    guard word.count >= 5 else { return nil }
    for at in 2..<(word.count - 2)
    where word[at] == 0x6F && word[at + 1] == 0x75 && word[at + 2] == 0x72 {
      guard rootsBeforeOur.contains(Array(word[..<at])) else { return nil }
      var usual = word
      usual.remove(at: at + 1)
      return usual
    }
    return nil
  }

  private static let rootsBeforeOur: Set<[UInt8]> = Set(
    """
    lab belab hon dishon fav disfav behavi misbehavi col discol neighb harb hum rum vap vig rig od \
    arm sav savi parl tum val splend cand clam ferv demean misdemean endeav ard glam flav succ
    """.utf8.split(separator: 0x20).map { Array($0) })
}

extension BidirectionalCollection where Element == UInt8 {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    var position = endIndex
    for byte in ending.reversed() {
      guard position > startIndex else { return false }
      formIndex(before: &position)
      guard self[position] == byte else { return false }
    }
    return true
  }
}

internal import Checking
internal import Facts
internal import SourceText

/// Names of programs, bodies and groups as they are written, whatever kind of thing they name: two words or more
/// with capitals, in French a capital and what it is of.
///
/// Departments that speak in the documents, the country and its plan are left out: they stand everywhere.
struct NamedThings {
  struct Name: BitwiseCopyable {
    var key: UInt64
    var start: Int
    var end: Int
    var range: Range<Int> { start..<end }
  }

  private let general: Set<UInt64>

  init(_ corpus: Corpus) {
    var general = Self.everywhere
    for member in corpus.members.indices {
      guard let department = corpus.department(of: member) else { continue }
      let title = corpus.title(ofDepartment: department)
      for text in [title.english, title.french, corpus.members[member].profile.department ?? ""] {
        let bytes = Array(text.utf8)
        for word in TextWords.read(bytes, bytes.indices) {
          general.insert(TextWords.key(bytes, word))
        }
      }
    }
    self.general = general
  }

  private static let everywhere: Set<UInt64> = {
    let bytes = Array(
      """
      canada canadian canadians government parliament national action plan departmental results report
      budget fiscal year federal gba plus women peace security act minister ministry department agency
      indigenous peoples nations nation house standard standards commons gouvernement parlement ministère ministre fédéral
      ministériel ministérielle loi exercice annexe annex table tableau january february march april may
      june july august september october november december goal objective objectif the this these in for
      by from under first second united unies our your their notre nos votre le la les ce cette ces dans en pour sous une un
      """.utf8)
    return Set(TextWords.read(bytes, bytes.indices).map { TextWords.key(bytes, $0) })
  }()

  private static let links: Set<UInt64> = {
    let bytes = Array("of the for and on to in des de du d la les le l à au aux et".utf8)
    return Set(TextWords.read(bytes, bytes.indices).map { TextWords.key(bytes, $0) })
  }()
  private static let genitives: Set<UInt64> = {
    let bytes = Array("des de du d".utf8)
    return Set(TextWords.read(bytes, bytes.indices).map { TextWords.key(bytes, $0) })
  }()

  /// The names in a unit.
  func names(_ facts: DocumentFacts, _ unit: Int) -> [Name] {
    let here = facts.units[unit]
    guard TextWords.mayName(facts.text, here.textRange, least: here.language == .french ? 1 : 2)
    else { return [] }
    let words = TextWords.read(facts.text, here.textRange)
    var names: [Name] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      guard word.isCapital, word.end - word.start > 1 else {
        index += 1
        continue
      }
      let opens = index == 0 || !words[index].isJoined
      var last = index
      var next = index + 1
      while next < words.count, words[next].isJoined, next - last <= 3, next - index <= 10 {
        if words[next].isCapital {
          // "Closing the Roster Office": the first word has its capital from its place.
          if opens, last == index, next > index + 1, !isGenitive(facts, words, index + 1..<next) {
            break
          }
          last = next
        } else if !Self.links.contains(TextWords.key(facts.text, words[next])) {
          break
        }
        next += 1
      }
      var end = last
      if last == index, here.language == .french, !opens || index == 0,
        let complement = complement(facts, words, index)
      {
        end = complement
      }
      if end > index, let name = name(facts, words, index...end) { names.append(name) }
      index = end + 1
    }
    return names
  }

  /// "Registry of Missing Women": nothing but "of" between two capitals.
  private func isGenitive(
    _ facts: DocumentFacts, _ words: [TextWords.Word], _ range: Range<Int>
  ) -> Bool {
    range.allSatisfy {
      let key = TextWords.key(facts.text, words[$0])
      return key == Self.of || Self.genitives.contains(key)
    }
  }

  private static let of = TextWords.key(Array("of".utf8), .init(start: 0, end: 2))

  /// « le Bureau des conseillers en genre »: the word that a single capital is of.
  private func complement(
    _ facts: DocumentFacts, _ words: [TextWords.Word], _ index: Int
  ) -> Int? {
    guard index + 2 < words.count, words[index + 1].isJoined,
      Self.genitives.contains(TextWords.key(facts.text, words[index + 1]))
    else { return nil }
    for next in index + 2..<min(index + 5, words.count) where words[next].isJoined {
      if !Self.links.contains(TextWords.key(facts.text, words[next])) {
        return words[next].isCapital || words[next].end - words[next].start > 3 ? next : nil
      }
    }
    return nil
  }

  private func name(
    _ facts: DocumentFacts, _ words: [TextWords.Word], _ range: ClosedRange<Int>
  ) -> Name? {
    var first = range.lowerBound
    // "The Tidewater Bursary", "In 2026 ...": not part of the name.
    while first <= range.upperBound,
      words[first].end - words[first].start <= 3,
      general.contains(TextWords.key(facts.text, words[first]))
        || Self.links.contains(TextWords.key(facts.text, words[first]))
    {
      first += 1
    }
    guard first < range.upperBound, !isNumeral(facts, words[first]) else { return nil }
    var key: UInt64 = 7
    var own = 0
    for index in first...range.upperBound {
      let word = TextWords.key(facts.text, words[index])
      if Self.links.contains(word) { continue }
      key = (key ^ word) &* 0x9e37_79b9_7f4a_7c15
      if !general.contains(word) { own += 1 }
    }
    guard own > 0 else { return nil }
    let start = words[first].start
    let end = words[range.upperBound].end
    for organization in facts.organizations(of: Int(unit(of: start, facts))) {
      if Int(organization.start) < end, Int(organization.end) > start { return nil }
    }
    return Name(key: key, start: start, end: end)
  }

  /// "Chapter VII of the Charter": a number and not a name.
  private func isNumeral(_ facts: DocumentFacts, _ word: TextWords.Word) -> Bool {
    facts.text[word.start..<word.end].allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
  }

  private func unit(of offset: Int, _ facts: DocumentFacts) -> Int {
    var low = 0
    var high = facts.units.count
    while low < high {
      let middle = (low + high) / 2
      if Int(facts.units[middle].textEnd) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

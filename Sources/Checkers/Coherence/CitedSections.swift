internal import Checking
internal import Facts
internal import SourceText

/// Numbers under which documents cite the sections of a directive, policy or plan that stands beside them, set
/// against the headings of its sections.
struct CitedSections {
  struct Wrong {
    var passage: CorpusPassage
    /// The heading of the section that is meant.
    var heading: CorpusPassage
    /// As it is written: "3", "B".
    var cited: String
    var right: String
  }

  private struct Section {
    var number: Int
    var unit: Int
    /// The words of its title, shortened.
    var words: Set<String>
  }

  private struct Source {
    var member: Int
    /// What it is: "directive", « politique ».
    var kind: String
    var sections: [Section]
  }

  private static let kinds: Set<String> = [
    "directive", "policy", "framework", "strategy", "code", "charter", "guide", "guidelines",
    "standard", "protocol", "agreement", "plan", "manual", "order", "politique", "cadre",
    "stratégie", "charte", "norme", "protocole", "accord", "entente", "manuel", "ordonnance",
  ]
  private static let parts: Set<String> = [
    "section", "article", "chapter", "part", "chapitre", "partie", "rubrique", "clause", "annex",
    "annexe", "appendix", "schedule",
  ]
  private static let partNames: Stretches = [
    "section", "article", "chapter", "part ", "chapitre", "partie", "rubrique", "clause",
    "annex", "appendix", "schedule",
  ]
  private static let numbers: [String: Int] = {
    let lists = [
      ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
      [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
      ],
      ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
      [
        "première", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième",
        "huitième", "neuvième", "dixième",
      ],
    ]
    var numbers: [String: Int] = [:]
    for list in lists {
      for (index, word) in list.enumerated() { numbers[word] = index + 1 }
    }
    return numbers
  }()

  private static let annexes: Set<String> = ["annex", "annexe", "appendix", "schedule"]
  /// Number of the annex before the first that has a letter.
  private static let firstLetter = 50

  /// The number that a word beside a part stands for; annexes may have letters. "A section" is none.
  private static func number(_ word: String, behind part: String?) -> Int? {
    if let number = Int(word) ?? numbers[word] {
      return (1..<firstLetter).contains(number) ? number : nil
    }
    guard part.map(annexes.contains) == true, word.utf8.count == 1, let letter = word.utf8.first,
      (0x61...0x68).contains(letter)
    else { return nil }
    return firstLetter + Int(letter - 0x60)
  }

  private static func written(_ number: Int) -> String {
    guard number > firstLetter else { return "\(number)" }
    return String(decoding: [UInt8(0x40 + number - firstLetter)], as: UTF8.self)
  }

  static func wrong(_ corpus: Corpus) -> [Wrong] {
    guard corpus.members.count > 1 else { return [] }
    let sources = corpus.members.indices.compactMap { source(corpus, $0) }
    guard !sources.isEmpty else { return [] }
    var found: [Wrong] = []
    for member in corpus.members.indices {
      let language = corpus.members[member].profile.language
      let others = sources.filter {
        $0.member != member && corpus.members[$0.member].profile.language == language
      }
      guard !others.isEmpty else { continue }
      let facts = corpus.members[member].facts
      for unit in facts.units.indices
      where !facts.units[unit].isHeading && facts.unit(unit, holds: partNames) {
        let text = words(facts.quote(ofUnit: unit))
        let cited = citedNumbers(text)
        guard cited.count == 1, let number = cited.first else { continue }
        let named = others.filter { source in text.contains { $0.hasPrefix(source.kind) } }
        guard named.count == 1, let source = named.first,
          let section = source.sections.first(where: { $0.number == number })
        else { continue }
        let said = Set(text.map(shortened))
        guard section.words.isDisjoint(with: said) else { continue }
        let meant = source.sections.filter { $0.number != number && $0.words.isSubset(of: said) }
        guard meant.count == 1, let right = meant.first else { continue }
        found.append(
          Wrong(
            passage: CorpusPassage(member: member, unit: unit),
            heading: CorpusPassage(member: source.member, unit: right.unit),
            cited: Self.written(number),
            right: Self.written(right.number)))
      }
    }
    return found
  }

  /// "section three", "fourth section", « l’article 4 »: the numbers beside a word for a part.
  private static func citedNumbers(_ words: [String]) -> Set<Int> {
    var found: Set<Int> = []
    for (index, word) in words.enumerated() where parts.contains(word) {
      for other in [index + 1, index - 1] where words.indices.contains(other) {
        if let number = number(words[other], behind: other > index ? word : nil) {
          found.insert(number)
          break
        }
      }
    }
    return found
  }

  /// A document whose headings number its sections, each once.
  private static func source(_ corpus: Corpus, _ member: Int) -> Source? {
    let facts = corpus.members[member].facts
    guard let title = facts.units.indices.prefix(12).first(where: { facts.units[$0].isHeading }),
      let kind = words(facts.quote(ofUnit: title)).first(where: kinds.contains)
    else { return nil }
    let sections = facts.units.indices.lazy.filter { facts.units[$0].isHeading && $0 != title }
      .prefix(200).compactMap { unit -> Section? in
        var text = words(facts.quote(ofUnit: unit))
        let part = text.first.flatMap { parts.contains($0) ? $0 : nil }
        if part != nil { text.removeFirst() }
        guard let number = text.first.flatMap({ Self.number($0, behind: part) }) else { return nil }
        let telling = Set(text.dropFirst().filter { $0.count > 3 }.map(shortened))
        return telling.isEmpty ? nil : Section(number: number, unit: unit, words: telling)
      }
    let all = Array(sections)
    guard all.count >= 2, Set(all.map(\.number)).count == all.count else { return nil }
    return Source(member: member, kind: kind, sections: all)
  }

  private static func shortened(_ word: String) -> String { String(word.prefix(6)) }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

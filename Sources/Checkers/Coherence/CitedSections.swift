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
    var cited: Int
    var right: Int
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
    for (index, letter) in "abcdefgh".enumerated() { numbers[String(letter)] = index + 1 }
    return numbers
  }()

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
            heading: CorpusPassage(member: source.member, unit: right.unit), cited: number,
            right: right.number))
      }
    }
    return found
  }

  /// "section three", "fourth section", « l’article 4 »: the numbers beside a word for a part.
  private static func citedNumbers(_ words: [String]) -> Set<Int> {
    var found: Set<Int> = []
    for (index, word) in words.enumerated() where parts.contains(word) {
      for other in [index + 1, index - 1] where words.indices.contains(other) {
        if let number = Int(words[other]) ?? numbers[words[other]], (1...99).contains(number) {
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
        if let first = text.first, parts.contains(first) { text.removeFirst() }
        guard let number = text.first.flatMap({ Int($0) ?? numbers[$0] }), (1...99).contains(number)
        else { return nil }
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

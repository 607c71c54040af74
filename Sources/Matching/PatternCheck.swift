import SourceText

/// Finds what is wrong with lists and patterns before they are compiled.
struct PatternCheck {
  private(set) var problems: [PatternProblem] = []
  /// Lists that are not written out: they refer to themselves, directly or over others, or are too large.
  private(set) var unusableLists: Set<String> = []
  /// Patterns that are not compiled, since they would be too large.
  private(set) var unusablePatterns: Set<Int> = []

  private let language: Language
  private let lists: [PatternList]
  private let indexOfList: [String: Int]
  private var sizeOfList: [String: PatternSize] = [:]
  private var weaknessOfList: [Int: Weakness] = [:]

  init(language: Language, lists: [PatternList], patterns: [TokenPattern]) {
    self.language = language
    self.lists = lists
    indexOfList = Dictionary(
      lists.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    checkNames()
    let order = ListOrder(lists, indexOfList: indexOfList)
    checkCircles(order.circles)
    checkSizes(order.indices)
    // Each after those that it refers to, so that what is known of these is only looked up.
    for index in order.indices { _ = weakness(of: .list(lists[index].name)) }
    checkEntries()
    for (index, pattern) in patterns.enumerated() {
      check(pattern, .pattern(index))
      let size = size(of: pattern)
      guard !size.isAllowed else { continue }
      unusablePatterns.insert(index)
      problems.append(.tooLarge(pattern, .pattern(index), size))
    }
    checkUse(by: patterns)
  }

  // MARK: Lists

  private mutating func checkNames() {
    for (index, list) in lists.enumerated() where indexOfList[list.name] != index {
      problems.append(
        PatternProblem(
          id: "duplicate-list", .list(index),
          LocalizedText(
            "list '\(list.name)' is defined twice",
            "la liste « \(list.name) » est définie deux fois"),
          help: LocalizedText(
            "merge the two lists or rename one",
            "fusionnez les deux listes ou renommez-en une")))
    }
  }

  private mutating func checkCircles(_ circles: [[Int]]) {
    for circle in circles {
      let names = circle.map { lists[$0].name }
      unusableLists.formUnion(names)
      problems.append(
        PatternProblem(
          id: "circular-list", .list(circle[0]), Self.circleMessage(names),
          help: LocalizedText(
            "take one of these references out", "enlevez l’un de ces renvois")))
    }
  }

  /// Finds lists that would be too large; those that refer to one of them are measured without it, so that the
  /// fault is told once.
  private mutating func checkSizes(_ order: [Int]) {
    for index in order
    where !unusableLists.contains(lists[index].name) && indexOfList[lists[index].name] == index {
      var size = lists[index].entries.reduce(PatternSize()) { $0.union(self.size(of: $1)) }
      size.lists += 1
      if !size.isAllowed {
        unusableLists.insert(lists[index].name)
        problems.append(.tooLarge(lists[index], .list(index), size))
        size = PatternSize()
      }
      sizeOfList[lists[index].name] = size
    }
  }

  private func size(of pattern: TokenPattern) -> PatternSize {
    PatternSize(of: pattern) { sizeOfList[$0] ?? PatternSize() }
  }

  private static func circleMessage(_ names: [String]) -> LocalizedText {
    let path = (names + names.prefix(1)).map { "{\($0)}" }
    let english = path.joined(separator: " uses ")
    let french = path.joined(separator: " emploie ")
    return LocalizedText(
      "list '\(names[0])' refers to itself: \(english)",
      "la liste « \(names[0]) » renvoie à elle-même : \(french)")
  }

  private mutating func checkEntries() {
    for (index, list) in lists.enumerated() {
      if list.entries.isEmpty {
        problems.append(
          PatternProblem(
            id: "empty-list", .list(index),
            LocalizedText(
              "list '\(list.name)' has no entry", "la liste « \(list.name) » n’a aucune entrée"),
            help: LocalizedText(
              "add an entry or remove the list", "ajoutez une entrée ou supprimez la liste")))
      }
      var firstPlace: [TokenPattern: Int] = [:]
      for (entryIndex, entry) in list.entries.enumerated() {
        let place = PatternProblem.Location.listEntry(list: index, entry: entryIndex)
        if firstPlace.updateValue(entryIndex, forKey: entry) != nil {
          problems.append(
            PatternProblem(
              .warning, id: "repeated-entry", place,
              LocalizedText(
                "'\(entry)' is in list '\(list.name)' already",
                "« \(entry) » est déjà dans la liste « \(list.name) »")))
        }
        checkReferences(of: entry, place)
        let weakness = weakness(of: entry)
        if weakness.isWordless { reportWordless(entry, place) }
      }
    }
  }

  private mutating func checkUse(by patterns: [TokenPattern]) {
    var used: Set<String> = []
    var names: [String] = []
    for pattern in patterns { pattern.collectLists(into: &names) }
    while let name = names.popLast() {
      guard used.insert(name).inserted, let index = indexOfList[name] else { continue }
      for entry in lists[index].entries { entry.collectLists(into: &names) }
    }
    for (index, list) in lists.enumerated() where !used.contains(list.name) {
      problems.append(
        PatternProblem(
          .warning, id: "unused-list", .list(index),
          LocalizedText(
            "nothing uses list '\(list.name)'", "rien n’emploie la liste « \(list.name) »"),
          help: LocalizedText(
            "refer to it as '{\(list.name)}' or remove it",
            "renvoyez-y par « {\(list.name)} » ou supprimez-la")))
    }
  }

  // MARK: Patterns

  private mutating func check(_ pattern: TokenPattern, _ place: PatternProblem.Location) {
    checkReferences(of: pattern, place)
    let weakness = weakness(of: pattern)
    if weakness.isWordless {
      reportWordless(pattern, place)
    } else if weakness.isStopOnly {
      problems.append(
        PatternProblem(
          id: "stop-words-only", place,
          LocalizedText(
            "pattern '\(pattern)' can match with nothing but stop words",
            "le motif « \(pattern) » peut être trouvé avec des mots vides seulement"),
          help: LocalizedText(
            "add a word that says what is meant", "ajoutez un mot qui dit ce qui est visé")))
    }
    checkContradictions(in: pattern, place)
  }

  private mutating func reportWordless(
    _ pattern: TokenPattern, _ place: PatternProblem.Location
  ) {
    problems.append(
      PatternProblem(
        id: "pattern-without-word", place,
        LocalizedText(
          "pattern '\(pattern)' can match without any word of its own",
          "le motif « \(pattern) » peut être trouvé sans aucun mot qui lui soit propre"),
        help: LocalizedText(
          "at least one word must be neither optional nor '*'",
          "il faut au moins un mot qui ne soit ni facultatif ni « * »")))
  }

  private mutating func checkReferences(
    of pattern: TokenPattern, _ place: PatternProblem.Location
  ) {
    var names: [String] = []
    pattern.collectLists(into: &names)
    for name in names where indexOfList[name] == nil {
      let nearest = NearestName.suggestion(for: name, among: lists.lazy.map(\.name))
      problems.append(
        PatternProblem(
          id: "undefined-list", place,
          LocalizedText(
            "no list is called '\(name)'", "aucune liste ne s’appelle « \(name) »"),
          help: nearest.map { NearestName.question("{\($0)}") }
            ?? LocalizedText(
              "define it in a vocabulary file", "définissez-la dans un fichier de vocabulaire")))
    }
  }

  private mutating func checkContradictions(
    in pattern: TokenPattern, _ place: PatternProblem.Location
  ) {
    switch pattern {
    case .word, .any, .list, .gap: break
    case .optional(let part): checkContradictions(in: part, place)
    case .choice(let alternatives):
      for alternative in alternatives { checkContradictions(in: alternative, place) }
    case .guarded(let part, _, _): checkContradictions(in: part, place)
    case .sequence(let parts):
      for part in parts { checkContradictions(in: part, place) }
      for (part, next) in zip(parts, parts.dropFirst()) {
        guard case .guarded(_, .notBefore, let neighbour) = part else { continue }
        if Self.alternatives(of: next).isSubset(of: Self.alternatives(of: neighbour)) {
          report(
            LocalizedText(
              "pattern '\(pattern)' cannot match: '\(next)' must not follow, and must follow",
              "le motif « \(pattern) » ne peut pas être trouvé : « \(next) » doit suivre et ne "
                + "doit pas suivre"),
            place)
        }
      }
    case .all(let first, let rest):
      let wanted = [first] + rest.filter { !$0.isExcluded }.map(\.pattern)
      for part in wanted { checkContradictions(in: part, place) }
      for operand in rest where operand.isExcluded && operand.within == nil {
        let excluded = Self.alternatives(of: operand.pattern)
        for part in wanted where Self.alternatives(of: part).isSubset(of: excluded) {
          report(
            LocalizedText(
              "pattern '\(pattern)' cannot match: it wants and excludes '\(part)'",
              "le motif « \(pattern) » ne peut pas être trouvé : il veut et exclut « \(part) »"),
            place)
        }
      }
    }
  }

  private mutating func report(_ message: LocalizedText, _ place: PatternProblem.Location) {
    problems.append(
      PatternProblem(
        id: "never-matches", place, message,
        help: LocalizedText("take one of the two out", "enlevez l’un des deux")))
  }

  private static func alternatives(of pattern: TokenPattern) -> Set<TokenPattern> {
    if case .choice(let alternatives) = pattern { Set(alternatives) } else { [pattern] }
  }

  // MARK: Weakness

  /// With how little a pattern can match.
  private struct Weakness {
    /// With nothing, or with tokens that may be anything.
    var isWordless: Bool
    /// With stop words, besides.
    var isStopOnly: Bool
  }

  private mutating func weakness(of pattern: TokenPattern) -> Weakness {
    switch pattern {
    case .word(let word):
      return Weakness(
        isWordless: false,
        isStopOnly: word.form != .exactCase && StopWords.contains(word.text, language))
    case .any, .gap, .optional: return Weakness(isWordless: true, isStopOnly: true)
    case .list(let name):
      guard let index = indexOfList[name], !unusableLists.contains(name) else {
        return Weakness(isWordless: false, isStopOnly: false)
      }
      if let known = weaknessOfList[index] { return known }
      let result = weakest(of: lists[index].entries)
      weaknessOfList[index] = result
      return result
    case .choice(let alternatives): return weakest(of: alternatives)
    case .sequence(let parts): return strongest(of: parts)
    case .guarded(let part, _, _): return weakness(of: part)
    case .all(let first, let rest):
      return strongest(of: [first] + rest.filter { !$0.isExcluded }.map(\.pattern))
    }
  }

  private mutating func weakest(of patterns: [TokenPattern]) -> Weakness {
    var result = Weakness(isWordless: false, isStopOnly: false)
    for pattern in patterns {
      let one = weakness(of: pattern)
      result.isWordless = result.isWordless || one.isWordless
      result.isStopOnly = result.isStopOnly || one.isStopOnly
    }
    return result
  }

  private mutating func strongest(of patterns: [TokenPattern]) -> Weakness {
    var result = Weakness(isWordless: true, isStopOnly: true)
    for pattern in patterns {
      let one = weakness(of: pattern)
      result.isWordless = result.isWordless && one.isWordless
      result.isStopOnly = result.isStopOnly && one.isStopOnly
    }
    return result
  }
}

extension TokenPattern {
  /// Appends the names of all lists that the pattern refers to, in their order.
  func collectLists(into names: inout [String]) {
    switch self {
    case .word, .any, .gap: break
    case .list(let name): names.append(name)
    case .optional(let part): part.collectLists(into: &names)
    case .choice(let parts), .sequence(let parts):
      for part in parts { part.collectLists(into: &names) }
    case .guarded(let part, _, let neighbour):
      part.collectLists(into: &names)
      neighbour.collectLists(into: &names)
    case .all(let first, let rest):
      first.collectLists(into: &names)
      for operand in rest { operand.pattern.collectLists(into: &names) }
    }
  }
}

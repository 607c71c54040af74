import SourceText

/// Turns patterns into phrases, concepts and composites.
///
/// A *concept* is anything that can have hits in a unit: a list, a group, a part of a sequence, a whole
/// pattern. Equal parts are one concept, however many patterns have them. Parts without gaps are written
/// out as phrases, as long as these are few; the rest becomes composites.
struct PatternCompiler {
  /// Phrases that one part is written out to at most; beyond, its pieces are put together by composites.
  static let mostExpansions = 16
  /// Words that all phrases may have together.
  static let mostPhraseWords = 2_000_000

  private struct Concept {
    var isInput = false
    /// Concepts of which this one is an alternative.
    var parents: [Int] = []
    var patterns: [UInt32] = []
    /// Rough expectation of hits per token, to tell rare parts from frequent ones.
    var frequency = 0.0
  }

  private let language: Language
  private let lists: [String: [TokenPattern]]
  private let unusableLists: Set<String>
  private let roles: [PatternRole]
  private let stemmer: Stemmer

  private var vocabulary = Vocabulary()
  private var classOfWord: [TokenPattern.Word: Int32] = [:]
  private var frequencyOfClass: [Double] = []
  private let frequencies: [[UInt8]: Double]
  private var concepts: [Concept] = []
  private var conceptOfPattern: [TokenPattern: Int] = [:]
  private var composites: [(composite: Composite, concept: Int)] = []
  private var parts: [Composite.Part] = []
  private var phrases: [(classes: [Int32], concept: Int, pattern: Int)] = []
  /// The pattern that is being added.
  private var pattern = 0
  /// Patterns with a phrase that would have taken too many states and was left out; known when finished.
  private(set) var excessivePatterns: Set<Int> = []
  /// Patterns with phrases that were left out, since all together would have had too many words.
  private(set) var unwrittenPatterns: Set<Int> = []
  private var phraseWords = 0
  private var expansionsOfList: [String: [[Int32]]?] = [:]
  private var isListNullable: [String: Bool] = [:]

  init(
    language: Language, lists: [PatternList], unusableLists: Set<String>, roles: [PatternRole]
  ) {
    self.language = language
    self.roles = roles
    self.unusableLists = unusableLists
    self.lists = Dictionary(lists.map { ($0.name, $0.entries) }) { first, _ in first }
    stemmer = Stemmer(language)
    frequencies = WordFrequency.byStem(language, stemmer)
  }

  mutating func add(_ pattern: TokenPattern, index: Int) {
    guard !isNullable(pattern) else { return }
    self.pattern = index
    concepts[concept(for: pattern)].patterns.append(UInt32(index))
  }

  // MARK: Concepts

  private mutating func concept(for pattern: TokenPattern) -> Int {
    if let known = conceptOfPattern[pattern] { return known }
    let concept: Int
    switch pattern {
    case .word, .any, .gap:
      concept = newConcept()
      addPhrases(expansions(of: pattern) ?? [], to: concept)
    case .optional(let part): concept = self.concept(for: part)
    case .list(let name):
      concept = newConcept()
      if !unusableLists.contains(name) {
        for entry in lists[name] ?? [] { addAlternative(entry, to: concept) }
      }
    case .choice(let alternatives):
      concept = newConcept()
      for alternative in alternatives { addAlternative(alternative, to: concept) }
    case .sequence(let parts): concept = self.concept(forSequence: parts)
    case .guarded(let part, let side, let neighbour):
      let base = self.concept(for: part)
      let neighbour = self.concept(for: neighbour)
      concept = newComposite(
        side == .notBefore ? .notBefore : .notAfter,
        [
          Composite.Part(concept: UInt32(base)),
          Composite.Part(concept: UInt32(neighbour), isOptional: true),
        ], frequency: concepts[base].frequency)
    case .all(let first, let rest): concept = self.concept(forAll: first, rest)
    }
    conceptOfPattern[pattern] = concept
    return concept
  }

  private mutating func newConcept() -> Int {
    concepts.append(Concept())
    return concepts.count - 1
  }

  /// The concept of a new composite.
  private mutating func newComposite(
    _ kind: Composite.Kind, _ newParts: [Composite.Part], trailing: Int = 0, frequency: Double = 0
  ) -> Int {
    let concept = newConcept()
    for part in newParts { concepts[Int(part.concept)].isInput = true }
    concepts[concept].frequency = frequency
    let start = parts.count
    parts += newParts
    composites.append(
      (
        Composite(
          kind: kind, partStart: start, partEnd: parts.count,
          trailing: Int32(trailing)), concept
      ))
    return concept
  }

  private mutating func addAlternative(_ alternative: TokenPattern, to concept: Int) {
    switch alternative {
    case .word, .sequence:
      if let expansions = expansions(of: alternative) {
        addPhrases(expansions, to: concept)
        return
      }
    default: break
    }
    let child = self.concept(for: alternative)
    concepts[child].parents.append(concept)
    concepts[concept].frequency += concepts[child].frequency
  }

  private mutating func addPhrases(_ expansions: [[Int32]], to concept: Int) {
    for classes in expansions where !classes.isEmpty {
      phraseWords += classes.count
      guard phraseWords <= Self.mostPhraseWords else {
        unwrittenPatterns.insert(pattern)
        return
      }
      phrases.append((classes, concept, pattern))
      var frequency = 1.0
      for wordClass in classes { frequency = min(frequency, frequencyOfClass[Int(wordClass)]) }
      // Each further word makes a phrase several times as rare.
      for _ in 1..<classes.count { frequency /= 8 }
      concepts[concept].frequency += frequency
    }
  }

  private mutating func concept(
    forAll first: TokenPattern, _ rest: [TokenPattern.Operand]
  ) -> Int {
    var operands = [Composite.Part(concept: UInt32(self.concept(for: first)), most: .max)]
    for operand in rest {
      operands.append(
        Composite.Part(
          concept: UInt32(self.concept(for: operand.pattern)),
          most: operand.within.map { Int32($0) } ?? .max, isExcluded: operand.isExcluded))
    }
    return newComposite(.all, operands)
  }

  // MARK: Sequences

  private mutating func concept(forSequence parts: [TokenPattern]) -> Int {
    if let expansions = expansions(of: .sequence(parts)) {
      let concept = newConcept()
      addPhrases(expansions, to: concept)
      return concept
    }
    var builder = SegmentBuilder()
    for part in Self.flattened(parts) {
      switch part {
      case .gap(let count):
        flush(&builder)
        builder.most += count
      case .any:
        flush(&builder)
        builder.least += 1
        builder.most += 1
      case .optional(.any):
        flush(&builder)
        builder.most += 1
      default:
        if let count = expansions(of: part)?.count {
          if builder.expansions * count > Self.mostExpansions { flush(&builder) }
          builder.expansions *= count
          builder.phrase.append(part)
        } else {
          flush(&builder)
          builder.phrase = [part]
          flush(&builder)
        }
      }
    }
    flush(&builder)
    let segments = builder.segments
    if segments.count == 1, segments[0].least == 0, builder.least == 0 {
      return Int(segments[0].concept)
    }
    var frequency = 1.0
    for segment in segments where !segment.isOptional {
      frequency = min(frequency, concepts[Int(segment.concept)].frequency)
    }
    return newComposite(.sequence, segments, trailing: builder.least, frequency: frequency / 4)
  }

  private struct SegmentBuilder {
    var segments: [Composite.Part] = []
    /// Adjacent parts that are still being collected, and how many phrases they make.
    var phrase: [TokenPattern] = []
    var expansions = 1
    /// Tokens that may stand in front of what comes next.
    var least = 0
    var most = 0
  }

  private mutating func flush(_ builder: inout SegmentBuilder) {
    guard !builder.phrase.isEmpty else { return }
    let phrase: TokenPattern =
      builder.phrase.count == 1 ? builder.phrase[0] : .sequence(builder.phrase)
    builder.segments.append(
      Composite.Part(
        concept: UInt32(concept(for: phrase)), least: Int32(builder.least),
        most: Int32(builder.most), isOptional: isNullable(phrase)))
    builder.phrase = []
    builder.expansions = 1
    builder.least = 0
    builder.most = 0
  }

  private static func flattened(_ parts: [TokenPattern]) -> [TokenPattern] {
    parts.flatMap { part in
      if case .sequence(let inner) = part { flattened(inner) } else { [part] }
    }
  }

  // MARK: Expansions

  /// The phrases that a part stands for, the empty one included; `nil` when it has gaps or they are too
  /// many.
  private mutating func expansions(of pattern: TokenPattern) -> [[Int32]]? {
    switch pattern {
    case .word(let word): return [[wordClass(of: word)]]
    case .any, .gap, .guarded, .all: return nil
    case .optional(let part): return expansions(of: part).map { [[]] + $0 }
    case .list(let name):
      if let known = expansionsOfList[name] { return known }
      var result: [[Int32]]?
      if !unusableLists.contains(name), let entries = lists[name] {
        result = union(of: entries)
      }
      expansionsOfList[name] = .some(result)
      return result
    case .choice(let alternatives): return union(of: alternatives)
    case .sequence(let parts):
      var result: [[Int32]] = [[]]
      for part in parts {
        guard let next = expansions(of: part), result.count * next.count <= Self.mostExpansions
        else { return nil }
        result = result.flatMap { head in next.map { head + $0 } }
      }
      return result
    }
  }

  private mutating func union(of alternatives: [TokenPattern]) -> [[Int32]]? {
    guard alternatives.count <= Self.mostExpansions else { return nil }
    var result: [[Int32]] = []
    for alternative in alternatives {
      guard let expansions = expansions(of: alternative) else { return nil }
      result += expansions
      if result.count > Self.mostExpansions { return nil }
    }
    return result
  }

  private mutating func wordClass(of word: TokenPattern.Word) -> Int32 {
    if let known = classOfWord[word] { return known }
    let wordClass = vocabulary.insert(word, stemmer)
    classOfWord[word] = wordClass
    let isStopWord = word.form != .exactCase && StopWords.contains(word.text, language)
    let common = frequencies[stemmer.stem(Array(word.text.utf8))] ?? WordFrequency.rare
    while frequencyOfClass.count <= Int(wordClass) { frequencyOfClass.append(0) }
    frequencyOfClass[Int(wordClass)] = max(
      frequencyOfClass[Int(wordClass)], isStopWord ? max(common, 0.01) : common)
    return wordClass
  }

  /// Whether a part may be absent altogether.
  private mutating func isNullable(_ pattern: TokenPattern) -> Bool {
    switch pattern {
    case .word, .any, .gap: return false
    case .optional: return true
    case .list(let name):
      if let known = isListNullable[name] { return known }
      let entries = unusableLists.contains(name) ? [] : lists[name] ?? []
      let result = entries.contains { isNullable($0) }
      isListNullable[name] = result
      return result
    case .choice(let alternatives): return alternatives.contains { isNullable($0) }
    case .sequence(let parts):
      return parts.allSatisfy { part in
        if case .gap = part { true } else { isNullable(part) }
      }
    case .guarded(let part, _, _): return isNullable(part)
    case .all(let first, _): return isNullable(first)
    }
  }

  // MARK: The program

  mutating func finished(patternCount: Int) -> ProgramParts {
    vocabulary.assignSymbols(stemmer)
    let closures = liveClosures()
    var outputs: [UInt32] = []
    var feeders: [[UInt32]] = Array(repeating: [], count: concepts.count)
    for index in composites.indices {
      composites[index].composite.outputStart = outputs.count
      outputs += closures[composites[index].concept]
      composites[index].composite.outputEnd = outputs.count
      for concept in closures[composites[index].concept] {
        feeders[Int(concept)].append(UInt32(index))
      }
    }
    let rareParts = composites.map { self.rareParts(of: $0.composite) }
    for index in composites.indices {
      guard let first = rareParts[index].first else { continue }
      composites[index].composite.rarest = UInt32(first)
      composites[index].composite.nextRarest = UInt32(rareParts[index].prefix(2).last ?? first)
    }
    var wakes = Wakes(feeders: feeders, rarest: rareParts.map(\.first))
    for concept in concepts.indices where leads(concept) && !feeders[concept].isEmpty {
      wakes.add(concept)
    }
    let records = conceptRecords(feeders)
    let (automaton, classes) = self.automaton(closures) {
      EndClasses(records, wakes: wakes.wakes, possible: wakes.possible)
    }
    let (followers, followerStarts) = self.followers()
    return ProgramParts(
      language: language, patternCount: patternCount, atomCount: phrases.count,
      vocabulary: vocabulary, automaton: automaton, composites: composites.map(\.composite),
      parts: parts, outputs: outputs, concepts: records, endClasses: classes,
      feeders: feeders.flatMap { $0 }, patterns: concepts.flatMap(\.patterns), roles: roles,
      followers: followers, followerStarts: followerStarts)
  }

  private func leads(_ concept: Int) -> Bool {
    concepts[concept].patterns.contains { roles[Int($0)].leads }
  }

  /// The concepts of the parts that a composite cannot do without, those with the fewest hits first.
  private func rareParts(of composite: Composite) -> [Int] {
    parts[composite.partStart..<composite.partEnd].filter(\.isRequired).map { Int($0.concept) }
      .sorted { (concepts[$0].frequency, $0) < (concepts[$1].frequency, $1) }
  }

  private func conceptRecords(_ feeders: [[UInt32]]) -> [MatchProgram.Concept] {
    var records: [MatchProgram.Concept] = []
    records.reserveCapacity(concepts.count + 1)
    var next = MatchProgram.Concept()
    var keptCount: UInt32 = 0
    var fedCount: UInt32 = 0
    for (index, concept) in concepts.enumerated() {
      let isFed = !feeders[index].isEmpty
      let follows = concept.patterns.contains { !roles[Int($0)].leads }
      let isKept = concept.isInput || follows || (isFed && !concept.patterns.isEmpty)
      next.slot = isKept ? keptCount : MatchProgram.Concept.notKept
      keptCount += isKept ? 1 : 0
      next.possibleSlot = isFed ? fedCount : MatchProgram.Concept.notKept
      fedCount += isFed ? 1 : 0
      next.isDirect = !isFed && leads(index)
      records.append(next)
      next.patternStart += UInt32(concept.patterns.count)
      next.feederStart += UInt32(feeders[index].count)
    }
    next.slot = MatchProgram.Concept.notKept
    next.possibleSlot = MatchProgram.Concept.notKept
    next.isDirect = false
    records.append(next)
    return records
  }

  /// The patterns that are looked for only where their group is awake, by group.
  private func followers() -> ([MatchProgram.Follower], [UInt32]) {
    let groupCount = roles.reduce(0) { max($0, Int($1.group) + 1) }
    var byGroup: [[MatchProgram.Follower]] = Array(repeating: [], count: groupCount)
    for (index, concept) in concepts.enumerated() {
      for pattern in concept.patterns {
        let role = roles[Int(pattern)]
        guard !role.leads, role.group >= 0 else { continue }
        byGroup[Int(role.group)].append(
          MatchProgram.Follower(concept: UInt32(index), pattern: pattern))
      }
    }
    var starts: [UInt32] = [0]
    for group in byGroup { starts.append((starts.last ?? 0) + UInt32(group.count)) }
    return (byGroup.flatMap { $0 }, starts)
  }

  /// The automaton of all phrases. Where they take too many states, those whose words can be read in most ways
  /// are left out.
  private mutating func automaton(
    _ closures: [[UInt32]], _ emptyClasses: () -> EndClasses
  ) -> (PhraseAutomaton, EndClasses) {
    var mostReadings = Int.max
    while true {
      var builder = PhraseAutomaton.Builder(
        symbolCount: vocabulary.symbolCount, symbolsOfClass: vocabulary.symbolsOfClass)
      for (classes, concept, pattern) in phrases {
        if canBeRead(classes, inAtMost: mostReadings) {
          builder.add(classes, concept: concept)
        } else {
          excessivePatterns.insert(pattern)
        }
      }
      var classes = emptyClasses()
      if let automaton = builder.finished(closure: { closures[Int($0)] }, classes: &classes) {
        return (automaton, classes)
      }
      // Without any phrase, at the latest, there is one state.
      mostReadings = mostReadings == .max ? 1 << 12 : mostReadings >> 6
    }
  }

  /// Whether a phrase can be put together from symbols in at most so many ways.
  private func canBeRead(_ classes: [Int32], inAtMost most: Int) -> Bool {
    guard most < .max else { return true }
    var count = 1
    for wordClass in classes {
      count *= vocabulary.symbolsOfClass[Int(wordClass)].count
      if count > most { return false }
    }
    return count <= most
  }

  /// For each concept: itself and all it is an alternative of, as far as anything asks for their hits.
  private func liveClosures() -> [[UInt32]] {
    var closures: [[UInt32]?] = Array(repeating: nil, count: concepts.count)
    func closure(_ concept: Int) -> [UInt32] {
      if let known = closures[concept] { return known }
      var result: [UInt32] = []
      if concepts[concept].isInput || !concepts[concept].patterns.isEmpty {
        result.append(UInt32(concept))
      }
      for parent in concepts[concept].parents { result += closure(parent) }
      result = Array(Set(result)).sorted()
      closures[concept] = result
      return result
    }
    return concepts.indices.map { closure($0) }
  }
}

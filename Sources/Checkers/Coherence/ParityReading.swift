internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// What differs between two versions whose blocks are put side by side.
struct ParityReading {
  let corpus: Corpus
  let pair: Corpus.Pair
  let alignment: BlockAlignment
  let english: DocumentFacts
  let french: DocumentFacts

  init(corpus: Corpus, pair: Corpus.Pair, alignment: BlockAlignment) {
    self.corpus = corpus
    self.pair = pair
    self.alignment = alignment
    english = corpus.members[pair.first].facts
    french = corpus.members[pair.second].facts
  }

  func structure() -> Finding {
    ParityChecker.declared.finding(
      "structure", corpus, CorpusPassage(member: pair.first, unit: 0),
      against: [CorpusPassage(member: pair.second, unit: 0)])
  }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    let pairs = alignment.pairs
    for (index, step) in pairs.enumerated() {
      guard step.english >= 0, step.french >= 0 else {
        if let finding = loneHeading(step) { findings.append(finding) }
        continue
      }
      let left = alignment.english[step.english]
      let right = alignment.french[step.french]
      guard left.kind == right.kind else { continue }
      // A block beside one that is left over may have been split.
      let isSettled =
        isPaired(pairs, index - 1) && isPaired(pairs, index + 1)
      if let first = english.units.indices.contains(left.units.lowerBound)
        ? english.units[left.units.lowerBound] : nil, first.isRow
      {
        findings += cells(left, right)
        continue
      }
      if isSettled || (!left.numbers.isEmpty && left.numbers == right.numbers) {
        findings += numbers(left, right)
        findings += dates(left, right)
        if let finding = organizations(left, right) { findings.append(finding) }
        if let finding = strength(left, right) { findings.append(finding) }
        if let finding = frequency(left, right) { findings.append(finding) }
      }
      if isSettled, let finding = length(left, right) { findings.append(finding) }
    }
    return findings + runs(\.isListItem, "list") + runs(\.isRow, "table-rows")
  }

  private func isPaired(_ pairs: [(english: Int, french: Int)], _ index: Int) -> Bool {
    guard pairs.indices.contains(index) else { return true }
    return pairs[index].english >= 0 && pairs[index].french >= 0
  }

  func finding(
    _ kind: String, _ left: Int, _ right: Int, _ arguments: [String: FindingArgument]
  ) -> Finding {
    ParityChecker.declared.finding(
      kind, corpus, CorpusPassage(member: pair.first, unit: left),
      against: [CorpusPassage(member: pair.second, unit: right)], arguments)
  }

  private func length(
    _ left: BlockAlignment.Block, _ right: BlockAlignment.Block
  ) -> Finding? {
    guard min(left.length, right.length) > 8, max(left.length, right.length) >= 40 else {
      return nil
    }
    let ratio = Double(right.length) / Double(left.length)
    guard ratio < 0.4 || ratio > 2.4,
      !english.unit(left.units.lowerBound, holds: Self.repealed),
      !french.unit(right.units.lowerBound, holds: Self.repealed)
    else { return nil }
    return finding(
      "length", left.units.lowerBound, right.units.lowerBound,
      ["english": .number(left.length), "french": .number(right.length)])
  }

  private static let repealed: Stretches = ["[repealed", "[abrogé", "[abrogée"]

  /// "(a) the minister", « a) le ministre »: provisions, which each language divides in its own way.
  private func isProvision(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    var rest = facts.text[facts.units[unit].textRange].prefix(4)
    if rest.first == 0x28 { rest = rest.dropFirst() }
    guard let letter = rest.first, letter >= 0x61, letter <= 0x7A else { return false }
    return rest.dropFirst().first == 0x29
  }

  // MARK: Tables, lists and headings

  private func cells(_ left: BlockAlignment.Block, _ right: BlockAlignment.Block) -> [Finding] {
    let one = left.units.lowerBound
    let two = right.units.lowerBound
    let ours = Array(english.cells(of: one))
    let theirs = Array(french.cells(of: two))
    guard ours.count == theirs.count else { return [] }
    var findings: [Finding] = []
    for column in ours.indices {
      let mine = plain(english, left.units).filter { Int($0.column) == column }
      let other = plain(french, right.units).filter { Int($0.column) == column }
      let onlyMine = unmatched(mine, values(french, right.units))
      let onlyOther = unmatched(other, values(english, left.units))
      if let number = onlyMine.first, let nombre = onlyOther.first {
        findings.append(
          finding(
            "table-figure", one, two,
            [
              "english": .text(english.quote(number.start, number.end)),
              "french": .text(french.quote(nombre.start, nombre.end)),
            ]))
      } else if let number = onlyMine.first ?? onlyOther.first,
        Self.isTelling(number)
          || (max(ours[column].range.count, theirs[column].range.count) <= 32 && number.value >= 10)
      {
        findings.append(
          finding(
            "table-figure", one, two,
            [
              "english": .text(english.quote(ours[column].range)),
              "french": .text(french.quote(theirs[column].range)),
            ]))
      }
    }
    return findings + dates(left, right)
  }

  private func loneHeading(_ step: (english: Int, french: Int)) -> Finding? {
    // In plain text a heading is guessed from its looks.
    guard !english.path.hasSuffix(".txt"), !french.path.hasSuffix(".txt") else { return nil }
    if step.english >= 0 {
      let unit = alignment.english[step.english].units.lowerBound
      guard english.units[unit].isHeading else { return nil }
      return ParityChecker.declared.finding(
        "heading", corpus, CorpusPassage(member: pair.first, unit: unit))
    }
    let unit = alignment.french[step.french].units.lowerBound
    guard french.units[unit].isHeading else { return nil }
    return ParityChecker.declared.finding(
      "heading", corpus, CorpusPassage(member: pair.second, unit: unit))
  }

  /// Lists, or tables, that begin at the same place and have not the same number of items.
  private func runs(_ belongs: KeyPath<FactUnit, Bool>, _ kind: String) -> [Finding] {
    let ours = lengths(english, alignment.english, belongs)
    let theirs = lengths(french, alignment.french, belongs)
    // Told once a list: from the first pair that is of both.
    var told: Set<Int> = []
    var findings: [Finding] = []
    for step in alignment.pairs where step.english >= 0 && step.french >= 0 {
      guard let mine = ours[step.english], let other = theirs[step.french],
        told.insert(mine.first).inserted, mine.count != other.count
      else { continue }
      // Nested or split lists shift many at once: only those that begin side by side are compared.
      guard step.english == mine.first, step.french == other.first,
        !isProvision(english, alignment.english[mine.first].units.lowerBound)
          || !isProvision(french, alignment.french[other.first].units.lowerBound)
      else { continue }
      findings.append(
        finding(
          kind, alignment.english[mine.first].units.lowerBound,
          alignment.french[other.first].units.lowerBound,
          ["english": .number(mine.count), "french": .number(other.count)]))
    }
    return findings
  }

  /// For each block of a list, where the list begins and how many blocks it has.
  private func lengths(
    _ facts: DocumentFacts, _ blocks: [BlockAlignment.Block], _ belongs: KeyPath<FactUnit, Bool>
  ) -> [Int: (first: Int, count: Int)] {
    var found: [Int: (first: Int, count: Int)] = [:]
    var index = 0
    while index < blocks.count {
      guard facts.units[blocks[index].units.lowerBound][keyPath: belongs] else {
        index += 1
        continue
      }
      var end = index + 1
      while end < blocks.count, facts.units[blocks[end].units.lowerBound][keyPath: belongs] {
        end += 1
      }
      for block in index..<end { found[block] = (index, end - index) }
      index = end
    }
    return found
  }
}

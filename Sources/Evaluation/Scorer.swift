package import RuleSets
internal import SourceText

/// A passage that the tool took for evidence.
package struct FoundPassage: Sendable {
  /// As the labelled set names its document.
  package var document: String
  package var requirement: String
  package var rung: Rung
  package var quote: String

  package init(document: String, requirement: String, rung: Rung, quote: String) {
    self.document = document
    self.requirement = requirement
    self.rung = rung
    self.quote = quote
  }
}

/// Sets what was found against what is labelled.
package struct Scorer {
  /// Units of one requirement that a single long quotation may cover.
  static let mostClaims = 3

  private let set: LabelledSet
  private let requirements: Set<String>
  /// The lowest rung that meets a requirement in a document.
  private let floor: (_ document: String, _ requirement: String) -> Rung
  /// Whether a requirement is asked of a document at all.
  private let applies: (_ document: String, _ requirement: String) -> Bool
  private let texts: [PassageText]
  private let unitsOfDocument: [String: [Int]]

  /// Only `requirements` are counted.
  package init(
    _ set: LabelledSet, requirements: Set<String>,
    floor: @escaping (_ document: String, _ requirement: String) -> Rung,
    applies: @escaping (_ document: String, _ requirement: String) -> Bool = { _, _ in true }
  ) {
    self.set = set
    self.requirements = requirements
    self.floor = floor
    self.applies = applies
    texts = set.units.map { PassageText($0.text) }
    unitsOfDocument = Dictionary(grouping: set.units.indices) { set.units[$0].document }
  }

  private struct Claim: Hashable {
    var unit: Int
    var requirement: String
  }

  package func score(_ found: [FoundPassage]) -> SetScore {
    var result = SetScore(name: set.name, set: set)
    result.labelCount = set.units.reduce(0) { count, unit in
      count + unit.labels.keys.count { requirements.contains($0) }
    }
    var claimed: [Claim: Rung] = [:]
    var highest: [Pair: Rung] = [:]
    var hitTraps: Set<Int> = []
    var trapsAtFloor: Set<Int> = []
    for passage in merged(found) {
      let pair = Pair(document: passage.document, requirement: passage.requirement)
      highest[pair] = max(passage.rung, highest[pair] ?? .absent)
      let near = nearest(to: passage)
      let hits = near.filter { set.units[$0].labels[passage.requirement] != nil }
        .prefix(Self.mostClaims)
      let groups = groups(passage.document, passage.requirement)
      if hits.isEmpty {
        for group in groups { result[group].wrong += 1 }
        result.falseAlarms.append(passage)
        if let first = near.first {
          let unit = set.units[first]
          if unit.trap != nil {
            hitTraps.insert(first)
            if passage.rung >= floor(passage.document, passage.requirement) {
              trapsAtFloor.insert(first)
            }
          }
          if unit.tempts.contains(passage.requirement) {
            for group in [ScoreGroup.all, .language(unit.language)] {
              result[group].traps.tempted += 1
            }
          }
        }
        continue
      }
      var fresh = 0
      for unit in hits {
        let claim = Claim(unit: unit, requirement: passage.requirement)
        if claimed[claim] == nil { fresh += 1 }
        claimed[claim] = max(passage.rung, claimed[claim] ?? .absent)
      }
      for group in groups {
        result[group].right += fresh > 0 ? 1 : 0
        result[group].found += fresh
      }
    }
    count(claimed, in: &result)
    countTraps(hitTraps, trapsAtFloor, in: &result)
    countDocuments(highest, in: &result)
    return result
  }

  private struct Pair: Hashable {
    var document: String
    var requirement: String
  }

  /// One passage for each quotation of a requirement, with its highest rung; always in the same order.
  private func merged(_ found: [FoundPassage]) -> [FoundPassage] {
    var best: [Pair: [String: FoundPassage]] = [:]
    for passage in found
    where requirements.contains(passage.requirement) && passage.rung > .absent
      && unitsOfDocument[passage.document] != nil
    {
      let pair = Pair(document: passage.document, requirement: passage.requirement)
      let key = PassageText(passage.quote).plain
      if let other = best[pair]?[key], other.rung >= passage.rung { continue }
      best[pair, default: [:]][key] = passage
    }
    var passages: [(pair: Pair, key: String, passage: FoundPassage)] = []
    for (pair, quotations) in best {
      for (key, passage) in quotations { passages.append((pair, key, passage)) }
    }
    passages.sort { (one, other) -> Bool in
      if one.pair.document != other.pair.document {
        return one.pair.document < other.pair.document
      }
      if one.pair.requirement != other.pair.requirement {
        return one.pair.requirement < other.pair.requirement
      }
      return one.key < other.key
    }
    return passages.map(\.passage)
  }

  /// Units that a quotation points to, the closest first.
  private func nearest(to passage: FoundPassage) -> [Int] {
    let quote = PassageText(passage.quote)
    var near: [(unit: Int, closeness: Double)] = []
    for unit in unitsOfDocument[passage.document] ?? [] {
      let closeness = quote.closeness(to: texts[unit])
      if closeness > 0 { near.append((unit, closeness)) }
    }
    // Units come in order, and equals keep theirs.
    near.sort { one, other in
      one.closeness == other.closeness
        ? one.unit < other.unit : one.closeness > other.closeness
    }
    return near.map(\.unit)
  }

  private func groups(_ document: String, _ requirement: String) -> [ScoreGroup] {
    let language = unitsOfDocument[document]?.first.map { set.units[$0].language } ?? .english
    let framework = ScoreGroup.framework(of: requirement)
    return [
      .all, .language(language), .framework(framework), .frameworkIn(framework, language),
      .requirement(requirement),
    ]
  }

  // MARK: What was missed, and on which rung the rest stands

  private func count(_ claimed: [Claim: Rung], in result: inout SetScore) {
    for (index, unit) in set.units.enumerated() {
      for requirement in unit.labels.keys.sorted() where requirements.contains(requirement) {
        let groups = groups(unit.document, requirement)
        let labelled = unit.labels[requirement] ?? .absent
        if let rung = claimed[Claim(unit: index, requirement: requirement)] {
          for group in groups { result[group].rungs[labelled.rawValue][rung.rawValue] += 1 }
        } else {
          for group in groups { result[group].missed += 1 }
          result.misses.append(
            FoundPassage(
              document: unit.document, requirement: requirement, rung: labelled, quote: unit.text))
        }
      }
    }
  }

  private func countTraps(
    _ hit: Set<Int>, _ atFloor: Set<Int>, in result: inout SetScore
  ) {
    for (index, unit) in set.units.enumerated() where unit.trap != nil {
      for group in [ScoreGroup.all, .language(unit.language)] {
        result[group].traps.hit += Rate(hit.contains(index) ? 1 : 0, of: 1)
        result[group].traps.hitAtFloor += Rate(atFloor.contains(index) ? 1 : 0, of: 1)
      }
    }
  }

  private func countDocuments(_ highest: [Pair: Rung], in result: inout SetScore) {
    for (document, units) in unitsOfDocument {
      for requirement in requirements {
        let labelled =
          units.compactMap { set.units[$0].labels[requirement] }.max() ?? .absent
        let pair = Pair(document: document, requirement: requirement)
        for group in groups(document, requirement) {
          result[group].documents.add(
            labelled: labelled, found: highest[pair] ?? .absent,
            floor: floor(document, requirement), applies: applies(document, requirement))
        }
      }
    }
  }
}

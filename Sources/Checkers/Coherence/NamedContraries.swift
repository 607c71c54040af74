internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// A named thing that one passage takes away from and another lets live or grow.
struct NamedContraries {
  private let corpus: Corpus
  private let things: NamedThings

  init(_ corpus: Corpus) {
    self.corpus = corpus
    things = NamedThings(corpus)
  }

  private struct Place {
    var passage: CorpusPassage
    var name: NamedThings.Name
  }

  func pairs() -> [ContrarySignals.Pair] {
    var away: [UInt64: [Place]] = [:]
    var order: [UInt64] = []
    for member in corpus.members.indices where mayCut(member) {
      let facts = corpus.members[member].facts
      var listing = (heading: Int32(-1), ends: false)
      for unit in facts.units.indices {
        let here = facts.units[unit]
        guard !here.isHeading, !here.isTableHeader, here.wordCount >= 3,
          !ContrarySignals.tellsOfThePast(facts, unit)
        else { continue }
        // "Agreements that will not be renewed", over a list or a table.
        if listing.heading != here.heading {
          listing = (here.heading, ActDirection.endsUnder(facts, Int(here.heading)))
        }
        let hits = ActDirection.stems(here.language).hits(in: facts.text, here.textRange)
        let takes = hits.contains {
          $0.mark == ActDirection.Mark.takes || $0.mark == ActDirection.Mark.ends
            || $0.mark == ActDirection.Mark.denies
        }
        guard takes || (listing.ends && (here.isRow || here.isListItem)) else { continue }
        for name in things.names(facts, unit)
        where ActDirection.of(name.range, facts, unit, hits) == .away {
          if away[name.key] == nil { order.append(name.key) }
          away[name.key, default: []].append(
            Place(passage: CorpusPassage(member: member, unit: unit), name: name))
        }
      }
    }
    guard !order.isEmpty else { return [] }
    let toward = toward(Set(order))
    return order.compactMap { key in
      for cut in away[key] ?? [] {
        let growth = (toward[key] ?? []).first {
          $0 != cut.passage && corpus.mayShareTime($0.member, cut.passage.member)
            && !corpus.areTranslations($0.member, cut.passage.member)
            && corpus.members[$0.member].profile.language
              == corpus.members[cut.passage.member].profile.language
        }
        if let growth {
          let facts = cut.passage.facts(corpus)
          return ContrarySignals.Pair(
            passage: cut.passage, other: growth, matter: facts.quote(cut.name.range))
        }
      }
      return nil
    }
  }

  /// Documents that say what is to be done: others tell of cuts long past.
  private func mayCut(_ member: Int) -> Bool {
    switch corpus.members[member].profile.kind {
    case .nationalActionPlan, .implementationPlan, .departmentalPlan, .supplementaryTable,
      .programmePage, .strategy, .initiative:
      true
    default: false
    }
  }

  /// True for a firm promise: a thing that is to do something is to live.
  private func promises(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    !facts.units[unit].flags.contains(.denies)
      && facts.commitments(of: unit).contains { $0.rung.rung >= .commitment && $0.actor != .other }
  }

  /// Passages that let things of some names live or grow.
  private func toward(_ keys: Set<UInt64>) -> [UInt64: [CorpusPassage]] {
    var found: [UInt64: [CorpusPassage]] = [:]
    for member in corpus.members.indices where mayCut(member) {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices {
        let here = facts.units[unit]
        guard !here.isHeading, !here.isTableHeader, here.wordCount >= 3,
          !ContrarySignals.tellsOfThePast(facts, unit)
        else { continue }
        let names = things.names(facts, unit).filter { keys.contains($0.key) }
        guard !names.isEmpty else { continue }
        let hits = ActDirection.stems(here.language).hits(in: facts.text, here.textRange)
        for name in names {
          let way = ActDirection.of(name.range, facts, unit, hits)
          guard way == .toward || (way == nil && promises(facts, unit)) else { continue }
          found[name.key, default: []].append(CorpusPassage(member: member, unit: unit))
        }
      }
    }
    return found
  }
}

package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports a cut to a program that another passage promises to expand.
///
/// **What it finds.** The same named program, reduced in one passage and expanded in another.
///
/// **Why it matters.** Only a person can say whether both can be true.
///
/// **Example.** A plan that expands a fund, and a budget annex that takes money from it.
///
/// **What to write instead.** In both places, what is cut, what grows, and what remains.
package struct CounterSignalChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    // Names of programs, with the passages that expand and reduce them.
    var expanding: [UInt32: [CorpusPassage]] = [:]
    var reducing: [UInt32: [CorpusPassage]] = [:]
    var order: [UInt32] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for name in facts.names where name.hasHead {
        let unit = Int(name.unit)
        let flags = facts.units[unit].flags
        guard flags.contains(.expands) != flags.contains(.reduces) else { continue }
        let passage = CorpusPassage(member: member, unit: unit)
        if flags.contains(.expands) {
          guard flags.contains(.binds) || flags.contains(.intends) else { continue }
          expanding[name.key, default: []].append(passage)
        } else {
          guard Self.cuts(facts, unit, name) else { continue }
          if reducing[name.key] == nil { order.append(name.key) }
          reducing[name.key, default: []].append(passage)
        }
      }
    }
    let byName = order.compactMap { key -> Finding? in
      guard let cut = reducing[key]?.first,
        let growth = expanding[key]?.first(where: {
          $0 != cut && corpus.mayShareTime($0.member, cut.member)
            && !corpus.areTranslations($0.member, cut.member)
        })
      else { return nil }
      let facts = cut.facts(corpus)
      let name = facts.names.first { $0.key == key && Int($0.unit) == cut.unit }
      return Self.declared.finding(
        "cut", corpus, cut, against: [growth],
        ["program": .text(name.map { facts.quote($0.start, $0.end) } ?? "")])
    }
    var told = Set(byName.map(\.place))
    return byName
      + (NamedContraries(corpus).pairs() + DecliningRows(corpus).pairs()
      + ContrarySignals(corpus).cuts()).compactMap { cut in
        let finding = Self.declared.finding(
          "cut", corpus, cut.passage, against: [cut.other], ["program": .text(cut.matter)])
        return told.insert(finding.place).inserted ? finding : nil
      }
      + ArmsSignals.pairs(corpus).map { pair in
        Self.declared.finding(
          "arms", corpus, pair.passage, against: [pair.other], ["recipient": .text(pair.matter)])
      }
  }

  /// The cut is one of money, posts or activity: not of violence, risk or barriers, which programs are there to
  /// reduce.
  private static func cuts(_ facts: DocumentFacts, _ unit: Int, _ name: NameFact) -> Bool {
    !facts.unit(unit, holds: aims)
      && (facts.numbers(of: unit).contains { $0.kind == .money || $0.kind == .percent }
        || facts.unit(unit, holds: means))
  }

  private static let aims: Stretches = [
    "violence", "risk", "barrier", "inequal", "harm", "emission", "poverty", "gap", "threat",
    "risque", "obstacle", "inégal", "préjudice", "pauvreté", "écart", "wait", "backlog",
  ]
  private static let means: Stretches = [
    "funding", "budget", "spending", "positions", "staff", "financement", "dépenses", "postes",
  ]

  private static let declared = CheckerDescription.coherence(
    "coh.counter-signal",
    title: LocalizedText("Pulling the other way", "Signaux contraires"),
    rationale: LocalizedText(
      "Finds one program that is cut in one passage and expanded in another. Never inferred from topic "
        + "alone: the program has to be named in both.",
      "Trouve un programme réduit dans un passage et élargi dans un autre. Jamais déduit du seul sujet : "
        + "le programme doit être nommé aux deux endroits."),
    [
      FindingKind(
        "cut", .ask,
        message: LocalizedText(
          "{program} is reduced here and expanded in the other passage",
          "{program} est réduit ici et élargi dans l’autre passage"),
        help: LocalizedText(
          "say what is cut, what grows, and what remains for the promise",
          "dire ce qui est réduit, ce qui croît, et ce qui reste pour la promesse")),
      FindingKind(
        "arms", .ask,
        message: LocalizedText(
          "arms go to {recipient} here; the other passage takes arms out of use there",
          "des armes vont à {recipient} ici; l’autre passage y retire des armes"),
        help: LocalizedText(
          "say how the two go together, or which of them holds",
          "dire comment les deux vont ensemble, ou lequel des deux vaut")),
    ])
}

internal import Checking
package import PolicyCoherence
internal import RuleSets
package import SourceText

/// Runs the tool over labelled sets and scores what it found.
package struct EvaluationRun {
  package var check: CoherenceCheck
  /// Only requirements that begin with this, as "wps" or "wps.lead"; `nil` for all.
  package var only: String?

  package init(check: CoherenceCheck, only: String? = nil) {
    self.check = check
    self.only = only
  }

  /// Scores one set; what could not be read becomes a diagnostic.
  package func score(_ set: LabelledSet) async -> (score: SetScore, diagnostics: [Diagnostic]) {
    var found: [FoundPassage] = []
    var kinds: [String: DocumentKind] = [:]
    var diagnostics: [Diagnostic] = []
    let documents = set.documents.filter { name in
      set.units.contains { $0.document == name && $0.kindOfPassage == nil }
    }
    if !documents.isEmpty {
      let names = Dictionary(
        documents.map { (FileTree.plain(FileTree.join(set.path, $0)), $0) },
        uniquingKeysWith: { first, _ in first })
      let report = await check.run(paths: names.keys.sorted())
      diagnostics += report.diagnostics
      for document in report.documents {
        guard let name = names[document.profile.path] else { continue }
        kinds[name] = document.profile.kind
        found += document.evidence.map { passage($0, name) }
      }
    }
    let judge = PassageJudge(rules: check.rules)
    for unit in set.units {
      guard let kind = unit.kindOfPassage else { continue }
      kinds[unit.document] = kind
      let outcome = judge.judge(unit.text, language: unit.language, kind: kind)
      found += outcome.evidence.map { passage($0, unit.document) }
    }
    let rules = check.rules
    let scorer = Scorer(set, requirements: requirements(of: set)) { document, requirement in
      guard let index = rules.index(ofRequirement: requirement) else { return .commitment }
      return rules.requirements[index].floor[kinds[document]]
    } applies: { document, requirement in
      guard let index = rules.index(ofRequirement: requirement), let kind = kinds[document]
      else { return false }
      return rules.requirements[index].appliesTo.contains(kind)
    }
    return (scorer.score(found), diagnostics)
  }

  private func requirements(of set: LabelledSet) -> Set<String> {
    set.counted(of: check.rules.requirements.map(\.id)).filter { id in
      guard let only else { return true }
      return id == only || id.hasPrefix(only + ".")
    }
  }

  private func passage(_ evidence: PassageEvidence, _ document: String) -> FoundPassage {
    FoundPassage(
      document: document, requirement: check.rules.requirements[evidence.requirement].id,
      rung: evidence.rung, quote: evidence.place.quote)
  }
}

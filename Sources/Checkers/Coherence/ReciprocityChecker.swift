package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports a partnership that only one side describes.
///
/// **What it finds.** A department's document that names another department as partner in an arrangement, while
/// that department's document of the same time names neither the arrangement nor the department.
///
/// **Why it matters.** A shared task that one side does not know of is nobody's.
///
/// **Example.** The police describe an arrangement with two departments whose plans are silent on it.
///
/// **What to write instead.** The same arrangement in all partners' documents, with each one's part.
package struct ReciprocityChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  private static let together = [
    " with ", "joint", "together", "partner", "co-lead", "co-chair", "collaborat", "arrangement",
    "agreement", " avec ", "conjoint", "partenariat", "entente", "ensemble", "coprésid",
  ]

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    struct Key: Hashable {
      var department: Int
      var language: Language
    }
    var documents: [Key: [Int]] = [:]
    for member in corpus.members.indices {
      guard let department = corpus.members[member].department, isPlan(corpus, member) else {
        continue
      }
      let key = Key(department: department, language: corpus.members[member].profile.language)
      documents[key, default: []].append(member)
    }
    var findings: [Finding] = []
    for member in corpus.members.indices where isPlan(corpus, member) {
      guard let own = corpus.members[member].department else { continue }
      let facts = corpus.members[member].facts
      var told: Set<Int> = []
      for mention in facts.organizations {
        let unit = Int(mention.unit)
        for partner in OrganizationCatalog.present(Int(mention.organization))
        where partner != own && !told.contains(partner) {
          let key = Key(department: partner, language: facts.language)
          guard let theirs = documents[key]?.filter({ corpus.mayShareTime(member, $0) }),
            !theirs.isEmpty, describes(facts, unit)
          else { continue }
          let knows = theirs.contains { self.knows(corpus, $0, own, facts, unit) }
          if knows { continue }
          told.insert(partner)
          findings.append(
            Self.declared.finding(
              "one-sided", corpus, CorpusPassage(member: member, unit: unit),
              [
                "partner": .localized(OrganizationCatalog.all[partner].title),
                "own": .localized(OrganizationCatalog.all[own].title),
                "theirs": .text(corpus.members[theirs[0]].profile.path),
              ]))
        }
      }
    }
    return findings
  }

  private func isPlan(_ corpus: Corpus, _ member: Int) -> Bool {
    switch corpus.members[member].profile.kind {
    case .implementationPlan, .departmentalPlan, .resultsReport, .progressReport: true
    default: false
    }
  }

  /// A passage that describes work in common, and is no heading or list of names.
  private func describes(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader, here.wordCount >= 4 else { return false }
    if !here.flags.isDisjoint(with: [.attributes, .denies]) { return false }
    guard facts.unit(unit, holds: Self.together) else { return false }
    let named = !DocumentFacts.of(unit, in: facts.names).isEmpty
    return named || here.flags.contains(.binds)
      || !facts.commitments(of: unit).isEmpty
  }

  /// True when a document names the department, or the arrangement that the passage names.
  private func knows(
    _ corpus: Corpus, _ member: Int, _ department: Int, _ facts: DocumentFacts, _ unit: Int
  ) -> Bool {
    let theirs = corpus.members[member].facts
    let arrangements = Set(
      DocumentFacts.of(unit, in: facts.names).filter { name in
        ["arrangement", "agreement", "entente", "initiative", "memorandum", "program"].contains {
          facts.quote(name.start, name.end).lowercased().contains($0)
        }
      }.map(\.key))
    if theirs.names.contains(where: { arrangements.contains($0.key) }) { return true }
    return theirs.organizations.contains {
      OrganizationCatalog.present(Int($0.organization)).contains(department)
    }
  }

  private static let declared = CheckerDescription.coherence(
    "coh.reciprocity",
    title: LocalizedText("Named by one side only", "Nommé d’un seul côté"),
    rationale: LocalizedText(
      "Looks in a partner’s document for the department that names it. It may be wrong where the "
        + "partner’s document is a summary, or where another of its documents tells of it.",
      "Cherche dans le document d’un partenaire le ministère qui le nomme. Le constat peut être faux si "
        + "ce document est un sommaire, ou si un autre document du partenaire en parle."),
    [
      FindingKind(
        "one-sided", .ask,
        message: LocalizedText(
          "{partner} is named as partner; {own} was not found in {theirs}",
          "{partner} est nommé comme partenaire; {own} n’a pas été trouvé dans {theirs}"),
        help: LocalizedText(
          "describe the shared work in both documents, with each side’s part",
          "décrire le travail commun dans les deux documents, avec la part de chacun"))
    ])
}

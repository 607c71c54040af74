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

  /// Says of itself that work is shared.
  private static let shared: Stretches = [
    "joint", "together with", " co-", "-led with", "shares with", "share the cost",
    "in partnership with", "partners with", "partnered with", "partnering with", "shared with",
    "arrangement with", "agreement with", "memorandum of understanding", "in cooperation with",
    "in collaboration with", "collaborates with", "hand in hand with", "on loan from",
    "seconded from", "seconded by", "side by side with", "conjoint", "de concert avec",
    "en partenariat avec", "en collaboration avec", "en coopération avec", "entente avec",
    "accord avec", "protocole d'entente", "protocole d’entente", "aux côtés d", "coprésid",
    "copilot", "codirig", "cofinanc", "collabore avec", "main dans la main", "prêté par",
    "prêtés par", "prêtées par", "détaché par", "détachés par", "à deux ministères",
  ]

  /// What two sides have in common, beside a word that ties somebody to it.
  private static let bonds: Stretches = [
    "arrangement", "agreement", "memorandum", "protocol", "accord", "entente", "protocole",
    "committee", "comité", "roster", " pool", " desk", "working group", "groupe de travail",
    "facility", "secretariat", "secrétariat", "guichet", "transfer", "transfert", "répertoire",
    "exchange", "échange", "hosts ", "host ", "héberge", "supplies ", "fournit", "lends ", "prête ",
    "runs the", "co-",
  ]
  private static let ties: Stretches = [
    " with ", " avec ", " and ", " et ", " by ", " par ", ", which ", " leads ", " under ",
  ]
  /// A column for those who help.
  private static let helpers: Stretches = [
    "co-", "support", "partner", "with", "appui", "partenaire", "avec", "copilot", "coresponsable",
    "collabor",
  ]

  /// Says so only of what somebody promises.
  private static let together: Stretches = [
    " with ", "together", "partner", "collaborat", "cooperat", "arrangement", "agreement",
    "shared ",
    "supported by", "provided by", "supplied by", "support of", "help of", "links ", "contributes",
    " avec ", "partenariat", "entente", "ensemble", "commun", "appui d", "soutien d", "fourni",
    "concours d", "relie", "arrangement", "collabor", "coopér", "partenaire",
  ]

  /// Speaks of another department without work in common.
  private static let passing: Stretches = [
    "consult", "inspired by", "published by", "issued by", "guide of", "report of", "according to",
    "based on", "draws on", "data from", "survey by", "study by", "visited the", "visite d",
    "étude d",
    "closed on", "ended on", "ended in", "came to an end", "a pris fin", "inspiré", "publié par",
    "selon ", "d’après", "d'après",
    "fondé sur", "données d", "met with", "briefed", "transferred to", "transféré",
  ]

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    struct Key: Hashable {
      var department: Int
      var language: Language
    }
    var documents: [Key: [Int]] = [:]
    for member in corpus.members.indices {
      guard let department = corpus.department(of: member), isPlan(corpus, member) else {
        continue
      }
      let key = Key(department: department, language: corpus.members[member].profile.language)
      documents[key, default: []].append(member)
    }
    guard documents.count > 1 else { return [] }
    let finder = PassageFinder(corpus)
    let around = PartnerWords(corpus, finder)
    var findings: [Finding] = []
    for member in corpus.members.indices where isPlan(corpus, member) {
      guard let own = corpus.department(of: member) else { continue }
      let facts = corpus.members[member].facts
      var told: Set<Int> = []
      for unit in facts.units.indices {
        let passage = CorpusPassage(member: member, unit: unit)
        for partner in corpus.departments(namedBy: passage)
        where partner != own && !told.contains(partner) {
          let key = Key(department: partner, language: facts.language)
          guard let theirs = documents[key]?.filter({ corpus.mayShareTime(member, $0) }),
            let first = theirs.first,
            describes(facts, unit) || isSide(corpus, passage, own: own, partner)
          else { continue }
          if theirs.contains(where: { knows(corpus, finder, around, $0, own, passage) }) {
            continue
          }
          told.insert(partner)
          findings.append(
            Self.declared.finding(
              "one-sided", corpus, passage,
              [
                "partner": .localized(corpus.title(ofDepartment: partner)),
                "own": .localized(corpus.title(ofDepartment: own)),
                "theirs": .text(corpus.members[first].profile.path),
              ]))
        }
      }
    }
    return findings
  }

  private func isPlan(_ corpus: Corpus, _ member: Int) -> Bool {
    switch corpus.members[member].profile.kind {
    case .implementationPlan, .departmentalPlan, .resultsReport, .progressReport,
      .supplementaryTable:
      true
    default: false
    }
  }

  /// A passage that describes work in common, and is no heading or list of names.
  private func describes(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    guard !here.isHeading, !here.isTableHeader, here.wordCount >= 4 else { return false }
    if here.flags.contains(.attributes) { return false }
    if facts.unit(unit, holds: Self.shared) { return !here.flags.contains(.denies) }
    if facts.unit(unit, holds: Self.bonds), facts.unit(unit, holds: Self.ties),
      !here.flags.contains(.denies), !facts.unit(unit, holds: Self.passing)
    {
      return true
    }
    if here.flags.contains(.denies) || facts.unit(unit, holds: Self.passing) { return false }
    let introduces = [Int(here.context)].contains {
      $0 >= 0
        && (facts.unit($0, holds: Self.together)
          || (here.isRow && facts.unit($0, holds: Self.helpers)))
    }
    guard introduces || facts.unit(unit, holds: Self.together) else { return false }
    return !DocumentFacts.of(unit, in: facts.names).isEmpty || here.flags.contains(.binds)
      || !facts.commitments(of: unit).isEmpty || (here.isRow && introduces)
  }

  /// True when the other department is the one who acts in this department's plan, or both are named in one
  /// breath: "Newcomers Canada contributes …", "its members are Inland Waters Canada and Newcomers Canada".
  private func isSide(
    _ corpus: Corpus, _ passage: CorpusPassage, own: Int, _ partner: Int
  ) -> Bool {
    let facts = passage.facts(corpus)
    let here = facts.units[passage.unit]
    guard !here.isHeading, !here.isTableHeader, !here.isRow, here.wordCount >= 5,
      here.flags.isDisjoint(with: [.denies, .attributes, .past]),
      !facts.unit(passage.unit, holds: Self.passing)
    else { return false }
    let text = facts.quote(ofUnit: passage.unit)
    let titles = Self.titles(corpus, partner, here.language)
    let ownTitles = Self.titles(corpus, own, here.language)
    for title in titles {
      // "whom Schooling Canada has agreed to lend us"
      if let place = facts.find(title, in: passage.unit) {
        let behind = place..<min(Int(here.textEnd), place + 32)
        if facts.range(behind, holds: Self.gives), facts.unit(passage.unit, holds: Self.toUs) {
          return true
        }
      }
      // Its gift, its people: what it does for the plan that names it.
      if text.hasPrefix(title) || text.hasPrefix("The " + title),
        facts.unit(passage.unit, holds: Self.gives),
        here.flags.contains(.binds)
          || facts.numbers(of: passage.unit).contains(where: { $0.kind != .label })
      {
        return true
      }
      for mine in ownTitles {
        for word in [" and ", " and the ", " et ", " et le ", " et la ", " et l’", " et l'"]
        where text.contains(mine + word + title) || text.contains(title + word + mine) {
          return true
        }
      }
    }
    return false
  }

  private static func titles(_ corpus: Corpus, _ department: Int, _ language: Language) -> [String]
  {
    let title = corpus.title(ofDepartment: department)[language]
    return title.isEmpty ? [] : [title]
  }

  private static let toUs: Stretches = [
    " us ", " us.", " us,", " our ", " nous ", " nous.", " nos ", " notre ",
  ]
  private static let gives: Stretches = [
    "lend ", "agreed to", "accepté de", "s’est engagé", "s'est engagé", "is to ",
    "contribut", "provid", "suppl", "pays", "lends", "sends", "names ", "trains", "shares", "hosts",
    "gives", "funds", "fournit", "verse", "prête", "envoie", "forme ", "finance", "paie",
    "accueille",
    "assure", "désigne", "will ", "transmet", "héberge",
  ]

  /// True when a document names the department or the arrangement that the passage names, or tells of the same
  /// work in like words.
  private func knows(
    _ corpus: Corpus, _ finder: PassageFinder, _ around: PartnerWords, _ member: Int,
    _ department: Int, _ passage: CorpusPassage
  ) -> Bool {
    let facts = passage.facts(corpus)
    // "Its members are …": what the sentence is of stands in the one before.
    var own = finder.words(of: passage)
    let before = passage.unit - 1
    if before >= 0, facts.units[before].block == facts.units[passage.unit].block,
      facts.begins(facts.units[passage.unit].textRange, with: Self.pronouns)
    {
      own += finder.words(of: CorpusPassage(member: passage.member, unit: before))
    }
    let words = finder.words(
      own, withoutNames: corpus.departments(namedBy: passage) + [department],
      facts.units[passage.unit].language)
    if corpus.names(department, in: member),
      speaks(around, member, of: department, words, facts.units[passage.unit].language)
    {
      return true
    }
    let arrangements = Set(
      DocumentFacts.of(passage.unit, in: facts.names).filter { name in
        ["arrangement", "agreement", "entente", "initiative", "memorandum", "program"].contains {
          facts.quote(name.start, name.end).lowercased().contains($0)
        }
      }.map(\.key))
    let theirs = corpus.members[member].facts
    if theirs.names.contains(where: { arrangements.contains($0.key) }) { return true }
    return finder.find(words, in: member, least: 0.5).contains { $0.own >= 0.5 && $0.shared >= 4 }
  }

  private static let pronouns = [
    "it ", "its ", "they ", "their ", "these ", "this ", "il ", "elle ", "ils ", "elles ", "ses ",
    "son ", "sa ", "leur", "ces ", "cette ", "ce ",
  ]

  /// True when what a document says around a department's name has something in common with what the other
  /// side describes.
  private func speaks(
    _ around: PartnerWords, _ member: Int, of department: Int, _ words: [UInt32],
    _ language: Language
  ) -> Bool {
    let general = GeneralWords.of(language)
    let theirs = around.words(in: member, of: department)
    return words.contains { !general.contains($0) && theirs.contains($0) }
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

/// The words of the paragraphs that name a department and of the headings above them, by document.
private final class PartnerWords {
  private struct Key: Hashable {
    var member: Int
    var department: Int
  }

  private let corpus: Corpus
  private let finder: PassageFinder
  private var known: [Key: Set<UInt32>] = [:]

  init(_ corpus: Corpus, _ finder: PassageFinder) {
    self.corpus = corpus
    self.finder = finder
  }

  func words(in member: Int, of department: Int) -> Set<UInt32> {
    let key = Key(member: member, department: department)
    if let words = known[key] { return words }
    let facts = corpus.members[member].facts
    var words: Set<UInt32> = []
    var last = -1
    for unit in facts.units.indices {
      let passage = CorpusPassage(member: member, unit: unit)
      guard corpus.departments(namedBy: passage).contains(department) else { continue }
      let paragraph = facts.paragraph(of: unit)
      if paragraph.lowerBound == last { continue }
      last = paragraph.lowerBound
      var near = Array(paragraph) + [Int(facts.units[unit].heading)]
      if facts.units[unit].isHeading {
        // What stands under a heading with the name.
        var below = unit + 1
        while below < facts.units.count, Int(facts.units[below].heading) == unit, below <= unit + 6
        {
          near.append(below)
          below += 1
        }
      }
      for index in near where index >= 0 {
        words.formUnion(finder.words(of: CorpusPassage(member: member, unit: index)))
      }
    }
    known[key] = words
    return words
  }
}

extension DocumentFacts {
  /// Where a stretch of letters that a unit holds ends; `nil` when it does not hold it.
  fileprivate func find(_ words: String, in unit: Int) -> Int? {
    let range = units[unit].textRange
    return Stretches([words.lowercased()]).first(in: text, range)?.end
  }
}

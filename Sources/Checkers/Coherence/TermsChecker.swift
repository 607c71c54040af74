package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports words that several documents use differently for one thing, and former names.
///
/// **What it finds.** How the variants of a term are spread over the documents of one time; two variants in one
/// draft; a plan that names fewer people than the plan above it; and the former name of a department in a text
/// written after it changed.
///
/// **Why it matters.** Two names make readers look for two things.
///
/// **Example.** GBA+ in one plan and GBA Plus in another of the same year.
///
/// **What to write instead.** One variant in all documents of an edition.
package struct TermsChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    spread(corpus) + Self.renamed(corpus)
      + corpus.members.indices.flatMap { mixed(corpus, $0) + former(corpus, $0) }
      + Self.narrowings(corpus).map { narrowing in
        Self.declared.finding(
          "narrowed", corpus, narrowing.narrow, against: [narrowing.wide],
          [
            "narrow": .text(narrowing.narrow.facts(corpus).quote(ofUnit: narrowing.narrow.unit)),
            "wide": .text(narrowing.wide.facts(corpus).quote(ofUnit: narrowing.wide.unit)),
          ])
      }
  }

  /// Names that another document of the corpus says are former ones.
  private static func renamed(_ corpus: Corpus) -> [Finding] {
    Renamings.uses(corpus).map { use in
      declared.finding(
        "former-name", corpus, use.passage, against: [use.told],
        [
          "name": .text(use.old), "year": .number(use.year), "present": .text(use.new),
        ])
    }
  }

  /// One for each place.
  private static func narrowings(_ corpus: Corpus) -> [GroupNames.Narrowing] {
    let over = GroupNames.narrowings(corpus)
    let told = Set(over.map(\.narrow.member))
    return over
      + GroupNames.narrowingsInside(corpus).filter { !told.contains($0.narrow.member) }
  }

  // MARK: Over documents

  private struct Use {
    var variant: Int
    var passages: [CorpusPassage] = []
    var members: Set<Int> = []
  }

  /// One finding for each term of which documents of one year use different variants.
  private func spread(_ corpus: Corpus) -> [Finding] {
    struct Key: Hashable, Comparable {
      var family: Int
      var year: Int
      var isFrench: Bool

      static func < (lhs: Key, rhs: Key) -> Bool {
        (lhs.family, lhs.year, lhs.isFrench ? 1 : 0) < (rhs.family, rhs.year, rhs.isFrench ? 1 : 0)
      }
    }
    var uses: [Key: [Int: Use]] = [:]
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      let year = corpus.members[member].years.first ?? 0
      for term in facts.terms where !isMentioned(facts, term) {
        let key = Key(
          family: Int(term.family), year: year,
          isFrench: facts.units[Int(term.unit)].language == .french)
        let variant = Int(term.variant)
        var use = uses[key]?[variant] ?? Use(variant: variant)
        if use.passages.count < 4 || !use.members.contains(member) {
          use.passages.append(CorpusPassage(member: member, unit: Int(term.unit)))
        }
        use.members.insert(member)
        uses[key, default: [:]][variant] = use
      }
    }
    return uses.sorted { $0.key < $1.key }.compactMap { key, variants in
      guard variants.count > 1 else { return nil }
      let sorted = variants.values.sorted {
        ($0.members.count, $1.variant) > ($1.members.count, $0.variant)
      }
      // Mixed use inside one document is told there.
      guard let rare = sorted.last, let common = sorted.first,
        let place = rare.passages.first(where: { !common.members.contains($0.member) }),
        let other = common.passages.first(where: { !rare.members.contains($0.member) })
      else { return nil }
      let family = TermCatalog.all[key.family]
      let titles = family.variants(key.isFrench ? .french : .english)
      func count(_ one: String, _ many: String) -> String {
        sorted.map { use in
          let number = use.members.count
          return "\(titles[use.variant].title): \(number) \(number == 1 ? one : many)"
        }.joined(separator: "; ")
      }
      return Self.declared.finding(
        "spread", corpus, place, against: [other],
        [
          "term": .localized(family.title),
          "spread": .localized(
            LocalizedText(
              english: count("document", "documents"), french: count("document", "documents"))),
        ])
    }
  }

  /// Explained, quoted, told of as history, or in a title rather than used.
  private func isMentioned(_ facts: DocumentFacts, _ term: TermFact) -> Bool {
    let unit = Int(term.unit)
    let here = facts.units[unit]
    if here.isHeading || here.flags.contains(.quotes) || facts.unit(unit, holds: Self.asHistory) {
      return true
    }
    return isInTitle(facts, term) || isReference(facts, unit)
  }

  /// "Committee (2005), Guidelines on …": an entry of a list of references.
  private func isReference(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.dates(of: unit).contains { date in
      date.role.contains(.inParentheses)
        && facts.quote(Int(date.end)..<min(facts.text.count, Int(date.end) + 2)) == "),"
    }
  }

  private static let asHistory: Stretches = [
    "formerly", "known as", "anciennement", "renamed", "renommé", "previously", "used to be",
    "was called", "were called", "the acronym", "the spelling", "older text", "earlier text",
    "older document", "earlier document", "written before", "also written", "sometimes written",
    "instead of", "no longer use", "replaced", "le sigle", "se lit encore", "appelait",
    "appelée en",
    "autrefois", "jadis", "avant 20", "before 20", "until 20", "textes plus anciens",
    "documents plus anciens", "graphie", "au lieu de", "remplac", "s’écrivait", "s'écrivait",
    "previous name", "former name", "ancien nom", "ancienne appellation", "the term ‘",
    "the term \"",
    "both forms", "les deux formes", "shortened", "abrégé", "abbreviat",
  ]
  private static let ofThePast: Stretches = [
    "former", "previously", "then ", "now ", "ancien", "autrefois", "renamed", "became", "devenu",
    "alors", "predecessor",
  ]
  private static let beforeTitle: Stretches = [
    "entitled", "titled", "intitulé", "handbook", "guide", "report ", "publication", "brochure",
    "course ", "module ", "policy ", "directive ", "toolkit", "trousse", "manuel", "rapport",
    "cours ", "document ",
  ]

  /// "the handbook GBA+ in Crisis Settings": a work keeps the words of its title.
  private func isInTitle(_ facts: DocumentFacts, _ term: TermFact) -> Bool {
    let unit = facts.units[Int(term.unit)]
    let start = max(Int(unit.textStart), Int(term.start) - 40)
    guard
      let found = Self.beforeTitle.first(in: facts.text, start..<Int(term.start)),
      Int(term.start) - found.end <= 32
    else { return false }
    let before = facts.quote(start..<Int(term.start)).lowercased()
    if before.contains("entitled") || before.contains("titled") || before.contains("intitulé") {
      return true
    }
    // The title goes on with capitals.
    let behind = facts.quote(Int(term.end)..<min(Int(unit.textEnd), Int(term.end) + 40))
    let words = behind.split(separator: " ").prefix(4)
    return words.count { $0.first?.isUppercase == true } >= 2
  }

  // MARK: In one document

  private func mixed(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var first: [Int16: TermFact] = [:]
    var told: Set<Int16> = []
    var findings: [Finding] = []
    for term in facts.terms where !isMentioned(facts, term) {
      guard let known = first[term.family] else {
        first[term.family] = term
        continue
      }
      guard known.variant != term.variant, told.insert(term.family).inserted,
        facts.units[Int(known.unit)].language == facts.units[Int(term.unit)].language
      else { continue }
      findings.append(
        Self.declared.finding(
          "mixed", corpus, CorpusPassage(member: member, unit: Int(term.unit)),
          against: [CorpusPassage(member: member, unit: Int(known.unit))],
          [
            "one": .text(title(facts, known)), "two": .text(title(facts, term)),
          ]))
    }
    return findings
  }

  private func title(_ facts: DocumentFacts, _ term: TermFact) -> String {
    let language = facts.units[Int(term.unit)].language
    return TermCatalog.all[Int(term.family)].variants(language)[Int(term.variant)].title
  }

  /// A department under a name that it no longer had.
  private func former(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    let year = corpus.members[member].years.first ?? (facts.issued / 10000)
    guard year > 0 else { return [] }
    var told: Set<Int16> = []
    return facts.organizations.compactMap { mention -> Finding? in
      let organization = OrganizationCatalog.all[Int(mention.organization)]
      guard organization.endedOn > 0, year > organization.endedOn / 10000,
        !told.contains(mention.organization)
      else { return nil }
      let unit = Int(mention.unit)
      let here = facts.units[unit]
      // A sentence about the past uses the name of the past.
      guard !here.isHeading, !here.flags.contains(.quotes), !here.flags.contains(.past),
        !facts.dates(of: unit).contains(where: {
          $0.year > 0 && Int($0.year) <= organization.endedOn / 10000
        }),
        !facts.unit(unit, holds: Self.ofThePast)
      else { return nil }
      told.insert(mention.organization)
      let present = OrganizationCatalog.present(Int(mention.organization)).map {
        OrganizationCatalog.all[$0].title
      }
      return Self.declared.finding(
        "former-name", corpus, CorpusPassage(member: member, unit: unit),
        [
          "name": .text(facts.quote(mention.start, mention.end)),
          "year": .number(organization.endedOn / 10000),
          "present": .localized(
            LocalizedText(
              english: present.map(\.english).joined(separator: ", "),
              french: present.map(\.french).joined(separator: ", "))),
        ])
    }
  }

  private static let declared = CheckerDescription.coherence(
    "coh.terms",
    title: LocalizedText("Terms and names", "Termes et noms"),
    rationale: LocalizedText(
      "Counts the variants of terms over documents of one time. Several may be right: official French "
        + "uses both ‘genre’ and ‘sexe’. It says nothing on which word is better.",
      "Compte les variantes de termes dans les documents d’une même époque. Plusieurs peuvent être "
        + "justes : le français officiel emploie « genre » et « sexe ». Il ne dit pas quel mot est le "
        + "meilleur."),
    [
      FindingKind(
        "spread", .note,
        message: LocalizedText(
          "documents of one time use different words for {term} – {spread}",
          "des documents d’une même époque nomment différemment {term} – {spread}"),
        help: LocalizedText(
          "agree on one variant for the edition", "s’entendre sur une variante pour l’édition")),
      FindingKind(
        "mixed", .fix,
        message: LocalizedText(
          "‘{two}’ here and ‘{one}’ elsewhere in the same document",
          "« {two} » ici et « {one} » ailleurs dans le même document"),
        help: LocalizedText(
          "use one of them throughout, or say how they differ",
          "employer l’un des deux partout, ou dire ce qui les distingue")),
      FindingKind(
        "narrowed", .note,
        message: LocalizedText(
          "‘{narrow}’ names fewer people than the plan above: ‘{wide}’",
          "« {narrow} » nomme moins de personnes que le plan dont il dépend : « {wide} »"),
        help: LocalizedText(
          "name the same people, or say why the text is about some of them",
          "nommer les mêmes personnes, ou dire pourquoi le texte ne porte que sur certaines")),
      FindingKind(
        "former-name", .note,
        message: LocalizedText(
          "‘{name}’ has been called {present} since {year}",
          "« {name} » s’appelle {present} depuis {year}"),
        help: LocalizedText(
          "use the present name, or say that it is a former one",
          "employer le nom actuel, ou dire que c’est un ancien nom")),
    ])
}

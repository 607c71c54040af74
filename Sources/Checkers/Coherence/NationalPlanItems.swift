internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// What a national plan asks for, and which departments' plans take it up.
struct NationalPlanItems {
  struct Item {
    var passage: CorpusPassage
    /// Departments named in the passage, its heading or its owner's cell.
    var named: [Int]
    /// True when somebody is named, whether or not it is known who that is.
    var hasOwner: Bool
    /// True for a goal or objective rather than an act.
    var isGoal: Bool
    /// Members whose plans take it up.
    var takenUpIn: [Int]
    /// True when an act of the plans that count has one of its telling words at least.
    var isTouched: Bool
    /// True when those who carry out the plan take it on together.
    var isCollective: Bool
    /// True when one of the plans says of it that it comes later or is somebody else's.
    var isLifted: Bool
  }

  let corpus: Corpus
  let finder: PassageFinder

  init(corpus: Corpus) {
    self.corpus = corpus
    finder = PassageFinder(corpus)
  }

  /// National plans with the plans below them; empty when there is nothing to set against each other.
  func sets() -> [(national: Int, plans: [Int])] {
    var national = corpus.members.indices.filter {
      corpus.members[$0].profile.kind == .nationalActionPlan
    }
    // Where there is none, a strategy of the whole government stands in its place.
    if national.isEmpty {
      national = corpus.members.indices.filter {
        corpus.members[$0].profile.kind == .strategy && corpus.department(of: $0) == nil
      }
    }
    return national.compactMap { member in
      let language = corpus.members[member].profile.language
      let plans = corpus.members.indices.filter { other in
        let profile = corpus.members[other].profile
        return (profile.kind == .implementationPlan || profile.kind == .departmentalPlan)
          && profile.language == language && corpus.mayShareTime(member, other)
      }
      return plans.isEmpty ? nil : (member, plans)
    }
  }

  func items(of national: Int, plans: [Int]) -> [Item] {
    let facts = corpus.members[national].facts
    let lastYear = plans.compactMap { corpus.members[$0].years.last }.max() ?? 0
    let assigned = assignedNumbers(national)
    return facts.units.indices.compactMap { unit -> Item? in
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, here.wordCount >= 3 else { return nil }
      let row = DocumentFacts.of(unit, in: facts.indicators).first
      let isAction =
        row.map { !$0.action.isEmpty && !$0.owner.isEmpty } ?? false
        || isListedAct(CorpusPassage(member: national, unit: unit))
      let promises = facts.commitments(of: unit).filter {
        $0.rung.rung >= .commitment
          && ($0.actor != .other || facts.begins(here.textRange, with: Self.everybody))
      }
      let isGoal = promises.isEmpty && !isAction && isGoal(facts, unit)
      guard !promises.isEmpty || isGoal || isAction, !facts.unit(unit, holds: Self.aboutPlans),
        !isHousekeeping(facts, unit)
      else { return nil }
      // Strategies tell much in prose that nobody is to carry out: only what they list counts.
      if facts.kind == .strategy, isGoal || !(here.isListItem || here.isRow) { return nil }
      // A sentence that introduces a list is not itself the act.
      if unit + 1 < facts.units.count, Int(facts.units[unit + 1].context) == unit { return nil }
      if lastYear > 0, isDeferred(facts, unit, lastYear) { return nil }
      let passage = CorpusPassage(member: national, unit: unit)
      var named = named(passage, row)
      if named.isEmpty { named = introduced(passage) }
      if named.isEmpty, goesOn(facts, unit) {
        // "It will also …" is another act of whoever the sentence before names.
        guard facts.unit(unit, holds: Self.also) else { return nil }
        named = corpus.departments(namedBy: CorpusPassage(member: national, unit: unit - 1))
        if named.isEmpty { return nil }
      }
      let isCollective = (row?.owner.isEmpty ?? true) && takenOnTogether(passage)
      let hasOwner =
        !named.isEmpty || isCollective || promises.contains { $0.actor == .organization }
        || (row.map { !$0.owner.isEmpty && !isVague(facts.quote($0.owner.range)) } ?? false)
        || isOwnedElsewhere(passage) || isOwnedBehind(passage) || opensWithName(facts, unit)
        || isValue(facts, unit) || label(facts, unit).map(assigned.contains) ?? false
      // What the named department's own plan says counts; else what any plan says.
      let owners = plans.filter { plan in
        corpus.department(of: plan).map(named.contains) ?? false
      }
      let wanted = row.map { !$0.action.isEmpty && isAction ? $0.action.range : nil } ?? nil
      let code = Self.code(facts, unit).map(Self.forms)
      let label = numbered(facts, unit)
      let words = finder.words(
        wanted.map { finder.words(of: $0, in: passage) } ?? finder.words(of: passage),
        withoutNames: named, here.language)
      let telling = GeneralWords.without(words, here.language)
      let taken = (owners.isEmpty ? plans : owners).filter { plan in
        takesUp(passage, telling, plan, isGoal: isGoal)
          || (!owners.isEmpty && code.map { names(plan, $0) } ?? false)
          || label.map { names(plan, $0) } ?? false
      }
      let general = GeneralWords.of(here.language)
      let rare = telling.filter { !general.contains($0) }
      let isTouched =
        taken.isEmpty
        && owners.contains { plan in
          finder.find(rare, in: plan, least: 0.02).contains { $0.shared >= 2 || $0.own >= 0.26 }
        }
      return Item(
        passage: passage, named: named, hasOwner: hasOwner, isGoal: isGoal, takenUpIn: taken,
        isTouched: isTouched, isCollective: isCollective,
        isLifted: taken.isEmpty
          && (plans.contains { lifts(rare, $0) } || withdraws(rare, passage)))
    }
  }

  /// « Toutes les mesures du présent objectif relèvent de … »: who a sentence of the section gives all its acts to.
  private func introduced(_ passage: CorpusPassage) -> [Int] {
    let facts = passage.facts(corpus)
    let heading = facts.units[passage.unit].heading
    guard heading >= 0 else { return [] }
    for unit in stride(from: passage.unit - 1, to: max(Int(heading), passage.unit - 12), by: -1)
    where facts.units[unit].heading == heading && !facts.units[unit].isListItem {
      guard facts.unit(unit, holds: Self.leading), facts.unit(unit, holds: Self.ofAll) else {
        continue
      }
      return corpus.departments(namedBy: CorpusPassage(member: passage.member, unit: unit))
    }
    return []
  }

  private static let leading: Stretches = [
    "relève", "responsib", "responsable", "leads", "lead ", "led by", "carries out", "carried out",
    "in charge", "belong to", "falls to", "fall to", "incombe", "dirige", "réalis", "mène",
    "confié",
  ]
  private static let ofAll: Stretches = [
    " all ", "all ", "every ", "each ", "following", "these actions", "these measures",
    "toutes les",
    "tous les", "chaque", "ensemble des", "suivant", "ces mesures", "ces actions", "the actions",
    "the measures", "les mesures", "les actions", "this goal", "this objective", "présent objectif",
    "cet objectif", "ce but",
  ]

  /// True when a sentence or what brings a list in has the partners as those who act: "together they
  /// undertake", "the same partners commit".
  private func takenOnTogether(_ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let context = Int(facts.units[passage.unit].context)
    return [passage.unit, context].contains { unit in
      guard unit >= 0 else { return false }
      return facts.begins(facts.units[unit].textRange, with: Self.everybody)
        || facts.unit(unit, holds: Self.together)
    }
  }

  private static let together: Stretches = [
    "the partners", "same partners", "together they", "together, they", "jointly",
    "partners commit",
    "partners undertake", "they undertake", "they commit", "les partenaires", "mêmes partenaires",
    "ensemble,", "ensemble ce", "s’engagent", "s'engagent", "they will together",
  ]

  /// True when the plan names those who carry it out and the plans of all of them are read.
  func isComplete(_ national: Int, plans: [Int]) -> Bool {
    let facts = corpus.members[national].facts
    let departments = Set(plans.compactMap(corpus.department(of:)))
    guard !departments.isEmpty else { return false }
    let titles = Set(
      departments.flatMap { department -> [String] in
        let title = corpus.title(ofDepartment: department)
        return [PartnerName.key(title.english), PartnerName.key(title.french)]
      })
    var found: Set<Int> = []
    for unit in facts.units.indices where facts.unit(unit, holds: Self.allOfIt) {
      // "The plans of A and B cover all commitments."
      guard facts.unit(unit, holds: Self.aboutPlans) || facts.unit(unit, holds: Self.plansOf) else {
        continue
      }
      let named = Set(corpus.departments(namedBy: CorpusPassage(member: national, unit: unit)))
      if !named.isEmpty, named == departments { return true }
    }
    for unit in facts.units.indices {
      let here = facts.units[unit]
      guard !here.isHeading, !here.isRow, !here.isTableHeader, PartnerList.names(facts, unit)
      else { continue }
      let named = Set(corpus.departments(namedBy: CorpusPassage(member: national, unit: unit)))
      guard !named.isEmpty else { continue }
      guard named.isSubset(of: departments) else { return false }
      let isFrench = here.language == .french
      let listed = PartnerName.names(in: facts.quote(ofUnit: unit), [], isFrench: isFrench)
      // Somebody else is named beside those whose plans are here.
      if listed.count > named.count,
        listed.contains(where: { name in !titles.contains { name.isSame(as: $0) } })
      {
        return false
      }
      found.formUnion(named)
    }
    // So does a table that gives an act to somebody else.
    let isElsewhere = facts.indicators.contains { row in
      let owner = facts.quote(row.owner.range)
      guard !row.owner.isEmpty, OwnerName.read(owner) == .somebody,
        let name = PartnerName.name(
          PartnerName.firstPart(owner), isFrench: facts.language == .french)
      else { return false }
      return !titles.contains { name.isSame(as: $0) }
    }
    return !isElsewhere && found == departments
  }

  private static let allOfIt: Stretches = [
    " all ", "every ", "whole", "in full", "entire", "ensemble des", "tous les", "toutes les",
    "chaque", "la totalité", "au complet",
  ]
  private static let plansOf: Stretches = [
    "plans of", "their plans", "own plans", "plans de", "leurs plans", "plans d’", "plans d'",
  ]

  /// Sentences about the plans themselves.
  private static let aboutPlans: Stretches = [
    "implementation plan", "departmental plan", "plan de mise en œuvre", "plans de mise en œuvre",
    "plan ministériel", "plans ministériels",
  ]

  /// An item of a list under a department's name that says what it does: "3.2 Insure the crops of widows."
  private func isListedAct(_ passage: CorpusPassage) -> Bool {
    let facts = passage.facts(corpus)
    let here = facts.units[passage.unit]
    let heading = Int(here.heading)
    guard here.isListItem, here.wordCount >= 3, heading >= 0,
      !facts.unit(heading, holds: Self.partners),
      here.flags.isDisjoint(with: [.denies, .past])
    else { return false }
    // "They undertake the following:" makes acts of what it brings in.
    if here.context >= 0, heading != Int(here.context) {
      let context = Int(here.context)
      return facts.unit(context, holds: Self.undertaking)
        && !facts.unit(context, holds: Self.wishing)
    }
    if facts.begins(facts.units[heading].textRange, with: Self.promising),
      facts.begins(here.textRange, with: Self.promising) || here.wordCount >= 4
    {
      return true
    }
    if facts.begins(facts.units[heading].textRange, with: Self.acting),
      facts.unit(passage.unit, holds: Self.passive), here.wordCount >= 5
    {
      return true
    }
    return !corpus.departments(namedBy: CorpusPassage(member: passage.member, unit: heading))
      .isEmpty
  }

  private static let also: Stretches = [" also ", " aussi ", " également "]
  private static let partners: Stretches = [
    "partner", "partenaire", "member", "membre", "role", "rôle",
  ]
  private static let wishing: Stretches = [
    "suggest", "ask", "heard", "demand", "propos", "recommand", "recommend",
  ]
  private static let undertaking: Stretches = [
    "undertake", "commit", "engag", "will do the following", "promise", "réaliser", "s’oblige",
    "s'oblige",
  ]
  private static let promising = [
    "commitment", "engagement", "what we will do", "ce que nous ferons", "undertaking",
  ]
  private static let acting = [
    "action", "commitment", "measure", "what we will do", "engagement", "mesure",
    "ce que nous ferons",
  ]
  static let passive: Stretches = [
    " is to be ", " are to be ", " will be ", " shall be ", " sera ", " seront ", " doit être ",
    " doivent être ",
  ]

  /// Those who sign the plan, all of them and none.
  private static let everybody = [
    "partners ", "the partners", "the same partners", "these partners", "both partners",
    "the two partners", "together they", "les mêmes partenaires", "ces partenaires",
    "les deux partenaires", "federal partners", "all partners", "all federal",
    "federal departments",
    "departments ", "les partenaires", "tous les partenaires", "les ministères",
    "les organisations fédérales", "les partenaires fédéraux",
  ]

  /// True for a sentence that says more of what the one before it promised.
  private func goesOn(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    guard unit > 0, facts.units[unit - 1].block == facts.units[unit].block,
      !facts.units[unit].isRow
    else { return false }
    let range = facts.units[unit].textRange
    if facts.begins(range, with: Self.pronouns) { return true }
    // "Progress will be counted each December."
    if facts.begins(range, with: Self.accounts) { return true }
    let opensWithNumber = facts.numbers(of: unit).first.map { Int($0.start) == range.lowerBound }
    guard opensWithNumber ?? false || facts.begins(range, with: Self.articles) else {
      return false
    }
    // "The dashboard will …": its subject stands in the sentence before.
    let before = Set(facts.words(ofUnit: unit - 1))
    return facts.words(ofUnit: unit).prefix(2).contains(where: before.contains)
  }

  private static let pronouns = [
    "that of ", "those of ", "celui d", "celle d", "ceux d", "it ", "they ", "this ", "these ",
    "each ", "its ", "their ", "such ", "both ", "he ", "she ",
    "il ", "elle ", "ils ", "elles ", "celui", "celle", "ceux", "ce ", "cet ", "cette ", "ces ",
    "son ", "sa ", "ses ", "leur ", "leurs ", "chaque ", "chacun", "y ",
  ]
  private static let accounts = [
    "progress ", "results ", "reports ", "a report ", "notes ", "data ", "figures ", "findings ",
    "lessons ", "updates ", "a summary ", "an update ", "a first report", "reporting ",
    "les progrès", "les résultats", "un rapport", "un bilan", "les données", "les leçons",
    "le suivi", "les constats", "des rapports", "une synthèse", "la reddition",
  ]
  private static let articles = ["the ", "le ", "la ", "les ", "l'", "l’"]

  /// Set down for a time after the plans that are read.
  private func isDeferred(_ facts: DocumentFacts, _ unit: Int, _ lastYear: Int) -> Bool {
    // "It is not part of this implementation plan: it starts in 2028."
    let paragraph = facts.paragraph(of: unit)
    if (unit...min(paragraph.upperBound, unit + 2)).contains(where: {
      facts.unit($0, holds: Self.elsewhere)
    }) {
      return true
    }
    var heading = Int(facts.units[unit].heading)
    var depth = 0
    while heading >= 0, depth < 8 {
      let years = facts.dates(of: heading).filter { $0.year > 0 }
      if let first = years.map(\.year).min(), Int(first) > lastYear { return true }
      heading = Int(facts.units[heading].heading)
      depth += 1
    }
    return facts.dates(of: unit).contains {
      Int($0.year) > lastYear && $0.role.contains(.since)
    }
  }

  /// Said of an act in the national plan itself: another plan, to come or apart, is to describe it.
  private static let elsewhere: Stretches = [
    "not part of the implementation", "is not part of the 20", "will be described in",
    "yet to be written", "in a later plan", "in a separate plan", "plan of its own",
    "published separately", "next implementation plan", "sera décrit", "sera décrite", "à venir",
    "dans un plan distinct", "prochain plan de mise en œuvre", "publié séparément",
    "ne fait pas partie du plan de mise en œuvre", "reste à écrire",
  ]

  private func isGoal(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    // "Goal 3: Relief reaches women without delay."
    if !here.isRow, here.wordCount >= 4, let goal = GoalText.read(facts, here.textRange),
      goal.range.count >= 20
    {
      return true
    }
    guard here.isListItem, here.wordCount >= 2 else { return false }
    let heading = Int(here.heading)
    let context = Int(here.context)
    return (heading >= 0 && facts.unit(heading, holds: Self.goals))
      || (context >= 0 && facts.unit(context, holds: Self.goals))
  }
}

internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// What a sentence about a period speaks of: the national plan, a program by name, a document by its title.
extension PlanPeriods {
  enum Subject: Hashable {
    case nationalPlan
    case named(UInt32)
    /// Anything with a name of two words or more.
    case thing(UInt64)
    /// A strategy, framework or initiative, by the document that bears its title.
    case titled(Int)
  }

  /// A document by its title, as others write it.
  struct Title {
    var text: String
    var subject: Subject
    var member: Int
  }

  /// All titles, looked for in one walk.
  struct Titles {
    private var subjects: [Subject] = []
    private var stretches: Stretches
    /// Of each document but a national plan.
    var own: [Int: Subject] = [:]

    init(_ titles: [Title]) {
      subjects = titles.map(\.subject)
      stretches = Stretches(titles.map(\.text))
      for title in titles where title.subject != .nationalPlan { own[title.member] = title.subject }
    }

    /// What a plan itself does behind its title.
    private static let doing = [
      " itself ", " ends", " closes", " runs", " expires", " begins", " starts", " takes effect",
      " lasts", " covers", " comes to", " will end", " ended", " prend fin", " se termine",
      " s’achève", " s'achève", " dure", " couvre", " commence", " débute", " prend effet",
      " lui-même", " elle-même", " est en vigueur", " is in force", " concludes",
    ].map { Array($0.utf8) }

    /// What the first title in a text is of; a national plan has to open it, or to be what ends or begins.
    func subject(of text: String) -> Subject? {
      guard !subjects.isEmpty else { return nil }
      var text = text
      return text.withUTF8 { bytes -> Subject? in
        guard let hit = stretches.first(in: bytes, bytes.indices) else { return nil }
        let subject = subjects[hit.index]
        let isOwn =
          hit.start == 0
          || Self.doing.contains { bytes[(hit.start + hit.count)...].starts(with: $0) }
        return subject == .nationalPlan && !isOwn ? nil : subject
      }
    }
  }

  private static func titleName(_ facts: DocumentFacts) -> UInt32? {
    switch facts.kind {
    case .strategy, .initiative, .programmePage: break
    default: return nil
    }
    guard let title = facts.units.indices.first(where: { facts.units[$0].isHeading }) else {
      return nil
    }
    let names = DocumentFacts.of(title, in: facts.names)
    return names.count == 1 ? names.first?.key : nil
  }

  private static let itselfOpening = [
    "the strategy", "this strategy", "the framework", "this framework", "the initiative",
    "this initiative", "la stratégie", "la présente stratégie", "cette stratégie", "le cadre",
    "le présent cadre", "ce cadre", "l’initiative", "l'initiative", "la présente initiative",
  ]
  private static let itself: Stretches = [
    "the strategy", "this strategy", "the framework", "this framework", "the program",
    "this program", "la stratégie", "la présente stratégie", "le cadre", "le présent cadre",
    "le programme", "the initiative", "l’initiative", "l'initiative",
  ]

  /// What national plans and strategies are called in front of the colon or the years of their titles, in small
  /// letters.
  static func titles(_ corpus: Corpus) -> Titles {
    var titles: [Title] = []
    for (member, document) in corpus.members.enumerated() {
      let isNational = document.profile.kind == .nationalActionPlan
      switch document.profile.kind {
      case .nationalActionPlan, .strategy, .initiative, .programmePage: break
      default: continue
      }
      guard let heading = firstHeading(document.facts) else { continue }
      let name = heading.prefix { $0 != ":" && $0 != "," && $0 != "(" && !$0.isNumber }
      let words = name.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" })
      // "Departmental plan" is what many are called.
      guard words.count >= (isNational && heading.contains(":") ? 2 : 3),
        !isNational || heading.contains(":")
      else { continue }
      titles.append(
        Title(
          text: words.joined(separator: " "), subject: isNational ? .nationalPlan : .titled(member),
          member: member))
    }
    // Two plans with names of their own are two subjects.
    if Set(titles.filter { $0.subject == .nationalPlan }.map(\.text)).count > 1 {
      titles.removeAll { $0.subject == .nationalPlan }
    }
    return Titles(titles)
  }

  static func subject(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ titles: Titles
  ) -> Subject? {
    let facts = corpus.members[member].facts
    let textStart = Int(facts.units[unit].textStart)
    let lastDate = facts.dates(of: unit).map { Int($0.end) }.max() ?? textStart + 160
    let opening = facts.quote(
      textStart..<min(
        Int(facts.units[unit].textEnd), max(textStart + 40, lastDate), textStart + 160)
    ).lowercased()
    guard !ofOthers.stand(in: opening) else { return nil }
    let isNational =
      opening.contains("national action plan") || opening.contains("plan d’action national")
      || opening.contains("plan d'action national") || opening.contains("c-nap")
    if isNational { return .nationalPlan }
    if let subject = titles.subject(of: opening) { return subject }
    let saysPlan = [
      "this plan ", "the plan ", "le plan ", "le présent plan ", "ce plan ",
    ].contains { opening.hasPrefix($0) }
    let isAbout =
      facts.kind == .nationalActionPlan
      || (facts.kind == .programmePage && mentionsPlan(corpus.members[member]))
    if saysPlan || (isAbout && NamedSubject.opensWithPronoun(facts, unit)) {
      return isAbout ? .nationalPlan : nil
    }
    // "Steady Ground is Canada's national action plan. … it runs until …"
    if unit > 0, facts.units[unit - 1].block == facts.units[unit].block,
      opening.contains(" it ") || opening.contains(" il ")
        || NamedSubject.opensWithPronoun(facts, unit)
    {
      let before = facts.quote(ofUnit: unit - 1).lowercased()
      if let subject = titles.subject(of: before), !ofOthers.stand(in: before) { return subject }
      if before.contains("national action plan") || before.contains("plan d’action national")
        || before.contains("plan d'action national")
      {
        return ofOthers.stand(in: before) ? nil : .nationalPlan
      }
    }
    if let title = titles.own[member],
      facts.begins(facts.units[unit].textRange, with: itselfOpening)
        || NamedSubject.opensWithPronoun(facts, unit)
    {
      return title
    }
    var names = NamedSubject.keys(facts, unit)
    if names.count > 1 {
      // "The Sea Captains Initiative was launched by …": the program and not who runs it.
      let heads = DocumentFacts.of(unit, in: facts.names).filter(\.hasHead).map(\.key)
      if heads.count == 1 { names = heads }
    }
    if names.isEmpty, let title = titleName(facts),
      facts.unit(unit, holds: itself) || NamedSubject.opensWithPronoun(facts, unit)
    {
      return .named(title)
    }
    return names.count == 1 ? .named(names[0]) : nil
  }

  /// All that a sentence about a period may speak of: what `subject` says, and the thing that it names or, with "it"
  /// or "the project", takes up from the sentences or the heading before.
  static func subjects(
    _ corpus: Corpus, _ member: Int, _ unit: Int, _ titles: Titles, _ things: NamedThings
  ) -> [Subject] {
    let subject = subject(corpus, member, unit, titles)
    if subject == .nationalPlan { return [.nationalPlan] }
    let thing = thing(corpus.members[member].facts, unit, things)
    return [subject, thing.map { .thing($0) }].compactMap(\.self)
  }

  private static func thing(
    _ facts: DocumentFacts, _ unit: Int, _ things: NamedThings
  ) -> UInt64? {
    let here = facts.units[unit]
    // "The first call of the Fund closes in …": one of several.
    guard !here.isRow, !facts.unit(unit, holds: ofOthers), EventDates.order(facts, unit) < 0
    else { return nil }
    let own = things.names(facts, unit)
    if !own.isEmpty { return only(own, facts, unit) }
    guard NamedSubject.opensWithPronoun(facts, unit) || facts.begins(here.textRange, with: taking)
    else { return nil }
    for back in stride(from: unit - 1, through: max(0, unit - 3), by: -1) {
      guard facts.units[back].heading == here.heading, !facts.units[back].isRow,
        !facts.units[back].isHeading
      else { break }
      let names = things.names(facts, back)
      if !names.isEmpty { return only(names, facts, back) }
    }
    return here.heading >= 0
      ? only(things.names(facts, Int(here.heading)), facts, Int(here.heading)) : nil
  }

  /// The only name of a sentence, or the one that it opens with.
  private static func only(
    _ names: [NamedThings.Name], _ facts: DocumentFacts, _ unit: Int
  ) -> UInt64? {
    if names.count == 1 { return names[0].key }
    guard let first = names.first, first.start - Int(facts.units[unit].textStart) <= 6 else {
      return nil
    }
    return first.key
  }

  private static let taking = [
    "the pilot", "the project", "the program", "the initiative", "the fund", "the scheme",
    "the course", "the network", "the service", "the centre", "the trial", "the test",
    "the mandate",
    "the agreement", "the arrangement", "the campaign", "the mission", "the strategy",
    "le projet", "le programme", "le fonds", "le réseau", "le service", "le centre", "le mandat",
    "le cours", "la campagne", "la mission", "la stratégie", "l’initiative", "l'initiative",
    "l’entente", "l'entente", "l’accord", "l'accord", "l’essai", "l'essai", "depuis son",
    "since its",
    "since their", "le pilote",
  ]

  private static let ofOthers: Stretches = [
    "implementation plan", "departmental plan", "plan de mise en œuvre", "plan ministériel",
    "previous plan", "next plan", "report", "rapport", "survey", "evaluation", "évaluation",
    "first plan", "second plan", "premier plan", "deuxième plan", "step", "étape", "phase",
    "commitment", "engagement",
  ]

  private static func mentionsPlan(_ member: Corpus.Member) -> Bool {
    guard let title = member.facts.title?.lowercased() ?? firstHeading(member.facts) else {
      return false
    }
    return title.contains("national action plan") || title.contains("plan d’action national")
      || title.contains("plan d'action national")
  }

  private static func firstHeading(_ facts: DocumentFacts) -> String? {
    facts.units.indices.first { facts.units[$0].isHeading }.map {
      facts.quote(ofUnit: $0).lowercased()
    }
  }
}

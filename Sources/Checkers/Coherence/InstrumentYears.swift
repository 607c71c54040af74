internal import Checking
internal import Facts

/// In which year policies, directives and agreements were adopted, as documents say.
struct InstrumentYears {
  struct Statement {
    var passage: CorpusPassage
    var year: Int
    /// Offsets of the year.
    var start: UInt32
    var end: UInt32
  }

  /// Two years for one instrument.
  struct Conflict {
    var first: Statement
    var second: Statement
    var name: String
  }

  private static let mostStatements = 16

  static func conflicts(_ corpus: Corpus) -> [Conflict] {
    var known: [UInt32: [Statement]] = [:]
    var conflicts: [Conflict] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      var seen: Set<UInt32> = []
      for (key, name, statement) in statements(facts, member) {
        let others = known[key, default: []]
        if !others.contains(where: { $0.year == statement.year }),
          let other = others.first(where: {
            !corpus.areTranslations($0.passage.member, member) && $0.passage != statement.passage
          }), seen.insert(key).inserted
        {
          conflicts.append(Conflict(first: other, second: statement, name: name))
        }
        if others.count < mostStatements { known[key, default: []].append(statement) }
      }
    }
    return conflicts
  }

  private static func statements(
    _ facts: DocumentFacts, _ member: Int
  ) -> [(UInt32, String, Statement)] {
    var found: [(UInt32, String, Statement)] = []
    func add(_ key: UInt32, _ name: String, _ date: DateFact) {
      found.append(
        (
          key, name,
          Statement(
            passage: CorpusPassage(member: member, unit: Int(date.unit)), year: Int(date.year),
            start: date.start, end: date.end)
        ))
    }
    for name in facts.names where name.hasHead {
      let unit = Int(name.unit)
      guard !facts.units[unit].isRow,
        // The Council's name is no instrument, and its resolutions have years of their own.
        !DocumentFacts.of(unit, in: facts.citations).contains(where: { $0.kind == .resolution })
      else { continue }
      let words = facts.quote(name.start, name.end)
      for date in facts.dates(of: unit)
      where date.year > 0 && !date.role.contains(.range) && date.start >= name.end {
        // "Policy on Conduct (2022)"
        if date.role.contains(.inParentheses), date.start - name.end <= 2 {
          add(name.key, words, date)
          break
        }
        guard date.start - name.end <= 120,
          DatedEvent.of(date, facts) == .adoption || isIssued(facts, name.end, date),
          !changed(facts, unit)
        else { continue }
        add(name.key, words, date)
        break
      }
    }
    // "This policy was adopted in 2022" in the policy itself.
    guard let title = facts.units.indices.first(where: { facts.units[$0].isHeading }),
      let own = DocumentFacts.of(title, in: facts.names).first(where: \.hasHead)
    else { return found }
    for date in facts.dates.prefix(400) where date.year > 0 && !date.role.contains(.range) {
      let unit = Int(date.unit)
      guard unit != title, facts.unit(unit, holds: ofItself), !changed(facts, unit),
        DatedEvent.of(date, facts) == .adoption
      else { continue }
      add(own.key, facts.quote(own.start, own.end), date)
    }
    return found
  }

  /// "the Directive on Cabins, issued in 2021", « datée de 2021 », "the 2021 Directive on Cabins".
  private static func isIssued(
    _ facts: DocumentFacts, _ start: UInt32, _ date: DateFact
  ) -> Bool {
    date.start - start <= 40 && facts.range(Int(start)..<Int(date.start), holds: issued)
  }

  private static let issued: Stretches = [
    "issued", "dated", "published", "enacted", "passed", "in force since", "daté", "parue",
    "paru en", "publié", "édicté", " of ", " de ", "émise", "émis en",
  ]

  private static let ofItself: Stretches = [
    "this policy", "this directive", "this strategy", "this framework", "this code",
    "this charter", "these guidelines", "this standard", "this protocol", "the policy was",
    "the directive was", "the strategy was", "présente politique", "cette politique",
    "présente directive", "cette directive", "présente stratégie", "cette stratégie",
    "présent code", "présente charte", "présent cadre", "présent protocole", "it was adopted",
    "it was approved", "elle a été adoptée", "il a été adopté",
  ]

  /// A later version has a later year.
  private static func changed(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.unit(unit, holds: laterVersions)
  }

  private static let laterVersions: Stretches = [
    "amend", "revis", "updat", "modifi", "révis", "mis à jour", "mise à jour", "renew", "renouvel",
    "replaced", "first adopted", "again", "readopt", "new version", "nouvelle version",
  ]
}

/// Agreements and policies that federal texts cite, with the years that may be given for them.
enum KnownInstruments {
  struct Instrument: Sendable {
    var names: [String]
    /// Adoption, entry into force, and Canada's own step.
    var years: [Int]
  }

  static let all: [Instrument] = [
    Instrument(
      names: [
        "convention on the elimination of all forms of discrimination against women",
        "convention sur l’élimination de toutes les formes de discrimination à l’égard des femmes",
        "convention sur l'élimination de toutes les formes de discrimination à l'égard des femmes",
        "cedaw",
      ], years: [1979, 1980, 1981]),
    Instrument(
      names: [
        "beijing declaration", "beijing platform for action", "déclaration de beijing",
        "programme d’action de beijing", "programme d'action de beijing",
      ], years: [1995]),
    Instrument(
      names: ["rome statute", "statut de rome"], years: [1998, 1999, 2000, 2002]),
    Instrument(
      names: ["arms trade treaty", "traité sur le commerce des armes"],
      years: [2013, 2014, 2019]),
    Instrument(
      names: ["vancouver principles", "principes de vancouver"], years: [2017]),
    Instrument(
      names: [
        "feminist international assistance policy", "politique d’aide internationale féministe",
        "politique d'aide internationale féministe",
      ], years: [2017]),
    Instrument(
      names: ["2030 agenda for sustainable development", "programme de développement durable à"],
      years: [2015, 2016, 2030]),
    Instrument(
      names: ["canadian gender budgeting act", "loi canadienne sur la budgétisation sensible"],
      years: [2018]),
    Instrument(
      names: [
        "convention on the rights of the child", "convention relative aux droits de l’enfant",
        "convention relative aux droits de l'enfant",
      ], years: [1989, 1990, 1991]),
    Instrument(
      names: ["universal declaration of human rights", "déclaration universelle des droits"],
      years: [1948]),
  ]

  static let stretches = Stretches(all.flatMap(\.names))

  /// For each stretch, its instrument.
  static let indices: [Int] = all.indices.flatMap { index in
    Array(repeating: index, count: all[index].names.count)
  }
}

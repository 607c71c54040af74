internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Organizations that a text lists as partners, by the names that it gives them, known ones or not.
struct PartnerList {
  /// Names by `PartnerName.key`.
  var names: [String: String]
  /// Where the list stands.
  var unit: Int
  /// "among them": not all are named.
  var isPartial: Bool
  /// How many are said to be partners in the same sentence or lead-in; 0 when nothing is said.
  var stated: Int
  /// Words of the stated number.
  var statedNumber: NumberFact?
  /// The text says that these are all.
  var isWhole = false
  /// The text says that somebody joined, left or has a new name.
  var isExplained = false
  /// Nothing but the names tells what the list is of.
  var isBare = false

  /// Names that another list does not have.
  func missing(from other: PartnerList) -> [String] {
    names.filter { key, written in
      !other.names.keys.contains { PartnerName(key: key, written: written).isSame(as: $0) }
    }.values.sorted()
  }

  func shared(with other: PartnerList) -> Int {
    names.keys.count { key in
      other.names.keys.contains { PartnerName(key: key, written: key).isSame(as: $0) }
    }
  }

  /// Both are of the same partners: most of the shorter list is in the longer.
  func isLike(_ other: PartnerList) -> Bool {
    let shared = shared(with: other)
    return shared >= 3 && shared * 5 >= 3 * max(names.count, other.names.count)
  }

  // MARK: What is said around a list

  private static let partnerWords: Stretches = [
    "partner", "partenaire", "signator", "signataire", "signed by", "signed the plan", "who signed",
    "participating department", "responsible department", "lead department",
    "take part in the plan", "implement this plan", "implement the plan", "ministères participants",
    "ministères responsables", "organismes participants", "organisations participantes",
    "mettent le plan", "carry out this plan", "carries out this plan", "organizations of the plan",
    "members of the plan", "who carries out", "qui met en œuvre", "qui participe",
    "mise en œuvre du plan par", "carried out by", "put into effect by", "signé par",
    "mis en œuvre par",
  ]
  /// The plan itself, and what organizations do with it.
  private static let plan: Stretches = [
    "this plan", "the plan", "the framework", "this framework", "the strategy", "this strategy",
    "le plan", "ce plan", "présent plan", "du plan", "le cadre", "du cadre", "la stratégie",
  ]
  private static let doing: Stretches = [
    "work of", "share", "responsib", "deliver", "carr", "implement", "sign", "bind", "engage",
    "contribut", "put into", "put in place", "brings together", "unite", "réuni", "rassembl",
    "regroup", "œuvre", "exécut", "réalis", "appliqu", "engagent", "responsab",
  ]
  /// Titles of sections that say who takes part.
  private static let membership: Stretches = [
    "who delivers", "who does", "who takes part", "who reports", "who is involved", "who we are",
    "qui fait", "qui participe", "qui met", "qui sont", "participating", "participant",
    "responsibilit", "responsabilit", "membership", "membres", "members", "organizations involved",
  ]
  private static let partial: Stretches = [
    "including", "such as", "among them", "among others", "a selection", "some partners",
    "une sélection", "certains partenaires", "for example", "e.g.", "notamment",
    "par exemple", "entre autres", "tels que", "telles que", "and others", "led by",
    "dirigé par", "parmi ", "some of",
  ]
  /// Lists of other things: regions, advisers, former partners.
  private static let others: Stretches = [
    "civil society", "société civile", "international partner", "partner countries",
    "pays partenaires", "non-governmental", "universit", "provinc", "territor", "ministers ",
    "minister of", "minister for", "advis", "previous edition", "édition précédente", "first plan",
    "former plan", "will join", "potential", "invited", "united nations", "nations unies",
    "local partner", "works with", "travaille avec", "in partnership with", "en partenariat avec",
    "visit", "lesson", "leçon",
  ]
  /// Why two lists may rightly differ.
  private static let explaining: Stretches = [
    "were joined", "was joined", "has joined", "joined the ", "joined in", "joined on", "joined by",
    "who joined", "that joined", "joins ", "new partner", "became", "now includes", "was added",
    "added in",
    " former ", "previously", "l’ancien", "l'ancien", "auparavant", "autrefois",
    "withdrew", "left the", "no longer", "merged", "dissolved", "abolished", "renamed", "formerly",
    "(until", "(since", "(from", "was named", "known as", "only the ", "those that", "spent none",
    "not yet", "known until", "known before", "formerly", "previously", "autrefois",
    "connu jusqu", "connue jusqu", "s’est joint", "s'est joint", "se joint", "nouveau partenaire",
    "est devenu",
    "a été ajouté", "s’est retir", "s'est retir", "a quitté", "ne fait plus", "fusion", "dissous",
    "dissoute", "aboli", "renomm", "anciennement", "(jusqu", "(depuis", "appelé", "ne compte que",
    "other two partners", "two other partners", "other partners will", "remaining partner",
    "next year",
    "deux autres partenaires", "trois autres partenaires", "autres partenaires rend",
    "autres ministères rend", "an prochain", "seuls les", "seulement",
    "uniquement", "ne figure", "was split", "were split", "split into", "split in two",
    "divided in", "rose from", "grew from", "went from", "fell from", "took over", "taken over",
    "divisé en", "divisée en", "scind", "est passé de", "sont passés de", "passe de ", "a repris",
    "ont repris", "a été repris",
  ]
  /// Words that leave nobody out, beside one for partners.
  private static let every: Stretches = [
    "all ", "every ", "each of the", "full list", "complete list", "are listed", "the following",
    "tous ", "toutes ", "chacun", "chaque ", "ensemble des", "liste complète", "suivants",
    "suivantes", "partners are", "partenaires sont",
  ]

  /// True for words that name some of all: « dont Santé Canada », but not « dont la composition ».
  static func isPartial(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.unit(unit, holds: partial) || namesSomeOf(facts, unit) { return true }
    let range = facts.units[unit].textRange
    guard let some = among.first(in: facts.text, range) else { return false }
    let words = TextWords.read(facts.text, some.end..<min(range.upperBound, some.end + 40))
    return words.prefix(3).contains { $0.isCapital || facts.text[$0.start] <= 0x39 }
      || facts.text[range].last == 0x3A
  }

  private static let among: Stretches = ["dont "]

  /// "three of the five partners", « trois des cinq partenaires ».
  private static func namesSomeOf(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let numbers = facts.numbers(of: unit).filter { $0.kind == .count }
    return zip(numbers, numbers.dropFirst()).contains { some, all in
      guard some.value < all.value else { return false }
      let between = facts.small(some.end, all.start)
      return ["of the", "of its", "of our", "of", "des", "de nos", "de ses", "sur", "sur les"]
        .contains(between.split(separator: " ").joined(separator: " "))
    }
  }

  static func isExplained(_ facts: DocumentFacts, _ range: Range<Int>) -> Bool {
    range.contains { facts.unit($0, holds: explaining) }
  }

  /// The units around a list under its heading, at most a few.
  private static func section(_ facts: DocumentFacts, _ list: Range<Int>) -> Range<Int> {
    let heading = facts.units[list.lowerBound].heading
    var first = list.lowerBound
    while first > 0, list.lowerBound - first < 6, facts.units[first - 1].heading == heading,
      !facts.units[first - 1].isHeading
    {
      first -= 1
    }
    var end = list.upperBound
    while end < facts.units.count, end - list.upperBound < 4, facts.units[end].heading == heading,
      !facts.units[end].isHeading
    {
      end += 1
    }
    return first..<end
  }

  // MARK: Reading

  /// The lists of partners of a document; `known` are keys of organizations.
  static func lists(_ facts: DocumentFacts, known: Set<String>) -> [PartnerList] {
    var lists: [PartnerList] = []
    var unit = 0
    while unit < facts.units.count {
      let here = facts.units[unit]
      var end = unit + 1
      if here.isTableHeader {
        while end < facts.units.count, facts.units[end].isRow,
          Int(facts.units[end].context) == unit
        {
          end += 1
        }
        if let list = table(facts, unit..<end) { lists.append(list) }
      } else if here.isListItem {
        while end < facts.units.count, facts.units[end].isListItem,
          facts.units[end].context == here.context
        {
          end += 1
        }
        if let list = items(facts, unit..<end) { lists.append(list) }
      } else if !here.isHeading, !here.isRow {
        if let list = paragraph(facts, unit, known) {
          lists.append(list)
          while end < facts.units.count, facts.units[end].block == here.block { end += 1 }
        } else if speaks(facts, unit), let list = sentence(facts, unit, known) {
          lists.append(list)
        }
      }
      unit = end
    }
    for index in lists.indices {
      let around = section(facts, lists[index].unit..<lists[index].unit + 1)
      lists[index].isExplained = isExplained(facts, around)
      if !lists[index].isWhole {
        lists[index].isWhole = around.contains { saysAll(facts, $0) }
      }
    }
    return lists
  }

  /// "All the partners contributed", « l’ensemble des organisations signataires ».
  private static func saysAll(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    !facts.units[unit].isRow && facts.unit(unit, holds: every)
      && (facts.unit(unit, holds: partnerWords) || facts.unit(unit, holds: organizations))
  }

  private static let organizations: Stretches = [
    "department", "organization", "organisation", "agencies", "institution", "ministère",
    "organisme",
  ]

  /// The sentence is about the partners of the plan, or follows one that is.
  private static func speaks(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.unit(unit, holds: others) { return false }
    if names(facts, unit) || announces(facts, unit) { return true }
    let heading = Int(facts.units[unit].heading)
    if heading >= 0, facts.units[heading].isHeading, heads(facts, heading) { return true }
    let before = unit - 1
    return before >= 0 && facts.units[before].block == facts.units[unit].block
      && opensList(facts, unit) && names(facts, before) && !facts.unit(before, holds: others)
  }

  /// Partners, their number, or what organizations do with the plan.
  static func names(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    facts.unit(unit, holds: partnerWords) || stated(facts, unit) != nil
      || (facts.unit(unit, holds: plan) && facts.unit(unit, holds: doing))
  }

  /// "The following institutions contribute: …"
  private static func announces(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    guard let colon = facts.text[range].firstIndex(of: 0x3A), colon > range.lowerBound + 12 else {
      return false
    }
    return facts.range(range.lowerBound..<colon, holds: organizations)
  }

  private static func heads(_ facts: DocumentFacts, _ heading: Int) -> Bool {
    facts.unit(heading, holds: partnerWords) || facts.unit(heading, holds: membership)
  }

  /// "They are:", « Il s’agit de », "These are".
  private static func opensList(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 24)
    return facts.withJoined(opening) { text in
      openings.contains { text.starts(with: $0) }
    }
  }

  private static let openings = [
    "They are", "These are", "It is ", "Il s’agit", "Il s'agit", "Ce sont", "Each of", "The ",
  ].map { Array($0.utf8) }

  /// The number that is said of partners or departments: "eight federal departments", « sept partenaires ».
  static func stated(_ facts: DocumentFacts, _ unit: Int) -> NumberFact? {
    facts.numbers(of: unit).first { number in
      guard number.kind == .count, number.value >= 3, number.value <= 40,
        number.qualifiers.isDisjoint(with: .loose)
      else { return false }
      let end = min(Int(facts.units[unit].textEnd), Int(number.end) + 44)
      guard end > Int(number.end), facts.range(Int(number.end)..<end, holds: nounStretches) else {
        return false
      }
      let words = facts.quote(Int(number.end)..<end).lowercased().split {
        !$0.isLetter && $0 != "-"
      }
      for word in words.prefix(3) {
        if furtherWords.contains(String(word)) { return false }
        if nouns.contains(where: { word.hasPrefix($0) }) { return true }
      }
      return false
    }
  }

  private static let furtherWords: Set<String> = [
    "new", "other", "more", "additional", "nouveaux", "autres", "of",
  ]

  static let nouns = [
    "partner", "department", "organization", "organisation", "agenc", "institution", "signator",
    "bodies", "ministère", "organisme", "partenaire", "signataire",
  ]
  private static let nounStretches = Stretches(nouns)

  /// True for a word that begins with one of the nouns, in capitals or not.
  static func isNoun(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { nounStretches.begin($0) }
  }

  private static func items(_ facts: DocumentFacts, _ range: Range<Int>) -> PartnerList? {
    guard range.count >= 3 else { return nil }
    let context = Int(facts.units[range.lowerBound].context)
    let heading = Int(facts.units[range.lowerBound].heading)
    let before = context - 1
    let isIntroduced =
      context >= 0
      && (names(facts, context) || facts.unit(context, holds: organizations)
        || (context > 0 && facts.units[before].block == facts.units[context].block
          && stated(facts, before) != nil))
    let isHeaded = heading >= 0 && heads(facts, heading)
    let isNamed = { (unit: Int) in facts.unit(unit, holds: partnerWords) }
    guard
      isIntroduced || isHeaded
        || section(facts, range).contains(where: { !range.contains($0) && isNamed($0) }),
      context < 0 || !facts.unit(context, holds: others)
    else { return nil }
    var found: [String: String] = [:]
    for unit in range {
      let part = PartnerName.firstPart(facts.quote(ofUnit: unit))
      guard let name = PartnerName.name(part, isFrench: facts.units[unit].language == .french),
        // An item that goes on after the name says what somebody does.
        isIntroduced || part.utf8.count <= name.written.utf8.count + 12
      else { return nil }
      found[name.key] = name.written
    }
    guard found.count >= 3 else { return nil }
    var number: NumberFact?
    for unit in [context, before] where number == nil && unit >= 0 && unit >= context - 1 {
      number = stated(facts, unit)
    }
    return PartnerList(
      names: found, unit: range.lowerBound,
      isPartial: context >= 0 && isPartial(facts, context),
      stated: Int(number?.value ?? 0), statedNumber: number,
      isWhole: isIntroduced || isHeaded)
  }

  /// Columns of those whom a text binds.
  private static let bound: Set<String> = [
    "party", "parties", "member", "members", "membre", "membres", "partie",
  ]

  /// A table whose first column names partners.
  private static func table(_ facts: DocumentFacts, _ range: Range<Int>) -> PartnerList? {
    let header = range.lowerBound
    guard range.count > 3,
      let first = facts.cells(of: header).first.map({ facts.quote($0.range).lowercased() }),
      bound.contains(first) || nouns.contains(where: { first.contains($0) })
    else { return nil }
    let heading = Int(facts.units[header].heading)
    let isColumn =
      first.contains("partner") || first.contains("partenaire") || first.contains("signator")
      || first.contains("signataire") || bound.contains(first)
    // A table of departments is one of partners where the column, its heading or the text around it says so.
    let isTold =
      isColumn || (heading >= 0 && heads(facts, heading))
      || section(facts, header..<header + 1).contains {
        !facts.units[$0].isRow && !facts.units[$0].isTableHeader && names(facts, $0)
      }
    guard isTold || facts.kind == .nationalActionPlan || facts.kind == .strategy else { return nil }
    var found: [String: String] = [:]
    for row in range.dropFirst() {
      guard let cell = facts.cells(of: row).first,
        let name = PartnerName.name(
          PartnerName.firstPart(facts.quote(cell.range)),
          isFrench: facts.units[row].language == .french)
      else { continue }
      found[name.key] = name.written
    }
    guard found.count >= 3 else { return nil }
    return PartnerList(
      names: found, unit: header + 1, isPartial: false, stated: 0, statedNumber: nil,
      isBare: !isTold)
  }

  // MARK: Names in a sentence

  private static func sentence(
    _ facts: DocumentFacts, _ unit: Int, _ known: Set<String>
  ) -> PartnerList? {
    guard PartnerName.mayNameThree(facts.text[facts.units[unit].textRange]) else { return nil }
    var text = PartnerName.withoutParentheses(facts.quote(ofUnit: unit))
    // « Il s’agit de », « le plan réunit »: the list begins behind the verb.
    if facts.units[unit].language == .french, let verb = PartnerName.verbEnd(text) {
      text = String(text[verb...])
    }
    // What stands in front of a colon brings the list in.
    if let colon = text.utf8.lastIndex(of: 0x3A) {
      text = String(text[text.utf8.index(after: colon)...])
    }
    let isFrench = facts.units[unit].language == .french
    var names = PartnerName.names(in: text, known, isFrench: isFrench)
    // "the three leads (A, B and C) and the two others (D and E)": they stand in the parentheses.
    let inside = PartnerName.parentheses(of: facts.quote(ofUnit: unit))
      .map { PartnerName.names(in: $0, known, isFrench: isFrench) }.filter { $0.count >= 2 }
      .flatMap(\.self)
    let isNested = inside.count > max(2, names.count)
    if isNested { names = inside }
    guard names.count >= 3 else { return nil }
    var number = isNested ? nil : stated(facts, unit)
    if number == nil, !isNested, unit > 0, facts.units[unit - 1].block == facts.units[unit].block,
      opensList(facts, unit)
    {
      number = stated(facts, unit - 1)
    }
    return PartnerList(
      names: Dictionary(names.map { ($0.key, $0.written) }, uniquingKeysWith: { one, _ in one }),
      unit: unit, isPartial: isPartial(facts, unit), stated: Int(number?.value ?? 0),
      statedNumber: number)
  }

  /// Words of a paragraph that wants to name all partners.
  private static let complete: Stretches = [
    "all of the federal", "all federal", "all the federal", "all the partners",
    "all of the partners",
    "all partners", "named here", "named below", "listed here", "complete the", "completes the",
    "make up the", "full list", "complete list", "the partners are", "membership", "round out",
    "and only", "further organization", "further department", "further partner", "no other organ",
    "no other depart", "no other partner", "nobody else", "other organizations, the",
    "deux autres organis", "deux autres ministère", "trois autres ministère", "et seulement",
    "aucun autre", "s’y ajoute", "s'y ajoute", "supporting role", "rôle d’appui", "rôle d'appui",
    "tous les partenaires", "tous les ministères", "liste complète", "complètent", "complète la",
    "les partenaires sont", "s’y ajoutent", "s'y ajoutent", "se compose", "voici les partenaires",
  ]

  /// Who does not lead: with a number of all, a paragraph names them all.
  private static let supporting: Stretches = [
    "support them", "support the lead", "supporting", "assist them", "help them", "stand behind",
    "les appuient", "appuient les", "les soutiennent", "les secondent", "en appui",
  ]

  /// Partners that several sentences of one paragraph name: "A and B lead. C, D and E complete the membership."
  private static func paragraph(
    _ facts: DocumentFacts, _ first: Int, _ known: Set<String>
  ) -> PartnerList? {
    let block = facts.units[first].block
    guard first == 0 || facts.units[first - 1].block != block else { return nil }
    var end = first + 1
    while end < facts.units.count, facts.units[end].block == block { end += 1 }
    let heading = Int(facts.units[first].heading)
    guard end - first >= 2, end - first <= 8,
      (first..<min(end, first + 2)).contains(where: {
        facts.unit($0, holds: partnerWords) || stated(facts, $0) != nil
      }) || (heading >= 0 && heads(facts, heading)),
      (first..<end).contains(where: { facts.unit($0, holds: complete) })
        || ((first..<end).contains(where: { stated(facts, $0) != nil })
          && (first..<end).contains(where: { facts.unit($0, holds: supporting) })),
      !(first..<end).contains(where: {
        facts.unit($0, holds: others) || isPartial(facts, $0)
      })
    else { return nil }
    var all: [String: String] = [:]
    var holders = 0
    var number: NumberFact?
    for unit in first..<end {
      number = number ?? stated(facts, unit)
      let text = PartnerName.withoutParentheses(facts.quote(ofUnit: unit))
      let own = PartnerName.names(in: text, known, isFrench: facts.units[unit].language == .french)
        .filter { $0.written.split(separator: " ").count >= 2 }
      if !own.isEmpty { holders += 1 }
      for name in own { all[name.key] = name.written }
    }
    guard all.count >= 3, holders >= 2 else { return nil }
    return PartnerList(
      names: all, unit: first, isPartial: false, stated: Int(number?.value ?? 0),
      statedNumber: number)
  }
}

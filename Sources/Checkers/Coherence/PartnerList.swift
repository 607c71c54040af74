internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Organizations that a text lists as partners, by the names that it gives them, known ones or not.
struct PartnerList {
  /// Names without articles and what stands in parentheses, in small letters, with the name as written.
  var names: [String: String]
  /// Where the list stands.
  var unit: Int
  /// "among them": not all are named.
  var isPartial: Bool
  /// How many are said to be partners in the same sentence or lead-in; 0 when nothing is said.
  var stated: Int
  /// Words of the stated number.
  var statedNumber: NumberFact?

  /// Names that another list does not have, one that goes on with further words being the same.
  func missing(from other: PartnerList) -> [String] {
    names.filter { key, _ in
      !other.names.keys.contains { Self.areSame(key, $0) }
    }.values.sorted()
  }

  private static func areSame(_ one: String, _ other: String) -> Bool {
    one == other || one.hasPrefix(other + " ") || other.hasPrefix(one + " ")
      || one + " canada" == other || other + " canada" == one
  }

  func shared(with other: PartnerList) -> Int {
    names.keys.count { key in other.names.keys.contains { Self.areSame(key, $0) } }
  }

  /// Both are of the same partners: most of the shorter list is in the longer.
  func isLike(_ other: PartnerList) -> Bool {
    let shared = shared(with: other)
    return shared >= 3 && shared * 5 >= 3 * max(names.count, other.names.count)
  }

  // MARK: Reading

  private static let partnerWords: Stretches = [
    "partner", "partenaire", "signator", "signataire", "signed by", "signed the plan",
    "participating department", "responsible department", "lead department",
    "take part in the plan",
    "implement this plan", "implement the plan", "ministères participants",
    "ministères responsables",
    "mettent le plan", "carry out this plan", "carries out this plan", "organizations of the plan",
    "members of the plan", "who carries out", "qui met en œuvre", "qui participe",
    "mise en œuvre du plan par", "carried out by", "put into effect by", "signé par",
    "mis en œuvre par",
  ]
  private static let partial: Stretches = [
    "including", "such as", "among them", "among others", "a selection", "some partners",
    "une sélection", "certains partenaires", "for example", "e.g.", "notamment",
    "par exemple", "entre autres", "dont ", "tels que", "telles que", "and others", "led by",
    "dirigé par", "parmi ", "some of",
  ]
  /// Lists of other things: regions, advisers, former partners.
  private static let others: Stretches = [
    "civil society", "société civile", "international partner", "partner countries",
    "pays partenaires",
    "non-governmental", "universit", "provinc", "territor", "ministers ", "minister of", "advis",
    "previous edition", "édition précédente", "first plan", "former plan", "will join",
    "potential", "invited", "united nations", "nations unies", "local partner", "works with",
    "travaille avec", "in partnership with", "en partenariat avec",
  ]

  /// The lists of partners of a document; `known` are names of organizations in small letters.
  static func lists(_ facts: DocumentFacts, known: Set<String>) -> [PartnerList] {
    var lists: [PartnerList] = []
    var unit = 0
    while unit < facts.units.count {
      let here = facts.units[unit]
      if here.isTableHeader {
        let (list, next) = table(facts, unit)
        if let list { lists.append(list) }
        unit = max(next, unit + 1)
        continue
      }
      if here.isListItem {
        var end = unit
        while end < facts.units.count, facts.units[end].isListItem,
          facts.units[end].context == here.context
        {
          end += 1
        }
        if let list = items(facts, unit..<end) { lists.append(list) }
        unit = max(end, unit + 1)
        continue
      }
      if !here.isHeading, !here.isRow, let list = paragraph(facts, unit, known) {
        lists.append(list)
        while unit + 1 < facts.units.count, facts.units[unit + 1].block == here.block { unit += 1 }
      } else if !here.isHeading, !here.isRow, speaks(facts, unit),
        let list = sentence(facts, unit, known)
      {
        lists.append(list)
      }
      unit += 1
    }
    return lists
  }

  /// The sentence is about the partners of the plan, or follows one that is.
  private static func speaks(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    if facts.unit(unit, holds: others) { return false }
    if facts.unit(unit, holds: partnerWords) || stated(facts, unit) != nil { return true }
    let before = unit - 1
    return before >= 0 && facts.units[before].block == facts.units[unit].block
      && opensList(facts, unit)
      && (facts.unit(before, holds: partnerWords) || stated(facts, before) != nil)
      && !facts.unit(before, holds: others)
  }

  /// "They are:", « Il s’agit de », "These are".
  private static func opensList(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let range = facts.units[unit].textRange
    let opening = facts.quote(range.lowerBound..<min(range.upperBound, range.lowerBound + 24))
    return [
      "They are", "These are", "It is ", "Il s’agit", "Il s'agit", "Ce sont", "Each of", "The ",
    ]
    .contains { opening.hasPrefix($0) }
  }

  /// The number that is said of partners or departments: "eight federal departments", « sept partenaires ».
  static func stated(_ facts: DocumentFacts, _ unit: Int) -> NumberFact? {
    facts.numbers(of: unit).first { number in
      guard number.kind == .count, number.value >= 3, number.value <= 40,
        number.qualifiers.isDisjoint(with: .loose)
      else { return false }
      let end = min(Int(facts.units[unit].textEnd), Int(number.end) + 44)
      let words = facts.quote(Int(number.end)..<end).lowercased().split {
        !$0.isLetter && $0 != "-"
      }
      for word in words.prefix(3) {
        if ["new", "other", "more", "additional", "nouveaux", "autres", "of"].contains(word) {
          return false
        }
        if nouns.contains(where: { word.hasPrefix($0) }) { return true }
      }
      return false
    }
  }

  static let nouns = [
    "partner", "department", "organization", "organisation", "agenc", "institution", "signator",
    "ministère", "organisme", "partenaire", "signataire",
  ]

  private static func items(_ facts: DocumentFacts, _ range: Range<Int>) -> PartnerList? {
    let context = Int(facts.units[range.lowerBound].context)
    let heading = Int(facts.units[range.lowerBound].heading)
    let isIntroduced =
      context >= 0 && (facts.unit(context, holds: partnerWords) || stated(facts, context) != nil)
    let isHeaded = heading >= 0 && facts.unit(heading, holds: partnerWords)
    let before = context - 1
    let isAnnounced =
      context > 0 && facts.units[before].block == facts.units[context].block
      && stated(facts, before) != nil
    guard range.count >= 3, isIntroduced || isHeaded || isAnnounced,
      context < 0 || !facts.unit(context, holds: others)
    else { return nil }
    var names: [String: String] = [:]
    for unit in range {
      guard
        let name = name(
          firstPart(facts.quote(ofUnit: unit)), isFrench: facts.units[unit].language == .french)
      else { return nil }
      names[name.key] = name.written
    }
    guard names.count >= 3 else { return nil }
    let isPartial = context >= 0 && facts.unit(context, holds: partial)
    var number: NumberFact?
    for unit in [context, before] where number == nil && unit >= 0 && unit >= context - 1 {
      number = stated(facts, unit)
    }
    return PartnerList(
      names: names, unit: range.lowerBound, isPartial: isPartial, stated: Int(number?.value ?? 0),
      statedNumber: number)
  }

  /// A table whose first column names partners.
  private static func table(_ facts: DocumentFacts, _ header: Int) -> (PartnerList?, Int) {
    var end = header + 1
    while end < facts.units.count, facts.units[end].isRow,
      Int(facts.units[end].context) == header
    {
      end += 1
    }
    guard let first = facts.cells(of: header).first.map({ facts.quote($0.range).lowercased() }),
      end - header > 3,
      [
        "partner", "partenaire", "department", "ministère", "organization", "organisation",
        "signator", "organisme",
      ].contains(where: { first.contains($0) })
    else { return (nil, end) }
    let heading = Int(facts.units[header].heading)
    // A table of departments is one of partners where its heading or the column says so.
    guard
      first.contains("partner") || first.contains("partenaire") || first.contains("signator")
        || (heading >= 0 && facts.unit(heading, holds: partnerWords))
    else { return (nil, end) }
    var names: [String: String] = [:]
    for row in header + 1..<end {
      guard let cell = facts.cells(of: row).first,
        let name = name(
          firstPart(facts.quote(cell.range)), isFrench: facts.units[row].language == .french)
      else { continue }
      names[name.key] = name.written
    }
    guard names.count >= 3 else { return (nil, end) }
    return (
      PartnerList(names: names, unit: header + 1, isPartial: false, stated: 0, statedNumber: nil),
      end
    )
  }

  // MARK: Names in a sentence

  private static func sentence(
    _ facts: DocumentFacts, _ unit: Int, _ known: Set<String>
  ) -> PartnerList? {
    var text = withoutParentheses(facts.quote(ofUnit: unit))
    // What stands in front of a colon brings the list in.
    if let colon = text.lastIndex(of: ":") { text = String(text[text.index(after: colon)...]) }
    let names = names(in: text, known, isFrench: facts.units[unit].language == .french)
    guard names.count >= 3 else { return nil }
    var number = stated(facts, unit)
    if number == nil, unit > 0, facts.units[unit - 1].block == facts.units[unit].block,
      opensList(facts, unit)
    {
      number = stated(facts, unit - 1)
    }
    return PartnerList(
      names: Dictionary(names.map { ($0.key, $0.written) }, uniquingKeysWith: { one, _ in one }),
      unit: unit, isPartial: facts.unit(unit, holds: partial), stated: Int(number?.value ?? 0),
      statedNumber: number)
  }

  /// Words of a paragraph that wants to name all partners.
  private static let complete: Stretches = [
    "all of the federal", "all federal", "all the federal", "all the partners",
    "all of the partners",
    "all partners", "named here", "named below", "listed here", "complete the", "completes the",
    "make up the", "full list", "complete list", "the partners are", "membership", "round out",
    "tous les partenaires", "tous les ministères", "liste complète", "complètent", "complète la",
    "les partenaires sont", "s’y ajoutent", "s'y ajoutent", "se compose", "voici les partenaires",
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
      (first..<min(end, first + 2)).contains(where: { facts.unit($0, holds: partnerWords) })
        || (heading >= 0 && facts.unit(heading, holds: partnerWords)),
      (first..<end).contains(where: { facts.unit($0, holds: complete) }),
      !(first..<end).contains(where: {
        facts.unit($0, holds: others) || facts.unit($0, holds: partial)
      })
    else { return nil }
    var all: [String: String] = [:]
    var holders = 0
    var number: NumberFact?
    for unit in first..<end {
      number = number ?? stated(facts, unit)
      let text = withoutParentheses(facts.quote(ofUnit: unit))
      let own = names(in: text, known, isFrench: facts.units[unit].language == .french)
        .filter { facts.units[unit].wordCount > 0 && $0.key.split(separator: " ").count >= 2 }
      if !own.isEmpty { holders += 1 }
      for name in own { all[name.key] = name.written }
    }
    guard all.count >= 3, holders >= 2 else { return nil }
    return PartnerList(
      names: all, unit: first, isPartial: false, stated: Int(number?.value ?? 0),
      statedNumber: number)
  }
}

internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// One act told twice in other words: the same figures, dates and names with the same matter.
struct RepeatedActs {
  struct Pair {
    var first: CorpusPassage
    var second: CorpusPassage
  }

  private let corpus: Corpus
  private let finder: PassageFinder

  init(_ corpus: Corpus) {
    self.corpus = corpus
    finder = PassageFinder(corpus)
  }

  /// What ties a passage to one act.
  private struct Anchors {
    var passage: CorpusPassage
    var numbers: Set<Double> = []
    var money: Set<Double> = []
    /// Months and spans of years.
    var dates: Set<Int> = []
    var years: Set<Int> = []
    /// Lengths of time.
    var spans: Set<Double> = []

    /// True when both give sums, years, days or lengths, and none is the same.
    func conflicts(with other: Anchors) -> Bool {
      Self.conflict(money, other.money) || Self.conflict(years, other.years)
        || Self.conflict(dates, other.dates) || Self.conflict(spans, other.spans)
    }

    static func conflict<Value>(_ one: Set<Value>, _ two: Set<Value>) -> Bool {
      !one.isEmpty && !two.isEmpty && one.isDisjoint(with: two)
    }
  }

  /// Least number that tells: smaller ones stand in every sentence.
  private static let leastNumber = 3.0
  /// A number that stands in more passages than that tells nothing.
  private static let mostPassages = 40

  private func anchors(_ passage: CorpusPassage) -> Anchors {
    let facts = passage.facts(corpus)
    var anchors = Anchors(passage: passage)
    for number in facts.numbers(of: passage.unit) {
      // The number of a row is its name.
      if number.column == 0, number.value <= 60, number.kind == .count,
        number.qualifiers.isDisjoint(with: .inWords), isAlone(number, facts)
      {
        continue
      }
      if isLabel(number, facts) { continue }
      switch number.kind {
      case .money: anchors.money.insert(number.value)
      case .count, .percent:
        if number.value >= Self.leastNumber { anchors.numbers.insert(number.value) }
      case .duration: anchors.spans.insert(number.value)
      case .label: break
      }
    }
    for date in facts.dates(of: passage.unit) where date.year > 0 {
      anchors.years.insert(Int(date.endYear))
      if date.month > 0 {
        anchors.dates.insert(Int(date.year) * 100 + Int(date.month))
      } else if date.endYear > date.year + 1 {
        anchors.dates.insert(Int(date.year) * 10000 + Int(date.endYear))
      }
    }
    return anchors
  }

  /// "subsection 9(4)", "8 out of 10": a place in a text or a mark.
  private func isLabel(_ number: NumberFact, _ facts: DocumentFacts) -> Bool {
    let end = Int(number.end)
    let start = Int(number.start)
    if end < facts.text.count, facts.text[end] == 0x28 || facts.text[end] == 0x29 { return true }
    if start > 0, facts.text[start - 1] == 0x28 { return true }
    let front = max(0, start - 8)..<start
    let behind = end..<min(facts.text.count, end + 8)
    return facts.range(front, holds: Self.marks) || facts.range(behind, holds: Self.marks)
  }

  private static let marks: Stretches = ["out of", " sur "]

  /// True for a number that fills its cell.
  private func isAlone(_ number: NumberFact, _ facts: DocumentFacts) -> Bool {
    facts.cells(of: Int(number.unit)).first.map { cell in
      Int(cell.end) - Int(cell.start) <= Int(number.end) - Int(number.start) + 2
    } ?? false
  }

  // MARK: Two departments

  /// Acts that documents of two departments each tell as their own.
  func acrossDepartments() -> [Pair] {
    var places: [Double: [Anchors]] = [:]
    var order: [Double] = []
    let departments = Set(corpus.members.indices.compactMap { corpus.department(of: $0) })
    guard departments.count > 1 else { return [] }
    for member in corpus.members.indices where isOwn(member) {
      let facts = corpus.members[member].facts
      var last: Int32 = -1
      for number in facts.numbers where number.unit != last {
        last = number.unit
        let here = facts.units[Int(number.unit)]
        guard !here.isHeading, !here.isTableHeader, here.wordCount >= 4,
          !here.flags.contains(.denies)
        else { continue }
        let anchors = self.anchors(CorpusPassage(member: member, unit: Int(last)))
        // Sorted: a set has another order in each run, and the first number that two share decides.
        for value in anchors.numbers.union(anchors.money).sorted() {
          if places[value] == nil { order.append(value) }
          places[value, default: []].append(anchors)
        }
      }
    }
    var told: Set<CorpusPassage> = []
    var pairs: [Pair] = []
    for value in order {
      guard let found = places[value], found.count > 1, found.count <= Self.mostPassages else {
        continue
      }
      for (index, one) in found.enumerated() where !told.contains(one.passage) {
        for two in found[(index + 1)...]
        where !told.contains(two.passage)
          && corpus.haveDifferentOwners(one.passage.member, two.passage.member)
          && corpus.mayShareTime(one.passage.member, two.passage.member)
          && isLanguageShared(one.passage, two.passage)
        {
          guard areOne(one, two), !areApart(one.passage, two.passage) else { continue }
          told.insert(one.passage)
          told.insert(two.passage)
          pairs.append(Pair(first: one.passage, second: two.passage))
          break
        }
      }
    }
    return pairs
  }

  // MARK: By name

  /// Acts of two departments at the same named place or for the same named thing, whose words are mostly the same.
  func acrossDepartmentsByName() -> [Pair] {
    guard Set(corpus.members.indices.compactMap { corpus.department(of: $0) }).count > 1 else {
      return []
    }
    let things = NamedThings(corpus)
    var places: [UInt64: [CorpusPassage]] = [:]
    var order: [UInt64] = []
    // The plan's own name stands in all that its partners write.
    var titles: Set<UInt64> = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices where facts.units[unit].isHeading {
        titles.formUnion(things.names(facts, unit).map(\.key))
      }
    }
    for member in corpus.members.indices where isOwn(member) {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices {
        let here = facts.units[unit]
        guard !here.isHeading, !here.isTableHeader, here.wordCount >= 8,
          !here.flags.contains(.denies), !facts.unit(unit, holds: Self.ofThisText),
          isTold(facts, unit)
        else { continue }
        for name in things.names(facts, unit) where !titles.contains(name.key) {
          if places[name.key] == nil { order.append(name.key) }
          places[name.key, default: []].append(CorpusPassage(member: member, unit: unit))
        }
      }
    }
    var read: [CorpusPassage: Telling] = [:]
    func telling(_ passage: CorpusPassage) -> Telling {
      if let known = read[passage] { return known }
      let fresh = Telling(anchors: anchors(passage), words: words(passage))
      read[passage] = fresh
      return fresh
    }
    var told: Set<CorpusPassage> = []
    var pairs: [Pair] = []
    for key in order {
      guard let found = places[key], found.count > 1, found.count <= Self.mostNamed else {
        continue
      }
      for (index, one) in found.enumerated() where !told.contains(one) {
        let other = found[(index + 1)...].first { two in
          !told.contains(two) && corpus.haveDifferentOwners(one.member, two.member)
            && corpus.mayShareTime(one.member, two.member) && isLanguageShared(one, two)
            && tellOneAct(telling(one), telling(two)) && !areApart(one, two)
        }
        guard let other else { continue }
        told.insert(one)
        told.insert(other)
        pairs.append(Pair(first: one, second: other))
      }
    }
    return pairs
  }

  /// What a department did or is to do itself: no definition, and no rule of who else does what.
  private func isTold(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    let heading = Int(here.heading)
    if heading >= 0, facts.unit(heading, holds: Self.definitions) { return false }
    let promises = facts.commitments(of: unit)
    if promises.contains(where: { $0.actor == .other || $0.actor == .country }) { return false }
    return !promises.isEmpty || here.flags.contains(.past) || here.isRow
      || (here.isListItem && OwnCounts.counts(facts, unit))
      || (here.isListItem && facts.kind == .progressReport)
  }

  private static let definitions: Stretches = [
    "definition", "glossar", "terms", "définition", "lexique", "terminolog",
  ]
  private static let ofThisText: Stretches = [
    "this document", "this plan", "this report", "this page", "ce document", "présent document",
    "ce plan", "présent plan", "ce rapport", "présent rapport", "cette page", "présente page",
  ]
  /// A name that stands in more passages than that is everybody's.
  private static let mostNamed = 8

  /// A passage's figures and words, read once for all that it is set against.
  private struct Telling {
    var anchors: Anchors
    var words: [UInt32]
  }

  /// Six rare words and half of the shorter passage are the same, and no figure tells them apart.
  private func tellOneAct(_ one: Telling, _ two: Telling) -> Bool {
    if one.anchors.conflicts(with: two.anchors)
      || Anchors.conflict(one.anchors.numbers, two.anchors.numbers)
      || namesOtherProgram(one.anchors.passage, two.anchors.passage)
    {
      return false
    }
    let shared = Self.shared(one.words, two.words)
    return shared.count >= 6 && shared.count * 2 >= shared.lesser
  }

  private func isOwn(_ member: Int) -> Bool {
    guard corpus.department(of: member) != nil else { return false }
    switch corpus.members[member].profile.kind {
    case .nationalActionPlan, .consultation: return false
    default: return true
    }
  }

  private func isLanguageShared(_ one: CorpusPassage, _ two: CorpusPassage) -> Bool {
    one.facts(corpus).units[one.unit].language == two.facts(corpus).units[two.unit].language
  }

  /// True for the same figures and the same matter, and nothing that tells the two apart.
  private func areOne(_ one: Anchors, _ two: Anchors) -> Bool {
    if one.conflicts(with: two) { return false }
    if namesOtherProgram(one.passage, two.passage) { return false }
    let numbers = one.numbers.intersection(two.numbers)
    let lesser = min(one.numbers.count, two.numbers.count)
    guard numbers.count * 2 >= lesser else { return false }
    let left = one.passage.facts(corpus)
    let right = two.passage.facts(corpus)
    let leftNames = self.names(one.passage)
    let rightNames = self.names(two.passage)
    let names = leftNames.intersection(rightNames)
    if names.isEmpty, !leftNames.isEmpty, !rightNames.isEmpty { return false }
    let ties =
      numbers.count + one.money.intersection(two.money).count
      + one.dates.intersection(two.dates).count + min(2, names.count)
    let shared = self.shared(one.passage, two.passage)
    if ties >= 3 { return shared.count >= 3 }
    if ties == 2 { return shared.count >= 3 && shared.count * 3 >= shared.lesser }
    return ties == 1 && shared.count >= 5 && shared.count * 3 >= shared.lesser * 2
      && left.units[one.passage.unit].isRow == right.units[two.passage.unit].isRow
  }

  /// True when each names a program and none is the same.
  private func namesOtherProgram(_ one: CorpusPassage, _ two: CorpusPassage) -> Bool {
    func keys(_ passage: CorpusPassage) -> Set<UInt32> {
      Set(
        DocumentFacts.of(passage.unit, in: passage.facts(corpus).names).filter(\.hasHead)
          .map(\.key))
    }
    let left = keys(one)
    let right = keys(two)
    return !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
  }

  /// Names in the passage that are not those of the departments.
  private func names(_ passage: CorpusPassage) -> Set<String> {
    let facts = passage.facts(corpus)
    var own: Set<String> = []
    for department in corpus.departments(namedBy: passage)
      + [corpus.department(of: passage.member)].compactMap(\.self)
    {
      let title = corpus.title(ofDepartment: department)
      for word in (title.english + " " + title.french).lowercased().split(separator: " ") {
        own.insert(String(word))
      }
    }
    var found: Set<String> = []
    for word in TextWords.read(facts.text, facts.units[passage.unit].textRange)
    where word.isCapital && word.isJoined && word.end - word.start > 2 {
      let name = String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
      if !own.contains(name), !Self.general.contains(name) { found.insert(name) }
    }
    return found
  }

  private static let general: Set<String> = [
    "canada", "department", "ministry", "agency", "government", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "women", "peace", "security", "gba", "plus", "national", "budget", "parliament", "parlement",
    "programs", "program", "action", "plan", "ministère",
    "gouvernement", "agence",
  ]

  private func words(_ passage: CorpusPassage) -> [UInt32] {
    let language = passage.facts(corpus).units[passage.unit].language
    let general = GeneralWords.of(language)
    return finder.words(
      finder.words(of: passage),
      withoutNames: corpus.departments(namedBy: passage)
        + [corpus.department(of: passage.member)].compactMap(\.self), language
    ).filter { !general.contains($0) }
  }

  private func shared(_ one: CorpusPassage, _ two: CorpusPassage) -> (count: Int, lesser: Int) {
    Self.shared(words(one), words(two))
  }

  private static func shared(_ one: [UInt32], _ two: [UInt32]) -> (count: Int, lesser: Int) {
    let others = Set(two)
    return (one.count(where: others.contains), min(one.count, others.count))
  }

  /// Said in one of the two paragraphs: whose it is, or that both have a part.
  private func areApart(_ one: CorpusPassage, _ two: CorpusPassage) -> Bool {
    if OwnCounts.counts(one, corpus), OwnCounts.counts(two, corpus) {
      return OwnCounts.isShared(one, corpus) || OwnCounts.isShared(two, corpus)
    }
    for (passage, other) in [(one, two), (two, one)] {
      let facts = passage.facts(corpus)
      for unit in facts.paragraph(of: passage.unit) {
        if facts.unit(unit, holds: Self.others) { return true }
        if corpus.doesName(
          CorpusPassage(member: passage.member, unit: unit), departmentOf: other.member)
        {
          return true
        }
      }
    }
    return false
  }

  private static let others: Stretches = [
    "counted in", "counted once", "counted only", "not counted", "counted by", "share of",
    "our share", "jointly", "together with", "in partnership with", "led by", "on behalf of",
    "as reported by", "reported by", "of other departments", "compté", "comptée", "notre part",
    "conjointement", "de concert", "en partenariat avec", "dirigé par", "dirigée par",
    "au nom d", "pour le compte d", "rapporté par",
  ]

  // MARK: One list

  /// Items of one list or table of acts that give the same act.
  func withinLists() -> [Pair] {
    corpus.members.indices.flatMap { member -> [Pair] in
      let facts = corpus.members[member].facts
      let items = facts.units.indices.filter { isItem(facts, $0) && listsActs(facts, $0) }
      return items.count >= 2 ? repeated(member, items) : []
    }
  }

  private func isItem(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    // Rows of measures are alike on purpose.
    return here.isListItem
      || (here.isRow
        && !DocumentFacts.of(unit, in: facts.indicators).contains { !$0.indicator.isEmpty })
  }

  /// The heading, the lead-in or the table's header says that these are acts.
  private func listsActs(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    if !facts.commitments(of: unit).isEmpty || facts.begins(here.textRange, with: Self.labels) {
      return true
    }
    return [Int(here.heading), Int(here.context), unit - 1].contains {
      $0 >= 0 && Self.acts.stand(in: facts.text, facts.units[$0].textRange)
    }
  }

  private static let labels = ["action ", "commitment ", "measure ", "engagement ", "mesure "]

  private static let acts = WordStems([
    1: """
    commitment, action|, actions|, measure, activit, deliver, undertak, initiative, will|, \
    engagement, mesure, activité, livrable, retient, réalis
    """
  ])

  private func repeated(_ member: Int, _ items: [Int]) -> [Pair] {
    let facts = corpus.members[member].facts
    let anchors = items.map { self.anchors(CorpusPassage(member: member, unit: $0)) }
    var byValue: [Double: [Int]] = [:]
    for (index, item) in anchors.enumerated() {
      for value in item.numbers.union(item.money) { byValue[value, default: []].append(index) }
    }
    var pairs: [Pair] = []
    var told: Set<Int> = []
    for (index, one) in anchors.enumerated() where !told.contains(index) {
      let others = Set(
        one.numbers.union(one.money).flatMap { value -> [Int] in
          let found = byValue[value] ?? []
          return found.count <= Self.mostPassages ? found : []
        })
      for other in others.sorted() where other > index && !told.contains(other) {
        let two = anchors[other]
        guard one.numbers == two.numbers || one.dates == two.dates,
          isSameAct(facts, one, two)
        else { continue }
        told.insert(other)
        pairs.append(Pair(first: one.passage, second: two.passage))
      }
    }
    return pairs
  }

  /// The verb of an item: the one that is promised, else its first word.
  private func act(_ facts: DocumentFacts, _ unit: Int) -> UInt32? {
    if let promised = facts.commitments(of: unit).first { return promised.act }
    let range = facts.units[unit].textRange
    // "Action 4: Bring …"
    if let colon = facts.text[range].prefix(16).firstIndex(of: 0x3A) {
      return facts.words(in: colon + 1..<range.upperBound, facts.units[unit].language).first
    }
    return facts.words(ofUnit: unit).first
  }

  private func isSameAct(_ facts: DocumentFacts, _ one: Anchors, _ two: Anchors) -> Bool {
    if !one.money.isEmpty, !two.money.isEmpty, one.money != two.money { return false }
    if !one.years.isEmpty, !two.years.isEmpty, one.years.isDisjoint(with: two.years) {
      return false
    }
    if namesOtherProgram(one.passage, two.passage) { return false }
    let left = names(one.passage)
    let right = names(two.passage)
    if !left.isEmpty, !right.isEmpty, left.isDisjoint(with: right) { return false }
    // Items with the same verb are parallel on purpose: same act, another object.
    guard let first = act(facts, one.passage.unit), let second = act(facts, two.passage.unit),
      first != second
    else { return false }
    let shared = self.shared(one.passage, two.passage)
    let ties =
      one.numbers.intersection(two.numbers).count + one.dates.intersection(two.dates).count
    return (shared.count >= 3 && shared.count * 5 >= shared.lesser * 2)
      || (shared.count >= 2 && ties >= 2 && shared.count * 3 >= shared.lesser)
  }
}

internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// What differs between two versions whose blocks are put side by side.
struct ParityReading {
  let corpus: Corpus
  let pair: Corpus.Pair
  let alignment: BlockAlignment

  private var english: DocumentFacts { corpus.members[pair.first].facts }
  private var french: DocumentFacts { corpus.members[pair.second].facts }

  func structure() -> Finding {
    ParityChecker.declared.finding(
      "structure", corpus, CorpusPassage(member: pair.first, unit: 0),
      against: [CorpusPassage(member: pair.second, unit: 0)])
  }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    let pairs = alignment.pairs
    for (index, step) in pairs.enumerated() {
      guard step.english >= 0, step.french >= 0 else {
        if let finding = loneHeading(step) { findings.append(finding) }
        continue
      }
      let left = alignment.english[step.english]
      let right = alignment.french[step.french]
      guard left.kind == right.kind else { continue }
      // A block beside one that is left over may have been split.
      let isSettled =
        isPaired(pairs, index - 1) && isPaired(pairs, index + 1)
      if let first = english.units.indices.contains(left.units.lowerBound)
        ? english.units[left.units.lowerBound] : nil, first.isRow
      {
        findings += cells(left, right)
        continue
      }
      if isSettled || (!left.numbers.isEmpty && left.numbers == right.numbers) {
        findings += numbers(left, right)
        findings += dates(left, right)
        if let finding = organizations(left, right) { findings.append(finding) }
        if let finding = strength(left, right) { findings.append(finding) }
        if let finding = frequency(left, right) { findings.append(finding) }
      }
      if isSettled, let finding = length(left, right) { findings.append(finding) }
    }
    return findings + runs(\.isListItem, "list") + runs(\.isRow, "table-rows")
  }

  private func isPaired(_ pairs: [(english: Int, french: Int)], _ index: Int) -> Bool {
    guard pairs.indices.contains(index) else { return true }
    return pairs[index].english >= 0 && pairs[index].french >= 0
  }

  private func finding(
    _ kind: String, _ left: Int, _ right: Int, _ arguments: [String: FindingArgument]
  ) -> Finding {
    ParityChecker.declared.finding(
      kind, corpus, CorpusPassage(member: pair.first, unit: left),
      against: [CorpusPassage(member: pair.second, unit: right)], arguments)
  }

  // MARK: Numbers and dates

  /// Numbers in digits that translation leaves as they are.
  private func plain(_ facts: DocumentFacts, _ units: Range<Int>) -> [NumberFact] {
    units.flatMap { facts.numbers(of: $0) }.filter { number in
      guard number.kind != .label, !number.qualifiers.contains(.inWords) else { return false }
      // Times of day: 2:30 p.m., 14 h 30.
      let end = Int(number.end)
      let behind = facts.text[end..<min(facts.text.count, end + 3)]
      let before = number.start > 0 ? facts.text[Int(number.start) - 1] : 0x20
      // A separator of thousands that was lost: 300?000.
      if behind.first == 0x3F, let next = behind.dropFirst().first, next >= 0x30, next <= 0x39 {
        return false
      }
      if before == 0x3F { return false }
      // Hours are counted to twelve in one language and to twenty-four in the other.
      if number.qualifiers.contains(.shortTime) {
        let unit = facts.text[end..<min(facts.text.count, end + 8)]
        if unit.contains(0x68) { return false }
      }
      if behind.first == 0x3A || before == 0x3A || behind.elementsEqual(" h ".utf8)
        || behind.elementsEqual(" p.".utf8) || behind.elementsEqual(" a.".utf8)
      {
        return false
      }
      return true
    }
  }

  /// All values of a side, also those in words, which may stand for the other's digits.
  private func values(_ facts: DocumentFacts, _ units: Range<Int>) -> [Double] {
    var values = units.flatMap { facts.numbers(of: $0) }.map(\.value)
    for date in units.flatMap({ facts.dates(of: $0) }) {
      values += [Double(date.year), Double(date.endYear)]
      values += [Double(date.day), Double(date.endDay)]
    }
    return values
  }

  private func isLike(_ one: Double, _ other: Double) -> Bool {
    // Months and years; a scale that one language says once for two numbers.
    for factor in [1.0, 12, 1e6, 1e9]
    where abs(one - other * factor) < 1e-6 * one || abs(other - one * factor) < 1e-6 * other {
      return true
    }
    return one == other
  }

  private func unmatched(_ mine: [NumberFact], _ theirs: [Double]) -> [NumberFact] {
    var rest = theirs
    return mine.filter { number in
      if let index = rest.firstIndex(where: { isLike(number.value, $0) }) {
        rest.remove(at: index)
        return false
      }
      // Said once in one language and twice in the other.
      return !theirs.contains { isLike(number.value, $0) }
    }
  }

  private func numbers(_ left: BlockAlignment.Block, _ right: BlockAlignment.Block) -> [Finding] {
    let ours = unmatched(plain(english, left.units), values(french, right.units))
    let theirs = unmatched(plain(french, right.units), values(english, left.units))
    if !ours.isEmpty, !theirs.isEmpty {
      guard ours.count == theirs.count || ours.count <= 2 && theirs.count <= 2 else { return [] }
      return zip(ours, theirs).compactMap { one, two in
        let number = english.quote(one.start, one.end)
        let nombre = french.quote(two.start, two.end)
        // 6,291 in both: one keeps the other's separator. 6 in the evening is 18 h.
        guard number != nombre, !isHour(one, two) else { return nil }
        return finding(
          "number", Int(one.unit), Int(two.unit),
          ["english": .text(number), "french": .text(nombre)])
      }
    }
    if let finding = spelled(left, right) { return [finding] }
    // In words on the other side, perhaps.
    let isSpelled =
      (left.units.flatMap { english.numbers(of: $0) }
      + right.units.flatMap { french.numbers(of: $0) })
      .contains { $0.qualifiers.contains(.inWords) }
    if isSpelled { return [] }
    // A number on one side only tells little, unless it is a share or an amount.
    func isTelling(_ number: NumberFact) -> Bool {
      // "100%" is "all" and « tous » as well.
      number.kind == .money || (number.kind == .percent ? number.value != 100 : number.value >= 100)
    }
    if let lone = ours.first(where: isTelling), ours.count <= 2 {
      return [
        finding(
          "missing-number", Int(lone.unit), right.units.lowerBound,
          ["number": .text(english.quote(lone.start, lone.end))])
      ]
    }
    if let lone = theirs.first(where: isTelling), theirs.count <= 2 {
      return [
        ParityChecker.declared.finding(
          "missing-number", corpus, CorpusPassage(member: pair.second, unit: Int(lone.unit)),
          against: [CorpusPassage(member: pair.first, unit: left.units.lowerBound)],
          ["number": .text(french.quote(lone.start, lone.end))])
      ]
    }
    return []
  }

  private func isHour(_ one: NumberFact, _ two: NumberFact) -> Bool {
    guard one.value <= 12, two.value == one.value + 12 else { return false }
    let end = Int(two.end)
    let behind = french.text[end..<min(french.text.count, end + 4)]
    return behind.contains(0x68) || behind.starts(with: " à".utf8)
  }

  /// "three clinics" against « deux cliniques »: one number on each side without its like, in words on one side
  /// at least.
  private func spelled(
    _ left: BlockAlignment.Block, _ right: BlockAlignment.Block
  ) -> Finding? {
    func counted(_ facts: DocumentFacts, _ units: Range<Int>) -> [NumberFact] {
      units.flatMap { facts.numbers(of: $0) }.filter {
        $0.kind != .label && $0.value >= 2 && !$0.qualifiers.contains(.about)
          && !($0.qualifiers.contains(.shortTime) && $0.value > 12)
      }
    }
    let mine = counted(english, left.units)
    let other = counted(french, right.units)
    guard mine.count == other.count, mine.count <= 6 else { return nil }
    let ours = unmatched(mine, values(french, right.units))
    let theirs = unmatched(other, values(english, left.units))
    guard ours.count == 1, theirs.count == 1, let one = ours.first, let two = theirs.first,
      one.kind == two.kind, one.qualifiers.union(two.qualifiers).contains(.inWords),
      // What stands at the same place in both.
      mine.firstIndex(of: one) == other.firstIndex(of: two)
    else { return nil }
    return finding(
      "number", Int(one.unit), Int(two.unit),
      [
        "english": .text(english.quote(one.start, one.end)),
        "french": .text(french.quote(two.start, two.end)),
      ])
  }

  /// "twice a year" against « trois fois par an ».
  private func frequency(
    _ left: BlockAlignment.Block, _ right: BlockAlignment.Block
  ) -> Finding? {
    guard left.units.count == right.units.count else { return nil }
    for (one, two) in zip(left.units, right.units) {
      guard let ours = Frequency.of(english, one), let theirs = Frequency.of(french, two),
        ours.frequency != theirs.frequency
      else { continue }
      return finding(
        "number", one, two,
        ["english": .text(ours.words), "french": .text(theirs.words)])
    }
    return nil
  }

  private func dates(_ left: BlockAlignment.Block, _ right: BlockAlignment.Block) -> [Finding] {
    let ours = left.units.flatMap { english.dates(of: $0) }
    let theirs = right.units.flatMap { french.dates(of: $0) }
    func same(_ one: DateFact, _ two: DateFact) -> Bool {
      let years = one.year == 0 || two.year == 0 || one.year == two.year
      let months = one.month == 0 || two.month == 0 || one.month == two.month
      let days = one.day == 0 || two.day == 0 || one.day == two.day
      return years && months && days
    }
    let onlyOurs = ours.filter { one in !theirs.contains { same(one, $0) } }
    let onlyTheirs = theirs.filter { two in !ours.contains { same($0, two) } }
    guard let one = onlyOurs.first, let two = onlyTheirs.first, onlyOurs.count == onlyTheirs.count
    else { return [] }
    // A year that the other side counts as a number.
    if values(french, right.units).contains(Double(one.year)), one.month == 0 { return [] }
    return [
      finding(
        "date", Int(one.unit), Int(two.unit),
        [
          "english": .text(english.quote(one.start, one.end)),
          "french": .text(french.quote(two.start, two.end)),
        ])
    ]
  }

  // MARK: Names and strength

  private func organizations(
    _ left: BlockAlignment.Block, _ right: BlockAlignment.Block
  ) -> Finding? {
    let ours = left.organizations.subtracting(right.organizations)
    let theirs = right.organizations.subtracting(left.organizations)
    guard let one = ours.min(), let two = theirs.min(), ours.count == theirs.count,
      left.organizations.count == right.organizations.count
    else { return nil }
    return finding(
      "organization", left.units.lowerBound, right.units.lowerBound,
      [
        "english": .text(OrganizationCatalog.all[one].title.english),
        "french": .text(OrganizationCatalog.all[two].title.french),
      ])
  }

  /// Words that soften the promise that they govern.
  private static let softEnglish: Stretches = [
    "aims to", "aim to", "seeks to", "seek to", "hopes to", "hope to", "intends to", "intend to",
    "strives to", "strive to", "endeavour", "wishes to", "wish to", "would like", "expects to",
    "expect to", "work toward", "working toward", "tries to", "try to", "looks to", "wants to",
    "is interested in",
  ]
  private static let softFrench: Stretches = [
    "vise à", "visent à", "visera", "viserons", "viseront", "visons à", "cherche à", "cherchent à",
    "cherchera",
    "cherchons à", "entend ", "entendent ", "entendons ", "s’efforce", "s'efforce",
    "nous efforç", "envisage", "tentera", "tâche de", "tâchera", "aimerait", "aimerions",
    "a l’intention", "a l'intention", "ont l’intention", "ont l'intention", "avons l’intention",
    "avons l'intention", "souhait", "espère ", "espérons ", "espèrent ", "voudrait", "désire",
    "pourrait ", "pourraient ", "essaiera", "essayera", "devrait ", "devraient ", "a l’ambition",
    "a l'ambition", "compte pouvoir",
  ]
  /// Words that soften wherever they stand.
  private static let hedgesEnglish: Stretches = [
    "where possible", "if possible", "as far as possible", "best efforts", "to the extent possible",
    "where feasible", "when possible", "whenever possible", "resources permitting",
  ]
  private static let hedgesFrench: Stretches = [
    "dans la mesure du possible", "si possible", "autant que possible", "lorsque possible",
    "quand c’est possible", "quand c'est possible", "si les ressources", "si les moyens",
    "lorsque c’est possible", "lorsque c'est possible", "lorsque cela est possible",
  ]
  /// Any trace of softness, so that one language's way of saying it is not held against the other.
  private static let tracesEnglish: Stretches = [
    "hope", "wish", "should", "could", "may ", "might", "would", "attempt", "desire", "aim",
    "seek", "intend", "intent", "strive", "possible", "expect", "try ", "tries", "endeavour",
    "effort", "plan to", "plans to", "look to", "feasible", "permitting", "want",
  ]
  private static let tracesFrench: Stretches = [
    "espér", "espèr", "souhait", "devrai", "pourrai", "peut", "peuvent", "pourr", "voudr", "aimer",
    "tâche", "efforc", "efforç", "essay", "essaie", "tente", "vise", "visant", "cherche", "entend",
    "envisag", "intention", "possib", "désir", "ambition", "compte", "prévoi", "permett",
  ]
  /// Acts that are soft themselves, which French says with many verbs.
  private static let softActs: Stretches = [
    "explor", "consider", "examin", "look into", "study", "encourag", "assess", "contemplat",
    "promote", "as appropriate", "where appropriate",
  ]
  private static let firmEnglish = ["will", "shall", "must", "commits to", "commit to"]

  /// "will" against « vise à », or "aims to" against a French future.
  private func strength(
    _ left: BlockAlignment.Block, _ right: BlockAlignment.Block
  ) -> Finding? {
    guard left.units.count == right.units.count else { return nil }
    for (one, two) in zip(left.units, right.units) {
      guard !english.unit(one, holds: Self.softActs) else { continue }
      let ours = english.commitments(of: one)
      let theirs = french.commitments(of: two)
      if let finding = onlyConsidered(one, two, ours, theirs) { return finding }
      guard let promise = ours.first, let engagement = theirs.first, ours.count == 1,
        theirs.count == 1
      else { continue }
      let isSoft = governs(english, one, Self.softEnglish, Self.hedgesEnglish, promise)
      let estMou = governs(french, two, Self.softFrench, Self.hedgesFrench, engagement)
      guard isSoft != estMou else { continue }
      let words = english.quote(promise.start, promise.end).lowercased()
      let mots = french.quote(engagement.start, engagement.end).lowercased()
      let isFirm =
        estMou && Self.firmEnglish.contains(words) && promise.rung.rung >= .commitment
        && !english.unit(one, holds: Self.tracesEnglish)
      let estFerme =
        isSoft && engagement.rung.rung >= .commitment
        && !french.unit(two, holds: Self.tracesFrench)
      guard isFirm || estFerme else { continue }
      // A word in a subordinate clause governs something else.
      let before = french.quote(max(0, Int(engagement.start) - 10)..<Int(engagement.start))
        .lowercased()
      if before.contains("qu") { continue }
      return finding(
        "strength", one, two,
        [
          "english": .text(isSoft ? soft(english, one, Self.softEnglish, promise) : words),
          "french": .text(estMou ? soft(french, two, Self.softFrench, engagement) : mots),
        ])
    }
    return nil
  }

  /// "will dig" against « songe à creuser »: a promise on one side, and on the other none at all but the thought
  /// of one.
  private func onlyConsidered(
    _ one: Int, _ two: Int, _ ours: ArraySlice<CommitmentFact>,
    _ theirs: ArraySlice<CommitmentFact>
  ) -> Finding? {
    if let promise = ours.first, ours.count == 1, theirs.isEmpty,
      promise.rung.rung >= .commitment, !english.unit(one, holds: Self.tracesEnglish),
      let found = Self.musesFrench.first(in: french.text, french.units[two].textRange)
    {
      return finding(
        "strength", one, two,
        [
          "english": .text(english.quote(promise.start, promise.end).lowercased()),
          "french": .text(Self.musingFrench[found.index]),
        ])
    }
    if let promise = theirs.first, theirs.count == 1, ours.isEmpty,
      promise.rung.rung >= .commitment, !french.unit(two, holds: Self.tracesFrench),
      let found = Self.musesEnglish.first(in: english.text, english.units[one].textRange)
    {
      return finding(
        "strength", one, two,
        [
          "english": .text(Self.musingEnglish[found.index]),
          "french": .text(french.quote(promise.start, promise.end).lowercased()),
        ])
    }
    return modal(one, two)
  }

  /// "must" against « peut », and « doit » against "may".
  private func modal(_ one: Int, _ two: Int) -> Finding? {
    let ours = english.units[one].textRange
    let theirs = french.units[two].textRange
    let must = Self.dutiesEnglish.first(in: english.text, ours)
    let doit = Self.dutiesFrench.first(in: french.text, theirs)
    guard (must == nil) != (doit == nil), !english.unit(one, holds: Self.deniesEnglish),
      !french.unit(two, holds: Self.deniesFrench)
    else { return nil }
    if let must, let peut = Self.leaveFrench.first(in: french.text, theirs),
      !english.unit(one, holds: Self.leaveEnglish)
    {
      return finding(
        "strength", one, two,
        [
          "english": .text(Self.dutyEnglish[must.index]),
          "french": .text(Self.mayFrench[peut.index]),
        ])
    }
    if let doit, let may = Self.leaveEnglish.first(in: english.text, ours),
      !french.unit(two, holds: Self.leaveFrench), !english.unit(one, holds: Self.otherDuties)
    {
      return finding(
        "strength", one, two,
        [
          "english": .text(Self.mayEnglish[may.index]),
          "french": .text(Self.dutyFrench[doit.index]),
        ])
    }
    return nil
  }

  private static let dutiesEnglish = Stretches(dutyEnglish)
  private static let dutyEnglish = [" must ", " is required to ", " are required to ", " has to "]
  private static let otherDuties: Stretches = [
    " shall ", " will ", " need", " should ", " have to ",
  ]
  private static let dutiesFrench = Stretches(dutyFrench)
  private static let dutyFrench = [
    " doit ", " doivent ", " est tenu ", " est tenue ", " sont tenus ", " sont tenues ", " faut ",
  ]
  private static let leaveEnglish = Stretches(mayEnglish)
  private static let mayEnglish = [" may ", " can ", " is free to ", " are free to "]
  private static let leaveFrench = Stretches(mayFrench)
  private static let mayFrench = [" peut ", " peuvent ", " est libre de ", " sont libres de "]
  private static let deniesEnglish: Stretches = [" not ", " no ", "unless", "only if", "n't"]
  private static let deniesFrench: Stretches = [
    " ne ", " n’", " n'", "nul ", "aucun", "si possible", "il se peut",
  ]

  /// What is only thought of.
  private static let musesFrench = Stretches(musingFrench)
  private static let musingFrench = [
    "songe à", "songent à", "réfléchit à", "réfléchissent à", "pense à", "aspire à", "aspirent à",
    "ambitionne", "projette d", "caresse", "rêve d", "voudrait", "aimerait", "souhaite", "espère",
    "se propose d", "s’emploie à", "s'emploie à", "étudie la possibilité", "examine la possibilité",
    "est disposé à", "est prêt à", "cherche à", "tente de", "vise à", "a pour but de",
  ]
  private static let musesEnglish = Stretches(musingEnglish)
  private static let musingEnglish = [
    "is considering", "are considering", "thinks of", "is thinking of", "hopes to", "hope to",
    "aspires to", "would like to", "wishes to", "is looking into", "is exploring", "is studying",
    "is open to", "is ready to consider", "aims to", "tries to", "seeks to", "dreams of",
    "whether to ", "whether it ", "the possibility of", "contemplates", "might ", "it may ",
  ]

  /// The governing word as far as the soft one goes; the whole sentence for a hedge further on.
  private func soft(
    _ facts: DocumentFacts, _ unit: Int, _ words: Stretches, _ promise: CommitmentFact
  ) -> String {
    let range = facts.units[unit].textRange
    let start = max(range.lowerBound, Int(promise.start) - 24)
    let end = min(range.upperBound, Int(promise.end) + 32)
    guard start < end, let found = words.first(in: facts.text, start..<end) else {
      return facts.quote(ofUnit: unit)
    }
    return facts.quote(
      Int(promise.start)..<max(Int(promise.end), found.end))
  }

  /// A soft word at the governing word of the promise, or a hedge anywhere.
  private func governs(
    _ facts: DocumentFacts, _ unit: Int, _ words: Stretches, _ hedges: Stretches,
    _ promise: CommitmentFact
  ) -> Bool {
    let range = facts.units[unit].textRange
    if hedges.first(in: facts.text, range) != nil { return true }
    let start = max(range.lowerBound, Int(promise.start) - 24)
    let end = min(range.upperBound, Int(promise.end) + 32)
    return start < end && words.first(in: facts.text, start..<end) != nil
  }

  private func length(
    _ left: BlockAlignment.Block, _ right: BlockAlignment.Block
  ) -> Finding? {
    guard min(left.length, right.length) > 8, max(left.length, right.length) >= 40 else {
      return nil
    }
    let ratio = Double(right.length) / Double(left.length)
    guard ratio < 0.4 || ratio > 2.4 else { return nil }
    return finding(
      "length", left.units.lowerBound, right.units.lowerBound,
      ["english": .number(left.length), "french": .number(right.length)])
  }

  // MARK: Tables, lists and headings

  private func cells(_ left: BlockAlignment.Block, _ right: BlockAlignment.Block) -> [Finding] {
    let one = left.units.lowerBound
    let two = right.units.lowerBound
    let ours = Array(english.cells(of: one))
    let theirs = Array(french.cells(of: two))
    guard ours.count == theirs.count else { return [] }
    var findings: [Finding] = []
    for column in ours.indices {
      let mine = plain(english, left.units).filter { Int($0.column) == column }
      let other = plain(french, right.units).filter { Int($0.column) == column }
      let onlyMine = unmatched(mine, values(french, right.units))
      let onlyOther = unmatched(other, values(english, left.units))
      if let number = onlyMine.first, let nombre = onlyOther.first {
        findings.append(
          finding(
            "table-figure", one, two,
            [
              "english": .text(english.quote(number.start, number.end)),
              "french": .text(french.quote(nombre.start, nombre.end)),
            ]))
      } else if let number = onlyMine.first ?? onlyOther.first,
        number.kind == .percent || number.kind == .money || number.value >= 10
      {
        findings.append(
          finding(
            "table-figure", one, two,
            [
              "english": .text(english.quote(ours[column].range)),
              "french": .text(french.quote(theirs[column].range)),
            ]))
      }
    }
    return findings + dates(left, right)
  }

  private func loneHeading(_ step: (english: Int, french: Int)) -> Finding? {
    // In plain text a heading is guessed from its looks.
    guard !english.path.hasSuffix(".txt"), !french.path.hasSuffix(".txt") else { return nil }
    if step.english >= 0 {
      let unit = alignment.english[step.english].units.lowerBound
      guard english.units[unit].isHeading else { return nil }
      return ParityChecker.declared.finding(
        "heading", corpus, CorpusPassage(member: pair.first, unit: unit))
    }
    let unit = alignment.french[step.french].units.lowerBound
    guard french.units[unit].isHeading else { return nil }
    return ParityChecker.declared.finding(
      "heading", corpus, CorpusPassage(member: pair.second, unit: unit))
  }

  /// Lists, or tables, that begin at the same place and have not the same number of items.
  private func runs(_ belongs: KeyPath<FactUnit, Bool>, _ kind: String) -> [Finding] {
    let ours = lengths(english, alignment.english, belongs)
    let theirs = lengths(french, alignment.french, belongs)
    // Told once a list: from the first pair that is of both.
    var told: Set<Int> = []
    var findings: [Finding] = []
    for step in alignment.pairs where step.english >= 0 && step.french >= 0 {
      guard let mine = ours[step.english], let other = theirs[step.french],
        told.insert(mine.first).inserted, mine.count != other.count
      else { continue }
      // Nested or split lists shift many at once: only those that begin side by side are compared.
      guard step.english == mine.first, step.french == other.first else { continue }
      findings.append(
        finding(
          kind, alignment.english[mine.first].units.lowerBound,
          alignment.french[other.first].units.lowerBound,
          ["english": .number(mine.count), "french": .number(other.count)]))
    }
    return findings
  }

  /// For each block of a list, where the list begins and how many blocks it has.
  private func lengths(
    _ facts: DocumentFacts, _ blocks: [BlockAlignment.Block], _ belongs: KeyPath<FactUnit, Bool>
  ) -> [Int: (first: Int, count: Int)] {
    var found: [Int: (first: Int, count: Int)] = [:]
    var index = 0
    while index < blocks.count {
      guard facts.units[blocks[index].units.lowerBound][keyPath: belongs] else {
        index += 1
        continue
      }
      var end = index + 1
      while end < blocks.count, facts.units[blocks[end].units.lowerBound][keyPath: belongs] {
        end += 1
      }
      for block in index..<end { found[block] = (index, end - index) }
      index = end
    }
    return found
  }
}

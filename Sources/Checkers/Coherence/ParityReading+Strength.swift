internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Who is named, and how firmly the two versions promise, oblige or allow.
extension ParityReading {
  func organizations(
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
  func strength(
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
      // "As any dog will tell you" promises nothing.
      let front =
        " " + english.quote(max(0, Int(promise.start) - 28)..<Int(promise.start)).lowercased()
      if [" any ", " anyone ", " anybody ", " everyone ", " whoever "].contains(
        where: front.contains)
      {
        continue
      }
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
    "vise,", "visent,", "cherche,", "cherchent,", "tente,", "aspire,", "est disposé à",
    "est prêt à", "cherche à", "tente de", "vise à", "a pour but de",
  ]
  private static let musesEnglish = Stretches(musingEnglish)
  private static let musingEnglish = [
    "is considering", "are considering", "thinks of", "is thinking of", "hopes to", "hope to",
    "aspires to", "would like to", "wishes to", "is looking into", "is exploring", "is studying",
    "aims,", "aim,", "seeks,", "seek,", "hopes,", "hope,", "tries,", "is open to",
    "is ready to consider", "aims to", "tries to", "seeks to", "dreams of",
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
}

internal import Facts
internal import SourceText

/// Which way an act goes: whether something is begun, kept up or enlarged, or ended, shrunk or withheld.
///
/// One lexicon for all checks, in both languages, by stems: a check asks what happens to a name or a matter, not
/// for a phrase.
enum ActDirection {
  enum Way { case toward, away }

  /// What a stem says.
  enum Mark {
    static let grows: UInt8 = 1
    /// Giving and keeping up, verbs and nouns alike: "fund", "support". Behind an ending they are what is ended.
    static let gives: UInt8 = 2
    /// Takes from something else: "reduce", "close".
    static let takes: UInt8 = 3
    /// Ends by itself, or a noun: "shrinks", "closure", "last intake".
    static let ends: UInt8 = 4
    static let denies: UInt8 = 5
    /// Explains an end away: "as planned", "transferred".
    static let apart: UInt8 = 6
    /// What a program has: money, posts, people.
    static let means: UInt8 = 7
  }

  static func stems(_ language: Language) -> WordStems {
    language == .english ? english : french
  }

  private static let english = WordStems([
    Mark.grows: """
    expand, enlarg, increas, grow, grew|, doubl, tripl, quadrupl, additional, adds|, \
    add|, adding|, extend, boost, raise, raising, strengthen, reinforc, scale up, scaled \
    up, scaling up, step up, broaden, widen, multipl, more|, creat, establish, launch, \
    introduc, set up|, sets up|, open|, opens|, opened|, opening|, start|, starts|, \
    begin|, begins|, recruit, hire|, hires|, hiring|, renew, refill, fill|, filled|, \
    continu, maintain, sustain, keep|, keeps|, replac, award, appoint
    """,
    Mark.gives: """
    fund|, funds|, funded|, funding|, financ, support, suppl, provid, deliver, offer, \
    pays|, pay|, paid|, give|, gives|, given|, sell|, sells|, sold|, sale, export, lend, \
    lent|, donat, gift, grant, equip, invest, deploy, aid|, assist, help, train, serve|, \
    serves|, contribut, cooperat
    """,
    Mark.takes: """
    reduc, cut|, cuts|, cutting|, trim, halv, lower|, lowers|, lowered|, lowering|, \
    abolish, eliminat, disband, dismantl, dissol, cancel, terminat, withdraw, withh, \
    suspend, freez, frozen, discontinu, end|, ends|, ended|, ending|, ceas, stop|, \
    stops|, stopped|, stopping|, halt, close|, closes|, closed|, closing|, shut, scrap, \
    axe|, axed|, defund, phase out, phases out, phased out, phasing out, wind down, \
    winds down, wound down, winding down, scale back, scales back, scaled back, scaling \
    back, scale down, scaled down, downsiz, remov, abandon, gives up, give up, lay off, \
    laid off, take from, takes from, drop|, drops|, dropped|, dropping|
    """,
    Mark.ends: """
    shrink, shrank|, shrunk|, expire, expiry, lapse, disappear, dwindl, sunset, closure, \
    a close|, gradual close|, last intake, last round, last cohort, no new|, no \
    further|, no more|, none after, no longer, falls by|, fall by|, falls from|, falls \
    to|, loses|, lose|, left vacant|, leave vacant|, fewer|, freeze on, moratorium, cutback, hiring freeze, \
    comes to an end, come to an end, goes out of
    """,
    Mark.denies: "no|, not|, never|, without|, neither|, nor|, none|, cannot|",
    Mark.apart: """
    pilot, phase one|, phase two|, first phase, as planned, as foreseen, as scheduled, \
    transfer, moves|, moved|, move to, takes over, taken over, take over, one-time, \
    renam, successor, merge, is spared, are spared, not affected, excluded, except, \
    apart from
    """,
    Mark.means: """
    not more than, no more than, not less than, no later than, not later than, no fewer than, budget, position, post|, posts|, staff, job|, jobs|, employee, money, resourc, \
    program, service, operation, office, new|, all|, its|, the|, their|, annual, yearly, \
    core|, basic|, direct, number, members, team, group, project, activit, spending, \
    expend, allocation, contract, departures, vacanc, places|, seats|, million, level, \
    material, military, technical, financial, any|, further|, half|, some|, base|, vot, \
    work|
    """,
  ])
  private static let french = WordStems([
    Mark.grows: """
    élargi, accroî, accru, augment, doubl, tripl, ajout, étend, agrandi, renforc, hauss, \
    intensifi, multipli, bonifi, davantage, supplémentaire, crée, créer, création, \
    établi, lanc, ouvr, ouvert, instaur, recrut, embauch, renouvel, combl, pourv, \
    remplac, poursui, maint, continu, commenc, nomm, attribu, recondui
    """,
    Mark.gives: """
    financ, appui, appuy, soutien, souten, soutient, aide, aider, offr, vers|, verse, \
    versera, fourni, livr, envo, vend, vente, export, prêt, donn, don|, subvention, \
    contribu, accord, équip, invest, déploi, form, remet, exploit, collabor
    """,
    Mark.takes: """
    rédui, réduc, coup, compri, compress, suppri, abol, élimin, annul, suspen, retir, \
    gel|, gèle, geler, gelé, ferm, cess, met fin, mettra fin, mettre fin, mettent fin, \
    mettant fin, mis fin, mise fin, met un terme, mettra un terme, mettre un terme, \
    diminu, abaiss, ramèn, ramener, ramené, dissou, dissolution, démant, interromp, \
    interrupt, abandonn, ampute, sabr, retranch, licenci, éteind, tarir, sacrifi, \
    renonce
    """,
    Mark.ends: """
    dispar, expir, prend fin, prendra fin, prennent fin, prendront fin, s'achèv, \
    s’achèv, s'étein, s’étein, rétréci, baiss, perd|, perdra, perdent, laissés vacants, laissé vacant, laissées vacantes, dernière \
    cohorte, dernier appel, dernière admission, aucune nouvelle, aucun nouveau, aucun \
    nouvel, plus de nouv, plus aucun, moratoire, fermeture, fond|, s'arrête, s’arrête, \
    tombe, tire à sa fin, n'est plus, n’est plus, ne sont plus, ne sera plus, ne seront \
    plus
    """,
    Mark.denies: "ne|, n', n’, pas|, aucun, sans|, ni|, jamais|",
    Mark.apart: """
    pilote, première phase, phase un|, comme prévu, tel que prévu, transfér, passeront|, \
    passera à|, passent|, déplac, reprend, repris, ponctuel, rebapti, renomm, succèd, \
    fusion, épargn, exclu, sauf|, excepté, à l'exception, à l’exception
    """,
    Mark.means: """
    budget, poste, effectif, personnel, emploi, employé, argent, ressource, programme, \
    service, opération, bureau|, bureaux|, nouve, annuel, base|, nombre, membre, \
    équipe|, groupe|, projet, activité, dépense, crédit, contrat, départ, place|, \
    places|, siège, million, niveau, sein|, matériel, militaire, technique, financi, \
    entente, tout, moitié, leur|, leurs|, ses|, son|, des|, les|, admission, nomination, \
    cours|
    """,
  ])

  /// True for a unit that enlarges or begins anything.
  static func grows(_ facts: DocumentFacts, _ unit: Int) -> Bool {
    let here = facts.units[unit]
    let hits = stems(here.language).hits(in: facts.text, here.textRange)
    return hits.indices.contains { index in
      hits[index].mark == Mark.grows && !isDenied(hits[index], index, hits)
    }
  }

  /// What happens to something that a unit names; `nil` when the unit does not tell.
  static func of(
    _ name: Range<Int>, _ facts: DocumentFacts, _ unit: Int, _ hits: [WordStems.Hit]
  ) -> Way? {
    let clause = clause(of: name, facts.text, facts.units[unit].textRange)
    let inside = hits.filter {
      $0.start >= clause.lowerBound && $0.end <= clause.upperBound
        && ($0.end <= name.lowerBound || $0.start >= name.upperBound)
    }
    if isAbout(name, facts.text, clause) { return nil }
    return before(name, facts, inside) ?? after(name, facts, unit, inside)
      ?? (endsAbove(name, facts, unit) ? .away : nil)
  }

  /// "The following agreements will not be renewed: A, B, C.": a name behind the colon, or in the list, of what a
  /// lead-in ends.
  private static func endsAbove(
    _ name: Range<Int>, _ facts: DocumentFacts, _ unit: Int
  ) -> Bool {
    let here = facts.units[unit]
    var lead = here.textRange.lowerBound..<here.textRange.lowerBound
    if let colon = facts.text[here.textRange.lowerBound..<name.lowerBound].firstIndex(of: 0x3A) {
      lead = here.textRange.lowerBound..<colon
    } else if here.isListItem, here.context >= 0 {
      lead = facts.units[Int(here.context)].textRange
    }
    if here.isRow || here.isListItem, endsUnder(facts, Int(here.heading)) { return true }
    return ends(lead, facts, here.language)
  }

  /// True for a heading of what comes to an end: "Agreements that will not be renewed".
  static func endsUnder(_ facts: DocumentFacts, _ heading: Int) -> Bool {
    heading >= 0 && facts.units[heading].wordCount <= 8
      && ends(facts.units[heading].textRange, facts, facts.units[heading].language)
  }

  /// What brings names in says that they end.
  private static func ends(
    _ lead: Range<Int>, _ facts: DocumentFacts, _ language: Language
  ) -> Bool {
    guard lead.count >= 12, facts.range(lead, holds: following) else { return false }
    let hits = stems(language).hits(in: facts.text, lead)
    guard !hits.contains(where: { $0.mark == Mark.apart }) else { return false }
    return hits.indices.contains { index in
      switch hits[index].mark {
      case Mark.ends: true
      case Mark.takes: !isDenied(hits[index], index, hits)
      case Mark.grows: isDenied(hits[index], index, hits)
      default: false
      }
    }
  }

  private static let following: Stretches = [
    "following", "suivant", "these ", "contributions", "agreements", "programs", "grants",
    "ententes", "programmes", "subventions", "fonds", "funds", "projects", "projets", "activit",
    "ces ", "services", "contracts", "contrats", "initiatives", "organiz", "organis",
  ]

  /// The part of a sentence between semicolons.
  private static func clause(
    of name: Range<Int>, _ text: [UInt8], _ range: Range<Int>
  ) -> Range<Int> {
    var start = name.lowerBound
    while start > range.lowerBound, text[start - 1] != 0x3B { start -= 1 }
    var end = name.upperBound
    while end < range.upperBound, text[end] != 0x3B { end += 1 }
    return start..<end
  }

  /// "the newsletter on the fund" is not the fund.
  private static func isAbout(_ name: Range<Int>, _ text: [UInt8], _ clause: Range<Int>) -> Bool {
    let words = TextWords.read(text, clause.lowerBound..<name.lowerBound)
    for word in words.suffix(2).reversed() {
      let piece = String(decoding: text[word.start..<word.end], as: UTF8.self).lowercased()
      if abouts.contains(piece) { return true }
      if !articles.contains(piece) { return false }
    }
    return false
  }

  private static let abouts: Set<String> = ["on", "about", "regarding", "sur", "concernant"]
  private static let articles: Set<String> = ["the", "its", "le", "la", "les", "l", "son", "ses"]

  /// The act whose object the name is.
  private static func before(
    _ name: Range<Int>, _ facts: DocumentFacts, _ hits: [WordStems.Hit]
  ) -> Way? {
    var edge = name.lowerBound
    var lives = false
    for (index, hit) in hits.enumerated().reversed() where hit.end <= name.lowerBound {
      switch hit.mark {
      case Mark.means, Mark.denies: continue
      case Mark.apart: return nil
      default: break
      }
      guard isNear(hit.end..<edge, facts, hits, isObject: true) else {
        return lives ? .toward : nil
      }
      let isDenied = isDenied(hit, index, hits)
      switch hit.mark {
      case Mark.gives, Mark.grows:
        if isDenied { return .away }
        // "ending appointments to", "mettra fin à l’appui": what is given may be what is ended.
        lives = true
        edge = hit.start
      default:
        // "the closure of", and not "no longer entitled to".
        if hit.mark == Mark.ends, !facts.range(hit.end..<edge, holds: genitives) { return nil }
        return isDenied ? nil : .away
      }
    }
    return lives ? .toward : nil
  }

  private static let genitives: Stretches = [
    " of ", " de ", " du ", " des ", " d'", " d’", " in the ",
  ]

  /// The act whose subject the name is.
  private static func after(
    _ name: Range<Int>, _ facts: DocumentFacts, _ unit: Int, _ hits: [WordStems.Hit]
  ) -> Way? {
    for (index, hit) in hits.enumerated() where hit.start >= name.upperBound {
      switch hit.mark {
      case Mark.means, Mark.denies: continue
      case Mark.apart: return nil
      default: break
      }
      let edge = behindAside(name.upperBound, hit.start, facts)
      guard isNear(edge..<hit.start, facts, hits, isObject: false) else { break }
      if isDenied(hit, index, hits) {
        return hit.mark == Mark.grows || hit.mark == Mark.gives ? .away : nil
      }
      switch hit.mark {
      case Mark.ends: return .away
      case Mark.takes:
        let isPassive =
          isPassive(name.upperBound..<hit.start, hit, facts.text)
          || (facts.units[unit].isRow && isParticiple(hit, facts.text))
        return isPassive ? .away : nil
      default:
        // "contribution halved": what is given is what is taken away.
        if let next = hits[(index + 1)...].first(where: { $0.mark != Mark.means }),
          next.mark == Mark.takes, next.start - hit.end <= 12, isParticiple(next, facts.text)
        {
          return .away
        }
        return .toward
      }
    }
    return change(facts, unit)
  }

  /// "The network, which lodges women in eleven towns, will": behind the clause that says what the name is of.
  private static func behindAside(_ start: Int, _ end: Int, _ facts: DocumentFacts) -> Int {
    guard let first = facts.text[start..<end].firstIndex(of: 0x2C), first - start <= 16,
      facts.range(first..<min(end, first + 8), holds: relative),
      let last = facts.text[(first + 1)..<end].lastIndex(of: 0x2C)
    else { return start }
    return last + 1
  }

  private static func isDenied(
    _ hit: WordStems.Hit, _ index: Int, _ hits: [WordStems.Hit]
  ) -> Bool {
    var back = index - 1
    while back >= 0, hits[back].mark == Mark.means { back -= 1 }
    return back >= 0 && hits[back].mark == Mark.denies && hit.start - hits[back].end <= 24
  }

  /// True when nothing but small words and what a program has stands between an act and a name.
  private static func isNear(
    _ gap: Range<Int>, _ facts: DocumentFacts, _ hits: [WordStems.Hit], isObject: Bool
  ) -> Bool {
    guard gap.count <= 110 else { return false }
    // A comma ends what an act is done to, but not one before and one behind a date.
    if facts.text[gap].contains(0x2C), isObject || !facts.range(gap, holds: relative),
      !isInserted(facts.text[gap])
    {
      return false
    }
    // What programs are there to reduce, and whom something is for.
    if isObject, facts.range(gap, holds: ContrarySignals.harm) || facts.range(gap, holds: apart) {
      return false
    }
    // "withdraw the night shift from the helpline": what is taken may have any name.
    let isFrom = isObject && facts.range(gap, holds: taken)
    var unknown = 0
    for word in TextWords.read(facts.text, gap) {
      if word.end - word.start <= 3 { continue }
      if hits.contains(where: { $0.start <= word.start && $0.end >= word.end }) { continue }
      if facts.text[word.start] <= 0x39 { continue }
      unknown += 1
    }
    return unknown <= (isObject && !isFrom ? 1 : 3)
  }

  /// "will end, on June 30, 2026, all support to": two commas with a number between them.
  private static func isInserted(_ gap: ArraySlice<UInt8>) -> Bool {
    let commas = gap.indices.filter { gap[$0] == 0x2C }
    guard let first = commas.first, let last = commas.last, commas.count >= 2, last - first <= 44
    else { return false }
    return gap[first..<last].contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static let relative: Stretches = [", which", ", whose", ", where", ", dont", ", qui"]
  private static let apart: Stretches = [" for ", " pour ", " within ", " through ", " by "]
  private static let taken: Stretches = [" from ", " from the", " à la ", " à l'", " à l’", " au "]

  private static func isParticiple(_ hit: WordStems.Hit, _ text: [UInt8]) -> Bool {
    let word = String(decoding: text[hit.start..<hit.end], as: UTF8.self)
    let ends = [
      "ed", "cut", "shut", "frozen", "down", "out", "back", "off", "é", "ée", "és", "ées", "its",
      "ites", "uit", "uite", "us", "ues",
    ]
    return ends.contains(where: word.hasSuffix)
  }

  /// "is to be reduced": a form of "be" right before the participle.
  private static func isPassive(
    _ range: Range<Int>, _ hit: WordStems.Hit, _ text: [UInt8]
  ) -> Bool {
    isParticiple(hit, text)
      && TextWords.read(text, range).suffix(2).contains { word in
        passives.contains(
          String(decoding: text[word.start..<word.end], as: UTF8.self).lowercased())
      }
  }

  private static let passives: Set<String> = [
    "is", "are", "be", "been", "being", "was", "were", "gets", "sera", "seront", "est", "sont",
    "soit", "soient", "être", "été", "se",
  ]

  /// "from ten to sixteen", "20 instead of 12": two numbers of one thing.
  static func change(_ facts: DocumentFacts, _ unit: Int) -> Way? {
    let numbers = facts.numbers(of: unit).filter { $0.kind != .label && $0.kind != .duration }
    for (one, two) in zip(numbers, numbers.dropFirst()) where one.kind == two.kind {
      let between = Int(one.end)..<max(Int(one.end), Int(two.start))
      guard between.count <= 60, one.value != two.value else { continue }
      if facts.range(between, holds: reversed) {
        return one.value > two.value ? .toward : .away
      }
      let front = max(facts.units[unit].textRange.lowerBound, Int(one.start) - 8)..<Int(one.start)
      if facts.range(between, holds: passing), facts.range(front, holds: leaving) {
        return two.value > one.value ? .toward : .away
      }
    }
    return nil
  }

  private static let reversed: Stretches = [
    "instead of", "up from", "down from", "rather than", "compared with", "au lieu de", "contre ",
    "plutôt que",
  ]
  private static let passing: Stretches = [" to ", " à "]
  private static let leaving: Stretches = ["from ", " de ", " d'", " d’"]
}

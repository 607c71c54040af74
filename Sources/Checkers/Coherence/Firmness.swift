internal import Facts
internal import SourceText

/// How firmly a passage promises, beyond the verb that the ladder knows: by words that only weigh, wish or invite,
/// and by words that guarantee without a future.
enum Firmness {
  private static let verb: UInt8 = 1
  private static let hedge: UInt8 = 2

  /// What weighs, wishes, invites or makes it hang on something; in a sentence that promises, only what stands
  /// at its verb or makes the whole hang on something.
  static func softens(_ facts: DocumentFacts, _ unit: Int) -> [WordStems.Hit] {
    let here = facts.units[unit]
    let stems = here.language == .english ? englishSoft : frenchSoft
    let hits = stems.hits(in: facts.text, here.textRange).filter {
      // The month of May.
      facts.text[$0.start] != 0x4D || $0.end - $0.start != 3
    }
    if hits.isEmpty { return [] }
    let promises = facts.commitments(of: unit)
    if promises.isEmpty { return hits }
    return hits.filter { hit in
      hit.mark == hedge
        || promises.contains { Int($0.start) <= hit.start + 1 && hit.start <= Int($0.end) + 24 }
    }
  }

  /// The word that guarantees; `nil` where none does.
  static func guarantee(_ facts: DocumentFacts, _ unit: Int) -> WordStems.Hit? {
    let here = facts.units[unit]
    let stems = here.language == .english ? englishFirm : frenchFirm
    return stems.hits(in: facts.text, here.textRange).first
  }

  private static let englishSoft = WordStems([
    verb: """
    may|, raise awareness, raises awareness, raising awareness, advocat, make the case, hope, hoping, wish, aspir, explor, examine options, examine the possib, examine how, \
    examine whether, consider whether, considers, considering, be considered, \
    contemplat, envisag, ponder, reflect on, look into, looks into, looking into, look \
    at options, looks at options, look at ways, encourag, is invited to, are invited to, \
    could|, might|, would like, possibilit, feasib, options for, endeavour, endeavor, \
    give thought, gives thought, consideration, minded to, means to, tries|, try to|, \
    attempt, promote the idea, open to|, interest in, discuss, touch on|, talks on|, \
    conversation, being weighed, weighs|, weighing, the case for, the idea of, prospect of, \
    desirab, scope for, merits of, wonder, asks itself, recognizes the, recognises the, \
    acknowledges the, follows with interest, is interested, should try, likes to, \
    would welcome, whether|, voluntary basis, invites|, invite|, inviting, urges|, urge|, \
    recommends|, recommend|, suggests|, suggest|, reminds|, remind|, start a reflection, begin a \
    reflection, studies|, studying, under study, under review, under consideration, is reviewing, \
    are reviewing, is examining, are examining, is assessing, are assessing, think about, \
    thinks about, thinking about, reflecting, a reflection, optional|, toy with, toys with, give some thought, in mind, ways of, ways to
    """,
    hedge: """
    where possible, if possible, where feasible, if feasible, where resources, if \
    resources, if funds, as funds, as resources, if budgets, budgets permit, as \
    circumstances, where circumstances, circumstances allow, circumstances permit, in \
    principle, where appropriate, as appropriate, subject to, resources permit, \
    resources allow, funding permit, one day|, eventually, best effort
    """,
  ])
  private static let frenchSoft = WordStems([
    verb: """
    sensibilis, faire connaître, souhait, espèr, espér, aimerai, voudrai, envisag, étudiera la possib, étudier la \
    possib, examinera la possib, examiner la possib, entend étudier, entend examiner, \
    explor, réfléch, réflexion, encourag, est invité, sont invité, possibilit, faisab, \
    opportunité d, pourrai, s'efforc, s’efforc, tenter, tentera, cherchera, se pencher, \
    se penche, pistes, compte examiner, compte étudier, avec intérêt, discut, s'interrog, s’interrog, songe|, songer, songera, soupès, caress, \
    l'idée d, l’idée d, bien-fondé, souhaitable, reconnaît l, juge utile, verrait d, à l'étude, \
    à l’étude, invite|, invitera|, inviter|, incite|, incitera|, inciter|, recommande|, \
    recommandera|, suggère|, suggérera|, suggérer|, rappellera|, volontaire|, facultati, \
    étudie|, étudie si, examine|, examine si, cours d'examen, cours d’examen, \
    sur une base volontaire, si possible, évalue la possib, évaluera la possib, pistes de, façons de, tâchera
    """,
    hedge: """
    si les crédits, si les ressources, si les budgets, si le budget, si les \
    circonstances, selon les ressources, selon l'évolution, selon l’évolution, en \
    fonction des ressources, sous réserve, dans la mesure d, à terme|, éventuel, le cas \
    échéant, autant que possible, un jour|, en principe
    """,
  ])
  private static let englishFirm = WordStems([
    1: """
    guarantee, is entitled, are entitled, has the right, have the right, is to|, are \
    to|, commits to|, commit to|, committed to|, pledg, undertakes to|
    """
  ])
  private static let frenchFirm = WordStems([
    1: """
    garanti, a droit, ont droit, s'engage, s’engage, nous engageons, doit|, doivent|, \
    est tenu, sont tenu
    """
  ])
}

package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports an amount that nothing is tied to, and an activity without its amount.
///
/// **What it finds.** Money for work on women, peace and security without a period, or shared with other
/// beneficiaries; money without an activity; and a row of an activity table whose amount is missing
/// while the others have one.
///
/// **Why it matters.** An amount without a period or an activity can be neither compared nor followed.
///
/// **Example.** "Canada is providing $20M to the project."
///
/// **What to write instead.** "Canada is providing $20M over five years from 2018 to the project …"
package struct MoneyActivityChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    corpus.members.indices.flatMap { amounts(corpus, $0) + rows(corpus, $0) }
  }

  private static let giving = [
    "provid", "invest", "fund", "allocat", "commit", "support", "contribut", "dedicat", "grant",
    "vers", "consacr", "financ", "accord", "affect", "fourni", "octroi",
  ]

  private func amounts(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    var lastUnit = -1
    for number in facts.numbers where number.kind == .money && number.value >= 100_000 {
      let unit = Int(number.unit)
      let here = facts.units[unit]
      guard unit != lastUnit, !here.isRow, !here.isHeading, !here.isTableHeader else { continue }
      lastUnit = unit
      let passage = CorpusPassage(member: member, unit: unit)
      let paragraph = facts.paragraph(of: unit)
      let amount = FindingArgument.text(facts.quote(number.start, number.end))
      guard facts.unit(unit, holds: Self.giving) else { continue }
      if here.flags.contains(.binds), here.wordCount <= 2, paragraph.count == 1,
        here.context < 0
      {
        findings.append(
          Self.declared.finding("no-activity", corpus, passage, ["amount": amount]))
        continue
      }
      let isOfAgenda = paragraph.contains { facts.units[$0].flags.contains(.gender) }
      guard isOfAgenda else { continue }
      let hasPeriod = paragraph.contains { other in
        facts.dates(of: other).contains { $0.year > 0 }
          || facts.units[other].flags.contains(.yearly)
          || facts.numbers(of: other).contains {
            ($0.kind == .duration && !$0.qualifiers.contains(.shortTime))
              || $0.qualifiers.contains(.yearly)
          }
      }
      let context = Int(here.context)
      let isIntroduced =
        context >= 0
        && (!facts.dates(of: context).isEmpty
          || facts.numbers(of: context).contains { $0.kind == .duration })
      if !hasPeriod, !isIntroduced {
        findings.append(Self.declared.finding("no-period", corpus, passage, ["amount": amount]))
      }
      let shared = paragraph.first { other in
        other >= unit && facts.unit(other, holds: Self.mixed)
          && (other == unit || !facts.numbers(of: other).contains { $0.kind == .money })
      }
      if let shared {
        findings.append(
          Self.declared.finding(
            "mixed", corpus, passage,
            against: shared == unit ? [] : [CorpusPassage(member: member, unit: shared)],
            ["amount": amount]))
      }
    }
    return findings
  }

  /// Beneficiaries among whom women are not alone.
  private static let mixed = [
    "women and minors", "women and youth", "women and children", "women and young",
    "women and vulnerable", "women and other", "femmes et mineurs", "femmes et les mineurs",
    "femmes et les jeunes", "femmes et des jeunes", "femmes et les enfants",
    "femmes et aux enfants",
    "femmes et des enfants",
  ]

  /// Rows whose amount is empty in a table where the others have one.
  private func rows(_ corpus: Corpus, _ member: Int) -> [Finding] {
    let facts = corpus.members[member].facts
    var findings: [Finding] = []
    var index = 0
    while index < facts.indicators.count {
      let header = facts.units[Int(facts.indicators[index].unit)].context
      var end = index
      while end < facts.indicators.count,
        facts.units[Int(facts.indicators[end].unit)].context == header
      {
        end += 1
      }
      let table = facts.indicators[index..<end]
      index = end
      let withMoney = table.filter { row in
        facts.numbers(of: Int(row.unit)).contains {
          $0.start >= row.amount.start && $0.end <= row.amount.end && !row.amount.isEmpty
        }
      }
      guard withMoney.count >= 2, withMoney.count < table.count else { continue }
      for row in table where !row.action.isEmpty {
        let text = facts.quote(row.amount.range).lowercased()
        let isBlank =
          row.amount.isEmpty
          || ["", "-", "–", "—", "tbd", "à déterminer", "to be determined"].contains(text)
        guard isBlank else { continue }
        findings.append(
          Self.declared.finding(
            "no-amount", corpus, CorpusPassage(member: member, unit: Int(row.unit)),
            ["activity": .text(facts.quote(row.action.range))]))
      }
    }
    return findings
  }

  private static let declared = CheckerDescription.coherence(
    "coh.money-activity",
    title: LocalizedText("Money and activities", "Argent et activités"),
    rationale: LocalizedText(
      "Asks of each amount for the agenda what it pays for, over what time and for whom. It may be wrong "
        + "where the period is given elsewhere or the amount is a round total.",
      "Demande de chaque montant consacré au programme ce qu’il paie, pour combien de temps et pour "
        + "qui. Le constat peut être faux si la période est donnée ailleurs."),
    [
      FindingKind(
        "no-period", .ask,
        message: LocalizedText(
          "{amount}: no period is given", "{amount} : aucune période n’est donnée"),
        help: LocalizedText(
          "say over which years the amount is spent", "dire sur quelles années le montant s’étend")),
      FindingKind(
        "mixed", .note,
        message: LocalizedText(
          "{amount}: women are among the beneficiaries, with others",
          "{amount} : les femmes sont parmi les bénéficiaires, avec d’autres"),
        help: LocalizedText(
          "do not count the whole amount as money for women; give the share if it is known",
          "ne pas compter tout le montant comme destiné aux femmes; donner la part si elle est connue"
        )
      ),
      FindingKind(
        "no-activity", .ask,
        message: LocalizedText(
          "{amount}: nothing says what it pays for", "{amount} : rien ne dit ce qu’il paie"),
        help: LocalizedText(
          "name the activity, who carries it out and over which years",
          "nommer l’activité, qui la mène et sur quelles années")),
      FindingKind(
        "no-amount", .ask,
        message: LocalizedText(
          "‘{activity}’ has no amount, unlike the other rows",
          "« {activity} » n’a pas de montant, contrairement aux autres lignes"),
        help: LocalizedText(
          "give the amount, or say that it is done within existing funds",
          "donner le montant, ou dire que c’est fait à même les fonds existants")),
    ])
}

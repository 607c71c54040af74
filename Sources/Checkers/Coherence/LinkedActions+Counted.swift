internal import Checking
internal import Facts
internal import RuleSets

/// Actions that were decided before the plan and are counted for it.
extension LinkedActions {
  // MARK: Counted afterwards

  static let counted: Stretches = [
    "further contribution", "also contribut", "counts as", "counted as", "counted toward",
    "counted here", "reported here", "is included here", "are included here", "listed here",
    "is listed", "are listed", "supports this objective", "supports this goal", "supports the goal",
    "supports the objective", "contributes to", "also supports", "also serves",
    "compt", "contribue", "contribution", "figure ici", "rapporté ici", "inscrit", "appuie aussi",
    "sert aussi", "rattaché", "à titre de contribution", "au titre du plan", "répond au",
    "répond à",
  ]
  private static let decided: Stretches = [
    "since ", "established in", "launched in", "created in", "in place since", "dates from",
    "dating from", "began in", "begun in", "started in", "approved in", "funded in",
    "budget of", "running since", "under way since", "predates", "existing since", "introduced in",
    "depuis ", "créé en", "créée en", "lancé en", "lancée en", "établi en", "en place depuis",
    "date de", "remonte à", "approuvé en", "approuvée en", "instauré en", "entamé en", "budget de",
    "mis sur pied en", "amorcé en",
  ]
  /// Any verb of the past and its year.
  private static let opened: Stretches = [
    "ed in ", "under way in ", "up in ", "begun in ", "built in ", "ert en ", "erte en ", "é en ",
    "ée en ", "u en ", "ue en ", "is en ", "ise en ", "it en ", "ite en ",
  ]
  private static let told: Stretches = [
    "survey", "study", "baseline", "report", "census", "agreement", "enquête", "étude", "rapport",
    "recensement", "accord", "%", "published", "publi",
  ]
  private static let instruments: Stretches = [
    "resolution", "résolution", "act of", "loi de", "convention",
  ]
  static let fresh: Stretches = [
    "changed", "rebuilt", "remade", "redirect", "reoriented", "reserved for", "are held for",
    "revised", "reorient", "réorient", "transform", "modifié", "refait", "réserv", "repens",
    "expand", " new ", "increase", "added", "extended to", "redesign", "enlarge", "doubl",
    "second phase", "renewed in", "élargi", "nouv", "accroît", "ajout", "refond", "bonifi",
    "deuxième phase", "agrandi", "mentoring year",
  ]

  /// The paragraph or its heading says that it is not counted.
  func isSetApart(_ paragraph: ClosedRange<Int>) -> Bool {
    let heading = Int(facts.units[paragraph.lowerBound].heading)
    return paragraph.contains { facts.unit($0, holds: Self.aside) }
      || (heading >= 0 && facts.unit(heading, holds: Self.aside))
  }

  static let aside: Stretches = [
    "not part of", "not counted", "not linked", "not tied", "not listed", "without being counted",
    "for information", "outside the plan", "outside this plan", "is no action", "no goal",
    "no objective", "ne fait pas partie", "ne font pas partie", "pas compté", "sans être compté",
    "pas rattaché", "est rattachée à aucun", "est rattaché à aucun", "rattachées à aucun",
    "rattachés à aucun", "pour information", "à titre d’information", "à titre d'information",
    "hors plan", "hors du plan",
  ]

  /// The paragraph names a day of the plan's time for something: what is done anyway has none.
  func isChanged(_ paragraph: ClosedRange<Int>, _ start: Int) -> Bool {
    paragraph.contains { unit in
      facts.dates(of: unit).contains {
        Int($0.year) >= start && !$0.role.contains(.range) && !$0.role.contains(.inParentheses)
      }
    }
  }

  /// A paragraph that says both when something was decided, two years or more before the plan, and that it is
  /// counted for the plan, and nothing of what is new in it.
  func countedAfterwards() -> [Link] {
    let facts = facts
    guard facts.kind == .nationalActionPlan || facts.kind == .implementationPlan,
      let start = corpus.members[member].years.first
    else { return [] }
    var links: [Link] = []
    var last = -1
    for date in facts.dates
    where date.year > 1980 && Int(date.year) <= start - 2 && !date.role.contains(.baseline) {
      let unit = Int(date.unit)
      let here = facts.units[unit]
      guard !here.isHeading, !here.isTableHeader, !here.isRow, Int(here.block) != last else {
        continue
      }
      let lower = max(Int(here.textStart), Int(date.start) - 28)
      guard
        facts.range(lower..<Int(date.start), holds: Self.decided)
          || (facts.range(lower..<Int(date.start), holds: Self.opened)
            && !facts.unit(unit, holds: Self.told))
      else { continue }
      let paragraph = facts.paragraph(of: unit)
      let range =
        Int(
          facts.units[paragraph.lowerBound].textStart)..<Int(
          facts.units[paragraph.upperBound].textEnd)
      guard facts.range(range, holds: Self.counted), !facts.range(range, holds: Self.fresh),
        !isSetApart(paragraph),
        !isChanged(paragraph, start),
        !facts.unit(unit, holds: Self.instruments)
      else { continue }
      last = Int(here.block)
      links.append(
        Link(unit: unit, action: "", goals: "", year: Int(date.year), plan: start))
    }
    return links
  }
}

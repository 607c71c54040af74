internal import Reporters
internal import RuleSets
package import SourceText

/// The scores of a run over labelled sets, as text for a terminal or as JSON for programs.
package struct EvaluationReport: Sendable {
  /// One score a set, and all sets together when there are several.
  package var scores: [SetScore]
  package var breaches: [Thresholds.Breach]
  /// Whether each requirement has a line of its own.
  package var showsRequirements: Bool
  /// How many misses and how many false alarms of each set are listed.
  package var errorLimit: Int

  package init(
    scores: [SetScore], breaches: [Thresholds.Breach] = [], showsRequirements: Bool = false,
    errorLimit: Int = 0
  ) {
    self.scores = scores
    self.breaches = breaches
    self.showsRequirements = showsRequirements
    self.errorLimit = errorLimit
  }

  // MARK: Text

  package func text(in language: Language) -> String {
    var lines: [String] = []
    for score in scores {
      if !lines.isEmpty { lines.append("") }
      lines += block(score, language)
    }
    if !breaches.isEmpty { lines.append("") }
    for breach in breaches { lines.append(Self.words(of: breach)[language]) }
    return lines.joined(separator: "\n")
  }

  private func block(_ set: SetScore, _ language: Language) -> [String] {
    let all = set[.all]
    let title = LocalizedText(
      "\(set.name) – documents: \(set.documentCount); labelled passages: \(set.unitCount); labels: \(set.labelCount); traps: \(all.traps.hit.whole)",
      "\(set.name) – documents : \(set.documentCount); passages étiquetés : \(set.unitCount); étiquettes : \(set.labelCount); pièges : \(all.traps.hit.whole)"
    )
    var lines = [title[language], ""]
    let columns = LocalizedText(
      english:
        "  passages            precision           recall              F1     right wrong missed",
      french:
        "  passages            précision           rappel              F1     justes faux manqués")
    lines.append(columns[language])
    for group in set.groups + (showsRequirements ? set.requirements : []) {
      lines.append("  " + Self.row(group.name, set[group], language))
    }
    let macro = set.macro
    let mean = LocalizedText(
      "mean of \(macro.requirements) requirements: precision \(Self.digits(macro.precision, .english)), recall \(Self.digits(macro.recall, .english)), F1 \(Self.digits(macro.f1, .english))",
      "moyenne de \(macro.requirements) exigences : précision \(Self.digits(macro.precision, .french)), rappel \(Self.digits(macro.recall, .french)), F1 \(Self.digits(macro.f1, .french))"
    )
    lines += ["", "  " + mean[language], ""]
    lines += rungs(all, language) + [""]
    lines += documents(set, language)
    let traps = LocalizedText("traps taken for evidence", "pièges pris pour des preuves")
    let atFloor = LocalizedText("of these at the floor or above", "dont au minimum ou au-dessus")
    lines.append(
      "  \(traps[language]) \(Self.rate(all.traps.hit, language)), \(atFloor[language]) \(all.traps.hitAtFloor.part)"
    )
    lines += errors(set, language)
    return lines
  }

  private static func row(_ name: String, _ score: Score, _ language: Language) -> String {
    let counts =
      "\(pad("\(score.right)", 5, true)) \(pad("\(score.wrong)", 5, true)) \(pad("\(score.missed)", 6, true))"
    return pad(name, 20) + pad(rate(score.precision, language, counted: false), 20)
      + pad(rate(score.recall, language, counted: false), 20)
      + pad(digits(score.f1, language), 6) + counts
  }

  private func rungs(_ score: Score, _ language: Language) -> [String] {
    let title = LocalizedText(
      "rungs of passages found (rows: as labelled, columns: as found)",
      "échelons des passages trouvés (lignes : étiquette, colonnes : trouvé)")
    let rungs = Rung.allCases.dropFirst()
    var lines = ["  " + title[language]]
    lines.append(
      "  " + Self.pad("", 12) + rungs.map { Self.pad($0.title[language], 12, true) }.joined())
    for rung in rungs {
      lines.append(
        "  " + Self.pad(rung.title[language], 12)
          + rungs.map { Self.pad("\(score.rungs[rung.rawValue][$0.rawValue])", 12, true) }.joined())
    }
    let words = LocalizedText("exact", "exact")
    let near = LocalizedText("within one", "à un près")
    lines.append(
      "  \(words[language]) \(Self.rate(score.exactRung, language)), \(near[language]) \(Self.rate(score.nearRung, language))"
    )
    return lines
  }

  private func documents(_ set: SetScore, _ language: Language) -> [String] {
    let title = LocalizedText(
      "documents by requirement, highest rung of each",
      "documents par exigence, échelon le plus haut de chacun")
    let groups = [ScoreGroup.all] + Language.allCases.map { .language($0) }
    return ["  " + title[language]]
      + groups.filter { set.scores[$0] != nil }.map { group in
        let score = set[group].documents
        let parts = [
          (LocalizedText("exact", "exact"), score.exact),
          (LocalizedText("false covered", "fausse couverture"), score.falseCovered),
          (LocalizedText("in reports", "dans les rapports"), score.shownFalseCovered),
          (LocalizedText("false gap", "fausse lacune"), score.falseGap),
        ]
        return "  " + Self.pad(group.name, 6)
          + parts.map { "\($0.0[language]) \(Self.rate($0.1, language))" }.joined(separator: ", ")
      }
  }

  private func errors(_ set: SetScore, _ language: Language) -> [String] {
    guard errorLimit > 0 else { return [] }
    let wrong = LocalizedText("wrong", "faux")
    let missed = LocalizedText("missed", "manqué")
    return [(wrong, set.falseAlarms), (missed, set.misses)].flatMap { label, passages in
      passages.prefix(errorLimit).map { passage in
        "  \(label[language]) | \(passage.document) | \(passage.requirement) | \(passage.rung.title[language]) | \(passage.quote)"
      }
    }
  }

  private static func words(of breach: Thresholds.Breach) -> LocalizedText {
    let bound = breach.bound
    let least = bound.measure.isUpperBound
    let (name, title) = ("\(bound.set)/\(bound.group)", bound.measure.title)
    let english = (digits(breach.found, .english), digits(bound.value, .english))
    let french = (digits(breach.found, .french), digits(bound.value, .french))
    return least
      ? LocalizedText(
        "worse than the threshold: \(name): \(title) is \(english.0), at most \(english.1) is allowed",
        "pire que le seuil : \(name) : \(title) : \(french.0), au plus \(french.1) est admis")
      : LocalizedText(
        "worse than the threshold: \(name): \(title) is \(english.0), at least \(english.1) is expected",
        "pire que le seuil : \(name) : \(title) : \(french.0), au moins \(french.1) est attendu")
  }

  // MARK: Figures

  /// "0.683", « 0,683 ».
  static func digits(_ value: Double, _ language: Language, places: Int = 3) -> String {
    let unit = places == 3 ? 1_000 : 100
    let parts = Int((max(0, value) * Double(unit)).rounded())
    let rest = String(parts % unit)
    let point = language == .english ? "." : ","
    return "\(parts / unit)\(point)" + String(repeating: "0", count: places - rest.count) + rest
  }

  /// "0.683 [0.61–0.74]", and how many of how many.
  private static func rate(_ rate: Rate, _ language: Language, counted: Bool = true) -> String {
    guard rate.whole > 0 else { return "–" }
    let interval = rate.interval
    let text =
      "\(digits(rate.value, language)) [\(digits(interval.lower, language, places: 2))–\(digits(interval.upper, language, places: 2))]"
    return counted ? "\(text) (\(rate.part)/\(rate.whole))" : text
  }

  private static func pad(_ text: String, _ width: Int, _ right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(right ? 0 : 1, width - text.count))
    return right ? blanks + text : text + blanks
  }
}

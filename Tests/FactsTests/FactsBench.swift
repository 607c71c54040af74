import Documents
import Facts
import Judging
import RuleSets
import SourceText

/// Facts of a text, as short lines that tests compare.
enum FactsBench {
  static let ladder = Ladder()

  static func facts(
    _ text: String, language: Language = .english, kind: DocumentKind = .departmentalPlan,
    years: [Int] = []
  ) throws -> DocumentFacts {
    var options = ReadingOptions()
    options.language = language
    let document = try BuiltinReaders.read(
      path: "plan.md", source: Array(text.utf8), options: options)
    let units = Segmenter.units(of: document)
    return FactExtractor(ladder: ladder).facts(
      of: document, units: units, setting: DocumentSetting(kind: kind, periodYears: years),
      judgement: Judgement())
  }

  /// "money 20000000.0 '$20M'", with the qualifiers that matter.
  static func numbers(_ text: String, language: Language = .english) throws -> [String] {
    let facts = try facts(text, language: language)
    return facts.numbers.filter {
      $0.kind != .label && !$0.qualifiers.contains(.shortTime)
    }.map { number in
      var line = "\(number.kind) \(plain(number.value))"
      if number.year > 0 { line += " @\(number.year)" }
      let names: [(NumberFact.Qualifiers, String)] = [
        (.about, "about"), (.atLeast, "at least"), (.atMost, "at most"), (.over, "over"),
        (.under, "under"), (.baseline, "baseline"), (.target, "target"), (.yearly, "yearly"),
        (.total, "total"),
      ]
      for (flag, name) in names where number.qualifiers.contains(flag) { line += " \(name)" }
      return line
    }
  }

  static func dates(_ text: String, language: Language = .english) throws -> [String] {
    let facts = try facts(text, language: language)
    return facts.dates.map { date in
      var line = "\(date.year)"
      if date.endYear != date.year { line += "–\(date.endYear)" }
      if date.month > 0 { line += "-\(date.month)" }
      if date.day > 0 { line += "-\(date.day)" }
      if date.endDay != date.day { line += "/\(date.endDay)" }
      if date.role.contains(.fiscal) { line += " fiscal" }
      if date.role.contains(.deadline) { line += " by" }
      if date.role.contains(.ending) { line += " until" }
      if date.role.contains(.since) { line += " since" }
      return line
    }
  }

  static func organizations(_ text: String, language: Language = .english) throws -> [String] {
    try facts(text, language: language).organizations.map {
      OrganizationCatalog.all[Int($0.organization)].id
    }
  }

  static func commitments(_ text: String, language: Language = .english) throws -> [String] {
    let facts = try facts(text, language: language)
    return facts.commitments.map { fact in
      var line = "\(fact.rung.rung) \(fact.actor) '\(facts.quote(fact.start, fact.end))'"
      if fact.organization >= 0 {
        line += " " + OrganizationCatalog.all[Int(fact.organization)].id
      }
      if fact.deadline > 0 { line += " by \(fact.deadline)" }
      if fact.measure >= 0 {
        let number = facts.numbers[Int(fact.measure)]
        line += " measure " + facts.quote(number.start, number.end)
      }
      if fact.money >= 0 {
        let number = facts.numbers[Int(fact.money)]
        line += " money " + facts.quote(number.start, number.end)
      }
      return line
    }
  }

  static func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

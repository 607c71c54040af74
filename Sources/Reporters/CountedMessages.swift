internal import Checking
internal import SourceText

/// Words that go with a number.
enum CountedMessages {
  /// One form for one, the other for more; French takes the first for none too.
  private static func count(
    _ number: Int, _ english: (one: String, many: String), _ french: (one: String, many: String)
  ) -> LocalizedText {
    LocalizedText(
      english: "\(number) \(number == 1 ? english.one : english.many)",
      french: "\(number) \(number < 2 ? french.one : french.many)")
  }

  static func requirementsMet(_ met: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      english: "\(met) of \(all) \(all == 1 ? "requirement" : "requirements") met",
      french: "\(met) \(met < 2 ? "exigence satisfaite" : "exigences satisfaites") sur \(all)")
  }

  static func gaps(_ number: Int) -> LocalizedText {
    count(number, ("gap", "gaps"), ("lacune", "lacunes"))
  }

  /// How many gaps are of one kind, after a word for gaps; short ones hold together.
  static func gaps(_ number: Int, of kind: CoverageCell.Gap) -> LocalizedText {
    switch kind {
    case .absent:
      count(number, ("not\u{A0}found", "not\u{A0}found"), ("non\u{A0}trouvée", "non\u{A0}trouvées"))
    case .tooWeak:
      count(number, ("too\u{A0}weak", "too\u{A0}weak"), ("trop\u{A0}faible", "trop\u{A0}faibles"))
    case .contradicted:
      count(number, ("contradicted", "contradicted"), ("contredite", "contredites"))
    case .templateOnly:
      count(
        number, ("in template text only", "in template text only"),
        ("en texte de gabarit seulement", "en texte de gabarit seulement"))
    }
  }

  static func questions(_ number: Int) -> LocalizedText {
    count(
      number, ("question for a person", "questions for a person"),
      ("question pour une personne", "questions pour une personne"))
  }

  static func findings(_ number: Int) -> LocalizedText {
    count(number, ("other finding", "other findings"), ("autre constat", "autres constats"))
  }

  static func documents(_ number: Int) -> LocalizedText {
    count(number, ("document", "documents"), ("document", "documents"))
  }

  static func morePassages(_ number: Int) -> LocalizedText {
    count(number, ("more passage", "more passages"), ("autre passage", "autres passages"))
  }

  static func moreFindings(_ number: Int) -> LocalizedText {
    count(number, ("more finding", "more findings"), ("autre constat", "autres constats"))
  }

  static func plans(_ number: Int) -> LocalizedText {
    count(number, ("plan", "plans"), ("plan", "plans"))
  }
}

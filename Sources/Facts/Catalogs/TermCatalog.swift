package import SourceText

/// Several words for one thing, of which a set of documents should use one.
package struct TermFamily: Sendable {
  /// One of the ways of saying it.
  package struct Variant: Sendable {
    /// As a reader would write it.
    package var title: String
    /// Ways to spell it; a plus sign at the end has to follow the word.
    var words: [String]
  }

  package var id: String
  package var title: LocalizedText
  package var english: [Variant]
  package var french: [Variant]

  package func variants(_ language: Language) -> [Variant] {
    language == .english ? english : french
  }
}

package enum TermCatalog {
  /// Contested wording is reported as a difference, never as an error.
  package static let all: [TermFamily] = [
    TermFamily(
      id: "gba-plus",
      title: LocalizedText(english: "gender-based analysis plus", french: "ACS Plus"),
      english: [
        .init(title: "GBA Plus", words: ["GBA Plus", "gender-based analysis plus"]),
        .init(title: "GBA+", words: ["GBA+", "gender-based analysis+"]),
        .init(
          title: "SGBA Plus", words: ["SGBA Plus", "SGBA+", "sex and gender-based analysis plus"]),
      ],
      french: [
        .init(title: "ACS Plus", words: ["ACS Plus"]),
        .init(title: "ACS+", words: ["ACS+"]),
        .init(title: "ACSG Plus", words: ["ACSG Plus", "ACSG+"]),
      ]),
    TermFamily(
      id: "gender-based-violence",
      title: LocalizedText(
        english: "gender-based violence", french: "violence fondée sur le genre ou sur le sexe"),
      english: [],
      french: [
        .init(
          title: "violence fondée sur le genre",
          words: [
            "violence fondée sur le genre", "violences fondées sur le genre",
            "violence basée sur le genre", "violences basées sur le genre",
          ]),
        .init(
          title: "violence fondée sur le sexe",
          words: [
            "violence fondée sur le sexe", "violences fondées sur le sexe",
            "violence basée sur le sexe",
          ]),
      ]),
    TermFamily(
      id: "gender-equality",
      title: LocalizedText(english: "gender equality", french: "égalité des genres"),
      english: [],
      french: [
        .init(
          title: "égalité des genres", words: ["égalité des genres", "égalité entre les genres"]),
        .init(
          title: "égalité des sexes", words: ["égalité des sexes", "égalité entre les sexes"]),
      ]),
    TermFamily(
      id: "2slgbtqi",
      title: LocalizedText(english: "2SLGBTQI+", french: "2ELGBTQI+"),
      english: [
        .init(title: "2SLGBTQI+", words: ["2SLGBTQI+", "2SLGBTQI"]),
        .init(
          title: "LGBTQ2",
          words: ["LGBTQ2", "LGBTQ2+", "LGBTQ2S", "LGBTQ2I", "LGBTQI+", "LGBTQI", "LGBTQ+"]),
      ],
      french: [
        .init(title: "2ELGBTQI+", words: ["2ELGBTQI+", "2ELGBTQI"]),
        .init(title: "LGBTQ2", words: ["LGBTQ2", "LGBTQ2+", "LGBTQI+", "LGBTQI", "LGBTQ+"]),
      ]),
    TermFamily(
      id: "aboriginal",
      title: LocalizedText(english: "Indigenous peoples", french: "peuples autochtones"),
      english: [
        .init(
          title: "Indigenous",
          words: ["Indigenous women", "Indigenous peoples", "Indigenous communities"]),
        .init(
          title: "Aboriginal",
          words: ["Aboriginal women", "Aboriginal peoples", "Aboriginal communities"]),
      ],
      french: []),
  ]
}

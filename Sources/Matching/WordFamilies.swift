import SourceText

/// Words for which Snowball's stem is not the answer.
///
/// It gives some words the stem of another by which a policy means something else (*emergence*,
/// *emergency*), and it does not know irregular forms (*woman*, *women*). Each line is a family: all its
/// words have one stem, which no word outside the family has.
enum WordFamilies {
  /// The stem of a word that is in a family; `nil` for any other word.
  static func stem(of word: [UInt8], _ language: Language) -> [UInt8]? {
    (language == .english ? english : french)[word]
  }

  private static let english = table(
    """
    international internationally internationalism internationalist internationalists
    organization organizations organizational organizationally
    emergency emergencies
    university universities
    important importantly importance
    authority authorities
    publication publications
    minority minorities
    woman women
    man men
    child children
    servicewoman servicewomen
    serviceman servicemen
    policewoman policewomen
    policeman policemen
    lead leads leading led
    build builds building buildings built
    rebuild rebuilds rebuilding rebuilt
    hold holds holding held
    uphold upholds upholding upheld
    meet meets meeting meetings met
    give gives giving gave given
    take takes taking took taken
    undertake undertakes undertaking undertakings undertook undertaken
    make makes making made
    bring brings bringing brought
    seek seeks seeking sought
    choose chooses choosing chose chosen
    begin begins beginning began begun
    grow grows growing grew grown
    spend spends spending spent
    teach teaches teaching taught
    keep keeps keeping kept
    speak speaks speaking spoke spoken
    write writes writing wrote written
    oversee oversees overseeing oversaw overseen
    send sends sending sent
    """)

  private static let french = table(
    """
    important importante importants importantes importance
    conseiller conseillers conseillère conseillères
    étranger étrangers étrangère étrangères
    passager passagers passagère passagères
    usager usagers usagère usagères
    foyer foyers
    loyer loyers
    danger dangers
    satisfait satisfaits satisfaite satisfaites
    prescrit prescrits prescrite prescrites
    petit petits petite petites
    """)

  private static func table(_ text: String) -> [[UInt8]: [UInt8]] {
    var table: [[UInt8]: [UInt8]] = [:]
    for line in text.utf8.split(separator: 0x0A) {
      let words = line.split(separator: 0x20)
      guard let first = words.first else { continue }
      // No word has a full stop, so no stem of Snowball's can be the same.
      let stem = Array(first) + [0x2E]
      for word in words { table[Array(word)] = stem }
    }
    return table
  }
}

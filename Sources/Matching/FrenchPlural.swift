/// French plurals that Snowball keeps apart from their singular.
///
/// It takes the end of some singulars for that of a verb (« conflit », « appui », « prévu ») and leaves their
/// plurals alone, so that a rule for one would miss the other. Such a plural has the stem of its singular.
enum FrenchPlural {
  /// The singular whose stem a word shares; `nil` for any other word.
  static func singular(of word: [UInt8]) -> [UInt8]? {
    guard word.count > 4, word.last == 0x73 else { return nil }
    if plurals.contains(word) { return Array(word.dropLast()) }
    // « prévus », « détenus », « revenus »; « inclus » and « refus » are no plurals.
    guard word[word.count - 2] == 0x75, !singulars.contains(word) else { return nil }
    return Array(word.dropLast())
  }

  private static let plurals: Set<[UInt8]> = Set(
    [
      "conflits", "crédits", "débits", "récits", "gabarits", "déficits", "délits", "profits",
      "circuits", "habits", "esprits", "transits", "appuis", "emplois", "renvois", "envois",
      "convois", "tournois", "octrois", "essais", "délais", "scénarios", "vidéos", "radios",
      "photos",
      "souvenirs", "silos", "abris", "paris", "puits",
    ].map { Array($0.utf8) })

  /// Words in « -us » that are their own singular.
  private static let singulars: Set<[UInt8]> = Set(
    [
      "virus", "citrus", "corpus", "campus", "consensus", "processus", "dessus", "surplus", "refus",
      "inclus", "exclus", "reclus", "autobus", "lapsus", "versus", "prospectus", "sinus", "blocus",
      "focus", "lotus", "confus", "diffus", "intrus", "obtus", "dessous", "bonus", "malus",
      "détritus",
    ].map { Array($0.utf8) })
}

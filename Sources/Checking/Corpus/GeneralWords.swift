internal import Facts
package import SourceText

/// Words that most passages of the agenda have: two passages that share nothing else are about one field and not
/// about one thing.
package enum GeneralWords {
  /// Keys of the words of a language that tell nothing of their own.
  package static func of(_ language: Language) -> Set<UInt32> {
    language == .english ? english : french
  }

  /// Words without the general ones; all of them where fewer than two would be left.
  package static func without(_ words: [UInt32], _ language: Language) -> [UInt32] {
    let general = of(language)
    let rest = words.filter { !general.contains($0) }
    return rest.count >= 2 ? rest : words
  }

  /// Keys of the words by which an indicator says that it counts.
  static func measures(_ language: Language) -> Set<UInt32> {
    language == .english ? englishMeasures : frenchMeasures
  }

  private static let englishMeasures = keys(
    "percentage percent share number rate proportion total", .english)
  private static let frenchMeasures = keys(
    "pourcentage part nombre taux proportion total", .french)

  /// The keys of the words of a text.
  package static func keys(_ words: String, _ language: Language) -> Set<UInt32> {
    Set(PassageIndex.features(DocumentFacts.words(of: words, language)[...], language))
  }

  private static let english = keys(
    "women girls gender equality peace security international countries people communities Canadians "
      + "Indigenous national action including every program service services support access federal "
      + "participate contribute activities improve increase objective",
    .english)
  private static let french = keys(
    "femmes filles genre genres égalité paix sécurité international internationale pays personnes "
      + "communautés collectivités Canadiens autochtones national nationale notamment programme "
      + "services appuyer accès fédéral fédérale participer activités améliorer accroître objectif",
    .french)
}

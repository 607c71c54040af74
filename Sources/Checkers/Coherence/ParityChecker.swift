package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports where the English and the French version of a document do not say the same.
///
/// **What it finds.** Numbers, dates, organizations, headings, lengths of lists, table cells and the strength of
/// promises that differ between two versions put side by side, and passages much longer on one side.
///
/// **Why it matters.** Both versions are official: each reader is promised what his own says.
///
/// **Example.** 1,576 sites in the English text and 156 in the French.
///
/// **What to write instead.** The same number in both.
package struct ParityChecker: Checker {
  package init() {}

  package var description: CheckerDescription { Self.declared }

  /// Least share of blocks with a partner for a comparison to be worth reading.
  private static let leastShare = 0.5

  package func report(on corpus: Corpus, options: [String: String]) -> [Finding] {
    corpus.translations.flatMap { pair -> [Finding] in
      let alignment = BlockAlignment(
        corpus.members[pair.first].facts, corpus.members[pair.second].facts)
      guard alignment.english.count > 0, alignment.french.count > 0 else { return [] }
      let reading = ParityReading(corpus: corpus, pair: pair, alignment: alignment)
      guard alignment.share >= Self.leastShare else { return [reading.structure()] }
      return reading.findings()
    }
  }

  static let declared = CheckerDescription.coherence(
    "coh.parity",
    title: LocalizedText("English and French", "Français et anglais"),
    rationale: LocalizedText(
      "Puts two versions side by side, block by block, and compares what translation leaves as it is. Labels, "
        + "ordinals, numbers in words, decimal signs and the order of dates are passed over. It may be wrong "
        + "where a block was split or moved in translation.",
      "Met deux versions côte à côte, bloc par bloc, et compare ce que la traduction laisse tel quel. Les "
        + "étiquettes, les ordinaux, les nombres en lettres, les signes décimaux et l’ordre des dates ne "
        + "comptent pas. Le constat peut être faux si un bloc a été divisé ou déplacé."),
    [
      kind(
        "table-figure", .fix, "the cell holds {english} in English and {french} in French",
        "la cellule contient {english} en anglais et {french} en français",
        "correct the version that is wrong", "corriger la version fautive"),
      kind(
        "number", .ask, "{english} in English, {french} in French",
        "{english} en anglais, {french} en français",
        "check the number against its source and correct one version",
        "vérifier le nombre à sa source et corriger une version"),
      kind(
        "missing-number", .ask, "{number} was not found in the other version",
        "{number} n’a pas été trouvé dans l’autre version",
        "give the number in both versions", "donner le nombre dans les deux versions"),
      kind(
        "date", .ask, "{english} in English, {french} in French",
        "{english} en anglais, {french} en français",
        "check the date and correct one version", "vérifier la date et corriger une version"),
      kind(
        "organization", .ask, "{english} in English, {french} in French",
        "{english} en anglais, {french} en français",
        "name the same organization in both versions",
        "nommer la même organisation dans les deux versions"),
      kind(
        "heading", .ask, "a counterpart of this heading was not found in the other version",
        "le pendant de ce titre n’a pas été trouvé dans l’autre version",
        "give both versions the same sections", "donner les mêmes sections aux deux versions"),
      kind(
        "list", .ask, "the list has {english} items in English and {french} in French",
        "la liste compte {english} éléments en anglais et {french} en français",
        "give both lists the same items", "donner les mêmes éléments aux deux listes"),
      kind(
        "table-rows", .ask, "the table has {english} rows in English and {french} in French",
        "le tableau compte {english} lignes en anglais et {french} en français",
        "give both tables the same rows", "donner les mêmes lignes aux deux tableaux"),
      kind(
        "strength", .ask,
        "‘{english}’ in English, ‘{french}’ in French: one binds, the other does not",
        "« {english} » en anglais, « {french} » en français : l’un engage, l’autre non",
        "promise the same in both versions", "promettre la même chose dans les deux versions"),
      kind(
        "length", .ask,
        "{english} words in English, {french} in French: one version may lack something",
        "{english} mots en anglais, {french} en français : il manque peut-être quelque chose",
        "read both versions side by side", "lire les deux versions côte à côte"),
      kind(
        "structure", .note,
        "the two versions are built too differently to be compared block by block",
        "les deux versions sont bâties trop différemment pour être comparées bloc par bloc",
        "check that they are versions of one text", "vérifier que ce sont deux versions d’un texte"),
    ])

  private static func kind(
    _ id: String, _ level: Level, _ english: String, _ french: String, _ help: String,
    _ aide: String
  ) -> FindingKind {
    FindingKind(
      id: id, level: level, message: LocalizedText(english: english, french: french),
      help: LocalizedText(english: help, french: aide))
  }
}

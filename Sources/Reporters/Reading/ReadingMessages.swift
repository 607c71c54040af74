internal import Documents
internal import SourceText

/// The words around what was read of a document.
enum ReadingMessages {
  static let remarks = LocalizedText(
    "Comments, apart from the text", "Commentaires, à part du texte")
  static let furniture = LocalizedText(
    "Page headers and footers, apart from the text",
    "En-têtes et pieds de page, à part du texte")

  static func counts(blocks: Int, words: Int, remarks: Int) -> LocalizedText {
    var english = "\(blocks) \(blocks == 1 ? "block" : "blocks") · "
    english += "\(words) \(words == 1 ? "word" : "words")"
    var french =
      "\(blocks) \(blocks < 2 ? "bloc" : "blocs") · \(words) \(words < 2 ? "mot" : "mots")"
    if remarks > 0 {
      english += " · \(remarks) \(remarks == 1 ? "comment" : "comments")"
      french += " · \(remarks) \(remarks < 2 ? "commentaire" : "commentaires")"
    }
    return LocalizedText(english: english, french: french)
  }

  /// What stands before the words of a block; `nil` for paragraphs and for what has a sign of its own.
  static func mark(of kind: Block.Kind) -> LocalizedText? {
    switch kind {
    case .paragraph, .heading, .listItem: nil
    case .tableHeader: LocalizedText("[columns]", "[colonnes]")
    case .tableRow: LocalizedText("[row]", "[ligne]")
    case .quotation: LocalizedText("[quoted]", "[cité]")
    case .code: LocalizedText("[code]", "[code informatique]")
    case .caption: LocalizedText("[caption]", "[légende]")
    case .footnote: LocalizedText("[note]", "[note de bas de page]")
    }
  }
}

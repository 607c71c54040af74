internal import SourceText

/// What is wrong with an archive.
package enum ArchiveProblem: Sendable, Equatable {
  /// The list of contents at its end is missing or wrong, as in a file that was cut off.
  case noDirectory
  /// A piece cannot be unpacked, or is not what the list says.
  case badData(String)
  /// A piece is packed in a way that office files do not use.
  case unknownMethod(String)
  /// A piece that every file of the format has.
  case missingPart(String)

  fileprivate var message: LocalizedText {
    switch self {
    case .noDirectory:
      LocalizedText(
        "file is damaged: the archive that it is has no list of contents",
        "le fichier est endommagé : l’archive dont il est fait n’a pas de table des matières")
    case .badData(let part):
      LocalizedText(
        "file is damaged: '\(part)' in it cannot be unpacked",
        "le fichier est endommagé : « \(part) » ne peut en être extrait")
    case .unknownMethod(let part):
      LocalizedText(
        "'\(part)' in the file is packed in a way that office files do not use",
        "« \(part) » est comprimé d’une façon que les fichiers bureautiques n’emploient pas")
    case .missingPart(let part):
      LocalizedText(
        "'\(part)' is missing in the file", "il manque « \(part) » dans le fichier")
    }
  }
}

extension ReadingError {
  /// The words for what is wrong with office files.
  func officeDiagnostic(path: String) -> Diagnostic {
    func diagnostic(_ id: String, _ message: LocalizedText, _ help: LocalizedText) -> Diagnostic {
      Diagnostic(id: id, message, path: path, help: help)
    }
    switch self {
    case .encrypted:
      return diagnostic(
        "encrypted",
        LocalizedText(
          "document is protected by a password", "le document est protégé par un mot de passe"),
        LocalizedText(
          "save a copy without the password and check that",
          "enregistrez une copie sans mot de passe et vérifiez celle-ci"))
    case .wrongFormat(let content):
      return diagnostic(
        "wrong-format",
        LocalizedText(
          "file is not what its name says: it is \(content.title)",
          "le fichier n’est pas ce que dit son nom : c’est \(content.title)"), content.help)
    case .notAnArchive:
      return diagnostic(
        "wrong-format",
        LocalizedText(
          "file is not what its name says: it is text or damaged data",
          "le fichier n’est pas ce que dit son nom : c’est du texte ou un fichier endommagé"),
        LocalizedText(
          "open it in the program that made it and save it again",
          "ouvrez-le dans le programme d’origine et enregistrez-le de nouveau"))
    case .damagedArchive(let problem):
      return diagnostic("damaged-file", problem.message, Self.saveAgain)
    case .malformedXML(let part, let line, let column):
      return diagnostic(
        "damaged-file",
        LocalizedText(
          "file is damaged: '\(part)' is no well-formed XML at line \(line), column \(column)",
          "le fichier est endommagé : « \(part) » n’est pas du XML bien formé à la ligne \(line), "
            + "colonne \(column)"), Self.saveAgain)
    case .partTooDeep(let part, let limit):
      return diagnostic(
        "too-deep",
        LocalizedText(
          "elements of '\(part)' are nested deeper than \(limit)",
          "les éléments de « \(part) » s’emboîtent sur plus de \(limit) niveaux"), Self.saveAgain)
    case .documentType(let part):
      return diagnostic(
        "document-type",
        LocalizedText(
          "'\(part)' declares a document type, which office files may not",
          "« \(part) » déclare un type de document, ce que les fichiers bureautiques ne peuvent"),
        LocalizedText(
          "do not trust the file: ask its author for a clean copy",
          "méfiez-vous du fichier : demandez une copie saine à son auteur"))
    case .tooManyEntries(let limit):
      return diagnostic(
        "too-many-entries",
        LocalizedText(
          "file holds more than \(limit) pieces", "le fichier contient plus de \(limit) éléments"),
        LocalizedText(
          "no policy needs this; save the document anew",
          "aucune politique n’en a besoin; enregistrez le document de nouveau"))
    case .expandsTooFar(let part, let limit):
      return diagnostic(
        "expands-too-far",
        LocalizedText(
          "'\(part)' in the file would unpack to more than \(limit) bytes",
          "« \(part) » ferait plus de \(limit) octets une fois extrait"),
        LocalizedText(
          "no policy needs this; do not trust the file, or split it",
          "aucune politique n’en a besoin; méfiez-vous du fichier, ou divisez-le"))
    case .damagedPDF:
      return diagnostic(
        "damaged-file",
        LocalizedText("no page of the PDF can be read", "aucune page du PDF n’est lisible"),
        LocalizedText(
          "open it in a PDF reader and print it to a new PDF, or ask for the source document",
          "ouvrez-le dans un lecteur PDF et imprimez-le en un nouveau PDF, ou demandez la source"))
    case .imageOnly(let pages):
      return diagnostic(
        "image-only",
        LocalizedText(
          "PDF holds pictures of pages but no text (pages: \(pages))",
          "le PDF contient des images de pages mais aucun texte (pages : \(pages))"),
        LocalizedText(
          "run text recognition (OCR) on it, for example with ocrmypdf, and check the result",
          "soumettez-le à une reconnaissance de texte (ROC), par exemple avec ocrmypdf, et vérifiez "
            + "le résultat"))
    case .tooManyPages(let limit):
      return diagnostic(
        "too-many-pages",
        LocalizedText(
          "PDF has more than \(limit) pages", "le PDF a plus de \(limit) pages"),
        LocalizedText("split the file", "divisez le fichier"))
    case .missingProgram(let name):
      return diagnostic(
        "missing-program",
        LocalizedText(
          "reading this format needs the program '\(name)', which cannot be started here",
          "la lecture de ce format exige le programme « \(name) », qui ne peut être lancé ici"),
        LocalizedText(
          "install it (on Debian: apt-get install poppler-utils), or give the document as DOCX or "
            + "HTML",
          "installez-le (sous Debian : apt-get install poppler-utils), ou donnez le document en "
            + "DOCX ou en HTML"))
    case .tookTooLong(let limit):
      let seconds = limit.components.seconds
      return diagnostic(
        "took-too-long",
        LocalizedText(
          "reading the file took more than \(seconds) seconds",
          "la lecture du fichier a pris plus de \(seconds) secondes"),
        LocalizedText(
          "print it to a new PDF, or split it",
          "imprimez-le en un nouveau PDF, ou divisez-le"))
    default:
      return diagnostic(
        "empty-file",
        LocalizedText("file is empty", "le fichier est vide"),
        LocalizedText(
          "check that the right file was given", "vérifiez que c’est le bon fichier"))
    }
  }

  private static let saveAgain = LocalizedText(
    "open it in the program that made it and save it again",
    "ouvrez-le dans le programme d’origine et enregistrez-le de nouveau")
}

package import SourceText

extension FileError {
  /// The error in the words of a diagnostic.
  package func diagnostic(path: String) -> Diagnostic {
    switch self {
    case .notFound:
      Diagnostic(
        id: "file-not-found",
        LocalizedText(
          "there is no such file or folder", "il n’y a pas de fichier ni de dossier de ce nom"),
        path: path,
        help: LocalizedText(
          "check the spelling and the working directory",
          "vérifiez l’orthographe et le dossier de travail"))
    case .unreadable(let reason):
      Diagnostic(
        id: "unreadable-file",
        LocalizedText(
          "the file cannot be read: \(reason)", "le fichier ne peut pas être lu : \(reason)"),
        path: path, help: LocalizedText("check its permissions", "vérifiez ses droits d’accès"))
    case .isDirectory:
      Diagnostic(
        id: "is-a-folder",
        LocalizedText(
          "expected a file, found a folder", "il faut un fichier; trouvé : un dossier"),
        path: path)
    case .notRegular:
      Diagnostic(
        id: "not-a-file",
        LocalizedText(
          "expected a file, found a device, pipe or socket",
          "il faut un fichier; trouvé : un périphérique, un tube ou un connecteur"),
        path: path)
    case .tooLarge(let size, let limit):
      Diagnostic(
        id: "file-too-large",
        LocalizedText(
          "the file has \(size) bytes, over the limit of \(limit)",
          "le fichier a \(size) octets, plus que la limite de \(limit)"),
        path: path,
        help: LocalizedText(
          "raise the limit with --max-bytes if the file is meant to be this large",
          "relevez la limite avec --max-bytes si le fichier doit être aussi gros"))
    }
  }
}

extension Diagnostic {
  /// A folder below those that the user named, or one of them, cannot be listed.
  package static func unreadableFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "unreadable-folder",
      LocalizedText(
        "the folder cannot be listed", "le contenu du dossier ne peut pas être lu"),
      path: path)
  }
}

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

  /// What a search of a folder had to leave out.
  package static func passedOver(_ entry: FileTree.PassedOver) -> Diagnostic {
    switch entry.reason {
    case .name:
      Diagnostic(
        id: "name-not-utf8",
        LocalizedText(
          "the name is not UTF-8, so what stands there cannot be read",
          "le nom n’est pas en UTF-8 : ce qui s’y trouve ne peut pas être lu"),
        path: entry.path,
        help: LocalizedText(
          "rename it in UTF-8; '\\x' with two digits stands for a byte that is not",
          "renommez-le en UTF-8; « \\x » et deux chiffres tiennent lieu d’un octet qui n’en est pas"
        ))
    case .brokenLink:
      Diagnostic(
        id: "broken-link",
        LocalizedText(
          "the link leads nowhere or to itself", "le lien ne mène nulle part ou à lui-même"),
        path: entry.path,
        help: LocalizedText(
          "mend the link or remove it", "réparez le lien ou supprimez-le"))
    case .notRegular: FileError.notRegular.diagnostic(path: entry.path)
    case .tooDeep:
      Diagnostic(
        id: "folder-too-deep",
        LocalizedText(
          "the folder lies below more than \(FileTree.depthLimit) others and is not read",
          "le dossier se trouve sous plus de \(FileTree.depthLimit) autres et n’est pas lu"),
        path: entry.path,
        help: LocalizedText("name it itself", "nommez ce dossier lui-même"))
    case .tooMany:
      Diagnostic(
        id: "too-many-files",
        LocalizedText(
          "there are more than \(FileTree.entryLimit) files and folders; the rest is not read",
          "il y a plus de \(FileTree.entryLimit) fichiers et dossiers; les autres ne sont pas lus"),
        path: entry.path,
        help: LocalizedText("name smaller folders", "nommez des dossiers plus petits"))
    }
  }

  /// Nothing can be read at a path that the user named.
  package static func nothing(at path: String) -> Diagnostic {
    if FileTree.exists(path) {
      return passedOver(FileTree.PassedOver(path: path, reason: .brokenLink))
    }
    // Arguments that are no UTF-8 arrive with this sign in place of what could not be told.
    if path.unicodeScalars.contains("\u{FFFD}") {
      return Diagnostic(
        id: "name-not-utf8",
        LocalizedText(
          "there is no such file, or its name is not UTF-8",
          "il n’y a pas de fichier de ce nom, ou son nom n’est pas en UTF-8"),
        path: path, help: LocalizedText("rename it in UTF-8", "renommez-le en UTF-8"))
    }
    return FileError.notFound.diagnostic(path: path)
  }
}

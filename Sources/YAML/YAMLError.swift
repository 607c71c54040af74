package import SourceText

/// Why a text is no YAML that we read, in words.
package struct YAMLError: Error, Sendable, Equatable {
  /// The raw value is the id of the diagnostic.
  package enum Kind: String, Sendable, CaseIterable {
    case syntax = "yaml-syntax"
    case duplicateKey = "yaml-duplicate-key"
    case unknownTag = "yaml-unknown-tag"
    case undefinedAlias = "yaml-undefined-alias"
    /// An alias inside what it stands for.
    case recursiveAlias = "yaml-recursive-alias"
    /// Aliases that stand for more than the limits allow.
    case aliasExpansion = "yaml-alias-expansion"
    /// No UTF-8: other encodings and broken bytes.
    case encoding = "yaml-encoding"
    case controlCharacter = "yaml-control-character"
    case tooDeep = "yaml-too-deep"
    case tooLarge = "yaml-too-large"
    case severalDocuments = "yaml-several-documents"
  }

  package let kind: Kind
  /// The complaint with its place, the line and a caret.
  package let diagnostic: Diagnostic

  /// A complaint at a byte offset of `source`.
  init(
    _ kind: Kind, _ message: LocalizedText, in source: YAMLSource, at offset: Int,
    help: LocalizedText?
  ) {
    self.kind = kind
    diagnostic = source.diagnostic(id: kind.rawValue, message, at: offset, help: help)
  }

  /// A complaint about the text as a whole.
  init(_ kind: Kind, _ message: LocalizedText, path: String, help: LocalizedText?) {
    self.kind = kind
    diagnostic = Diagnostic(id: kind.rawValue, message, path: path, help: help)
  }
}

extension YAMLError {
  static func duplicateKey(
    _ key: String, in source: YAMLSource, first: Int, second: Int
  ) -> YAMLError {
    let (key, place) = (printable(key), place(first, in: source))
    return YAMLError(
      .duplicateKey,
      LocalizedText(
        "key '\(key)' stands twice in one mapping; the first is at \(place)",
        "la clé « \(key) » figure deux fois dans un même groupe de clés; la première est à "
          + "\(place)"),
      in: source, at: second,
      help: LocalizedText(
        "rename or remove one of the two", "renommez ou supprimez l’une des deux"))
  }

  static func unknownTag(_ tag: String, in source: YAMLSource, at offset: Int) -> YAMLError {
    let tag = printable(tag)
    return YAMLError(
      .unknownTag, LocalizedText("unknown tag '\(tag)'", "étiquette inconnue « \(tag) »"),
      in: source, at: offset,
      help: LocalizedText(
        "remove it, or put the text between quotes if its '!' is part of it; known tags are "
          + "!!str, !!int, !!float, !!bool, !!null, !!seq and !!map",
        "supprimez-la, ou mettez le texte entre guillemets droits si son « ! » en fait partie; les "
          + "étiquettes connues sont !!str, !!int, !!float, !!bool, !!null, !!seq et !!map"))
  }

  static func misplacedTag(
    _ tag: String, on kind: LocalizedText, in source: YAMLSource, at offset: Int
  ) -> YAMLError {
    let tag = printable(tag)
    return YAMLError(
      .unknownTag,
      LocalizedText(
        "tag '\(tag)' cannot stand before \(kind)",
        "l’étiquette « \(tag) » ne peut pas précéder \(kind)"),
      in: source, at: offset, help: LocalizedText("remove the tag", "supprimez l’étiquette"))
  }

  static func undefinedAlias(
    _ name: String, known: some Sequence<String>, in source: YAMLSource, at offset: Int
  ) -> YAMLError {
    let nearest = NearestName.suggestion(for: name, among: known)
    let (alias, anchor) = (printable("*" + name), printable("&" + name))
    return YAMLError(
      .undefinedAlias,
      LocalizedText(
        "alias '\(alias)' has no anchor '\(anchor)' before it",
        "l’alias « \(alias) » n’a pas d’ancre « \(anchor) » avant lui"),
      in: source, at: offset,
      help: nearest.map { NearestName.question(printable("*" + $0)) }
        ?? LocalizedText(
          "put the text between quotes if its '*' is part of it",
          "mettez le texte entre guillemets droits si son « * » en fait partie"))
  }

  static func recursiveAlias(_ name: String, in source: YAMLSource, at offset: Int) -> YAMLError {
    let alias = printable("*" + name)
    return YAMLError(
      .recursiveAlias,
      LocalizedText(
        "alias '\(alias)' stands inside what it stands for",
        "l’alias « \(alias) » figure dans ce qu’il remplace"),
      in: source, at: offset,
      help: LocalizedText("write the value out", "écrivez la valeur en toutes lettres"))
  }

  static func aliasExpansion(
    _ limit: LocalizedText, in source: YAMLSource, at offset: Int
  ) -> YAMLError {
    YAMLError(
      .aliasExpansion,
      LocalizedText(
        "aliases up to here stand for more than \(limit)",
        "jusqu’ici, les alias remplacent plus de \(limit)"),
      in: source, at: offset,
      help: LocalizedText(
        "use fewer aliases of aliases", "employez moins d’alias qui renvoient à des alias"))
  }

  static func tooDeep(_ limit: Int, in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .tooDeep,
      LocalizedText(
        "lists and mappings stand more than \(limit) levels inside one another",
        "les listes et les groupes de clés s’emboîtent sur plus de \(limit) niveaux"),
      in: source, at: offset,
      help: LocalizedText("write it flatter", "écrivez-le avec moins de niveaux"))
  }

  static func tooManyNodes(_ limit: Int, in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .tooLarge,
      LocalizedText("more than \(limit) keys and values", "plus de \(limit) clés et valeurs"),
      in: source, at: offset, help: splitTheFile)
  }

  static func tooLarge(sizeInBytes: Int, limitInBytes: Int, path: String) -> YAMLError {
    YAMLError(
      .tooLarge,
      LocalizedText(
        "\(sizeInBytes) bytes, more than the \(limitInBytes) that are read",
        "\(sizeInBytes) octets, alors que \(limitInBytes) au plus sont lus"),
      path: path, help: splitTheFile)
  }

  static func outOfMemory(path: String) -> YAMLError {
    YAMLError(
      .tooLarge, LocalizedText("memory ran out", "la mémoire est épuisée"), path: path,
      help: splitTheFile)
  }

  static func tooManyDirectives(_ limit: Int, path: String) -> YAMLError {
    YAMLError(
      .tooLarge,
      LocalizedText(
        "more than \(limit) lines start with '%TAG'",
        "plus de \(limit) lignes commencent par « %TAG »"),
      path: path,
      help: LocalizedText(
        "tags of one's own are not read; remove these lines",
        "les étiquettes personnelles ne sont pas lues; supprimez ces lignes"))
  }

  static func severalDocuments(in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .severalDocuments,
      LocalizedText(
        "a second document starts here; expected one document in the file",
        "un deuxième document commence ici; il en faut un seul par fichier"),
      in: source, at: offset,
      help: LocalizedText(
        "remove the line '---', or put the rest into a file of its own",
        "supprimez la ligne « --- », ou mettez la suite dans un autre fichier"))
  }

  static func otherEncoding(_ name: String, path: String) -> YAMLError {
    YAMLError(
      .encoding,
      LocalizedText("found \(name), expected UTF-8", "il faut de l’UTF-8; trouvé : \(name)"),
      path: path,
      help: LocalizedText(
        "save the file as UTF-8 in the editor", "enregistrez le fichier en UTF-8 dans l’éditeur"))
  }

  static func invalidUTF8(in source: YAMLSource, at offset: Int) -> YAMLError {
    let byte = "0x" + hexadecimal(UInt32(source.bytes[offset]), width: 2)
    return YAMLError(
      .encoding,
      LocalizedText(
        "found the byte \(byte) at offset \(offset), which is no UTF-8",
        "l’octet \(byte), à la position \(offset), n’est pas de l’UTF-8"),
      in: source, at: offset,
      help: LocalizedText(
        "save the file as UTF-8 in the editor; it may be in Latin-1 or Windows-1252",
        "enregistrez le fichier en UTF-8 dans l’éditeur; il est peut-être en Latin-1 ou en "
          + "Windows-1252"))
  }

  static func controlCharacter(
    _ scalar: Unicode.Scalar, in source: YAMLSource, at offset: Int
  ) -> YAMLError {
    let digits = hexadecimal(scalar.value, width: 4)
    let found =
      switch scalar.value {
      case 0x85, 0x2028, 0x2029:
        LocalizedText(
          "found the line separator U+\(digits), expected a plain line end or a blank",
          "il faut une simple fin de ligne ou une espace; trouvé : le séparateur de lignes "
            + "U+\(digits)")
      default:
        LocalizedText(
          "found the control character U+\(digits)",
          "caractère de commande U+\(digits) dans le texte")
      }
    return YAMLError(
      .controlCharacter, found, in: source, at: offset,
      help: LocalizedText(
        "remove it, or write it as an escape such as '\\u\(digits)' between double quotes",
        "supprimez-le, ou écrivez-le comme un échappement tel que « \\u\(digits) » entre "
          + "guillemets droits doubles"))
  }

  private static let splitTheFile = LocalizedText("split the file", "divisez le fichier")
}

extension YAMLError {
  /// The author's words, cut to one short line that cannot steer the terminal; to stand in quotes.
  static func printable(_ text: String) -> String {
    let widest = 60
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(widest) {
      scalars.append(SourceExcerpt.isPrintable(scalar) ? scalar : "·")
    }
    let isCut = text.unicodeScalars.dropFirst(widest).first != nil
    return String(scalars) + (isCut ? "…" : "")
  }

  /// The author's words between the quotes of each language.
  static func quoted(_ text: String) -> LocalizedText {
    let words = printable(text)
    return LocalizedText("'\(words)'", "« \(words) »")
  }

  static func place(_ offset: Int, in source: YAMLSource) -> LocalizedText {
    let (line, column) = source.position(at: offset)
    return LocalizedText("line \(line), column \(column)", "la ligne \(line), colonne \(column)")
  }

  private static func hexadecimal(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

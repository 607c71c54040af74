internal import SourceText

/// What libyaml says is wrong, and our words for it.
///
/// libyaml speaks of tokens; a rule author sees lists, mappings and indentation. The place is moved
/// too where the start of a thing tells more than the end of the text at which it was missed.
struct YAMLSyntaxProblem {
  let problem: String
  let context: String?
  /// Where libyaml gave up.
  let offset: Int
  /// Where the thing started that it was reading.
  let contextOffset: Int?

  func error(in source: YAMLSource) -> YAMLError {
    let found = Self.found(at: offset, in: source)
    let start = contextOffset ?? offset
    let startPlace = YAMLError.place(start, in: source)
    let startColumn = source.position(at: start).column
    var place = offset
    let message: LocalizedText
    let help: LocalizedText
    switch (problem, context) {
    case ("could not find expected ':'", _):
      place = start
      let end = Self.found(at: lineEnd(source), in: source)
      message = LocalizedText(
        "expected ':' and a value after this key, found \(end)",
        "il faut « : » et une valeur après cette clé; trouvé : \(end)")
      help = LocalizedText(
        "write 'key: value', or indent the line if it continues the text before; "
          + "a key stands on one line",
        "écrivez « clé: valeur », ou mettez la ligne en retrait si elle continue le texte qui "
          + "précède; une clé tient sur une ligne")
    case ("did not find expected key", _) where hasTextBefore(source):
      message = LocalizedText(
        "expected the end of the line after this value, found \(found)",
        "il faut la fin de la ligne après cette valeur; trouvé : \(found)")
      help = LocalizedText(
        "put the whole text between quotes; between single quotes an apostrophe is written twice",
        "mettez tout le texte entre guillemets droits; entre guillemets simples, une apostrophe "
          + "s’écrit deux fois")
    case ("did not find expected key", _):
      message = LocalizedText(
        "expected a key of the mapping that starts at \(startPlace), found \(found)",
        "il faut une clé du groupe de clés qui commence à \(startPlace); trouvé : \(found)")
      help = LocalizedText(
        "keys of one mapping start in the same column, here \(startColumn)",
        "les clés d’un groupe commencent dans la même colonne, ici \(startColumn)")
    case ("did not find expected '-' indicator", _):
      message = LocalizedText(
        "expected '- ' for the next entry of the list that starts at \(startPlace), "
          + "found \(found)",
        "il faut « - » devant l’élément suivant de la liste qui commence à \(startPlace); "
          + "trouvé : \(found)")
      help = LocalizedText(
        "entries of one list start in the same column, here \(startColumn)",
        "les éléments d’une liste commencent dans la même colonne, ici \(startColumn)")
    case ("did not find expected ',' or ']'", _):
      let list = LocalizedText("the list", "la liste")
      (place, message) = unclosed(list, "]", found, startPlace, start, source)
      help = LocalizedText(
        "close the list with ']', and put a text that holds ',' or ':' between quotes",
        "fermez la liste par « ] », et mettez entre guillemets droits un texte qui contient « , » "
          + "ou « : »")
    case ("did not find expected ',' or '}'", _):
      let mapping = LocalizedText("the mapping", "l’accolade")
      (place, message) = unclosed(mapping, "}", found, startPlace, start, source)
      help = LocalizedText(
        "close the mapping with '}', and put a text that holds ',', ':' or '}' between quotes",
        "fermez le groupe de clés par « } », et mettez entre guillemets droits un texte qui "
          + "contient « , », « : » ou « } »")
    case ("found unexpected end of stream", _):
      place = start
      message = LocalizedText(
        "the quote that opens here is never closed; "
          + "expected its partner before the end of the text",
        "le guillemet ouvert ici n’est jamais fermé; il faut le second avant la fin du texte")
      help = LocalizedText(
        "close it; an apostrophe in a text between single quotes is written twice",
        "fermez-le; dans un texte entre guillemets simples, une apostrophe s’écrit deux fois")
    case ("found unexpected document indicator", _):
      message = LocalizedText(
        "a text between quotes, opened at \(startPlace), runs into \(found)",
        "un texte entre guillemets droits, ouvert à \(startPlace), bute sur \(found)")
      help = LocalizedText(
        "close the quote, or indent the line",
        "fermez le guillemet, ou mettez la ligne en retrait")
    case ("found unknown escape character", _):
      let escape = YAMLError.quoted(Self.text(at: offset, count: 2, in: source))
      message = LocalizedText(
        "unknown escape \(escape) between double quotes",
        "échappement inconnu \(escape) entre guillemets doubles")
      help = LocalizedText(
        "write '\\\\' for a backslash, or use single quotes",
        "écrivez « \\\\ » pour une barre oblique inverse, ou employez des guillemets simples")
    case ("did not find expected hexdecimal number", _):
      message = LocalizedText(
        "expected hexadecimal digits in an escape, found \(found)",
        "il faut des chiffres hexadécimaux dans un échappement; trouvé : \(found)")
      help = LocalizedText(
        "'\\x' takes two digits, '\\u' four, '\\U' eight",
        "« \\x » demande deux chiffres, « \\u » quatre, « \\U » huit")
    case ("found invalid Unicode character escape code", _):
      message = LocalizedText(
        "an escape names a number that is no Unicode character",
        "un échappement donne un nombre qui n’est pas un caractère Unicode")
      help = LocalizedText("write the character itself", "écrivez le caractère lui-même")
    case ("mapping values are not allowed in this context", _):
      message = LocalizedText(
        "':' cannot stand here; expected the end of the value before it",
        "« : » n’a pas sa place ici; il faut la fin de la valeur qui précède")
      help = LocalizedText(
        "put a text that holds ': ' between quotes, or check the indentation",
        "mettez entre guillemets droits un texte qui contient « : », ou vérifiez le retrait")
    case ("mapping keys are not allowed in this context", _):
      message = LocalizedText(
        "expected a value on this line, found \(found), which starts a mapping",
        "il faut une valeur sur cette ligne; trouvé : \(found), qui commence un groupe de clés")
      help = LocalizedText(
        "start it on a line of its own, or put the text between quotes",
        "commencez-le sur sa propre ligne, ou mettez le texte entre guillemets droits")
    case ("block sequence entries are not allowed in this context", _):
      message = LocalizedText(
        "expected a value on this line, found \(found), which starts a list",
        "il faut une valeur sur cette ligne; trouvé : \(found), qui commence une liste")
      help = LocalizedText(
        "start each '- ' on a line of its own, or put the text between quotes",
        "commencez chaque « - » sur sa propre ligne, ou mettez le texte entre guillemets droits")
    case ("found character that cannot start any token", _)
    where Self.byte(at: offset, in: source) != 0x09:
      let first = Self.found(at: offset, count: 1, in: source)
      message = LocalizedText(
        "a text without quotes cannot start with \(first)",
        "un texte sans guillemets ne peut pas commencer par \(first)")
      help = putBetweenQuotes
    case ("found character that cannot start any token", _),
      ("found a tab character where an indentation space is expected", _),
      ("found a tab character that violates indentation", _):
      message = LocalizedText(
        "found a tab, expected blanks for the indentation",
        "il faut des espaces pour le retrait; trouvé : une tabulation")
      help = LocalizedText(
        "replace the tab by blanks", "remplacez la tabulation par des espaces")
    case ("did not find expected node content", _) where offset >= source.bytes.count:
      place = contentEnd(source)
      message = expectedValue(found)
      help = LocalizedText(
        "write the value, and close each '[' and '{'",
        "écrivez la valeur, et fermez chaque « [ » et chaque « { »")
    case ("did not find expected node content", _):
      message = expectedValue(found)
      help = quotesAround(Self.found(at: offset, count: 1, in: source))
    case ("found unexpected ':'", _):
      let next = Self.found(at: offset + 1, in: source)
      message = LocalizedText(
        "expected a value after ':', found \(next)",
        "il faut une valeur après « : »; trouvé : \(next)")
      help = LocalizedText(
        "write a blank and the value after ':', or put a text that ends in ':' between quotes",
        "écrivez une espace et la valeur après « : », ou mettez entre guillemets droits un texte "
          + "qui finit par « : »")
    case ("did not find expected <document start>", _) where offset >= source.bytes.count:
      place = contentEnd(source)
      message = LocalizedText(
        "expected '---' after the lines that start with '%', found \(found)",
        "il faut « --- » après les lignes qui commencent par « % »; trouvé : \(found)")
      help = LocalizedText(
        "write '---' and the text after it, or remove these lines",
        "écrivez « --- », puis le texte, ou supprimez ces lignes")
    case ("did not find expected <document start>", _):
      message = LocalizedText(
        "expected the end of the text, found \(found)",
        "il faut la fin du texte; trouvé : \(found)")
      help = LocalizedText(
        "a file holds one list or one mapping; check the indentation and the brackets before",
        "un fichier contient une liste ou un groupe de clés; vérifiez le retrait et les crochets "
          + "qui précèdent")
    case ("found an indentation indicator equal to 0", _):
      message = LocalizedText(
        "found '0', expected an indentation from 1 to 9",
        "il faut un retrait de 1 à 9; trouvé : « 0 »")
      help = LocalizedText(
        "write '|' or '>' alone; the indentation is then taken from the first line",
        "écrivez « | » ou « > » sans chiffre; la première ligne donne alors le retrait")
    case (_, "while scanning a block scalar"):
      message = LocalizedText(
        "expected the end of the line after '|' or '>', found \(found)",
        "il faut la fin de la ligne après « | » ou « > »; trouvé : \(found)")
      help = LocalizedText(
        "the text starts on the next line", "le texte commence à la ligne suivante")
    case (_, "while scanning an anchor"):
      (message, help) = expectedName(after: "&", found)
    case (_, "while scanning an alias"):
      (message, help) = expectedName(after: "*", found)
    case ("found undefined tag handle", _):
      place = start
      message = LocalizedText(
        "the tag starts with a name that no '%TAG' line declares",
        "l’étiquette commence par un nom qu’aucune ligne « %TAG » ne déclare")
      help = quotesAround(YAMLError.quoted("!"))
    case (_, "while scanning a tag"), (_, "while parsing a tag"):
      message = LocalizedText(
        "expected a tag, found \(found)", "il faut une étiquette; trouvé : \(found)")
      help = quotesAround(YAMLError.quoted("!"))
    case ("found incompatible YAML document", _):
      message = LocalizedText(
        "found another version of YAML, expected 1.1 or 1.2",
        "il faut la version 1.1 ou 1.2 de YAML; trouvé : une autre")
      help = LocalizedText(
        "remove the line that starts with '%YAML'",
        "supprimez la ligne qui commence par « %YAML »")
    case ("found duplicate %YAML directive", _), ("found duplicate %TAG directive", _):
      message = LocalizedText(
        "the same line \(found) stands twice", "la même ligne \(found) figure deux fois")
      help = LocalizedText("remove one of the two", "supprimez l’une des deux")
    case (_, "while scanning a directive"), (_, "while scanning a %YAML directive"),
      (_, "while scanning a %TAG directive"), (_, "while scanning a tag directive"),
      (_, "while parsing a %TAG directive"), (_, "while parsing a tag directive"):
      place = start
      message = LocalizedText(
        "a line that starts with '%' is neither '%YAML 1.2' nor a '%TAG' line",
        "une ligne qui commence par « % » n’est ni « %YAML 1.2 » ni une ligne « %TAG »")
      help = LocalizedText(
        "remove the line, or put the text between quotes",
        "supprimez la ligne, ou mettez le texte entre guillemets droits")
    default:
      message = LocalizedText(
        "no YAML from here on; found \(found)", "plus de YAML à partir d’ici; trouvé : \(found)")
      help = LocalizedText(
        "check the quotes, brackets and indentation before",
        "vérifiez les guillemets, les crochets et le retrait qui précèdent")
    }
    return YAMLError(.syntax, message, in: source, at: place, help: help)
  }

  private var putBetweenQuotes: LocalizedText {
    LocalizedText(
      "put the text between quotes", "mettez le texte entre guillemets droits")
  }

  private func quotesAround(_ first: LocalizedText) -> LocalizedText {
    LocalizedText(
      "put a text that starts with \(first) between quotes",
      "mettez entre guillemets droits un texte qui commence par \(first)")
  }

  private func expectedValue(_ found: LocalizedText) -> LocalizedText {
    LocalizedText("expected a value, found \(found)", "il faut une valeur; trouvé : \(found)")
  }

  private func expectedName(
    after sign: String, _ found: LocalizedText
  ) -> (message: LocalizedText, help: LocalizedText) {
    (
      LocalizedText(
        "expected a name of letters, digits, '-' and '_' after '\(sign)', found \(found)",
        "il faut un nom fait de lettres, de chiffres, de « - » et de « _ » après « \(sign) »; "
          + "trouvé : \(found)"), quotesAround(YAMLError.quoted(sign))
    )
  }

  /// `what` is a list or a mapping between brackets.
  private func unclosed(
    _ what: LocalizedText, _ bracket: String, _ found: LocalizedText, _ startPlace: LocalizedText,
    _ start: Int, _ source: YAMLSource
  ) -> (place: Int, message: LocalizedText) {
    if offset >= source.bytes.count {
      let message = LocalizedText(
        "\(what) that opens here is never closed; expected ',' or '\(bracket)'",
        "\(what) qui s’ouvre ici n’est jamais fermée; il faut « , » ou « \(bracket) »")
      return (start, message)
    }
    let message = LocalizedText(
      "expected ',' or '\(bracket)' in \(what) that opens at \(startPlace), found \(found)",
      "il faut « , » ou « \(bracket) » dans \(what) qui s’ouvre à \(startPlace); "
        + "trouvé : \(found)")
    return (offset, message)
  }

  /// True when something else than blanks stands before the place on its line.
  private func hasTextBefore(_ source: YAMLSource) -> Bool {
    var index = min(offset, source.bytes.count)
    while index > source.markLength {
      index -= 1
      switch source.bytes[index] {
      case 0x0A, 0x0D: return false
      // The dash of an entry is no text before its value.
      case 0x20, 0x09, UInt8(ascii: "-"): continue
      default: return true
      }
    }
    return false
  }

  /// The end of the text without the empty lines there.
  private func contentEnd(_ source: YAMLSource) -> Int {
    var end = source.bytes.count
    while end > source.markLength, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) {
      end -= 1
    }
    return end
  }

  /// The end of the line on which the thing started.
  private func lineEnd(_ source: YAMLSource) -> Int {
    var end = contextOffset ?? offset
    while let byte = Self.byte(at: end, in: source), byte != 0x0A, byte != 0x0D { end += 1 }
    return end
  }

  private static func byte(at offset: Int, in source: YAMLSource) -> UInt8? {
    offset < source.bytes.count ? source.bytes[offset] : nil
  }

  /// The word at a place, or what else is there.
  private static func found(
    at offset: Int, count: Int? = nil, in source: YAMLSource
  ) -> LocalizedText {
    switch byte(at: offset, in: source) {
    case nil: return LocalizedText("the end of the text", "la fin du texte")
    case 0x0A, 0x0D: return LocalizedText("the end of the line", "la fin de la ligne")
    case 0x09: return LocalizedText("a tab", "une tabulation")
    case 0x20: return LocalizedText("a blank", "une espace")
    default: return YAMLError.quoted(text(at: offset, count: count, in: source))
    }
  }

  /// Up to `count` scalars of one line, or the word there; a bracket, colon or comma is a word.
  private static func text(at offset: Int, count: Int?, in source: YAMLSource) -> String {
    let window = source.bytes[min(offset, source.bytes.count)...].prefix(160)
    var word = String.UnicodeScalarView()
    for scalar in String(decoding: window, as: UTF8.self).unicodeScalars {
      if scalar == "\n" || scalar == "\r" { break }
      if let count, word.count == count { break }
      if count == nil {
        let isMark = "[]{},:".unicodeScalars.contains(scalar)
        if scalar == " " || scalar == "\t" || (isMark && !word.isEmpty) { break }
        word.append(scalar)
        if isMark || word.count == 24 { break }
      } else {
        word.append(scalar)
      }
    }
    return String(word)
  }
}

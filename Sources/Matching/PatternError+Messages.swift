internal import SourceText

// MARK: Parentheses, braces and quotation marks

extension PatternError {
  /// A sign without its partner.
  static func unpaired(_ sign: String, without partner: String, at offset: Int) -> PatternError {
    PatternError(
      LocalizedText("'\(sign)' without '\(partner)'", "« \(sign) » sans « \(partner) »"),
      at: offset)
  }

  static func barOutsideGroup(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText("'|' outside parentheses", "« | » hors de parenthèses"), at: offset,
      help: LocalizedText("write '(a|b)'", "écrivez « (a|b) »"))
  }

  static func andInsideGroup(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText("'&' inside parentheses", "« & » entre parenthèses"), at: offset,
      help: LocalizedText(
        "parentheses group alternatives only",
        "les parenthèses ne regroupent que des variantes"))
  }

  static func groupInsideWord(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a group cannot begin inside a word", "un groupe ne peut pas commencer dans un mot"),
      at: offset,
      help: LocalizedText(
        "put a blank before '('; the plain word matches inclusive writing, too",
        "mettez une espace devant « ( »; le mot simple vaut aussi pour l’écriture inclusive"))
  }

  static func wordBehindGroup(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a word cannot begin directly behind ')'",
        "un mot ne peut pas commencer juste après « ) »"),
      at: offset, help: LocalizedText("put a blank behind ')'", "mettez une espace après « ) »"))
  }

  static func groupsTooDeep(limit: Int, at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "groups nest at most \(limit) deep", "les groupes s’emboîtent sur \(limit) niveaux au plus"),
      at: offset)
  }

  static func quotationNotClosed(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a quotation without its closing '\"'", "citation sans son « \" » de fermeture"),
      at: offset)
  }

  static func quotationWithoutWord(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText("a quotation without a word", "citation sans aucun mot"), at: offset)
  }

  static func curlyQuotationMarks(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "curly quotation marks have no meaning in a pattern",
        "les guillemets courbes n’ont pas de sens dans un motif"),
      at: offset, help: LocalizedText("write '\"'", "écrivez « \" »"))
  }
}

// MARK: Words, lists and signs

extension PatternError {
  static func wordMissing(at offset: Int) -> PatternError {
    PatternError(LocalizedText("a word is missing", "il manque un mot"), at: offset)
  }

  static func wordTooLong(limit: Int, at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a word has at most \(limit) bytes", "un mot compte au plus \(limit) octets"),
      at: offset)
  }

  static func patternTooLong(limit: Int, at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a pattern has at most \(limit) bytes", "un motif compte au plus \(limit) octets"),
      at: offset,
      help: LocalizedText(
        "split it, or put its alternatives into a list",
        "divisez-le, ou mettez ses variantes dans une liste"))
  }

  static func tooManyParts(limit: Int, at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a pattern has at most \(limit) parts", "un motif compte au plus \(limit) parties"),
      at: offset)
  }

  static func unexpectedPart(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText("unexpected part of a pattern", "partie de motif inattendue"), at: offset)
  }

  static func meaningless(_ sign: String, at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "'\(sign)' has no meaning in a pattern", "« \(sign) » n’a pas de sens dans un motif"),
      at: offset,
      help: LocalizedText(
        "punctuation is never matched; leave it out",
        "la ponctuation n’est jamais cherchée; enlevez-la"))
  }

  static func exactWithoutWord(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "'=' needs a word directly behind it", "« = » doit être suivi d’un mot sans espace"),
      at: offset)
  }

  static func listNameMissing(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText("a list needs a name", "une liste doit porter un nom"), at: offset)
  }

  static func listNameMalformed(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a list's name has letters, digits and hyphens only",
        "le nom d’une liste n’a que des lettres, des chiffres et des traits d’union"),
      at: offset)
  }

  static func optionalWithoutPart(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "'?' must follow a word or a group directly",
        "« ? » doit suivre un mot ou un groupe sans espace"),
      at: offset,
      help: LocalizedText(
        "write 'strong?' or '(very strong)?'", "écrivez « strong? » ou « (very strong)? »"))
  }
}

// MARK: Gaps, 'not' and '&'

extension PatternError {
  static func gapWithoutNumber(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a gap needs a number of words", "un intervalle demande un nombre de mots"),
      at: offset,
      help: LocalizedText(
        "write '~4' for up to four words", "écrivez « ~4 » pour quatre mots au plus"))
  }

  static func gapMisplaced(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a gap stands between two parts", "un intervalle se place entre deux parties"),
      at: offset)
  }

  static func distanceTooLong(limit: Int, at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "a distance is at most \(limit) words", "une distance est de \(limit) mots au plus"),
      at: offset)
  }

  static func notWithoutPart(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "'not' needs a part in front of it", "il faut une partie devant « not »"),
      at: offset)
  }

  static func notWithoutNeighbour(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText(
        "'not before' and 'not after' need a word or a group behind them",
        "il faut un mot ou un groupe après « not before » et « not after »"),
      at: offset,
      help: LocalizedText(
        "put the words in quotation marks if they are meant as words",
        "mettez ces mots entre guillemets droits s’ils sont voulus comme mots"))
  }

  static func andInList(at offset: Int) -> PatternError {
    PatternError(
      LocalizedText("'&' has no place in a list", "« & » n’a pas sa place dans une liste"),
      at: offset,
      help: LocalizedText(
        "use '&' in the pattern that refers to the list",
        "employez « & » dans le motif qui renvoie à la liste"))
  }
}

/// What the names of styles say, in the languages in which word processors write them.
///
/// Word keeps the English names of its own styles in the file whatever language it speaks; other
/// programs and old files do not.
enum OfficeStyleName {
  /// The role of a paragraph whose style has this name; `nil` when the name says nothing.
  static func role(of name: String) -> OfficeParagraph.Role? {
    let name = folded(name)
    if let role = roles[name] { return role }
    var digits = ""
    var stem = name[...]
    while let last = stem.last, last.isASCII, last.isNumber {
      digits = String(last) + digits
      stem = stem.dropLast()
    }
    while stem.last == " " { stem = stem.dropLast() }
    guard let number = Int(digits), number >= 1 else {
      return contents.contains(name) ? .contents : nil
    }
    if headings.contains(String(stem)), number <= 9 { return .heading(level: number) }
    if contents.contains(String(stem)) { return .contents }
    return roles[String(stem)]
  }

  /// Lower case, with `_20_`, which ODT writes for a blank, and hyphens as blanks.
  private static func folded(_ name: String) -> String {
    var result = ""
    var rest = name.lowercased()[...]
    while let first = rest.first {
      if rest.hasPrefix("_20_") {
        result.append(" ")
        rest = rest.dropFirst(4)
      } else {
        result.append(first == "-" || first == "_" ? " " : first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static let headings: Set<String> = [
    "heading", "head", "titre", "überschrift", "berschrift", "encabezado", "título", "ttulo",
    "titolo", "kop", "rubrik", "overskrift", "otsikko", "nagłówek", "nagwek", "nadpis", "заголовок",
    "heading numbered", "en tête",
  ]

  private static let contents: Set<String> = [
    "toc", "tm", "contents", "table of figures", "table des illustrations", "verzeichnis",
    "table of authorities", "index", "illustration index", "table index",
  ]

  private static let roles: [String: OfficeParagraph.Role] = [
    "title": .heading(level: 1), "titre": .heading(level: 1), "titel": .heading(level: 1),
    "título": .heading(level: 1), "titre principal": .heading(level: 1),
    "document title": .heading(level: 1),
    "quote": .quotation, "intense quote": .quotation, "quotations": .quotation,
    "citation": .quotation, "citation intense": .quotation, "block text": .quotation,
    "block quotation": .quotation, "normal centré": .quotation, "zitat": .quotation,
    "source code": .code, "html preformatted": .code, "preformatted text": .code,
    "préformaté html": .code, "code": .code, "texte préformaté": .code,
    "caption": .caption, "légende": .caption, "beschriftung": .caption, "table caption": .caption,
    "image caption": .caption, "captioned figure": .caption, "illustration": .caption,
    "figure": .caption, "table": .caption, "drawing": .caption,
    "list continue": .continuation, "liste continue": .continuation,
    "list paragraph": .continuation, "paragraphe de liste": .continuation,
    "list contents": .continuation,
    "footnote text": .plain, "endnote text": .plain, "normal": .plain, "body text": .plain,
    "subtitle": .plain, "sous titre": .plain, "untertitel": .plain, "subtítulo": .plain,
  ]
}

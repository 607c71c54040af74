/// What the names of styles say, in the languages in which word processors write them.
///
/// Word keeps the English names of its own styles in the file whatever language it speaks; other
/// programs and old files do not.
enum OfficeStyleName {
  /// The role of a paragraph whose style has this name; `nil` when the name says nothing.
  static func role(of name: String) -> OfficeParagraph.Role? {
    let name = folded(name)
    if let role = roles[name] { return role }
    var stem = name.utf8[...]
    while let last = stem.last, last >= 0x30, last <= 0x39 { stem = stem.dropLast() }
    let digits = name.utf8[stem.endIndex...]
    while stem.last == 0x20 { stem = stem.dropLast() }
    guard let number = Int(Substring(digits)), number >= 1 else {
      return contents.contains(name) ? .contents : nil
    }
    let word = String(Substring(stem))
    if headings.contains(word), number <= 9 { return .heading(level: number) }
    if contents.contains(word) { return .contents }
    return roles[word]
  }

  /// Lower case, with `_20_`, which ODT writes for a blank, and hyphens as blanks.
  private static func folded(_ name: String) -> String {
    let lower = Array(name.lowercased().utf8)
    var result: [UInt8] = []
    result.reserveCapacity(lower.count)
    var index = 0
    while index < lower.count {
      let byte = lower[index]
      let isBlank = byte == 0x2D || byte == 0x5F
      let isCode = byte == 0x5F && lower[index...].starts(with: "_20_".utf8)
      result.append(isBlank ? 0x20 : byte)
      index += isCode ? 4 : 1
    }
    return String(decoding: result, as: UTF8.self)
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

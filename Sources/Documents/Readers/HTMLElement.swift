/// The elements of HTML that matter to what is prose and where it ends.
///
/// Elements that are not listed leave no trace: their text goes on in the block around them.
enum HTMLElement: Int8, CaseIterable {
  case html = 1, head, title, meta, body, base, link
  case main, article, section, div, header, footer, aside, nav, address, hgroup, center, search
  case h1, h2, h3, h4, h5, h6
  case p, br, hr, pre, listing, xmp, plaintext, blockquote, figure, figcaption, details, summary
  case ul, ol, menu, dir, li, dl, dt, dd
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case form, fieldset, legend, label, button, select, option, optgroup, datalist, textarea, input
  case output, meter, progress
  case script, style, template, noscript, iframe, object, embed, applet, canvas, svg, math
  case audio, video, map, noframes, noembed, frameset, frame, dialog
  case img, area, param, source, track, wbr
  case a, del, s, strike, sup, span, ins, q, i, b, em, strong, small, sub, u, mark, font, abbr, cite

  /// The element of a tag name in any case; `nil` for names that are not listed.
  static func named(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> HTMLElement? {
    guard bytes.count <= WordTable.Key.limitInBytes else { return nil }
    var key = WordTable.Key()
    for byte in bytes { key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    return HTMLElement(rawValue: names.value(of: key))
  }

  private static let names: WordTable = {
    var table = WordTable(slots: 512)
    for element in allCases {
      table.insert(word: String(describing: element).utf8, value: element.rawValue)
    }
    return table
  }()

  /// Has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source,
      .track, .wbr:
      true
    default: false
    }
  }

  /// Stands in the middle of a sentence.
  var isInline: Bool {
    switch self {
    case .a, .del, .s, .strike, .sup, .span, .ins, .q, .i, .b, .em, .strong, .small, .sub, .u,
      .mark,
      .font, .abbr, .cite, .label, .button, .select, .option, .optgroup, .datalist, .textarea,
      .output, .meter, .progress, .script, .style, .template, .noscript, .iframe, .object, .applet,
      .canvas, .svg, .math, .audio, .video, .map, .noframes, .noembed, .title:
      true
    default: isVoid
    }
  }

  /// Holds nothing that a policy says: navigation, controls, programs, what is struck out.
  var isDropped: Bool {
    switch self {
    case .nav, .aside, .search, .head, .script, .style, .template, .noscript, .iframe, .object,
      .applet, .canvas, .svg, .math, .audio, .video, .map, .noframes, .noembed, .frameset, .button,
      .select, .option, .optgroup, .datalist, .textarea, .label, .output, .meter, .progress,
      .dialog, .del, .s, .strike, .title:
      true
    default: false
    }
  }

  /// Stands in a table and nowhere else.
  var isTablePart: Bool {
    switch self {
    case .thead, .tbody, .tfoot, .tr, .td, .th, .caption, .colgroup, .col: true
    default: false
    }
  }

  /// Content is text up to the end tag, whatever it looks like.
  var isRawText: Bool {
    switch self {
    case .script, .style, .textarea, .title, .xmp, .iframe, .noembed, .noframes, .plaintext: true
    default: false
    }
  }

  /// 1 to 6 for a heading, otherwise `nil`.
  var headingLevel: Int? {
    let level = Int(rawValue) - Int(HTMLElement.h1.rawValue) + 1
    return level >= 1 && level <= 6 ? level : nil
  }
}

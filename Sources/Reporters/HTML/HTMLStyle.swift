internal import RuleSets
internal import SourceText

/// The style sheet of HTML pages.
///
/// Nothing from a policy goes into it; the user's marking does, and is written as escapes.
enum HTMLStyle {
  /// Column widths come in per cent, as classes, because the page allows no style attributes of its own making;
  /// rounded down, so that the last column has its share.
  static func widthClass(_ share: Int, of whole: Int) -> Int {
    guard whole > 0 else { return 5 }
    return min(100, max(3, share * 100 / whole))
  }

  /// With more columns than this, a table is set in small type on paper.
  static let manyColumns = 7

  static func sheet(marking: String?, language: Language) -> String {
    colours(.light) + base + widths + "@media screen and (prefers-color-scheme:dark){\n"
      + colours(.dark) + "}\n" + print(marking: marking, language: language)
  }

  private static func colours(_ palette: Palette) -> String {
    var text =
      ":root{--bg:#\(palette.background);--fg:#\(palette.text);--quiet:#\(palette.quiet);"
      + "--rule:#\(palette.rule);--accent:#\(palette.accent);--shade:#\(palette.shadeText);"
    for rung in Rung.allCases {
      text += "--\(Tone.rung(rung).className):#\(palette.fill(.rung(rung)));"
    }
    return text + "--\(Tone.contradicted.className):#\(palette.contradicted)}\n"
  }

  private static let base = """
    *{box-sizing:border-box}
    html{background:var(--bg);color:var(--fg);font:1rem/1.5 system-ui,"Liberation Sans",Arial,sans-serif}
    body{max-width:70rem;margin:0 auto;padding:1rem}
    h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
    h2{font-size:1.25rem;line-height:1.3;margin:1.75rem 0 .5rem;border-bottom:1px solid var(--rule)}
    h3{font-size:1.05rem;line-height:1.35;margin:1.25rem 0 .35rem}
    h4{font-size:1rem;margin:1rem 0 .35rem}
    p{margin:.4rem 0;max-width:46rem}
    li{max-width:46rem;margin:.2rem 0}
    a{color:var(--accent)}
    a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .skip{position:absolute;left:-99rem;background:var(--bg);padding:.5rem;z-index:1}
    .skip:focus{left:.5rem;top:.5rem}
    .marking{font-weight:700;text-align:center;letter-spacing:.05em;max-width:none}
    .quiet{color:var(--quiet)}
    .lead{font-size:1.1rem}
    nav ul{columns:20rem;padding-left:1.2rem}
    nav li{margin:0;padding:.15rem 0;break-inside:avoid}
    code{font-family:"Liberation Mono",ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
    q::before,q::after{content:none}
    .scroll{overflow-x:auto;margin:.75rem 0}
    table{border-collapse:collapse;width:100%;min-width:34rem;font-size:.92rem;line-height:1.4}
    caption{text-align:left;font-weight:700;padding:.25rem 0}
    @media screen and (max-width:38rem){caption{max-width:calc(100vw - 2rem)}}
    caption .note{display:block;font-weight:400;color:var(--quiet);max-width:46rem}
    th,td{border:1px solid var(--rule);padding:.3rem .45rem;text-align:left;vertical-align:top;\
    overflow-wrap:break-word}
    thead th{border-bottom-width:2px}
    th[scope=row]{font-weight:600}
    td div+div,th div+div{margin-top:.3rem}
    th[scope=row] div+div{font-weight:400}
    .mid{text-align:center}
    .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:.75rem;\
    margin:.5rem 0}
    figure{margin:.5rem 0}
    .quotation{border-left:3px solid var(--accent);padding:.1rem .75rem}
    .quotation blockquote{margin:.3rem 0}
    figcaption{font-weight:600}
    .quotation figcaption .quiet{font-weight:400;font-size:.9rem}
    svg{display:block;max-width:none;height:auto;font-family:inherit}
    svg text{fill:var(--fg)}
    svg .on{fill:var(--shade)}
    svg .line{stroke:var(--quiet);fill:none}
    svg .tip{fill:var(--quiet)}
    svg .edge{stroke:var(--rule);stroke-width:1}
    .r0{background:var(--r0);fill:var(--r0)}
    .r1{background:var(--r1);color:var(--shade);fill:var(--r1)}
    .r2{background:var(--r2);color:var(--shade);fill:var(--r2)}
    .r3{background:var(--r3);color:var(--shade);fill:var(--r3)}
    .r4{background:var(--r4);color:var(--shade);fill:var(--r4)}
    .rx{background:var(--rx);color:var(--shade);fill:var(--rx)}
    .r1 .quiet,.r2 .quiet,.r3 .quiet,.r4 .quiet,.rx .quiet{color:var(--shade)}
    @media (forced-colors:active){.quotation{border-left-color:CanvasText}}

    """

  private static let widths =
    (3...100)
    .map { ".w\($0){width:\($0)%}" }.joined() + "\n"

  private static func print(marking: String?, language: Language) -> String {
    let of = LocalizedText(" of ", " de ")[language]
    var boxes = "@bottom-right{content:counter(page) \(quoted(of)) counter(pages);font-size:8pt}"
    if let marking {
      boxes += "@top-center{content:\(quoted(marking));font-weight:700;font-size:9pt}"
      boxes += "@bottom-center{content:\(quoted(marking));font-weight:700;font-size:9pt}"
    }
    return """
      @page{size:letter;margin:16mm 15mm;\(boxes)}
      @media print{
      html{font-size:8.8pt;line-height:1.28;background:#fff;color:#000}
      body{max-width:none;padding:0}
      p,li,caption .note{max-width:none}
      .skip,nav,.marking{display:none}
      h1{font-size:1.5rem;margin:0 0 .1rem}
      h2{font-size:1.15rem;margin:.55rem 0 .15rem}
      h2,h3,h4,caption{break-after:avoid}
      p{margin:.15rem 0;orphans:2;widows:2}
      ul{margin:.15rem 0}
      li{margin:.05rem 0}
      .lead{font-size:1rem}
      .break{break-before:page}
      .scroll{overflow:visible;margin:.25rem 0}
      table{min-width:0;font-size:.92rem;line-height:1.2}
      th,td{padding:.1rem .25rem;overflow-wrap:anywhere}
      td div+div,th div+div{margin-top:.1rem}
      .many{font-size:.72rem}
      .pair{gap:.5rem;margin:.15rem 0 .3rem}
      .quotation{padding:0 .5rem}
      .quotation blockquote,.quotation p{margin:.1rem 0}
      .quotation figcaption br{display:none}
      .quotation figcaption .quiet{margin-left:.5rem}
      tr,.quotation,.drawing,.short{break-inside:avoid}
      thead{display:table-header-group}
      svg{max-width:100%}
      *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
      }

      """
  }

  /// A string of CSS in which only letters, digits and blanks stand as they are.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in MarkupText.harmless(text).unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": result.unicodeScalars.append(scalar)
      default: result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }
}

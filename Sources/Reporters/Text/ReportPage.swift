internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// A terminal page that knows the report that is shown on it, and how its values are worded.
struct ReportPage {
  let report: Report
  let options: ReportOptions
  let page: TerminalPage
  /// A heading that leads to every passage of the document at hand, usually its title; not
  /// repeated.
  var sharedHeading: String?

  init(_ report: Report, _ options: ReportOptions, _ output: ReportOutput) {
    self.report = report
    self.options = options
    self.page = TerminalPage(output, options)
  }

  var language: Language { options.language }
  var rules: CompiledRules { report.rules }

  /// The text in the reader's language.
  func words(_ text: LocalizedText) -> String { text[language] }

  func heading(_ text: LocalizedText) {
    page.blank()
    page.text(StyledText(words(text), .strong))
    page.blank()
  }

  // MARK: Rungs and gaps

  /// Symbol and word; in a report on the past, the word says whether the thing was done.
  func rung(_ rung: Rung, in kind: DocumentKind? = nil, style: StyledText.Style = .plain)
    -> StyledText
  {
    let title = kind?.reportsOnThePast == true ? rung.resultTitle : rung.title
    return StyledText("\(rung.symbol)\u{A0}\(words(title))", style)
  }

  /// "◔ intent → at least ◑ commitment · too weak"; an absent passage needs no second word.
  func step(_ cell: CoverageCell, _ gap: CoverageCell.Gap, in kind: DocumentKind) -> StyledText {
    let step =
      rung(cell.rung, in: kind, style: .weak)
      .appending(" → ", .quiet)
      .appending(words(Messages.atLeast) + " ", .quiet)
      + rung(cell.floor, in: kind)
    return gap == .absent ? step : step.appending(" · ", .quiet) + self.gap(gap)
  }

  func gap(_ gap: CoverageCell.Gap) -> StyledText {
    StyledText(words(gap.title), gap == .contradicted ? .bad : .weak)
  }

  // MARK: Quotes and places

  /// The words between the quotation marks of the reader's language.
  func quoted(_ text: String, style: StyledText.Style = .plain) -> StyledText {
    StyledText(language == .english ? "“\(text)”" : "«\u{A0}\(text)\u{A0}»", style)
  }

  /// The words on at most so many columns, quotation marks included.
  func quoted(_ text: String, columns: Int, style: StyledText.Style = .plain) -> StyledText {
    let marks = language == .english ? 2 : 4
    let short = StyledText(text).truncated(to: max(8, columns - marks))
    return quoted(short.runs.map(\.text).joined(), style: style)
  }

  /// The position and the headings that lead to it; of a long path, the first and the last.
  func place(_ place: FindingPlace) -> StyledText {
    var text = StyledText(place.location(in: language), .place)
    var headings = place.headingPath[...]
    if let sharedHeading, headings.count > 1, headings.first == sharedHeading {
      headings = headings.dropFirst()
    }
    let separator = " › "
    var path = headings.joined(separator: separator)
    if options.detail != .full, headings.count > 2, let first = headings.first,
      let last = headings.last, DisplayWidth.of(path) > page.proseWidth - 16
    {
      path = [first, "…", last].joined(separator: separator)
    }
    if !path.isEmpty { text.append(" · " + path, .quiet) }
    return text
  }

  /// The words of a passage, of a very long one the beginning unless everything was asked for.
  func passage(_ place: FindingPlace) -> StyledText {
    options.detail == .full
      ? quoted(place.quote) : quoted(place.quote, columns: Self.passageLines * page.proseWidth)
  }

  /// Lines that a quoted passage may take.
  private static let passageLines = 5

  /// The first heading of all these places; `nil` when they have none in common.
  static func sharedHeading(of places: [FindingPlace]) -> String? {
    guard let first = places.first?.headingPath.first else { return nil }
    return places.allSatisfy { $0.headingPath.first == first } ? first : nil
  }

  // MARK: Reasons

  /// "soft word: intent “aims to”".
  func reason(_ reason: QuotedReason, passage: String) -> StyledText {
    var text = StyledText(words(reason.text))
    // A step that rests on the whole passage would only repeat it.
    if !reason.quote.isEmpty, reason.quote != passage {
      text.append(" ")
      text.append(quoted(reason.quote, columns: 60, style: .quiet))
    }
    return text
  }

  func reasons(_ reasons: [QuotedReason], passage: String) -> StyledText {
    joined(reasons.map { reason($0, passage: passage) }, "; ")
  }

  func joined(_ texts: [StyledText], _ separator: String) -> StyledText {
    var result = StyledText()
    for (index, text) in texts.enumerated() {
      if index > 0 { result.append(separator, .quiet) }
      result.append(text)
    }
    return result
  }
}

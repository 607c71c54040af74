package import SourceText

/// A document for people, whatever format it ends in: written once, then given out as HTML, Word or Markdown.
///
/// Everything in it is plain text with a meaning; how that looks, and how it is made harmless, is the business
/// of the format.
package struct Page: Sendable {
  /// Language of everything that has no language of its own.
  package var language: Language
  package var title: String
  /// Lines below the title.
  package var subtitle: [String]
  /// What the user asked to stand at the top and foot of every page, for example a security marking.
  package var marking: String?
  package var blocks: [PageBlock]

  package init(
    language: Language, title: String, subtitle: [String] = [], marking: String? = nil,
    blocks: [PageBlock] = []
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.marking = marking
    self.blocks = blocks
  }
}

/// One part of a page.
package enum PageBlock: Sendable {
  /// Level 2 to 4; the page's title is the only one of level 1.
  case heading(level: Int, PageText)
  case paragraph(PageText, ParagraphStyle = .plain)
  case list([PageText], isNumbered: Bool = false)
  /// Passages that belong side by side.
  case quotations([Quotation])
  case table(PageTable)
  case figure(PageFigure)
  /// What follows starts on a new sheet.
  case pageBreak

  package enum ParagraphStyle: Sendable {
    case plain
    /// What a reader in a hurry must see.
    case lead
    /// Explanations, sources, limits.
    case quiet
  }
}

/// Text of one paragraph or cell.
package struct PageText: Sendable, Hashable, ExpressibleByStringLiteral {
  package enum Style: Sendable, Hashable {
    case plain
    case strong
    case quiet
    /// Ids, paths, fingerprints.
    case code
    /// The words of a policy; stands between quotation marks.
    case quote
  }

  package struct Run: Sendable, Hashable {
    package var text: String
    package var style: Style
    /// `nil` for the page's own.
    package var language: Language?
  }

  package private(set) var runs: [Run] = []

  package init() {}

  package init(_ text: String, _ style: Style = .plain, language: Language? = nil) {
    append(text, style, language: language)
  }

  package init(stringLiteral value: String) { self.init(value) }

  package mutating func append(
    _ text: String, _ style: Style = .plain, language: Language? = nil
  ) {
    guard !text.isEmpty else { return }
    runs.append(Run(text: text, style: style, language: language))
  }

  package func appending(
    _ text: String, _ style: Style = .plain, language: Language? = nil
  ) -> PageText {
    var result = self
    result.append(text, style, language: language)
    return result
  }

  package static func + (left: PageText, right: PageText) -> PageText {
    var result = left
    result.runs += right.runs
    return result
  }

  package var isEmpty: Bool { runs.isEmpty }

  /// The words alone.
  package var plain: String { runs.map(\.text).joined() }

  /// Texts one after the other with a separator between them.
  package static func joined(_ texts: [PageText], _ separator: String) -> PageText {
    var result = PageText()
    for (index, text) in texts.enumerated() {
      if index > 0 { result.append(separator) }
      result.runs += text.runs
    }
    return result
  }
}

/// A passage with where it stands.
package struct Quotation: Sendable, Hashable {
  /// Who says it.
  package var speaker: PageText
  package var text: String
  package var language: Language
  package var source: PageText

  package init(speaker: PageText, text: String, language: Language, source: PageText) {
    self.speaker = speaker
    self.text = text
    self.language = language
    self.source = source
  }
}

package import RuleSets

/// A table with a caption and named columns.
package struct PageTable: Sendable {
  package struct Column: Sendable {
    package var title: String
    /// Share of the width, relative to the other columns.
    package var share: Int
    package var isCentred: Bool

    package init(_ title: String, share: Int = 10, isCentred: Bool = false) {
      self.title = title
      self.share = max(1, share)
      self.isCentred = isCentred
    }
  }

  package struct Cell: Sendable {
    /// One or more paragraphs; none for a cell that is left blank.
    package var paragraphs: [PageText]
    /// A shade behind the words, which never says more than they do.
    package var tone: Tone?

    package init(_ paragraphs: [PageText], tone: Tone? = nil) {
      self.paragraphs = paragraphs
      self.tone = tone
    }

    package init(_ text: PageText, tone: Tone? = nil) {
      self.init(text.isEmpty ? [] : [text], tone: tone)
    }

    package init(_ text: String, tone: Tone? = nil) { self.init(PageText(text), tone: tone) }
  }

  /// Calls back with one row after the other, so that a long table never stands in memory.
  package typealias Rows = @Sendable (_ row: ([Cell]) -> Void) -> Void

  package var caption: String
  /// What the table shows, for people who do not see it; Word keeps it as alternative text.
  package var explanation: String
  package var columns: [Column]
  /// True when the first cell of a row names the row.
  package var hasRowHeaders: Bool
  package let rows: Rows
  /// True when the table is short enough to stay on one sheet.
  package var isShort = false

  package init(
    caption: String, explanation: String = "", columns: [Column], hasRowHeaders: Bool = true,
    rows: @escaping Rows
  ) {
    self.caption = caption
    self.explanation = explanation
    self.columns = columns
    self.hasRowHeaders = hasRowHeaders
    self.rows = rows
  }

  package init(
    caption: String, explanation: String = "", columns: [Column], hasRowHeaders: Bool = true,
    rows: [[Cell]]
  ) {
    self.init(
      caption: caption, explanation: explanation, columns: columns, hasRowHeaders: hasRowHeaders
    ) { row in
      for cells in rows { row(cells) }
    }
    isShort = rows.count <= 12
  }
}

/// A shade that goes with a word or symbol.
package enum Tone: Sendable, Hashable {
  case rung(Rung)
  case contradicted
}

package import SourceText

/// Where a passage stands in a file that has no lines.
package enum FilePosition: Sendable, Hashable {
  /// In a word processor's file: DOCX, ODT.
  case paragraph(ParagraphPosition)
  /// On a page: PDF.
  case page(PagePosition)

  /// The position in words that follow the file's name, for example "paragraph 12" or "page 3".
  package var title: LocalizedText {
    switch self {
    case .paragraph(let place):
      let number = LocalizedText(
        "paragraph \(place.paragraph)", "paragraphe \(place.paragraph)")
      guard let part = place.partTitle else { return number }
      return LocalizedText("\(part), \(number)", "\(part), \(number)")
    case .page(let place):
      return LocalizedText("page \(place.page)", "page \(place.page)")
    }
  }

  /// The number that a user gives to point at the place, as `FILE:NUMBER`: that of the paragraph in the
  /// body, or of the page; 0 for other parts of a word processor's file.
  package var number: Int {
    switch self {
    case .paragraph(let place): place.partTitle == nil ? place.paragraph : 0
    case .page(let place): place.page
    }
  }
}

/// A place in a part of a word processor's file.
package struct ParagraphPosition: Sendable, Hashable {
  /// Name of the part in the package: `word/document.xml`, `content.xml`.
  package var part: String
  /// 1-based in the part; every paragraph counts, also those in tables and empty ones.
  package var paragraph: Int
  /// The paragraph in which the passage ends, not smaller than `paragraph`: a table row has a paragraph
  /// or more in each cell.
  package var lastParagraph: Int
  /// UTF-8 offset in the text of the runs of `paragraph`, put together.
  package var start: Int
  /// UTF-8 offset just past the passage in the text of the runs of `lastParagraph`.
  package var end: Int

  package init(part: String, paragraph: Int, lastParagraph: Int, start: Int, end: Int) {
    self.part = part
    self.paragraph = paragraph
    self.lastParagraph = lastParagraph
    self.start = start
    self.end = end
  }

  /// What a reader calls the part; `nil` for the body.
  package var partTitle: LocalizedText? {
    switch part {
    case "word/footnotes.xml": LocalizedText("footnotes", "notes de bas de page")
    case "word/endnotes.xml": LocalizedText("endnotes", "notes de fin")
    case _ where part.hasPrefix("word/header"): LocalizedText("page header", "en-tête de page")
    case _ where part.hasPrefix("word/footer"): LocalizedText("page footer", "pied de page")
    default: nil
    }
  }
}

/// A place on a page.
package struct PagePosition: Sendable, Hashable {
  /// 1-based, whatever number is printed on the page.
  package var page: Int
  /// The page on which the passage ends.
  package var lastPage: Int
  /// Around those words of the passage that stand on `page`.
  package var box: PageBox

  package init(page: Int, lastPage: Int, box: PageBox) {
    self.page = page
    self.lastPage = lastPage
    self.box = box
  }
}

/// A rectangle on a page in points (1/72 inch), from the page's top left corner.
package struct PageBox: Sendable, Hashable {
  package var left: Float
  package var top: Float
  package var right: Float
  package var bottom: Float

  package init(left: Float, top: Float, right: Float, bottom: Float) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  package mutating func formUnion(_ other: PageBox) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
  }
}

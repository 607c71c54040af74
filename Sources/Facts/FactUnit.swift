internal import Documents
package import SourceText

/// A unit of a document as facts refer to it, with its place, so that a finding needs no document.
package struct FactUnit: Sendable, Hashable, BitwiseCopyable {
  package struct Flags: OptionSet, Sendable, Hashable, BitwiseCopyable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    // What stands by itself would be put together by way of all sets that there are.
    package init(arrayLiteral elements: Flags...) {
      rawValue = elements.reduce(0) { $0 | $1.rawValue }
    }

    package static let french = Flags(rawValue: 1)
    package static let binds = Flags(rawValue: 1 << 1)
    package static let intends = Flags(rawValue: 1 << 2)
    package static let past = Flags(rawValue: 1 << 3)
    package static let denies = Flags(rawValue: 1 << 4)
    package static let gender = Flags(rawValue: 1 << 5)
    package static let total = Flags(rawValue: 1 << 6)
    package static let target = Flags(rawValue: 1 << 7)
    package static let baseline = Flags(rawValue: 1 << 8)
    package static let reduces = Flags(rawValue: 1 << 9)
    package static let expands = Flags(rawValue: 1 << 10)
    package static let staff = Flags(rawValue: 1 << 11)
    package static let people = Flags(rawValue: 1 << 12)
    package static let quotes = Flags(rawValue: 1 << 13)
    package static let attributes = Flags(rawValue: 1 << 14)
    package static let yearly = Flags(rawValue: 1 << 15)
  }

  /// Index of the block; units of one paragraph share it.
  package var block: Int32
  /// Index of the unit that introduces this one; -1 when there is none.
  package var context: Int32
  /// UTF-8 offsets in `DocumentFacts.text`.
  package var textStart: UInt32
  package var textEnd: UInt32
  /// UTF-8 offsets in the file.
  package var sourceStart: UInt32
  package var sourceEnd: UInt32
  /// 1-based; 0 when the format has no lines.
  package var line: UInt32
  package var column: UInt32
  /// Unit of the nearest heading above; -1 when there is none.
  package var heading: Int32
  /// Where the unit's content words begin in `DocumentFacts.words`.
  package var wordStart: UInt32
  package var wordCount: UInt32
  package var flags: Flags
  package var kind: UInt8
  /// Level of a heading or list item.
  package var level: UInt8

  package var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
  package var wordRange: Range<Int> { Int(wordStart)..<Int(wordStart + wordCount) }
  package var language: Language { flags.contains(.french) ? .french : .english }
  package var isHeading: Bool { kind == Block.Kind.heading.rawValue }
  package var isListItem: Bool { kind == Block.Kind.listItem.rawValue }
  package var isRow: Bool { kind == Block.Kind.tableRow.rawValue }
  package var isTableHeader: Bool { kind == Block.Kind.tableHeader.rawValue }
  package var isQuotation: Bool { kind == Block.Kind.quotation.rawValue }
}

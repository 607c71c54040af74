/// The tags of a part of a Word file with their offsets, for changes that leave everything else as it is.
///
/// Only for XML that has been parsed before: what is no well-formed XML is not found out here.
struct WordMarkup {
  /// A run from its start tag to past its end tag.
  struct Run {
    var start: Int
    var end: Int
    /// 1-based number of the paragraph that the run stands in, of the outermost one for a text box.
    var paragraph: Int
  }

  struct Tag {
    /// Without the angle brackets; a closing tag starts with a slash.
    var name: ArraySlice<UInt8>
    /// From the opening bracket to past the closing one.
    var range: Range<Int>
    var isEmpty: Bool
  }

  /// Runs in the order of their start tags; of one inside another (a text box) both.
  private(set) var runs: [Run] = []
  /// For each paragraph of the part, in order: past its start tag and its properties, where its runs
  /// begin; `nil` for an empty element and for a paragraph inside a text box.
  private(set) var paragraphStarts: [Int?] = []

  init(_ bytes: [UInt8]) {
    var open: [Int] = []
    var paragraphs: [Int] = []
    var boxes = 0
    Self.forEachTag(in: bytes) { tag in
      let name = tag.name
      if name.elementsEqual(Self.paragraph) {
        paragraphStarts.append(boxes == 0 && !tag.isEmpty ? tag.range.upperBound : nil)
        if !tag.isEmpty { paragraphs.append(paragraphStarts.count) }
      } else if name.elementsEqual(Self.paragraphEnd) {
        _ = paragraphs.popLast()
      } else if name.elementsEqual(Self.propertiesEnd) {
        if boxes == 0, let last = paragraphs.last {
          paragraphStarts[last - 1] = tag.range.upperBound
        }
      } else if name.elementsEqual(Self.box), !tag.isEmpty {
        boxes += 1
      } else if name.elementsEqual(Self.boxEnd) {
        boxes -= 1
      } else if name.elementsEqual(Self.run) {
        runs.append(
          Run(
            start: tag.range.lowerBound, end: tag.range.upperBound, paragraph: paragraphs.first ?? 0
          ))
        if !tag.isEmpty { open.append(runs.count - 1) }
      } else if name.elementsEqual(Self.runEnd), let last = open.popLast() {
        runs[last].end = tag.range.upperBound
      }
    }
  }

  /// Calls `body` for each tag; comments, instructions and character data sections are passed over.
  static func forEachTag(in bytes: [UInt8], _ body: (Tag) -> Void) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while let start = buffer.offset(of: 0x3C, from: index, to: buffer.count) {
        guard start + 1 < buffer.count else { return }
        if let special = specialEnd(buffer, start) {
          index = special
          continue
        }
        var end = start + 1
        var quote: UInt8 = 0
        while end < buffer.count {
          let byte = buffer[end]
          if quote != 0 {
            if byte == quote { quote = 0 }
          } else if byte == 0x22 || byte == 0x27 {
            quote = byte
          } else if byte == 0x3E {
            break
          }
          end += 1
        }
        guard end < buffer.count else { return }
        var nameEnd = start + 1
        while nameEnd < end, !isWhitespace(buffer[nameEnd]),
          buffer[nameEnd] != 0x2F || nameEnd == start + 1
        {
          nameEnd += 1
        }
        body(
          Tag(
            name: bytes[start + 1..<nameEnd], range: start..<end + 1,
            isEmpty: buffer[end - 1] == 0x2F))
        index = end + 1
      }
    }
  }

  /// The end of `<!-- -->`, `<![CDATA[ ]]>` or `<? ?>` at `start`; `nil` for a tag.
  private static func specialEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    let close: [UInt8]
    switch buffer[start + 1] {
    case 0x3F: close = [0x3F, 0x3E]
    case 0x21:
      let isData = start + 2 < buffer.count && buffer[start + 2] == 0x5B
      close = isData ? [0x5D, 0x5D, 0x3E] : [0x2D, 0x2D, 0x3E]
    default: return nil
    }
    var index = start + 2
    while index + close.count <= buffer.count {
      if buffer[index..<index + close.count].elementsEqual(close) { return index + close.count }
      index += 1
    }
    return buffer.count
  }

  private static let paragraph = Array("w:p".utf8)
  private static let paragraphEnd = Array("/w:p".utf8)
  private static let propertiesEnd = Array("/w:pPr".utf8)
  private static let run = Array("w:r".utf8)
  private static let runEnd = Array("/w:r".utf8)
  private static let box = Array("w:txbxContent".utf8)
  private static let boxEnd = Array("/w:txbxContent".utf8)
}

/// The marks in the text that say which words a comment is about.
enum WordCommentAnchors {
  struct Anchor {
    var id: Int
    /// From the start of a run to past the end of one.
    var range: Range<Int>
  }

  /// The part with marks around the ranges.
  static func inserted(_ anchors: [Anchor], into bytes: [UInt8]) -> [UInt8] {
    var pieces: [(offset: Int, order: Int, text: String)] = []
    for anchor in anchors {
      pieces.append(
        (anchor.range.lowerBound, anchor.id, "<w:commentRangeStart w:id=\"\(anchor.id)\"/>"))
      pieces.append(
        (
          anchor.range.upperBound, anchor.id,
          "<w:commentRangeEnd w:id=\"\(anchor.id)\"/>"
            + "<w:r><w:commentReference w:id=\"\(anchor.id)\"/></w:r>"
        ))
    }
    pieces.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + pieces.count * 100)
    var position = 0
    for piece in pieces {
      result += bytes[position..<piece.offset]
      result += Array(piece.text.utf8)
      position = piece.offset
    }
    return result + bytes[position...]
  }

  /// The part without the marks of some comments, and without the runs that held nothing else.
  static func removed(from bytes: [UInt8], ids: Set<String>) -> [UInt8] {
    guard !ids.isEmpty else { return bytes }
    var cuts: [Range<Int>] = []
    var run: (start: Int, hasOther: Bool, isOurs: Bool)?
    var reference: Range<Int>?
    WordMarkup.forEachTag(in: bytes) { tag in
      let name = String(decoding: tag.name, as: UTF8.self)
      switch name {
      case "w:commentRangeStart", "w:commentRangeEnd":
        if ids.contains(id(in: bytes[tag.range])) { cuts.append(tag.range) }
      case "w:r": run = tag.isEmpty ? nil : (tag.range.lowerBound, false, false)
      case "w:commentReference":
        guard ids.contains(id(in: bytes[tag.range])) else {
          run?.hasOther = true
          return
        }
        run?.isOurs = true
        reference = tag.range
      case "/w:r":
        if let open = run, open.isOurs, let reference {
          cuts.append(open.hasOther ? reference : open.start..<tag.range.upperBound)
        }
        run = nil
        reference = nil
      case "w:t", "w:tab", "w:br", "w:drawing", "w:pict", "w:object", "w:fldChar", "w:instrText",
        "w:footnoteReference", "w:endnoteReference", "w:sym":
        run?.hasOther = true
      default: break
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) where cut.lowerBound >= position {
      result += bytes[position..<cut.lowerBound]
      position = cut.upperBound
    }
    return result + bytes[position...]
  }

  /// The largest id that a mark of a comment has; -1 when there is none.
  static func largestID(in bytes: [UInt8]) -> Int {
    var largest = -1
    WordMarkup.forEachTag(in: bytes) { tag in
      switch String(decoding: tag.name, as: UTF8.self) {
      case "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference":
        largest = max(largest, number(in: bytes[tag.range]))
      default: break
      }
    }
    return largest
  }

  /// The number of `w:id` in a tag; -1 for none, and for one that leaves no room for larger ones.
  static func number(in tag: ArraySlice<UInt8>) -> Int {
    let number = Int(id(in: tag)) ?? -1
    return number < Int32.max / 2 ? max(-1, number) : -1
  }

  /// The value of `w:id` in a tag.
  static func id(in tag: ArraySlice<UInt8>) -> String {
    attribute("w:id", in: tag) ?? ""
  }

  /// The raw value of an attribute in a tag.
  static func attribute(_ name: String, in tag: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: tag, as: UTF8.self)
    var rest = text[...]
    while let found = rest.firstIndex(of: "=") {
      let key = rest[..<found].split { $0.isWhitespace || $0 == "<" }.last ?? ""
      var after = rest[rest.index(after: found)...].drop { $0.isWhitespace }
      guard let quote = after.first, quote == "\"" || quote == "'" else { return nil }
      after = after.dropFirst()
      guard let end = after.firstIndex(of: quote) else { return nil }
      if key == name { return String(after[..<end]) }
      rest = after[after.index(after: end)...]
    }
    return nil
  }
}

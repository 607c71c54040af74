/// The comments part of a Word file, to which comments are added.
struct WordCommentList {
  private(set) var bytes: [UInt8]
  private var nextID = 0

  /// `nil` for a file that has no comments yet.
  init(_ existing: [UInt8]?) {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    bytes =
      existing
      ?? Array(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<w:comments xmlns:w=\"\(space)\"></w:comments>").utf8)
    // An empty element has no room; it gets an end tag.
    if let end = bytes.suffix(2).first, end == 0x2F, let open = bytes.lastIndex(of: 0x3C) {
      let name = bytes[(open + 1)...].prefix { !isWhitespace($0) && $0 != 0x2F }
      bytes = bytes.dropLast(2) + [0x3E, 0x3C, 0x2F] + name + [0x3E]
    }
  }

  /// Takes out the comments that this program wrote and returns their ids.
  mutating func removeOwn() -> Set<String> {
    var ids: Set<String> = []
    var cuts: [Range<Int>] = []
    var start: Int?
    WordMarkup.forEachTag(in: bytes) { tag in
      if tag.name.elementsEqual("w:comment".utf8) {
        let id = WordCommentAnchors.id(in: bytes[tag.range])
        guard WordCommentAnchors.attribute("w:author", in: bytes[tag.range]) == WordAnnotator.author
        else { return }
        ids.insert(id)
        start = tag.range.lowerBound
      } else if tag.name.elementsEqual("/w:comment".utf8), let from = start {
        cuts.append(from..<tag.range.upperBound)
        start = nil
      }
    }
    for cut in cuts.reversed() { bytes.removeSubrange(cut) }
    // The ids are free again: the same comments get the same ones.
    var largest = -1
    WordMarkup.forEachTag(in: bytes) { tag in
      guard tag.name.elementsEqual("w:comment".utf8) else { return }
      largest = max(largest, WordCommentAnchors.number(in: bytes[tag.range]))
    }
    nextID = largest + 1
    return ids
  }

  /// Gives no comment an id up to this one.
  mutating func keepFree(upTo id: Int) { nextID = max(nextID, id + 1) }

  /// True when comments can be added to the part.
  var isSound: Bool { WordAnnotator.insert(" ", before: "</w:comments>", in: bytes) != bytes }

  /// Adds a comment and returns its id.
  mutating func add(_ comment: WordComment) -> Int {
    let id = nextID
    nextID += 1
    var text =
      "<w:comment w:id=\"\(id)\" w:author=\"\(WordAnnotator.author)\" w:initials=\"co\">"
    for (index, paragraph) in comment.paragraphs.enumerated() {
      text += "<w:p>"
      if index == 0 { text += "<w:r><w:annotationRef/></w:r>" }
      text += "<w:r><w:rPr><w:lang w:val=\"\(comment.language)\"/></w:rPr>"
      text += "<w:t xml:space=\"preserve\">\(Self.escaped(paragraph))</w:t></w:r></w:p>"
    }
    text += "</w:comment>"
    bytes = WordAnnotator.insert(text, before: "</w:comments>", in: bytes)
    return id
  }

  /// The text as character data; what XML cannot hold is left out.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\n", "\r", "\t": result.append(" ")
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

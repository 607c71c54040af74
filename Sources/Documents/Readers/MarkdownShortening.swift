/// One pass over a source, which makes a `ShortenedMarkdown`.
struct MarkdownShortening {
  typealias Piece = ShortenedMarkdown.Piece
  typealias PlainBlock = ShortenedMarkdown.PlainBlock

  let source: UnsafePointer<UInt8>
  let count: Int
  var index: Int
  /// Up to here the source has been copied or left out.
  var copied: Int
  let target: UnsafeMutablePointer<UInt8>
  /// How many bytes have been copied.
  var written = 0
  /// Whether the line at the index begins a block at the outermost level, if it is not indented and is no list.
  private var startsBlock = true
  /// Whether there has been something that may begin code between fences or HTML, which blank lines do not end.
  private var hasOpening = false

  /// Bytes that are kept at either end of a stretch: more than md4c looks at beside a mark, which is a character or
  /// two blanks.
  private static let kept = 8
  /// A paragraph of its own, no longer than the shortest block with what ends it.
  static let placeholder: StaticString = "x\n\n"

  init(
    source: UnsafePointer<UInt8>, count: Int, start: Int, target: UnsafeMutablePointer<UInt8>
  ) {
    self.source = source
    self.count = count
    self.target = target
    index = start
    copied = start
  }

  mutating func run(_ pieces: inout [Piece], _ blocks: inout [PlainBlock]) {
    while index < count {
      if startsBlock, !hasOpening, leavesOutBlocks(&pieces, &blocks) { continue }
      readLine(&pieces)
    }
    copy(to: count)
  }

  // MARK: Blocks

  /// Leaves out the plain blocks that follow; false when the next one is not plain.
  private mutating func leavesOutBlocks(
    _ pieces: inout [Piece], _ blocks: inout [PlainBlock]
  ) -> Bool {
    let (start, first) = (index, blocks.count)
    while index < count {
      if let block = plainBlock() {
        blocks.append(block)
      } else if blocks.count == first || !leavesOutList(&blocks) {
        break
      }
    }
    guard blocks.count > first else { return false }
    // What stands for a group is not longer than the group; at the end there is room for it.
    guard index == count || index &- start >= Self.placeholder.utf8CodeUnitCount else {
      index = start
      blocks.removeSubrange(first...)
      return false
    }
    copy(to: start)
    addPiece(
      Piece(
        start: UInt32(truncatingIfNeeded: written), shift: UInt32(truncatingIfNeeded: first),
        count: UInt32(truncatingIfNeeded: blocks.count - first)), &pieces)
    (target + written).update(
      from: Self.placeholder.utf8Start, count: Self.placeholder.utf8CodeUnitCount)
    written &+= Self.placeholder.utf8CodeUnitCount
    copied = index
    startsBlock = false
    addPiece(
      Piece(
        start: UInt32(truncatingIfNeeded: written),
        shift: UInt32(truncatingIfNeeded: index &- written)), &pieces)
    return true
  }

  /// A plain block other than a list that begins here, behind which the index stands then, past blank lines; `nil`,
  /// and the index where it was, when what stands here is something else.
  private mutating func plainBlock() -> PlainBlock? {
    let start = index
    let byte = source[start]
    let block = byte == 0x23 ? heading() : byte == 0x2A ? boldParagraph() : paragraph()
    if block == nil { index = start }
    return block
  }

  @inline(__always)
  private mutating func heading() -> PlainBlock? {
    let start = index
    while index < count, source[index] == 0x23 { index &+= 1 }
    let hashesEnd = index
    while index < count, source[index] == 0x20 { index &+= 1 }
    let textStart = index
    guard hashesEnd &- start <= 6, textStart > hashesEnd, textStart < count else { return nil }
    skipPlain()
    let end = index
    guard end > textStart, endsLine() else { return nil }
    skipBlankLines()
    return PlainBlock(.heading, level: hashesEnd &- start, start: textStart, end: trimmed(end))
  }

  @inline(__always)
  private mutating func paragraph() -> PlainBlock? {
    let start = index
    var lines = 0
    while index < count, Self.startsText(source[index]) {
      skipPlain()
      let end = index
      guard endsLine() else { return nil }
      if skipBlankLines() || index == count || itemText() != nil {
        return PlainBlock(.paragraph, isWrapped: lines > 0, start: start, end: trimmed(end))
      }
      lines &+= 1
      // Blanks at the end of a line mean something when another one follows.
      if source[end &- 1] == 0x20 { return nil }
    }
    return nil
  }

  /// One line between two pairs of asterisks.
  private mutating func boldParagraph() -> PlainBlock? {
    let start = index &+ 2
    guard start < count, source[start &- 1] == 0x2A, Self.isWordLike(source[start]) else {
      return nil
    }
    index = start
    skipPlain()
    let end = index
    guard end > start, end &+ 1 < count, source[end] == 0x2A, source[end &+ 1] == 0x2A,
      Self.isWordLike(source[end &- 1])
    else { return nil }
    index &+= 2
    guard endsLine(), skipBlankLines() || index == count else { return nil }
    return PlainBlock(.paragraph, start: start, end: end)
  }

  /// Leaves out the list that begins here, behind a block that was left out; false, and the index where it was, when
  /// there is none or one of its items is not plain.
  private mutating func leavesOutList(_ blocks: inout [PlainBlock]) -> Bool {
    let (start, first) = (index, blocks.count)
    let marker = source[index]
    while let textStart = itemText(), source[index] == marker {
      index = textStart
      skipPlain()
      let end = index
      guard endsLine() else { break }
      blocks.append(
        PlainBlock(
          blocks.count == first ? .firstItem : .nextItem, start: textStart, end: trimmed(end)))
      let isSeparate = skipBlankLines()
      if index == count { return true }
      let next = source[index]
      if next == marker {
        let behind = index &+ 1 < count ? source[index &+ 1] : 0
        if behind == 0x20 { continue }
        // An item without text.
        if behind < 0x20 { break }
      }
      // What is not indented behind a blank line is none of the list's.
      if isSeparate, next > 0x20 { return true }
      break
    }
    index = start
    blocks.removeSubrange(first...)
    return false
  }

  /// Where the text of an item starts whose bullet stands here; `nil` when none does or it may be more than text.
  @inline(__always)
  private func itemText() -> Int? {
    guard index &+ 2 < count, source[index &+ 1] == 0x20 else { return nil }
    switch source[index] {
    case 0x2A, 0x2B, 0x2D: break
    default: return nil
    }
    var start = index &+ 2
    while start < count, source[start] == 0x20 { start &+= 1 }
    guard start &- index <= 5, start < count, Self.startsText(source[start]) else { return nil }
    return start
  }

  /// Goes past a line end, which a lone carriage return is not taken for here, or stays at the end of the source.
  @inline(__always)
  private mutating func endsLine() -> Bool {
    if index == count { return true }
    if source[index] == 0x0D, index &+ 1 < count, source[index &+ 1] == 0x0A { index &+= 1 }
    guard source[index] == 0x0A else { return false }
    index &+= 1
    return true
  }

  /// Goes past the blank lines that begin here, if there are any.
  @discardableResult @inline(__always)
  private mutating func skipBlankLines() -> Bool {
    let start = index
    while let next = blankLineEnd(index), next > index { index = next }
    return index > start
  }

  /// Where the line behind a blank one starts; `nil` when the line that begins here is not blank.
  @inline(__always)
  private func blankLineEnd(_ start: Int) -> Int? {
    var end = start
    while end < count, source[end] == 0x20 || source[end] == 0x09 { end &+= 1 }
    if end == count { return end }
    if source[end] == 0x0D, end &+ 1 < count, source[end &+ 1] == 0x0A { end &+= 1 }
    return source[end] == 0x0A ? end &+ 1 : nil
  }

  /// The end of a text without blanks.
  @inline(__always)
  private func trimmed(_ end: Int) -> Int {
    var end = end
    while source[end &- 1] == 0x20 { end &-= 1 }
    return end
  }

  /// Whether a line that begins with this byte can be nothing but text.
  @inline(__always)
  private static func startsText(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 0x28 }

  /// Whether a byte beside asterisks leaves no doubt that they begin or end what is bold.
  @inline(__always)
  private static func isWordLike(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x28 || byte == 0x29
      || byte == 0x2E || byte == 0x3A
  }

  // MARK: Lines

  /// Reads a line to its end, or a paragraph to the blank line behind it.
  @inline(__always)
  private mutating func readLine(_ pieces: inout [Piece]) {
    let start = index
    startsBlock = false
    while index < count {
      let byte = source[index]
      if Self.isLetter(byte) { return readProse(&pieces) }
      if byte == 0x0A || byte == 0x0D {
        let next = blankLineEnd(start)
        startsBlock = next != nil
        return endLine()
      }
      if isOpening(byte) { return skipParagraph() }
      if byte == 0x7E, isThree(0x7E, index, count) { hasOpening = true }
      index &+= 1
    }
  }

  /// Reads the rest of a line from its first letter on.
  private mutating func readProse(_ pieces: inout [Piece]) {
    while index < count {
      let start = index
      skipPlain()
      if index &- start >= ShortenedMarkdown.shortest { shorten(start, index, &pieces) }
      guard index < count else { return }
      let byte = source[index]
      if byte == 0x0A || byte == 0x0D { return endLine() }
      if isOpening(byte) { return skipParagraph() }
      if byte == 0x7E, isThree(0x7E, index, count) { hasOpening = true }
      index &+= 1
    }
  }

  @inline(__always)
  private mutating func endLine() {
    let isPair = source[index] == 0x0D && index &+ 1 < count && source[index &+ 1] == 0x0A
    index &+= isPair ? 2 : 1
  }

  /// Goes on to the next blank line.
  private mutating func skipParagraph() {
    let start = index
    toBlankLine()
    hasOpening = hasOpening || hasOpening(from: start, to: index)
  }

  /// Whether there is a tag, a fence, or what may be one.
  private func hasOpening(from start: Int, to end: Int) -> Bool {
    let bytes = UnsafeBufferPointer(start: source, count: count)
    if bytes.offset(of: 0x3C, from: start, to: end) != nil { return true }
    for byte: UInt8 in [0x60, 0x7E] {
      var index = start
      while let found = bytes.offset(of: byte, from: index, to: end) {
        index = found + 1
        if isThree(byte, found, end) { return true }
      }
    }
    return false
  }

  /// Whether three of a byte stand one after the other, of which the first is known: a fence.
  @inline(__always)
  private func isThree(_ byte: UInt8, _ first: Int, _ end: Int) -> Bool {
    first &+ 2 < end && source[first &+ 1] == byte && source[first &+ 2] == byte
  }

  private mutating func toBlankLine() {
    let bytes = UnsafeBufferPointer(start: source, count: count)
    while let lineEnd = bytes.offset(of: 0x0A, from: index, to: count) {
      index = lineEnd + 1
      if blankLineEnd(index) != nil { return }
    }
    index = count
  }

  /// Leaves out the inside of a stretch. Text stands on either side of what is left out, never blanks: those at the
  /// ends of lines and cells are not text, so that an end of the text would be looked for in the wrong place.
  private mutating func shorten(_ start: Int, _ end: Int, _ pieces: inout [Piece]) {
    var (start, end) = (start &+ Self.kept, end &- Self.kept)
    while start < end, source[start &- 1] == 0x20 { start &+= 1 }
    while start < end, source[end] == 0x20 { end &-= 1 }
    guard end &- start >= ShortenedMarkdown.shortest &- 2 &* Self.kept else { return }
    copy(to: start)
    copied = end
    addPiece(
      Piece(
        start: UInt32(truncatingIfNeeded: written),
        shift: UInt32(truncatingIfNeeded: end &- written)), &pieces)
  }

  /// Enters a piece; one that has got no bytes gives way to the next.
  @inline(__always)
  private func addPiece(_ piece: Piece, _ pieces: inout [Piece]) {
    if let last = pieces.indices.last, pieces[last].start == piece.start {
      pieces[last] = piece
    } else {
      pieces.append(piece)
    }
  }

  private mutating func copy(to end: Int) {
    (target + written).update(from: source + copied, count: end &- copied)
    written &+= end &- copied
    copied = end
  }

  // MARK: Bytes

  /// Whether a byte belongs to a letter, of ASCII or not; all others outside ASCII count too.
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  /// Whether a byte may open what goes on to other lines, or is compared as a whole.
  @inline(__always)
  private func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5B, 0x3C, 0x60: true
    case 0x26: startsLongName(index &+ 1)
    default: false
    }
  }

  /// Whether what stands here could be the name of a character of which a part may be left out.
  private func startsLongName(_ start: Int) -> Bool {
    guard start + Self.kept <= count else { return false }
    return UnsafeBufferPointer(start: source + start, count: Self.kept).allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10
    }
  }

  /// Goes on to the next byte that md4c may heed behind the first letter of a line.
  @inline(never)
  private mutating func skipPlain() {
    while index &+ 32 <= count {
      let first = UnsafeRawPointer(source + index).loadUnaligned(as: Vector.self)
      let second = UnsafeRawPointer(source + (index &+ 16)).loadUnaligned(as: Vector.self)
      let marks = unsafeBitCast(Self.marks(first), to: SIMD2<UInt64>.self)
      let more = unsafeBitCast(Self.marks(second), to: SIMD2<UInt64>.self)
      if marks[0] | marks[1] | more[0] | more[1] == 0 {
        index &+= 32
        continue
      }
      let isFirst = marks[0] | marks[1] != 0
      let low = isFirst ? marks[0] : more[0]
      let high = isFirst ? marks[1] : more[1]
      index &+= isFirst ? 0 : 16
      index &+= low != 0 ? 0 : 8
      let word = UInt64(littleEndian: low != 0 ? low : high)
      index &+= word.trailingZeroBitCount &>> 3
      return
    }
    while index < count, !Self.isMark(source[index]) { index &+= 1 }
  }

  private typealias Vector = SIMD16<UInt8>

  /// The bytes that are no plain ones: controls, `# & *`, `; < = >`, `@` and the backquote, and what stands beside the
  /// letters in either row: brackets, backslash, caret, low line, bar, tilde.
  @inline(__always)
  private static func marks(_ bytes: Vector) -> SIMDMask<SIMD16<Int8>> {
    let small = bytes | Vector(repeating: 0x20)
    let beside =
      (small &- Vector(repeating: 0x7B) .< Vector(repeating: 5))
      .| (small .== Vector(repeating: 0x60))
    let between = bytes &- Vector(repeating: 0x3B) .< Vector(repeating: 4)
    let single =
      (bytes .== Vector(repeating: 0x23)) .| (bytes .== Vector(repeating: 0x26))
      .| (bytes .== Vector(repeating: 0x2A))
    return (bytes .< Vector(repeating: 0x20)) .| beside .| between .| single
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return byte < 0x20 || small &- 0x7B < 5 || small == 0x60 || byte &- 0x3B < 4 || byte == 0x23
      || byte == 0x26 || byte == 0x2A
  }
}

extension HTMLBlocks {
  /// What a block-level tag does to the text around it.
  mutating func boundary(_ builder: inout DocumentBuilder) {
    pendingSpace = -1
    endsWithBreak = false
    if isInCell {
      builder.lineBreak()
    } else if tables.last?.rowIsOpen != true {
      builder.end()
    }
  }

  mutating func lineBreak(_ builder: inout DocumentBuilder) {
    guard isTaken else { return }
    pendingSpace = -1
    // Two in a row are how old pages separate paragraphs.
    if endsWithBreak, !isInCell, builder.openKind == .paragraph {
      builder.end()
      endsWithBreak = false
    } else {
      builder.lineBreak()
      endsWithBreak = true
    }
  }

  mutating func text(_ range: Range<Int>, into builder: inout DocumentBuilder) {
    guard isTaken else { return }
    let source = builder.source
    var index = range.lowerBound
    while index < range.upperBound {
      if preformattedDepth == 0, isWhitespace(source[index]) {
        index = skipSpace(source, from: index, to: range.upperBound)
        continue
      }
      if source[index] == 0x26 {
        index = reference(at: index, to: range.upperBound, &builder)
        continue
      }
      let end = endOfVerbatim(source, from: index, to: range.upperBound)
      beginText(&builder)
      if source[index] == 0x0D {
        if end < source.count, source[end] != 0x0A { builder.lineBreak() }
      } else {
        builder.verbatim(index, end)
      }
      index = end
    }
  }

  /// Passes white space, which counts as one line feed or blank.
  private mutating func skipSpace(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    var lineFeed = -1
    while index < end, isWhitespace(source[index]) {
      if lineFeed < 0, source[index] == 0x0A { lineFeed = index }
      index += 1
      // Lines of markup are indented.
      while index + 8 <= end, source.eightBytes(at: index) == 0x2020_2020_2020_2020 { index += 8 }
    }
    if lineFeed >= 0 {
      pendingSpace = lineFeed
    } else if pendingSpace < 0 {
      pendingSpace = start
    }
    return index
  }

  /// The end of the bytes from `start` on that can be copied as they stand.
  private func endOfVerbatim(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start + 1
    if preformattedDepth > 0 {
      if source[start] == 0x0D { return index }
      while index < end, source[index] != 0x26, source[index] != 0x0D { index += 1 }
      return index
    }
    while index < end {
      if index + 8 <= end {
        let plain = source.plainCount(at: index)
        index += plain
        if plain == 8 { continue }
      }
      let byte = source[index]
      if byte == 0x26 { return index }
      if isWhitespace(byte) {
        // One blank or line feed between words is copied along.
        let isSingle =
          (byte == 0x20 || byte == 0x0A) && index + 1 < end && !isWhitespace(source[index + 1])
          && source[index + 1] != 0x26
        guard isSingle else { return index }
        index += 1
      }
      index += 1
    }
    return index
  }

  private mutating func reference(
    at start: Int, to end: Int, _ builder: inout DocumentBuilder
  ) -> Int {
    let source = UnsafeBufferPointer(rebasing: builder.source[0..<end])
    beginText(&builder)
    guard let (text, after) = CharacterReference.decodeInHTML(source, at: start) else {
      builder.verbatim(start, start + 1)
      return start + 1
    }
    builder.replacement(text, start, after)
    return after
  }

  /// Makes sure that a block is open, and places the blank before the text.
  private mutating func beginText(_ builder: inout DocumentBuilder) {
    endsWithBreak = false
    if !builder.hasOpenBlock {
      if footnoteDepth > 0 {
        builder.begin(.footnote)
      } else if openCounts[Int(HTMLElement.figcaption.rawValue)] > 0 {
        builder.begin(.caption)
      } else {
        builder.beginParagraph()
      }
    } else if let last = tables.indices.last, tables[last].rowIsOpen, !tables[last].cellIsOpen {
      builder.beginCell()
      tables[last].cellIsOpen = true
    }
    guard pendingSpace >= 0 else { return }
    if !builder.atLineStart {
      let byte = builder.source[pendingSpace]
      if byte == 0x20 || byte == 0x0A {
        builder.verbatim(pendingSpace, pendingSpace + 1)
      } else {
        builder.replacement(CollectionOfOne(0x20), pendingSpace, pendingSpace + 1)
      }
    }
    pendingSpace = -1
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Eight bytes, the first one lowest, which must be there.
  @inline(__always)
  fileprivate func eightBytes(at index: Int) -> UInt64 {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  /// How many of eight bytes, which must be there, come before the first that is white space, a control character or
  /// an ampersand.
  @inline(__always)
  fileprivate func plainCount(at index: Int) -> Int {
    let bytes = eightBytes(at: index)
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The first bit that is set is right; those behind it may not be.
    let isSmall = (bytes &- ones &* 0x21) & ~bytes
    let others = bytes ^ (ones &* 0x26)
    let isAmpersand = (others &- ones) & ~others
    let found = (isSmall | isAmpersand) & (ones &* 0x80)
    return found == 0 ? 8 : found.trailingZeroBitCount &>> 3
  }
}

/// Cuts a document into the units that are judged one by one.
package enum Segmenter {
  /// The units of a document in reading order.
  ///
  /// A heading, a table row and a table's header row are one unit each; other blocks give a unit per
  /// sentence; code gives none. A list item's units have the last sentence of the block that introduces
  /// the list as their context, as long as that sentence is left open (it ends with a colon, say); an item
  /// of one sentence in a list directly under a heading has the heading; a table row has its header row.
  package static func units(of document: Document) -> [TextUnit] {
    var units: [TextUnit] = []
    units.reserveCapacity(document.text.count / 110 + document.blocks.count)
    // The last unit of each block, for the blocks that introduce others.
    var lastUnits = [Int32](repeating: -1, count: document.blocks.count)
    document.text.withUnsafeBufferPointer { text in
      let splitter = SentenceSplitter(text: text)
      // The heading that a list stands under directly; -1 when something else comes between.
      var heading: Int32 = -1
      for (index, block) in document.blocks.enumerated() {
        var context: Int32 = -1
        if block.kind != .listItem { heading = -1 }
        if block.kind == .listItem, block.leadIn < 0 { context = heading }
        if block.leadIn >= 0 {
          let leadIn = Int(block.leadIn)
          let unit = lastUnits[leadIn]
          if unit >= 0, introduces(document.blocks[leadIn], units[Int(unit)], text) {
            context = unit
          }
        }
        let first = units.count
        append(block, index, context: context, splitter, to: &units)
        // An item of several sentences tells its own topic.
        if context == heading, units.count > first + 1 {
          for unit in first..<units.count { units[unit].context = -1 }
        }
        if let last = units.last, Int(last.block) == index {
          lastUnits[index] = Int32(truncatingIfNeeded: units.count - 1)
          if block.kind == .heading { heading = lastUnits[index] }
        }
      }
    }
    return units
  }

  private static func append(
    _ block: Block, _ index: Int, context: Int32, _ splitter: SentenceSplitter,
    to units: inout [TextUnit]
  ) {
    let end = Int(block.textEnd)
    var start = Int(block.textStart)
    switch block.kind {
    case .code:
      return
    case .heading:
      units.append(TextUnit(block: index, textStart: start, textEnd: end))
    case .tableHeader, .tableRow:
      // Separators of empty cells at the start are passed over.
      while start < end, splitter.text[start] == 0x20 || splitter.text[start] == 0x7C { start += 1 }
      units.append(
        TextUnit(block: index, textStart: start, textEnd: end, context: Int(context)))
    case .paragraph, .listItem, .quotation, .caption, .footnote:
      start = splitter.pastBlanks(start, end)
      while start < end {
        let stop = splitter.sentenceEnd(from: start, to: end)
        units.append(
          TextUnit(block: index, textStart: start, textEnd: stop, context: Int(context)))
        start = splitter.pastBlanks(stop, end)
      }
    }
  }

  /// True when a unit is left open for what follows it.
  private static func introduces(
    _ block: Block, _ unit: TextUnit, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if block.kind == .tableHeader { return true }
    let range = unit.textRange
    guard let last = text[range].last else { return false }
    switch last {
    case 0x2E, 0x21, 0x3F: return announcesList(text[range])
    default: return true
    }
  }

  /// True for a whole sentence that points to the list after it: "… the following.", "… suivants."
  private static func announcesList(_ sentence: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let tail = sentence.suffix(120)
    return announcements.contains { word in
      guard tail.count >= word.count else { return false }
      return (tail.startIndex...tail.endIndex - word.count).contains { index in
        tail[index] == word[0] && tail[index..<index + word.count].elementsEqual(word)
      }
    }
  }

  private static let announcements = [
    "following", "as follows", "suivant", "ci-après", "ci-dessous",
  ]
  .map { Array($0.utf8) }
}

import Documents
import SourceText
import Testing

/// What holds for every document that a reader returns, whatever it was given.
enum DocumentInvariants {
  /// The first few things that are wrong; empty when all is well.
  static func faults(in document: Document) -> [String] {
    var faults: [String] = []
    func expect(_ condition: Bool, _ fault: @autoclosure () -> String) {
      if !condition, faults.count < 5 { faults.append(fault()) }
    }
    expect(isValidUTF8(document.text), "text is not UTF-8")
    checkRuns(document, expect)
    checkBlocks(document, expect)
    checkUnits(document, expect)
    return faults
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func checkRuns(
    _ document: Document, _ expect: (Bool, @autoclosure () -> String) -> Void
  ) {
    var end = 0
    for run in document.runs {
      let text = Int(run.textStart)..<Int(run.textStart + run.textLength)
      let source = Int(run.sourceStart)..<Int(run.sourceStart + run.sourceLength)
      expect(text.lowerBound >= end && !text.isEmpty, "runs overlap at \(text)")
      end = text.upperBound
      guard text.upperBound <= document.text.count,
        source.upperBound <= document.source.count || !document.hasLines
      else {
        expect(false, "run \(text) from \(source) is out of bounds")
        continue
      }
      if run.isVerbatim, document.hasLines {
        expect(document.text[text] == document.source[source], "run \(text) is not verbatim")
      }
    }
    // Text of blocks is covered without a gap.
    var covered = [Bool](repeating: false, count: document.text.count)
    for run in document.runs {
      for index in Int(run.textStart)..<Int(run.textStart + run.textLength)
      where index < covered.count {
        covered[index] = true
      }
    }
    for block in document.blocks {
      expect(covered[block.textRange].allSatisfy { $0 }, "text \(block.textRange) has no source")
    }
  }

  private static func checkBlocks(
    _ document: Document, _ expect: (Bool, @autoclosure () -> String) -> Void
  ) {
    var end = 0
    var cellEnd = 0
    for (index, block) in document.blocks.enumerated() {
      expect(block.textRange.lowerBound >= end, "block \(index) overlaps the one before")
      expect(!block.textRange.isEmpty, "block \(index) is empty")
      end = block.textRange.upperBound
      expect(end <= document.text.count, "block \(index) ends past the text")
      expect(block.heading < index && block.leadIn < index, "block \(index) refers forward")
      if block.heading >= 0 {
        expect(
          document.blocks[Int(block.heading)].kind == .heading, "block \(index) has a wrong heading"
        )
      }
      let isRow = block.kind == .tableRow || block.kind == .tableHeader
      expect(isRow == (block.cellCount > 0), "block \(index) has \(block.cellCount) cells")
      guard isRow else { continue }
      expect(Int(block.cellStart) == cellEnd, "cells of block \(index) do not follow on")
      cellEnd += Int(block.cellCount)
      var cellTextEnd = block.textRange.lowerBound
      for cell in document.cells[Int(block.cellStart)..<cellEnd] {
        expect(
          cell.textRange.lowerBound >= cellTextEnd && cell.textRange.upperBound <= end,
          "a cell of block \(index) is out of place")
        cellTextEnd = cell.textRange.upperBound
      }
    }
    expect(cellEnd == document.cells.count, "there are cells without a row")
  }

  private static func checkUnits(
    _ document: Document, _ expect: (Bool, @autoclosure () -> String) -> Void
  ) {
    var end = 0
    let units = Segmenter.units(of: document)
    for (index, unit) in units.enumerated() {
      let block = document.blocks[Int(unit.block)]
      expect(unit.textRange.lowerBound >= end && !unit.textRange.isEmpty, "unit \(index) overlaps")
      end = unit.textRange.upperBound
      expect(
        unit.textRange.lowerBound >= block.textRange.lowerBound
          && end <= block.textRange.upperBound,
        "unit \(index) leaves its block")
      expect(unit.context < index, "unit \(index) refers forward")
      expect(
        String(validating: document.text[unit.textRange], as: UTF8.self) != nil,
        "unit \(index) cuts a character")
      // Places take their time in a build without optimisation: a sample will do.
      guard index % (1 + units.count / 500) == 0 else { continue }
      let place = document.place(ofTextRange: unit.textRange)
      guard document.hasLines else {
        expect(place.position != nil, "unit \(index) has no place")
        continue
      }
      expect(place.line >= 1 && place.column >= 1, "unit \(index) has no place")
      expect(place.span.end <= document.source.count, "place of unit \(index) is out of bounds")
    }
  }
}

/// Reads a text as a file of the given name.
func read(
  _ source: String, as path: String, options: ReadingOptions = ReadingOptions()
) throws -> Document {
  let document = try BuiltinReaders.read(
    path: path, source: Array(source.utf8), options: options)
  #expect(DocumentInvariants.faults(in: document) == [])
  return document
}

/// The blocks of a document as short lines: kind, level, language, text.
func outline(_ document: Document) -> [String] {
  document.blocks.indices.map { index in
    let block = document.blocks[index]
    let level = block.level > 0 ? "\(block.level)" : ""
    return "\(block.kind)\(level) \(block.language.rawValue): \(document.string(ofBlock: index))"
  }
}

/// The texts of a document's units.
func units(_ document: Document) -> [String] {
  Segmenter.units(of: document).map { document.string(of: $0.textRange) }
}

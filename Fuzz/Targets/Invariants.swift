import Documents
import Matching
import SourceText

/// What must hold for every document that a reader gives out, whatever the bytes were.
enum Invariants {
  static func read(_ bytes: [UInt8], format: DocumentFormat) {
    let limits = ReadingLimits(sizeInBytes: 1 << 20)
    let document: Document
    do {
      document = try BuiltinReaders.read(
        path: "fuzz", source: bytes, options: ReadingOptions(limits: limits, format: format))
    } catch {
      precondition(!error.diagnostic(path: "fuzz", source: bytes).rendered(in: .french).isEmpty)
      return
    }
    check(document)
  }

  /// XML with an element put in that says nothing but may part what belongs together; whether and where, the last
  /// byte says.
  static func parted(_ xml: [UInt8]) -> [UInt8] {
    guard let last = xml.last, last & 1 == 0 else { return xml }
    let place = xml.count * Int(last) / 256
    return xml[..<place] + Array("<x/>".utf8) + xml[place...]
  }

  /// Whatever the whole of a file can be read as, and whatever else is wrong with it, is no other when its XML
  /// is shortened.
  static func same(
    _ bytes: [UInt8], _ shortening: some DocumentReader, _ whole: some DocumentReader
  ) {
    let options = ReadingOptions(limits: ReadingLimits(sizeInBytes: 1 << 20))
    let expected = Result { try whole.read(bytes, path: "fuzz", options: options) }
    let found = Result { try shortening.read(bytes, path: "fuzz", options: options) }
    switch (expected, found) {
    case (.success(let expected), .success(let found)):
      precondition(expected.text == found.text, "shortening changes the text")
      let isSame = expected.blocks.elementsEqual(found.blocks) {
        $0.kind == $1.kind && $0.level == $1.level && $0.textRange == $1.textRange
          && $0.leadIn == $1.leadIn && $0.heading == $1.heading && $0.language == $1.language
          && expected.place(ofTextRange: $0.textRange) == found.place(ofTextRange: $1.textRange)
      }
      precondition(isSame, "shortening changes the blocks")
      precondition(expected.furniture == found.furniture, "shortening changes headers or footers")
      precondition(expected.remarks.map(\.text) == found.remarks.map(\.text))
    case (.success, .failure): preconditionFailure("shortening makes a file unreadable")
    // What is left out may nest too deeply or have an attribute twice.
    case (.failure(let expected), .failure(let found)):
      switch expected as? ReadingError {
      case .malformedXML, .partTooDeep: break
      default: precondition(expected as? ReadingError == found as? ReadingError)
      }
    case (.failure(let expected), .success):
      switch expected as? ReadingError {
      case .malformedXML, .partTooDeep: break
      default: preconditionFailure("shortening hides what is wrong")
      }
    }
  }

  static func check(_ document: Document) {
    precondition(String(validating: document.text, as: UTF8.self) != nil, "the text is no UTF-8")
    var end = 0
    for (index, block) in document.blocks.enumerated() {
      precondition(block.textRange.lowerBound >= end, "blocks overlap")
      precondition(block.textRange.upperBound <= document.text.count, "a block leaves the text")
      precondition(Int(block.heading) < index, "a heading follows what it governs")
      precondition(Int(block.leadIn) < index, "a lead-in follows its item")
      end = block.textRange.upperBound
      let place = document.place(ofTextRange: block.textRange)
      precondition(document.hasLines ? place.line >= 1 && place.column >= 1 : place.line == 0)
      let cells = Int(block.cellStart)..<Int(block.cellStart) + Int(block.cellCount)
      precondition(cells.upperBound <= document.cells.count, "cells out of range")
      for cell in document.cells[cells] {
        precondition(block.textRange.lowerBound <= cell.textRange.lowerBound)
        precondition(cell.textRange.upperBound <= block.textRange.upperBound)
      }
    }
    var textEnd = 0
    for run in document.runs {
      precondition(Int(run.textStart) >= textEnd, "runs overlap")
      textEnd = Int(run.textStart) + Int(run.textLength)
      precondition(textEnd <= document.text.count, "a run leaves the text")
      precondition(
        !document.hasLines || Int(run.sourceStart) + Int(run.sourceLength) <= document.source.count,
        "a run leaves the source")
    }
    let units = Segmenter.units(of: document)
    for (index, unit) in units.enumerated() {
      let block = document.blocks[Int(unit.block)]
      precondition(unit.textStart <= unit.textEnd)
      precondition(unit.textStart >= block.textStart && unit.textEnd <= block.textEnd)
      precondition(unit.context < index, "a unit completes one that follows")
      let span = document.sourceSpan(ofTextRange: unit.textRange)
      precondition(!document.hasLines || span.end <= document.source.count)
    }
  }

  /// Scans a text twice, with cold and with warm tables, and compares.
  static func scan(_ text: [UInt8], units: [UnitRange], program: MatchProgram) {
    let scanner = MatchScanner(program)
    var cold: [UnitMatch] = []
    var warm: [UnitMatch] = []
    text.withUnsafeBufferPointer { text in
      units.withUnsafeBufferPointer { units in
        scanner.scan(text: text, units: units, into: &cold)
        scanner.scan(text: text, units: units, into: &warm)
      }
    }
    precondition(cold == warm, "a warm table changes what is found")
    for match in cold {
      precondition(match.start <= match.end && match.end <= text.count)
      precondition(match.wholeStart <= match.start && match.end <= match.wholeEnd)
      precondition(Int(match.unit) < units.count && Int(match.pattern) < program.patternCount)
    }
  }
}

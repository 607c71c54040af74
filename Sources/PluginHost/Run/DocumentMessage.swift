internal import CoherencePlugin
internal import Checking
internal import Documents
internal import JSON
internal import Judging
internal import RuleSets
internal import SourceText

/// A document as the parameters of `check` and `collect`.
///
/// Written straight from the document's arrays: this is the bulk of what crosses the border.
enum DocumentMessage {
  static func parameters(_ context: CheckContext, evidence: Bool) -> [UInt8] {
    let document = context.document
    var json = JSONText(reservingBytes: document.text.count * 3 / 2 + 1_024)
    json.beginObject()
    json.key("document")
    json.beginObject()
    json.key("path")
    json.string(context.profile.path)
    optional("title", document.title, &json)
    json.key("kind")
    json.string(context.profile.kind.rawValue)
    optional("department", context.profile.department, &json)
    json.key("language")
    json.string(context.profile.language.rawValue)
    optional("period", context.profile.period, &json)
    json.key("format")
    json.string(document.format.rawValue)
    json.key("blocks")
    json.beginArray()
    var unit = 0
    for index in document.blocks.indices {
      block(index, context, &unit, &json)
    }
    json.endArray()
    if evidence { write(evidenceOf: context, &json) }
    json.endObject()
    json.endObject()
    return json.bytes
  }

  private static func block(
    _ index: Int, _ context: CheckContext, _ unit: inout Int, _ json: inout JSONText
  ) {
    let document = context.document
    let block = document.blocks[index]
    let start = Int(block.textStart)
    json.beginObject()
    json.key("kind")
    json.string(name(of: block.kind))
    json.key("level")
    json.integer(Int(block.level))
    json.key("language")
    json.string(block.language.rawValue)
    json.key("text")
    document.text.withUnsafeBufferPointer {
      json.string(utf8: UnsafeBufferPointer(rebasing: $0[block.textRange]))
    }
    if block.heading >= 0 {
      json.key("heading")
      json.integer(Int(block.heading))
    }
    if block.leadIn >= 0 {
      json.key("leadIn")
      json.integer(Int(block.leadIn))
    }
    json.key("sentences")
    json.beginArray()
    while unit < context.units.count, Int(context.units[unit].block) <= index {
      if Int(context.units[unit].block) == index {
        range(context.units[unit].textRange, from: start, &json)
      }
      unit += 1
    }
    json.endArray()
    if block.cellCount > 0 {
      json.key("cells")
      json.beginArray()
      for cell in document.cells[Int(block.cellStart)..<Int(block.cellStart + block.cellCount)] {
        range(cell.textRange, from: start, &json)
      }
      json.endArray()
    }
    json.endObject()
  }

  private static func write(evidenceOf context: CheckContext, _ json: inout JSONText) {
    json.key("evidence")
    json.beginArray()
    for item in context.judgement.evidence {
      guard let block = context.document.block(atTextOffset: item.span.start) else { continue }
      json.beginObject()
      json.key("requirement")
      json.string(context.rules.requirements[item.requirement].id)
      json.key("rung")
      json.string(item.rung.name)
      json.key("block")
      json.integer(block)
      json.key("range")
      range(item.span.range, from: Int(context.document.blocks[block].textStart), &json)
      json.key("markers")
      json.beginArray()
      for marker in item.markers { json.string(marker.rawValue) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.key("coverage")
    json.beginArray()
    for cell in context.coverage {
      json.beginObject()
      json.key("requirement")
      json.string(context.rules.requirements[cell.requirement].id)
      json.key("rung")
      json.string(cell.rung.name)
      json.key("floor")
      json.string(cell.floor.name)
      if let gap = cell.gap {
        json.key("gap")
        json.string(gap.rawValue)
      }
      json.endObject()
    }
    json.endArray()
  }

  private static func optional(_ key: StaticString, _ text: String?, _ json: inout JSONText) {
    guard let text else { return }
    json.key(key)
    json.string(text)
  }

  private static func range(_ range: Range<Int>, from start: Int, _ json: inout JSONText) {
    json.beginArray()
    json.integer(range.lowerBound - start)
    json.integer(range.upperBound - start)
    json.endArray()
  }

  /// The kind with a name of the protocol; a paragraph for a name that it does not have.
  static func kind(named name: String) -> Block.Kind {
    kinds.first { self.name(of: $0) == name } ?? .paragraph
  }

  private static let kinds: [Block.Kind] = [
    .heading, .paragraph, .listItem, .tableHeader, .tableRow, .quotation, .code, .caption,
    .footnote,
  ]

  /// The name of a kind in the protocol; it never changes within a version.
  static func name(of kind: Block.Kind) -> String {
    switch kind {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "listItem"
    case .tableHeader: "tableHeader"
    case .tableRow: "tableRow"
    case .quotation: "quotation"
    case .code: "code"
    case .caption: "caption"
    case .footnote: "footnote"
    }
  }
}

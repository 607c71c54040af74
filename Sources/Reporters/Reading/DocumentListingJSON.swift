internal import Documents
internal import SourceText

/// Writes a document as it was read as one JSON object.
struct DocumentListingJSON {
  let document: Document
  let json: JSONWriter
  /// Units in reading order, each with its block.
  private let units: [TextUnit]
  private let firstUnits: [Int]

  init(document: Document, json: JSONWriter) {
    self.document = document
    self.json = json
    units = Segmenter.units(of: document)
    var firstUnits = [Int](repeating: units.count, count: document.blocks.count + 1)
    for (index, unit) in units.enumerated().reversed() { firstUnits[Int(unit.block)] = index }
    for block in document.blocks.indices.reversed() {
      firstUnits[block] = min(firstUnits[block], firstUnits[block + 1])
    }
    self.firstUnits = firstUnits
  }

  func write(_ output: ReportOutput) {
    json.object {
      json.member("path", document.path)
      json.member("format", document.format.rawValue)
      json.member("language", document.language.rawValue)
      json.member("title", document.title)
      json.key("metadata")
      json.array {
        for (key, value) in document.metadata {
          json.object(.inline) {
            json.member("key", key)
            json.member("value", value)
          }
        }
      }
      json.key("blocks")
      json.array { for index in document.blocks.indices { block(index) } }
      json.key("remarks")
      json.array { for remark in document.remarks { self.remark(remark) } }
      json.member("furniture", document.furniture)
    }
    output.write(byte: 0x0A)
  }

  private func block(_ index: Int) {
    let block = document.blocks[index]
    json.object(.inline) {
      json.member("kind", Self.name(of: block.kind))
      if block.level > 0 { json.member("level", Int(block.level)) }
      json.member("language", block.language.rawValue)
      json.member("heading", block.heading >= 0 ? Int(block.heading) : nil)
      json.member("leadIn", block.leadIn >= 0 ? Int(block.leadIn) : nil)
      json.member("text", document.string(ofBlock: index))
      if block.cellCount > 0 {
        let first = Int(block.cellStart)
        json.member(
          "cells",
          document.cells[first..<first + Int(block.cellCount)].map {
            document.string(of: $0.textRange)
          })
      }
      json.member(
        "units",
        units[firstUnits[index]..<firstUnits[index + 1]].map {
          document.string(of: $0.textRange)
        })
      place(document.place(ofTextRange: block.textRange))
    }
  }

  private func place(_ place: Place) {
    if let position = place.position {
      JSONReportParts.write(position, to: json)
    } else {
      json.member("line", place.line)
      json.member("column", place.column)
      json.key("span")
      json.object {
        json.member("start", place.span.start)
        json.member("end", place.span.end)
      }
    }
  }

  private func remark(_ remark: Remark) {
    json.object(.inline) {
      json.member("text", remark.text)
      json.member("author", remark.author)
      json.member("block", remark.block >= 0 ? remark.block : nil)
      json.member("about", document.string(of: remark.textRange))
    }
  }

  /// The names of kinds as they stand in JSON.
  static func name(of kind: Block.Kind) -> String {
    switch kind {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "list-item"
    case .tableHeader: "table-header"
    case .tableRow: "table-row"
    case .quotation: "quotation"
    case .code: "code"
    case .caption: "caption"
    case .footnote: "footnote"
    }
  }
}

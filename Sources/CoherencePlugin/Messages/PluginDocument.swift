package import JSON

/// A document as a plugin sees it.
public struct PluginDocument: Sendable, Hashable {
  /// The smallest piece of structure that holds prose.
  public struct Block: Sendable, Hashable {
    /// "heading", "paragraph", "listItem", "tableHeader", "tableRow", "quotation", "code", "caption" or
    /// "footnote".
    public var kind: String
    /// 1 to 6 for a heading, nesting depth for a list item, otherwise 0.
    public var level: Int
    /// "en" or "fr".
    public var language: String
    /// The words, without markup; offsets count its UTF-8 bytes.
    public var text: String
    /// Index of the heading that governs the block; for a heading, of its parent.
    public var heading: Int?
    /// For a list item, the block that introduces the list; for a table row, its header row.
    public var leadIn: Int?
    /// Sentences, as half-open ranges of UTF-8 offsets in `text`.
    public var sentences: [Range<Int>]
    /// Cells of a table row, as half-open ranges of UTF-8 offsets in `text`.
    public var cells: [Range<Int>]

    /// A value with all its parts, for tests of a plugin.
    public init(
      kind: String, level: Int = 0, language: String = "en", text: String, heading: Int? = nil,
      leadIn: Int? = nil, sentences: [Range<Int>] = [], cells: [Range<Int>] = []
    ) {
      self.kind = kind
      self.level = level
      self.language = language
      self.text = text
      self.heading = heading
      self.leadIn = leadIn
      self.sentences = sentences
      self.cells = cells
    }
  }

  /// A passage that earned a rung for a requirement.
  public struct Evidence: Sendable, Hashable {
    /// Id of the requirement.
    public var requirement: String
    /// A step of the ladder: "absent", "mention", "intent", "commitment" or "resourced".
    public var rung: String
    /// Index of the block that holds the passage.
    public var block: Int
    /// UTF-8 offsets in the block's text.
    public var range: Range<Int>
    /// What measures or resources it: "amount", "date", "baseline", …
    public var markers: [String]

    /// A value with all its parts, for tests of a plugin.
    public init(
      requirement: String, rung: String, block: Int, range: Range<Int>, markers: [String] = []
    ) {
      self.requirement = requirement
      self.rung = rung
      self.block = block
      self.range = range
      self.markers = markers
    }
  }

  /// How the document stands with one requirement.
  public struct Coverage: Sendable, Hashable {
    /// Id of the requirement.
    public var requirement: String
    /// A step of the ladder: "absent", "mention", "intent", "commitment" or "resourced".
    public var rung: String
    /// The lowest rung that would do.
    public var floor: String
    /// "absent", "too-weak", "contradicted" or "template-only"; `nil` when there is no gap.
    public var gap: String?

    /// A value with all its parts, for tests of a plugin.
    public init(requirement: String, rung: String, floor: String, gap: String? = nil) {
      self.requirement = requirement
      self.rung = rung
      self.floor = floor
      self.gap = gap
    }
  }

  /// As the user gave it; a name only, since a plugin cannot open it.
  public var path: String
  /// The document’s title; `nil` when it has none.
  public var title: String?
  /// "departmental-plan", "nap" and so on.
  public var kind: String
  /// As an acronym or name; `nil` when it is not known.
  public var department: String?
  /// Language of most of the text: "en" or "fr".
  public var language: String
  /// As written, for example "2026–27".
  public var period: String?
  /// The format of the file, such as "markdown".
  public var format: String
  /// In reading order.
  public var blocks: [Block]
  /// Empty unless the declaration asks for evidence.
  public var evidence: [Evidence]
  /// Empty unless the declaration asks for evidence.
  public var coverage: [Coverage]

  /// A value with all its parts, for tests of a plugin.
  public init(
    path: String, title: String? = nil, kind: String = "departmental-plan",
    department: String? = nil,
    language: String = "en", period: String? = nil, format: String = "markdown", blocks: [Block],
    evidence: [Evidence] = [], coverage: [Coverage] = []
  ) {
    self.path = path
    self.title = title
    self.kind = kind
    self.department = department
    self.language = language
    self.period = period
    self.format = format
    self.blocks = blocks
    self.evidence = evidence
    self.coverage = coverage
  }

  /// The headings above a block, outermost first.
  public func headings(above block: Int) -> [String] {
    var path: [String] = []
    var next = blocks.indices.contains(block) ? blocks[block].heading : nil
    while let heading = next, blocks.indices.contains(heading), path.count < 8 {
      path.append(blocks[heading].text)
      next = blocks[heading].heading
    }
    return path.reversed()
  }
}

extension PluginDocument {
  package static let blockKinds = [
    "heading", "paragraph", "listItem", "tableHeader", "tableRow", "quotation", "code", "caption",
    "footnote",
  ]

  private static let range = MessageShape.named("range") {
    .list(.offset, limit: 2)
  }

  package static let shape = MessageShape.object([
    .init("path", .anyText, "A name only: a plugin cannot open it."),
    .optional("title", .anyText), .init("kind", .identifier),
    .optional("department", .anyText), .init("language", .language),
    .optional("period", .anyText), .init("format", .anyText),
    .init(
      "blocks",
      .list(
        .named("block") {
          .object([
            .init("kind", .name(blockKinds)),
            .init("level", .integer(0...255), "Of a heading or a list item, from 1."),
            .init("language", .language), .init("text", .anyText),
            .optional("heading", .offset, "Index of the heading that governs the block."),
            .optional("leadIn", .offset, "Index of the list's introduction, or of the header row."),
            .optional(
              "sentences", .list(range, limit: .max),
              "Half-open ranges of UTF-8 offsets in the text."),
            .optional("cells", .list(range, limit: .max), "Likewise, of a table row."),
          ])
        }, limit: .max), "In reading order."),
    .optional(
      "evidence",
      .list(
        .named("evidence") {
          .object([
            .init("requirement", .anyText), .init("rung", .name(rungs)), .init("block", .offset),
            .init("range", range), .init("markers", .list(.anyText, limit: 16)),
          ])
        }, limit: .max), "For a declaration that needs it."),
    .optional(
      "coverage",
      .list(
        .named("coverage") {
          .object([
            .init("requirement", .anyText), .init("rung", .name(rungs)),
            .init("floor", .name(rungs)),
            .optional(
              "gap", .name(["absent", "too-weak", "contradicted", "template-only"])),
          ])
        }, limit: .max), "For a declaration that needs evidence."),
  ])

  package static let rungs = ["absent", "mention", "intent", "commitment", "resourced"]

  /// Reads a value that fits the shape.
  package init(_ json: JSONValue) {
    self.init(
      path: json["path"]?.string ?? "", title: json["title"]?.string,
      kind: json["kind"]?.string ?? "departmental-plan", department: json["department"]?.string,
      language: json["language"]?.string ?? "en", period: json["period"]?.string,
      format: json["format"]?.string ?? "",
      blocks: (json["blocks"]?.elements ?? []).map(Block.init),
      evidence: (json["evidence"]?.elements ?? []).map { item in
        Evidence(
          requirement: item["requirement"]?.string ?? "", rung: item["rung"]?.string ?? "",
          block: item["block"]?.integer ?? 0, range: Block.range(item["range"] ?? .null),
          markers: (item["markers"]?.elements ?? []).compactMap(\.string))
      },
      coverage: (json["coverage"]?.elements ?? []).map { item in
        Coverage(
          requirement: item["requirement"]?.string ?? "", rung: item["rung"]?.string ?? "",
          floor: item["floor"]?.string ?? "", gap: item["gap"]?.string)
      })
  }
}

extension PluginDocument.Block {
  fileprivate init(_ json: JSONValue) {
    // One pass over the members: documents are the bulk of what is read.
    self.init(kind: "paragraph", text: "")
    for member in json.members {
      switch member.key {
      case "kind": kind = member.value.string ?? kind
      case "level": level = member.value.integer ?? 0
      case "language": language = member.value.string ?? language
      case "text": text = member.value.string ?? ""
      case "heading": heading = member.value.integer
      case "leadIn": leadIn = member.value.integer
      case "sentences": sentences = member.value.elements.map(Self.range)
      case "cells": cells = member.value.elements.map(Self.range)
      default: break
      }
    }
  }

  fileprivate static func range(_ json: JSONValue) -> Range<Int> {
    let ends = json.elements.compactMap(\.integer)
    guard ends.count == 2, ends[0] <= ends[1], ends[0] >= 0 else { return 0..<0 }
    return ends[0]..<ends[1]
  }
}

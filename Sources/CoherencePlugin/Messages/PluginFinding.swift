package import JSON

/// Something that a plugin found.
public struct PluginFinding: Sendable, Hashable {
  /// A value that fills a `{name}` slot of a message.
  public enum Argument: Sendable, Hashable {
    case text(String)
    case number(Int)
    case words(Words)
    /// A step of the ladder: "absent", "mention", "intent", "commitment", "resourced".
    case rung(String)
  }

  /// Id of a kind that the checker declared.
  public var kind: String
  /// Where it is; `nil` when it is about the whole document or the whole set.
  public var place: PluginPlace?
  /// Values for the `{name}` slots of the kind’s texts, by name.
  public var arguments: [String: Argument]
  /// Id of the requirement that it is about.
  public var requirement: String?
  /// Other places that belong to it.
  public var related: [PluginPlace]

  /// A value with all its parts.
  public init(
    _ kind: String, at place: PluginPlace? = nil, arguments: [String: Argument] = [:],
    requirement: String? = nil, related: [PluginPlace] = []
  ) {
    self.kind = kind
    self.place = place
    self.arguments = arguments
    self.requirement = requirement
    self.related = related
  }
}

/// A passage that a plugin points to.
public enum PluginPlace: Sendable, Hashable {
  /// UTF-8 offsets in the text of a block, with the words that stand there; the host compares them. With
  /// `wholeBlock`, reports quote all of the block.
  case passage(block: Int, range: Range<Int>, quote: String, wholeBlock: Bool = false)
  /// For a corpus checker: the place of a fact, by the indices of its document and of the fact.
  case fact(document: Int, fact: Int)
}

/// What a corpus checker keeps of one document.
public struct PluginFact: Sendable, Hashable {
  /// A name in kebab-case.
  public var kind: String
  /// What is kept, by name.
  public var values: [String: String]
  /// Where it was found; only places kept so can be pointed to later.
  public var place: PluginPlace?

  /// A value with all its parts.
  public init(_ kind: String, values: [String: String] = [:], at place: PluginPlace? = nil) {
    self.kind = kind
    self.values = values
    self.place = place
  }
}

/// The facts of one document, as a corpus checker gets them back.
public struct PluginFacts: Sendable, Hashable {
  /// Path of the document.
  public var path: String
  /// A name in kebab-case.
  public var kind: String
  /// Language of most of the text: "en" or "fr".
  public var language: String
  /// As an acronym or name; `nil` when it is not known.
  public var department: String?
  /// As written; `nil` when it is not known.
  public var period: String?
  /// As collected, in their order.
  public var facts: [PluginFact]

  /// A value with all its parts.
  public init(
    path: String, kind: String, language: String, department: String? = nil, period: String? = nil,
    facts: [PluginFact]
  ) {
    self.path = path
    self.kind = kind
    self.language = language
    self.department = department
    self.period = period
    self.facts = facts
  }
}

extension PluginFinding {
  package static let shape = MessageShape.object([
    .init("kind", .identifier, "Id of a kind that the checker declared."),
    .optional("place", .named("place") { PluginPlace.shape }),
    .optional(
      "arguments",
      .dictionary(
        .either([
          .shortText, .integer(Int(Int32.min)...Int(Int32.max)),
          .object([.init("rung", .name(PluginDocument.rungs))]), .words,
        ]), limit: MessageLimits.values), "Values for the {name} slots of the kind's texts."),
    .optional("requirement", .shortText),
    .optional(
      "related", .list(.named("place") { PluginPlace.shape }, limit: MessageLimits.related)),
  ])

  /// Reads a value that fits the shape.
  package init(_ json: JSONValue) {
    self.init(
      json["kind"]?.string ?? "", at: json["place"].flatMap(PluginPlace.init),
      requirement: json["requirement"]?.string,
      related: (json["related"]?.elements ?? []).compactMap(PluginPlace.init))
    for member in json["arguments"]?.members ?? [] {
      arguments[member.key] = Argument(member.value)
    }
  }

  package var json: JSONValue {
    .object([
      "kind": .string(kind), "place": place?.json,
      "arguments": arguments.isEmpty
        ? nil
        : .object(
          arguments.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value.json) }),
      "requirement": requirement.map { .string($0) },
      "related": related.isEmpty ? nil : .array(related.map(\.json)),
    ])
  }
}

extension PluginFinding.Argument {
  fileprivate init(_ json: JSONValue) {
    switch json {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .number(number)
    default:
      if let rung = json["rung"]?.string { self = .rung(rung) } else { self = .words(Words(json)) }
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .words(let words): words.json
    case .rung(let rung): .object(["rung": .string(rung)])
    }
  }
}

extension PluginPlace {
  package static let shape = MessageShape.either([
    .object([
      .init("block", .offset), .init("start", .offset, "UTF-8 offset in the block's text."),
      .init("end", .offset, "Offset just past the last byte."),
      .init("quote", .longText, "The words that stand there; the host compares them."),
      .optional("wholeBlock", .boolean, "Reports quote the whole block."),
    ]),
    .object([
      .init("document", .offset, "Index in the documents of a report request."),
      .init("fact", .offset, "Index in the document's facts; it must have a place."),
    ]),
  ])

  /// Reads a value that fits the shape; `nil` when the range is turned round.
  package init?(_ json: JSONValue) {
    if let document = json["document"]?.integer, let fact = json["fact"]?.integer {
      self = .fact(document: document, fact: fact)
      return
    }
    guard let block = json["block"]?.integer, let start = json["start"]?.integer,
      let end = json["end"]?.integer, let quote = json["quote"]?.string
    else { return nil }
    // A range that is turned round holds no words; the host finds the quotation missing.
    self = .passage(
      block: block, range: start..<max(start, end), quote: quote,
      wholeBlock: json["wholeBlock"]?.boolean ?? false)
  }

  package var json: JSONValue {
    switch self {
    case .passage(let block, let range, let quote, let wholeBlock):
      .object([
        "block": .integer(block), "start": .integer(range.lowerBound),
        "end": .integer(range.upperBound), "quote": .string(quote),
        "wholeBlock": wholeBlock ? .boolean(true) : nil,
      ])
    case .fact(let document, let fact):
      .object(["document": .integer(document), "fact": .integer(fact)])
    }
  }
}

extension PluginFact {
  package static let shape = MessageShape.object([
    .init("kind", .identifier),
    .optional("values", .dictionary(.shortText, limit: MessageLimits.values)),
    .optional("place", .named("place") { PluginPlace.shape }),
  ])

  /// Reads a value that fits the shape.
  package init(_ json: JSONValue) {
    self.init(json["kind"]?.string ?? "", at: json["place"].flatMap(PluginPlace.init))
    for member in json["values"]?.members ?? [] {
      values[member.key] = member.value.string ?? ""
    }
  }

  package var json: JSONValue {
    .object([
      "kind": .string(kind),
      "values": .object(
        values.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }),
      "place": place?.json,
    ])
  }
}

extension PluginFacts {
  package static let shape = MessageShape.object([
    .init("path", .anyText), .init("kind", .identifier), .init("language", .language),
    .optional("department", .anyText), .optional("period", .anyText),
    .init(
      "facts", .list(.named("fact") { PluginFact.shape }, limit: MessageLimits.facts),
      "As collected, in their order."),
  ])

  /// Reads a value that fits the shape.
  package init(_ json: JSONValue) {
    self.init(
      path: json["path"]?.string ?? "", kind: json["kind"]?.string ?? "departmental-plan",
      language: json["language"]?.string ?? "en", department: json["department"]?.string,
      period: json["period"]?.string,
      facts: (json["facts"]?.elements ?? []).map { PluginFact($0) })
  }

  package var json: JSONValue {
    .object([
      "path": .string(path), "kind": .string(kind), "language": .string(language),
      "department": department.map { .string($0) }, "period": period.map { .string($0) },
      "facts": .array(facts.map(\.json)),
    ])
  }
}

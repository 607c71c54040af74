package import JSON

/// What a checker says about itself; lists, help, reports and rule tables are made from it.
public struct Declaration: Sendable, Hashable {
  /// What a checker looks at.
  public enum Scope: String, Sendable, CaseIterable {
    /// Sees one document at a time.
    case document
    /// Collects facts from each document, then sees all facts.
    case corpus
  }

  /// What a checker must be given besides the blocks of a document.
  public enum Need: String, Sendable, CaseIterable {
    /// Kept for clarity; blocks are always given.
    case blocks
    /// The passages that earned a rung, and how the document stands with each requirement.
    case evidence
    /// Facts of all documents; corpus checkers have them.
    case facts
  }

  /// How a finding is to be treated unless the configuration says otherwise.
  public enum Level: String, Sendable, CaseIterable {
    case fix
    case ask
    case note
  }

  /// One sort of finding.
  public struct FindingKind: Sendable, Hashable {
    /// Kebab-case, unique within the checker.
    public var id: String
    /// How it is to be treated unless the configuration says otherwise.
    public var level: Level
    /// What is wrong; `{name}` stands for an argument of the finding.
    public var message: Words
    /// What would settle it; `{name}` stands for an argument.
    public var help: Words

    /// A sort of finding with its texts.
    public init(_ id: String, level: Level, message: Words, help: Words) {
      self.id = id
      self.level = level
      self.message = message
      self.help = help
    }
  }

  /// A setting that the user may give.
  public struct Option: Sendable, Hashable {
    /// The type of an option’s value.
    public enum Kind: String, Sendable, CaseIterable {
      case boolean
      case integer
      case text
    }

    /// Letters, digits and hyphens; a letter first.
    public var name: String
    /// The type of its value.
    public var kind: Kind
    /// The value unless the user gives one, as a text.
    public var standard: String
    /// What it changes.
    public var explanation: Words

    /// A setting with its standard value.
    public init(_ name: String, _ kind: Kind, standard: String, _ explanation: Words) {
      self.name = name
      self.kind = kind
      self.standard = standard
      self.explanation = explanation
    }
  }

  /// Kebab-case; no other checker of a run may have it.
  public var id: String
  /// Numbers with points, such as 1.0.0.
  public var version: String
  /// One document at a time, or all together.
  public var scope: Scope
  /// Languages that it can judge: "en", "fr".
  public var languages: [String]
  /// What it must be given besides the blocks.
  public var needs: [Need]
  /// A few words, as a heading.
  public var title: Words
  /// What it finds, why it matters and when it may be wrong.
  public var rationale: Words
  /// Every sort of finding that it may make; no other is accepted.
  public var findings: [FindingKind]
  /// What the user may set.
  public var options: [Option]

  /// A complete declaration.
  public init(
    id: String, version: String, scope: Scope = .document, languages: [String] = ["en", "fr"],
    needs: [Need] = [.blocks], title: Words, rationale: Words, findings: [FindingKind],
    options: [Option] = []
  ) {
    self.id = id
    self.version = version
    self.scope = scope
    self.languages = languages
    self.needs = needs
    self.title = title
    self.rationale = rationale
    self.findings = findings
    self.options = options
  }
}

extension Declaration {
  package static let shape = MessageShape.object([
    .init("id", .identifier, "No other checker of a run may have it."),
    .init("version", .pattern(.version)),
    .init("scope", .name(Scope.allCases.map(\.rawValue))),
    .init("languages", .list(.language, limit: 2)),
    .optional("needs", .list(.name(Need.allCases.map(\.rawValue)), limit: 8)),
    .init("title", .words), .init("rationale", .words),
    .init(
      "findings",
      .list(
        .named("findingKind") {
          .object([
            .init("id", .identifier, "Unique within the checker."),
            .init("level", .name(Level.allCases.map(\.rawValue))),
            .init("message", .words, "What is wrong; {name} stands for an argument."),
            .init("help", .words, "What would settle it; {name} stands for an argument."),
          ])
        }, limit: MessageLimits.declared)),
    .optional(
      "options",
      .list(
        .named("option") {
          .object([
            .init("name", .pattern(.argument)),
            .init("kind", .name(Option.Kind.allCases.map(\.rawValue))),
            .init("standard", .shortText, "The value unless the user gives one, as a text."),
            .init("explanation", .words),
          ])
        }, limit: MessageLimits.declared)),
  ])

  /// Reads a value that fits the shape.
  package init(_ json: JSONValue) {
    self.init(
      id: json["id"]?.string ?? "", version: json["version"]?.string ?? "",
      scope: json["scope"]?.string.flatMap(Scope.init) ?? .document,
      languages: (json["languages"]?.elements ?? []).compactMap(\.string),
      needs: (json["needs"]?.elements ?? []).compactMap { $0.string.flatMap(Need.init) },
      title: Words(json["title"]), rationale: Words(json["rationale"]),
      findings: (json["findings"]?.elements ?? []).map { kind in
        FindingKind(
          kind["id"]?.string ?? "", level: kind["level"]?.string.flatMap(Level.init) ?? .ask,
          message: Words(kind["message"]), help: Words(kind["help"]))
      },
      options: (json["options"]?.elements ?? []).map { option in
        Option(
          option["name"]?.string ?? "",
          option["kind"]?.string.flatMap(Option.Kind.init) ?? .text,
          standard: option["standard"]?.string ?? "", Words(option["explanation"]))
      })
  }

  package var json: JSONValue {
    .object([
      "id": .string(id), "version": .string(version), "scope": .string(scope.rawValue),
      "languages": .array(languages.map { .string($0) }),
      "needs": .array(needs.map { .string($0.rawValue) }),
      "title": title.json, "rationale": rationale.json,
      "findings": .array(
        findings.map { kind in
          .object([
            "id": .string(kind.id), "level": .string(kind.level.rawValue),
            "message": kind.message.json, "help": kind.help.json,
          ])
        }),
      "options": .array(
        options.map { option in
          .object([
            "name": .string(option.name), "kind": .string(option.kind.rawValue),
            "standard": .string(option.standard), "explanation": option.explanation.json,
          ])
        }),
    ])
  }
}

internal import JSON

/// The messages of protocol version 1, as data.
package enum PluginMessages {
  /// Versions that this library speaks.
  package static let versions = 1...1

  /// A request, its parameters and its answer.
  package struct Request: Sendable {
    package var method: String
    package var summary: String
    package var parameters: MessageShape
    package var result: MessageShape
  }

  /// A message without an answer.
  package struct Notification: Sendable {
    package var method: String
    package var isFromPlugin: Bool
    package var summary: String
    package var parameters: MessageShape
  }

  package static let initialize = Request(
    method: "initialize",
    summary: "The first message: the versions that the host speaks, and its limits.",
    parameters: .object([
      .init(
        "protocol",
        .object([.init("minimum", .integer(1...1_000)), .init("maximum", .integer(1...1_000))])),
      .init("host", .object([.init("name", .shortText), .init("version", .shortText)])),
      .init(
        "limits",
        .object([
          .init("lineInBytes", .integer(1...Int.max), "Longest line that the host reads."),
          .init("findings", .integer(1...Int.max), "Most findings in one answer."),
          .init("secondsPerDocument", .integer(1...Int.max), "Longest silence over one document."),
        ])),
    ]),
    result: .object([
      .init("protocol", .integer(1...1_000), "The version chosen, within the host's range."),
      .init("checker", .named("declaration") { Declaration.shape }),
    ]))

  package static let configure = Request(
    method: "configure",
    summary:
      "The options' values; requirements for a checker that needs evidence. Once, before work.",
    parameters: .object([
      .init(
        "options", .dictionary(.anyText, limit: MessageLimits.declared),
        "Every declared option, as a text of its kind."),
      .optional(
        "requirements",
        .list(
          .named("requirement") {
            .object([
              .init("id", .anyText), .init("title", .words), .init("asks", .words),
              .init("advice", .words), .init("judgedByPerson", .boolean),
            ])
          }, limit: .max)),
    ]),
    result: .object([]))

  package static let check = Request(
    method: "check", summary: "Finds what is wrong with one document.",
    parameters: .object([.init("document", .named("document") { PluginDocument.shape })]),
    result: findings)

  package static let collect = Request(
    method: "collect", summary: "Keeps what a corpus checker needs of one document.",
    parameters: .object([.init("document", .named("document") { PluginDocument.shape })]),
    result: .object([
      .init("facts", .list(.named("fact") { PluginFact.shape }, limit: MessageLimits.facts))
    ]))

  package static let report = Request(
    method: "report", summary: "Finds what is wrong over all documents, from the facts kept.",
    parameters: .object([
      .init(
        "documents", .list(.named("facts") { PluginFacts.shape }, limit: .max), "Sorted by path.")
    ]),
    result: findings)

  package static let shutdown = Request(
    method: "shutdown", summary: "No more work will come; answer, then wait for exit.",
    parameters: .object([]), result: .null)

  package static let requests = [initialize, configure, check, collect, report, shutdown]

  package static let notifications = [
    Notification(
      method: "cancel", isFromPlugin: false,
      summary: "The answer to a request is no longer wanted; answer all the same, once.",
      parameters: .object([.init("id", .integer(1...Int.max))])),
    Notification(
      method: "exit", isFromPlugin: false, summary: "End now, with status 0.",
      parameters: .object([])),
    Notification(
      method: "progress", isFromPlugin: true,
      summary: "A request takes long and goes on; the silence starts anew.",
      parameters: .object([
        .init("id", .integer(1...Int.max)),
        .optional("done", .integer(0...Int.max)), .optional("all", .integer(0...Int.max)),
      ])),
    Notification(
      method: "diagnostic", isFromPlugin: true,
      summary: "Something is wrong with what the plugin itself needs, such as a list of terms.",
      parameters: .object([
        .init("severity", .name(["warning", "error"])), .init("message", .words),
        .optional("help", .words),
      ])),
  ]

  private static let findings = MessageShape.object([
    .init(
      "findings",
      .list(.named("finding") { PluginFinding.shape }, limit: MessageLimits.findings))
  ])

  package static func request(_ method: String) -> Request? {
    requests.first { $0.method == method }
  }

  /// Codes of errors in answers, as JSON-RPC 2.0 and its users number them.
  package enum ErrorCode {
    package static let parse = -32700
    package static let invalidRequest = -32600
    package static let unknownMethod = -32601
    package static let invalidParameters = -32602
    package static let failed = -32000
    package static let cancelled = -32800
  }

  /// An error in place of a result.
  package static let errorShape = MessageShape.object([
    .init("code", .integer(-40_000...40_000)), .init("message", .shortText),
    .optional("data", .longText),
  ])
}

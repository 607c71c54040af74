internal import JSON

/// The JSON Schemas of all messages, from the shapes that the host itself checks against.
///
/// `Documentation/PluginProtocol.schema.json` is the committed output; a test keeps the two equal.
package enum PluginSchema {
  /// One document whose `$defs` hold each message under `<method>.request`, `<method>.result` or
  /// `<method>.notification`; it ends with a line end.
  package static var json: String {
    var definitions: [String: JSONValue] = [:]
    var messages: [JSONValue.Member] = []
    for request in PluginMessages.requests {
      messages.append(
        .init(
          "\(request.method).request",
          envelope(
            request.summary,
            [
              ("id", .object(["type": .string("integer"), "minimum": .integer(1)])),
              ("method", constant(request.method)),
              ("params", request.parameters.schema(&definitions)),
            ])))
      messages.append(
        .init(
          "\(request.method).result",
          envelope(
            "The answer to \(request.method).",
            [
              ("id", .object(["type": .string("integer"), "minimum": .integer(1)])),
              ("result", request.result.schema(&definitions)),
            ])))
    }
    for notification in PluginMessages.notifications {
      messages.append(
        .init(
          "\(notification.method).notification",
          envelope(
            notification.summary,
            [
              ("method", constant(notification.method)),
              ("params", notification.parameters.schema(&definitions)),
            ])))
    }
    messages.append(
      .init(
        "error",
        envelope(
          "An answer that says why there is no result.",
          [
            ("id", .object(["type": .array([.string("integer"), .string("null")])])),
            ("error", PluginMessages.errorShape.schema(&definitions)),
          ])))
    let parts = definitions.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }
    return JSONText.pretty(
      .object([
        "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
        "$comment": .string(
          "Generated from Sources/CoherencePlugin/Messages; UPDATE_GOLDEN=1 swift test --filter "
            + "PluginSchemaTests renews it."),
        "title": .string("coherence plugin protocol, version 1"),
        "description": .string("One message, in either direction."),
        "anyOf": .array(
          messages.map { .object(["$ref": .string("#/$defs/\($0.key)")]) }),
        "$defs": .object(messages + parts),
      ]))
  }

  private static func constant(_ text: String) -> JSONValue {
    .object(["const": .string(text)])
  }

  private static func envelope(
    _ summary: String, _ members: [(String, JSONValue)]
  ) -> JSONValue {
    let all = [("jsonrpc", constant("2.0"))] + members
    return .object([
      "description": .string(summary), "type": .string("object"),
      "required": .array(all.map { .string($0.0) }),
      "properties": .object(all.map { JSONValue.Member($0.0, $0.1) }),
      "additionalProperties": .boolean(false),
    ])
  }
}

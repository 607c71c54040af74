internal import JSON

/// One request for a plugin, and who waits for its answer.
final class PluginJob: Sendable {
  enum Answer: Sendable {
    /// A result that has the shape that the protocol asks for.
    case result(JSONValue)
    /// The plugin failed over this request; already noted.
    case failed
    /// The plugin had been given up before.
    case skipped
  }

  let method: String
  /// Parameters as JSON.
  let parameters: [UInt8]
  /// Path of the document that it is about; `nil` for none.
  let document: String?
  /// Called once, on a thread of the host's.
  let complete: @Sendable (Answer) -> Void

  init(
    method: String, parameters: [UInt8], document: String?,
    complete: @escaping @Sendable (Answer) -> Void
  ) {
    self.method = method
    self.parameters = parameters
    self.document = document
    self.complete = complete
  }
}

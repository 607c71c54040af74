internal import CoherencePlugin
internal import SourceText

/// Keeps answers of plugins between runs.
///
/// What comes out is believed no more than what a plugin says: it is checked against the same shape, and
/// every quotation is compared again.
package protocol PluginAnswerCache: Sendable {
  func load(_ key: PluginAnswerKey) -> [UInt8]?
  func store(_ bytes: [UInt8], for key: PluginAnswerKey)
}

/// Everything that an answer of a plugin depends on.
package struct PluginAnswerKey: Sendable, Hashable {
  /// Version of the protocol that the answer was given in.
  package var protocolVersion: Int
  /// The request: `check` or `collect`.
  package var method: String
  /// SHA-256 over the plugin's files, interpreter and arguments.
  package var pluginDigest: String
  /// SHA-256 over the options' values, and the requirements where the plugin was given them.
  package var optionsDigest: String
  /// SHA-256 that names the rules of the run.
  package var rulesDigest: String
  /// SHA-256 over the document as the plugin sees it: its text, and what is known of it.
  package var documentDigest: String

  init(
    method: String, pluginDigest: String, options: [UInt8], rulesDigest: String, message: [UInt8]
  ) {
    protocolVersion = PluginMessages.versions.upperBound
    self.method = method
    self.pluginDigest = pluginDigest
    optionsDigest = SHA256Digest.hex(of: options)
    self.rulesDigest = rulesDigest
    documentDigest = SHA256Digest.hex(of: message)
  }

  /// The key as texts, in a fixed order, for a store that names its entries after them.
  package var parts: [String] {
    [
      "plugin answer", "\(protocolVersion)", method, pluginDigest, optionsDigest, rulesDigest,
      documentDigest,
    ]
  }
}

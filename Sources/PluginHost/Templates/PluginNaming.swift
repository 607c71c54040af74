internal import CoherencePlugin

/// Names that plugins may have.
enum PluginNaming {
  static func isID(_ id: String) -> Bool { MessagePattern.identifier.matches(id) }
}

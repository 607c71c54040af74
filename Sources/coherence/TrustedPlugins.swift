import PluginHost
import SourceText

/// The list of plugins in the user's own configuration folder.
enum TrustedPlugins {
  /// The list and what is wrong with it; empty when there is no such folder.
  static func load() -> (file: TrustFile, diagnostics: [Diagnostic]) {
    guard let path else { return (TrustFile(path: ""), []) }
    return TrustFile.load(path)
  }

  static var path: String? {
    TrustFile.standardPath(
      configHome: Terminal.environment("XDG_CONFIG_HOME"), home: Terminal.environment("HOME"))
  }
}

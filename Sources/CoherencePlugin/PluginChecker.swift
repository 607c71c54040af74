/// A checker in a program of its own.
///
/// A type that meets this protocol and is marked `@main` is a complete plugin:
///
/// ```swift
/// import CoherencePlugin
///
/// @main struct Shouting: PluginChecker {
///   static let declaration = Declaration(
///     id: "shouting", version: "1.0.0", title: Words("Shouting", "Cris"),
///     rationale: Words("Capitals are hard to read.", "Les majuscules se lisent mal."),
///     findings: [
///       .init(
///         "capitals", level: .note, message: Words("'{words}' shouts", "« {words} » crie"),
///         help: Words("use small letters", "écrivez en minuscules"))
///     ])
///   init(options: [String: String]) {}
///   func check(_ document: PluginDocument) -> [PluginFinding] { … }
/// }
/// ```
///
/// It must be a pure function of what it is given: it has no network and may write no file.
public protocol PluginChecker {
  static var declaration: Declaration { get }

  /// Every declared option has a value, the standard one unless the user gave another.
  ///
  /// - Throws: `PluginFailure` when an option cannot be used; its words reach the user.
  init(options: [String: String]) throws

  /// Findings in one document; for a checker with document scope.
  ///
  /// - Throws: `PluginFailure` when the document cannot be checked.
  mutating func check(_ document: PluginDocument) throws -> [PluginFinding]

  /// Facts to keep of one document; for a checker with corpus scope.
  ///
  /// - Throws: `PluginFailure` when the document cannot be read.
  mutating func collect(_ document: PluginDocument) throws -> [PluginFact]

  /// Findings over all documents, sorted by path; for a checker with corpus scope.
  ///
  /// - Throws: `PluginFailure` when no report can be made.
  mutating func report(_ documents: [PluginFacts]) throws -> [PluginFinding]
}

extension PluginChecker {
  /// No findings.
  public mutating func check(_ document: PluginDocument) throws -> [PluginFinding] { [] }
  /// No facts.
  public mutating func collect(_ document: PluginDocument) throws -> [PluginFact] { [] }
  /// No findings.
  public mutating func report(_ documents: [PluginFacts]) throws -> [PluginFinding] { [] }

  /// Serves the host on standard input and output until it says to end.
  public static func main() {
    var server = PluginServer(declaration: declaration) { try Self(options: $0) }
    server.run()
  }
}

/// Why a plugin could not do what it was asked.
public struct PluginFailure: Error, Sendable, Hashable {
  /// Its words reach the user; one line.
  public var message: String

  /// A failure in the plugin’s own words.
  public init(_ message: String) {
    self.message = message
  }
}

extension PluginPlace {
  /// A passage of a block, quoted; offsets outside the text are brought inside, to whole characters.
  public static func passage(
    in document: PluginDocument, block: Int, _ range: Range<Int>, wholeBlock: Bool = false
  ) -> PluginPlace {
    let utf8 = document.blocks[block].text.utf8
    let bytes = Array(utf8)
    func whole(_ offset: Int) -> Int {
      var offset = min(max(0, offset), bytes.count)
      while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      return offset
    }
    let start = whole(range.lowerBound)
    let end = max(start, whole(range.upperBound))
    return .passage(
      block: block, range: start..<end, quote: String(decoding: bytes[start..<end], as: UTF8.self),
      wholeBlock: wholeBlock)
  }
}

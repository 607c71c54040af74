package import Checking
package import SourceText
internal import RuleSets
internal import YAML

/// Findings that were accepted as they stood on one day, so that only what is new counts.
///
/// A finding is known by its fingerprint, which rests on the words and not on where they stand: text that
/// moves within its document wakes nothing, text that changes does.
package struct Baseline: Sendable {
  /// One accepted finding, with enough of it to be inspected.
  package struct Entry: Sendable, Hashable {
    package var fingerprint: String
    package var level: Level
    package var checker: String
    package var kind: String
    package var requirement: String?
    /// From the root of the work tree; `nil` for a finding over the whole set.
    package var path: String?
    /// The words that it rests on; may be empty.
    package var quote: String
    package var message: String
    /// 1-based line in the file of the baseline; 0 before it is written.
    package var line = 0
  }

  package static let fileName = "coherence-baseline.yml"

  package var path: String
  package var entries: [Entry]
  /// SHA-256 of the file; empty for one that was not read from a file.
  package private(set) var digest = ""

  package init(path: String, entries: [Entry] = []) {
    self.path = path
    self.entries = entries
  }

  /// The line of each entry by its fingerprint.
  var lines: [String: Int] {
    Dictionary(entries.map { ($0.fingerprint, $0.line) }) { first, _ in first }
  }

  // MARK: Reading

  private static let keys = [
    "fingerprint", "level", "checker", "kind", "requirement", "path", "quote", "message",
  ]

  /// Bounds for the file: a million findings would be no baseline any more.
  private static let limits = YAMLLimits(
    maximumBytes: 256 << 20, maximumNodes: 20_000_000, maximumExpandedBytes: 256 << 20)

  /// Reads the file; what is wrong with it becomes diagnostics, and the rest is kept.
  package static func load(_ path: String) -> (baseline: Baseline, [Diagnostic]) {
    var baseline = Baseline(path: path)
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.read(path)
    } catch {
      return (baseline, [error.diagnostic(path: path)])
    }
    baseline.digest = SHA256Digest.hex(of: bytes)
    let (root, context) = YAMLContext.read(bytes, path: path, limits: limits)
    guard let root,
      let map = YAMLMapping(root, keyPath: "", context: context, knownKeys: ["format", "findings"])
    else { return (baseline, context.diagnostics) }
    ConfigurationLoader.requireFormat(map, context)
    let lines = LineIndex(bytes)
    for entry in map.mappings("findings", knownKeys: keys) {
      guard let fingerprint = entry.string("fingerprint", required: true),
        let checker = entry.string("checker", required: true),
        let kind = entry.string("kind", required: true),
        let level = entry.choice("level", of: Level.self, required: true)
      else { continue }
      func optional(_ key: String) -> String? {
        entry.node(key).flatMap { $0.isNull ? nil : $0.text }
      }
      baseline.entries.append(
        Entry(
          fingerprint: fingerprint, level: level, checker: checker, kind: kind,
          requirement: optional("requirement"), path: optional("path"),
          quote: optional("quote") ?? "", message: optional("message") ?? "",
          line: lines.scalarPosition(at: entry.node.span.start, in: bytes).line))
    }
    return (baseline, context.diagnostics)
  }
}

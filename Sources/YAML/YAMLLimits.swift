/// Bounds on one YAML text, and what of it need not be built.
package struct YAMLLimits: Sendable {
  /// Bound on the text, in bytes; never more than 1 GiB is taken.
  package var maximumBytes: Int
  /// Bound on lists and mappings inside one another, aliases followed.
  package var maximumDepth: Int
  /// Bound on the nodes of all documents, each alias counted as the nodes it stands for.
  package var maximumNodes: Int
  /// Bound on the bytes of all texts, each alias counted as the texts it stands for.
  package var maximumExpandedBytes: Int
  /// Keys whose pairs are left out of the tree, in any mapping: read over, but not built.
  ///
  /// What is left out is still checked for syntax, tags, aliases and depth, not for keys that stand
  /// twice inside it. It is built after all when an alias from elsewhere points into it.
  package var skippedKeys: Set<String>

  package init(
    maximumBytes: Int = 16 << 20, maximumDepth: Int = 64, maximumNodes: Int = 1_000_000,
    maximumExpandedBytes: Int = 64 << 20, skippedKeys: Set<String> = []
  ) {
    self.maximumBytes = min(maximumBytes, 1 << 30)
    self.maximumDepth = maximumDepth
    self.maximumNodes = maximumNodes
    self.maximumExpandedBytes = maximumExpandedBytes
    self.skippedKeys = skippedKeys
  }

  /// 16 MiB of text, 64 levels, a million nodes, 64 MiB of text after aliases, nothing skipped.
  package static let `default` = YAMLLimits()
}

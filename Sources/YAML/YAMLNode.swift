package import SourceText

/// One node of a YAML tree: a scalar, a sequence or a mapping.
///
/// A small value that points into the tree; copying one copies no text. Aliases are followed: an alias
/// has the kind and the contents of what it stands for, and the place where it is written itself.
package struct YAMLNode: Sendable {
  package enum Kind: Sendable, Hashable {
    case scalar
    case sequence
    case mapping
  }

  /// How a scalar is written.
  package enum Style: UInt8, Sendable, Hashable {
    case plain
    /// Between single or double quotes.
    case quoted
    /// Literal (`|`) or folded (`>`).
    case block
  }

  /// A node taken apart, for a `switch`.
  package enum Content: Sendable {
    case scalar(text: String, style: Style)
    case sequence(Elements)
    case mapping(Pairs)
  }

  let tree: YAMLTree
  let index: Int32

  private var entry: YAMLTree.Entry { tree.resolved(index) }

  package var kind: Kind {
    switch entry.kind {
    case .sequence: .sequence
    case .mapping: .mapping
    case .scalar, .alias: .scalar
    }
  }

  package var content: Content {
    switch kind {
    case .scalar: .scalar(text: text ?? "", style: style)
    case .sequence: .sequence(elements)
    case .mapping: .mapping(pairs)
    }
  }

  /// The text of a scalar, escapes and folds resolved; `nil` for a sequence or a mapping.
  ///
  /// - Complexity: O(*n*), as the text is made anew each time.
  package var text: String? {
    let entry = entry
    return entry.kind == .scalar ? tree.text(of: entry) : nil
  }

  /// How the scalar is written; `plain` for a sequence or a mapping.
  package var style: Style { entry.style }

  /// True for a scalar with exactly these bytes, without making a `String` of it.
  package func hasText(_ text: String) -> Bool { tree.hasText(entry, text) }

  /// True for a plain scalar that is empty, `~`, `null`, `Null` or `NULL`, and for the tag `!!null`.
  package var isNull: Bool { YAMLScalar.isNull(self) }

  /// The members of a sequence, in order; empty for other kinds.
  package var elements: Elements {
    let entry = entry
    let range = entry.kind == .sequence ? tree.range(of: entry) : 0..<0
    return Elements(tree: tree, range: range)
  }

  /// The pairs of a mapping, in order; empty for other kinds. Scalar keys are unique.
  package var pairs: Pairs {
    let entry = entry
    let range = entry.kind == .mapping ? tree.range(of: entry) : 0..<0
    return Pairs(tree: tree, range: range)
  }

  /// The value under a key of a mapping; `nil` when there is none.
  ///
  /// - Complexity: O(number of pairs).
  package subscript(key: String) -> YAMLNode? { pairs.first { $0.key.hasText(key) }?.value }

  /// The node in the source, an anchor or a tag before it included.
  ///
  /// Offsets count a byte-order mark. For an alias it is the alias; empty for a value left out.
  package var span: SourceSpan {
    let entry = tree.entries[Int(index)]
    return SourceSpan(start: Int(entry.start), end: Int(entry.end))
  }

  /// 1-based line of the start.
  ///
  /// - Complexity: O(length of the line), as the next two.
  package var line: Int { position.line }

  /// 1-based column of the start, in Unicode scalars.
  package var column: Int { position.column }

  /// 1-based line and column of the start, in Unicode scalars.
  package var position: (line: Int, column: Int) { tree.source.position(at: span.start) }

  /// The tag in full (`tag:yaml.org,2002:str`, or `!`); `nil` when none is written.
  package var tag: String? {
    let tag = entry.tag
    return tag < 0 ? nil : tree.tags[Int(tag)]
  }

  /// The text the node is part of.
  package var source: YAMLSource { tree.source }
}

extension YAMLNode {
  /// The members of a sequence.
  package struct Elements: RandomAccessCollection, Sendable {
    let tree: YAMLTree
    let range: Range<Int>

    package var startIndex: Int { 0 }
    package var endIndex: Int { range.count }
    package subscript(position: Int) -> YAMLNode {
      YAMLNode(tree: tree, index: tree.children[range.lowerBound + position])
    }
  }

  /// The pairs of a mapping.
  package struct Pairs: RandomAccessCollection, Sendable {
    let tree: YAMLTree
    let range: Range<Int>

    package var startIndex: Int { 0 }
    package var endIndex: Int { range.count / 2 }
    package subscript(position: Int) -> (key: YAMLNode, value: YAMLNode) {
      let first = range.lowerBound + 2 * position
      return (
        YAMLNode(tree: tree, index: tree.children[first]),
        YAMLNode(tree: tree, index: tree.children[first + 1])
      )
    }
  }
}

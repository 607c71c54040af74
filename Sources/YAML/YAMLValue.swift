internal import SourceText

/// A node with its key path: typed reads that complain and return `nil` when they cannot be had.
///
/// Types are the Core schema's, on demand: where a text is asked for, `no`, `2020` and `1.10` are the
/// texts they are written as. Only *nothing* (`~`, `null`, an empty value) is never a text.
package struct YAMLValue {
  package let node: YAMLNode
  package let context: YAMLContext
  private let way: YAMLKeyPath

  /// A value to start from; `keyPath` is empty for the root.
  package init(_ node: YAMLNode, keyPath: String, context: YAMLContext) {
    self.init(node, way: .text(keyPath), context: context)
  }

  init(_ node: YAMLNode, way: YAMLKeyPath, context: YAMLContext) {
    self.node = node
    self.way = way
    self.context = context
  }

  /// As `requirements[3].evidence.topic.en`, members counted from 0; empty for the root.
  package var keyPath: String { way.words }

  /// A text, as written.
  package func string() -> String? {
    guard let text = textOrNil else {
      mismatch("a text")
      return nil
    }
    return text
  }

  /// A whole number in a range.
  package func int(in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
    let expected =
      range == Int.min...Int.max
      ? "a whole number" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let value = YAMLScalar.int(node) else {
      let isQuoted = node.style == .quoted && Int(node.text ?? "") != nil
      mismatch(expected, help: isQuoted ? "leave out the quotes" : nil)
      return nil
    }
    guard range.contains(value) else {
      mismatch(expected)
      return nil
    }
    return value
  }

  /// `true` or `false`.
  package func bool() -> Bool? {
    guard let value = YAMLScalar.bool(node) else {
      mismatch("true or false")
      return nil
    }
    return value
  }

  /// A text, or a list of texts; members that are no texts are complained of and left out.
  package func strings() -> [(text: String, node: YAMLNode)]? {
    switch node.kind {
    case .scalar:
      guard let text = textOrNil else {
        mismatch("a text or a list of texts")
        return nil
      }
      return [(text, node)]
    case .sequence:
      var result: [(text: String, node: YAMLNode)] = []
      result.reserveCapacity(node.elements.count)
      for position in node.elements.indices {
        let member = node.elements[position]
        // The member's key path is made only for a complaint.
        if member.kind == .scalar, !member.isTypedOtherwise, let text = member.text {
          result.append((text, member))
        } else {
          element(position).mismatch("a text")
        }
      }
      return result
    case .mapping:
      mismatch("a text or a list of texts")
      return nil
    }
  }

  /// One of the raw values of `type`.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = textOrNil else {
      mismatch("one of \(Self.names(of: type))")
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    unknownChoice(text, among: type.allCases.map(\.rawValue))
    return nil
  }

  /// A list of members; complains of anything else.
  package func elements() -> [YAMLValue]? {
    guard node.kind == .sequence else {
      mismatch("a list")
      return nil
    }
    return node.elements.indices.map(element)
  }

  /// A mapping with these keys, or with any when `knownKeys` is `nil`.
  package func mapping(knownKeys: [String]?) -> YAMLMapping? {
    YAMLMapping(node, way: way, context: context, knownKeys: knownKeys)
  }

  /// The mappings of a list; members that are none are complained of and left out.
  package func mappings(knownKeys: [String]?) -> [YAMLMapping]? {
    guard node.kind == .sequence else {
      mismatch("a list of mappings")
      return nil
    }
    return node.elements.indices.compactMap { element($0).mapping(knownKeys: knownKeys) }
  }

  /// Complains that something else was expected here; `expected` has its article, as `a text`.
  package func mismatch(_ expected: String, help: String? = nil) {
    var help = help
    if help == nil, node.isNull {
      help =
        node.hasText("") || node.hasText("~")
        ? "write the value, or remove the key" : "put the word between quotes if it is meant"
    }
    context.report(
      id: "wrong-type", "expected \(expected) \(Self.place(keyPath)), found \(found)", at: node,
      help: help)
  }

  /// Complains of a name that is none of `known`, and offers the nearest.
  package func unknownChoice(_ text: String, among known: [String]) {
    let nearest = NearestName.suggestion(for: text, among: known)
    let list = known.map { "'\($0)'" }.joined(separator: ", ")
    context.report(
      id: "unknown-value", "unknown value \(YAMLError.quoted(text)) \(Self.place(keyPath))",
      at: node,
      help: (nearest.map { "did you mean '\($0)'? " } ?? "") + "the choices are \(list)")
  }

  private var textOrNil: String? { node.isTypedOtherwise ? nil : node.text }

  private func element(_ position: Int) -> YAMLValue {
    YAMLValue(node.elements[position], way: .member(position, in: way), context: context)
  }

  private var found: String {
    switch node.kind {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar: YAMLScalar.typeName(node) ?? YAMLError.quoted(node.text ?? "")
    }
  }

  static func names<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) -> String where Choice.RawValue == String {
    type.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// `in requirements[3]`, or words for the root.
  static func place(_ keyPath: String) -> String {
    keyPath.isEmpty ? "at the top level" : "in " + YAMLValue.shown(keyPath)
  }

  /// A key path that is fit to print; the author chose its words.
  static func shown(_ keyPath: String) -> String {
    let quoted = YAMLError.quoted(keyPath)
    return quoted.utf8.count == keyPath.utf8.count + 2 ? keyPath : quoted
  }
}

extension YAMLNode {
  /// A scalar that is no text even where one is asked for.
  fileprivate var isTypedOtherwise: Bool { YAMLScalar.typeName(self) != nil }

  /// The source offset of a byte of the text, or the start where the two do not run in step.
  package func sourceOffset(ofTextOffset utf8Offset: Int) -> Int {
    guard let text, utf8Offset >= 0, utf8Offset <= text.utf8.count else { return span.start }
    let bytes = source.bytes[span.range]
    // An anchor or a tag may stand before; the text is at the end of the span, quotes aside.
    let tail = style == .quoted ? bytes.dropLast() : bytes
    guard style != .block, tail.count >= text.utf8.count,
      tail.suffix(text.utf8.count).elementsEqual(text.utf8)
    else { return span.start }
    return tail.endIndex - text.utf8.count + utf8Offset
  }
}

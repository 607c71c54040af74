package import SourceText

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
      mismatch(Kind.text)
      return nil
    }
    return text
  }

  /// A whole number in a range.
  package func int(in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
    guard let value = YAMLScalar.int(node) else {
      let isQuoted = node.style == .quoted && Int(node.text ?? "") != nil
      mismatch(
        Kind.wholeNumber(in: range),
        help: isQuoted ? LocalizedText("leave out the quotes", "enlevez les guillemets") : nil)
      return nil
    }
    guard range.contains(value) else {
      mismatch(Kind.wholeNumber(in: range))
      return nil
    }
    return value
  }

  /// `true` or `false`.
  package func bool() -> Bool? {
    guard let value = YAMLScalar.bool(node) else {
      mismatch(LocalizedText("true or false", "true ou false"))
      return nil
    }
    return value
  }

  /// A text, or a list of texts; members that are no texts are complained of and left out.
  package func strings() -> [(text: String, node: YAMLNode)]? {
    switch node.kind {
    case .scalar:
      guard let text = textOrNil else {
        mismatch(Kind.textOrTexts)
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
          element(position).mismatch(Kind.text)
        }
      }
      return result
    case .mapping:
      mismatch(Kind.textOrTexts)
      return nil
    }
  }

  /// One of the raw values of `type`.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = textOrNil else {
      mismatch(
        LocalizedText("one of \(Self.names(of: type))", "l’un des mots \(Self.names(of: type))"))
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    unknownChoice(text, among: type.allCases.map(\.rawValue))
    return nil
  }

  /// A list of members; complains of anything else.
  package func elements() -> [YAMLValue]? {
    guard node.kind == .sequence else {
      mismatch(Kind.list)
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
      mismatch(Kind.mappings)
      return nil
    }
    return node.elements.indices.compactMap { element($0).mapping(knownKeys: knownKeys) }
  }

  /// Complains that something else was expected here; `expected` has its article, as `a text`.
  package func mismatch(_ expected: LocalizedText, help: LocalizedText? = nil) {
    var help = help
    if help == nil, node.isNull {
      help =
        node.hasText("") || node.hasText("~")
        ? LocalizedText(
          "write the value, or remove the key", "écrivez la valeur, ou supprimez la clé")
        : LocalizedText(
          "put the word between quotes if it is meant",
          "mettez le mot entre guillemets droits si c’est bien lui")
    }
    context.report(
      id: "wrong-type",
      LocalizedText(
        "expected \(expected) \(Self.place(keyPath)), found \(found)",
        "il faut \(expected) \(Self.place(keyPath)); trouvé : \(found)"),
      at: node, help: help)
  }

  /// Complains of a name that is none of `known`, and offers the nearest.
  package func unknownChoice(_ text: String, among known: [String]) {
    let nearest = NearestName.suggestion(for: text, among: known)
    let list = Self.list(known)
    let choices = LocalizedText("the choices are \(list)", "les choix sont \(list)")
    context.report(
      id: "unknown-value",
      LocalizedText(
        "unknown value \(YAMLError.quoted(text)) \(Self.place(keyPath))",
        "valeur inconnue \(YAMLError.quoted(text)) \(Self.place(keyPath))"),
      at: node,
      help: nearest.map {
        let question = NearestName.question($0)
        return LocalizedText("\(question) \(choices)", "\(question) \(choices)")
      } ?? choices)
  }

  private var textOrNil: String? { node.isTypedOtherwise ? nil : node.text }

  private func element(_ position: Int) -> YAMLValue {
    YAMLValue(node.elements[position], way: .member(position, in: way), context: context)
  }

  private var found: LocalizedText {
    switch node.kind {
    case .sequence: Kind.list
    case .mapping: Kind.mapping
    case .scalar: YAMLScalar.typeName(node) ?? YAMLError.quoted(node.text ?? "")
    }
  }

  static func names<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) -> LocalizedText where Choice.RawValue == String {
    list(type.allCases.map(\.rawValue))
  }

  /// Names between the quotes of each language, with commas.
  static func list(_ names: [String]) -> LocalizedText {
    let quoted = names.map(YAMLError.quoted)
    return LocalizedText(
      english: quoted.map(\.english).joined(separator: ", "),
      french: quoted.map(\.french).joined(separator: ", "))
  }

  /// `in requirements[3]`, or words for the root.
  static func place(_ keyPath: String) -> LocalizedText {
    guard !keyPath.isEmpty else { return LocalizedText("at the top level", "au premier niveau") }
    let shown = shown(keyPath)
    return LocalizedText("in \(shown)", "dans \(shown)")
  }

  /// A key path that is fit to print; the author chose its words.
  static func shown(_ keyPath: String) -> LocalizedText {
    YAMLError.printable(keyPath).utf8.elementsEqual(keyPath.utf8)
      ? LocalizedText(name: keyPath) : YAMLError.quoted(keyPath)
  }
}

extension YAMLValue {
  /// Names of what a value can be, with their articles.
  enum Kind {
    static let text = LocalizedText("a text", "un texte")
    static let list = LocalizedText("a list", "une liste")
    static let mapping = LocalizedText("a mapping", "un groupe de clés")
    static let textOrTexts = LocalizedText(
      "a text or a list of texts", "un texte ou une liste de textes")
    static let mappings = LocalizedText(
      "a list of mappings", "une liste de groupes de clés")

    static func wholeNumber(in range: ClosedRange<Int>) -> LocalizedText {
      guard range != Int.min...Int.max else { return YAMLScalar.wholeNumber }
      return LocalizedText(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        "un nombre entier de \(range.lowerBound) à \(range.upperBound)")
    }
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

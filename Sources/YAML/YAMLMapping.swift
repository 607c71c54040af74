internal import SourceText

/// A mapping read against the keys it may have; everything wrong is complained of in the context.
///
/// A read of a key that is absent returns `nil` and complains only when it is `required`. A read of a
/// key that has the wrong type complains and returns `nil`.
package struct YAMLMapping {
  package let node: YAMLNode
  package let context: YAMLContext
  private let way: YAMLKeyPath
  /// Known keys that an unknown one was taken for: not complained of as missing too.
  private let misspelled: [String]

  /// Complains of anything but a mapping (and is `nil`), of keys that are no texts and of keys that
  /// are not known; `knownKeys` is `nil` for a mapping with keys of the author's choice.
  package init?(
    _ node: YAMLNode, keyPath: String, context: YAMLContext, knownKeys: [String]?
  ) {
    self.init(node, way: .text(keyPath), context: context, knownKeys: knownKeys)
  }

  init?(_ node: YAMLNode, way: YAMLKeyPath, context: YAMLContext, knownKeys: [String]?) {
    guard node.kind == .mapping else {
      YAMLValue(node, way: way, context: context).mismatch(YAMLValue.Kind.mapping)
      return nil
    }
    self.node = node
    self.way = way
    self.context = context
    var misspelled: [String] = []
    for (key, _) in node.pairs {
      guard key.kind == .scalar, !key.isNull else {
        context.report(
          id: "wrong-type",
          LocalizedText(
            "expected a text as a key \(YAMLValue.place(way.words))",
            "il faut un texte comme clé \(YAMLValue.place(way.words))"),
          at: key,
          help: LocalizedText(
            "put it between quotes if a text is meant",
            "mettez-la entre guillemets droits si c’est un texte"))
        continue
      }
      guard let knownKeys, !knownKeys.contains(where: { key.hasText($0) }) else { continue }
      let name = key.text ?? ""
      let nearest = NearestName.suggestion(for: name, among: knownKeys)
      if let nearest { misspelled.append(nearest) }
      context.report(
        id: "unknown-key",
        LocalizedText(
          "unknown key \(YAMLError.quoted(name)) \(YAMLValue.place(way.words))",
          "clé inconnue \(YAMLError.quoted(name)) \(YAMLValue.place(way.words))"),
        at: key, help: Self.help(forUnknown: name, nearest: nearest, among: knownKeys))
    }
    self.misspelled = misspelled
  }

  private static func help(
    forUnknown name: String, nearest: String?, among known: [String]
  ) -> LocalizedText {
    if name == "<<" {
      return LocalizedText(
        "mappings are not merged; write the keys out",
        "les groupes de clés ne sont pas fusionnés; écrivez les clés en toutes lettres")
    }
    if let nearest { return NearestName.question(nearest) }
    let list = YAMLValue.list(known)
    return LocalizedText("known keys are \(list)", "les clés connues sont \(list)")
  }

  /// As `requirements[3].evidence`, members counted from 0; empty for the root.
  package var keyPath: String { way.words }

  /// The keys that are texts, in order.
  package var keys: [String] { node.pairs.compactMap { $0.key.text } }

  /// The pairs whose keys are texts, in order.
  package var entries: [(key: String, keyNode: YAMLNode, value: YAMLValue)] {
    node.pairs.compactMap { pair in
      guard let key = pair.key.text else { return nil }
      return (
        key, pair.key, YAMLValue(pair.value, way: .key(key, in: way), context: context)
      )
    }
  }

  /// The value under a key.
  package func node(_ key: String) -> YAMLNode? { node[key] }

  /// The key itself, for a complaint about it.
  package func keyNode(_ key: String) -> YAMLNode? {
    node.pairs.first { $0.key.hasText(key) }?.key
  }

  /// The value under a key with its key path; complains when it is required and absent.
  package func value(_ key: String, required: Bool = false) -> YAMLValue? {
    guard let node = node[key] else {
      if required { reportMissing(key) }
      return nil
    }
    return YAMLValue(node, way: .key(key, in: way), context: context)
  }

  /// A text, as written.
  package func string(_ key: String, required: Bool = false) -> String? {
    value(key, required: required)?.string()
  }

  /// A whole number in a range.
  package func int(
    _ key: String, in range: ClosedRange<Int> = Int.min...Int.max, required: Bool = false
  ) -> Int? {
    value(key, required: required)?.int(in: range)
  }

  /// `true` or `false`.
  package func bool(_ key: String, required: Bool = false) -> Bool? {
    value(key, required: required)?.bool()
  }

  /// A text, or a list of texts.
  package func strings(
    _ key: String, required: Bool = false
  ) -> [(text: String, node: YAMLNode)]? {
    value(key, required: required)?.strings()
  }

  /// One of the raw values of `type`.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type, required: Bool = false
  ) -> Choice? where Choice.RawValue == String {
    value(key, required: required)?.choice(of: type)
  }

  /// A mapping with these keys, or with any when `knownKeys` is `nil`.
  package func mapping(
    _ key: String, knownKeys: [String]?, required: Bool = false
  ) -> YAMLMapping? {
    value(key, required: required)?.mapping(knownKeys: knownKeys)
  }

  /// The mappings of a list; empty when it is absent or no list.
  package func mappings(
    _ key: String, knownKeys: [String]?, required: Bool = false
  ) -> [YAMLMapping] {
    value(key, required: required)?.mappings(knownKeys: knownKeys) ?? []
  }

  /// Complains that a key is missing, with a caret under the start of the mapping.
  package func reportMissing(_ key: String) {
    guard !misspelled.contains(key) else { return }
    context.report(
      id: "missing-key",
      LocalizedText(
        "key '\(key)' is missing \(YAMLValue.place(way.words))",
        "il manque la clé « \(key) » \(YAMLValue.place(way.words))"),
      at: node, help: LocalizedText("add '\(key): …'", "ajoutez « \(key): … »"))
  }

  /// The key path of a key.
  package func path(to key: String) -> String { YAMLKeyPath.key(key, in: way).words }
}

internal import Matching
internal import SourceText
internal import YAML

/// Reads one vocabulary file.
struct VocabularyReader {
  let context: YAMLContext
  let purpose: RuleSetLoader.Purpose

  func read(_ node: YAMLNode) -> [VocabularyList]? {
    guard
      let root = YAMLMapping(
        node, keyPath: "", context: context, knownKeys: RuleSetSchema.vocabularyKeys)
    else { return nil }
    FormatKey.check(root, context: context)
    guard let lists = root.mapping("lists", knownKeys: nil) else { return nil }
    var result: [VocabularyList] = []
    for (name, keyNode, value) in lists.entries {
      guard let entry = value.mapping(knownKeys: RuleSetSchema.languageKeys) else { continue }
      let reader = PatternReader(context: context, purpose: purpose)
      let list = VocabularyList(
        name: name,
        english: entry.node("en") == nil
          ? nil : reader.entries(entry.strings("en") ?? [], language: .english),
        french: entry.node("fr") == nil
          ? nil : reader.entries(entry.strings("fr") ?? [], language: .french),
        line: keyNode.line)
      if list.english == nil && list.french == nil {
        context.report(
          .error, id: "empty-list",
          LocalizedText(
            "lists.\(name): the list has no entries",
            "lists.\(name) : la liste n’a aucune entrée"),
          at: keyNode,
          help: LocalizedText(
            "give it en: and fr: entries", "donnez-lui des entrées en: et fr:"))
      }
      result.append(list)
    }
    return result
  }
}

/// Takes patterns over as they are written; for authors, also says what is wrong with them.
struct PatternReader {
  let context: YAMLContext
  let purpose: RuleSetLoader.Purpose

  func patterns(
    _ texts: [(text: String, node: YAMLNode)], language: Language
  ) -> [PatternSource] {
    texts.compactMap { read($0.text, at: $0.node, language: language, listEntry: false) }
  }

  func entries(
    _ texts: [(text: String, node: YAMLNode)], language: Language
  ) -> [PatternSource] {
    texts.compactMap { read($0.text, at: $0.node, language: language, listEntry: true) }
  }

  private func read(
    _ text: String, at node: YAMLNode, language: Language, listEntry: Bool
  ) -> PatternSource? {
    let position = node.position
    let source = PatternSource(
      text: text, line: position.line, column: position.column, isListEntry: listEntry)
    guard purpose == .authoring else { return source }
    do {
      _ = try source.parsed(language)
      return source
    } catch {
      context.report(
        .error, id: "bad-pattern", error.message(in: text), at: node, utf8Offset: error.offset,
        help: error.help)
      return nil
    }
  }
}

extension PatternError {
  /// The complaint with the whole pattern, since the caret may point at its start only.
  func message(in pattern: String) -> LocalizedText {
    LocalizedText("pattern '\(pattern)': \(message)", "motif « \(pattern) » : \(message)")
  }
}

/// The `format` key that both kinds of file begin with.
enum FormatKey {
  static func check(_ root: YAMLMapping, context: YAMLContext) {
    guard let node = root.node("format") else { return root.reportMissing("format") }
    let found = node.text ?? ""
    if found != "1" {
      context.report(
        .error, id: "unknown-format",
        LocalizedText(
          "format: expected 1, found '\(found)'", "format : il faut 1; trouvé : « \(found) »"),
        at: node,
        help: LocalizedText(
          "this version reads format 1 only", "cette version ne lit que le format 1"))
    }
  }
}

internal import Matching
internal import SourceText
internal import YAML

/// Reads one vocabulary file.
struct VocabularyReader {
  let context: YAMLContext

  func read(_ node: YAMLNode) -> [VocabularyList]? {
    guard
      let root = YAMLMapping(
        node, keyPath: "", context: context, knownKeys: RuleSetSchema.vocabularyKeys)
    else { return nil }
    FormatKey.check(root, context: context)
    guard let lists = root.node("lists") else { return nil }
    guard case .mapping(let pairs) = lists.content else {
      context.report(
        .error, id: "wrong-type", "lists: expected list names with their entries", at: lists,
        help: "write lists: then one name a line, each with en: and fr: below it")
      return nil
    }
    var result: [VocabularyList] = []
    for pair in pairs {
      let name = pair.key.text ?? ""
      guard
        let entry = YAMLMapping(
          pair.value, keyPath: "lists.\(name)", context: context,
          knownKeys: RuleSetSchema.languageKeys)
      else { continue }
      let reader = PatternReader(context: context)
      let list = VocabularyList(
        name: name,
        english: entry.node("en") == nil
          ? nil : reader.entries(entry.strings("en") ?? [], language: .english),
        french: entry.node("fr") == nil
          ? nil : reader.entries(entry.strings("fr") ?? [], language: .french),
        line: pair.key.line)
      if list.english == nil && list.french == nil {
        context.report(
          .error, id: "empty-list", "lists.\(name): the list has no entries", at: pair.key,
          help: "give it en: and fr: entries")
      }
      result.append(list)
    }
    return result
  }
}

/// Turns pattern texts into patterns and pattern errors into diagnostics.
struct PatternReader {
  let context: YAMLContext

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
    do {
      let pattern =
        listEntry
        ? try PatternParser.parseListEntry(text, language: language)
        : try PatternParser.parse(text, language: language)
      return PatternSource(text: text, pattern: pattern, line: node.line, column: node.column)
    } catch {
      context.report(
        .error, id: "bad-pattern", "pattern '\(text)': \(error.message)", at: node,
        help: error.help)
      return nil
    }
  }
}

/// The `format` key that both kinds of file begin with.
enum FormatKey {
  static func check(_ root: YAMLMapping, context: YAMLContext) {
    guard let node = root.node("format") else {
      context.report(
        .error, id: "missing-key", "the key 'format' is missing", at: root.startNode,
        help: "write 'format: 1' on the first line")
      return
    }
    if node.text != "1" {
      context.report(
        .error, id: "unknown-format", "format: expected 1, found '\(node.text ?? "")'", at: node,
        help: "this version reads format 1 only")
    }
  }
}

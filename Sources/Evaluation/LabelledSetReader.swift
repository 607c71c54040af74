internal import RuleSets
package import SourceText
internal import YAML

/// Reads a labelled set: a folder with `labels.jsonl` beside its documents, or a file of single passages.
///
/// A line of JSON is a line of YAML, so that the one parser reads both and complains in the same way.
package struct LabelledSetReader {
  /// What was wrong; lines that are wrong are left out.
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  private static let labelsName = "labels.jsonl"
  private static let settingsName = "set.yml"
  private static let settingKeys = ["format", "complete", "except", "description"]
  private static let labelKeys = ["requirement", "rung", "why"]

  /// Paths of the folders with labels in a folder, itself included, sorted.
  package static func sets(below folder: String) -> [String] {
    let files = (try? FileTree.files(below: folder) { $0 == labelsName }) ?? []
    return files.map { FileTree.folder(of: $0) }.sorted()
  }

  /// The set at `path`; `nil` when there is none.
  package mutating func read(_ path: String) -> LabelledSet? {
    let isFolder = FileTree.kind(of: path) == .folder
    let file = isFolder ? FileTree.join(path, Self.labelsName) : path
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.read(file, limitInBytes: 64 << 20)
    } catch {
      diagnostics.append(error.diagnostic(path: file))
      return nil
    }
    let scope = isFolder ? self.scope(FileTree.join(path, Self.settingsName)) : LabelScope()
    var units: [LabelledUnit] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 != 0x20 && $0 != 0x0D }) {
      if let unit = unit(Array(line), file, index + 1) { units.append(unit) }
    }
    return LabelledSet(name: Self.name(of: path), path: path, units: units, scope: scope)
  }

  /// "Evaluation/plain" is "plain"; a folder's own name even when it ends in a slash.
  private static func name(of path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return parts.last.map(String.init) ?? path
  }

  private mutating func scope(_ file: String) -> LabelScope {
    guard FileTree.kind(of: file) == .file else { return LabelScope() }
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.read(file, limitInBytes: 1 << 20)
    } catch {
      diagnostics.append(error.diagnostic(path: file))
      return LabelScope()
    }
    let (root, context) = YAMLContext.read(bytes, path: file)
    defer { diagnostics += context.diagnostics }
    guard let root,
      let map = YAMLMapping(root, keyPath: "", context: context, knownKeys: Self.settingKeys)
    else { return LabelScope() }
    return LabelScope(
      complete: (map.strings("complete") ?? []).map(\.text),
      except: (map.strings("except") ?? []).map(\.text))
  }

  private mutating func unit(_ line: [UInt8], _ file: String, _ number: Int) -> LabelledUnit? {
    let (root, context) = YAMLContext.read(line, path: file)
    defer {
      diagnostics += context.diagnostics.map { diagnostic in
        var moved = diagnostic
        moved.line = number
        return moved
      }
    }
    guard let root, let map = YAMLMapping(root, keyPath: "", context: context, knownKeys: nil)
    else { return nil }
    let isAlone = map.node("doc") == nil && map.node("id") != nil
    guard
      let document = map.string(isAlone ? "id" : "doc", required: true),
      let text = map.string(isAlone ? "text" : "unit", required: true),
      let language = map.value("lang", required: true)?.choice(of: Language.self)
    else { return nil }
    var labels: [String: Rung] = [:]
    for label in map.mappings("labels", knownKeys: Self.labelKeys) {
      guard let id = label.string("requirement", required: true),
        let name = label.string("rung", required: true)
      else { continue }
      guard let rung = Rung(name: name), rung > .absent else {
        if let node = label.node("rung") { Self.unknownRung(name, node, context) }
        continue
      }
      labels[id] = max(rung, labels[id] ?? .absent)
    }
    let kind = map.string("kind").flatMap(DocumentKind.init(nameOrCode:)) ?? .departmentalPlan
    return LabelledUnit(
      document: document, text: text, language: language, labels: labels,
      trap: map.node("trap") == nil ? nil : map.string("trap"),
      tempts: (map.node("tempts") == nil ? nil : map.strings("tempts"))?.map(\.text) ?? [],
      kindOfPassage: isAlone ? kind : nil)
  }

  private static func unknownRung(_ name: String, _ node: YAMLNode, _ context: YAMLContext) {
    let known = Rung.allCases.dropFirst().map(\.name)
    let list = known.joined(separator: ", ")
    context.report(
      id: "unknown-name",
      LocalizedText("unknown rung '\(name)'", "échelon inconnu « \(name) »"), at: node,
      help: NearestName.suggestion(for: name, among: known).map(NearestName.question)
        ?? LocalizedText("known are: \(list)", "valeurs connues : \(list)"))
  }
}

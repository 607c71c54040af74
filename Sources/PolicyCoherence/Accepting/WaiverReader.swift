internal import Checking
internal import SourceText
internal import YAML

/// Reads the waivers of a configuration file.
struct WaiverReader {
  static let keys = ["waive", "path", "words", "reason", "owner", "until"]

  /// The file, for the places of waivers.
  let path: String
  /// The folder that the file's paths are meant from.
  let folder: String
  let language: Language
  let bytes: [UInt8]
  private let lines: LineIndex

  /// `path` and `bytes` are those of the file.
  init(path: String, folder: String, language: Language, bytes: [UInt8]) {
    self.path = path
    self.folder = folder
    self.language = language
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// The waivers that are complete; what the others lack is complained of in the mapping's context.
  func waivers(_ map: YAMLMapping) -> [Waiver] {
    map.mappings("waivers", knownKeys: Self.keys).compactMap(waiver)
  }

  private func waiver(_ entry: YAMLMapping) -> Waiver? {
    let targets = entry.strings("waive", required: true)
    let reason = text(entry, "reason")
    let owner = text(entry, "owner")
    let until = day(entry)
    guard let targets, let reason, let owner, let until else { return nil }
    guard !targets.isEmpty else {
      entry.value("waive")?.mismatch(
        LocalizedText("the id of what is waived", "l’identifiant de ce qui est dispensé"))
      return nil
    }
    let paths = (entry.strings("path") ?? []).map { FileTree.plain(FileTree.join(folder, $0.text)) }
    let position = lines.scalarPosition(at: entry.node.span.start, in: bytes)
    return Waiver(
      targets: targets.map(\.text), reason: reason, owner: owner, expires: until,
      scope: .configuration(paths: paths, words: entry.string("words") ?? ""),
      place: FindingPlace(
        path: path, line: position.line, column: position.column, span: nil, headingPath: [],
        quote: targets.map(\.text).joined(separator: ", "), language: language))
  }

  private func text(_ entry: YAMLMapping, _ key: String) -> String? {
    guard let value = entry.value(key, required: true), let text = value.string() else {
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      value.mismatch(LocalizedText("some words", "quelques mots"))
      return nil
    }
    return text
  }

  private func day(_ entry: YAMLMapping) -> CalendarDay? {
    guard let value = entry.value("until", required: true), let text = value.string() else {
      return nil
    }
    guard let day = CalendarDay(iso: text) else {
      value.mismatch(
        LocalizedText(
          "a day as '2027-03-31'", "un jour comme « 2027-03-31 »"))
      return nil
    }
    return day
  }
}

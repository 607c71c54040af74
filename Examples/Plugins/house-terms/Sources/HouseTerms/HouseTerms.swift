import CoherencePlugin

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reports words that the department's own list avoids, and says what the list has instead.
public struct HouseTerms: PluginChecker {
  public static let declaration = Declaration(
    id: "house-terms", version: "1.0.0", title: Words("House terms", "Termes maison"),
    rationale: Words(
      "A department that speaks with one voice is easier to hold to its word. The list is the "
        + "department’s own; quotations of others may be wrong.",
      "Un ministère qui parle d’une seule voix est plus facile à prendre au mot. La liste est celle "
        + "du ministère; le constat peut être faux pour une citation."),
    findings: [
      .init(
        "avoided-term", level: .ask,
        message: Words(
          "the house list avoids ‘{words}’", "la liste maison évite « {words} »"),
        help: Words("write ‘{use}’: {why}", "écrire « {use} » : {why}"))
    ],
    options: [
      .init(
        "list", .text, standard: "terms.csv",
        Words(
          "name of the list, which stands beside the plugin",
          "nom de la liste, qui se trouve à côté du plugiciel"))
    ])

  private let list: TermList

  public init(options: [String: String]) throws {
    let name = options["list"] ?? "terms.csv"
    guard let text = Self.contents(of: name) else {
      throw PluginFailure("the list '\(name)' cannot be read; trust the plugin --with it")
    }
    let list = TermList(csv: text)
    guard list.badLines.isEmpty else {
      let lines = list.badLines.map(String.init).joined(separator: ", ")
      throw PluginFailure("'\(name)' has lines that are no terms: \(lines)")
    }
    self.init(list)
  }

  public init(_ list: TermList) { self.list = list }

  public func check(_ document: PluginDocument) -> [PluginFinding] {
    var findings: [PluginFinding] = []
    for (index, block) in document.blocks.enumerated()
    where block.kind != "code" && block.kind != "quotation" {
      let text = Folded(block.text)
      for term in list.terms where term.language == block.language {
        for range in text.ranges(of: term.avoid) {
          findings.append(
            PluginFinding(
              "avoided-term", at: .passage(in: document, block: index, range),
              arguments: [
                "words": .text(String(decoding: Array(block.text.utf8)[range], as: UTF8.self)),
                "use": .text(term.use), "why": .text(term.why),
              ]))
        }
      }
    }
    return findings
  }

  private static func contents(of name: String) -> String? {
    guard let stream = fopen(name, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 {
      bytes += chunk[0..<count]
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// A text in small letters with straight apostrophes, which knows where each character came from.
private struct Folded {
  private var characters: [Character] = []
  /// UTF-8 offset of each character in the original, and of the end.
  private var offsets: [Int] = []

  init(_ text: String) {
    var offset = 0
    for character in text {
      for folded in TermList.plain(String(character)) {
        characters.append(folded)
        offsets.append(offset)
      }
      offset += character.utf8.count
    }
    offsets.append(offset)
  }

  /// Where a term stands as words of its own, as UTF-8 offsets in the original.
  func ranges(of term: String) -> [Range<Int>] {
    let wanted = Array(term)
    guard !wanted.isEmpty, characters.count >= wanted.count else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(characters.count - wanted.count)
    where characters[start] == wanted[0] {
      let end = start + wanted.count
      guard characters[start..<end].elementsEqual(wanted), !isWord(start - 1), !isWord(end) else {
        continue
      }
      found.append(offsets[start]..<offsets[end])
    }
    return found
  }

  private func isWord(_ index: Int) -> Bool {
    characters.indices.contains(index) && (characters[index].isLetter || characters[index].isNumber)
  }
}

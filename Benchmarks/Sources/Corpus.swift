/// Writes plans of any length: headings, paragraphs, lists and tables, mostly about something else.
struct Corpus {
  /// How many sentences in a thousand are about women, peace and security.
  static let topicalPerThousand = 40

  private let grammar: Grammar
  private let isFrench: Bool
  private let topical: Int
  private var random: SplitMix64

  init(french: Bool, seed: UInt64, topicalPerThousand: Int = Self.topicalPerThousand) {
    topical = topicalPerThousand
    grammar = french ? .french : .english
    isFrench = french
    random = SplitMix64(seed: seed)
  }

  private mutating func sentence() -> String {
    Self.capitalized(grammar.sentence(&random, topicalPerThousand: topical))
  }

  /// A Markdown plan of at least `sizeInBytes` bytes, and hardly more.
  mutating func plan(sizeInBytes: Int, number: Int) -> String {
    var text =
      isFrench
      ? "# Plan ministériel \(number)\n\n## Aperçu\n\n"
      : "# Departmental Plan \(number)\n\n## Overview\n\n"
    while text.utf8.count < sizeInBytes { text += block() }
    return text
  }

  private mutating func block() -> String {
    switch random.below(20) {
    case 0..<2:
      return (random.below(3) == 0 ? "## " : "### ")
        + Self.capitalized(grammar.expand(random.pick(grammar.headings), &random)) + "\n\n"
    case 2..<5:
      let lead = isFrench ? "Le ministère entend :\n\n" : "The Department will:\n\n"
      return (0..<random.below(4) + 2).reduce(lead) { text, _ in text + "- \(sentence())\n" } + "\n"
    case 5:
      let head =
        isFrench
        ? "| Indicateur | Base | Cible |\n|---|---|---|\n"
        : "| Indicator | Baseline | Target |\n|---|---|---|\n"
      return (0..<random.below(5) + 2).reduce(head) { text, _ in
        text
          + "| \(sentence()) | \(random.below(90)) | \(random.below(90) + 10) by \(2024 + random.below(6)) |\n"
      } + "\n"
    default:
      return (0..<random.below(5) + 2).map { _ in sentence() }.joined(separator: " ") + "\n\n"
    }
  }

  /// At least `sizeInBytes` bytes of sentences, one a line.
  mutating func sentences(sizeInBytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(sizeInBytes + 1024)
    while text.count < sizeInBytes {
      text += sentence().utf8
      text.append(0x0A)
    }
    return text
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

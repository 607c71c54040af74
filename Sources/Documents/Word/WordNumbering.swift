/// What the numbering part of a Word file says of lists.
struct WordNumbering: Sendable {
  enum Kind: Sendable {
    case item
    /// A level whose label is blank, which makes a further paragraph of an item.
    case blank
    case none
  }

  private struct Level {
    var format = "decimal"
    var label: String?
    var style: String?

    var kind: Kind {
      let label = self.label ?? ""
      let isBlank = label.allSatisfy { $0 == " " || $0 == "\u{A0}" }
      if format == "none" { return isBlank ? .blank : .item }
      return isBlank && self.label != nil ? .blank : .item
    }
  }

  private var kinds: [Int: [Int: Kind]] = [:]
  /// Levels by number and the style that is bound to them.
  private var styleLevels: [Int: [String: Int]] = [:]
  private var known: Set<Int> = []

  /// What a level of a list is; `none` for a list that the file does not define.
  func kind(_ id: Int, _ level: Int) -> Kind {
    guard known.contains(id) else { return .none }
    return kinds[id]?[level] ?? .item
  }

  func level(ofStyle style: String?, in id: Int) -> Int? {
    style.flatMap { styleLevels[id]?[$0] }
  }

  /// Reads the numbering part.
  final class Handler: XMLHandler {
    private(set) var failure: ReadingError?
    private var definitions: [Int: [Int: Level]] = [:]
    private var numbers: [(id: Int, definition: Int)] = []
    private var overrides: [Int: [Int: Level]] = [:]
    private var definition: Int?
    private var number: Int?
    private var level: Int?

    private enum Element: String, CaseIterable {
      case definition = "w:abstractNum"
      case number = "w:num"
      case reference = "w:abstractNumId"
      case level = "w:lvl"
      case format = "w:numFmt"
      case label = "w:lvlText"
      case style = "w:pStyle"

      static let all = allCases
    }

    static let names = XMLNames(Element.allCases.map(\.rawValue))

    var result: WordNumbering {
      var numbering = WordNumbering()
      for (id, definition) in numbers {
        numbering.known.insert(id)
        var levels = definitions[definition] ?? [:]
        levels.merge(overrides[id] ?? [:]) { $1 }
        numbering.kinds[id] = levels.mapValues(\.kind)
        for (index, level) in levels {
          if let style = level.style { numbering.styleLevels[id, default: [:]][style] = index }
        }
      }
      return numbering
    }

    func start(_ name: Int, _ attributes: XMLAttributes) {
      guard name >= 0 else { return }
      switch Element.all[name] {
      case .definition: definition = attributes.number("abstractNumId")
      case .number: number = attributes.number("numId")
      case .reference:
        if let number, let target = attributes.number("val") { numbers.append((number, target)) }
      case .level:
        level = attributes.number("ilvl")
        edit { _ in }
      case .format: edit { $0.format = attributes.string("val") ?? "decimal" }
      case .label: edit { $0.label = attributes.string("val") ?? "" }
      case .style: edit { $0.style = attributes.string("val") }
      }
    }

    private func edit(_ change: (inout Level) -> Void) {
      guard let level else { return }
      if let definition {
        change(&definitions[definition, default: [:]][level, default: Level()])
      } else if let number {
        change(&overrides[number, default: [:]][level, default: Level()])
      }
    }

    func end(_ name: Int) {
      guard name >= 0 else { return }
      switch Element.all[name] {
      case .definition: definition = nil
      case .number: number = nil
      case .level: level = nil
      default: break
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

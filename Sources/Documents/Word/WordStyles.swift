/// What the styles of a Word file say of the paragraphs that have them.
struct WordStyles: Sendable {
  struct Style: Sendable {
    var role = OfficeParagraph.Role.plain
    /// 0-based.
    var outlineLevel: Int?
    var numberingID: Int?
    var numberingLevel: Int?
    fileprivate var name = ""
    fileprivate var parent: String?
    fileprivate var isDefault = false
  }

  private var styles: [String: Style] = [:]
  private var defaultStyle = Style()

  /// Styles by the id that paragraphs name them with.
  init(_ list: [String: Style] = [:]) {
    let roles = list.mapValues { OfficeStyleName.role(of: $0.name) }
    for (id, style) in list {
      var result = style
      var parent = style.parent
      var role = roles[id] ?? nil
      // A chain that bites its own tail ends after as many steps as there are styles.
      var steps = 0
      while let id = parent, let above = list[id], steps < min(list.count, 20) {
        role = role ?? roles[id] ?? nil
        result.outlineLevel = result.outlineLevel ?? above.outlineLevel
        if result.numberingID == nil {
          result.numberingID = above.numberingID
          result.numberingLevel = result.numberingLevel ?? above.numberingLevel
        }
        parent = above.parent
        steps += 1
      }
      result.role = role ?? .plain
      styles[id] = result
      if style.isDefault { defaultStyle = result }
    }
  }

  /// The style with an id; the default style for none.
  func style(_ id: String?) -> Style {
    guard let id else { return defaultStyle }
    // Some producers leave the styles out and rely on the names.
    return styles[id] ?? Style(role: OfficeStyleName.role(of: id) ?? .plain)
  }

  /// Reads the styles part.
  final class Handler: XMLHandler {
    private(set) var failure: ReadingError?
    private var styles: [String: Style] = [:]
    private var id: String?
    private var current = Style()
    private var isInNumbering = false

    private enum Element: String, CaseIterable {
      case style = "w:style"
      case name = "w:name"
      case basedOn = "w:basedOn"
      case outlineLevel = "w:outlineLvl"
      case numbering = "w:numPr"
      case level = "w:ilvl"
      case id = "w:numId"

      static let all = allCases
    }

    static let names = XMLNames(Element.allCases.map(\.rawValue))
    var result: WordStyles { WordStyles(styles) }

    func start(_ name: Int, _ attributes: XMLAttributes) {
      guard name >= 0 else { return }
      switch Element.all[name] {
      case .style:
        let type = attributes.string("type") ?? "paragraph"
        id = type == "paragraph" ? attributes.string("styleId") : nil
        current = Style()
        let isDefault = attributes.string("default") ?? "0"
        current.isDefault = isDefault == "1" || isDefault == "true"
      case .name: current.name = attributes.string("val") ?? ""
      case .basedOn: current.parent = attributes.string("val")
      case .outlineLevel: current.outlineLevel = attributes.number("val")
      case .numbering: isInNumbering = true
      case .level: if isInNumbering { current.numberingLevel = attributes.number("val") }
      case .id: if isInNumbering { current.numberingID = attributes.number("val") }
      }
    }

    func end(_ name: Int) {
      guard name >= 0 else { return }
      switch Element.all[name] {
      case .style:
        if let id { styles[id] = current }
        id = nil
      case .numbering: isInNumbering = false
      default: break
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

internal import SourceText

/// What the styles of an ODT file say of the paragraphs and stretches of text that have them.
struct OpenDocumentStyles {
  fileprivate struct Style {
    var displayName = ""
    var parent: String?
    var language: Language?
  }

  fileprivate var styles: [String: Style] = [:]

  /// The role that a style's name, or that of one which it is made from, gives.
  func role(_ name: String?) -> OfficeParagraph.Role? {
    var name = name
    var steps = 0
    while let id = name, steps < 20 {
      let style = styles[id]
      let display = style?.displayName ?? ""
      if let role = OfficeStyleName.role(of: display.isEmpty ? id : display) { return role }
      name = style?.parent
      steps += 1
    }
    return nil
  }

  /// The language that a style itself sets; that of the default style says nothing of the text.
  func language(_ name: String?) -> Language? { name.flatMap { styles[$0]?.language } }

  /// Reads the styles of `styles.xml` and the automatic ones of `content.xml`.
  final class Handler: XMLHandler {
    private(set) var failure: ReadingError?
    private(set) var result = OpenDocumentStyles()
    /// Texts of page headers and footers, each once.
    private(set) var furniture: [String] = []
    private var name: String?
    private var style = Style()
    private var isInFurniture = false
    private var line: [UInt8] = []

    func start(_ name: Int, _ attributes: XMLAttributes) {
      guard name >= 0 else { return }
      switch OpenDocumentElement.all[name] {
      case .style:
        self.name = attributes.string("name")
        style = Style()
        style.displayName = attributes.string("display-name") ?? ""
        style.parent = attributes.string("parent-style-name")
      case .textProperties:
        if let tag = attributes.string("language") { style.language = Language(tag: tag) }
      case .header, .footer: isInFurniture = true
      case .paragraph: line = []
      default: break
      }
    }

    func end(_ name: Int) {
      guard name >= 0 else { return }
      switch OpenDocumentElement.all[name] {
      case .style:
        if let name = self.name { result.styles[name] = style }
        self.name = nil
      case .header, .footer: isInFurniture = false
      case .paragraph:
        let text = String(decoding: trimmed(line[...]), as: UTF8.self)
        if isInFurniture, !text.isEmpty, !furniture.contains(text), furniture.count < 50 {
          furniture.append(text)
        }
      default: break
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      if isInFurniture, line.count < 10_000 { line.append(contentsOf: bytes) }
    }
  }
}

/// Notices that the pieces of an ODT file are encrypted.
final class OpenDocumentManifest: XMLHandler {
  private(set) var failure: ReadingError?
  private(set) var isEncrypted = false

  func start(_ name: Int, _ attributes: XMLAttributes) {
    if name >= 0, OpenDocumentElement.all[name] == .encryption { isEncrypted = true }
  }

  func end(_ name: Int) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

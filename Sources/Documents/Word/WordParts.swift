/// The relationships of a part to others (ECMA-376 part 2, section 9.3).
final class WordRelationships: XMLHandler {
  private(set) var failure: ReadingError?
  /// The last word of each type and the target as it stands, in the order of the part.
  private(set) var targets: [(type: String, target: String)] = []

  static let names = XMLNames(["rel:Relationship"])

  func start(_ name: Int, _ attributes: XMLAttributes) {
    guard name == 0, attributes.string("TargetMode") != "External",
      let type = attributes.string("Type"), let target = attributes.string("Target"),
      targets.count < 10_000
    else { return }
    let word = type.utf8.split(separator: 0x2F).last ?? Substring().utf8[...]
    targets.append((String(Substring(word)), target))
  }

  func end(_ name: Int) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The name in the package of a target that is named from inside `folder`; nothing above the root.
  static func resolve(_ target: String, in folder: String) -> String {
    let isAbsolute = target.hasPrefix("/")
    var parts = isAbsolute ? [] : folder.split(separator: "/").map(String.init)
    for piece in target.split(separator: "/") {
      switch piece {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(piece))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// The comments part: what each comment says, and who says it.
final class WordComments: XMLHandler {
  private(set) var failure: ReadingError?
  private(set) var comments: [String: OfficeComment] = [:]
  private var id: String?
  private var text: [UInt8] = []
  private var author: String?
  private var isInText = false

  func start(_ name: Int, _ attributes: XMLAttributes) {
    guard name >= 0 else { return }
    switch WordElement.all[name] {
    case .comment:
      id = attributes.string("id")
      author = attributes.string("author")
      text = []
    case .paragraph: if !text.isEmpty { text.append(0x0A) }
    case .text: isInText = true
    case .tab, .lineBreak, .carriageReturn: text.append(0x20)
    default: break
    }
  }

  func end(_ name: Int) {
    guard name >= 0 else { return }
    switch WordElement.all[name] {
    case .text: isInText = false
    case .comment:
      if let id {
        comments[id] = OfficeComment(
          text: String(decoding: trimmed(text[...]), as: UTF8.self), author: author)
      }
      id = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInText { text.append(contentsOf: bytes) } }
}

/// The core properties: title, language and the like, as Dublin Core has them.
final class OfficeProperties: XMLHandler {
  private(set) var failure: ReadingError?
  /// Key in our words and value, in the order of the part; empty values left out.
  private(set) var values: [(key: String, value: String)] = []
  private var open: Int?
  private var text: [UInt8] = []

  private static let elements: [(name: String, key: String)] = [
    ("dc:title", "file-title"), ("dc:creator", "author"), ("dc:subject", "subject"),
    ("dc:description", "description"), ("cp:keywords", "keywords"), ("meta:keyword", "keywords"),
    ("dc:language", "language"),
  ]
  static let names = XMLNames(elements.map(\.name))

  func start(_ name: Int, _ attributes: XMLAttributes) {
    guard name >= 0 else { return }
    open = name
    text = []
  }

  func end(_ name: Int) {
    guard let element = open, element == name else { return }
    let value = String(decoding: trimmed(text[...]), as: UTF8.self)
    if !value.isEmpty, values.count < 100 { values.append((Self.elements[element].key, value)) }
    open = nil
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if open != nil, text.count < 10_000 { text.append(contentsOf: bytes) }
  }
}

/// Bytes without white space at both ends.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes
  while let first = bytes.first, isWhitespace(first) { bytes = bytes.dropFirst() }
  while let last = bytes.last, isWhitespace(last) { bytes = bytes.dropLast() }
  return bytes
}

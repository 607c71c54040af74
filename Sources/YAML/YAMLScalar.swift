internal import SourceText

/// What a scalar means under the Core schema (YAML 1.2.2, section 10.3), worked out when asked.
///
/// Only `true` and `false` are truth values: `yes`, `no`, `on` and `off` are words, as rule sets need.
enum YAMLScalar {
  static let tagPrefix = "tag:yaml.org,2002:"

  /// The last part of a Core schema tag, as `int`; `nil` without a tag, and for `!`.
  static func tagName(_ node: YAMLNode) -> String? {
    guard let tag = node.tag, tag.hasPrefix(tagPrefix) else { return nil }
    return String(tag.dropFirst(tagPrefix.count))
  }

  /// A scalar whose meaning its text decides: plain, and neither tagged `!` nor `!!str`.
  private static func isOpen(_ node: YAMLNode) -> Bool {
    node.kind == .scalar && node.style == .plain && node.tag == nil
  }

  static func isNull(_ node: YAMLNode) -> Bool {
    if tagName(node) == "null" { return true }
    guard isOpen(node) else { return false }
    return ["", "~", "null", "Null", "NULL"].contains { node.hasText($0) }
  }

  static func bool(_ node: YAMLNode) -> Bool? {
    guard tagName(node) == "bool" || isOpen(node) else { return nil }
    if ["true", "True", "TRUE"].contains(where: { node.hasText($0) }) { return true }
    if ["false", "False", "FALSE"].contains(where: { node.hasText($0) }) { return false }
    return nil
  }

  /// A whole number, decimal, `0o…` or `0x…`; `nil` for anything else and for one past 64 bits.
  static func int(_ node: YAMLNode) -> Int? {
    guard tagName(node) == "int" || isOpen(node), let text = node.text else { return nil }
    if text.hasPrefix("0o") { return digits(text.dropFirst(2), radix: 8) }
    if text.hasPrefix("0x") { return digits(text.dropFirst(2), radix: 16) }
    return Int(text)
  }

  private static func digits(_ text: Substring, radix: Int) -> Int? {
    // `Int` would take a sign here, which the schema does not.
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-")
    else { return nil }
    return Int(text, radix: radix)
  }

  /// What a scalar is, for "found …" in a complaint; `nil` when it is a text.
  static func typeName(_ node: YAMLNode) -> LocalizedText? {
    if isNull(node) { return nothing }
    switch tagName(node) {
    case "int": return wholeNumber
    case "float": return number
    case "bool": return truthValue
    default: return nil
    }
  }

  static let wholeNumber = LocalizedText("a whole number", "un nombre entier")
  private static let nothing = LocalizedText("nothing", "rien")
  private static let number = LocalizedText("a number", "un nombre")
  private static let truthValue = LocalizedText("a truth value", "une valeur de vérité")
}

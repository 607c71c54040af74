package import SourceText

/// Why a text is no YAML that we read, in words.
package struct YAMLError: Error, Sendable, Equatable {
  /// The raw value is the id of the diagnostic.
  package enum Kind: String, Sendable, CaseIterable {
    case syntax = "yaml-syntax"
    case duplicateKey = "yaml-duplicate-key"
    case unknownTag = "yaml-unknown-tag"
    case undefinedAlias = "yaml-undefined-alias"
    /// An alias inside what it stands for.
    case recursiveAlias = "yaml-recursive-alias"
    /// Aliases that stand for more than the limits allow.
    case aliasExpansion = "yaml-alias-expansion"
    /// No UTF-8: other encodings and broken bytes.
    case encoding = "yaml-encoding"
    case controlCharacter = "yaml-control-character"
    case tooDeep = "yaml-too-deep"
    case tooLarge = "yaml-too-large"
    case severalDocuments = "yaml-several-documents"
  }

  package let kind: Kind
  /// The complaint with its place, the line and a caret.
  package let diagnostic: Diagnostic

  /// A complaint at a byte offset of `source`.
  init(_ kind: Kind, _ message: String, in source: YAMLSource, at offset: Int, help: String?) {
    self.kind = kind
    diagnostic = source.diagnostic(id: kind.rawValue, message, at: offset, help: help)
  }

  /// A complaint about the text as a whole.
  init(_ kind: Kind, _ message: String, path: String, help: String?) {
    self.kind = kind
    diagnostic = Diagnostic(id: kind.rawValue, message, path: path, help: help)
  }
}

extension YAMLError {
  static func duplicateKey(
    _ key: String, in source: YAMLSource, first: Int, second: Int
  ) -> YAMLError {
    YAMLError(
      .duplicateKey,
      "key \(quoted(key)) stands twice in one mapping; the first is at \(place(first, in: source))",
      in: source, at: second, help: "rename or remove one of the two")
  }

  static func unknownTag(_ tag: String, in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .unknownTag, "unknown tag \(quoted(tag))", in: source, at: offset,
      help: "remove it, or put the text between quotes if its '!' is part of it; known tags are "
        + "!!str, !!int, !!float, !!bool, !!null, !!seq and !!map")
  }

  static func misplacedTag(
    _ tag: String, on kind: String, in source: YAMLSource, at offset: Int
  ) -> YAMLError {
    YAMLError(
      .unknownTag, "tag \(quoted(tag)) cannot stand before \(kind)", in: source, at: offset,
      help: "remove the tag")
  }

  static func undefinedAlias(
    _ name: String, known: some Sequence<String>, in source: YAMLSource, at offset: Int
  ) -> YAMLError {
    let nearest = NearestName.suggestion(for: name, among: known)
    return YAMLError(
      .undefinedAlias, "alias \(quoted("*" + name)) has no anchor \(quoted("&" + name)) before it",
      in: source, at: offset,
      help: nearest.map { "did you mean \(quoted("*" + $0))?" }
        ?? "put the text between quotes if its '*' is part of it")
  }

  static func recursiveAlias(_ name: String, in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .recursiveAlias, "alias \(quoted("*" + name)) stands inside what it stands for",
      in: source, at: offset, help: "write the value out")
  }

  static func aliasExpansion(_ limit: String, in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .aliasExpansion, "aliases up to here stand for more than \(limit)", in: source, at: offset,
      help: "use fewer aliases of aliases")
  }

  static func tooDeep(_ limit: Int, in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .tooDeep, "lists and mappings stand more than \(limit) levels inside one another",
      in: source, at: offset, help: "write it flatter")
  }

  static func tooManyNodes(_ limit: Int, in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .tooLarge, "more than \(limit) keys and values", in: source, at: offset,
      help: "split the file")
  }

  static func tooLarge(sizeInBytes: Int, limitInBytes: Int, path: String) -> YAMLError {
    YAMLError(
      .tooLarge, "\(sizeInBytes) bytes, more than the \(limitInBytes) that are read", path: path,
      help: "split the file")
  }

  static func tooManyDirectives(_ limit: Int, path: String) -> YAMLError {
    YAMLError(
      .tooLarge, "more than \(limit) lines start with '%TAG'", path: path,
      help: "tags of one's own are not read; remove these lines")
  }

  static func severalDocuments(in source: YAMLSource, at offset: Int) -> YAMLError {
    YAMLError(
      .severalDocuments, "a second document starts here; expected one document in the file",
      in: source, at: offset, help: "remove the line '---', or put the rest into a file of its own")
  }

  static func otherEncoding(_ name: String, path: String) -> YAMLError {
    YAMLError(
      .encoding, "found \(name), expected UTF-8", path: path,
      help: "save the file as UTF-8 in the editor")
  }

  static func invalidUTF8(in source: YAMLSource, at offset: Int) -> YAMLError {
    let byte = "0x" + hexadecimal(UInt32(source.bytes[offset]), width: 2)
    return YAMLError(
      .encoding, "found the byte \(byte) at offset \(offset), which is no UTF-8",
      in: source, at: offset,
      help: "save the file as UTF-8 in the editor; it may be in Latin-1 or Windows-1252")
  }

  static func controlCharacter(
    _ scalar: Unicode.Scalar, in source: YAMLSource, at offset: Int
  ) -> YAMLError {
    let code = "U+" + hexadecimal(scalar.value, width: 4)
    let found =
      switch scalar.value {
      case 0x85, 0x2028, 0x2029: "the line separator \(code), expected a plain line end or a blank"
      default: "the control character \(code)"
      }
    return YAMLError(
      .controlCharacter, "found \(found)", in: source, at: offset,
      help:
        "remove it, or write it as an escape such as '\\u\(hexadecimal(scalar.value, width: 4))'"
        + " between double quotes")
  }
}

extension YAMLError {
  /// The author's words between quotes, cut to one short line that cannot steer the terminal.
  static func quoted(_ text: String) -> String {
    let widest = 60
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(widest) {
      scalars.append(SourceExcerpt.isPrintable(scalar) ? scalar : "·")
    }
    let isCut = text.unicodeScalars.dropFirst(widest).first != nil
    return "'" + String(scalars) + (isCut ? "…" : "") + "'"
  }

  static func place(_ offset: Int, in source: YAMLSource) -> String {
    let (line, column) = source.position(at: offset)
    return "line \(line), column \(column)"
  }

  private static func hexadecimal(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

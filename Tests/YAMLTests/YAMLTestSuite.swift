import SourceText
import Testing

@testable import YAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The cases of the yaml-test-suite, read from the folder that `COHERENCE_CORPUS` points to.
struct YAMLTestSuite {
  struct Case {
    /// The file's name, and a number for the second and later cases of one file.
    var id: String
    var yaml: [UInt8]
    var isInvalid: Bool
    /// The events, one a line, without indentation.
    var events: [String]
  }

  var cases: [Case] = []

  /// `nil` when the variable is not set.
  static var folder: String? {
    getenv("COHERENCE_CORPUS").map {
      String(cString: $0) + "/conformance/yaml-test-suite/src"
    }
  }

  init(folder: String) throws {
    for name in try Self.files(in: folder) {
      let path = folder + "/" + name
      let root = try #require(try YAMLParser.parse(try SourceFile.read(path), path: path))
      // A later case of a file shares the events of the one before, when it has none of its own.
      var tree = ""
      for (position, node) in root.elements.enumerated() {
        if let text = node["tree"]?.text { tree = text }
        guard root.elements[0]["skip"] == nil else { continue }
        let yaml = Self.unescaped(try #require(node["yaml"]?.text))
        cases.append(
          Case(
            id: name.dropLast(5) + (position == 0 ? "" : "/\(position + 1)"),
            yaml: Array(yaml.utf8), isInvalid: node["fail"]?.text == "true",
            events: Self.lines(Self.unescaped(tree))))
      }
    }
  }

  private static func files(in folder: String) throws -> [String] {
    let directory = try #require(opendir(folder), "no folder \(folder)")
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".yaml") { names.append(name) }
    }
    return names.sorted()
  }

  /// Resolves the suite's signs for what cannot be seen.
  static func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "␣": result.append(" ")
      case "←": result.append("\r")
      case "⇔": result.append("\u{FEFF}")
      case "↵": break
      case "»":
        while result.last == "—" { result.removeLast() }
        result.append("\t")
      default: result.append(scalar)
      }
    }
    // The text ends here, without the line end.
    if result.suffix(2).elementsEqual("∎\n".unicodeScalars) { result.removeLast(2) }
    return String(result)
  }

  private static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n").map { line in
      String(String.UnicodeScalarView(line.drop { $0 == " " }))
    }
  }

  /// The events of a text as the suite writes them.
  static func events(of bytes: [UInt8]) throws(YAMLError) -> [String] {
    try YAMLParser.withEvents(of: bytes, path: "case.yaml") {
      (events: YAMLEvents) throws(YAMLError) -> [String] in
      var lines: [String] = []
      while true {
        let event = try events.next()
        lines.append(line(for: event))
        if event.kind == .streamEnd { return lines }
      }
    }
  }

  private static func line(for event: YAMLEvent) -> String {
    var properties = ""
    if let anchor = event.anchor { properties += " &" + String(decoding: anchor, as: UTF8.self) }
    if let tag = event.tag { properties += " <" + String(decoding: tag, as: UTF8.self) + ">" }
    let isFlow = event.style == .flow
    return switch event.kind {
    case .streamStart: "+STR"
    case .streamEnd: "-STR"
    case .documentStart: event.isImplicit ? "+DOC" : "+DOC ---"
    case .documentEnd: event.isImplicit ? "-DOC" : "-DOC ..."
    case .sequenceStart: "+SEQ" + (isFlow ? " []" : "") + properties
    case .sequenceEnd: "-SEQ"
    case .mappingStart: "+MAP" + (isFlow ? " {}" : "") + properties
    case .mappingEnd: "-MAP"
    case .scalar: "=VAL" + properties + " " + sign(of: event.style) + escaped(event.text)
    case .alias: "=ALI *" + String(decoding: event.anchor ?? event.text, as: UTF8.self)
    }
  }

  private static func sign(of style: YAMLEvent.Style) -> String {
    switch style {
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    default: ":"
    }
  }

  private static func escaped(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\u{8}": result.append(contentsOf: "\\b".unicodeScalars)
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

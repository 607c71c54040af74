package import Checking
internal import SourceText

/// Names findings so that they are known again in a later run.
///
/// A fingerprint rests on the checker, the kind, the requirement, the document's path and the words
/// quoted, never on line numbers: edits elsewhere in the document leave it as it is. A finding
/// without words or requirement rests on its texts instead. Equal findings are counted in reading
/// order.
package struct FindingFingerprints {
  private let options: ReportOptions
  private var occurrences: [String: Int] = [:]
  /// The path asked for last, and the same as it counts; findings come document by document.
  private var lastPath: (given: String, relative: String)?

  /// Paths count relative to the options' root, so that a checkout elsewhere gives the same names.
  package init(options: ReportOptions = ReportOptions()) {
    self.options = options
  }

  /// 16 hexadecimal digits; asking again for an equal finding gives the name of its next
  /// occurrence.
  ///
  /// A finding that has its name already keeps it.
  package mutating func next(for finding: Finding) -> String {
    if !finding.fingerprint.isEmpty { return finding.fingerprint }
    let canonical = canonicalText(of: finding)
    let count = (occurrences[canonical] ?? 0) + 1
    occurrences[canonical] = count
    let text = count == 1 ? canonical : canonical + "\u{1F}\(count)"
    return String(SHA256Digest.hex(of: Array(text.utf8)).prefix(16))
  }

  private mutating func relativePath(_ path: String) -> String {
    if let lastPath, lastPath.given == path { return lastPath.relative }
    let relative = options.relativePath(path)
    lastPath = (path, relative)
    return relative
  }

  private mutating func canonicalText(of finding: Finding) -> String {
    let quote = finding.place.map { Self.normalized($0.quote) } ?? ""
    var parts = [
      finding.checker, finding.kind, finding.requirement ?? "",
      relativePath(finding.path ?? finding.place?.path ?? ""), quote,
    ]
    if quote.isEmpty && finding.requirement == nil {
      // Numbers change with every edit; texts are what the finding is about.
      for (name, value) in finding.arguments.sorted(by: { $0.key < $1.key }) {
        switch value {
        case .text(let text): parts.append("\(name)=\(Self.normalized(text))")
        case .localized(let text): parts.append("\(name)=\(Self.normalized(text.english))")
        case .number, .rung: break
        }
      }
    }
    return parts.joined(separator: "\u{1F}")
  }

  /// Lower case, white space folded, typographic quotes and dashes as plain ones: what a change of
  /// format or a smart editor alters does not count.
  static func normalized(_ text: String) -> String {
    var text = text
    return text.withUTF8 { plain($0) } ?? folded(text)
  }

  /// The normalized form of a text of ASCII, Latin letters with French accents, typographic quotes and
  /// dashes; `nil` for any other text.
  private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var pendingBlank = false
    var index = 0
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    while index < text.count {
      let plain = text[index]
      if plain > 0x20, plain < 0x80 {
        if pendingBlank { result.append(0x20) }
        pendingBlank = false
        result.append(plain >= 0x41 && plain <= 0x5A ? plain | 0x20 : plain)
        index += 1
        continue
      }
      let (first, second, third) = (byte(0), byte(1), byte(2))
      var length = 1
      var letter: (UInt8, UInt8?) = (first, nil)
      var isBlank = false
      switch (first, second, third) {
      case (0x09...0x0D, _, _), (0x20, _, _): isBlank = true
      case (..<0x80, _, _): break
      case (0xC2, 0xA0, _): (length, isBlank) = (2, true)
      case (0xC2, 0xAB, _), (0xC2, 0xBB, _): (length, letter.0) = (2, 0x22)
      case (0xC3, 0x80...0x96, _), (0xC3, 0x98...0x9E, _):
        (length, letter.1) = (2, second | 0x20)
      case (0xC3, 0x80...0xBF, _): (length, letter.1) = (2, second)
      case (0xC5, 0x92...0x93, _): (length, letter.1) = (2, 0x93)
      case (0xE2, 0x80, 0x90...0x94), (0xE2, 0x88, 0x92): (length, letter.0) = (3, 0x2D)
      case (0xE2, 0x80, 0x98...0x99): (length, letter.0) = (3, 0x27)
      case (0xE2, 0x80, 0x9C...0x9D): (length, letter.0) = (3, 0x22)
      case (0xE2, 0x80, 0xAF): (length, isBlank) = (3, true)
      default: return nil
      }
      index += length
      if isBlank {
        pendingBlank = !result.isEmpty
        continue
      }
      if pendingBlank { result.append(0x20) }
      pendingBlank = false
      result.append(letter.0)
      if let second = letter.1 { result.append(second) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = !result.isEmpty
        continue
      }
      if pendingBlank { result.append(" ") }
      pendingBlank = false
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}": result.append("'")
      case "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}": result.append("\"")
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
        result.append("-")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension LocalizedText {
  /// A text and its translation, one after the other; neither can be left out.
  ///
  /// Interpolated values appear as they are, a localized one in the language of its half. In the French
  /// half a plain blank before a colon or inside guillemets is made a no-break one; as Canadian usage
  /// has it, none stands before a semicolon, an exclamation or a question mark.
  ///
  /// ```swift
  /// LocalizedText("unknown key '\(name)'", "clé inconnue « \(name) »")
  /// ```
  package init(_ english: Wording<EnglishWording>, _ french: Wording<FrenchWording>) {
    self.init(english: english.text, french: french.text)
  }

  /// What is the same in both languages: a name, a path, a quotation.
  package init(name: String) {
    self.init(english: name, french: name)
  }
}

/// One half of a localized text, as a literal in the source.
package struct Wording<Half: WordingLanguage>: ExpressibleByStringInterpolation, Sendable {
  package var text: String

  package init(stringLiteral value: String) {
    text = Half.typeset(value)
  }

  package init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
  }

  private init(text: String) { self.text = text }

  /// Two pieces of a long text.
  package static func + (lhs: Wording, rhs: Wording) -> Wording {
    Wording(text: lhs.text + rhs.text)
  }

  /// Gathers literals, which are typeset, and values, which are not.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += Half.typeset(literal) }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += value.description
    }

    package mutating func appendInterpolation(_ value: LocalizedText) {
      text += value[Half.language]
    }
  }
}

/// The language of one half of a text while it is written.
package protocol WordingLanguage: Sendable {
  static var language: Language { get }
  /// The literal with the blanks that its language asks for.
  static func typeset(_ literal: String) -> String
}

package enum EnglishWording: WordingLanguage {
  package static let language = Language.english
  package static func typeset(_ literal: String) -> String { literal }
}

package enum FrenchWording: WordingLanguage {
  package static let language = Language.french

  package static func typeset(_ literal: String) -> String {
    let bytes = Array(literal.utf8)
    let fixed = bytes.indices.filter { isFixed(bytes, at: $0) }
    if fixed.isEmpty { return literal }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + fixed.count)
    var start = 0
    for blank in fixed {
      result += bytes[start..<blank]
      result += [0xC2, 0xA0]
      start = blank + 1
    }
    result += bytes[start...]
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a plain blank stands behind « or in front of » or a colon.
  private static func isFixed(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == 0x20 else { return false }
    if index >= 2, bytes[index - 2] == 0xC2, bytes[index - 1] == 0xAB { return true }
    guard index + 1 < bytes.count else { return false }
    if bytes[index + 1] == 0x3A { return true }
    return index + 2 < bytes.count && bytes[index + 1] == 0xC2 && bytes[index + 2] == 0xBB
  }
}

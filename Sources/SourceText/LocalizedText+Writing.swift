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
    guard literal.utf8.contains(0x20) else { return literal }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    let scalars = Array(literal.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isFixed = scalar == " " && (previous == "«" || next == "»" || next == ":")
      result.append(isFixed ? "\u{A0}" : scalar)
      previous = scalar
    }
    return String(result)
  }
}

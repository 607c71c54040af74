package import JSON

/// A text in English and in French, as everything shown to a reader is.
public struct Words: Sendable, Hashable {
  /// Canadian spelling.
  public var english: String
  /// With the accents and blanks of Canadian usage.
  public var french: String

  /// A text and its translation.
  public init(_ english: String, _ french: String) {
    self.english = english
    self.french = french
  }

  package static let shape = MessageShape.object([
    .init("en", .longText), .init("fr", .longText),
  ])

  package init(_ json: JSONValue?) {
    self.init(json?["en"]?.string ?? "", json?["fr"]?.string ?? "")
  }

  package var json: JSONValue {
    .object(["en": .string(english), "fr": .string(french)])
  }
}

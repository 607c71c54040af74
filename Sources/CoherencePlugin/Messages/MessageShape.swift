internal import JSON

/// What a part of a message may look like: the one description from which the host checks what arrives
/// and from which the JSON Schemas are written.
package indirect enum MessageShape: Sendable {
  /// A text of at most so many bytes.
  case text(limitInBytes: Int)
  /// A text that follows a pattern.
  case pattern(MessagePattern)
  /// One of these texts.
  case name([String])
  case integer(ClosedRange<Int>)
  case boolean
  case null
  case list(MessageShape, limit: Int)
  /// Known keys only.
  case object([Member])
  /// Keys of the sender's choice, each a text of at most 64 bytes.
  case dictionary(MessageShape, limit: Int)
  /// The first that fits.
  case either([MessageShape])
  /// A shape with a name of its own in the schema.
  case named(String, @Sendable () -> MessageShape)

  /// A key of an object.
  package struct Member: Sendable {
    package var name: String
    package var shape: MessageShape
    /// What it says, for the schema.
    package var note: String?
    package var isRequired: Bool

    /// A key that is always there.
    package init(_ name: String, _ shape: MessageShape, _ note: String? = nil) {
      self.name = name
      self.shape = shape
      self.note = note
      self.isRequired = true
    }

    /// A key that may be missing.
    package static func optional(
      _ name: String, _ shape: MessageShape, _ note: String? = nil
    ) -> Member {
      var member = Member(name, shape, note)
      member.isRequired = false
      return member
    }
  }
}

/// Patterns of texts that are names.
package enum MessagePattern: Sendable, CaseIterable {
  /// Lower-case letters, digits and single hyphens: `reading-level`.
  case identifier
  /// Up to four numbers with points, and a label: `1.0.0-beta`.
  case version
  /// An option or argument: letters, digits, hyphens.
  case argument

  /// As a regular expression of JSON Schema.
  package var expression: String {
    switch self {
    case .identifier: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
    case .version: "^[0-9]+(\\.[0-9]+){0,3}([-+][A-Za-z0-9.]+)?$"
    case .argument: "^[A-Za-z][A-Za-z0-9-]*$"
    }
  }

  /// Longest text in bytes.
  package static let limitInBytes = 64

  package func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= Self.limitInBytes else { return false }
    switch self {
    case .identifier:
      return Self.isLower(bytes[0])
        && bytes.split(separator: 0x2D, omittingEmptySubsequences: false).allSatisfy { part in
          !part.isEmpty && part.allSatisfy { Self.isLower($0) || Self.isDigit($0) }
        }
    case .version:
      let parts = bytes.split(
        maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2D || $0 == 0x2B }
      )
      let numbers = parts[0].split(separator: 0x2E, omittingEmptySubsequences: false)
      guard numbers.count <= 4, numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) })
      else { return false }
      return parts.count == 1
        || !parts[1].isEmpty
          && parts[1].allSatisfy { Self.isLetter($0) || Self.isDigit($0) || $0 == 0x2E }
    case .argument:
      return Self.isLetter(bytes[0])
        && bytes.allSatisfy { Self.isLetter($0) || Self.isDigit($0) || $0 == 0x2D }
    }
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// Why bytes are no JSON, or none that is taken.
package struct JSONError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The bytes end before the value does.
    case cutShort
    /// A byte that cannot stand here.
    case unexpected
    /// Bytes that are no UTF-8, or an escape that stands for no character.
    case badText
    /// A number that no reader would agree on.
    case badNumber
    /// A key that stands twice in one object.
    case duplicateKey
    /// Containers within containers, deeper than the limit.
    case tooDeep
    /// More values than the limit.
    case tooMany
  }

  package var kind: Kind
  /// Offset of the byte at fault, from 0.
  package var utf8Offset: Int

  package init(_ kind: Kind, at utf8Offset: Int) {
    self.kind = kind
    self.utf8Offset = utf8Offset
  }
}

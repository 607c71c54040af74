package import JSON

/// The first thing that is wrong with a message.
package struct MessageProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// What it should have been, and what it was.
    case wrongType(expected: String, found: String)
    case missing(key: String)
    case unknown(key: String)
    case notOneOf([String])
    case notLike(String)
    case tooLong(limitInBytes: Int)
    case tooMany(limit: Int)
    case outside(ClosedRange<Int>)
  }

  /// As `findings[2].place.start`; empty for the whole.
  package var path: String
  package var kind: Kind

  package init(_ kind: Kind, at path: String) {
    self.kind = kind
    self.path = path
  }
}

extension MessageShape {
  /// Compares a value with the shape.
  ///
  /// - Throws: `MessageProblem` for the first difference.
  package func check(_ value: JSONValue, at path: String = "") throws(MessageProblem) {
    switch self {
    case .text(let limit):
      guard case .string(let text) = value else { throw mismatch("string", value, path) }
      guard text.utf8.count <= limit else {
        throw MessageProblem(.tooLong(limitInBytes: limit), at: path)
      }
    case .pattern(let pattern):
      guard case .string(let text) = value else { throw mismatch("string", value, path) }
      guard pattern.matches(text) else {
        throw MessageProblem(.notLike(pattern.expression), at: path)
      }
    case .name(let names):
      guard case .string(let text) = value else { throw mismatch("string", value, path) }
      guard names.contains(text) else { throw MessageProblem(.notOneOf(names), at: path) }
    case .integer(let range):
      guard case .integer(let number) = value else { throw mismatch("integer", value, path) }
      guard range.contains(number) else { throw MessageProblem(.outside(range), at: path) }
    case .boolean:
      guard case .boolean = value else { throw mismatch("boolean", value, path) }
    case .null:
      guard case .null = value else { throw mismatch("null", value, path) }
    case .list(let element, let limit):
      guard case .array(let elements) = value else { throw mismatch("array", value, path) }
      guard elements.count <= limit else { throw MessageProblem(.tooMany(limit: limit), at: path) }
      for (index, item) in elements.enumerated() {
        try element.check(item, at: "\(path)[\(index)]")
      }
    case .object(let members): try checkObject(members, value, path)
    case .dictionary(let shape, let limit):
      guard case .object(let pairs) = value else { throw mismatch("object", value, path) }
      guard pairs.count <= limit else { throw MessageProblem(.tooMany(limit: limit), at: path) }
      for pair in pairs {
        guard pair.key.utf8.count <= MessagePattern.limitInBytes else {
          throw MessageProblem(.tooLong(limitInBytes: MessagePattern.limitInBytes), at: path)
        }
        try shape.check(pair.value, at: Self.join(path, pair.key))
      }
    case .either(let shapes):
      var first: MessageProblem?
      for shape in shapes {
        do throws(MessageProblem) {
          return try shape.check(value, at: path)
        } catch {
          // The complaint of a shape of the same kind of value says most.
          if case .wrongType = error.kind, first != nil { continue }
          if let known = first, case .wrongType = known.kind {} else if first != nil { continue }
          first = error
        }
      }
      if let first { throw first }
    case .named(_, let shape): try shape().check(value, at: path)
    }
  }

  private func checkObject(
    _ members: [Member], _ value: JSONValue, _ path: String
  ) throws(MessageProblem) {
    guard case .object(let pairs) = value else { throw mismatch("object", value, path) }
    for member in members {
      if let value = value[member.name] {
        try member.shape.check(value, at: Self.join(path, member.name))
      } else if member.isRequired {
        throw MessageProblem(.missing(key: member.name), at: path)
      }
    }
    for pair in pairs where !members.contains(where: { $0.name == pair.key }) {
      throw MessageProblem(.unknown(key: String(pair.key.prefix(64))), at: path)
    }
  }

  private func mismatch(
    _ expected: String, _ value: JSONValue, _ path: String
  ) -> MessageProblem {
    MessageProblem(.wrongType(expected: expected, found: value.kindName), at: path)
  }

  private static func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }
}

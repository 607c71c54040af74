package import JSON

extension MessageShape {
  /// The shape as a JSON Schema (draft 2020-12); named shapes are gathered in `definitions`.
  package func schema(_ definitions: inout [String: JSONValue]) -> JSONValue {
    switch self {
    case .text(let limit):
      return .object(["type": .string("string"), "maxLength": .integer(limit)])
    case .pattern(let pattern):
      return .object([
        "type": .string("string"), "maxLength": .integer(MessagePattern.limitInBytes),
        "pattern": .string(pattern.expression),
      ])
    case .name(let names):
      return .object(["enum": .array(names.map { .string($0) })])
    case .integer(let range):
      return .object([
        "type": .string("integer"), "minimum": .integer(range.lowerBound),
        "maximum": range.upperBound == .max ? nil : .integer(range.upperBound),
      ])
    case .boolean: return .object(["type": .string("boolean")])
    case .null: return .object(["type": .string("null")])
    case .list(let element, let limit):
      return .object([
        "type": .string("array"), "maxItems": limit == .max ? nil : .integer(limit),
        "items": element.schema(&definitions),
      ])
    case .object(let members):
      return object(members, &definitions)
    case .dictionary(let shape, let limit):
      return .object([
        "type": .string("object"), "maxProperties": .integer(limit),
        "additionalProperties": shape.schema(&definitions),
      ])
    case .either(let shapes):
      return .object(["anyOf": .array(shapes.map { $0.schema(&definitions) })])
    case .named(let name, let shape):
      if definitions[name] == nil {
        // Known before its parts are looked at, so that a shape may hold itself.
        definitions[name] = .null
        definitions[name] = shape().schema(&definitions)
      }
      return .object(["$ref": .string("#/$defs/\(name)")])
    }
  }

  private func object(
    _ members: [Member], _ definitions: inout [String: JSONValue]
  ) -> JSONValue {
    var properties: [JSONValue.Member] = []
    for member in members {
      var shape = member.shape.schema(&definitions).members
      if let note = member.note {
        shape.insert(JSONValue.Member("description", .string(note)), at: 0)
      }
      properties.append(JSONValue.Member(member.name, .object(shape)))
    }
    let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
    return .object([
      "type": .string("object"), "required": required.isEmpty ? nil : .array(required),
      "properties": .object(properties), "additionalProperties": .boolean(false),
    ])
  }
}

/// A part of a JSON Schema, as far as reports need it.
indirect enum JSONShape: Sendable {
  case text(pattern: String? = nil, _ note: String? = nil)
  /// One of these texts.
  case name([String], _ note: String? = nil)
  case integer
  /// From 0.
  case natural
  /// From 1.
  case positive
  case boolean
  case constant(Int)
  case nullable(JSONShape)
  case list(JSONShape)
  case object([Property], _ note: String? = nil)
  /// Keys of any name with values of one of these shapes.
  case dictionary([JSONShape])
  /// A definition of the same schema.
  case reference(String)

  /// A key of an object.
  struct Property: Sendable {
    let name: String
    let shape: JSONShape
    let note: String?
    let isRequired: Bool

    /// A key that is always there.
    init(_ name: String, _ shape: JSONShape, _ note: String? = nil) {
      self.init(name, shape, note, isRequired: true)
    }

    private init(_ name: String, _ shape: JSONShape, _ note: String?, isRequired: Bool) {
      self.name = name
      self.shape = shape
      self.note = note
      self.isRequired = isRequired
    }

    /// A key that may be missing.
    static func optional(_ name: String, _ shape: JSONShape) -> Property {
      Property(name, shape, nil, isRequired: false)
    }
  }

  /// Writes the shape as a schema of its own, with a note on what it is for.
  func write(_ json: JSONWriter, note: String? = nil) {
    json.object(isSimple ? .inline : .lines) {
      if let note { json.member("description", note) }
      writeMembers(json)
    }
  }

  /// Writes the members of the schema, into an object that the caller has begun.
  func writeMembers(_ json: JSONWriter) {
    switch self {
    case .text(let pattern, let note):
      if let note { json.member("description", note) }
      json.member("type", "string")
      if let pattern { json.member("pattern", pattern) }
    case .name(let names, let note):
      if let note { json.member("description", note) }
      json.member("enum", names)
    case .integer: json.member("type", "integer")
    case .natural: number(json, least: 0)
    case .positive: number(json, least: 1)
    case .boolean: json.member("type", "boolean")
    case .constant(let value): json.member("const", value)
    case .nullable(let shape):
      json.key("anyOf")
      json.array {
        shape.write(json)
        json.object(.inline) { json.member("type", "null") }
      }
    case .list(let element):
      json.member("type", "array")
      json.key("items")
      element.write(json)
    case .object(let properties, let note):
      if let note { json.member("description", note) }
      json.member("type", "object")
      json.member("required", properties.filter(\.isRequired).map(\.name))
      json.key("properties")
      json.object {
        for property in properties {
          json.key(property.name)
          property.shape.write(json, note: property.note)
        }
      }
    case .dictionary(let shapes):
      json.member("type", "object")
      json.key("additionalProperties")
      json.object {
        json.key("anyOf")
        json.array(shapes) { $0.write(json) }
      }
    case .reference(let name): json.member("$ref", "#/$defs/\(name)")
    }
  }

  private func number(_ json: JSONWriter, least: Int) {
    json.member("type", "integer")
    json.member("minimum", least)
  }

  /// True when it reads well on one line.
  private var isSimple: Bool {
    switch self {
    case .object, .dictionary: false
    case .nullable(let shape), .list(let shape): shape.isSimple
    default: true
    }
  }
}

/// A strict JSON parser (RFC 8259) that shares nothing with the writer; refuses duplicate keys.
enum StrictJSON: Equatable {
  case null
  case boolean(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([StrictJSON])
  case object([Member])

  struct Member: Equatable {
    var key: String
    var value: StrictJSON
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  subscript(key: String) -> StrictJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var elements: [StrictJSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  static func parse(_ text: String) throws -> StrictJSON {
    var parser = Parser(scalars: Array(text.unicodeScalars))
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.position == parser.scalars.count else {
      throw Failure(description: "text after the value at \(parser.position)")
    }
    return value
  }

  private struct Parser {
    let scalars: [Unicode.Scalar]
    var position = 0

    mutating func skipBlanks() {
      while position < scalars.count, " \n\r\t".unicodeScalars.contains(scalars[position]) {
        position += 1
      }
    }

    mutating func expect(_ text: String) throws {
      for scalar in text.unicodeScalars {
        guard position < scalars.count, scalars[position] == scalar else {
          throw Failure(description: "expected \(text) at \(position)")
        }
        position += 1
      }
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard position < scalars.count, scalars[position] == scalar else { return false }
      position += 1
      return true
    }

    mutating func value() throws -> StrictJSON {
      skipBlanks()
      guard position < scalars.count else { throw Failure(description: "unexpected end") }
      switch scalars[position] {
      case "n":
        try expect("null")
        return .null
      case "t":
        try expect("true")
        return .boolean(true)
      case "f":
        try expect("false")
        return .boolean(false)
      case "\"": return .string(try string())
      case "[":
        position += 1
        var elements: [StrictJSON] = []
        if take("]") { return .array([]) }
        repeat { elements.append(try value()) } while take(",")
        skipBlanks()
        try expect("]")
        return .array(elements)
      case "{":
        position += 1
        var members: [Member] = []
        if take("}") { return .object([]) }
        repeat {
          skipBlanks()
          let key = try string()
          guard !members.contains(where: { $0.key == key }) else {
            throw Failure(description: "duplicate key \(key)")
          }
          skipBlanks()
          try expect(":")
          members.append(Member(key: key, value: try value()))
        } while take(",")
        skipBlanks()
        try expect("}")
        return .object(members)
      default: return try number()
      }
    }

    mutating func number() throws -> StrictJSON {
      let start = position
      while position < scalars.count, "+-.eE0123456789".unicodeScalars.contains(scalars[position]) {
        position += 1
      }
      let text = String(String.UnicodeScalarView(scalars[start..<position]))
      guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else {
        throw Failure(description: "no value at \(start)")
      }
      return .number(text)
    }

    mutating func string() throws -> String {
      try expect("\"")
      var units: [UInt16] = []
      while position < scalars.count {
        let scalar = scalars[position]
        position += 1
        if scalar == "\"" { return String(decoding: units, as: UTF16.self) }
        guard scalar.value >= 0x20 else {
          throw Failure(description: "raw control character at \(position - 1)")
        }
        guard scalar == "\\" else {
          units += Array(String(scalar).utf16)
          continue
        }
        guard position < scalars.count else { break }
        let escape = scalars[position]
        position += 1
        switch escape {
        case "\"", "\\", "/": units += Array(String(escape).utf16)
        case "b": units.append(8)
        case "f": units.append(12)
        case "n": units.append(10)
        case "r": units.append(13)
        case "t": units.append(9)
        case "u":
          guard position + 4 <= scalars.count,
            let unit = UInt16(
              String(String.UnicodeScalarView(scalars[position..<position + 4])), radix: 16)
          else { throw Failure(description: "bad escape at \(position)") }
          units.append(unit)
          position += 4
        default: throw Failure(description: "bad escape at \(position)")
        }
      }
      throw Failure(description: "unterminated string")
    }
  }
}

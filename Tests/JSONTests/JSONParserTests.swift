import JSON
import Testing

/// RFC 8259, strictly and within bounds.
@Suite("JSON")
struct JSONParserTests {
  static func parse(_ text: String, limits: JSONParser.Limits = .init()) throws -> JSONValue {
    try JSONParser.parse(text.utf8, limits: limits)
  }

  @Test(
    "values",
    arguments: [
      ("null", JSONValue.null), (" true ", .boolean(true)), ("false", .boolean(false)),
      ("0", .integer(0)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.5e2", .number(150)),
      ("-0.25", .number(-0.25)), ("\"\"", .string("")), ("\"é\"", .string("é")),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u00e9\uD83D\uDE00""#, .string("é😀")), ("[]", .array([])),
      ("[1, [2]]", .array([.integer(1), .array([.integer(2)])])),
      ("{}", .object([JSONValue.Member]())),
      (#"{"b": 1, "a": {}}"#, .object(["b": .integer(1), "a": .object([JSONValue.Member]())])),
    ])
  func values(_ text: String, _ value: JSONValue) throws {
    #expect(try Self.parse(text) == value)
  }

  @Test(
    "what is no JSON is refused where it goes wrong",
    arguments: [
      ("", JSONError.Kind.cutShort, 0), ("nul", .cutShort, 3), ("nulL", .unexpected, 3),
      ("01", .badNumber, 1), ("-", .cutShort, 1), ("1.", .cutShort, 2), (".5", .unexpected, 0),
      ("+1", .unexpected, 0), ("1e400", .badNumber, 0), ("NaN", .unexpected, 0),
      ("\"a", .cutShort, 2), ("\"\u{1}\"", .badText, 1), (#""\x""#, .badText, 1),
      (#""\uD83D""#, .badText, 1), (#""\uDE00""#, .badText, 1), ("[1,]", .unexpected, 3),
      ("[1 2]", .unexpected, 3), ("{\"a\"}", .unexpected, 4), ("{a:1}", .unexpected, 1),
      ("{\"a\":1,}", .unexpected, 7), (#"{"a":1,"a":2}"#, .duplicateKey, 7),
      ("1 2", .unexpected, 2), ("'a'", .unexpected, 0), ("[", .cutShort, 1),
    ])
  func refused(_ text: String, _ kind: JSONError.Kind, _ offset: Int) {
    #expect(throws: JSONError(kind, at: offset)) { try Self.parse(text) }
  }

  @Test("bytes that are no UTF-8 are refused")
  func badText() {
    #expect(throws: JSONError(.badText, at: 1)) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
  }

  @Test("depth and number of values are bounded")
  func bounds() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError(.tooDeep, at: 32)) { try Self.parse(deep) }
    #expect(throws: JSONError(.tooMany, at: 5)) {
      try Self.parse("[1,2,3]", limits: .init(depth: 2, values: 3))
    }
  }

  @Test(
    "what is written is one line that is read back",
    arguments: [
      JSONValue.null, .boolean(false), .integer(-3), .number(0.5),
      .string("é\n\"\\\u{0}\u{7F}\u{2028}"), .array([.null, .array([])]),
      .object(["a": .object(["b": .array([.integer(1), .integer(2)])]), "c": .string("")]),
    ])
  func written(_ value: JSONValue) throws {
    let line = JSONText.line(value)
    #expect(!line.contains(0x0A))
    #expect(try JSONParser.parse(line) == value)
    #expect(try Self.parse(JSONText.pretty(value)) == value)
  }
}

import CoherencePlugin
import JSON
import PluginHost
import TestSupport
import Testing

/// The schemas are made from the shapes that the host checks against, and the messages fit them.
@Suite("Schemas of plugin messages")
struct PluginSchemaTests {
  @Test("the committed schema is up to date")
  func golden() {
    Golden.check(PluginSchema.json, against: "Documentation/PluginProtocol.schema.json")
  }

  @Test("every reference of the schema leads somewhere")
  func references() throws {
    let schema = try JSONParser.parse(PluginSchema.json.utf8)
    let definitions = Set(schema["$defs"]?.members.map(\.key) ?? [])
    var found: Set<String> = []
    func walk(_ value: JSONValue) {
      if let target = value["$ref"]?.string { found.insert(target) }
      for member in value.members { walk(member.value) }
      for element in value.elements { walk(element) }
    }
    walk(schema)
    #expect(found.count > 20)
    for target in found { #expect(definitions.contains(String(target.dropFirst(8))), "\(target)") }
  }

  @Test("the page names every method, member of a declaration and diagnostic")
  func page() throws {
    let page = try Repository.text("Documentation/PluginProtocol.md")
    var names = PluginMessages.requests.map(\.method) + PluginMessages.notifications.map(\.method)
    for shape in [Declaration.shape, PluginDocument.shape, PluginFinding.shape] {
      guard case .object(let members) = shape else { continue }
      names += members.map(\.name)
    }
    for name in names { #expect(page.contains("`\(name)`"), "\(name) is not explained") }
  }

  @Test("the conversation on the page fits the shapes")
  func conversation() throws {
    let page = try Repository.text("Documentation/PluginProtocol.md")
    var methods: [Int: PluginMessages.Request] = [:]
    var count = 0
    for line in page.split(separator: "\n") where line.hasPrefix("→ ") || line.hasPrefix("← ") {
      let message = try JSONParser.parse(line.dropFirst(2).utf8)
      count += 1
      if let method = message["method"]?.string {
        if let request = PluginMessages.request(method) {
          try request.parameters.check(message["params"] ?? .null)
          methods[message["id"]?.integer ?? 0] = request
        } else {
          #expect(PluginMessages.notifications.contains { $0.method == method })
        }
      } else if let id = message["id"]?.integer, let result = message["result"] {
        try #require(methods[id]).result.check(result)
      }
    }
    #expect(count == 9)
  }

  @Test(
    "what is not as the protocol has it is refused, with its place",
    arguments: [
      (#"{}"#, MessageProblem.Kind.missing(key: "kind"), ""),
      (#"{"kind":"Bad Name"}"#, .notLike(MessagePattern.identifier.expression), "kind"),
      (#"{"kind":"k","level":"fix"}"#, .unknown(key: "level"), ""),
      (#"{"kind":7}"#, .wrongType(expected: "string", found: "integer"), "kind"),
      (
        #"{"kind":"k","place":{"block":-1,"start":0,"end":0,"quote":""}}"#,
        .outside(0...Int(UInt32.max)), "place.block"
      ),
      (
        #"{"kind":"k","place":{"block":0,"start":0,"end":0}}"#, .missing(key: "quote"), "place"
      ),
      (
        #"{"kind":"k","arguments":{"a":[1]}}"#, .wrongType(expected: "string", found: "array"),
        "arguments.a"
      ),
    ])
  func refused(_ text: String, _ kind: MessageProblem.Kind, _ path: String) throws {
    let value = try JSONParser.parse(text.utf8)
    #expect(throws: MessageProblem(kind, at: path)) { try PluginFinding.shape.check(value) }
  }

  @Test(
    "names follow the pattern that the schema gives",
    arguments: [
      (MessagePattern.identifier, "a", true), (.identifier, "a-b2", true),
      (.identifier, "a--b", false), (.identifier, "-a", false), (.identifier, "A", false),
      (.identifier, "é", false), (.identifier, "", false),
      (.version, "1", true), (.version, "1.2.3-beta.1", true), (.version, "1.", false),
      (.version, "v1", false), (.version, "1.2.3.4.5", false), (.version, "1-", false),
      (.argument, "maxWords", true), (.argument, "2a", false),
    ])
  func patterns(_ pattern: MessagePattern, _ text: String, _ fits: Bool) {
    #expect(pattern.matches(text) == fits)
  }

  @Test("records come back from JSON as they went")
  func roundTrip() throws {
    let finding = PluginFinding(
      "kind", at: .passage(block: 1, range: 2..<5, quote: "abc", wholeBlock: true),
      arguments: [
        "a": .text("x"), "b": .number(-4), "c": .words(Words("e", "f")), "d": .rung("intent"),
      ], requirement: "r.x", related: [.fact(document: 1, fact: 2)])
    let sent = try JSONParser.parse(JSONText.line(finding.json))
    try PluginFinding.shape.check(sent)
    #expect(PluginFinding(sent) == finding)
    let fact = PluginFact("kind", values: ["a": "b"])
    #expect(PluginFact(try JSONParser.parse(JSONText.line(fact.json))) == fact)
  }
}

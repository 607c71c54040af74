extension RuleSetSchema {
  /// The JSON Schema (draft 2020-12) of rule sets and vocabularies, for editors that complete and check
  /// YAML. Made from the keys that the loader itself uses.
  package static var jsonSchema: String {
    let kinds = texts(DocumentKind.allCases.map(\.rawValue))
    let rungs = texts(Rung.allCases.map(\.name))
    let patterns = object(languageKeys.map { ($0, reference("patterns")) })
    let measures =
      #"{"type": "array", "items": {"enum": \#(texts(Marker.allCases.map(\.rawValue)))}}"#
    let requirement: [(String, String)] = [
      ("id", #"{"type": "string"}"#), ("group", #"{"type": "string"}"#),
      ("title", reference("text")), ("asks", reference("text")), ("why", reference("text")),
      ("advice", reference("text")), ("source", reference("names")),
      ("applies-to", reference("kinds")),
      (
        "floor",
        #"{"oneOf": [{"enum": \#(rungs)}, \#(object(floorKeys.map { ($0, #"{"enum": \#(rungs)}"#) }))]}"#
      ),
      ("weight", #"{"type": "integer", "minimum": 1, "maximum": 5}"#),
      ("grade", #"{"enum": \#(texts(Grade.allCases.map(\.rawValue)))}"#),
      ("evidence", object(evidenceKeys.map { ($0, patterns) })),
      ("topic-alone", #"{"enum": \#(texts(TopicAlone.allCases.map(\.rawValue)))}"#),
      ("topic-by", reference("names")),
      ("yields-to", reference("names")),
      ("measured-by", measures),
      (
        "share",
        object(
          [
            ("of", measures), ("have", measures),
            ("least", #"{"type": "integer", "minimum": 1, "maximum": 100}"#),
          ], ["have", "least"])
      ),
      ("ceiling", #"{"enum": \#(rungs)}"#),
      ("lifted-by", measures),
      ("past", #"{"enum": ["ignored", "counts"]}"#),
      ("asked", #"{"enum": ["always", "when-named"]}"#),
      ("judged-by", #"{"enum": ["text", "person"]}"#),
      ("examples", list(reference("example"))),
    ]
    precondition(
      requirement.map(\.0) == requirementKeys, "the schema and the loader name the same keys")
    let example: [(String, String)] = [
      ("lang", #"{"enum": \#(texts(languageKeys))}"#), ("rung", #"{"enum": \#(rungs)}"#),
      ("text", #"{"type": "string"}"#), ("because", #"{"type": "string"}"#),
      ("kind", #"{"enum": \#(kinds)}"#),
    ]
    let ruleSet: [(String, String)] = [
      ("format", #"{"const": 1}"#), ("id", #"{"type": "string"}"#),
      ("version", #"{"type": ["string", "number"]}"#), ("title", reference("text")),
      ("languages", #"{"type": "array", "items": {"enum": \#(texts(languageKeys))}}"#),
      (
        "sources",
        list(object(sourceKeys.map { ($0, #"{"type": ["string", "number"]}"#) }, ["id", "title"]))
      ),
      ("applies-to", reference("kinds")),
      (
        "groups",
        list(
          object(
            [("id", #"{"type": "string"}"#), ("title", reference("text"))], ["id", "title"]))
      ),
      (
        "requirements",
        list(
          object(
            requirement,
            ["id", "group", "title", "asks", "why", "advice", "floor", "evidence"]))
      ),
    ]
    let entries =
      #"{"type": "object", "additionalProperties": \#(object(languageKeys.map { ($0, reference("patterns")) }))}"#
    let vocabulary = object(
      [("format", #"{"const": 1}"#), ("lists", entries)], ["format", "lists"])
    let definitions = object(
      [
        ("text", object(languageKeys.map { ($0, #"{"type": "string"}"#) })),
        ("names", #"{"oneOf": [{"type": "string"}, \#(list(#"{"type": "string"}"#))]}"#),
        (
          "kinds",
          #"{"type": "array", "items": {"enum": \#(texts(DocumentKind.allCases.map(\.rawValue) + ["all"]))}}"#
        ),
        (
          "patterns",
          #"{"oneOf": [{"type": "string"}, \#(list(#"{"type": ["string", "number"]}"#))]}"#
        ),
        ("example", object(example, ["lang", "rung", "text"])),
        (
          "ruleSet",
          object(ruleSet, ["format", "id", "version", "title", "groups", "requirements"])
        ),
        ("vocabulary", vocabulary),
      ], plain: true)
    return """
      {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "coherence rule set or vocabulary, format 1",
      "oneOf": [{"$ref": "#/$defs/ruleSet"}, {"$ref": "#/$defs/vocabulary"}],
      "$defs": \(definitions)
      }
      """
  }

  private static func reference(_ name: String) -> String { ##"{"$ref": "#/$defs/\##(name)"}"## }

  private static func list(_ items: String) -> String {
    #"{"type": "array", "items": \#(items)}"#
  }

  private static func texts(_ values: [String]) -> String {
    "[" + values.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  /// An object that has these properties and no others; `plain` gives the properties alone.
  private static func object(
    _ properties: [(String, String)], _ required: [String] = [], plain: Bool = false
  ) -> String {
    let members = properties.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ",\n")
    if plain { return "{\n\(members)\n}" }
    let needs = required.isEmpty ? "" : ", \"required\": \(texts(required))"
    return
      #"{"type": "object", "additionalProperties": false\#(needs), "properties": {\#(members)}}"#
  }
}

import RuleSets
import SourceText
import TestSupport
import Testing
import YAML

@Suite struct RuleSetSchemaTests {
  private static let published = "Documentation/RuleSet.schema.json"

  /// Every JSON text is a YAML text, and the YAML parser refuses what is malformed.
  @Test func `the schema is well-formed and names its parts`() throws {
    let (root, context) = YAMLContext.read(Array(RuleSetSchema.jsonSchema.utf8), path: "schema")
    #expect(context.diagnostics == [])
    let schema = try #require(root)
    #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
    let definitions = try #require(schema["$defs"])
    #expect(definitions["ruleSet"] != nil)
    #expect(definitions["vocabulary"] != nil)
    let requirement = try #require(
      definitions["ruleSet"]?["properties"]?["requirements"]?["items"])
    let keys = try #require(requirement["properties"]).pairs.compactMap { $0.key.text }
    #expect(keys == RuleSetSchema.requirementKeys)
    #expect(requirement["additionalProperties"]?.text == "false")
  }

  @Test func `the published schema is the one that the program prints`() throws {
    let text = (try? Repository.text(Self.published)) ?? ""
    #expect(
      text == RuleSetSchema.jsonSchema + "\n",
      "run: coherence rules schema > Documentation/RuleSet.schema.json")
  }

  /// Checks with an implementation that is not ours, where there is one.
  @Test func `the shipped rules are valid by the schema, spoiled ones are not`() throws {
    guard try Shell.run("python3 -c 'import jsonschema, yaml'", in: Repository.root).exitStatus == 0
    else { return }
    let folder = try TemporaryDirectory()
    try folder.write(RuleSetSchema.jsonSchema, to: "schema.json")
    try folder.write(GoodFiles.ruleSet, to: "good.yml")
    try folder.write(GoodFiles.vocabulary, to: "vocabulary.yml")
    for (index, change) in Self.spoilings.enumerated() {
      try folder.write(
        GoodFiles.ruleSet.changing(change.old, to: change.new), to: "bad/\(index).yml")
    }
    let rules = try Repository.files(below: "Rules") { $0.hasSuffix(".yml") }
    #expect(!rules.isEmpty)
    let good = rules.map(Repository.path) + ["good.yml", "vocabulary.yml"]
    let bad = Self.spoilings.indices.map { "bad/\($0).yml" }
    try folder.write(Self.validator, to: "validate.py")
    let run = try Shell.run(
      "python3 validate.py " + (good + bad).map { "'\($0)'" }.joined(separator: " "),
      in: folder.path)
    #expect(run.exitStatus == 0, "\(run.errorOutput)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines == good.map { "\($0): valid" } + bad.map { "\($0): invalid" })
  }

  private static let spoilings: [(old: String, new: String)] = [
    ("weight: 3", "wieght: 3"), ("weight: 3", "weight: 6"), ("weight: 3", "grade: deed"),
    ("floor: commitment", "floor: firm"), ("format: 1", "format: 2"),
    ("    advice: {en: Say how many., fr: Dire combien.}\n", ""),
    ("fr: Les former.", "de: Sie schulen."), ("[departmental-plan, nap]", "[plan]"),
    ("rung: intent", "rung: hope"), ("act: {en: [train]", "deed: {en: [train]"),
  ]

  private static let validator = """
    import json, sys, yaml
    from jsonschema import Draft202012Validator
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    schema = json.load(open("schema.json", encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for path in sys.argv[1:]:
        tree = yaml.load(open(path, encoding="utf-8"), Loader=loader)
        print(path + ": " + ("valid" if validator.is_valid(tree) else "invalid"))

    """
}

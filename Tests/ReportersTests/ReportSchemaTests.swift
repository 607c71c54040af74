import Checking
import Judging
import Reporters
import SourceText
import TestSupport
import Testing

struct ReportSchemaTests {
  @Test func `the committed schema is the one that the code describes`() {
    Golden.check(ReportSchema.json, against: "Documentation/Report.schema.json")
  }

  @Test func `the schema is JSON without a key given twice`() throws {
    let schema = try StrictJSON.parse(ReportSchema.json)
    #expect(schema["$schema"] == .string("https://json-schema.org/draft/2020-12/schema"))
  }

  /// Python's jsonschema knows nothing of our writer: it stands for any reader of reports.
  @Test(
    .enabled(if: hasValidator, "python3 with jsonschema is not installed"),
    arguments: ["sample", "empty", "hostile"])
  func `reports follow the schema, and hold nothing that it does not name`(name: String) throws {
    let report =
      switch name {
      case "sample": SampleReport.report
      case "empty": SampleReport.empty
      default: HostileReport.report
      }
    let folder = try TemporaryDirectory()
    try folder.write(ReportSchema.json, to: "schema.json")
    try folder.write(JSONReporter().text(of: report), to: "report.json")
    try folder.write(Self.script, to: "validate.py")
    let run = try Shell.run("python3 validate.py", in: folder.path)
    #expect(run.exitStatus == 0, "\(run.output)\(run.errorOutput)")
  }

  private static let hasValidator =
    (try? Shell.run("python3 -c 'from jsonschema import Draft202012Validator'", in: "/"))?
    .exitStatus == 0

  /// Readers must take keys that later versions add, so the schema allows them; here none may
  /// appear.
  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator

    def close(node):
        if isinstance(node, dict):
            if "properties" in node and "additionalProperties" not in node:
                node["additionalProperties"] = False
            for value in node.values():
                close(value)
        elif isinstance(node, list):
            for value in node:
                close(value)

    schema = json.load(open("schema.json", encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    close(schema)
    report = json.load(open("report.json", encoding="utf-8"))
    problems = list(Draft202012Validator(schema).iter_errors(report))
    for problem in problems[:5]:
        print("/".join(map(str, problem.absolute_path)), problem.message[:300])
    broken = dict(report, formatVersion=0)
    if Draft202012Validator(schema).is_valid(broken):
        print("a wrong version passes")
        sys.exit(1)
    sys.exit(1 if problems else 0)

    """
}

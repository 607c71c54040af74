import Checking
import Glibc
import Reporters
import SourceText
import TestSupport
import Testing

/// Readers that share nothing with our writers read what we write.
struct IndependentReaderTests {
  static let reports = ["sample", "empty", "waived", "hostile"]

  static func report(_ name: String) -> Report {
    switch name {
    case "sample": SampleReport.report
    case "empty": SampleReport.empty
    case "waived": WaivedReport.report
    default: WaivedReport.hostile
    }
  }

  private static func has(_ command: String) -> Bool {
    (try? Shell.run(command, in: "/"))?.exitStatus == 0
  }

  private static let hasPython = has("python3 -c 'import csv, json, xml.etree.ElementTree'")

  /// The folder with the schemas of other formats, named in the environment; `nil` when there is none.
  private static let schemas: String? = {
    getenv("COHERENCE_CORPUS").map { String(cString: $0) + "/conformance/schemas" }
  }()

  private static let canValidateSARIF =
    schemas != nil && has("python3 -c 'import jsonschema'")

  private static let canValidateJUnit = schemas != nil && has("xmllint --version")

  private func run(
    _ reporter: any Reporter, _ name: String, _ script: String
  ) throws -> Shell.Run {
    let folder = try TemporaryDirectory()
    try folder.write(reporter.text(of: Self.report(name)), to: "report")
    try folder.write(script, to: "read.py")
    return try Shell.run("python3 read.py", in: folder.path)
  }

  @Test(.enabled(if: hasPython, "python3 is not installed"), arguments: reports)
  func `Python's XML reader takes Checkstyle, and every finding is there`(name: String) throws {
    let script = """
      import xml.etree.ElementTree as tree
      root = tree.parse("report").getroot()
      assert root.tag == "checkstyle" and root.get("version"), root.tag
      for file in root:
          assert file.tag == "file" and file.get("name"), file.tag
          for error in file:
              assert error.get("severity") in ("error", "warning", "info", "ignore")
              assert int(error.get("line")) > 0 and error.get("message") and error.get("source")
      print(len(root.findall("./file/error")))

      """
    let run = try run(CheckstyleReporter(), name, script)
    let report = Self.report(name)
    #expect(run.errorOutput == "")
    #expect(run.output == "\(report.findings.count + report.diagnostics.count)\n")
  }

  @Test(.enabled(if: hasPython, "python3 is not installed"), arguments: reports)
  func `Python's XML reader takes JUnit, and the counts are true`(name: String) throws {
    let script = """
      import xml.etree.ElementTree as tree
      root = tree.parse("report").getroot()
      assert root.tag == "testsuites", root.tag
      for suite in root:
          cases = suite.findall("testcase")
          assert int(suite.get("tests")) == len(cases)
          for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
              assert int(suite.get(name)) == len(suite.findall("testcase/" + tag)), name
          names = [(case.get("classname"), case.get("name")) for case in cases]
          assert len(set(names)) == len(names), "two cases have one name"

      """
    let run = try run(JUnitReporter(), name, script)
    #expect(run.errorOutput == "")
  }

  @Test(.enabled(if: hasPython, "python3 is not installed"), arguments: reports)
  func `Python's CSV reader takes every row, none a formula`(name: String) throws {
    let script = """
      import csv
      rows = list(csv.reader(open("report", encoding="utf-8", newline=""), strict=True))
      assert all(len(row) == len(rows[0]) for row in rows)
      for row in rows:
          for cell in row:
              assert cell.strip()[:1] not in ("=", "+", "-", "@"), cell
      print(len(rows) - 1)

      """
    let run = try run(CSVReporter(), name, script)
    #expect(run.errorOutput == "")
    #expect(run.output == "\(Self.report(name).findings.count)\n")
  }

  @Test(.enabled(if: hasPython, "python3 is not installed"), arguments: reports)
  func `Python's JSON reader takes the GitLab report, as GitLab describes it`(name: String) throws {
    let script = """
      import json
      entries = json.load(open("report", encoding="utf-8"))
      for entry in entries:
          assert entry["description"] and entry["check_name"] and entry["fingerprint"]
          assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
          assert entry["location"]["path"] and entry["location"]["lines"]["begin"] >= 1
      assert len({entry["fingerprint"] for entry in entries}) == len(entries)
      print(len(entries))

      """
    let run = try run(GitLabReporter(), name, script)
    #expect(run.errorOutput == "")
    #expect(run.output == "\(Self.report(name).findings.count)\n")
  }

  @Test(.enabled(if: hasPython, "python3 is not installed"), arguments: reports)
  func `Python's JSON reader takes each line`(name: String) throws {
    let script = """
      import json
      lines = open("report", encoding="utf-8", newline="\\n").read().split("\\n")
      assert lines.pop() == ""
      print(sum("fingerprint" in json.loads(line) for line in lines))

      """
    let run = try run(JSONLinesReporter(), name, script)
    #expect(run.errorOutput == "")
    #expect(run.output == "\(Self.report(name).findings.count)\n")
  }

  @Test(
    .enabled(if: canValidateSARIF, "COHERENCE_CORPUS or python3 with jsonschema is missing"),
    arguments: reports)
  func `a SARIF log follows the schema of the standard`(name: String) throws {
    let script = """
      import json, os, sys
      from jsonschema import validators
      folder = os.environ["SCHEMAS"]
      schema = json.load(open(os.path.join(folder, "sarif-schema-2.1.0.json"), encoding="utf-8"))
      log = json.load(open("report", encoding="utf-8"))
      problems = list(validators.validator_for(schema)(schema).iter_errors(log))
      for problem in problems[:5]:
          print("/".join(map(str, problem.absolute_path)), problem.message[:300])
      sys.exit(1 if problems else 0)

      """
    let folder = try TemporaryDirectory()
    try folder.write(SARIFReporter().text(of: Self.report(name)), to: "report")
    try folder.write(script, to: "read.py")
    let run = try Shell.run(
      "SCHEMAS='\(Self.schemas ?? "")' python3 read.py", in: folder.path)
    #expect(run.exitStatus == 0, "\(run.output)\(run.errorOutput)")
  }

  @Test(
    .enabled(if: canValidateJUnit, "COHERENCE_CORPUS or xmllint is missing"), arguments: reports)
  func `JUnit XML follows the schema`(name: String) throws {
    let folder = try TemporaryDirectory()
    try folder.write(JUnitReporter().text(of: Self.report(name)), to: "report.xml")
    let run = try Shell.run(
      "xmllint --noout --schema '\(Self.schemas ?? "")/JUnit.xsd' report.xml", in: folder.path)
    #expect(run.exitStatus == 0, "\(run.errorOutput)")
  }
}

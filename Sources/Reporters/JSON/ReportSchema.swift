internal import Checking
internal import Judging
internal import RuleSets
internal import SourceText

/// The JSON Schema (draft 2020-12) of what `JSONReporter` writes.
///
/// `Documentation/Report.schema.json` is its committed output; a test keeps the two equal.
package enum ReportSchema {
  /// The schema as a text, with a final line end.
  package static var json: String {
    ReportOutput.text { output in
      let json = JSONWriter(output)
      json.object {
        json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
        json.member(
          "$comment",
          "Generated from Sources/Reporters/JSON/ReportSchema.swift; run UPDATE_GOLDEN=1 swift test "
            + "--filter ReportSchemaTests to renew it.")
        json.member("title", "coherence report")
        json.member(
          "description",
          "Format version \(Report.formatVersion). Within a version, keys may be added and none is "
            + "removed or changes its meaning.")
        JSONShape.object(root).writeMembers(json)
        json.key("$defs")
        json.object {
          for (name, shape) in definitions {
            json.key(name)
            shape.write(json)
          }
        }
      }
      output.write(byte: 0x0A)
    }
  }

  private static let root: [JSONShape.Property] = [
    .init("formatVersion", .constant(Report.formatVersion)),
    .init(
      "tool",
      .object([.init("name", .text()), .init("version", .text())])),
    .init(
      "selection",
      .nullable(
        .object([
          .init("since", .text(), "The revision as the user named it."),
          .init("commit", .text()),
          .init(
            "leftOut", .natural, "Findings on what has not changed, which are not in the report."),
        ])),
      "Null when all findings are there; else only those on what has changed."),
    .init("rules", .reference("rules")),
    .init("checkers", .list(.reference("checker")), "What the checkers of the run declared."),
    .init("documents", .list(.reference("document")), "Sorted by path."),
    .init(
      "corpus", .list(.reference("corpusRow")),
      "Each requirement that text can judge, over all documents that it applies to."),
    .init("findings", .list(.reference("finding")), "Findings over the whole set of documents."),
    .init("waivers", .list(.reference("waiver")), "Waivers of the configuration."),
    .init(
      "diagnostics", .list(.reference("diagnostic")),
      "What was wrong with the input: files, rules, configuration, plugins."),
  ]

  private static let definitions: [(String, JSONShape)] = [
    (
      "text",
      .object(
        Language.allCases.map { .init($0.rawValue, .text()) }, "One text in both languages.")
    ),
    (
      "rung",
      .name(Rung.allCases.map(\.name), "A step of the evidence ladder, from rhetoric to action.")
    ),
    ("level", .name(Level.allCases.sorted().map(\.rawValue), "How a finding is to be treated.")),
    ("language", .name(Language.allCases.map(\.rawValue), "Language of a document or passage.")),
    ("kind", .name(DocumentKind.allCases.map(\.rawValue), "What a document is for.")),
    ("digest", .text(pattern: "^([0-9a-f]{64})?$", "SHA-256; empty where it is not known.")),
    ("rules", .object(rules)),
    ("requirement", .object(requirement)),
    (
      "checker",
      .object([
        .init("id", .text()), .init("version", .text()),
        .init("scope", .name(["document", "corpus"])), .init("title", .reference("text")),
        .init(
          "findings",
          .list(.object([.init("id", .text()), .init("level", .reference("level"))]))),
      ])
    ),
    ("document", .object(document)),
    (
      "cell",
      .object(
        [
          .init("requirement", .text()), .init("rung", .reference("rung"), "The highest found."),
          .init("floor", .reference("rung"), "The lowest that would do."),
          .init("met", .nullable(.boolean), "Null when only a person can judge."),
          .init(
            "gap", .nullable(.name(CoverageCell.Gap.allCases.map(\.rawValue))),
            "Null when the requirement is met or is for a person to judge."),
          .init("evidence", .nullable(.natural), "Index of the passage that earned the rung."),
          .init("rejection", .nullable(.natural), "Index of the one closest to counting."),
        ], "How the document stands with one requirement that applies to it.")
    ),
    (
      "evidence",
      .object(
        [
          .init("requirement", .text()), .init("rung", .reference("rung")),
          .init("place", .reference("place")),
          .init(
            "markers", .list(.name(Marker.allCases.map(\.rawValue))),
            "What measures or resources it."),
          .init("reasons", .list(.reference("reason"))),
        ], "A passage that earned a rung.")
    ),
    (
      "rejection",
      .object(
        [
          .init("requirement", .text()), .init("wouldBe", .reference("rung")),
          .init("cause", .name(ReasonName.allCases.map(\.rawValue))),
          .init("place", .reference("place")), .init("reasons", .list(.reference("reason"))),
        ], "A passage that was looked at and did not count.")
    ),
    (
      "reason",
      .object(
        [
          .init("kind", .name(ReasonName.allCases.map(\.rawValue))),
          .optional("marker", .name(Marker.allCases.map(\.rawValue))),
          .optional("rung", .reference("rung")), .init("text", .reference("text")),
          .init("quote", .text(), "The words that the step rests on; may be empty."),
        ], "One step of the judge.")
    ),
    (
      "place",
      .object(
        [
          .init("path", .text()),
          .init("line", .nullable(.positive), "From 1; null when the format has no lines."),
          .init("column", .nullable(.positive), "From 1, in Unicode scalars."),
          .init(
            "span",
            .nullable(.object([.init("start", .natural), .init("end", .natural)])),
            "UTF-8 offsets in the file, half open; null when the format has no lines."),
          .optional("position", .reference("position")),
          .init("headings", .list(.text()), "Outermost first."),
          .init("language", .reference("language")),
          .init("quote", .text(), "The words, with white space folded."),
        ], "A passage in a document.")
    ),
    (
      "position",
      .object(
        [
          .optional("part", .text(pattern: nil, "The part of a word processor's file.")),
          .optional("paragraph", .positive),
          .optional("lastParagraph", .positive),
          .optional("start", .natural),
          .optional("end", .natural),
          .optional("page", .positive),
          .optional("lastPage", .positive),
          .optional("box", .reference("box")),
        ],
        "Where a passage stands in a file without lines: a paragraph of a part, counted from 1 "
          + "with UTF-8 offsets in its text, or a page, counted from 1 whatever is printed on it.")
    ),
    (
      "box",
      .object(
        [
          .init("left", .integer), .init("top", .integer), .init("right", .integer),
          .init("bottom", .integer),
        ], "Whole points (1/72 inch) from the top left corner of the page.")
    ),
    (
      "corpusRow",
      .object([
        .init("requirement", .text()),
        .init("documents", .positive, "Documents that it applies to."),
        .init("met", .natural, "Documents that meet it."),
        .init("best", .reference("rung"), "The highest rung in any document."),
      ])
    ),
    ("finding", .object(finding)),
    (
      "waiver",
      .object(
        [
          .init("targets", .list(.text()), "Checkers, findings, requirements or fingerprints."),
          .init("reason", .text()), .init("owner", .text()),
          .init("expires", .text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "The last day."),
          .init("path", .text(), "Where it is written."), .init("line", .nullable(.positive)),
          .init("uses", .natural, "Findings that it covers in this run."),
        ], "Leave to keep what a finding is about, for a time.")
    ),
    (
      "suppression",
      .object(
        [
          .init("source", .name(Suppression.Source.allCases.map(\.rawValue))),
          .init("reason", .text(), "Empty for a baseline."),
          .init("owner", .text(), "Empty for a baseline."),
          .init(
            "expires", .nullable(.text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
            "The last day on which it holds."),
          .init("path", .text(), "Where it is written."),
          .init("line", .nullable(.positive)),
        ], "A waiver, or an entry of the baseline.")
    ),
    (
      "diagnostic",
      .object([
        .init("severity", .name(["warning", "error"])), .init("id", .text()),
        .init("message", .reference("text")), .init("path", .nullable(.text())),
        .init("line", .nullable(.positive)), .init("column", .nullable(.positive)),
        .init("excerpt", .nullable(.text()), "The line at fault and a caret below it."),
        .init("help", .nullable(.reference("text")), "What would settle it."),
      ])
    ),
  ]

  private static let rules: [JSONShape.Property] = [
    .init("digest", .reference("digest"), "Names the rules used."),
    .init(
      "ruleSets",
      .list(
        .object([
          .init("id", .text()), .init("version", .text()), .init("title", .reference("text")),
          .init("path", .text()), .init("digest", .reference("digest")),
          .init(
            "sources",
            .list(
              .object([
                .init("id", .text()), .init("title", .text()), .init("publisher", .text()),
                .init("date", .text()),
              ]))),
          .init(
            "groups",
            .list(.object([.init("id", .text()), .init("title", .reference("text"))]))),
        ]))),
    .init("requirements", .list(.reference("requirement"))),
  ]

  private static let requirement: [JSONShape.Property] = [
    .init("id", .text()), .init("ruleSet", .text()), .init("group", .text()),
    .init("title", .reference("text")), .init("asks", .reference("text")),
    .init("why", .reference("text")), .init("advice", .reference("text")),
    .init("sources", .list(.text()), "Ids in the rule set's sources."),
    .init("appliesTo", .list(.reference("kind"))),
    .init(
      "floor",
      .object(
        [.init("default", .reference("rung"))]
          + DocumentKind.allCases.map { .optional($0.rawValue, .reference("rung")) }),
      "The lowest rung that meets it, by kind of document."),
    .init("weight", .natural, "1 to 5, for ranking gaps."),
    .init("grade", .name(Grade.allCases.map(\.rawValue))),
    .init("judgedBy", .name(["text", "person"])),
  ]

  private static let document: [JSONShape.Property] = [
    .init("path", .text(), "As the user gave it."),
    .init("digest", .reference("digest")), .init("sizeInBytes", .natural),
    .init("format", .text()), .init("title", .nullable(.text())),
    .init("kind", .reference("kind")), .init("department", .nullable(.text())),
    .init("language", .reference("language")), .init("period", .nullable(.text())),
    .init("counterpart", .nullable(.text()), "Path of the version in the other language."),
    .init("inferred", .list(.text()), "What nobody said and the tool inferred."),
    .init("units", .natural, "Sentences, list items and table rows judged."),
    .init(
      "summary",
      .object([
        .init("applicable", .natural, "Requirements that apply and that text can judge."),
        .init("met", .natural),
        .init("gaps", .object(CoverageCell.Gap.allCases.map { .init($0.rawValue, .natural) })),
        .init("questions", .natural, "Requirements that only a person can judge."),
      ])),
    .init("coverage", .list(.reference("cell")), "In the order of the rules."),
    .init("evidence", .list(.reference("evidence")), "In reading order."),
    .init("rejections", .list(.reference("rejection")), "In reading order."),
    .init("findings", .list(.reference("finding"))),
    .init("waivers", .list(.reference("waiver")), "Waivers that stand in the document."),
  ]

  private static let finding: [JSONShape.Property] = [
    .init(
      "fingerprint", .text(pattern: "^[0-9a-f]{16}$"),
      "Survives edits elsewhere in the document."),
    .init("checker", .text()), .init("kind", .text(), "Unique within the checker."),
    .init("level", .reference("level")),
    .init("requirement", .nullable(.text())),
    .init("path", .nullable(.text()), "Null for a finding about the whole set."),
    .init("message", .reference("text"), "What is wrong."),
    .init("help", .reference("text"), "What would settle it; may be empty."),
    .init(
      "arguments", .dictionary([.text(), .integer, .reference("text")]),
      "The values in the message: texts, numbers, names of rungs, texts in both languages."),
    .init("place", .nullable(.reference("place"))),
    .init("related", .list(.reference("place"))),
    .init(
      "suppression", .nullable(.reference("suppression")),
      "Why the finding does not count; null when it does."),
  ]
}

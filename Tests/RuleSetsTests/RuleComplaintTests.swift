import RuleSets
import SourceText
import Testing

/// Rule files with one fault, and the whole complaint.
struct RuleComplaintSample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: String]
  let complaint: String

  init(_ name: String, _ files: [String: String], _ complaint: String) {
    testDescription = name
    self.files = files
    self.complaint = complaint
  }

  static let good = GoodFiles.ruleSet
  static let vocabulary = GoodFiles.vocabulary
  /// A set that uses the list of the vocabulary.
  static let using = good.changing("en: [train]", to: "en: ['{women}']")
    .changing("fr: [former]", to: "fr: ['{women}']")
  static let evidence = """
        evidence:
          topic: {en: [women mediator], fr: [médiatrice]}
          act: {en: [train], fr: [former]}

    """
  /// A requirement with the id of the first.
  static let second = """
      - id: m.train
        group: m
        title: {en: Training, fr: Formation}
        asks: {en: Train them., fr: Les former.}
        why: {en: It helps., fr: Cela aide.}
        advice: {en: Say how many., fr: Dire combien.}
        floor: commitment
        evidence:
          topic: {en: [women], fr: [femme]}

    """
}

@Suite struct RuleComplaintTests {
  @Test(arguments: RuleComplaintSample.keys)
  func `keys and names`(sample: RuleComplaintSample) throws {
    #expect(try RuleFiles(sample.files).complaint == sample.complaint)
  }

  @Test(arguments: RuleComplaintSample.contents)
  func `contents`(sample: RuleComplaintSample) throws {
    #expect(try RuleFiles(sample.files).complaint == sample.complaint)
  }

  @Test(arguments: RuleComplaintSample.folders)
  func `folders`(sample: RuleComplaintSample) throws {
    #expect(try RuleFiles(sample.files).complaint == sample.complaint)
  }

  @Test func `what is not there is one complaint`() throws {
    let files = try RuleFiles(["a.yml": GoodFiles.ruleSet], paths: ["none", "a.yml"])
    #expect(
      files.complaint == """
        none: error: no rule set or folder of rule sets is there [rules-not-found]
        help: name a folder such as Rules, or a .yml file, with --rules
        """)
    #expect(files.rules.ruleSets.count == 1)
  }

  @Test func `one bad file does not keep the others from loading`() throws {
    let files = try RuleFiles(["a.yml": GoodFiles.ruleSet, "b.yml": "id: [x"])
    #expect(files.complaints.count == 1)
    #expect(files.rules.ruleSets.map(\.id) == ["mediators"])
  }
}

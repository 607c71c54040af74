import Checking
import PolicyCoherence
import Reporters
import RuleSets
import SourceText
import TestSupport
import Testing

/// Nothing that the accessibility checker knows is wrong with the pages on the sample policies, in full.
struct SampleAccessibilityTests {
  private static let run = Task { () -> Report in
    let (configuration, _) = ConfigurationLoader.load(Repository.path("Policies/coherence.yml"))
    let loaded = RuleSetLoader(purpose: .running).load(paths: [Repository.path("Rules")])
    return await CoherenceCheck(
      configuration: configuration, rules: CompiledRules(loaded), jobs: 2
    ).run(paths: [Repository.path("Policies")])
  }

  private func expectNothing(_ html: String, dark: Bool, width: Int) throws {
    let result = try Axe.result(html, dark: dark, width: width, measuresContrast: false)
    #expect(result.hasSuffix("violations: "), "\(result)")
    #expect(!result.hasPrefix("0 passes"))
  }

  @Test(
    .enabled(if: Axe.isReady, Axe.requirement), .serialized,
    arguments: [(Language.english, false), (.french, true)])
  func `axe finds nothing in the summary`(language: Language, dark: Bool) async throws {
    let summary = Summary(await Self.run.value, options: SummaryOptions(marking: "PROTECTED A"))
    for product in SummaryOptions.Product.allCases {
      let html = ReportOutput.text {
        Summary.write(summary.page(product, in: language), as: .html, to: $0)
      }
      try expectNothing(html, dark: dark, width: dark ? 360 : 1280)
    }
  }

  @Test(.enabled(if: Axe.isReady, Axe.requirement), .serialized, arguments: [false, true])
  func `axe finds nothing in the register of gaps`(dark: Bool) async throws {
    let report = await Self.run.value
    let html = ReportOutput.text {
      RegisterFormat.html.write(
        report, options: ReportOptions(language: dark ? .french : .english), to: $0)
    }
    try expectNothing(html, dark: dark, width: dark ? 360 : 1280)
  }
}

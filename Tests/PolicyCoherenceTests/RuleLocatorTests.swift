import PolicyCoherence
import TestSupport
import Testing

@Suite struct RuleLocatorTests {
  @Test func `what is named wins over configuration, environment and neighbourhood`() {
    var configuration = Configuration()
    configuration.rules = ["configured"]
    func paths(_ named: [String], _ configuration: Configuration, _ environment: String?)
      -> [String]
    {
      RuleLocator.paths(
        named: named, configuration: configuration, executable: "/bin/x", environment: environment)
    }
    #expect(paths(["a", "b"], configuration, "env") == ["a", "b"])
    #expect(paths([], configuration, "env") == ["configured"])
    #expect(paths([], Configuration(), "env") == ["env"])
  }
}

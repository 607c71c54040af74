package import Checking

/// All built-in checkers, one a line, sorted by id.
package enum BuiltinCheckers {
  package static let all: [any Checker] = [
    ArithmeticChecker(),
    CitationsChecker(),
    RequirementCoverageChecker(),
    SilosChecker(),
    TerminologyChecker(),
    UnfilledTemplateChecker(),
  ]
}

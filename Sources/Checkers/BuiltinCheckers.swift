package import Checking

/// All built-in checkers, one a line, sorted by id.
package enum BuiltinCheckers {
  package static let all: [any Checker] = [
    ArithmeticChecker(),
    CitationsChecker(),
    CounterSignalChecker(),
    DatesChecker(),
    DuplicateChecker(),
    FiguresChecker(),
    FundingWindowChecker(),
    MoneyActivityChecker(),
    OrphanChecker(),
    ParityChecker(),
    PopulationChecker(),
    PromiseKeptChecker(),
    ReciprocityChecker(),
    RestatementChecker(),
    RetrofitChecker(),
    RosterChecker(),
    StrengthChecker(),
    TermsChecker(),
    UnownedChecker(),
    VanishedChecker(),
    RequirementCoverageChecker(),
    UnfilledTemplateChecker(),
  ]
}

/// What the reader of a summary is told besides the findings; everything here comes from the user.
package struct SummaryOptions: Sendable {
  package enum Product: String, Sendable, CaseIterable {
    /// For the office that asked: gaps by department, contradictions, openings, next steps.
    case `internal`
    /// Could be released: no ranking and no tally of departments, no advice.
    case releasable
  }

  package enum Purpose: String, Sendable, CaseIterable {
    case decision
    case information
  }

  package var product: Product
  package var purpose: Purpose
  /// Security marking of the internal product; never guessed.
  package var marking: String?
  /// As the user writes it.
  package var date: String?
  /// Date by which gaps should be closed, as the user writes it.
  package var by: String?
  /// Departments whose plans were expected, by acronym or name.
  package var expected: [String]
  /// Id of the rule set whose groups are the columns of the table by partner.
  package var principles: String
  /// Rows of the annex's list of findings.
  package var annexLimit: Int

  package static let standardPrinciples = "wps-principles"
  package static let standardAnnexLimit = 2000

  package init(
    product: Product = .internal, purpose: Purpose = .information, marking: String? = nil,
    date: String? = nil, by: String? = nil, expected: [String] = [],
    principles: String = SummaryOptions.standardPrinciples,
    annexLimit: Int = SummaryOptions.standardAnnexLimit
  ) {
    self.product = product
    self.purpose = purpose
    self.marking = marking
    self.date = date
    self.by = by
    self.expected = expected
    self.principles = principles
    self.annexLimit = annexLimit
  }
}

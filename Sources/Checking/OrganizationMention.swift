internal import Facts

/// How often a document names an organization, by any of its names, past or present.
package struct OrganizationMention: Sendable, Hashable {
  /// Index in `OrganizationCatalog.all`, of the organization as it is today.
  package var organization: Int
  /// Units that name it; at least 1.
  package var count: Int
  package var first: FindingPlace

  package init(organization: Int, count: Int, first: FindingPlace) {
    self.organization = organization
    self.count = count
    self.first = first
  }
}

extension CheckContext {
  /// The organizations that the document names, in the order of first appearance; headings do not count.
  package var organizationMentions: [OrganizationMention] {
    guard let facts else { return [] }
    var found: [Int: (units: Set<Int32>, range: Range<Int>, unit: Int)] = [:]
    var order: [Int] = []
    for fact in facts.organizations {
      let unit = Int(fact.unit)
      guard facts.units.indices.contains(unit), !facts.units[unit].isHeading else { continue }
      for organization in OrganizationCatalog.present(Int(fact.organization)) {
        if found[organization] == nil {
          found[organization] = ([], facts.units[unit].textRange, unit)
          order.append(organization)
        }
        found[organization]?.units.insert(fact.unit)
      }
    }
    return order.compactMap { organization in
      found[organization].map {
        OrganizationMention(
          organization: organization, count: $0.units.count,
          first: place(ofTextRange: $0.range, language: facts.units[$0.unit].language))
      }
    }
  }
}

package import Judging
internal import SourceText

extension OrganizationCatalog {
  /// The organizations as the judge wants them, to tell whose act a sentence is about.
  ///
  /// Names of one word and acronyms of two letters are left out: they are other things too.
  package static let actors: [NamedOrganization] = all.enumerated().map { index, organization in
    func isPlain(_ name: Name) -> Bool { !name.text.dropFirst(2).isEmpty && !name.isShort }
    func names(_ language: Language) -> [String] {
      organization.names(language).filter(isPlain).map(\.text)
    }
    let short = Language.allCases.flatMap { organization.names($0) }.filter { !isPlain($0) }
    return NamedOrganization(
      english: names(.english), french: names(.french), short: short.map(\.text),
      kin: kin(of: index).sorted())
  }

  /// Those that it became or that became it, and those with which it has one plan.
  private static func kin(of index: Int) -> Set<Int> {
    var kin: Set<Int> = []
    let plans = jointPlans.filter { $0.contains(all[index].id) }
    for (other, organization) in all.enumerated() where other != index {
      let isLater = all[index].successors.contains(organization.id)
      let isEarlier = organization.successors.contains(all[index].id)
      let isPartner = plans.contains { $0.contains(organization.id) }
      if isLater || isEarlier || isPartner { kin.insert(other) }
    }
    return kin
  }

  /// Organizations that plan together for the agenda.
  private static let jointPlans: [Set<String>] = [["DND", "CAF"], ["CIRNAC", "ISC"]]
}

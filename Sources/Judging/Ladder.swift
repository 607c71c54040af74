package import RuleSets
internal import SourceText
internal import Documents
internal import Synchronization

/// The ladder's words for both languages, each compiled once for all judges when it is first needed.
package final class Ladder: Sendable {
  private let programs = Mutex(ByLanguage<LadderProgram>())
  private let organizations: [NamedOrganization]
  private let cache: (any ProgramCache)?

  /// `organizations` are those that documents name as actors; compiled words are kept in `cache`.
  package init(organizations: [NamedOrganization] = [], cache: (any ProgramCache)? = nil) {
    self.organizations = organizations
    self.cache = cache
  }

  /// Which of the organizations a document speaks for.
  func own(in setting: DocumentSetting) -> OwnOrganizations {
    switch setting.kind {
    case .nationalActionPlan, .strategy, .initiative, .consultation:
      return OwnOrganizations(isEveryone: true, indices: [])
    default: break
    }
    guard !organizations.isEmpty, let department = setting.department else {
      return OwnOrganizations(isEveryone: true, indices: [])
    }
    let binds = setting.kind == .implementationPlan
    let wanted = Self.words(of: department)
    var indices: Set<Int> = []
    for (index, organization) in organizations.enumerated() {
      let names = organization.english + organization.french + organization.short
      if names.contains(where: { Self.holds(wanted, Self.words(of: $0)) }) {
        indices.insert(index)
        indices.formUnion(organization.kin)
      }
    }
    return OwnOrganizations(isEveryone: false, indices: indices, bindsPartners: binds)
  }

  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// True when the words of a name stand in a department's, one after the other: "DND/CAF" holds "CAF".
  private static func holds(_ words: [String], _ name: [String]) -> Bool {
    guard !name.isEmpty, name.count <= words.count else { return false }
    return (0...words.count - name.count).contains {
      words[$0..<$0 + name.count].elementsEqual(name)
    }
  }

  func program(for language: Language) -> LadderProgram {
    programs.withLock { programs in
      if let known = programs[language] { return known }
      let fresh = LadderProgram(language, organizations: organizations, cache: cache)
      programs[language] = fresh
      return fresh
    }
  }
}

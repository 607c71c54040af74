internal import Matching
internal import RuleSets
internal import SourceText

/// The ladder's words compiled for one language.
struct LadderProgram: Sendable {
  let language: Language
  let program: MatchProgram
  /// Category of each pattern.
  let categories: [LadderVocabulary.Category]
  /// Index of the organization that each pattern names; -1 for the others.
  let organizations: [Int]

  /// The ladder's own words and the names of `organizations`, from the cache where it has them.
  init(
    _ language: Language, organizations: [NamedOrganization], cache: (any ProgramCache)?
  ) {
    guard let cache else {
      self.init(language, organizations: organizations)
      return
    }
    // The ladder's own words are the program's, from whose other builds a cache keeps apart.
    let names = organizations.map { $0.names(language).joined(separator: "\t") }
    let key =
      "ladder-\(language.rawValue)-"
      + String(Checksum.of(Array(names.joined(separator: "\n").utf8)), radix: 16)
    if let kept = cache.load(key).flatMap({ LadderProgram(language, archive: $0) }) {
      self = kept
    } else {
      self.init(language, organizations: organizations)
      cache.store(archived(), as: key)
    }
  }

  /// The ladder's own words and the names of `organizations`.
  init(_ language: Language, organizations named: [NamedOrganization] = []) {
    var patterns: [TokenPattern] = []
    var categories: [LadderVocabulary.Category] = []
    for category in LadderVocabulary.Category.allCases {
      for phrase in LadderVocabulary.phrases(category, language) {
        guard let pattern = try? PatternParser.parse(phrase, language: language) else {
          preconditionFailure("ladder phrase '\(phrase)' does not parse")
        }
        patterns.append(pattern)
        categories.append(category)
      }
    }
    var organizations = [Int](repeating: -1, count: patterns.count)
    for (index, organization) in named.enumerated() {
      for name in organization.names(language) {
        // Names come from outside: one that is no pattern names nobody.
        guard
          let phrase = Self.phrase(name),
          let pattern = try? PatternParser.parse(phrase, language: language)
        else { continue }
        patterns.append(pattern)
        categories.append(.organization)
        organizations.append(index)
      }
    }
    self.organizations = organizations
    self.language = language
    self.program = MatchProgram.compile(language: language, lists: [], patterns: patterns).program
    self.categories = categories
  }

  private func archived() -> [UInt8] {
    var archive = ArchiveWriter(isAligned: true)
    archive.write(categories)
    archive.write(organizations)
    archive.append(program.archived())
    return archive.bytes
  }

  private init?(_ language: Language, archive memory: FixedBytes) {
    var archive = ProgramReader(memory)
    categories = Array(archive.read())
    organizations = Array(archive.read())
    guard !archive.isBroken,
      let program = MatchProgram(archive: memory, from: archive.offset),
      program.language == language, program.patternCount == categories.count,
      organizations.count == categories.count
    else { return nil }
    self.program = program
    self.language = language
  }

  /// A name as a pattern for exactly these words; capitals count.
  private static func phrase(_ name: String) -> String? {
    let words = name.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    guard let first = words.first, first.first?.isUppercase == true else { return nil }
    return words.map { "=" + String($0.map { $0 == "’" ? "'" : $0 }) }.joined(separator: " ")
  }
}

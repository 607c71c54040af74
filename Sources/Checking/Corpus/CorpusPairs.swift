internal import RuleSets
internal import SourceText

/// Finds which documents are versions of each other.
enum CorpusPairs {
  /// English and French versions: as stated, else by path, else the only two of one department, kind and
  /// period.
  static func translations(_ members: [Corpus.Member]) -> [Corpus.Pair] {
    var pairs: [Corpus.Pair] = []
    var used: Set<Int> = []
    let byPath = Dictionary(
      members.enumerated().map { ($1.profile.path, $0) }, uniquingKeysWith: { first, _ in first })
    func add(_ one: Int, _ two: Int, inferred: Bool) {
      guard !used.contains(one), !used.contains(two), one != two,
        members[one].profile.language != members[two].profile.language
      else { return }
      used.formUnion([one, two])
      let isEnglish = members[one].profile.language == .english
      pairs.append(
        Corpus.Pair(
          first: isEnglish ? one : two, second: isEnglish ? two : one, isInferred: inferred))
    }
    for (index, member) in members.enumerated() {
      if let path = member.profile.counterpart, let other = byPath[path] {
        add(index, other, inferred: false)
      }
    }
    for (index, member) in members.enumerated() where member.profile.language == .english {
      for path in frenchPaths(member.profile.path) {
        if let other = byPath[path] { add(index, other, inferred: true) }
      }
    }
    struct Key: Hashable {
      var department: String
      var kind: DocumentKind
      var years: [Int]
      var language: Language
    }
    var groups: [Key: [Int]] = [:]
    for (index, member) in members.enumerated() where !used.contains(index) {
      guard let department = member.profile.department, !member.years.isEmpty else { continue }
      let name = member.department.map(String.init) ?? department
      groups[
        Key(
          department: name, kind: member.profile.kind, years: member.years,
          language: member.profile.language), default: []
      ].append(index)
    }
    for (key, indices) in groups where key.language == .english && indices.count == 1 {
      var other = key
      other.language = .french
      if let french = groups[other], french.count == 1 {
        add(indices[0], french[0], inferred: true)
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// What the French version of a path may be called.
  static func frenchPaths(_ path: String) -> [String] {
    let marks = [
      (".en.", ".fr."), ("-en.", "-fr."), ("_en.", "_fr."), ("-eng.", "-fra."), ("_eng.", "_fra."),
      ("_e.", "_f."), ("-e.", "-f."), ("/en/", "/fr/"), ("/eng/", "/fra/"),
      ("/english/", "/french/"), (".eng.", ".fra."), (".EN.", ".FR."),
    ]
    return marks.compactMap { replaced(path, $0.0, $0.1) }
  }

  /// The path with the last occurrence of a mark replaced; `nil` when it does not occur.
  private static func replaced(_ path: String, _ mark: String, _ other: String) -> String? {
    let bytes = Array(path.utf8)
    let wanted = Array(mark.utf8)
    guard bytes.count >= wanted.count else { return nil }
    for start in (0...bytes.count - wanted.count).reversed()
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return String(
        decoding: bytes[..<start] + Array(other.utf8) + bytes[(start + wanted.count)...],
        as: UTF8.self)
    }
    return nil
  }

  /// Successive plans of one department, kind and language; as stated by `previous`, else by period.
  static func editions(_ members: [Corpus.Member]) -> [Corpus.Pair] {
    struct Key: Hashable {
      var department: String
      var kind: DocumentKind
      var language: Language
    }
    var pairs: [Corpus.Pair] = []
    var stated: Set<Int> = []
    for (index, member) in members.enumerated() {
      guard let path = member.profile.previous,
        let older = members.firstIndex(where: { $0.profile.path == path })
      else { continue }
      pairs.append(Corpus.Pair(first: older, second: index, isInferred: false))
      stated.insert(index)
    }
    var groups: [Key: [Int]] = [:]
    for (index, member) in members.enumerated() {
      guard !member.years.isEmpty else { continue }
      let isNational = member.profile.kind == .nationalActionPlan
      guard member.profile.department != nil || isNational else { continue }
      let name = member.department.map(String.init) ?? member.profile.department ?? ""
      groups[
        Key(
          department: name, kind: member.profile.kind, language: member.profile.language),
        default: []
      ].append(index)
    }
    for indices in groups.values {
      let sorted = indices.sorted {
        (members[$0].years[0], members[$0].profile.path)
          < (members[$1].years[0], members[$1].profile.path)
      }
      for (older, newer) in zip(sorted, sorted.dropFirst())
      where !stated.contains(newer) && members[older].years[0] < members[newer].years[0] {
        pairs.append(Corpus.Pair(first: older, second: newer, isInferred: true))
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

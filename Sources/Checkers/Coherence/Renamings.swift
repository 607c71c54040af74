internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// New names that documents of a corpus give to organizations that no catalog knows, and texts of a later time
/// that still use the old ones.
enum Renamings {
  struct Use {
    /// Where the old name stands.
    var passage: CorpusPassage
    /// Where the change is told.
    var told: CorpusPassage
    var old: String
    var new: String
    var year: Int
  }

  private struct Change {
    var told: CorpusPassage
    var old: String
    var new: String
    var year: Int
  }

  /// The old name comes first: "A became B".
  private static let forward: Stretches = [
    " became ", " is called ", " is now ", " was renamed", " has been renamed", " is renamed",
    " took the name", " changed its name to", " est devenu", " devient ", " s’appelle ",
    " s'appelle ", " a été renommé", " porte désormais le nom", " porte maintenant le nom",
    " a pris le nom",
  ]
  /// The new name comes first: "B, formerly A".
  private static let backward: Stretches = [
    "formerly", "previously known as", "known until", "was called", "before that it was",
    "anciennement",
    "autrefois", "jusque-là", "s’appelait", "s'appelait", "appelé jusqu", "named until",
  ]

  static func uses(_ corpus: Corpus) -> [Use] {
    let changes = changes(corpus)
    guard !changes.isEmpty else { return [] }
    let old = Stretches(changes.map { $0.old.lowercased() })
    var uses: [Use] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      guard let first = corpus.members[member].years.first else { continue }
      switch facts.kind {
      case .resultsReport, .progressReport: continue
      default: break
      }
      for unit in facts.units.indices {
        guard let found = old.first(in: facts.text, facts.units[unit].textRange) else { continue }
        let change = changes[found.index]
        guard first >= change.year, change.told.member != member,
          facts.language == corpus.members[change.told.member].facts.language,
          !facts.unit(unit, holds: forward), !facts.unit(unit, holds: backward),
          facts.units[unit].flags.isDisjoint(with: [.past, .quotes]),
          // A text that gives both names knows of the change.
          !facts.units.indices.contains(where: { facts.unit($0, holds: backward) })
        else { continue }
        uses.append(
          Use(
            passage: CorpusPassage(member: member, unit: unit), told: change.told, old: change.old,
            new: change.new, year: change.year))
        break
      }
    }
    return uses
  }

  private static func changes(_ corpus: Corpus) -> [Change] {
    var changes: [Change] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices where !facts.units[unit].isRow {
        let isForward = facts.unit(unit, holds: forward)
        guard isForward || facts.unit(unit, holds: backward) else { continue }
        let names = runs(facts.quote(ofUnit: unit))
        let year =
          facts.dates(of: unit).first { $0.year > 1990 }.map { Int($0.year) }
          ?? corpus.members[member].years.first ?? 0
        guard year > 0 else { continue }
        if names.count == 2, names[0].lowercased() != names[1].lowercased(),
          names.contains(where: isOrganization)
        {
          changes.append(
            Change(
              told: CorpusPassage(member: member, unit: unit),
              old: isForward ? names[0] : names[1], new: isForward ? names[1] : names[0],
              year: year))
        }
      }
    }
    return changes
  }

  private static func isOrganization(_ name: String) -> Bool {
    let small = name.lowercased()
    return small.hasSuffix("canada")
      || ["department", "ministry", "agency", "office", "ministère", "agence", "bureau", "service"]
        .contains { small.contains($0) }
  }

  /// Names of two words with capitals or more, small words between them allowed.
  private static func runs(_ text: String) -> [String] {
    var runs: [String] = []
    var run: [Substring] = []
    func close() {
      while let last = run.last, last.first?.isUppercase != true { run.removeLast() }
      if run.count >= 2 { runs.append(run.joined(separator: " ")) }
      run = []
    }
    for word in text.split(separator: " ") {
      let bare = word.drop { $0 == "(" }.prefix {
        $0.isLetter || $0 == "-" || $0 == "’" || $0 == "'"
      }
      let isSmall = ["of", "and", "for", "the", "de", "du", "des", "et", "la", "aux"].contains(bare)
      if bare.first?.isUppercase == true, !months.contains(bare.lowercased()), bare != "As",
        bare != "On",
        bare != "The", bare != "In"
      {
        run.append(bare)
      } else if !(isSmall && !run.isEmpty) {
        close()
        continue
      } else {
        run.append(bare)
      }
      if word.last.map({ !$0.isLetter }) ?? false { close() }
    }
    close()
    return runs
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

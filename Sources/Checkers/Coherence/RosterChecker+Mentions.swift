internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

extension RosterChecker {
  /// Paragraphs that speak of all partners and name those of a full list but for one or two, in whatever way they
  /// put them: by the names of the list, looked for in the text.
  func mentioned(
    _ corpus: Corpus, _ listing: [(member: Int, lists: [PartnerList])], _ told: Set<String>
  ) -> [Finding] {
    var full: [(member: Int, list: PartnerList)] = []
    for (member, lists) in listing {
      for list in lists
      where !list.isPartial && !list.isExplained && list.names.count >= 4 && full.count < 64 {
        full.append((member, list))
      }
    }
    var names: [String] = []
    for own in full {
      for (key, written) in own.list.names.sorted(by: { $0.key < $1.key }) {
        for text in Set([key, written.lowercased()]).sorted() where text.utf8.count >= 6 {
          names.append(text)
        }
      }
    }
    guard !names.isEmpty else { return [] }
    let wanted = Stretches(names)
    var findings: [Finding] = []
    for member in corpus.members.indices
    where speaksForAll(corpus, member) && !told.contains(corpus.members[member].profile.path) {
      let facts = corpus.members[member].facts
      var unit = 0
      while unit < facts.units.count {
        let paragraph = facts.paragraph(of: unit)
        defer { unit = paragraph.upperBound + 1 }
        let here = facts.units[unit]
        guard !here.isHeading, !here.isRow, !here.isTableHeader, !here.isListItem,
          paragraph.contains(where: { PartnerList.names(facts, $0) }),
          !paragraph.contains(where: { PartnerList.isPartial(facts, $0) }),
          !PartnerList.isExplained(facts, paragraph.lowerBound..<paragraph.upperBound + 1)
        else { continue }
        let range =
          facts.units[paragraph.lowerBound].textRange
          .lowerBound..<facts.units[
            paragraph.upperBound
          ].textRange.upperBound
        var found: Set<String> = []
        wanted.forEachWord(in: facts.text, range) { index, _ in found.insert(names[index]) }
        guard found.count >= 3,
          let finding = full.lazy.compactMap({
            self.lacking(corpus, CorpusPassage(member: member, unit: unit), paragraph, found, $0)
          }).first
        else { continue }
        findings.append(finding)
        break
      }
    }
    return findings
  }

  private func lacking(
    _ corpus: Corpus, _ passage: CorpusPassage, _ paragraph: ClosedRange<Int>,
    _ found: Set<String>, _ full: (member: Int, list: PartnerList)
  ) -> Finding? {
    guard full.member != passage.member, corpus.mayShareTime(full.member, passage.member),
      corpus.members[full.member].profile.language
        == corpus.members[passage.member].profile.language
    else { return nil }
    guard full.list.names.count <= found.count + 2 else { return nil }
    let facts = passage.facts(corpus)
    let missing = full.list.names.filter { key, written in
      !found.contains(key) && !found.contains(written.lowercased())
    }.values.sorted()
    let named = full.list.names.count - missing.count
    guard named >= 3, (1...2).contains(missing.count), named > missing.count else { return nil }
    // As many as the list has, one of them another; or all, in so many words.
    let isAll = paragraph.contains { unit in
      PartnerList.stated(facts, unit).map { Int($0.value) == full.list.names.count } ?? false
        || facts.unit(unit, holds: Self.noOther)
    }
    guard isAll else { return nil }
    return Self.declared.finding(
      "lists", corpus, passage, against: [CorpusPassage(member: full.member, unit: full.list.unit)],
      level: .ask,
      [
        "missing": .text(missing.joined(separator: ", ")), "added": .text("–"),
        "one": .text(corpus.members[full.member].profile.path),
        "two": .text(corpus.members[passage.member].profile.path),
        "history": .localized(LocalizedText(name: "")),
      ])
  }

  private static let noOther: Stretches = [
    "no other partner", "no other member", "and no others", "aucun autre partenaire",
    "aucun autre membre", "all the partners are", "all partners are named", "and nobody else",
  ]
}

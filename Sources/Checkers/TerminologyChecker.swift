package import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Reports acronyms that a plan never explains, and the former way of writing GBA Plus.
///
/// **What it finds.** Acronyms in running text without their words in parentheses anywhere in the document, and
/// "GBA+" or « ACS+ » in a document of a time in which the name is written with *Plus*. Mixed use, former names of
/// departments and wrong citations are told by the checkers of terms and of citations.
///
/// **Why it matters.** A plan is read by Parliament and by partners who do not share a department's shorthand.
///
/// **Example.** "The PSOP will fund …" in a plan that nowhere says what PSOP is.
///
/// **What to write instead.** The full name at first use, with the acronym in parentheses.
package struct TerminologyChecker: Checker {
  /// Acronyms of one document that are told; the rest of a plan full of them says no more.
  private static let limit = 12
  /// First year of documents in which the name is written with "Plus".
  private static let plusYear = 2022

  package init() {}

  package var description: CheckerDescription { Self.declared }

  package func check(_ context: CheckContext) -> [Finding] {
    guard let facts = context.facts else { return [] }
    return acronyms(facts, context) + formerPlus(facts, context)
  }

  // MARK: Acronyms

  private func acronyms(_ facts: DocumentFacts, _ context: CheckContext) -> [Finding] {
    var explained: Set<String> = []
    var uses: [String: (first: AcronymFact, count: Int)] = [:]
    var letters = LetterCase(facts)
    for acronym in facts.acronyms {
      let word = facts.quote(acronym.start, acronym.end)
      if acronym.isDefinition || isExplained(acronym, facts) {
        explained.insert(word)
      } else if isUse(acronym, facts, &letters) {
        uses[word] = (uses[word]?.first ?? acronym, (uses[word]?.count ?? 0) + 1)
      }
    }
    return uses.filter { !explained.contains($0.key) && !Self.known.contains($0.key) }
      .sorted { ($0.value.first.start, $0.key) < ($1.value.first.start, $1.key) }
      .prefix(Self.limit)
      .map { word, use in
        finding(
          "unexplained-acronym", use.first.start, use.first.end, Int(use.first.unit), facts,
          context,
          ["acronym": .text(word), "count": .number(use.count)])
      }
  }

  /// In a sentence of small and capital letters, not in a heading, a table or a line that shouts.
  private func isUse(
    _ acronym: AcronymFact, _ facts: DocumentFacts, _ letters: inout LetterCase
  ) -> Bool {
    let unit = facts.units[Int(acronym.unit)]
    guard !unit.isHeading, !unit.isRow, !unit.isTableHeader, acronym.end - acronym.start >= 3 else {
      return false
    }
    let bytes = facts.text[Int(acronym.start)..<Int(acronym.end)]
    // Roman numerals and codes such as A320 are no acronyms.
    guard bytes.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }),
      !bytes.allSatisfy({ Self.romanLetters.contains($0) })
    else { return false }
    // "C-NAP", "WPSN-C": part of a longer one.
    let (start, end) = (Int(acronym.start), Int(acronym.end))
    if start > 0, facts.text[start - 1] == 0x2D { return false }
    if end < facts.text.count, facts.text[end] == 0x2D { return false }
    return letters.areMostlySmall(inUnit: Int(acronym.unit))
  }

  private static let romanLetters: Set<UInt8> = Set("IVXLCM".utf8)

  /// "PSOP (Peace and Stabilization Operations Program)", "PSOP: …", a row of a list of acronyms.
  private func isExplained(_ acronym: AcronymFact, _ facts: DocumentFacts) -> Bool {
    let unit = facts.units[Int(acronym.unit)]
    if unit.isRow || unit.isListItem, acronym.start == unit.textStart { return true }
    let rest = facts.text[Int(acronym.end)..<Int(unit.textEnd)].prefix(24)
    guard let open = rest.first(where: { $0 != 0x20 }), open == 0x28 else { return false }
    return rest.drop { $0 == 0x20 }.dropFirst().first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
  }

  /// Acronyms that need no words, in either language.
  private static let known: Set<String> = [
    "NATO", "OTAN", "ONU", "UNICEF", "UNESCO", "AIDS", "SIDA", "HIV", "VIH", "COVID", "COVID-19",
    "PDF", "HTML", "DNA", "ADN", "TBD", "TBC", "CEO", "URL", "USB", "FAQ", "RSVP", "GDP", "PIB",
    "UNSCR", "RCMP", "GRC", "GBA", "ACS", "SGBA", "ACSG", "OECD", "OCDE", "ISO", "SMS", "GPS",
  ]

  // MARK: GBA Plus

  private func formerPlus(_ facts: DocumentFacts, _ context: CheckContext) -> [Finding] {
    guard let year = context.profile.periodYears.first, year >= Self.plusYear else { return [] }
    guard
      let family = TermCatalog.all.firstIndex(where: { $0.id == "gba-plus" }),
      let term = facts.terms.first(where: {
        Int($0.family) == family && $0.variant == 1 && !facts.units[Int($0.unit)].isHeading
          && !facts.units[Int($0.unit)].flags.contains(.quotes)
      })
    else { return [] }
    let variants = TermCatalog.all[family].variants(facts.units[Int(term.unit)].language)
    return [
      finding(
        "former-spelling", term.start, term.end, Int(term.unit), facts, context,
        [
          "term": .text(variants[1].title), "present": .text(variants[0].title),
          "year": .number(year),
        ])
    ]
  }

  private func finding(
    _ kind: String, _ start: UInt32, _ end: UInt32, _ unit: Int, _ facts: DocumentFacts,
    _ context: CheckContext, _ arguments: [String: FindingArgument]
  ) -> Finding {
    var place = context.place(
      ofTextRange: Int(start)..<Int(end), language: facts.units[unit].language)
    // The sentence says what the word is about; the place stays at the word.
    place.quote = facts.quote(ofUnit: unit)
    return Finding(
      checker: Self.declared.id, kind: kind, level: Self.declared.kind(kind)?.level ?? .note,
      arguments: arguments, place: place, path: context.profile.path)
  }

  private static let declared = CheckerDescription(
    id: "terminology", version: "1.0.0", scope: .document, needs: [.facts],
    title: LocalizedText("Terminology", "Terminologie"),
    rationale: LocalizedText(
      "Looks for shorthand that is never explained and for spellings that were given up. It may be wrong "
        + "where a list of acronyms stands in another document. It takes no side on contested words.",
      "Cherche les sigles jamais expliqués et les graphies abandonnées. Le constat peut être faux si la liste "
        + "des sigles se trouve dans un autre document. Il ne prend pas parti sur les mots contestés."
    ),
    findings: [
      FindingKind(
        id: "unexplained-acronym", level: .note,
        message: LocalizedText(
          "‘{acronym}’ is never explained (uses: {count})",
          "« {acronym} » est employé sans explication (occurrences : {count})"),
        help: LocalizedText(
          "write the full name at first use, with the acronym in parentheses",
          "écrire le nom en entier à la première occurrence, suivi du sigle entre parenthèses")),
      FindingKind(
        id: "former-spelling", level: .note,
        message: LocalizedText(
          "‘{term}’ in a document of {year}; the present spelling is ‘{present}’",
          "« {term} » dans un document de {year}; la graphie actuelle est « {present} »"),
        help: LocalizedText(
          "write ‘{present}’ outside titles and quotations",
          "écrire « {present} » hors des titres et des citations")),
    ])
}

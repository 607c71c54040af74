internal import Checking
internal import RuleSets
internal import SourceText

/// The summary as a page: at most two sheets before the annex.
///
/// The layout is that of a federal briefing note: what it is, the bottom line, what changed, the gaps that matter,
/// contradictions, strengths, the table by partner, openings, limits, next steps, annex.
struct SummaryPage {
  let findings: SummaryFindings
  let options: SummaryOptions
  let comparison: ReportComparison?
  let language: Language

  var report: Report { findings.report }
  var rules: CompiledRules { report.rules }
  var isReleasable: Bool { options.product == .releasable }
  /// Characters of a quotation before the annex.
  static let quoteLimit = 170

  var page: Page {
    var page = Page(
      language: language,
      title: words(isReleasable ? SummaryWords.titleReleasable : SummaryWords.title),
      subtitle: subtitle, marking: isReleasable ? nil : options.marking)
    bottomLine(&page)
    changes(&page)
    gaps(&page)
    if !isReleasable { contradictions(&page) }
    strengths(&page)
    principles(&page)
    if !isReleasable { openings(&page) }
    limits(&page)
    if !isReleasable { nextSteps(&page) }
    SummaryAnnex(summary: self).write(&page)
    return page
  }

  private var subtitle: [String] {
    var first = [words(SummaryWords.purpose(options.purpose))]
    if let date = options.date { first.append(date) }
    let sets = rules.ruleSets.map { "\($0.id) \($0.version)" }.joined(separator: ", ")
    var lines = [
      first.joined(separator: " · "),
      words(SummaryWords.documents(report.documents.count, report.toolVersion, sets)),
    ]
    if isReleasable { lines.append(words(SummaryWords.noRanking)) }
    return lines
  }

  // MARK: Bottom line and changes

  private func bottomLine(_ page: inout Page) {
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.bottomLine))))
    var sentences = [
      words(
        SummaryWords.direction(
          findings.list.partners.count, areDepartments: findings.list.areDepartments,
          asked: findings.asked, all: findings.metByAll, none: findings.metByNone))
    ]
    if let gap = findings.gaps.first {
      let requirement = rules.requirements[gap.requirement]
      sentences.append(
        words(
          SummaryWords.mostSerious(
            requirement.title, gaps: gap.gapPlanCount, of: gap.planCount, asks: requirement.asks,
            inEachLanguage: Set(report.documents.map(\.profile.language)).count > 1)))
      sentences.append(
        words(
          isReleasable
            ? SummaryWords.wouldClose(Advice.core(requirement.advice))
            : SummaryWords.request(
              owner(gap), Advice.core(requirement.advice), by: options.by)))
    } else {
      sentences.append(words(SummaryWords.noneGaps))
    }
    page.blocks.append(.paragraph(PageText(sentences.joined(separator: " ")), .lead))
  }

  private func changes(_ page: inout Page) {
    guard let comparison else {
      if !isReleasable {
        page.blocks.append(.paragraph(PageText(words(SummaryWords.noEarlier)), .quiet))
      }
      return
    }
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.changes))))
    var line = PageText(
      "\(comparison.oldName) → \(comparison.newName)\(colon)"
        + ComparisonPage(comparison, in: language).summary + ".")
    if comparison.rulesDiffer { line.append(" " + words(ComparisonWords.rulesDiffer)) }
    page.blocks.append(.paragraph(line))
    // What got worse is what a reader must know first.
    let rows = [.opened, .worse, .closed, .better].flatMap { comparison.rows($0) }
    var items = rows.prefix(isReleasable ? 2 : 3).map { row in
      PageText(words(ComparisonWords.title(row.change)), .strong).appending(colon)
        .appending(
          title(row.requirement) + (isReleasable ? "" : " (\(who(row.document)))")
            + ", \(row.old.rung.symbol)\u{A0}"
            + "\(words(row.old.rung.title)) → \(row.new.rung.symbol)\u{A0}"
            + "\(words(row.new.rung.title)).")
    }
    if let gone = comparison.gone.first {
      items.append(
        PageText(words(ComparisonWords.vanished), .strong).appending(colon)
          .appending(Self.cut(gone.passage.quote), .quote, language: gone.passage.language)
          .appending(isReleasable ? "" : " (\(who(gone.document)))"))
    }
    if !items.isEmpty { page.blocks.append(.list(items)) }
  }

  /// The department of a document of the comparison, else its path.
  private func who(_ path: String) -> String {
    for partner in findings.list.partners {
      for index in partner.documents where report.documents[index].profile.path.hasSuffix(path) {
        return partner.short[language]
      }
    }
    return path
  }

  private func title(_ id: String) -> String {
    comparison?.requirements[id].map { words($0.title) } ?? id
  }

  // MARK: Gaps

  private func gaps(_ page: inout Page) {
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.gaps))))
    guard !findings.gaps.isEmpty else {
      return page.blocks.append(.paragraph(PageText(words(SummaryWords.noneGaps))))
    }
    var columns: [PageTable.Column] = [.init(words(SummaryWords.gap), share: 28)]
    if !isReleasable { columns.append(.init(words(SummaryWords.found), share: 32)) }
    columns.append(.init(words(SummaryWords.satisfy), share: isReleasable ? 72 : 26))
    if !isReleasable { columns.append(.init(words(SummaryWords.owner), share: 14)) }
    page.blocks.append(
      .table(
        PageTable(
          caption: words(SummaryWords.gaps) + colon + words(SummaryWords.gapsRule),
          columns: columns,
          rows: findings.gaps.map(gapRow))))
  }

  private func gapRow(_ gap: SummaryFindings.Gap) -> [PageTable.Cell] {
    let requirement = rules.requirements[gap.requirement]
    var first = [PageText(words(requirement.title), .strong)]
    first.append(PageText(words(SummaryWords.plansLack(gap.gapPlanCount, of: gap.planCount))))
    guard !isReleasable else {
      return [
        .init(first),
        .init([PageText(words(requirement.asks)), PageText(words(Advice.core(requirement.advice)))]
        ),
      ]
    }
    var found: [PageText] = []
    if let passage = gap.passage {
      found.append(
        PageText("\(passage.rung.symbol)\u{A0}\(words(passage.rung.title)) · ")
          .appending(passage.partner.short[language], .strong).appending(colon)
          .appending(Self.cut(passage.place.quote), .quote, language: passage.place.language))
      if let heading = passage.place.headingPath.last {
        found.append(PageText(heading, .quiet, language: passage.place.language))
      }
    } else {
      found.append(PageText(words(SummaryWords.nothingFound), .quiet))
    }
    var satisfy = [PageText(words(Advice.core(requirement.advice)))]
    if !gap.metBy.isEmpty {
      let names = gap.metBy.map { $0.short[language] }.joined(separator: ", ")
      satisfy.append(PageText(words(SummaryWords.metBy) + " " + names + ".", .quiet))
    }
    return [
      .init(first), .init(found), .init(satisfy),
      .init([
        PageText(words(owner(gap, isShort: true))),
        PageText(options.by ?? words(SummaryWords.toAgree), .quiet),
      ]),
    ]
  }

  /// Who comes closest of those that lack it, else all of them.
  private func owner(_ gap: SummaryFindings.Gap, isShort: Bool = false) -> LocalizedText {
    let partners = gap.owners
    let areDepartments = findings.list.areDepartments
    guard !partners.isEmpty else {
      return areDepartments ? SummaryWords.all : SummaryWords.allDocuments
    }
    guard areDepartments else {
      return SummaryWords.authors(partners.map(\.short.english).joined(separator: ", "))
    }
    return LocalizedText(
      english: partners.map { isShort ? $0.short.english : $0.introduced(in: .english) }
        .joined(separator: isShort ? ", " : " and "),
      french: partners.map { isShort ? $0.short.french : $0.introduced(in: .french) }
        .joined(separator: isShort ? ", " : " et "))
  }

  // MARK: Contradictions, strengths, openings

  private func contradictions(_ page: inout Page) {
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.contradictions))))
    let shown = findings.contradictions.prefix(SummaryFindings.contradictionLimit)
    if shown.isEmpty { page.blocks.append(.paragraph(PageText(words(SummaryWords.none)))) }
    for entry in shown {
      page.blocks.append(.paragraph(PageText(words(entry.title), .strong)))
      page.blocks.append(.quotations(([entry.first] + entry.others).map { quotation($0) }))
    }
    let rest = findings.contradictions.count - shown.count
    if rest > 0 { page.blocks.append(.paragraph(PageText(words(SummaryWords.more(rest))), .quiet)) }
  }

  func quotation(_ place: FindingPlace, isWhole: Bool = false) -> Quotation {
    Quotation(
      speaker: PageText(name(of: place.path), .strong),
      text: isWhole ? place.quote : Self.cut(place.quote),
      language: place.language, source: PageText(place.location(in: language)))
  }

  /// The partner whose document it is; `nil` for documents of none.
  func partner(of path: String) -> Partner? {
    guard let index = report.documents.firstIndex(where: { $0.profile.path == path }) else {
      return nil
    }
    return findings.list.partners.first { $0.documents.contains(index) }
  }

  /// The partner whose document it is, else the document's title.
  private func name(of path: String) -> String {
    if let partner = partner(of: path) { return partner.short[language] }
    return report.documents.first { $0.profile.path == path }?.title ?? path
  }

  private func strengths(_ page: inout Page) {
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.strengths))))
    guard !findings.strengths.isEmpty else {
      return page.blocks.append(.paragraph(PageText(words(SummaryWords.none))))
    }
    let byName = findings.strengths.sorted {
      $0.partner.name[language] < $1.partner.name[language]
    }
    page.blocks.append(
      .list(
        byName.map { strength in
          PageText(strength.partner.introduced(in: language), .strong).appending(colon)
            .appending(words(rules.requirements[strength.requirement].title) + ". ")
            .appending(
              Self.cut(strength.place.quote), .quote, language: strength.place.language)
        }))
  }

  private func openings(_ page: inout Page) {
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.openings))))
    guard !findings.openings.isEmpty else {
      return page.blocks.append(.paragraph(PageText(words(SummaryWords.none))))
    }
    page.blocks.append(.paragraph(PageText(words(SummaryWords.openingsNote))))
    page.blocks.append(
      .list(
        findings.openings.map { opening in
          PageText(opening.partner.introduced(in: language), .strong).appending(colon)
            .appending(words(rules.requirements[opening.requirement].title) + ". ")
            .appending(Self.cut(opening.place.quote), .quote, language: opening.place.language)
        }))
  }

  // MARK: Table

  private func principles(_ page: inout Page) {
    guard let set = rules.ruleSets.firstIndex(where: { $0.id == options.principles }) else {
      return
    }
    let groups = rules.ruleSets[set].groups.filter { group in
      rules.requirements.contains { $0.group == group.id && !$0.judgedByPerson }
    }
    guard !groups.isEmpty, !findings.list.partners.isEmpty else { return }
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.principleTable))))
    let partners = findings.list.sorted(in: language)
    page.blocks.append(
      .table(
        PageTable(
          caption: words(rules.ruleSets[set].title),
          explanation: words(SummaryWords.principleNote(isReleasable: isReleasable)),
          columns: [
            .init(
              words(
                findings.list.areDepartments ? SummaryWords.partner : SummaryWords.document),
              share: 30)
          ]
            + groups.map { .init(words($0.title), share: 70 / max(1, groups.count)) },
          rows: partners.map { partner in
            [PageTable.Cell(partner.introduced(in: language))]
              + groups.map { principle($0, partner) }
          })))
  }

  private func principle(_ group: RuleGroup, _ partner: Partner) -> PageTable.Cell {
    let standings = rules.requirements.indices.compactMap { index in
      rules.requirements[index].group == group.id && !rules.requirements[index].judgedByPerson
        ? findings.list.standing(partner, index) : nil
    }
    let rung = standings.map(\.cell.rung).max() ?? .absent
    guard !standings.isEmpty, rung > .absent || !isReleasable else { return .init([]) }
    var text = PageText("")
    if rung > .absent { text = PageText("\(rung.symbol)\u{A0}\(words(rung.title))") }
    if !isReleasable {
      let met = words(SummaryWords.metOf(standings.count { $0.cell.isMet }, standings.count))
      text.append(rung > .absent ? " \(met)" : met, .quiet)
    }
    return .init([text], tone: .rung(rung))
  }

  // MARK: Limits and next steps

  private func limits(_ page: inout Page) {
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.limits))))
    var items = SummaryWords.limitsWords.map { PageText(words($0)) }
    if !missing.isEmpty { items.append(PageText(words(SummaryWords.missing(missing)))) }
    let problems = report.diagnostics.count { $0.severity == .error }
    if problems > 0 { items.append(PageText(words(SummaryWords.unread(problems)))) }
    let single = findings.list.sorted(in: language).filter { partner in
      Set(partner.documents.map { report.documents[$0].profile.language }).count < 2
    }.map { $0.short[language] }
    if findings.list.areDepartments, !single.isEmpty {
      items.append(PageText(words(SummaryWords.oneLanguage(single))))
    }
    let inferred = report.documents.count {
      !Set($0.profile.inferred).isDisjoint(with: ["kind", "language"])
    }
    if inferred > 0 { items.append(PageText(words(SummaryWords.inferred(inferred)))) }
    page.blocks.append(.list(items))
  }

  /// Departments that were expected and whose plans were not read.
  private var missing: [String] {
    options.expected.filter { name in
      !findings.list.partners.contains { partner in
        [partner.short.english, partner.short.french, partner.name.english, partner.name.french]
          .contains { $0.lowercased() == name.lowercased() }
      }
    }
  }

  private func nextSteps(_ page: inout Page) {
    let date = options.by ?? words(SummaryWords.toAgree)
    var steps: [(String, String)] = []
    if !findings.contradictions.isEmpty {
      steps.append(
        (words(SummaryWords.settle(findings.contradictions.count)), words(SummaryWords.toName)))
    }
    for gap in findings.gaps.prefix(2) {
      steps.append(
        (
          words(SummaryWords.close(rules.requirements[gap.requirement].title)),
          words(owner(gap, isShort: true))
        ))
    }
    if !missing.isEmpty {
      steps.append((words(SummaryWords.askFor(missing)), words(SummaryWords.toName)))
    }
    steps.append((words(SummaryWords.review), words(SummaryWords.toName)))
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.nextSteps))))
    page.blocks.append(
      .table(
        PageTable(
          caption: words(SummaryWords.nextStepsCaption),
          columns: [
            .init(words(SummaryWords.action), share: 60),
            .init(words(SummaryWords.ownerOnly), share: 20),
            .init(words(SummaryWords.date), share: 20),
          ],
          rows: steps.map { [.init($0.0), .init($0.1), .init(date)] })))
  }

  // MARK: Words

  var colon: String { language == .english ? ": " : "\u{A0}: " }

  func words(_ text: LocalizedText) -> String { text[language] }

  /// The beginning of a long quotation; the annex has the whole.
  static func cut(_ quote: String) -> String {
    guard quote.count > quoteLimit else { return quote }
    let head = quote.prefix(quoteLimit)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<end] + " …"
  }
}

/// The part of a requirement's advice that says what to do, without its example.
enum Advice {
  static func core(_ advice: LocalizedText) -> LocalizedText {
    LocalizedText(
      english: cut(advice.english, before: [" For example", " Example:"]),
      french: cut(advice.french, before: [" Par exemple", " Exemple"]))
  }

  private static func cut(_ text: String, before marks: [String]) -> String {
    for mark in marks {
      if let range = text.firstRange(of: mark), range.lowerBound > text.startIndex {
        return String(text[..<range.lowerBound])
      }
    }
    return text
  }
}

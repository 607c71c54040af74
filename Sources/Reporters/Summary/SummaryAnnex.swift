internal import Checking
internal import RuleSets
internal import SourceText

/// What stands behind the summary: documents, every requirement by partner, who names whom, every finding.
struct SummaryAnnex {
  let summary: SummaryPage

  private var report: Report { summary.report }
  private var language: Language { summary.language }

  func write(_ page: inout Page) {
    page.blocks.append(.pageBreak)
    documents(&page)
    heatMaps(&page)
    if !summary.isReleasable {
      graph(&page)
      contradictions(&page)
      findings(&page)
    }
  }

  // MARK: Documents

  private func documents(_ page: inout Page) {
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.annexDocuments))))
    let report = report
    page.blocks.append(
      .table(
        PageTable(
          caption: words(CountedMessages.documents(report.documents.count)),
          columns: [
            .init(words(SummaryWords.document), share: 42),
            .init(words(SummaryWords.partner), share: 14),
            .init(words(SummaryWords.edition), share: 20),
            .init(words(SummaryWords.languageHead), share: 10),
            .init(words(SummaryWords.fingerprint), share: 14),
          ]
        ) { row in
          for document in report.documents { row(cells(document)) }
        }))
  }

  private func cells(_ document: DocumentReport) -> [PageTable.Cell] {
    let profile = document.profile
    return [
      .init([
        PageText(document.title ?? profile.path, language: profile.language),
        PageText(profile.path, .code),
      ]),
      .init(summary.partner(of: profile.path)?.short[language] ?? ""),
      .init(
        [words(profile.kind.title), profile.period].compactMap { $0 }.joined(separator: ", ")),
      .init(words(Messages.language(profile.language))),
      .init(PageText(String(document.digest.prefix(12)), .code)),
    ]
  }

  // MARK: Figures

  private func heatMaps(_ page: inout Page) {
    let figures = report.rules.ruleSets.indices.compactMap { set in
      HeatMap(list: summary.findings.list, ruleSet: set, language: language).figure
    }
    guard !figures.isEmpty else { return }
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.annexMaps))))
    for figure in figures { page.blocks.append(.figure(figure)) }
  }

  private func graph(_ page: inout Page) {
    guard let graph = MentionGraph(summary.findings.list, in: language) else { return }
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.annexGraph))))
    page.blocks.append(.figure(graph.figure))
  }

  // MARK: Contradictions and findings

  private func contradictions(_ page: inout Page) {
    let all = summary.findings.contradictions
    guard all.count > SummaryFindings.contradictionLimit else { return }
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.annexContradictions))))
    for entry in all.prefix(summary.options.annexLimit) {
      page.blocks.append(.paragraph(PageText(words(entry.title), .strong)))
      page.blocks.append(
        .quotations(
          ([entry.first] + entry.others).map { summary.quotation($0, isWhole: true) }))
    }
  }

  private func findings(_ page: inout Page) {
    let report = report
    let limit = summary.options.annexLimit
    let all =
      report.documents.reduce(report.corpusFindings.count) { $0 + $1.findings.count }
    page.blocks.append(.heading(level: 2, PageText(words(SummaryWords.annexFindings))))
    guard all > 0 else {
      return page.blocks.append(.paragraph(PageText(words(SummaryWords.none))))
    }
    page.blocks.append(
      .table(
        PageTable(
          caption: words(
            all > limit
              ? SummaryWords.cutFindings(limit, of: all) : SummaryWords.findingsNote(all)),
          columns: [
            .init(words(SummaryWords.finding), share: 40),
            .init(words(SummaryWords.passage), share: 44),
            .init(words(SummaryWords.decision), share: 16),
          ]
        ) { row in
          var fingerprints = FindingFingerprints()
          var count = 0
          func write(_ finding: Finding) {
            guard count < limit else { return }
            count += 1
            row(cells(finding, fingerprints.next(for: finding)))
          }
          report.corpusFindings.forEach(write)
          for document in report.documents where count < limit {
            document.findings.forEach(write)
          }
        }))
  }

  private func cells(_ finding: Finding, _ fingerprint: String) -> [PageTable.Cell] {
    var passage: [PageText] = []
    for place in [finding.place].compactMap({ $0 }) + finding.related.prefix(3) {
      if !place.quote.isEmpty {
        passage.append(PageText(place.quote, .quote, language: place.language))
      }
      passage.append(PageText(place.location(in: language), .code))
    }
    if passage.isEmpty, let path = finding.path { passage.append(PageText(path, .code)) }
    return [
      .init([
        PageText(words(finding.level.title), .strong).appending(summary.colon)
          .appending(words(FindingWords(finding, report).message)),
        PageText("\(finding.requirement ?? finding.checker) · \(fingerprint)", .code),
      ]),
      .init(passage),
      .init(PageText(words(finding.suppression?.words ?? SummaryWords.open), .quiet)),
    ]
  }

  private func words(_ text: LocalizedText) -> String { text[language] }
}

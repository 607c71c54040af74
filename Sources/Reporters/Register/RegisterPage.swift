internal import Checking
internal import RuleSets
internal import SourceText

/// The register as a page: what nobody owns, every gap by requirement, what everybody meets.
struct RegisterPage {
  private let register: GapRegister
  private let language: Language

  init(_ register: GapRegister, in language: Language) {
    self.register = register
    self.language = language
  }

  private var report: Report { register.report }
  private var rules: CompiledRules { report.rules }

  var page: Page {
    var page = Page(
      language: language, title: words(RegisterWords.title),
      subtitle: [
        words(CountedMessages.gaps(register.gapCount)) + " · "
          + words(CountedMessages.documents(report.documents.count)) + " · coherence "
          + report.toolVersion + " · "
          + rules.ruleSets.map { "\($0.id) \($0.version)" }.joined(separator: ", ")
      ])
    page.blocks = [
      .paragraph(PageText(words(RegisterWords.ranking))),
      .paragraph(PageText(words(RegisterWords.proposal))),
      .paragraph(PageText(words(Messages.limits)), .quiet),
    ]
    let metByNone = register.metByNone
    goals(
      RegisterWords.unownedHeading, RegisterWords.unownedNote, metByNone.filter(\.isUnowned),
      &page)
    unownedActs(&page)
    goals(
      RegisterWords.promisedHeading, RegisterWords.promisedNote, metByNone.filter { !$0.isUnowned },
      &page)
    page.blocks.append(.heading(level: 2, PageText(words(RegisterWords.gapsHeading))))
    if register.goals.isEmpty {
      page.blocks.append(.paragraph(PageText(words(RegisterWords.none))))
    }
    for (index, goal) in register.goals.enumerated() { gaps(index + 1, goal, &page) }
    metByAll(&page)
    return page
  }

  // MARK: Sections

  private func goals(
    _ title: LocalizedText, _ note: LocalizedText, _ goals: [GapRegister.Goal], _ page: inout Page
  ) {
    page.blocks.append(.heading(level: 2, PageText(words(title))))
    guard !goals.isEmpty else {
      return page.blocks.append(.paragraph(PageText(words(RegisterWords.none))))
    }
    page.blocks.append(
      .table(
        PageTable(
          caption: words(note),
          columns: [
            .init(words(RegisterWords.requirement), share: 22),
            .init(words(RegisterWords.weight), share: 6, isCentred: true),
            .init(words(RegisterWords.asked), share: 10),
            .init(words(RegisterWords.atBest), share: 12),
            .init(words(RegisterWords.closest), share: 14),
            .init(words(RegisterWords.toClose), share: 36),
          ],
          rows: goals.map { goal in
            let requirement = rules.requirements[goal.requirement]
            return [
              .init([
                PageText(words(requirement.title)), PageText(requirement.id, .code),
              ]),
              .init(String(requirement.weight)),
              .init(words(CountedMessages.plans(goal.planCount))),
              .init(rung(goal.bestRung), tone: .rung(goal.bestRung)),
              .init(closest(goal)),
              .init(words(requirement.advice)),
            ]
          })))
  }

  /// What nobody was asked to do; left out where there is no such act.
  private func unownedActs(_ page: inout Page) {
    guard !register.unownedActs.isEmpty else { return }
    page.blocks.append(.heading(level: 2, PageText(words(RegisterWords.unownedActsHeading))))
    page.blocks.append(.paragraph(PageText(words(RegisterWords.unownedActsNote))))
    page.blocks.append(
      .list(
        register.unownedActs.compactMap(\.place).map { place in
          PageText(place.quote, .quote, language: place.language).appending(" ")
            .appending(place.location(in: language), .code)
        }))
  }

  private func gaps(_ rank: Int, _ goal: GapRegister.Goal, _ page: inout Page) {
    let requirement = rules.requirements[goal.requirement]
    page.blocks.append(
      .heading(level: 3, PageText("\(rank). " + words(requirement.title))))
    page.blocks.append(
      .paragraph(
        PageText(requirement.id, .code).appending(
          " · \(words(Messages.weight)) \(requirement.weight) · "
            + words(RegisterWords.plans(goal.gapPlanCount, of: goal.planCount)))))
    page.blocks.append(.paragraph(PageText(words(requirement.asks))))
    page.blocks.append(
      .paragraph(
        PageText(words(RegisterWords.toClose), .strong)
          .appending((language == .english ? ": " : "\u{A0}: ") + words(requirement.advice))))
    let entries = goal.entries
    page.blocks.append(
      .table(
        PageTable(
          caption: words(RegisterWords.gapsTable(rank, requirement.title)),
          columns: [
            .init(words(RegisterWords.department), share: 12),
            .init(words(RegisterWords.found), share: 12),
            .init(words(RegisterWords.needed), share: 12),
            .init(words(RegisterWords.gap), share: 12),
            .init(words(RegisterWords.passage), share: 37),
            .init(words(RegisterWords.owner), share: 15),
          ]
        ) { row in
          for entry in entries { row(cells(entry)) }
        }))
  }

  private func cells(_ entry: GapRegister.Entry) -> [PageTable.Cell] {
    let profile = report.documents[entry.document].profile
    var name = [PageText(register.name(ofDocument: entry.document))]
    if register.isBilingual(entry.document) {
      name.append(PageText(words(Messages.language(profile.language)), .quiet))
    }
    var passage: [PageText] = []
    if let place = entry.passage {
      passage.append(PageText(place.quote, .quote, language: place.language))
      passage.append(PageText(place.location(in: language), .code))
      if !place.headingPath.isEmpty {
        passage.append(
          PageText(
            place.headingPath.joined(separator: " › "), .quiet, language: place.language))
      }
    } else {
      passage.append(PageText(words(Messages.notFound), .quiet))
      passage.append(PageText(profile.path, .code))
    }
    return [
      .init(name), .init(rung(entry.cell.rung, profile.kind), tone: .rung(entry.cell.rung)),
      .init(rung(entry.cell.floor, profile.kind)),
      .init(words(entry.gap.title), tone: entry.gap == .contradicted ? .contradicted : nil),
      .init(passage), .init(owner(entry.owner)),
    ]
  }

  private func metByAll(_ page: inout Page) {
    page.blocks.append(.heading(level: 2, PageText(words(RegisterWords.metByAllHeading))))
    guard !register.metByAll.isEmpty else {
      return page.blocks.append(.paragraph(PageText(words(RegisterWords.none))))
    }
    page.blocks.append(
      .list(
        register.metByAll.map { row in
          let requirement = rules.requirements[row.requirement]
          return PageText(words(requirement.title)).appending(" ")
            .appending(requirement.id, .code)
        }))
  }

  // MARK: Words

  private func closest(_ goal: GapRegister.Goal) -> String {
    guard !goal.closest.isEmpty else { return words(RegisterWords.nobody) }
    var names: [String] = []
    for index in goal.closest {
      let name = register.name(ofDocument: index)
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  private func owner(_ owner: GapRegister.ProposedOwner) -> PageText {
    switch owner {
    case .department(let name): PageText(name)
    case .named(let name, let position):
      PageText(name + (language == .english ? ": " : "\u{A0}: ")).appending(position, .quote)
    case .unknown: PageText(words(RegisterWords.noDepartment), .quiet)
    }
  }

  private func rung(_ rung: Rung, _ kind: DocumentKind? = nil) -> String {
    let title = kind?.reportsOnThePast == true ? rung.resultTitle : rung.title
    return "\(rung.symbol)\u{A0}\(words(title))"
  }

  private func words(_ text: LocalizedText) -> String { text[language] }
}

extension GapRegister {
  /// The department as the workspace names it, else the document's title, else its path.
  func name(ofDocument index: Int) -> String {
    let document = report.documents[index]
    if let department = document.profile.department, !department.isEmpty { return department }
    return document.title ?? document.profile.path
  }

  /// True when the plan was read in both languages.
  func isBilingual(_ document: Int) -> Bool {
    plans.ofDocument.count { $0 == plans.ofDocument[document] } > 1
  }
}

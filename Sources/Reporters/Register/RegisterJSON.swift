internal import Checking
internal import RuleSets
internal import SourceText

/// The register for programs; texts in both languages.
struct RegisterJSON {
  private let register: GapRegister
  private let options: ReportOptions

  init(_ register: GapRegister, _ options: ReportOptions) {
    self.register = register
    self.options = options
  }

  func write(to output: ReportOutput) {
    let json = JSONWriter(output)
    let rules = register.report.rules
    json.object {
      json.member("formatVersion", Report.formatVersion)
      json.member("toolVersion", register.report.toolVersion)
      json.member("rulesDigest", rules.digest)
      json.member("ranking", RegisterWords.ranking)
      json.key("goals")
      json.array(register.goals) { goal($0, json) }
      json.member(
        "metByNone", register.metByNone.map { rules.requirements[$0.requirement].id })
      json.member(
        "unowned",
        register.metByNone.filter(\.isUnowned).map { rules.requirements[$0.requirement].id })
      json.key("unownedActs")
      json.array(register.unownedActs.compactMap(\.place)) { place in
        json.object {
          json.member("path", options.relativePath(place.path))
          json.member("quote", place.quote)
          json.member("quoteLanguage", place.language.rawValue)
          json.member("place", place.location(in: .english))
          json.member("headings", place.headingPath)
        }
      }
      json.member("metByAll", register.metByAll.map { rules.requirements[$0.requirement].id })
    }
    output.write(byte: 0x0A)
  }

  private func goal(_ goal: GapRegister.Goal, _ json: JSONWriter) {
    let report = register.report
    let requirement = report.rules.requirements[goal.requirement]
    json.object {
      json.member("requirement", requirement.id)
      json.member("title", requirement.title)
      json.member("group", report.rules.groupTitle(ofRequirement: goal.requirement))
      json.member("weight", requirement.weight)
      json.member("plansWithGap", goal.gapPlanCount)
      json.member("plans", goal.planCount)
      json.member("best", goal.bestRung.name)
      json.member(
        "closest",
        goal.closest.map { options.relativePath(report.documents[$0].profile.path) })
      json.member("toClose", requirement.advice)
      json.key("gaps")
      json.array(goal.entries) { entry in
        let profile = report.documents[entry.document].profile
        let (owner, named) = entry.owner.parts
        json.object {
          json.member("path", options.relativePath(profile.path))
          json.member("department", profile.department)
          json.member("kind", profile.kind.rawValue)
          json.member("language", profile.language.rawValue)
          json.member("rung", entry.cell.rung.name)
          json.member("floor", entry.cell.floor.name)
          json.member("gap", entry.gap.rawValue)
          json.member("quote", entry.passage?.quote)
          json.member("quoteLanguage", entry.passage?.language.rawValue)
          json.member("place", entry.passage?.location(in: .english))
          json.member("headings", entry.passage?.headingPath ?? [])
          json.key("owner")
          json.object(.inline) {
            json.member("department", owner)
            json.member("named", named)
          }
        }
      }
    }
  }
}

extension GapRegister.ProposedOwner {
  /// The department, and the words that name who in it.
  var parts: (department: String?, named: String?) {
    switch self {
    case .department(let name): (name, nil)
    case .named(let name, let position): (name, position)
    case .unknown: (nil, nil)
    }
  }
}

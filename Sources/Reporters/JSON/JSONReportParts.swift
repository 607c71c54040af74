internal import Checking
internal import Documents
internal import Judging
internal import RuleSets
internal import SourceText

/// Writes the parts of a report.
struct JSONReportParts {
  let report: Report
  let json: JSONWriter
  var fingerprints: FindingFingerprints

  // MARK: Rules and checkers

  func rules() {
    json.object {
      json.member("digest", report.rules.digest)
      json.key("ruleSets")
      json.array(report.rules.ruleSets) { set in
        json.object {
          json.member("id", set.id)
          json.member("version", set.version)
          json.member("title", set.title)
          json.member("path", set.path)
          json.member("digest", set.digest)
          json.key("sources")
          json.array(set.sources) { source in
            json.object(.inline) {
              json.member("id", source.id)
              json.member("title", source.title)
              json.member("publisher", source.publisher)
              json.member("date", source.date)
            }
          }
          json.key("groups")
          json.array(set.groups) { group in
            json.object(.inline) {
              json.member("id", group.id)
              json.member("title", group.title)
            }
          }
        }
      }
      json.key("requirements")
      json.array(report.rules.requirements.indices) { requirement($0) }
    }
  }

  private func requirement(_ index: Int) {
    let requirement = report.rules.requirements[index]
    let owner = report.rules.ruleSetOfRequirement[index]
    json.object {
      json.member("id", requirement.id)
      json.member("ruleSet", report.rules.ruleSets[owner].id)
      json.member("group", requirement.group)
      json.member("title", requirement.title)
      json.member("asks", requirement.asks)
      json.member("why", requirement.why)
      json.member("advice", requirement.advice)
      json.member("sources", requirement.sources)
      json.member(
        "appliesTo",
        DocumentKind.allCases.filter(requirement.appliesTo.contains).map(\.rawValue))
      json.key("floor")
      json.object(.inline) {
        json.member("default", requirement.floor.standard.name)
        for kind in DocumentKind.allCases {
          if let rung = requirement.floor.byKind[kind] { json.member(kind.rawValue, rung.name) }
        }
      }
      json.member("weight", requirement.weight)
      json.member("grade", requirement.grade.rawValue)
      json.member("judgedBy", requirement.judgedByPerson ? "person" : "text")
    }
  }

  func checker(_ checker: CheckerDescription) {
    json.object {
      json.member("id", checker.id)
      json.member("version", checker.version)
      json.member("scope", checker.scope.rawValue)
      json.member("title", checker.title)
      json.key("findings")
      json.array(checker.findings) { kind in
        json.object(.inline) {
          json.member("id", kind.id)
          json.member("level", kind.level.rawValue)
        }
      }
    }
  }

  // MARK: Documents

  mutating func document(_ document: DocumentReport) {
    let profile = document.profile
    let tally = DocumentTally(document, report.rules)
    json.object {
      json.member("path", profile.path)
      json.member("digest", document.digest)
      json.member("sizeInBytes", document.sizeInBytes)
      json.member("format", document.format)
      json.member("title", document.title)
      json.member("kind", profile.kind.rawValue)
      json.member("department", profile.department)
      json.member("language", profile.language.rawValue)
      json.member("period", profile.period)
      json.member("counterpart", profile.counterpart)
      json.member("inferred", profile.inferred)
      json.member("units", document.unitCount)
      json.key("summary")
      json.object(.inline) {
        json.member("applicable", tally.applicable)
        json.member("met", tally.met)
        json.key("gaps")
        json.object {
          for gap in CoverageCell.Gap.allCases {
            json.member(gap.rawValue, tally.gaps[gap] ?? 0)
          }
        }
        json.member("questions", tally.questions)
      }
      json.key("coverage")
      json.array(document.coverage) { cell($0) }
      json.key("evidence")
      json.array(document.evidence) { evidence($0) }
      json.key("rejections")
      json.array(document.rejections) { rejection($0) }
      json.key("findings")
      json.array(document.findings) { finding($0) }
      json.key("waivers")
      json.array(document.waivers) { waiver($0) }
    }
  }

  func selection() {
    guard let selection = report.selection else { return json.null() }
    json.object(.inline) {
      json.member("since", selection.since)
      json.member("commit", selection.commit)
      json.member("leftOut", selection.leftOutCount)
    }
  }

  func waiver(_ waiver: Waiver) {
    json.object(.inline) {
      json.member("targets", waiver.targets)
      json.member("reason", waiver.reason)
      json.member("owner", waiver.owner)
      json.member("expires", waiver.expires.description)
      json.member("path", waiver.place.path)
      json.member("line", waiver.place.line > 0 ? waiver.place.line : nil)
      json.member("uses", waiver.useCount)
    }
  }

  private func cell(_ cell: CoverageCell) {
    json.object(.inline) {
      json.member("requirement", id(cell.requirement))
      json.member("rung", cell.rung.name)
      json.member("floor", cell.floor.name)
      json.key("met")
      if isForPerson(cell.requirement) { json.null() } else { json.boolean(cell.isMet) }
      json.member("gap", cell.gap?.rawValue)
      json.member("evidence", cell.best)
      json.member("rejection", cell.nearest)
    }
  }

  private func evidence(_ evidence: PassageEvidence) {
    json.object {
      json.member("requirement", id(evidence.requirement))
      json.member("rung", evidence.rung.name)
      json.key("place")
      place(evidence.place)
      json.member("markers", evidence.markers.map(\.rawValue))
      json.key("reasons")
      reasons(evidence.reasons)
    }
  }

  private func rejection(_ rejection: PassageRejection) {
    json.object {
      json.member("requirement", id(rejection.requirement))
      json.member("wouldBe", rejection.wouldBe.name)
      json.member("cause", ReasonName(rejection.cause).rawValue)
      json.key("place")
      place(rejection.place)
      json.key("reasons")
      reasons(rejection.reasons)
    }
  }

  private func reasons(_ reasons: [QuotedReason]) {
    json.array(reasons) { reason in
      json.object(.inline) {
        json.member("kind", ReasonName(reason.kind).rawValue)
        switch reason.kind {
        case .marker(let marker): json.member("marker", marker.rawValue)
        case .ceiling(let rung): json.member("rung", rung.name)
        default: break
        }
        json.member("text", reason.text)
        json.member("quote", reason.quote)
      }
    }
  }

  private func place(_ place: FindingPlace?) {
    guard let place else { return json.null() }
    json.object(.inline) {
      json.member("path", place.path)
      json.member("line", place.line > 0 ? place.line : nil)
      json.member("column", place.column > 0 ? place.column : nil)
      json.key("span")
      if let span = place.span {
        json.object {
          json.member("start", span.start)
          json.member("end", span.end)
        }
      } else {
        json.null()
      }
      if let position = place.position { Self.write(position, to: json) }
      json.member("headings", place.headingPath)
      json.member("language", place.language.rawValue)
      json.member("quote", place.quote)
    }
  }

  /// The member `position`, in an object that has been begun.
  static func write(_ position: FilePosition, to json: JSONWriter) {
    json.key("position")
    switch position {
    case .paragraph(let place):
      json.object {
        json.member("part", place.part)
        json.member("paragraph", place.paragraph)
        json.member("lastParagraph", place.lastParagraph)
        json.member("start", place.start)
        json.member("end", place.end)
      }
    case .page(let place):
      json.object {
        json.member("page", place.page)
        json.member("lastPage", place.lastPage)
        json.key("box")
        json.object {
          json.member("left", points(place.box.left))
          json.member("top", points(place.box.top))
          json.member("right", points(place.box.right))
          json.member("bottom", points(place.box.bottom))
        }
      }
    }
  }

  /// Whole points: the box is there to show a passage, not to measure it.
  private static func points(_ value: Float) -> Int { Int(value.rounded()) }

  // MARK: Over all documents

  func corpus() {
    json.array(CorpusCoverage(report).rows) { row in
      json.object(.inline) {
        json.member("requirement", id(row.requirement))
        json.member("documents", row.documentCount)
        json.member("met", row.metCount)
        json.member("best", row.bestRung.name)
      }
    }
  }

  mutating func finding(_ finding: Finding, _ layout: JSONWriter.Layout = .lines) {
    let fingerprint = fingerprints.next(for: finding)
    let words = FindingWords(finding, report)
    json.object(layout) {
      json.member("fingerprint", fingerprint)
      json.member("checker", finding.checker)
      json.member("kind", finding.kind)
      json.member("level", finding.level.rawValue)
      json.member("requirement", finding.requirement)
      json.member("path", finding.path ?? finding.place?.path)
      json.member("message", words.message)
      json.member("help", words.help)
      json.key("arguments")
      json.object(.inline) {
        for (name, value) in finding.arguments.sorted(by: { $0.key < $1.key }) {
          switch value {
          case .text(let text): json.member(name, text)
          case .number(let number): json.member(name, number)
          case .localized(let text): json.member(name, text)
          case .rung(let rung): json.member(name, rung.name)
          }
        }
      }
      json.key("place")
      place(finding.place)
      json.key("related")
      json.array(finding.related) { place($0) }
      json.key("suppression")
      suppression(finding.suppression)
    }
  }

  private func suppression(_ suppression: Suppression?) {
    guard let suppression else { return json.null() }
    json.object(.inline) {
      json.member("source", suppression.source.rawValue)
      json.member("reason", suppression.reason)
      json.member("owner", suppression.owner)
      json.member("expires", suppression.expires?.description)
      json.member("path", suppression.path)
      json.member("line", suppression.line > 0 ? suppression.line : nil)
    }
  }

  func diagnostic(_ diagnostic: Diagnostic) {
    json.object {
      json.member("severity", diagnostic.severity.rawValue)
      json.member("id", diagnostic.id)
      json.member("message", diagnostic.message)
      json.member("path", diagnostic.path)
      json.member("line", diagnostic.line)
      json.member("column", diagnostic.column)
      json.member("excerpt", diagnostic.excerpt)
      if let help = diagnostic.help {
        json.member("help", help)
      } else {
        json.key("help")
        json.null()
      }
    }
  }

  /// What only a person can judge is neither met nor missed.
  private func isForPerson(_ requirement: Int) -> Bool {
    report.rules.requirements.indices.contains(requirement)
      && report.rules.requirements[requirement].judgedByPerson
  }

  private func id(_ requirement: Int) -> String {
    report.rules.requirements.indices.contains(requirement)
      ? report.rules.requirements[requirement].id : ""
  }
}

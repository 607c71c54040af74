internal import Checking
internal import RuleSets
internal import SourceText

/// A comparison for programs; texts in both languages.
struct ComparisonJSON {
  private let comparison: ReportComparison

  init(_ comparison: ReportComparison) {
    self.comparison = comparison
  }

  func write(to output: ReportOutput) {
    let json = JSONWriter(output)
    json.object {
      json.member("formatVersion", Report.formatVersion)
      json.member("old", comparison.oldName)
      json.member("new", comparison.newName)
      json.member("rulesDiffer", comparison.rulesDiffer)
      json.member("compared", comparison.pairCount)
      json.member("unchanged", comparison.unchangedCount)
      json.member("added", comparison.added)
      json.member("removed", comparison.removed)
      json.key("changes")
      json.array(comparison.rows) { row in
        json.object {
          json.member("change", row.change.rawValue)
          requirement(row.requirement, json)
          json.member("document", row.document)
          json.key("old")
          standing(row.old, json)
          json.key("new")
          standing(row.new, json)
        }
      }
      json.key("vanished")
      json.array(comparison.vanished) { entry in
        json.object {
          requirement(entry.requirement, json)
          json.member("document", entry.document)
          json.member("rung", entry.rung.name)
          json.key("passage")
          passage(entry.passage, json)
          json.key("rewordedAs")
          passage(entry.rewordedAs, json)
        }
      }
      json.key("findings")
      json.array(comparison.findings) { change in
        json.object {
          json.member("change", change.isNew ? "new" : "gone")
          json.member("document", change.document)
          json.member("fingerprint", change.finding.fingerprint)
          json.member("id", change.finding.id)
          json.member("level", change.finding.level.rawValue)
          json.member("message", change.finding.message)
          json.key("passage")
          passage(change.finding.passage, json)
        }
      }
      if !comparison.statements.isEmpty { statements(json) }
    }
    output.write(byte: 0x0A)
  }

  private func statements(_ json: JSONWriter) {
    json.key("statements")
    json.array {
      for statement in comparison.statements {
        json.object {
          json.member("change", statement.kind.rawValue)
          json.member("document", statement.document)
          json.member("requirement", statement.requirement)
          json.key("old")
          passage(statement.old, json)
          json.key("new")
          passage(statement.new, json)
        }
      }
    }
  }

  private func requirement(_ id: String, _ json: JSONWriter) {
    json.member("requirement", id)
    json.member("title", comparison.requirements[id]?.title ?? LocalizedText(name: id))
    json.member("weight", comparison.requirements[id]?.weight)
  }

  private func standing(_ standing: ReportRecord.Standing, _ json: JSONWriter) {
    json.object(.inline) {
      json.member("rung", standing.rung.name)
      json.member("floor", standing.floor.name)
      json.member("gap", standing.gap?.rawValue)
      json.key("passage")
      passage(standing.passage, json)
    }
  }

  private func passage(_ passage: ReportRecord.Passage?, _ json: JSONWriter) {
    guard let passage else { return json.null() }
    json.object(.inline) {
      json.member("quote", passage.quote)
      json.member("language", passage.language.rawValue)
      json.member("place", passage.location[.english])
    }
  }
}

package import Checking
package import SourceText
internal import RuleSets

/// The map of goals and actions for programs.
package struct MapJSON: Reporter {
  package static let name = "map-json"
  package static let mediaType = "application/json"
  package static let title = LocalizedText(
    english: "goals by document and actions by goal, as data",
    french: "buts par document et actes par but, en données")

  package init() {}

  package func write(_ report: Report, options: ReportOptions, to output: ReportOutput) {
    let map = PolicyMap(report)
    let json = JSONWriter(output)
    func path(_ path: String) -> String { options.relativePath(path) }
    json.object {
      json.key("documents")
      json.array { for document in report.documents { json.string(path(document.profile.path)) } }
      json.key("goals")
      json.array {
        for goal in map.goals {
          json.object {
            json.member("requirement", report.rules.requirements[goal.requirement].id)
            json.member("standing", goal.standing.rawValue)
            json.key("rungs")
            json.array(.inline) {
              for rung in goal.rungs {
                if let rung { json.string(rung.name) } else { json.null() }
              }
            }
          }
        }
      }
      json.key("actions")
      json.array {
        for action in map.actions {
          json.object {
            json.member("path", path(action.place.path))
            json.member("line", action.place.number)
            json.member("quote", action.place.quote)
            json.member("standing", action.standing.rawValue)
            json.member("owner", action.owner)
            json.member("deadline", action.deadline)
            json.member("measure", action.measure)
            json.member("money", action.money)
            json.member(
              "requirements", action.requirements.map { report.rules.requirements[$0].id })
          }
        }
      }
      guard let corpus = report.corpus else { return }
      json.key("pairs")
      json.array {
        for (pairs, kind) in [(corpus.translations, "languages"), (corpus.editions, "editions")] {
          for pair in pairs {
            json.object {
              json.member("kind", kind)
              json.member("first", path(corpus.members[pair.first].profile.path))
              json.member("second", path(corpus.members[pair.second].profile.path))
              json.member("inferred", pair.isInferred)
            }
          }
        }
      }
      json.member("missing", corpus.missing.map(\.title))
    }
  }
}

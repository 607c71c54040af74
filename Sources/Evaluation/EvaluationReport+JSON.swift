internal import Reporters
internal import RuleSets
internal import SourceText

extension EvaluationReport {
  /// Version of the JSON form; it changes when a reader of the old form would err.
  package static let formatVersion = 1

  /// The scores as JSON; rates with how many of how many and their interval at 95 per cent.
  package func json() -> String {
    ReportOutput.text { output in
      let json = JSONWriter(output)
      json.object {
        json.member("formatVersion", Self.formatVersion)
        json.key("sets")
        json.array(scores) { write($0, json) }
        json.key("breaches")
        json.array(breaches) { write($0, json) }
      }
      output.write(byte: 0x0A)
    }
  }

  private func write(_ set: SetScore, _ json: JSONWriter) {
    json.object {
      json.member("name", set.name)
      json.member("documents", set.documentCount)
      json.member("passages", set.unitCount)
      json.member("labels", set.labelCount)
      let macro = set.macro
      json.key("mean")
      json.object(.inline) {
        json.member("requirements", macro.requirements)
        json.key("precision")
        json.fraction(macro.precision)
        json.key("recall")
        json.fraction(macro.recall)
        json.key("f1")
        json.fraction(macro.f1)
      }
      json.key("groups")
      json.array(set.groups + set.requirements) { group in write(group, set[group], json) }
      for (name, passages) in [("falseAlarms", set.falseAlarms), ("misses", set.misses)] {
        json.key(name)
        json.array(passages.prefix(errorLimit)) { passage in
          json.object(.inline) {
            json.member("document", passage.document)
            json.member("requirement", passage.requirement)
            json.member("rung", passage.rung.name)
            json.member("quote", passage.quote)
          }
        }
      }
    }
  }

  private func write(_ group: ScoreGroup, _ score: Score, _ json: JSONWriter) {
    json.object {
      json.member("name", group.name)
      rate("precision", score.precision, json)
      rate("recall", score.recall, json)
      json.key("f1")
      json.fraction(score.f1)
      rate("exactRung", score.exactRung, json)
      rate("nearRung", score.nearRung, json)
      json.key("rungs")
      json.object {
        for rung in Rung.allCases.dropFirst() {
          json.key(rung.name)
          json.object(.inline) {
            for found in Rung.allCases.dropFirst() {
              json.member(found.name, score.rungs[rung.rawValue][found.rawValue])
            }
          }
        }
      }
      rate("documentRungExact", score.documents.exact, json)
      rate("falseCovered", score.documents.falseCovered, json)
      rate("falseCoveredInReports", score.documents.shownFalseCovered, json)
      rate("falseGap", score.documents.falseGap, json)
      guard score.traps.hit.whole > 0 else { return }
      rate("trapHits", score.traps.hit, json)
      rate("trapHitsAtFloor", score.traps.hitAtFloor, json)
      json.member("tempted", score.traps.tempted)
    }
  }

  private func rate(_ name: String, _ rate: Rate, _ json: JSONWriter) {
    json.key(name)
    json.object(.inline) {
      json.key("value")
      json.fraction(rate.value)
      json.member("part", rate.part)
      json.member("whole", rate.whole)
      let interval = rate.interval
      json.key("interval")
      json.array(.inline) {
        json.fraction(interval.lower)
        json.fraction(interval.upper)
      }
    }
  }

  private func write(_ breach: Thresholds.Breach, _ json: JSONWriter) {
    json.object(.inline) {
      json.member("set", breach.bound.set)
      json.member("group", breach.bound.group)
      json.member("measure", breach.bound.measure.rawValue)
      json.key("bound")
      json.fraction(breach.bound.value)
      json.key("found")
      json.fraction(breach.found)
    }
  }
}

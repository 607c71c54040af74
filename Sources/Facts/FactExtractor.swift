package import Documents
package import Judging
internal import RuleSets
internal import SourceText

/// Reads the facts of documents, each in one pass over its units; one per thread.
package final class FactExtractor {
  private let ladder: LadderScanner
  private var tokens = FactTokens(remembers: true)

  package init(ladder: Ladder) {
    self.ladder = LadderScanner(ladder)
  }

  /// The facts of a document whose requirements have been judged.
  package func facts(
    of document: Document, units: [TextUnit], setting: DocumentSetting, judgement: Judgement
  ) -> DocumentFacts {
    var draft = draft(of: document, units: units, setting: setting)
    Self.add(judgement, to: &draft)
    return DocumentFacts(draft)
  }

  /// Which requirements a document's sentences serve.
  package static func add(_ judgement: Judgement, to facts: inout FactsDraft) {
    for evidence in judgement.evidence {
      facts.served.append(
        ServedFact(
          unit: Int32(evidence.unit), requirement: Int32(evidence.requirement),
          rung: FactRung(evidence.rung)))
    }
    facts.served.sort { ($0.unit, $0.requirement) < ($1.unit, $1.requirement) }
  }

  /// The facts of a document that need no judgement.
  package func draft(
    of document: Document, units: [TextUnit], setting: DocumentSetting
  ) -> FactsDraft {
    var reading = FactReading(document: document, units: units, setting: setting, tokens: tokens)
    reading.readUnits()
    for language in Language.allCases {
      let marks = ladder.marks(
        in: document, units: units, wanted: reading.hasModal, language: language)
      reading.readCommitments(marks, language)
    }
    reading.facts.commitments.sort { ($0.unit, $0.start) < ($1.unit, $1.start) }
    tokens = reading.tokens
    return reading.facts
  }
}

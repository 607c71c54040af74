import Evaluation
import PolicyCoherence
import RuleSets
import SourceText
import TestSupport
import Testing

/// What was planted in small sets of documents is found, and what only looks like it is not.
@Suite struct CorpusCasesTests {
  /// Least share of planted incoherences that are found, over all checkers.
  private static let leastRecall = 0.90
  /// Largest share of look-alikes that are reported.
  private static let mostReported = 0.03

  private static let sets: [CorpusCases] =
    CorpusCases.files(at: Repository.path("Evaluation/coherence")).compactMap { path in
      (try? SourceFile.read(path)).flatMap { CorpusCases(String(decoding: $0, as: UTF8.self)) }
    }

  @Test func `twenty checks have planted cases and look-alikes in both languages`() {
    #expect(Self.sets.count == 20)
    #expect(Set(Self.sets.map(\.checker)).count == 20)
    for set in Self.sets {
      #expect(set.cases.count { $0.isPlanted } >= 3, "\(set.checker)")
      #expect(set.cases.count { !$0.isPlanted } >= 3, "\(set.checker)")
      #expect(set.cases.allSatisfy { !$0.documents.isEmpty }, "\(set.checker)")
    }
    #expect(Self.sets.flatMap(\.cases).count { $0.isPlanted } >= 60)
    #expect(Self.sets.flatMap(\.cases).count { !$0.isPlanted } >= 60)
  }

  @Test func `planted incoherences are found and look-alikes left alone`() {
    let run = CorpusCaseRun(
      check: CoherenceCheck(
        configuration: Configuration(), rules: CompiledRules(LoadedRules())))
    let scores = Self.sets.map(run.score)
    let total = CorpusCaseRun.Score.total(scores, name: "all")
    let missed = scores.flatMap { score in score.missed.map { "\(score.checker): \($0)" } }
    let misled = scores.flatMap { score in score.misled.map { "\(score.checker): \($0)" } }
    #expect(total.recall.value >= Self.leastRecall, "missed: \(missed)")
    #expect(total.reported.value <= Self.mostReported, "reported: \(misled)")
  }

  @Test func `a case says what its documents are`() throws {
    let set = try #require(
      CorpusCases("# coh.x\n\n## planted: one\n=== a.md kind=nap department=Big Agency\n# T\n"))
    let document = try #require(set.cases.first?.documents.first)
    #expect(
      String(decoding: document.source, as: UTF8.self)
        == "---\nkind: nap\ndepartment: Big Agency\n---\n# T\n\n")
    #expect(CorpusCases("no heading") == nil)
  }
}

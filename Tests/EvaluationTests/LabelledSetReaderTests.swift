import Evaluation
import PolicyCoherence
import RuleSets
import SourceText
import TestSupport
import Testing

/// Labelled sets as files, and a run over them.
@Suite struct LabelledSetReaderTests {
  private static let labels = """
    {"doc": "plan.md", "unit": "We will train women mediators.", "lang": "en", "labels": [{"requirement": "m.train", "rung": "commitment", "why": "it says will"}]}

    {"doc": "plan.md", "unit": "Boats are blue — or « verts » \\u00e9.", "lang": "en", "labels": [], "trap": "boats", "tempts": ["m.train"]}

    """

  @Test func `a folder with labels, scope and documents`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.labels, to: "first/labels.jsonl")
    try folder.write("format: 1\ncomplete: [m]\nexcept: [m.odd]\n", to: "first/set.yml")
    try folder.write("x", to: "second/other.jsonl")
    let paths = LabelledSetReader.sets(below: folder.path)
    #expect(paths == [FileTree.join(folder.path, "first")])
    var reader = LabelledSetReader()
    let setRead = reader.read(paths[0])
    let set = try #require(setRead)
    #expect(reader.diagnostics == [])
    #expect(set.name == "first")
    #expect(set.units.count == 2)
    #expect(set.units[0].labels == ["m.train": .commitment])
    #expect(set.units[1].trap == "boats" && set.units[1].tempts == ["m.train"])
    #expect(set.units[1].text == "Boats are blue — or « verts » é.")
    #expect(set.scope.complete == ["m"] && set.scope.except == ["m.odd"])
    #expect(set.documents == ["plan.md"])
  }

  @Test func `a file of passages that stand alone`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(
      """
      {"id": "p1", "text": "Nous formerons des médiatrices.", "lang": "fr", "kind": "nap", "labels": [{"requirement": "m.train", "rung": "commitment"}]}
      {"id": "p2", "text": "Rien.", "lang": "fr", "labels": []}
      """, to: "passages.jsonl")
    var reader = LabelledSetReader()
    let setRead = reader.read(path)
    let set = try #require(setRead)
    #expect(set.units.map(\.kindOfPassage) == [.nationalActionPlan, .departmentalPlan])
    #expect(set.documents == ["p1", "p2"])
  }

  @Test func `mistakes name their line, and the rest is read`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(
      """
      {"doc": "a.md", "unit": "x", "lang": "en", "labels": [{"requirement": "m", "rung": "comitment"}]}
      {"doc": "a.md", "lang": "en", "labels": []}
      {"doc": "a.md", "unit": "y", "lang": "de", "labels": []}
      {"doc": "a.md", "unit": "z"
      {"doc": "a.md", "unit": "w", "lang": "fr", "labels": []}
      """, to: "labels.jsonl")
    var reader = LabelledSetReader()
    let setRead = reader.read(path)
    let set = try #require(setRead)
    #expect(set.units.map(\.text) == ["x", "w"])
    #expect(reader.diagnostics.map(\.line) == [1, 2, 3, 4])
    for problem in reader.diagnostics { #expect(Translation.faults(in: problem) == []) }
    #expect(reader.diagnostics[0].help?.english == "did you mean 'commitment'?")
  }

  @Test func `what is not there is a complaint`() throws {
    let folder = try TemporaryDirectory()
    var reader = LabelledSetReader()
    #expect(reader.read(FileTree.join(folder.path, "none")) == nil)
    #expect(reader.diagnostics.count == 1)
  }

  @Test func `a run over documents and passages`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.labels, to: "set/labels.jsonl")
    try folder.write(
      "---\nkind: nap\n---\n# Plan\n\nWe will train women mediators. Boats are blue.\n",
      to: "set/plan.md")
    let passages = try folder.write(
      """
      {"id": "p1", "text": "We may train women mediators.", "lang": "en", "labels": [{"requirement": "m.train", "rung": "intent"}]}
      {"id": "p2", "text": "We train women mediators.", "lang": "en", "labels": []}
      """, to: "passages.jsonl")
    try folder.write(
      """
      format: 1
      id: m
      version: 1.0.0
      title: {en: M, fr: M}
      groups: [{id: m, title: {en: M, fr: M}}]
      requirements:
        - id: m.train
          group: m
          title: {en: T, fr: T}
          asks: {en: T, fr: T}
          why: {en: T, fr: T}
          advice: {en: T, fr: T}
          floor: commitment
          evidence:
            topic: {en: [women mediator], fr: [médiatrice]}
            act: {en: [train], fr: [former]}

      """, to: "rules/m.yml")
    let rules = CompiledRules(
      RuleSetLoader().load(paths: [FileTree.join(folder.path, "rules")]))
    let run = EvaluationRun(check: CoherenceCheck(configuration: Configuration(), rules: rules))
    var reader = LabelledSetReader()
    let documentsRead = reader.read(FileTree.join(folder.path, "set"))
    let documents = try #require(documentsRead)
    let (score, diagnostics) = await run.score(documents)
    #expect(diagnostics == [])
    #expect(score[.all].precision == Rate(1, of: 1))
    #expect(score[.all].exactRung == Rate(1, of: 1))
    let singleRead = reader.read(passages)
    let single = try #require(singleRead)
    let (other, _) = await run.score(single)
    #expect(other[.all].right == 1 && other[.all].wrong == 1)
    #expect(other[.all].exactRung == Rate(1, of: 1))
    let none = EvaluationRun(check: run.check, only: "wps")
    #expect(await none.score(single).score[.all].precision.whole == 0)
  }
}

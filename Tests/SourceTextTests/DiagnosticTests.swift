import SourceText
import TestSupport
import Testing

@Suite struct DiagnosticTests {
  private let diagnostic = Diagnostic(
    .warning, id: "odd-word", LocalizedText("odd word 'é'", "mot étrange « é »"), path: "a.md",
    bytes: Array("un é\n".utf8), offset: 3,
    help: LocalizedText("write another: it reads better", "écrivez-en un autre : ce sera mieux"))

  @Test func english() {
    #expect(
      diagnostic.rendered(in: .english) == """
        a.md:1:4: warning: odd word 'é' [odd-word]
        un é
           ^
        help: write another: it reads better
        """)
  }

  @Test func frenchHasBlanksThatDoNotBreak() {
    #expect(
      diagnostic.rendered(in: .french) == """
        a.md:1:4: avertissement\u{A0}: mot étrange «\u{A0}é\u{A0}» [odd-word]
        un é
           ^
        aide\u{A0}: écrivez-en un autre\u{A0}: ce sera mieux
        """)
  }

  @Test func withoutAPlace() {
    let bare = Diagnostic(id: "bad", LocalizedText("all is wrong", "tout est faux"))
    #expect(bare.rendered(in: .english) == "coherence: error: all is wrong [bad]")
    #expect(bare.rendered(in: .french) == "coherence: erreur\u{A0}: tout est faux [bad]")
  }

  @Test func interpolatedTextsAreNotTypeset() {
    let name = "« a : b »"
    let inner = LocalizedText("a list", "une liste")
    let text = LocalizedText("\(name), \(inner), \(3)", "\(name), \(inner) : \(3)")
    #expect(text.english == "« a : b », a list, 3")
    #expect(text.french == "« a : b », une liste\u{A0}: 3")
  }

  @Test(arguments: (Int32(1)...133).map(FileError.system))
  func systemErrorsSpeakFrench(_ error: FileError) {
    guard case .unreadable(let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(Translation.faults(reason) == [])
  }

  @Test(arguments: [
    LocalizedText(name: "the same"), LocalizedText("a text", ""),
    LocalizedText("unknown key 'a'", "clé inconnue « b »"),
    LocalizedText("over 10", "plus de 11"), LocalizedText("a file", "un file found"),
    LocalizedText("so: this", "voici: \("a : b")"), LocalizedText("the end", "l'arrivée"),
    LocalizedText("why?", "pourquoi ?"),
  ])
  func faultsOfTranslationsAreFound(_ text: LocalizedText) {
    #expect(Translation.faults(text) != [])
  }

  @Test func questionsSpeakFrench() {
    #expect(Translation.faults(NearestName.question("floor")) == [])
  }

  @Test func `columns count scalars, and the caret stands under the spot`() {
    let source = "id: a\nclé: [é, b\n"
    let offset = source.utf8.distance(
      from: source.startIndex, to: source.firstIndex(of: "[") ?? source.startIndex)
    let diagnostic = Diagnostic(
      id: "bad-list", LocalizedText("the list is not closed", "la liste n’est pas fermée"),
      path: "Rules/a.yml", bytes: Array(source.utf8), offset: offset)
    #expect(
      diagnostic.rendered(in: .english) == """
        Rules/a.yml:2:6: error: the list is not closed [bad-list]
        clé: [é, b
             ^
        """)
  }

  @Test func `a line without a column`() {
    let text = LocalizedText(name: "y")
    #expect(
      Diagnostic(id: "x", text, path: "a.yml", line: 3, help: text).rendered(in: .english)
        == "a.yml:3: error: y [x]\nhelp: y")
  }

  @Test func `an error weighs more than a warning`() {
    #expect(Diagnostic.Severity.warning < .error)
    #expect(!(Diagnostic.Severity.error < .warning))
    #expect(!(Diagnostic.Severity.error < .error))
  }
}

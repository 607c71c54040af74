import Documents
import SourceText
import Testing

/// A paragraph with `|` where one sentence ends and the next starts.
@Suite struct SentenceSplitterTests {
  @Test(arguments: [
    // Ordinary ends.
    "The plan starts now. | It ends in May.",
    "Will it work? | Yes! | We hope so…  | Time will tell.",
    "Le plan débute. | Il finira en mai.",
    "Est-ce vrai ? | Oui ! | À suivre.",
    "They said \"stop.\" | Nobody did.",
    "Ils ont dit « non ». | Puis ils sont partis.",
    "Il a dit : « Nous partons. » | Elle est restée.",
    "(See the annex.) | The rest follows.",
    "It was late. | “We go,” she said.",
    "It was late. | (Nobody minded.)",
    "C'est fini. | « Enfin », dit-il.",
    "Elle a fini. | Œuvrer ensemble reste un but.",
    "Elle a fini. | Élire un chef prend du temps.",
    // No end before a small letter.
    "The fund (est. 2019, see p. ex. page 4) pays for it. | Others do not.",
    "She asked why? and left.",
    // Semicolons, colons and line feeds.
    "One part; another part: a third. | A new one.",
    "A line that goes on\nin the next one. | Then a new\nsentence.",
    // Abbreviations.
    "Dr. Okafor met Ms. Roy and Prof. Li. | They agreed.",
    "Mme. Roy et M. Li ont signé. | Le Dr. Roy aussi.",
    "Tools, e.g. Checklists, help; i.e. They save time. | Use them.",
    "Des outils, p. ex. Des listes, c.-à-d. Des aides. | Voilà.",
    "The U.S. Government and the U.N. Women office paid. | Fine.",
    "He moved to the U.S. | The family stayed.",
    "See No. 5 and Vol. 3, art. 12, of Res. 1325. | It binds all.",
    "Voir l'art. 12, al. 3, et la p. 7. | Tout y est.",
    "Works of art. | They matter.",
    "It opens at 9 a.m. | The doors close at 5 p.m. on Fridays.",
    "Pens, paper, etc. | The rest is bought later.",
    "Des stylos, etc. | Le reste suivra.",
    "Acme Inc. will build it. | Acme Inc. | The rest is known.",
    // Initials and labels.
    "John F. Kennedy spoke. | J. R. Roy listened.",
    "See annex A. | The table shows it.",
    "See annexes A and B. | They are short.",
    "Voir l'annexe D. | Au Soudan, rien n'a changé.",
    "1. The first clause is short. | It is.",
    "4.2. Mesures du plan. | Elles sont six.",
    "a. The clause. | It has two parts.",
    "iv. Last of all. | Done.",
    // Numbers.
    "It costs 3.5 million. | That is 1.2.3 in the table.",
    "It was done by 2026. | Two more follow.",
    "It was done by 2026. | 40 more follow.",
    "Les coûts sont de 1.000.000 $. | Le reste est payé.",
    "In Sept. 2024 and on Oct. 3 they met. | Nothing came of it.",
    "It is due by Dec. 5 and ends in Dec. | The rest waits 15 min. | Then it goes.",
    // Addresses and file names.
    "Write to info@example.org or see https://example.org/a.b?c=d. | We answer.",
    "Open plan.docx first. | Then close it.",
    // Ellipses.
    "They waited... and left. | They waited... | Nobody came.",
    "On attend… puis on part. | On attend… | Personne.",
    // Marks in a row.
    "Really?! | Yes.",
    "One.",
    "No mark at the end",
    "Trailing dots...",
  ])
  func sentencesEnd(_ marked: String) throws {
    let expected = marked.split(separator: "|").map { $0.trimmingSpaces }
    let source = marked.replacing(" | ", with: " ")
    let document = try read("<p>" + source, as: "a.html")
    #expect(units(document) == expected)
  }

  @Test func blanksBeforeAndAfterAreLeftOut() throws {
    let document = try read("<p>One.\u{00A0} Two.&nbsp;</p>", as: "a.html")
    #expect(units(document) == ["One.", "Two."])
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

import Documents
import SourceText
import Testing

/// One policy in every format gives one and the same document.
@Suite struct OnePolicyInEveryFormatTests {
  private static let extensions = ["md", "html", "txt"]

  private func fixture(_ name: String) throws -> Document {
    // The fixtures lie beside this file.
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/" + folder + "/Fixtures/" + name
    let document = try BuiltinReaders.read(path: name, source: try SourceFile.read(path))
    #expect(DocumentInvariants.faults(in: document) == [])
    return document
  }

  private static let expected = [
    "heading1 en: Harbour Safety Policy",
    "paragraph en: This policy sets out how the Port Office keeps people safe on its\n"
      + "piers. It applies to all piers (see annex B). Dr. Okafor leads the work\n"
      + "& reports to the Director.",
    "heading2 en: 1. Duties", "paragraph en: The Port Office will:",
    "listItem1 en: train every guard by June 2027;",
    "listItem1 en: publish the accident figures:", "listItem2 en: each spring",
    "listItem2 en: each autumn", "listItem1 en: close pier 4.", "heading3 en: 1.1 Costs",
    "paragraph en: The work costs $1.2 million. It is paid from the ordinary budget.",
    "heading2 fr: 2. Calendrier",
    "paragraph fr: Le Bureau du port vérifie les quais deux fois l'an, p. ex. au printemps.\n"
      + "Les résultats sont publiés « en clair ».",
    "listItem1 fr: Les gardes sont formés.", "listItem1 fr: Les quais sont vérifiés.",
  ]

  @Test(arguments: extensions) func outlineIsTheSame(_ name: String) throws {
    #expect(outline(try fixture("policy." + name)) == Self.expected)
  }

  @Test(arguments: extensions) func headingsListsAndTitleAreTheSame(_ name: String) throws {
    let document = try fixture("policy." + name)
    #expect(
      document.blocks.map(\.heading) == [-1, 0, 0, 2, 2, 2, 2, 2, 2, 2, 9, 0, 11, 11, 11])
    #expect(document.title == "Harbour Safety Policy")
    #expect(document.language == .english)
  }

  @Test(arguments: extensions) func leadInsAreTheSame(_ name: String) throws {
    let document = try fixture("policy." + name)
    #expect(
      document.blocks.map(\.leadIn) == [-1, -1, -1, -1, 3, 3, 5, 5, 3, -1, -1, -1, -1, 12, 12])
    let units = Segmenter.units(of: document)
    #expect(units.count == 19)
    #expect(units.map(\.context).filter { $0 >= 0 } == [5, 5, 7, 7, 5])
  }

  @Test(arguments: extensions) func placesPointAtTheSource(_ name: String) throws {
    let document = try fixture("policy." + name)
    let range = try #require(document.text.firstRange(of: Array("close pier 4.".utf8)))
    let span = document.sourceSpan(ofTextRange: range)
    #expect(String(decoding: document.source[span.range], as: UTF8.self) == "close pier 4.")
  }
}

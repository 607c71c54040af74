import Facts
import Testing

@testable import Checkers

/// The quick ways to find and compare words against the plain ones.
@Suite struct WordSearchTests {
  /// The shortest of a list decides at how many places it is looked for: at each, each second, third or fourth one.
  private static let lists = [
    ["abolish", "ab", "a", "élargi", "not be ", "be a", "é", "$", "d’a", "ends", " and"],
    ["olish", "and", "élargi", "not be "], ["abolish", "be a", "ends", " and", "d’ab"],
    ["abolish", "not be ", "élargi", "be abol"],
  ]

  /// Texts of few letters, so that words of `pieces` come often, whole and broken off.
  private static let texts: [String] = {
    let parts = [
      "ab", "olish", "A", "é", "É", "largi", " ", "\n", "not ", "BE ", "$", "d’", "and", "ends",
      "x",
    ]
    var state: UInt64 = 7
    return (0..<300).map { _ in
      (0..<12).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return parts[Int(state >> 33) % parts.count]
      }.joined()
    }
  }()

  /// What a search at every place finds: the place, and the first piece of the list that stands there.
  private static func plain(
    _ pieces: [String], _ text: [UInt8], _ range: Range<Int>
  ) -> (index: Int, end: Int)? {
    let small = String(decoding: text, as: UTF8.self).replacing("\n", with: " ").lowercased()
    let bytes = Array(small.utf8)
    for start in range {
      for (index, piece) in pieces.enumerated()
      where start + piece.utf8.count <= range.upperBound
        && bytes[start...].starts(with: piece.utf8)
      {
        return (index, start + piece.utf8.count)
      }
    }
    return nil
  }

  @Test(arguments: lists) func findsWhatStandsFirst(pieces: [String]) {
    let stretches = Stretches(pieces)
    for text in Self.texts {
      let bytes = Array(text.utf8)
      for start in [0, 1, bytes.count / 2] {
        for end in [bytes.count, max(start, bytes.count - 2)] {
          let wanted = Self.plain(pieces, bytes, start..<end)
          let found = stretches.first(in: bytes, start..<end)
          #expect(found?.index == wanted?.index, "\(text.debugDescription) \(start)..<\(end)")
          #expect(found?.end == wanted?.end, "\(text.debugDescription) \(start)..<\(end)")
        }
      }
    }
  }

  @Test func neverDeniesWhatStands() {
    let lists: [Stretches] = [["abolish"], ["élargi", "ends"], ["not be ", "d’a"], ["é"]]
    for text in Self.texts {
      let bytes = Array(text.utf8)
      let triples = LetterTriples(bytes)
      for list in lists where list.first(in: bytes, bytes.indices) != nil {
        #expect(list.mayStand(in: triples), "\(text.debugDescription)")
      }
    }
    let none = LetterTriples(Array("The office moves in spring.".utf8))
    #expect(lists.dropLast().allSatisfy { !$0.mayStand(in: none) })
  }

  @Test(arguments: [
    "Deux mille CŒURS, l’été – déjà!", "20 % of them: £5", "naïve Ångström 3×4",
    "e\u{301}te\u{301}",
    "½ of «\u{A0}trois\u{A0}»", "a\u{200D}b", "",
  ])
  func readsTheWordsThatCharactersHave(_ text: String) {
    let wanted = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    #expect(WordDifference.words(text) == wanted)
  }
}

import SourceText
import Testing

@testable import Matching

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("Women's lead-in", Language.english, ["Women's", "lead", "in"]),
    ("don\u{2019}t \u{201C}stop\u{201D}", .english, ["don\u{2019}t", "stop"]),
    ("l\u{2019}égalité d'ici à 2030", .french, ["l\u{2019}", "égalité", "d'", "ici", "à", "2030"]),
    ("jusqu'au bout, aujourd'hui", .french, ["jusqu'", "au", "bout", "aujourd'hui"]),
    ("12.5 12,5 1 250 000 1,250", .english, ["12.5", "12,5", "1 250 000", "1,250"]),
    ("2026\u{2013}27, 2017-03-07", .english, ["2026\u{2013}27", "2017", "03", "07"]),
    ("in 2017 300 people", .english, ["in", "2017", "300", "people"]),
    ("$20M, 3rd, G7, 4.", .english, ["20M", "3rd", "G7", "4"]),
    ("employé·e·s (e)", .french, ["employé·e·s", "e"]),
    ("peace-\nbuilding", .english, ["peace", "building"]),
    ("peace\u{AD}\nbuilding", .english, ["peace\u{AD}\nbuilding"]),
    ("\u{FEFF}a\u{200B}b\u{200D}c", .english, ["a", "b\u{200D}c"]),
    ("", .english, []), ("\u{2014} … !", .english, []),
  ])
  func tokens(text: String, language: Language, expected: [String]) {
    let bytes = Array(text.utf8)
    let tokens = bytes.withUnsafeBufferPointer {
      Tokenizer.tokens(in: $0, range: 0..<bytes.count, language: language)
    }
    #expect(tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected)
  }

  @Test func numbersAreToldFromWords() {
    let bytes = Array("12 20M 3rd G7 1.5 word".utf8)
    let kinds = bytes.withUnsafeBufferPointer {
      Tokenizer.tokens(in: $0, range: 0..<bytes.count, language: .english).map(\.kind)
    }
    #expect(kinds == [.number, .number, .word, .word, .number, .word])
  }

  @Test func aRangeHidesWhatStandsOutside() {
    let bytes = Array("one two three".utf8)
    let tokens = bytes.withUnsafeBufferPointer {
      Tokenizer.tokens(in: $0, range: 2..<6, language: .english)
    }
    #expect(tokens.map(\.range) == [2..<3, 4..<6])
  }
}

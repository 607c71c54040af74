import SourceText
import TestSupport
import Testing

@testable import Matching

@Suite struct PatternParserTests {
  @Test(arguments: [
    ("Advisory  Groups", "advisory groups"), ("women's lead", "women lead"),
    ("gender-based violence", "gender based violence"), ("(a)", "a"), ("((a|b))", "(a|b)"),
    ("strong? commitment", "strong? commitment"), ("(very strong)? word", "(very strong)? word"),
    ("=SEA =Leads =leads", "=SEA =Leads \"leads\""),
    ("\"Zero Tolerance\"", "(\"zero\" \"tolerance\")"),
    ("a ~4 b", "a ~4 b"), ("{women} * lead", "{women} * lead"),
    ("a &6 b & not c", "a &6 b & not c"),
    ("lead not before (to|agency)", "lead not before (to|agency)"),
    ("gender not after this", "gender not after this"),
    ("a not before b not after c", "a not before b not after c"),
    ("fund, women; and".replacing(";", with: ","), "fund women and"), ("1,250 plans", "1250 plans"),
  ])
  func canonicalForm(text: String, canonical: String) throws {
    let pattern = try PatternParser.parse(text, language: .english)
    let inner = pattern.description
    #expect(inner == canonical || "(\(inner))" == canonical)
    #expect(try PatternParser.parse(inner, language: .english) == pattern)
  }

  @Test(arguments: [
    ("", 0, "a word is missing"), ("   ", 3, "a word is missing"), ("()", 1, "a word is missing"),
    ("(a||b)", 3, "a word is missing"), ("a & ", 4, "a word is missing"),
    ("a | b", 2, "'|' outside parentheses"), ("(a", 0, "'(' without ')'"),
    ("a)", 1, "')' without '('"), ("(a & b)", 3, "'&' inside parentheses"),
    ("a ~ b", 2, "a gap needs a number of words"), ("~3 a", 0, "a gap stands between two parts"),
    ("a ~3", 2, "a gap stands between two parts"),
    ("a ~3 ~4 b", 5, "a gap stands between two parts"),
    ("a ~0 b", 2, "a gap needs a number of words"),
    ("a ~99 b", 3, "a distance is at most 60 words"),
    ("{}", 0, "a list needs a name"), ("{women", 0, "'{' without '}'"),
    ("a}", 1, "'}' without '{'"),
    ("{the women}", 4, "a list's name has letters, digits and hyphens only"),
    ("\"zero", 0, "a quotation without its closing '\"'"),
    ("\"\"", 0, "a quotation without a word"),
    ("= a", 0, "'=' needs a word directly behind it"),
    ("a ?", 2, "'?' must follow a word or a group directly"),
    ("employé(e)s", 8, "a group cannot begin inside a word"),
    ("(a)s", 3, "a word cannot begin directly behind ')'"),
    ("lead not before", 15, "'not before' and 'not after' need a word or a group behind them"),
    ("not before x", 0, "'not' needs a part in front of it"),
    ("a [b]", 2, "'[' has no meaning in a pattern"),
    ("\u{201C}a\u{201D}", 0, "curly quotation marks have no meaning in a pattern"),
  ])
  func complaint(text: String, offset: Int, message: String) {
    let error = #expect(throws: PatternError.self) {
      try PatternParser.parse(text, language: .english)
    }
    #expect(error?.message.english == message)
    #expect(error.map(Translation.faults(in:)) == [])
    #expect(error?.offset == offset)
  }

  @Test func listEntriesHaveNoAnd() {
    let error = #expect(throws: PatternError.self) {
      try PatternParser.parseListEntry("a & b", language: .english)
    }
    #expect(error?.message.english == "'&' has no place in a list")
    #expect(error?.offset == 2)
    #expect(error?.help?.english == "use '&' in the pattern that refers to the list")
    #expect(error.map(Translation.faults(in:)) == [])
  }

  @Test func depthAndLengthHaveBounds() {
    for text in [
      String(repeating: "(", count: 100_000) + "a", String(repeating: "(", count: 100) + "a",
      String(repeating: "a ", count: 1_000), String(repeating: "a", count: 1_000),
    ] {
      let error = #expect(throws: PatternError.self) {
        try PatternParser.parse(text, language: .english)
      }
      #expect(error.map(Translation.faults(in:)) == [])
    }
  }

  @Test func quotationMarksMakeKeywordsWords() throws {
    #expect(try finds("\"not after\" the war", in: "not after the war"))
    #expect(try finds("not only", in: "not only this"))
  }
}

extension Translation {
  static func faults(in error: PatternError) -> [String] {
    faults(error.message) + (error.help.map(faults) ?? [])
  }
}

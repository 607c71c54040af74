internal import CStemmer
package import SourceText

/// Reduces a word to the stem that its inflections share.
///
/// Snowball's stem, with corrections: French plurals join their singular, spelling variants of English are one word, and words that
/// Snowball takes for one although policy texts mean different things by them stay apart.
package struct Stemmer {
  private let snowball: Snowball
  private let language: Language
  private let corrects: Bool

  /// Without the corrections the stem is Snowball's own.
  package init(_ language: Language, corrects: Bool = true) {
    snowball = Snowball(language)
    self.language = language
    self.corrects = corrects
  }

  /// The stem of a word in small letters, in UTF-8; not meant to be read.
  package func stem(_ word: [UInt8]) -> [UInt8] {
    guard corrects else { return snowball.stem(word) }
    // What starts with a digit has no inflection.
    guard let first = word.first, first > 0x39 || first < 0x30 else { return word }
    if language == .english, let usual = EnglishSpelling.usual(word) {
      return WordFamilies.stem(of: usual, .english) ?? snowball.stem(usual)
    }
    if language == .french, let singular = FrenchPlural.singular(of: word) {
      return WordFamilies.stem(of: singular, .french) ?? snowball.stem(singular)
    }
    return WordFamilies.stem(of: word, language) ?? snowball.stem(word)
  }
}

/// Owner of a libstemmer handle, which is mutable and therefore never shared between threads.
private final class Snowball {
  private let handle: OpaquePointer?

  init(_ language: Language) {
    handle = sb_stemmer_new(language == .english ? "english" : "french", "UTF_8")
  }

  deinit {
    sb_stemmer_delete(handle)
  }

  /// The word itself when the library cannot take it.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let handle,
      let stem = sb_stemmer_stem(handle, word, Int32(truncatingIfNeeded: min(word.count, 4096)))
    else { return word }
    return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }
}

package import SourceText

extension Organization {
  /// The acronym in a language, else its id.
  package func acronym(in language: Language) -> String {
    names(language).first { $0.form == .acronym }?.text ?? id
  }
}

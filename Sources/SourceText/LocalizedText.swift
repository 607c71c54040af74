/// A text that exists in English and in French, as everything shown to a reader does.
package struct LocalizedText: Sendable, Hashable {
  package var english: String
  package var french: String

  package init(english: String, french: String) {
    self.english = english
    self.french = french
  }

  package subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .french: french
    }
  }
}

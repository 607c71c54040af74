/// At most one value for each language.
///
/// A dictionary would do the same; but each new type of dictionary costs a run a tenth of a millisecond, which is how
/// long it takes to find out that its keys can be hashed.
package struct ByLanguage<Value> {
  @usableFromInline package var english: Value?
  @usableFromInline package var french: Value?

  @inlinable
  package init() {
    english = nil
    french = nil
  }

  @inlinable
  package subscript(language: Language) -> Value? {
    get {
      switch language {
      case .english: english
      case .french: french
      }
    }
    set {
      switch language {
      case .english: english = newValue
      case .french: french = newValue
      }
    }
  }

  /// Those that there are, English first.
  @inlinable package var values: [Value] { [english, french].compactMap { $0 } }
}

extension ByLanguage: Sendable where Value: Sendable {}

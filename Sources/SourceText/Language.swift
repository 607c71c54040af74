/// A language that rules, messages and reports are written in.
package enum Language: String, Sendable, CaseIterable, Comparable {
  case english = "en"
  case french = "fr"

  package static func < (lhs: Language, rhs: Language) -> Bool { lhs.rawValue < rhs.rawValue }
}

internal import Documents
internal import SourceText
internal import Synchronization

/// Works out each place of a document once: a passage is often evidence for several requirements.
final class PlaceFinder: Sendable {
  private struct Key: Hashable {
    var start: Int
    var end: Int
    var isFrench: Bool
  }

  private let document: Document
  private let known = Mutex<[Key: FindingPlace]>([:])

  init(_ document: Document) {
    self.document = document
  }

  func place(ofTextRange range: Range<Int>, language: Language) -> FindingPlace {
    let key = Key(start: range.lowerBound, end: range.upperBound, isFrench: language == .french)
    // Worked out outside the lock: several threads ask, and seldom for the same place.
    if let place = known.withLock({ $0[key] }) { return place }
    let place = FindingPlace(document: document, textRange: range, language: language)
    known.withLock { $0[key] = place }
    return place
  }
}

internal import Facts

/// Looks for names in a document's text, each once however often it is asked for.
struct NameSearch {
  /// Different names that are looked for: the whole text is gone through for each. Plans have some hundreds.
  static let mostNames = 1000

  private let text: [UInt8]
  private var known: [[UInt8]: Bool] = [:]

  init(_ text: [UInt8]) { self.text = text }

  /// True when the text has a name of two words or more that stands in a unit of another document: "known until
  /// March as …".
  mutating func holdOne(of facts: DocumentFacts, _ unit: Int) -> Bool {
    for name in ServiceWords.names(in: facts, facts.units[unit].textRange)
    where holds(name) {
      return true
    }
    return false
  }

  /// True when the text has a name, which is not looked for when `mostNames` others were.
  mutating func holds(_ name: [UInt8]) -> Bool {
    if let known = known[name] { return known }
    guard known.count < Self.mostNames, let first = name.first else { return false }
    let isFound = text.withUnsafeBufferPointer { text in
      name.withUnsafeBufferPointer { name in
        var start = 0
        while start + name.count <= text.count {
          if text[start] == first {
            var length = 1
            while length < name.count, text[start + length] == name[length] { length += 1 }
            if length == name.count { return true }
          }
          start += 1
        }
        return false
      }
    }
    known[name] = isFound
    return isFound
  }
}

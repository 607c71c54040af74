internal import Synchronization

/// Texts that many entries hold, such as the titles of requirements: an entry gives them by number.
///
/// They are part of what an entry's name is made from (by the rules and checkers that they come from), so an
/// entry never meets other texts than those it was written with.
package final class SharedTexts: Sendable {
  /// Each text once, and its place among them.
  struct Table: Sendable {
    var texts: [String] = []
    var indices: [TextKey: Int] = [:]
  }

  private let all: @Sendable () -> [String]
  private let known = Mutex<Table?>(nil)

  /// Takes what gives the texts, some perhaps more than once; it is asked when an entry is first written or read,
  /// since most runs over single documents keep nothing.
  package init(_ texts: @escaping @Sendable () -> [String]) {
    all = texts
  }

  /// No texts at all.
  package static let none = SharedTexts { [] }

  var table: Table {
    known.withLock { known in
      if let known { return known }
      var fresh = Table()
      for text in all() where fresh.indices[TextKey(text)] == nil {
        fresh.indices[TextKey(text)] = fresh.texts.count
        fresh.texts.append(text)
      }
      known = fresh
      return fresh
    }
  }
}

/// A text that is the same as another only when its bytes are: found faster than a `String`, which asks what
/// letters look like.
struct TextKey: Hashable, Sendable {
  private let text: String

  init(_ text: String) { self.text = text }

  static func == (one: TextKey, two: TextKey) -> Bool {
    one.text.utf8.count == two.text.utf8.count && one.text.utf8.elementsEqual(two.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}

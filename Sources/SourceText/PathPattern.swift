/// A pattern for paths: `*` stands for any run of characters, and a pattern also matches everything below
/// what it names.
package struct PathPattern: Sendable, Hashable {
  private let pattern: [UInt8]

  package init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  package func matches(_ path: String) -> Bool {
    // Greedy with one point of return: linear in practice, quadratic at worst.
    let path = Array(path.utf8)
    var p = 0
    var s = 0
    var star = -1
    var mark = 0
    while s < path.count {
      if p < pattern.count, pattern[p] == 0x2A {
        star = p
        mark = s
        p += 1
      } else if p < pattern.count, pattern[p] == path[s] {
        p += 1
        s += 1
      } else if p == pattern.count, path[s] == 0x2F {
        return true
      } else if star >= 0 {
        mark += 1
        s = mark
        p = star + 1
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == 0x2A { p += 1 }
    return p == pattern.count
  }
}

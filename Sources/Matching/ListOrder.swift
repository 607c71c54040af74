/// In which order vocabulary lists can be worked out: each after those that it refers to.
///
/// No list is followed by recursion, so that a chain of any length costs nothing but its own length.
struct ListOrder {
  /// Indices of all lists, those that others refer to before these.
  private(set) var indices: [Int] = []
  /// Lists that refer to one another in a circle, each circle in the order of its references.
  private(set) var circles: [[Int]] = []

  init(_ lists: [PatternList], indexOfList: [String: Int]) {
    enum Mark { case open, closed }
    var marks: [Mark?] = Array(repeating: nil, count: lists.count)
    for start in lists.indices where marks[start] == nil {
      marks[start] = .open
      var path = [(index: start, references: Self.references(of: lists[start], indexOfList))]
      while let last = path.indices.last {
        guard let next = path[last].references.popLast() else {
          marks[path[last].index] = .closed
          indices.append(path.removeLast().index)
          continue
        }
        switch marks[next] {
        case .closed: break
        case .open:
          if let first = path.firstIndex(where: { $0.index == next }) {
            circles.append(path[first...].map(\.index))
          }
        case nil:
          marks[next] = .open
          path.append((next, Self.references(of: lists[next], indexOfList)))
        }
      }
    }
  }

  /// The lists that a list refers to, the first of them last, each once.
  private static func references(of list: PatternList, _ indexOfList: [String: Int]) -> [Int] {
    var names: [String] = []
    for entry in list.entries { entry.collectLists(into: &names) }
    var seen: Set<Int> = []
    let found = names.compactMap { indexOfList[$0] }.filter { seen.insert($0).inserted }
    return found.reversed()
  }
}

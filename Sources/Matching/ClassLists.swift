/// A short list of word classes for each of a row of numbers, as links from one class to the next.
struct ClassLists: Sendable {
  private struct Link: BitwiseCopyable, Sendable {
    var wordClass: Int32
    /// Place of the next link; -1 at the end.
    var next: Int32
  }

  /// Place of each list's first link.
  private var heads = FlatArray<Int32>()
  private var links = FlatArray<Link>()

  init() {}

  init(from archive: inout ProgramReader) {
    heads = FlatArray(from: &archive)
    links = FlatArray(from: &archive)
  }

  func write(to archive: inout ArchiveWriter) {
    heads.write(to: &archive)
    links.write(to: &archive)
  }

  /// Adds a class to a list, which may be the next new one, unless it is there.
  mutating func add(_ wordClass: Int32, to number: Int) {
    if number == heads.count { heads.append(-1) }
    var place = heads[number]
    while place >= 0 {
      if links[Int(place)].wordClass == wordClass { return }
      place = links[Int(place)].next
    }
    links.append(Link(wordClass: wordClass, next: heads[number]))
    heads[number] = Int32(links.count - 1)
  }

  /// Appends the classes of a list, in no particular order.
  func append(_ number: Int, to classes: inout [Int32]) {
    var place = heads[number]
    while place >= 0 {
      classes.append(links[Int(place)].wordClass)
      place = links[Int(place)].next
    }
  }
}

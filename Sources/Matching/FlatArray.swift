internal import SourceText

/// Values that are put together in an array, or lie in memory that was kept from an earlier run.
struct FlatArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private var built: [Element] = []
  private let kept: UnsafeBufferPointer<Element>?
  /// Whoever holds the memory that `kept` lies in.
  private let owner: FixedBytes?

  init() {
    kept = nil
    owner = nil
  }

  init(_ built: [Element]) {
    self.init()
    self.built = built
  }

  init(from archive: inout ProgramReader) {
    kept = archive.read()
    owner = archive.memory
  }

  var count: Int { kept?.count ?? built.count }

  subscript(index: Int) -> Element {
    get { if let kept { kept[index] } else { built[index] } }
    set { built[index] = newValue }
  }

  mutating func append(_ element: Element) { built.append(element) }

  mutating func append(contentsOf elements: some Sequence<Element>) {
    built.append(contentsOf: elements)
  }

  func write(to archive: inout ArchiveWriter) { archive.write(built) }
}

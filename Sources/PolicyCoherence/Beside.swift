internal import SourceText

/// Two pieces of work at the same time.
enum Beside {
  private final class Place<Value>: @unchecked Sendable {
    var value: Value?
  }

  /// What both give; the second is worked out on a thread of its own, and neither may touch what the other
  /// changes.
  static func run<First, Second>(
    _ first: () -> First, _ second: () -> Second
  ) -> (First, Second) {
    withoutActuallyEscaping(second) { second in
      // Nothing of it is used behind the end of the thread, for which this call waits.
      nonisolated(unsafe) let work = second
      let place = Place<Second>()
      let thread = HostThread { place.value = work() }
      let own = first()
      thread?.join()
      return (own, place.value ?? second())
    }
  }
}

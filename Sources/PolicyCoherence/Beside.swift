internal import SourceText

/// Pieces of work at the same time.
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

  /// What each of so many pieces of work gives, in their order; up to `jobs` of them are done at once, and none may
  /// touch what another changes.
  static func map<Value>(count: Int, jobs: Int, _ work: (Int) -> Value) -> [Value] {
    guard jobs > 1, count > 1 else { return (0..<count).map(work) }
    return withoutActuallyEscaping(work) { work in
      // Nothing of it is used behind the ends of the threads, for which this call waits.
      nonisolated(unsafe) let work = work
      let queue = WorkQueue(count: count)
      let places = (0..<count).map { _ in Place<Value>() }
      let run: @Sendable () -> Void = {
        while let index = queue.take() { places[index].value = work(index) }
      }
      let threads = (1..<min(jobs, count)).map { _ in HostThread(run) }
      run()
      for thread in threads { thread?.join() }
      return places.indices.map { places[$0].value ?? work($0) }
    }
  }
}

internal import SourceText

/// Pieces of work at the same time.
enum Beside {
  private final class Place<Value>: @unchecked Sendable {
    var value: Value?
  }

  /// What each of so many pieces of work gives, in their order; up to `jobs` of them are done at once, and none may
  /// touch what another changes.
  static func map<Value>(count: Int, jobs: Int, _ work: (Int) -> Value) -> [Value] {
    map(count: count, jobs: jobs) { index, _ in work(index) }
  }

  /// As above; each piece of work is also given the number of its worker, from 0 up to `jobs`, since what belongs to
  /// one worker is touched by no other.
  static func map<Value>(
    count: Int, jobs: Int, _ work: (_ index: Int, _ worker: Int) -> Value
  ) -> [Value] {
    guard jobs > 1, count > 1 else { return (0..<count).map { work($0, 0) } }
    return withoutActuallyEscaping(work) { work in
      // Nothing of it is used behind the ends of the threads, for which this call waits.
      nonisolated(unsafe) let work = work
      let queue = WorkQueue(count: count)
      let places = (0..<count).map { _ in Place<Value>() }
      let run: @Sendable (Int) -> Void = { worker in
        while let index = queue.take() { places[index].value = work(index, worker) }
      }
      let threads = (1..<min(jobs, count)).map { worker in HostThread { run(worker) } }
      run(0)
      for thread in threads { thread?.join() }
      return places.indices.map { places[$0].value ?? work($0, 0) }
    }
  }
}

internal import Synchronization

/// How long the parts of a run took, summed over all workers; for finding what is slow, never for a report.
package final class RunTimings: Sendable {
  /// One part: a step of the run, or a checker by its id.
  package struct Entry: Sendable {
    package var name: String
    package var count: Int
    package var duration: Duration
  }

  private let entries = Mutex<[String: Entry]>([:])

  package init() {}

  /// The parts, slowest first.
  package var slowestFirst: [Entry] {
    entries.withLock { entries in
      entries.values.sorted { ($1.duration, $0.name) < ($0.duration, $1.name) }
    }
  }

  package func add(_ name: String, _ duration: Duration, count: Int = 1) {
    entries.withLock { entries in
      var entry = entries[name] ?? Entry(name: name, count: 0, duration: .zero)
      entry.count += count
      entry.duration += duration
      entries[name] = entry
    }
  }
}

extension RunTimings? {
  /// Does the work, and notes how long it took where somebody wants to know.
  func measure<Result, Failure>(
    _ name: String, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let self else { return try work() }
    let start = ContinuousClock.now
    defer { self.add(name, ContinuousClock.now - start) }
    return try work()
  }
}

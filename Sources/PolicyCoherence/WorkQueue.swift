internal import Synchronization

/// Hands out indices to workers, each once.
final class WorkQueue: Sendable {
  private let count: Int
  private let next = Mutex(0)
  private let finished = Mutex(0)

  init(count: Int) {
    self.count = count
  }

  /// The next index; `nil` when all are taken.
  func take() -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// Notes that one piece of work is done.
  ///
  /// - Returns: How many are done now.
  func finish() -> Int {
    finished.withLock { finished in
      finished += 1
      return finished
    }
  }
}

internal import CoherencePlugin
internal import Dispatch
internal import JSON
internal import SourceText
internal import Synchronization

/// All processes of one plugin in one run, and the requests that wait for them.
///
/// Requests are handed out in order; each process has a few at hand, so that neither side waits for the
/// other. A process that fails loses its oldest request only: the others go to a fresh process, until the
/// plugin has failed too often.
final class PluginPool: Sendable {
  /// What the plugin cost.
  struct Statistics: Sendable, Hashable {
    var requests = 0
    var processes = 0
    var failures = 0
    /// From the start to the answer to the handshake, of the first process.
    var start = Duration.zero
    /// The host's part of that: until the program was started.
    var hostStart = Duration.zero
    /// Time during which a process had requests at hand, over all processes.
    var busy = Duration.zero
    /// Processor time of all processes.
    var cpu = Duration.zero
    var memoryInBytes = 0
  }

  private struct State {
    var declaration: Declaration?
    var isolation = Isolation()
    /// Parameters of `configure`, as JSON; nothing is sent before they are known.
    var configuration: [UInt8]?
    var queue: [PluginJob] = []
    var head = 0
    var unfinished = 0
    var isClosed = false
    var isGivenUp = false
    var unchecked = 0
    var rooms: [ObjectIdentifier: (wake: WakePipe, room: Int)] = [:]
    var threads: [HostThread] = []
    var live = 0
    var left: Set<ObjectIdentifier> = []
    var problems: [PluginProblem] = []
    var statistics = Statistics()

    mutating func leave(_ worker: ObjectIdentifier) {
      // Twice is once: a worker that has left has no entry.
      guard !left.contains(worker) else { return }
      left.insert(worker)
      rooms[worker] = nil
      live -= 1
    }
  }

  let image: PluginImage
  let limits: PluginLimits
  let wanted: Isolation
  private let state = Mutex(State())
  /// Given when the handshake is over, well or not.
  private let ready = DispatchSemaphore(value: 0)
  /// Given when all requests so far are answered.
  private let drained = DispatchSemaphore(value: 0)
  /// Room for requests that wait or are at hand.
  private let room: DispatchSemaphore

  /// Starts the first process; the handshake goes on by itself.
  init(_ image: PluginImage, limits: PluginLimits, wanted: Isolation = .all) {
    self.image = image
    self.limits = limits
    self.wanted = wanted
    room = DispatchSemaphore(value: 0)
    for _ in 0..<(8 * limits.workers) { room.signal() }
    startWorker()
  }

  // MARK: For the run

  /// Waits for the handshake; `nil` when the plugin cannot be used, and the problems say why.
  func declaration() -> Declaration? {
    ready.wait()
    ready.signal()
    return state.withLock { $0.declaration }
  }

  /// The declaration, as far as it is known by now.
  var knownDeclaration: Declaration? { state.withLock { $0.declaration } }

  var isolation: Isolation { state.withLock { $0.isolation } }
  var problems: [PluginProblem] { state.withLock { $0.problems } }
  var statistics: Statistics { state.withLock { $0.statistics } }

  /// Gives the plugin its settings; work begins.
  func configure(_ parameters: [UInt8]) {
    state.withLock { state in
      state.configuration = parameters
      for entry in state.rooms.values { entry.wake.wake() }
    }
  }

  /// Queues a request. Waits while too many are queued: the host must not hold every document.
  func submit(_ job: PluginJob) {
    room.wait()
    enum Step { case skip, wait, start }
    let step = state.withLock { state -> Step in
      if state.isGivenUp {
        state.unchecked += 1
        return .skip
      }
      state.queue.append(job)
      state.unfinished += 1
      state.statistics.requests += 1
      var isTaken = false
      for entry in state.rooms.values where entry.room > 0 {
        entry.wake.wake()
        isTaken = true
      }
      return isTaken || state.live >= limits.workers ? .wait : .start
    }
    switch step {
    case .skip:
      job.complete(.skipped)
      room.signal()
    case .wait: break
    case .start: startWorker()
    }
  }

  /// Waits until every request is answered, without ending the processes.
  func drain() {
    while true {
      let (isOver, wakes) = state.withLock { state in
        (state.unfinished == 0, Array(state.rooms.values.map(\.wake)))
      }
      if isOver { return }
      for wake in wakes { wake.wake() }
      drained.wait()
    }
  }

  /// Lets the queued requests be answered, ends all processes in order and waits for that.
  func close() {
    let threads = state.withLock { state in
      state.isClosed = true
      for entry in state.rooms.values { entry.wake.wake() }
      // Threads that are started from now on find nothing to do.
      return state.threads
    }
    for thread in threads { thread.join() }
    let late = state.withLock { Array($0.threads.dropFirst(threads.count)) }
    for thread in late { thread.join() }
    state.withLock { state in
      state.threads = []
      if state.unchecked > 0 {
        state.problems.append(
          PluginProblem(
            .givenUp(failures: state.statistics.failures, unchecked: state.unchecked)))
        state.unchecked = 0
      }
    }
  }

  // MARK: For the workers

  /// Notes a problem; equal ones are told once.
  func note(_ problem: PluginProblem) {
    state.withLock { state in
      guard state.problems.count < 1_000, !state.problems.contains(problem) else { return }
      state.problems.append(problem)
    }
  }

  /// What a worker does next.
  enum Next {
    case job(PluginJob)
    case wait
    case stop
  }

  /// The next request for a worker with so much room; registers how much it has left.
  func next(_ worker: AnyObject, wake: WakePipe, room: Int) -> Next {
    state.withLock { state in
      let id = ObjectIdentifier(worker)
      state.rooms[id] = (wake, room)
      if state.isGivenUp { return .stop }
      if room > 0, state.head < state.queue.count {
        let job = state.queue[state.head]
        state.head += 1
        if state.head > 64 {
          state.queue.removeFirst(state.head)
          state.head = 0
        }
        state.rooms[id] = (wake, room - 1)
        return .job(job)
      }
      return state.isClosed && state.head == state.queue.count ? .stop : .wait
    }
  }

  /// The parameters of `configure`; `nil` as long as they are not known.
  func configuration(_ worker: AnyObject, wake: WakePipe) -> (parameters: [UInt8]?, isOver: Bool) {
    state.withLock { state in
      state.rooms[ObjectIdentifier(worker)] = (wake, 0)
      return (state.configuration, state.isClosed || state.isGivenUp)
    }
  }

  /// A worker ends.
  func leave(_ worker: AnyObject) {
    state.withLock { $0.leave(ObjectIdentifier(worker)) }
  }

  /// A worker without a process ends, unless there is work or nobody knows the plugin yet.
  func leaveUnlessNeeded(_ worker: AnyObject) -> Bool {
    state.withLock { state in
      // Decided and done at once: a request that comes in between would count on this worker.
      if !state.isGivenUp, state.declaration == nil || state.head < state.queue.count {
        return false
      }
      state.leave(ObjectIdentifier(worker))
      return true
    }
  }

  /// A request has its answer.
  func finish(_ job: PluginJob, _ answer: PluginJob.Answer) {
    job.complete(answer)
    room.signal()
    let isLast = state.withLock { state in
      state.unfinished -= 1
      return state.unfinished == 0
    }
    if isLast { drained.signal() }
  }

  /// Gives back requests that a process had at hand when it failed.
  func putBack(_ jobs: [PluginJob]) {
    guard !jobs.isEmpty else { return }
    state.withLock { state in
      state.queue.replaceSubrange(0..<state.head, with: jobs)
      state.head = 0
    }
  }

  /// Notes the declaration of a process.
  ///
  /// - Throws: `PluginProblem` when it is not that of the first process.
  func declared(_ declaration: Declaration, isolation: Isolation, start: Duration, host: Duration)
    throws(PluginProblem)
  {
    let (isFirst, isSame) = state.withLock { state in
      let isFirst = state.declaration == nil
      if isFirst {
        state.declaration = declaration
        state.isolation = isolation
        state.statistics.start = start
        state.statistics.hostStart = host
      }
      return (isFirst, state.declaration == declaration)
    }
    if isFirst { ready.signal() }
    guard isSame else { throw PluginProblem(.changedDeclaration) }
  }

  /// Notes a failure.
  ///
  /// - Returns: True when another process may be started.
  func failed(_ problem: PluginProblem, isStart: Bool) -> Bool {
    note(problem)
    let (isOver, rest, isFirst) = state.withLock { state in
      state.statistics.failures += 1
      let isFirst = state.declaration == nil
      guard isStart || state.statistics.failures >= limits.failures else {
        return (false, [PluginJob](), false)
      }
      state.isGivenUp = true
      let rest = Array(state.queue[state.head...])
      state.queue = []
      state.head = 0
      state.unchecked += rest.count
      for entry in state.rooms.values { entry.wake.wake() }
      return (true, rest, isFirst)
    }
    for job in rest { finish(job, .skipped) }
    if isFirst { ready.signal() }
    return !isOver
  }

  func ended(_ ending: PluginProcess.Ending, busy: Duration) {
    state.withLock { state in
      state.statistics.processes += 1
      state.statistics.busy += busy
      state.statistics.cpu += ending.cpu
      state.statistics.memoryInBytes = max(
        state.statistics.memoryInBytes, ending.memoryInBytes)
    }
  }

  private func startWorker() {
    let isAlone = state.withLock { state -> Bool in
      guard state.live < limits.workers, !state.isGivenUp else { return false }
      let thread = HostThread { [self] in PluginWorker(pool: self).run() }
      guard let thread else { return state.live == 0 }
      state.live += 1
      state.threads.append(thread)
      return false
    }
    if isAlone {
      let reason = LocalizedText(
        "the system gives no more threads", "le système n’accorde plus de fils d’exécution")
      _ = failed(PluginProblem(.notStarted(reason)), isStart: true)
    }
  }
}

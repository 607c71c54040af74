internal import CoherencePlugin
internal import JSON
internal import RuleSets
internal import SourceText

/// One thread of the host that keeps one process of a plugin busy.
final class PluginWorker {
  private struct Pending {
    var id: Int
    var job: PluginJob
  }

  private let pool: PluginPool
  private let limits: PluginLimits
  private var pending: [Pending] = []
  /// Since when the oldest pending request has been silent.
  private var silentSince = ContinuousClock.now
  private var busySince: ContinuousClock.Instant?
  private var busy = Duration.zero
  private var nextCount = ContinuousClock.now

  init(pool: PluginPool) {
    self.pool = pool
    self.limits = pool.limits
  }

  /// Serves until the pool has no more work, starting a fresh process after a failure.
  func run() {
    let wake: WakePipe
    do throws(FileError) {
      wake = try WakePipe()
    } catch {
      _ = pool.failed(
        PluginProblem(.notStarted(error.diagnostic(path: "").message)), isStart: true)
      return
    }
    defer { pool.leave(self) }
    repeat {
      var session: PluginSession?
      var isStart = true
      do throws(PluginProblem) {
        try serve(&session, &isStart, wake)
        close(session, reason: nil)
        return
      } catch {
        var problem = error
        problem.lastWords = session?.lastWords
        if let first = pending.first, !isStart { problem.document = first.job.document }
        close(session, reason: problem)
        let jobs = pending.map(\.job)
        pending = []
        if let first = jobs.first {
          pool.putBack(Array(jobs.dropFirst()))
          let goesOn = pool.failed(problem, isStart: isStart)
          pool.finish(first, .failed)
          guard goesOn else { return }
        } else {
          guard pool.failed(problem, isStart: isStart) else { return }
        }
      }
    } while !pool.leaveUnlessNeeded(self)
  }

  // MARK: One process

  private func serve(
    _ session: inout PluginSession?, _ isStart: inout Bool, _ wake: WakePipe
  ) throws(PluginProblem) {
    let began = ContinuousClock.now
    let process: PluginProcess
    do throws(FileError) {
      process = try PluginProcess(pool.image.plan(limits: limits, wanted: pool.wanted))
    } catch {
      throw PluginProblem(.notStarted(error.diagnostic(path: "").message))
    }
    let talk = PluginSession(process, limits: limits)
    session = talk
    let deadline = began + limits.start
    let hello = talk.request("initialize", parameters: Self.greeting(pool.image, limits))
    let host = ContinuousClock.now - began
    let answer = try wait(for: hello, "initialize", talk, until: deadline, slow: true)
    let version = answer["protocol"]?.integer ?? 0
    guard PluginMessages.versions.contains(version) else {
      throw PluginProblem(.wrongVersion(version))
    }
    try pool.declared(
      Declaration(answer["checker"] ?? .null), isolation: process.isolation,
      start: ContinuousClock.now - began, host: host)
    while true {
      let (parameters, isOver) = pool.configuration(self, wake: wake)
      if let parameters {
        let id = talk.request("configure", parameters: parameters)
        _ = try wait(
          for: id, "configure", talk, until: .now + limits.start, slow: true)
        break
      }
      if isOver { return }
      try expectNothing(try talk.pump(until: nil, wake: wake), talk)
    }
    isStart = false
    try work(talk, wake)
  }

  private func work(_ session: PluginSession, _ wake: WakePipe) throws(PluginProblem) {
    while true {
      var isStopped = false
      filling: while session.unsentInBytes < 1 << 20 || pending.isEmpty {
        switch pool.next(self, wake: wake, room: limits.window - pending.count) {
        case .job(let job):
          let id = session.request(job.method, parameters: job.parameters)
          if pending.isEmpty {
            silentSince = .now
            startOfOldest = .now
            busySince = .now
          }
          pending.append(Pending(id: id, job: job))
        case .wait: break filling
        case .stop:
          isStopped = true
          break filling
        }
      }
      if pending.isEmpty, isStopped { return }
      var deadline: ContinuousClock.Instant?
      if !pending.isEmpty {
        deadline = min(silentSince + limits.silence, startOfOldest + limits.request)
      }
      if countsProcesses(session), !pending.isEmpty {
        deadline = min(deadline ?? .now, .now + .milliseconds(50))
      }
      for message in try session.pump(until: deadline, wake: wake) {
        try take(message, session)
      }
      if pending.isEmpty { stopClock() }
      try checkTime(session)
    }
  }

  private func checkTime(_ session: PluginSession) throws(PluginProblem) {
    let now = ContinuousClock.now
    if let first = pending.first {
      if now >= silentSince + limits.silence {
        session.notify("cancel", parameters: "{\"id\":\(first.id)}")
        throw PluginProblem(.silent(limits.silence))
      }
      if now >= startOfOldest + limits.request {
        throw PluginProblem(.silent(limits.request))
      }
    }
    if countsProcesses(session), now >= nextCount {
      nextCount = now + .milliseconds(50)
      let count = session.process.processCount
      if count > limits.processes + 1 {
        throw PluginProblem(.tooManyProcesses(count: count, limit: limits.processes + 1))
      }
    }
  }

  /// Where processes are granted, or the system does not refuse them, the host counts.
  private func countsProcesses(_ session: PluginSession) -> Bool {
    limits.processes > 0 || !session.process.isolation.contains(.calls)
  }

  /// When the oldest request became the oldest; progress does not move it.
  private var startOfOldest = ContinuousClock.now

  private func take(
    _ message: PluginSession.Message, _ session: PluginSession
  ) throws(PluginProblem) {
    switch message {
    case .result(let id, let result):
      let item = try answered(id)
      if let request = PluginMessages.request(item.job.method) {
        do throws(MessageProblem) {
          try request.result.check(result)
        } catch {
          // The answer is of no use, but the conversation is sound.
          pool.note(
            PluginProblem(
              .malformed(
                method: item.job.method, path: error.path, PluginProblem.words(error)),
              document: item.job.document))
          return pool.finish(item.job, .failed)
        }
      }
      pool.finish(item.job, .result(result))
    case .failure(let id, _, let words):
      let item = try answered(id)
      pool.note(PluginProblem(.refused(words), document: item.job.document))
      pool.finish(item.job, .failed)
    case .notification(let method, let parameters):
      notified(method, parameters)
    }
  }

  private func answered(_ id: Int) throws(PluginProblem) -> Pending {
    guard let index = pending.firstIndex(where: { $0.id == id }) else {
      throw PluginProblem(.unknownAnswer(id: id == PluginSession.noID ? "null" : "\(id)"))
    }
    silentSince = .now
    startOfOldest = .now
    return pending.remove(at: index)
  }

  private func notified(_ method: String, _ parameters: JSONValue) {
    if method == "progress" {
      if parameters["id"]?.integer == pending.first?.id { silentSince = .now }
      return
    }
    pool.note(
      PluginProblem(
        .own(
          isError: parameters["severity"]?.string == "error", Words(parameters["message"]),
          help: parameters["help"].map { Words($0) })))
  }

  // MARK: Start and end

  /// Waits for the answer to one request while no other is pending.
  private func wait(
    for id: Int, _ method: String, _ session: PluginSession,
    until deadline: ContinuousClock.Instant, slow: Bool
  ) throws(PluginProblem) -> JSONValue {
    while true {
      let messages = try session.pump(until: deadline, wake: nil)
      for (index, message) in messages.enumerated() {
        switch message {
        case .notification(let method, let parameters): notified(method, parameters)
        case .failure(let other, _, let words):
          throw other == id
            ? PluginProblem(.refused(words)) : PluginProblem(.unknownAnswer(id: "\(other)"))
        case .result(let other, let result):
          guard other == id else { throw PluginProblem(.unknownAnswer(id: "\(other)")) }
          if let request = PluginMessages.request(method) {
            do throws(MessageProblem) {
              try request.result.check(result)
            } catch {
              throw PluginProblem(
                .malformed(method: method, path: error.path, PluginProblem.words(error)))
            }
          }
          session.putBack(messages[(index + 1)...])
          return result
        }
      }
      if ContinuousClock.now >= deadline {
        throw PluginProblem(slow ? .slowStart(limits.start) : .silent(limits.shutdown))
      }
    }
  }

  private func expectNothing(
    _ messages: [PluginSession.Message], _ session: PluginSession
  ) throws(PluginProblem) {
    for message in messages {
      switch message {
      case .notification(let method, let parameters): notified(method, parameters)
      case .result(let id, _), .failure(let id, _, _):
        throw PluginProblem(.unknownAnswer(id: "\(id)"))
      }
    }
  }

  /// Ends the process: in order when nothing went wrong, at once otherwise.
  private func close(_ session: PluginSession?, reason: PluginProblem?) {
    stopClock()
    guard let session else { return }
    if reason == nil { shutDown(session) }
    pool.ended(session.process.finish(), busy: busy)
    busy = .zero
  }

  private func shutDown(_ session: PluginSession) {
    let id = session.request("shutdown", parameters: Array("{}".utf8))
    let deadline = ContinuousClock.now + limits.shutdown
    do throws(PluginProblem) {
      _ = try wait(for: id, "shutdown", session, until: deadline, slow: false)
      session.notify("exit")
      // What follows is expected: the end.
      while ContinuousClock.now < deadline {
        try expectNothing(try session.pump(until: deadline, wake: nil), session)
        if session.process.hasEnded { return }
      }
      throw PluginProblem(.stayed(limits.shutdown))
    } catch {
      switch error.kind {
      case .exited(status: 0): return
      case .silent: pool.note(PluginProblem(.stayed(limits.shutdown)))
      default: pool.note(error)
      }
    }
  }

  private func stopClock() {
    if let since = busySince { busy += ContinuousClock.now - since }
    busySince = nil
  }

  /// The parameters of the first request.
  static func greeting(_ image: PluginImage, _ limits: PluginLimits) -> [UInt8] {
    var text = JSONText()
    text.value(
      .object([
        "protocol": .object([
          "minimum": .integer(PluginMessages.versions.lowerBound),
          "maximum": .integer(PluginMessages.versions.upperBound),
        ]),
        "host": .object([
          "name": .string("coherence"), "version": .string(image.hostVersion),
        ]),
        "limits": .object([
          "lineInBytes": .integer(limits.lineInBytes),
          "findings": .integer(MessageLimits.findings),
          "secondsPerDocument": .integer(max(1, Int(limits.silence.components.seconds))),
        ]),
      ]))
    return text.bytes
  }
}

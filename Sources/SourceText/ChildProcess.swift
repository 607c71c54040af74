#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A program that is given bytes and gives bytes back, within bounds on time, memory and output.
///
/// The program is found in `PATH`, started without a shell and with an almost empty environment unless
/// it is to have ours, in a process group of its own, and is killed with all that it has started when it
/// goes over a bound.
package struct ChildProcess: Sendable {
  package enum Failure: Error, Sendable, Equatable {
    /// There is no program of that name.
    case notFound
    /// It could not be started; a value of `errno`.
    case notStarted(Int32)
    case tookTooLong
  }

  /// How a program ended.
  package struct Ending: Sendable {
    /// Exit status; 128 and the signal's number when a signal ended it.
    package var status: Int32
    /// The beginning of what it wrote to standard error.
    package var complaints: [UInt8]
    /// True when the taker of the output wanted no more.
    package var isStopped: Bool
  }

  package var name: String
  package var arguments: [String]
  /// Wall time from start to end.
  package var time: Duration
  /// Address space that the program may take, in bytes; `nil` for a program that the user trusts.
  package var memoryInBytes: Int?
  /// True for a program that needs to know whose machine it runs on, such as git.
  package var inheritsEnvironment: Bool

  package init(
    _ name: String, _ arguments: [String], time: Duration, memoryInBytes: Int? = 4 << 30,
    inheritsEnvironment: Bool = false
  ) {
    self.name = name
    self.arguments = arguments
    self.time = time
    self.memoryInBytes = memoryInBytes
    self.inheritsEnvironment = inheritsEnvironment
  }

  /// Most bytes of complaints that are kept.
  private static let complaintLimit = 1 << 14

  /// Runs the program with `input` on its standard input; `take` gets its standard output piece by piece
  /// and returns false to stop it.
  package func run(
    input: [UInt8], take: (UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) -> Ending {
    try Self.run([self], input: input) { take($1) }[0]
  }

  /// Runs programs at the same time, each with the same input; `take` is told which of them, by its
  /// index, has written what. When one cannot be started or takes too long, all are ended.
  ///
  /// - Throws: the first failure of any of them.
  package static func run(
    _ programs: [ChildProcess], input: [UInt8], take: (Int, UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) -> [Ending] {
    var running: [Running] = []
    defer { for child in running { child.close() } }
    do throws(Failure) {
      for program in programs { running.append(try program.start()) }
    } catch {
      for child in running { _ = end(child.id, isKilled: true) }
      throw error
    }
    return try watch(&running, input, take)
  }

  // MARK: Start

  /// A program that runs, and what is known of it so far.
  private struct Running {
    var id: pid_t
    /// Our ends of its standard input, output and error.
    var ends: [Int32]
    var isOpen = [true, true, true]
    var sent = 0
    var deadline: ContinuousClock.Instant
    var ending = Ending(status: 0, complaints: [], isStopped: false)

    /// True while something may still come from it.
    var isHeard: Bool { !ending.isStopped && (isOpen[1] || isOpen[2]) }

    func close() { for end in ends { closeDescriptor(end) } }

    /// Sends and takes what can be sent and taken now, on input, output and error.
    mutating func handle(
      _ isReady: [Bool], _ input: [UInt8], _ buffer: UnsafeMutableRawBufferPointer,
      _ take: (UnsafeRawBufferPointer) -> Bool
    ) {
      if isReady[0] { isOpen[0] = ChildProcess.send(input, from: &sent, to: ends[0]) }
      if isReady[1] {
        let count = read(ends[1], buffer.baseAddress, buffer.count)
        if count > 0, !take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
          ending.isStopped = true
          return
        }
        isOpen[1] = ChildProcess.goesOn(count)
      }
      if isReady[2] {
        let count = read(ends[2], buffer.baseAddress, buffer.count)
        let room = max(0, ChildProcess.complaintLimit - ending.complaints.count)
        ending.complaints.append(contentsOf: buffer[..<min(max(0, count), room)])
        isOpen[2] = ChildProcess.goesOn(count)
      }
    }
  }

  private func start() throws(Failure) -> Running {
    var channels: [Channel] = []
    // The child has its own copies of what is theirs.
    defer { for channel in channels { closeDescriptor(channel.theirs) } }
    for _ in 0..<3 {
      guard let channel = Channel() else {
        let code = errno
        for channel in channels { closeDescriptor(channel.ours) }
        throw .notStarted(code)
      }
      channels.append(channel)
    }
    do throws(Failure) {
      return Running(
        id: try start(channels.map(\.theirs)), ends: channels.map(\.ours),
        deadline: .now.advanced(by: time))
    } catch {
      for channel in channels { closeDescriptor(channel.ours) }
      throw error
    }
  }

  /// Starts the program with these descriptors as its standard ones.
  private func start(_ descriptors: [Int32]) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var words = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment = [strdup("LC_ALL=C.UTF-8"), strdup("HOME=/nonexistent"), nil]
    defer { for entry in environment { free(entry) } }
    var child: pid_t = 0
    let status =
      inheritsEnvironment
      ? posix_spawnp(&child, name, &actions, &attributes, &words, environ)
      : posix_spawnp(&child, name, &actions, &attributes, &words, &environment)
    if status == ENOENT { throw .notFound }
    guard status == 0 else { throw .notStarted(status) }
    if let memoryInBytes { Self.limitMemory(of: child, memoryInBytes) }
    return child
  }

  /// Sets the bound on address space from outside, right after the start: `posix_spawn` has no way to,
  /// and between fork and exec no Swift may run. `prlimit` is looked up by name because the C library's
  /// headers hide it from Swift; where there is none, the bound on time has to do.
  private static func limitMemory(of child: pid_t, _ bytes: Int) {
    #if os(Linux)
      typealias Function =
        @convention(c) (pid_t, Int32, UnsafePointer<rlimit>?, UnsafeMutablePointer<rlimit>?) ->
        Int32
      guard let symbol = dlsym(nil, "prlimit") else { return }
      let prlimit = unsafeBitCast(symbol, to: Function.self)
      let addressSpace: Int32 = 9
      var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
      _ = prlimit(child, addressSpace, &limit, nil)
    #endif
  }

  // MARK: Watch

  private static func watch(
    _ running: inout [Running], _ input: [UInt8],
    _ take: (Int, UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) -> [Ending] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var isLate = false
    while !isLate, running.contains(where: \.isHeard) {
      let deadline = running.filter(\.isHeard).map(\.deadline).min() ?? .now
      let left = ContinuousClock.now.duration(to: deadline)
      let milliseconds =
        left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else {
        isLate = true
        break
      }
      var polled: [pollfd] = []
      for index in running.indices {
        if running[index].isOpen[0], running[index].sent == input.count {
          _ = shutdown(running[index].ends[0], Int32(SHUT_WR))
          running[index].isOpen[0] = false
        }
        for end in 0..<3 {
          let isWatched = running[index].isHeard && running[index].isOpen[end]
          let events = end == 0 ? POLLOUT : POLLIN
          polled.append(
            pollfd(
              fd: isWatched ? running[index].ends[end] : -1, events: Int16(events), revents: 0))
        }
      }
      let ready = poll(&polled, nfds_t(polled.count), Int32(clamping: milliseconds))
      if ready < 0, errno == EINTR { continue }
      for index in running.indices {
        let events = polled[index * 3..<index * 3 + 3].map { $0.revents != 0 }
        running[index].handle(events, input, buffer) { take(index, $0) }
      }
    }
    let endings = running.map { child in
      var ending = child.ending
      ending.status = end(child.id, isKilled: isLate || ending.isStopped)
      return ending
    }
    if isLate { throw .tookTooLong }
    return endings
  }

  /// Waits for the child, after killing it and its group if it did not end by itself.
  private static func end(_ child: pid_t, isKilled: Bool) -> Int32 {
    if isKilled { _ = kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// False at the end of what can be read.
  private static func goesOn(_ count: Int) -> Bool {
    count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
  }

  /// Sends what the program takes now; false when it takes no more.
  private static func send(_ bytes: [UInt8], from sent: inout Int, to descriptor: Int32) -> Bool {
    let count = bytes.withUnsafeBytes { buffer in
      Channel.send(
        descriptor, buffer.baseAddress.map { $0 + sent }, min(1 << 20, buffer.count - sent))
    }
    if count > 0 { sent += count }
    return count > 0 || errno == EINTR || errno == EAGAIN
  }

}

/// Two ends of a stream of bytes, neither of which another child inherits by accident.
private struct Channel {
  let ours: Int32
  let theirs: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #elseif os(Linux)
      let kind = SOCK_STREAM | SOCK_CLOEXEC
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    #if !os(Linux)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #endif
    ours = ends[0]
    theirs = ends[1]
  }

  /// Sends without waiting, and without a signal when the other end is closed.
  static func send(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
    #elseif os(Linux)
      let flags = MSG_NOSIGNAL | MSG_DONTWAIT
    #else
      let flags = MSG_DONTWAIT
    #endif
    #if canImport(Glibc)
      return Glibc.send(descriptor, bytes, count, flags)
    #elseif canImport(Musl)
      return Musl.send(descriptor, bytes, count, flags)
    #else
      return Darwin.send(descriptor, bytes, count, flags)
    #endif
  }
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

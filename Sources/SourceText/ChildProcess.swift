#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A program that is given bytes and gives bytes back, within bounds on time, memory and output.
///
/// The program is found in `PATH`, started without a shell and with an almost empty environment, in a
/// process group of its own, and is killed with all that it has started when it goes over a bound.
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
  /// Address space that the program may take, in bytes.
  package var memoryInBytes: Int

  package init(
    _ name: String, _ arguments: [String], time: Duration, memoryInBytes: Int = 4 << 30
  ) {
    self.name = name
    self.arguments = arguments
    self.time = time
    self.memoryInBytes = memoryInBytes
  }

  /// Most bytes of complaints that are kept.
  private static let complaintLimit = 1 << 14

  /// Runs the program with `input` on its standard input; `take` gets its standard output piece by piece
  /// and returns false to stop it.
  package func run(
    input: [UInt8], take: (UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) -> Ending {
    var channels: [Channel] = []
    defer { for channel in channels { channel.close() } }
    for _ in 0..<3 {
      guard let channel = Channel() else { throw .notStarted(errno) }
      channels.append(channel)
    }
    let child = try start(channels.map(\.theirs))
    for index in channels.indices { channels[index].closeTheirs() }
    return try watch(child, channels.map(\.ours), input, take)
  }

  // MARK: Start

  /// Starts the program with these descriptors as its standard ones.
  private func start(_ descriptors: [Int32]) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var words = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment = [strdup("LC_ALL=C.UTF-8"), strdup("HOME=/nonexistent"), nil]
    defer { for entry in environment { free(entry) } }
    var child: pid_t = 0
    let status = posix_spawnp(&child, name, &actions, &attributes, &words, &environment)
    if status == ENOENT { throw .notFound }
    guard status == 0 else { throw .notStarted(status) }
    Self.limitMemory(of: child, memoryInBytes)
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

  private func watch(
    _ child: pid_t, _ ends: [Int32], _ input: [UInt8],
    _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) -> Ending {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: time)
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var ending = Ending(status: 0, complaints: [], isStopped: false)
    // Standard input, output and error, as the program calls them.
    var isOpen = [true, true, true]
    var sent = 0
    var isLate = false
    while isOpen[1] || isOpen[2] {
      let left = clock.now.duration(to: end)
      let milliseconds =
        left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else {
        isLate = true
        break
      }
      if isOpen[0], sent == input.count {
        _ = shutdown(ends[0], Int32(SHUT_WR))
        isOpen[0] = false
      }
      var polled = (0..<3).map { index in
        let events = index == 0 ? POLLOUT : POLLIN
        return pollfd(fd: isOpen[index] ? ends[index] : -1, events: Int16(events), revents: 0)
      }
      if poll(&polled, 3, Int32(clamping: milliseconds)) < 0, errno == EINTR { continue }
      if polled[0].revents != 0 { isOpen[0] = Self.send(input, from: &sent, to: ends[0]) }
      if polled[1].revents != 0 {
        let count = read(ends[1], buffer, 1 << 16)
        if count > 0, !take(UnsafeRawBufferPointer(start: buffer, count: count)) {
          ending.isStopped = true
          break
        }
        isOpen[1] = Self.goesOn(count)
      }
      if polled[2].revents != 0 {
        let count = read(ends[2], buffer, 1 << 16)
        let room = max(0, Self.complaintLimit - ending.complaints.count)
        ending.complaints.append(
          contentsOf: UnsafeRawBufferPointer(start: buffer, count: min(max(0, count), room)))
        isOpen[2] = Self.goesOn(count)
      }
    }
    ending.status = Self.end(child, isKilled: isLate || ending.isStopped)
    if isLate { throw .tookTooLong }
    return ending
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
  private(set) var theirs: Int32

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

  mutating func closeTheirs() {
    closeDescriptor(theirs)
    theirs = -1
  }

  func close() {
    closeDescriptor(ours)
    if theirs >= 0 { closeDescriptor(theirs) }
  }
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

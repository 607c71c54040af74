#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Runs a program of the system that the user trusts, such as git, and takes what it writes.
///
/// Arguments go to the program as they are; no shell reads them. What it writes to standard error goes
/// nowhere, its standard input is empty, and it is ended when it writes or takes more than it may.
package enum ToolProcess {
  package struct Outcome: Sendable {
    /// What the program returned; -1 when it was ended by a signal.
    package var status: Int32
    package var output: [UInt8]

    package var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Why there is no outcome.
  package enum Problem: Error, Sendable, Equatable {
    /// The program is not there or cannot be started.
    case notStarted
    case tooLong
    case tooMuch
  }

  /// Runs `arguments[0]`, found on the search path, to its end.
  ///
  /// - Throws: `Problem` when it cannot be started, writes more than `limitInBytes` or takes longer than
  ///   `seconds`.
  package static func run(
    _ arguments: [String], limitInBytes: Int = 64 << 20, seconds: Int = 60
  ) throws(Problem) -> Outcome {
    guard let program = arguments.first else { throw .notStarted }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .notStarted }
    defer { _ = close(ends[0]) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    let started = posix_spawnp(&child, program, &actions, nil, pointers, environ)
    _ = close(ends[1])
    guard started == 0 else { throw .notStarted }
    var output: [UInt8] = []
    let problem = read(ends[0], into: &output, limitInBytes, seconds)
    if problem != nil { _ = kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let problem { throw problem }
    let isExit = status & 0x7F == 0
    return Outcome(status: isExit ? status >> 8 & 0xFF : -1, output: output)
  }

  private static func read(
    _ descriptor: Int32, into output: inout [UInt8], _ limitInBytes: Int, _ seconds: Int
  ) -> Problem? {
    let end = ContinuousClock.now + .seconds(seconds)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = end - ContinuousClock.now
      guard left > .zero else { return .tooLong }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(clamping: left.components.seconds * 1000 + 100))
      if ready < 0 {
        if errno == EINTR { continue }
        return nil
      }
      guard ready > 0 else { continue }
      let count = chunk.withUnsafeMutableBytes { readOnce(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      guard output.count + count <= limitInBytes else { return .tooMuch }
      output.append(contentsOf: chunk[..<count])
    }
  }

  private static func readOnce(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }
}

import Glibc

/// Runs a program to its end and measures it.
enum Child {
  struct Usage {
    var wallSeconds: Double
    /// User and system time.
    var cpuSeconds: Double
    /// The largest resident set, as the system counts it.
    var peakBytes: Int
    var exitStatus: Int
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Output goes nowhere, or where the caller's goes. The search path is the caller's.
  ///
  /// The measured peak is never below this program's own size when it starts the child, so measure
  /// before anything large is loaded.
  static func run(_ arguments: [String], keepsOutput: Bool = false) throws -> Usage {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    if !keepsOutput {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    let start = ContinuousClock.now
    let problem = posix_spawnp(&child, arguments[0], &actions, nil, &pointers, environ)
    guard problem == 0 else {
      throw Failure(description: "\(arguments[0]): \(String(cString: strerror(problem)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let wall = (ContinuousClock.now - start) / .seconds(1)
    guard status & 0x7F == 0 else {
      throw Failure(description: "\(arguments[0]) was killed by signal \(status & 0x7F)")
    }
    return Usage(
      wallSeconds: wall, cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakBytes: usage.ru_maxrss * 1024, exitStatus: Int(status >> 8) & 0xFF)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

internal import CSandbox
internal import SourceText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How to start a plugin: what was verified, and what it may use.
package struct LaunchPlan: Sendable {
  /// Descriptor of the verified program.
  package var program: Int32
  package var arguments: [String]
  package var environment: [String]
  /// Working directory.
  package var folder: String
  /// Files and folders that it may read and run.
  package var readable: [String]
  package var limits: PluginLimits
  /// Layers to use where the system offers them.
  package var wanted: Isolation = .all
}

/// A running plugin; the one place that speaks to the launcher.
///
/// Belongs to the thread that started it: the system ends the process when that thread ends.
final class PluginProcess {
  /// How a process ended, and what it used.
  struct Ending: Sendable, Hashable {
    /// Status that it gave; `nil` when a signal ended it.
    var exitStatus: Int?
    /// Number of the signal that ended it.
    var signal: Int?
    var cpu: Duration
    var memoryInBytes: Int
  }

  let number: Int32
  /// Write end of its standard input; -1 once closed.
  private(set) var input: Int32
  /// Read end of its standard output.
  let output: Int32
  /// Read end of its standard error.
  let error: Int32
  let isolation: Isolation
  private var ending: Ending?

  /// Starts the program.
  ///
  /// - Throws: `FileError` with what the system said.
  init(_ plan: LaunchPlan) throws(FileError) {
    var child = sandbox_child()
    let failure = Self.withStrings(plan.arguments) { arguments in
      Self.withStrings(plan.environment) { environment in
        Self.withStrings(plan.readable) { readable in
          plan.folder.withCString { folder in
            // The launcher reads the list of paths and leaves them alone.
            let paths = UnsafeRawPointer(readable).assumingMemoryBound(
              to: UnsafePointer<CChar>?.self)
            var launch = sandbox_launch(
              program: plan.program, arguments: arguments, environment: environment,
              folder: folder, readable: paths,
              memory_in_bytes: UInt64(plan.limits.memoryInMiB) << 20,
              cpu_in_seconds: UInt64(plan.limits.cpuInSeconds),
              open_files: UInt64(plan.limits.openFiles),
              processes: UInt64(plan.limits.processes), wanted: plan.wanted.rawValue)
            return sandbox_start(&launch, &child)
          }
        }
      }
    }
    guard failure == 0 else { throw .system(failure) }
    number = child.process
    input = child.input
    output = child.output
    error = child.error
    isolation = Isolation(rawValue: child.layers)
    for descriptor in [input, output, error] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    // A document fits whole, so that the host need not wait for the plugin to read it.
    _ = fcntl(input, 1_031 /* F_SETPIPE_SZ */, 1 << 20)
  }

  deinit {
    _ = finish()
    closeInput()
    close(output)
    close(error)
  }

  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// True when the program has ended by itself.
  var hasEnded: Bool { ending != nil || sandbox_has_ended(number) != 0 }

  /// Live processes of the plugin, itself included; 0 when that cannot be told.
  var processCount: Int { Int(sandbox_process_count(number)) }

  /// Ends whatever is left of the plugin's process group, and waits for it.
  func finish() -> Ending {
    if let ending { return ending }
    var status: Int32 = 0
    var cpu: Int64 = 0
    var memory: Int64 = 0
    _ = sandbox_finish(number, &status, &cpu, &memory)
    // The macros of <sys/wait.h> do not reach Swift.
    let signal = Int(status & 0x7F)
    let ended = Ending(
      exitStatus: signal == 0 ? Int(status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      cpu: .microseconds(cpu), memoryInBytes: Int(memory))
    ending = ended
    return ended
  }

  /// Version of Landlock that the kernel offers; 0 for none.
  static var landlockVersion: Int { Int(sandbox_landlock_version()) }

  private static func withStrings<Result>(
    _ texts: [String],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      // The array always holds its final nil.
      guard let base = buffer.baseAddress else { preconditionFailure("an array without storage") }
      return body(UnsafePointer(base))
    }
  }
}

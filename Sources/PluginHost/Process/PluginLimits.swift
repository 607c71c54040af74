/// Bounds on one plugin process and on the conversation with it.
package struct PluginLimits: Sendable, Hashable {
  /// Address space of each process.
  package var memoryInMiB = 1_024
  /// Processor time of each process, over its whole life.
  package var cpuInSeconds = 600
  /// Files that it may have open at once.
  package var openFiles = 64
  /// Further processes that it may have; 0 for none at all.
  package var processes = 0
  /// Longest time from the start to the answer to `configure`.
  package var start = Duration.seconds(10)
  /// Longest silence over one request; progress starts it anew.
  package var silence = Duration.seconds(20)
  /// Longest time for one request, whatever the progress.
  package var request = Duration.seconds(120)
  /// Time to end in order.
  package var shutdown = Duration.seconds(2)
  /// Longest line that is read.
  package var lineInBytes = 4 << 20
  /// Most notifications in one process's life.
  package var notifications = 10_000
  /// Failures after which a plugin is not started again in the same run.
  package var failures = 3
  /// Processes of one plugin that work side by side.
  package var workers = 4
  /// Requests that a process has at hand at once, so that it never waits for the host.
  package var window = 4

  package init() {}
}

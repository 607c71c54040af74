internal import Glibc
package import SourceText

/// Runs command lines the way a user types them, with the built program on the search path.
package enum Shell {
  /// What a command line left behind.
  package struct Run: Sendable, Equatable {
    package var output: String
    package var errorOutput: String
    /// As a shell reports it: 128 + signal for a command that was killed, 124 for one out of time.
    package var exitStatus: Int
  }

  /// Longest time that a command may take, in seconds.
  package static let timeLimitInSeconds = 120

  /// Path of the folder that the build put the test bundle and the program in.
  package static let programFolder: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    // Under `swift test` the running program is the test bundle itself.
    let own = count > 0 ? String(decoding: buffer[..<count].map(UInt8.init), as: UTF8.self) : ""
    return FileTree.folder(of: own)
  }()

  /// True when `coherence` stands beside the test bundle.
  package static var hasProgram: Bool {
    FileTree.kind(of: programFolder + "/coherence") == .file
  }

  /// A variable of the test run's own environment.
  package static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Runs one command line with `sh` in a folder, nothing on its input, in a small, fixed environment.
  ///
  /// - Throws: `FileError` when the shell cannot be started or its output cannot be read.
  package static func run(_ command: String, in folder: String) throws(FileError) -> Run {
    let capture = try TemporaryDirectory()
    let output = capture.path + "/output"
    let errorOutput = capture.path + "/error"
    let script = #"cd "$0" && exec </dev/null >"$1" 2>"$2" && eval "$3""#
    let arguments = [
      "timeout", "\(timeLimitInSeconds)", "/bin/sh", "-c", script, folder, output, errorOutput,
      command,
    ]
    let environment = [
      "PATH=\(programFolder):/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(folder)",
      "TZ=UTC", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*",
    ]
    let status = try spawn("/usr/bin/timeout", arguments, environment)
    return Run(
      output: String(decoding: try SourceFile.read(output), as: UTF8.self),
      errorOutput: String(decoding: try SourceFile.read(errorOutput), as: UTF8.self),
      exitStatus: status)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String]
  ) throws(FileError) -> Int {
    var pointers = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, program, nil, nil, &pointers, &variables)
    guard failure == 0 else { throw .system(failure) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw .system(errno) }
    }
    // The macros of <sys/wait.h> do not reach Swift.
    let signal = Int(status & 0x7F)
    return signal == 0 ? Int(status >> 8) & 0xFF : 128 + signal
  }
}

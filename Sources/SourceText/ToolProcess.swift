/// Runs a program of the system that the user trusts, such as git, and takes what it writes.
///
/// Arguments go to the program as they are; no shell reads them. It has our environment, what it writes
/// to standard error goes nowhere, its standard input is empty, and it is ended when it writes or takes
/// more than it may.
package enum ToolProcess {
  package struct Outcome: Sendable {
    /// What the program returned; 128 and the signal's number when it was ended by a signal.
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
    let process = ChildProcess(
      program, Array(arguments.dropFirst()), time: .seconds(seconds), memoryInBytes: nil,
      inheritsEnvironment: true)
    var output: [UInt8] = []
    let ending: ChildProcess.Ending
    do throws(ChildProcess.Failure) {
      ending = try process.run(input: []) { piece in
        guard output.count + piece.count <= limitInBytes else { return false }
        output.append(contentsOf: piece)
        return true
      }
    } catch {
      throw error == .tookTooLong ? .tooLong : .notStarted
    }
    if ending.isStopped { throw .tooMuch }
    return Outcome(status: ending.status, output: output)
  }
}

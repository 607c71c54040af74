import SourceText
import Testing

@Suite("Child processes")
struct ChildProcessTests {
  private func run(
    _ script: String, input: [UInt8] = [], time: Duration = .seconds(20)
  ) throws -> (ending: ChildProcess.Ending, output: String) {
    var output: [UInt8] = []
    let ending = try ChildProcess("sh", ["-c", script], time: time).run(input: input) {
      output.append(contentsOf: $0)
      return output.count < 100_000
    }
    return (ending, String(decoding: output, as: UTF8.self))
  }

  @Test("input goes in, output and complaints come out, with the status")
  func exchange() throws {
    let large = [UInt8](repeating: 0x61, count: 90_000)
    let (ending, output) = try run("cat; echo no >&2; exit 3", input: large)
    #expect(output.utf8.count == 90_000)
    #expect(ending.status == 3 && String(decoding: ending.complaints, as: UTF8.self) == "no\n")
  }

  @Test("a program that reads nothing does not hold up its input")
  func deaf() throws {
    let (ending, output) = try run("echo ok", input: [UInt8](repeating: 1, count: 5_000_000))
    #expect(output == "ok\n" && ending.status == 0)
  }

  @Test("a flood is stopped, a hang too, with what they have started")
  func bounds() throws {
    #expect(try run("yes").ending.isStopped)
    #expect(throws: ChildProcess.Failure.tookTooLong) {
      try run("sleep 60 & sleep 60", time: .milliseconds(200))
    }
  }

  @Test("a missing program is told apart, and the environment is clean")
  func start() throws {
    #expect(throws: ChildProcess.Failure.notFound) {
      try ChildProcess("no-such-program", [], time: .seconds(5)).run(input: []) { _ in true }
    }
    #expect(try run("echo $HOME").output == "/nonexistent\n")
  }
}

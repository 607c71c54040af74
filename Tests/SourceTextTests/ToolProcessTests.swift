import SourceText
import TestSupport
import Testing

struct ToolProcessTests {
  @Test func `a program's output and status come back`() throws {
    let outcome = try ToolProcess.run(["sh", "-c", "printf 'a b'; exit 3"])
    #expect(outcome.text == "a b")
    #expect(outcome.status == 3)
  }

  @Test func `arguments are not read by a shell`() throws {
    let outcome = try ToolProcess.run(["printf", "%s", "$(echo no); *"])
    #expect(outcome.text == "$(echo no); *")
  }

  @Test func `a program that is not there is a problem`() {
    #expect(throws: ToolProcess.Problem.notStarted) {
      try ToolProcess.run(["coherence-no-such-program"])
    }
  }

  @Test func `a program that writes without end is ended`() {
    #expect(throws: ToolProcess.Problem.tooMuch) {
      try ToolProcess.run(
        ["sh", "-c", "while :; do echo xxxxxxxxxxxxxxxx; done"], limitInBytes: 4096)
    }
  }

  @Test func `a program that never ends is ended`() {
    #expect(throws: ToolProcess.Problem.tooLong) {
      try ToolProcess.run(["sleep", "60"], seconds: 0)
    }
  }

  @Test func `standard input is empty`() throws {
    #expect(try ToolProcess.run(["cat"]).output.isEmpty)
  }
}

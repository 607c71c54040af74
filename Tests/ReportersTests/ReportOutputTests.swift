import Checking
import Reporters
import Testing

struct ReportOutputTests {
  @Test func `bytes leave in pieces and in order`() {
    var pieces: [[UInt8]] = []
    let output = ReportOutput(capacityInBytes: 8) { bytes in
      pieces.append(Array(bytes))
      return true
    }
    for _ in 0..<10 { output.write("abc") }
    output.write(byte: 0x21)
    output.flush()
    #expect(pieces.count > 3)
    #expect(String(decoding: pieces.joined(), as: UTF8.self) == "abcabcabcabcabcabcabcabcabcabc!")
  }

  @Test func `after a refusal nothing more is given`() {
    var calls = 0
    let output = ReportOutput(capacityInBytes: 4) { _ in
      calls += 1
      return false
    }
    for _ in 0..<10 { output.write("abcd") }
    output.flush()
    #expect(calls == 1)
    #expect(output.isClosed)
  }

  @Test func `nothing written is no call`() {
    let output = ReportOutput { _ in
      Issue.record("the sink was called")
      return true
    }
    output.flush()
  }

  @Test func `a reporter tells whether everything was taken`() {
    #expect(TextReporter().write(SampleReport.report, options: ReportOptions()) { _ in true })
    #expect(!TextReporter().write(SampleReport.report, options: ReportOptions()) { _ in false })
  }

  @Test func `a large report streams`() {
    var report = SampleReport.report
    report.documents = Array(repeating: SampleReport.english, count: 400)
    for reporter in BuiltinReporters.all {
      var largest = 0
      var total = 0
      let isComplete = reporter.write(report, options: ReportOptions(documentsInDetailLimit: 500)) {
        largest = max(largest, $0.count)
        total += $0.count
        return true
      }
      #expect(isComplete)
      // A piece is a buffer and at most one text more.
      #expect(largest < 70_000, "\(reporter.name)")
      #expect(total > 70_000, "\(reporter.name)")
    }
  }
}

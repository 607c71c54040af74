/// The built program from start to end, as a user runs it.
struct ProgramBenchmark {
  var program: String
  var rules: String
  var folder: String
  var runs: Int

  func measure(into figures: inout Figures) throws {
    let cases: [(name: String, explanation: String, limit: Double)] = [
      ("one-line", "check a file of one line", 20), ("60-kb", "check a plan of 60 KB", 30),
      ("1-mb", "check a document of 1 MB", 70),
    ]
    // On one core, and as a user runs it: with all there are.
    for item in cases {
      for jobs in [1, 2] {
        let times = try (0..<runs).map { _ in
          try check(["\(folder)/\(item.name).md"], jobs: jobs).wallSeconds
        }
        figures.add(
          "check-\(item.name)-\(jobs)",
          item.explanation + (jobs == 1 ? ", one core" : ", two cores"),
          Clock.median(times) * 1000, .milliseconds, .atMost(item.limit))
      }
    }
    let first = try (0..<runs).map { _ in
      try check(["\(folder)/one-line.md"], jobs: 1, cache: "").wallSeconds
    }
    figures.add(
      "check-first", "the same one line before rules were ever compiled",
      Clock.median(first) * 1000, .milliseconds)
    let megabytes = Double(CorpusFiles.manyCount * CorpusFiles.manySizeInBytes) / 1e6
    var rates: [Int: Double] = [:]
    for jobs in [1, 2] {
      let usages = try (0..<max(3, runs / 4)).map { _ in try check(["\(folder)/many"], jobs: jobs) }
      rates[jobs] = megabytes / Clock.median(usages.map(\.wallSeconds))
      // For one core, time on the processor: what others do on the machine counts less.
      let rate =
        jobs == 1 ? megabytes / Clock.median(usages.map(\.cpuSeconds)) : rates[jobs] ?? 0
      figures.add(
        "check-64-mb-\(jobs)", "check 64 MB in 2,000 files, \(jobs) at a time", rate,
        .megabytesPerSecond, jobs == 1 ? .atLeast(80) : .none)
      figures.add(
        "memory-64-mb-\(jobs)", "its largest memory, with the report of all 2,000",
        Double(usages.map(\.peakBytes).max() ?? 0) / 1_048_576, .mebibytes)
    }
    if let one = rates[1], let two = rates[2] {
      figures.add("two-to-one", "two at a time to one", two / one, .ratio, .atLeast(1.7))
    }
    let plain = try check(["\(folder)/many-plain"], jobs: 1)
    figures.add(
      "memory-besides-report", "memory for 64 MB that no rule speaks of",
      Double(plain.peakBytes) / 1_048_576, .mebibytes, .atMost(64))
  }

  /// Compiled rules are kept in a folder of the benchmark's own; with an empty name, nowhere.
  private func check(
    _ paths: [String], jobs: Int, cache: String = ".build/benchmark/cache"
  ) throws -> Child.Usage {
    let cores = jobs == 1 ? "0" : "0,1"
    let usage = try Child.run(
      [
        "env", "COHERENCE_CACHE=\(cache)", "taskset", "-c", cores, program, "check", "--no-cache",
        "--quiet",
        "--jobs", "\(jobs)", "--rules", rules,
      ] + paths)
    guard usage.exitStatus <= 1 else {
      throw Child.Failure(description: "\(program) check ended with status \(usage.exitStatus)")
    }
    return usage
  }
}

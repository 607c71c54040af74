import Documents
import Glibc
import SourceText

/// `coherence-benchmark`: what `Benchmarks/run`, `readers` and `budget` are made of.
@main
enum BenchmarkCommand {
  static let usage = """
    usage: coherence-benchmark corpus FOLDER            write the files for 'program'
           coherence-benchmark small-corpus FOLDER      write the two smallest of them
           coherence-benchmark many SAMPLES COUNT FOLDER    write COUNT plans made from sample plans
           coherence-benchmark measure FILE PROGRAM ...     run it; seconds, processor seconds, peak bytes to FILE
           coherence-benchmark program PROGRAM RULES FOLDER RUNS
           coherence-benchmark engine FOLDER MEGABYTES RUNS
           coherence-benchmark readers RUNS PYTHON SCRIPT FILE...   '-' for no Python
           coherence-benchmark read FILE                once, and nothing else
    """

  static func main() {
    // As the program itself does.
    FreedMemory.keep()
    do {
      var figures = Figures()
      let arguments = Array(CommandLine.arguments.dropFirst())
      switch (arguments.first, arguments.count) {
      case ("readers", 5...):
        let python = arguments[2] == "-" ? [] : Array(arguments[2...3])
        try ReaderBenchmark(
          files: Array(arguments[4...]), runs: Int(arguments[1]) ?? 5, python: python
        ).measure(into: &figures)
      case ("read", 2):
        let source = try Files.read(arguments[1])
        print(try BuiltinReaders.read(path: arguments[1], source: source).blocks.count, "blocks")
      case ("corpus", 2): try CorpusFiles.write(to: arguments[1], everything: true)
      case ("small-corpus", 2): try CorpusFiles.write(to: arguments[1], everything: false)
      case ("many", 4):
        try ManyPlans(folder: arguments[1]).write(Int(arguments[2]) ?? 2000, to: arguments[3])
      case ("measure", 3...):
        let usage = try Child.run(Array(arguments.dropFirst(2)), keepsOutput: true)
        try Files.write(
          Array("\(usage.wallSeconds) \(usage.cpuSeconds) \(usage.peakBytes)\n".utf8),
          to: arguments[1])
        exit(Int32(usage.exitStatus))
      case ("program", 5):
        try ProgramBenchmark(
          program: arguments[1], rules: arguments[2], folder: arguments[3],
          runs: Int(arguments[4]) ?? 11
        ).measure(into: &figures)
      case ("engine", 4):
        Files.makeFolder(arguments[1])
        try EngineBenchmark(
          folder: arguments[1], sizeInBytes: (Int(arguments[2]) ?? 32) * 1_000_000,
          runs: Int(arguments[3]) ?? 5
        ).measure(into: &figures)
      default:
        print(usage)
        exit(2)
      }
      guard !figures.entries.isEmpty else { return }
      print(figures.table, terminator: "")
      // For the script, apart from the table.
      writeError(figures.jsonEntries + "\n")
    } catch {
      writeError("coherence-benchmark: \(error)\n")
      exit(2)
    }
  }

  private static func writeError(_ text: String) {
    _ = write(2, text, text.utf8.count)
  }
}

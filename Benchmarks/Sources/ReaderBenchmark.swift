import Documents
import SourceText

/// What reading costs, format by format, beside other tools on the same files in the same run.
///
/// Megabytes are those of the text that our reader finds, so that packing and markup do not count. Times
/// are processor time, because other work on the machine disturbs it least; for PDF, where several
/// processes work at once, they are taken by the clock. Files are read from disk beforehand for us and the
/// libraries, not for programs. What takes less than a tenth of a second is repeated until it takes that, by us
/// and by the library alike.
struct ReaderBenchmark {
  var files: [String]
  var runs: Int
  /// A Python that has python-docx, and the script for it; empty when there is none.
  var python: [String]

  private struct Group {
    var paths: [String] = []
    var sources: [[UInt8]] = []
    var megabytes = 0.0
    /// How often all files are read in one measurement by what runs in this process.
    var repeats = 1
  }

  func measure(into figures: inout Figures) throws {
    var groups: [DocumentFormat: Group] = [:]
    for path in files {
      let source = try Files.read(path)
      guard let document = try? BuiltinReaders.read(path: path, source: source) else { continue }
      groups[document.format, default: Group()].paths.append(path)
      groups[document.format, default: Group()].sources.append(source)
      groups[document.format, default: Group()].megabytes += Double(document.text.count) / 1e6
    }
    for format in DocumentFormat.allCases {
      guard var group = groups[format] else { continue }
      let once = try Clock.processorSeconds { try Self.read(group) }
      group.repeats = Int(max(1, min(1_000, 0.1 / max(once, 1e-6)).rounded(.up)))
      try measure(format, group, into: &figures)
    }
  }

  private func measure(
    _ format: DocumentFormat, _ group: Group, into figures: inout Figures
  ) throws {
    let peers = Self.peers(of: format, python)
    var ours: [Double] = []
    var theirs = [[Double]](repeating: [], count: peers.count)
    // In turns, so that what disturbs one disturbs the others.
    for _ in 0..<runs {
      let seconds =
        format == .pdf
        ? try Clock.seconds { try Self.read(group) }
        : try Clock.processorSeconds { try Self.read(group) }
      ours.append(seconds / Double(group.repeats))
      for (index, peer) in peers.enumerated() {
        theirs[index].append(try peer.seconds(group))
      }
    }
    let time = Clock.median(ours)
    let name = format.rawValue
    let count = "\(group.paths.count) files, \(Figures.number(group.megabytes)) MB of text"
    figures.add(
      "read-\(name)", "\(name), \(count)", group.megabytes / time, .megabytesPerSecond)
    for (peer, times) in zip(peers, theirs) {
      let peerTime = Clock.median(times)
      figures.add(
        "\(peer.name)-\(name)", "  \(peer.title)", group.megabytes / peerTime, .megabytesPerSecond)
      let isCost = if case .atMost = peer.target { true } else { false }
      figures.add(
        "\(name)-to-\(peer.name)", isCost ? "  our time to theirs" : "  our speed to theirs",
        isCost ? time / peerTime : peerTime / time, .ratio, peer.target)
    }
  }

  private static func read(_ group: Group) throws {
    for _ in 0..<group.repeats {
      for (path, source) in zip(group.paths, group.sources) {
        _ = try BuiltinReaders.read(path: path, source: source)
      }
    }
  }

  // MARK: Peers

  private struct Peer {
    var name: String
    var title: String
    var target: Figures.Target
    /// The time that all files take once.
    var seconds: (Group) throws -> Double

    /// A library under one of our readers.
    static func library(_ name: String, _ read: @escaping ([UInt8]) -> Void) -> Peer {
      Peer(name: name, title: "\(name) alone", target: .atLeast(0.7)) { group in
        let seconds = Clock.processorSeconds {
          for _ in 0..<group.repeats { for source in group.sources { read(source) } }
        }
        return seconds / Double(group.repeats)
      }
    }
  }

  private static func peers(of format: DocumentFormat, _ python: [String]) -> [Peer] {
    switch format {
    case .docx:
      let pandoc = Peer(
        name: "pandoc", title: "pandoc -t plain, without its start", target: .atLeast(50)
      ) { group in
        let start = try Child.run(["pandoc", "-f", "markdown", "-t", "plain", "/dev/null"])
        return try group.paths.reduce(0) { sum, path in
          let arguments = ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", path]
          return sum + max(0.001, try Child.run(arguments).cpuSeconds - start.cpuSeconds)
        }
      }
      if python.isEmpty { return [pandoc] }
      return [
        Peer(
          name: "python-docx", title: "python-docx, without its start", target: .atLeast(5)
        ) { group in
          let start = try Child.run(python)
          return try Child.run(python + group.paths).cpuSeconds - start.cpuSeconds
        }, pandoc,
      ]
    case .pdf:
      return [
        Peer(name: "pdftotext", title: "pdftotext, without places", target: .atMost(1.3)) {
          group in
          try group.paths.reduce(0) {
            $0 + (try Child.run(["pdftotext", "-q", $1, "-"]).wallSeconds)
          }
        },
        Peer(
          name: "pdftotext-tsv", title: "pdftotext -tsv, words with boxes", target: .atMost(1.3)
        ) { group in
          try group.paths.reduce(0) {
            $0 + (try Child.run(["pdftotext", "-q", "-tsv", $1, "-"]).wallSeconds)
          }
        },
      ]
    case .html: return [.library("gumbo") { ParserAlone.gumbo($0) }]
    case .markdown: return [.library("md4c") { _ = ParserAlone.md4c($0) }]
    case .odt, .plainText: return []
    }
  }
}

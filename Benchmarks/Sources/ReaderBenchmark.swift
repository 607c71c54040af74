import Documents
import SourceText

/// What reading costs, format by format, beside other tools on the same files in the same run.
///
/// Megabytes are those of the text that our reader finds, so that packing and markup do not count. Times
/// are processor time, because other work on the machine disturbs it least; for PDF, where several
/// processes work at once, they are taken by the clock. Files are read from disk beforehand for us and the
/// libraries, not for programs.
struct ReaderBenchmark {
  var files: [String]
  var runs: Int
  /// A Python that has python-docx, and the script for it; empty when there is none.
  var python: [String]

  private struct Group {
    var paths: [String] = []
    var sources: [[UInt8]] = []
    var megabytes = 0.0
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
      guard let group = groups[format] else { continue }
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
      ours.append(
        format == .pdf
          ? try Clock.seconds { try Self.read(group) }
          : try Clock.processorSeconds { try Self.read(group) })
      for (index, peer) in peers.enumerated() {
        theirs[index].append(try peer.seconds(group.paths, group.sources))
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
    for (path, source) in zip(group.paths, group.sources) {
      _ = try BuiltinReaders.read(path: path, source: source)
    }
  }

  // MARK: Peers

  private struct Peer {
    var name: String
    var title: String
    var target: Figures.Target
    /// The time that all files take.
    var seconds: ([String], [[UInt8]]) throws -> Double
  }

  private static func peers(of format: DocumentFormat, _ python: [String]) -> [Peer] {
    switch format {
    case .docx:
      let pandoc = Peer(
        name: "pandoc", title: "pandoc -t plain, without its start", target: .atLeast(50)
      ) { paths, _ in
        let start = try Child.run(["pandoc", "-f", "markdown", "-t", "plain", "/dev/null"])
        return try paths.reduce(0) { sum, path in
          let arguments = ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", path]
          return sum + max(0.001, try Child.run(arguments).cpuSeconds - start.cpuSeconds)
        }
      }
      if python.isEmpty { return [pandoc] }
      return [
        Peer(
          name: "python-docx", title: "python-docx, without its start", target: .atLeast(5)
        ) { paths, _ in
          let start = try Child.run(python)
          return try Child.run(python + paths).cpuSeconds - start.cpuSeconds
        }, pandoc,
      ]
    case .pdf:
      return [
        Peer(name: "pdftotext", title: "pdftotext, without places", target: .atMost(1.3)) {
          paths, _ in
          try paths.reduce(0) { $0 + (try Child.run(["pdftotext", "-q", $1, "-"]).wallSeconds) }
        },
        Peer(
          name: "pdftotext-tsv", title: "pdftotext -tsv, words with boxes", target: .atMost(1.3)
        ) { paths, _ in
          try paths.reduce(0) {
            $0 + (try Child.run(["pdftotext", "-q", "-tsv", $1, "-"]).wallSeconds)
          }
        },
      ]
    case .html:
      return [
        Peer(name: "gumbo", title: "gumbo alone", target: .atLeast(0.7)) { _, sources in
          Clock.processorSeconds { for source in sources { ParserAlone.gumbo(source) } }
        }
      ]
    case .markdown:
      return [
        Peer(name: "md4c", title: "md4c alone", target: .atLeast(0.7)) { _, sources in
          Clock.processorSeconds { for source in sources { ParserAlone.md4c(source) } }
        }
      ]
    case .odt, .plainText: return []
    }
  }
}

import Documents
import SourceText

/// What reading costs, format by format, beside other tools on the same files in the same run.
///
/// Megabytes are those of the text that our reader finds, so that packing and markup do not count. Times
/// are processor time, because other work on the machine disturbs it least; for PDF, where several
/// processes work at once, they are taken by the clock. Files are read from disk beforehand for us and the
/// libraries, not for programs. What takes less than a tenth of a second is repeated until it takes that, by us
/// and by the library alike.
///
/// Each tool runs between two measurements of ours and is compared with their mean, so that what disturbs one
/// disturbs the other; a ratio is the median of the runs, with the smallest and the largest beside it.
struct ReaderBenchmark {
  var files: [String]
  var runs: Int
  /// A Python that has python-docx, and the script for it; empty when there is none.
  var python: [String]

  /// Files that are measured together.
  private struct Group {
    var kind: Kind
    var paths: [String] = []
    var sources: [[UInt8]] = []
    var megabytes = 0.0
    /// How often all files are read in one measurement by what runs in this process.
    var repeats = 1
  }

  private struct Kind: Hashable {
    var format: DocumentFormat
    /// Markdown that is HTML for the greater part, which a parser of Markdown hands on as it stands.
    var isMostlyHTML = false

    var name: String { isMostlyHTML ? "\(format.rawValue)-of-html" : format.rawValue }
    var title: String { isMostlyHTML ? "\(format.rawValue) of HTML" : format.rawValue }
  }

  func measure(into figures: inout Figures) throws {
    var groups: [Kind: Group] = [:]
    for path in files {
      let source = try Files.read(path)
      guard let document = try? BuiltinReaders.read(path: path, source: source) else { continue }
      var kind = Kind(format: document.format)
      if kind.format == .markdown {
        kind.isMostlyHTML = 2 * ParserAlone.html(inMarkdown: source).count > source.count
      }
      groups[kind, default: Group(kind: kind)].paths.append(path)
      groups[kind, default: Group(kind: kind)].sources.append(source)
      groups[kind, default: Group(kind: kind)].megabytes += Double(document.text.count) / 1e6
    }
    for format in DocumentFormat.allCases {
      for isMostlyHTML in [false, true] {
        guard var group = groups[Kind(format: format, isMostlyHTML: isMostlyHTML)] else { continue }
        let once = try Clock.processorSeconds { try Self.read(group) }
        group.repeats = Int(max(1, min(1_000, 0.1 / max(once, 1e-6)).rounded(.up)))
        try measure(group, into: &figures)
      }
    }
  }

  private func measure(_ group: Group, into figures: inout Figures) throws {
    let peers = Self.peers(of: group.kind, python)
    var ours: [Double] = []
    var theirs = [[Double]](repeating: [], count: peers.count)
    /// Their time to ours.
    var ratios = theirs
    for _ in 0..<runs {
      var before = try Self.seconds(group)
      ours.append(before)
      for (index, peer) in peers.enumerated() {
        let time = try peer.seconds(group)
        let after = try Self.seconds(group)
        theirs[index].append(time)
        ratios[index].append(2 * time / (before + after))
        ours.append(after)
        before = after
      }
    }
    let name = group.kind.name
    let count = "\(group.paths.count) files, \(Figures.number(group.megabytes)) MB of text"
    figures.add(
      "read-\(name)", "\(group.kind.title), \(count)", group.megabytes / Clock.median(ours),
      .megabytesPerSecond)
    for (index, peer) in peers.enumerated() {
      figures.add(
        "\(peer.name)-\(name)", "  \(peer.title)",
        group.megabytes / Clock.median(theirs[index]), .megabytesPerSecond)
      let isCost = if case .atMost = peer.target { true } else { false }
      let values = ratios[index].map { isCost ? 1 / $0 : $0 }.sorted()
      let (least, most) = (values.first ?? .nan, values.last ?? .nan)
      let range = "\(Figures.number(least)) to \(Figures.number(most))"
      figures.add(
        "\(name)-to-\(peer.name)",
        isCost ? "  our time to theirs, \(range)" : "  our speed to theirs, \(range)",
        Clock.median(values), .ratio, peer.target)
    }
  }

  /// The time that we need for all files once.
  private static func seconds(_ group: Group) throws -> Double {
    let seconds =
      group.kind.format == .pdf
      ? try Clock.seconds { try read(group) } : try Clock.processorSeconds { try read(group) }
    return seconds / Double(group.repeats)
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
    static func parser(
      _ name: String, _ title: String, _ target: Figures.Target = .atLeast(0.7),
      _ read: @escaping ([UInt8]) -> Void
    ) -> Peer {
      Peer(name: name, title: title, target: target) { group in
        let seconds = Clock.processorSeconds {
          for _ in 0..<group.repeats { for source in group.sources { read(source) } }
        }
        return seconds / Double(group.repeats)
      }
    }
  }

  private static func peers(of kind: Kind, _ python: [String]) -> [Peer] {
    switch kind.format {
    case .docx:
      let pandoc = Peer(
        name: "pandoc", title: "pandoc -t plain, without its start", target: .atLeast(50)
      ) { group in
        // Its start is measured as often as it starts: taken off for every file, its error would be too.
        try group.paths.reduce(0) { sum, path in
          let start = try Child.run(["pandoc", "-f", "markdown", "-t", "plain", "/dev/null"])
          let arguments = ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", path]
          return sum + (try Child.run(arguments).cpuSeconds) - start.cpuSeconds
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
    case .html: return [.parser("gumbo", "gumbo alone") { ParserAlone.gumbo($0) }]
    case .markdown where kind.isMostlyHTML:
      return [
        .parser("md4c", "md4c alone, HTML kept as it stands", .none) { _ = ParserAlone.md4c($0) },
        .parser("md4c-gumbo", "md4c, and gumbo for the HTML") {
          ParserAlone.gumbo(ParserAlone.html(inMarkdown: $0))
        },
      ]
    case .markdown: return [.parser("md4c", "md4c alone") { _ = ParserAlone.md4c($0) }]
    case .odt, .plainText: return []
    }
  }
}

internal import Checking
internal import CoherencePlugin
internal import Documents
internal import Judging
internal import RuleSets
package import SourceText
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What a plugin costs: start-up, time for a number of equal-sized documents, and what is left behind.
package struct PluginMeasure: Sendable {
  /// Figures of one measurement.
  package struct Figures: Sendable {
    package var documents = 0
    package var sizeInBytes = 0
    /// From the first look at the pinned files to the started program.
    package var hostStart = Duration.zero
    /// From there to the answer to the handshake.
    package var start = Duration.zero
    /// From the first document to the last answer, processes ended.
    package var total = Duration.zero
    /// Processor time of all processes of the plugin.
    package var cpu = Duration.zero
    package var processes = 0
    package var memoryInBytes = 0
    package var answered = 0
    package var problems: [Diagnostic] = []
  }

  /// What there is of each before and after many runs.
  package struct Remains: Sendable, Hashable {
    /// Open descriptors of this process.
    package var descriptors = 0
    /// Child processes of this process.
    package var children = 0
    /// Folders that plugins run in.
    package var folders = 0
  }

  private let pin: PluginPin
  private let hostVersion: String

  package init(_ pin: PluginPin, hostVersion: String) {
    self.pin = pin
    self.hostVersion = hostVersion
  }

  /// Sends documents of a size to the plugin, by as many processes as the pin allows or as `workers` says.
  ///
  /// - Throws: `TrustProblem` when the plugin is not as pinned.
  package func measure(
    documents: Int, sizeInBytes: Int, workers: Int?
  ) throws(TrustProblem) -> Figures {
    var figures = Figures()
    figures.documents = documents
    figures.sizeInBytes = sizeInBytes
    let began = ContinuousClock.now
    let image = try PluginImage(pin, hostVersion: hostVersion)
    let opened = ContinuousClock.now - began
    var limits = pin.limits
    if let workers { limits.workers = max(1, workers) }
    let contexts = Self.contexts(count: documents, sizeInBytes: sizeInBytes)
    let pool = PluginPool(image, limits: limits)
    let answered = Mutex(0)
    if let declaration = pool.declaration() {
      pool.configure(configuration(declaration))
      let isCorpus = declaration.scope == .corpus
      let evidence = declaration.needs.contains(.evidence)
      let verifier = FindingVerifier(checker: CheckerDescription(declaration), requirements: [])
      let first = ContinuousClock.now
      for context in contexts {
        let parameters = DocumentMessage.parameters(context, evidence: evidence)
        pool.submit(
          PluginJob(
            method: isCorpus ? "collect" : "check", parameters: parameters,
            document: context.profile.path
          ) { answer in
            guard case .result(let result) = answer else { return }
            if isCorpus {
              _ = verifier.facts(result, in: context)
            } else {
              _ = verifier.findings(result, in: context)
            }
            answered.withLock { $0 += 1 }
          })
      }
      pool.close()
      figures.total = ContinuousClock.now - first
    } else {
      pool.close()
    }
    let cost = PluginCost(pool)
    figures.hostStart = opened + cost.hostStart
    figures.start = cost.start - cost.hostStart
    figures.cpu = cost.cpu
    figures.processes = cost.processes
    figures.memoryInBytes = cost.memoryInBytes
    figures.answered = answered.withLock { $0 }
    figures.problems = pool.problems.map { $0.diagnostic(plugin: cost.name, path: pin.path) }
    return figures
  }

  /// The whole conversation with one process as a file of lines, to give the plugin without a host.
  ///
  /// - Throws: `FileError` when the file cannot be written.
  package func write(
    to path: String, documents: Int, sizeInBytes: Int
  ) throws(FileError) {
    var lines: [UInt8] = []
    var id = 0
    func add(_ method: String, _ parameters: [UInt8]) {
      id += 1
      lines += Array("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"\(method)\",\"params\":".utf8)
      lines += parameters
      lines += [0x7D, 0x0A]
    }
    add("initialize", Array("{\"protocol\":{\"minimum\":1,\"maximum\":1}}".utf8))
    add("configure", PluginRun.configuration([:], rules: nil))
    for context in Self.contexts(count: documents, sizeInBytes: sizeInBytes) {
      add("check", DocumentMessage.parameters(context, evidence: false))
    }
    add("shutdown", Array("{}".utf8))
    lines += Array("{\"jsonrpc\":\"2.0\",\"method\":\"exit\",\"params\":{}}\n".utf8)
    try SourceFile.write(lines, to: path)
  }

  /// Starts the plugin, has one document checked and ends it, so many times.
  ///
  /// - Returns: What there was before and what there is after.
  /// - Throws: `TrustProblem` when the plugin is not as pinned.
  package func loop(_ times: Int) throws(TrustProblem) -> (before: Remains, after: Remains) {
    // The first run sets up what stays, such as a thread's own bookkeeping.
    _ = try measure(documents: 1, sizeInBytes: 1_000, workers: 1)
    let before = Self.remains
    for _ in 0..<times { _ = try measure(documents: 1, sizeInBytes: 1_000, workers: 1) }
    return (before, Self.remains)
  }

  private func configuration(_ declaration: Declaration) -> [UInt8] {
    let (values, _) = OptionValues.values(of: declaration, given: pin.options, path: pin.path)
    return PluginRun.configuration(values, rules: nil)
  }

  // MARK: Documents

  private static func contexts(count: Int, sizeInBytes: Int) -> [CheckContext] {
    let sentence = "The Department will publish its plan, and it reports on it each year. "
    var text = "# Plan\n\n"
    var line = 0
    while text.utf8.count < sizeInBytes {
      line += 1
      text += sentence + sentence + "Paragraph \(line) says so.\n\n"
    }
    return (0..<count).compactMap { number in
      let source = Array((text + "Document \(number).\n").utf8)
      guard let document = try? BuiltinReaders.read(path: "\(number).md", source: source) else {
        return nil
      }
      return CheckContext(
        document: document, units: Segmenter.units(of: document),
        profile: DocumentProfile(
          path: "\(number).md", kind: .departmentalPlan, language: .english),
        judgement: Judgement(), rules: ConformanceDocuments.rules, coverage: [])
    }
  }

  // MARK: Remains

  private static var remains: Remains {
    let own = FileTree.processNumber
    let children = entries(of: "/proc").count { name in
      guard Int(name) != nil, let stream = fopen("/proc/\(name)/stat", "re") else { return false }
      defer { fclose(stream) }
      var bytes = [UInt8](repeating: 0, count: 1_024)
      let count = fread(&bytes, 1, bytes.count, stream)
      // "number (name) state parent …"; the name may hold anything.
      let text = String(decoding: bytes[..<count], as: UTF8.self)
      guard let end = text.lastIndex(of: ")") else { return false }
      let fields = text[end...].split(separator: " ")
      return fields.count > 2 && fields[2] == "\(own)"
    }
    return Remains(
      descriptors: entries(of: "/proc/self/fd").count, children: children,
      folders: entries(of: PluginImage.temporaryFolder).count { $0.hasPrefix("coherence-plugin-") })
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }
  }
}

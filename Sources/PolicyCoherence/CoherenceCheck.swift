internal import Checkers
package import Checking
package import Documents
internal import Facts
package import Judging
package import PluginHost
package import RuleSets
package import SourceText
internal import Reporters
internal import Store

/// One run: configuration and paths in, report out.
package struct CoherenceCheck: Sendable {
  package static let toolVersion = "0.1.0"

  package var configuration: Configuration
  package var rules: CompiledRules
  package var checkers: [any Checker]
  package var readingOptions: ReadingOptions
  /// Number of documents that are worked on at once; at least 1.
  package var jobs: Int
  /// Whether near misses are kept, for explanations.
  package var detail: Judge.Detail
  /// The day, the baseline and whatever else decides which findings count.
  package var acceptance = AcceptanceOptions()
  /// What earlier runs have worked out; `nil` to work all of it out anew.
  package var cache: Cache?
  /// Whether the report is to hold what the documents state, and not only what follows from it.
  package var keepsCorpus = true
  /// Only findings on passages that changed are kept, where this is given.
  package var changes: GitChanges?
  /// Checkers in other processes, as the user's own configuration trusts them; `nil` for none.
  package var plugins: StartedPlugins?
  /// Notes how long things take; `nil` when nobody asks.
  package var timings: RunTimings?
  /// Called with the path and SHA-256 of each document that was read, in no order.
  var sawDocument: (@Sendable (_ path: String, _ digest: String) -> Void)?
  /// How many threads may work on one document.
  var threadsOfDocument = 1
  /// Called after each document with the number done and the number of all.
  package var progress: (@Sendable (_ done: Int, _ all: Int) -> Void)?

  package init(
    configuration: Configuration, rules: CompiledRules,
    checkers: [any Checker]? = nil,
    readingOptions: ReadingOptions = ReadingOptions(), jobs: Int = 1,
    detail: Judge.Detail = .standard
  ) {
    self.configuration = configuration
    self.rules = rules
    self.checkers = checkers ?? BuiltinCheckers.all
    self.readingOptions = readingOptions
    self.jobs = max(1, jobs)
    self.detail = detail
  }

  /// Checks the files and folders at `paths`.
  ///
  /// What cannot be read becomes a diagnostic in the report; the rest is checked.
  /// `diagnostics` is what was already found wrong, with the rules for example.
  package nonisolated(nonsending) func run(
    paths: [String], diagnostics: [Diagnostic] = []
  ) async -> Report {
    var problems = diagnostics
    let files = DocumentFiles(configuration: configuration).resolve(paths, problems: &problems)
    let external = plugins.map {
      PluginRun(
        $0, rules: rules, builtin: checkers.map(\.description),
        cache: cache.map { PluginAnswerStore(results: $0.results) })
    }
    let outcomes = await work(on: files, external)
    let answers = await external?.finish() ?? PluginRun.Outcome()
    for cost in answers.costs {
      timings?.add("plugin " + cost.name, cost.busy, count: cost.requests)
    }
    return report(of: outcomes, answers, problems)
  }

  /// Checks texts that are no files, in the order of their paths; plugins see none of them, and nothing
  /// of them is kept.
  package func run(texts: [(path: String, source: [UInt8])]) -> Report {
    let ladder = Ladder(organizations: OrganizationCatalog.actors, cache: rules.cache)
    let judge = Judge(rules: rules, ladder: ladder, detail: detail)
    let extractor = needsFacts ? FactExtractor(ladder: ladder) : nil
    let outcomes = texts.sorted { $0.path < $1.path }.map {
      outcome(of: $0.path, $0.source, judge, extractor, nil, key: nil)
    }
    return report(of: outcomes, PluginRun.Outcome(), [])
  }

  /// Puts together what came of the documents and of the plugins.
  private func report(
    of outcomes: [Outcome], _ answers: PluginRun.Outcome, _ diagnostics: [Diagnostic]
  ) -> Report {
    var outcomes = outcomes
    var problems = diagnostics + outcomes.flatMap(\.diagnostics)
    problems += rules.problems
    var (findings, corpus) = examineCorpus(&outcomes)
    var documents = outcomes.compactMap(\.report)
    outcomes = []
    for index in documents.indices {
      let more = answers.findings[documents[index].profile.path] ?? []
      if !more.isEmpty { documents[index].findings += more }
    }
    findings += answers.corpusFindings
    problems += answers.diagnostics
    cache?.results.tidy()
    let descriptions =
      checkers.map(\.description) + answers.checkers + [WaiverFindings.description]
    let gate = Gate(configuration: configuration)
    problems += gate.unknownNames(rules, descriptions)
    var report = Report(
      toolVersion: Self.toolVersion, rules: rules, checkers: descriptions,
      documents: documents, corpusFindings: findings, diagnostics: problems, corpus: corpus)
    FindingAcceptance(gate: gate, options: acceptance).accept(&report)
    if let changes { select(changes, in: &report) }
    return report
  }

  /// What corpus checkers find, and what all documents state together where it is asked for.
  private func examineCorpus(_ outcomes: inout [Outcome]) -> ([Finding], Corpus?) {
    let key = cache?.corpusKey(outcomes.map(\.key), context: corpusContext)
    let kept = key.flatMap { cache?.findings($0) }
    if let kept, !keepsCorpus { return (kept, nil) }
    let corpus = corpus(of: &outcomes)
    if let kept { return (kept, corpus) }
    var facts: [Int: [CheckerFacts]] = [:]
    for outcome in outcomes {
      for (index, fact) in outcome.facts { facts[index, default: []].append(fact) }
    }
    let asked = inOrderOfWork(checkers.indices.filter { checkers[$0].description.scope == .corpus })
    // Starting threads costs more than all checks of a page.
    let size = corpus.map { $0.members.reduce(0) { $0 + $1.facts.text.count } } ?? .max
    let threads = size < Self.leastShared ? 1 : jobs
    let found = Beside.map(count: asked.count + 1, jobs: threads) { place -> [Finding] in
      guard place > 0 else {
        // What several checkers wait for is begun first.
        if let corpus { timings.measure("alike") { corpus.prepareIndex() } }
        return []
      }
      let checker = checkers[asked[place - 1]]
      let id = checker.description.id
      var found = timings.measure(id) {
        checker.report(facts[asked[place - 1]] ?? [], options: [:])
      }
      if let corpus, checker.description.needs.contains(.facts) {
        found += timings.measure(id) { checker.report(on: corpus, options: [:]) }
      }
      return found
    }
    let findings = zip(asked, found.dropFirst()).sorted { $0.0 < $1.0 }.flatMap(\.1)
    if let key { cache?.store(findings, for: key) }
    return (findings, keepsCorpus ? corpus : nil)
  }

  /// Checkers that take longest, in the order in which they are begun: two that do not ask which passages are alike,
  /// while that is found out, then from the longest on.
  private static let longest = [
    "coh.roster", "coh.arithmetic", "coh.figures", "coh.counter-signal", "coh.dates",
    "coh.population",
  ]

  /// Puts the longest work first, so that nobody has it left when the others are done.
  private func inOrderOfWork(_ asked: [Int]) -> [Int] {
    let first = Self.longest.compactMap { id in asked.first { checkers[$0].description.id == id } }
    return first + asked.filter { !first.contains($0) }
  }

  /// What all documents state together; `nil` when no checker asks for it.
  private func corpus(of outcomes: inout [Outcome]) -> Corpus? {
    guard needsFacts else { return nil }
    for index in outcomes.indices where outcomes[index].stated == nil {
      guard let report = outcomes[index].report else { continue }
      outcomes[index].stated =
        outcomes[index].key.flatMap { cache?.facts($0) } ?? facts(of: report.profile.path)
    }
    let members = outcomes.compactMap { outcome -> Corpus.Member? in
      guard let report = outcome.report, let facts = outcome.stated else { return nil }
      return Corpus.Member(profile: report.profile, facts: facts)
    }
    for index in outcomes.indices { outcomes[index].stated = nil }
    return Corpus(
      members: members, requirements: rules.requirements, expected: configuration.expected)
  }

  var needsFacts: Bool {
    checkers.contains { $0.description.needs.contains(.facts) }
  }

  // MARK: Documents

  struct Outcome: Sendable {
    /// What it is kept under; `nil` for one that is not kept.
    var key: ResultCache.Key?
    var report: DocumentReport?
    var facts: [(Int, CheckerFacts)] = []
    var stated: DocumentFacts?
    var diagnostics: [Diagnostic] = []
  }

  /// Works on all files with `jobs` workers; outcomes are in the order of the files.
  private nonisolated(nonsending) func work(
    on files: [String], _ plugins: PluginRun?
  ) async -> [Outcome] {
    let ladder = Ladder(organizations: OrganizationCatalog.actors, cache: rules.cache)
    let queue = WorkQueue(count: files.count)
    let workers = min(jobs, files.count)
    var check = self
    // Workers for which there is no document help with those of the others.
    let share = max(1, workers)
    check.threadsOfDocument = jobs / share + (jobs % share > 0 ? 1 : 0)
    let shared = check
    let packing = Packing(texts: sharedTexts, always: files.count > Self.packingLimit)
    var outcomes = [Outcome?](repeating: nil, count: files.count)
    if workers <= 1 {
      for (index, outcome) in shared.work(on: files, from: queue, ladder, plugins, packing) {
        outcomes[index] = outcome
      }
    } else {
      await withTaskGroup(of: [(Int, Outcome)].self) { group in
        for _ in 0..<workers {
          group.addTask { shared.work(on: files, from: queue, ladder, plugins, packing) }
        }
        for await part in group {
          for (index, outcome) in part { outcomes[index] = outcome }
        }
      }
    }
    return outcomes.compactMap { $0 }
  }

  /// With more files than this, what is found in each is packed until somebody asks for it.
  private static let packingLimit = 32

  /// One worker: takes files from the queue until there are none left.
  private func work(
    on files: [String], from queue: WorkQueue, _ ladder: Ladder, _ plugins: PluginRun?,
    _ packing: Packing
  ) -> [(Int, Outcome)] {
    let judge = Judge(rules: rules, ladder: ladder, detail: detail)
    let extractor = needsFacts ? FactExtractor(ladder: ladder) : nil
    let context = cache == nil ? "" : runContext
    var done: [(Int, Outcome)] = []
    while !Task.isCancelled, let index = queue.take() {
      done.append((index, outcome(of: files[index], judge, extractor, plugins, context, packing)))
      let finished = queue.finish()
      progress?(finished, files.count)
    }
    return done
  }

  /// `context` is what the result depends on besides the document.
  private func outcome(
    of path: String, _ judge: Judge, _ extractor: FactExtractor?, _ plugins: PluginRun?,
    _ context: String, _ packing: Packing
  ) -> Outcome {
    let source: [UInt8]
    do {
      source = try SourceFile.read(path, limitInBytes: readingOptions.limits.sizeInBytes)
    } catch {
      return Outcome(diagnostics: [error.diagnostic(path: path)])
    }
    if let sawDocument { sawDocument(path, SHA256Digest.hex(of: source)) }
    // Plugins see documents as they are judged; their own answers are kept apart.
    let key =
      plugins != nil
      ? nil
      : cache?.key(
        path: path, source: source, context: context, document: documentContext(path))
    if let key, let kept = cache?.outcome(key, packing.texts) { return kept }
    return outcome(of: path, source, judge, extractor, plugins, key: key, packing)
  }

  /// `key` is what the result is kept under; `nil` when it is not kept.
  private func outcome(
    of path: String, _ source: [UInt8], _ judge: Judge, _ extractor: FactExtractor?,
    _ plugins: PluginRun?, key: ResultCache.Key?, _ packing: Packing? = nil
  ) -> Outcome {
    let document: Document
    do {
      document = try timings.measure("read") { () throws(ReadingError) in
        try read(path, source)
      }
    } catch {
      return Outcome(diagnostics: [error.diagnostic(path: path, source: source)])
    }
    var outcome = examine(document, judge, extractor, plugins)
    // A file without text is complained of once, below, whether or not the reader saw it too.
    outcome.diagnostics += document.diagnostics.filter { $0.id != "empty-document" }
    if document.blocks.isEmpty {
      outcome.diagnostics.append(
        Diagnostic(
          .warning, id: "no-text",
          LocalizedText("there is no text in the file", "il n’y a pas de texte dans le fichier"),
          path: path,
          help: LocalizedText(
            "check that it is the file you meant", "vérifiez que c’est le fichier voulu")))
    }
    // Faults of patterns are found when these are first used: what was found with such is not kept.
    let isKept = key != nil && rules.problems.isEmpty
    if let packing, isKept || packing.always {
      let bytes = outcome.pack(packing.texts)
      if let key, isKept {
        outcome.key = key
        cache?.store(bytes, outcome.stated, for: key)
      }
    }
    return outcome
  }

  func read(_ path: String, _ source: [UInt8]) throws(ReadingError) -> Document {
    var options = readingOptions
    if let language = configuration.documents[path]?.language {
      options.defaultLanguage = language
    }
    return try BuiltinReaders.read(path: path, source: source, options: options)
  }

  /// The findings of a document that is not part of the run, such as an earlier version of one that is.
  func findings(of document: Document) -> [Finding] {
    let ladder = Ladder(cache: rules.cache)
    let judge = Judge(rules: rules, ladder: ladder, detail: detail)
    let extractor = needsFacts ? FactExtractor(ladder: ladder) : nil
    return examine(document, judge, extractor, nil).report?.findings ?? []
  }
}

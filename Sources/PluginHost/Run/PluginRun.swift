package import CoherencePlugin
package import Checking
internal import Documents
internal import JSON
package import RuleSets
package import SourceText
internal import Synchronization

/// The plugins of one run: documents in as they are judged, findings out at the end.
package final class PluginRun: Sendable {
  /// What the plugins found, and what went wrong with them.
  package struct Outcome: Sendable {
    /// What each plugin declared, in the order of the ids.
    package var checkers: [CheckerDescription] = []
    /// Findings by the path of their document, in the order of the checkers.
    package var findings: [String: [Finding]] = [:]
    package var corpusFindings: [Finding] = []
    package var diagnostics: [Diagnostic] = []
    package var costs: [PluginCost] = []

    /// Nothing found, since there is no plugin.
    package init() {}
  }

  /// One plugin in use.
  private final class Member: Sendable {
    let pool: PluginPool
    let checker: CheckerDescription
    let verifier: FindingVerifier
    let needsEvidence: Bool
    /// Parameters of `configure`.
    let configuration: [UInt8]
    let findings = Mutex<[String: [Finding]]>([:])
    let facts = Mutex<[String: (facts: CheckerFacts, profile: DocumentProfile)]>([:])
    let corpusFindings = Mutex<[Finding]>([])

    init(
      _ pool: PluginPool, _ declaration: Declaration, configuration: [UInt8],
      requirements: Set<String>
    ) {
      self.pool = pool
      self.configuration = configuration
      checker = CheckerDescription(declaration)
      verifier = FindingVerifier(checker: checker, requirements: requirements)
      needsEvidence = declaration.needs.contains(.evidence)
    }
  }

  private struct Prepared: Sendable {
    var members: [Member] = []
    var diagnostics: [Diagnostic] = []
  }

  private let pools: [PluginPool]
  private let rules: CompiledRules
  private let builtin: [CheckerDescription]
  private let diagnostics: [Diagnostic]
  private let cache: (any PluginAnswerCache)?
  private let preparation = Mutex<Prepared?>(nil)

  /// Puts started plugins to work.
  ///
  /// `builtin` are the checkers of the run that are not plugins; a plugin may not have the id of one.
  /// Answers that `cache` holds are not asked for again.
  package init(
    _ started: StartedPlugins, rules: CompiledRules, builtin: [CheckerDescription],
    cache: (any PluginAnswerCache)? = nil
  ) {
    pools = started.pools
    diagnostics = started.diagnostics
    self.rules = rules
    self.builtin = builtin
    self.cache = cache
  }

  /// The plugins that introduced themselves; waits for that when it is first needed.
  private var prepared: Prepared {
    preparation.withLock { known in
      if let known { return known }
      let fresh = prepare()
      known = fresh
      return fresh
    }
  }

  private func prepare() -> Prepared {
    var diagnostics: [Diagnostic] = []
    var members: [Member] = []
    var taken = Set(builtin.map(\.id))
    let requirements = Set(rules.requirements.map(\.id))
    for pool in pools {
      // Its problems say why it cannot be used.
      guard let declaration = pool.declaration() else { continue }
      guard taken.insert(declaration.id).inserted else {
        pool.note(PluginProblem(.takenID(declaration.id)))
        continue
      }
      let (options, problems) = OptionValues.values(
        of: declaration, given: pool.image.pin.options, path: pool.image.pin.path)
      diagnostics += problems
      let configuration = Self.configuration(
        options, rules: declaration.needs.contains(.evidence) ? rules : nil)
      pool.configure(configuration)
      members.append(
        Member(
          pool, declaration, configuration: configuration, requirements: requirements))
    }
    return Prepared(
      members: members.sorted { $0.checker.id < $1.checker.id }, diagnostics: diagnostics)
  }

  /// Gives a judged document to every plugin; waits only while a plugin is far behind.
  package func submit(_ context: CheckContext) {
    var plain: [UInt8]?
    var full: [UInt8]?
    for member in prepared.members {
      let parameters: [UInt8]
      if member.needsEvidence {
        parameters = full ?? DocumentMessage.parameters(context, evidence: true)
        full = parameters
      } else {
        parameters = plain ?? DocumentMessage.parameters(context, evidence: false)
        plain = parameters
      }
      ask(member, parameters, context)
    }
  }

  private func ask(_ member: Member, _ parameters: [UInt8], _ context: CheckContext) {
    let path = context.profile.path
    let isCorpus = member.checker.scope == .corpus
    let method = isCorpus ? "collect" : "check"
    let key = cache.map { _ in
      PluginAnswerKey(
        method: method, pluginDigest: member.pool.image.digest, options: member.configuration,
        rulesDigest: rules.digest, message: parameters)
    }
    if let key, let kept = kept(key, method) { return Self.take(kept, member, context) }
    member.pool.submit(
      PluginJob(method: method, parameters: parameters, document: path) { [cache] answer in
        guard case .result(let result) = answer else { return }
        if let key { cache?.store(JSONText.line(result), for: key) }
        Self.take(result, member, context)
      })
  }

  /// An answer of an earlier run; `nil` when there is none, or none that fits.
  private func kept(_ key: PluginAnswerKey, _ method: String) -> JSONValue? {
    guard let bytes = cache?.load(key), let value = try? JSONParser.parse(bytes),
      let shape = PluginMessages.request(method)?.result, (try? shape.check(value)) != nil
    else { return nil }
    return value
  }

  /// Compares an answer with its document and keeps what holds.
  private static func take(_ result: JSONValue, _ member: Member, _ context: CheckContext) {
    let path = context.profile.path
    if member.checker.scope == .corpus {
      let (facts, complaints) = member.verifier.facts(result, in: context)
      member.facts.withLock { $0[path] = (facts, context.profile) }
      note(complaints, member.pool, path)
    } else {
      let outcome = member.verifier.findings(result, in: context)
      if !outcome.findings.isEmpty { member.findings.withLock { $0[path] = outcome.findings } }
      note(outcome.complaints, member.pool, path)
    }
  }

  /// Waits for all answers, lets corpus checkers report, ends all processes.
  package func finish() async -> Outcome {
    await withCheckedContinuation { continuation in
      // Waiting is for a thread of our own, never for one of the tasks'.
      let thread = HostThread { continuation.resume(returning: self.finishNow()) }
      if thread == nil { continuation.resume(returning: finishNow()) }
    }
  }

  private func finishNow() -> Outcome {
    let members = prepared.members
    for member in members where member.checker.scope == .corpus {
      member.pool.drain()
      report(member)
    }
    // One after the other, but all processes end side by side.
    let threads = pools.map { pool in (pool, HostThread { pool.close() }) }
    for (pool, thread) in threads {
      if let thread { thread.join() } else { pool.close() }
      pool.image.discard()
    }
    var outcome = Outcome()
    outcome.checkers = members.map(\.checker)
    outcome.diagnostics = diagnostics + prepared.diagnostics
    for member in members {
      for (path, findings) in member.findings.withLock({ $0 }) {
        outcome.findings[path, default: []] += findings
      }
      outcome.corpusFindings += member.corpusFindings.withLock { $0 }
    }
    for pool in pools {
      let name = pool.name
      let problems = pool.problems.map { $0.diagnostic(plugin: name, path: pool.image.pin.path) }
      // Processes work side by side; the order of their complaints must not show it.
      outcome.diagnostics += problems.sorted {
        ($0.message.english, $0.id) < ($1.message.english, $1.id)
      }
      outcome.costs.append(PluginCost(pool))
    }
    return outcome
  }

  private func report(_ member: Member) {
    let kept = member.facts.withLock { $0 }.sorted { $0.key < $1.key }
      .map { ($0.value.facts, $0.value.profile) }
    let facts = kept.map(\.0)
    let parameters = Self.reportParameters(kept)
    member.pool.submit(
      PluginJob(method: "report", parameters: parameters, document: nil) { answer in
        guard case .result(let result) = answer else { return }
        let outcome = member.verifier.findings(result, over: facts)
        member.corpusFindings.withLock { $0 = outcome.findings }
        Self.note(outcome.complaints, member.pool, nil)
      })
    member.pool.drain()
  }

  /// The parameters of `report`: what was kept of each document.
  static func reportParameters(_ kept: [(CheckerFacts, DocumentProfile)]) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("documents")
    json.beginArray()
    for (facts, profile) in kept { json.value(Self.json(facts, profile)) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  private static func json(_ facts: CheckerFacts, _ profile: DocumentProfile) -> JSONValue {
    .object([
      "path": .string(profile.path), "kind": .string(profile.kind.rawValue),
      "language": .string(profile.language.rawValue),
      "department": profile.department.map { .string($0) },
      "period": profile.period.map { .string($0) },
      "facts": .array(
        facts.records.map { record in
          // Places stay with the host; a plugin points to them by number.
          .object([
            "kind": .string(record.kind),
            "values": .object(
              record.values.sorted { $0.key < $1.key }.map {
                JSONValue.Member($0.key, .string($0.value))
              }),
          ])
        }),
    ])
  }

  private static func note(_ complaints: [LocalizedText], _ pool: PluginPool, _ path: String?) {
    for words in complaints {
      pool.note(PluginProblem(.untrueFinding(words), document: path))
    }
  }

  static func configuration(_ options: [String: String], rules: CompiledRules?) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("options")
    json.value(
      .object(
        options.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }))
    if let rules {
      json.key("requirements")
      json.beginArray()
      for requirement in rules.requirements {
        json.value(
          .object([
            "id": .string(requirement.id), "title": words(requirement.title),
            "asks": words(requirement.asks), "advice": words(requirement.advice),
            "judgedByPerson": .boolean(requirement.judgedByPerson),
          ]))
      }
      json.endArray()
    }
    json.endObject()
    return json.bytes
  }

  private static func words(_ text: LocalizedText) -> JSONValue {
    Words(text.english, text.french).json
  }
}

/// What one plugin cost in a run.
package struct PluginCost: Sendable, Hashable {
  /// The checker's id; the file's name when it never declared one.
  package var name: String
  package var requests: Int
  package var processes: Int
  package var failures: Int
  /// From the start to the answer to the handshake.
  package var start: Duration
  /// The host's part of that: until the program was started.
  package var hostStart: Duration
  /// Time during which processes had requests at hand, added up.
  package var busy: Duration
  /// Processor time of all processes.
  package var cpu: Duration
  package var memoryInBytes: Int
  /// Layers in force.
  package var isolation: Isolation

  init(_ pool: PluginPool) {
    let statistics = pool.statistics
    name = pool.name
    requests = statistics.requests
    processes = statistics.processes
    failures = statistics.failures
    start = statistics.start
    hostStart = statistics.hostStart
    busy = statistics.busy
    cpu = statistics.cpu
    memoryInBytes = statistics.memoryInBytes
    isolation = pool.isolation
  }
}

extension PluginPool {
  /// The checker's id; the file's name as long as it is not known.
  var name: String { knownDeclaration?.id ?? FileTree.name(of: image.pin.path) }
}

extension CheckerDescription {
  /// What a plugin declared, as any checker does.
  package init(_ declaration: Declaration) {
    func localized(_ words: Words) -> LocalizedText {
      LocalizedText(english: words.english, french: words.french)
    }
    self.init(
      id: declaration.id, version: declaration.version,
      scope: declaration.scope == .document ? .document : .corpus,
      languages: declaration.languages.compactMap(Language.init(rawValue:)),
      needs: declaration.needs.compactMap { Need(rawValue: $0.rawValue) },
      title: localized(declaration.title), rationale: localized(declaration.rationale),
      findings: declaration.findings.map { kind in
        FindingKind(
          id: kind.id, level: Level(rawValue: kind.level.rawValue) ?? .ask,
          message: localized(kind.message), help: localized(kind.help))
      },
      options: declaration.options.map { option in
        CheckerOption(
          name: option.name, kind: CheckerOption.Kind(rawValue: option.kind.rawValue) ?? .text,
          standard: option.standard, explanation: localized(option.explanation))
      })
  }
}

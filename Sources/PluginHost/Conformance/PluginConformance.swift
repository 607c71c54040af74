internal import CoherencePlugin
internal import Checking
internal import JSON
internal import RuleSets
package import SourceText
internal import Synchronization

/// The kit that tells whether a plugin keeps the protocol, one line for each thing tried.
package struct PluginConformance: Sendable {
  /// One thing tried.
  package struct Result: Sendable {
    package var title: LocalizedText
    /// What went wrong; `nil` when all is well.
    package var fault: LocalizedText?

    package var passes: Bool { fault == nil }
  }

  let image: PluginImage
  let limits: PluginLimits

  package init(_ image: PluginImage, limits: PluginLimits? = nil) {
    self.image = image
    self.limits = limits ?? image.pin.limits
  }

  /// Tries everything, on a thread of its own; `show` is called after each.
  package func run(_ show: @escaping @Sendable (Result) -> Void = { _ in }) -> [Result] {
    let results = Mutex<[Result]>([])
    let work: @Sendable () -> Void = { [self] in
      var trial = ConformanceTrial(image: image, limits: limits) { result in
        results.withLock { $0.append(result) }
        show(result)
      }
      trial.run()
    }
    if let thread = HostThread(work) { thread.join() } else { work() }
    return results.withLock { $0 }
  }
}

/// One run of the kit; belongs to one thread.
struct ConformanceTrial {
  private struct Fault: Error {
    var words: LocalizedText
    init(_ words: LocalizedText) { self.words = words }
  }

  private let image: PluginImage
  private let limits: PluginLimits
  private let tell: (PluginConformance.Result) -> Void
  private let contexts = ConformanceDocuments.contexts()
  private var declaration: Declaration?
  private var session: PluginSession?

  init(
    image: PluginImage, limits: PluginLimits,
    tell: @escaping (PluginConformance.Result) -> Void
  ) {
    self.image = image
    self.limits = limits
    self.tell = tell
  }

  mutating func run() {
    let begins = attempt(
      LocalizedText("introduces itself in time", "se présente à temps")
    ) { trial in try trial.start() }
    guard begins else { return }
    attempt(
      LocalizedText(
        "declares texts in both languages, each id once",
        "déclare ses textes dans les deux langues, chaque identifiant une fois")
    ) { trial in try trial.checkDeclaration() }
    let isReady = attempt(
      LocalizedText("takes its options", "accepte ses options")
    ) { trial in try trial.configure() }
    if isReady { exchange() }
    attempt(
      LocalizedText("ends in order when asked", "se termine en ordre sur demande")
    ) { trial in try trial.shutDown() }
    attempt(
      LocalizedText(
        "introduces itself the same way again", "se présente de nouveau de la même façon")
    ) { trial in
      let before = trial.declaration
      try trial.start()
      guard trial.declaration == before else { throw Fault(Self.differs) }
    }
    attempt(
      LocalizedText("ends when its input is closed", "se termine quand son entrée est fermée")
    ) { trial in try trial.closeInput() }
  }

  /// Everything between the handshake and the end.
  private mutating func exchange() {
    for context in contexts {
      let name = context.profile.path
      attempt(
        LocalizedText(
          "answers for \(name), with words that stand where it says",
          "répond pour \(name), par des mots qui sont là où il le dit")
      ) { trial in _ = try trial.verified(context) }
    }
    attempt(
      LocalizedText(
        "gives the same answer to the same document",
        "donne la même réponse au même document")
    ) { trial in
      guard let first = trial.contexts.first, let last = trial.contexts.last else { return }
      let before = try trial.verified(first)
      _ = try trial.verified(last)
      guard try trial.verified(first) == before else { throw Fault(Self.differs) }
    }
    attempt(
      LocalizedText(
        "answers several requests sent at once", "répond à plusieurs demandes envoyées d’un coup")
    ) { trial in try trial.pipeline() }
    attempt(
      LocalizedText(
        "answers a cancelled request exactly once",
        "répond une seule fois à une demande annulée")
    ) { trial in try trial.cancel() }
    attempt(
      LocalizedText(
        "refuses a method that it does not know", "refuse une méthode qu’il ne connaît pas")
    ) { trial in try trial.unknownMethod() }
    attempt(
      LocalizedText(
        "passes over a notification that it does not know",
        "passe outre à un avis qu’il ne connaît pas")
    ) { trial in
      try trial.live().notify("no-such-notification")
      try trial.staysSound()
    }
    attempt(
      LocalizedText("survives a line that is no JSON", "survit à une ligne qui n’est pas du JSON")
    ) { trial in
      try trial.live().send(Array("{\"jsonrpc\": nonsense\n".utf8))
      try trial.staysSound()
    }
    if declaration?.scope == .corpus {
      attempt(
        LocalizedText(
          "reports over all documents, pointing to facts that it kept",
          "rend compte de l’ensemble en renvoyant à des faits qu’il a gardés")
      ) { trial in try trial.report() }
    }
  }

  // MARK: What is tried

  private mutating func start() throws {
    session = nil
    let process = try PluginProcess(image.plan(limits: limits, wanted: .all))
    let talk = PluginSession(process, limits: limits)
    session = talk
    let id = talk.request("initialize", parameters: PluginWorker.greeting(image, limits))
    let answer = try result(of: id, "initialize", within: limits.start)
    let version = answer["protocol"]?.integer ?? 0
    guard PluginMessages.versions.contains(version) else {
      throw PluginProblem(.wrongVersion(version))
    }
    declaration = Declaration(answer["checker"] ?? .null)
  }

  private func checkDeclaration() throws {
    guard let declaration else { return }
    var texts = [declaration.title, declaration.rationale]
    for kind in declaration.findings { texts += [kind.message, kind.help] }
    texts += declaration.options.map(\.explanation)
    if texts.contains(where: { $0.english.isEmpty || $0.french.isEmpty }) {
      throw Fault(LocalizedText("a text is empty", "un texte est vide"))
    }
    guard !declaration.findings.isEmpty else {
      throw Fault(
        LocalizedText("it declares no findings", "il ne déclare aucun genre de constat"))
    }
    for ids in [declaration.findings.map(\.id), declaration.options.map(\.name)]
    where Set(ids).count != ids.count {
      throw Fault(LocalizedText("an id stands twice", "un identifiant figure deux fois"))
    }
  }

  private func configure() throws {
    guard let declaration else { return }
    let (values, _) = OptionValues.values(
      of: declaration, given: image.pin.options, path: image.pin.path)
    let id = try live().request(
      "configure", parameters: PluginRun.configuration(values, rules: ConformanceDocuments.rules))
    _ = try result(of: id, "configure", within: limits.start)
  }

  /// The answer for a document, when all that it says holds.
  private func verified(_ context: CheckContext) throws -> JSONValue {
    guard let declaration else { return .null }
    let isCorpus = declaration.scope == .corpus
    let id = try live().request(method, parameters: parameters(context))
    let answer = try result(of: id, method, within: limits.request)
    let verifier = FindingVerifier(checker: CheckerDescription(declaration), requirements: [])
    let complaints =
      isCorpus
      ? verifier.facts(answer, in: context).1
      : verifier.findings(answer, in: context).complaints
    if let first = complaints.first { throw Fault(first) }
    try checkSlots(answer)
    return answer
  }

  /// Every slot of a message has its argument.
  private func checkSlots(_ answer: JSONValue) throws {
    guard let declaration else { return }
    for item in answer["findings"]?.elements ?? [] {
      let finding = PluginFinding(item)
      guard let kind = declaration.findings.first(where: { $0.id == finding.kind }) else {
        continue
      }
      for text in [kind.message.english, kind.message.french, kind.help.english, kind.help.french] {
        for slot in Self.slots(text) where finding.arguments[slot] == nil {
          throw Fault(
            LocalizedText(
              "the finding '\(kind.id)' has no argument '\(slot)'",
              "le constat « \(kind.id) » n’a pas d’argument « \(slot) »"))
        }
      }
    }
  }

  private func pipeline() throws {
    guard let context = contexts.first else { return }
    var waiting: Set<Int> = []
    for _ in 0..<8 {
      waiting.insert(try live().request(method, parameters: parameters(context)))
    }
    let deadline = ContinuousClock.now + limits.request
    while !waiting.isEmpty {
      for message in try receive(until: deadline) {
        switch message {
        case .result(let id, _):
          guard waiting.remove(id) != nil else { throw PluginProblem(.unknownAnswer(id: "\(id)")) }
        case .failure(_, _, let words): throw PluginProblem(.refused(words))
        case .notification: break
        }
      }
    }
  }

  private func cancel() throws {
    guard let context = contexts.last else { return }
    let id = try live().request(method, parameters: parameters(context))
    try live().notify("cancel", parameters: "{\"id\":\(id)}")
    let deadline = ContinuousClock.now + limits.request
    waiting: while true {
      for message in try receive(until: deadline) {
        switch message {
        case .result(id, _): break waiting
        case .failure(id, let code, let words):
          guard code == PluginMessages.ErrorCode.cancelled else {
            throw PluginProblem(.refused(words))
          }
          break waiting
        case .notification: continue
        default: throw Fault(Self.extra)
        }
      }
    }
    try staysSound()
  }

  private func unknownMethod() throws {
    let id = try live().request("no-such-method", parameters: Array("{}".utf8))
    let deadline = ContinuousClock.now + limits.request
    while true {
      for message in try receive(until: deadline) {
        switch message {
        case .failure(id, let code, _):
          guard code == PluginMessages.ErrorCode.unknownMethod else {
            throw Fault(
              LocalizedText(
                "expected error \(PluginMessages.ErrorCode.unknownMethod), found \(code)",
                "il faut l’erreur \(PluginMessages.ErrorCode.unknownMethod), et non \(code)"))
          }
          return
        case .notification: continue
        default:
          throw Fault(LocalizedText("it did not refuse", "il n’a pas refusé"))
        }
      }
    }
  }

  /// The next request has its answer; an error for a line that was no request may come first.
  private func staysSound() throws {
    guard let context = contexts.first else { return }
    let id = try live().request(method, parameters: parameters(context))
    let deadline = ContinuousClock.now + limits.request
    while true {
      for message in try receive(until: deadline) {
        switch message {
        case .result(id, _): return
        case .failure(PluginSession.noID, _, _), .notification: continue
        case .failure(_, _, let words): throw PluginProblem(.refused(words))
        default: throw Fault(Self.extra)
        }
      }
    }
  }

  private func report() throws {
    guard let declaration else { return }
    let verifier = FindingVerifier(checker: CheckerDescription(declaration), requirements: [])
    var kept: [(CheckerFacts, DocumentProfile)] = []
    for context in contexts.sorted(by: { $0.profile.path < $1.profile.path }) {
      let (facts, _) = verifier.facts(try verified(context), in: context)
      kept.append((facts, context.profile))
    }
    let id = try live().request("report", parameters: PluginRun.reportParameters(kept))
    let answer = try result(of: id, "report", within: limits.request)
    let outcome = verifier.findings(answer, over: kept.map(\.0))
    if let first = outcome.complaints.first { throw Fault(first) }
    try checkSlots(answer)
  }

  private func shutDown() throws {
    let talk = try live()
    let id = talk.request("shutdown", parameters: Array("{}".utf8))
    _ = try result(of: id, "shutdown", within: limits.shutdown)
    talk.notify("exit")
    try expectEnd(within: limits.shutdown)
  }

  private func closeInput() throws {
    try live().process.closeInput()
    try expectEnd(within: limits.shutdown)
  }

  private func expectEnd(within limit: Duration) throws {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
      do throws(PluginProblem) {
        let messages = try live().pump(until: deadline, wake: nil)
        if messages.contains(where: { if case .notification = $0 { false } else { true } }) {
          throw Self.problem(Self.extra)
        }
      } catch {
        if case .exited(status: 0) = error.kind { return }
        throw error
      }
    }
    throw PluginProblem(.stayed(limit))
  }

  // MARK: Words and messages

  private static let differs = LocalizedText("it differs", "il diffère")
  private static let extra = LocalizedText(
    "it sent a message that nobody asked for", "il a envoyé un message que personne n’a demandé")

  private static func problem(_ words: LocalizedText) -> PluginProblem {
    PluginProblem(.untrueFinding(words))
  }

  private var method: String { declaration?.scope == .corpus ? "collect" : "check" }

  private func parameters(_ context: CheckContext) -> [UInt8] {
    DocumentMessage.parameters(
      context, evidence: declaration?.needs.contains(.evidence) == true)
  }

  private func live() throws(PluginProblem) -> PluginSession {
    guard let session else {
      throw PluginProblem(
        .notStarted(LocalizedText("it is not running", "il n’est pas en marche")))
    }
    return session
  }

  private func receive(
    until deadline: ContinuousClock.Instant
  ) throws -> [PluginSession.Message] {
    let messages = try live().pump(until: deadline, wake: nil)
    if messages.isEmpty, ContinuousClock.now >= deadline {
      throw PluginProblem(.silent(limits.request))
    }
    return messages
  }

  private func result(
    of id: Int, _ method: String, within limit: Duration
  ) throws -> JSONValue {
    let deadline = ContinuousClock.now + limit
    while true {
      let messages = try live().pump(until: deadline, wake: nil)
      for (index, message) in messages.enumerated() {
        switch message {
        case .notification: continue
        case .failure(_, _, let words): throw PluginProblem(.refused(words))
        case .result(let other, let result):
          guard other == id else { throw PluginProblem(.unknownAnswer(id: "\(other)")) }
          if let request = PluginMessages.request(method) {
            do throws(MessageProblem) {
              try request.result.check(result)
            } catch {
              throw PluginProblem(
                .malformed(method: method, path: error.path, PluginProblem.words(error)))
            }
          }
          try live().putBack(messages[(index + 1)...])
          return result
        }
      }
      if ContinuousClock.now >= deadline {
        throw PluginProblem(method == "initialize" ? .slowStart(limit) : .silent(limit))
      }
    }
  }

  /// Names between braces.
  private static func slots(_ text: String) -> [String] {
    text.split(separator: "{").dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  @discardableResult
  private mutating func attempt(
    _ title: LocalizedText, _ body: (inout ConformanceTrial) throws -> Void
  ) -> Bool {
    var fault: LocalizedText?
    do {
      try body(&self)
    } catch let error as Fault {
      fault = error.words
    } catch let error as PluginProblem {
      var problem = error
      problem.lastWords = session?.lastWords
      fault = problem.told
    } catch let error as FileError {
      fault = error.diagnostic(path: image.pin.path).message
    } catch {
      fault = LocalizedText(name: "\(error)")
    }
    tell(PluginConformance.Result(title: title, fault: fault))
    return fault == nil
  }
}

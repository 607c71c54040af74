package import CoherencePlugin
package import SourceText

/// What a plugin did wrong, or what kept it from being used.
package struct PluginProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The program could not be started.
    case notStarted(LocalizedText)
    /// No answer to the handshake in time.
    case slowStart(Duration)
    /// No answer, and no progress.
    case silent(Duration)
    /// It ended by itself before it answered.
    case exited(status: Int)
    /// A signal ended it.
    case killed(signal: Int)
    /// It used up its processor time.
    case outOfTime(seconds: Int)
    /// It ended in the middle of a line.
    case partialLine
    /// A line longer than the limit, or too many messages.
    case flood(limit: Int)
    case invalidText
    case invalidJSON(utf8Offset: Int)
    /// An answer that nobody waits for.
    case unknownAnswer(id: String)
    /// A message that the protocol does not have.
    case unknownMessage(method: String)
    /// A message that is not as the protocol has it.
    case malformed(method: String, path: String, LocalizedText)
    /// It answered with an error.
    case refused(String)
    /// The protocol versions do not meet.
    case wrongVersion(Int)
    /// More processes than were granted.
    case tooManyProcesses(count: Int, limit: Int)
    /// It does not declare itself the same way each time.
    case changedDeclaration
    /// Another checker of the run has this id.
    case takenID(String)
    /// A finding that does not hold, and why.
    case untrueFinding(LocalizedText)
    /// Given up for this run.
    case givenUp(failures: Int, unchecked: Int)
    /// A complaint of the plugin's own.
    case own(isError: Bool, Words, help: Words?)
    /// It did not end in order when asked.
    case stayed(Duration)
  }

  package var kind: Kind
  /// Path of the document that it was busy with; `nil` when it was with none.
  package var document: String?
  /// The last line that it wrote to standard error.
  package var lastWords: String?

  package init(_ kind: Kind, document: String? = nil, lastWords: String? = nil) {
    self.kind = kind
    self.document = document
    self.lastWords = lastWords
  }

  /// Kebab-case, stable over versions.
  package var id: String {
    switch kind {
    case .notStarted: "plugin-not-started"
    case .slowStart: "plugin-slow-start"
    case .silent: "plugin-silent"
    case .exited: "plugin-exited"
    case .killed: "plugin-killed"
    case .outOfTime: "plugin-processor-time"
    case .partialLine: "plugin-partial-line"
    case .flood: "plugin-flood"
    case .invalidText: "plugin-invalid-text"
    case .invalidJSON: "plugin-invalid-json"
    case .unknownAnswer: "plugin-unknown-answer"
    case .unknownMessage: "plugin-unknown-message"
    case .malformed: "plugin-malformed-message"
    case .refused: "plugin-refused"
    case .wrongVersion: "plugin-protocol-version"
    case .tooManyProcesses: "plugin-processes"
    case .changedDeclaration: "plugin-changed-declaration"
    case .takenID: "plugin-id-taken"
    case .untrueFinding: "plugin-untrue-finding"
    case .givenUp: "plugin-given-up"
    case .own: "plugin-diagnostic"
    case .stayed: "plugin-stayed"
    }
  }

  /// The problem as the user reads it; `plugin` is the plugin's id or its file's name.
  package func diagnostic(plugin: String, path: String) -> Diagnostic {
    var severity = Diagnostic.Severity.error
    if case .own(false, _, _) = kind { severity = .warning }
    var message = LocalizedText(
      "plugin '\(plugin)' \(words)", "le plugiciel « \(plugin) » \(words)")
    if let document {
      message = LocalizedText(
        "\(message) (document '\(document)')", "\(message) (document « \(document) »)")
    }
    return Diagnostic(severity, id: id, message, path: path, help: help)
  }

  /// What it did, with its last words.
  var told: LocalizedText {
    guard let lastWords, !lastWords.isEmpty else { return words }
    return LocalizedText(
      "\(words); its last words: \(lastWords)", "\(words); ses derniers mots : \(lastWords)")
  }

  private var words: LocalizedText {
    switch kind {
    case .notStarted(let reason):
      LocalizedText("could not be started: \(reason)", "n’a pas pu démarrer : \(reason)")
    case .slowStart(let limit):
      LocalizedText(
        "did not introduce itself within \(Self.seconds(limit)) s",
        "ne s’est pas présenté en \(Self.seconds(limit)) s")
    case .silent(let limit):
      LocalizedText(
        "gave no answer for \(Self.seconds(limit)) s and was stopped",
        "n’a pas répondu pendant \(Self.seconds(limit)) s et a été arrêté")
    case .exited(let status):
      LocalizedText(
        "ended with status \(status) before it answered",
        "s’est terminé avec le code \(status) avant de répondre")
    case .killed(let signal):
      LocalizedText(
        "was ended by signal \(signal) before it answered",
        "a été interrompu par le signal \(signal) avant de répondre")
    case .outOfTime(let seconds):
      LocalizedText(
        "used up its \(seconds) s of processor time", "a épuisé ses \(seconds) s de processeur")
    case .partialLine:
      LocalizedText("ended in the middle of a line", "s’est terminé au milieu d’une ligne")
    case .flood(let limit):
      LocalizedText(
        "wrote more than is taken (\(limit)) and was stopped",
        "a écrit plus que ce qui est admis (\(limit)) et a été arrêté")
    case .invalidText:
      LocalizedText("wrote a line that is not UTF-8", "a écrit une ligne qui n’est pas en UTF-8")
    case .invalidJSON(let offset):
      LocalizedText(
        "wrote a line that is no JSON, from byte \(offset)",
        "a écrit une ligne qui n’est pas du JSON, à partir de l’octet \(offset)")
    case .unknownAnswer(let id):
      LocalizedText(
        "answered a request that was not made: id \(id)",
        "a répondu à une demande qui n’a pas été faite : id \(id)")
    case .unknownMessage(let method):
      LocalizedText(
        "sent a message that the protocol does not have: '\(method)'",
        "a envoyé un message étranger au protocole : « \(method) »")
    case .malformed(let method, let path, let words):
      path.isEmpty
        ? LocalizedText(
          "sent a malformed '\(method)' message: \(words)",
          "a envoyé un message « \(method) » mal formé : \(words)")
        : LocalizedText(
          "sent a malformed '\(method)' message, at '\(path)': \(words)",
          "a envoyé un message « \(method) » mal formé, à « \(path) » : \(words)")
    case .refused(let message):
      LocalizedText(
        "answered with an error: \(Self.clean(message))",
        "a répondu par une erreur : \(Self.clean(message))")
    case .wrongVersion(let version):
      LocalizedText(
        "chose protocol version \(version), which was not offered",
        "a choisi la version \(version) du protocole, qui n’était pas proposée")
    case .tooManyProcesses(let count, let limit):
      LocalizedText(
        "had \(count) processes; \(limit) are granted",
        "avait \(count) processus; \(limit) sont accordés")
    case .changedDeclaration:
      LocalizedText(
        "declares itself differently from one start to the next",
        "se déclare autrement d’un démarrage à l’autre")
    case .takenID(let id):
      LocalizedText(
        "has the id '\(id)' of another checker", "porte l’identifiant « \(id) » d’un autre contrôle"
      )
    case .untrueFinding(let reason):
      LocalizedText(
        "made a finding that was dropped: \(reason)",
        "a fait un constat qui a été écarté : \(reason)")
    case .givenUp(let failures, let unchecked):
      LocalizedText(
        "failed \(failures) times and was given up; requests without an answer: \(unchecked)",
        "a échoué \(failures) fois et a été abandonné; demandes sans réponse : \(unchecked)")
    case .own(_, let words, _):
      LocalizedText("says: \(Self.clean(words.english))", "dit : \(Self.clean(words.french))")
    case .stayed(let limit):
      LocalizedText(
        "did not end within \(Self.seconds(limit)) s of being asked",
        "ne s’est pas terminé en \(Self.seconds(limit)) s après la demande")
    }
  }

  private var help: LocalizedText? {
    if case .own(_, _, let help) = kind {
      return help.map {
        LocalizedText(english: Self.clean($0.english), french: Self.clean($0.french))
      }
    }
    if let lastWords, !lastWords.isEmpty {
      return LocalizedText(
        "its last words were: \(lastWords)", "ses derniers mots ont été : \(lastWords)")
    }
    switch kind {
    case .takenID:
      return LocalizedText(
        "give the plugin an id of its own", "donnez au plugiciel un identifiant à lui")
    case .tooManyProcesses:
      return LocalizedText(
        "grant more with 'coherence plugin trust --processes'",
        "accordez-en plus avec « coherence plugin trust --processes »")
    case .notStarted:
      return LocalizedText(
        "run 'coherence plugin test' on it", "essayez-le avec « coherence plugin test »")
    default:
      return LocalizedText(
        "its other results stand; run 'coherence plugin test' on it",
        "ses autres résultats tiennent; essayez-le avec « coherence plugin test »")
    }
  }

  static func seconds(_ duration: Duration) -> String {
    let (whole, rest) = duration.components
    let tenths = rest / 100_000_000_000_000_000
    return tenths == 0 ? "\(whole)" : "\(whole).\(tenths)"
  }

  /// Words of the plugin's, short and on one line.
  static func clean(_ text: String) -> String {
    let line = text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: line.prefix(300))
    return SourceExcerpt.sanitized(String(result))
  }
}

extension PluginProblem {
  /// What is wrong with a message, in words.
  static func words(_ problem: MessageProblem) -> LocalizedText {
    switch problem.kind {
    case .wrongType(let expected, let found):
      LocalizedText("expected \(expected), found \(found)", "il faut \(expected), et non \(found)")
    case .missing(let key): LocalizedText("'\(key)' is missing", "il manque « \(key) »")
    case .unknown(let key):
      LocalizedText("unknown key '\(clean(key))'", "clé inconnue « \(clean(key)) »")
    case .notOneOf(let names):
      LocalizedText(
        "expected one of \(names.joined(separator: ", "))",
        "il faut l’un de \(names.joined(separator: ", "))")
    case .notLike(let pattern):
      LocalizedText("expected a text like \(pattern)", "il faut un texte de la forme \(pattern)")
    case .tooLong(let limit):
      LocalizedText("longer than \(limit) bytes", "plus de \(limit) octets")
    case .tooMany(let limit): LocalizedText("more than \(limit)", "plus de \(limit)")
    case .outside(let range):
      LocalizedText(
        "expected \(range.lowerBound) to \(range.upperBound)",
        "il faut de \(range.lowerBound) à \(range.upperBound)")
    }
  }
}

internal import Checking
internal import Documents
internal import Facts
internal import Judging
internal import Reporters
internal import RuleSets
internal import SourceText
package import Store

extension CoherenceCheck {
  /// What earlier runs have worked out, and for which build of the program it is good.
  package struct Cache: Sendable {
    package var results: ResultCache
    package var build: String

    /// `build` is what tells this build of the program from every other.
    package init(results: ResultCache, build: String) {
      self.results = results
      self.build = build
    }
  }

  // MARK: What results depend on

  /// Everything but the document itself that its result depends on. Levels, waivers, the baseline and the
  /// day are not part of it: they are applied anew in each run.
  var runContext: String {
    var parts = [
      Self.toolVersion, rules.digest, "\(detail)", "\(readingOptions)", "\(needsFacts)",
      "\(configuration.readsDocumentWaivers)",
    ]
    parts += checkers.map(\.identity)
    // Pages are read with the help of this program: another version may read them differently.
    parts += ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].map {
      FileTree.identity(of: $0) ?? ""
    }
    // Findings are kept with their names, in which paths count from here.
    parts += [acceptance.paths.root ?? "", acceptance.paths.workingDirectory ?? ""]
    parts += Self.sorted(configuration.floors)
    for override in configuration.overrides {
      parts.append("override")
      parts += override.paths
      parts += override.kinds.map(\.rawValue)
      parts += Self.sorted(override.floors)
    }
    return ResultCache.Key(parts).digest
  }

  /// What the workspace file says of one document.
  func documentContext(_ path: String) -> String {
    configuration.documents[path].map { "\($0)" } ?? ""
  }

  /// What findings over the whole set depend on, besides the documents.
  var corpusContext: String {
    ResultCache.Key([runContext] + configuration.expected.map { "\($0)" }).digest
  }

  private static func sorted(_ floors: [String: Rung]) -> [String] {
    floors.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value.name] }
  }

  /// How the workers pack what they find.
  struct Packing: Sendable {
    var texts: SharedTexts
    /// Whether also what is not kept is packed.
    var always: Bool
  }

  /// Texts that come with every gap, in all documents.
  var sharedTexts: SharedTexts {
    let checkers = checkers.map(\.description)
    let requirements = rules.requirements
    return SharedTexts {
      var texts = ["title", "rung", "floor", "advice", "asks"]
      for checker in checkers {
        texts.append(checker.id)
        texts += checker.findings.map(\.id)
      }
      for requirement in requirements {
        texts.append(requirement.id)
        for text in [requirement.title, requirement.asks, requirement.advice] {
          texts += [text.english, text.french]
        }
      }
      return texts
    }
  }

  /// What one document states, worked out anew.
  func facts(of path: String) -> DocumentFacts? {
    guard
      let source = try? SourceFile.read(path, limitInBytes: readingOptions.limits.sizeInBytes),
      let document = try? read(path, source)
    else { return nil }
    let ladder = Ladder(cache: rules.cache)
    let judge = Judge(rules: rules, ladder: ladder, detail: detail)
    return examine(document, judge, FactExtractor(ladder: ladder), nil).stated
  }
}

extension CoherenceCheck.Outcome {
  /// Packs the long parts of the report.
  ///
  /// - Returns: The bytes of all that is kept of the document; none when it has no report.
  mutating func pack(_ texts: SharedTexts) -> [UInt8] {
    guard let report else { return [] }
    let bytes = StoredResult(
      report: report, facts: facts.map { (checker: $0.0, facts: $0.1) }, diagnostics: diagnostics
    ).archived(sharing: texts)
    if let packed = StoredResult(archived: bytes, sharing: texts) { self.report = packed.report }
    return bytes
  }
}

extension CoherenceCheck.Cache {
  func key(path: String, source: [UInt8], context: String, document: String) -> ResultCache.Key {
    ResultCache.Key([
      "document", build, context, path, document, SHA256Digest.hex(of: source),
    ])
  }

  func outcome(_ key: ResultCache.Key, _ texts: SharedTexts) -> CoherenceCheck.Outcome? {
    guard let bytes = results.load(key),
      let kept = StoredResult(archived: bytes, sharing: texts)
    else { return nil }
    return CoherenceCheck.Outcome(
      key: key, report: kept.report, facts: kept.facts.map { ($0.checker, $0.facts) },
      diagnostics: kept.diagnostics)
  }

  /// Keeps a packed outcome and what the document states.
  func store(_ packed: [UInt8], _ stated: DocumentFacts?, for key: ResultCache.Key) {
    guard !packed.isEmpty else { return }
    if let stated { results.store(stated.archived(), for: Self.facts(of: key)) }
    results.store(packed, for: key)
  }

  func facts(_ key: ResultCache.Key) -> DocumentFacts? {
    results.load(Self.facts(of: key)).flatMap(DocumentFacts.init(archived:))
  }

  private static func facts(of key: ResultCache.Key) -> ResultCache.Key {
    ResultCache.Key(["facts"], over: [key])
  }

  /// `nil` when one of the documents is not kept.
  func corpusKey(_ keys: [ResultCache.Key?], context: String) -> ResultCache.Key? {
    let all = keys.compactMap { $0 }
    return all.count == keys.count ? ResultCache.Key(["corpus", build, context], over: all) : nil
  }

  func findings(_ key: ResultCache.Key) -> [Finding]? {
    results.load(key).flatMap(StoredFindings.findings)
  }

  func store(_ findings: [Finding], for key: ResultCache.Key) {
    results.store(StoredFindings.archived(findings), for: key)
  }
}

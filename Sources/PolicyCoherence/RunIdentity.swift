package import Checking
internal import Documents
internal import RuleSets
package import SourceText
package import Store
internal import Synchronization

/// Everything that the report of a run follows from: two runs of the same identity have the same report.
///
/// Its key is made from the contents of all documents, so who does not have these can open nothing that is
/// kept under it.
package struct RunIdentity: Sendable, Equatable {
  /// Paths and SHA-256 of the documents, in the order of the paths.
  let documents: [Source]
  package let key: ResultCache.Key

  struct Source: Sendable, Equatable {
    var path: String
    var digest: String
  }

  package static func == (one: RunIdentity, two: RunIdentity) -> Bool { one.key == two.key }
}

extension CoherenceCheck {
  /// Reads all files to tell whether the run would be one that was made before; nothing is worked out.
  ///
  /// `nil` for a run whose result depends on more than can be named: one without a cache, with plugins, over
  /// a git change, or over a file that cannot be read.
  package nonisolated(nonsending) func identity(
    paths: [String], diagnostics: [Diagnostic]
  ) async -> RunIdentity? {
    guard let cache, plugins == nil, changes == nil else { return nil }
    if let baseline = acceptance.baseline, baseline.digest.isEmpty { return nil }
    var problems = diagnostics
    let files = DocumentFiles(configuration: configuration).resolve(paths, problems: &problems)
    guard let digests = await digests(of: files) else { return nil }
    let documents = zip(files, digests).map { RunIdentity.Source(path: $0, digest: $1) }
    var parts = ["run", cache.build, corpusContext, "\(keepsCorpus)"]
    parts += rules.ruleSets.map(\.path)
    parts.append(CanonicalText.of(configuration))
    parts += [
      acceptance.today?.description ?? "", acceptance.baseline?.path ?? "",
      acceptance.baseline?.digest ?? "", "\(acceptance.judgesUnused)", "\(acceptance.paths)",
    ]
    parts.append(CanonicalText.of(problems))
    parts += documents.flatMap { [$0.path, $0.digest] }
    return RunIdentity(documents: documents, key: ResultCache.Key(parts))
  }

  /// As `run(paths:diagnostics:)`, and whether the documents were still those of the identity.
  package nonisolated(nonsending) func run(
    paths: [String], diagnostics: [Diagnostic], as identity: RunIdentity?
  ) async -> (report: Report, isSame: Bool) {
    guard let identity else {
      return (await run(paths: paths, diagnostics: diagnostics), false)
    }
    let seen = Mutex<[RunIdentity.Source]>([])
    var check = self
    check.sawDocument = { path, digest in
      seen.withLock { $0.append(RunIdentity.Source(path: path, digest: digest)) }
    }
    let report = await check.run(paths: paths, diagnostics: diagnostics)
    let documents = seen.withLock { $0 }.sorted { $0.path < $1.path }
    return (report, documents == identity.documents)
  }

  /// SHA-256 of each file; `nil` when one of them cannot be read.
  private nonisolated(nonsending) func digests(of files: [String]) async -> [String]? {
    let queue = WorkQueue(count: files.count)
    let limit = readingOptions.limits.sizeInBytes
    var digests = [String?](repeating: nil, count: files.count)
    await withTaskGroup(of: [(Int, String)].self) { group in
      for _ in 0..<max(1, min(jobs, files.count)) {
        group.addTask {
          var done: [(Int, String)] = []
          while let index = queue.take(),
            let source = try? SourceFile.read(files[index], limitInBytes: limit)
          {
            done.append((index, SHA256Digest.hex(of: source)))
          }
          return done
        }
      }
      for await part in group {
        for (index, digest) in part { digests[index] = digest }
      }
    }
    let all = digests.compactMap { $0 }
    return all.count == files.count ? all : nil
  }
}

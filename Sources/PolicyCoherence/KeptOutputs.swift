package import SourceText
internal import Store

/// What a run has printed and written, kept for a run of the same identity.
///
/// Kept in pieces, so that neither keeping nor giving out holds an output in memory as a whole.
package struct KeptOutputs: Sendable {
  /// One output: a form of report with everything that it looks like.
  package struct Name: Sendable, Hashable {
    fileprivate var text: String

    /// `options` is all that decides, besides the report, which bytes come out.
    package init(format: String, options: String) {
      text = "\(format.utf8.count):\(format)\(options)"
    }
  }

  /// Bytes of one piece, and most bytes of an output that is kept.
  static let pieceInBytes = 4 << 20
  static let limitInBytes = 256 << 20

  private let results: ResultCache
  private let identity: RunIdentity

  package init(_ cache: CoherenceCheck.Cache, _ identity: RunIdentity) {
    results = cache.results.outputs
    self.identity = identity
  }

  // MARK: The end of a run

  /// How a run ended; `nil` when no such run is kept, or one of its outputs is not.
  package func ending(of outputs: [Name], failOn: String) -> (status: Int32, [Diagnostic])? {
    guard let bytes = results.load(endingKey(failOn)), let kept = StoredEnding(archived: bytes),
      outputs.allSatisfy({ pieces(of: $0) != nil })
    else { return nil }
    return (kept.status, kept.diagnostics)
  }

  package func store(status: Int32, _ diagnostics: [Diagnostic], failOn: String) {
    results.store(
      StoredEnding(status: status, diagnostics: diagnostics).archived(), for: endingKey(failOn))
    results.tidy(limitInBytes: 2 * Self.limitInBytes)
  }

  // MARK: Outputs

  /// Gives out what was written.
  ///
  /// - Returns: The number of bytes given out, and whether they are all: a piece may have gone meanwhile.
  package func replay(
    _ name: Name, to sink: (UnsafeRawBufferPointer) -> Bool
  ) -> (sizeInBytes: Int, isWhole: Bool) {
    var size = 0
    guard let count = results.load(key(name, "count"))?.first else { return (0, false) }
    for index in 0..<Int(count) {
      guard let bytes = results.load(key(name, "\(index)")) else { return (size, false) }
      size += bytes.count
      // Who reads it may have gone: then nothing more is wanted.
      if !bytes.withUnsafeBytes(sink) { return (size, true) }
    }
    return (size, true)
  }

  private func pieces(of name: Name) -> Int? {
    guard let bytes = results.load(key(name, "count")), bytes.count == 1,
      // A damaged piece has to be known of before the first one goes out.
      (0..<Int(bytes[0])).allSatisfy({ results.load(key(name, "\($0)")) != nil })
    else { return nil }
    return Int(bytes[0])
  }

  private func key(_ name: Name, _ part: String) -> ResultCache.Key {
    ResultCache.Key(["output", name.text, part], over: [identity.key])
  }

  private func endingKey(_ failOn: String) -> ResultCache.Key {
    ResultCache.Key(["ending", failOn], over: [identity.key])
  }

  /// Keeps an output while it is written.
  package final class Recorder {
    private let kept: KeptOutputs
    private let name: Name
    private var piece: [UInt8] = []
    private var count = 0
    private var size = 0

    package init(_ kept: KeptOutputs, _ name: Name) {
      self.kept = kept
      self.name = name
    }

    package func add(_ bytes: UnsafeRawBufferPointer) {
      size += bytes.count
      guard size <= KeptOutputs.limitInBytes else { return piece = [] }
      piece.append(contentsOf: bytes)
      if piece.count >= KeptOutputs.pieceInBytes { flush() }
    }

    /// To be called when all of it was written; without it, nothing is found again.
    package func finish() {
      guard size <= KeptOutputs.limitInBytes else { return }
      flush()
      kept.results.store([UInt8(clamping: count)], for: kept.key(name, "count"))
    }

    private func flush() {
      guard !piece.isEmpty else { return }
      kept.results.store(piece, for: kept.key(name, "\(count)"))
      count += 1
      piece.removeAll(keepingCapacity: true)
    }
  }
}

package import Checking
package import SourceText

/// All that a run keeps of one document: what a second run over the same document would work out again.
package struct StoredResult: Sendable {
  package var report: DocumentReport
  /// What corpus checkers keep, by the place of the checker in the run.
  package var facts: [(checker: Int, facts: CheckerFacts)]
  /// What was wrong with the document.
  package var diagnostics: [Diagnostic]

  package init(
    report: DocumentReport, facts: [(checker: Int, facts: CheckerFacts)],
    diagnostics: [Diagnostic]
  ) {
    self.report = report
    self.facts = facts
    self.diagnostics = diagnostics
  }

  // MARK: Bytes

  /// The long parts stand behind the rest, so that who does not need them does not read them.
  package func archived(sharing shared: SharedTexts = .none) -> [UInt8] {
    var writer = ByteWriter(shared: shared)
    writer.write(report)
    writer.write(facts) { writer, item in
      writer.write(item.checker)
      writer.write(item.facts)
    }
    writer.write(diagnostics) { $0.write($1) }
    PackedParts.write(report, sharing: shared, to: &writer)
    return writer.bytes
  }

  /// `nil` when the bytes are not those of a result. The report's long parts stay packed.
  package init?(archived bytes: [UInt8], sharing shared: SharedTexts = .none) {
    var reader = ByteReader(bytes, shared: shared)
    do {
      report = try reader.readDocumentReport()
      facts = try reader.readElements { reader throws(ByteReaderError) in
        let checker = try reader.readNumber()
        return (checker, try reader.readCheckerFacts())
      }
      diagnostics = try reader.readElements { reader throws(ByteReaderError) in
        try reader.readDiagnostic()
      }
      report.pack(try PackedParts(bytes, &reader, shared))
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }
}

/// Findings as bytes, for those over a whole set of documents.
package enum StoredFindings {
  package static func archived(_ findings: [Finding]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(findings) { $0.write($1) }
    return writer.bytes
  }

  /// `nil` when the bytes are not those of findings.
  package static func findings(archived bytes: [UInt8]) -> [Finding]? {
    var reader = ByteReader(bytes)
    let findings = try? reader.readElements { reader throws(ByteReaderError) in
      try reader.readFinding()
    }
    return reader.isAtEnd ? findings : nil
  }
}

/// How a run ended, as bytes.
package struct StoredEnding: Sendable {
  package var status: Int32
  package var diagnostics: [Diagnostic]

  package init(status: Int32, diagnostics: [Diagnostic]) {
    self.status = status
    self.diagnostics = diagnostics
  }

  package func archived() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(Int(status))
    writer.write(diagnostics) { $0.write($1) }
    return writer.bytes
  }

  /// `nil` when the bytes are not those of an ending.
  package init?(archived bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    do {
      guard let status = Int32(exactly: try reader.readNumber()) else { return nil }
      self.status = status
      diagnostics = try reader.readElements { reader throws(ByteReaderError) in
        try reader.readDiagnostic()
      }
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }
}

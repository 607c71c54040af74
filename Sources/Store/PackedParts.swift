package import Checking
internal import SourceText
internal import Synchronization

/// Findings, evidence and rejections of one document as bytes.
///
/// Reading them again takes a few microseconds a piece; a report over thousands of documents holds them like
/// this, and whoever goes through it has those of one document in memory at a time.
package final class PackedParts: PackedDocumentParts {
  private let bytes: [UInt8]
  /// Those of the findings, where these were changed; else the same as `bytes`.
  private let changedFindings: [UInt8]?
  private let shared: SharedTexts
  private let findingBytes: Range<Int>
  private let evidenceBytes: Range<Int>
  private let rejectionBytes: Range<Int>

  /// The parts that stand next in the reader of the same bytes.
  init(
    _ bytes: [UInt8], _ reader: inout ByteReader, _ shared: SharedTexts
  ) throws(ByteReaderError) {
    self.bytes = bytes
    changedFindings = nil
    self.shared = shared
    findingBytes = try reader.readBlob()
    evidenceBytes = try reader.readBlob()
    rejectionBytes = try reader.readBlob()
  }

  private init(_ other: PackedParts, _ findings: [UInt8]) {
    bytes = other.bytes
    changedFindings = findings
    shared = other.shared
    findingBytes = findings.indices
    evidenceBytes = other.evidenceBytes
    rejectionBytes = other.rejectionBytes
  }

  /// The same evidence and rejections with other findings.
  package func with(_ findings: [Finding]) -> PackedParts {
    // What is read with the texts of before has to be written with them.
    PackedParts(self, Self.bytes(of: findings, self.shared) { $0.write($1) })
  }

  static func write(
    _ report: DocumentReport, sharing shared: SharedTexts, to writer: inout ByteWriter
  ) {
    writer.write(blob: bytes(of: report.findings, shared) { $0.write($1) })
    writer.write(blob: bytes(of: report.evidence, shared) { $0.write($1) })
    writer.write(blob: bytes(of: report.rejections, shared) { $0.write($1) })
  }

  private static func bytes<Element>(
    of elements: [Element], _ shared: SharedTexts, _ body: (inout ByteWriter, Element) -> Void
  ) -> [UInt8] {
    var writer = ByteWriter(shared: shared)
    writer.write(elements, body)
    return writer.bytes
  }

  package var findings: [Finding] {
    elements(findingBytes, of: changedFindings) { reader throws(ByteReaderError) in
      try reader.readFinding()
    }
  }

  package var evidence: [PassageEvidence] {
    Self.lastEvidence.withLock { last in
      if let last, last.owner === self { return last.elements }
      let fresh = elements(evidenceBytes) { reader throws(ByteReaderError) in
        try reader.readEvidence()
      }
      last = (self, fresh)
      return fresh
    }
  }

  package var rejections: [PassageRejection] {
    Self.lastRejections.withLock { last in
      if let last, last.owner === self { return last.elements }
      let fresh = elements(rejectionBytes) { reader throws(ByteReaderError) in
        try reader.readRejection()
      }
      last = (self, fresh)
      return fresh
    }
  }

  /// Reporters often ask for one passage after the other of the same document: those read last are kept.
  private static let lastEvidence =
    Mutex<(owner: PackedParts, elements: [PassageEvidence])?>(nil)
  private static let lastRejections =
    Mutex<(owner: PackedParts, elements: [PassageRejection])?>(nil)

  /// Bytes that are not those of elements, which only a mistake of ours can bring about, give none.
  private func elements<Element>(
    _ range: Range<Int>, of other: [UInt8]? = nil,
    _ body: (inout ByteReader) throws(ByteReaderError) -> Element
  ) -> [Element] {
    var reader = ByteReader(other ?? bytes, range, shared: shared)
    return (try? reader.readElements(body)) ?? []
  }
}

/// Where a report goes: a buffer that empties itself into a sink.
///
/// A class, because writers of parts share it. Not for use by several threads.
package final class ReportOutput {
  /// Takes bytes in order; false when it can take no more, for example when the pipe is closed. The
  /// bytes are valid during the call only.
  package typealias Sink = (UnsafeRawBufferPointer) -> Bool

  /// True once the sink has refused bytes; everything after that is dropped.
  package private(set) var isClosed = false
  private let sink: Sink
  private let capacityInBytes: Int
  private var buffer: [UInt8] = []

  /// Gathers so many bytes before it calls the sink.
  package init(capacityInBytes: Int = 1 << 16, sink: @escaping Sink) {
    self.capacityInBytes = max(1, capacityInBytes)
    self.sink = sink
    buffer.reserveCapacity(self.capacityInBytes + 256)
  }

  /// Everything that `body` writes, as a text.
  package static func text(_ body: (ReportOutput) -> Void) -> String {
    var bytes: [UInt8] = []
    let output = ReportOutput { piece in
      bytes.append(contentsOf: piece)
      return true
    }
    body(output)
    output.flush()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds a text in UTF-8.
  package func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= capacityInBytes { flush() }
  }

  /// Adds bytes as they are.
  package func write(bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= capacityInBytes { flush() }
  }

  /// Adds one byte.
  package func write(byte: UInt8) {
    buffer.append(byte)
    if buffer.count >= capacityInBytes { flush() }
  }

  /// Gives the sink what has been gathered.
  package func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !isClosed, !buffer.isEmpty else { return }
    if !buffer.withUnsafeBytes({ sink($0) }) { isClosed = true }
  }
}

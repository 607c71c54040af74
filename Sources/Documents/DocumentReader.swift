/// Turns the bytes of one file format into a document.
package protocol DocumentReader: Sendable {
  var format: DocumentFormat { get }
  /// Lower case, without the dot; the first one is the usual one.
  var fileExtensions: [String] { get }

  /// True when the first bytes of a file can only be this format.
  func recognizes(_ source: [UInt8]) -> Bool

  /// Reads a whole file.
  ///
  /// - Throws: `ReadingError` when the file is no text of this format or goes over a limit.
  func read(
    _ source: [UInt8], path: String, options: ReadingOptions
  ) throws(ReadingError) -> Document
}

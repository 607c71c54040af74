/// Bounds on what may stand in a message; the host refuses what goes over them.
public enum MessageLimits {
  /// Title, message or help, in bytes.
  public static let textInBytes = 2_000
  /// A rationale or a quotation, in bytes.
  public static let longTextInBytes = 16_000
  /// Findings for one document, or over all documents.
  public static let findings = 1_000
  /// Facts kept of one document.
  public static let facts = 1_000
  /// Arguments of a finding, values of a fact.
  public static let values = 32
  /// Related places of a finding.
  public static let related = 32
  /// Kinds of findings, options, languages.
  public static let declared = 64
  /// One line from a plugin, in bytes.
  public static let lineInBytes = 4 << 20
}

extension MessageShape {
  static let shortText = MessageShape.text(limitInBytes: MessageLimits.textInBytes)
  static let longText = MessageShape.text(limitInBytes: MessageLimits.longTextInBytes)
  /// A text of the host's, whose length is that of the document.
  static let anyText = MessageShape.text(limitInBytes: 1 << 30)
  static let offset = MessageShape.integer(0...Int(UInt32.max))
  static let identifier = MessageShape.pattern(.identifier)
  static let language = MessageShape.name(["en", "fr"])
  static let words = MessageShape.named("words") { Words.shape }
}

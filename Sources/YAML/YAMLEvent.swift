/// One step through a YAML text, as the parser sees it.
///
/// The texts point into the parser's memory and are good until the next step.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd
    case documentStart, documentEnd
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case scalar
    case alias
  }

  enum Style {
    case plain, singleQuoted, doubleQuoted, literal, folded
    case block, flow
  }

  var kind: Kind
  /// How a scalar, a sequence or a mapping is written.
  var style: Style = .plain
  /// True for a document border that is not written.
  var isImplicit = false
  /// The text of a scalar.
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The anchor of a node, or what an alias names.
  var anchor: UnsafeBufferPointer<UInt8>?
  /// The tag in full.
  var tag: UnsafeBufferPointer<UInt8>?
  /// Source offsets in bytes, half-open.
  var start: Int
  var end: Int
}

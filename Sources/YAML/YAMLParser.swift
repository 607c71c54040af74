internal import CLibYAML

/// Reads YAML texts into trees, within limits.
///
/// The syntax is what libyaml takes: YAML 1.1, and of 1.2 what the two share. Scalars mean what the
/// Core schema of YAML 1.2.2 says.
package enum YAMLParser {
  /// Reads a text that holds one document.
  ///
  /// - Returns: the root; `nil` for a text without content, which may have comments.
  /// - Throws: `YAMLError` for the first thing wrong, a second document among them.
  package static func parse(
    _ bytes: [UInt8], path: String, limits: YAMLLimits = .default
  ) throws(YAMLError) -> YAMLNode? {
    try compose(bytes, path: path, limits: limits, isSingle: true).first
  }

  /// Reads a text of any number of documents; the roots, in order.
  ///
  /// - Throws: `YAMLError` for the first thing wrong.
  package static func parseAll(
    _ bytes: [UInt8], path: String, limits: YAMLLimits = .default
  ) throws(YAMLError) -> [YAMLNode] {
    try compose(bytes, path: path, limits: limits, isSingle: false)
  }

  private static func compose(
    _ bytes: [UInt8], path: String, limits: YAMLLimits, isSingle: Bool
  ) throws(YAMLError) -> [YAMLNode] {
    try withEvents(of: bytes, path: path, limits: limits) {
      (events: YAMLEvents) throws(YAMLError) -> [YAMLNode] in
      var composer = YAMLComposer(events: events, limits: limits, isSingle: isSingle)
      if let roots = try composer.compose() { return roots }
      // An alias points into what was skipped: only the whole tree will do.
      var whole = limits
      whole.skippedKeys = []
      return try compose(bytes, path: path, limits: whole, isSingle: isSingle)
    }
  }

  /// Checks a text and hands over its events, which are good inside `body` only.
  ///
  /// - Throws: `YAMLError` for a text that the parser must not see, and what `body` throws.
  static func withEvents<Result>(
    of bytes: [UInt8], path: String, limits: YAMLLimits = .default,
    _ body: (YAMLEvents) throws(YAMLError) -> Result
  ) throws(YAMLError) -> Result {
    guard bytes.count <= limits.maximumBytes else {
      throw .tooLarge(sizeInBytes: bytes.count, limitInBytes: limits.maximumBytes, path: path)
    }
    if let name = YAMLTextCheck.otherEncoding(bytes) { throw .otherEncoding(name, path: path) }
    let source = YAMLSource(path: path, bytes: bytes)
    let isASCII = try YAMLTextCheck.check(source)
    return try bytes.withUnsafeBufferPointer { (buffer) throws(YAMLError) -> Result in
      try body(try YAMLEvents(source: source, buffer: buffer, isASCII: isASCII))
    }
  }
}

/// libyaml's parser over one text.
///
/// The parser stores pointers to itself once it has an input, so it lives on the heap, is never moved
/// and belongs to this object alone.
final class YAMLEvents {
  let source: YAMLSource
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let buffer: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var holdsEvent = false
  /// Where `offset(of:)` was last asked for: a mark in scalars, the same place in bytes.
  private var cursor: (scalars: Int, offset: Int)

  /// Starts on `buffer`, the bytes of `source`, which are UTF-8 and must outlive this object.
  ///
  /// When they are ASCII, libyaml's marks are offsets.
  ///
  /// - Throws: `YAMLError` when memory runs out.
  fileprivate init(
    source: YAMLSource, buffer: UnsafeBufferPointer<UInt8>, isASCII: Bool
  ) throws(YAMLError) {
    self.source = source
    self.buffer = buffer
    self.isASCII = isASCII
    cursor = (0, source.markLength)
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      event.deallocate()
      throw .outOfMemory(path: source.path)
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // The mark is kept from libyaml, which would count it as a column.
    let text = UnsafeBufferPointer(rebasing: buffer[source.markLength...])
    // libyaml demands an address even for an empty text.
    let empty: StaticString = ""
    yaml_parser_set_input_string(parser, text.baseAddress ?? empty.utf8Start, text.count)
  }

  deinit {
    if holdsEvent { yaml_event_delete(event) }
    yaml_parser_delete(parser)
    parser.deallocate()
    event.deallocate()
  }

  /// The next step; its texts are good until the one after. Not to be called after `streamEnd`.
  func next() throws(YAMLError) -> YAMLEvent {
    if holdsEvent {
      yaml_event_delete(event)
      holdsEvent = false
    }
    guard yaml_parser_parse(parser, event) == 1 else { throw syntaxError() }
    holdsEvent = true
    let start = offset(of: event.pointee.start_mark)
    let end = max(start, offset(of: event.pointee.end_mark))
    let data = event.pointee.data
    var result = YAMLEvent(kind: .streamStart, start: start, end: end)
    switch event.pointee.type {
    case YAML_DOCUMENT_START_EVENT:
      result.kind = .documentStart
      result.isImplicit = data.document_start.implicit != 0
    case YAML_DOCUMENT_END_EVENT:
      result.kind = .documentEnd
      result.isImplicit = data.document_end.implicit != 0
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      result.anchor = Self.text(data.alias.anchor)
    case YAML_SCALAR_EVENT:
      result.kind = .scalar
      result.anchor = Self.text(data.scalar.anchor)
      result.tag = Self.text(data.scalar.tag)
      result.text = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      result.style =
        switch data.scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .sequenceStart
      result.anchor = Self.text(data.sequence_start.anchor)
      result.tag = Self.text(data.sequence_start.tag)
      result.style = data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      result.anchor = Self.text(data.mapping_start.anchor)
      result.tag = Self.text(data.mapping_start.tag)
      result.style = data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    case YAML_STREAM_START_EVENT: result.kind = .streamStart
    default: result.kind = .streamEnd
    }
    return result
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> UnsafeBufferPointer<UInt8>? {
    guard let pointer else { return nil }
    var count = 0
    while pointer[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: pointer, count: count)
  }

  /// libyaml counts scalars. Marks come nearly in order, so stepping from the last one is cheap.
  private func offset(of mark: yaml_mark_t) -> Int {
    let target = Int(mark.index)
    if isASCII { return min(target, buffer.count) }
    var (scalars, offset) = cursor
    while scalars < target, offset < buffer.count {
      offset += 1
      while offset < buffer.count, buffer[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars += 1
    }
    while scalars > target, offset > source.markLength {
      offset -= 1
      while offset > source.markLength, buffer[offset] & 0xC0 == 0x80 { offset -= 1 }
      scalars -= 1
    }
    cursor = (scalars, offset)
    return offset
  }

  private func syntaxError() -> YAMLError {
    let failure = parser.pointee
    let problem = failure.problem.map { String(cString: $0) } ?? "memory ran out"
    let context = failure.context.map { String(cString: $0) }
    return YAMLSyntaxProblem(
      problem: problem, context: context, offset: offset(of: failure.problem_mark),
      contextOffset: context == nil ? nil : offset(of: failure.context_mark)
    ).error(in: source)
  }
}

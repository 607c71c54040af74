internal import CXML

/// What is done with the events of an XML part.
protocol XMLHandler: AnyObject {
  /// A start tag; `name` is an index in the names that the stream was given, -1 for any other element.
  func start(_ name: Int, _ attributes: XMLAttributes)
  func end(_ name: Int)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// What made the handler give up.
  var failure: ReadingError? { get }
}

/// Reads XML that comes in chunks, with names told apart by their namespaces.
///
/// The only file that speaks to expat. Expat opens nothing by itself; a document type declaration, which
/// neither DOCX nor ODT may have, ends the reading, so that no entity is ever defined.
final class XMLStream {
  private let parser: XML_Parser
  private let names: XMLNames
  private let handler: any XMLHandler
  private let part: String
  private let depthLimit: Int
  private var depth = 0
  /// What each open element is among the names, so that no end tag is looked up; with room for as many as
  /// may be open.
  private let open: UnsafeMutablePointer<Int16>
  private var isWhole = false
  private var failure: ReadingError?
  /// Names whose prefix is not the usual one for its namespace; empty for nearly all files.
  private var prefixes: [[UInt8]: [UInt8]] = [:]
  private var hasPrefixes = false
  private var hasRoot = false
  /// Leaves out what is of no use; `nil` where every byte is to be parsed.
  private var shortening: XMLShortening?
  /// What is left of a chunk, with room for as many bytes as the second says.
  private var left: UnsafeMutablePointer<UInt8>?
  private var capacity = 0

  /// `isShortened` says that expat need not see what the handler has no use for.
  init(
    part: String, names: XMLNames, handler: any XMLHandler, depthLimit: Int,
    isShortened: Bool = false
  ) throws(ReadingError) {
    guard let parser = XML_ParserCreate(nil) else { throw .outOfMemory }
    self.parser = parser
    self.part = part
    self.names = names
    self.handler = handler
    self.depthLimit = depthLimit
    shortening = isShortened ? XMLShortening(names: names) : nil
    // What was given to expat must have been said when the next bytes are looked at.
    if isShortened { coherence_may_wait(parser, 0) }
    open = .allocate(capacity: max(1, depthLimit))
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let stream = XMLStream.from(data), let name, let attributes else { return }
        stream.start(name, attributes)
      },
      { data, _ in XMLStream.from(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let stream = XMLStream.from(data), let text, stream.failure == nil else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        stream.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let stream = XMLStream.from(data) else { return }
      stream.stop(.documentType(part: stream.part))
    }
  }

  deinit {
    XML_ParserFree(parser)
    open.deallocate()
    left?.deallocate()
  }

  /// Whether lines and columns of an error are other than those of the part.
  var isShortened: Bool { shortening?.hasShortened ?? false }

  /// Reads the next chunk; false when there is no use in more. A handler that has given up hears the
  /// rest of its chunk.
  ///
  /// Behind the chunk that is said to be the last, expat does not have to count lines.
  func read(_ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool = false) -> Bool {
    guard failure == nil, !isWhole else { return false }
    isWhole = isLast
    // UTF-16, in which any byte may be that of a bracket.
    if !hasRoot, chunk.prefix(2).contains(where: { $0 == 0 || $0 >= 0xFE }) { stopShortening() }
    var rest = shortening?.isOver == false ? readRoot(chunk) : chunk
    repeat {
      // Names with other prefixes than the usual ones are not known before expat has said so.
      if hasPrefixes || !hasRoot { stopShortening() }
      let (piece, count) = shortened(rest)
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      parse(piece, isLast: isLast && rest.isEmpty)
    } while failure == nil && !rest.isEmpty
    return failure == nil
  }

  /// Gives all that is to come to expat as it stands.
  private func stopShortening() {
    guard shortening?.isOver == false else { return }
    shortening?.stop()
    coherence_may_wait(parser, 1)
  }

  /// Reads up to the end of the root's start tag, which declares the prefixes, and returns what is behind it.
  private func readRoot(_ chunk: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var rest = chunk
    var tries = 0
    while !hasRoot, tries < 4, failure == nil,
      let end = rest.offset(of: 0x3E, from: 0, to: rest.count)
    {
      parse(UnsafeBufferPointer(rebasing: rest[...end]), isLast: false)
      rest = UnsafeBufferPointer(rebasing: rest[(end + 1)...])
      tries += 1
    }
    return rest
  }

  /// What is left of the first bytes of a chunk, until the next call, and how many these are.
  private func shortened(
    _ chunk: UnsafeBufferPointer<UInt8>
  ) -> (left: UnsafeBufferPointer<UInt8>, count: Int) {
    guard shortening?.isOver == false, !chunk.isEmpty else { return (chunk, chunk.count) }
    if capacity < chunk.count {
      left?.deallocate()
      left = .allocate(capacity: chunk.count)
      capacity = chunk.count
    }
    guard let left, let sizes = shortening?.shorten(chunk, into: left) else {
      return (chunk, chunk.count)
    }
    if shortening?.isOver == true { coherence_may_wait(parser, 1) }
    return (UnsafeBufferPointer(start: left, count: sizes.written), sizes.read)
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    bytes.withMemoryRebound(to: CChar.self) {
      let size = Int32(truncatingIfNeeded: $0.count)
      check(XML_Parse(parser, $0.baseAddress, size, isLast ? 1 : 0))
    }
  }

  /// Ends the reading.
  ///
  /// - Throws: what was wrong with the XML, or what the handler gave up for.
  func finish() throws(ReadingError) {
    if failure == nil, !isWhole { check(XML_Parse(parser, nil, 0, 1)) }
    if let failure { throw failure }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func check(_ status: XML_Status) {
    if failure == nil { failure = handler.failure }
    guard status != XML_STATUS_OK, failure == nil else { return }
    let code = XML_GetErrorCode(parser)
    if code == XML_ERROR_NO_MEMORY {
      failure = .outOfMemory
    } else {
      failure = .malformedXML(
        part: part, line: Int(XML_GetCurrentLineNumber(parser)),
        column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }
  }

  private func stop(_ error: ReadingError) {
    if failure == nil { failure = error }
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<CChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    guard failure == nil else { return }
    if depth >= depthLimit { return stop(.partTooDeep(part: part, limit: depthLimit)) }
    let list = XMLAttributes(pointer: attributes)
    learnPrefixes(list)
    let index = hasPrefixes ? renamedIndex(of: name) : names.index(of: name)
    hasRoot = true
    open[depth] = Int16(truncatingIfNeeded: index)
    depth += 1
    handler.start(index, list)
  }

  private func end() {
    guard failure == nil, depth > 0 else { return }
    depth -= 1
    handler.end(Int(open[depth]))
  }

  private func renamedIndex(of name: UnsafePointer<CChar>) -> Int {
    let full = UnsafeBufferPointer(rebasing: XMLAttributes.bytes(name)[...])
    let colon = full.firstIndex(of: 0x3A)
    let prefix = colon.map { Array(full[..<$0]) } ?? []
    guard let usual = prefixes[prefix] else { return names.index(of: name) }
    let local = colon.map { full[($0 + 1)...] } ?? full[...]
    let renamed: [UInt8] = usual + [0x3A] + local + [0]
    return renamed.withUnsafeBytes {
      $0.bindMemory(to: CChar.self).baseAddress.map(names.index) ?? -1
    }
  }

  /// Remembers prefixes that are not those which the names are written with.
  private func learnPrefixes(_ attributes: XMLAttributes) {
    attributes.forEach(startingWith: 0x78) { name, value in
      guard name.starts(with: Self.declaration) else { return }
      var prefix = name.dropFirst(5)
      if prefix.first == 0x3A { prefix = prefix.dropFirst() }
      let space = String(decoding: value, as: UTF8.self)
      guard let usual = XMLNames.usualPrefixes[space], !prefix.elementsEqual(usual.utf8),
        prefixes.count < 100
      else { return }
      prefixes[Array(prefix)] = Array(usual.utf8)
      hasPrefixes = true
    }
  }

  private static let declaration = Array("xmlns".utf8)
}

/// The attributes of a start tag, valid while it is handled.
struct XMLAttributes {
  fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of the attribute with this name, whatever its prefix; `nil` when there is none.
  func value(_ local: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var index = 0
    while let name = pointer[index] {
      let bytes = Self.bytes(name)
      let found = local.withUTF8Buffer { wanted in
        bytes.count >= wanted.count && bytes.suffix(wanted.count).elementsEqual(wanted)
          && (bytes.count == wanted.count || bytes[bytes.count - wanted.count - 1] == 0x3A)
      }
      if found, let value = pointer[index + 1] { return Self.bytes(value) }
      index += 2
    }
    return nil
  }

  func string(_ local: StaticString) -> String? {
    value(local).map { String(decoding: $0, as: UTF8.self) }
  }

  func number(_ local: StaticString) -> Int? { string(local).flatMap { Int($0) } }

  /// The value of a switch such as `<w:b w:val="false"/>`, which is on without a value.
  var isOn: Bool {
    guard let value = string("val") else { return true }
    return !["false", "0", "off", "none"].contains(value)
  }

  /// Only the first byte of a name is looked at before its length is known: this is done for every tag.
  fileprivate func forEach(
    startingWith first: UInt8,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var index = 0
    while let name = pointer[index], let value = pointer[index + 1] {
      if UInt8(bitPattern: name[0]) == first { body(Self.bytes(name), Self.bytes(value)) }
      index += 2
    }
  }

  fileprivate static func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: text, count: count).bindMemory(to: UInt8.self)
  }
}

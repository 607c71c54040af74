/// The objects of a PDF file by their numbers, read when they are asked for.
///
/// Objects are found by looking for them and not by the file's own table, which may be damaged or
/// spread over many updates; of two with one number the later counts. Of encrypted files nothing is read.
final class PDFObjectTable {
  private let source: [UInt8]
  /// Offsets in the source of what follows `obj`.
  private var offsets: [Int: Int] = [:]
  /// Unpacked streams that hold objects, and where in them each object stands.
  private var packs: [[UInt8]] = []
  private var packed: [Int: (pack: Int, offset: Int)] = [:]
  private var known: [Int: PDFObject] = [:]
  /// Bytes that may still be unpacked, and bytes that may still be taken apart: an object that never
  /// ends would otherwise be read to the end of the file each time that one like it is asked for.
  private var budget: Int
  private var workLeft: Int
  /// The dictionary that the file starts from.
  private(set) var catalog: PDFObject?

  private static let objectLimit = 4_000_000
  private static let referenceLimit = 32
  private static let largestBudget = 128 << 20

  /// `nil` for a file that names no structure, as far as can be seen.
  init?(_ source: [UInt8], budgetInBytes: Int) {
    self.source = source
    budget = min(budgetInBytes, Self.largestBudget)
    workLeft = 4 * source.count + 1 << 20
    let streams = findObjects()
    let (isEncrypted, roots) = trailers()
    guard !isEncrypted else { return nil }
    for number in streams { openPack(number) }
    for root in roots where catalog == nil {
      if let object = object(root), object["StructTreeRoot"] != nil { catalog = object }
    }
    guard catalog != nil else { return nil }
  }

  /// What a value stands for: itself, or the object that it refers to.
  func resolved(_ value: PDFObject?) -> PDFObject? {
    var value = value
    for _ in 0..<Self.referenceLimit {
      guard case .reference(let number) = value else { return value }
      value = object(number)
    }
    return nil
  }

  /// The object of a number; `nil` when there is none.
  func object(_ number: Int) -> PDFObject? {
    if let object = known[number] { return object }
    guard workLeft > 0 else { return nil }
    let object: PDFObject?
    if let place = packed[number] {
      object = packs[place.pack].withUnsafeBufferPointer { read($0, from: place.offset).object }
    } else if let offset = offsets[number] {
      object = source.withUnsafeBufferPointer { read($0, from: offset).object }
    } else {
      object = nil
    }
    known[number] = object
    return object
  }

  /// The value at an offset and where it ends.
  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (object: PDFObject?, end: Int) {
    var lexer = PDFLexer(bytes, from: start)
    let object = lexer.object()
    workLeft -= lexer.index - start
    return (object, lexer.index)
  }

  /// The unpacked bytes of a stream; `nil` for filters other than Flate.
  func stream(_ value: PDFObject?) -> [UInt8]? {
    guard case .reference(let number) = value, let start = offsets[number] else { return nil }
    guard let (dictionary, body) = streamParts(at: start) else { return nil }
    var filter = resolved(dictionary["Filter"])
    if case .array(let filters) = filter {
      guard filters.count <= 1 else { return nil }
      filter = resolved(filters.first)
    }
    guard resolved(dictionary["DecodeParms"])?["Predictor"]?.integer ?? 1 <= 1 else { return nil }
    switch filter {
    case nil, .null?:
      budget -= body.count
      return budget > 0 ? Array(source[body]) : nil
    case .name? where filter?.isName("FlateDecode") == true: return inflate(body)
    default: return nil
    }
  }

  private func inflate(_ body: Range<Int>) -> [UInt8]? {
    // zlib's own header, two bytes, stands before the deflated data.
    guard body.count > 2 else { return [] }
    var result: [UInt8] = []
    source.withUnsafeBufferPointer { bytes in
      let data = UnsafeBufferPointer(rebasing: bytes[body.lowerBound + 2..<body.upperBound])
      // What is damaged gives what came before the damage.
      try? Inflation.inflate(data, limit: budget) {
        result.append(contentsOf: $0)
        return true
      }
    }
    budget -= result.count
    return budget > 0 ? result : nil
  }

  /// The dictionary of a stream and where its bytes stand.
  private func streamParts(at start: Int) -> (PDFObject, Range<Int>)? {
    guard workLeft > 0 else { return nil }
    let (value, after) = source.withUnsafeBufferPointer { read($0, from: start) }
    guard let dictionary = value, case .dictionary = dictionary else { return nil }
    var body = after
    while body < source.count, isWhitespace(source[body]) { body += 1 }
    guard source[body...].starts(with: Self.streamWord) else { return nil }
    body += Self.streamWord.count
    if body < source.count, source[body] == 0x0D { body += 1 }
    if body < source.count, source[body] == 0x0A { body += 1 }
    if let length = resolved(dictionary["Length"])?.integer, length >= 0,
      length <= source.count - body
    {
      return (dictionary, body..<body + length)
    }
    return (dictionary, body..<source.count)
  }

  // MARK: Finding

  /// Notes where every object stands, and returns the numbers of those that hold others.
  private func findObjects() -> [Int] {
    var streams: [Int] = []
    source.withUnsafeBufferPointer { bytes in
      var index = 0
      while let found = bytes.offset(of: 0x62, from: index, to: bytes.count) {
        index = found + 1
        guard found > 3, found + 1 < bytes.count, bytes[found + 1] == 0x6A,
          bytes[found - 1] == 0x6F, let number = Self.number(before: found - 1, bytes),
          offsets.count < Self.objectLimit
        else { continue }
        offsets[number] = found + 2
        if Self.startsPack(bytes, found + 2) { streams.append(number) }
      }
    }
    return streams
  }

  /// The object number of `12 0 obj`, whose last word starts at `index`.
  private static func number(before index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = index - 1
    func skip(_ isWanted: (UInt8) -> Bool) -> Int {
      let start = index
      while index >= 0, start - index < 10, isWanted(bytes[index]) { index -= 1 }
      return start - index
    }
    let isDigit: (UInt8) -> Bool = { $0 &- 0x30 < 10 }
    guard skip(isWhitespace) > 0, skip(isDigit) > 0, skip(isWhitespace) > 0 else { return nil }
    let end = index + 1
    guard skip(isDigit) > 0 else { return nil }
    return bytes[index + 1..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// True when `/ObjStm` stands among the first bytes of an object.
  private static func startsPack(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let end = min(bytes.count, start + 300)
    var index = start
    while let slash = bytes.offset(of: 0x2F, from: index, to: end) {
      index = slash + 1
      if bytes[slash..<end].starts(with: packName) { return true }
      if bytes[slash..<end].starts(with: endName) { return false }
    }
    return false
  }

  private static let packName = Array("/ObjStm".utf8)
  private static let endName = Array("endobj".utf8)
  private static let streamWord = Array("stream".utf8)

  /// What trailers say: whether the file is encrypted, and which objects it may start from, last first.
  private func trailers() -> (isEncrypted: Bool, roots: [Int]) {
    var isEncrypted = false
    var roots: [Int] = []
    source.withUnsafeBufferPointer { bytes in
      var index = 0
      while let slash = bytes.offset(of: 0x2F, from: index, to: bytes.count) {
        index = slash + 1
        guard index < bytes.count else { return }
        if bytes[index] == 0x45 {
          isEncrypted = isEncrypted || bytes[slash...].starts(with: Self.encryptName)
        } else if bytes[index] == 0x52, bytes[slash...].starts(with: Self.rootName) {
          var lexer = PDFLexer(bytes, from: slash + Self.rootName.count)
          if case .reference(let number) = lexer.object(), roots.count < 1000 {
            roots.append(number)
          }
        }
      }
    }
    return (isEncrypted, roots.reversed())
  }

  private static let encryptName = Array("/Encrypt".utf8)
  private static let rootName = Array("/Root".utf8)

  private func openPack(_ number: Int) {
    guard let offset = offsets[number], let (dictionary, _) = streamParts(at: offset),
      let count = resolved(dictionary["N"])?.integer, count >= 0,
      let first = resolved(dictionary["First"])?.integer, first >= 0,
      let bytes = stream(.reference(number))
    else { return }
    let pack = packs.count
    packs.append(bytes)
    workLeft += 4 * bytes.count
    bytes.withUnsafeBufferPointer { bytes in
      var lexer = PDFLexer(bytes)
      for _ in 0..<min(count, bytes.count) {
        guard let number = lexer.operand()?.integer, let start = lexer.operand()?.integer,
          start >= 0, start < bytes.count, first + start < bytes.count
        else { return }
        packed[number] = (pack, first + start)
      }
    }
  }
}

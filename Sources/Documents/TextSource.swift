internal import SourceText

/// The bytes of a text file, checked: valid UTF-8 without NUL bytes.
struct TextSource {
  var bytes: [UInt8]
  /// Where the text starts: after a byte order mark.
  var start: Int
  var diagnostics: [Diagnostic] = []

  /// Takes UTF-8, with or without a byte order mark, and UTF-16 with one.
  ///
  /// When `statesWesternEncoding` says that the source names itself as Windows-1252 or ISO 8859-1, what
  /// is no UTF-8 is read as that.
  init(
    _ source: [UInt8], path: String, limits: ReadingLimits,
    statesWesternEncoding: ([UInt8]) -> Bool = { _ in false }
  ) throws(ReadingError) {
    guard source.count <= limits.sizeInBytes else {
      throw .tooLarge(sizeInBytes: source.count, limitInBytes: limits.sizeInBytes)
    }
    if let content = BinaryContent(source) { throw .binary(content) }
    if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF]) {
      bytes = try UTF16Text.utf8(source, littleEndian: source[0] == 0xFF)
      start = 0
      if bytes.contains(0) { throw .binary(.unknown) }
      diagnostics.append(Self.conversion(from: "UTF-16", path: path))
    } else if let offset = UTF8Validation.firstInvalidOffset(in: source) {
      guard statesWesternEncoding(source) else { throw .invalidUTF8(offset: offset) }
      bytes = WesternText.utf8(source)
      start = 0
      diagnostics.append(Self.conversion(from: "Windows-1252", path: path))
    } else {
      bytes = source
      start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
    if !bytes[start...].contains(where: { $0 > 0x20 }) {
      diagnostics.append(Self.emptyDocument(path: path))
    }
  }

  static func emptyDocument(path: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "empty-document",
      LocalizedText("document holds no text", "le document ne contient aucun texte"),
      path: path,
      help: LocalizedText(
        "check that the right file was given", "vérifiez que c’est le bon fichier"))
  }

  private static func conversion(from encoding: String, path: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "encoding-converted",
      LocalizedText(
        "text is in \(encoding); offsets refer to the same text in UTF-8",
        "le texte est en \(encoding); les positions valent pour le même texte en UTF-8"),
      path: path,
      help: LocalizedText("save the file as UTF-8", "enregistrez le fichier en UTF-8"))
  }
}

/// Conversion of Windows-1252, which ISO 8859-1 is read as too, as browsers do.
enum WesternText {
  static func utf8(_ source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count + source.count / 16)
    for byte in source {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: CharacterReference.windows1252(byte))
      }
    }
    return result
  }
}

/// Conversion of UTF-16 with a byte order mark.
enum UTF16Text {
  /// The same text in UTF-8, without the mark.
  static func utf8(_ source: [UInt8], littleEndian: Bool) throws(ReadingError) -> [UInt8] {
    guard source.count % 2 == 0 else { throw .invalidUTF16(offset: source.count - 1) }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 2
    func unit(_ index: Int) -> UInt32 {
      let (a, b) = (UInt32(source[index]), UInt32(source[index + 1]))
      return littleEndian ? b << 8 | a : a << 8 | b
    }
    while index < source.count {
      var value = unit(index)
      let start = index
      index += 2
      if value & 0xFC00 == 0xD800, index < source.count, unit(index) & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + (unit(index) & 0x3FF)
        index += 2
      }
      guard let scalar = Unicode.Scalar(value) else { throw .invalidUTF16(offset: start) }
      result.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
    return result
  }
}

/// Well-formedness of UTF-8 (Unicode, table 3-7).
enum UTF8Validation {
  /// The offset of the first byte that begins no well-formed character; `nil` when there is none.
  static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      var index = 0
      while index < buffer.count {
        index = wellFormedEnd(in: buffer, from: index)
        // What vectors cannot tell, or do not reach.
        let end = min(index + 32, buffer.count)
        while index < end {
          if buffer[index] < 0x80 {
            index += 1
          } else {
            let length = length(of: buffer, at: index)
            if length == 0 { return index }
            index += length
          }
        }
      }
      return nil
    }
  }

  private typealias Vector = SIMD16<UInt8>

  /// An offset between two characters up to which all is well-formed from another such offset on.
  private static func wellFormedEnd(in buffer: UnsafeRawBufferPointer, from start: Int) -> Int {
    // The three bytes before a vector are looked at with it.
    guard let base = buffer.baseAddress, start >= 3 else { return start }
    var index = start
    while index &+ 32 <= buffer.count {
      let words = base.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      let both = words.lowHalf | words.highHalf
      // Nothing may be open where the bytes of ASCII begin.
      if (both[0] | both[1]) & 0x8080_8080_8080_8080 == 0, buffer[index &- 1] < 0x80 {
        index &+= 32
      } else if isWellFormed(at: base + index), isWellFormed(at: base + index + 16) {
        index &+= 32
      } else {
        break
      }
    }
    // Back to the start of a character that goes on here.
    for open in stride(from: index - 1, through: max(start, index - 3), by: -1) {
      if buffer[open] >= 0xC0 { return open }
      if buffer[open] < 0x80 { break }
    }
    return index
  }

  /// Whether each of 16 bytes goes on a character where one is open and only there, and is not one of the few that
  /// take a closer look; three bytes before them must be there to be read.
  @inline(__always)
  private static func isWellFormed(at address: UnsafeRawPointer) -> Bool {
    let bytes = address.loadUnaligned(as: Vector.self)
    let last = (address - 1).loadUnaligned(as: Vector.self)
    let second = (address - 2).loadUnaligned(as: Vector.self)
    let third = (address - 3).loadUnaligned(as: Vector.self)
    let isTail = (bytes & Vector(repeating: 0xC0)) .== Vector(repeating: 0x80)
    let isExpected =
      (last .>= Vector(repeating: 0xC2)) .| (second .>= Vector(repeating: 0xE0))
      .| (third .>= Vector(repeating: 0xF0))
    // Leads of characters that could be shorter, surrogates, and what is too large.
    let isDoubtful =
      ((bytes & Vector(repeating: 0xFE)) .== Vector(repeating: 0xC0))
      .| (bytes .== Vector(repeating: 0xE0)) .| (bytes .== Vector(repeating: 0xED))
      .| (bytes .>= Vector(repeating: 0xF0))
    let answer = unsafeBitCast((isTail .^ isExpected) .| isDoubtful, to: SIMD2<UInt64>.self)
    return answer[0] | answer[1] == 0
  }

  /// The length of the well-formed character outside ASCII at `index`; 0 when there is none.
  private static func length(of buffer: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = buffer[index]
    let left = buffer.count - index
    func isTail(_ offset: Int) -> Bool { buffer[index + offset] & 0xC0 == 0x80 }
    switch lead {
    case 0xC2...0xDF:
      return left >= 2 && isTail(1) ? 2 : 0
    case 0xE0...0xEF:
      guard left >= 3, isTail(1), isTail(2) else { return 0 }
      if lead == 0xE0, buffer[index + 1] < 0xA0 { return 0 }
      if lead == 0xED, buffer[index + 1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard left >= 4, isTail(1), isTail(2), isTail(3) else { return 0 }
      if lead == 0xF0, buffer[index + 1] < 0x90 { return 0 }
      if lead == 0xF4, buffer[index + 1] > 0x8F { return 0 }
      return 4
    default:
      return 0
    }
  }
}

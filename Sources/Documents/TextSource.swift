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
      let count = buffer.count
      var index = 0
      while index < count {
        while index &+ 32 <= count {
          let words = buffer.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
          let both = words.lowHalf | words.highHalf
          if (both[0] | both[1]) & 0x8080_8080_8080_8080 != 0 { break }
          index &+= 32
        }
        while index &+ 8 <= count {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
          let marks = word & 0x8080_8080_8080_8080
          if marks != 0 {
            index &+= marks.trailingZeroBitCount &>> 3
            break
          }
          index &+= 8
        }
        while index < count, buffer[index] < 0x80 { index &+= 1 }
        // Characters outside ASCII mostly come alone, yet a whole text may be made of them.
        while index < count, buffer[index] >= 0x80 {
          // Letters with accents, nearly always.
          if buffer[index] >= 0xC2, buffer[index] <= 0xDF, index &+ 1 < count,
            buffer[index &+ 1] & 0xC0 == 0x80
          {
            index &+= 2
            continue
          }
          let length = length(of: buffer, at: index)
          if length == 0 { return index }
          index += length
        }
      }
      return nil
    }
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

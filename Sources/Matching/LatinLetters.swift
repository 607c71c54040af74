/// Case, composition and accents of Latin letters, without the tables of all of Unicode.
enum LatinLetters {
  /// The small letter of a letter; the scalar itself when it has none.
  static func lowercase(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return scalar + 0x20
    case 0..<0xC0: return scalar
    case 0xC0...0xDE: return scalar == 0xD7 ? scalar : scalar + 0x20
    case 0xDF...0xFF, 0x130, 0x131, 0x138, 0x149, 0x17F: return scalar
    case 0x178: return 0xFF
    // In these two stretches the capitals are odd, in the rest of the block they are even.
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x100...0x177, 0x1E00...0x1E95, 0x1EA0...0x1EFF: return scalar | 1
    case 0x391...0x3A9, 0x410...0x42F: return scalar + 0x20
    case 0x400...0x40F: return scalar + 0x50
    default: return scalar
    }
  }

  /// The letters that a ligature stands for, in small letters; `nil` for any other scalar.
  static func ligature(_ scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0xE6, 0xC6: "ae"
    case 0x153, 0x152: "oe"
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default: nil
    }
  }

  /// The one scalar that a letter and a combining mark make; `nil` when there is none.
  static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    compositions[UInt64(base) << 32 | UInt64(mark)]
  }

  /// The letter without its accent; the scalar itself when it has none.
  static func unaccented(_ scalar: UInt32) -> UInt32 { bases[scalar] ?? scalar }

  private static let accented: [(mark: UInt32, letters: String)] = [
    (0x300, "aàeèiìoòuùnǹ"),
    (0x301, "aáeéiíoóuúyýcćnńsśzźlĺrŕ"),
    (0x302, "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷ"),
    (0x303, "aãnñoõiĩuũ"),
    (0x304, "aāeēiīoōuū"),
    (0x306, "aăeĕgğiĭoŏuŭ"),
    (0x307, "cċeėgġzż"),
    (0x308, "aäeëiïoöuüyÿ"),
    (0x30A, "aåuů"),
    (0x30B, "oőuű"),
    (0x30C, "cčdďeěnňrřsštťzž"),
    (0x327, "cçsştţgģkķlļnņrŗ"),
    (0x328, "aąeęiįuų"),
  ]

  private static let compositions: [UInt64: UInt32] = {
    var table: [UInt64: UInt32] = [:]
    for (mark, letters) in accented {
      let scalars = letters.unicodeScalars.map(\.value)
      for at in stride(from: 0, to: scalars.count - 1, by: 2) {
        let (base, letter) = (scalars[at], scalars[at + 1])
        table[UInt64(base) << 32 | UInt64(mark)] = letter
        let capital: UInt32 = letter == 0xFF ? 0x178 : capital(of: letter)
        table[UInt64(base - 0x20) << 32 | UInt64(mark)] = capital
      }
    }
    return table
  }()

  private static func capital(of letter: UInt32) -> UInt32 {
    letter < 0x100 ? letter - 0x20 : letter - 1
  }

  private static let bases: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for (key, letter) in compositions { table[letter] = UInt32(key >> 32) }
    return table
  }()
}

extension Array where Element == UInt8 {
  /// Appends a scalar in UTF-8; the scalar must be valid.
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }

  /// The word without its accents; `nil` when it has none.
  var unaccented: [UInt8]? {
    guard contains(where: { $0 >= 0x80 }) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var offset = 0
    while offset < count {
      let (value, length) = span.scalar(at: offset, limit: count)
      result.append(scalar: LatinLetters.unaccented(value))
      offset += length
    }
    return result == self ? nil : result
  }
}

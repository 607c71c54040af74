/// The French words that lose their last letter before a vowel.
enum Elision {
  /// Whether these small letters, without the apostrophe, are an elided word.
  static func contains(_ letters: [UInt8]) -> Bool {
    switch letters.count {
    case 1:
      switch letters[0] {
      case 0x63, 0x64, 0x6A, 0x6C, 0x6D, 0x6E, 0x73, 0x74: true  // c d j l m n s t
      default: false
      }
    case 2: letters.elementsEqual("qu".utf8)
    case 5: letters.elementsEqual("jusqu".utf8)
    case 6:
      letters.elementsEqual("lorsqu".utf8) || letters.elementsEqual("puisqu".utf8)
        || letters.elementsEqual("quoiqu".utf8)
    default: false
    }
  }
}

import CHTML
import CMarkdown

/// The C libraries under our readers, with what they find kept and nothing else done to it.
enum ParserAlone {
  /// Builds gumbo's tree and frees it.
  static func gumbo(_ source: [UInt8]) {
    source.withUnsafeBytes { bytes in
      let text = bytes.bindMemory(to: CChar.self)
      withUnsafePointer(to: kGumboDefaultOptions) { options in
        gumbo_destroy_output(
          options, gumbo_parse_with_options(options, text.baseAddress, text.count))
      }
    }
  }

  /// Lets md4c report all it finds, with the same extensions that our reader asks for, and keeps the text,
  /// one piece after the other with a line feed behind each block: md4c itself keeps nothing, so that a caller
  /// who did nothing would measure what no reader can do.
  static func md4c(_ source: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(source.count + source.count / 64 + 64)
    var parser = self.parser()
    parser.leave_block = { _, _, text in
      text?.assumingMemoryBound(to: [UInt8].self).pointee.append(0x0A)
      return 0
    }
    parser.text = { _, piece, count, text in
      text?.assumingMemoryBound(to: [UInt8].self).pointee.append(
        contentsOf: UnsafeRawBufferPointer(start: piece, count: Int(count)))
      return 0
    }
    parse(source, &parser, into: &text)
    return text
  }

  /// With the extensions that our reader asks for, and nothing done to what is found.
  private static func parser() -> MD_PARSER {
    var parser = MD_PARSER()
    parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    parser.enter_block = { _, _, _ in 0 }
    parser.leave_block = { _, _, _ in 0 }
    parser.enter_span = { _, _, _ in 0 }
    parser.leave_span = { _, _, _ in 0 }
    parser.text = { _, _, _, _ in 0 }
    return parser
  }

  private static func parse(_ source: [UInt8], _ parser: inout MD_PARSER, into text: inout [UInt8])
  {
    source.withUnsafeBytes { bytes in
      let source = bytes.bindMemory(to: CChar.self)
      _ = withUnsafeMutablePointer(to: &text) {
        md_parse(source.baseAddress, MD_SIZE(source.count), &parser, $0)
      }
    }
  }

  /// The HTML blocks that md4c finds, one after the other.
  static func html(inMarkdown source: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(source.count + 64)
    var parser = self.parser()
    parser.text = { type, piece, count, text in
      guard type == MD_TEXT_HTML else { return 0 }
      text?.assumingMemoryBound(to: [UInt8].self).pointee.append(
        contentsOf: UnsafeRawBufferPointer(start: piece, count: Int(count)))
      return 0
    }
    parse(source, &parser, into: &text)
    return text
  }
}

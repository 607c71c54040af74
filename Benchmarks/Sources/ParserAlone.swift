import CHTML
import CMarkdown

/// The C libraries under our readers, with nothing done to what they find.
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

  /// Lets md4c report all it finds, with the same extensions that our reader asks for.
  static func md4c(_ source: [UInt8]) {
    var parser = MD_PARSER()
    parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    parser.enter_block = { _, _, _ in 0 }
    parser.leave_block = { _, _, _ in 0 }
    parser.enter_span = { _, _, _ in 0 }
    parser.leave_span = { _, _, _ in 0 }
    parser.text = { _, _, _, _ in 0 }
    source.withUnsafeBytes { bytes in
      let text = bytes.bindMemory(to: CChar.self)
      _ = md_parse(text.baseAddress, MD_SIZE(text.count), &parser, nil)
    }
  }
}

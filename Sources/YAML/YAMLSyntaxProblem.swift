internal import SourceText

/// What libyaml says is wrong, and our words for it.
///
/// libyaml speaks of tokens; a rule author sees lists, mappings and indentation. The place is moved
/// too where the start of a thing tells more than the end of the text at which it was missed.
struct YAMLSyntaxProblem {
  let problem: String
  let context: String?
  /// Where libyaml gave up.
  let offset: Int
  /// Where the thing started that it was reading.
  let contextOffset: Int?

  func error(in source: YAMLSource) -> YAMLError {
    let found = Self.found(at: offset, in: source)
    let start = contextOffset ?? offset
    let startPlace = YAMLError.place(start, in: source)
    let startColumn = source.position(at: start).column
    var place = offset
    let message: String
    let help: String?
    switch (problem, context) {
    case ("could not find expected ':'", _):
      place = start
      message =
        "expected ':' and a value after this key, "
        + "found \(Self.found(at: lineEnd(source), in: source))"
      help =
        "write 'key: value', or indent the line if it continues the text before; "
        + "a key stands on one line"
    case ("did not find expected key", _) where hasTextBefore(source):
      message = "expected the end of the line after this value, found \(found)"
      help =
        "put the whole text between quotes; between single quotes an apostrophe is written twice"
    case ("did not find expected key", _):
      message = "expected a key of the mapping that starts at \(startPlace), found \(found)"
      help = "keys of one mapping start in the same column, here \(startColumn)"
    case ("did not find expected '-' indicator", _):
      message =
        "expected '- ' for the next entry of the list that starts at \(startPlace), "
        + "found \(found)"
      help = "entries of one list start in the same column, here \(startColumn)"
    case ("did not find expected ',' or ']'", _):
      (place, message) = unclosed("list", "]", found, startPlace, start, source)
      help = "close the list with ']', and put a text that holds ',' or ':' between quotes"
    case ("did not find expected ',' or '}'", _):
      (place, message) = unclosed("mapping", "}", found, startPlace, start, source)
      help = "close the mapping with '}', and put a text that holds ',', ':' or '}' between quotes"
    case ("found unexpected end of stream", _):
      place = start
      message =
        "the quote that opens here is never closed; "
        + "expected its partner before the end of the text"
      help = "close it; an apostrophe in a text between single quotes is written twice"
    case ("found unexpected document indicator", _):
      message = "a text between quotes, opened at \(startPlace), runs into \(found)"
      help = "close the quote, or indent the line"
    case ("found unknown escape character", _):
      message =
        "unknown escape \(YAMLError.quoted(Self.text(at: offset, count: 2, in: source))) "
        + "between double quotes"
      help = "write '\\\\' for a backslash, or use single quotes"
    case ("did not find expected hexdecimal number", _):
      message = "expected hexadecimal digits in an escape, found \(found)"
      help = "'\\x' takes two digits, '\\u' four, '\\U' eight"
    case ("found invalid Unicode character escape code", _):
      message = "an escape names a number that is no Unicode character"
      help = "write the character itself"
    case ("mapping values are not allowed in this context", _):
      message = "':' cannot stand here; expected the end of the value before it"
      help = "put a text that holds ': ' between quotes, or check the indentation"
    case ("mapping keys are not allowed in this context", _):
      message = "expected a value on this line, found \(found), which starts a mapping"
      help = "start it on a line of its own, or put the text between quotes"
    case ("block sequence entries are not allowed in this context", _):
      message = "expected a value on this line, found \(found), which starts a list"
      help = "start each '- ' on a line of its own, or put the text between quotes"
    case ("found character that cannot start any token", _):
      if Self.byte(at: offset, in: source) == 0x09 {
        message = "found a tab, expected blanks for the indentation"
        help = "replace the tab by blanks"
      } else {
        let first = Self.found(at: offset, count: 1, in: source)
        message = "a text without quotes cannot start with \(first)"
        help = "put the text between quotes"
      }
    case ("found a tab character where an indentation space is expected", _),
      ("found a tab character that violates indentation", _):
      message = "found a tab, expected blanks for the indentation"
      help = "replace the tab by blanks"
    case ("did not find expected node content", _) where offset >= source.bytes.count:
      place = contentEnd(source)
      message = "expected a value, found \(found)"
      help = "write the value, and close each '[' and '{'"
    case ("did not find expected node content", _):
      let first = Self.found(at: offset, count: 1, in: source)
      message = "expected a value, found \(found)"
      help = "put a text that starts with \(first) between quotes"
    case ("found unexpected ':'", _):
      message = "expected a value after ':', found \(Self.found(at: offset + 1, in: source))"
      help = "write a blank and the value after ':', or put a text that ends in ':' between quotes"
    case ("did not find expected <document start>", _) where offset >= source.bytes.count:
      place = contentEnd(source)
      message = "expected '---' after the lines that start with '%', found \(found)"
      help = "write '---' and the text after it, or remove these lines"
    case ("did not find expected <document start>", _):
      message = "expected the end of the text, found \(found)"
      help = "a file holds one list or one mapping; check the indentation and the brackets before"
    case ("found an indentation indicator equal to 0", _):
      message = "found '0', expected an indentation from 1 to 9"
      help = "write '|' or '>' alone; the indentation is then taken from the first line"
    case (_, "while scanning a block scalar"):
      message = "expected the end of the line after '|' or '>', found \(found)"
      help = "the text starts on the next line"
    case (_, "while scanning an anchor"):
      message = "expected a name of letters, digits, '-' and '_' after '&', found \(found)"
      help = "put a text that starts with '&' between quotes"
    case (_, "while scanning an alias"):
      message = "expected a name of letters, digits, '-' and '_' after '*', found \(found)"
      help = "put a text that starts with '*' between quotes"
    case ("found undefined tag handle", _):
      place = start
      message = "the tag starts with a name that no '%TAG' line declares"
      help = "put a text that starts with '!' between quotes"
    case (_, "while scanning a tag"), (_, "while parsing a tag"):
      message = "expected a tag, found \(found)"
      help = "put a text that starts with '!' between quotes"
    case ("found incompatible YAML document", _):
      message = "found another version of YAML, expected 1.1 or 1.2"
      help = "remove the line that starts with '%YAML'"
    case ("found duplicate %YAML directive", _), ("found duplicate %TAG directive", _):
      message = "the same line \(found) stands twice"
      help = "remove one of the two"
    case (_, "while scanning a directive"), (_, "while scanning a %YAML directive"),
      (_, "while scanning a %TAG directive"), (_, "while scanning a tag directive"),
      (_, "while parsing a %TAG directive"), (_, "while parsing a tag directive"):
      place = start
      message = "a line that starts with '%' is neither '%YAML 1.2' nor a '%TAG' line"
      help = "remove the line, or put the text between quotes"
    default:
      message = "no YAML from here on; found \(found)"
      help = "check the quotes, brackets and indentation before"
    }
    return YAMLError(.syntax, message, in: source, at: place, help: help)
  }

  private func unclosed(
    _ name: String, _ bracket: String, _ found: String, _ startPlace: String, _ start: Int,
    _ source: YAMLSource
  ) -> (place: Int, message: String) {
    if offset >= source.bytes.count {
      return (start, "the \(name) that opens here is never closed; expected ',' or '\(bracket)'")
    }
    return (
      offset,
      "expected ',' or '\(bracket)' in the \(name) that opens at \(startPlace), found \(found)"
    )
  }

  /// True when something else than blanks stands before the place on its line.
  private func hasTextBefore(_ source: YAMLSource) -> Bool {
    var index = min(offset, source.bytes.count)
    while index > source.markLength {
      index -= 1
      switch source.bytes[index] {
      case 0x0A, 0x0D: return false
      // The dash of an entry is no text before its value.
      case 0x20, 0x09, UInt8(ascii: "-"): continue
      default: return true
      }
    }
    return false
  }

  /// The end of the text without the empty lines there.
  private func contentEnd(_ source: YAMLSource) -> Int {
    var end = source.bytes.count
    while end > source.markLength, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) {
      end -= 1
    }
    return end
  }

  /// The end of the line on which the thing started.
  private func lineEnd(_ source: YAMLSource) -> Int {
    var end = contextOffset ?? offset
    while let byte = Self.byte(at: end, in: source), byte != 0x0A, byte != 0x0D { end += 1 }
    return end
  }

  private static func byte(at offset: Int, in source: YAMLSource) -> UInt8? {
    offset < source.bytes.count ? source.bytes[offset] : nil
  }

  /// The word at a place, or what else is there.
  private static func found(at offset: Int, count: Int? = nil, in source: YAMLSource) -> String {
    switch byte(at: offset, in: source) {
    case nil: return "the end of the text"
    case 0x0A, 0x0D: return "the end of the line"
    case 0x09: return "a tab"
    case 0x20: return "a blank"
    default: return YAMLError.quoted(text(at: offset, count: count, in: source))
    }
  }

  /// Up to `count` scalars of one line, or the word there; a bracket, colon or comma is a word.
  private static func text(at offset: Int, count: Int?, in source: YAMLSource) -> String {
    let window = source.bytes[min(offset, source.bytes.count)...].prefix(160)
    var word = String.UnicodeScalarView()
    for scalar in String(decoding: window, as: UTF8.self).unicodeScalars {
      if scalar == "\n" || scalar == "\r" { break }
      if let count, word.count == count { break }
      if count == nil {
        let isMark = "[]{},:".unicodeScalars.contains(scalar)
        if scalar == " " || scalar == "\t" || (isMark && !word.isEmpty) { break }
        word.append(scalar)
        if isMark || word.count == 24 { break }
      } else {
        word.append(scalar)
      }
    }
    return String(word)
  }
}

import Checking
import SourceText
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program needs to know of its surroundings, in one place.
enum Terminal {
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Ends the process without tidying up; what is printed goes straight to its descriptor.
  static func exit(_ status: Int32) -> Never { _exit(status) }

  static var inputIsTerminal: Bool { isatty(0) == 1 }
  static var outputIsTerminal: Bool { isatty(1) == 1 }
  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// Colour on a terminal that wants it (see no-color.org); `FORCE_COLOR` asks for it elsewhere.
  static var wantsColor: Bool {
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    if let value = environment("FORCE_COLOR"), !value.isEmpty, value != "0" { return true }
    return outputIsTerminal && environment("TERM") != "dumb"
  }

  /// Columns of the terminal; 100 when the output goes elsewhere.
  static var width: Int {
    if let text = environment("COLUMNS"), let columns = Int(text), columns >= 20 {
      return min(columns, 200)
    }
    var size = winsize()
    if outputIsTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 {
      return min(Int(size.ws_col), 140)
    }
    return 100
  }

  /// The language of the user's locale; `nil` when it is none that we speak.
  static var localeLanguage: Language? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      return Language(rawValue: String(value.prefix(2)))
    }
    return nil
  }

  /// The day where the user is.
  static var today: CalendarDay? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Writes all bytes to standard output; false when the reader has gone.
  static func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if write(bytes, to: 1) { return true }
    lostOutput.store(errno, ordering: .relaxed)
    return false
  }

  /// `errno` of a write to standard output that failed; 0 while none has.
  private static let lostOutput = Atomic<Int32>(0)

  /// What went wrong with standard output; `nil` when all was written, or the reader wanted no more.
  static var outputProblem: Diagnostic? {
    let code = lostOutput.load(ordering: .relaxed)
    guard code != 0, code != EPIPE else { return nil }
    return Output.lost(.system(code))
  }

  static func writeError(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(UnsafeRawBufferPointer($0), to: 2) }
  }

  /// Writes diagnostics to standard error, as compilers do.
  static func write(_ diagnostics: [Diagnostic], in language: Language) {
    for diagnostic in diagnostics { writeError(diagnostic.rendered(in: language) + "\n") }
  }

  static func print(_ text: String) {
    var line = text + "\n"
    line.withUTF8 { _ = write(UnsafeRawBufferPointer($0)) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    guard var base = bytes.baseAddress else { return true }
    var left = bytes.count
    while left > 0 {
      #if canImport(Glibc)
        let written = Glibc.write(descriptor, base, left)
      #elseif canImport(Musl)
        let written = Musl.write(descriptor, base, left)
      #else
        let written = Darwin.write(descriptor, base, left)
      #endif
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      base += written
      left -= written
    }
    return true
  }
}

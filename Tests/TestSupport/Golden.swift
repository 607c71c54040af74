internal import Glibc
internal import SourceText
package import Testing

/// Compares text with a file that was read and approved by a person.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is rewritten, and the test still fails in that
/// run, so that an update can never pass for a success.
package enum Golden {
  /// True when this run rewrites the files.
  package static var isUpdating: Bool {
    getenv("UPDATE_GOLDEN").map { String(cString: $0) } == "1"
  }

  /// Records an issue with the first line that differs.
  ///
  /// `relative` names the approved file from the root of the work tree.
  package static func check(
    _ actual: String, against relative: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expected = try? Repository.text(relative)
    if expected == actual { return }
    if isUpdating {
      let problem = write(actual, to: Repository.path(relative))
      Issue.record(
        "\(relative): \(problem ?? "rewritten; read the difference before you commit it")",
        sourceLocation: sourceLocation)
      return
    }
    guard let expected else {
      Issue.record(
        "\(relative) does not exist; UPDATE_GOLDEN=1 writes it", sourceLocation: sourceLocation)
      return
    }
    Issue.record(
      "\(relative):\(difference(expected: expected, actual: actual)); UPDATE_GOLDEN=1 rewrites it",
      sourceLocation: sourceLocation)
  }

  /// The number of the first line that differs, and both versions of it.
  package static func difference(expected: String, actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var line = 0
    while line < old.count, line < new.count, old[line] == new[line] { line += 1 }
    let before = line < old.count ? "'\(old[line])'" : "the end"
    let after = line < new.count ? "'\(new[line])'" : "the end"
    return "\(line + 1): expected \(before), got \(after)"
  }

  /// Rewrites an approved file; returns why it could not.
  package static func write(_ text: String, to path: String) -> String? {
    guard let stream = fopen(path, "wb") else { return String(cString: strerror(errno)) }
    defer { fclose(stream) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, stream) == bytes.count
      ? nil : String(cString: strerror(errno))
  }
}

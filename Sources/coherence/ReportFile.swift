import ArgumentParser

/// A report that goes into a file, as `FORMAT=FILE`.
struct ReportFile: ExpressibleByArgument {
  let format: String
  let path: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    format = String(argument[..<sign])
    path = String(argument[argument.index(after: sign)...])
    if path.isEmpty { return nil }
  }
}

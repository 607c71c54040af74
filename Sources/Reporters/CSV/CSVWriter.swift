/// Writes comma-separated values (RFC 4180) that a spreadsheet opens as text.
///
/// A byte order mark stands first, because Excel takes a file without it for another encoding than UTF-8 and
/// breaks every accent; `CSVCell` says how a value is made harmless.
struct CSVWriter {
  private let output: ReportOutput

  init(_ output: ReportOutput) {
    self.output = output
    output.write("\u{FEFF}")
  }

  func row(_ values: [String]) {
    for (index, value) in values.enumerated() {
      if index > 0 { output.write(byte: 0x2C) }
      output.write(CSVCell.text(value))
    }
    output.write("\r\n")
  }
}

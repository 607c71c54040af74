/// Lines for a terminal: wrapped, indented, and coloured if asked for.
final class TerminalPage {
  /// Columns of a line.
  let width: Int
  /// Columns of running text; less than `width` on a wide terminal.
  let proseWidth: Int
  private let output: ReportOutput
  private let usesColor: Bool
  private var endsInBlankLine = true

  init(_ output: ReportOutput, _ options: ReportOptions) {
    self.output = output
    self.usesColor = options.color
    self.width = max(ReportOptions.leastWidth, options.width)
    self.proseWidth = min(width, ReportOptions.widestProse)
  }

  /// An empty line; never two of them, and none at the top.
  func blank() {
    guard !endsInBlankLine else { return }
    output.write(byte: 0x0A)
    endsInBlankLine = true
  }

  /// Running text, its first line after `indent` columns, the others after `hanging`, which is the
  /// same when not given.
  func text(_ text: StyledText, indent: Int = 0, hanging: Int? = nil) {
    let hanging = hanging ?? indent
    let lines = LineBreaker.lines(
      of: text, first: proseWidth - indent, rest: proseWidth - hanging)
    for (index, line) in lines.enumerated() {
      write(line, indent: index == 0 ? indent : hanging)
    }
  }

  /// Running text beside its label, which stands in a column of its own.
  ///
  /// On a narrow page the label gets a line of its own.
  func entry(_ label: String, _ text: StyledText, indent: Int, labelWidth: Int) {
    let column = indent + labelWidth + 2
    if label.isEmpty || proseWidth - column >= 24 {
      let padding = String(repeating: " ", count: max(0, labelWidth - DisplayWidth.of(label)))
      let start = proseWidth - column >= 24 ? column : indent + 2
      let lines = LineBreaker.lines(
        of: text, first: proseWidth - start, rest: proseWidth - start)
      for (index, line) in lines.enumerated() {
        if index == 0, !label.isEmpty {
          write(
            [
              StyledText.Run(text: label, style: .quiet),
              StyledText.Run(text: padding + "  ", style: .plain),
            ] + line, indent: indent)
        } else {
          write(line, indent: start)
        }
      }
    } else {
      write([StyledText.Run(text: label, style: .quiet)], indent: indent)
      self.text(text, indent: indent + 2)
    }
  }

  /// Two texts on one line after a mark, the second at the right edge; on two lines when they don't
  /// fit.
  func split(
    mark: StyledText = StyledText(), _ left: StyledText, _ right: StyledText, indent: Int
  ) {
    let start = indent + (mark.isEmpty ? 0 : mark.width + 2)
    let free = proseWidth - start - left.width - right.width
    if free >= 2 {
      let blanks = StyledText.Run(text: String(repeating: " ", count: free), style: .plain)
      return write(marked(mark) + left.runs + [blanks] + right.runs, indent: indent)
    }
    let lines = LineBreaker.lines(of: left, first: proseWidth - start, rest: proseWidth - start)
    for (index, line) in lines.enumerated() {
      if index == 0 {
        write(marked(mark) + line, indent: indent)
      } else {
        write(line, indent: start)
      }
    }
    text(right, indent: start)
  }

  private func marked(_ mark: StyledText) -> [StyledText.Run] {
    mark.isEmpty ? [] : mark.runs + [StyledText.Run(text: "  ", style: .plain)]
  }

  /// A title with a line that leads to the edge.
  func rule(_ title: StyledText) {
    let shown = title.truncated(to: width - 6)
    let rest = max(0, proseWidth - 4 - shown.width)
    write(
      [StyledText.Run(text: "── ", style: .quiet)] + shown.runs
        + [StyledText.Run(text: " " + String(repeating: "─", count: rest), style: .quiet)],
      indent: 0)
  }

  /// One line as it is, cut at the edge of the terminal.
  func line(_ text: StyledText, indent: Int = 0) {
    write(text.truncated(to: width - indent).runs, indent: indent)
  }

  /// Lines that other programs read: neither wrapped nor cut.
  func verbatim(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      write([StyledText.Run(text: StyledText.harmless(String(line)), style: .plain)], indent: 0)
    }
  }

  private func write(_ runs: [StyledText.Run], indent: Int) {
    // Lines are broken by now: a no-break blank has done its work, and what is seen can be searched
    // for.
    var runs = runs.map { run in
      run.text.contains("\u{A0}")
        ? StyledText.Run(
          text: String(run.text.map { $0 == "\u{A0}" ? " " : $0 }), style: run.style)
        : run
    }
    // No blanks at the end of a line: they show in copies and in golden files.
    while let last = runs.last {
      let kept = last.text.reversed().drop { $0 == " " }.reversed()
      if kept.count == last.text.count { break }
      runs.removeLast()
      if !kept.isEmpty {
        runs.append(StyledText.Run(text: String(kept), style: last.style))
        break
      }
    }
    if !runs.isEmpty { output.write(String(repeating: " ", count: indent)) }
    for run in runs {
      if usesColor, let escape = run.style.escape {
        output.write("\u{1B}[\(escape)m\(run.text)\u{1B}[0m")
      } else {
        output.write(run.text)
      }
    }
    output.write(byte: 0x0A)
    endsInBlankLine = runs.isEmpty
  }
}

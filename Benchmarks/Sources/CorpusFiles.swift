/// The files that the program is measured on.
enum CorpusFiles {
  static let manyCount = 2000
  static let manySizeInBytes = 32_000

  /// The same bytes every time: nothing here depends on the clock or the machine.
  static func write(to folder: String, everything: Bool) throws {
    Files.makeFolder(folder)
    try Files.write(
      Array("The Department will train 40 peacekeepers by 2027.\n".utf8),
      to: folder + "/one-line.md")
    try Files.write(plan(60_000, french: false, number: 1), to: folder + "/60-kb.md")
    guard everything else { return }
    try Files.write(plan(1_000_000, french: false, number: 2), to: folder + "/1-mb.md")
    Files.makeFolder(folder + "/many")
    Files.makeFolder(folder + "/many-plain")
    for number in 0..<manyCount {
      // Every third plan is French.
      let text = plan(manySizeInBytes, french: number % 3 == 2, number: number)
      let name = "plan-\(10_000 + number).md"
      try Files.write(text, to: "\(folder)/many/\(name)")
      try Files.write(
        plan(manySizeInBytes, french: number % 3 == 2, number: number, topical: 0),
        to: "\(folder)/many-plain/\(name)")
    }
  }

  private static func plan(
    _ sizeInBytes: Int, french: Bool, number: Int, topical: Int = Corpus.topicalPerThousand
  ) -> [UInt8] {
    var corpus = Corpus(french: french, seed: UInt64(1000 + number), topicalPerThousand: topical)
    return Array(corpus.plan(sizeInBytes: sizeInBytes, number: number).utf8)
  }
}

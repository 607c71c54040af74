import SourceText

/// Makes thousands of plans out of the few sample ones: other departments, years, figures and order, so
/// that documents share much and no two are the same.
///
/// The same bytes every time. Versions in two languages stay versions of each other, and each department has
/// plans of four successive years, as a real set has.
struct ManyPlans {
  private struct Sample {
    /// "gac.en".
    var name: String
    var lines: [String]
    /// Names of the department in the text, longest first.
    var department: [String]
    var acronym: String
    var isFrench: Bool
  }

  private let samples: [Sample]
  /// Names of the samples without their language, each once.
  private let families: [String]

  /// `folder` holds the sample plans.
  init(folder: String) throws {
    samples = try FileTree.files(below: folder) { $0.hasSuffix(".md") }.sorted().map { path in
      let text = String(decoding: try Files.read(path), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      func setting(_ name: String) -> String {
        lines.prefix(12).first { $0.hasPrefix(name + ": ") }
          .map { String($0.dropFirst(name.count + 2)) } ?? ""
      }
      return Sample(
        name: String(FileTree.name(of: path).dropLast(3)), lines: lines,
        department: [setting("department")].filter { !$0.isEmpty }, acronym: setting("acronym"),
        isFrench: setting("language") == "fr")
    }
    families = Set(samples.map { Self.family($0.name) }).sorted()
  }

  /// Writes `count` plans to `folder`.
  func write(_ count: Int, to folder: String) throws {
    Files.makeFolder(folder)
    for number in 0..<count {
      let sample = samples[number % samples.count]
      let round = number / samples.count
      try Files.write(
        Array(plan(sample, round: round).utf8),
        to: "\(folder)/\(Self.prefix(round))-\(sample.name).md")
    }
  }

  private static func family(_ name: String) -> String {
    name.split(separator: ".").first.map(String.init) ?? name
  }

  private static func prefix(_ round: Int) -> String { String(String(10_000 + round).dropFirst()) }

  private func plan(_ sample: Sample, round: Int) -> String {
    // Versions of one plan draw the same numbers.
    let family = Self.family(sample.name)
    var random = SplitMix64(seed: family.utf8.reduce(UInt64(round)) { $0 &* 31 &+ UInt64($1) })
    let years = round % 4
    let department = round / 4 * families.count + (families.firstIndex(of: family) ?? 0)
    let field = Self.fields[department % Self.fields.count]
    let service = Self.services[department / Self.fields.count % Self.services.count]
    let name =
      sample.isFrench
      ? "Ministère \(field.french) \(service.french)" : "\(field.english) \(service.english) Canada"
    let acronym = String((field.english + service.english).filter(\.isUppercase)) + "\(department)"
    var lines: [String] = []
    var list: [String] = []
    func flush() {
      // Items of a list change places.
      for index in list.indices.dropFirst() where random.below(3) == 0 {
        list.swapAt(index, random.below(index))
      }
      lines += list
      list = []
    }
    var isFrontMatter = false
    for (index, line) in sample.lines.enumerated() {
      if line == "---", index < 16 {
        isFrontMatter = index == 0
        lines.append(line)
        continue
      }
      var line = line
      for own in sample.department { line.replace(own, with: name) }
      if isFrontMatter {
        if line.hasPrefix("acronym: ") { line = "acronym: \(acronym)" }
        line.replace("counterpart: ", with: "counterpart: \(Self.prefix(round))-")
        lines.append(Self.varied(line, years: years, &random, onlyYears: true))
        continue
      }
      let isItem = line.hasPrefix("- ")
      if !isItem { flush() }
      if random.below(12) == 0, !line.hasPrefix("#"), !line.hasPrefix("|"), !line.isEmpty {
        continue
      }
      line = Self.varied(line, years: years, &random, onlyYears: line.hasPrefix("#"))
      if isItem { list.append(line) } else { lines.append(line) }
    }
    flush()
    return lines.joined(separator: "\n")
  }

  /// The line with its years moved, and its other numbers of one to three digits changed.
  private static func varied(
    _ line: String, years: Int, _ random: inout SplitMix64, onlyYears: Bool
  ) -> String {
    let bytes = Array(line.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      let number = bytes[index..<end].reduce(0) { ($0 % 100_000_000) * 10 + Int($1 & 15) }
      // Letters around it make a name: 2SLGBTQI, Q3.
      let isName =
        (index > 0 && isLetter(bytes[index - 1])) || (end < bytes.count && isLetter(bytes[end]))
      let isSecondYear = end - index == 2 && index >= 5 && isDash(bytes, index)
      if end - index == 4, (2015...2040).contains(number) {
        result += "\(number + years)".utf8
      } else if isSecondYear {
        result += "\(number + years)".utf8
      } else if isName || onlyYears || end - index > 3 || isGrouped(bytes, index, end) {
        result += bytes[index..<end]
      } else {
        result += "\(max(2, number * (80 + random.below(41)) / 100))".utf8
      }
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Thousands and decimals apart by a blank, comma or point.
  private static func isGrouped(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    func separates(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x2C || byte == 0x2E || byte >= 0x80
    }
    var before = start
    while before > 0, separates(bytes[before - 1]) { before -= 1 }
    var after = end
    while after < bytes.count, separates(bytes[after]) { after += 1 }
    return (before < start && before > 0 && isDigit(bytes[before - 1]))
      || (after > end && after < bytes.count && isDigit(bytes[after]))
  }

  /// A hyphen or dash behind four digits.
  private static func isDash(_ bytes: [UInt8], _ index: Int) -> Bool {
    if bytes[index - 1] == 0x2D { return isDigit(bytes[index - 2]) && isDigit(bytes[index - 5]) }
    return index >= 7 && bytes[index - 3] == 0xE2 && bytes[index - 2] == 0x80
      && isDigit(bytes[index - 4]) && isDigit(bytes[index - 7])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && byte < 0x7B }

  // MARK: Names

  private static let fields: [(english: String, french: String)] = [
    ("Harbour", "des Ports"), ("Forest", "des Forêts"), ("Bridge", "des Ponts"),
    ("Orchard", "des Vergers"), ("River", "des Rivières"), ("Archive", "des Archives"),
    ("Weather", "de la Météo"), ("Postal", "des Postes"), ("Heritage", "du Patrimoine"),
    ("Railway", "des Chemins de fer"), ("Island", "des Îles"), ("Museum", "des Musées"),
    ("Lighthouse", "des Phares"), ("Pension", "des Pensions"), ("Library", "des Bibliothèques"),
    ("Canal", "des Canaux"), ("Tunnel", "des Tunnels"), ("Grain", "des Grains"),
    ("Salmon", "du Saumon"), ("Theatre", "des Théâtres"), ("Textile", "du Textile"),
    ("Mineral", "des Minéraux"), ("Prairie", "des Prairies"), ("Customs", "des Douanes"),
    ("Survey", "des Relevés"), ("Charter", "des Chartes"), ("Ferry", "des Traversiers"),
  ]

  private static let services: [(english: String, french: String)] = [
    ("Safety", "et de la Sûreté"), ("Affairs", "et des Affaires"), ("Services", "et des Services"),
    ("Security", "et de la Sécurité"), ("Research", "et de la Recherche"),
    ("Development", "et du Développement"), ("Innovation", "et de l’Innovation"),
    ("Employment", "et de l’Emploi"), ("Training", "et de la Formation"),
    ("Housing", "et du Logement"), ("Relations", "et des Relations"), ("Trade", "et du Commerce"),
    ("Inspection", "et de l’Inspection"), ("Planning", "et de la Planification"),
  ]
}

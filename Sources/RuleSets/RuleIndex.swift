internal import SourceText

/// What must be known of rules whose compiled programs are in the cache: enough to pass their patterns and
/// vocabularies over.
struct RuleIndex {
  var digest: String
  var vocabularyDigests: Set<String>
  var targets: [Language: [CompiledRules.Target]]

  init(_ rules: LoadedRules) {
    digest = rules.digest
    vocabularyDigests = Set(rules.vocabularies.map(\.digest))
    targets = [:]
    for language in Language.allCases {
      targets[language] = LanguageProgram.targets(of: rules, language)
    }
  }

  // One line each: the digest, the vocabularies' digests, then a language with its targets.

  func archived() -> [UInt8] {
    var lines = [digest, vocabularyDigests.sorted().joined(separator: " ")]
    for language in Language.allCases {
      let numbers = (targets[language] ?? []).map { target in
        "\(target.requirement) \(ClauseKind.allCases.firstIndex(of: target.clause) ?? 0) "
          + "\(target.position)"
      }
      lines.append(numbers.joined(separator: " "))
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  init?(archive: [UInt8]) {
    let lines = archive.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == 2 + Language.allCases.count else { return nil }
    digest = String(decoding: lines[0], as: UTF8.self)
    vocabularyDigests = Set(
      lines[1].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) })
    targets = [:]
    for (language, line) in zip(Language.allCases, lines[2...]) {
      guard let list = Self.targets(line) else { return nil }
      targets[language] = list
    }
  }

  private static func targets(_ line: ArraySlice<UInt8>) -> [CompiledRules.Target]? {
    var numbers: [Int32] = []
    var value: Int32 = 0
    var digits = 0
    for byte in Array(line) + [0x20] {
      if byte >= 0x30, byte <= 0x39, digits < 9 {
        value = value * 10 + Int32(byte - 0x30)
        digits += 1
      } else if byte == 0x20 {
        if digits > 0 { numbers.append(value) }
        value = 0
        digits = 0
      } else {
        return nil
      }
    }
    guard numbers.count.isMultiple(of: 3) else { return nil }
    return stride(from: 0, to: numbers.count, by: 3).map { index in
      CompiledRules.Target(
        requirement: numbers[index],
        clause: ClauseKind.allCases[min(Int(numbers[index + 1]), ClauseKind.allCases.count - 1)],
        position: numbers[index + 2])
    }
  }
}

internal import SourceText

/// What a run must know of rules whose compiled programs are in the cache: all but patterns, vocabularies
/// and examples.
struct KeptRules {
  var digest: String
  var ruleSets: [RuleSet]
  var targets: ByLanguage<[CompiledRules.Target]>

  init(_ rules: LoadedRules) {
    digest = rules.digest
    ruleSets = rules.ruleSets
    targets = ByLanguage()
    for language in Language.allCases {
      targets[language] = LanguageProgram.targets(of: rules, language)
    }
  }

  func archived() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(digest)
    writer.write(ruleSets) { $0.write($1) }
    for language in Language.allCases {
      writer.write(targets[language] ?? []) { writer, target in
        writer.write(Int(target.requirement))
        writer.write(target.clause)
        writer.write(Int(target.position))
      }
    }
    return writer.bytes
  }

  /// `nil` when the bytes are not those of rules.
  init?(archive: FixedBytes) {
    var reader = ByteReader(Array(archive.bytes))
    do {
      digest = try reader.readText()
      ruleSets = try reader.readElements { reader throws(ByteReaderError) in
        try reader.readRuleSet()
      }
      targets = ByLanguage()
      for language in Language.allCases {
        targets[language] = try reader.readElements { reader throws(ByteReaderError) in
          let requirement = try reader.readNumber()
          let clause = try reader.readCase(ClauseKind.self)
          return CompiledRules.Target(
            requirement: Int32(truncatingIfNeeded: requirement), clause: clause,
            position: Int32(truncatingIfNeeded: try reader.readNumber()))
        }
      }
    } catch {
      return nil
    }
    let count = ruleSets.reduce(0) { $0 + $1.requirements.count }
    let isSound = targets.values.allSatisfy { list in
      list.allSatisfy { $0.requirement >= 0 && $0.requirement < count }
    }
    guard reader.isAtEnd, isSound else { return nil }
  }
}

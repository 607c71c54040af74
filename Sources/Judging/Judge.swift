internal import Matching
package import Documents
package import RuleSets
internal import SourceText

/// What the judge needs to know about a document besides its text.
package struct DocumentSetting: Sendable {
  package var kind: DocumentKind
  /// The first and last calendar year of the document's period, for example [2026, 2027]; empty when
  /// not known.
  package var periodYears: [Int]
  /// The document's own department as its profile names it; `nil` when not known.
  package var department: String?

  package init(kind: DocumentKind, periodYears: [Int] = [], department: String? = nil) {
    self.kind = kind
    self.periodYears = periodYears
    self.department = department
  }
}

/// What the judge found in one document.
package struct Judgement: Sendable {
  /// In reading order, then by requirement.
  package var evidence: [Evidence] = []
  /// In reading order, then by requirement.
  package var rejections: [Rejection] = []

  package init() {}

  /// True when something in the document was looked at for a requirement, whether it counted or not.
  package func names(requirement: Int) -> Bool {
    evidence.contains { $0.requirement == requirement }
      || rejections.contains { $0.requirement == requirement }
  }
}

/// Turns a document's hits into evidence on the ladder; one per thread.
///
/// A passage counts for a requirement when the requirement's topic and act stand in the same unit. How
/// firm it is comes from the words around the act. Everything that was looked at and did not count is
/// kept with its reason.
package final class Judge {
  package enum Detail: Sendable {
    /// Evidence and rejections.
    case standard
    /// Also acts without topic and topics without act: what `explain` calls near misses.
    case nearMisses
  }

  private let rules: CompiledRules
  private let detail: Detail
  private let ladder: Ladder
  private let traits: TraitsTable
  private var scanners = ByLanguage<MatchScanner>()
  private var readers = ByLanguage<UnitReader>()

  package convenience init(rules: CompiledRules, ladder: Ladder, detail: Detail = .standard) {
    self.init(rules: rules, ladder: ladder, detail: detail, traits: TraitsTable(rules))
  }

  private init(rules: CompiledRules, ladder: Ladder, detail: Detail, traits: TraitsTable) {
    self.rules = rules
    self.detail = detail
    self.ladder = ladder
    self.traits = traits
  }

  /// A judge for another thread.
  package func another() -> Judge {
    Judge(rules: rules, ladder: ladder, detail: detail, traits: traits)
  }

  /// Judges all units of a document.
  package func judge(
    _ document: Document, units: [TextUnit], setting: DocumentSetting
  ) -> Judgement {
    let task = task(document, units: units, setting: setting, leastPart: .max)
    let found = task.parts.indices.map { scan(task, part: $0) }
    let parts = task.parts.indices.map { judge(task, part: $0, found) }
    return whole(task, parts + [judgeRows(of: task)])
  }

  /// A document in parts that can be judged by several judges, each of at least so many bytes of text.
  package func task(
    _ document: Document, units: [TextUnit], setting: DocumentSetting, leastPart: Int
  ) -> JudgingTask {
    JudgingTask(
      document: document, units: units, setting: setting, ours: ladder.own(in: setting),
      leastPart: leastPart)
  }

  /// Finds all patterns in one part of a document.
  package func scan(_ task: JudgingTask, part: Int) -> JudgingTask.Found {
    let matches = task.document.text.withUnsafeBufferPointer { text in
      Language.allCases.map { scan(task.document, task.units, task.parts[part], $0, text) }
    }
    return JudgingTask.Found(
      matches: matches, anchors: zip(Language.allCases, matches).map { anchors(task, $0, $1) })
  }

  /// Judges one part; `found` holds what was found in each part up to it.
  package func judge(
    _ task: JudgingTask, part: Int, _ found: [JudgingTask.Found]
  ) -> Judgement {
    var judgement = Judgement()
    task.document.text.withUnsafeBufferPointer { text in
      for (index, language) in Language.allCases.enumerated()
      where !found[part].matches[index].isEmpty {
        var pass = JudgingPass(
          task, text: text, language: language, rules: rules,
          traits: traits.traits(for: language), reader: reader(for: language),
          matches: found[part].matches[index], titleAnchors: titleAnchors(of: task, language),
          keepsNearMisses: detail == .nearMisses)
        for anchor in found[..<part].lazy.flatMap({ $0.anchors[index] }) {
          pass.anchoredByBlock[anchor.block, default: []].append(anchor.requirement)
        }
        pass.run(into: &judgement)
      }
    }
    return judgement
  }

  /// Judges requirements of all rows of a document's tables.
  package func judgeRows(of task: JudgingTask) -> Judgement {
    var judgement = Judgement()
    RowShares(document: task.document, units: task.units).judge(rules, into: &judgement)
    return judgement
  }

  /// The judgement of a document from those of its parts, in their order, and that of its rows.
  package func whole(_ task: JudgingTask, _ parts: [Judgement]) -> Judgement {
    var judgement = Judgement()
    for part in parts {
      judgement.evidence += part.evidence
      judgement.rejections += part.rejections
    }
    Self.countOnce(&judgement, in: task.document)
    Self.leaveOutweighed(&judgement)
    judgement.evidence.sort { ($0.unit, $0.requirement) < ($1.unit, $1.requirement) }
    judgement.rejections.sort { ($0.unit, $0.requirement) < ($1.unit, $1.requirement) }
    return judgement
  }

  /// Shortest passage, in bytes, of which a second copy is boilerplate and no coincidence.
  private static let leastRepeated = 40

  /// A passage that stands in a document several times counts where it stands first.
  private static func countOnce(_ judgement: inout Judgement, in document: Document) {
    struct Copy: Hashable {
      var requirement: Int
      var words: ArraySlice<UInt8>
    }
    guard judgement.evidence.count > 1 else { return }
    var first: Set<Copy> = []
    judgement.evidence.sort { ($0.unit, $0.requirement) < ($1.unit, $1.requirement) }
    let all = judgement.evidence
    judgement.evidence.removeAll(keepingCapacity: true)
    for evidence in all {
      let copy = Copy(
        requirement: evidence.requirement, words: document.text[evidence.span.range])
      if evidence.span.length < leastRepeated || first.insert(copy).inserted {
        judgement.evidence.append(evidence)
      } else {
        judgement.rejections.append(
          Rejection(
            requirement: evidence.requirement, unit: evidence.unit, span: evidence.span,
            language: evidence.language, wouldBe: evidence.rung, cause: .repetition,
            reasons: evidence.reasons + [Reason(.repetition, evidence.span)]))
      }
    }
  }

  /// A description counts where nothing firmer stands: beside an intent or a promise on the same requirement it adds
  /// nothing, and is about something else as often as not. So does a weak wording in a sentence whose promise is
  /// about another requirement.
  private static func leaveOutweighed(_ judgement: inout Judgement) {
    var highest: [Int: Rung] = [:]
    var ofUnit: [Int: Rung] = [:]
    for evidence in judgement.evidence {
      highest[evidence.requirement] = max(
        evidence.rung, highest[evidence.requirement] ?? .absent)
      ofUnit[evidence.unit] = max(evidence.rung, ofUnit[evidence.unit] ?? .absent)
    }
    let all = judgement.evidence
    judgement.evidence.removeAll(keepingCapacity: true)
    for evidence in all {
      let isOutweighed =
        evidence.rung == .mention && highest[evidence.requirement] ?? .absent > .mention
        && evidence.reasons.contains {
          $0.kind == .presentTense
            || $0.kind == .mention && ofUnit[evidence.unit] ?? .absent >= .commitment
        }
      guard isOutweighed else {
        judgement.evidence.append(evidence)
        continue
      }
      judgement.rejections.append(
        Rejection(
          requirement: evidence.requirement, unit: evidence.unit, span: evidence.span,
          language: evidence.language, wouldBe: evidence.rung, cause: .outweighed,
          reasons: evidence.reasons + [Reason(.outweighed, evidence.span)]))
    }
  }

  /// Finds all patterns of one language; units of the other language are given as empty.
  private func scan(
    _ document: Document, _ units: [TextUnit], _ part: Range<Int>, _ language: Language,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> [UnitMatch] {
    var any = false
    let ranges = units[part].map { unit -> UnitRange in
      guard document.blocks[Int(unit.block)].language == language else {
        return UnitRange(start: Int(unit.textStart), end: Int(unit.textStart))
      }
      any = true
      return UnitRange(
        start: Int(unit.textStart), end: Int(unit.textEnd),
        context: max(-1, Int(unit.context) - part.lowerBound))
    }
    guard any else { return [] }
    var matches: [UnitMatch] = []
    ranges.withUnsafeBufferPointer {
      scanner(for: language).scan(text: text, units: $0, into: &matches)
    }
    if part.lowerBound > 0 {
      for index in matches.indices {
        matches[index].unit += Int32(truncatingIfNeeded: part.lowerBound)
      }
    }
    return matches
  }

  /// The headings of a part in which a `with` clause matched.
  private func anchors(
    _ task: JudgingTask, _ language: Language, _ matches: [UnitMatch]
  ) -> [JudgingTask.Anchor] {
    guard task.parts.count > 1 else { return [] }
    let targets = rules.targets(for: language)
    return matches.compactMap { match in
      let target = targets[Int(match.pattern)]
      let block = task.units[Int(match.unit)].block
      guard target.clause == .with, task.document.blocks[Int(block)].kind == .heading else {
        return nil
      }
      return JudgingTask.Anchor(block: block, requirement: target.requirement)
    }
  }

  /// Requirements whose `with` clause the title in the document's metadata satisfies: it stands over all that
  /// follows, as a heading does.
  private func titleAnchors(of task: JudgingTask, _ language: Language) -> Set<Int32> {
    let document = task.document
    guard document.language == language,
      let title = document.metadata.first(where: { $0.key == "title" || $0.key == "titre" })?.value
    else { return [] }
    var found: [UnitMatch] = []
    let bytes = Array(title.utf8)
    bytes.withUnsafeBufferPointer { text in
      let unit = UnitRange(start: 0, end: text.count)
      withUnsafePointer(to: unit) { pointer in
        scanner(for: language).scan(
          text: text, units: UnsafeBufferPointer(start: pointer, count: 1), into: &found)
      }
    }
    let targets = rules.targets(for: language)
    return Set(
      found.compactMap { match in
        let target = targets[Int(match.pattern)]
        return target.clause == .with ? target.requirement : nil
      })
  }

  /// The scanner for a language, made when a document first needs it.
  private func scanner(for language: Language) -> MatchScanner {
    if let known = scanners[language] { return known }
    let fresh = MatchScanner(rules.program(for: language), findsAll: detail == .nearMisses)
    scanners[language] = fresh
    return fresh
  }

  /// The reader for a language, made when a document first needs it.
  private func reader(for language: Language) -> UnitReader {
    if let known = readers[language] { return known }
    let fresh = UnitReader(ladder.program(for: language))
    readers[language] = fresh
    return fresh
  }
}

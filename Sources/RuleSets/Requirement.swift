internal import Matching
package import SourceText

/// One thing that a policy is expected to contain, with the patterns that find it.
package struct Requirement: Sendable {
  package var id: String
  /// Id of the group that it belongs to.
  package var group: String
  package var title: LocalizedText
  /// What a plan should contain, one sentence.
  package var asks: LocalizedText
  package var why: LocalizedText
  /// What would close the gap, with example wording.
  package var advice: LocalizedText
  /// Ids of the sources, as listed in the rule set.
  package var sources: [String]
  package var appliesTo: Set<DocumentKind>
  package var floor: Floor
  /// 1 to 5, for ranking gaps.
  package var weight: Int
  package var grade: Grade
  package var evidence: EvidenceClauses
  /// What a topic without an act is worth.
  package var topicAlone: TopicAlone
  /// The highest rung that a passage can earn.
  package var ceiling: Rung
  /// The measures that make a commitment resourced.
  package var liftedBy: Set<Marker>
  /// Measures that are the act themselves: a passage with the topic and one of them counts, whether the
  /// words of the sentence or the columns of its table show the measure.
  package var measuredBy: Set<Marker>
  /// Beginnings of ids of requirements whose acts bring the topic with them: what dates or pays for one of
  /// those acts counts here, whatever its words.
  package var topicBy: [String]
  /// Beginnings of ids of requirements that a passage belongs to first: where it counts for one of those, it is no
  /// evidence for this one.
  package var yieldsTo: [String]
  /// What share of the document's table rows must be filled; `nil` for requirements of passages.
  package var share: RowShare?
  /// True for requirements that look back or ask for a change of practice: a past result in a plan
  /// counts, so does the present, what people said is part of it, and stopping something is an act.
  package var pastCounts: Bool
  /// True when the requirement is put only to documents in which something was looked at for it.
  package var askedWhenNamed: Bool
  /// True when software may only surface passages and ask.
  package var judgedByPerson: Bool
  package var examples: [RuleExample]
  /// 1-based line of the requirement in its rule set.
  package var line: Int
}

/// What a topic without an act is worth.
package enum TopicAlone: String, Sendable, CaseIterable {
  /// A mention, unless the sentence denies it, reports what others want or promises for someone else.
  case mention
  /// Nothing.
  case absent
  /// A mention whatever the sentence does with it; an act that fails falls back to it too.
  case finding
}

/// A requirement of all rows of a document's tables: "every target has a baseline".
package struct RowShare: Sendable, Hashable {
  /// The rows that are counted have all of these columns filled; when empty, every row of a table that
  /// has one of the `have` columns is counted.
  package var of: Set<Marker>
  /// The columns that must be filled.
  package var have: Set<Marker>
  /// The least share that is a mention, in per cent, 1 to 100; all rows are a commitment.
  package var least: Int

  package init(of: Set<Marker>, have: Set<Marker>, least: Int) {
    self.of = of
    self.have = have
    self.least = least
  }
}

/// How a requirement uses the reading of a sentence.
package enum Grade: String, Sendable, CaseIterable {
  /// Something the department will do: the whole ladder.
  case act
  /// A body, a chair, a rhythm: the present tense is a commitment too.
  case standing
  /// Something known: a mention, however many figures it has.
  case finding
  /// Data presented: resourced when figures stand in the unit.
  case figures
}

/// What measures or resources a commitment.
package enum Marker: String, Sendable, CaseIterable {
  case amount
  case date
  case baseline
  case target
  case indicator
  case owner

  package var title: LocalizedText {
    switch self {
    case .amount: LocalizedText(english: "amount", french: "montant")
    case .date: LocalizedText(english: "date", french: "date")
    case .baseline: LocalizedText(english: "baseline", french: "donnée de référence")
    case .target: LocalizedText(english: "target", french: "cible")
    case .indicator: LocalizedText(english: "indicator", french: "indicateur")
    case .owner: LocalizedText(english: "owner", french: "responsable")
    }
  }
}

/// The lowest rung that meets a requirement, by kind of document.
package struct Floor: Sendable, Hashable {
  package var standard: Rung
  package var byKind: [DocumentKind: Rung]

  package init(standard: Rung, byKind: [DocumentKind: Rung] = [:]) {
    self.standard = standard
    self.byKind = byKind
  }

  package subscript(kind: DocumentKind?) -> Rung {
    kind.flatMap { byKind[$0] } ?? standard
  }
}

/// The parts of a requirement's `evidence`.
package enum ClauseKind: String, Sendable, CaseIterable {
  case topic
  case act
  case mention
  case with
  case unless
  /// A heading with content of its own under it: a mention by itself.
  case section

  /// Whether the clause is looked for in every passage. Acts and exclusions say nothing without a topic
  /// or a mention of their requirement, so they are looked for only where one was found.
  package var leads: Bool { self != .act && self != .unless }
}

/// A pattern as its author wrote it, and where.
///
/// It is parsed when its language is compiled: most runs need one language only.
package struct PatternSource: Sendable {
  package var text: String
  /// 1-based place in the rule set.
  package var line: Int
  package var column: Int
  /// True for an entry of a vocabulary list, which may not hold `&`.
  package var isListEntry: Bool

  package init(text: String, line: Int, column: Int, isListEntry: Bool) {
    self.text = text
    self.line = line
    self.column = column
    self.isListEntry = isListEntry
  }

  func parsed(_ language: Language) throws(PatternError) -> TokenPattern {
    isListEntry
      ? try PatternParser.parseListEntry(text, language: language)
      : try PatternParser.parse(text, language: language)
  }
}

/// All patterns of one requirement, by clause and language.
package struct EvidenceClauses: Sendable {
  package var english: [ClauseKind: [PatternSource]] = [:]
  package var french: [ClauseKind: [PatternSource]] = [:]

  package subscript(language: Language) -> [ClauseKind: [PatternSource]] {
    get { language == .english ? english : french }
    set { if language == .english { english = newValue } else { french = newValue } }
  }
}

/// A sentence that its author graded: the rule's own test.
package struct RuleExample: Sendable {
  package var language: Language
  package var rung: Rung
  package var text: String
  package var because: String?
  /// Kind of document that the example is taken to stand in; a departmental plan when not given.
  package var kind: DocumentKind
  /// 1-based line in the rule set.
  package var line: Int
}

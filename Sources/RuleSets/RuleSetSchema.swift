/// The keys of rule files as data: the loader, the JSON Schema and the messages use the same lists.
package enum RuleSetSchema {
  package static let ruleSetKeys = [
    "format", "id", "version", "title", "languages", "sources", "applies-to", "groups",
    "requirements",
  ]
  package static let sourceKeys = ["id", "title", "publisher", "date"]
  package static let groupKeys = ["id", "title"]
  package static let requirementKeys = [
    "id", "group", "title", "asks", "why", "advice", "source", "applies-to", "floor", "weight",
    "grade", "evidence", "topic-alone", "topic-by", "yields-to", "measured-by", "share", "ceiling",
    "lifted-by", "past", "asked", "judged-by", "examples",
  ]
  package static let evidenceKeys = ClauseKind.allCases.map(\.rawValue)
  package static let shareKeys = ["of", "have", "least"]
  package static let languageKeys = ["en", "fr"]
  package static let exampleKeys = ["lang", "rung", "text", "because", "kind"]
  package static let vocabularyKeys = ["format", "lists"]
  package static let floorKeys = ["default"] + DocumentKind.allCases.map(\.rawValue)
  /// Examples of each sort (evidence, no evidence) that each language needs.
  package static let leastExamples = 3
}

internal import Judging

/// The judge's steps by the names that they have in JSON; stable over versions.
enum ReasonName: String, CaseIterable {
  case topic
  case act
  case mention
  case with
  case bindingWord = "binding-word"
  case intendingWord = "intending-word"
  case bareVerb = "bare-verb"
  case tableColumns = "table-columns"
  case nominalised
  case standing
  case presentTense = "present-tense"
  case pastTense = "past-tense"
  case hedge
  case condition
  case marker
  case figures
  case finding
  case ceiling
  case negation
  case otherActor = "other-actor"
  case attribution
  case quotation
  case templateSection = "template-section"
  case heading
  case placeholder
  case pastResult = "past-result"
  case excludedBy = "excluded-by"
  case missingAnchor = "missing-anchor"
  case noAct = "no-act"
  case section
  case rows
  case emptySection = "empty-section"
  case tooFewRows = "too-few-rows"
  case repetition
  case promised
  case outweighed
  case yielded

  init(_ kind: Reason.Kind) {
    self =
      switch kind {
      case .topic: .topic
      case .act: .act
      case .mention: .mention
      case .with: .with
      case .bindingWord: .bindingWord
      case .intendingWord: .intendingWord
      case .bareVerb: .bareVerb
      case .tableColumns: .tableColumns
      case .nominalised: .nominalised
      case .standing: .standing
      case .presentTense: .presentTense
      case .pastTense: .pastTense
      case .hedge: .hedge
      case .condition: .condition
      case .marker: .marker
      case .figures: .figures
      case .finding: .finding
      case .ceiling: .ceiling
      case .negation: .negation
      case .otherActor: .otherActor
      case .attribution: .attribution
      case .quotation: .quotation
      case .templateSection: .templateSection
      case .heading: .heading
      case .placeholder: .placeholder
      case .pastResult: .pastResult
      case .excludedBy: .excludedBy
      case .missingAnchor: .missingAnchor
      case .noAct: .noAct
      case .section: .section
      case .rows: .rows
      case .emptySection: .emptySection
      case .tooFewRows: .tooFewRows
      case .repetition: .repetition
      case .promised: .promised
      case .outweighed: .outweighed
      case .yielded: .yielded
      }
  }
}

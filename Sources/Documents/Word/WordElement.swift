/// The elements of WordprocessingML that the reader knows (ECMA-376 part 1, section 17).
enum WordElement: String, CaseIterable {
  case paragraph = "w:p"
  case paragraphProperties = "w:pPr"
  case run = "w:r"
  case runProperties = "w:rPr"
  case text = "w:t"
  case deletedText = "w:delText"
  case mathText = "m:t"
  case tab = "w:tab"
  case positionedTab = "w:ptab"
  case lineBreak = "w:br"
  case carriageReturn = "w:cr"
  case noBreakHyphen = "w:noBreakHyphen"
  case symbol = "w:sym"
  case style = "w:pStyle"
  case numbering = "w:numPr"
  case numberingLevel = "w:ilvl"
  case numberingID = "w:numId"
  case outlineLevel = "w:outlineLvl"
  case indentation = "w:ind"
  case frame = "w:framePr"
  case language = "w:lang"
  case vanish = "w:vanish"
  case inserted = "w:ins"
  case deleted = "w:del"
  case movedFrom = "w:moveFrom"
  case movedTo = "w:moveTo"
  case table = "w:tbl"
  case tableProperties = "w:tblPr"
  case tableLook = "w:tblLook"
  case tableRow = "w:tr"
  case rowProperties = "w:trPr"
  case headerRow = "w:tblHeader"
  case gridBefore = "w:gridBefore"
  case tableCell = "w:tc"
  case gridSpan = "w:gridSpan"
  case verticalMerge = "w:vMerge"
  case cellDeleted = "w:cellDel"
  case cellInserted = "w:cellIns"
  case textBox = "w:txbxContent"
  case alternate = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"
  case control = "w:sdt"
  case controlContent = "w:sdtContent"
  case gallery = "w:docPartGallery"
  case showsPlaceholder = "w:showingPlcHdr"
  case commentStart = "w:commentRangeStart"
  case commentEnd = "w:commentRangeEnd"
  case commentReference = "w:commentReference"
  case comment = "w:comment"
  case footnote = "w:footnote"
  case endnote = "w:endnote"
  case footnoteReference = "w:footnoteReference"
  case endnoteReference = "w:endnoteReference"
  // What stands below these is no text of the document.
  case instruction = "w:instrText"
  case deletedInstruction = "w:delInstrText"
  case sectionProperties = "w:sectPr"
  case phonetic = "w:rt"
  case paragraphChange = "w:pPrChange"
  case runChange = "w:rPrChange"
  case tableChange = "w:tblPrChange"
  case rowChange = "w:trPrChange"
  case cellChange = "w:tcPrChange"
  case sectionChange = "w:sectPrChange"
  case gridChange = "w:tblGridChange"
  case numberingChange = "w:numberingChange"

  static let all = allCases
  static let names = XMLNames(allCases.map { ($0.rawValue, $0.use) })

  /// What the readers of the body and of comments ask of an element.
  private var use: XMLNames.Use {
    switch self {
    case .runProperties, .paragraphProperties, .rowProperties, .tableProperties: .contents
    case .paragraph, .run, .text, .deletedText, .mathText, .tab, .positionedTab, .lineBreak,
      .carriageReturn, .noBreakHyphen, .numbering, .inserted, .deleted, .movedFrom, .movedTo,
      .table, .tableRow, .tableCell, .cellDeleted, .cellInserted, .textBox, .alternate, .choice,
      .fallback, .control, .controlContent:
      .tags
    default: isPassedOver ? .tags : .attributes
    }
  }

  /// True for elements whose contents are never read.
  var isPassedOver: Bool {
    switch self {
    case .instruction, .deletedInstruction, .sectionProperties, .phonetic, .paragraphChange,
      .runChange, .tableChange, .rowChange, .cellChange, .sectionChange, .gridChange,
      .numberingChange:
      true
    default: false
    }
  }
}

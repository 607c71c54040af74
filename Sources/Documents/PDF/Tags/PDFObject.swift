/// A value of a PDF file (ISO 32000-1, section 7.3).
indirect enum PDFObject: Equatable {
  case null
  case number(Double)
  /// Without the slash, with `#` escapes resolved.
  case name([UInt8])
  case string([UInt8])
  case array([PDFObject])
  case dictionary([[UInt8]: PDFObject])
  /// The number of another object; generations are passed over.
  case reference(Int)
  /// A keyword: `true`, an operator of a page's contents.
  case word([UInt8])

  subscript(_ key: StaticString) -> PDFObject? {
    guard case .dictionary(let entries) = self else { return nil }
    return entries[key.withUTF8Buffer { Array($0) }]
  }

  var integer: Int? {
    if case .number(let value) = self, abs(value) < 1e15 { Int(value) } else { nil }
  }

  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var items: [PDFObject]? { if case .array(let items) = self { items } else { nil } }
  var name: [UInt8]? { if case .name(let name) = self { name } else { nil } }

  func isName(_ wanted: StaticString) -> Bool {
    guard case .name(let name) = self else { return false }
    return wanted.withUTF8Buffer { name.elementsEqual($0) }
  }
}

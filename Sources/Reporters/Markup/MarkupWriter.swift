/// Writes HTML, SVG and XML so that text can only ever be text.
///
/// Names of elements and attributes are literals of this program; everything else is escaped on its way out,
/// and there is no way to write it raw. Control characters, bidirectional overrides and what XML forbids
/// come out as a middle dot, so that no text of a policy can hide, turn around or break what follows it.
struct MarkupWriter {
  /// How an element without content is written.
  enum Syntax {
    /// HTML5 with inline SVG: `<br>`, `<path/>`.
    case html
    /// XML 1.0.
    case xml
  }

  struct Attribute {
    var name: StaticString
    var value: String

    init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }

    init(_ name: StaticString, _ value: Int) { self.init(name, String(value)) }
  }

  let output: ReportOutput
  let syntax: Syntax

  init(_ output: ReportOutput, _ syntax: Syntax) {
    self.output = output
    self.syntax = syntax
  }

  func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: () -> Void
  ) {
    open(name, attributes)
    content()
    close(name)
  }

  func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element that never has content: `<meta …>` in HTML, `<w:br/>` in XML and SVG.
  func empty(_ name: StaticString, _ attributes: [Attribute] = [], closed: Bool = false) {
    start(name, attributes)
    output.write(syntax == .xml || closed ? "/>" : ">")
  }

  /// Starts an element that `close` ends; for content that comes from several places.
  func open(_ name: StaticString, _ attributes: [Attribute] = []) {
    start(name, attributes)
    output.write(byte: 0x3E)
  }

  func close(_ name: StaticString) {
    output.write("</")
    output.write(name.description)
    output.write(byte: 0x3E)
  }

  /// A line end between elements, for people who read the source.
  func lineBreak() { output.write(byte: 0x0A) }

  func text(_ text: String) { output.write(MarkupText.escaped(text)) }

  /// A piece of the program itself: a document type, an XML declaration.
  func literal(_ text: StaticString) { output.write(text.description) }

  private func start(_ name: StaticString, _ attributes: [Attribute]) {
    output.write(byte: 0x3C)
    output.write(name.description)
    for attribute in attributes {
      output.write(byte: 0x20)
      output.write(attribute.name.description)
      output.write("=\"")
      output.write(MarkupText.escaped(attribute.value))
      output.write(byte: 0x22)
    }
  }
}

/// Writes a drawing as inline SVG that a screen reader announces as one picture with a name and a
/// description.
struct SVGDrawing {
  let html: MarkupWriter
  /// Unique within the page.
  let id: String

  func write(_ figure: PageFigure) {
    let drawing = figure.drawing
    html.open(
      "svg",
      [
        .init("role", "img"), .init("aria-labelledby", "\(id)-title \(id)-desc"),
        .init("width", drawing.width), .init("height", drawing.height),
        .init("viewBox", "0 0 \(drawing.width) \(drawing.height)"),
      ])
    html.element("title", [.init("id", "\(id)-title")], text: figure.title)
    html.element("desc", [.init("id", "\(id)-desc")], text: figure.explanation)
    for shape in drawing.shapes { write(shape) }
    html.close("svg")
  }

  private func write(_ shape: Drawing.Shape) {
    switch shape {
    case .box(let x, let y, let width, let height, let tone):
      html.empty(
        "rect",
        [
          .init("x", x), .init("y", y), .init("width", width), .init("height", height),
          .init("class", Self.classes(tone)),
        ], closed: true)
    case .circle(let x, let y, let radius, let tone):
      html.empty(
        "circle",
        [
          .init("cx", x), .init("cy", y), .init("r", radius),
          .init("class", Self.classes(tone)),
        ], closed: true)
    case .arrow(let fromX, let fromY, let toX, let toY, let thickness, let isDashed):
      var attributes: [MarkupWriter.Attribute] = [
        .init("x1", fromX), .init("y1", fromY), .init("x2", toX), .init("y2", toY),
        .init("stroke-width", thickness), .init("class", "line"),
      ]
      if isDashed { attributes.append(.init("stroke-dasharray", "6 4")) }
      html.empty("line", attributes, closed: true)
      html.empty(
        "polygon",
        [
          .init("class", "tip"),
          .init(
            "points",
            ArrowHead(fromX: fromX, fromY: fromY, toX: toX, toY: toY, size: 6 + 2 * thickness)
              .points.map { "\($0.x),\($0.y)" }.joined(separator: " ")),
        ], closed: true)
    case .label(let x, let y, let text, let anchor, let size, let isStrong):
      var attributes: [MarkupWriter.Attribute] = [
        .init("x", x), .init("y", y), .init("font-size", size),
      ]
      switch anchor {
      case .start: break
      case .middle: attributes.append(.init("text-anchor", "middle"))
      case .end: attributes.append(.init("text-anchor", "end"))
      }
      if isStrong { attributes.append(.init("font-weight", 600)) }
      html.element("text", attributes, text: text)
    }
  }

  private static func classes(_ tone: Tone?) -> String {
    (tone?.className ?? "r0") + " edge"
  }
}

/// The three corners of an arrow's head.
struct ArrowHead {
  let points: [(x: Int, y: Int)]

  init(fromX: Int, fromY: Int, toX: Int, toY: Int, size: Int) {
    let dx = Double(toX - fromX)
    let dy = Double(toY - fromY)
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    let (ux, uy) = (dx / length, dy / length)
    let baseX = Double(toX) - ux * Double(size)
    let baseY = Double(toY) - uy * Double(size)
    let half = Double(size) / 2.4
    points = [
      (toX, toY),
      (Int((baseX - uy * half).rounded()), Int((baseY + ux * half).rounded())),
      (Int((baseX + uy * half).rounded()), Int((baseY - ux * half).rounded())),
    ]
  }
}

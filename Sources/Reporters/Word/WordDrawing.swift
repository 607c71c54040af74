internal import SourceText

/// Writes a drawing as a group of Word shapes with alternative text (ECMA-376 part 1, 20.4; the shapes of
/// [MS-ODRAWXML] 2.28).
struct WordDrawing {
  static let group = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
  static let shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

  let xml: MarkupWriter
  /// Unique in the document, from 1.
  let number: Int

  /// English Metric Units of a unit of the drawing: a CSS pixel.
  private static let unit = 9525

  func write(_ figure: PageFigure) {
    let drawing = figure.drawing
    let width = drawing.width * Self.unit
    let height = drawing.height * Self.unit
    xml.element("w:r") {
      xml.element("mc:AlternateContent") {
        xml.element("mc:Choice", [.init("Requires", "wpg")]) {
          xml.element("w:drawing") {
            xml.element(
              "wp:inline",
              [.init("distT", 0), .init("distB", 0), .init("distL", 0), .init("distR", 0)]
            ) {
              xml.empty("wp:extent", [.init("cx", width), .init("cy", height)])
              xml.empty(
                "wp:docPr",
                [
                  .init("id", number), .init("name", "Drawing \(number)"),
                  .init("descr", figure.explanation), .init("title", figure.title),
                ])
              xml.element("a:graphic") {
                xml.element("a:graphicData", [.init("uri", Self.group)]) {
                  xml.element("wpg:wgp") {
                    xml.empty("wpg:cNvGrpSpPr")
                    xml.element("wpg:grpSpPr") {
                      xml.element("a:xfrm") {
                        extent(0, 0, width, height)
                        xml.empty("a:chOff", [.init("x", 0), .init("y", 0)])
                        xml.empty("a:chExt", [.init("cx", width), .init("cy", height)])
                      }
                    }
                    for (index, shape) in drawing.shapes.enumerated() {
                      write(shape, id: number * 10_000 + index)
                    }
                  }
                }
              }
            }
          }
        }
        xml.element("mc:Fallback") {
          xml.element("w:t", [.init("xml:space", "preserve")], text: figure.explanation)
        }
      }
    }
  }

  private func write(_ shape: Drawing.Shape, id: Int) {
    switch shape {
    case .box(let x, let y, let width, let height, let tone):
      filled("rect", (x, y, width, height), tone, id)
    case .circle(let x, let y, let radius, let tone):
      filled("ellipse", (x - radius, y - radius, 2 * radius, 2 * radius), tone, id)
    case .arrow(let fromX, let fromY, let toX, let toY, let thickness, let isDashed):
      arrow((fromX, fromY), (toX, toY), thickness, isDashed, id)
    case .label(let x, let y, let text, let anchor, let size, let isStrong):
      label((x, y), text, anchor, size, isStrong, id)
    }
  }

  // MARK: Shapes

  private func filled(
    _ geometry: String, _ frame: (x: Int, y: Int, width: Int, height: Int), _ tone: Tone?, _ id: Int
  ) {
    element(id) {
      xml.element("a:xfrm") {
        extent(
          frame.x * Self.unit, frame.y * Self.unit, frame.width * Self.unit,
          frame.height * Self.unit)
      }
      xml.element("a:prstGeom", [.init("prst", geometry)]) { xml.empty("a:avLst") }
      colour(tone.map(Palette.light.fill) ?? Palette.light.background)
      xml.element("a:ln", [.init("w", Self.unit)]) { colour(Palette.light.rule) }
    }
  }

  private func arrow(
    _ from: (x: Int, y: Int), _ to: (x: Int, y: Int), _ thickness: Int, _ isDashed: Bool, _ id: Int
  ) {
    element(id) {
      var attributes: [MarkupWriter.Attribute] = []
      if to.x < from.x { attributes.append(.init("flipH", 1)) }
      if to.y < from.y { attributes.append(.init("flipV", 1)) }
      xml.element("a:xfrm", attributes) {
        extent(
          min(from.x, to.x) * Self.unit, min(from.y, to.y) * Self.unit,
          abs(to.x - from.x) * Self.unit, abs(to.y - from.y) * Self.unit)
      }
      xml.element("a:prstGeom", [.init("prst", "line")]) { xml.empty("a:avLst") }
      xml.element("a:ln", [.init("w", thickness * Self.unit)]) {
        colour(Palette.light.quiet)
        if isDashed { xml.empty("a:prstDash", [.init("val", "dash")]) }
        xml.empty("a:tailEnd", [.init("type", "triangle")])
      }
    }
  }

  private func label(
    _ point: (x: Int, y: Int), _ text: String, _ anchor: Drawing.Anchor, _ size: Int,
    _ isStrong: Bool, _ id: Int
  ) {
    let width = anchor == .middle ? 90 : 300
    let left: Int
    let alignment: String
    switch anchor {
    case .start: (left, alignment) = (point.x, "left")
    case .middle: (left, alignment) = (point.x - width / 2, "center")
    case .end: (left, alignment) = (point.x - width, "right")
    }
    xml.element("wps:wsp") {
      xml.empty("wps:cNvPr", [.init("id", id), .init("name", "Label \(id)")])
      xml.empty("wps:cNvSpPr", [.init("txBox", 1)])
      xml.element("wps:spPr") {
        xml.element("a:xfrm") {
          extent(
            left * Self.unit, (point.y - size - 2) * Self.unit, width * Self.unit,
            (size + 8) * Self.unit)
        }
        xml.element("a:prstGeom", [.init("prst", "rect")]) { xml.empty("a:avLst") }
        xml.empty("a:noFill")
        xml.element("a:ln") { xml.empty("a:noFill") }
      }
      xml.element("wps:txbx") {
        xml.element("w:txbxContent") {
          xml.element("w:p") {
            xml.element("w:pPr") {
              xml.empty("w:spacing", [.init("w:before", 0), .init("w:after", 0)])
              xml.empty("w:jc", [.init("w:val", alignment)])
            }
            xml.element("w:r") {
              xml.element("w:rPr") {
                if isStrong { xml.empty("w:b") }
                // Half points; a unit is three quarters of a point.
                xml.empty("w:sz", [.init("w:val", size * 3 / 2)])
              }
              xml.element("w:t", [.init("xml:space", "preserve")], text: text)
            }
          }
        }
      }
      xml.empty(
        "wps:bodyPr",
        [
          .init("lIns", 0), .init("tIns", 0), .init("rIns", 0), .init("bIns", 0),
          .init("anchor", "t"),
        ])
    }
  }

  // MARK: Parts

  private func element(_ id: Int, _ properties: () -> Void) {
    xml.element("wps:wsp") {
      xml.empty("wps:cNvPr", [.init("id", id), .init("name", "Shape \(id)")])
      xml.empty("wps:cNvSpPr")
      xml.element("wps:spPr", [], properties)
      xml.empty("wps:bodyPr")
    }
  }

  private func extent(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    xml.empty("a:off", [.init("x", x), .init("y", y)])
    xml.empty("a:ext", [.init("cx", width), .init("cy", height)])
  }

  private func colour(_ value: String) {
    xml.element("a:solidFill") { xml.empty("a:srgbClr", [.init("val", value)]) }
  }
}

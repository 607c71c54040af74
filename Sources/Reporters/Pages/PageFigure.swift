/// A drawing with a name, a description, and its text equivalent.
package struct PageFigure: Sendable {
  package var title: String
  /// What a person who sees the drawing takes from it, in a few sentences.
  package var explanation: String
  package var drawing: Drawing
  /// The same content as a table.
  package var equivalent: PageTable
  /// True when the table, shaded, is the same picture; forms that would draw it poorly leave it at that.
  package var isTable: Bool

  package init(
    title: String, explanation: String, drawing: Drawing, equivalent: PageTable,
    isTable: Bool = false
  ) {
    self.isTable = isTable
    self.title = title
    self.explanation = explanation
    self.drawing = drawing
    self.equivalent = equivalent
  }
}

/// Shapes on a plane of so many units, the origin at the top left.
package struct Drawing: Sendable {
  package enum Anchor: Sendable {
    case start
    case middle
    case end
  }

  package enum Shape: Sendable {
    case box(x: Int, y: Int, width: Int, height: Int, tone: Tone?)
    case circle(x: Int, y: Int, radius: Int, tone: Tone?)
    /// `isDashed` for what goes one way only; an arrow stands at the second end.
    case arrow(fromX: Int, fromY: Int, toX: Int, toY: Int, thickness: Int, isDashed: Bool)
    /// `y` is the base line.
    case label(x: Int, y: Int, String, anchor: Anchor, size: Int, isStrong: Bool)
  }

  package var width: Int
  package var height: Int
  package var shapes: [Shape]

  package init(width: Int, height: Int, shapes: [Shape]) {
    self.width = width
    self.height = height
    self.shapes = shapes
  }
}

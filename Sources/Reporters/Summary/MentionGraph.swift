internal import Checking
internal import Facts
internal import RuleSets
internal import SourceText

/// Which partner's plan names which, as a drawing and as the table that says the same.
struct MentionGraph {
  /// One plan's naming of another partner.
  struct Edge {
    var from: Int
    var to: Int
    /// Passages that name it, in the language version with the most.
    var count: Int
    var isReturned: Bool
  }

  private let partners: [Partner]
  private let language: Language
  let edges: [Edge]

  /// More partners than this make a tangle.
  static let partnerLimit = 14

  /// `nil` when fewer than two partners are known to the catalogue of organizations, or too many.
  init?(_ list: PartnerList, in language: Language) {
    let partners = list.sorted(in: language).filter { !$0.organizations.isEmpty }
    guard (2...Self.partnerLimit).contains(partners.count) else { return nil }
    self.partners = partners
    self.language = language
    var counts: [[Int]] = Array(
      repeating: Array(repeating: 0, count: partners.count), count: partners.count)
    for (from, partner) in partners.enumerated() {
      for document in partner.documents {
        for mention in list.report.documents[document].mentions {
          for (to, other) in partners.enumerated()
          where to != from && other.organizations.contains(mention.organization) {
            counts[from][to] = max(counts[from][to], mention.count)
          }
        }
      }
    }
    var edges: [Edge] = []
    for from in partners.indices {
      for to in partners.indices where counts[from][to] > 0 {
        edges.append(
          Edge(from: from, to: to, count: counts[from][to], isReturned: counts[to][from] > 0))
      }
    }
    guard !edges.isEmpty else { return nil }
    self.edges = edges
  }

  var figure: PageFigure {
    let oneWay = edges.count { !$0.isReturned }
    let unnamed = partners.indices.filter { index in !edges.contains { $0.to == index } }
      .map { partners[$0].short[language] }
    return PageFigure(
      title: SummaryWords.mentions[language],
      explanation: SummaryWords.mentionsExplanation(
        partners: partners.count, edges: edges.count, oneWay: oneWay, unnamed: unnamed)[language],
      drawing: drawing, equivalent: table)
  }

  // MARK: Drawing

  private static let width = 640
  private static let height = 520
  private static let nodeRadius = 30

  private var drawing: Drawing {
    let points = partners.indices.map { Self.point($0, of: partners.count) }
    var shapes: [Drawing.Shape] = edges.map { edge in
      let (start, end) = Self.shortened(points[edge.from], points[edge.to])
      return .arrow(
        fromX: start.x, fromY: start.y, toX: end.x, toY: end.y, thickness: min(4, edge.count),
        isDashed: !edge.isReturned)
    }
    for (index, point) in points.enumerated() {
      shapes.append(
        .circle(x: point.x, y: point.y, radius: Self.nodeRadius, tone: .rung(.intent)))
      shapes.append(
        .label(
          x: point.x, y: point.y + 4, partners[index].short[language], anchor: .middle, size: 11,
          isStrong: true))
    }
    return Drawing(width: Self.width, height: Self.height, shapes: shapes)
  }

  /// Partners stand on a circle from the top, clockwise.
  private static func point(_ index: Int, of count: Int) -> (x: Int, y: Int) {
    // Exact enough without a mathematics library: a rotation by 1/count of a turn, applied index times.
    let step = 2 * Double.pi / Double(count)
    let (cosine, sine) = (
      Trigonometry.cosine(step * Double(index)), Trigonometry.sine(step * Double(index))
    )
    return (
      width / 2 + Int((sine * 220).rounded()), height / 2 - Int((cosine * 220).rounded())
    )
  }

  /// The line between the two circles, a little to the left of the straight one, so that there and back are
  /// two lines.
  private static func shortened(
    _ from: (x: Int, y: Int), _ to: (x: Int, y: Int)
  ) -> ((x: Int, y: Int), (x: Int, y: Int)) {
    let dx = Double(to.x - from.x)
    let dy = Double(to.y - from.y)
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    let (ux, uy) = (dx / length, dy / length)
    let gap = Double(nodeRadius + 2)
    let (sideX, sideY) = (-uy * 5, ux * 5)
    func whole(_ x: Double, _ y: Double) -> (x: Int, y: Int) {
      (Int(x.rounded()), Int(y.rounded()))
    }
    return (
      whole(Double(from.x) + ux * gap + sideX, Double(from.y) + uy * gap + sideY),
      whole(Double(to.x) - ux * gap + sideX, Double(to.y) - uy * gap + sideY)
    )
  }

  // MARK: Table

  private var table: PageTable {
    PageTable(
      caption: SummaryWords.mentionsTable[language],
      explanation: SummaryWords.mentionsNote[language],
      columns: [
        .init(SummaryWords.partner[language], share: 24),
        .init(SummaryWords.names[language], share: 38),
        .init(SummaryWords.isNamedBy[language], share: 38),
      ],
      rows: partners.indices.map { index in
        [
          .init(partners[index].introduced(in: language)),
          .init(words(edges.filter { $0.from == index }) { $0.to }),
          .init(words(edges.filter { $0.to == index }) { $0.from }),
        ]
      })
  }

  private func words(_ edges: [Edge], _ other: (Edge) -> Int) -> String {
    guard !edges.isEmpty else { return SummaryWords.nobody[language] }
    return edges.map { edge in
      "\(partners[other(edge)].short[language]) (\(edge.count))"
        + (edge.isReturned ? "" : "\u{A0}†")
    }.joined(separator: ", ")
  }
}

/// Sine and cosine for drawings, by their series; the error stays far below a pixel.
enum Trigonometry {
  static func sine(_ angle: Double) -> Double {
    var x = angle.truncatingRemainder(dividingBy: 2 * .pi)
    if x > .pi { x -= 2 * .pi }
    if x < -.pi { x += 2 * .pi }
    var term = x
    var sum = x
    for n in 1...12 {
      term *= -x * x / Double((2 * n) * (2 * n + 1))
      sum += term
    }
    return sum
  }

  static func cosine(_ angle: Double) -> Double { sine(angle + .pi / 2) }
}

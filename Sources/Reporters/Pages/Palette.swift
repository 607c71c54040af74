internal import RuleSets

/// The colours of pages and figures, for light and dark surroundings.
///
/// A test computes the contrast of every pair that is used: 4.5 to 1 for text, 3 to 1 for lines and shapes
/// (WCAG 2.2, 1.4.3 and 1.4.11).
struct Palette: Sendable {
  /// Six hexadecimal digits without `#`.
  var background: String
  var text: String
  var quiet: String
  var rule: String
  var accent: String
  /// Behind text, by rung from absent to resourced.
  var rungs: [String]
  var contradicted: String
  /// Text on a shade.
  var shadeText: String

  static let light = Palette(
    background: "ffffff", text: "1b1b1f", quiet: "54545f", rule: "76767f", accent: "1a4f8a",
    rungs: ["ffffff", "eef1f6", "d6e2f2", "b3cdeb", "8fb8e3"], contradicted: "f7cfc4",
    shadeText: "14141a")

  static let dark = Palette(
    background: "15171c", text: "ececf1", quiet: "b4b5c0", rule: "8b8d99", accent: "9cc4f5",
    rungs: ["15171c", "232833", "26384f", "264a73", "285d96"], contradicted: "6b2c20",
    shadeText: "f4f4f8")

  func fill(_ tone: Tone) -> String {
    switch tone {
    case .rung(let rung): rungs[min(max(0, rung.rawValue), rungs.count - 1)]
    case .contradicted: contradicted
    }
  }
}

extension Tone {
  /// The class of the shade in the style sheet.
  var className: String {
    switch self {
    case .rung(let rung): "r\(rung.rawValue)"
    case .contradicted: "rx"
    }
  }
}

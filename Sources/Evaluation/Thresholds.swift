package import SourceText
internal import RuleSets
internal import YAML

/// The least (or most) that each set must reach; a file in the repository, so that a change which makes the
/// tool worse fails.
package struct Thresholds: Sendable {
  /// A figure of a score that can be bounded.
  package enum Measure: String, Sendable, CaseIterable {
    case precision
    case recall
    case f1
    case exactRung = "exact-rung"
    case nearRung = "near-rung"
    case falseCovered = "false-covered"
    case falseGap = "false-gap"
    case trapHits = "trap-hits"

    /// True for figures of which less is better.
    package var isUpperBound: Bool {
      switch self {
      case .falseCovered, .falseGap, .trapHits: true
      default: false
      }
    }

    package func value(of score: Score) -> Double {
      switch self {
      case .precision: score.precision.value
      case .recall: score.recall.value
      case .f1: score.f1
      case .exactRung: score.exactRung.value
      case .nearRung: score.nearRung.value
      case .falseCovered: score.documents.falseCovered.value
      case .falseGap: score.documents.falseGap.value
      case .trapHits: score.traps.hit.value
      }
    }

    package var title: LocalizedText {
      switch self {
      case .precision: LocalizedText("precision", "précision")
      case .recall: LocalizedText("recall", "rappel")
      case .f1: LocalizedText(name: "F1")
      case .exactRung: LocalizedText("exact rung", "échelon exact")
      case .nearRung: LocalizedText("rung within one", "échelon à un près")
      case .falseCovered: LocalizedText("false covered", "fausse couverture")
      case .falseGap: LocalizedText("false gap", "fausse lacune")
      case .trapHits: LocalizedText("traps hit", "pièges touchés")
      }
    }
  }

  package struct Bound: Sendable, Hashable {
    package var set: String
    /// Name of a group, as `ScoreGroup.name`.
    package var group: String
    package var measure: Measure
    /// 0 to 1.
    package var value: Double

    package init(set: String, group: String, measure: Measure, value: Double) {
      self.set = set
      self.group = group
      self.measure = measure
      self.value = value
    }
  }

  /// A bound that was not kept.
  package struct Breach: Sendable, Hashable {
    package var bound: Bound
    package var found: Double
  }

  package var bounds: [Bound]

  package init(bounds: [Bound]) {
    self.bounds = bounds
  }

  /// Reads a file of thresholds; what is wrong becomes diagnostics.
  package static func load(_ path: String) -> (thresholds: Thresholds, diagnostics: [Diagnostic]) {
    var thresholds = Thresholds(bounds: [])
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.read(path, limitInBytes: 1 << 20)
    } catch {
      return (thresholds, [error.diagnostic(path: path)])
    }
    let (root, context) = YAMLContext.read(bytes, path: path)
    guard let root,
      let map = YAMLMapping(root, keyPath: "", context: context, knownKeys: ["format", "sets"]),
      let sets = map.mapping("sets", knownKeys: nil, required: true)
    else { return (thresholds, context.diagnostics) }
    for (set, _, value) in sets.entries {
      guard let groups = value.mapping(knownKeys: nil) else { continue }
      for (group, _, value) in groups.entries {
        guard let figures = value.mapping(knownKeys: Measure.allCases.map(\.rawValue)) else {
          continue
        }
        for (name, node, value) in figures.entries {
          guard let measure = Measure(rawValue: name) else { continue }
          guard let text = value.string(), let number = Double(text), (0...1).contains(number)
          else {
            context.report(
              id: "out-of-range",
              LocalizedText(
                "\(name) must be a number from 0 to 1", "\(name) doit être un nombre de 0 à 1"),
              at: node)
            continue
          }
          thresholds.bounds.append(
            Bound(set: set, group: group, measure: measure, value: number))
        }
      }
    }
    return (thresholds, context.diagnostics)
  }

  /// The bounds that the scores break; a bound on a set or group that was not scored is passed over.
  package func breaches(in scores: [SetScore]) -> [Breach] {
    bounds.compactMap { bound in
      guard let set = scores.first(where: { $0.name == bound.set }),
        let group = set.scores.keys.first(where: { $0.name == bound.group })
      else { return nil }
      let found = bound.measure.value(of: set[group])
      // A bound is written with three digits.
      let isKept =
        bound.measure.isUpperBound
        ? found <= bound.value + 0.0005 : found >= bound.value - 0.0005
      return isKept ? nil : Breach(bound: bound, found: found)
    }
  }
}

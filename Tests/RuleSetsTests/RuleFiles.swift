import RuleSets
import SourceText
import TestSupport

/// Rule files of a test in a folder of their own, loaded and compiled.
struct RuleFiles {
  let folder: TemporaryDirectory
  let rules: LoadedRules
  let compiled: CompiledRules
  private let compileDiagnostics: [Diagnostic]

  /// - Parameters:
  ///   - files: Texts by file name.
  ///   - purpose: What the rules are loaded for.
  ///   - paths: What is loaded, from the folder; the folder itself when `nil`.
  /// - Throws: `FileError` when a file cannot be written.
  init(
    _ files: [String: String], purpose: RuleSetLoader.Purpose = .authoring,
    paths: [String]? = nil
  ) throws {
    folder = try TemporaryDirectory()
    for (name, text) in files { try folder.write(text, to: name) }
    let root = folder.path
    rules = RuleSetLoader(purpose: purpose).load(
      paths: paths?.map { FileTree.join(root, $0) } ?? [root])
    (compiled, compileDiagnostics) = CompiledRules.compile(rules)
  }

  /// One rule set in `rules.yml`.
  init(_ text: String, purpose: RuleSetLoader.Purpose = .authoring) throws {
    try self.init(["rules.yml": text], purpose: purpose)
  }

  /// Everything complained of, as a user would see it from within the folder.
  var complaints: [String] {
    (rules.diagnostics + compileDiagnostics).map {
      $0.rendered(in: .english).relative(to: folder.path)
    }
  }

  /// Everything complained of, one after the other.
  var complaint: String { complaints.joined(separator: "\n") }
}

extension String {
  /// The text with a folder's path taken out of it.
  func relative(to folder: String) -> String {
    var result = ""
    var rest = Substring(self)
    while let start = rest.firstRange(of: folder + "/") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
    }
    result += rest
    return result.changing(folder + ":", to: ".:")
  }

  /// The text with the first `old` changed; the same text when there is none.
  func changing(_ old: String, to new: String) -> String {
    guard let place = firstRange(of: old) else { return self }
    return String(self[..<place.lowerBound]) + new + self[place.upperBound...]
  }

  private func firstRange(of text: String) -> Range<Index>? { Substring(self).firstRange(of: text) }
}

extension Substring {
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    guard !text.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}

/// Rule files without a fault, to spoil in one place.
enum GoodFiles {
  static let ruleSet = """
    format: 1
    id: mediators
    version: 1.0.0
    title: {en: Mediators, fr: Médiatrices}
    sources:
      - {id: charter, title: Charter, publisher: Us, date: "2020"}
    applies-to: [departmental-plan, nap]
    groups:
      - {id: m, title: {en: Mediators, fr: Médiatrices}}
    requirements:
      - id: m.train
        group: m
        title: {en: Training, fr: Formation}
        asks: {en: Train them., fr: Les former.}
        why: {en: It helps., fr: Cela aide.}
        advice: {en: Say how many., fr: Dire combien.}
        source: [charter]
        floor: commitment
        weight: 3
        evidence:
          topic: {en: [women mediator], fr: [médiatrice]}
          act: {en: [train], fr: [former]}
        examples:
          - {lang: en, rung: commitment, text: We will train women mediators.}
          - {lang: en, rung: intent, text: We may train women mediators.}
          - {lang: en, rung: mention, text: We train women mediators.}
          - {lang: en, rung: absent, text: Nothing.}
          - {lang: en, rung: absent, text: Nobody.}
          - {lang: en, rung: absent, text: Nowhere.}
          - {lang: fr, rung: commitment, text: Nous formerons des médiatrices.}
          - {lang: fr, rung: intent, text: Nous pourrions former des médiatrices.}
          - {lang: fr, rung: mention, text: Nous formons des médiatrices.}
          - {lang: fr, rung: absent, text: Rien.}
          - {lang: fr, rung: absent, text: Personne.}
          - {lang: fr, rung: absent, text: Nulle part.}

    """

  static let vocabulary = """
    format: 1
    lists:
      women:
        en: [woman, girl]
        fr: [femme, fille]

    """
}

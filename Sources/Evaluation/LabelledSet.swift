package import RuleSets
package import SourceText

/// Passages with the answers that a careful reader gave: what an evaluation measures against.
package struct LabelledSet: Sendable {
  /// Name of its folder or file.
  package var name: String
  package var path: String
  /// In the order of the file.
  package var units: [LabelledUnit]
  /// Which requirements are labelled in full: only for these is evidence without a label wrong.
  package var scope: LabelScope

  package init(name: String, path: String, units: [LabelledUnit], scope: LabelScope) {
    self.name = name
    self.path = path
    self.units = units
    self.scope = scope
  }

  /// The documents of the set in the order in which they first occur; passages that stand alone are
  /// documents of their own.
  package var documents: [String] {
    var seen: Set<String> = []
    return units.map(\.document).filter { seen.insert($0).inserted }
  }

  /// True when the set tells right from wrong for the requirement.
  package func counts(_ requirement: String) -> Bool {
    scope.includes(requirement, labelled: labelled)
  }

  private var labelled: Set<String> { Set(units.flatMap { $0.labels.keys }) }

  /// The requirements that count, among those labelled and those given.
  package func counted(of given: some Sequence<String>) -> Set<String> {
    let labelled = labelled
    return labelled.union(given).filter { scope.includes($0, labelled: labelled) }
  }
}

/// A sentence, list item or table row of a labelled set.
package struct LabelledUnit: Sendable {
  /// Path of the document as the set writes it, or the id of a passage that stands alone.
  package var document: String
  package var text: String
  package var language: Language
  /// The rung for each requirement that it is evidence for.
  package var labels: [String: Rung]
  /// Why it tempts although it is no evidence; `nil` when it does not.
  package var trap: String?
  /// Requirements that it must not count for.
  package var tempts: [String]
  /// Kind of document that a passage standing alone is taken from; `nil` for a unit of a document.
  package var kindOfPassage: DocumentKind?

  package init(
    document: String, text: String, language: Language, labels: [String: Rung],
    trap: String? = nil, tempts: [String] = [], kindOfPassage: DocumentKind? = nil
  ) {
    self.document = document
    self.text = text
    self.language = language
    self.labels = labels
    self.trap = trap
    self.tempts = tempts
    self.kindOfPassage = kindOfPassage
  }
}

/// The requirements for which every unit of a set was labelled.
package struct LabelScope: Sendable {
  /// Beginnings of ids; empty for just those that occur in the labels.
  package var complete: [String]
  /// Beginnings of ids that are left out all the same.
  package var except: [String]

  package init(complete: [String] = [], except: [String] = []) {
    self.complete = complete
    self.except = except
  }

  func includes(_ requirement: String, labelled: Set<String>) -> Bool {
    if except.contains(where: { Self.begins(requirement, $0) }) { return false }
    if complete.isEmpty { return labelled.contains(requirement) }
    return complete.contains { Self.begins(requirement, $0) }
  }

  /// "wps" and "wps.lead" begin "wps.lead.stance"; "wp" does not.
  private static func begins(_ id: String, _ name: String) -> Bool {
    id == name || id.hasPrefix(name + ".")
  }
}

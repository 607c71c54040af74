internal import Matching
internal import SourceText
internal import YAML

/// Reads one rule set file.
struct RuleSetReader {
  let context: YAMLContext
  let purpose: RuleSetLoader.Purpose
  /// The languages that the rule set is written in.
  private var languages = Language.allCases

  init(context: YAMLContext, purpose: RuleSetLoader.Purpose) {
    self.context = context
    self.purpose = purpose
  }

  /// What the file's `languages` key says, or both.
  private func languages(of root: YAMLMapping) -> [Language] {
    guard let names = root.strings("languages") else { return Language.allCases }
    var languages: [Language] = []
    for name in names {
      if let language = Language(rawValue: name.text) {
        languages.append(language)
      } else {
        unknownName(name.text, Unknown.language, among: RuleSetSchema.languageKeys, at: name.node)
      }
    }
    return languages.isEmpty ? Language.allCases : languages
  }

  func read(_ node: YAMLNode, digest: String) -> RuleSet? {
    guard
      let root = YAMLMapping(
        node, keyPath: "", context: context, knownKeys: RuleSetSchema.ruleSetKeys)
    else { return nil }
    FormatKey.check(root, context: context)
    var reader = self
    reader.languages = languages(of: root)
    return reader.ruleSet(root, digest: digest)
  }

  private func ruleSet(_ root: YAMLMapping, digest: String) -> RuleSet {
    let id = root.string("id", required: true) ?? ""
    let version = root.string("version", required: true) ?? ""
    let title = localized(root, "title") ?? LocalizedText(name: id)
    let sources = root.mappings("sources", knownKeys: RuleSetSchema.sourceKeys).map {
      RuleSource(
        id: $0.string("id", required: true) ?? "", title: $0.string("title", required: true) ?? "",
        publisher: $0.string("publisher") ?? "", date: $0.string("date") ?? "")
    }
    let groups = root.mappings("groups", knownKeys: RuleSetSchema.groupKeys).map {
      RuleGroup(
        id: $0.string("id", required: true) ?? "",
        title: localized($0, "title") ?? LocalizedText(name: ""))
    }
    reportDuplicates(root, "sources", what: LocalizedText("source", "source"))
    reportDuplicates(root, "groups", what: LocalizedText("group", "groupe"))
    let kinds = documentKinds(root) ?? Set(DocumentKind.allCases)
    if root.node("requirements") == nil {
      root.reportMissing("requirements")
    }
    let requirements = root.mappings("requirements", knownKeys: RuleSetSchema.requirementKeys)
      .compactMap { requirement($0, kinds: kinds, groups: groups, sources: sources) }
    return RuleSet(
      id: id, version: version, title: title, path: context.path, digest: digest,
      sources: sources, groups: groups, requirements: requirements, languages: languages)
  }

  private func requirement(
    _ entry: YAMLMapping, kinds: Set<DocumentKind>, groups: [RuleGroup], sources: [RuleSource]
  ) -> Requirement? {
    guard let id = entry.string("id", required: true) else { return nil }
    let group = entry.string("group", required: true) ?? ""
    if !groups.contains(where: { $0.id == group }), let node = entry.node("group") {
      unknownName(group, Unknown.group, among: groups.map(\.id), at: node)
    }
    let sourceNames = entry.strings("source") ?? []
    for source in sourceNames where !sources.contains(where: { $0.id == source.text }) {
      unknownName(source.text, Unknown.source, among: sources.map(\.id), at: source.node)
    }
    let grade = entry.node("grade") == nil ? .act : (entry.choice("grade", of: Grade.self) ?? .act)
    let empty = LocalizedText(name: "")
    return Requirement(
      id: id, group: group,
      title: localized(entry, "title") ?? empty,
      asks: localized(entry, "asks") ?? empty,
      why: localized(entry, "why") ?? empty,
      advice: localized(entry, "advice") ?? empty,
      sources: sourceNames.map(\.text),
      appliesTo: documentKinds(entry) ?? kinds,
      floor: floor(entry),
      weight: entry.node("weight") == nil ? 2 : (entry.int("weight", in: 1...5) ?? 2),
      grade: grade,
      evidence: evidence(entry),
      topicAlone: entry.node("topic-alone") == nil
        ? .mention : (entry.choice("topic-alone", of: TopicAlone.self) ?? .mention),
      ceiling: rung(entry, "ceiling") ?? (grade == .finding ? .mention : .resourced),
      liftedBy: liftingMeasures(entry, grade: grade),
      measuredBy: entry.node("measured-by") == nil ? [] : measures(entry, "measured-by"),
      topicBy: (entry.strings("topic-by") ?? []).map(\.text),
      yieldsTo: (entry.strings("yields-to") ?? []).map(\.text),
      share: share(entry),
      pastCounts: flag(entry, "past", off: "ignored", on: "counts"),
      askedWhenNamed: flag(entry, "asked", off: "always", on: "when-named"),
      judgedByPerson: flag(entry, "judged-by", off: "text", on: "person"),
      examples: purpose == .authoring ? examples(entry) : [],
      line: entry.node.line)
  }

  private func localized(_ entry: YAMLMapping, _ key: String) -> LocalizedText? {
    guard let text = entry.mapping(key, knownKeys: RuleSetSchema.languageKeys, required: true)
    else { return nil }
    // A rule set in one language may leave the other out: its readers see what there is.
    let english = text.string("en", required: languages.contains(.english))
    let french = text.string("fr", required: languages.contains(.french))
    guard let present = english ?? french, english != nil || !languages.contains(.english),
      french != nil || !languages.contains(.french)
    else { return nil }
    return LocalizedText(english: english ?? present, french: french ?? present)
  }

  private func documentKinds(_ entry: YAMLMapping) -> Set<DocumentKind>? {
    guard let names = entry.strings("applies-to") else { return nil }
    var kinds: Set<DocumentKind> = []
    for name in names {
      if name.text == "all" {
        kinds.formUnion(DocumentKind.allCases)
      } else if let kind = DocumentKind(rawValue: name.text) {
        kinds.insert(kind)
      } else {
        unknownName(
          name.text, Unknown.documentKind,
          among: DocumentKind.allCases.map(\.rawValue) + ["all"], at: name.node)
      }
    }
    return kinds
  }

  private func floor(_ entry: YAMLMapping) -> Floor {
    guard let node = entry.node("floor") else {
      entry.reportMissing("floor")
      return Floor(standard: .commitment)
    }
    guard node.kind == .mapping else {
      return Floor(standard: rung(entry, "floor") ?? .commitment)
    }
    guard let map = entry.mapping("floor", knownKeys: RuleSetSchema.floorKeys) else {
      return Floor(standard: .commitment)
    }
    if map.node("default") == nil { map.reportMissing("default") }
    var floor = Floor(standard: rung(map, "default") ?? .commitment)
    for key in map.keys where key != "default" {
      if let kind = DocumentKind(rawValue: key), let rung = rung(map, key) {
        floor.byKind[kind] = rung
      }
    }
    return floor
  }

  private func rung(_ entry: YAMLMapping, _ key: String) -> Rung? {
    guard let name = entry.string(key) else { return nil }
    if let rung = Rung(name: name) { return rung }
    if let node = entry.node(key) {
      unknownName(name, Unknown.rung, among: Rung.allCases.map(\.name), at: node)
    }
    return nil
  }

  private func flag(_ entry: YAMLMapping, _ key: String, off: String, on: String) -> Bool {
    guard let value = entry.string(key) else { return false }
    if value != off, value != on, let node = entry.node(key) {
      context.report(
        id: "unknown-value",
        LocalizedText(
          "unknown value '\(value)' in \(entry.path(to: key))",
          "valeur inconnue « \(value) » dans \(entry.path(to: key))"),
        at: node,
        help: LocalizedText(
          "the choices are '\(off)', '\(on)'", "les choix sont « \(off) » et « \(on) »"))
    }
    return value == on
  }

  private func liftingMeasures(_ entry: YAMLMapping, grade: Grade) -> Set<Marker> {
    guard entry.node("lifted-by") == nil else { return measures(entry, "lifted-by") }
    // A standing body's members and seats are its substance, not a measure of it.
    return grade == .standing ? [.amount, .date] : Set(Marker.allCases)
  }

  private func share(_ entry: YAMLMapping) -> RowShare? {
    guard entry.node("share") != nil,
      let map = entry.mapping("share", knownKeys: RuleSetSchema.shareKeys)
    else { return nil }
    if map.node("have") == nil { map.reportMissing("have") }
    return RowShare(
      of: measures(map, "of"), have: measures(map, "have"),
      least: map.int("least", in: 1...100, required: true) ?? 100)
  }

  private func measures(_ entry: YAMLMapping, _ key: String) -> Set<Marker> {
    guard let names = entry.strings(key) else { return [] }
    var markers: Set<Marker> = []
    for name in names {
      if let marker = Marker(rawValue: name.text) {
        markers.insert(marker)
      } else {
        unknownName(
          name.text, Unknown.measure, among: Marker.allCases.map(\.rawValue), at: name.node)
      }
    }
    return markers
  }

  private func evidence(_ entry: YAMLMapping) -> EvidenceClauses {
    var clauses = EvidenceClauses()
    guard
      let map = entry.mapping(
        "evidence", knownKeys: RuleSetSchema.evidenceKeys, required: entry.node("share") == nil)
    else { return clauses }
    let reader = PatternReader(context: context, purpose: purpose)
    for kind in ClauseKind.allCases {
      guard
        let clause = map.mapping(kind.rawValue, knownKeys: RuleSetSchema.languageKeys)
      else { continue }
      for language in Language.allCases {
        guard let texts = clause.strings(language.rawValue) else { continue }
        clauses[language][kind] = reader.patterns(texts, language: language)
      }
    }
    return clauses
  }

  private func examples(_ entry: YAMLMapping) -> [RuleExample] {
    entry.mappings("examples", knownKeys: RuleSetSchema.exampleKeys).compactMap { example in
      guard
        let code = example.string("lang", required: true),
        let rung = rung(example, "rung"),
        let text = example.string("text", required: true)
      else {
        if example.node("rung") == nil { example.reportMissing("rung") }
        return nil
      }
      guard let language = Language(rawValue: code) else {
        if let node = example.node("lang") {
          unknownName(
            code, Unknown.language, among: RuleSetSchema.languageKeys, at: node)
        }
        return nil
      }
      let kind = example.node("kind") == nil ? nil : example.choice("kind", of: DocumentKind.self)
      return RuleExample(
        language: language, rung: rung, text: text, because: example.string("because"),
        kind: kind ?? .departmentalPlan, line: example.node.line)
    }
  }

  /// Complains of each member of a list whose `id` an earlier one has.
  private func reportDuplicates(_ root: YAMLMapping, _ key: String, what: LocalizedText) {
    var lines: [String: Int] = [:]
    guard let list = root.node(key) else { return }
    for member in list.elements {
      guard let node = member["id"], let id = node.text else { continue }
      if let line = lines[id] {
        context.report(
          id: "duplicate-id",
          LocalizedText(
            "\(what) '\(id)' is already defined on line \(line)",
            "\(what) « \(id) » : déjà défini à la ligne \(line)"),
          at: node,
          help: LocalizedText(
            "give one of them another id", "donnez un autre identifiant à l’un d’eux"))
      }
      lines[id] = node.line
    }
  }

  private func unknownName(
    _ name: String, _ what: LocalizedText, among known: [String], at node: YAMLNode
  ) {
    let list = known.joined(separator: ", ")
    let choices =
      known.isEmpty
      ? LocalizedText("none is defined in this file", "ce fichier n’en définit pas")
      : LocalizedText("known are: \(list)", "valeurs connues : \(list)")
    context.report(
      .error, id: "unknown-name",
      LocalizedText("\(what) '\(name)'", "\(what) « \(name) »"), at: node,
      help: NearestName.suggestion(for: name, among: known).map(NearestName.question) ?? choices)
  }
}

/// What a name is that nobody knows.
private enum Unknown {
  static let group = LocalizedText("unknown group", "groupe inconnu")
  static let source = LocalizedText("unknown source", "source inconnue")
  static let documentKind = LocalizedText("unknown kind of document", "genre de document inconnu")
  static let rung = LocalizedText("unknown rung", "échelon inconnu")
  static let measure = LocalizedText("unknown measure", "mesure inconnue")
  static let language = LocalizedText("unknown language", "langue inconnue")
}

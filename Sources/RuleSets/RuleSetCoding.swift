internal import SourceText

/// Rule sets without patterns and examples, as bytes.
extension ByteWriter {
  mutating func write(_ set: RuleSet) {
    write(set.id)
    write(set.version)
    write(set.title)
    write(set.path)
    write(set.digest)
    write(set.sources) { writer, source in
      writer.write(source.id)
      writer.write(source.title)
      writer.write(source.publisher)
      writer.write(source.date)
    }
    write(set.groups) { writer, group in
      writer.write(group.id)
      writer.write(group.title)
    }
    write(set.requirements) { $0.write($1) }
    write(set.languages) { $0.write($1) }
  }

  private mutating func write(_ requirement: Requirement) {
    write(requirement.id)
    write(requirement.group)
    for text in [requirement.title, requirement.asks, requirement.why, requirement.advice] {
      write(text)
    }
    write(requirement.sources) { $0.write($1) }
    write(requirement.appliesTo)
    write(requirement.floor.standard)
    let byKind = DocumentKind.allCases.compactMap { kind in
      requirement.floor.byKind[kind].map { (kind, $0) }
    }
    write(byKind) { writer, floor in
      writer.write(floor.0)
      writer.write(floor.1)
    }
    write(requirement.weight)
    write(requirement.grade)
    write(requirement.topicAlone)
    write(requirement.ceiling)
    write(requirement.liftedBy)
    write(requirement.measuredBy)
    write(requirement.topicBy) { $0.write($1) }
    write(requirement.yieldsTo) { $0.write($1) }
    write(requirement.askedWhenNamed)
    write(requirement.share != nil)
    if let share = requirement.share {
      write(share.of)
      write(share.have)
      write(share.least)
    }
    write(requirement.pastCounts)
    write(requirement.judgedByPerson)
    write(requirement.line)
  }

  /// The place of a value among all of its type.
  mutating func write<Value: CaseIterable & Equatable>(_ value: Value) {
    for (index, other) in Value.allCases.enumerated() where other == value { write(index) }
  }

  private mutating func write<Value: CaseIterable & Hashable>(_ values: Set<Value>) {
    write(Value.allCases.filter { values.contains($0) }) { $0.write($1) }
  }
}

extension ByteReader {
  mutating func readRuleSet() throws(ByteReaderError) -> RuleSet {
    let id = try readText()
    let version = try readText()
    let title = try readLocalizedText()
    let path = try readText()
    let digest = try readText()
    let sources = try readElements { reader throws(ByteReaderError) in
      RuleSource(
        id: try reader.readText(), title: try reader.readText(),
        publisher: try reader.readText(), date: try reader.readText())
    }
    let groups = try readElements { reader throws(ByteReaderError) in
      RuleGroup(id: try reader.readText(), title: try reader.readLocalizedText())
    }
    let requirements = try readElements { reader throws(ByteReaderError) in
      try reader.readRequirement()
    }
    let languages = try readElements { reader throws(ByteReaderError) in
      try reader.readCase(Language.self)
    }
    return RuleSet(
      id: id, version: version, title: title, path: path, digest: digest, sources: sources,
      groups: groups, requirements: requirements, languages: languages)
  }

  private mutating func readRequirement() throws(ByteReaderError) -> Requirement {
    let id = try readText()
    let group = try readText()
    let title = try readLocalizedText()
    let asks = try readLocalizedText()
    let why = try readLocalizedText()
    let advice = try readLocalizedText()
    let sources = try readElements { reader throws(ByteReaderError) in try reader.readText() }
    let appliesTo = try readSet(DocumentKind.self)
    var floor = Floor(standard: try readCase(Rung.self))
    for _ in 0..<(try readCount()) {
      let kind = try readCase(DocumentKind.self)
      floor.byKind[kind] = try readCase(Rung.self)
    }
    let weight = try readNumber()
    let grade = try readCase(Grade.self)
    let topicAlone = try readCase(TopicAlone.self)
    let ceiling = try readCase(Rung.self)
    let liftedBy = try readSet(Marker.self)
    let measuredBy = try readSet(Marker.self)
    let topicBy = try readElements { reader throws(ByteReaderError) in
      try reader.readText()
    }
    let yieldsTo = try readElements { reader throws(ByteReaderError) in
      try reader.readText()
    }
    let askedWhenNamed = try readFlag()
    var share: RowShare?
    if try readFlag() {
      let of = try readSet(Marker.self)
      share = RowShare(of: of, have: try readSet(Marker.self), least: try readNumber())
    }
    let pastCounts = try readFlag()
    let judgedByPerson = try readFlag()
    return Requirement(
      id: id, group: group, title: title, asks: asks, why: why, advice: advice, sources: sources,
      appliesTo: appliesTo, floor: floor, weight: weight, grade: grade,
      evidence: EvidenceClauses(), topicAlone: topicAlone, ceiling: ceiling, liftedBy: liftedBy,
      measuredBy: measuredBy, topicBy: topicBy, yieldsTo: yieldsTo, share: share,
      pastCounts: pastCounts, askedWhenNamed: askedWhenNamed, judgedByPerson: judgedByPerson,
      examples: [],
      line: try readNumber())
  }

  /// The value at a place among all of its type.
  mutating func readCase<Value: CaseIterable>(
    _ type: Value.Type
  ) throws(ByteReaderError) -> Value where Value.AllCases: RandomAccessCollection {
    let place = try readNumber()
    let all = Value.allCases
    guard place >= 0, place < all.count else { throw ByteReaderError() }
    return all[all.index(all.startIndex, offsetBy: place)]
  }

  private mutating func readSet<Value: CaseIterable & Hashable>(
    _ type: Value.Type
  ) throws(ByteReaderError) -> Set<Value> where Value.AllCases: RandomAccessCollection {
    Set(
      try readElements { reader throws(ByteReaderError) in try reader.readCase(type) })
  }
}

internal import SourceText

/// Builds the tree from the events, and refuses what they cannot be held to.
///
/// A stack of its own instead of recursion: depth costs no machine stack.
struct YAMLComposer {
  /// What a node stands for once its aliases are followed.
  private struct Weight {
    var nodes = 0
    var bytes = 0
    /// Levels of lists and mappings, its own included.
    var height = 0

    mutating func add(_ other: Weight) {
      nodes += other.nodes
      bytes += other.bytes
    }
  }

  private struct Frame {
    var entry: Int32
    var isMapping: Bool
    /// Where its children start in `pending`.
    var firstChild: Int
    var height = 1
    var anchor: String?
    var weightBefore: Weight
  }

  private enum Anchor {
    /// Still being read.
    case open(entry: Int32)
    case done(entry: Int32, weight: Weight)
    case skipped
  }

  private let events: YAMLEvents
  private let limits: YAMLLimits
  private let isSingle: Bool
  private let skippedKeys: [[UInt8]]

  private var entries: [YAMLTree.Entry] = []
  private var children: [Int32] = []
  private var texts: [UInt8] = []
  private var tags: [String] = []
  private var pending: [Int32] = []
  private var frames: [Frame] = []
  private var anchors: [String: Anchor] = [:]
  private var total = Weight()
  private var roots: [Int32] = []

  init(events: YAMLEvents, limits: YAMLLimits, isSingle: Bool) {
    self.events = events
    self.limits = limits
    self.isSingle = isSingle
    skippedKeys = limits.skippedKeys.map { Array($0.utf8) }
    texts.reserveCapacity(events.source.bytes.count)
  }

  /// - Returns: the roots; `nil` when an alias needs what was skipped.
  mutating func compose() throws(YAMLError) -> [YAMLNode]? {
    var documents = 0
    loop: while true {
      let event = try events.next()
      switch event.kind {
      case .streamStart: break
      case .streamEnd: break loop
      case .documentStart:
        documents += 1
        if isSingle, documents > 1 { throw .severalDocuments(in: events.source, at: event.start) }
        anchors.removeAll()
      case .documentEnd: break
      case .scalar: try addScalar(event)
      case .sequenceStart, .mappingStart: try open(event)
      case .sequenceEnd, .mappingEnd: try close(event)
      case .alias: guard try addAlias(event) else { return nil }
      }
      if isAtSkippedKey { try skipPair() }
    }
    let tree = YAMLTree(
      source: events.source, entries: entries, children: children, texts: texts, tags: tags)
    return roots.map { YAMLNode(tree: tree, index: $0) }
  }

  // MARK: - Nodes

  private mutating func addScalar(_ event: YAMLEvent) throws(YAMLError) {
    let tag = try tagIndex(event, kind: .scalar)
    let first = texts.count
    texts.append(contentsOf: event.text)
    let weight = Weight(nodes: 1, bytes: event.text.count)
    let style: YAMLNode.Style =
      switch event.style {
      case .singleQuoted, .doubleQuoted: .quoted
      case .literal, .folded: .block
      default: .plain
      }
    let index = add(
      YAMLTree.Entry(
        kind: .scalar, style: style, tag: tag, start: Int32(event.start),
        end: Int32(style == .block ? contentEnd(event) : event.end), first: Int32(first),
        count: Int32(event.text.count)))
    try weigh(weight, at: event.start, isAlias: false)
    if let anchor = Self.name(event.anchor) {
      anchors[anchor] = .done(entry: index, weight: weight)
    }
    attach(index)
  }

  private mutating func open(_ event: YAMLEvent) throws(YAMLError) {
    let isMapping = event.kind == .mappingStart
    let tag = try tagIndex(event, kind: isMapping ? .mapping : .sequence)
    guard frames.count < limits.maximumDepth else {
      throw .tooDeep(limits.maximumDepth, in: events.source, at: event.start)
    }
    let index = add(
      YAMLTree.Entry(
        kind: isMapping ? .mapping : .sequence, style: .plain, tag: tag, start: Int32(event.start),
        end: Int32(event.end), first: 0, count: 0))
    let anchor = Self.name(event.anchor)
    if let anchor { anchors[anchor] = .open(entry: index) }
    frames.append(
      Frame(
        entry: index, isMapping: isMapping, firstChild: pending.count, anchor: anchor,
        weightBefore: total))
    try weigh(Weight(nodes: 1), at: event.start, isAlias: false)
  }

  private mutating func close(_ event: YAMLEvent) throws(YAMLError) {
    guard let frame = frames.popLast() else { return }
    let index = Int(frame.entry)
    entries[index].first = Int32(children.count)
    entries[index].count = Int32(pending.count - frame.firstChild)
    children.append(contentsOf: pending[frame.firstChild...])
    // A block collection ends, for libyaml, where the next thing starts: comments and all.
    let isFlow = event.end > event.start
    let lastEnd = pending.count > frame.firstChild ? pending.last.map { entries[Int($0)].end } : nil
    entries[index].end =
      isFlow ? Int32(event.end) : max(entries[index].start, lastEnd ?? entries[index].end)
    pending.removeLast(pending.count - frame.firstChild)
    if frame.isMapping {
      try YAMLKeyCheck(entries: entries, children: children, texts: texts)
        .check(mapping: entries[index], in: events.source)
    }
    // An anchor of the same name inside has taken its place.
    if let anchor = frame.anchor, case .open(frame.entry) = anchors[anchor] {
      let weight = Weight(
        nodes: total.nodes - frame.weightBefore.nodes,
        bytes: total.bytes - frame.weightBefore.bytes, height: frame.height)
      anchors[anchor] = .done(entry: frame.entry, weight: weight)
    }
    if let parent = frames.indices.last {
      frames[parent].height = max(frames[parent].height, frame.height + 1)
    }
    attach(frame.entry)
  }

  /// - Returns: false when it points into what was skipped.
  private mutating func addAlias(_ event: YAMLEvent) throws(YAMLError) -> Bool {
    let name = Self.name(event.anchor) ?? ""
    switch anchors[name] {
    case nil:
      throw .undefinedAlias(name, known: anchors.keys, in: events.source, at: event.start)
    case .open: throw .recursiveAlias(name, in: events.source, at: event.start)
    case .skipped: return false
    case .done(let entry, let weight):
      guard frames.count + weight.height <= limits.maximumDepth else {
        throw .tooDeep(limits.maximumDepth, in: events.source, at: event.start)
      }
      try weigh(weight, at: event.start, isAlias: true)
      if let parent = frames.indices.last {
        frames[parent].height = max(frames[parent].height, weight.height + 1)
      }
      attach(
        add(
          YAMLTree.Entry(
            kind: .alias, style: .plain, tag: -1, start: Int32(event.start),
            end: Int32(event.end), first: entry, count: 0)))
      return true
    }
  }

  private mutating func add(_ entry: YAMLTree.Entry) -> Int32 {
    entries.append(entry)
    return Int32(entries.count - 1)
  }

  private mutating func attach(_ index: Int32) {
    if frames.isEmpty { roots.append(index) } else { pending.append(index) }
  }

  private mutating func weigh(
    _ weight: Weight, at offset: Int, isAlias: Bool
  ) throws(YAMLError) {
    total.add(weight)
    if total.nodes > limits.maximumNodes {
      // Blame the aliases only when they are what made it too much.
      guard isAlias || entries.count <= limits.maximumNodes else {
        throw .tooManyNodes(limits.maximumNodes, in: events.source, at: offset)
      }
      throw .aliasExpansion(
        LocalizedText(
          "\(limits.maximumNodes) keys and values", "\(limits.maximumNodes) clés et valeurs"),
        in: events.source, at: offset)
    }
    if total.bytes > limits.maximumExpandedBytes {
      throw .aliasExpansion(
        LocalizedText(
          "\(limits.maximumExpandedBytes) bytes of text",
          "\(limits.maximumExpandedBytes) octets de texte"),
        in: events.source, at: offset)
    }
  }

  /// The end of a block scalar without the empty lines after it.
  private func contentEnd(_ event: YAMLEvent) -> Int {
    var end = event.end
    let bytes = events.source.bytes
    while end > event.start, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func name(_ text: UnsafeBufferPointer<UInt8>?) -> String? {
    text.map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: - Skipping

  /// True when the last thing read is the key of a pair that is to be skipped.
  private var isAtSkippedKey: Bool {
    guard !skippedKeys.isEmpty, let frame = frames.last, frame.isMapping,
      (pending.count - frame.firstChild) % 2 == 1, let index = pending.last
    else { return false }
    let entry = entries[Int(index)]
    guard entry.kind == .scalar else { return false }
    let range = Int(entry.first)..<Int(entry.first) + Int(entry.count)
    return skippedKeys.contains { $0.count == range.count && texts[range].elementsEqual($0) }
  }

  /// Reads over the value that comes next and takes its key back.
  private mutating func skipPair() throws(YAMLError) {
    // The key's own entry stays, an anchor may name it.
    pending.removeLast()
    var depth = 0
    repeat {
      let event = try events.next()
      switch event.kind {
      case .scalar: _ = try tagIndex(event, kind: .scalar)
      case .sequenceStart, .mappingStart:
        _ = try tagIndex(event, kind: event.kind == .mappingStart ? .mapping : .sequence)
        depth += 1
        guard frames.count + depth <= limits.maximumDepth else {
          throw .tooDeep(limits.maximumDepth, in: events.source, at: event.start)
        }
      case .sequenceEnd, .mappingEnd: depth -= 1
      case .alias:
        let name = Self.name(event.anchor) ?? ""
        guard anchors[name] != nil else {
          throw .undefinedAlias(name, known: anchors.keys, in: events.source, at: event.start)
        }
      // The parser closes what it opens; anything else here is the end of the text.
      case .documentStart, .documentEnd, .streamStart, .streamEnd: return
      }
      if event.kind != .alias, let anchor = Self.name(event.anchor) { anchors[anchor] = .skipped }
    } while depth > 0
  }

  // MARK: - Tags

  private enum NodeKind {
    case scalar
    case sequence
    case mapping

    var title: LocalizedText {
      switch self {
      case .scalar: YAMLValue.Kind.text
      case .sequence: YAMLValue.Kind.list
      case .mapping: YAMLValue.Kind.mapping
      }
    }
  }

  private mutating func tagIndex(
    _ event: YAMLEvent, kind: NodeKind
  ) throws(YAMLError) -> Int32 {
    guard let tag = Self.name(event.tag) else { return -1 }
    if tag != "!" {
      let shown =
        tag.hasPrefix(YAMLScalar.tagPrefix)
        ? "!!" + tag.dropFirst(YAMLScalar.tagPrefix.count) : tag
      let expected: NodeKind
      switch shown {
      case "!!str", "!!int", "!!float", "!!bool", "!!null": expected = .scalar
      case "!!seq": expected = .sequence
      case "!!map": expected = .mapping
      default: throw .unknownTag(shown, in: events.source, at: event.start)
      }
      guard expected == kind else {
        throw .misplacedTag(shown, on: kind.title, in: events.source, at: event.start)
      }
    }
    if let index = tags.firstIndex(of: tag) { return Int32(index) }
    tags.append(tag)
    return Int32(tags.count - 1)
  }
}

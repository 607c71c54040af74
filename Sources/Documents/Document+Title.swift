extension Document {
  /// Sets the title from the metadata, else from the first heading of the highest level.
  mutating func setTitle() {
    if let stated = metadata.first(where: { $0.key == "title" || $0.key == "titre" }) {
      title = stated.value
      return
    }
    var best: Int?
    for index in blocks.indices where blocks[index].kind == .heading {
      if let current = best, blocks[current].level <= blocks[index].level { continue }
      best = index
    }
    guard let first = best else { return }
    title = line(ofBlock: first)
  }
}

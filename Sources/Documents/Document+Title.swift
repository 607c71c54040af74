extension Document {
  /// Sets the title from the metadata, else from the first heading of the highest level.
  mutating func setTitle() {
    if let stated = metadata.first(where: { $0.key == "title" || $0.key == "titre" }) {
      title = stated.value
      return
    }
    let headings = blocks.indices.filter { blocks[$0].kind == .heading }
    guard let level = headings.map({ blocks[$0].level }).min(),
      let first = headings.first(where: { blocks[$0].level == level })
    else { return }
    title = string(ofBlock: first)
  }
}

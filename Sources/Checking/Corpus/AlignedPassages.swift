package import Facts

extension Corpus {
  /// Calls `body` once for each two passages of one language that are alike, in a fixed order; with `isMeant`, for
  /// those alone of which it is true, asked once for each passage.
  package func forEachLikeness(
    among isMeant: ((CorpusPassage) -> Bool)? = nil,
    _ body: (_ first: CorpusPassage, _ second: CorpusPassage, _ likeness: PassageIndex.Likeness) ->
      Void
  ) {
    let index = index
    let meant = isMeant.map { isMeant in
      index.passages.indices.map { isMeant(passage(index, $0)) }
    }
    for number in index.passages.indices where meant?[number] ?? true {
      for likeness in index.likenesses(of: number) where meant?[Int(likeness.other)] ?? true {
        let other = Int(likeness.other)
        // Each pair once: from the first of the two, or from the second where the first has better ones.
        if other < number, index.likenesses(of: other).contains(where: { Int($0.other) == number })
        {
          continue
        }
        let (first, second) = (min(number, other), max(number, other))
        body(passage(index, first), passage(index, second), likeness)
      }
    }
  }

  /// The passages most like one, best first.
  package func likenesses(
    of passage: CorpusPassage
  ) -> [(passage: CorpusPassage, likeness: PassageIndex.Likeness)] {
    let index = index
    guard let number = index.index(ofDocument: passage.member, unit: passage.unit) else {
      return []
    }
    return index.likenesses(of: number).map { (self.passage(index, Int($0.other)), $0) }
  }

  /// The passage of one document that is most like another; `nil` when the document has none.
  ///
  /// Looks at every indexed passage of the document: for pairs of documents that are known to belong
  /// together.
  package func best(
    for passage: CorpusPassage, in member: Int
  ) -> (passage: CorpusPassage, likeness: PassageIndex.Likeness)? {
    let index = index
    guard let number = index.index(ofDocument: passage.member, unit: passage.unit) else {
      return nil
    }
    var best: (CorpusPassage, PassageIndex.Likeness)?
    for other in index.range(ofDocument: member) {
      guard let likeness = index.likeness(number, other) else { continue }
      if best.map({ likeness.both > $0.1.both }) ?? true {
        best = (self.passage(index, other), likeness)
      }
    }
    return best
  }

  private func passage(_ index: PassageIndex, _ number: Int) -> CorpusPassage {
    let passage = index.passages[number]
    return CorpusPassage(member: Int(passage.document), unit: Int(passage.unit))
  }
}

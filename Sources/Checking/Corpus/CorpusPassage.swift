package import Facts

/// A unit of one of the documents of a corpus.
package struct CorpusPassage: Sendable, Hashable {
  /// Index in `Corpus.members`.
  package var member: Int
  package var unit: Int

  package init(member: Int, unit: Int) {
    self.member = member
    self.unit = unit
  }

  package func facts(_ corpus: Corpus) -> DocumentFacts { corpus.members[member].facts }
  package func place(_ corpus: Corpus) -> FindingPlace { corpus.place(member, unit) }
}

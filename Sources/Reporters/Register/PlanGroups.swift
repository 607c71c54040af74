internal import Checking

/// Which documents are one plan: a text and its version in the other language.
///
/// What a plan lacks in both languages is one gap, not two.
struct PlanGroups {
  /// Number of the plan of each document, from 0, in the order of first appearance.
  let ofDocument: [Int]
  let count: Int

  init(_ documents: [DocumentReport]) {
    var byPath: [String: Int] = [:]
    for (index, document) in documents.enumerated() { byPath[document.profile.path] = index }
    var leader = Array(documents.indices)
    for (index, document) in documents.enumerated() {
      guard let path = document.profile.counterpart, let other = byPath[path],
        documents[other].profile.language != document.profile.language
      else { continue }
      let (first, second) = (min(leader[index], leader[other]), max(leader[index], leader[other]))
      for document in documents.indices where leader[document] == second {
        leader[document] = first
      }
    }
    var numbers: [Int: Int] = [:]
    ofDocument = leader.map { first in
      if let number = numbers[first] { return number }
      numbers[first] = numbers.count
      return numbers.count - 1
    }
    count = numbers.count
  }

  /// How many plans the documents belong to.
  func count(of documents: some Sequence<Int>) -> Int {
    Set(documents.map { ofDocument[$0] }).count
  }
}

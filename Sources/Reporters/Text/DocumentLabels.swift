internal import Checking
internal import SourceText

/// Short names for the documents of a run, unique, for the heads of columns.
struct DocumentLabels {
  /// Longest label in columns.
  static let widthLimit = 10

  /// One for each document, in the report's order.
  let labels: [String]

  subscript(document: Int) -> String { labels.indices.contains(document) ? labels[document] : "" }

  /// Columns of the widest label.
  var width: Int { labels.map(DisplayWidth.of).max() ?? 0 }

  init(_ documents: [DocumentReport]) {
    let plain = documents.map { Self.plainLabel($0.profile) }
    var labels = plain
    for (index, document) in documents.enumerated()
    where plain.count(where: { $0 == plain[index] }) > 1 {
      let same = documents.indices.filter { plain[$0] == plain[index] }
      let language = document.profile.language
      if same.count(where: { documents[$0].profile.language == language }) == 1 {
        labels[index] = Self.cut(plain[index], language.rawValue)
      }
    }
    for index in labels.indices where labels.count(where: { $0 == labels[index] }) > 1 {
      let label = labels[index]
      var number = 0
      for other in labels.indices where labels[other] == label {
        number += 1
        if number > 1 { labels[other] = Self.cut(label, String(number)) }
      }
    }
    self.labels = labels
  }

  private static func plainLabel(_ profile: DocumentProfile) -> String {
    if let department = profile.department, !department.isEmpty,
      DisplayWidth.of(department) <= widthLimit
    {
      return department
    }
    let name = profile.path.split(separator: "/").last.map(String.init) ?? profile.path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return cut(stem.isEmpty ? name : stem, "")
  }

  private static func cut(_ label: String, _ suffix: String) -> String {
    let tail = suffix.isEmpty ? "" : "-" + suffix
    let head = StyledText(label).truncated(to: widthLimit - tail.count)
    return head.runs.map(\.text).joined() + tail
  }
}

internal import Checking
internal import SourceText

/// Waivers by the passages that they cover, so that a finding in a document with thousands of comments is asked
/// about against those beside it only.
struct WaiverReach {
  /// Where a waiver reaches in its file, and the furthest end of all in the half of the list that it heads.
  private struct Stretch {
    var start: Int
    var end: Int
    var furthest: Int
    var waiver: Int
  }

  private let count: Int
  /// Paths of the documents that hold the waivers.
  private var paths: Set<String> = []
  /// Waivers of the configuration, and those of documents without places in a file.
  private var everywhere: [Int] = []
  /// Waivers of documents by what they name: one that names a requirement holds for the whole document.
  private var byTarget: [String: [Int]] = [:]
  /// By start; each half of the list is a tree whose middle stands above its two sides.
  private var stretches: [Stretch] = []

  init(_ waivers: [Waiver]) {
    count = waivers.count
    for (number, waiver) in waivers.enumerated() {
      guard case .document(let path, let span?, _) = waiver.scope else {
        everywhere.append(number)
        continue
      }
      paths.insert(path)
      stretches.append(
        Stretch(start: span.start, end: span.end, furthest: span.end, waiver: number))
      for target in Set(waiver.targets) { byTarget[target, default: []].append(number) }
    }
    stretches.sort { ($0.start, $0.waiver) < ($1.start, $1.waiver) }
    _ = raise(0..<stretches.count)
  }

  /// Numbers of the waivers that may reach a finding, ascending; all others do not.
  func candidates(for finding: Finding) -> [Int] {
    guard !stretches.isEmpty else { return everywhere }
    let path = finding.path ?? finding.place?.path
    let places = ([finding.place].compactMap { $0 } + (path == nil ? finding.related : []))
      .filter { paths.contains($0.path) }
    // Without a place in the file, words decide.
    guard places.allSatisfy({ $0.span != nil }) else { return Array(0..<count) }
    var found = everywhere
    if let requirement = finding.requirement { found += byTarget[requirement] ?? [] }
    for span in places.compactMap(\.span) { collect(span, 0..<stretches.count, into: &found) }
    return Set(found).sorted()
  }

  private mutating func raise(_ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return Int.min }
    let middle = (range.lowerBound + range.upperBound) / 2
    let furthest = max(
      stretches[middle].end, raise(range.lowerBound..<middle),
      raise(middle + 1..<range.upperBound))
    stretches[middle].furthest = furthest
    return furthest
  }

  private func collect(_ span: SourceSpan, _ range: Range<Int>, into found: inout [Int]) {
    guard !range.isEmpty else { return }
    let middle = (range.lowerBound + range.upperBound) / 2
    let here = stretches[middle]
    guard here.furthest > span.start else { return }
    collect(span, range.lowerBound..<middle, into: &found)
    guard here.start < span.end else { return }
    if here.end > span.start { found.append(here.waiver) }
    collect(span, middle + 1..<range.upperBound, into: &found)
  }
}

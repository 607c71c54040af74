internal import Documents
internal import Facts
internal import Judging

extension CoherenceCheck {
  /// Smallest document, in bytes of text, that is worth more than one thread.
  static let leastShared = 16 << 10

  /// Bytes of text that are given to a thread at once: a document of a megabyte has enough of them for many threads,
  /// and what each costs beside its text is small.
  private static let partSize = 12 << 10

  /// What a document earns and what it states; worked out by several threads when there are workers without a
  /// document. What comes of it does not depend on how many there are.
  func read(
    _ document: Document, _ units: [TextUnit], _ setting: DocumentSetting, _ judge: Judge,
    _ extractor: FactExtractor?
  ) -> (Judgement, DocumentFacts?) {
    let isShared = threadsOfDocument > 1 && document.text.count >= Self.leastShared
    let task = judge.task(
      document, units: units, setting: setting, leastPart: isShared ? Self.partSize : .max)
    let count = task.parts.count
    let jobs = isShared ? min(threadsOfDocument, count + 1) : 1
    let judges = [judge] + (1..<max(1, jobs)).map { _ in judge.another() }
    // Facts first: nobody can help with them.
    var (draft, found) = (FactsDraft?.none, [JudgingTask.Found]())
    for piece in Beside.map(
      count: count + 1, jobs: jobs,
      { index, worker -> Piece in
        guard index > 0 else {
          let draft = extractor.map { extractor in
            timings.measure("facts") {
              extractor.draft(of: document, units: units, setting: setting)
            }
          }
          return .facts(draft)
        }
        return .found(timings.measure("scan") { judges[worker].scan(task, part: index - 1) })
      })
    {
      switch piece {
      case .facts(let facts): draft = facts
      case .found(let part): found.append(part)
      }
    }
    // Requirements of whole tables are judged beside the parts.
    let parts = Beside.map(count: count + 1, jobs: jobs) { index, worker in
      timings.measure("judge") {
        index < count
          ? judges[worker].judge(task, part: index, found) : judges[worker].judgeRows(of: task)
      }
    }
    let judgement = judge.whole(task, parts)
    guard var draft else { return (judgement, nil) }
    FactExtractor.add(judgement, to: &draft)
    return (judgement, DocumentFacts(draft))
  }

  private enum Piece {
    case facts(FactsDraft?)
    case found(JudgingTask.Found)
  }
}

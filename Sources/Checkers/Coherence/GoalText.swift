internal import Checking
internal import Facts
internal import RuleSets

/// The words of a goal and what it is called: "Goal 2: Survivors find help."
struct GoalText {
  /// "2", "b"; empty where the goal has no label.
  var label: String
  /// Where its words stand.
  var range: Range<Int>

  private static let names = [
    "goal ", "objective ", "focus area ", "pillar ", "priority ", "outcome ", "objectif ", "but ",
    "pilier ", "priorité ", "résultat ", "domaine prioritaire ", "axe ",
  ]

  /// The number or letter of the goal that a text begins with: "1" for "Objective 1: participation"; `nil` when
  /// it begins otherwise.
  static func label(_ facts: DocumentFacts, _ range: Range<Int>) -> String? {
    read(facts, range)?.label
  }

  /// A goal from a text that begins with its label; `nil` when it does not, or nothing follows.
  static func read(_ facts: DocumentFacts, _ range: Range<Int>) -> GoalText? {
    var index = skipBlanks(facts.text, range.lowerBound, range.upperBound)
    guard
      let name = names.first(where: { facts.begins(index..<range.upperBound, with: [$0]) })
    else { return nil }
    index = skipBlanks(facts.text, index + name.utf8.count, range.upperBound)
    return labelled(facts, index, range.upperBound)
  }

  /// The number of the goal that a text names anywhere: « L’objectif 2 se lit ainsi »; `nil` when it names none or
  /// more than one.
  static func mention(_ facts: DocumentFacts, _ range: Range<Int>) -> String? {
    let words = TextWords.read(facts.text, range)
    var labels: Set<String> = []
    for (word, next) in zip(words, words.dropFirst())
    where next.isJoined && next.end - next.start <= 2 {
      let number = String(decoding: facts.text[next.start..<next.end], as: UTF8.self)
      guard number.allSatisfy(\.isNumber) else { continue }
      let name = String(decoding: facts.text[word.start..<word.end], as: UTF8.self).lowercased()
      if names.contains(name + " ") { labels.insert(number) }
    }
    return labels.count == 1 ? labels.first : nil
  }

  /// The same for a table's cell, where the word "goal" stands in the heading: "A. Women's …".
  static func readCell(_ facts: DocumentFacts, _ range: Range<Int>) -> GoalText {
    if let whole = read(facts, range) { return whole }
    let start = skipBlanks(facts.text, range.lowerBound, range.upperBound)
    return labelled(facts, start, range.upperBound) ?? GoalText(label: "", range: range)
  }

  /// One or two digits, or one letter, and a sign behind them.
  private static func labelled(_ facts: DocumentFacts, _ start: Int, _ end: Int) -> GoalText? {
    var index = start
    var label: [UInt8] = []
    while index < end, label.count < 2, facts.text[index] >= 0x30, facts.text[index] <= 0x39 {
      label.append(facts.text[index])
      index += 1
    }
    if label.isEmpty, index < end, facts.text[index] >= 0x41, facts.text[index] <= 0x5A {
      label.append(facts.text[index] | 0x20)
      index += 1
    }
    guard !label.isEmpty else { return nil }
    let sign = skipBlanks(facts.text, index, end)
    guard sign < end else {
      return GoalText(label: String(decoding: label, as: UTF8.self), range: end..<end)
    }
    let byte = facts.text[sign]
    // A colon, full stop, bracket or dash.
    let isSign =
      byte == 0x3A || byte == 0x2E || byte == 0x29 || byte == 0x2D || byte == 0xE2 || byte == 0x28
    guard isSign else { return nil }
    var text = byte == 0xE2 ? sign + 3 : sign + 1
    text = skipBlanks(facts.text, text, end)
    return GoalText(label: String(decoding: label, as: UTF8.self), range: min(text, end)..<end)
  }

  private static func skipBlanks(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      if text[index] <= 0x20 {
        index += 1
      } else if text[index] == 0xC2, index + 1 < end, text[index + 1] == 0xA0 {
        index += 2
      } else if text[index] == 0xE2, index + 2 < end, text[index + 1] == 0x80,
        text[index + 2] == 0xAF
      {
        index += 3
      } else {
        break
      }
    }
    return index
  }
}

extension Corpus {
  /// Documents whose goals others take up.
  var goalSetters: [Int] {
    members.indices.filter {
      switch members[$0].profile.kind {
      case .nationalActionPlan, .strategy, .initiative: true
      default: false
      }
    }
  }
}

internal import CoherencePlugin
internal import Checking
internal import Documents
internal import JSON
internal import RuleSets
internal import SourceText

/// Turns what a plugin says into findings, and believes none of it.
///
/// The kind must be declared, the requirement known, and the words quoted must stand where the plugin says
/// they do. What does not hold is dropped, with the reason.
struct FindingVerifier {
  /// Complaints about one answer that are told one by one.
  static let complaintLimit = 10

  let checker: CheckerDescription
  let requirements: Set<String>

  struct Outcome: Sendable {
    var findings: [Finding] = []
    /// Why findings or facts were dropped.
    var complaints: [LocalizedText] = []

    mutating func complain(_ words: LocalizedText) {
      if complaints.count < FindingVerifier.complaintLimit { complaints.append(words) }
    }
  }

  /// Findings in one document.
  func findings(_ result: JSONValue, in context: CheckContext) -> Outcome {
    convert(result, path: context.profile.path) { place throws(Untrue) in
      try Self.place(place, in: context)
    }
  }

  /// Findings over all documents, which may point only to facts that were verified when they were kept.
  func findings(_ result: JSONValue, over facts: [CheckerFacts]) -> Outcome {
    convert(result, path: nil) { place throws(Untrue) in
      guard case .fact(let document, let fact) = place else {
        throw Untrue(
          LocalizedText(
            "a finding over all documents points to a fact, not to a passage",
            "un constat sur l’ensemble renvoie à un fait, non à un passage"))
      }
      guard facts.indices.contains(document),
        facts[document].records.indices.contains(fact),
        let found = facts[document].records[fact].place
      else {
        throw Untrue(
          LocalizedText(
            "there is no fact \(fact) with a place in document \(document)",
            "il n’y a pas de fait \(fact) avec un endroit dans le document \(document)"))
      }
      return found
    }
  }

  /// The facts of one document; those whose place does not hold are dropped.
  func facts(_ result: JSONValue, in context: CheckContext) -> (CheckerFacts, [LocalizedText]) {
    var outcome = Outcome()
    var facts = CheckerFacts(path: context.profile.path, records: [])
    for item in result["facts"]?.elements ?? [] {
      let fact = PluginFact(item)
      do throws(Untrue) {
        let place: FindingPlace?
        if let given = fact.place {
          place = try Self.place(given, in: context)
        } else {
          place = nil
        }
        facts.records.append(.init(kind: fact.kind, values: fact.values, place: place))
      } catch {
        outcome.complain(error.reason)
      }
    }
    return (facts, outcome.complaints)
  }

  // MARK: One finding

  private struct Untrue: Error {
    var reason: LocalizedText

    init(_ reason: LocalizedText) { self.reason = reason }
  }

  private func convert(
    _ result: JSONValue, path: String?, place: (PluginPlace) throws(Untrue) -> FindingPlace
  ) -> Outcome {
    var outcome = Outcome()
    for item in result["findings"]?.elements ?? [] {
      do throws(Untrue) {
        outcome.findings.append(try finding(PluginFinding(item), path, place))
      } catch {
        outcome.complain(error.reason)
      }
    }
    return outcome
  }

  private func finding(
    _ given: PluginFinding, _ path: String?, _ place: (PluginPlace) throws(Untrue) -> FindingPlace
  ) throws(Untrue) -> Finding {
    guard let kind = checker.kind(given.kind) else {
      throw Untrue(
        LocalizedText(
          "the kind '\(given.kind)' was not declared",
          "le genre « \(given.kind) » n’a pas été déclaré"))
    }
    if let requirement = given.requirement, !requirements.contains(requirement) {
      let name = PluginProblem.clean(requirement)
      throw Untrue(
        LocalizedText(
          "there is no requirement '\(name)'", "il n’y a pas d’exigence « \(name) »"))
    }
    var finding = Finding(
      checker: checker.id, kind: kind.id, level: kind.level, requirement: given.requirement,
      path: path)
    for (name, argument) in given.arguments {
      finding.arguments[name] = Self.argument(argument)
    }
    if let passage = given.place {
      let found = try place(passage)
      finding.place = found
      finding.path = path ?? found.path
    }
    for other in given.related { finding.related.append(try place(other)) }
    return finding
  }

  private static func argument(_ argument: PluginFinding.Argument) -> FindingArgument {
    switch argument {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .words(let words): .localized(LocalizedText(english: words.english, french: words.french))
    case .rung(let name): Rung(name: name).map { .rung($0) } ?? .text(name)
    }
  }

  private static func place(
    _ place: PluginPlace, in context: CheckContext
  ) throws(Untrue) -> FindingPlace {
    guard case .passage(let index, let range, let quote, let wholeBlock) = place else {
      throw Untrue(
        LocalizedText(
          "a finding in a document points to a passage, not to a fact",
          "un constat dans un document renvoie à un passage, non à un fait"))
    }
    let document = context.document
    guard document.blocks.indices.contains(index) else {
      throw Untrue(
        LocalizedText("there is no block \(index)", "il n’y a pas de bloc \(index)"))
    }
    let block = document.blocks[index]
    let start = Int(block.textStart)
    guard range.upperBound <= Int(block.textEnd) - start,
      document.text[start + range.lowerBound..<start + range.upperBound]
        .elementsEqual(quote.utf8)
    else {
      let shown = PluginProblem.clean(String(quote.prefix(60)))
      throw Untrue(
        LocalizedText(
          "block \(index) does not hold '\(shown)' at bytes \(range.lowerBound) to "
            + "\(range.upperBound)",
          "le bloc \(index) ne contient pas « \(shown) » aux octets \(range.lowerBound) à "
            + "\(range.upperBound)"))
    }
    var found = context.place(
      ofTextRange: start + range.lowerBound..<start + range.upperBound, language: block.language)
    if wholeBlock { found.quote = FindingPlace.quote(document, block.textRange) }
    return found
  }
}

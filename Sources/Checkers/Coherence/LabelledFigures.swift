internal import Checking
internal import Facts
internal import SourceText

/// Figures of tables against the sentences that are about what the label of their row names, by the words of
/// the sentence, of the one before it, or of its heading.
struct LabelledFigures {
  struct Conflict {
    var row: CorpusPassage
    var figure: String
    var sentence: CorpusPassage
    var number: String
  }

  /// Most sentences that one row is set against.
  private static let mostSentences = 12

  static func conflicts(_ corpus: Corpus) -> [Conflict] {
    var dated: [CorpusPassage] = []
    var rows: [CorpusPassage] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      var unit = -1
      for number in facts.numbers where Int(number.unit) != unit {
        switch number.kind {
        case .count, .percent, .money: break
        case .duration, .label: continue
        }
        unit = Int(number.unit)
        let here = facts.units[unit]
        let passage = CorpusPassage(member: member, unit: unit)
        if here.isRow {
          if here.context >= 0 { rows.append(passage) }
        } else if !here.isHeading, !here.isTableHeader, !facts.dates(of: unit).isEmpty {
          dated.append(passage)
        }
      }
    }
    guard !rows.isEmpty, !dated.isEmpty else { return [] }
    var sentences = MatterIndex(
      corpus,
      without: "number numbers percentage percent share proportion rate total target baseline year "
        + "march april june december fund funding budget amount money grant",
      "nombre pourcentage part proportion taux total cible référence année mars avril juin décembre "
        + "fonds budget montant argent financement paiement transfert")
    for passage in dated { sentences.add(passage) }
    return rows.compactMap { conflict(corpus, $0, sentences) }
  }

  private static func conflict(
    _ corpus: Corpus, _ row: CorpusPassage, _ sentences: MatterIndex
  ) -> Conflict? {
    let table = row.facts(corpus)
    let figures = table.numbers(of: row.unit).compactMap { number -> (NumberFact, DateFact)? in
      let figure = TableScale.inDollars(number, table)
      switch figure.kind {
      case .count, .percent, .money: break
      case .duration, .label: return nil
      }
      guard figure.column > 0, figure.qualifiers.isDisjoint(with: .change),
        let date = FigurePeriod.date(of: figure, in: table)
      else { return nil }
      return (figure, date)
    }
    guard !figures.isEmpty, let label = label(table, row.unit), !label.isEmpty else { return nil }
    let matter = sentences.matter(of: row, label: label)
    guard !matter.own.isEmpty else { return nil }
    for number in sentences.candidates(for: matter).prefix(mostSentences) {
      let entry = sentences.entries[number]
      let sentence = entry.passage
      guard corpus.mayShareTime(row.member, sentence.member),
        !corpus.areTranslations(row.member, sentence.member),
        corpus.mayShareOwner(row, sentence)
      else { continue }
      let like = sentences.likeness(matter, entry.matter)
      let isTied =
        like.coverOfFirst >= 0.25
        && sharesFigure(figures, table, sentence.facts(corpus), sentence.unit)
      guard like.coverOfFirst >= 0.75 || isTied,
        isTied || matter.own.count >= 2 || like.ownCoverOfFirst > 0.9
          || isHeading(corpus, label, row, sentence)
      else { continue }
      if let conflict = conflict(corpus, row, figures, label, sentence, like, isTied) {
        return conflict
      }
    }
    return nil
  }

  /// The paragraph of a sentence has one figure of the row with its day: both tell of one measure.
  private static func sharesFigure(
    _ figures: [(NumberFact, DateFact)], _ table: DocumentFacts, _ prose: DocumentFacts, _ unit: Int
  ) -> Bool {
    let paragraph = prose.paragraph(of: unit)
    for other in max(paragraph.lowerBound, unit - 2)...min(paragraph.upperBound, unit + 2) {
      for number in prose.numbers(of: other) {
        for (figure, date) in figures
        where figure.kind == number.kind && figure.value == number.value && figure.value != 0 {
          guard let when = FigurePeriod.date(of: number, in: prose), when.last == date.last,
            date.month != 0 || date.role.contains(.fiscal)
          else { continue }
          return true
        }
      }
    }
    return false
  }

  /// What a row measures: its indicator, else its first cell.
  private static func label(_ facts: DocumentFacts, _ row: Int) -> Range<Int>? {
    if let indicator = DocumentFacts.of(row, in: facts.indicators).first,
      !indicator.indicator.isEmpty
    {
      return indicator.indicator.range
    }
    return facts.cells(of: row).first?.range
  }

  /// True when the heading above a sentence is the label, or holds it.
  private static func isHeading(
    _ corpus: Corpus, _ label: Range<Int>, _ row: CorpusPassage, _ sentence: CorpusPassage
  ) -> Bool {
    let prose = sentence.facts(corpus)
    let heading = Int(prose.units[sentence.unit].heading)
    guard heading >= 0, label.count >= 6 else { return false }
    return prose.unit(
      heading, holds: Stretches([row.facts(corpus).quote(label).lowercased()]))
  }

  private static let ofThem: Stretches = [
    "of them", "of these", "of those", "of whom", "d’entre eux", "d'entre eux", "d’entre elles",
    "d'entre elles", "parmi eux", "parmi elles", "the figure", "this share", "the share",
    "the proportion", "la proportion", "cette part", "leur part", "leur proportion",
  ]
  private static let pointing: Stretches = [
    " y ", " lui ", "leur ", "for it", " to it", "it ", "them", "its ", "this fund", "the fund",
    "ce fonds", "le fonds", "the program", "le programme", "the initiative", "l’initiative",
    "l'initiative", "ces ", "these ", "this ", "il ", "elle ",
  ]

  private static func conflict(
    _ corpus: Corpus, _ row: CorpusPassage, _ figures: [(NumberFact, DateFact)],
    _ label: Range<Int>, _ sentence: CorpusPassage, _ like: MatterLikeness, _ isTied: Bool
  ) -> Conflict? {
    let table = row.facts(corpus)
    let prose = sentence.facts(corpus)
    guard PassageScope.agree(prose, sentence.unit, table, row.unit, label: label) else {
      return nil
    }
    let stated = prose.numbers(of: sentence.unit)
    for (figure, date) in figures {
      let isNear =
        switch figure.kind {
        case .count: like.ownCoverOfFirst >= 0.5 && like.sharedOwn >= 1
        case .percent:
          like.ownCoverOfFirst >= 0.4 || prose.unit(sentence.unit, holds: ofThem)
        default: like.ownCoverOfFirst >= 0.5 || prose.unit(sentence.unit, holds: pointing)
        }
      guard isNear || isTied else { continue }
      let role = FigurePeriod.role(figure, table)
      let rivals = stated.filter { other in
        guard other.kind == figure.kind, other.qualifiers.isDisjoint(with: .change),
          !FiguresChecker.isPart(prose, other),
          let when = FigurePeriod.date(of: other, in: prose), FigurePeriod.agree(date, when)
        else { return false }
        return FiguresChecker.sameRole(role, FigurePeriod.role(other, prose))
      }
      // A number in words may be a count of something else: "two aims".
      guard rivals.count == 1, let number = rivals.first, !number.agrees(with: figure),
        figure.kind != .count || number.value >= 5,
        number.kind != .percent || !number.qualifiers.contains(.inWords)
          || abs(number.value - figure.value) > 2,
        !stated.contains(where: { $0.kind == figure.kind && $0.value == figure.value }),
        !figures.contains(where: { $0.0.kind == number.kind && $0.0.value == number.value })
      else { continue }
      return Conflict(
        row: row, figure: table.quote(figure.start, figure.end), sentence: sentence,
        number: prose.quote(number.start, number.end))
    }
    return nil
  }
}

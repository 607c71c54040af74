package import RuleSets

/// A number that counts, measures or pays for something.
package struct NumberFact: Sendable, Hashable, BitwiseCopyable {
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case count
    case percent
    /// In dollars.
    case money
    /// In months, or in units of `shortTime`.
    case duration
    /// Makes a name: "Goal 3", "section 2.1".
    case label
  }

  package struct Qualifiers: OptionSet, Sendable, Hashable, BitwiseCopyable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    // What stands by itself would be put together by way of all sets that there are.
    package init(arrayLiteral elements: Qualifiers...) {
      rawValue = elements.reduce(0) { $0 | $1.rawValue }
    }

    package static let about = Qualifiers(rawValue: 1)
    package static let atLeast = Qualifiers(rawValue: 1 << 1)
    package static let atMost = Qualifiers(rawValue: 1 << 2)
    package static let over = Qualifiers(rawValue: 1 << 3)
    package static let baseline = Qualifiers(rawValue: 1 << 4)
    package static let target = Qualifiers(rawValue: 1 << 5)
    package static let planned = Qualifiers(rawValue: 1 << 6)
    package static let actual = Qualifiers(rawValue: 1 << 7)
    package static let yearly = Qualifiers(rawValue: 1 << 8)
    package static let total = Qualifiers(rawValue: 1 << 9)
    package static let inWords = Qualifiers(rawValue: 1 << 10)
    package static let inParentheses = Qualifiers(rawValue: 1 << 11)
    /// "by 20", an amount of change.
    package static let change = Qualifiers(rawValue: 1 << 12)
    package static let under = Qualifiers(rawValue: 1 << 13)
    package static let ordinal = Qualifiers(rawValue: 1 << 14)
    /// Days, weeks or hours: the value is their number, not months.
    package static let shortTime = Qualifiers(rawValue: 1 << 15)

    /// What makes a number something else than an exact value.
    package static let loose: Qualifiers = [.about, .atLeast, .atMost, .over, .under]
  }

  /// The largest value of a fact: a text may write as many digits as it likes, and checks count in integers.
  package static let largest = 1e15

  /// At most `largest`.
  package var value: Double
  package var unit: Int32
  package var start: UInt32
  package var end: UInt32
  /// Index in the unit's content words of the first word behind the number.
  package var wordAt: UInt16
  package var qualifiers: Qualifiers
  /// Calendar year that it is given for, the first one of a fiscal year; 0 when none is named.
  package var year: Int16
  /// Column of the table; -1 outside tables.
  package var column: Int16
  package var kind: Kind
  /// Digits behind the decimal point, as written.
  package var decimals: UInt8
}

/// A date, a year, a fiscal year or a range of years.
package struct DateFact: Sendable, Hashable, BitwiseCopyable {
  package struct Role: OptionSet, Sendable, Hashable, BitwiseCopyable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    // What stands by itself would be put together by way of all sets that there are.
    package init(arrayLiteral elements: Role...) {
      rawValue = elements.reduce(0) { $0 | $1.rawValue }
    }

    /// Behind "by", "until", « d’ici ».
    package static let deadline = Role(rawValue: 1)
    package static let since = Role(rawValue: 1 << 1)
    package static let fiscal = Role(rawValue: 1 << 2)
    package static let range = Role(rawValue: 1 << 3)
    package static let baseline = Role(rawValue: 1 << 4)
    package static let target = Role(rawValue: 1 << 5)
    /// In parentheses.
    package static let inParentheses = Role(rawValue: 1 << 6)
    /// Behind "until", "ending": an end, and not a limit before which something is done.
    package static let ending = Role(rawValue: 1 << 7)
  }

  package var unit: Int32
  package var start: UInt32
  package var end: UInt32
  package var year: Int16
  /// Last year of a range or fiscal year; the same as `year` otherwise.
  package var endYear: Int16
  /// 0 when not said.
  package var month: UInt8
  package var day: UInt8
  package var endDay: UInt8
  package var role: Role
  package var column: Int16
  /// First and last month of a season or quarter, where `month` is 0; otherwise 0.
  package var fromMonth: UInt8 = 0
  package var toMonth: UInt8 = 0

  /// The last day that the date can mean, as 20280331.
  package var last: Int {
    let year = Int(endYear)
    if toMonth > 0 { return year * 10000 + Int(toMonth) * 100 + 31 }
    if role.contains(.fiscal), month == 0 { return year * 10000 + 331 }
    if month == 0 { return year * 10000 + 1231 }
    return year * 10000 + Int(month) * 100 + (day == 0 ? 31 : Int(max(day, endDay)))
  }

  /// The first day that the date can mean, as 20270401.
  package var first: Int {
    let start = Int(year)
    if fromMonth > 0 { return start * 10000 + Int(fromMonth) * 100 + 1 }
    if role.contains(.fiscal), month == 0 { return start * 10000 + 401 }
    if month == 0 { return start * 10000 + 101 }
    return start * 10000 + Int(month) * 100 + (day == 0 ? 1 : Int(day))
  }

  /// True where a season or quarter and another time told to the month lie more than a month apart. Years
  /// that differ are not asked for.
  package func isOtherSeason(than other: DateFact) -> Bool {
    guard fromMonth > 0 || other.fromMonth > 0, (month > 0) != (fromMonth > 0),
      (other.month > 0) != (other.fromMonth > 0), year == other.year, endYear == other.endYear
    else { return false }
    let (early, late) = last < other.last ? (self, other) : (other, self)
    return late.first / 100 > early.last / 100 + 1
  }
}

/// An organization that a passage names.
package struct OrganizationFact: Sendable, Hashable, BitwiseCopyable {
  package var unit: Int32
  package var start: UInt32
  package var end: UInt32
  /// Index in `OrganizationCatalog.all`.
  package var organization: Int16
  package var isAcronym: Bool
}

/// A resolution or an action plan that a passage cites.
package struct CitationFact: Sendable, Hashable, BitwiseCopyable {
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case resolution
    /// Number: the edition, by its title.
    case planTitle
    /// Number: the edition, by its ordinal: "second National Action Plan".
    case planOrdinal
  }

  package var unit: Int32
  package var start: UInt32
  package var end: UInt32
  package var number: Int32
  /// The year given with it; 0 when none is.
  package var year: Int16
  package var endYear: Int16
  package var kind: Kind
}

/// A variant of a term that should be the same throughout.
package struct TermFact: Sendable, Hashable, BitwiseCopyable {
  package var unit: Int32
  package var start: UInt32
  package var end: UInt32
  /// Index in `TermCatalog.all`.
  package var family: Int16
  package var variant: Int16
}

/// A name of a program, initiative, fund, or anything else written with capitals.
package struct NameFact: Sendable, Hashable, BitwiseCopyable {
  package var unit: Int32
  package var start: UInt32
  package var end: UInt32
  /// Hash of its content words.
  package var key: UInt32
  /// Whether the name has a head such as "program" or "initiative".
  package var hasHead: Bool
}

/// Letters that stand for a name.
package struct AcronymFact: Sendable, Hashable, BitwiseCopyable {
  package var unit: Int32
  package var start: UInt32
  package var end: UInt32
  package var key: UInt32
  /// Offsets of the words that it stands for; empty where it is used and not explained.
  package var expansionStart: UInt32
  package var expansionEnd: UInt32

  package var isDefinition: Bool { expansionEnd > expansionStart }
}

/// Somebody says that something will be done.
package struct CommitmentFact: Sendable, Hashable, BitwiseCopyable {
  package enum Actor: UInt8, Sendable, BitwiseCopyable {
    /// Nobody: a passive.
    case none
    /// "The Department", "we".
    case own
    /// "Canada", "the Government": everybody and nobody.
    case country
    case organization
    /// Partners, other states.
    case other
  }

  package var unit: Int32
  /// Offsets of the word that binds or softens.
  package var start: UInt32
  package var end: UInt32
  /// Key of the act.
  package var act: UInt32
  package var actor: Actor
  /// Index in `OrganizationCatalog.all`; -1 when the actor is none.
  package var organization: Int16
  package var rung: FactRung
  /// The last day for it, as 20280331; 0 when none is given.
  package var deadline: Int32
  /// Indices in `DocumentFacts.numbers`; -1 when there is none.
  package var measure: Int32
  package var money: Int32
  package var isHedged: Bool
  /// "will continue to".
  package var continues: Bool
}

/// A rung of the ladder as one byte.
package struct FactRung: Sendable, Hashable, BitwiseCopyable {
  package var rawValue: UInt8

  package init(_ rung: Rung) { rawValue = UInt8(rung.rawValue) }

  package var rung: Rung { Rung(rawValue: Int(rawValue)) ?? .absent }
}

/// A row of a table that measures something: what, from where, to where, by when, whose.
package struct IndicatorFact: Sendable, Hashable, BitwiseCopyable {
  /// Offsets of a cell; empty when the table has no such column.
  package struct Cell: Sendable, Hashable, BitwiseCopyable {
    package var start: UInt32 = 0
    package var end: UInt32 = 0
    package var isEmpty: Bool { end <= start }
    package var range: Range<Int> { Int(start)..<Int(end) }
  }

  package var unit: Int32
  package var indicator = Cell()
  package var baseline = Cell()
  package var target = Cell()
  package var actual = Cell()
  package var date = Cell()
  package var owner = Cell()
  package var amount = Cell()
  package var goal = Cell()
  package var action = Cell()
  package var result = Cell()
}

/// A passage that serves a requirement.
package struct ServedFact: Sendable, Hashable, BitwiseCopyable {
  package var unit: Int32
  /// Index in the rules of the run.
  package var requirement: Int32
  package var rung: FactRung
}

package import SourceText

/// Canada's national action plans on women, peace and security, and how texts name them.
package struct ActionPlan: Sendable {
  /// 1 for the first plan.
  package var edition: Int
  package var title: LocalizedText
  package var firstYear: Int
  package var lastYear: Int

  func titles(_ language: Language) -> [String] {
    // A French text may give the English title beside its own, and the other way round.
    let other: Language = language == .english ? .french : .english
    return [title[language], title[other]].filter { !$0.isEmpty }
  }
}

package enum PlanCatalog {
  package static let all: [ActionPlan] = [
    ActionPlan(
      edition: 1,
      title: LocalizedText(
        english: "Building Peace and Security for All",
        french: "Instaurer la paix et la sécurité pour tous"), firstYear: 2010, lastYear: 2016),
    ActionPlan(
      edition: 2,
      title: LocalizedText(
        english: "Gender Equality: A Foundation for Peace",
        french: "L’égalité des genres : un fondement pour la paix"), firstYear: 2017, lastYear: 2022
    ),
    ActionPlan(
      edition: 3,
      title: LocalizedText(
        english: "Foundations for Peace", french: "Les fondements de la paix"), firstYear: 2023,
      lastYear: 2029),
  ]
}

/// Resolutions of the Security Council and the years in which they were adopted.
package enum ResolutionCatalog {
  /// The ten on women, peace and security, and those that plans cite beside them.
  private static let years: [Int: Int] = [
    1325: 2000, 1820: 2008, 1888: 2009, 1889: 2009, 1960: 2010, 2106: 2013, 2122: 2013, 2242: 2015,
    2467: 2019, 2493: 2019, 2250: 2015, 2419: 2018, 2535: 2020, 2538: 2020, 2272: 2016, 2331: 2016,
    2594: 2021, 1612: 2005, 1674: 2006, 1540: 2004, 1373: 2001, 2178: 2014,
  ]

  /// The year of adoption; `nil` for a resolution that is not known here.
  package static func year(of number: Int) -> Int? { years[number] }

  /// The number of the last resolution of each year from 2000 on.
  private static let lasts: [Int] = [
    1334, 1386, 1453, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259,
    2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767,
  ]

  /// The years in which a resolution of the Security Council can have been adopted, by its number: they are counted
  /// through. Two on either side of New Year may be of either year; `nil` outside 2000 to 2024.
  package static func years(ofNumber number: Int) -> ClosedRange<Int>? {
    guard number > 1286, let last = lasts.last, number <= last,
      let early = lasts.firstIndex(where: { number - 2 <= $0 })
    else { return nil }
    let late = lasts.firstIndex { number + 2 <= $0 } ?? lasts.count
    return 2000 + early...2000 + late
  }

  /// True for the resolutions that make up the women, peace and security agenda.
  package static func isWomenPeaceSecurity(_ number: Int) -> Bool {
    [1325, 1820, 1888, 1889, 1960, 2106, 2122, 2242, 2467, 2493].contains(number)
  }

  /// A resolution of the agenda whose number has the same digits with two of them changed about, or
  /// differs in one digit; `nil` when there is none.
  package static func misprint(of number: Int) -> Int? {
    let digits = Array(String(number))
    guard digits.count == 4, years[number] == nil else { return nil }
    return years.keys.sorted().filter(isWomenPeaceSecurity).first { known in
      let other = Array(String(known))
      let wrong = digits.indices.filter { digits[$0] != other[$0] }
      guard wrong.count == 2 else { return false }
      return wrong[1] == wrong[0] + 1 && digits[wrong[0]] == other[wrong[1]]
        && digits[wrong[1]] == other[wrong[0]]
    }
  }
}

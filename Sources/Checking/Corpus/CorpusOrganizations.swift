internal import Facts
package import SourceText

/// The departments that documents of a corpus say they belong to and that the catalog does not know, with the
/// places where any of the documents names them.
///
/// Their numbers go on where those of `OrganizationCatalog.all` end.
package struct CorpusOrganizations: Sendable {
  /// A department as its documents call it.
  private struct Name {
    var words: [UInt8]
    /// Position in `titles`.
    var number: Int
    var isAcronym: Bool
  }

  private(set) var titles: [String] = []
  /// Number of the department in the catalog or in `titles`, by member.
  private(set) var departments: [Int?]
  /// Units that name a department that the catalog does not know, sorted by unit, by member.
  private var mentions: [[(unit: Int32, number: Int32)]]

  package init(_ members: [Corpus.Member]) {
    departments = members.map(\.department)
    mentions = Array(repeating: [], count: members.count)
    var names: [UInt64: [Name]] = [:]
    var known: [String: Int] = [:]
    for (index, member) in members.enumerated() where member.department == nil {
      guard let stated = member.profile.department, !stated.isEmpty else { continue }
      let (title, acronym) = Self.parts(stated)
      let key = title.lowercased()
      let number = known[key] ?? titles.count
      departments[index] = OrganizationCatalog.all.count + number
      if known[key] == nil {
        known[key] = number
        titles.append(title)
        Self.add(title, number, isAcronym: false, to: &names)
        for form in Self.otherForms(title) {
          Self.add(form, number, isAcronym: false, to: &names)
        }
      }
      if let acronym = acronym ?? Self.initials(title) {
        Self.add(acronym, number, isAcronym: true, to: &names)
      }
    }
    guard !names.isEmpty else { return }
    for index in members.indices {
      mentions[index] = Self.mentions(in: members[index].facts, names)
    }
  }

  /// The departments, not in the catalog, that a unit names.
  func named(_ member: Int, _ unit: Int) -> [Int] {
    let list = mentions[member]
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if Int(list[middle].unit) < unit { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < list.count, Int(list[low].unit) == unit {
      found.append(OrganizationCatalog.all.count + Int(list[low].number))
      low += 1
    }
    return found
  }

  /// Units of a document that name one department, whether or not the catalog knows it.
  func isNamed(_ department: Int, in member: Int) -> Bool {
    mentions[member].contains { OrganizationCatalog.all.count + Int($0.number) == department }
  }

  // MARK: Names

  /// "Frontier Police Service (FPS)": the name and its letters.
  private static func parts(_ stated: String) -> (String, String?) {
    guard stated.hasSuffix(")"), let open = stated.lastIndex(of: "(") else { return (stated, nil) }
    let inside = String(stated[stated.index(after: open)...].dropLast())
    let name = stated[..<open].split(separator: " ").joined(separator: " ")
    let isAcronym = !inside.isEmpty && inside.allSatisfy { $0.isUppercase || $0 == "-" }
    return name.isEmpty ? (stated, nil) : (name, isAcronym ? inside : nil)
  }

  /// "External Ties" for "Ministry of External Ties", and « ministère des Ports » inside a sentence.
  private static func otherForms(_ title: String) -> [String] {
    let small = title.lowercased()
    guard let head = heads.first(where: { small.hasPrefix($0) }), title.utf8.count > head.utf8.count
    else { return [] }
    let rest = String(decoding: title.utf8.dropFirst(head.utf8.count), as: UTF8.self)
    let inside = String(decoding: small.utf8.prefix(head.utf8.count), as: UTF8.self) + rest
    // One word alone is many other things.
    let isName = rest.contains(" ") && rest.first?.isUppercase == true
    return isName ? [rest, inside] : [inside]
  }

  private static let heads = [
    "department of the ", "department of ", "department for ", "ministry of ", "ministry for ",
    "ministère des ", "ministère du ", "ministère de la ", "ministère de l’", "ministère de l'",
    "ministère de ",
  ]

  /// The letters that a name of three words or more is known by; `nil` when the catalog has them for another.
  private static func initials(_ title: String) -> String? {
    let capitals = title.split { $0 == " " || $0 == "-" }.compactMap(\.first)
      .filter(\.isUppercase)
    guard capitals.count >= 3 else { return nil }
    let letters = String(capitals)
    return OrganizationCatalog.index(named: letters) == nil ? letters : nil
  }

  private static func add(
    _ text: String, _ number: Int, isAcronym: Bool, to names: inout [UInt64: [Name]]
  ) {
    let words = Array(text.utf8)
    var index = 0
    let key = words.withUnsafeBufferPointer { wordEnd($0, &index, $0.count) }
    guard key != 0 else { return }
    if names[key]?.contains(where: { $0.words == words }) ?? false { return }
    names[key, default: []].append(Name(words: words, number: number, isAcronym: isAcronym))
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || byte >= 0xC3
      || (byte >= 0x80 && byte < 0xC0)
  }

  // MARK: Mentions

  private static func mentions(
    in facts: DocumentFacts, _ names: [UInt64: [Name]]
  ) -> [(unit: Int32, number: Int32)] {
    var found: [(unit: Int32, number: Int32)] = []
    facts.text.withUnsafeBufferPointer { text in
      for unit in facts.units.indices {
        let range = facts.units[unit].textRange.clamped(to: 0..<text.count)
        var index = range.lowerBound
        while index < range.upperBound {
          let first = text[index]
          // Apostrophes, dashes and blanks of more than one byte end a word as plain ones do.
          if first == 0xE2 || first == 0xC2 {
            index += first == 0xE2 ? 3 : 2
            continue
          }
          guard isLetter(first) else {
            index += 1
            continue
          }
          let start = index
          var end = index
          let isCapital = (first >= 0x41 && first <= 0x5A) || first == 0xC3
          let key = wordEnd(text, &end, range.upperBound)
          index = max(end, index + 1)
          guard isCapital || first == 0x6D || first == 0x64, let candidates = names[key] else {
            continue
          }
          for name in candidates {
            guard matches(text, start, range.upperBound, name.words) else { continue }
            if found.last?.unit != Int32(unit) || found.last?.number != Int32(name.number) {
              found.append((Int32(unit), Int32(name.number)))
            }
          }
        }
      }
    }
    return found
  }

  /// A hash of the letters from `index` on, which is moved behind them.
  @inline(__always)
  private static func wordEnd(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ limit: Int
  ) -> UInt64 {
    var hash: UInt64 = 0
    while index < limit, isLetter(text[index]), text[index] != 0xE2 {
      hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 &+ 1
      index += 1
    }
    return hash
  }

  /// True when a name stands at an offset, its blanks as white space of any kind, and ends there.
  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ name: [UInt8]
  ) -> Bool {
    var index = start
    for byte in name {
      guard index < limit else { return false }
      if byte == 0x20 {
        guard text[index] == 0x20 || text[index] == 0x0A || text[index] == 0x09 else {
          guard text[index] == 0xC2, index + 1 < limit, text[index + 1] == 0xA0 else {
            return false
          }
          index += 2
          continue
        }
        while index < limit, text[index] == 0x20 || text[index] == 0x0A { index += 1 }
      } else if text[index] == byte {
        index += 1
      } else {
        return false
      }
    }
    return index >= limit || !isLetter(text[index]) || text[index] == 0xE2
  }
}

extension Corpus {
  /// The department of a document: in the catalog, or one that only documents of this corpus know.
  package func department(of member: Int) -> Int? { organizations.departments[member] }

  /// The present departments that a unit names, those included that the catalog does not know.
  package func departments(namedBy passage: CorpusPassage) -> [Int] {
    passage.facts(self).organizations(of: passage.unit).flatMap {
      OrganizationCatalog.present(Int($0.organization))
    } + organizations.named(passage.member, passage.unit)
  }

  /// True when any unit of a document names a department.
  package func names(_ department: Int, in member: Int) -> Bool {
    if department >= OrganizationCatalog.all.count {
      return organizations.isNamed(department, in: member)
    }
    return members[member].facts.organizations.contains {
      OrganizationCatalog.present(Int($0.organization)).contains(department)
    }
  }

  /// What a department is called in both languages, as far as is known.
  package func title(ofDepartment department: Int) -> LocalizedText {
    if department < OrganizationCatalog.all.count {
      return OrganizationCatalog.all[department].title
    }
    let title = organizations.titles[department - OrganizationCatalog.all.count]
    return LocalizedText(english: title, french: title)
  }
}

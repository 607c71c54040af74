internal import Checking
internal import Facts
internal import SourceText

/// Arms that one passage sends where another takes them away.
enum ArmsSignals {
  private static let weapons: Stretches = [
    "weapon", "arms ", "small arms", "rifle", "firearm", "ammunition", "munition",
    "armoured vehicle",
    "armored vehicle", "guns", "explosive", "missile", "armes", "arme ", "fusil", "mitrailleuse",
    "véhicules blindés", "blindé", "explosif",
  ]
  private static let supply: Stretches = [
    "export", "sell ", "sale", "deliver", "suppl", "ship", "transfer", "broker", "permit",
    "market for", "customers", "expor", "vend", "vente", "livr", "fourni", "expédi", "client",
    "débouché", "licence",
  ]
  private static let withdrawal: Stretches = [
    "disarm", "collect", "withdraw", "destroy", "destruction", "out of the hands", "buy-back",
    "buyback", "surrender", "control of", "illicit", "reduce the number", "reduce the flow",
    "stem the flow", "fewer", "désarm", "collect", "retir", "détrui", "récup", "rach", "illicite",
    "remise des armes", "circulation", "contrôle des armes",
  ]

  /// Passages that send arms where another passage takes them away.
  static func pairs(_ corpus: Corpus) -> [ContrarySignals.Pair] {
    var out: [(CorpusPassage, Set<String>)] = []
    var away: [(CorpusPassage, Set<String>)] = []
    for member in corpus.members.indices {
      let facts = corpus.members[member].facts
      for unit in facts.units.indices {
        let here = facts.units[unit]
        guard !here.isHeading, !here.isTableHeader, facts.unit(unit, holds: weapons) else {
          continue
        }
        let withdraws = facts.unit(unit, holds: withdrawal)
        let supplies = facts.unit(unit, holds: supply)
        guard withdraws || supplies, !here.flags.contains(.denies) else { continue }
        let names = PassageScope.capitals(facts, unit)
        guard !names.isEmpty else { continue }
        let passage = CorpusPassage(member: member, unit: unit)
        if withdraws { away.append((passage, names)) } else { out.append((passage, names)) }
      }
    }
    return out.compactMap { passage, names in
      for (other, there) in away where corpus.mayShareTime(passage.member, other.member) {
        let own = Set(
          (corpus.departments(namedBy: passage) + corpus.departments(namedBy: other)).flatMap {
            let title = corpus.title(ofDepartment: $0)
            return (title.english + " " + title.french).lowercased().split(separator: " ")
              .map(String.init)
          })
        let shared = names.intersection(there).subtracting(own).sorted()
        if let first = shared.first(where: { $0.count >= 4 }) {
          return ContrarySignals.Pair(
            passage: passage, other: other,
            matter: first.prefix(1).uppercased() + first.dropFirst())
        }
      }
      return nil
    }
  }
}

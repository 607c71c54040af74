package import SourceText

/// Federal organizations with their names in both languages, acronyms and former names.
///
/// Names are those of the Treasury Board Secretariat's open data on organizations; dates of renaming are
/// those of the orders and acts that made the change.
package struct Organization: Sendable {
  /// The acronym by which reports know it; the English one where there are two.
  package var id: String
  package var title: LocalizedText
  var english: [OrganizationCatalog.Name]
  var french: [OrganizationCatalog.Name]
  /// Acronyms of the organizations that it became; empty when it still exists under its name.
  package var successors: [String]
  /// First year, month and day from which the name is a former one, as 20181213; 0 for a present name.
  package var endedOn: Int

  func names(_ language: Language) -> [OrganizationCatalog.Name] {
    language == .english ? english : french
  }
}

package enum OrganizationCatalog {
  /// One way of naming an organization.
  struct Name: Sendable {
    enum Form: Int, Sendable {
      case name
      case acronym
      case former
    }

    var text: String
    var form: Form
    /// One plain word, which names the organization only with a capital.
    var isShort: Bool { form == .name && !text.contains(" ") }

    init(_ text: String, form: Form) {
      self.text = text
      self.form = form
    }
  }

  package static let all: [Organization] = rows.map(Organization.init(row:))

  private static let indices: [String: Int] = Dictionary(
    all.enumerated().map { ($1.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  /// The index of an organization from its acronym or any of its names; `nil` when it is not known.
  package static func index(named text: String) -> Int? {
    if let known = indices[text.lowercased()] { return known }
    // "DND/CAF": two institutions with one plan, known by the first.
    if text.contains("/"), let first = text.split(separator: "/").first, first.count < text.count {
      return index(named: String(first))
    }
    for language in Language.allCases {
      let wanted = Lexicon.keys(of: text, language)
      guard let first = wanted.first else { continue }
      let lexicon = Lexicon.of(language)
      var phrase = Int(lexicon.entry(first).firstPhrase)
      while phrase >= 0 {
        let candidate = lexicon.phrases[phrase]
        if candidate.kind == .organization, candidate.keys == wanted { return candidate.value }
        phrase = candidate.next
      }
    }
    return nil
  }

  /// The present organizations that one stands for: itself, or those that it became.
  package static func present(_ index: Int) -> [Int] {
    let successors = all[index].successors
    return successors.isEmpty ? [index] : successors.compactMap { indices[$0.lowercased()] }
  }

  /// id | English names ; | acronyms ; | French names ; | acronyms ; | ended on | successors
  private static let rows: [String] = """
    GAC|Global Affairs Canada;Global Affairs;Department of Foreign Affairs, Trade and Development|GAC|Affaires mondiales Canada;Affaires mondiales;Ministère des Affaires étrangères, du Commerce et du Développement|AMC|0|
    DFATD|Foreign Affairs, Trade and Development Canada;Department of Foreign Affairs and International Trade|DFATD;DFAIT|Affaires étrangères, Commerce et Développement Canada|MAECD;MAECI|20151104|GAC
    CIDA|Canadian International Development Agency|CIDA|Agence canadienne de développement international|ACDI|20130626|GAC
    DND|Department of National Defence;National Defence;Defence Team|DND|Ministère de la Défense nationale;Défense nationale;Équipe de la Défense|MDN|0|
    CAF|Canadian Armed Forces|CAF|Forces armées canadiennes|FAC|0|
    RCMP|Royal Canadian Mounted Police|RCMP|Gendarmerie royale du Canada|GRC|0|
    CIRNAC|Crown-Indigenous Relations and Northern Affairs Canada;Crown-Indigenous Relations and Northern Affairs;Crown-Indigenous Relations|CIRNAC|Relations Couronne-Autochtones et Affaires du Nord Canada;Relations Couronne-Autochtones et Affaires du Nord|RCAANC|0|
    INAC|Indigenous and Northern Affairs Canada;Aboriginal Affairs and Northern Development Canada;Indian Affairs and Northern Development|INAC;AANDC|Affaires autochtones et du Nord Canada;Affaires autochtones et Développement du Nord Canada|AANC;AADNC|20171130|CIRNAC;ISC
    ISC|Indigenous Services Canada;Indigenous Services|ISC|Services aux Autochtones Canada|SAC|0|
    JUS|Department of Justice Canada;Department of Justice;Justice Canada;Justice|JUS|Ministère de la Justice Canada;Ministère de la Justice;Justice Canada|JUS|0|
    IRCC|Immigration, Refugees and Citizenship Canada;Immigration, Refugees and Citizenship|IRCC|Immigration, Réfugiés et Citoyenneté Canada;Immigration, Réfugiés et Citoyenneté|IRCC|0|
    CIC|Citizenship and Immigration Canada|CIC|Citoyenneté et Immigration Canada|CIC|20151104|IRCC
    PS|Public Safety Canada;Public Safety|PS|Sécurité publique Canada|SP|0|
    PSEPC|Public Safety and Emergency Preparedness Canada|PSEPC|Sécurité publique et Protection civile Canada|SPPCC|20060101|PS
    WAGE|Women and Gender Equality Canada;Women and Gender Equality|WAGE|Femmes et Égalité des genres Canada;Femmes et Égalité des genres|FEGC|0|
    SWC|Status of Women Canada;Status of Women|SWC|Condition féminine Canada|CFC|20181213|WAGE
    VAC|Veterans Affairs Canada;Veterans Affairs|VAC|Anciens Combattants Canada;Anciens Combattants|ACC|0|
    CSC|Correctional Service Canada;Correctional Service of Canada|CSC|Service correctionnel Canada;Service correctionnel du Canada|SCC|0|
    ECCC|Environment and Climate Change Canada|ECCC|Environnement et Changement climatique Canada|ECCC|0|
    FIN|Department of Finance Canada;Department of Finance|FIN|Ministère des Finances Canada;Ministère des Finances|FIN|0|
    CBSA|Canada Border Services Agency|CBSA|Agence des services frontaliers du Canada|ASFC|0|
    CSE|Communications Security Establishment Canada;Communications Security Establishment|CSE|Centre de la sécurité des télécommunications Canada;Centre de la sécurité des télécommunications|CST|0|
    StatCan|Statistics Canada|StatCan|Statistique Canada|StatCan|0|
    PHAC|Public Health Agency of Canada|PHAC|Agence de la santé publique du Canada|ASPC|0|
    DFO|Fisheries and Oceans Canada|DFO|Pêches et Océans Canada|MPO|0|
    PCO|Privy Council Office|PCO|Bureau du Conseil privé|BCP|0|
    TBS|Treasury Board of Canada Secretariat;Treasury Board Secretariat|TBS|Secrétariat du Conseil du Trésor du Canada;Secrétariat du Conseil du Trésor|SCT|0|
    ESDC|Employment and Social Development Canada|ESDC|Emploi et Développement social Canada|EDSC|0|
    HC|Health Canada||Santé Canada||0|
    PSPC|Public Services and Procurement Canada|PSPC|Services publics et Approvisionnement Canada|SPAC|0|
    TC|Transport Canada||Transports Canada||0|
    NRCan|Natural Resources Canada|NRCan|Ressources naturelles Canada|RNCan|0|
    CSIS|Canadian Security Intelligence Service|CSIS|Service canadien du renseignement de sécurité|SCRS|0|
    IDRC|International Development Research Centre|IDRC|Centre de recherches pour le développement international|CRDI|0|
    WPSN-C|Women, Peace and Security Network – Canada;Women, Peace and Security Network|WPSN-C;WPSN|Réseau Femmes, paix et sécurité – Canada||0|
    """.utf8.split(separator: 0x0A).map { String(Substring($0)) }
}

extension Organization {
  fileprivate init(row: String) {
    // By bytes: to tell characters apart takes longer than all the rest.
    let columns = row.utf8.split(separator: 0x7C, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    func list(_ index: Int) -> [String] {
      guard columns.count > index else { return [] }
      return columns[index].utf8.split(separator: 0x3B).map { String(Substring($0)) }
    }
    let ended = Int(columns[5]) ?? 0
    let form: OrganizationCatalog.Name.Form = ended == 0 ? .name : .former
    func names(_ full: Int, _ short: Int) -> [OrganizationCatalog.Name] {
      list(full).map { OrganizationCatalog.Name($0, form: form) }
        + list(short).map { OrganizationCatalog.Name($0, form: .acronym) }
    }
    self.init(
      id: columns[0],
      title: LocalizedText(
        english: list(1).first ?? columns[0], french: list(3).first ?? columns[0]),
      english: names(1, 2), french: names(3, 4), successors: list(6), endedOn: ended)
  }
}

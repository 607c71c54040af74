internal import SourceText

/// About how often common words stand in plans, laws and debates: what a composite should wait for.
///
/// Counted on some 400,000 words of federal text in each language; only the order of magnitude
/// matters, and a wrong one costs time and never a match.
enum WordFrequency {
  /// Share of all words for a word that is in none of the lists.
  static let rare = 0.000_1

  /// Shares of all words, by stem.
  static func byStem(_ language: Language, _ stemmer: Stemmer) -> [[UInt8]: Double] {
    var frequencies: [[UInt8]: Double] = [:]
    for (words, frequency) in language == .english ? english : french {
      for word in words.utf8.split(separator: 0x20) {
        frequencies[stemmer.stem(Array(word))] = frequency
      }
    }
    return frequencies
  }

  private static let english: [(words: String, frequency: Double)] = [
    (
      """
      the and of to in for that is canada with on by or program are canadian it services as \
      be this will support government percentage
      """, 0.01
    ),
    (
      """
      their provides from an plan health year access have development number information who \
      national federal which regulations report public including under through measurement \
      not women management community research funding at other act time use department \
      indicator indigenous related we policy employment work organizations baseline \
      activities based within products projects all international people new system results \
      security calculation responsibility minister risk
      """, 0.002_5
    ),
    (
      """
      has data contributes decision they business made process requirements target \
      compliance assessment days any standards strategy sector improve rationale safety \
      office person members our gender subsection partners receive definitions make first \
      total formula issues may increase also rights effective notes implementation \
      operations needs application must each meet one entity investment review out ensure \
      help participation care initiatives benefits established protection priorities well \
      industry quality groups order more territorial clients financial economic address \
      assistance engagement over was completed agreements technology institutions can \
      analysis where non action respect level such areas these into achieve rate country \
      knowledge available stakeholders collaboration change trade survey explanation \
      families market those were regulatory set innovation annual per agency provincial \
      resources provinces food advice promote advance them period law performance human \
      social opportunities been referred child no request direct than if science environment \
      tax identified delivered house plus environmental veterans two regional every impact \
      following cost manner income training commissioner
      """, 0.001
    ),
    (
      """
      three language value collected about after take transportation what do section global \
      education centre employees skills designated cases disabilities prevention board \
      payments share monitoring would maintain justice tools respond part key practices \
      sustainable build legislation united partnerships across up reduce place accordance \
      high conduct mr when objectives million committed affairs legal important age \
      individuals determined learning official equality integrated consultation march during \
      average water drugs how months capacity framework budget growth climate complaints \
      children cultural safe departmental account marine coordination end producers diverse \
      fiscal peace delivery post infrastructure authority interests finance job published \
      good but files speaker administration preparation so enhance notice purposes pay term \
      force recommendations conditions represent missions emergency substances parliament \
      offenders apply population before progress barriers strategic commission served \
      general continue grants facilities provision inspection council means youth committee \
      enforcement internal created own leading natural enable five core both domestic table \
      awareness abroad efforts there eligible documents obligations court approach private \
      future evidence students outcomes air foreign registered recipients investigations \
      last party control record considered police appropriate school sites fisheries while \
      network had efficient tested proposes living allow positions hon pension world amount \
      between prescribed agriculture equity questions aims among date expected met tribunal \
      strengthen existing only crime events commercial open statistics demonstrates \
      reasonable current illustrative most common conservation northern form full track \
      labour against very goals duty violation better fair scale quebec staff facilitate \
      range real associated generated taken paragraph way amendments evaluation inuit prime \
      agree
      """, 0.000_5
    ),
  ]

  private static let french: [(words: String, frequency: Double)] = [
    (
      """
      de les et la du en pour dans qui sur au un aux par ou une canada programme est que \
      canadiens sont services pourcentage ce
      """, 0.01
    ),
    (
      """
      leur il nombre mesure ont gouvernement avec données se santé plus fédéral loi \
      activités autres qu recherche personnes nous règlement rapport base établissements \
      autochtones tout cet financement stratégie aide indicateur matière conformité sécurité \
      référence projets
      """, 0.002_5
    ),
    (
      """
      gestion fournit nationale visant politiques évaluation demandes calcul internationale \
      plan produits pas emploi partie ainsi cadre premier ministère développement système \
      fonds mise entreprises publique contribue conseils présente ministre afin secteur pris \
      améliorer notes été moyen son utilisation collectivités assurer décisions risques ne \
      réglementée relatives renseignements être formule information liés comme année accès \
      total économique compte appuyer soutien femmes organisations justification organismes \
      droits participation définitions cours également partenaires paragraphe résultats \
      application traitement cible normes financière temps ans œuvre faire travail \
      collaboration dont investissements responsabilité jours pays non vertu suivi fait tous \
      public accessibilité qualité elle besoins objectifs surveillance prestation bien \
      élaboration technologies efficace cas entre enfants selon peut clients entité \
      nouvelles administration initiatives processus chaque nouveaux explication délai \
      fonction groupes important direction environnement sous où membres marché provinces
      """, 0.001
    ),
    (
      """
      ayant industrie cela consultation analyse valeur sociaux transport accords paiements \
      intervenants on ressources réalisation capacité enquête niveau déterminer nations \
      président engagement concernant connaissances soins je centre réglementaires communes \
      annuel jeunes commerciaux questions provinciaux compétences domaines mondiales notre \
      permet opportun grâce exigences échelle changement même famille sera si priorités \
      principaux sa deux vie respect portant population production avis innovation état \
      générale taux dollars fin protection période formation compris grande intervention \
      pratiques après égard menées privé seront examen revenu eau renforcer affaires \
      communautés déclaration article outils peuples partenariats représentation préparation \
      moins sans recommandations protéger exercice trois employeurs équité régime vétérans \
      peuvent ensemble mois rendement croissance intégrité missions contre essentielle avoir \
      favoriser augmentation environnementale justice effet aliments territoires durable \
      scientifiques reçoivent point lesquels nord obligations prévues plaintes appel \
      dernières climatique incidents vue étranger intérêts comité sciences ci commissaire \
      ligne titre très raison date problèmes façon nos territoriaux gérer offre dispositions \
      substances créer lorsque laquelle conservation budget inspection pêches millions \
      infrastructure réseau dépenses études chambre nécessaires obstacles manière divisé \
      officielle aussi font soutenir communautaires professionnels précise adaptation coûts \
      sexes personnel apprentissage ceux offerts mais suite terme société documents prendre \
      adoption tels ententes pendant gouvernementaux avant réduire site reçu objet situation \
      espèces contrôle atteinte conditions place commission efforts urgence met meilleur \
      soit bénéficiaires parlement
      """, 0.000_5
    ),
  ]
}

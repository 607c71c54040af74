internal import SourceText

/// Words that authors use for one and the same thing when they set down a promise twice: "hire" and
/// "recruit", "adviser" and "specialist", « refuge » and « maison d’hébergement ».
///
/// Only for finding passages that speak of the same matter: what is found is then judged by its own words.
struct WordKin: Sendable {
  static let english = WordKin(englishGroups, dropping: englishHollow)
  static let french = WordKin(frenchGroups, dropping: frenchHollow)

  static func of(_ language: Language) -> WordKin { language == .english ? english : french }

  private static let bits: UInt32 = 12
  private var keys = [UInt32](repeating: 0, count: 1 << Int(bits))
  private var values = [UInt32](repeating: 0, count: 1 << Int(bits))

  /// The key that stands for a word and its kin; 0 for a word that tells nothing of the matter.
  @inline(__always)
  func key(_ word: UInt32) -> UInt32 {
    let slot = slot(word)
    return keys[slot] == word ? values[slot] : word
  }

  private init(_ groups: [String], dropping hollow: String) {
    for group in groups {
      var first: UInt32 = 0
      for word in group.split(separator: " ") {
        let stem = Self.stem(word)
        if first == 0 { first = key(stem) }
        add(stem, first)
      }
    }
    for word in hollow.split(separator: " ") { add(Self.stem(word), 0) }
  }

  /// A word that is in two groups keeps the first.
  private mutating func add(_ word: UInt32, _ value: UInt32) {
    let slot = slot(word)
    if keys[slot] == word { return }
    keys[slot] = word
    values[slot] = value
  }

  @inline(__always)
  private func slot(_ word: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int((word &* 0x9e37_79b1) >> (32 - Self.bits))
    while keys[slot] != 0, keys[slot] != word { slot = (slot + 1) & mask }
    return slot
  }

  private static func stem(_ word: Substring) -> UInt32 {
    let bytes = Array(word.utf8)
    return FactTokens.stem(bytes.span)
  }

  // MARK: English

  /// What binds, softens or stands in every sentence of a plan.
  private static let englishHollow = """
    will shall must commit commits committed aim aims seek seeks intend intends intention hope hopes \
    would should could might plan plans planned continue continues continued ensure ensures work works \
    working also new number level area further following related based part way means keep keeps \
    make makes take takes undertake undertakes explore explores exploring look looks option options \
    consider considers existing own well one how whether once
    """

  private static let englishGroups = [
    "deploy deploys deployed deploying deployment deployments send sends sent second seconds seconded "
      + "secondment post posts posted posting lend lends lent dispatch assign assigns assigned",
    "train trains trained training teach teaches taught teaching course courses instruct instruction "
      + "lesson lessons workshop workshops coach coaches coaching",
    "fund funds funded funding finance finances financed financing pay pays paid payment payments "
      + "grant grants subsidy subsidies subsidize contribution contributions contribute money bankroll",
    "create creates created creation establish establishes established establishment build builds built "
      + "building construct construction open opens opened opening launch launches launched "
      + "introduce introduces introduced",
    "publish publishes published publication release releases released issued print printed "
      + "disclose disclosed",
    "report reports reported reporting account summary statement",
    "hold holds held convene convenes convened host hosts hosted organize organizes organized organise "
      + "meet meets meeting meetings session sessions gather gathers",
    "forum forums conference conferences summit gathering symposium roundtable",
    "recruit recruits recruited recruitment recruiting hire hires hired hiring enlist",
    "appoint appoints appointed appointment name names named designate designates designated nominate",
    "guide guides guidebook handbook handbooks manual manuals toolkit leaflet brochure booklet",
    "study studies studied research paper papers",
    "evaluate evaluates evaluated evaluation evaluations review reviews reviewed assess assesses "
      + "assessment assessments audit audits",
    "adviser advisers advisor advisors advisory advise advice expert experts specialist specialists",
    "woman women female females",
    "girl girls",
    "survivor survivors victim victims complainant complainants",
    "violence abuse abuses abusing assault assaults trauma",
    "war wars conflict conflicts wartime fighting hostilities",
    "mission missions operation operations peacekeeping peacekeeper peacekeepers contingent contingents",
    "displaced displacement refugee refugees uprooted fled flee fleeing exile escape "
      + "escapes escaped escaping",
    "town towns city cities municipality municipalities village villages",
    "business businesses entrepreneur entrepreneurs entrepreneurship enterprise enterprises company "
      + "companies firm firms",
    "cost costs expense expenses fee fees price prices",
    "legal lawyer lawyers law laws counsel attorney",
    "testify testifies testified testifying testimony evidence witness witnesses",
    "abroad foreign overseas",
    "court courts tribunal tribunals",
    "judge judges magistrate magistrates",
    "police policing",
    "shelter shelters refuge refuges house houses safehouse hostel lodging accommodation housing",
    "weapon weapons arms gun guns firearm firearms rifle rifles",
    "combatant combatants fighter fighters",
    "health medical clinic clinics hospital hospitals",
    "child children",
    "mediator mediators mediation negotiator negotiators negotiation negotiations negotiate negotiating",
    "program programs programme programmes scheme schemes",
    "hotline helpline",
    "staff employee employees personnel workforce official officials",
    "support supports supported supporting help helps helped helping assist assists assistance aid "
      + "backing",
    "increase increases increased increasing expand expands expanded expanding expansion grow grows "
      + "growing raise raises raised enlarge widen broaden double doubles doubled",
    "reduce reduces reduced reducing reduction reductions cut cuts cutting decrease decreases trim "
      + "trimmed lower lowers lowered shrink",
    "close closes closed closing closure end ends ended ending stop stops stopped cease ceases "
      + "discontinue discontinued cancel cancelled terminate terminated",
    "monitor monitors monitored monitoring track tracks tracked tracking",
    "data statistic statistics",
    "complaint complaints grievance grievances",
    "country countries nation nations",
    "start starts started starting begin begins began begun",
    "organization organizations organisation organisations association associations group groups "
      + "circle circles panel panels",
    "farmer farmers farm farms farming agriculture agricultural grower growers",
    "broadcaster broadcasters broadcast broadcasting radio station stations",
    "reporter reporters journalist journalists press newsroom",
    "mine mines landmine landmines demining minefield minefields",
    "pregnant pregnancy expectant",
    "border borders frontier frontiers",
    "veteran veterans servicewoman servicewomen",
    "indigenous inuit aboriginal",
    "buy buys bought purchase purchases procure procures procurement acquire acquires",
    "youth young",
    "school schools education educational",
    "trafficking trafficker traffickers trafficked",
    "develop develops developed developing design designs designed prepare prepares prepared draft "
      + "drafts drafted write writes written",
    "improve improves improved improving improvement strengthen strengthens strengthened strengthening "
      + "enhance enhances enhanced",
    "protect protects protected protecting protection",
    "participate participates participation participating involve involves involvement "
      + "involving engage engages engagement inclusion",
    "leader leaders leadership",
    "vehicle vehicles truck trucks car cars",
    "ship ships vessel vessels boat boats",
    "annual annually yearly",
    "update updates updated updating revise revises revised revision modernize modernizes",
    "strategy strategies roadmap",
    "agreement agreements arrangement arrangements memorandum accord",
    "rule rules policy policies directive directives",
    "website portal online web",
    "survey surveys questionnaire poll",
    "compensate compensation reparation reparations redress",
    "prosecute prosecutes prosecution prosecutions prosecutor prosecutors",
    "investigate investigates investigation investigations investigator investigators inquiry "
      + "detective detectives",
    "reproductive maternal maternity obstetric midwife midwives midwifery contraception contraceptive "
      + "contraceptives prenatal",
    "harassment bullying misconduct",
    "equipment gear kit kits",
    "disarm disarms disarmament demobilization",
    "emergency emergencies crisis crises disaster disasters",
    "humanitarian relief",
    "scholarship scholarships bursary bursaries fellowship fellowships",
    "network networks",
    "nurse nurses midwife midwives doctor doctors physician physicians",
  ]

  // MARK: French

  private static let frenchHollow = """
    vise visent viser cherche cherchent entend entendent espère souhaite souhaitent envisage compte \
    pourrait devrait continuera continueront continue poursuivra étudiera étudieront étudier explorera \
    examinera possibilité possibilités options nouveau nouvelle nouveaux nouvelles nombre niveau partie \
    domaine permettre veiller veillera fera faire mettra mettre mise prendra prendre terme matière cadre \
    plan plans égard doit doivent devra va vont peut ensemble chaque moyen fois seule seul
    """

  private static let frenchGroups = [
    "déployer déploiera déploiement déploiements déployé déployée déployés déployées affecter affectera "
      + "affectation envoyer enverra envoi envoyé détacher détachera détachement détachements détaché "
      + "prêter prêtera dépêchera",
    "former formera formeront formation formations formé formée formés cours enseigner enseignera "
      + "enseignement atelier ateliers stage stages",
    "financer financera financement finance financé financée financés verser versera versement payer "
      + "paiera paiement subvention subventions subventionner contribution contributions fonds bourse "
      + "bourses",
    "créer créera création créé créée établir établira établissement construire construira construction "
      + "bâtir bâtira ouvrir ouvrira ouverture ouvert lancer lancera lancement lancé aménager aménagera "
      + "instaurer instaurera instituera fonder",
    "publier publiera publication publications publié publiée diffuser diffusera diffusion paraître "
      + "paraîtra paraissent paru divulguer",
    "rapport rapports bilan bilans rendre rend",
    "tenir tiendra tient tenue tenu organiser organisera organise réunir réunira réunion réunions "
      + "rencontre rencontres convoquer convoquera séance séances accueillir",
    "forum forums conférence conférences sommet colloque symposium",
    "recruter recrutera recrutement embaucher embauchera embauche engager",
    "nommer nommera nomination désigner désignera désignation",
    "guide guides manuel manuels trousse dépliant brochure livret",
    "étude études recherche recherches enquête enquêtes",
    "évaluer évaluera évaluation évaluations évalué examen examens revue vérification audit",
    "conseiller conseillers conseillère conseillères conseillera expert experts experte "
      + "expertes spécialiste spécialistes consultatif",
    "femme femmes féminin féminine féminins féminines",
    "fille filles fillette fillettes",
    "victime victimes survivante survivantes survivant survivants plaignante plaignantes",
    "violence violences agression agressions abus sévices",
    "guerre guerres conflit conflits combats hostilités",
    "mission missions opération opérations contingent contingents",
    "réfugié réfugiés réfugiée réfugiées déplacé déplacés déplacée déplacées",
    "ville villes municipalité municipalités village villages",
    "entreprise entreprises entrepreneure entrepreneures entrepreneur entrepreneurs",
    "coût coûts frais dépense dépenses prix facture factures",
    "juridique juridiques avocat avocats avocate avocates loi lois",
    "témoigner témoigne témoin témoins témoignage témoignages preuve preuves",
    "étranger étrangère étrangers étrangères",
    "tribunal tribunaux cour",
    "juge juges magistrat magistrats magistrate magistrates",
    "police policier policiers policière policières gendarmerie gendarmes",
    "refuge refuges hébergement abri abris maison maisons logement logements gîte",
    "arme armes fusil fusils",
    "combattante combattantes combattant combattants",
    "santé médical médicale médicaux clinique cliniques hôpital hôpitaux soins",
    "enfant enfants",
    "médiatrice médiatrices médiateur médiateurs médiation négociatrice négociatrices négociateur "
      + "négociateurs négociation négociations pourparlers",
    "programme programmes initiative initiatives",
    "employé employés employée employées personnel effectif effectifs fonctionnaire fonctionnaires",
    "appuyer appuiera appui soutenir soutiendra soutien soutient aider aidera aide accompagner "
      + "accompagnera accompagnement",
    "accroître accroîtra accroissement augmenter augmentera augmentation élargir élargira hausser "
      + "hausse doubler doublera étendre étendra agrandir agrandira",
    "réduire réduira réduction réductions diminuer diminuera diminution couper coupures baisse baisser "
      + "compressions ramener ramènera abaisser",
    "fermer fermera fermeture cesser cessera cessation abolir abolira abolition supprimer supprimera "
      + "suppression annuler terminer",
    "données statistique statistiques chiffres",
    "plainte plaintes grief griefs",
    "pays nation nations état états",
    "commencer commencera débuter débutera début",
    "organisme organismes organisation organisations association associations groupe groupes "
      + "cercle cercles",
    "agricultrice agricultrices agriculteur agriculteurs agricole agricoles agriculture",
    "journaliste journalistes presse reporter reporters",
    "mine mines déminage démineuse démineuses démineurs",
    "radio radios radiodiffusion radiodiffuseur station stations antenne ondes",
    "frontière frontières frontalier frontaliers frontalière frontalières",
    "autochtone autochtones inuit inuits inuite inuites",
    "acheter achètera achat achats acquérir acquerra acquisition approvisionnement",
    "jeune jeunes jeunesse",
    "école écoles éducation scolaire",
    "élaborer élaborera élaboration rédiger rédigera rédaction préparer préparera préparation concevoir "
      + "concevra conception",
    "améliorer améliorera amélioration renforcer renforcera renforcement rehausser consolider",
    "protéger protégera protection",
    "participer participera participation participe véritable",
    "annuel annuelle annuels annuelles",
    "réviser révisera révision modifier modifiera moderniser actualiser actualisera",
    "entente ententes accord accords arrangement protocole",
    "règle règles politique politiques directive directives",
    "ligne lignes téléphonique",
    "indemniser indemnisation réparation réparations",
    "poursuites procureur procureurs procureure procureures",
    "harcèlement inconduite intimidation",
    "désarmer désarmement démobilisation",
    "urgence urgences crise crises catastrophe catastrophes",
    "humanitaire humanitaires secours",
    "intervenante intervenantes intervenant intervenants",
    "infirmière infirmières médecin médecins",
    "traite trafiquants trafic",
    "réseau réseaux",
    "détruire destruction éliminer élimination",
  ]
}

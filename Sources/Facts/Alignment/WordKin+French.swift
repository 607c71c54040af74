extension WordKin {
  /// Families of French words, a semicolon between them; the key of a family is that of its first word, so a family
  /// that begins with a word of an earlier one belongs to it.
  ///
  /// Left out on purpose are words by which texts tell two things apart: women and girls, planned and actual, a
  /// number and a share, years of the calendar and of the budget.
  static let frenchGroups: StaticString = """
    déployer déploiera déploiement déploiements déployé déployée déployés déployées affecter \
    affectera affectation envoyer enverra envoi envoyé détacher détachera détachement \
    détachements détaché prêter prêtera dépêchera; former formera formeront formation formations \
    formé formée formés cours enseigner enseignera enseignement atelier ateliers stage stages; \
    financer financera financement finance financé financée financés verser versera versement \
    payer paiera paiement subvention subventions subventionner contribution contributions fonds \
    bourse bourses; créer créera création créé créée établir établira établissement construire \
    construira construction bâtir bâtira ouvrir ouvrira ouverture ouvert lancer lancera lancement \
    lancé aménager aménagera instaurer instaurera instituera fonder; publier publiera publication \
    publications publié publiée diffuser diffusera diffusion paraître paraîtra paraissent paru \
    divulguer; rapport rapports bilan bilans rendre rend; tenir tiendra tient tenue tenu \
    organiser organisera organise réunir réunira réunion réunions rencontre rencontres convoquer \
    convoquera séance séances accueillir; forum forums conférence conférences sommet colloque \
    symposium; recruter recrutera recrutement embaucher embauchera embauche engager; nommer \
    nommera nomination désigner désignera désignation; guide guides manuel manuels trousse \
    dépliant brochure livret; étude études recherche recherches enquête enquêtes; évaluer \
    évaluera évaluation évaluations évalué examen examens revue vérification audit; conseiller \
    conseillers conseillère conseillères conseillera expert experts experte expertes spécialiste \
    spécialistes consultatif; femme femmes féminin féminine féminins féminines; fille filles \
    fillette fillettes; victime victimes survivante survivantes survivant survivants plaignante \
    plaignantes; violence violences agression agressions abus sévices; guerre guerres conflit \
    conflits combats hostilités; mission missions opération opérations contingent contingents; \
    réfugié réfugiés réfugiée réfugiées déplacé déplacés déplacée déplacées; ville villes \
    municipalité municipalités village villages; entreprise entreprises entrepreneure \
    entrepreneures entrepreneur entrepreneurs; coût coûts frais dépense dépenses prix facture \
    factures; juridique juridiques avocat avocats avocate avocates loi lois; témoigner témoigne \
    témoin témoins témoignage témoignages preuve preuves; étranger étrangère étrangers \
    étrangères; tribunal tribunaux cour; juge juges magistrat magistrats magistrate magistrates; \
    police policier policiers policière policières gendarmerie gendarmes; refuge refuges \
    hébergement abri abris maison maisons logement logements gîte; arme armes fusil fusils; \
    combattante combattantes combattant combattants; santé médical médicale médicaux clinique \
    cliniques hôpital hôpitaux soins; enfant enfants; médiatrice médiatrices médiateur médiateurs \
    médiation négociatrice négociatrices négociateur négociateurs négociation négociations \
    pourparlers; programme programmes initiative initiatives; employé employés employée employées \
    personnel effectif effectifs fonctionnaire fonctionnaires; appuyer appuiera appui soutenir \
    soutiendra soutien soutient aider aidera aide accompagner accompagnera accompagnement; \
    accroître accroîtra accroissement augmenter augmentera augmentation élargir élargira hausser \
    hausse doubler doublera étendre étendra agrandir agrandira; réduire réduira réduction \
    réductions diminuer diminuera diminution couper coupures baisse baisser compressions ramener \
    ramènera abaisser; fermer fermera fermeture cesser cessera cessation abolir abolira abolition \
    supprimer supprimera suppression annuler terminer; données statistique statistiques chiffres; \
    plainte plaintes grief griefs; pays nation nations état états; commencer commencera débuter \
    débutera début; organisme organismes organisation organisations association associations \
    groupe groupes cercle cercles; agricultrice agricultrices agriculteur agriculteurs agricole \
    agricoles agriculture; journaliste journalistes presse reporter reporters; mine mines \
    déminage démineuse démineuses démineurs; radio radios radiodiffusion radiodiffuseur station \
    stations antenne ondes; frontière frontières frontalier frontaliers frontalière frontalières; \
    autochtone autochtones inuit inuits inuite inuites; acheter achètera achat achats acquérir \
    acquerra acquisition approvisionnement; jeune jeunes jeunesse; école écoles éducation \
    scolaire; élaborer élaborera élaboration rédiger rédigera rédaction préparer préparera \
    préparation concevoir concevra conception; améliorer améliorera amélioration renforcer \
    renforcera renforcement rehausser consolider; protéger protégera protection; participer \
    participera participation participe véritable; annuel annuelle annuels annuelles; réviser \
    révisera révision modifier modifiera moderniser actualiser actualisera; entente ententes \
    accord accords arrangement protocole; règle règles politique politiques directive directives; \
    ligne lignes téléphonique; indemniser indemnisation réparation réparations; poursuites \
    procureur procureurs procureure procureures; harcèlement inconduite intimidation; désarmer \
    désarmement démobilisation; urgence urgences crise crises catastrophe catastrophes; \
    humanitaire humanitaires secours; intervenante intervenantes intervenant intervenants; \
    infirmière infirmières médecin médecins; traite trafiquants trafic; réseau réseaux; détruire \
    destruction éliminer élimination; patrouille patrouilles ronde rondes; mener mène mènent \
    mèneront dirigée dirigées dirigé dirigés diriger dirige; trêve trêves armistice cessez; \
    traité traités convention conventions pacte pactes; envoyée envoyées envoyés délégué délégués \
    déléguée déléguées délégation délégations représentante représentantes représentant \
    représentants émissaire émissaires; diplomate diplomates diplomatie diplomatique \
    diplomatiques ambassadeur ambassadrice ambassadeurs ambassadrices; ambassade ambassades \
    consulat consulats consulaire consulaires; voyage voyages voyager déplacement déplacements \
    trajet trajets; billet billets; interprète interprètes interprétation traducteur traductrice \
    traducteurs traduction traductions traduire; prison prisons pénitencier pénitenciers \
    détention carcéral correctionnel correctionnels; prisonnier prisonniers prisonnière \
    prisonnières détenu détenus détenue détenues; soldat soldats soldate soldates militaire \
    militaires troupe troupes; tuer tués tuées meurtre meurtres homicide féminicide féminicides \
    assassinat assassinées; menace menaces menacer menacé menacées menacée danger dangers péril; \
    otage otages enlèvement enlèvements rapt enlevées; psychologique psychologiques psychologue \
    psychologues psychosocial psychosociale mental mentale thérapie thérapeute; nourriture repas \
    nutrition vivres alimentation alimentaire alimentaires aliments; faim famine; eau puits \
    assainissement hygiène latrines; salaire salaires paie rémunération; prêt prêts crédit \
    microcrédit; marchande marchandes marchand marchands commerçante commerçantes commerçant \
    vendeuse vendeuses; enseignant enseignants enseignante enseignantes instructrice \
    instructrices instructeur instructeurs formatrice formatrices formateur formateurs professeur \
    professeure professeurs; élève élèves étudiant étudiants étudiante étudiantes écolière \
    écolières; examen épreuve épreuves; téléphone téléphones téléphonique; éloigné éloignés \
    éloignée éloignées isolé isolés isolée isolées rural rurale rurales ruraux; nord nordique \
    nordiques arctique boréal; côte côtes côtier côtière côtières littoral littoraux maritime \
    maritimes marin mer mers rivage rivages; port ports havre quai quais; porte portes entrée \
    entrées; cloison cloisons rideau rideaux paravent; privé privés privée privées séparé séparés \
    séparée séparées distinct distinctes; dormir dortoir dortoirs lit lits couchage; mère mères \
    parent parents; aînée aînées aîné aînés âgée âgées âgé âgés; handicap handicapée handicapées \
    handicapé invalidité; migrant migrants migrante migrantes immigrant immigrante immigrantes \
    arrivant arrivants; parlement parlementaire parlementaires assemblée législature; députée \
    députées député députés élue élues; comité comités commission commissions conseil conseils; \
    présider préside présidence présidente présidentes; unité unités direction directions \
    division divisions bureau bureaux; équipe équipes équipage équipages brigade escouade; \
    répertoire répertoires registre registres fichier liste listes inventaire; dossier dossiers; \
    bulletin bulletins infolettre; exposition expositions; prix médaille médailles récompense; \
    concours compétition; bénévole bénévoles volontaire volontaires réserviste réservistes; \
    candidate candidates candidat candidats candidature candidatures; carrière carrières \
    avancement promotion promotions; garderie garderies crèche crèches; uniforme uniformes \
    vêtement vêtements tenue tenues gilet gilets; avion avions aéronef aéronefs hélicoptère \
    hélicoptères vol vols; conducteur conducteurs conductrice chauffeur chauffeurs convoi \
    convois; entrepôt entrepôts dépôt dépôts stockage; matériel fournitures articles biens \
    équipement équipements trousse; semence semences récolte récoltes; bétail troupeau troupeaux; \
    collège collèges université universités académie; alphabétisation lecture; législation \
    législatif; interdire interdit interdite interdira interdiction prohiber proscrire bannir; \
    sanction sanctions punir punition peine peines amende; arrestation arrestations arrêter \
    appréhender; crime crimes criminel criminelle infraction infractions auteur auteurs agresseur \
    agresseurs; audience audiences procès; corruption fraude; conduite comportement discipline \
    disciplinaire éthique déontologie; reconstruire reconstruction rebâtir restaurer relèvement \
    rétablir rétablissement; prévenir prévention empêcher éviter; réponse réponses répondre \
    répond répondra riposte; alerte alertes alarme avertissement; extrémisme extrémiste \
    extrémistes terrorisme terroriste radicalisation; numérique numériques électronique \
    électroniques informatique ordinateur ordinateurs internet; rumeur rumeurs désinformation \
    propagande; explosif explosifs bombe bombes munition munitions; médicament médicaments \
    pharmacie; emploi emplois revenu revenus gagne subsistance; commerce commercial commerciale \
    commerciaux; coopérative coopératives; consulter consultera consultation consultations \
    écouter écoute; analyse analyses analyser analyste analystes; mentor mentors mentorat \
    parrainage parrainer marraine marraines jumelage; stagiaire stagiaires apprentie apprenti \
    apprentissage; alliance alliances coalition coalitions partenariat partenariats; coopérer \
    coopération collaborer collaboration coordonner coordination concertation conjoint conjointe \
    conjointement; donateur donateurs bailleur bailleurs donatrice; visite visites visiter \
    visitera inspection inspections inspecter tournée tournées; contrat contrats fournisseur \
    fournisseurs; bail baux louer loyer loyers location propriétaire; réparer réparation rénover \
    rénovation radoub radoubs; route routes chemin chemins; relocaliser réinstaller \
    réinstallation réinstallées; sûr sûre sûrs sûres sûreté sécuritaire sécuritaires; égal égale \
    égalité parité équité égaux; religion religieux religieuse église églises mosquée imam; \
    artiste artistes théâtre musique chanson culturel culturelle; mémorial monument monuments \
    musée musées; mariage mariages épouser marier; secourir sauvetage sauveteur sauveteurs \
    sauver; matelot matelots marin marins navigatrice; retirer retrait retirera enlever; \
    approuver approbation autoriser autorisation entériner; annoncer annonce annoncera déclarer \
    déclaration dévoiler proclamer; offrir offre offrira offriront fournir fournira fourniture \
    donner donne donnera distribuer distribution distribuera remettre remettra livrer livrera \
    livraison procurer procurera prodiguer dispenser; recevoir reçoit recevra reçoivent obtenir \
    obtient obtiendra; choisir choix choisira sélection sélectionner; assister assistance \
    participante participantes participant participants; demander exiger réclamer; défenseure \
    défenseures défenseuse défenseuses défenseur défenseurs militante militantes militant \
    militants activiste activistes; camp camps campement campements; lampe lampes éclairage \
    lumière lumières lampadaire lampadaires; nuit nuits soir soirée soirées nocturne; autobus \
    navette navettes transport transports; affiche affiches; film films vidéo vidéos \
    documentaire; discours allocution causerie conférencière; médecine légale médicolégal; taxe \
    taxes impôt impôts; foyer foyers domicile domiciles ménage ménages; voisin voisins voisine \
    voisines voisinage quartier quartiers; pêche pêcheuse pêcheuses pêcheur pêcheurs; naissance \
    naissances nourrisson nourrissons bébé bébés accouchement; toilette toilettes sanitaire \
    sanitaires; couverture couvertures literie matelas; chef chefs cheffe cheffes; adolescente \
    adolescentes adolescent adolescents; chercheuse chercheuses chercheur chercheurs \
    scientifique; obstacle obstacles barrière barrières entrave entraves; manque pénurie lacune \
    lacunes; retard retards reporter reporté; renouveler renouvellement prolonger prolongation \
    reconduire; promesse promesses promettre; investir investissement investissements; maladie \
    maladies infection; vaccin vaccins vaccination; chirurgie chirurgienne chirurgicale; \
    ambulance ambulances ambulancière; blessé blessés blessée blessées blessure blessures; veuve \
    veuves endeuillées; torture torturées; esclavage servitude; génocide atrocité atrocités \
    massacre massacres; réconciliation dialogue dialogues concilier; contrebande passeurs; \
    couloir couloirs corridor corridors passage; surveiller surveillance surveille suivi observer \
    observatrice observatrices observateur observateurs observation; retraite retraites pension \
    pensions; départ départs démission démissions; diplôme diplômes certificat certificats \
    attestation attestations; permis licence visa visas; langue langues linguistique bilingue; \
    adapter adapté adaptée adaptation; moto motos motoneige motoneiges; navire navires bateau \
    bateaux vaisseau embarcation embarcations; véhicule véhicules camion camions; adopter \
    adoption; site portail web; sondage sondages questionnaire; stratégie stratégies; leader \
    leaders chefferie
    """
}

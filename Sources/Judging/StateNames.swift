/// States that plans name as partners, as phrases of the ladder's vocabulary.
///
/// What they will do is no promise of the department's. Canada is not among them.
enum StateNames {
  static let english = [
    "=Afghanistan", "=Albania", "=Argentina", "=Armenia", "=Australia", "=Austria", "=Bangladesh",
    "=Belgium", "=Benin", "=Brazil", "=Britain", "=Bulgaria", "=Burundi", "=Cambodia", "=Cameroon",
    "=Chad", "=Chile", "=China", "=Colombia", "=Congo", "=Croatia", "=Cyprus", "=Denmark",
    "=Ecuador", "=Egypt", "=Estonia", "=Ethiopia", "=Fiji", "=Finland", "=France", "=Gambia",
    "=Georgia", "=Germany", "=Ghana", "=Greece", "=Guatemala", "=Guinea", "=Haiti", "=Honduras",
    "=Iceland", "=India", "=Indonesia", "=Iraq", "=Ireland", "=Israel", "=Italy", "=Jamaica",
    "=Japan", "=Jordan", "=Kenya", "=Korea", "=Kosovo", "=Latvia", "=Lebanon", "=Liberia",
    "=Libya", "=Lithuania", "=Malawi", "=Mali", "=Mexico", "=Moldova", "=Morocco", "=Mozambique",
    "=Myanmar", "=Namibia", "=Nepal", "=Netherlands", "=New Zealand", "=Nicaragua", "=Niger",
    "=Nigeria", "=Norway", "=Pakistan", "=Panama", "=Peru", "=Philippines", "=Poland", "=Portugal",
    "=Romania", "=Rwanda", "=Salvador", "=Senegal", "=Sierra Leone", "=Somalia", "=South Africa",
    "=South Sudan", "=Spain", "=Sri Lanka", "=Sudan", "=Sweden", "=Switzerland", "=Syria",
    "=Tanzania", "=Thailand", "=Togo", "=Tunisia", "=Turkey", "=Uganda", "=Ukraine",
    "=United Kingdom", "=United States", "=Uruguay", "=Vietnam", "=Yemen", "=Zambia", "=Zimbabwe",
  ]

  static let french = [
    "=Afghanistan", "=Albanie", "=Allemagne", "=Argentine", "=Arménie", "=Australie", "=Autriche",
    "=Bangladesh", "=Belgique", "=Bénin", "=Brésil", "=Bulgarie", "=Burundi", "=Cambodge",
    "=Cameroun", "=Chili", "=Chine", "=Colombie", "=Congo", "=Corée", "=Croatie", "=Danemark",
    "=Égypte", "=Équateur", "=Espagne", "=Estonie", "=États Unis", "=Éthiopie", "=Finlande",
    "=France", "=Gambie", "=Géorgie", "=Ghana", "=Grèce", "=Guatemala", "=Guinée", "=Haïti",
    "=Honduras", "=Inde", "=Indonésie", "=Irak", "=Irlande", "=Islande", "=Israël", "=Italie",
    "=Jamaïque", "=Japon", "=Jordanie", "=Kenya", "=Kosovo", "=Lettonie", "=Liban", "=Libéria",
    "=Libye", "=Lituanie", "=Malawi", "=Mali", "=Maroc", "=Mexique", "=Moldavie", "=Mozambique",
    "=Namibie", "=Népal", "=Nicaragua", "=Niger", "=Nigéria", "=Norvège", "=Nouvelle Zélande",
    "=Ouganda", "=Pakistan", "=Panama", "=Pays Bas", "=Pérou", "=Philippines", "=Pologne",
    "=Portugal", "=Roumanie", "=Royaume Uni", "=Rwanda", "=Salvador", "=Sénégal", "=Sierra Leone",
    "=Somalie", "=Soudan", "=Sri Lanka", "=Suède", "=Suisse", "=Syrie", "=Tanzanie", "=Tchad",
    "=Thaïlande", "=Togo", "=Tunisie", "=Turquie", "=Ukraine", "=Uruguay", "=Vietnam", "=Yémen",
    "=Zambie", "=Zimbabwe",
  ]
}

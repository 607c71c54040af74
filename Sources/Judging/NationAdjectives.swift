/// Adjectives of the states in ``StateNames``, as phrases of the ladder's vocabulary.
///
/// "The Namibian ministry" is a body of Namibia as "the ministry of Namibia" is. French ones are stems for
/// both genders and numbers, where the stem is not another word's.
enum NationAdjectives {
  static let english = [
    "=Afghan", "=Albanian", "=American", "=Argentine", "=Armenian", "=Australian", "=Austrian",
    "=Bangladeshi", "=Belgian", "=Beninese", "=Brazilian", "=British", "=Bulgarian", "=Burundian",
    "=Cambodian", "=Cameroonian", "=Chadian", "=Chilean", "=Chinese", "=Colombian", "=Congolese",
    "=Croatian", "=Cypriot", "=Danish", "=Dutch", "=Ecuadorian", "=Egyptian", "=Estonian",
    "=Ethiopian", "=Fijian", "=Finnish", "=French", "=Gambian", "=Georgian", "=German",
    "=Ghanaian", "=Greek", "=Guatemalan", "=Guinean", "=Haitian", "=Honduran", "=Icelandic",
    "=Indian", "=Indonesian", "=Iraqi", "=Irish", "=Israeli", "=Italian", "=Ivorian", "=Jamaican",
    "=Japanese", "=Jordanian", "=Kenyan", "=Korean", "=Kosovar", "=Latvian", "=Lebanese",
    "=Liberian", "=Libyan", "=Lithuanian", "=Malawian", "=Malian", "=Mexican", "=Moldovan",
    "=Moroccan", "=Mozambican", "=Namibian", "=Nepali", "=Nepalese", "=Nicaraguan", "=Nigerian",
    "=Nigerien", "=Norwegian", "=Pakistani", "=Palestinian", "=Panamanian", "=Peruvian",
    "=Philippine", "=Polish", "=Portuguese", "=Romanian", "=Rwandan", "=Salvadoran",
    "=Senegalese", "=Somali", "=South African", "=South Sudanese", "=Spanish", "=Sri Lankan",
    "=Sudanese", "=Swedish", "=Swiss", "=Syrian", "=Tanzanian", "=Thai", "=Togolese", "=Tunisian",
    "=Turkish", "=Ugandan", "=Ukrainian", "=Uruguayan", "=Vietnamese", "=Yemeni", "=Zambian",
    "=Zimbabwean",
  ]

  static let french = [
    "afghan", "albanais", "allemand", "américain", "argentin", "arménien", "australien",
    "autrichien", "bangladais", "belge", "béninois", "brésilien", "britannique", "bulgare",
    "burundais", "cambodgien", "camerounais", "chilien", "chinois", "chypriote", "colombien",
    "congolais", "coréen", "croate", "danois", "égyptien", "équatorien", "espagnol", "estonien",
    "éthiopien", "finlandais", "(=français|=française|=françaises)", "gambien", "géorgien",
    "ghanéen", "grec", "grecque",
    "guatémaltèque", "guinéen", "haïtien", "hondurien", "indien", "indonésien", "irakien",
    "irlandais", "islandais", "israélien", "italien", "ivoirien", "jamaïcain", "japonais",
    "jordanien", "kényan", "kosovar", "letton", "libanais", "libérien", "libyen", "lituanien",
    "malawien", "malien", "marocain", "mexicain", "moldave", "mozambicain", "namibien",
    "néerlandais", "népalais", "nicaraguayen", "nigérian", "nigérien", "norvégien",
    "néo zélandais", "ougandais", "pakistanais", "palestinien", "panaméen", "péruvien",
    "philippin", "polonais", "portugais", "roumain", "rwandais", "salvadorien",
    "(=sénégalais|=sénégalaise|=sénégalaises)",
    "somalien", "soudanais", "suédois", "suisse", "sud africain", "sud soudanais", "syrien",
    "tanzanien", "tchadien", "thaïlandais", "togolais", "tunisien", "turc", "turque", "ukrainien",
    "uruguayen", "vietnamien", "yéménite", "zambien", "zimbabwéen",
  ]
}

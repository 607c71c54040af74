internal import SourceText

/// The words of the lexicons. A word that is in two lists keeps the class of the first.
enum LexiconWords {
  static func valued(_ language: Language) -> [(WordClass, [String: Int])] {
    switch language {
    case .english:
      [
        (
          .month,
          [
            "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
            "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
            "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9,
            "sep": 9, "oct": 10, "nov": 11, "dec": 12,
          ]
        ),
        (
          .number,
          [
            "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
            "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
            "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
            "eighty": 80, "ninety": 90, "dozen": 12,
          ]
        ),
        (
          .ordinal,
          [
            "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3,
            "4th": 4,
          ]
        ),
        (.scale, ["hundred": 2, "thousand": 3, "million": 6, "millions": 6, "billion": 9]),
        (
          .duration,
          [
            "year": 12, "years": 12, "month": 1, "months": 1, "quarter": 3, "quarters": 3,
            "day": 0, "days": 0, "week": 0, "weeks": 0, "hour": 0, "hours": 0, "minute": 0,
            "minutes": 0,
          ]
        ),
      ]
    case .french:
      [
        (
          .month,
          [
            "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
            "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
            "janv": 1, "févr": 2, "avr": 4, "juil": 7, "oct": 10, "nov": 11, "déc": 12,
          ]
        ),
        (
          .number,
          [
            "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
            "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
            "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
            "soixante": 60, "vingts": 20, "dizaine": 10, "douzaine": 12, "vingtaine": 20,
            "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60,
            "centaine": 100,
          ]
        ),
        (
          .ordinal,
          [
            "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3,
            "quatrième": 4, "1er": 1, "1re": 1, "2e": 2, "3e": 3, "4e": 4,
          ]
        ),
        (
          .scale,
          [
            "cent": 2, "cents": 2, "mille": 3, "million": 6, "millions": 6, "milliard": 9,
            "milliards": 9,
          ]
        ),
        (
          .duration,
          [
            "an": 12, "ans": 12, "année": 12, "années": 12, "mois": 1, "trimestre": 3,
            "trimestres": 3, "jour": 0, "jours": 0, "semaine": 0, "semaines": 0, "heure": 0,
            "heures": 0, "minute": 0, "minutes": 0,
          ]
        ),
      ]
    }
  }

  static func plain(_ language: Language) -> [(WordClass, String)] {
    switch language {
    case .english:
      [
        (.percent, "percent percentage"),
        (.about, "about approximately around nearly almost roughly some estimated"),
        (.atLeast, "least minimum"),
        (.atMost, "most maximum"),
        (.over, "over more exceeding above"),
        (.under, "under below fewer less"),
        (.deadline, "by before until till"),
        (.since, "since from"),
        (.baseline, "baseline baselines"),
        (.target, "target targets"),
        (.planned, "planned expected proposed tentatively forecast projected planning"),
        (.actual, "actual actually achieved attended participated present"),
        (.total, "total totals overall altogether sum"),
        (.increase, "increase increases increasing expand expands expanding expanded grow double"),
        (
          .decrease,
          "reduce reduces reducing reduction reductions cut cuts cutting decrease savings"
        ),
        (.resolution, "resolution resolutions unscr unscrs res"),
        (
          .label,
          """
          goal goals objective objectives outcome outcomes output outputs section sections table \
          tables figure figures annex appendix chapter page pages part phase step level pillar \
          activity action article item no number priority version paragraph division schedule \
          clause subsection result form footnote note bill edition responsibility volume tier example
          """
        ),
        (.fiscal, "fiscal fy"),
        (.currency, "dollar dollars cad"),
        (
          .modal,
          """
          will shall must commits commit committed undertakes undertake pledges pledge aims aim \
          seeks seek intends intend hopes hope plans plan might could should would agrees agree
          """
        ),
        (
          .programHead,
          """
          program programme programs initiative fund strategy network arrangement framework \
          operation project institute centre council commission roundtable taskforce agreement
          grants contribution contributions facility
          """
        ),
        (
          .instrumentHead,
          """
          policy policies directive directives act code guidelines standard regulations charter
          protocol
          """
        ),
        (.gender, "women woman girls girl gender wps female gba feminist mothers widows"),
        (.staff, "employees employee staff officials personnel executives trainees workforce"),
        (
          .people,
          """
          survivors survivor victims communities community clients canadians people public youth \
          applicants beneficiaries citizens families refugees recipients population populations
          """
        ),
        (.yearly, "annual annually yearly"),
        (
          .stop,
          """
          a an and are as at be been being but for had has have he her his i if in into is it its \
          my of on or our she so than that the their them then there these they this those to us \
          was we were what when where which who with you your also not all any both each other \
          such through while within including include includes between during under per may can \
          department government canada canadian
          """
        ),
      ]
    case .french:
      [
        (.percent, "pourcent pourcentage"),
        (.about, "environ près presque quelque approximativement"),
        (.atLeast, "moins minimum"),
        (.atMost, "maximum"),
        (.over, "plus dépassant"),
        (.deadline, "ici avant jusqu'"),
        (.since, "depuis dès"),
        (.baseline, "référence départ"),
        (.target, "cible cibles"),
        (.planned, "prévu prévue prévus prévues attendu attendus proposé provisoirement"),
        (.actual, "réel réels atteint atteinte présents présentes participé réuni"),
        (.total, "total totaux totale ensemble"),
        (.increase, "accroître accroîtra augmenter augmentera élargir élargira étendre doubler"),
        (
          .decrease,
          "réduire réduira réduiront diminuera réduction réductions diminuer diminution compressions économies"
        ),
        (.resolution, "résolution résolutions rcsnu res"),
        (
          .label,
          """
          but buts objectif objectifs résultat résultats extrant section sections tableau tableaux \
          figure figures annexe chapitre page pages partie phase étape niveau pilier activité \
          action mesure article articles point numéro no n° priorité version paragraphe volet \
          alinéa formulaire note loi
          """
        ),
        (.fiscal, "exercice exercices"),
        (.currency, "dollar dollars"),
        (
          .modal,
          """
          engage engagent engageons doit doivent devra devront vise visent visons cherche cherchent \
          entend entendent espère souhaite envisage compte pourrait pourraient devrait peut va vont
          """
        ),
        (
          .programHead,
          """
          programme initiative fonds stratégie réseau arrangement cadre opération projet institut \
          centre conseil commission accord subvention subventions contribution contributions
          """
        ),
        (
          .instrumentHead,
          "politique politiques directive directives code règlement charte norme protocole"
        ),
        (
          .gender,
          "femmes femme filles fille genre genres sexes fps féministe féminin féminine mères médiatrices négociatrices veuves"
        ),
        (.staff, "employés employées employé effectif personnel fonctionnaires cadres"),
        (
          .people,
          """
          survivantes victimes collectivités communautés clients canadiens population populations \
          public jeunes demandeurs bénéficiaires citoyens familles réfugiées personnes
          """
        ),
        (.yearly, "annuel annuelle annuellement annuels annuelles"),
        (
          .stop,
          """
          à au aux avec c' ce ces cet cette d' dans de des du elle elles en est et eux il ils j' je \
          l' la le les leur leurs lui m' ma mais me mes mon n' nos notre nous on ont ou où par pour \
          qu' que qui s' sa se ses son sont sur t' ta te tes toi ton tu un une vos votre vous y été \
          être a ainsi aussi ne pas tous toutes tout toute entre pendant lors comme notamment y \
          ministère gouvernement canada canadien canadienne afin
          """
        ),
      ]
    }
  }
}

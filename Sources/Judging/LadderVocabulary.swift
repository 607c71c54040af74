internal import Matching
internal import SourceText

/// The words by which the judge reads how firm a sentence is, in the pattern language of the rules.
///
/// They are part of the judge and not of any rule set, so that a rule set for another field, or a folder
/// with one rule file, is graded in the same way.
package enum LadderVocabulary {
  /// What a phrase does to the act that it governs.
  package enum Category: Int, Sendable, CaseIterable, BitwiseCopyable {
    /// Binds the actor: a commitment.
    case binding
    /// A direction without obligation: an intent.
    case intending
    /// Lowers the act by one rung.
    case hedge
    /// Makes the act depend on something: an intent at most.
    case condition
    /// Denies what follows.
    case negation
    /// Says that something stops: a denial of a promise, but the very act of a change of practice.
    case ending
    /// Looks like a negation and is none.
    case notNegation
    /// Puts what follows into the past.
    case past
    /// Someone else says, asks or recommends what follows.
    case attribution
    /// An actor whose promises are not the department's.
    case otherActor
    /// The department, its parts and its people.
    case ownActor
    /// A branch or position that answers for something.
    case owner
    /// Present or past auxiliary of a passive ("is", "are").
    case auxiliary
    /// A state by name: who acts, where it stands directly before its verb.
    case state
    /// The adjective of a state: whose body acts, where it stands beside the body's name.
    case nationality
    /// An organization by name; which are known is told by the caller.
    case organization
  }

  static func phrases(_ category: Category, _ language: Language) -> [String] {
    switch language {
    case .english: english(category)
    case .french: french(category).map(elided)
    }
  }

  /// Gives single letters their apostrophe: « s engage » is written so here to be read easily.
  private static func elided(_ phrase: String) -> String {
    let letters: Set<Substring> = ["c", "d", "j", "l", "m", "n", "s", "t", "qu"]
    var result = ""
    var word = Substring()
    var rest = Substring(phrase)
    func close() {
      result += word
      if letters.contains(word) { result += "'" }
      word = Substring()
    }
    while let character = rest.popFirst() {
      if character.isLetter || character == "'" {
        word.append(character)
      } else {
        close()
        result.append(character)
      }
    }
    close()
    return result
  }

  private static func english(_ category: Category) -> [String] {
    switch category {
    case .binding:
      [
        "=will", "=shall", "=must", "=commits to", "=commit to", "(is|are) =committed to *",
        "=undertakes to", "=undertake to", "=pledges to", "(is|are) =required to",
        "may (apply|ask|request|claim|appeal)", "will =be able to",
        "(is|are) =obliged to", "(has|have) to", "(is|are) =to", "=mandatory", "=compulsory",
        "=obliges", "=requires", "(is|are) set to", "(has|have) (set aside|earmarked|reserved)",
        "(is|are) set aside",
        "(is|are) earmarked", "(is|are) destined", "(is|are) foreseen", "(is|are) due by",
        "(is|are) reserved for", "=agrees to", "(has|have) =agreed to", "=we'll", "=it'll",
        "=they'll",
        "(=commits|=commit|=pledges|=pledge) =not to",
        "(=undertakes|=undertake|=promises|=promise) =not to",
      ]
    case .intending:
      [
        "=aims ~4 to", "=aim to", "=aims at", "=aim for", "=aims for", "=seeks ~4 to", "=seek to",
        "=strives to",
        "=strive to",
        "=endeavours to", "=endeavour to", "=intends ~4 to", "=intend to", "=hopes ~4 to",
        "=hope to",
        "=hopes that", "=envisages", "=envisage", "=contemplates", "=wishes ~4 to", "=wish to",
        "=wants ~4 to", "=want to",
        "would (like|wish|want|prefer) to", "would (like|wish|want|prefer)",
        "=plans ~4 to", "=plan to", "(is|are) planning", "=proposes ~4 to", "=propose to",
        "=expects ~4 to", "=expect to", "(is|are) expected to", "(is|are) intended to",
        "will (consider|explore|weigh|contemplate|seek|try|strive|aim|endeavour)",
        "will examine not before (whether|how|if)",
        "will look (into|for)", "will look at not before (whether|how|if)",
        "will work (towards|toward|to|on)", "will =continue to",
        "will =continue its", "will study the", "will assess options",
        "will (encourage|advocate|promote)",
        "will be (encouraged|invited|considered|explored|urged|sought|requested|contemplated)",
        "(options|possibilities|avenues) ~4 will be (examined|assessed|reviewed|studied|developed)",
        "will be (ready|prepared|willing|open|well placed) to", "will be in a position to",
        "will (remain|be|stay) ~1 (committed|attentive|mindful|alert|open|dedicated) to",
        "will make ~2 effort to", "efforts will be made to", "will do ~2 (best|utmost) to",
        "will do everything ~3 to", "will take ~2 (steps|measures|action) to", "will need to",
        "will (give|pay) ~2 (consideration|attention) to",
        "(consideration|attention) will be (given|paid)", "will play ~3 role in",
        "will (contribute to|support) efforts to",
        "(is|are|remain|remains|stand|stands) (determined|ready|prepared|resolved|willing) to",
        "will raise awareness", "will think", "will see whether", "will reflect on",
        "=may", "=might", "=could", "=should", "=would",
        "(is|are) being (considered|weighed|explored)",
        "(is|are) being (examined|studied|discussed|looked)",
        "(is|are) (considering|exploring|weighing)",
        "(is|are) looking (at|into)", "(is|are) under (consideration|discussion|study|review)",
        "(is|are) thinking (of|about)",
        "(has|have) in mind", "(is|are) hoped for", "(is|are) keen to", "(is|are) interested in",
        "(ambition|aspiration|intention|hope|wish) (is|to|of)",
      ]
    case .hedge:
      [
        "where appropriate", "as appropriate", "as needed", "where possible", "when possible",
        "wherever possible", "if applicable", "to the extent possible", "where feasible",
        "as far as possible", "where practicable", "as practicable", "when needed",
        "as required", "where it can", "where they can", "when feasible", "where relevant",
        "as much as possible", "if possible",
      ]
    case .condition:
      [
        "=if", "subject to", "=pending", "provided that", "provided the", "=unless",
        "=depending on", "as resources permit", "resources permitting", "funds permitting",
        "conditional on", "conditional upon", "contingent on", "contingent upon",
        "should (resources|funds|funding|money)", "as funding allows", "when funding allows",
        "as (capacity|budgets|circumstances) (permit|allow)", "in the event that",
        "on condition that", "assuming that", "assuming the", "where the law allows",
        "once (funding|money|funds) (is|are) (approved|confirmed|secured|available)",
        "when (funding|funds|money) (is|are) (confirmed|approved|secured|available|found)",
        "dependent (on|upon)", "(budget|money) permitting", "resources allowing",
        "as (money|funds|resources) (become|allow|permit)", "should Parliament",
        "in time", "over time", "with time", "one day",
      ]
    case .negation:
      [
        "=not", "=never", "=cannot", "=neither", "=won't", "=can't", "=don't", "=doesn't",
        "=isn't", "=aren't", "=didn't", "=wouldn't", "=couldn't", "=hasn't", "=haven't", "will no",
        "=wasn't", "=weren't", "=shouldn't", "=mustn't",
        "(rule|rules|ruled) out",
        "=no (plan|plans|intention|decision|commitment|promise|undertaking)", "=without",
        "(decline|declines|declined) to", "(=withdrew|=withdraws) from",
        "(=chosen|=chose|=decided|=opted|=agreed) =not to", "=opposed to", "=refused to",
        "=fails to", "(refrain|refrains) from", "=none",
        "=not (plan|plans|intend|propose|expect|wish) to", "=not planning (to|on|any)",
        "=no (action|act|activity|measure|funding|money|fund|funds|programme|support|new|further)",
      ]
    case .ending:
      [
        "no longer",
        "(is|are|was|were|been|being|be) (=cancelled|=discontinued|=abandoned|=dropped|=withdrawn)",
        "will (=cease|=stop|=end|=discontinue|=cancel|=lapse|=expire)",
        "(has|have) (=ceased|=stopped|=ended|=discontinued|=withdrawn|=cancelled|=dropped|=abandoned)",
        "(is|are|was|were|been|being|be) (=deferred|=postponed|=shelved|=suspended)",
        "(=deferred|=postponed|=shelved|=put off) (to|until|till|indefinitely|beyond)",
        "(is|are|was|were|been|being|be) (=dissolved|=disbanded)",
      ]
    case .notNegation:
      [
        "=not only", "=not just", "=not merely", "=not simply", "whether or =not",
        "will? no longer (depend|rely|hinge|hang|wait|need|lapse)",
        "=not (depend|hinge|hang|lapse)",
        "=not alone", "if =not", "=not least", "=not later than", "=no later than",
        "=no (fewer|less|more) than", "=no matter", "=no doubt", "=no sooner",
        "=not (headcount|words)",
        "=not (accept|tolerate|yield|compromise|dilute|abandon|bargain)",
        "=not (trade|give|bargain|sign) (away|up|in|way)",
        "=not (back|stand) (down|by)", "=not (soften|weaken|retreat|waver)",
        "=not scale (back|down)", "=not (remain|stay|be|fall) silent", "=not water down",
        "=not (let|allow) *", "=not (stop|rest|wait) (at|until|for)",
        "(=commits|=commit|=pledges|=pledge|=committed|=undertakes|=undertake|=promises|=promise) =not to",
        "(=commits|=commit|=pledges|=pledge|=committed|=undertakes|=undertake) to =not",
      ]
    case .past:
      [
        "=has", "=have", "=had", "=was", "=were", "=did",
        "last (year|spring|summer|fall|autumn|winter|month)",
      ]
    case .attribution:
      [
        "(=recommended|=urged|=suggested|=demanded|=requested|=advised) (that|the|to|Canada|more|a)",
        "(=called|=calls|=calling) (for|on|upon)", "(=asked|=asks) (for|that|the|Canada|us|to)",
        "=recommends that", "=recommend that", "=urges", "=suggests that", "=proposed that",
        "(=said|=say|=says|=stated|=argue|=argued|=believe|=believed|=felt|=feel|=think|=thought) that",
        "(=insist|=insisted|=maintain|=maintained|=wished|=emphasized|=stressed|=indicated) that",
        "(=told|=tell|=reminded) (us|the department|officials|the committee) that",
        "(=announced|=promised|=pledged|=confirmed|=declared) that",
        "(=announced|=said|=promised) (it|they) will",
        "according to ~4 (organization|group|participant|respondent|expert|woman|partner|ally|stakeholder|survivor|activist|witness|member|adviser|observer|academic|researcher)",
        "in the view of", "in the opinion of", "at the request of",
      ]
    case .otherActor:
      [
        "(united nations|=UN)", "security council", "secretary general", "african union",
        "european union", "world bank", "=NATO",
        // Its parts bear words that are ours elsewhere.
        "(united nations|=UN|african union|european union|=NATO) ~1 (mission|missions|agency|agencies|force|forces|program|programme|office|committee|commission|secretariat|officials|officers|police)",
        "other (countries|governments|states|partners|actors|donors|departments|organizations)",
        "member states", "partner (countries|governments|states)", "our (allies|partners)",
        "the (allies|partners|provinces|territories|municipalities|industry|union|unions|donors)",
        "partners", "allies", "stakeholders", "provinces", "territories", "municipalities",
        "(non governmental|nongovernmental) organization", "=NGOs", "the private sector",
        "(the united states|the united kingdom|france|germany|norway|sweden|australia|japan|italy)",
        "organization of american states", "civil society", "international community",
        "red cross", "commonwealth", "la francophonie", "host (government|country)",
        "private (firms|companies)", "(independent|outside|external) experts", "other ministries",
        "other agencies", "several organizations",
        "(government|governments|ministry|police|army|parliament) of (=Norway|=Sweden|=Japan|=Italy|=Germany|=France|=Ukraine|=Colombia|=Mali|=Jordan)",
        "(a|one|another|third) (foundation|charity|university|company)",
        "provincial (government|governments|ministry|ministries)", "local (government|governments)",
        "the (foundation|contractor|contractors|host)", "=UNICEF", "=UNHCR", "=UNDP", "=OECD",
        "=OSCE", "city police", "municipal (police|council|government)", "(police|city|town) of *",
        "other government departments", "world food programme", "=WFP", "=IOM", "=UNFPA", "=UNODC",
        "=WHO", "=FAO", "=ICRC", "=ECOWAS", "=ASEAN", "=SADC", "=IGAD", "=Interpol", "=INTERPOL",
        "international criminal court", "bar association", "(university|bar|diocese) of *",
        "international (=law|humanitarian law|human rights law|code|convention)",
        "states (of|in) (the|that) region", "parties to the conflict", "armed groups",
        "auditor general", "commissioner of official languages", "information commissioner",
        "parliamentary budget officer",
      ]
    case .ownActor:
      [
        "department", "=canada", "government", "=we", "=our", "=ours", "agency", "ministry",
        "minister",
        "the (service|force|forces|branch|directorate|bureau|division|office|board|centre)",
        "the (=unit|=units|secretariat|commission)",
        "embassy", "embassies", "mission", "ambassador", "director", "deputy minister",
        "headquarters", "officers", "officials", "commissioner", "branch", "directorate", "bureau",
        "division", "committee", "program", "the (army|navy|command|detachments|police|courts)",
      ]
    case .owner:
      [
        "branch", "directorate", "bureau", "director", "director general", "directorate general",
        "assistant deputy minister", "=ADM", "=DG", "associate deputy minister", "deputy minister",
        "division", "centre", "secretariat", "office of primary interest", "=OPI",
        "regional office", "vice chief", "commander", "superintendent", "commissioner",
        "chief * officer", "executive director", "judge advocate general", "=Office", "=Unit",
        "=Joint Staff", "=Command", "chief of (the * )? staff", "registrar", "=Desk", "=Cell",
        "=Sector",
        "=Hub", "=Vice President", "liaison officer in", "(our|the) head of", "hub in",
      ]
    case .auxiliary: ["=is", "=are", "=be", "=been", "=being", "=was", "=were"]
    case .state: StateNames.english + StateNames.english.map { $0 + "'s" }
    case .nationality: NationAdjectives.english
    case .organization: []
    }
  }

  private static func french(_ category: Category) -> [String] {
    switch category {
    case .binding:
      [
        "s =engage à", "s =engagent à", "nous =engageons à", "m =engage ~1 à",
        "(est|sont) =destiné",
        "(est|sont) =réservé", "(est|sont) =affecté à", "=doit", "=doivent", "=devra",
        "=devront", "(est|sont) =tenu de", "(est|sont) =tenus de", "(est|sont) =tenue de",
        "=obligatoire", "=obligatoires",
        "(=pourra|=pourront|=peut|=peuvent) (demander|obtenir|recevoir|réclamer|déposer|accéder|joindre)",
        "il incombe à", "=va", "=vont", "=exige", "=exigera",
        "(s|se) =chargera", "a =pris l engagement", "(=a|=ont|=avons|=ai) =accepté (de|d)",
        "(est|sont) =obligé de", "=oblige",
        "(=a|=ont|=avons|=ai) (=réservé|=mis de côté)",
      ]
    case .intending:
      [
        "=vise à", "=visent à", "=visera à", "=visons à", "=viserons à", "=viseront à",
        "nous =efforçons (de|d)", "nous =efforcerons (de|d)", "nous =employons à",
        "avons l =intention de", "ai l =intention de", "j =entends", "j =espère", "je =souhaite",
        "=entendons", "=envisageons", "=envisagerons", "=prévoyons",
        "=cherchons à", "=chercherons à", "=explorerons", "=étudierons",
        "=travaillerons à", "=œuvrerons", "=continuerons (de|à|d)", "=encouragerons", "=tenterons",
        "=pourrons", "=peut", "=peuvent", "=pouvons", "=proposons de",
        "=cherche à not before (savoir|établir|mesurer|déterminer)",
        "=cherchent à not before (savoir|établir|mesurer|déterminer)",
        "=cherchera à not before (savoir|établir|mesurer|déterminer)",
        "s =efforce de", "s =efforcent de", "s =efforcera de", "s =emploie à", "s =emploiera à",
        "=comptons not before (parmi|sur)", "a l =intention de", "ont l =intention de", "=entend",
        "=entendent", "=espère",
        "=espèrent", "=espérons", "=souhaite", "=souhaitent", "=souhaitons", "=aimerait",
        "=aimeraient", "=voudrait", "=envisage", "=envisagent", "=envisagera", "=explorera",
        "=exploreront", "=étudiera", "=étudieront",
        "(=examinera|=examineront|=examinerons) ~2 (possibilité|option|piste|moyen|façon)",
        "=réfléchira", "=réfléchit", "=travaillera à", "=travailleront à", "=œuvrera", "=œuvreront",
        "=continuera (de|à|d)", "=continueront (de|à|d)", "=poursuivra (ses|son|sa)",
        "=compte not after (rend|rendra|rendent|rendront|rendre|tient|tenir|tiendra|tenu|en|prend)",
        "=comptent not before (parmi|pour)", "=prévoit", "=prévoient", "=propose de", "=propose d",
        "se =propose",
        "=encouragera", "=encourageront", "=sensibilisera", "=plaidera", "fera =valoir",
        "=favorisera", "=tentera", "=tâchera", "=pourra", "=pourront", "=pourrait", "=pourraient",
        "=devrait", "=devraient", "=serait", "=seraient", "(est|sont) =appelé à",
        "(est|sont) =invités à",
        "(sera|seront) =invités à", "(sera|seront) =encouragés à", "(est|sont) à l =étude",
        "(est|sont) =envisagé", "=songe à", "=réfléchissons", "=ambitionne", "=aspire à",
        "(sera|seront) (envisagé|sollicité|demandé|souhaité|recherché)",
        "(option|possibilité|piste|avenue) ~6 (sera|seront) (examiné|étudié|exploré|analysé)",
        "(sera|seront|serons|est|sont|sommes) (=prêt|=prête|=prêts|=prêtes|disposé|déterminé|résolu) à",
        "(sera|seront|serons|=restera|=resteront|=demeurera|=demeureront) (attentif|ouvert|attaché|engagé) (à|au|aux|envers)",
        "effort ~1 (sera|seront) ~1 (fait|déployé|consenti)",
        "(=fera|=feront|=ferons|=fait|=font) (tout|de) (son|leur|notre) (possible|mieux)",
        "(=ménagera|=ménageront|=ménagerons|=ménage|=ménagent) aucun effort",
        "(=prendra|=prendront|=prendrons) ~2 (mesure|disposition) (pour|afin)",
        "attention ~2 (sera|seront) (accordé|porté)",
        "(=jouera|=joueront|=jouerons) ~3 rôle",
        "(=cherchera|=chercheront|=chercherons|=sollicitera|=solliciteront|=solliciterons) ~2 (fonds|financement|crédit)",
        "(=appuiera|=appuieront|=appuierons|=soutiendra|=soutiendront|=soutiendrons) les efforts",
      ]
    case .hedge:
      [
        "s il y a lieu", "au =besoin", "selon les =besoins", "dans la =mesure du possible",
        "le cas =échéant", "si =possible", "lorsque c est =possible", "là où c est =possible",
        "autant que =possible", "dans la mesure où", "quand c est =possible", "si nécessaire",
        "lorsque =possible", "là où elle le peut", "là où il le peut",
      ]
    case .condition:
      [
        "=si", "s (il|ils) *", "sous =réserve", "en =attendant", "à =condition",
        "selon les =ressources",
        "en =fonction des ressources", "pourvu que", "dans l =éventualité", "à moins que",
        "advenant", "moyennant l approbation", "si les (crédits|fonds|budgets|ressources)",
        "selon la disponibilité", "en cas d (approbation|accord)",
        "une fois les (fonds|crédits) (approuvés|confirmés|obtenus)", "dès que les (fonds|crédits)",
        "lorsque les (fonds|crédits)", "dans la limite des (crédits|ressources|fonds)",
        "selon les (crédits|fonds|budgets)", "si le budget",
        "à =terme", "avec le =temps", "à plus long terme", "un =jour",
      ]
    case .negation:
      [
        "(=refuse|=refusent|=refusé|=renonce|=renoncent|=renoncé) (de|d|à)", "=ne", "=n", "=jamais",
        "=aucun", "=aucune", "=sans", "=nul", "=nulle", "=non",
        "(=ne|=n) * pas l =intention (de|d)",
      ]
    case .ending:
      [
        "(mettra|mettront) =fin (au|aux|à)", "(sera|seront|est|sont) =abandonné",
        "(sera|seront|est|sont) =supprimé", "=cessera", "=cesseront", "=cesse de", "=cessent de",
        "(a|ont) =cessé", "(a|ont) été (retiré|abandonné|annulé|supprimé|reporté|suspendu)",
        "(sera|seront|est|sont) (retiré|annulé|reporté|différé|suspendu)",
        "(a été|ont été|sera|seront|est|sont) (=dissous|=dissoute|=dissoutes|démantelé)",
        "(=ne|=n) * =plus",
        "(=ne|=n) * * =plus",
      ]
    case .notNegation:
      [
        "=non seulement", "(=engage|=engagent|=engageons) à =ne (=pas|=plus|=jamais)",
        "=ne =manquera pas", "(=ne|=n) (ménage|ménagera|ménageront|ménagerons) aucun effort",
        "=ne (dépend|dépendra|dépendent|dépendront) plus",
        "(=ne|=n) (accepter|céder|renoncer|transiger|abandonner|tolérer|plier|reculer)",
        "(=ne|=n) (adoucir|affaiblir|atténuer|diluer|édulcorer)",
        "=ne =se (taire|taira|tairont|contenter|laisser)", "=sans =délai", "=sans =tarder",
        "=sans =frais",
        "=sans =exception", "=non =gouvernementale", "=non =gouvernementales",
        "=non =gouvernemental", "=non =binaire", "=non =binaires", "=sans =égard",
        "=sans =condition",
        "=sans =contrepartie", "=sans =abri", "=sans =statut", "=sans =délais",
      ]
    case .past:
      [
        "=a été", "=ont été", "(avait|avaient|était|étaient|fut|furent)", "l an =dernier",
        "l année =dernière", "le printemps =dernier", "l automne =dernier", "l hiver =dernier",
        "l été =dernier",
      ]
    case .attribution:
      [
        "(a|ont) (recommandé|demandé|réclamé|proposé|suggéré|exhorté|prié|dit|déclaré|souligné|plaidé)",
        "=recommande que", "=recommandent que", "=demandent que", "=demande que", "=réclament",
        "=exhorte", "=exhortent", "de l avis de", "à la demande de", "=réclame",
        "=recommandent (de|d)",
        "(=a|=ont) (estimé|jugé|indiqué|insisté|rappelé|affirmé|soutenu|avancé) (que|qu)",
        "(=estiment|=jugent|=pensent|=croient|=affirment|=soutiennent|=insistent|=soulignent) (que|qu)",
        "(=a|=ont) (annoncé|promis|confirmé) (que|qu)", "(=est|=sont) d avis (que|qu)",
        "(nous|lui|leur) (=a|=ont) (dit|rappelé|indiqué) (que|qu)",
        "(selon|d après) ~4 (organisation|groupe|participante|participant|répondante|répondant|experte|expert|femme|partenaire|allié|intervenant|survivante|militante|témoin|membre|conseillère|observateur|chercheuse|chercheur)",
      ]
    case .otherActor:
      [
        "(nations unies|=ONU)", "conseil de sécurité", "secrétaire général", "union africaine",
        "union européenne", "banque mondiale", "=OTAN",
        // As in English.
        "(mission|agence|forces|force|bureau|programme|comité|commission|secrétariat) (des|de|de la|de l) (nations unies|=ONU|union africaine|union européenne|=OTAN)",
        "(autres|d autres) (pays|états|partenaires|donateurs|ministères|gouvernements|organisations|organismes)",
        "états membres", "pays partenaires",
        "(nos|les) (alliés|partenaires|provinces|territoires|municipalités)",
        "partenaires", "intervenants", "provinces", "municipalités",
        "organisation non gouvernementale",
        "=ONG", "le secteur privé",
        "(états unis|royaume uni|france|allemagne|norvège|suède|australie|japon)",
        "société civile", "communauté internationale", "croix rouge", "pays hôte",
        "organismes partenaires",
        "francophonie", "plusieurs organismes", "des organismes",
        "(gouvernement|gouvernements) provincial", "administrations locales",
        "(une|la|cette) fondation", "une (université|entreprise)", "=UNICEF", "=HCR", "=PNUD",
        "=OCDE",
        "=OSCE", "police municipale", "(ville|police) de *", "conseil municipal",
        "programme alimentaire mondial", "=PAM", "=OIM", "=FNUAP", "=UNFPA", "=ONUDC", "=OMS",
        "=FAO", "=CICR", "=CEDEAO", "=ANASE", "=INTERPOL", "=Interpol",
        "cour pénale internationale",
        "(université|barreau|diocèse) (de|du|des|d) *",
        "(droit|code) international", "convention internationale", "états de (la|cette) région",
        "parties au conflit", "groupes armés", "(vérificateur|vérificatrice) général",
        "commissaire aux langues officielles", "commissaire à l information",
        "directeur parlementaire du budget",
      ]
    case .ownActor:
      [
        "ministère", "=canada", "gouvernement", "=nous", "=notre", "=nos", "=nôtre", "=nôtres",
        "agence", "ministre",
        "gendarmerie", "forces", "service", "direction", "bureau", "commission", "secrétariat",
        "ambassade", "ambassadrice", "mission", "directeur", "directrice",
        "sous ministre", "comité", "programme", "division", "=on", "agents", "agentes",
        "fonctionnaires",
      ]
    case .owner:
      [
        "direction générale", "=Direction", "direction des", "direction de la", "direction de l",
        "direction du",
        "bureau de", "bureau du", "bureau des", "bureau d", "sous ministre",
        "sous ministre adjoint", "=SMA",
        "directeur général", "directrice générale", "directeur", "directrice", "division",
        "=Secrétariat", "=Centre",
        "bureau de première responsabilité", "=BPR", "commandant", "commandante", "surintendante",
        "surintendant",
        "=Secteur", "=Cellule", "=Unité", "vice présidente", "vice président",
        "commissaire adjoint", "commissaire adjointe", "(agent|agente) de liaison", "attaché à",
        "attachée à",
        "dirigeante", "responsable de la", "responsable du", "responsable des", "bureau régional",
        "=DG", "état major",
      ]
    case .auxiliary:
      ["=est", "=sont", "=être", "=soit", "=soient", "=sera", "=seront", "=été"]
    case .state: StateNames.french
    case .nationality: NationAdjectives.french
    case .organization: []
    }
  }
}

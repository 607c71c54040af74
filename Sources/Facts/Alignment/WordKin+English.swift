extension WordKin {
  /// Families of English words, a semicolon between them; the key of a family is that of its first word, so a family
  /// that begins with a word of an earlier one belongs to it.
  ///
  /// Left out on purpose are words by which texts tell two things apart: women and girls, planned and actual, a
  /// number and a share, years of the calendar and of the budget.
  static let englishGroups: StaticString = """
    deploy deploys deployed deploying deployment deployments send sends sent second seconds \
    seconded secondment post posts posted posting lend lends lent dispatch assign assigns \
    assigned; train trains trained training teach teaches taught teaching course courses instruct \
    instruction lesson lessons workshop workshops coach coaches coaching; fund funds funded \
    funding finance finances financed financing pay pays paid payment payments grant grants \
    subsidy subsidies subsidize contribution contributions contribute money bankroll; create \
    creates created creation establish establishes established establishment build builds built \
    building construct construction open opens opened opening launch launches launched introduce \
    introduces introduced; publish publishes published publication release releases released \
    issued print printed disclose disclosed; report reports reported reporting account summary \
    statement; hold holds held convene convenes convened host hosts hosted organize organizes \
    organized organise meet meets meeting meetings session sessions gather gathers; forum forums \
    conference conferences summit gathering symposium roundtable; recruit recruits recruited \
    recruitment recruiting hire hires hired hiring enlist; appoint appoints appointed appointment \
    name names named designate designates designated nominate; guide guides guidebook handbook \
    handbooks manual manuals toolkit leaflet brochure booklet; study studies studied research \
    paper papers; evaluate evaluates evaluated evaluation evaluations review reviews reviewed \
    assess assesses assessment assessments audit audits; adviser advisers advisor advisors \
    advisory advise advice expert experts specialist specialists; woman women female females; \
    girl girls; survivor survivors victim victims complainant complainants; violence abuse abuses \
    abusing assault assaults trauma; war wars conflict conflicts wartime fighting hostilities; \
    mission missions operation operations peacekeeping peacekeeper peacekeepers contingent \
    contingents; displaced displacement refugee refugees uprooted fled flee fleeing exile escape \
    escapes escaped escaping; town towns city cities municipality municipalities village \
    villages; business businesses entrepreneur entrepreneurs entrepreneurship enterprise \
    enterprises company companies firm firms; cost costs expense expenses fee fees price prices; \
    legal lawyer lawyers law laws counsel attorney; testify testifies testified testifying \
    testimony evidence witness witnesses; abroad foreign overseas; court courts tribunal \
    tribunals; judge judges magistrate magistrates; police policing; shelter shelters refuge \
    refuges house houses safehouse hostel lodging accommodation housing; weapon weapons arms gun \
    guns firearm firearms rifle rifles; combatant combatants fighter fighters; health medical \
    clinic clinics hospital hospitals; child children; mediator mediators mediation negotiator \
    negotiators negotiation negotiations negotiate negotiating; program programs programme \
    programmes scheme schemes; hotline helpline; staff employee employees personnel workforce \
    official officials; support supports supported supporting help helps helped helping assist \
    assists assistance aid backing; increase increases increased increasing expand expands \
    expanded expanding expansion grow grows growing raise raises raised enlarge widen broaden \
    double doubles doubled; reduce reduces reduced reducing reduction reductions cut cuts cutting \
    decrease decreases trim trimmed lower lowers lowered shrink; close closes closed closing \
    closure end ends ended ending stop stops stopped cease ceases discontinue discontinued cancel \
    cancelled terminate terminated; monitor monitors monitored monitoring track tracks tracked \
    tracking; data statistic statistics; complaint complaints grievance grievances; country \
    countries nation nations; start starts started starting begin begins began begun; \
    organization organizations organisation organisations association associations group groups \
    circle circles panel panels; farmer farmers farm farms farming agriculture agricultural \
    grower growers; broadcaster broadcasters broadcast broadcasting radio station stations; \
    reporter reporters journalist journalists press newsroom; mine mines landmine landmines \
    demining minefield minefields; pregnant pregnancy expectant; border borders frontier \
    frontiers; veteran veterans servicewoman servicewomen; indigenous inuit aboriginal; buy buys \
    bought purchase purchases procure procures procurement acquire acquires; youth young; school \
    schools education educational; trafficking trafficker traffickers trafficked; develop \
    develops developed developing design designs designed prepare prepares prepared draft drafts \
    drafted write writes written; improve improves improved improving improvement strengthen \
    strengthens strengthened strengthening enhance enhances enhanced; protect protects protected \
    protecting protection; participate participates participation participating involve involves \
    involvement involving engage engages engagement inclusion; leader leaders leadership; vehicle \
    vehicles truck trucks car cars; ship ships vessel vessels boat boats; annual annually yearly; \
    update updates updated updating revise revises revised revision modernize modernizes; \
    strategy strategies roadmap; agreement agreements arrangement arrangements memorandum accord; \
    rule rules policy policies directive directives; website portal online web; survey surveys \
    questionnaire poll; compensate compensation reparation reparations redress; prosecute \
    prosecutes prosecution prosecutions prosecutor prosecutors; investigate investigates \
    investigation investigations investigator investigators inquiry detective detectives; \
    reproductive maternal maternity obstetric midwife midwives midwifery contraception \
    contraceptive contraceptives prenatal; harassment bullying misconduct; equipment gear kit \
    kits; disarm disarms disarmament demobilization; emergency emergencies crisis crises disaster \
    disasters; humanitarian relief; scholarship scholarships bursary bursaries fellowship \
    fellowships; network networks; nurse nurses midwife midwives doctor doctors physician \
    physicians; patrol patrols watch; truce truces ceasefire ceasefires armistice; treaty \
    treaties convention conventions pact pacts; envoy envoys delegate delegates delegation \
    delegations representative representatives emissary; diplomat diplomats diplomatic diplomacy \
    ambassador ambassadors; embassy embassies consulate consulates consular; travel travels \
    travelled travelling trip trips journey journeys voyage voyages; ticket tickets fare fares \
    airfare; interpreter interpreters interpretation translator translators translation translate \
    translated; prison prisons jail jails detention penitentiary correctional corrections; \
    prisoner prisoners inmate inmates detainee detainees; soldier soldiers troop troops military; \
    kill kills killed killing murder murders murdered homicide femicide; threat threats threaten \
    threatens threatened danger dangerous menace menaced peril intimidated; hostage hostages \
    kidnap kidnapped kidnapping abduct abducted abduction; counselling counsellor counsellors \
    therapy therapist therapists psychological psychosocial psychologist psychologists mental; \
    food meal meals nutrition ration rations; hunger famine starvation; water wells sanitation \
    hygiene latrine latrines; salary salaries wage wages payroll remuneration; loan loans credit \
    microcredit; trader traders vendor vendors merchant merchants seller sellers; teacher \
    teachers instructor instructors trainer trainers professor professors tutor tutors; student \
    students pupil pupils learner learners; exam exams examination examinations; telephone \
    telephones phone phones; remote isolated rural outlying; north northern arctic; coast coasts \
    coastal shore shores shoreline shorelines maritime marine sea seas seaside; port ports \
    harbour harbours harbor harbors dock docks pier piers; door doors gate gates entrance \
    entrances; partition partitions divider dividers curtain curtains; private separate separated \
    enclosed secluded; sleep sleeping dormitory dormitories bed beds; mother mothers parent \
    parents; elder elders elderly older seniors; disability disabilities disabled; migrant \
    migrants newcomer newcomers immigrant immigrants; parliament parliamentary legislature \
    assembly; parliamentarian parliamentarians legislator legislators lawmaker lawmakers; \
    committee committees commission commissions board boards council councils taskforce; chair \
    chairs chaired preside presides chairperson; unit units branch branches division divisions \
    directorate directorates bureau bureaus; team teams crew crews squad squads brigade; roster \
    rosters register registers registry registries directory directories database databases \
    inventory; record records file files dossier dossiers; newsletter newsletters bulletin \
    bulletins; exhibition exhibitions exhibit exhibits; prize prizes award awards medal medals; \
    competition competitions contest contests; volunteer volunteers reservist reservists; \
    applicant applicants application applications apply applies candidate candidates candidacy; \
    career careers promotion promotions advancement; childcare daycare nursery nurseries creche; \
    uniform uniforms clothing clothes garment garments vest vests; aircraft plane planes airplane \
    helicopter helicopters flight flights; driver drivers chauffeur chauffeurs convoy convoys; \
    warehouse warehouses depot depots storage stockpile stockpiles; goods supplies item items \
    material materials; seed seeds crop crops; livestock cattle herd herds; \
    college colleges university universities academy academies; literacy reading; legislation \
    statute statutes; ban bans banned prohibit prohibits prohibited prohibition forbid forbids \
    forbidden outlaw; penalty penalties punish punished punishment sanction sanctions; arrest \
    arrests arrested apprehend; crime crimes criminal offence offences offender offenders \
    perpetrator perpetrators; hearing hearings trial trials proceedings; corruption bribery bribe \
    fraud; conduct behaviour discipline disciplinary ethics; rebuild rebuilds rebuilt rebuilding \
    reconstruction restore restored restoration recovery; prevent prevents prevented prevention \
    preventing avert deter; answer answers answered reply replies replied respond responds \
    responded response responses; alert alerts alarm alarms warning warnings; extremism extremist \
    extremists terrorism terrorist terrorists radicalization; digital electronic internet cyber \
    computer computers; rumour rumours misinformation disinformation propaganda; explosive \
    explosives ordnance bomb bombs munition munitions ammunition; medicine medicines drug drugs \
    pharmaceutical; livelihood livelihoods income incomes job jobs employment earnings; trade \
    trades commerce commercial; cooperative cooperatives coop coops; consult consults consulted \
    consultation consultations feedback listen listens listened; analysis analyses analyze \
    analyse analyst analysts analytical; mentor mentors mentored mentoring mentorship sponsor \
    sponsors sponsorship buddy; intern interns internship internships apprentice apprentices \
    apprenticeship placement placements; alliance alliances coalition coalitions partnership \
    partnerships; cooperate cooperates cooperation collaborate collaborates collaboration \
    coordinate coordinates coordinated coordination liaise liaison jointly joint together; donor \
    donors contributor contributors philanthropy; visit visits visited inspect inspects inspected \
    inspection inspections tour tours; contract contracts tender tenders supplier suppliers; \
    lease leases leased rent rents rented rental landlord landlords; repair repairs repaired \
    renovate renovated renovation refurbish refurbished maintenance refit refits; road roads \
    route routes highway highways; relocate relocated relocation relocating resettle resettled \
    resettlement; safe safer safety safely secure secured secures; equal equality parity equity \
    equally; election elections electoral elect elected vote votes voter voters voting ballot \
    ballots; religion religious faith church churches mosque mosques imam imams cleric clerics; \
    artist artists theatre music song songs culture cultural; memorial memorials monument \
    monuments museum museums; burial burials grave graves exhume exhumed; marriage marriages \
    wedding weddings marry married; rescue rescues rescued rescuing salvage; sailor sailors \
    seafarer seafarers mariner mariners; withdraw withdraws withdrew withdrawn withdrawal pull \
    pulled remove removes removed removal; approve approves approved approval authorize \
    authorizes authorized authorization endorse endorses endorsed; announce announces announced \
    announcement declare declares declared proclaim unveil unveils unveiled; provide provides \
    provided providing provision offer offers offered offering deliver delivers delivered \
    delivery supply supplied give gives gave given giving distribute distributes distributed \
    distribution furnish; receive receives received receiving obtain obtains obtained; select \
    selects selected selection choose chooses chose chosen choosing pick picks picked; attend \
    attends attended attendance attendee attendees participant participants; ask asks asked \
    asking request requests requested; defender defenders activist activists advocate advocates \
    campaigner campaigners; camp camps encampment encampments; lamp lamps light lights lighting \
    lit streetlight; night nights evening evenings overnight nightly; bus buses shuttle shuttles \
    transport transports transportation; notice notices poster posters; film films video videos \
    documentary; speech speeches lecture lectures; disclosure whistleblower whistleblowers; \
    forensic forensics autopsy; custom customs tariff tariffs; tax taxes taxation levy levies; \
    household households home homes; neighbour neighbours neighbourhood neighbourhoods neighbor; \
    forest forests woodland; fish fishing fisher fishers fishery fisheries; border crossings \
    checkpoint checkpoints; identity identification; birth births newborn newborns infant infants \
    baby babies; toilet toilets washroom washrooms; stove stoves firewood fuel; tent tents \
    tarpaulin; blanket blankets bedding mattress mattresses; tribe tribes tribal clan clans; \
    youth adolescent adolescents teenager teenagers teen teens; dropout dropouts; curriculum \
    syllabus; classroom classrooms; library libraries bookmobile; scholar scholars academic \
    academics researcher researchers; statistician demographer; satellite satellites; drone \
    drones; sensor sensors camera cameras; barrier barriers obstacle obstacles hurdle hurdles; \
    gap gaps shortfall shortfalls shortage shortages; delay delays delayed postpone postponed; \
    renew renews renewed renewal extend extends extended extension prolong; pledge pledges \
    pledged promise promises promised vow; invest invests invested investment investments; \
    allocate allocates allocated allocation allocations earmark earmarked; audience audiences \
    listener listeners; disease diseases illness illnesses infection; vaccine vaccines \
    vaccination immunization; surgery surgeon surgeons surgical; ambulance ambulances paramedic \
    paramedics; wound wounds wounded injury injuries injured; amputee amputees prosthetic \
    prosthesis; widow widows bereaved; torture tortured torturing; slavery enslaved servitude; \
    genocide atrocity atrocities massacre massacres; reconcile reconciled reconciliation dialogue \
    dialogues; disarm disarmed; surrender surrendered; smuggle smuggler smugglers smuggling \
    contraband; piracy pirate pirates; occupy occupied occupation; siege blockade blockades; \
    bombardment shelling airstrike airstrikes; corridor corridors passage passages; monitor \
    observers observer observe observes observed observing; mandate mandates mandated; quota \
    quotas; promote promotes promoted; retain retains retained retention; retire retires retired \
    retirement pension pensions; resign resignation resignations attrition departures; diploma \
    diplomas certificate certificates certification credential credentials accreditation; licence \
    licences license licensed permit permits; visa visas; language languages linguistic \
    bilingual; mediation talk talks peacemaker peacemakers peacemaking
    """
}

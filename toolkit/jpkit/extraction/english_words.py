"""English words by what they do in a phrase: the closed lists that stand in for a part-of-speech tagger.

Lower case. A word in no list is taken for what its ending says, else for a noun. What belongs here
is a word that an editor would strike out of the glossary of any tech blog, or that misleads a rule.
"""

# fmt: off


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION = _words(
    """
    a about above abroad across after afterwards again against ago ahead ain aka al alike all almost
    along already also although altogether always among amongst amount amounts an and another any
    anybody anymore anyone anything anyway anywhere apart apr april are aren around as aside at aug
    august away back be because been before beforehand behind being below beneath beside besides between
    beyond billion bit bits both but by can cannot cheers congratulations could couldn couple course day
    days dear dec december despite did didn do does doesn doing don done down dozen dozens dubbed due
    during e.g each eg eight either eleven else elsewhere enough et etc even ever every everybody
    everyone everything everywhere example examples except fact far feb february few fewer first five
    for forever forth four fri friday from furthermore had hadn half halfway has hasn have haven having
    he hello hence her here herein hers hey hi him his hour hours how however hundred hundreds i i.e ie
    if in inside instead into is isn it its itself jan january jul july jun june just kind kinds lack
    last later latter least less let lets like little ll lot lots majority many mar march may maybe me
    means meanwhile might million millions mine minute minutes moment mon monday month months more
    moreover most much must my myself n/a near neither never next nine no nobody none nor not nothing
    nov november now nowhere number numbers oct october of off often oh ok okay on once one ones only
    onto or other others otherwise our ours ourselves out outside over overnight own past per perhaps
    please plenty pm quite rather re reason reasons respect respectively rest same sat saturday second
    sense sep sept september seven several shall she should shouldn since six so some somebody someone
    something sometimes somewhere soon sort sorts still such sun sunday tbd ten than thanks that the
    their theirs them themselves then there thereby therefore thereof these they thing things third this
    those though thousand thousands three through throughout thu thursday thus time times to today todo
    together tomorrow too toward towards tue tuesday twelve twice two under underneath unless until up
    upfront upon us usually variety ve versus very via vs was wasn way ways we wed wednesday week weeks
    welcome well were weren what whatever whatsoever when whenever where whereas wherein wherever
    whether which while whilst who whom whose why will with within without won words would wouldn wow
    year years yes yesterday yet you your yours yourself yourselves
    """
)
"""Ends a phrase: articles, pronouns, prepositions, conjunctions, auxiliaries, counts, dates, chat."""

SHOUTED = frozenset(word.upper() for word in FUNCTION if len(word) > 3) | _words("AND BUT FOR NOT NOW ONE TWO")
"""What is in capitals to be heard, and no acronym as IT and WHO are."""

MODAL = _words(
    """
    can cannot could couldn did didn do does doesn don he i it let lets may might must please shall she
    should shouldn that they we which who will won would wouldn you
    """
)
"""After these (and adverbs) comes a verb."""

VERBS = _words(
    """
    accelerate accept accompany accomplish achieve acknowledge acquire act adapt add adhere adjust admit
    adopt advise affect afford agree aim alleviate allocate allow alter amend analyse analyze annotate
    announce anticipate appear append apply appreciate approve argue arise arrange arrive ascertain ascribe ask
    assemble assert assess assign assist associate assume assure attach attain attempt attend attract
    authenticate authorize automate avoid await bake bear become beg begin behave believe belong bind
    blame boast boost break bring broaden buy calculate carry catch cause cease choose circumvent cite
    clarify coincide collaborate collect combine come commence communicate compare compel compete
    compile complain complete comply compose comprise concatenate concentrate concern conclude condense
    configure confine confirm conform connect consider consist consolidate constitute consult consume
    contain contend continue contradict contribute convert convey coordinate cope correlate correspond
    cost cover crave create crush customize cut deal decide declare decompose decouple decrease dedicate
    deduce deem deepen defer define defy degrade delete delineate deliver demonstrate denote deny depart
    depend depict deplete deploy deprecate depreciate derive describe designate destroy detach detect
    deteriorate determine detract develop deviate devise diagnose dictate differ disable disagree
    disambiguate disappear disapprove discard discern disclose discourage discover discuss dismantle
    dismiss display dispose disrupt dissect dissolve distinguish distribute dive diverge divide do draw
    drive drop dub earn eat educate elaborate elect elevate elicit eliminate elucidate elude emanate
    embark embarrass embed embody embrace emerge emit emphasize employ empower emulate enable enact
    encapsulate encode encompass encounter encourage encrypt endure enforce engage engender enhance
    enjoy enlarge enlighten enrich ensure entail enter entertain enumerate envision equate equip
    eradicate erase establish evade evaluate evolve exacerbate examine exceed excite exclude execute
    exempt exert exhaust exhibit exist expand expect expedite experiment expire explain explode exploit
    explore expose express extend extract extrapolate facilitate fail fall falter fasten feel figure
    fill find finish fit fluctuate focus follow foresee forget forgo formulate foster frighten fuel
    fulfil fulfill fuse gain garner gather generate get give glean go govern grant grapple grow
    guarantee guess happen harass harm hate heighten hesitate hide hinder hire hit hold hope hurt
    identify ignore illustrate imagine imitate impair impede implement implicate imply impose impress
    improve include incorporate increase incur indicate infer inflict inform infringe inhabit inherit
    inhibit initiate inject injure inquire insert insist inspect inspire install instantiate instill
    instruct integrate intend interact intercept interconnect interfere interleave interpolate interpret
    intertwine intervene introduce invalidate invent invest investigate invoke involve irritate isolate
    iterate join justify juxtapose keep kick kill know lay lead leap learn leave lend lessen leverage
    lie lift linger listen locate look lose love lower maintain make manage manipulate mean measure meet
    mention migrate mimic minimize mitigate modify motivate move multiply mutate navigate necessitate
    negate neglect negotiate nest notice obey oblige obscure observe obtain obviate occupy occur offend
    offer omit open operate oppose opt optimize orchestrate organize originate oscillate oust outline
    outperform outweigh overcome overhear overlap overlook override oversee overwhelm overwrite pack
    partake participate pass perceive perform permit perpetuate persist persuade pertain pervade pick
    pinpoint ponder populate portray pose posit possess postpone praise precede preclude predict
    predispose prefer prepare prepend prescribe preserve presume pretend prevent print proceed procure prohibit
    prolong promote propagate propose protect prove provide provision publish punish pursue put qualify
    quell quit radiate raise reach react read realize reassign rebuild recall receive reckon reclaim
    recognize recommend reconcile reconstruct recover recreate recur redeploy redirect reduce refactor
    refer refine reflect refrain refute regain regard register regret reinforce reject rejoice relate
    relieve rely remain remediate remember remind remove rename render renew renounce rent reorder
    repeat replace represent repress reproduce require rescue resemble reside resist resolve respond
    restore restrict restructure resume retain retire retrieve retry reuse reveal revert revolve rewrite
    rid rise satisfy save say scare scroll see seek seem select sell send separate serve sharpen shrink
    sign simplify simulate sit skip slide solve span spawn speak specify speed spend spin split spread
    stand stare stay steer stick stipulate streamline strengthen stretch strive stumble subdue submerge
    subscribe subside substitute subsume subtract succeed suffer suffice suggest suit summarize
    supersede supplant suppose suppress surmount surpass surround survive sustain swap tackle take talk
    tamper teach tear tell tempt tend terminate thank think thrive throw thwart tie tolerate topple
    touch transcend translate transmit transpose traverse treat truncate try turn unblock uncover
    undergo underlie undermine underpin understand undertake undo unfold unify unlock unplug untar unveil
    uphold urge utilize validate vanish vary verify wait walk want warn warrant weaken wear wield win
    wish withdraw withhold withstand wonder worry wrap write yield
    """
)
"""Base forms of verbs; -s, -ed and -ing of them are no nouns either."""

NOT_REGULAR = _words(
    """
    arisen became began begun bought bound broke broken brought built came caught chose chosen dealt
    drawn drew driven drove fallen fell felt forgot forgotten found gave given gone got gotten grew grown
    held hid hidden kept knew known laid led left lent let lost made meant met overridden overrode paid
    put ran read risen said sat saw seen sent shown shut sold spent spoke spoken stood taken taught
    thought threw thrown told took undergone understood went woke won wore worn written wrote
    """
)
"""Irregular forms of verbs; none of them is in a term."""

THIRD_PERSON = _words(
    """
    builds checks computes covers fetches handles helps looks matters needs presents produces reads returns
    runs sees ships shows starts supports uses wants works writes
    """
)
"""Forms in -s of such words that are verbs nearly always: Helm uses charts."""

EITHER = _words(
    """
    abstract access address aggregate answer archive audit back backup benefit block boot branch bridge
    build bundle bypass cache call cap capture chain change check clone code command comment commit
    compute conduct construct contact control copy cost count crash cycle date debug default delay
    demand deploy design detail discharge download dump echo edit end escape estimate exchange
    experience exploit export feature feed fetch field file filter fix flag flow force fork format
    forward freeze function gate group guide handle harness hash help highlight host hunt image impact
    import indent index interface interrupt invite issue label land launch layer lease level limit link
    list load lock log loop map mark mask match matter merge mesh mirror mix mock model monitor mount
    name need network note number offset order output overload package page parse patch path pay phase
    pin pipe place plan play plug point poll pool port post prefix present process produce profile
    program project prompt proxy pull push query queue quote range rank rate read recap record relay
    release repair replay report request research reset rest restart result return review risk roll
    rollback root rotate route rule run sample scale scan scatter schedule scope score script search
    secure set setup shake shape share shell shift show sign signal sleep snapshot sort source space
    squeeze stack stage start state step stop store stream stress strip structure style subject submit
    supply support surface sweep switch sync tag target task test token trace track trade train transfer
    transform transition trigger trim trust tune twist type unit update upgrade upload use value view
    visit voice watch wipe work zip
    """
)
"""Nouns that are verbs after "to", a modal or a pronoun, and before an article."""

RATHER_VERBS = _words("default flow match need result return run set start stop trigger update work")
"""Of these, what are verbs after a plural that may be a verb, too: scripts run, but values file."""

WEAK = _words(
    """
    able actual additional aforementioned alternative applicable appropriate available aware bad based
    basic beautiful best better big brief broad broken business-critical called capable careful central
    certain cheap clean clear close common comparable compatible complete complex comprehensive
    consistent convenient cool correct costly critical current daily dedicated desired detailed
    different difficult direct diverse earlier early easier easiest easy effective efficient entire
    equal equivalent essential exact excellent existing expensive explicit extensive extra extreme
    familiar famous fast faster favorite final fine flexible following former free frequent fresh
    friendly full fundamental further future general given good great greater greatest half handy happy
    hard harder healthy heavy helpful high higher highest huge ideal identical immediate important
    impossible incoming incorrect independent individual inevitable initial interested interesting
    internal involved key known large larger largest late latest leading left likely limited long longer
    low lower lowest main major maximum meaningful mindful minimal minimum minor missing modern monthly
    multiple named narrow necessary new newer newest nice noisy normal notable novel numerous obvious
    odd official old older optional ordinary original outgoing overall partial particular perfect
    personal popular possible potential powerful practical precise preferred present previous primary
    principal prior prone proper pure quick rapid ready real reasonable recent recommended redundant
    related relative relevant remaining renamed required respective responsible rich right rigid robust rough
    safe satisfied serious severe sharp short shorter significant similar simple simpler simplest single
    slight slow slower small smaller smallest so-called sole solid special specific stable standard
    straightforward strict strong successful sudden sufficient suitable superior supported sure
    surprising tedious temporary tough traditional tricky true typical ultimate unable unclear
    underlying unexpected unique unknown unlike unlikely unnecessary unreliable upcoming upper used
    useful user-friendly usual valid valuable various vast very viable visible vital weak weekly
    well-known whole wide wider willing wonderful worth wrong yearly young
    """
)
"""Stripped from the start of a phrase: they say how a thing is, not which thing it is."""

GENERIC = _words(
    """
    ability abstract access account acronym action activity addition address adoption advantage
    ambiguity analogy app appendix application approach area article aspect attention author awareness
    background basis beginning behavior benefit block blog book building capability case category caveat
    challenge chance change chapter characteristic choice click code collection column combination
    command community company component computer concept concern conclusion condition confidence
    configuration consequence consideration constraint consumer content context contrast contribution
    control copy cost creation customer danger data date deal decision decrease default definition
    demand description design detail developer development difference difficulty direction discipline
    discussion distinction document documentation drawback duration ease effect effort element end
    engineer entry environment error event experience expert explanation extent factor failure fashion
    feature feedback field figure file flag flow folder following form format foundation function
    functionality future gap goal group growth guide guideline hand hassle head help hint history home
    hurdle idea image impact implementation importance improvement increase industry info information
    input insight instance instruction interest intro introduction issue item job journey key knowledge
    language layer learning length level life limit limitation line link list location logic look
    machine maintenance manner matter mean mechanism member message method mind mistake model motivation
    movement name nature need note object obstacle open operation operator opportunity option order
    organization others outcome output overview owner page paragraph part party path pattern people
    percentage performance period person phase piece place plan point popularity portion position
    possibility post power practice prerequisite price principle problem procedure process product
    program progress project property proposal provider purpose quality question range rate reader
    reduction reference region relation relationship release representation request requirement resource
    respect response responsibility result review risk role room rule run scale scenario scope screen
    screenshot section sector series server service set setting setup shape share side sign site
    situation size skill solution source space speed stage standards start state statement status step
    story strategy strength structure stuff style subject subset success suggestion summary support
    synonym system table task team technique technology term test text theme tip title today tool top
    topic trade traffic trend trick trouble truth tutorial type understanding unit usage use user value
    vendor version view want website word work world write year
    """
)
"""In the singular. No key term by itself, but a good part of a longer one: service, case, model."""

ADJECTIVES = _words(
    """
    absolute abstract accessible accurate adequate adjacent agile all-in-one appropriate backward
    bespoke cloudy complicated concrete consistent constant corporate day-to-day deep dense dependent
    discrete distinct dominant dubious efficient elegant end-to-end ephemeral false heavy-duty human
    hybrid idle immediate immutable inherent inner instant intermediate intricate lean loose mature
    mobile modest mutable neat offline online out-of-the-box outer peer-to-peer permanent persistent
    point-to-point private profound prominent random raw real-time redundant relevant reluctant remote
    sad scarce secure separate sheer side-by-side smart sophisticated sparse stale standard
    state-of-the-art steady stiff swift tight tiny transparent turbulent up-to-date vibrant
    """
)
"""Begin a term and do not end one; so does a word with one of ADJECTIVE_ENDINGS."""

COMPOUND_TAILS = _words("first grade level like only purpose scale side style wise")
"""Last parts of compounds that say how a thing is: read-only file, server-side code, large-scale test."""

MEASURES = _words("day fold hour minute month percent second time week year")
"""Behind a number they say how long or how much, and not of which kind."""

NOT_ADJECTIVES = _words(
    """
    alternative analytic appraisal approval archive arithmetic arrival automotive beneficiary binary
    boundary cable callable canary capital clinic comic commentary credential critic debian deliverable
    denial derivative diagnostic diary dictionary directive dive documentary drive elastic epic
    executable executive fabric fanatic finish fish five glossary goal graphic guardian heuristic hive
    incentive initiative interval iterable journal library live logic magic manual material mechanic
    metal metric music narrative native objective observable panic parish perspective polish portal
    potential primitive principal proposal referral removal rental representative retrieval runnable
    salary serverless signal statistic summary survival table terminal timetable topic total traffic
    trial tutorial variable vocabulary wireless
    """
)
"""Nouns with the endings of adjectives."""

NOT_VERBS = _words(
    """
    concise enterprise exercise expertise franchise likewise merchandise netlify noise otherwise oversize
    paradise praise precise premise prize promise raise resize rise shopify size spotify surprise wise
    """
)
"""Words with the endings of verbs in VERB_ENDINGS that are none."""

ING_NOUNS = _words(
    """
    accounting auto-scaling autoscaling backing bagging balancing banking batching billing binding
    binning boosting branching building caching ceiling chunking clustering computing consulting crawling
    debugging decoding embedding embeddings encoding engineering filtering fine-tuning forecasting gaming
    handling hardening healing hosting housekeeping indexing ingesting labeling labelling landing
    learning load-balancing logging mapping marketing messaging mining modeling modelling monitoring
    multi-tasking multithreading networking onboarding operating packaging padding pairing parsing
    patching peering ping pipelining planning polling pooling pricing processing profiling programming
    provisioning proxying publishing queueing queuing ranking reading recruiting rendering reporting
    rolling routing sampling scaling scheduling scraping self-healing settings sharding shopping sibling
    signing spring staging stemming streaming string templating testing theming threading throttling
    tiering tokenizing tracing trading training tuning versioning warehousing warning writing
    """
)
"""Words in -ing that are nouns, or begin compounds: operating system, rolling update, load balancing."""

LY_NOUNS = _words(
    """
    anomaly assembly butterfly family fly monopoly multiply plotly reply supply webassembly
    """
)
"""Words in -ly that are no adverbs."""

COMPOUND_ADVERBS = _words(
    """
    dynamically fully globally highly locally loosely statically strongly tightly weakly
    """
)
"""Adverbs that stand in terms before a participle: loosely coupled architecture."""

NOT_PLURAL = _words(
    """
    access aiops aks alias analysis analytics apparatus atlas aws axis baas basis bias bonus bus caas
    campus canvas census centos chaos chatops consensus corpus cors cosmos crisis css cypress daas
    dataops dbaas devops devsecops diagnosis dns docs dynamics economics ecs eks electronics emphasis
    ethics ethos express faas finops focus gas gcs genius genomics gitops gps graphics headquarters https
    hypothesis iaas informatics ios jboss jenkins js kaas keras kubernetes kudos lens linguistics
    logistics macos mathematics maths means mechanics mkdocs mlops mtls nas nats news noops oasis ops os
    paas pandas physics politics postgres prometheus radius rails rds redis robotics ros saas sales sas
    sass secops semantics series sms sns sops species sqs statistics status stimulus synthesis sysops
    thesis tls travis tvos virus vs windows wordpress xaas
    """
)
"""Words in -s that are singular, or names, where the ending does not tell."""

PLURALS = _words(
    """
    apis apps backdrops backstops caps cpus crops desktops drops emojis emus gaps gpus laptops loops maps
    menus props shops skus steps stops taxis tpus wikis workshops
    """
)
"""Plurals whose endings look singular."""

SINGULARS = {
    "aches": "ache", "analyses": "analysis", "apis": "api", "appendices": "appendix", "axes": "axis",
    "buses": "bus", "caches": "cache", "children": "child", "cis": "ci", "clis": "cli",
    "cookies": "cookie", "cpus": "cpu", "crises": "crisis", "criteria": "criterion", "dbs": "db",
    "diagnoses": "diagnosis", "echoes": "echo", "emojis": "emoji", "emus": "emu", "gases": "gas",
    "gpus": "gpu", "guis": "gui", "halves": "half", "headaches": "headache", "heroes": "hero",
    "hypotheses": "hypothesis", "ids": "id", "indices": "index", "leaves": "leaf", "lives": "life",
    "matrices": "matrix", "men": "man", "menus": "menu", "mice": "mouse", "movies": "movie",
    "niches": "niche", "parentheses": "parenthesis", "phenomena": "phenomenon", "pies": "pie",
    "potatoes": "potato", "prs": "pr", "quizzes": "quiz", "selfies": "selfie", "shelves": "shelf",
    "skus": "sku", "syntheses": "synthesis", "taxis": "taxi", "theses": "thesis", "ties": "tie",
    "tomatoes": "tomato", "tpus": "tpu", "uis": "ui", "uris": "uri", "vertices": "vertex",
    "vetoes": "veto", "vms": "vm", "wikis": "wiki", "wolves": "wolf", "women": "woman",
    "zombies": "zombie",
}
"""Plurals that no rule undoes."""

ADJECTIVE_ENDINGS = ("al", "ic", "ous", "able", "ible", "ive", "ful", "less", "ary", "ian", "ish", "wide")

VERB_ENDINGS = ("ize", "ise", "ify", "yze", "yse")

ORDINARY_ENDINGS = (
    "tion", "sion", "ment", "ity", "ness", "ance", "ence", "ship", "ing", "able", "ible", "ous",
    "ive", "ism", "ed", "ics",
)
"""Endings of words that are no names."""

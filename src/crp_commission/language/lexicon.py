"""Word lists for reading clauses: data, shared by every ruleset because they belong to English, not to a theme.

Each entry is a phrase in the phrase language of ``terms``: words match in any inflection, ``=word`` only in that
form, ``(a|b)`` is a choice and ``~3`` a gap of up to three words.
"""

from __future__ import annotations

DUTY = (
    "=shall", "=must", "=will", "(=is|=are|=be) (required|obliged|bound|liable|=under) to", "(=is|=are) to",
    "(=is|=are|=be|=remains|=remain) (responsible|accountable) for", "(has|have) a (legal|statutory|contractual)? (duty|obligation|responsibility) to",
    "(is|are) under a duty", "(undertakes|undertake|agrees|agree|commits|commit|covenants|guarantees|guarantee) ~1 (to|that)",
    "(=has|=have) to", "(needs|need) to", "(=is|=are) entitled to", "(has|have) (a|the) right (to|of)", "(may|can) ~2 at any time",
    "(is|are) (obligatory|mandatory|compulsory)", "(it is|=is) a (requirement|condition) (of|that)", "(is|are) (not)? (allowed|permitted) to",
    "(requires|require) (the|all|every|each|its|their|our) ~2 to", "(=is|=are) (forbidden|prohibited|barred|banned)",
    "may not", "(ensures|ensure) that", "=cannot", "can (always|also)? (ask|choose|say|complain|talk|see|refuse|stop|have|bring|get|challenge|appeal)",
)

AIM = (
    "=should", "=could", "=might", "=may", "=would", "ought to", "(aims|aim|aiming|aimed) (to|at|for)", "(seeks|seek|seeking) to",
    "(endeavours|endeavour|endeavors|strive|strives|attempts|attempt|hopes|hope) (to|that)", "(best|reasonable|all reasonable) endeavours",
    "(is|are|be) (expected|encouraged|invited|hoped|intended|advised|minded) (to|that|for)?", "(expects|expect|wants|wish|wishes|want|hopes|encourages|encourage|would like|intends|intend|plans|anticipates) (the|all|its|their|providers|provider|bidders|children|young)? ~3 (=to|=that)",
    "(is|are) (committed|dedicated) to", "(commitment|aspiration|ambition|vision|ethos|desire|willingness) (to|of|is|for|that)", "work towards", "working towards", "we want",
    "(=believes|=believe|=values|=value|=recognises|=recognise|=acknowledges|=wants|=wish|=wishes|=hopes)", "(consideration|thought|regard) ~2 (given|had)",
    "(have|has|having|pay|paying) (due)? regard to", "(proposed|proposal|proposes|intention) to", "in due course", "would (expect|hope|like|welcome)", "good practice",
    "it is (hoped|expected|envisaged|intended|anticipated)", "to be (developed|agreed|determined|decided|considered|explored)", "(encourage|encourages|encouraging) (child|young|all|them|provider|bidder|participation)", "(explore|consider|considers|exploring|considering) (how|whether|ways|the|using|setting)",
)

HEDGE = (
    "(wherever|where|when|whenever|if|as) (it is|this is|they are)? (possible|appropriate|practicable|practical|feasible|necessary|needed|relevant|resources allow|resources permit|able|deemed)",
    "as (appropriate|necessary|required|needed)", "(so|as|insofar) (far)? as (is)? (it is)? (reasonably)? (practicable|possible|staffing|resources|practical)",
    "subject to (the)? (resources|funding|budget|availability|capacity)", "(considers|considered|deems|deemed|thinks|sees|judges|thought) (it|them|this|that)? (is|to be)? (appropriate|fit|suitable|necessary)",
    "at (its|their|the) ~2 discretion", "reasonable endeavours", "best endeavours", "if (time|resources|capacity|funding|staffing) ~2 (allows|allow|permits|permit)",
    "(normally|ordinarily|generally|typically|usually)", "seek to", "endeavour to", "aim to", "try to", "strive to", "be encouraged to", "be invited to", "consideration be given", "may wish to", "in principle",
)

BOUNDED = (
    "(decide|decided|decides|determine|determined) ~3 (test|criteria|annex|schedule|appendix)", "(each|every|any) (case|refusal|use|such|instance|occasion|exception|decision) ~8 (record|write|note|log|report|review)",
    "(record|write|note|log) ~4 (reason|why|case|refusal|decision|each|one|every)", "(is|being) for the ~4 to decide", "(reason|reasons) ~3 (recorded|written|noted|logged|given in writing)",
    "(recording|noting|logging|reporting) (each|every|why|the reasons)",
)

NEGATION = (
    "=not", "=never", "=no", "=nor", "=neither", "=none", "=nobody", "=nothing", "=without", "=cannot", "no one", "=won't", "=don't", "=doesn't", "=isn't", "=aren't",
    "=nowhere", "(=is|=are|=be) (forbidden|prohibited|barred|banned|precluded)", "(fails|fail|failure|refuse|decline|declines|declined) to", "rather than", "instead of", "other than", "no longer", "(has|have|had) (yet)? not",
)

NOT_NEGATION = (
    "(=no|=not) (later|less|fewer|more|longer|weaker|lower|sooner|earlier) than", "not only", "(at|=no) (=no)? (cost|charge)", "whether or not", "(no|not) (exceed|exceeding|limited)", "without (delay|notice|charge|warning|cost|being asked|having to|an appointment|exception|prejudice)",
    "not employed (by|in)", "(=no|=not) (part|connection|role) (in|with|of)", "no matter", "not (just|merely|simply)", "no (doubt|wrong door)", "no less", "(if|where) not", "did not know", "do not (use|speak|attend|come|want|have|like)", "who (do|does|did|have|has|are|is) not", "whose ~3 (=not|=no)", "not for profit", "not-for-profit", "not (at|in) (school|education|work)", "those not",
)

CONDITION = ("=unless", "=until", "=without", "(before|till|except) (=after|=when)?")

EXCEPTION = (
    "=except", "save (that|where|in|for|as|when|if)", "=excepting", "=excluding", "provided that", "apart from", "with the exception of", "(does|do|shall|will|is|are) not (apply|extend|available)",
)

PAST = (
    "=was", "=were", "(=has|=have|=had) been", "(=has|=have|=had) (now|also|already|recently|each|all|both)? (=met|=taken|=given|=spoken|=told|=asked|=seen|=heard|=made|=shown|=found|=done|=held|=come|=changed|=identified|=developed|=undertaken|=completed|=carried|=worked|=said|=helped|=shaped|=informed|=gone|=fallen|=risen|=become)",
    "=said", "=told", "=asked", "=heard", "=spoke", "=met", "=took", "=gave", "=found", "=held", "=made", "=wrote", "=chose", "=drew", "=saw", "=went", "=came", "=led", "=ran", "=sat", "=felt", "=showed", "=reported",
    "=wanted", "=talked", "=visited", "=interviewed", "=surveyed", "=consulted", "=completed", "=attended", "=helped", "=changed", "=rose", "=fell", "=dropped", "=stood", "=received", "=identified", "=responded", "=replied", "=described",
    "=had", "=did", "=became", "=began", "=used", "=worked", "=agreed", "=decided", "=developed", "=designed", "=tested", "=published", "=undertook", "=carried", "=filled", "=put", "=added", "=named", "=scored", "=raised", "=explained", "=suggested",
)

PRESENT = (
    "=is", "=are", "=has", "=have", "=does", "=do", "=holds", "=hold", "=meets", "=meet", "=attends", "=attend", "=takes", "=take", "=gives", "=give", "=asks", "=ask", "=sees", "=see", "=tells", "=tell", "=keeps", "=keep", "=makes", "=make", "=runs", "=run", "=sits", "=sit", "=stands", "=chairs", "=chair",
    "=reports", "=report", "=publishes", "=publish", "=reads", "=read", "=sends", "=send", "=gets", "=get", "=goes", "=go", "=comes", "=come", "=works", "=work", "=writes", "=write", "=records", "=record", "=reviews", "=review", "=checks", "=check", "=decides", "=decide", "=chooses", "=choose", "=leads", "=lead",
    "=offers", "=offer", "=provides", "=provide", "=pays", "=pay", "=bears", "=bear", "=covers", "=cover", "=includes", "=include", "=receives", "=receive", "=remains", "=remain", "=follows", "=follow", "=uses", "=use", "=trains", "=train", "=supports", "=support", "=helps", "=help", "=visits", "=visit", "=talks", "=talk",
    "=speaks", "=speak", "=listens", "=listen", "=responds", "=respond", "=replies", "=reply", "=answers", "=answer", "=acts", "=act", "=monitors", "=monitor", "=ensures", "=ensure", "=requires", "=require", "=needs", "=need", "=knows", "=know", "=learns", "=agrees", "=agree", "=signs", "=sign", "=sets", "=set", "=puts", "=put",
    "=counts", "=count", "=applies", "=apply", "=begins", "=begin", "=starts", "=start", "=ends", "=end", "=stays", "=stay", "=leaves", "=leave", "=looks", "=look", "=shows", "=show", "=says", "=say", "=finds", "=find", "=lets", "=let", "=draws", "=draw", "=carries", "=carry", "=brings", "=bring", "=consults", "=consult", "=involves", "=involve",
    "=collects", "=collect", "=measures", "=measure", "=tests", "=test", "=calls", "=call", "=explains", "=explain", "=shares", "=share", "=samples", "=sample", "=audits", "=audit", "=inspects", "=inspect", "=designs", "=design", "=makes", "=owns", "=own", "=depends", "=turns", "=rests", "=belongs", "=names", "=serves", "=serve", "=treats", "=treat",
    "=treats", "=contains", "=sees", "=rotates", "=elects", "=elect", "=votes", "=vote", "=raises", "=raise", "=posts", "=returns", "=return", "=falls", "=becomes", "=rises", "=employs", "=links", "=joins", "=join", "=welcomes", "=respects", "=listens", "=protects", "=builds", "=matches", "=allows", "=accepts", "=states", "=refers", "=refer",
)

ACTORS = {
    "bidder": ("(bidder|tenderer|applicant|candidate)", "(prospective|potential|interested) (provider|supplier)"),
    "provider": (
        "(provider|contractor|supplier|operator|grantee|organisation|agency|franchisee|home|setting|club|nursery)", "the (service|services|project|scheme|programme|hub|centre|school|trust|charity|partnership|consortium)",
        "=we", "(sub contractor|subcontractor|sub-contractor)",
    ),
    "staff": (
        "(staff|worker|practitioner|employee|manager|keyworker|volunteer|officer|lead|coordinator|counsellor|therapist|nurse|clinician|mentor|tutor|personnel|carer|advocate|supervisor|assistant|foster carer|teacher|librarian|leader|member of staff|caseworker|adviser|advisor)",
        "key worker", "registered (manager|person)",
    ),
    "council": (
        "(council|authority|commissioner|purchaser|client|board|cabinet|director|trust|borough|county|department|partnership|ombudsman|committee|panel|icb|client|customer)", "local authority", "health board", "(head|director|assistant director) of", "contract manager",
    ),
    "parents": ("(parent|carer|family|mother|father|guardian)",),
    "child": ("(child|pupil|student|resident|teenager|adolescent|baby|infant|toddler|youngster|cyp)", "young (person|people|carer|adult|commissioner)", "(care leaver|looked after)", "=they", "=you"),
}

FREQUENCY = (
    "(each|every|per|=a|=once) (day|week|fortnight|month|quarter|term|half-term|half term|year|half-year|contract year|school term|session|review|visit|meeting|six months|three months)",
    "every (other|second|third|two|three|four|five|six|eight|ten|twelve|2|3|4|5|6|8|10|12|18|24) (day|week|month|year|session|meeting)?", "(daily|weekly|fortnightly|monthly|bimonthly|quarterly|termly|half-termly|annually|yearly|six-monthly|biannually|bi-annually|twice-yearly)",
    "(annual|six monthly|half yearly|twice yearly)", "(once|twice|three times|four times|six times|at least once|times) (=a|each|every|per|in) (day|week|fortnight|month|quarter|term|half|year)", "at (each|every) (review|meeting|visit|session|contact|stage|step)", "(at|by|after) the end of (each|every|the) (quarter|year|term|month)",
    "(in|during) (each|every) (quarter|year|term|month|week)", "(six|6|three|3|four|12|twelve) (weekly|monthly)", "before (each|every|any)", "for (each|every) (child|decision|event|session|case|use|incident)", "(times|sessions|days|evenings|hours) a (week|month|term|year|quarter)", "(quarter|month|half year|year) (ends|end)", "on (each|every) (occasion|complaint|referral|move)",
)

DEADLINE = (
    "(within|in|inside|under|after|for) (=a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|#) (working|calendar|school|business|clear)? (day|hour|week|month|minute|year)", "within the (hour|day|week|month|quarter|term|same ~1 day)",
    "(by|before|on|until|from|no later than|not later than|from|since) (the)? (#|end|first|last|start) ~2 (january|february|march|april|may|june|july|august|september|october|november|december|month|week|quarter|year|term|day|mobilisation|contract)",
    "(the)? (same|next|following) (working|school)? (day|shift)", "(=immediately|=forthwith|=straight away|straight away|at once|without delay|straight after|same day)", "(=that|=this) (day|shift|week)", "(at least|not less than|no less than) (#|one|two|three|four|six|twelve) (working)? (day|week|month) (before|beforehand|ahead|in advance|prior|notice)",
    "(by|before|after|at|from|within) (week|month|day|year) (#|one|two|three|six|twelve)", "(by|before) (the)? (first|second|third|next) (appointment|session|visit|meeting|contact|review|day|week)", "(at|on|from|before) (first|referral|induction|admission|arrival|the first|initial|entry) (contact|meeting|visit|session|day|appointment|assessment)?",
    "(#|one|two|three|four|five|ten|fifteen|twenty) (working) (day|hour)", "(january|february|march|april|june|july|august|september|october|november|december) (#|of)", "(#) (january|february|march|april|may|june|july|august|september|october|november|december)", "(in|between) (january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter)",
    "before (the|any|a|each) (decision|meeting|plan|review|move|change|options|start|contact|placement|first|contract|services|award)", "(in|by|until|since) 20#", "(#|ten|five|two|three) (hours|days|weeks)",
)

QUANTITY = (
    "# (%|per cent|percent)", "(at least|minimum of|no fewer than|not less than|no less than|a minimum of|not fewer than|up to) (#|one|two|three|four|five|six|eight|ten|twelve|half|=a)", "# (child|pupil|young|of|people|place|hour|session|marks|point|respondent|participant|girl|boy|year)",
    "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred) ~1 (child|pupil|young|people|boy|girl|member|session|place|seat|way|school|group|year|month)", "(aged|ages|age) (#|between|from|four|five|six|seven|eight|nine|ten|eleven|twelve)", "target", "(half|one third|one quarter|one fifth|one in|two thirds|three quarters) (of|in|the)?",
    "# (out)? (in|of) (#|the)", "(all|every|100 %) ~3 (staff|plan|file|case|record|decision|children)", "(sample|samples) of", "# per", "£ #",
)

ANSWERABLE = (
    "(named|designated|lead|nominated|responsible|senior) (person|officer|lead|manager|director|member|safeguarding|worker|individual|practitioner)", "(registered|contract|service|area|team|project|operations) (manager|person|lead|director)", "(head|director|assistant director|chief executive|lead member) (of|for|children)?", "(the)? (council|authority|commissioner|trust|board) (may|shall|must|will|is to|can) ~2 (audit|inspect|check|sample|review|see|read|call|visit|monitor|test|enter)",
    "signed (off)? (by)?", "(approved|overseen|chaired|owned|led|checked|reviewed|verified|countersigned|authorised|monitored|scrutinised|signed off) by", "(safeguarding|participation|clinical|rights|inclusion|voice|engagement) (lead|officer|manager|champion)", "reports to the", "(key|named|lead|allocated) worker", "independent (person|body|organisation|reviewer|officer)", "(lado|dsl|iro)",
)

RECORDED = (
    "(is|are|be|shall|must|will|and|to|also)? (record|log|minute|document|note|file) ~3 (in|on|by|each|every|the|why|it|them|their|reason|how|each|any|what|of|with)", "(recorded|logged|minuted|documented|written down|noted|written up|entered|set down|evidenced|kept on file|held on file)", "(in writing|written record|a record|the record|the log|a log|register of|case record|on the record|child's record|on file)", "(write|writes|enter|enters) ~4 (down|up|record|file|plan|box|form|reason|reply|response|on)",
    "(report|reports|reported|reporting) ~6 (to|quarterly|monthly|annually|each|within|in|every|on)", "(source|evidence|return|log|audit|survey|register|minutes|sample|dip sample)", "(measured|monitored|evidenced|reported|checked|audited|inspected|tested|sampled|verified|evaluated) (by|through|against|at|each|every|in|quarterly|monthly|annually|using|via)",
)

PUBLISHED = (
    "publish", "(on|put on|placed on|posted on) (the|its|a|our|their) ~3 (website|web site|web page|board|noticeboard|wall|page|site)", "(made|make) (public|available to (the public|all|children|young))", "(shared|sent|fed back|feed back|report back|reported back|told|explained|shown) ~3 (to|with|back to) (the)? (child|young|them|everyone|all|pupil|group|those)", "you said we did", "child-friendly (version|summary|report)", "child friendly (version|summary|report)",
)

PAID = ("(free|free of charge|at no cost|at no charge|no charge|without charge)", "(at|bear|bears|meet|meets|cover|covers|pay|pays) (its|the|their|all|any|for)? (own)? (cost|costs|expense|expenses|fare|fares|travel)", "£ #", "(budget|funding|fund|allowance|paid|ring-fenced|ring fenced|costed) (of|for|is|line)", "(fare|fares|travel|expenses|crèche|food) (is|are|and|shall be|will be)? ~2 (paid|covered|met|reimbursed|refunded)")

CONSEQUENCE = (
    "(default|breach|service credit|improvement plan|action plan|recovery plan|remedial|remedy|improvement notice|notice|withheld|withhold|deduction|suspend|suspended|terminate|step in|step-in|rectification|penalty|held back|clawback|escalated|escalation|put right|trigger|triggers)",
)

DETAILS = {
    "how often": FREQUENCY,
    "by when": DEADLINE,
    "how many": QUANTITY,
    "who answers for it": ANSWERABLE,
    "recorded or checked": RECORDED,
    "published or fed back": PUBLISHED,
    "paid for": PAID,
    "what follows": CONSEQUENCE,
}

RESIDUE = ("=tbc", "=tbd", "=xxx", "insert", "delete as (appropriate|applicable)", "to be (inserted|completed|populated|confirmed)", "lorem ipsum", "=placeholder", "enter text", "drafting note", "guidance note", "click here")

CHILD = (
    "(child|pupil|teenager|adolescent|baby|infant|toddler|youngster|cyp|youth|boy|girl|juvenile|under-18|under-5|under-11|under-16|under-fives|minors|newborn|schoolchildren|preschooler|teen)", "young (person|people|carer|adult|commissioner|resident|traveller|refugee|inspector|parent|woman|man|ambassador|advisor|member|user|leader|customer|learner)", "(care leaver|care-leaver|looked after|looked-after|care experienced|care-experienced)", "(son|daughter|sibling|brother|sister)", "under (18|16|11|12|13|25|21|fives|5)", "(children's|young people's)",
    "(uasc|lac|eyfs|camhs|nursery|school)", "(student|learner)",
)

PARENT = ("(parent|carer|mother|father|guardian|mum|dad|family)", "(parental|stakeholder|customer|client|public|resident|community)", "service user", "head teacher", "foster carer")

STAFF_TERMS = (
    "(employee|workforce|tupe|transferring|redundancy|pension|payroll|grievance|line manager|employer|employment|whistleblow|trade union|apprentice)", "dignity at work", "terms and conditions of employment", "(equal|flexible) (pay|working)",
)

ADULT_TERMS = (
    "(adult|older person|older people|elderly|dementia|care act|domiciliary|reablement|imca|mental capacity|care home|nursing home|pensioner|over-65|homecare|deprivation of liberty)", "(extra care|supported living|adult at risk|adult social care|older adult|relevant person)", "(residential|nursing) care",
)

NOT_THIS_SENSE = (
    "intellectual property", "(moral|property|ip|copyright|access|user|admin|voting|drawing|step-in) rights", "(parent|child) (record|company|node|table|folder|page|organisation|process|element|undertaking)", "database", "rights vest", "(third parties|of third parties) act", "(data|software|system|telephony|voicemail|server|firewall)", "(minor|major) (version|works|amendment|repair|correction)",
    "best interests of the (council|authority|company)", "participation at 16", "participation rate",
)

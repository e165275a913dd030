"""Words around a promise that leave it dead or binding nobody: data about English, read by ``in_force``."""

from __future__ import annotations

import re

_THING = (
    r"(?:clauses?|paragraphs?|sections?|parts?|schedules?|lists?|tables?|standards?|requirements?|dut(?:y|ies)"
    r"|provisions?|obligations?|terms?|text|bullets?|items|points|commitments?|page|document)"
)
_ONE = r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)?"
_PLACES = rf"(?:(?:{_THING}|rows?|lines?|steps?|rank)\s+)?{_ONE}(?:(?:\s*,\s*|\s+(?:to|and|or)\s+){_ONE})+"
"""Members of a list by their letters or numbers: "(a) to (c)", "points 1 and 2"."""
_FREE = (
    r"(?:(?:is|are|being)\s+(?:all\s+)?(?:only\s+|merely\s+|just\s+|purely\s+)?(?:an?\s+|for\s+)?"
    r"(?:guidance|guides?|indicative|illustrati(?:ve|on)|aspirations?|aspirational|voluntary|optional|advisory"
    r"|suggestions?|suggested|best practice|good practice|examples?|desirable|non-binding|targets?|ideals?|ambitions?"
    r"|not\s+(?:legally\s+|contractually\s+)?(?:binding|contractual|mandatory|obligatory|enforceable|compulsory)"
    r"|not\s+(?:an?\s+)?(?:requirement|obligation|term)s?|goals?)\b"
    r"|(?:is|are)\s+(?:\w+\s+)?(?:subject to|dependent (?:up)?on|conditional (?:up)?on)\s+(?:\w+\s+){0,3}?"
    r"(?:funding|funds|resources|budgets?|money|staffing|approval|capacity)\b"
    r"|depends?\s+(?:up)?on\s+(?:\w+\s+){0,3}?(?:funding|funds|resources|budgets?|money|staffing|approval|capacity)\b"
    r"|appl(?:y|ies)\s+(?:only\s+)?(?:where|when|if|so far as|as far as)\s+(?:\w+\s+){0,3}?"
    r"(?:possible|practicable|resources|funding|funds|budgets?)\b|carr(?:y|ies)\s+no\b"
    r"|(?:has|have)\s+no\s+(?:contractual|legal|binding)\s+(?:force|effect)|(?:does|do)\s+not\s+bind\b"
    r"|(?:has|have)\s+not\s+(?:yet\s+)?been\s+(?:adopted|agreed|approved)"
    r"|(?:shall|will|does|do|is|are)\s+not\s+(?:yet\s+)?(?:come into force|apply|in force|held to)"
    r"|(?:is|are)\s+(?:hereby\s+)?(?:suspended|waived|disapplied)|ceases?\s+to\s+apply|no longer (?:applies|apply)"
    r"|(?:may|can)\s+be\s+(?:set aside|waived|disapplied|disregarded|ignored|cancelled|suspended)"
    r"|(?:is|are)\s+(?:what|how|where)\s+(?:we|it|the (?:council|authority|board|provider|service|partnership))\s+"
    r"(?:should|would|hopes?|wants?|wish(?:es)?|intends?|aims?)\b"
    r"|(?:is|are)\s+(?:an?\s+)?(?:for (?:information|interest|reference|illustration)|drafts?|wish lists?))"
)
_OPENS = r"^[\W\d]*(?:[a-z]\)\s*)?"
"""A clause's number, a letter or signs before a sentence begins."""
BACK = re.compile(
    rf"{_OPENS}(?:(?:however|but|and|note(?: that)?)\W+)?"
    rf"(?:(?:this|these|those)(?:\s+{_THING})?|(?:the\s+)?(?:above|foregoing|preceding)(?:\s+{_THING})?"
    rf"|the\s+{_THING}\s+above|{_PLACES}|compliance with (?:this|these|the above)(?:\s+{_THING})?|everything above)"
    rf"(?:\s+\w+){{0,2}}?\s+{_FREE}",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"\bnothing (?:here|in (?:this|these|the above))\b.{0,40}?"
    r"\b(?:binds?|is binding|creates?|obliges?|imposes?|commits?)\b"
    r"|\b(?:may|can)\s+(?:at any time\s+)?(?:waive|cancel|suspend|disregard|ignore|set aside|depart from|opt out of"
    r"|deviate from|vary)\s+(?:from\s+)?(?:this|these|the above)\b"
    r"(?!\s+(?:contract|agreement|order|grant|framework|lease))"
    rf"|\b(?:may|can)\s+(?:\w+\s+)?(?:waive|leave out|skip|omit|ignore|dispense with|disregard)\s+{_PLACES}"
    rf"|\b(?:regards?|treats?|reads?|takes?)\s+(?:this|these|the above|{_PLACES})\s+as\s+"
    r"(?:guidance|advi[cs]\w+|optional|an aim|aims|examples?|aspiration\w*)\b"
    r"|\bwhether (?:this|these|it|they) (?:goes|go) ahead\b"
    r"|\bfree to\b.{0,30}?\bignore (?:them|it|this|these)\b|\bnot held to (?:it|them|this|these)\b",
    re.IGNORECASE,
)
NOT_ALL = re.compile(
    rf"{_OPENS}(?:(?:younger|disabled|older|other|very young|non-\w+)\s+(?:children|young people|pupils)"
    r"|(?:children|young people|pupils|those|babies)\s+(?:under|below|over|with|aged|who)\b[^.;]{0,40}?)\s+"
    r"(?:(?:shall|may|are|will|do|need|can)\s*not|cannot)\s+(?:be\s+)?(?:asked|told|heard|given|offered|included"
    r"|invited|consulted|seen|shown|allowed|eligible|attend|take part|complain|have|use|join|see|vote|choose|apply)\b"
    rf"|{_OPENS}it need not do so\b",
    re.IGNORECASE,
)
"""What takes a promise back for some children."""
NUMBERED = re.compile(rf"{_OPENS}(?:clause|paragraph|section)\s+(\d[\d.]*\d|\d)\s+{_FREE}", re.IGNORECASE)
CLAUSE = re.compile(r"\W*(?:clause\s+)?(\d[\d.]*)\s", re.IGNORECASE)
FORWARD = re.compile(
    rf"{_OPENS}(?:the following(?:\s+{_THING})?|what follows|this {_THING})(?:\s+\w+){{0,3}}?\s+{_FREE}",
    re.IGNORECASE,
)
ABOVE = re.compile(r"^\W*(?:this|the above|(?:clause|paragraph|section) [\d.]+ above)\b", re.IGNORECASE)
WHOLE = re.compile(r"\bthis (section|part|schedule|document|annex|appendix|page)\b", re.IGNORECASE)
DEAD_NOW = re.compile(
    r"\b(?:clauses?|paragraphs?|requirements?|dut(?:y|ies)|provisions?|obligations?|standards?|commitments?|promises?)\b"
    r"[^.;]{0,220}?\b(?:is|are|was|were|has been|have been|has since been|have since been)\s+(?:now\s+|hereby\s+)?"
    r"(?:deleted|withdrawn|superseded|revoked|rescinded|struck out|removed from|abolished"
    r"|removed(?=\s*[.;]|\s*$)|suspended until|replaced and)"
    r"|\b(?:clause|section|paragraph|requirement)s?(?: [\d.]+)?(?: \w+){0,4} (?:has|have) no effect\b(?! on)"
    r"|\bis not in force\b|\bnone? of (?:this|these) is (?:a )?part of\b"
    r"|\b(?:clause|section|paragraph|schedule|part|requirement|standard|text)s?\b[^.;:]{0,40}"
    r"\(\s*(?:deleted|withdrawn|repealed|superseded|not used)\b[^)]*\)"
    r"|^\W*(?:\d[\d.]*\s+)?not used\b",
    re.IGNORECASE,
)
FORMER = re.compile(
    rf"{_OPENS}(?:(?:under|in|by)\s+)?(?:the|our|an?)\s+(?:former|previous|old|last|earlier|outgoing|expired)\s+"
    r"(?:contract|specification|agreement|arrangements?|service|provider|contractor|supplier)s?\b"
    rf"|{_OPENS}in earlier contracts\b",
    re.IGNORECASE,
)
BOUND_THEN = re.compile(
    r"\b(required to|(?<!children )(?<!people )(?<!pupils )(?<!they )had to|obliged to|was to|were to|had a duty"
    r"|could (?:only )?be made|read|ran|said)\b",
    re.IGNORECASE,
)
"""What tells a former duty from figures and findings of the years before, which are evidence."""
DEAD_TITLE = re.compile(
    rf"{_OPENS}(?:withdrawn|superseded|repealed|deleted|obsolete|not used)"
    r"(?:\W*$|\s*[-–—:(/.]|\s+(?:text|clause|version)\b)"
    r"|\((?:now\s+)?(?:withdrawn|superseded|repealed|deleted|obsolete|not used|not chosen|rejected)\b[^)]*\)"
    r"|\b(?:no longer (?:used|in force|appl(?:y|ies))|not in force|out of scope|not in scope|out of the scope"
    r"|outside (?:the |of )?(?:the )?scope"
    r"|excluded from (?:this|the) (?:lot|contract|service|specification|scope|price)"
    r"|services excluded|not (?:a )?part of this (?:contract|lot|service|specification|agreement|tender)"
    r"|not included in the price|outside this (?:contract|agreement|specification|lot)|not required under this"
    r"|under (?:another|other|a separate) contracts?|were before this contract|kept for the record"
    r"|(?:example|model|sample) answers?)\b"
    rf"|{_OPENS}(?:agenda|job description|person specification|scoring guide|previous requirements?"
    r"|(?:examples? of )?(?:bad|poor|unacceptable) practice)\b|\bshall prevent the following\b"
    r"|\b(?:is|are) exempt from the following|\b(?:released|relieved|excused) from (?:its|the|their) dut(?:y|ies)\b"
    r"|\b(?:need not|under no (?:duty|obligation)|not (?:be )?(?:required|obliged|expected)|no (?:requirement|duty"
    r"|obligation)|no longer|does not require the \w+|do(?:es)? not have)(?: to)?\s*:\s*$",
    re.IGNORECASE,
)
SOFT_TITLE = re.compile(
    r"\b((?:is|are) (?:only )?suggestions?|not (?:contractual|binding|yet agreed)|consider(?:ing)? the following"
    r"|desirable|optional( extras)?|nice to have|not essential"
    r"|for interest(?: only)?|carr(?:y|ies) no marks|no marks (?:are|available)|unscored"
    r"|not (?:scored|marked|evaluated)"
    r"|guidance only|indicative only|illustrative|(?:our |the )?vision (?:for|to) \d{4})\b"
    rf"|{_OPENS}(?:our\s+)?aspirations?\W*$",
    re.IGNORECASE,
)
NOT_ONLY = re.compile(r"\b(essential or desirable|mandatory or|essential and desirable|m = mandatory)\b", re.IGNORECASE)
NO_CELL = re.compile(
    r"no(?:,.*)?|removed|none|n/?a|not (?:required|provided|in scope|included|applicable)|rejected|deleted|withdrawn"
    r"|excluded|ended|out of scope|not adopted|superseded",
    re.IGNORECASE,
)
_NOT_DONE = (
    r"(?:counted|sought|collected|asked|measured|recorded|planned|told|kept|known|held|started|used|done|set|agreed"
    r"|monitored|reported|published|followed up|taught|offered|looked (?:at|into)|to be \w+(?: \w+){0,3})"
)
VOID_CELL = re.compile(
    rf"[-–—?…]+|n/?a|tb[acd]|blank|not (?:yet |currently )?{_NOT_DONE}(?:,.*)?|as (?:needed|required|appropriate)"
    r"|(?:where|if|when) (?:appropriate|possible|wanted|needed|time allows)|in due course|to follow|listed|various"
    r"|see (?:other|separate|above|below|website|policy)\b.*|per policy|kept under review|under review"
    r"|stopped|discontinued|left out|dropped",
    re.IGNORECASE,
)
"""A cell that says of its row that nothing is settled, or nothing done."""
NOUGHT_CELL = re.compile(r"none|nil|never|nobody|nothing|no one|no", re.IGNORECASE)
"""A cell that says so beside others that do; alone it can be what one hopes for ("Children turned away: none")."""
REFUSING_CELL = re.compile(
    rf"not {_NOT_DONE}.*|stopped|discontinued|left out|dropped|never|nobody|no one", re.IGNORECASE
)
WEIGHS = re.compile(
    r"\b(?:weight(?:ing)?|(?:marks|points|score) available|maximum (?:marks|points|score))\b", re.IGNORECASE
)
"""The head of a column that says what a question or criterion is worth; a score that was got says nothing of that."""
ZERO_CELL = re.compile(r"0 ?%?|nil|none|not scored|unscored|[-–—]+", re.IGNORECASE)
ASKS_WHETHER = re.compile(
    r"\b(in this contract|required|applies|apply|scope|provided|included|status|decision|mandatory|binding|contractual"
    r"|adopted)\b",
    re.IGNORECASE,
)
ASKS_LEAVE = re.compile(r"\b(allowed|permitted|permissible|acceptable|authori[sz]ed)\b", re.IGNORECASE)
"""The head of a column that says whether what its row names may be done."""
REFUSED_CELL = re.compile(
    r"(?:no|never|not (?:allowed|permitted|acceptable)|prohibited|forbidden|banned)\b(?:,.*)?", re.IGNORECASE
)
FREE_CELL = re.compile(
    r"d|(?:desirable|optional|nice to have|aspirational|guidance|indicative|for guidance|voluntary|suggested|unfunded"
    r"|not (?:yet )?(?:agreed|approved|funded|binding)|proposed|proposal|tbc|to be (?:agreed|confirmed))(?:,.*)?",
    re.IGNORECASE,
)
RISK = re.compile(r"(risks?|what could go wrong|what went wrong|hazards?)\W*$", re.IGNORECASE)
"""The head of a column that names what should not happen."""
EXCEPTS = re.compile(r"(exceptions?|exclusions?|exempt\w*)\b", re.IGNORECASE)
_COUNTED = (
    r"(?:working |school |calendar )?(?:hours?|days?|weeks?|months?|years?|times?|minutes?|per cent|%|young|child)"
)
SLOT = re.compile(
    r"\[(?:x{1,3}|n{1,2}|y|£|%|£/%|\s{2,}|_{2,}|\.{2,})\]"
    rf"|(?:\b(?:within|least|every|most|than|of|by|age) )\[\d{{1,3}}\]|\[\d{{1,3}}\](?=\s*{_COUNTED})"
    r"|\[(?!(?:the|an?|my|your|his|her|our|their|its?|i|we|you|he|she|they|and|or|of|to|in|is|was|were|sic|link|phone"
    r"|e?-?mail|name(?! of)|address|website|url|removed|redacted|emphasis|chart|graph|picture|image|photo|not)\b)"
    r"[a-z][a-z’'-]*(?:[ /,]{1,2}[a-z][a-z’'-]*){0,3}\](?!\()",
    re.IGNORECASE,
)
"""A slot of a model clause that nobody has filled in: "[x]", "within [5] working days", "[name of the panel]"."""

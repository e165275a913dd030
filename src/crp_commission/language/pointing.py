"""Words by which a sentence or clause points back to what stands before it, or turns to something else.

Data about English. Sets of stems are named ``..._STEMS``; the others hold words as they are written, in lower case.
"""

from __future__ import annotations

from .words import stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


JOINERS = frozenset("and or but so then while whereas also".split())
RELATIVES = frozenset("which who whom whose".split())
ARTICLES = frozenset("a an the all any each every no such its his her our your".split())
POINTING = frozenset("it this that these those they them both such".split())
"""What points back, wherever it stands."""
ONLY_IN_FRONT = frozenset("that such those".split())
"""Of these, what does so only at the start."""
DOCUMENTS = frozenset(
    "agreement contract specification schedule clause section paragraph service lot framework grant part paper "
    "document page table order".split()
)
"""Behind "this" these name the paper itself."""
EACH = frozenset("each every any all".split())
OF_EACH = frozenset("such one of time case instance use refusal exception occasion decision".split())
"""Behind "each" these point back ("each such case")."""
CONDITIONS = frozenset("if where when".split())
SOMEBODY = frozenset("someone somebody anyone anybody this it they not so".split())
"""Behind a condition these point back ("if anyone does")."""
COUNTED = frozenset(
    "most half none some one two three four five six seven eight nine ten eleven twelve fourteen sixteen eighteen "
    "twenty thirty forty fifty".split()
)
"""What opens a count of what was said before ("Eighteen were passed on within a day")."""
OF_THE_CHECK_STEMS = _stems(
    "record records result results reply replies response responses outcome outcomes answer answers figure figures "
    "note notes minutes deadline reason reasons number numbers register log breach breaches compliance failure "
    "failures progress performance evidence summary check checks publication lapse lapses change changes entry entries "
    "target timescale audit"
)
"""A sentence that is about one of these is about what was said before it."""
PARTY_STEMS = _stems(
    "provider contractor supplier council authority commissioner staff worker service team board trust home manager we "
    "you shall must will may be is are"
)
"""Parties and the words of a duty, which any two clauses of a paper share."""
CHECKER_STEMS = _stems(
    "council authority commissioner manager lead officer inspector chair reviewer visitor auditor head"
)
LOOKING_STEMS = _stems("sample audit inspect check monitor observe look looked verify tested review reviewed")
PASSIVE = frozenset("is are be being was were".split())
THING_STEMS = _stems(
    "vehicle van minibus premises boiler lift equipment insurance insurer policy invoice payment price fee computer "
    "software uniform furniture garden kitchen toilet alarm extinguisher electrical licence stationery account "
    "accounts financial vat tax pension payroll rent rota continuity staffing budget"
)
"""What a remark in passing is about: a check on these checks no promise to children."""

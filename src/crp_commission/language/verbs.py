"""Common verbs of commissioning papers, for clauses in which the lexicon finds none. Data about English."""

from __future__ import annotations

from functools import cache

_VERBS = """
accept acknowledge adapt add adjust administer admit adopt advise affect afford agree allocate allow alter amend
anticipate appear apply appoint approve argue arise arrange arrive assess assign assist assume assure attach attract
authorise avoid become befriend begin belong bind bring build bully buy calculate cancel capture carry cease celebrate
choose cite clean collate collect combine communicate compare compete compile complain complete comply comprise
conclude confer confirm congratulate connect consist constitute consult contain continue contribute convene coordinate
cope correct create deal deduct deem defer define deliver depend deploy describe deserve destroy determine develop
differ disagree discharge disclose discuss dismiss displace dispose disregard distribute divide donate draw earn eat
edit elect eliminate embed employ enable encourage endorse enforce engage enjoy enrol ensure enter entitle equip
escalate establish evaluate evict exceed exclude exist expand expect expire explain explore express extend facilitate
fail fall favour feed feel fill find finish fit follow forbid forfeit forward gather generate govern greet grow happen
hear identify ignore illustrate impose improve include indicate induct inform inherit initiate insist inspect instruct
insure integrate introduce invest investigate invite involve join justify keep lack lapse last learn lend let lie
listen live locate lock lose maintain manage matter mean mention miss negotiate nominate notify observe obtain occupy
occur open operate oppose organise outrank outweigh override overrule oversee overspend owe own participate pay
penalise perform pick practise praise prefer prepare prescribe preserve prevail prevent print prioritise procure
produce prohibit promote propose protect prove provide pull purport pursue push put qualify quantify raise reach react
realise receive recognise recommend reconcile recover redesign redraft reduce refer reflect refresh refuse regard
regulate reimburse reinforce reject relate relay rely remain remind remove renew repay repeat replace represent
require reside resolve respond restrict retain retire reveal revert revise ride ring rotate save say secure seek
select sell serve set settle shut sleep solve speak specify spell split stand stay strengthen stretch strive submit
succeed suffer suggest suit summarise supersede supervise surround suspend sustain take teach tell terminate thank
think threaten trace translate travel treat try underspend understand undertake uphold vary verify wait waive want
warn wear weigh welcome win withdraw withhold worry
"""
_ALSO_NOUNS = """
address aid answer audit award balance benefit bid board book breach call care cause chair challenge change charge
check claim clear close coach commission concern conduct consent contact contest control cook cost count cover credit
cut date debate decline delay delegate demand design detail direct discount display document draft drive drop email
end estimate exchange exercise experience face feature file finance flag flow focus form fund gain grant guarantee
guide help highlight hire host impact increase interview invoice issue judge launch lead lease leave lift limit link
list loan log look map mark match measure meet mentor model monitor move name need note number object offer order
outline package park partner pass pause permit phone place plan plant play point post present price promise purchase
question quote rank rate record recruit register release rent repair reply report request research reserve respect
rest result return review reward rise rule sample scan schedule score screen search shape share shift show sign
sort sponsor spot staff start state step stop store study supply support survey swap talk target test text time title
touch track train transfer transport trigger trust turn update use view visit vote walk watch witness work write
"""
"""Verbs whose forms are nouns as well ("the plans", "a report"): they need what stands behind a verb."""
PASTS = frozenset(
    "spent overspent underspent began built bought brought chose came dealt drew fell felt found fed gave got grew "
    "heard kept knew led left lent lost made meant paid ran rang rose said sat saw sold sought spoke stood stuck "
    "taught thought took told understood went withdrew withheld woke won wrote".split()
)
"""Past forms that end in nothing by which they could be told."""


def third_person(verb: str) -> str:
    """The form behind "it": "files", "matches", "relies"."""
    if verb.endswith(("s", "x", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s"


@cache
def plain_forms() -> dict[str, bool]:
    """Forms behind "they", each with whether it can be a noun as well."""
    return dict.fromkeys(_VERBS.split(), False) | dict.fromkeys(_ALSO_NOUNS.split(), True)


@cache
def s_forms() -> dict[str, bool]:
    """Forms behind "it", each with whether it can be a noun as well."""
    return {third_person(verb): noun for verb, noun in plain_forms().items()}


def can_be_noun(form: str) -> bool:
    """Whether a form of a verb here is a noun as well."""
    return plain_forms().get(form, False) or s_forms().get(form, False)

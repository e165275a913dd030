"""Clauses: who is bound to do what, how strongly, and what denies it. ^ marks the word whose clause is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.document import Clause, Force
from crp_commission.language.clauses import inherit
from crp_commission.language.meaning import Meaning, read
from crp_commission.language.words import words


def meaning(text: str) -> Meaning:
    return read(text)


def clause(marked: str) -> Clause:
    """The clause that holds the marked word."""
    place = marked.index("^")
    text = marked.replace("^", "")
    position = next(number for number, word in enumerate(words(text)) if word.start <= place < word.end)
    return next(one for one in meaning(text).clauses if one.start <= position < one.end)


FORCE = {
    Force.DUTY: [
        "The Provider shall ^consult children each quarter.",
        "The Provider must ^consult children.",
        "Children will be ^consulted.",
        "Staff are required to ^ask each child.",
        "The Provider is required to ^ask each child.",
        "The Provider is to ^ask each child.",
        "The manager is responsible for ^asking each child.",
        "The Provider has a duty to ^ask each child.",
        "We have to ^ask every child.",
        "Staff need to ^ask every child.",
        "The Provider undertakes to ^ask every child.",
        "Children are entitled to ^see their file.",
        "Every child has the right to ^see their file.",
        "It is a condition of this contract that children are ^asked.",
        "The Council requires the Provider to ^ask children.",
        "No child shall be ^searched.",
        "Staff may not ^search a child.",
        "Staff cannot ^search a child.",
        "You can ask to ^see your file.",
        "The Provider should note that it must ^consult children.",
    ],
    Force.AIM: [
        "We hope a later edition will ^show what children said.",
        "The Council anticipates each home will ^ask its children.",
        "The Provider should ^consult children.",
        "The Provider aims to ^consult children.",
        "The Provider may ^consult children.",
        "The Provider could ^consult children.",
        "Bidders are encouraged to ^consult children.",
        "We are committed to ^consulting children.",
        "The Council hopes to ^consult children.",
        "The Provider shall seek to ^consult children.",
        "The Provider will aim to ^consult children.",
        "The Provider shall be encouraged to ^consult children.",
        "The Provider must have regard to the ^views of children.",
        "The service works towards ^consulting children.",
        "Consideration will be given to ^consulting children.",
        "The Provider is expected to ^consult children.",
        "It is good practice to ^consult children.",
        "The Council wants providers to ^consult children.",
        "Children would ^help to choose staff.",
    ],
    Force.STATEMENT: [
        "Staff ^consult children each quarter.",
        "Children are ^consulted each quarter.",
        "The forum ^meets monthly.",
        "Officers ^consulted children in May.",
        "^Consultation with children.",
        "Since May the forum ^meets monthly.",
        "From May to July children are ^asked.",
    ],
}


@pytest.mark.parametrize(("force", "marked"), [(force, one) for force, group in FORCE.items() for one in group])
def test_force(force: Force, marked: str) -> None:
    assert clause(marked).force is force


TENSE = [
    ("Staff ^consult children each quarter.", "present"),
    ("Children are ^consulted each quarter.", "present"),
    ("Children were ^consulted in May.", "past"),
    ("Officers ^consulted children in May.", "past"),
    ("We have ^spoken to 40 children.", "past"),
    ("Officers ^assessed what each option would do.", "past"),
    ("Officers ^assessed the options.", "past"),
    ("Children ^wrote the outcomes.", "past"),
    ("Support under this contract ^ceases on the eighteenth birthday.", "present"),
    ("Journeys beyond three miles ^fall outside the service.", "present"),
    ("Procurement law ^prevents the Council from asking.", "present"),
    ("The scheme ^enrols 640 children.", "present"),
    ("Their comments ^fill two pages.", "present"),
    ("This ^is not a ground for refusal.", "present"),
    ("It’s all ^laid on by day nine.", "present"),
    ("Nobody ^moves on a birthday.", "present"),
    ("Children’s Services ^overspent by £3.4 million.", "past"),
    ("The Trust ^spent £412,000 on vans.", "past"),
    ("^Support, advice and visits for children", ""),
    ("Child protection ^plans for disabled children", ""),
    ("Eligibility criteria, thresholds, reasons and ^review of decisions", ""),
    ("Children who ^live with kinship carers", ""),
    ("^Consultation with children", ""),
    ("Children’s ^voice", ""),
    ("Children’s ^views", ""),
]


@pytest.mark.parametrize(("marked", "tense"), TENSE)
def test_tense(marked: str, tense: str) -> None:
    assert clause(marked).tense == tense


def test_a_clause_without_another_verb_is_carried_by_can() -> None:
    given = clause("You can ^call your family in private.")
    assert (given.force, given.sign) == (Force.AIM, "can")
    assert clause("We ^keep a list so that you can find it.").force == Force.STATEMENT


ACTOR = [
    ("The Provider shall ^consult children.", "provider"),
    ("The Contractor must ^consult children.", "provider"),
    ("We will ^consult children.", "provider"),
    ("The Council shall ^consult children.", "council"),
    ("Staff must ^ask each child.", "staff"),
    ("The registered manager must ^ask each child.", "staff"),
    ("Parents must ^bring their child on time.", "parents"),
    ("Children may ^choose a key worker.", "child"),
    ("A young person can ^ask to see their file.", "child"),
    ("Bidders must ^describe how children are heard.", "bidder"),
    ("It must be ^recorded.", ""),
]


@pytest.mark.parametrize(("marked", "actor"), ACTOR)
def test_actor(marked: str, actor: str) -> None:
    assert clause(marked).actor == actor


DENIED = [
    "Children will not be ^consulted.",
    "Children shall never be ^consulted.",
    "No child shall be ^consulted.",
    "Nobody will ^consult children.",
    "Staff cannot ^consult children.",
    "The Provider fails to ^consult children.",
    "Children are no longer ^consulted.",
    "The Provider is not required to ^consult children.",
    "Searches of children are ^prohibited.",
    "Neither the Provider nor the Council will ^consult children.",
    "Neither the child nor a parent is ^consulted.",
    "Children weren't ^consulted.",
    "Staff didn’t ^consult children.",
    "We won't ^consult children.",
    # two denials side by side deny both, and affirm neither
    "No child is ^consulted and no record is kept.",
    "No child is consulted and no record is ^kept.",
    "Children are not ^told and nobody asks them.",
    "Staff do not ask children and do not ^tell them why.",
    "Never are children told, nor are they ^asked.",
    "No advocate is offered and a child may not ^complain.",
    "Children have no say and no ^vote.",
    "The Provider shall not close a place and not ^tell the child.",
    "Children aren't asked and weren't ^told.",
]
NOT_DENIED = [
    "Children shall be ^consulted.",
    "Children are ^consulted no later than May.",
    "Children are ^consulted not less than twice a year.",
    "Children are ^asked not only about food but about sleep.",
    "Children who do not speak English are ^asked through an interpreter.",
    "The not-for-profit Provider shall ^consult children.",
    "Children are ^consulted at no cost to them.",
    "Children are ^consulted without delay.",
    "Children are ^consulted whether or not they complain.",
]


@pytest.mark.parametrize(
    ("marked", "denied"), [*((one, True) for one in DENIED), *((one, False) for one in NOT_DENIED)]
)
def test_denial(marked: str, denied: bool) -> None:
    assert (len(clause(marked).negations) % 2 == 1) is denied


HEDGED = [
    "Children shall be ^consulted where possible.",
    "Children shall be ^consulted where appropriate.",
    "The Provider shall ^consult children as far as is reasonably practicable.",
    "The Provider shall, subject to funding, ^consult children.",
    "The Provider shall ^consult children if resources allow.",
    "Staff normally ^consult children.",
    "The Provider shall use reasonable endeavours to ^consult children.",
    "Children are ^consulted at the manager's discretion.",
    "Children are usually ^consulted.",
    "Time permitting, children are ^consulted.",
    "Children are ^consulted unless this is inconvenient.",
    "Children are ^consulted only with a parent's consent.",
]
NOT_HEDGED = [
    "The Provider shall ^consult children.",
    "The Provider shall ^consult children wherever they live.",
    "The Provider shall ^consult children when a plan changes.",
    "The Provider shall ^consult children in an appropriate place.",
    "The Provider shall ^consult children unless the child declines.",
    "If the Provider considers that a child is at risk, it shall ^consult the child.",
    "The Provider shall ^consult children except in the holidays.",
]


@pytest.mark.parametrize(("marked", "hedged"), [(m, True) for m in HEDGED] + [(m, False) for m in NOT_HEDGED])
def test_hedge(marked: str, hedged: bool) -> None:
    assert bool(clause(marked).hedge) is hedged


SPLIT = [
    ("The Provider shall ^consult children; staff may attend.", Force.DUTY),
    ("The Provider shall consult children; staff may ^attend.", Force.AIM),
    ("Staff may attend, but the Provider shall ^consult children.", Force.DUTY),
    ("Staff may ^attend, but the Provider shall consult children.", Force.AIM),
    ("The Provider shall consult children and the Council may ^attend.", Force.AIM),
    ("The Provider shall ^consult children and ^record what they say.", Force.DUTY),
    ("The Provider shall consult children and ^record what they say.", Force.DUTY),
    ("Children shall be consulted, ^heard and told what changed.", Force.DUTY),
]


@pytest.mark.parametrize(("marked", "force"), SPLIT)
def test_each_clause_has_its_own_force(marked: str, force: Force) -> None:
    assert clause(marked).force is force


ROLES = [
    ("Children shall be ^consulted unless the manager objects.", "main"),
    ("Children shall be consulted unless the manager ^objects.", "exception"),
    ("Children shall be consulted except in ^emergencies.", "exception"),
    ("No decision shall be taken until children are ^consulted.", "condition"),
    ("The home will not close until children have been ^asked.", "condition"),
]


@pytest.mark.parametrize(("marked", "role"), ROLES)
def test_exceptions_and_conditions(marked: str, role: str) -> None:
    assert clause(marked).role == role


def test_what_must_come_first_is_a_duty_too() -> None:
    assert clause("The home will not close until children have been ^asked.").force is Force.DUTY


DETAILS = [
    ("how often", "Children are asked each quarter.", "each quarter"),
    ("how often", "Children are asked monthly.", "monthly"),
    ("how often", "Children are asked at least once a year.", None),
    ("how often", "Children are asked every six weeks.", None),
    ("how often", "Children are asked twice a term.", "twice a term"),
    ("by when", "Children are told within five working days.", "within five working days"),
    ("by when", "Children are told within 10 days.", "within 10 days"),
    ("by when", "Children are told by 30 June.", None),
    ("by when", "Children are told by May.", None),
    ("by when", "Children are told no later than 31 May.", None),
    ("by when", "Children are told the same day.", None),
    ("how many", "At least two children sit on the panel.", "At least two"),
    ("how many", "80% of children take part.", "80%"),
    ("who answers for it", "The registered manager answers for it.", "registered manager"),
    ("recorded or checked", "It is recorded in the log.", None),
    ("published or fed back", "The results are published.", "published"),
    ("what follows", "A breach leads to an improvement plan.", None),
    ("paid for", "Fares are paid by the Council.", None),
]


@pytest.mark.parametrize(("kind", "text", "words_of_it"), DETAILS)
def test_details_that_can_be_checked(kind: str, text: str, words_of_it: str | None) -> None:
    found = {detail.kind: detail.text for detail in reversed(meaning(text).details)}
    assert kind in found
    assert words_of_it in (None, found[kind])


@pytest.mark.parametrize(
    "text", ["The Provider shall consult children.", "Children are heard and respected.", "Staff listen to children."]
)
def test_a_bare_promise_has_nothing_to_check(text: str) -> None:
    assert meaning(text).details == ()


ABOUT = [
    ("Children are asked.", {"child"}),
    ("Young people are asked.", {"child"}),
    ("Care leavers are asked.", {"child"}),
    ("Parents are asked.", {"parent"}),
    ("Employees have pension rights.", {"staff"}),
    ("Older people are asked.", {"adult"}),
    ("Intellectual property rights vest in the Council.", {"other"}),
    ("The bins are emptied.", set()),
]


@pytest.mark.parametrize(("text", "about"), ABOUT)
def test_whom_a_sentence_is_about(text: str, about: set[str]) -> None:
    assert meaning(text).about >= about
    assert not ({"child"} - about) & meaning(text).about


@pytest.mark.parametrize(
    ("text", "residue"),
    [
        ("The Provider shall consult [insert number] children.", True),
        ("Children are asked TBC.", True),
        ("Delete as appropriate: children are asked.", True),
        ("Children [aged 8 to 12] are asked.", False),
        ("Children are asked.", False),
    ],
)
def test_what_is_left_of_a_template_is_no_text_in_force(text: str, residue: bool) -> None:
    assert meaning(text).residue is residue


def test_an_item_takes_force_and_actor_of_its_lead_in_unless_it_has_its_own() -> None:
    lead = clause("The Provider ^shall:")
    bare, own = clause("^ask children each term"), clause("staff may ^ask children")
    taken = inherit(bare, lead)
    assert (taken.force, taken.actor) == (Force.DUTY, "provider")
    assert inherit(own, lead) == own
    assert inherit(bare, None) == bare


def test_an_item_under_a_lead_in_that_denies_is_denied() -> None:
    assert inherit(clause("^shout at a child"), clause("Staff must ^not:")).negations


PIECES = st.sampled_from(
    ["The Provider", "children", "shall", "may", "not", "unless", "until", "consult", "and", ",", ";", ":", "—", "no",
     "?", "who", "but", "each quarter", "if", "except", "save", "was", "is", "where possible", "12", "\n"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join)))
def test_clauses_cover_a_sentence_without_gaps(text: str) -> None:
    found = meaning(text).clauses
    seen = words(text)
    assert [one.start for one in found] == [0, *(one.end for one in found[:-1])][: len(found)]
    assert (found[-1].end if found else 0) == len(seen)
    for one in found:
        assert one.start < one.end
        assert all(one.start <= position < one.end for position in one.negations)


INSERTED = [
    ("The Provider shall, unless the child objects, ^tell the school.", Force.DUTY, "provider"),
    ("The Provider, who is a charity, ^shall ask each child.", Force.DUTY, "provider"),
    ("The ^Provider, who is a charity, shall ask each child.", Force.DUTY, "provider"),
    ("Staff may, if they wish, ^hold a forum with children.", Force.AIM, "staff"),
    ("Staff should, where a child cannot speak, ^watch and write.", Force.AIM, "staff"),
    ("A worker, who is not employed by the council, ^meets each child.", Force.STATEMENT, "staff"),
    ("The panel, when it meets, ^hears from two young people.", Force.STATEMENT, "council"),
]


@pytest.mark.parametrize(("text", "force", "actor"), INSERTED)
def test_a_clause_goes_on_behind_what_is_inserted(text: str, force: Force, actor: str) -> None:
    found = clause(text)
    assert (found.force, found.actor, found.role, found.tense) == (force, actor, "main", "present")
    assert not found.negations


def test_what_is_inserted_is_a_clause_of_its_own() -> None:
    assert clause("The Provider shall, unless the child ^objects, tell the school.").role == "exception"
    assert clause("A worker, who has no ^other role, meets each child.").negations


def test_a_denial_before_an_insertion_reaches_behind_it() -> None:
    assert clause("The Provider shall not, unless the child agrees, ^share what was said.").negations


NOT_INSERTED = [
    "Children said, when they met the panel, that food was ^cold.",
    "The Provider holds a forum, which is chaired by a child, and ^keeps a log.",
    "Views are sought, where the child is under five, by ^play.",
]


@pytest.mark.parametrize("text", NOT_INSERTED)
def test_a_clause_that_has_its_verb_is_not_taken_up_again(text: str) -> None:
    assert len(meaning(text.replace("^", "")).clauses) == 2


def test_a_reason_that_comes_first_ends_where_the_act_begins() -> None:
    text = "Because the law asks for the child's wishes, and not only the mother's, a teacher ^sits with each pupil."
    assert (clause(text).role, clause(text).tense) == ("main", "present")
    assert clause(text.replace("^", "").replace("law", "^law")).role == "reason"

"""Sentences that cite or claim law wrongly, and sentences that look as if they did."""

from __future__ import annotations

import pytest

from builders import doc, judged, pack, part, rule, ruleset
from crp_commission import library
from crp_commission.engine import assess
from crp_commission.language.terms import TermTable
from crp_commission.law import articles, read_law
from crp_commission.lawbook import Lawbook, LawFinding, Suggestion
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.reading import Reading


@pytest.fixture(scope="module")
def book() -> Lawbook:
    found = library.lawbook(DEFAULT_LIMITS, use_cache=False)
    assert found is not None
    return found


def read(book, *lines, rulesets=(), **files):
    document = pack(files) if files else doc(*lines)
    return read_law(book, Reading(document, TermTable({})), ("core", *rulesets))


def law_of(book, *lines, nation="") -> tuple[LawFinding, ...]:
    return read(book, *lines, rulesets=(nation,) if nation else ())[0]


def suggested(book, *lines, rulesets=(), **files) -> tuple[Suggestion, ...]:
    return read(book, *lines, rulesets=rulesets, **files)[1]


ENG, WAL, SCO, NIR = "england", "wales", "scotland", "northern-ireland"

WRONG_NATION = [
    (ENG, "The Provider shall comply with the Children (Scotland) Act 1995.", "children-scotland-act-1995"),
    (ENG, "Staff work to the Children (Northern Ireland) Order 1995 at all times.", "children-ni-order-1995"),
    (ENG, "Staff work to the Children (NI) Order 1995 at all times.", "children-ni-order-1995"),
    (
        ENG,
        "Duties arise under the Social Services and Well-being (Wales) Act 2014.",
        "social-services-and-well-being-wales-act-2014",
    ),
    (ENG, "The service gives effect to the UNCRC (Incorporation) (Scotland) Act 2024.", "uncrc-scotland-act-2024"),
    (ENG, "Each plan is written around the SHANARRI indicators.", "shanarri"),
    (ENG, "The Provider will follow GIRFEC in every assessment.", "girfec"),
    (
        ENG,
        "The Rights of Children and Young Persons (Wales) Measure 2011 applies to this service.",
        "rights-measure-2011",
    ),
    (ENG, "All volunteers must join the PVG scheme before they start.", "pvg"),
    (ENG, "The home is registered with the Care Inspectorate.", "care-inspectorate"),
    (ENG, "Staff must hold an AccessNI certificate.", "accessni"),
    (ENG, "The Provider notifies the RQIA of each incident.", "rqia"),
    (ENG, "The children's hearings system decides on compulsory measures.", "childrens-hearings"),
    (ENG, "Referrals are made on the UNOCINI form.", "unocini"),
    (ENG, "The equality duty is section 75 of the Northern Ireland Act 1998.", "northern-ireland-act-1998"),
    (ENG, "Schools act under the Education (Scotland) Act 2016.", "title:education (scotland) act 2016"),
    (ENG, "Complaints may be taken to the SPSO.", "spso"),
    (
        ENG,
        "Schools act under the Education (Additional Support for Learning) (Scotland) Act 2004.",
        "title:education (additional support for learning) (scotland) act 2004",
    ),
    (
        ENG,
        "The Trust acts under the Children (Leaving Care) Act (Northern Ireland) 2002.",
        "title:children (leaving care) act (northern ireland) 2002",
    ),
    (ENG, "(see the “Rural Needs Act (NI) 2016)", "title:rural needs act (ni) 2016"),
    (SCO, "The Provider shall safeguard children as the Children Act 1989 asks.", "children-act-1989"),
    (SCO, "The Provider shall have regard to section 11 of the Children Act 2004.", "children-act-2004-section-11"),
    (SCO, "Allegations against staff are reported to the LADO within one day.", "lado"),
    (SCO, "Each child with an EHCP has a named worker.", "ehc-plan"),
    (SCO, "An education, health and care plan is kept on file.", "ehc-plan"),
    (SCO, "The Provider follows Working Together to Safeguard Children.", "working-together"),
    (SCO, "All staff need an enhanced DBS check.", "dbs"),
    (SCO, "The setting must be rated good by Ofsted.", "ofsted"),
    (SCO, "This tender is run under the Procurement Act 2023.", "procurement-act-2023"),
    (SCO, "Staff read Keeping Children Safe in Education each year.", "keeping-children-safe-in-education"),
    (SCO, "Homes meet the Children's Homes (England) Regulations 2015.", "childrens-homes-regulations-2015"),
    (SCO, "Carers are assessed under the Care Act 2014.", "care-act-2014"),
    (WAL, "Each child with an EHC plan has a named worker.", "ehc-plan"),
    (WAL, "The Provider shall comply with section 11 of the Children Act 2004.", "children-act-2004-section-11"),
    (WAL, "The service is inspected by Ofsted every year.", "ofsted"),
    (
        WAL,
        "The council acts as corporate parent under the Children and Social Work Act 2017.",
        "children-and-social-work-act-2017",
    ),
    (
        WAL,
        "The Provider follows the Fostering Services (England) Regulations 2011.",
        "title:fostering services (england) regulations 2011",
    ),
    (NIR, "The Trust has due regard under the Equality Act 2010.", "equality-act-2010"),
    (NIR, "The Provider shall act in line with the Children Act 1989.", "children-act-1989"),
    (NIR, "All staff need an enhanced DBS check.", "dbs"),
    (NIR, "A family may complain to the Local Government Ombudsman.", "lgsco"),
    (NIR, "Support follows the SEND Code of Practice.", "send-code-of-practice"),
    (NIR, "The home is registered with the Care Inspectorate.", "care-inspectorate"),
]

OUT_OF_DATE = [
    (ENG, "The Council has a duty under the Child Poverty Act 2010 to reduce child poverty.", "child-poverty-act-2010"),
    (ENG, "The Provider shall follow the procedures of the LSCB.", "lscb"),
    ("", "The Provider shall follow the procedures of the Local Safeguarding Children Board.", "lscb"),
    (WAL, "The Provider reports to the Local Safeguarding Children Board each year.", "lscb"),
    (ENG, "A child with a statement of special educational needs has priority.", "statement-of-sen"),
    (ENG, "A child with an EHC plan or a statement of special educational needs may come.", "statement-of-sen"),
    (ENG, "The service delivers the outcomes of Every Child Matters.", "every-child-matters"),
    (ENG, "The worker completes a CAF assessment with the family.", "caf"),
    (ENG, "The Common Assessment Framework is used for every referral.", "common-assessment-framework"),
    (ENG, "The Provider attends meetings of the CCG.", "clinical-commissioning-group"),
    (ENG, "All staff must hold a clear CRB check.", "crb"),
    ("", "All staff must hold a clear CRB check.", "crb"),
    (ENG, "Buildings meet the Disability Discrimination Act 1995.", "disability-discrimination-act"),
    (SCO, "Buildings meet the Disability Discrimination Act 1995.", "disability-discrimination-act"),
    ("", "Records are kept in line with the Data Protection Act 1998.", "data-protection-act-1998"),
    (ENG, "This procurement is run under the Public Contracts Regulations 2015.", "public-contracts-regulations-2015"),
    (ENG, "Homes meet the Children's Homes Regulations 2001.", "childrens-homes-regulations-2001"),
    (ENG, "The Provider shall follow Working Together to Safeguard Children (2018).", "working-together-old"),
    (ENG, "The Provider shall follow Working Together 2015.", "working-together-old"),
    (WAL, "Children in need are assessed under section 17 of the Children Act 1989.", "children-act-1989-part-3"),
    (WAL, "Staff follow the All Wales Child Protection Procedures.", "all-wales-child-protection-procedures"),
    (WAL, "The service is registered with CSSIW.", "cssiw"),
    (
        SCO,
        "The council reports under Part 1 of the Children and Young People (Scotland) Act 2014.",
        "cyp-scotland-act-2014-part-1",
    ),
    (SCO, "Each child has a statutory named person.", "cyp-scotland-act-2014-part-4"),
    (
        SCO,
        "Staff follow the National Guidance for Child Protection in Scotland 2014.",
        "national-guidance-scotland-old",
    ),
    (NIR, "The service is paid for by the Health and Social Care Board.", "health-and-social-care-board"),
    (NIR, "The Education and Library Board provides transport.", "education-and-library-board"),
    (ENG, "The council places children under section 23 of the Children Act 1989.", "children-act-1989-section-23"),
    (ENG, "A learning difficulty assessment is offered at 16.", "learning-difficulty-assessment"),
    (ENG, "The Provider shall take part in any serious case review.", "serious-case-review"),
]

OVERCLAIMS = [
    ("", "This service is fully UNCRC compliant.", "rights-compliant"),
    ("", "We run a children's rights compliant service.", "rights-compliant"),
    ("", "The Provider shall deliver a child rights compliant service.", "rights-compliant"),
    ("", "Our practice is wholly compliant with the UN Convention on the Rights of the Child.", "rights-compliant"),
    ("", "The strategy complies fully with the UNCRC.", "rights-compliant"),
    ("", "This specification is compliant with the UNCRC.", "compliant-statement"),
    ("", "All 54 articles are incorporated in UK law.", "all-54-articles"),
    (SCO, "The 2024 Act incorporates all 54 articles into Scots law.", "all-54-articles"),
    ("", "The UNCRC is law in England.", "uncrc-is-uk-law"),
    (
        "",
        "The United Nations Convention on the Rights of the Child has been incorporated into UK law.",
        "uncrc-is-uk-law",
    ),
    ("", "The UNCRC is part of English law.", "uncrc-is-uk-law"),
    ("", "The UK has incorporated the UNCRC into law.", "uncrc-is-uk-law"),
    (ENG, "The UNCRC is incorporated into domestic law.", "uncrc-is-domestic-law"),
    (
        WAL,
        "The Rights of Children and Young Persons (Wales) Measure 2011 requires the council to have due regard.",
        "measure-binds-councils",
    ),
    (
        WAL,
        "The council has a duty under the Rights of Children and Young Persons (Wales) Measure 2011.",
        "measure-binds-councils",
    ),
]


@pytest.mark.parametrize(("nation", "sentence", "id"), WRONG_NATION)
def test_law_of_another_nation_is_found(book, nation, sentence, id):
    (found,) = law_of(book, sentence, nation=nation)
    assert (found.kind, found.id, found.quote, found.times) == ("wrong-nation", id, sentence, 1)
    assert found.says
    assert found.instead


@pytest.mark.parametrize(("nation", "sentence", "id"), OUT_OF_DATE)
def test_what_is_no_more_is_found(book, nation, sentence, id):
    (found,) = law_of(book, sentence, nation=nation)
    assert (found.kind, found.id) == ("out-of-date", id)
    assert found.instead


@pytest.mark.parametrize(("nation", "sentence", "id"), OVERCLAIMS)
def test_a_claim_too_large_is_found(book, nation, sentence, id):
    (found,) = law_of(book, sentence, nation=nation)
    assert (found.kind, found.id) == ("overclaim", id)


RIGHT = [
    # right for the nation
    (SCO, "The Provider shall comply with the Children (Scotland) Act 1995."),
    (ENG, "The Provider shall comply with the Children Act 1989 and the Children Act 2004."),
    (WAL, "Care orders are made under Part 4 of the Children Act 1989."),
    (WAL, "The Children and Families Act 2014 changed family courts."),
    (NIR, "The Trust acts under the Children (Northern Ireland) Order 1995."),
    (NIR, "Buildings meet the Disability Discrimination Act 1995."),
    (NIR, "A child with a statement of special educational needs has priority."),
    (NIR, "The barred lists are kept by the Disclosure and Barring Service."),
    (WAL, "All staff need an enhanced DBS check."),
    (ENG, "The Equality Act 2010 and the Human Rights Act 1998 apply."),
    (SCO, "The tender follows the Public Contracts (Scotland) Regulations 2015."),
    (WAL, "The service is registered with Care Inspectorate Wales."),
    (ENG, "The Provider shall follow Working Together to Safeguard Children (2023)."),
    (ENG, "The home meets the Children's Homes (England) Regulations 2015."),
    (WAL, "Staff follow Working together to safeguard people."),
    # on purpose
    (
        ENG,
        "Unlike in Scotland, where the UNCRC (Incorporation) (Scotland) Act 2024 applies, this contract binds us.",
    ),
    (ENG, "For placements in Scotland the Children (Scotland) Act 1995 applies."),
    (ENG, "Cross-border placements are notified to the Care Inspectorate."),
    (SCO, "A child placed in England keeps the EHC plan drawn up there."),
    (ENG, "Staff hold a DBS, PVG or AccessNI certificate, as the place of work requires."),
    (SCO, "Staff join the PVG scheme; a DBS check does not count."),
    (ENG, "The home is registered with Ofsted or the Care Inspectorate."),
    (ENG, "The wheel compares our outcomes with SHANARRI."),
    (ENG, "In each of the four nations there is a law of its own, such as the Children (Scotland) Act 1995."),
    (ENG, "The Children (Scotland) Act 1995 does not apply here."),
    (SCO, "The child has an EHC plan or equivalent."),
    (
        ENG,
        "A Welsh child's care and support plan under the Social Services and Well-being (Wales) Act 2014 is honoured.",
    ),
    (ENG, "In Northern Ireland the supplier shall meet the Disability Discrimination Act 1995."),
    (ENG, "In Scotland, the Education (Additional Support for Learning) (Scotland) Act 2004 applies."),
    (ENG, "Where applicable, the Education (Scotland) Act 2016 is followed."),
    # what was
    (ENG, "The repealed Child Poverty Act 2010 placed duties on councils."),
    (ENG, "Until 2016 the Child Poverty Act 2010 bound councils."),
    (ENG, "The former LSCB handed its records to the partnership."),
    (ENG, "The LSCB published its last report in 2018."),
    (ENG, "The safeguarding partners replaced the Local Safeguarding Children Board."),
    (ENG, "Integrated care boards took over from CCGs."),
    (ENG, "The contract was let in 2022 under the Public Contracts Regulations 2015."),
    (ENG, "EHC plans have replaced the statement of special educational needs."),
    (ENG, "The DBS was formerly known as the Criminal Records Bureau."),
    (ENG, "The LSCB commissioned a review of neglect."),
    # words in another sense, or not known for which nation
    (ENG, "Every child matters to us."),
    (ENG, "Every child matters, and we say so."),
    (ENG, "We are committed to working together to safeguard children."),
    (ENG, "Working together to safeguard children, we share what we know."),
    (ENG, "We are getting it right for every child in the borough."),
    (ENG, "Parents may borrow a children's hearing kit."),
    (ENG, "The health and social care board of the council meets monthly."),
    (ENG, "We send a letter to each home."),
    (ENG, "The caf\u00e9 meeting is on Monday."),
    ("", "The Provider shall comply with the Children (Scotland) Act 1995."),
    ("", "The Council has a duty under the Child Poverty Act 2010."),
    ("", "Buildings meet the Disability Discrimination Act 1995."),
    # somebody else's words
    (ENG, "> The Provider shall comply with the Children (Scotland) Act 1995."),
    (ENG, "Their policy says “we follow the LSCB procedures and GIRFEC” on page one."),
    # rights claimed truly, asked, denied or aimed at
    ("", "The UNCRC is not incorporated in English law."),
    ("", "The UNCRC binds the UK in international law."),
    ("", "Nobody can call a service UNCRC compliant."),
    ("", "Is your service UNCRC compliant?"),
    ("", "We do not claim that this strategy complies fully with the UNCRC."),
    ("", "The UNCRC has 54 articles."),
    ("", "It is a mistake to say that all 54 articles are incorporated in UK law."),
    ("", "If the UNCRC were incorporated into UK law, courts could apply it."),
    (SCO, "The UNCRC is incorporated into Scots law by the 2024 Act."),
    (SCO, "The UNCRC is incorporated into domestic law."),
    ("", "The Provider shall act in a way that respects the UNCRC."),
    ("", "The Provider shall be compliant with data protection law and children's privacy."),
    (
        WAL,
        "The Rights of Children and Young Persons (Wales) Measure 2011 binds the Welsh Ministers.",
    ),
    (WAL, "The council has chosen to follow the Rights of Children and Young Persons (Wales) Measure 2011."),
]


@pytest.mark.parametrize(("nation", "sentence"), RIGHT)
def test_what_is_right_or_meant_so_is_left_alone(book, nation, sentence):
    assert law_of(book, sentence, nation=nation) == ()


def test_lists_of_laws_and_headings_count_since_citing_is_the_fault(book):
    lines = (
        "# 9 Legislation",
        "- Children Act 1989",
        "- Child Poverty Act 2010",
        "# GIRFEC and us",
        "We meet each child.",
    )
    found = law_of(book, *lines, nation=ENG)
    assert [(one.kind, one.id, one.place.section) for one in found] == [
        ("wrong-nation", "girfec", "GIRFEC and us"),
        ("out-of-date", "child-poverty-act-2010", "9 Legislation"),
    ]


def test_a_cell_of_a_table_counts_and_has_its_place(book):
    (found,) = law_of(book, "| Act | Use |", "| Children (Scotland) Act 1995 | Welfare of the child |", nation=ENG)
    assert found.place.cell is not None
    assert (found.place.cell.row, found.place.cell.column) == (2, 1)


@pytest.mark.parametrize(
    "lines",
    [
        ("# Placements in Scotland", "The Children (Scotland) Act 1995 applies."),
        ("Children move north. In Scotland they have rights. The Children (Scotland) Act 1995 applies.",),
        ("In Scotland the Provider shall follow:", "- the Children (Scotland) Act 1995;"),
        ("| Nation | Law |", "| Scotland | Children (Scotland) Act 1995 |"),
        ("# References", "- Children (Scotland) Act 1995"),
        ("# Contents", "Children (Scotland) Act 1995"),
    ],
)
def test_what_stands_around_a_citation_can_show_that_it_is_meant(book, lines):
    assert law_of(book, *lines, nation=ENG) == ()


def test_a_list_item_does_not_excuse_its_neighbours(book):
    lines = (
        "The Provider shall follow:",
        "- the law of Scotland, for placements there;",
        "- the Children (Scotland) Act 1995;",
    )
    assert [one.id for one in law_of(book, *lines, nation=ENG)] == ["children-scotland-act-1995"]


def test_the_same_law_is_told_once_a_file_with_how_often(book):
    found, _ = read(
        book,
        rulesets=(ENG,),
        **{
            "a.md": ["The LSCB meets.", "The Provider tells the LSCB.", "The LSCB and the LSCB chair reply."],
            "b.md": ["The Provider tells the LSCB."],
        },
    )
    assert [(one.place.file, one.times, one.quote) for one in found] == [
        ("a.md", 4, "The LSCB meets."),
        ("b.md", 1, "The Provider tells the LSCB."),
    ]


def test_a_part_of_an_act_and_the_act_are_one(book):
    found = law_of(book, "Section 17 of the Children Act 1989 applies.", "The Children Act 1989 applies.", nation=SCO)
    assert [(one.id, one.times) for one in found] == [("children-act-1989-part-3", 2)]


def test_two_nations_in_use_leave_the_law_of_both_alone(book):
    found, _ = read(
        book, "Staff follow the Children Act 1989, and the Children (Scotland) Act 1995.", rulesets=(ENG, SCO)
    )
    assert found == ()


ENGLISH = (
    "The Provider is registered with Ofsted.",
    "Each child with an EHC plan has a key worker.",
    "Working Together to Safeguard Children is followed.",
)


def test_the_nation_is_worked_out_from_what_the_paper_cites(book):
    (found,) = law_of(book, *ENGLISH, "The Provider follows the Children (NI) Order 1995.")
    assert (found.id, found.certainty) == ("children-ni-order-1995", "likely")
    assert "reads as one for England" in found.says
    (chosen,) = law_of(book, *ENGLISH, "The Provider follows the Children (NI) Order 1995.", nation=ENG)
    assert (chosen.id, chosen.certainty) == ("children-ni-order-1995", "sure")
    assert "reads as" not in chosen.says


def test_the_nation_that_a_title_names_is_the_papers_own_whatever_it_cites(book):
    lines = ("# Fostering in Glasgow, Scotland", *ENGLISH)
    assert {one.id for one in law_of(book, *lines)} != set()
    assert [one.ruleset for one in suggested(book, *lines)][:1] == ["scotland"]


def test_titles_that_name_two_nations_settle_nothing(book):
    lines = ("# Fostering in England and Scotland", *ENGLISH)
    assert law_of(book, *lines) == law_of(book, "# Fostering", *ENGLISH)


def test_laws_copied_into_a_list_do_not_hide_the_nation(book):
    copied = ("# Legislation", "- Children (Scotland) Act 1995", "- Social Services and Well-being (Wales) Act 2014")
    kept = "A child placed in Scotland has the rights of the Children (Scotland) Act 1995."
    assert [one.id for one in law_of(book, *ENGLISH, kept, *copied)] == [
        "children-scotland-act-1995",
        "social-services-and-well-being-wales-act-2014",
    ]


def test_what_was_not_looked_up_has_no_date(book):
    assert {bool(entry.checked) for entry in book.entries if entry.verified == "no"} == {False}
    assert all(entry.checked for entry in (*book.entries, *book.claims) if entry.verified != "no")


def test_a_mixed_paper_has_no_nation(book):
    assert law_of(book, *ENGLISH, "GIRFEC is followed.", "The SPSO hears complaints.") == ()


def test_certainty_follows_how_well_the_law_was_checked(book):
    lines = ("The LSCB meets.", "The worker completes a CAF assessment.", "The Every Child Matters outcomes apply.")
    found = law_of(book, *lines, nation=ENG)
    assert [(one.id, one.certainty) for one in found] == [
        ("lscb", "sure"),
        ("every-child-matters", "likely"),
        ("caf", "check"),
    ]


def test_what_is_not_verified_is_never_told_as_fact(book):
    for entry in book.entries:
        for ending in entry.ended:
            assert entry.verified != "no" or ending.says.startswith("Check whether"), entry.id
    assert all(claim.verified == "yes" for claim in book.claims)


def test_every_entry_is_whole(book):
    ids = [entry.id for entry in book.entries]
    assert len(ids) == len(set(ids)) >= 75
    for entry in book.entries:
        assert not entry.family or entry.family in book.families, entry.id
        assert not entry.of or entry.of in ids, entry.id
        assert entry.nations or entry.ended, entry.id
        for ending in entry.ended:
            assert set(ending.nations) <= set(entry.nations) or not entry.nations, entry.id
            assert ending.instead, entry.id


def test_no_text_says_that_anything_complies(book):
    for text in [one.instead for one in book.claims] + [end.says for one in book.entries for end in one.ended]:
        assert "complian" not in text


def test_findings_stand_in_one_order_whatever_the_kind(book):
    lines = (
        "The worker completes a CAF assessment.",
        "The UNCRC is law in England.",
        "The LSCB meets.",
        "GIRFEC is followed.",
    )
    assert [one.id for one in law_of(book, *lines, nation=ENG)] == ["girfec", "lscb", "uncrc-is-uk-law", "caf"]


def test_a_lawbook_changes_no_finding_and_no_points(book):
    document = doc("The LSCB meets.", "This service is fully UNCRC compliant.", "GIRFEC is followed.")
    criterion = rule("DO-PAR-1", parts=(part("meet"),))
    plain = judged(document, criterion)
    told = assess(document, [ruleset(criterion)], lawbook=book)
    assert told.law
    assert (told.findings, told.overall) == (plain.findings, plain.overall)


def many(text: str, number: int = 10) -> list[str]:
    return [f"{text} in place {one}." for one in range(number)]


SUGGESTED = [
    ("care-accommodation", "# Specification: residential children's home"),
    ("care-accommodation", *many("A foster carer is matched")),
    ("disabled-children", "# Short breaks specification"),
    ("disabled-children", *many("SEND support is given to disabled children")),
    ("child-protection", *many("The worker goes to the child protection conference")),
    ("social-work", "# Advocacy for looked after children and care leavers"),
    ("child-poverty", "# Child poverty action plan"),
    ("universal", "# Library services specification"),
    ("universal", *many("The leisure centre is open to each child")),
    ("planning-governance", "# Joint Strategic Needs Assessment"),
    ("scotland", "The home answers to the Care Inspectorate.", "GIRFEC is followed.", "Staff join the PVG scheme."),
    ("wales", "CIW inspects.", "The SSWBA applies.", "The Welsh Government pays."),
]


@pytest.mark.parametrize("case", SUGGESTED, ids=lambda case: case[0] + ": " + case[1][:20])
def test_a_paper_that_calls_for_an_overlay_is_told_so_until_it_is_in_use(book, case):
    name, *lines = case
    found = suggested(book, *lines)
    assert found[0].ruleset == name
    assert found[0].quote in [line.lstrip("# ") for line in lines]
    assert name not in [one.ruleset for one in suggested(book, *lines, rulesets=(name,))]


@pytest.mark.parametrize(
    "lines",
    [
        ("The child protection conference meets.", "The Provider attends."),
        ("# Legislation", *(f"- Care leavers Act {number}" for number in range(12))),
        ("# Contents", *many("foster carers")),
        tuple(many("We send a letter to each home")),
        tuple([f"> {line}" for line in many("A foster carer is matched")]),
        ("GIRFEC is followed.", "The LADO is told.", "CIW inspects."),
        (*many("The Provider runs a club", 600), *many("A foster carer is matched", 9)),
    ],
)
def test_weak_signs_call_for_nothing(book, lines):
    assert suggested(book, *lines) == ()


def test_no_more_than_three_are_proposed_and_the_strongest_comes_first(book):
    files = {
        "a.md": ["# Short breaks", *many("A disabled child comes", 9)],
        "b.md": ["# Fostering service", *many("A foster carer is matched", 3)],
        "c.md": ["# Library services"],
        "d.md": ["# Child poverty plan", *many("Child poverty is cut", 5)],
    }
    assert [one.ruleset for one in suggested(book, **files)] == [
        "disabled-children",
        "child-poverty",
        "care-accommodation",
    ]


WRONG_ARTICLES = [
    ("Our work rests on Article 57 of the UNCRC.", "There is no article 57"),
    ("The panel was set up under UNCRC article 99.", "There is no article 99"),
    ("Staff are trained in UNCRC General Comment No. 45.", "general comment 45"),
    ("The play strategy keeps UNCRC Article 31 (the right to be heard).", "Article 31 of the UNCRC"),
    ("Children have the right to play (Article 12) under the UNCRC.", "Article 12 of the UNCRC"),
    ("UNCRC Article 24 – the right to education – shapes the offer.", "Article 24 of the UNCRC"),
]
RIGHT_ARTICLES = [
    "Article 54 of the UNCRC is its last.",
    "We keep Article 12 (the right to be heard) and Article 31 (play and leisure) of the UNCRC.",
    "We keep Articles 12 and 31 (being heard, play) of the UNCRC.",
    "Under UNCRC Article 3 – best interests – each child's health is thought of.",
    "Under UNCRC Article 12 – children choose play sessions and leisure – the club is planned.",
    "UNCRC Article 12 (for example when children choose the toys they play with) is kept.",
    "Article 8 of the ECHR (the right to private life) stands beside the UNCRC.",
    "Article 57 of the UK GDPR and the UNCRC both bear on records.",
    "Article 61 of the code applies.",
    "Article 31 (the right to be heard) is on the agenda.",  # of what is not said
    "A visitor wrote that “Article 31 (the right to be heard) of the UNCRC” was on the poster.",
]


@pytest.mark.parametrize(("line", "says"), WRONG_ARTICLES)
def test_a_number_that_is_not_what_the_convention_says_is_told_with_the_right_one(book, line, says):
    found = law_of(book, line)
    assert [one.kind for one in found] == ["wrong-article"]
    assert says in found[0].says and found[0].instead and found[0].quote == line


@pytest.mark.parametrize("line", RIGHT_ARTICLES)
def test_right_numbers_and_those_of_other_instruments_are_left_alone(book, line):
    assert law_of(book, line) == ()


def test_the_article_that_was_meant_is_named(book):
    (found,) = law_of(book, "Children have the right to play (Article 12) under the UNCRC.")
    assert found.instead.startswith("article 31 (rest, leisure, play, culture)")


@pytest.mark.parametrize(
    ("council", "kinds"),
    [
        ("Leeds City Council", ["out-of-date"]),
        ("the London Borough of Camden Council", ["out-of-date"]),
        ("Fife Council", []),
        ("the Council", []),
    ],
)
def test_the_name_of_a_council_shows_the_nation_of_a_paper(book, council, kinds):
    lines = (f"This service is bought by {council}.", "It keeps the duties of the Child Poverty Act 2010.")
    assert [one.kind for one in law_of(book, *lines)] == kinds


def test_councils_of_two_nations_show_none(book):
    lines = ("Leeds City Council and Fife Council buy this.", "It keeps the duties of the Child Poverty Act 2010.")
    assert law_of(book, *lines) == ()


def test_the_overlay_of_the_nation_is_proposed_for_a_council_of_it(book):
    (proposed,) = suggested(book, "This service is bought by Leeds City Council.")
    assert proposed.ruleset == "england" and "a council in England" in proposed.because


def test_the_last_general_comment_is_the_one_behind_those_that_ship():
    assert library.convention().comments[-1].number + 1 == articles.LAST_COMMENT

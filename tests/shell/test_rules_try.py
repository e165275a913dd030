"""'rules try' says step by step what a passage counts for, and why not more."""

from __future__ import annotations

import pytest
from command_line import Run

ASKED = "The Provider shall ask each child for their views before every review and record them."
EXPLAINED = [
    (ASKED, "somebody is bound, by the words “shall”, who: the provider"),
    (ASKED, "Can be checked by: how often (“before every”)"),
    (ASKED, "on its own this would be “met”"),
    ("The Provider will aim to ask each child for their views.", "an aim, not a duty, by the words “aim to”"),
    ("Where possible the Provider shall ask each child.", "held back by “where possible”"),
    ("No child shall be asked for their views.", "denied"),
    (f"{ASKED} This clause is guidance only.", "Binds nobody (“This clause is guidance only.”): an aim at most."),
    (f"Clause 8 (repealed). {ASKED}", "so it is no evidence"),
    (f'The minister said: "{ASKED}"', "Quoted from somebody who is no party to it, so it is no evidence."),
    ('Ofsted found that "children are asked for their views".', "Quoted from somebody else: a mention at most."),
    ("The Provider shall ask [insert who].", "an unfilled slot of a template, so it is no evidence"),
    ("The invoice is paid within 30 days.", "It counts for nothing"),
]


@pytest.mark.parametrize(("passage", "says"), EXPLAINED)
def test_it_explains(run: Run, passage: str, says: str) -> None:
    ran = run("rules", "try", passage)
    assert ran.code == 0, ran.err
    assert says in ran.out

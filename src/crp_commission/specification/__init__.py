"""A service specification written as data: what a commissioner fills in, key by key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from ..described import CLOSED, says

Text = str | tuple[str, ...]  # one text, or a list of paragraphs
Nation = Literal["england", "scotland", "wales", "northern-ireland"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One duty: who must do what, and everything that makes it possible to check."""

    __pydantic_config__ = CLOSED

    number: str = field(default="", metadata=says("The clause's number, such as 4.2.1."))
    who: str = field(default="The Provider", metadata=says("Who is bound, as the contract names them."))
    must: str = field(default="", metadata=says("What they must do, starting with a verb: consult every child ..."))
    must_not: str = field(
        default="", metadata=says("What they must not do, starting with a verb: charge for an interpreter ...")
    )
    detail: Text = field(
        default="", metadata=says("What else belongs to the duty: how it is done, whom it covers, what counts.")
    )
    how_often: str = field(default="", metadata=says("How often it is done: every quarter, at each review."))
    by_when: str = field(default="", metadata=says("By when it is done: within 20 working days, by 31 March 2027."))
    how_many: str = field(
        default="", metadata=says("How many or how much: at least eight children, half of the panel.")
    )
    answers_for_it: str = field(default="", metadata=says("The person or post that answers for it."))
    evidence: str = field(default="", metadata=says("What is written down and kept to show that it was done."))
    published: str = field(default="", metadata=says("What is made public, where, and in what form for children."))
    measure: str = field(default="", metadata=says("How one will know that it works, best as children see it."))
    if_missed: str = field(default="", metadata=says("What follows when it is not done."))

    def __post_init__(self) -> None:
        if not (self.must or self.must_not):
            raise ValueError("a clause needs the key “must” or “must_not”; write what is to be done or left undone.")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the specification: text, clauses or both under one heading."""

    __pydantic_config__ = CLOSED

    heading: str = field(metadata=says("The heading, without its number.", min_length=1))
    number: str = field(default="", metadata=says("The section's number, such as 4 or 4.2."))
    text: Text = field(default="", metadata=says("Running text; lists may be typed in it."))
    clauses: tuple[Clause, ...] = field(default=(), metadata=says("The duties in this section."))


@dataclass(frozen=True, slots=True)
class Kpi:
    """One row of the table of key performance indicators."""

    __pydantic_config__ = CLOSED

    measure: str = field(metadata=says("What is measured.", min_length=1))
    ref: str = field(default="", metadata=says("Its reference, such as K1."))
    target: str = field(default="", metadata=says("The level to be reached."))
    source: str = field(default="", metadata=says("Where the figure comes from, and who asks children."))
    how_often: str = field(default="", metadata=says("How often it is reported."))
    weight: str = field(default="", metadata=says("What share of the judgement it carries."))
    if_missed: str = field(default="", metadata=says("What follows when the target is missed."))


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or post to turn to."""

    __pydantic_config__ = CLOSED

    role: str = field(metadata=says("What they are there for, such as contract manager.", min_length=1))
    name: str = field(default="", metadata=says("The person or post."))
    reach: str = field(default="", metadata=says("How to reach them, also for a child."))


@dataclass(frozen=True, slots=True)
class Definition:
    """A word and what it means in this specification."""

    __pydantic_config__ = CLOSED

    term: str = field(metadata=says("The word.", min_length=1))
    meaning: str = field(metadata=says("What it means here.", min_length=1))


@dataclass(frozen=True, slots=True)
class Specification:
    """A service specification, written as data."""

    __pydantic_config__ = CLOSED

    title: str = field(metadata=says("The title of the specification.", min_length=1))
    sections: tuple[Section, ...] = field(metadata=says("The sections, in order."))
    format_version: Literal[1] = field(default=1, metadata=says("The version of this format."))
    council: str = field(default="", metadata=says("The council or other body that buys the service."))
    service: str = field(default="", metadata=says("The service bought."))
    reference: str = field(default="", metadata=says("The contract's reference."))
    nation: Nation | None = field(default=None, metadata=says("The nation whose law applies."))
    role: str = field(default="service-specification", metadata=says("What kind of paper this is in a tender pack."))
    starts: str = field(default="", metadata=says("When the service starts."))
    ends: str = field(default="", metadata=says("When it ends, and how it may be extended."))
    summary: Text = field(default="", metadata=says("What the service is for, in short. Background: it binds nobody."))
    definitions: tuple[Definition, ...] = field(default=(), metadata=says("Words with a meaning of their own here."))
    kpis: tuple[Kpi, ...] = field(default=(), metadata=says("The key performance indicators."))
    contacts: tuple[Contact, ...] = field(default=(), metadata=says("Whom to turn to."))
    legislation: tuple[str, ...] = field(
        default=(), metadata=says("Laws and guidance that apply. A list of laws promises nothing.")
    )

    def __post_init__(self) -> None:
        if not self.sections:
            raise ValueError("the list “sections” is empty; write at least one section with a heading.")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a specification, in the draft that editors of YAML understand."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Specification).json_schema(ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs")
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}

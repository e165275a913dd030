"""A specification to start from."""

from __future__ import annotations

SCHEMA_FILE = "specification.schema.json"
"""The file beside it that editors check it against."""


def scaffold() -> str:
    """A commented specification in YAML with slots to fill in; it can be read as it is."""
    return f"# yaml-language-server: $schema={SCHEMA_FILE}\n{_SCAFFOLD}"


_SCAFFOLD = """\
# A service specification as data. Fill in the slots in [square brackets]; a slot left unfilled promises nothing.
# Keys without a value you need may be deleted. Put a text in quotes if it starts with a bracket or holds ": ".
# A longer text may follow a bar (|) on the lines below, indented.

title: "[title of the service] specification"
council: "[council]"
service: "[service]"
reference: "[contract reference]"
nation: england            # england, scotland, wales or northern-ireland
role: service-specification
starts: "[date]"
ends: "[date, and how it may be extended]"

# What the service is for. Background: it helps the reader and binds nobody.
summary: |
  [Two or three sentences: for which children, why, and what children themselves said they need.]

definitions:
  - term: "[word]"
    meaning: "[what it means here]"

sections:
  - number: "1"
    heading: Children have a say
    text: |
      [Anything to be said before the duties.]
    clauses:
      # One duty a clause. Who must do what is the least; the other keys make it possible to check.
      - number: "1.1"
        who: The Provider
        must: "[verb first: what is to be done, for or with which children]"
        how_often: "[every quarter]"
        by_when: "[within how many working days, or by which date]"
        how_many: "[at least how many children, and which of them]"
        answers_for_it: "[post]"
        evidence: "[what is written down]"
        published: "[what is made public, also in a form for children]"
        measure: "[how children would know that it works]"
        if_missed: "[what follows when it is not done]"
      - number: "1.2"
        who: The Provider
        must_not: "[verb first: what is not to be done]"

  - number: "2"
    heading: Complaints and advocacy
    clauses:
      - number: "2.1"
        must: "[verb first]"
        detail:
          - "[how it is done]"
          - "[whom it covers]"

kpis:
  - ref: K1
    measure: "[what children themselves report]"
    target: "[level]"
    source: "[who asks them, how many, how they are chosen]"
    how_often: "[every quarter]"
    weight: "[share of the judgement]"
    if_missed: "[what follows]"

contacts:
  - role: Contract manager
    name: "[post]"
    reach: "[telephone, e-mail; how a child can reach them]"

# A list of laws promises nothing: say in a clause what is to be done under them.
legislation:
  - "[act or guidance]"
"""

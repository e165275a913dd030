"""How a run of the command line is written down, and the texts of a small tender pack to run it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SPECIFICATION = """# Young Carers Service: service specification

## 4.2 Participation

The Provider shall:

- ask every child for their views each quarter, and publish what changed within ten working days;
- tell each child what was decided and why.

## 4.3 Complaints

Children will not be told how to complain.
"""
TERMS = "1. The Provider shall comply with the Children Act 2004.\n\n2. Either party may end the contract.\n"


@dataclass(frozen=True)
class Ran:
    """What a run printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]

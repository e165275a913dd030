"""Questions to a person at a terminal, each with the names to choose from and a proposal."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from ._console import is_terminal, say


def may_ask() -> bool:
    """Whether there is a person to ask: both what they type and what they see are a terminal."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def ask(question: str, choices: Mapping[str, str], proposal: Sequence[str], *, several: bool) -> tuple[str, ...]:
    """The names chosen. Enter takes the proposal; the end of the input counts as an interrupt."""
    width = max(map(len, choices))
    say("", question, *(f"  {name:{width}}  {words}".rstrip() for name, words in choices.items()))
    manner = "Names, with commas between them" if several else "A name"
    while True:
        line = ask_line(f"{manner}; Enter takes: {', '.join(proposal)}")
        names = tuple(dict.fromkeys(name.strip().lower() for name in line.split(",") if name.strip()))
        wrong = next((name for name in names if name not in choices), None)
        if wrong is not None:
            near = get_close_matches(wrong, choices, n=1)
            say(f"There is no {wrong} here.{f' Did you mean {near[0]}?' if near else ''}")
        elif len(names) > 1 and not several:
            say("Please choose one.")
        else:
            return names or tuple(proposal)


def ask_line(*question: str) -> str:
    """What a person types on a line, without blanks around it; the end of the input counts as an interrupt."""
    while True:
        say(*question)
        try:
            line = sys.stdin.readline()
        except UnicodeDecodeError:
            say("That could not be read as text. Please type it again.")
            continue
        if not line:
            raise KeyboardInterrupt
        return "".join(letter for letter in line if letter.isprintable()).strip()

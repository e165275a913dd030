"""Where sections stand: the headings above one, and those that a reference means."""

from __future__ import annotations

from time import process_time

from crp_commission.document import Section, SectionKind
from crp_commission.section_places import SectionPlaces


def sections(*paths: str, file: str = "a.md", start: int = 0) -> list[Section]:
    """Sections by their paths, such as "Service/Voice"."""
    split = [tuple(path.split("/")) for path in paths]
    return [Section(start + number, file, path[-1], path, SectionKind.OPERATIVE) for number, path in enumerate(split)]


def test_the_headings_above_are_the_last_of_their_title_before_the_section_in_its_file() -> None:
    first = sections("Service", "Service/Voice", "Service", "Service/Voice", "Service/Voice/Forum")
    other = sections("Voice/Forum", file="b.md", start=5)
    places = SectionPlaces([*first, *other])
    assert places.above(first[4]) == [3, 2]
    assert places.above(first[1]) == [0]
    assert places.above(first[0]) == []
    assert places.above(other[0]) == []


def test_a_reference_means_the_sections_of_its_number() -> None:
    places = SectionPlaces(sections("4.2 Voice", "Schedule 2: Measures", "Annex B", "Clause 7 Exit"))
    assert places.referred("as set out in Schedule 2 and clause 4.2") == {0, 1}
    assert places.referred("see annex B, section 7") == {2, 3}
    assert places.referred("see Schedule 4") == set()


def test_very_many_sections_under_one_heading_are_placed_in_time_that_grows_with_their_number() -> None:
    many = sections("Service", *(f"Service/{number}" for number in range(30_000)))
    places = SectionPlaces(many)
    began = process_time()
    assert {tuple(places.above(section)) for section in many[1:]} == {(0,)}
    assert process_time() - began < 5

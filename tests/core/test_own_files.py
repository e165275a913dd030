"""The keys by which files of this program are known are those that their schemas have."""

from __future__ import annotations

from dataclasses import fields

import pytest

from crp_commission.library.schema import RulesetFile
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.pack.own_files import RULESET_KEYS, SETTINGS, own_file
from crp_commission.settings.values import ALIASES, READERS


def test_every_key_of_a_ruleset_and_every_setting_is_known() -> None:
    assert {field.name for field in fields(RulesetFile)} == RULESET_KEYS
    assert {*READERS, *ALIASES} == SETTINGS


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("\ufeff# ours\n---\nFail-Under: 40\nruleset: core\n", "a configuration"),
        ("waivers: ours.yaml\n", "a configuration"),
        ('"waivers": []\n', "a file of waivers"),
        ("waivers: # none yet\n", "a file of waivers"),
        ("waivers: []\nSome words.\n", ""),
        ("title: A\nsections: []\n", ""),
        ("title: A\nwaivers: []\nsections: []\n", ""),
        ("", ""),
    ],
)
def test_a_yaml_file_is_known_by_all_the_keys_at_its_top(text: str, what: str) -> None:
    assert own_file(text.encode(), "folder/a file.yaml", DEFAULT_LIMITS) == what


def test_a_page_is_known_by_its_generator_and_not_by_its_words() -> None:
    page = '<html><head><meta name="generator" content="{}"></head><body><p>crp-commission</p></body></html>'
    assert own_file(page.format("crp-commission 0.1.0").encode(), "a.htm", DEFAULT_LIMITS) == "a report"
    assert own_file(page.format("an office suite").encode(), "a.htm", DEFAULT_LIMITS) == ""


def test_a_damaged_workbook_is_nobodys() -> None:
    assert own_file(b"PK\x03\x04 crp-commission", "a.xlsx", DEFAULT_LIMITS) == ""

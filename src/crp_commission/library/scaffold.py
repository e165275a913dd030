"""A ruleset of a council's own to start from: it changes a shipped one and adds to it, and says how."""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterable, Sequence

from ..rules import Rule, Ruleset, Severity

SCHEMA_NAME = "ruleset.schema.json"
"""The file beside it that editors check it against."""
_WIDTH = 118
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def scaffold(name: str, taken: Sequence[Ruleset], file: str) -> str:
    """A commented ruleset called ``name``, to stand in ``file``, that extends those ``taken``.

    It can be used as it is, and its examples pass.
    """
    rules = [rule for ruleset in taken for rule in ruleset.rules]
    reworded, graver, dropped = _chosen(rules)
    principles = _listed(principle.id for ruleset in taken for principle in ruleset.principles)
    return _SCAFFOLD.format(
        schema=SCHEMA_NAME,
        name=name,
        title=name.replace("-", " ").replace("_", " ").capitalize(),
        taken=", ".join(ruleset.id for ruleset in taken),
        file=_CONTROLS.sub("?", shlex.quote(file)),
        taken_over=_filled("; ".join(map(_brought, taken)), "# "),
        reworded=reworded,
        wording=_filled(reworded.advice.wording, " " * 8),
        graver=graver,
        dropped=dropped,
        stage=taken[0].stages[-1].id,
        stages=_listed(stage.id for ruleset in taken for stage in ruleset.stages),
        principles=_filled(principles, "    # "),
    )


def _brought(ruleset: Ruleset) -> str:
    return f"“{ruleset.title}” ({ruleset.id}, {len(ruleset.rules)} criteria)"


def _filled(text: str, margin: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _chosen(rules: Sequence[Rule]) -> tuple[Rule, Rule, Rule]:
    """Three criteria to show changes on: a grave one with wording, a middling one, and the last of the least grave."""
    reworded = next((rule for rule in rules if rule.severity is Severity.CRITICAL and rule.advice.wording), rules[0])
    others = [rule for rule in rules if rule is not reworded]
    graver = next((rule for rule in others if rule.severity is not Severity.CRITICAL), others[0])
    left = [rule for rule in others if rule is not graver]
    dropped = max(left, key=lambda rule: (rule.severity.rank, left.index(rule)))
    return reworded, graver, dropped


_SCAFFOLD = """\
# yaml-language-server: $schema={schema}
# A ruleset of our own: what is asked of a commissioning paper here. It works as it stands; change it line by line.
# The line above lets an editor that knows YAML check it as you type.
#
#   crp-commission rules lint {file}
#     says whether it is written rightly, and where it is not
#   crp-commission rules test {file}
#     tries our own criteria on their examples
#   crp-commission rules show {file}
#     lists all that is asked
#   crp-commission check specification.docx --ruleset {file}
#     judges a paper by it

id: {name}
title: "{title}: children's rights in what we buy"
version: "0.1.0" # stands in every report; raise it when you change what is asked

# Taken over, as they are in the version of the tool in use:
{taken_over}
# What stands below changes them or adds to them.
# 'crp-commission rules list' shows what else there is: extends: [core, scotland]
extends: [{taken}]

adjust:
  # Words of advice: what you write replaces the shipped text, the rest stays. There are good, minimum, reject, wording,
  # indicator, why_it_matters, effort, who_decides and place. Square brackets mark what the officer fills in.
  {reworded.id}: # {reworded.title}
    advice:
      minimum: Ask for our model clause, word for word.
      wording: >-
{wording}

  # How much it matters: severity (critical, major or minor) decides on gates and bands, weight how many points it is
  # worth. Without a weight the severity's own holds: 3, 2 or 1.
  {graver.id}: # {graver.title} (ships as {graver.severity})
    severity: critical
    weight: 4

  # What is not asked here, and why. The reason is printed in every report that leaves it out.
  {dropped.id}: # {dropped.title}
    off: true
    reason: "[say why this is not asked, who agreed to it and until when]"

# Words used here. A list that ships is added to ('crp-commission rules show {reworded.id}' says which lists a criterion
# looks for); a list of your own can be used below as $name. Any form of a word is found (ask, asked, asking); =word
# finds that form only, (a|b) either, ~3 up to three words between.
vocabulary:
  child_strict: [bairn, wean]
  our_forum: [youth cabinet, young mayor, (children in care|youth) council]

# A criterion of our own.
rules:
  - id: OUR-1
    title: Our youth cabinet hears how the contract goes
    question: Must the provider report to our youth cabinet in person, and answer what its members ask?
    stage: {stage} # {stages}
    # one of the principles:
{principles}
    principle: participation
    severity: major # critical, major or minor
    articles: [12, 13] # of the UN Convention on the Rights of the Child
    where: [service-specification, contract-terms] # papers in which one expects it; leave out for any
    advice: # what the report tells the officer
      good: The provider's manager reports to the youth cabinet twice a year and answers its questions in writing.
      minimum: One report a year in person, with a date, and an answer to each question.
      reject: Send back 'the youth cabinet may be consulted' and any clause that keeps reports from its members.
      wording: >-
        The Provider shall report in person to the [youth cabinet] every [6] months on how children find the service,
        and shall answer each question of its members in writing within [20] working days.
      indicator: Share of questions answered in time, by the youth cabinet's own count.
      why_it_matters: Young people who speak for others can only do so when the grown-ups in charge come and answer.
      effort: An hour to add the clause; two evenings a year.
      who_decides: The commissioning manager, with the youth cabinet.
    # What it looks for. A part that is not essential moves points and advice only. A signal in quotes is phrases joined
    # by & (all in one sentence), ^ (near by) or ! (not there); the first one is what somebody must do.
    #   promises: somebody is bound to it    forbids: it is ruled out     reports: it was done
    #   says: it is said (under against)     counts: figures by group
    parts:
      - asks: the provider reports to the youth cabinet
        essential: true
        find:
          - promises:
              - "(report|present|explain|give an account|speak) ~6 $our_forum"
              - "(meet|attend) ~4 $our_forum & (report|progress|how ~4 (going|working))"
        against:
          - says:
              - "(keep|kept|withhold|withheld|hide) ~6 $our_forum & (report|progress|figures)"
              - "(no|not) ~3 (report|reports|figures|shared|shown) ~6 $our_forum"
      - asks: what its members ask is answered
        find:
          - promises: ["(answer|reply|respond) ~6 (question|request|member|they ask) & ^($our_forum|$child_strict)"]
    # Passages that prove it: 'rules test' must read each as it is listed. Take them from papers you have seen, and add
    # one whenever the tool reads a paper wrongly.
    examples:
      met:
        - >-
          The Provider shall report to the youth cabinet every six months, and shall answer each question of its members
          within 20 working days.
        - The manager must attend the Children in Care Council each quarter and report on progress in writing.
      partial:
        - The manager shall speak to the youth cabinet.
        - The Provider should aim to present its findings to the youth council.
      gap:
        - The youth cabinet was elected in May and has twelve members.
        - The Provider shall report to the Council every quarter.
      contradicted:
        - Performance reports shall be withheld from the youth cabinet.
        - Figures on complaints are not to be shared with the youth council.
"""

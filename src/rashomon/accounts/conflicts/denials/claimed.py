"""What somebody claims in a report, sentence by sentence: what a denial may be tied to.

Not what they deny, doubt or only ask for, nor a question, nor words that lead up to another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.accounts.conflicts.denials.claimants import judges, says_nothing
from rashomon.accounts.conflicts.denials.stretches import Said, enclosing, entity, vector
from rashomon.accounts.told import Told
from rashomon.accounts.unsaid import cue_starts, leads_up, unsaid
from rashomon.reading.attributions.denying import denies, withholds
from rashomon.records import Attribution, Reading, Report, Span

_ASKED = re.compile(r"\b(?:not (?:to )?be (?:identified|named|quoted)|anonymity|declined to)\b", re.I)

_GIVES_IN_FULL = re.compile(
    r"\W*(?:(?:in|the)\s+)?(?:full|complete|entire)\s+(?:text|transcript|statement|letter|speech|remarks|interview)\b|\W*(?:read|watch|listen)\b[^.]{0,20}:",
    re.I,
)
"""A headline that only says what follows: ``Full text: the letter of …``."""

_DOUBTS = re.compile(r"\b(?:doubt(?:s|ed|ing)?|question(?:s|ed|ing)?)\b", re.I)
"""Cues of who does not believe what they are cited for: it is no claim of theirs."""

_LEADS = 40
"""Characters between a cue and what is told in it, in which a verb of denying may lead to that."""


def claimed_in(told: Told, n: int) -> Iterator[Said]:
    """The sentences of a report that claim something; those that nobody is cited for are the report's own."""
    report, reading = told.reports[n], told.readings[n]
    starts = cue_starts(reading)
    for sentence in reading.sentences:
        a = sentence.attribution
        attribution = None if a is None else reading.attributions[a]
        words = report.text[sentence.start : sentence.end]
        if attribution is not None and (
            denies(report.text, attribution.cue)
            or _disputes_behind(report.text, attribution)
            or unsaid(report.text, attribution)
            or judges(report, attribution)
            or withholds(report.text, attribution.cue)
            or any(_DOUBTS.search(report.text, c.start, c.end) for c in attribution.cue)
        ):
            continue
        if words.rstrip("”’\"'").endswith("?") or _GIVES_IN_FULL.match(words):
            continue
        if (
            says_nothing(words)
            or leads_up(starts, sentence)
            or _ASKED.search(words)
            or within_a_denial(report, reading, a)
        ):
            continue
        who = entity(told, report, a, attribution)
        yield Said(n, Span(sentence.start, sentence.end), a, who, vector(sentence))


def _disputes_behind(text: str, a: Attribution) -> bool:
    """Whether what was posted or said disputes it: *posted a video that disputed the effectiveness of masks*."""
    end, start = (a.cue[-1].end, a.content[0].start) if a.cue and a.content else (0, 0)
    return 0 < start - end <= _LEADS and denies(text, [Span(end, start)])


def within_a_denial(report: Report, reading: Reading, index: int | None) -> bool:
    """Whether words stand in what somebody denies: *allegations that it fired* in ``denied allegations that it fired``."""
    around = () if index is None else enclosing(reading.attributions, index)
    return any(denies(report.text, reading.attributions[n].cue) for n in around)

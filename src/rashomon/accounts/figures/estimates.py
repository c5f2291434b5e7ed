"""Estimates: the figures that the reports of a story give alike, brought together.

Two figures are one estimate where the event, the unit, what is counted and the range are the same. Words that may mean
anybody (people, dead, bodies, none) count as one; soldiers and civilians are two. A toll of an earlier event makes none.
"""

from __future__ import annotations

import re
from collections import defaultdict

from rashomon.accounts.figures.comparable import earlier
from rashomon.accounts.records import Estimate
from rashomon.accounts.told import Told, digest
from rashomon.collation.statements.claims import ROUNDED
from rashomon.records import Figure, Report, Span

_ANYBODY = frozenset(
    """people person dead body bodie life live death fatality fatalitie victim casualty casualtie other others more injured
    hurt wounded killed slain detained arrested captured detainee missing displaced homeless rescued freed released
    evacuated arrest detention""".split()
)
_OF_WHAT = re.compile(r"\s+of\s+(?:(?:the|an?|his|her|their|its|one|[\w’'-]+['’]s)\s+)?(?P<what>[\w’'-]+)")
_SINGULAR = {"men": "man", "women": "woman", "children": "child"}
_SKIPPED = frozenset("sent destroyed".split())


def estimates(told: Told) -> tuple[Estimate, ...]:
    """The estimates of one story, by event and range; figures without an event, implied ones, and those of
    an earlier event make none."""
    groups: defaultdict[tuple[str, str, str, float | None, float | None, float | None], list[tuple[str, int]]]
    groups = defaultdict(list)
    past = earlier(told)
    for report, reading in told.pairs():
        for index, figure in enumerate(reading.figures):
            if (
                (report.id, index) in past
                or figure.event is None
                or figure.implied
                or figure.unit != "people"
                or figure.event in _SKIPPED
            ):
                continue
            key = (figure.event, figure.unit, of(report, figure), figure.low, figure.best, figure.high)
            groups[key].append((report.id, index))
    found = [
        Estimate(digest(told.story.id, *key), told.story.id, *key, tuple(members))
        for key, members in groups.items()
    ]
    return tuple(sorted(found, key=lambda e: (e.event, e.of, e.low or 0, e.high or float("inf"), e.id)))


def of(report: Report, figure: Figure) -> str:
    """What is counted, for comparing: its last word in the singular, ``people`` for words that may mean anybody."""
    if figure.counted is None:
        return "people"
    words = re.findall(r"[^\W\d_]+", report.text[figure.counted.start : figure.counted.end].lower())
    word = _SINGULAR.get(words[-1], re.sub(r"(?<!s)s$", "", words[-1])) if words else "people"
    if word == "member":
        return _member(report.text, figure.counted)
    return "people" if word in _ANYBODY or word == (figure.event or "") else word


def _member(text: str, counted: Span) -> str:
    """Of what members are: those of a league are no members of a family."""
    *group, _ = text[counted.start : counted.end].lower().split()
    if group:
        return f"{group[-1]} member"
    of_what = _OF_WHAT.match(text, counted.end)
    return f"{of_what['what'].lower()} member" if of_what else "member"


def meet(a: Estimate, b: Estimate) -> bool:
    """Whether two ranges have a number in common; an end that is not given is open, and sums of money or measures are rounded.

    >>> nine = Estimate("", "", "killed", "people", "people", 9, 9, None, ())
    >>> meet(nine, Estimate("", "", "killed", "people", "people", 11, 11, 11, ())), meet(
    ...     nine, Estimate("", "", "killed", "people", "people", 4, 4, 4, ()))
    (True, False)
    """
    infinite = float("inf")
    rounded = 0 if a.unit in ("people", "thing") else ROUNDED * max(a.low or 0, b.low or 0)
    return (a.low or 0) - rounded <= (infinite if b.high is None else b.high) and (b.low or 0) - rounded <= (
        infinite if a.high is None else a.high
    )

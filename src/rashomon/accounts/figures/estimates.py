"""Estimates: the figures that the reports of a story give alike, brought together.

Two figures are one estimate where the event, the unit, what is counted and the range are the same. Words that may mean
anybody (people, dead, bodies, none) count as one; soldiers and civilians are two. A toll of an earlier event makes none.
"""

from __future__ import annotations

import re
from collections import defaultdict

from rashomon.accounts.figures.earlier_events import earlier
from rashomon.accounts.records import Estimate
from rashomon.accounts.told import Told, digest
from rashomon.collation.statements.claims import ROUNDED
from rashomon.records import Figure, Report, Span

_ANYBODY = frozenset(
    """people person dead body bodie life live death fatality fatalitie victim casualty casualtie other others more injured
    hurt wounded killed slain detained arrested captured detainee missing displaced homeless rescued freed released
    evacuated arrest detention""".split()
)
_CROWD = frozenset("activist demonstrator looter marcher protester protestor rioter striker".split())
"""Those of a crowd whom the police take, who are *people* to another outlet; of the dead and hurt there may be others."""

_OF_WHAT = re.compile(r"\s+of\s+(?:(?:the|an?|his|her|their|its|one|[\w’'-]+['’]s)\s+)?(?P<what>[\w’'-]+)")
_SINGULAR = {"men": "man", "women": "woman", "children": "child"}
_TENS, _ROUND = 100, 1000
_ROUNDED_BY = 0.01
"""The least numbers of tens, and with noughts behind two digits, taken for rounded ones, and by which part. Set by hand."""

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
    if figure.event == "captured" and word in _CROWD:
        return "people"
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

    So is a round number of a thousand and more: *500,000* and *500,071* are one toll, *300* and *more than 300* too.

    >>> nine = Estimate("", "", "killed", "people", "people", 9, 9, None, ())
    >>> meet(nine, Estimate("", "", "killed", "people", "people", 11, 11, 11, ())), meet(
    ...     nine, Estimate("", "", "killed", "people", "people", 4, 4, 4, ()))
    (True, False)
    """
    infinite = float("inf")
    whole = a.unit in ("people", "thing")
    rounded = max(_roundness(a, b), _roundness(b, a)) if whole else ROUNDED * max(a.low or 0, b.low or 0)
    return (a.low or 0) - rounded <= (infinite if b.high is None else b.high) and (b.low or 0) - rounded <= (
        infinite if a.high is None else a.high
    )


def _roundness(a: Estimate, other: Estimate) -> float:
    """By how much a whole number may stand for another one: the hundredth part of a round one of a thousand and more; one, of
    tens from a hundred on, where the other is *more than* it.
    """
    if a.low is None or a.low != a.high or a.low < _TENS or a.low % 10:
        return 0
    if a.low >= _ROUND and len(f"{a.low:.0f}".rstrip("0")) <= 2:
        return a.low * _ROUNDED_BY
    return 1 if other.high is None and other.low == a.low + 1 else 0

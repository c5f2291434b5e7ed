"""What a report says in all about an event of one kind: its figures added up, each lot of people once.

A report gives its figures again: a sum in the first sentence, the same people with ``the``, a figure made exact. Those are
not added. What differs in what is counted, or is said to be other or additional people, is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.accounts.figures.earlier_events import of_anothers_attack
from rashomon.accounts.figures.parts import among_them
from rashomon.records import Figure, Report

_AGAIN = re.compile(
    r"\b(?:the|these|those|both|all|his|her|its|this|that|said)\s+(?:\w+\s+){0,2}$|^(?:the|his|her|its|this|that)\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:another|other|others|additional|further|more|second|third|fourth|also|separate)\b", re.I
)
_OF_THOSE = re.compile(
    r"\s+of\s+(?:the|those|these)\s+(?:detainees|detained|captured|prisoners|arrested|dead|killed|slain|wounded|injured)\b",
    re.I,
)
"""*Two of the detainees* are of those counted before."""

_LONG = re.compile(
    r"\b(?:so far|since|this (?:year|month)|(?:past|last|previous) (?:\w+ )?(?:year|month|week|day)s?|to date)\b",
    re.I,
)
_ONE_OF = re.compile(r"one\s+of\s+(?:the|these|those|his|her|its|their)\b", re.I)
_ANY_OF_THEM = frozenset(
    "individual man men person people detainee suspect other dead body bodie captive prisoner".split()
)
"""Words that may mean any of those counted before."""


@dataclass(frozen=True, slots=True)
class Toll:
    """The total of a report's figures of one kind of event: ``counted`` are added, ``again`` are those taken for repeats."""

    event: str
    low: float
    best: float | None
    high: float | None
    counted: tuple[Figure, ...]
    again: tuple[Figure, ...]


def toll(report: Report, figures: Sequence[Figure], event: str) -> Toll:
    """The people of one kind of event, ``killed`` say, over all of a report's figures, which stand in text order."""
    counted: list[Figure] = []
    again: list[Figure] = []
    for figure in figures:
        if figure.event != event or figure.unit != "people" or _over_time(report.text, figure):
            continue
        of_those = _OF_THOSE.match(report.text, figure.end) is not None or among_them(report, figure)
        if of_anothers_attack(report.text, figure) or (counted and of_those):
            continue
        known = next((k for k in counted if _same(report, k, figure)), None)
        if known is None:
            counted.append(figure)
        elif _closer(figure, known):
            counted[counted.index(known)] = figure
            again.append(known)
        else:
            again.append(figure)
    best = [f.best for f in counted]
    highs = [f.high for f in counted]
    return Toll(
        event,
        sum(f.low or 0 for f in counted),
        None if None in best else sum(b for b in best if b is not None),
        None if None in highs else sum(h for h in highs if h is not None),
        tuple(counted),
        tuple(again),
    )


def _over_time(text: str, figure: Figure) -> bool:
    """Whether the figure sums up a longer time than the event: ``more than 125 … so far this year``."""
    start = max(text.rfind(mark, 0, figure.start) for mark in (". ", "\n")) + 1
    ends = [at for mark in (". ", "\n") if (at := text.find(mark, figure.end)) >= 0]
    return bool(_LONG.search(text, start, min(ends, default=len(text))))


def _same(report: Report, known: Figure, figure: Figure) -> bool:
    """Whether a later figure is of the people that were counted before."""
    text = report.text
    before = text[max(0, figure.start - 30) : figure.start]
    around = text[figure.start : figure.whole_end]
    definite = bool(re.match(r"(?:the|these|those|both|his|her|its|their)\b", around, re.I))
    if figure.implied and ((definite and figure.low != 1) or _ONE_OF.match(around)):
        return known.start != figure.start
    if _MORE.search(around) or re.search(r"\b(?:another|additional|further|also)\s+$", before, re.I):
        return False
    if _apart_in_place(text, known, figure):
        return False
    one, other = _words(text, known), _words(text, figure)
    if one & _ANY_OF_THEM or other & _ANY_OF_THEM:
        one = other = set()
    if _AGAIN.search(around) or _AGAIN.search(before):
        return known.start != figure.start and bool(one & other or not one or figure.implied or known.implied)
    return _meets(known, figure) and bool(one & other or not one or not other)


def _meets(a: Figure, b: Figure) -> bool:
    low = max(a.low or 0, b.low or 0)
    high = min(x for x in (a.high, b.high, float("inf")) if x is not None)
    return low <= high


def _closer(figure: Figure, known: Figure) -> bool:
    """Whether the later figure is the more exact one."""

    def width(f: Figure) -> float:
        return float("inf") if f.high is None or f.low is None else f.high - f.low

    return width(figure) < width(known) or (known.implied and not figure.implied)


def _apart_in_place(text: str, a: Figure, b: Figure) -> bool:
    if a.place is None or b.place is None:
        return False
    return text[a.place.start : a.place.end] != text[b.place.start : b.place.end]


def _words(text: str, figure: Figure) -> set[str]:
    """What is counted, by its last word, in the singular."""
    if figure.counted is None:
        return set()
    words = re.findall(r"\w+", text[figure.counted.start : figure.counted.end].lower())
    return {w.removesuffix("s") for w in words[-1:]}

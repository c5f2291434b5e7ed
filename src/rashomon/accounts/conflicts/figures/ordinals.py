"""Which in order something is set against which others say it is: *became the 14th state to ban it*, *the 15th state*.

Told only where both count the same by the same noun, both say what it does or within which time it is counted, what they tell
has words in common, what is said to have become it is not two things by name, and both are of one time. Whoever gives both tells
of two things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from rashomon.accounts.conflicts.figures.disagreement import conflict
from rashomon.accounts.conflicts.figures.sides import Events, Member, estimates_of
from rashomon.accounts.conflicts.figures.still_given import stands
from rashomon.accounts.figures.setting import one_time
from rashomon.accounts.records import Conflict
from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.stems import stem
from rashomon.reading.times.days import iso_day

_SCOPE = re.compile(
    r"\b(?P<scope>this\s+(?:year|month|week|season)|in\s+(?:[\w.’'-]+\s+){0,3}(?:days|weeks|months|years|history)|since\s+\w+)\b",
    re.I,
)
_WHO = r"[A-ZÀ-Þ][\w’'.-]*(?:\s+[A-ZÀ-Þ][\w’'.-]*){0,3}"
_BECAME = re.compile(
    rf"(?P<who>{_WHO})\s+(?:(?:on\s+\w+|just|has|have|had|would|will|also|now|today|yesterday)\s+){{0,2}}"
    r"(?:becomes?|became|is|was)\s+(?:(?:only|just|also)\s+)?the\s+$"
)
_MADE = re.compile(rf"\b(?:makes|making|made)\s+(?P<who>{_WHO})\s+(?:(?:only|just)\s+)?the\s+$")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’-]{2,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_NAMES = frozenset((*MONTHS, *WEEKDAYS, "the", "this", "that", "his", "her", "their", "its"))
_DOES = re.compile(r"\s+to\s+(?:(?:be|have|been|ever)\s+){0,3}(?P<verb>[a-z]{2,20})\b")
_WHERE = re.compile(r"\b(?:in|of)\s+the\s+(?P<where>[a-z]{3,20})\b", re.I)
"""Among what it is counted: *in the north*, *in the country*."""
_PRONOUNS = frozenset("he it she that there these they this those we which who".split())
_IN_COMMON = 2
"""Words that the two sentences have in common besides what is counted, at the least; as for other things (``things.py``)."""
_FAR = 3
"""Two ordinals further apart than this count two things, or from two days. Set by hand."""
_MOST = 60
"""Ordinals that a report gives at the most, to be set against others: one with more is a list. Set by hand."""
_LATER = timedelta(days=1)
"""By how much two reports may be apart of which each says how many there were within a time. Set by hand."""
_LEAD = 90


@dataclass(frozen=True, slots=True)
class _Nth:
    """What an ordinal counts, within which time; who is told to be it; the words and names of its sentence, and the name last
    before it; what it does, and among what it is counted.
    """

    what: tuple[str, ...]
    scope: str
    who: str
    number: float
    words: frozenset[str]
    names: frozenset[str]
    last: str
    does: str
    where: frozenset[str]


def ordinals(events: Events) -> tuple[Conflict, ...]:
    """A conflict for each thing that reports number otherwise."""
    of: dict[Member, _Nth] = {}
    groups: defaultdict[str, list[Member]] = defaultdict(list)
    for report, reading in events.told.pairs():
        counted = [n for n, figure in enumerate(reading.figures) if figure.unit == "ordinal"]
        for index in counted if len(counted) <= _MOST else ():
            member = report.id, index
            if not stands(events, member):
                continue
            of[member] = _nth(events, member)
            groups[of[member].what[-1]].append(member)
    pairs = _Pairs(events, of)
    out = []
    for noun, members in sorted(groups.items()):
        group = list(estimates_of(events, ("ordinal", "thing", noun), members))
        for matter in events.parted(group, pairs.one):
            found = [m for side in matter.sides for e in side for m in e.members]
            report, _, figure = events.figure(min(found))
            at = figure.counted
            words = report.text[at.start : at.end] if at else noun
            key = ("ordinal", noun, *map(str, min(found)))
            about = f"which {words} in order it is"
            out.append(conflict(events, key, about, matter, alone=True, may_rise=False))
    return tuple(out)


def _nth(events: Events, member: Member) -> _Nth:
    report, _, figure = events.figure(member)
    text, at = report.text, figure.counted
    assert at is not None  # an ordinal that counts nothing is no figure
    low, high = sentence_around(text, figure.start, figure.end)
    scope = _SCOPE.search(text, at.end, high)
    lead = max(low, figure.start - _LEAD)
    become = _BECAME.search(text, lead, figure.start) or _MADE.search(text, lead, figure.start)
    what = tuple(stem(w.lower()) for w in _WORD.findall(text[at.start : at.end])) or ("",)
    sentence = text[low:high]
    words = (w.lower() for w in _WORD.findall(sentence))
    before = [n for w in _NAME.findall(text[low : figure.start]) if (n := w.casefold()) not in _NO_NAMES]
    return _Nth(
        what,
        " ".join(scope["scope"].lower().split()) if scope else "",
        who if become and (who := become["who"].casefold()) not in _PRONOUNS else "",
        figure.best or 0,
        frozenset(stem(w) for w in words if w not in FUNCTION_WORDS and w not in _NO_NAMES) - {*what},
        frozenset(n for w in _NAME.findall(sentence) if (n := w.casefold()) not in _NO_NAMES),
        before[-1] if before else "",
        stem(does["verb"]) if (does := _DOES.match(text, at.end, high)) else "",
        frozenset(m["where"].lower() for m in _WHERE.finditer(text, at.end, high)),
    )


def _may_be_one(a: _Nth, b: _Nth) -> bool:
    """Whether the one may be whom the other is told to be: *Osk became the 14th* is not *the vote in Lidva makes it the 15th*."""
    if not a.who:
        return True
    if b.who:
        return not set(a.who.split()).isdisjoint(b.who.split())
    return not b.last or b.last in a.who


class _Pairs:
    """Which ordinals can be of one thing."""

    def __init__(self, events: Events, of: Mapping[Member, _Nth]) -> None:
        self._of, self._events = of, events
        self._texts = {report.id: report.text.casefold() for report in events.told.reports}
        self._given: defaultdict[tuple[str, str], set[float]] = defaultdict(set)
        for (report, _), nth in of.items():
            self._given[report, nth.what[-1]].add(nth.number)

    def one(self, one: Member, other: Member) -> bool:
        """Whether two ordinals can be of one thing."""
        a, b = self._of[one], self._of[other]
        if one[0] == other[0] or a.what != b.what or a.scope != b.scope or abs(a.number - b.number) > _FAR:
            return False
        if (a.does and b.does and a.does != b.does) or (a.where and b.where and a.where.isdisjoint(b.where)):
            return False
        if len(a.words & b.words) < _IN_COMMON:
            return False
        noun = a.what[-1]
        if b.number in self._given[one[0], noun] or a.number in self._given[other[0], noun]:
            return False
        if not (_may_be_one(a, b) and _may_be_one(b, a) and self._one_time(one, other, a)):
            return False
        return self._known(a, other[0]) and self._known(b, one[0])

    def _one_time(self, one: Member, other: Member, nth: _Nth) -> bool:
        """Whether both can be of one time: what is counted within a time grows with every day that a report is later."""
        first, last = (iso_day(self._events.figure(m)[0].published) for m in (one, other))
        if nth.scope and first is not None and last is not None and abs(first - last) > _LATER:
            return False
        return one_time(*(self._events.setting(m) for m in (one, other)))

    def _known(self, nth: _Nth, report: str) -> bool:
        """Whether the other report names what is told to be it, or, where nothing is, a name of its sentence."""
        text = self._texts[report]
        if nth.who:
            return nth.who in text
        return not nth.names or any(n in text for n in nth.names)

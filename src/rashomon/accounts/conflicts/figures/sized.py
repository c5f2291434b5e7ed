"""Sums that tell how large a bill, a package or a fine is, set against each other: *the $1.2 trillion infrastructure bill*.

Told only where both reports put the sum right before what it is the size of, both call that by a word in common (or one by no
word at all and it has the other's word elsewhere), and neither gives what the other gives as well. Sums far apart are of two
bills, and those less than a tenth apart may be one that was rounded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.accounts.conflicts.figures.disagreement import conflict
from rashomon.accounts.conflicts.figures.sides import Events, Member, estimates_of
from rashomon.accounts.conflicts.figures.still_given import stands
from rashomon.accounts.figures.estimates import meet
from rashomon.accounts.figures.parts import counts_by_itself
from rashomon.accounts.records import Conflict, Estimate
from rashomon.reading.text.around import sentence_around

_BILLS = frozenset("bill deal legislation measure package plan program programme proposal".split())
"""What lawmakers have before them, which one report calls so and another so."""
_WHAT = re.compile(
    r"[\s-]+(?P<words>(?:(?!(?:about|at|by|for|from|in|into|of|on|over|per|that|to|which|will|with|would|is|was|were|are)\b)"
    r"[\w’'&-]+\s+){0,5}?)(?P<head>bill|deal|legislation|measure|package|plan|program(?:me)?|proposal|fine|settlement)"
    r"\b(?![’'-])",
    re.I,
)
_WORD = re.compile(r"[^\W\d_][\w-]+")
_NO_HELP = frozenset(
    """
    a all an and big bipartisan compromise federal final first giant her his historic house huge its joint landmark large main
    major massive national new omnibus partisan proposed senate spending sprawling state sweeping the their this vast
    """.split()
)
"""Words before *bill* or *package* that tell none from another."""
_ANOTHER = re.compile(
    r"\b(?:additional|alternative|another|began|counter\w*|cut|earlier|first|initial\w*|original\w*|pared|reduced|rejected|revised|version|other|previous\w*|rival|scaled|second|separate|slimmed|smaller"
    r"|third|trimmed|last\s+(?:month|year)|in\s+(?:19|20)\d\d)\b",
    re.I,
)
"""What tells in its sentence that a sum is of another bill, or of another version of it."""
_FOR_YEARS = re.compile(
    r"\b(?:over|for|across|within)\s+(?:the\s+next\s+)?(\w+)\s+years\b|\b(\w+)-year\b", re.I
)
_SIDES = tuple(
    re.compile(rf"\b(?:{words})\b", re.I)
    for words in ("house|representatives", "senat(?:e|ors?)", "democrat(?:s|ic)?", "republicans?|gop")
)
"""Who has a bill of their own: a sum beside the one house or party is not set against one beside the other alone."""
_WITH = re.compile(
    r"\s+(?:with|against|on|for|to|over|between)\s+(?:the\s+)?([A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
)
_WHOSE = re.compile(
    r"(?P<who>[\w-]+)(?:[’']s|s[’'])\s+(?:(?!of\b)[\w,-]+\s+){0,2}(?:(?:about|almost|around|nearly|over|roughly)\s+)?$"
)
_AROUND = 90
"""Characters beside a figure in which it is looked for what it is of, and whose that is."""

#: How many times the smaller sum the larger one is, at the least and the most: one that is rounded is less off, and two sums
#: further apart are of two bills. Chosen on three quarters of 2,435 stories of NeUS, where all that this showed was of one bill.
_LEAST, _MOST = 1.1, 1.5


@dataclass(frozen=True, slots=True)
class _Sized:
    """What a sum is the size of: its noun, the words that tell it from others, and whose it is told to be."""

    head: str
    words: tuple[str, ...]
    whose: str
    years: str
    beside: tuple[bool, ...]
    party: str


def sized(events: Events) -> tuple[Conflict, ...]:
    """A conflict for each thing of which the reports give sizes that do not meet."""
    of: dict[Member, _Sized] = {}
    groups: defaultdict[str, list[Member]] = defaultdict(list)
    for report, reading in events.told.pairs():
        for index, figure in enumerate(reading.figures):
            if not (len(figure.unit) == 3 and figure.unit.isupper()):
                continue
            found = _sized(report.text, figure.start, figure.end)
            if (
                found is not None
                and counts_by_itself(report, reading, figure)
                and stands(events, (report.id, index))
            ):
                of[report.id, index] = found
                groups[figure.unit].append((report.id, index))
    out = []
    for unit, members in sorted(groups.items()):
        group = list(estimates_of(events, ("size", unit, ""), members))
        pairs = _Pairs(events, unit, group, of)
        for matter in events.parted(group, pairs.one, anywhere=True):
            told = [m for side in matter.sides for e in side for m in e.members]
            thing = ("size", unit, *map(str, min(told)))
            about = f"how large the {_what([of[m] for m in told])} is"
            out.append(conflict(events, thing, about, matter, alone=True, may_rise=False))
    return tuple(out)


def _what(sizes: Sequence[_Sized]) -> str:
    """What they are the size of: the noun of the first, behind the words that all have which have any, else those of one."""
    named = [x.words for x in sizes if x.words]
    first = named[0] if named else ()
    common = [w for w in first if all(w in words for words in named)]
    return " ".join([*(common or first), sizes[0].head])


def _sized(text: str, start: int, end: int) -> _Sized | None:
    """What a sum is the size of, where the words right behind it tell; None in a sentence that tells of another."""
    what = _WHAT.match(text, end, end + _AROUND)
    if what is None or "\n" in what.group():
        return None
    low, high = sentence_around(text, start, end)
    if _ANOTHER.search(text, low, high) is not None:
        return None
    words = (w.lower() for w in _WORD.findall(what["words"]))
    whose = _WHOSE.search(text, max(0, start - _AROUND), start)
    years = _FOR_YEARS.search(text, low, high)
    party = _WITH.match(text, what.end(), min(high, what.end() + _AROUND))
    return _Sized(
        what["head"].lower(),
        tuple(dict.fromkeys(w for w in words if w not in _NO_HELP)),
        whose["who"].lower() if whose else "",
        (years[1] or years[2]).lower() if years else "",
        tuple(side.search(text, low, high) is not None for side in _SIDES),
        party[1] if party else "",
    )


def _of_two_sides(a: _Sized, b: _Sized) -> bool:
    """Whether beside the one stands a house or a party alone, and beside the other the other one."""
    return any(
        (a.beside[n], a.beside[n + 1], b.beside[n], b.beside[n + 1])
        in ((True, False, False, True), (False, True, True, False))
        for n in (0, 2)
    )


class _Pairs:
    """Which sums can be sizes of one thing."""

    def __init__(self, events: Events, unit: str, group: list[Estimate], of: dict[Member, _Sized]) -> None:
        self._events, self._of = events, of
        self._estimate = {m: e for e in group for m in e.members}
        self._given: defaultdict[str, list[Estimate]] = defaultdict(list)
        for report, reading in events.told.pairs():
            every = [(report.id, n) for n, f in enumerate(reading.figures) if f.unit == unit]
            self._given[report.id] = list(estimates_of(events, ("size", unit, ""), every))

    def one(self, one: Member, other: Member) -> bool:
        """Whether two sums can be sizes of one thing."""
        a, b = self._of[one], self._of[other]
        if one[0] == other[0] or (a.head != b.head and not {a.head, b.head} <= _BILLS):
            return False
        told = ((a.whose, b.whose), (a.years, b.years), (a.party, b.party))
        if any(x and y and x != y for x, y in told) or _of_two_sides(a, b):
            return False
        if not (set(a.words) & set(b.words) or self._has(one, b, a) or self._has(other, a, b)):
            return False
        return self._near(one, other) and not (self._gives(one[0], other) or self._gives(other[0], one))

    def _has(self, member: Member, named: _Sized, bare: _Sized) -> bool:
        """Whether the report of what is called by no word of its own has a word elsewhere by which the other is called."""
        text = self._events.figure(member)[0].text.casefold()
        return not bare.words and any(re.search(rf"\b{re.escape(w)}\b", text) for w in named.words)

    def _near(self, one: Member, other: Member) -> bool:
        """Whether the sums, both given roughly or exactly, are apart and not too far apart."""
        bounds = [self._estimate[m] for m in (one, other)]
        best = sorted(e.best or e.low or e.high or 0 for e in bounds)
        return best[0] > 0 and _LEAST <= best[1] / best[0] <= _MOST

    def _gives(self, report: str, member: Member) -> bool:
        """Whether a report gives that sum as well."""
        return any(meet(e, self._estimate[member]) for e in self._given[report])

"""Whose dead, wounded or captured a figure counts, where its words tell: *five of its guards*, *six Torvenan soldiers*.

Whose *the enemy* is depends on who says so: of whoever is cited it is the one side that the same report names against theirs
(*clashes between Torvena and Osk*), and otherwise an enemy of theirs, not known which; *the occupiers* and *the terrorists* are
nobody's where no such side is named. A report's own *enemy* is whoever it is.

In a clash of two sides each has a toll of its own. Where a story's figures of one event are told to be of two sides or more, they
are set against figures of the same side alone, and those of no side against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rashomon.reading.names.words.peoples import COUNTRY
from rashomon.records import Figure, MentionKind, Reading, Report, text_of

_Member = tuple[str, int]
"""A figure: its report, and its index in the report's reading."""

_LETTERS = 4
"""Letters by which a country and its adjective are one: *Torvena*, *Torvenan*; what this parts wrongly is only not set against
each other. Set by hand."""

_BEFORE = 80
"""Characters before a figure in which its words tell whose it is."""

_OF_ITS = re.compile(r"\s+(?:of\s+)?(?P<whose>its|their|our)\s+", re.I)
_ITS = re.compile(r"\b(?P<whose>its|their|our)\s+(?:own\s+)?(?:at\s+least\s+)?\Z", re.I)
_CAPITAL = r"[A-ZÀ-Þ][\w-]{1,40}"
_NO_SIDE = (
    r"(?!(?:The|This|That|These|Those|Its|Their|Our|His|Her|Official|Officially|Confirmed|Total|Final|Current|Latest|Death|Deaths|Civilian"
    r"|Civilians|Military|Army|Police|Overall|Combined|But|And|When|As|It|He|She|They|We|Mr|Mrs|Ms)\b)"
)
_SIDES_TOLL = re.compile(
    rf"\b(?P<side>{_NO_SIDE}{_CAPITAL})(?:[’']s)?\s+(?:(?:official|confirmed|latest|own)\s+)?"
    r"(?:death\s+toll|toll|death\s+count|dead|losses|fatalities|casualties)\b[^.;:!?\n“”\"]{0,40}\Z"
)
_LOST = re.compile(
    rf"\b(?P<side>{_NO_SIDE}{_CAPITAL})\s+(?:(?:has|had|have|also)\s+)*lost\s+(?:at\s+least\s+|about\s+|some\s+)?\Z"
)
_ENEMY = re.compile(r"\b(?:the|an?)\s+enem(?:y|ies)\b[^.;:!?\n“”\"]{0,40}\Z|\benemy\s+\Z", re.I)
_CALLED_SO = re.compile(
    r"\s*(?:of\s+)?(?:(?:the|these|those)\s+)?(?:aggressors?|invaders?|occupiers?|terrorists|regime[’']?s?)\b",
    re.I,
)
"""Whom a side counts that it calls by no name: *30 occupiers were killed*."""
_NAME = re.compile(rf"\b{_NO_SIDE}{_CAPITAL}")


_NAMED = rf"{_NO_SIDE}{_CAPITAL}"
_FORCES = r"(?:[’']s)?(?:\s+[\w-]{1,20}){0,2}?"
"""What stands behind a side's name: *Torvena forces*, *Osmer’s guard*."""
_AGAINST = (
    re.compile(
        r"\b(?i:battles?|clash(?:es)?|conflict|fighting|hostilities|war|truce|ceasefire)\s+between\s+"
        rf"(?:the\s+)?(?P<a>{_NAMED}){_FORCES}\s+and\s+(?:the\s+)?(?P<b>{_NAMED})\b"
    ),
    re.compile(
        rf"\b(?:the\s+)?(?P<a>{_NAMED}){_FORCES}\s+(?:(?:has|have|had|also|again)\s+)?(?:battled|clashed|fought)\s+(?:with\s+|against\s+)?(?:the\s+)?(?P<b>{_NAMED})\b"
    ),
)
"""Two sides that a report names against each other."""


def side_of(report: Report, reading: Reading, figure: Figure) -> str | None:
    """Whose people a figure counts, as a key by which one side's figures meet; None where its words do not tell."""
    text = report.text
    before = text[max(0, figure.start - _BEFORE) : figure.start]
    counted = text[figure.end : figure.whole_end]
    if _ENEMY.search(before) or re.match(r"\s*enemy\b", counted):
        mine = _cited(report, reading, figure, False)
        return "the enemy" if mine is None else _opponent(text, mine) or f"an enemy of {mine}"
    if _CALLED_SO.match(counted):
        mine = _cited(report, reading, figure, False)
        return None if mine is None else _opponent(text, mine)
    if (told := _SIDES_TOLL.search(before) or _LOST.search(before)) is not None:
        return _key(told["side"])
    if names := _NAME.findall(counted):
        return _key(names[-1])
    whose = _ITS.search(before) or _OF_ITS.match(text, figure.end)
    return None if whose is None else _cited(report, reading, figure, whose["whose"].lower() == "its")


def of_one_side(
    of: Callable[[_Member], tuple[Report, Reading, Figure]], members: Iterable[_Member]
) -> Callable[[_Member, _Member], bool]:
    """Whether two figures of one event can be of one side, by whatever the story tells of all of its figures (``members``).

    Where it has two sides, who says that a shell *killed nobody* tells of that shell alone.
    """
    sides = {m: side_of(*of(m)) for m in members}
    if len(set(sides.values()) - {None}) < 2:
        return lambda one, other: True

    def alike(one: _Member, other: _Member) -> bool:
        return sides.get(one) == sides.get(other) and not any(_by_one_thing(of(m)[2]) for m in (one, other))

    return alike


def _by_one_thing(figure: Figure) -> bool:
    """Whether a figure of nought is the object of what killed nobody."""
    return figure.high == 0 and figure.event_at is not None and figure.event_at.end <= figure.start


def _cited(report: Report, reading: Reading, figure: Figure, its: bool) -> str | None:
    """The side of whoever is cited for a figure of ``its`` people; of a person, who speaks of *our* or *their* people, the one
    they speak for. Whoever speaks of *its* people is no person, though the model took a country that it does not know for one.
    """
    if figure.attribution is None:
        return None
    a = reading.attributions[figure.attribution]
    if a.speaker.kind is MentionKind.PERSON and not its:
        bodies = [
            b for f in reading.affiliations if f.name == a.speaker.name and (b := f.side or f.organisation)
        ]
        return _key(bodies[0]) if len(set(bodies)) == 1 else None
    words = a.speaker.name or text_of(report.text, a.source)
    return _key(words) if words else None


def _opponent(text: str, side: str) -> str | None:
    """The one side that a report names against a side; None where it names none, or several."""
    found: set[str] = set()
    for pattern in _AGAINST:
        for m in pattern.finditer(text):
            one, other = _key(m["a"]), _key(m["b"])
            found |= {b for a, b in ((one, other), (other, one)) if a == side != b}
    return found.pop() if len(found) == 1 else None


def _key(words: str) -> str:
    """A country, or the beginning of a name."""
    name = re.match(r"(?:[Tt]he\s+)?(?P<first>[\w-]+)", words)
    first = words if name is None else name["first"]
    return COUNTRY.get(first, first)[:_LETTERS].casefold()

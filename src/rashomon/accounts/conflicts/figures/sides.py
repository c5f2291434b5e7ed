"""Which figures on one thing stand against which: those of one event that do not meet, each against one of another side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.accounts.figures.estimates import meet
from rashomon.accounts.figures.named_days import is_counted_daily, named_day, of_a_day
from rashomon.accounts.figures.setting import Places, Setting, Settings, one_time
from rashomon.accounts.records import Estimate
from rashomon.accounts.told import Told, digest, giver_of
from rashomon.records import Figure, Reading, Report

_SEVERAL = re.compile(
    r"[^.!?\n]{0,60}?\b(?:in|during|after|over|across)\s+(?:two|three|four|five|six|seven|several|multiple|separate|numerous|\d+)\s+"
    r"(?:[\w-]+\s+){0,2}(?:operations|raids|sweeps|patrols|searches)\b",
    re.I,
)
_NIGHTS = re.compile(
    r"[^.!?\n]{0,60}?\b(?:in|during|over|across)\s+(?:(?:the\s+)?(?:past|last)\s+)?(?:two|three|four|five|six|seven|several|\d+)\s+(?:\w+\s+)?"
    r"(?:days|nights)\b",
    re.I,
)
_WITH_HIM = re.compile(
    r"[^.!?;\n]{0,40}?\b(?:including|counting|among\s+them)\s+(?:(?:the|a|an|one|its|their)\s+(?:\w+\s+){0,2}?)?(?:assailant|attacker|bomber"
    r"|gunm[ae]n|hijacker|killer|perpetrator|shooter|suspect)s?\b(?![’'])",
    re.I,
)
_ON = 120
"""Characters behind a figure in which that is told."""

_FAR = 2
"""How many times the most of one figure the least of another is from which on *about* cannot join them. Set by hand."""

Member = tuple[str, int]
"""A figure: its report, and its index in the report's reading."""

_Against = Mapping[Member, set[Member]]


@dataclass(frozen=True, slots=True)
class Parted:
    """Sides of one matter, in order of size, and what is on none, as it meets several that do not meet each other."""

    sides: tuple[tuple[Estimate, ...], ...]
    between: tuple[Estimate, ...]


class Events:
    """The figures of a story, which is ``told``, by where and when it was that they are of."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self._by_id = told.by_id()
        self._settings = {report.id: Settings(report, reading) for report, reading in told.pairs()}
        self._places = Places(told.reports)
        self._of: dict[Member, Setting] = {}

    def figure(self, member: Member) -> tuple[Report, Reading, Figure]:
        """A figure with its report and reading."""
        report, reading = self._by_id[member[0]]
        return report, reading, reading.figures[member[1]]

    def setting(self, member: Member) -> Setting:
        """Where and when it was that a figure is of."""
        if member not in self._of:
            self._of[member] = self._settings[member[0]].of(self.figure(member)[2])
        return self._of[member]

    def parted(
        self,
        group: Sequence[Estimate],
        alike: Callable[[Member, Member], bool] = lambda one, other: True,
        *,
        anywhere: bool = False,
    ) -> list[Parted]:
        """The matters on which estimates of one thing part, one for each event that they can be of.

        ``alike`` is what two figures have to be besides, to be set against each other; ``anywhere`` tells that they are of no
        place and day, as the size of a bill is.
        """
        against = self._against(group, alike, anywhere)
        found = []
        for matter in _connected(against):
            sides, between = _sides([e for e in (only(e, matter.__contains__) for e in group) if e])
            sides = _opposed(sides, against)
            if len(sides) > 1:
                found.append(Parted(tuple(map(tuple, sides)), tuple(between)))
        return found

    def _against(
        self, group: Sequence[Estimate], alike: Callable[[Member, Member], bool], anywhere: bool
    ) -> _Against:
        """The figures that each figure does not meet, of those that it can be of one event with."""
        settings = {self.setting(m) for e in group for m in e.members}
        named = [s for s in settings if s.place is not None]
        # What is told of no place can be of any, and so of none for certain, where figures of several are told.
        alone = all(self._places.one(a, b) for a, b in combinations(named, 2))
        found: defaultdict[Member, set[Member]] = defaultdict(set)
        for a, b in combinations(group, 2):
            if meet(a, b):
                continue
            for one in a.members:
                for other in b.members:
                    if self._told_in_part(one, a, other, b) or self._with_who_did_it(one, a, other, b):
                        continue
                    there = anywhere or self._in_one_place(one, other, alone)
                    if there and self.one_day(one, other) is False:
                        continue
                    if there and self._of_one_kind(one, other) and alike(one, other):
                        found[one].add(other)
                        found[other].add(one)
        return found

    def _told_in_part(self, one: Member, a: Estimate, other: Member, b: Estimate) -> bool:
        """Whether a report that has cited somebody for more goes on with a part of it in its own words.

        ``Three women and six children were killed, the minister said. … One car was struck, killing four children.``
        """
        (report, _, f), (_, _, g) = self.figure(one), self.figure(other)
        own, cited = (f, g) if f.attribution is None else (g, f)
        part, whole = (a, b) if own is f else (b, a)
        later = one[0] == other[0] and cited.attribution is not None and own.start > cited.start
        fewer = part.high is not None and whole.low is not None and part.high < whole.low
        return later and fewer and own.attribution is None and giver_of(report, own) is None

    def _with_who_did_it(self, one: Member, a: Estimate, other: Member, b: Estimate) -> bool:
        """Whether the larger figure has the attacker in it, and the other is one less: ``four, including the shooter``."""
        more = one if (a.low or 0) > (b.low or 0) else other
        if a.low is None or b.low is None or abs(a.low - b.low) != 1:
            return False
        report, _, figure = self.figure(more)
        return _WITH_HIM.match(report.text, figure.whole_end, figure.whole_end + _ON) is not None

    def _of_one_kind(self, one: Member, other: Member) -> bool:
        """Whether two figures are of different sources, and both of one operation and day, or of several."""
        (report, _, f), (_, _, g) = self.figure(one), self.figure(other)
        if one[0] == other[0] and giver_of(report, f) == giver_of(report, g):
            # A report’s own words may put roughly what somebody whom it cites puts exactly, or the other way round.
            roughly = f.attribution is None and (f.low != f.high or g.low != g.high) and not _far_apart(f, g)
            if f.attribution == g.attribution or roughly:
                return False
        if _of_several(report, f) != _of_several(self.figure(other)[0], g):
            return False
        return of_a_day(report.text, f) == of_a_day(self.figure(other)[0].text, g)

    def one_day(self, one: Member, other: Member) -> bool | None:
        """Whether what is counted day by day is of one day; None where the words beside one of two figures name none, or it may
        be the toll of one night: *3,000 new cases on Monday*, *4,000 on Tuesday*."""
        (report, reading, f), (report_, reading_, g) = self.figure(one), self.figure(other)
        if not (is_counted_daily(report, f) and is_counted_daily(report_, g)):
            return None
        first, second = named_day(report, reading, f), named_day(report_, reading_, g)
        return None if first is None or second is None else first == second

    def _in_one_place(self, one: Member, other: Member, alone: bool) -> bool:
        """Whether two figures can be of one place and time; ``alone`` tells that no two places are told of."""
        a, b = self.setting(one), self.setting(other)
        there = self._places.one(a, b)
        if there is None:
            there = alone or (a.place is None and b.place is None)
        return there and one_time(a, b)


def _far_apart(one: Figure, other: Figure) -> bool:
    """Whether two figures differ by more than *about* can tell: *about 400* is not 1,500."""
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return False
    return max(one.low, other.low) > _FAR * min(one.high, other.high)


def estimates_of(events: Events, key: tuple[str, str, str], members: Sequence[Member]) -> Iterator[Estimate]:
    """The figures on one thing (what is done, the unit, what is counted), those of one range together."""
    ranges: defaultdict[tuple[float | None, float | None, float | None], list[Member]] = defaultdict(list)
    for member in members:
        figure = events.figure(member)[2]
        ranges[figure.low, figure.best, figure.high].append(member)
    done, unit, counted = key
    for (low, best, high), found in ranges.items():
        story = events.told.story.id
        id_ = digest(story, *key, low, best, high)
        yield Estimate(id_, story, done, unit, counted, low, best, high, tuple(found))


def _of_several(report: Report, figure: Figure) -> bool:
    """Whether a figure is what several operations came to: ``detained 20 during three operations``, or nights."""
    nights = figure.event == "captured" and _NIGHTS.match(report.text, figure.end, figure.end + _ON)
    return bool(nights) or _SEVERAL.match(report.text, figure.end, figure.end + _ON) is not None


def only(e: Estimate, stands: Callable[[Member], bool]) -> Estimate | None:
    """The estimate with those of its figures that stand; None where none does."""
    left = tuple(m for m in e.members if stands(m))
    return replace(e, members=left) if left else None


def _connected(against: _Against) -> Iterator[set[Member]]:
    """The figures that lead from one to the next by what they are against."""
    seen: set[Member] = set()
    for first in sorted(against):
        if first in seen:
            continue
        found, open_ = {first}, [first]
        while open_:
            new = against[open_.pop()] - found
            found |= new
            open_ += new
        seen |= found
        yield found


def _sides(group: Sequence[Estimate]) -> tuple[list[list[Estimate]], list[Estimate]]:
    between = [e for e in group if _between(e, group)]
    sides: list[list[Estimate]] = []
    for e in sorted(group, key=lambda e: (e.low or 0, e.high or float("inf"), e.id)):
        if e in between:
            continue
        side = next((s for s in sides if all(meet(e, x) for x in s)), None)
        if side is None:
            sides.append([e])
        else:
            side.append(e)
    return sides, between


def _between(e: Estimate, group: Sequence[Estimate]) -> bool:
    """Whether an estimate meets two that do not meet each other: ``as many as 80`` where others have 5 and 50."""
    met = [x for x in group if x.id != e.id and meet(e, x)]
    return any(not meet(a, b) for a, b in combinations(met, 2))


def _opposed(sides: list[list[Estimate]], against: _Against) -> list[list[Estimate]]:
    """The sides less the figures that are against none of another side, and those that nothing is then against."""
    while True:
        stand = {m for side in sides for e in side for m in e.members}
        left = [_meeting(side, stand, against) for side in sides]
        left = [side for side in left if side]
        if left == sides:
            return sides
        sides = left


def _meeting(side: Sequence[Estimate], stand: set[Member], against: _Against) -> list[Estimate]:
    """A side less the figures that are against none of those that stand."""
    kept = (only(e, lambda m: not against[m].isdisjoint(stand)) for e in side)
    return [e for e in kept if e is not None]

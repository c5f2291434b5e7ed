"""Figures on the same thing whose ranges do not meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from rashomon.accounts.conflicts.settling import settling
from rashomon.accounts.conflicts.sides import Events, Member, Parted, only
from rashomon.accounts.figures.comparable import (
    beside_a_toll,
    earlier,
    in_one_place_alone,
    of_one_place,
    part,
)
from rashomon.accounts.figures.sums import sums
from rashomon.accounts.figures.whose_dead import of_one_side
from rashomon.accounts.records import Conflict, ConflictKind, ConflictMember, Estimate
from rashomon.accounts.told import NOT_KNOWN, digest, given_by
from rashomon.collation.copies.versions import TELLS_OF_EARLIER
from rashomon.records import Span

_PLURAL_ALREADY = re.compile(r"(?:people|men|police|taliban|staff|crew|personnel|army)$")

_MAY_RISE = frozenset("killed wounded captured abducted displaced missing surrendered freed".split())

_ALIKE_FOR_ALL = frozenset(("killed", "wounded"))
"""Events that befall whoever is there; who is captured or freed is another’s prisoner by what they are called."""

_EARLIER_COUNT = re.compile(
    r"\b(?:earlier|previous|initial)\s+(?:\w+\s+)?(?:toll|count|figure|estimate|tally|number)\s+(?:\w+\s+)?(?:of|at)\s+$",
    re.I,
)
_ENDED = re.compile(r"[.!?]\s|\n")
_NEAR = 200
"""Characters on either side of a figure in which its sentence tells of an earlier version."""

#: Sureness by what ties the figures: a place that both name, no place named by one, or places with different names.
_SAME_PLACE, _NO_PLACE = 0.9, 0.7


def clashes(events: Events, estimates: Sequence[Estimate]) -> tuple[Conflict, ...]:
    """A conflict for each event and thing counted, at one place and time, of which the estimates do not all meet.

    Sides are the estimates in order of size, those that meet the first of a side on it; an estimate that meets several
    sides which do not meet each other is on none. Every figure can be of one event with a figure of another side: two that one
    report gives on its own account are two things to it, and those of different places or times are of different events. A
    part (``15 of them``, ``two more``) is not set against a whole, nor the dead of one side against those of the other; ``two
    women and a man`` are, as three people. What a page gave before a later version took its place is on no side.
    """
    told = events.told
    groups: defaultdict[tuple[str, str], list[Estimate]] = defaultdict(list)
    added, parts = sums(told, earlier(told))
    totals = (only(e, partial(_is_total, events, e, parts)) for e in estimates)
    for estimate in (*totals, *added):
        if estimate and (left := only(estimate, partial(stands, events))):
            groups[left.event, left.of].append(left)
    for (event, of), group in list(groups.items()):
        if of != "people" and event in _ALIKE_FOR_ALL and (all_ := groups.get((event, "people"))):
            all_ += list(_at_least(group, tuple(all_)))
    told_of = [*estimates, *added]
    alike = {
        event: of_one_side(events.figure, (m for e in told_of if e.event == event for m in e.members))
        for event, _ in groups
    }
    parted = {
        event: events.parted(of, alike[event]) for (event, what), of in groups.items() if what == "people"
    }
    out = []
    for (event, of), group in sorted(groups.items()):
        if of != "people":
            # Who says in the same report that nobody was arrested says so of the two managers too.
            shown = {m for x in parted.get(event, ()) for side in x.sides for e in side for m in e.members}
            given = {report for e in group for report, _ in e.members} - {report for report, _ in shown}
            nobody = (e for e in groups.get((event, "people"), ()) if e.high == 0)
            here = (replace(e, members=tuple(m for m in e.members if m[0] in given)) for e in nobody)
            group = [*group, *(e for e in here if e.members)]
        matters = parted[event] if of == "people" else events.parted(group, alike[event])
        about = f"how many {plural(of)} {event}"
        may_rise = event in _MAY_RISE
        out += [
            conflict(events, (event, of), about, matter, alone=len(matters) == 1, may_rise=may_rise)
            for matter in matters
        ]
    return tuple(out)


def _at_least(group: Sequence[Estimate], all_: Sequence[Estimate]) -> Iterator[Estimate]:
    """How many people there were at least, by those of one kind of whom a report gives more than for all: where seven guards were
    killed, so were seven people."""
    for e in group:
        fewer = (x for x in all_ if x.high and e.low and e.low > x.high)
        reports = {report for x in fewer for report, _ in x.members}
        members = tuple(m for m in e.members if m[0] in reports)
        if members:
            yield replace(e, of="people", best=None, high=None, members=members)


def _is_total(events: Events, e: Estimate, parts: frozenset[Member], member: Member) -> bool:
    """Whether a figure is no part of another."""
    report, reading, figure = events.figure(member)
    anybody = e.of == "people"
    of_more = (
        part(report, figure, anybody)
        or of_one_place(report, reading, figure)
        or in_one_place_alone(report, figure)
        or beside_a_toll(report, reading, figure)
    )
    return not of_more and not (anybody and member in parts)


def stands(events: Events, member: Member) -> bool:
    """Whether a page still gives a figure: not one of a version that a later one has taken the place of, nor one that it calls
    that (``an earlier version of this report said six``, ``raising an earlier toll of six``)."""
    report, _, figure = events.figure(member)
    if report.id in events.told.superseded or _EARLIER_COUNT.search(
        report.text, max(0, figure.start - 60), figure.start
    ):
        return False
    near = report.text[max(0, figure.start - _NEAR) : figure.end + _NEAR]
    at = figure.start - max(0, figure.start - _NEAR)
    return all(_ENDED.search(near, *sorted((m.end(), at))) for m in TELLS_OF_EARLIER.finditer(near))


def conflict(
    events: Events, thing: tuple[str, ...], about: str, matter: Parted, *, alone: bool, may_rise: bool
) -> Conflict:
    """A conflict of the sides of one matter; ``alone`` tells whether no other is on the same thing, ``may_rise`` whether what is
    counted can become more."""
    members = tuple(
        ConflictMember(
            number,
            report.id,
            f.start,
            f.end,
            f.attribution,
            None,
            given_by(report, reading.attributions, f),
            f"{words(e)}: {f.why}",
        )
        for number, side in enumerate(matter.sides)
        for e in side
        for member in e.members
        for report, reading, f in [events.figure(member)]
    )
    rising = may_rise and _rises(matter.sides, events)
    figures = [events.figure(m) for side in matter.sides for e in side for m in e.members]
    places = [report.text[f.place.start : f.place.end] for report, _, f in figures if f.place]
    ranges = " against ".join(" and ".join(dict.fromkeys(words(e) for e in side)) for side in matter.sides)
    why = f"the ranges do not meet: {ranges}"
    if matter.between:
        why += "; on no side, as it meets several: " + ", ".join(
            dict.fromkeys(words(e) for e in matter.between)
        )
    if rising:
        why += "; the larger figure stands in a later report, and the number may simply have risen"
    elif may_rise and (grown := _grown(members, events)):
        why += f"; {grown}, and may simply tell of a number that has risen"
    settled_by = dict.fromkeys(
        place for report, _, f in figures for place in settling(report, Span(f.start, f.end), number=True)
    )
    first = min((m.report, m.start) for m in members)
    at = "" if alone or not places else f" ({max(places, key=places.count)})"
    return Conflict(
        # Several conflicts on one thing are told apart by where the first of their figures stands.
        digest(events.told.story.id, "figures", *thing, *(() if alone else first)),
        events.told.story.id,
        ConflictKind.FIGURES,
        f"{about}{at}",
        _SAME_PLACE if places else _NO_PLACE,
        why,
        members,
        rising,
        tuple(settled_by),
    )


def plural(of: str) -> str:
    """What is counted, as ``of`` has it, in the plural.

    >>> [plural(of) for of in ("people", "sailor", "familie", "gunman", "gunmen", "child")]
    ['people', 'sailors', 'families', 'gunmen', 'gunmen', 'children']
    """
    if _PLURAL_ALREADY.search(of):
        return of
    return "children" if of == "child" else re.sub("man$", "men", of) if of.endswith("man") else f"{of}s"


def words(e: Estimate) -> str:
    """An estimate's range in words."""
    if e.low is None or e.high is None:
        known = e.high if e.low is None else e.low
        return "no number" if known is None else f"{known:,.15g} or {'fewer' if e.low is None else 'more'}"
    return f"{e.low:,.15g}" if e.low == e.high else f"{e.low:,.15g} to {e.high:,.15g}"


def _grown(members: Sequence[ConflictMember], events: Events) -> str:
    """Who gives more than one side's number, the larger ones in later reports, in words; empty where nobody does."""
    days = {report.id: report.published for report in events.told.reports}
    by: defaultdict[str, defaultdict[int, list[str | None]]] = defaultdict(lambda: defaultdict(list))
    for m in members:
        if m.attribution is not None:
            by[m.source][m.side].append(days[m.report])
    found = [
        who
        for who, sides in by.items()
        if len(sides) > 1
        and not who.startswith(("“", NOT_KNOWN))
        and _later([sides[side] for side in sorted(sides)])
    ]
    told = f"{' and '.join(found[:3])} {'give' if len(found) > 1 else 'gives'}"
    return f"{told} the larger numbers in later reports" if found else ""


def _later(sides: Sequence[Sequence[str | None]]) -> bool:
    """Whether the days of each side are known, and all later than those of the side before it."""
    known = [[date for date in side if date is not None] for side in sides]
    if any(None in side for side in sides):
        return False
    return all(max(smaller) < min(larger) for smaller, larger in pairwise(known))


def _rises(sides: Iterable[Sequence[Estimate]], events: Events) -> bool:
    """Whether each larger side is first given in a later report than all of the smaller one."""
    dates = [[events.figure(m)[0].published for e in side for m in e.members] for side in sides]
    return _later(dates)

"""Figures on the same thing whose ranges do not meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from rashomon.accounts.conflicts.figures.disagreement import conflict
from rashomon.accounts.conflicts.figures.sides import Events, Member, only
from rashomon.accounts.conflicts.figures.still_given import stands
from rashomon.accounts.figures.earlier_events import earlier
from rashomon.accounts.figures.parts import among_them, beside_a_toll, in_one_place_alone, of_one_place, part
from rashomon.accounts.figures.sums import sums
from rashomon.accounts.figures.whose_dead import of_one_side
from rashomon.accounts.records import Conflict, Estimate

_PLURAL_ALREADY = re.compile(r"(?:people|men|police|taliban|staff|crew|personnel|army)$")
_MAY_RISE = frozenset("killed wounded captured abducted displaced missing surrendered freed".split())
_ALIKE_FOR_ALL = frozenset(("killed", "wounded"))
"""Events that befall whoever is there; who is captured or freed is another’s prisoner by what they are called."""


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
            # Who says that nobody was arrested says so of the two managers too.
            against = (m for x in parted.get(event, ()) for side in x.sides for e in side for m in e.members)
            shown = {report for report, _ in against}
            nobody = (e for e in groups.get((event, "people"), ()) if e.high == 0)
            here = (replace(e, members=tuple(m for m in e.members if m[0] not in shown)) for e in nobody)
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
    of_anybody = e.of == "people" and (member in parts or among_them(report, figure))
    of_more = (
        part(report, figure)
        or of_one_place(report, reading, figure)
        or in_one_place_alone(report, figure)
        or beside_a_toll(report, reading, figure)
    )
    return not of_more and not of_anybody


def plural(of: str) -> str:
    """What is counted, as ``of`` has it, in the plural.

    >>> [plural(of) for of in ("people", "sailor", "familie", "gunman", "gunmen", "child")]
    ['people', 'sailors', 'families', 'gunmen', 'gunmen', 'children']
    """
    if _PLURAL_ALREADY.search(of):
        return of
    return "children" if of == "child" else re.sub("man$", "men", of) if of.endswith("man") else f"{of}s"

"""A conflict of figures, once its sides are known: in words, and whether the number may only have risen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from rashomon.accounts.conflicts.figures.sides import Events, Parted
from rashomon.accounts.conflicts.settling import settling
from rashomon.accounts.records import Conflict, ConflictKind, ConflictMember, Estimate
from rashomon.accounts.told import NOT_KNOWN, digest, given_by
from rashomon.reading.text.around import sentence_around
from rashomon.records import Figure, Report, Span

_SO_FAR = re.compile(r"\b(?:so\s+far|until\s+now|to\s+date|as\s+yet|thus\s+far|by\s+then)\b", re.I)

#: Sureness by what ties the figures: a place that both name, no place named by one, or places with different names.
_SAME_PLACE, _NO_PLACE = 0.9, 0.7


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
        later = _later(
            [[events.figure(m)[0].published for e in side for m in e.members] for side in matter.sides]
        )
        told = (
            "the larger figure stands in a later report"
            if later
            else "the smaller figure is told as the count so far"
        )
        why += f"; {told}, and the number may simply have risen"
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


def _rises(sides: Sequence[Sequence[Estimate]], events: Events) -> bool:
    """Whether each larger side is first given in a later report than all of the smaller one, or, where the smaller one tells only
    of what there is so far, in no earlier report."""
    members = [[events.figure(m) for e in side for m in e.members] for side in sides]
    dates = [[report.published for report, _, _ in side] for side in members]
    return _later(dates) or all(
        _later([one, other])
        or (
            all(_so_far(report, figure) for report, _, figure in smaller)
            and (max(filter(None, one), default="") <= min(filter(None, other), default="~"))
        )
        for smaller, (one, other) in zip(members, pairwise(dates), strict=False)
    )


def _so_far(report: Report, figure: Figure) -> bool:
    """Whether a figure is told as what there is so far."""
    low, high = sentence_around(report.text, figure.start, figure.end)
    return _SO_FAR.search(report.text, low, high) is not None

"""Figures on the same thing whose ranges do not meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from rashomon.accounts.comparable import earlier, part
from rashomon.accounts.estimates import meet
from rashomon.accounts.records import Conflict, ConflictKind, ConflictMember, Estimate
from rashomon.accounts.sums import sums
from rashomon.accounts.told import Told, digest, given_by, giver_of
from rashomon.records import Figure, Reading, Report

_ById = dict[str, tuple[Report, Reading]]
_PLURAL_ALREADY = re.compile(r"(?:people|men|police|taliban|staff|crew|personnel|army)$")

_MAY_RISE = frozenset("killed wounded captured abducted displaced missing surrendered freed".split())

#: Sureness by what ties the figures: a place that both name, no place named by one, or places with different names.
_SAME_PLACE, _NO_PLACE = 0.9, 0.7


def clashes(told: Told, estimates: Sequence[Estimate]) -> tuple[Conflict, ...]:
    """A conflict for each event and thing counted of which the estimates do not all meet.

    Sides are the estimates in order of size, those that meet the first of a side on it; an estimate that meets several
    sides which do not meet each other is on none. Two figures that one report gives on its own account are two things to
    it, not a conflict; figures at places with different names may be of different events and are left alone. A part
    (``15 of them``, ``two more``) is not set against a whole; ``two women and a man`` are, as three people.
    """
    by_id = told.by_id()
    groups: defaultdict[tuple[str, str], list[Estimate]] = defaultdict(list)
    added, parts = sums(told, earlier(told))
    for estimate in (*(e for x in estimates if (e := _alone(x, parts, by_id))), *added):
        groups[estimate.event, estimate.of].append(estimate)
    out = []
    for (event, of), group in sorted(groups.items()):
        parted: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
        for a, b in combinations(group, 2):
            if not meet(a, b):
                for one, other in _comparable(a, b, by_id):
                    parted[a.id].add(one)
                    parted[b.id].add(other)
        members = [
            replace(e, members=tuple(m for m in e.members if m in parted[e.id]))
            for e in group
            if e.id in parted
        ]
        if members:
            between = [e for e in members if _between(e, members)]
            out.append(_conflict(told, event, of, [e for e in members if e not in between], between, by_id))
    return tuple(out)


def _alone(e: Estimate, parts: frozenset[tuple[str, int]], by_id: _ById) -> Estimate | None:
    """The estimate less the members that are parts of a total; None where none is left."""
    left = tuple(
        (report, n)
        for report, n in e.members
        if not part(by_id[report][0], by_id[report][1].figures[n], e.of == "people")
        and (e.of != "people" or (report, n) not in parts)
    )
    return replace(e, members=left) if left else None


def _between(e: Estimate, group: Sequence[Estimate]) -> bool:
    """Whether an estimate meets two that do not meet each other: ``as many as 80`` where others have 5 and 50."""
    met = [x for x in group if x.id != e.id and meet(e, x)]
    return any(not meet(a, b) for a, b in combinations(met, 2))


def _conflict(
    told: Told, event: str, of: str, group: Sequence[Estimate], between: Sequence[Estimate], by_id: _ById
) -> Conflict:
    sides: list[list[Estimate]] = []
    for e in sorted(group, key=lambda e: (e.low or 0, e.high or float("inf"), e.id)):
        side = next((s for s in sides if all(meet(e, x) for x in s)), None)
        if side is None:
            sides.append([e])
        else:
            side.append(e)
    members = tuple(
        ConflictMember(
            number,
            report,
            f.start,
            f.end,
            f.attribution,
            None,
            given_by(by_id[report][0], by_id[report][1].attributions, f),
            f"{words(e)}: {f.why}",
        )
        for number, side in enumerate(sides)
        for e in side
        for report, index in e.members
        for f in [by_id[report][1].figures[index]]
    )
    rising = event in _MAY_RISE and _rises(sides, by_id)
    placed = any(by_id[r][1].figures[n].place for e in group for r, n in e.members)
    ranges = " against ".join(" and ".join(dict.fromkeys(words(e) for e in side)) for side in sides)
    why = f"the ranges do not meet: {ranges}"
    if between:
        why += "; on no side, as it meets several: " + ", ".join(dict.fromkeys(words(e) for e in between))
    if rising:
        why += "; the larger figure stands in a later report, and the number may simply have risen"
    return Conflict(
        digest(told.story.id, "figures", event, of),
        told.story.id,
        ConflictKind.FIGURES,
        f"how many {_plural(of)} {event}",
        _SAME_PLACE if placed else _NO_PLACE,
        why,
        members,
        rising,
    )


def _plural(of: str) -> str:
    """What is counted, as ``of`` has it, in the plural.

    >>> [_plural(of) for of in ("people", "sailor", "familie", "gunman", "gunmen", "child")]
    ['people', 'sailors', 'families', 'gunmen', 'gunmen', 'children']
    """
    if _PLURAL_ALREADY.search(of):
        return of
    return "children" if of == "child" else re.sub("man$", "men", of) if of.endswith("man") else f"{of}s"


def words(e: Estimate) -> str:
    """An estimate's range in words."""
    if e.low is None or e.high is None:
        known = e.high if e.low is None else e.low
        return "no number" if known is None else f"{known:,.10g} or {'fewer' if e.low is None else 'more'}"
    return f"{e.low:,.10g}" if e.low == e.high else f"{e.low:,.10g} to {e.high:,.10g}"


def _comparable(a: Estimate, b: Estimate, by_id: _ById) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """The pairs of figures (report and index) of two estimates that can be of one thing: cited from different sources, and at no
    different places. What is of another place than all of the other estimate stands on no side.
    """
    for r, m in a.members:
        for s, n in b.members:
            (one, one_reading), (other, other_reading) = by_id[r], by_id[s]
            f, g = one_reading.figures[m], other_reading.figures[n]
            same = r == s and giver_of(one, f) == giver_of(other, g)
            if same and f.attribution == g.attribution:
                continue
            # A report’s own words may put roughly what somebody whom it cites puts exactly, or the other way round.
            if same and f.attribution is None and (f.low != f.high or g.low != g.high):
                continue
            places = {_place(one, f), _place(other, g)} - {""}
            if len(places) < 2:
                yield (r, m), (s, n)


def _place(report: Report, figure: Figure) -> str:
    return report.text[figure.place.start : figure.place.end].lower() if figure.place else ""


def _rises(sides: Iterable[Sequence[Estimate]], by_id: _ById) -> bool:
    """Whether each larger side is first given in a later report than all of the smaller one."""
    dates = [[by_id[r][0].published for e in side for r, _ in e.members] for side in sides]
    if any(date is None for side in dates for date in side):
        return False
    known = [[date for date in side if date is not None] for side in dates]
    return all(max(smaller) < min(larger) for smaller, larger in pairwise(known))

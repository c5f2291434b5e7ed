"""Sums: what a report gives in parts (``two women and a man died``), added up to be set against others' totals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.accounts.figures.estimates import of
from rashomon.accounts.figures.parts import among_them, of_one_place, part
from rashomon.accounts.records import Estimate
from rashomon.accounts.told import Told, digest
from rashomon.records import Figure, Reading, Report

_JOINED = re.compile(
    r"\s*(?:,|,?\s+and|,?\s+or|\s+as well as|,?\s+plus)\s+(?:at\s+least\s+|another\s+|some\s+)?", re.I
)
_KINDS = frozenset("man woman boy girl child".split())
"""Kinds of people that reports divide a total into; soldiers and civilians are counted for themselves."""


def sums(told: Told, past: frozenset[tuple[str, int]]) -> tuple[list[Estimate], frozenset[tuple[str, int]]]:
    """The totals of figures that one clause joins or that are of men, women or children, as estimates of people.

    With them the figures that stand in such a total, as (report, index): alone they are no total. Whoever gives a total
    of people too is not added up; figures ``past`` are of another event.
    """
    found: list[Estimate] = []
    parts: set[tuple[str, int]] = set()
    for report, reading in told.pairs():
        for chain in _chains(report, reading):
            figures = [reading.figures[n] for n in chain]
            kinds = [of(report, f) for f in figures]
            if any((report.id, n) in past for n in chain) or not ({"people", *_KINDS} & set(kinds)):
                continue
            if len(chain) == 1 and kinds == ["people"]:
                continue
            parts.update((report.id, n) for n in chain)
            if len(chain) == 1 and _is_one_of_several(reading, chain[0]):
                continue
            # That no child was hurt tells nothing of women.
            if "people" not in kinds and all(f.high == 0 for f in figures):
                continue
            if all(f.implied for f in figures) or _has_total(report, reading, chain):
                continue
            low = sum(f.low or 0 for f in figures)
            best, high = (
                None if None in ends else sum(e for e in ends if e is not None)
                for ends in ([f.best for f in figures], [f.high for f in figures])
            )
            key = (figures[0].event or "", "people", "people", low, best, high)
            members = tuple((report.id, n) for n in chain)
            found.append(Estimate(digest(told.story.id, *key, *members), told.story.id, *key, members))
    return found, frozenset(parts)


def _chains(report: Report, reading: Reading) -> Iterator[list[int]]:
    """Figures of people in one event that are joined by ``and``, as indices; a figure by itself is a chain of one."""
    chain: list[int] = []
    for n, f in enumerate(reading.figures):
        if f.event is None or f.unit != "people":
            continue
        some = part(report, f) or among_them(report, f)
        if chain and not some and _joined(report, reading.figures[chain[-1]], f):
            chain.append(n)
            continue
        if chain:
            yield chain
        chain = [] if some or of_one_place(report, reading, f) else [n]
    if chain:
        yield chain


def _is_one_of_several(reading: Reading, index: int) -> bool:
    """Whether a report gives other figures of the event: of several, two women alone are no total of people."""
    event = reading.figures[index].event
    return any(
        f.event == event and not f.implied and f.high != 0 and n != index
        for n, f in enumerate(reading.figures)
    )


def _joined(report: Report, f: Figure, g: Figure) -> bool:
    if f.event != g.event or f.event_at != g.event_at or f.attribution != g.attribution:
        return False
    # "Three people, a man and two women": behind a comma stands who the people are.
    made_of = of(report, f) == "people" != of(report, g) and report.text[f.whole_end : g.start].strip() == ","
    return not made_of and _JOINED.fullmatch(report.text, f.whole_end, g.start) is not None


def _has_total(report: Report, reading: Reading, chain: list[int]) -> bool:
    first = reading.figures[chain[0]]
    return any(
        f.event == first.event
        and f.attribution == first.attribution
        and not f.implied
        and n not in chain
        and f.unit == "people"
        and of(report, f) == "people"
        for n, f in enumerate(reading.figures)
    )

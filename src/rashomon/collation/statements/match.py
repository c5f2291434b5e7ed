"""Statements: sentences of many reports that say the same thing, brought together.

Sentences that share a key (:mod:`..sentences.keys`) are weighed; what two reports have in common ties their sentences
(:mod:`links`), and what the ties lead to is grouped by its weakest link (:mod:`groups`), as far as people have not decided
(:mod:`constraints`). In the ledger, speakers that are known must be the same, unknown ones fit anyone whom their sources may be,
and a denial or another number is another statement (:mod:`apart`); where a few texts are compared, all pairs are weighed, and a
difference of speakers only counts against a match.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.sentences.keys import keys_of
from rashomon.collation.sentences.likeness import REFUSED
from rashomon.collation.statements.apart import apart
from rashomon.collation.statements.constraints import Constraints, constraints, nearest
from rashomon.collation.statements.groups import NONE, Link, groups
from rashomon.collation.statements.items import (
    Embed,
    Item,
    Items,
    Named,
    Speakers,
    every,
    joined,
    lone_voice,
    said,
)
from rashomon.collation.statements.links import Links, alike, tie, told_twice
from rashomon.collation.statements.partners import partners
from rashomon.collation.statements.weighing import COSINE, LEDGER, TEXTS, Rules, beside, gathered, weigh
from rashomon.records import Correction, Reading, Report, Span, Statement, Voice, Wording

_AMONG = "like none of the others by itself; one with them by a person's decision"
_BLOCK = 512
"""Rows of the similarity matrix held at a time where all pairs are compared."""
_WEIGHED = 16_384
"""Pairs weighed at a time."""


def statements(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    speakers: Speakers,
    corrections: Iterable[Correction] = (),
    named: Named | None = None,
) -> tuple[Statement, ...]:
    """What was said, for the ledger: every sentence with an attribution is a wording of exactly one statement.

    Many statements have one wording. ``readings`` need vectors; ``named`` leads to those who say something together.
    ``corrections`` may hold any; those about wordings are obeyed.
    The result does not depend on the order of its input, and is ordered by its first wordings.
    """
    by_id = {report.id: report for report in reports}
    ordered = sorted(readings, key=lambda r: r.report)
    most = sum(len(r.sentences) for r in readings)
    items = joined((said(by_id[r.report], r, speakers, named) for r in ordered), most)
    links = linked(items, {report.id: report.name for report in reports}, LEDGER, by_keys(items))
    found = told(items, links, {r.id: r.published for r in reports}, _decided(items.items, corrections))
    return tuple(statement for statement, _ in found)


def collate_reports(
    reports: Sequence[Report], readings: Sequence[Reading], speakers: Speakers, embed: Embed | None = None
) -> tuple[Statement, ...]:
    """Where texts say the same thing, narration included: the statements of two wordings or more.

    Sentences in the report's own voices take part (:data:`~.items.COLLATED_VOICES`), whether anyone is quoted in them or not.
    A sentence that an attribution cuts in pieces is compared whole: with ``embed`` by a vector of its own, otherwise by
    the mean of its pieces' vectors (F1 on the translations is some 0.3 points lower then).
    """
    by_id = {report.id: report for report in reports}
    ordered = sorted(readings, key=lambda r: r.report)
    items = joined([every(by_id[r.report], r, speakers, embed) for r in ordered])
    links = linked(items, {report.id: report.name for report in reports}, TEXTS, _all_pairs(items))
    found = told(items, links, {r.id: r.published for r in reports}, speakers_count=False)
    return tuple(statement for statement, _ in found if len(statement.wordings) > 1)


Pairs = Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]
"""Pairs of items (lower indices, higher indices), some at a time; every pair once."""


def by_keys(items: Items) -> Pairs:
    """The pairs of items that share a key and are worth weighing."""
    keyed = list(keys_of([item.text for item in items.items], items.vectors))
    yield from some_at_a_time(*partners(keyed, items.vectors, [lone_voice(item) for item in items.items]))


def some_at_a_time(a: NDArray[np.int64], b: NDArray[np.int64]) -> Pairs:
    """Pairs in blocks, since what sentences are compared by is held for a block."""
    for start in range(0, len(a), _WEIGHED):
        yield a[start : start + _WEIGHED], b[start : start + _WEIGHED]


def _all_pairs(items: Items) -> Pairs:
    """All pairs of near vectors, a block of rows at a time."""
    for start in range(0, len(items.items), _BLOCK):
        near = items.vectors[start : start + _BLOCK] @ items.vectors[start:].T >= COSINE - 0.01
        near |= items.cores[start : start + _BLOCK] @ items.cores[start:].T >= COSINE - 0.01
        rows, columns = np.nonzero(near)
        keep = rows < columns
        yield rows[keep] + start, columns[keep] + start


def linked(items: Items, names: Mapping[str, str], rules: Rules, pairs: Pairs) -> Links:
    """All links among items, report by report."""
    weighed = [weigh(items, a, b, rules) for a, b in pairs]
    if not weighed:
        return Links()
    found = gathered(weighed)
    ids = sorted({item.report for item in items.items})
    number = {report: n for n, report in enumerate(ids)}
    home = np.array([number[item.report] for item in items.items], dtype=np.int64)
    places: list[list[int]] = [[] for _ in ids]
    for k, n in enumerate(home.tolist()):
        places[n].append(k)
    if rules.own_words:
        found = beside(items, found, home, rules)
    both = home[found.a] * len(ids) + home[found.b]
    order = np.lexsort((found.b, found.a, both))
    edges = np.flatnonzero(np.diff(both[order], prepend=-1))
    out = Links()
    for rows in np.split(order, edges[1:]) if len(order) else ():
        pair = int(both[rows[0]])
        two = places[pair // len(ids)], places[pair % len(ids)]
        new = tie(items, two, found.of(rows), names.__getitem__, rules)
        out.links |= new.links
        out.halves |= new.halves
    return out


def told(
    items: Items,
    links: Links,
    published: Mapping[str, str | None],
    decided: Constraints = NONE,
    speakers_count: bool = True,
) -> tuple[tuple[Statement, tuple[int, ...]], ...]:
    """Linked items as statements, each with its items in order of its wordings; ``published`` has each report's date.

    Statements stand in order of their first wordings.
    """
    halves = {(a, b) for a, b, _ in links.halves}
    twice = told_twice(items.items, links.links)
    ties = {pair: link for pair, link in links.links.items() if pair not in twice}
    found = groups(
        [lone_voice(item) if speakers_count else None for item in items.items],
        ties,
        lambda a, b: (
            REFUSED
            if speakers_count and apart(items.items[a], items.items[b])
            else alike(items, halves, a, b, speakers_count)
        ),
        decided,
        frozenset(k for k, item in enumerate(items.items) if item.voice is Voice.HEADLINE),
    )

    def order(k: int) -> tuple[str, str, int, int]:
        item = items.items[k]
        return published[item.report] or "~", item.report, item.start, k

    ordered = sorted((sorted(group, key=order) for group in found), key=lambda group: order(group[0]))
    return tuple((_statement(group, items.items, ties, decided), tuple(group)) for group in ordered)


def speaker_of(wordings: Iterable[tuple[str | None, bool]]) -> str | None:
    """Who says a statement: the one entity by which any wording is, or else the only one that speaks for a body.

    Each is a wording's speaker, and whether its report says that he speaks for a body.

    >>> speaker_of([("front", False), ("dost", True), (None, False)]), speaker_of([("front", False), ("army", False)])
    ('dost', None)
    """
    known = {(who, speaks) for who, speaks in wordings if who is not None}
    for some in (known, {each for each in known if each[1]}):
        if len(who := {one for one, _ in some}) == 1:
            return who.pop()
    return None


def together(several: Iterable[tuple[str | None, ...]]) -> tuple[str | None, ...]:
    """Of those who say the wordings of a statement together, each once: those of the source that names most, then the others.

    >>> together([("kerr", None), ("kerr", "oulik"), ()])
    ('kerr', 'oulik')
    """
    sources = sorted(
        {one for one in several if one},
        key=lambda one: (-len(set(one) - {None}), len(one), [who or "" for who in one]),
    )
    most = sources[0] if sources else ()
    first = [who for n, who in enumerate(most) if who is None or who not in most[:n]]
    return (*first, *sorted({who for one in sources for who in one if who} - set(first)))


def _decided(items: Sequence[Item], corrections: Iterable[Correction]) -> Constraints:
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for k, item in enumerate(items):
        spans[item.report].append((item.start, item.end, k))
    return constraints(lambda report, start, end: nearest(spans.get(report, ()), start, end), corrections)


def _statement(
    group: Sequence[int],
    items: Sequence[Item],
    links: Mapping[tuple[int, int], Link],
    decided: Constraints,
) -> Statement:
    """One group, in order of date, as a statement; each wording after the first says what ties it to the others."""
    said_same = {k: f"the same, {tie.why}" for tie in decided.same for k in (tie.a, tie.b) if k in group}
    said_apart = {k: tie for tie in decided.apart for k in (tie.a, tie.b) if k in group}
    wordings = []
    for place, k in enumerate(group):
        ties = [links.get((min(k, other), max(k, other))) for other in group]
        strongest = max((tie for tie in ties if tie), key=lambda tie: (tie.odds, tie.why), default=None)
        item = items[k]
        # What was said stands without the frame around it: less "…, says Massoud".
        framed = 2 * (item.core.end - item.core.start) >= item.end - item.start
        cut = strongest is not None and strongest.part is not None
        span = item.core if framed or cut else Span(item.start, item.end)
        score = 1.0
        why = "the first wording" if place == 0 else strongest.why if strongest else _AMONG
        if place and strongest and k not in said_same:
            score = round(1 / (1 + math.exp(-strongest.odds)), 4)
        if k in said_same and place:
            why = said_same[k]
        if other := said_apart.get(k):
            there = items[other.b if other.a == k else other.a].report
            why += f"; not the same as in report {there[:8]}, {other.why}"
        part = strongest is not None and strongest.part == k
        wordings.append(Wording(item.report, span.start, span.end, item.attribution, score, why, part=part))
    first = wordings[0]
    digest = hashlib.sha256(f"{first.report}:{first.start}:{first.end}".encode()).hexdigest()[:12]
    return Statement(
        digest,
        speaker_of((items[k].speaker, items[k].side != "") for k in group),
        tuple(wordings),
        together(items[k].joint for k in group),
    )

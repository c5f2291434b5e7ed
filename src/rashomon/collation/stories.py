"""Stories: the reports about the same events.

Reports that share candidate keys (:mod:`rashomon.collation.story_profiles`), or are near in meaning, are weighed in pairs
(:mod:`rashomon.collation.story_likeness`), shared statements draw them together, and dates far apart keep them from each other.
Groups grow by average linkage (Sokal and Michener 1958), so that no report joins on one lookalike.

What a pair is given depends on the two reports and on what is nearest to either; who is grouped with whom depends on those that
they are tied to, directly or through others. So reports that come in change only the stories of their own neighbourhood: their
pairs are to be measured, those of reports whose nearest they become to be weighed, and what :func:`tied` leads to from there
to be grouped anew.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.keys import meetings
from rashomon.collation.story_likeness import Model, Pair, features, likely, measured, model, nearest
from rashomon.collation.story_profiles import Profile, profile
from rashomon.records import Reading, Report, Statement, Story, Voice

# Set by hand; no corpus here has both dates and statements to measure on.
SHARED = 0.15
"""Part of the way to certainty that each statement two reports share brings them, up to three."""
SAME_DAYS, OTHER_DAYS = 4, 21
"""Days apart up to which dates do not count against a story, and from which they count in full."""
APART = 0.2
"""Part of the probability that remains of reports in full apart."""
NEIGHBOURS = 15
"""Nearest reports by meaning, by the beginning's and by the whole's, that are candidates whatever their words: of pairs of one
NeuS story 97% are candidates then, 85% by keys alone."""
TIE = 0.02
"""Probability below which a pair ties nothing."""

_QUOTED = re.compile('["“”„«»‘]')

_BLOCK = 1024
"""Reports whose nearest are looked for at a time, to bound memory."""


def stories(
    reports: Sequence[Report], readings: Sequence[Reading], statements: Sequence[Statement]
) -> tuple[Story, ...]:
    """Every report in exactly one story; a lone report is a story of one. The order of the input does not matter.

    A story's title is the one of its reports' that the others bear out most, its id 12 hexadecimal digits from its
    earliest report's id. Stories and the reports in them stand by date, unknown last, then by id.
    """
    ordered = sorted(reports, key=lambda r: (r.published or "~", r.id))
    reading = {r.report: r for r in readings}
    profiles = [profile(report, reading.get(report.id)) for report in ordered]
    likeness = drawn(weighed(profiles, together(ordered, statements)), ordered, statements)
    told = []
    for group in linked(len(ordered), likeness, model().least):
        told.append(_story([ordered[k] for k in group]))
    return tuple(sorted(told, key=lambda s: (s.earliest or "~", s.reports[0])))


def candidates(profiles: Sequence[Profile]) -> list[Pair]:
    """Pairs (lower, higher place) that share a key or of which one is among the other's nearest by meaning, in order."""
    found = set(_sharing(profiles))
    for vectors in ([p.apart for p in profiles], [p.lead for p in profiles]):
        found.update(_nearest_by_meaning(vectors))
    return sorted(found)


def _nearest_by_meaning(vectors: Sequence[NDArray[np.float32]]) -> Iterator[Pair]:
    """Each vector with its :data:`NEIGHBOURS` nearest; of equals, the first. Sums of whole numbers are exact."""
    many = min(NEIGHBOURS, len(vectors) - 1)
    if many < 1:
        return
    matrix = np.stack(vectors)
    for start in range(0, len(matrix), _BLOCK):
        near = (matrix[start : start + _BLOCK] @ matrix.T).astype(np.int64)
        ranked = near * len(matrix) - np.arange(len(matrix))
        rows = np.arange(len(near))
        ranked[rows, rows + start] = -np.iinfo(np.int64).max
        for row, others in enumerate(np.argpartition(-ranked, many - 1, axis=1)[:, :many].tolist()):
            yield from ((min(start + row, other), max(start + row, other)) for other in others)


def _sharing(profiles: Sequence[Profile]) -> list[Pair]:
    """Pairs that share a key."""
    many = np.array([len(p.keys) for p in profiles], dtype=np.int64)
    owners = np.repeat(np.arange(len(profiles)), many)
    found = np.array([key for p in profiles for key in p.keys], dtype=np.int64)
    return [
        pair
        for lower, higher in meetings(owners, found)
        for pair in zip(lower.tolist(), higher.tolist(), strict=True)
    ]


def together(reports: Sequence[Report], statements: Iterable[Statement]) -> Counter[Pair]:
    """How many statements two reports share, by their places (lower, higher)."""
    place = {report.id: k for k, report in enumerate(reports)}
    shared: Counter[Pair] = Counter()
    for statement in statements:
        shared.update(combinations(sorted({place[w.report] for w in statement.wordings}), 2))
    return shared


def weighed(
    profiles: Sequence[Profile], further: Iterable[Pair] = (), by: Model | None = None
) -> dict[Pair, float]:
    """The probability of candidates, and of ``further`` pairs, to be of one story."""
    by = by or model()
    pairs = sorted({*candidates(profiles), *further})
    if not pairs:
        return {}
    measures = measured(profiles, pairs)
    near = nearest(len(profiles), pairs, measures)
    return dict(zip(pairs, likely(features(pairs, measures, near, by.floors), by).tolist(), strict=True))


def drawn(
    likeness: Mapping[Pair, float], reports: Sequence[Report], statements: Iterable[Statement]
) -> dict[Pair, float]:
    """Shared statements and dates counted in; pairs that are left with less than :data:`TIE` are left out."""
    days = [_day(report.published) for report in reports]
    shared = together(reports, statements)
    out = {}
    for (a, b), chance in likeness.items():
        chance = 1 - (1 - chance) * (1 - SHARED) ** min(shared[a, b], 3)
        one, other = days[a], days[b]
        if one is not None and other is not None:
            gap = min(max((abs(one - other) - SAME_DAYS) / (OTHER_DAYS - SAME_DAYS), 0), 1)
            chance *= 1 - (1 - APART) * gap
        if chance >= TIE:
            out[a, b] = chance
    return out


def tied(count: int, likeness: Iterable[Pair]) -> list[list[int]]:
    """Places that pairs tie together, directly or through others: what is grouped together is never of two of these."""
    leads = list(range(count))

    def lead(k: int) -> int:
        while leads[k] != k:
            leads[k] = k = leads[leads[k]]
        return k

    for a, b in likeness:
        one, other = sorted((lead(a), lead(b)))
        leads[other] = one
    members: defaultdict[int, list[int]] = defaultdict(list)
    for k in range(count):
        members[lead(k)].append(k)
    return [members[k] for k in sorted(members)]


def linked(count: int, likeness: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Average linkage down to a mean of ``least``, by chains of nearest neighbours (Murtagh 1983); pairs not given are 0.

    Steps are in proportion to the pairs. Groups are in ascending order and stand by their first member.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), value in sorted(likeness.items()):
        sums[a][b] = sums[b][a] = value
    members = {k: [k] for k in range(count)}

    def nearest_to(group: int) -> tuple[float, int]:
        size = len(members[group])
        return max(((s / (size * len(members[k])), -k) for k, s in sums[group].items()), default=(-1.0, 0))

    waiting = list(range(count - 1, -1, -1))
    chain: list[int] = []
    while waiting or chain:
        if not chain:
            start = waiting.pop()
            if start not in members:
                continue
            chain.append(start)
        top = chain[-1]
        mean, minus = nearest_to(top)
        if mean < least:
            # Nothing it may join, now or later: joining others brings a group no nearer than the nearer of both.
            chain.pop()
            continue
        before = chain[-2] if len(chain) > 1 else None
        if (
            before is not None
            and sums[top].get(before, 0.0) / (len(members[top]) * len(members[before])) >= mean
        ):
            keep, gone = min(top, before), max(top, before)
            del chain[-2:]
            members[keep] += members.pop(gone)
            for k, s in sums[gone].items():
                del sums[k][gone]
                if k != keep:
                    sums[keep][k] = sums[k][keep] = sums[keep].get(k, 0.0) + s
            sums[gone] = {}
            if not chain:
                chain.append(keep)
            else:
                waiting.append(keep)
        else:
            chain.append(-minus)
    return [sorted(members[k]) for k in sorted(members)]


def _day(published: str | None) -> int | None:
    """The day as a number; ``None`` where only the month or year is known, or nothing."""
    if published is None or len(published) < 10:
        return None
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def _story(group: Sequence[Report]) -> Story:
    """Reports in order of date as a story."""
    dates = sorted(report.published for report in group if report.published)
    return Story(
        id=hashlib.sha256(f"story:{group[0].id}".encode()).hexdigest()[:12],
        title=_borne_out(group) or group[0].name,
        reports=tuple(report.id for report in group),
        earliest=dates[0] if dates else None,
        latest=dates[-1] if dates else None,
    )


def _borne_out(group: Sequence[Report]) -> str | None:
    """Of the reports' titles the one of whose longer words most stand in the other reports too, the earliest of equals.

    One that quotes lends the story a side's words, and stands behind those that do not. Four words that no report has are
    added to each, so that a title of one or two does not win by it.
    """
    titles = [title for report in group if (title := _title(report))]
    if len(titles) < 2:
        return next(iter(titles), None)
    found = [_words(report.text) for report in group]

    def borne_out(title: str) -> tuple[bool, float]:
        words = _words(title)
        share = sum(len(words & others) for others in found) / (len(words) + 4)
        return _QUOTED.search(title) is None, share

    return max(titles, key=borne_out)


def _words(text: str) -> frozenset[str]:
    """The words of four letters or more, without case: most shorter ones are in every report."""
    return frozenset(re.findall(r"\w{4,}", text.casefold()))


def _title(report: Report) -> str | None:
    """The report's title, else its headline, on one line."""
    headlines = (report.text[p.start : p.end] for p in report.passages if p.voice is Voice.HEADLINE)
    title = report.title or next(headlines, "")
    return " ".join(title.split()) or None

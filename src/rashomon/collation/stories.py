"""Stories: the reports about the same events, grouped by the words they share.

Words weigh by how few reports have them (Spärck Jones 1972), names and figures more than other words, for it is these that
tell one earthquake from the next; groups grow by average linkage (Sokal and Michener 1958), so that no report joins on one
lookalike.
Shared statements draw reports together, and dates far apart keep them from each other.

Mean sentence vectors were measured too and left out: mixed in at 0.3 to 0.7 they gained nothing on NeuS and lost 1 to 3
points on ECB+, whose look-alike events they bring together.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.likeness import FUNCTION_WORDS, WORD, stem
from rashomon.records import Reading, Report, Statement, Story, Voice

Similarities = NDArray[np.float32]

READ_VOICES = frozenset({Voice.HEADLINE, Voice.BODY, Voice.EMBEDDED, Voice.CAPTION})

# Set on ECB+ and NeuS together (bench/collation/stories.py), one setting for both.
MARKED = 1.5
"""Weight of a word with a capital or a figure; others weigh 1."""
ONCE = 0.5
"""Part of its weight that a word of one report only keeps: it tells nothing in common, but makes long reports longer."""
LEAST, GROWTH = 0.12, 0.0265
"""Least mean similarity of two groups among ten reports or fewer, and its growth with the log of their number: the more
reports, the more of them resemble each other by chance. Set on random subsets of 2 to 300 stories."""

# Set by hand; neither corpus has both dates and statements to measure on.
SHARED = 0.05
"""Added to the similarity of two reports for each statement they share, up to three."""
SAME_DAYS, OTHER_DAYS = 4, 21
"""Days apart up to which dates do not count against a story, and from which they count in full."""
APART = 0.2
"""Part of the similarity that remains of reports in full apart."""

_BLOCK = 4096
"""Words whose products are summed at a time, to bound memory."""


def stories(
    reports: Sequence[Report], readings: Sequence[Reading], statements: Sequence[Statement]
) -> tuple[Story, ...]:
    """Every report in exactly one story; a lone report is a story of one. The order of the input does not matter.

    A story's title is that of its most central report, its id 12 hexadecimal digits from its earliest one's id.
    Stories and the reports in them stand by date, unknown last, then by id. ``readings`` are not needed by the present method.
    """
    ordered = sorted(reports, key=lambda r: (r.published or "~", r.id))
    if not ordered:
        return ()
    similar = _words_in_common([_words(report) for report in ordered])
    _draw(similar, ordered, statements)
    least = LEAST + GROWTH * math.log(max(len(ordered), 10) / 10)
    told = [
        _story([ordered[k] for k in group], similar[np.ix_(group, group)]) for group in linked(similar, least)
    ]
    return tuple(sorted(told, key=lambda s: (s.earliest or "~", s.reports[0])))


def linked(similar: Similarities, least: float) -> list[list[int]]:
    """Average linkage down to a mean similarity of ``least``, by chains of nearest neighbours (Murtagh 1983): n² steps.

    ``similar`` is symmetric. Groups are in ascending order and stand by their first member.
    """
    work = similar.astype(np.float64)
    np.fill_diagonal(work, -np.inf)
    members: dict[int, list[int]] = {k: [k] for k in range(len(work))}
    open_groups = set(members)
    chain: list[int] = []
    while open_groups:
        if not chain:
            chain.append(min(open_groups))
        top = chain[-1]
        nearest = int(work[top].argmax())
        if work[top, nearest] < least:
            # Nothing it may join, now or later: joining others brings a group no nearer than the nearer of both.
            open_groups.discard(top)
            chain.pop()
            continue
        if len(chain) > 1 and work[top, chain[-2]] >= work[top, nearest]:
            other = chain[-2]
            keep, gone = min(top, other), max(top, other)
            a, b = len(members[keep]), len(members[gone])
            merged = (a * work[keep] + b * work[gone]) / (a + b)
            work[keep], work[:, keep] = merged, merged
            work[keep, keep] = -np.inf
            work[gone, :] = work[:, gone] = -np.inf
            members[keep] += members.pop(gone)
            open_groups.discard(gone)
            open_groups.add(keep)
            del chain[-2:]
        else:
            chain.append(nearest)
    return [sorted(members[k]) for k in sorted(members)]


def _words(report: Report) -> dict[str, float]:
    """Weighted counts of the words in the report's own voices."""
    weights: dict[str, float] = defaultdict(float)
    for passage in report.passages:
        if passage.voice in READ_VOICES:
            for found in WORD.finditer(report.text, passage.start, passage.end):
                word = found.group()
                if word.lower() not in FUNCTION_WORDS:
                    marked = word[0].isupper() or word[0].isdigit()
                    weights[stem(word)] += MARKED if marked else 1
    return weights


def _words_in_common(words: Sequence[Mapping[str, float]]) -> Similarities:
    """Cosines of the reports' weighted words: (n, n), 0 to 1."""
    n = len(words)
    spread = Counter(word for counts in words for word in counts)
    vocabulary = {word: k for k, word in enumerate(sorted(spread))}
    rows, columns, weights = [], [], []
    for row, counts in enumerate(words):
        for word, count in counts.items():
            rarity = (math.log((1 + n) / (1 + spread[word])) + 1) * (
                ONCE if spread[word] == 1 and n > 1 else 1
            )
            rows.append(row)
            columns.append(vocabulary[word])
            weights.append((1 + math.log(count)) * rarity)
    row_of, column_of = np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)
    values = np.array(weights, dtype=np.float32)
    lengths = np.sqrt(np.bincount(row_of, weights=values.astype(np.float64) ** 2, minlength=n))
    values /= np.maximum(lengths, 1e-9)[row_of].astype(np.float32) if len(values) else 1
    similar = np.zeros((n, n), dtype=np.float32)
    by_column = np.argsort(column_of, kind="stable")
    for start in range(0, len(vocabulary), _BLOCK):
        first, last = np.searchsorted(column_of[by_column], [start, start + _BLOCK])
        some = by_column[first:last]
        block = np.zeros((n, _BLOCK), dtype=np.float32)
        block[row_of[some], column_of[some] - start] = values[some]
        similar += block @ block.T
    return similar


def _draw(similar: Similarities, reports: Sequence[Report], statements: Sequence[Statement]) -> None:
    """Count in shared statements and dates, in place."""
    place = {report.id: k for k, report in enumerate(reports)}
    days = np.array([_day(report.published) for report in reports])
    gaps = np.abs(days[:, None] - days[None, :])
    apart = np.nan_to_num(np.clip((gaps - SAME_DAYS) / (OTHER_DAYS - SAME_DAYS), 0, 1))
    similar *= (1 - (1 - APART) * apart).astype(np.float32)
    shared: Counter[tuple[int, int]] = Counter()
    for statement in statements:
        shared.update(combinations(sorted({place[w.report] for w in statement.wordings}), 2))
    for (a, b), count in sorted(shared.items()):
        similar[a, b] += SHARED * min(count, 3)
        similar[b, a] = similar[a, b]


def _day(published: str | None) -> float:
    """The day as a number; not a number where only the month or year is known, or nothing."""
    if published is None or len(published) < 10:
        return math.nan
    try:
        return float(date.fromisoformat(published[:10]).toordinal())
    except ValueError:
        return math.nan


def _story(group: Sequence[Report], similar: Similarities) -> Story:
    """Reports in order of date as a story."""
    central = int(similar.sum(axis=1).argmax())
    candidates = [group[central], *group]
    title = next((title for report in candidates if (title := _title(report))), group[0].name)
    dates = sorted(report.published for report in group if report.published)
    return Story(
        id=hashlib.sha256(f"story:{group[0].id}".encode()).hexdigest()[:12],
        title=title,
        reports=tuple(report.id for report in group),
        earliest=dates[0] if dates else None,
        latest=dates[-1] if dates else None,
    )


def _title(report: Report) -> str | None:
    """The report's title, else its headline, on one line."""
    headlines = (report.text[p.start : p.end] for p in report.passages if p.voice is Voice.HEADLINE)
    title = report.title or next(headlines, "")
    return " ".join(title.split()) or None

"""Stories: the reports about the same events.

Reports that share candidate keys (:mod:`.profiles`), or are near in meaning, are weighed in pairs
(:mod:`.likeness`), shared statements draw them together, and dates far apart keep them from each other.
Groups grow by average linkage (Sokal and Michener 1958), so that no report joins on one lookalike.

What a pair is given depends on the two reports and on what is nearest to either; who is grouped with whom depends on those that
they are tied to, directly or through others. So reports that come in change only the stories of their own neighbourhood, and
:mod:`rashomon.ledger.collating.stories` tells no others anew; this module tells all of them at once.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.stories.candidates import FAR, UNDATED, Days, candidates, day_of, far
from rashomon.collation.stories.likeness import features, likely, measured, model, nearest
from rashomon.collation.stories.linkage import Pair, linked
from rashomon.collation.stories.profiles import profile
from rashomon.reading.text.opening import opening
from rashomon.records import Reading, Report, Statement, Story, Voice, line_of

# Set by hand; no corpus here has both dates and statements to measure on.
SHARED, MOST = 0.15, 3
"""Part of the way to certainty that each statement two reports share brings them, and how many of them count."""
SAME_DAYS = 4
"""Days apart up to which dates do not count against a story; from there to :data:`FAR` they count more and more,"""
APART = 0.2
"""until this part of the probability remains."""
TIE = 0.1
"""Probability below which a pair ties nothing: what is tied is grouped together, and with less, all of a year's news would be."""

LONGEST = 80
"""Characters of a title that is made of a report's first sentence."""
UNTITLED = "A report without words of its own"

_QUOTED = re.compile('["“”„«»‘]')


def stories(
    reports: Sequence[Report], readings: Sequence[Reading], statements: Sequence[Statement]
) -> tuple[Story, ...]:
    """Every report in exactly one story; a lone report is a story of one. The order of the input does not matter.

    A story's title is the one of its reports' that the others bear out most, or how its earliest report begins; its id 12
    hexadecimal digits from its earliest report's id. Stories and the reports in them stand by date, unknown last, then by id.
    """
    ordered = sorted(reports, key=in_order)
    reading = {r.report: r for r in readings}
    profiles = [profile(report, reading.get(report.id)) for report in ordered]
    days = np.array([day_of(report.published) for report in ordered], dtype=np.int64)
    shared = together(ordered, days, statements)
    pairs = sorted({*candidates(profiles, days), *shared})
    measures = measured(profiles, pairs)
    near = nearest(len(profiles), pairs, measures)
    by = model()
    chances = drawn(
        likely(features(pairs, measures, near, by.floors), by),
        np.array([shared[pair] for pair in pairs], dtype=np.int64),
        *days[np.array(pairs, dtype=np.int64).reshape(-1, 2)].T,
    )
    groups = linked(len(ordered), tied(dict(zip(pairs, chances.tolist(), strict=True))), by.least)
    return tuple(sorted((tell([ordered[k] for k in group]) for group in groups), key=in_order_of_time))


def in_order(report: Report) -> tuple[str, str]:
    """How reports stand in a story: by date, unknown last, then by id."""
    return report.published or "~", report.id


def in_order_of_time(story: Story) -> tuple[str, str]:
    """How stories stand."""
    return story.earliest or "~", story.reports[0]


def together(reports: Sequence[Report], days: Days, statements: Iterable[Statement]) -> Counter[Pair]:
    """How many statements two reports that are not far apart in time share, by their places (lower, higher)."""
    place = {report.id: k for k, report in enumerate(reports)}
    shared: Counter[Pair] = Counter()
    for statement in statements:
        shared.update(
            (a, b)
            for a, b in combinations(sorted({place[w.report] for w in statement.wordings}), 2)
            if not far(days[a], days[b])
        )
    return shared


def drawn(
    chances: NDArray[np.float64], shared: NDArray[np.int64], one: Days, other: Days
) -> NDArray[np.float64]:
    """Chances of pairs with the statements that they share, and the days of either report, counted in; pair by pair."""
    left = np.array([(1 - SHARED) ** many for many in range(MOST + 1)])
    brought = 1 - (1 - chances) * left[np.minimum(shared, MOST)]
    gap = np.clip((np.abs(one - other) - SAME_DAYS) / (FAR - SAME_DAYS), 0, 1)
    known = (one != UNDATED) & (other != UNDATED)
    return np.asarray(brought * np.where(known, 1 - (1 - APART) * gap, 1.0))


def tied(chances: Mapping[Pair, float]) -> dict[Pair, float]:
    """The pairs that tie their reports."""
    return {pair: chance for pair, chance in chances.items() if chance >= TIE}


def story_id(report: str) -> str:
    """The id of the story whose first report this is."""
    return hashlib.sha256(f"story:{report}".encode()).hexdigest()[:12]


def tell(group: Sequence[Report]) -> Story:
    """Reports, which stand :func:`in_order`, as a story."""
    dates = sorted(report.published for report in group if report.published)
    return Story(
        id=story_id(group[0].id),
        title=_borne_out(group) or opening_of(group[0]),
        reports=tuple(report.id for report in group),
        earliest=dates[0] if dates else None,
        latest=dates[-1] if dates else None,
    )


def _borne_out(group: Sequence[Report]) -> str | None:
    """Of the reports' titles the one of whose longer words most stand in the other reports too, the earliest of equals.

    One that quotes lends the story a side's words, and stands behind those that do not. Four words that no report has are
    added to each, so that a title of one or two does not win by it.
    """
    titles = [title for report in group if (title := title_of(report))]
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


def opening_of(report: Report) -> str:
    """What stands for the title of a report that has none: its first sentence, cut at :data:`LONGEST` characters."""
    span = opening(report)
    words = line_of(report.text, span) if span else ""
    if not any(map(str.isalnum, words)):
        return UNTITLED
    if len(words) <= LONGEST:
        return words
    # At a space, unless the first word alone is longer.
    head = words[: LONGEST - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–—-") + "…"


def title_of(report: Report) -> str | None:
    """The report's title, else its headline, on one line."""
    headlines = (report.text[p.start : p.end] for p in report.passages if p.voice is Voice.HEADLINE)
    title = report.title or next(headlines, "")
    return " ".join(title.split()) or None

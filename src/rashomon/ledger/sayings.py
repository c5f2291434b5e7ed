"""How wordings are listed, for many of them at once: whose words each is, its stance and cue, the rest of its sentence."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from rashomon.accounts.saying import Saying, saying
from rashomon.ledger.rows import BATCH, parts
from rashomon.reading.stance import Stood, inherited, stood
from rashomon.records import Span

#: The ordinal of the wording in which a statement ``{}`` is listed: its speaker's own before all, then that which leads all
#: comparisons (see :func:`rashomon.dossier.gathered.leading`).
LEADING = (
    "(SELECT l.ordinal FROM wording AS l LEFT JOIN attribution AS a ON a.report = l.report AND a.ordinal = l.attribution"
    " WHERE l.statement = {} ORDER BY a.speaker_name IS NULL, EXISTS (SELECT 1 FROM comparison AS c"
    " WHERE c.statement = l.statement AND c.wording = l.ordinal), l.ordinal LIMIT 1)"
)

#: A wording by its report and characters, and its attribution there, by ordinal; ``None`` where nobody is given as its source.
Place = tuple[str, int, int, int | None]


def sayings(connection: sqlite3.Connection, places: Sequence[Place]) -> dict[tuple[str, int, int], Saying]:
    """How these wordings are listed, by report and characters."""
    attributed = {(report, at) for report, _, _, at in places if at is not None}
    names: dict[tuple[str, int], tuple[str | None, int | None]] = {}
    # With what they stand inside, to the outermost.
    more = attributed
    while more := more - names.keys():
        found = _names(connection, sorted(more))
        names |= found
        more = {(report, inside) for (report, _), (_, inside) in found.items() if inside is not None}
    spans = _spans(connection, sorted(names))

    @cache
    def text(report: str) -> str:
        return str(connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()[0])

    @cache
    def alone(report: str, at: int) -> Stood:
        by = spans.get((report, at), {})
        return stood(
            text(report), *([span for span, _ in by.get(part, [])] for part in ("cue", "content", "source"))
        )

    def of(report: str, at: int) -> Stood:
        own, seen = alone(report, at), {at}
        while (inside := names[report, at][1]) is not None and inside not in seen:
            at = inside
            seen.add(at)
            own = inherited(alone(report, at), own)
        return own

    told = {}
    for report, start, end, at in places:
        if at is None or (report, at) not in names:
            told[report, start, end] = Saying()
            continue
        by = spans.get((report, at), {})
        told[report, start, end] = saying(
            text(report),
            Span(start, end),
            names[report, at][0],
            " … ".join(words for _, words in by.get("source", [])),
            of(report, at),
            [span for span, _ in by.get("content", [])],
        )
    return told


def _names(
    connection: sqlite3.Connection, attributed: Sequence[tuple[str, int]]
) -> dict[tuple[str, int], tuple[str | None, int | None]]:
    """The names that reports give the speakers of these attributions, and the attributions that they stand inside."""
    return {
        (report, at): (name, inside)
        for report, at, name, inside in _of_each(
            connection,
            "SELECT a.report, a.ordinal, a.speaker_name, a.inside FROM asked CROSS JOIN attribution AS a"
            " ON a.report = asked.report AND a.ordinal = asked.attribution",
            attributed,
        )
    }


def _spans(
    connection: sqlite3.Connection, attributed: Sequence[tuple[str, int]]
) -> Mapping[tuple[str, int], Mapping[str, list[tuple[Span, str]]]]:
    """The spans of these attributions by their part, those of sources and cues with their words."""
    found: defaultdict[tuple[str, int], defaultdict[str, list[tuple[Span, str]]]]
    found = defaultdict(lambda: defaultdict(list))
    # Put in order here: asked to, SQLite goes through all spans there are in that order, whatever is asked for.
    rows = _of_each(
        connection,
        "SELECT s.report, s.attribution, s.part, s.ordinal, s.start, s.stop, CASE WHEN s.part = 'content' THEN '' ELSE s.text END"
        " FROM asked CROSS JOIN attribution_span AS s ON s.report = asked.report AND s.attribution = asked.attribution",
        attributed,
    )
    for report, at, part, _, start, stop, words in sorted(rows):
        found[report, at][part].append((Span(start, stop), words))
    return found


def _of_each(
    connection: sqlite3.Connection, query: str, attributed: Sequence[tuple[str, int]]
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query over ``asked``: some of these attributions at a time."""
    for some in parts(attributed, BATCH // 2):
        values = ",".join(["(?, ?)"] * len(some))
        yield from connection.execute(
            f"WITH asked (report, attribution) AS (VALUES {values}) {query}", list(chain.from_iterable(some))
        ).fetchall()

"""How wordings are listed, for many of them at once: whose words each is, what denies it, the rest of its sentence."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from typing import Any

from rashomon.accounts.saying import Saying, saying
from rashomon.ledger.rows import BATCH, parts
from rashomon.records import Span

#: The ordinal of the wording in which a statement ``{}`` is listed: its speaker's own before all, then that which leads all
#: comparisons (see :func:`rashomon.dossier.gathered.leading`).
LEADING = (
    "(SELECT l.ordinal FROM wording AS l LEFT JOIN attribution AS a ON a.report = l.report AND a.ordinal = l.attribution"
    " WHERE l.statement = {} ORDER BY a.speaker_name IS NULL, EXISTS (SELECT 1 FROM comparison AS c"
    " WHERE c.statement = l.statement AND c.wording = l.ordinal), l.ordinal LIMIT 1)"
)

#: A wording by its report and characters, its attribution there, by ordinal (``None`` where nobody is given as its source), and
#: its words.
Place = tuple[str, int, int, int | None, str]


def sayings(connection: sqlite3.Connection, places: Sequence[Place]) -> dict[tuple[str, int, int], Saying]:
    """How these wordings are listed, by report and characters."""
    attributed = sorted({(report, at) for report, _, _, at, _ in places if at is not None})
    names = _names(connection, attributed)
    spans = _spans(connection, attributed)

    @cache
    def text(report: str) -> str:
        return str(connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()[0])

    found = {}
    for report, start, end, at, words in places:
        if at is None or (report, at) not in names:
            found[report, start, end] = Saying()
            continue
        of = spans.get((report, at), {})
        cue = of.get("cue", [])
        found[report, start, end] = saying(
            partial(text, report),
            Span(start, end),
            words,
            names[report, at],
            " … ".join(part for _, part in of.get("source", [])),
            (" … ".join(part for _, part in cue), [span for span, _ in cue]),
            [span for span, _ in of.get("content", [])],
        )
    return found


def _names(
    connection: sqlite3.Connection, attributed: Sequence[tuple[str, int]]
) -> dict[tuple[str, int], str | None]:
    """The names that reports give the speakers of these attributions."""
    return {
        (report, at): name
        for report, at, name in _of_each(
            connection,
            "SELECT a.report, a.ordinal, a.speaker_name FROM asked CROSS JOIN attribution AS a"
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

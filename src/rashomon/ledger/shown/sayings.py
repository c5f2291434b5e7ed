"""How wordings are listed, for many of them at once: whose words each is, its stance and cue, the rest of its sentence."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from rashomon.accounts.saying import Saying, saying
from rashomon.ledger.tables.rows import BATCH, parts
from rashomon.reading.attributions.stance import Stood, inherited, stood
from rashomon.reading.names.joint import all_of
from rashomon.records import Span

#: The ordinal of the wording in which a statement ``{}`` is listed: its speaker's own before all, then that which leads all
#: comparisons (see :func:`rashomon.dossier.gathered.leading`).
LEADING = (
    "(SELECT l.ordinal FROM wording AS l LEFT JOIN attribution AS a ON a.report = l.report AND a.ordinal = l.attribution"
    " WHERE l.statement = {} ORDER BY a.speaker_name IS NULL, EXISTS (SELECT 1 FROM comparison AS c"
    " WHERE c.statement = l.statement AND c.wording = l.ordinal), l.ordinal LIMIT 1)"
)

#: The ordinal of the wording in which a statement ``{}`` is listed for one of several who say it together: theirs before all.
LEADING_TOGETHER = LEADING.replace(
    "a.speaker_name IS NULL",
    "NOT EXISTS (SELECT 1 FROM joint_speaker AS j WHERE j.report = l.report AND j.attribution = l.attribution)",
)

#: What a column for those who say something together holds, and the query for it, by a report and an attribution of it.
JOINT = "those who say it together, by name or else the source's words, between semicolons; empty where nobody else says it too"
TOGETHER = (
    "(SELECT group_concat(coalesce(name, text, 'others'), '; ') FROM (SELECT name, text FROM joint_speaker AS j"
    " WHERE j.report = {} AND j.attribution = {} ORDER BY j.ordinal))"
)

#: A wording by its report and characters, and its attribution there, by ordinal; ``None`` where nobody is given as its source.
Place = tuple[str, int, int, int | None]


class _Attributed:
    """Attributions of a ledger with all that they stand inside: names, spans, and how each is stood to."""

    def __init__(self, connection: sqlite3.Connection, attributed: Iterable[tuple[str, int]]) -> None:
        self._connection = connection
        self.names: dict[tuple[str, int], tuple[str | None, int | None]] = {}
        # With what they stand inside, to the outermost.
        attributed = set(attributed)
        more = attributed
        while more := more - self.names.keys():
            found = _names(connection, sorted(more))
            self.names |= found
            more = {(report, inside) for (report, _), (_, inside) in found.items() if inside is not None}
        self.joint = together_in(connection, sorted(attributed))
        self.spans = _spans(connection, sorted(self.names))
        self.text = cache(self._text)
        self._alone = cache(self._stood)

    def stood(self, report: str, at: int) -> Stood:
        """How an attribution is stood to, by its own cue and those that it stands inside."""
        own, seen = self._alone(report, at), {at}
        while (inside := self.names[report, at][1]) is not None and inside not in seen:
            at = inside
            seen.add(at)
            own = inherited(self._alone(report, at), own)
        return own

    def _stood(self, report: str, at: int) -> Stood:
        by = self.spans.get((report, at), {})
        cue, content, source = (
            [span for span, _ in by.get(part, ())] for part in ("cue", "content", "source")
        )
        return stood(self.text(report), cue, content, source)

    def _text(self, report: str) -> str:
        row = self._connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        return str(row[0])


def sayings(connection: sqlite3.Connection, places: Sequence[Place]) -> dict[tuple[str, int, int], Saying]:
    """How these wordings are listed, by report and characters."""
    found = _Attributed(connection, {(report, at) for report, _, _, at in places if at is not None})
    told = {}
    for report, start, end, at in places:
        if at is None or (report, at) not in found.names:
            told[report, start, end] = Saying()
            continue
        by = found.spans.get((report, at), {})
        told[report, start, end] = saying(
            found.text(report),
            Span(start, end),
            found.names[report, at][0],
            " … ".join(words for _, words in by.get("source", [])),
            found.stood(report, at),
            [span for span, _ in by.get("content", [])],
            found.joint.get((report, at), ""),
        )
    return told


def stanced(
    connection: sqlite3.Connection, columns: Sequence[str], found: sqlite3.Cursor
) -> Iterator[tuple[Any, ...]]:
    """The rows found, each less its last two values, a report and an attribution of it (or none): these tell its ``cue`` and
    its ``stance``, which are two of the columns."""
    cue, stance = columns.index("cue"), columns.index("stance")
    while some := found.fetchmany(BATCH):
        attributed = _Attributed(connection, {row[-2:] for row in some if row[-1] is not None})
        for *values, report, at in some:
            if (report, at) in attributed.names:
                told = attributed.stood(report, at)
                values[cue], values[stance] = told.cue or None, told.stance.value
            else:
                values[cue] = values[stance] = None
            yield tuple(values)


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


def together_in(
    connection: sqlite3.Connection, attributed: Sequence[tuple[str, int]]
) -> dict[tuple[str, int], str]:
    """Those who say these attributions' contents together, by their names, of the attributions where they are several."""
    found: defaultdict[tuple[str, int], list[tuple[str | None, str | None]]] = defaultdict(list)
    rows = _of_each(
        connection,
        "SELECT j.report, j.attribution, j.ordinal, j.name, j.text FROM asked CROSS JOIN joint_speaker AS j"
        " ON j.report = asked.report AND j.attribution = asked.attribution",
        attributed,
    )
    for report, at, _, name, words in sorted(rows, key=lambda row: row[:3]):
        found[report, at].append((name, " ".join((words or "").split())))
    return {at: all_of(several) for at, several in found.items()}


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

"""Comparisons and variations of wordings: to rows and back, and whether they still hold."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.collation.wordings.variation import sharpest
from rashomon.ledger.tables.rows import rows_of
from rashomon.records import Statement, Variation, VariationKind, Wording


def write_variations(connection: sqlite3.Connection, statements: Iterable[Statement]) -> None:
    """Add the comparisons and variations of statements whose wordings are written. Raises ValueError where a span does
    not fit its report."""
    for statement in statements:
        compared = [(n, w) for n, w in enumerate(statement.wordings) if w.against is not None]
        if not compared:
            continue
        texts = dict(
            connection.execute(
                "SELECT id, text FROM report WHERE id IN (SELECT report FROM wording WHERE statement = ?)",
                (statement.id,),
            )
        )
        for number, wording in compared:
            assert wording.against is not None
            other = statement.wordings[wording.against]
            kind = sharpest(wording.variations)
            connection.execute(
                "INSERT INTO comparison VALUES (?, ?, ?, ?)",
                (statement.id, number, wording.against, kind.value if kind else None),
            )
            connection.executemany(
                "INSERT INTO variation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        statement.id,
                        number,
                        ordinal,
                        v.kind.value,
                        *_part(statement, wording, v.start, v.end, texts),
                        *_part(statement, other, v.other_start, v.other_end, texts),
                        v.why,
                    )
                    for ordinal, v in enumerate(wording.variations)
                ],
            )


def _part(
    statement: Statement, wording: Wording, start: int, end: int, texts: dict[str, str]
) -> tuple[int, int, str]:
    if not wording.start <= start <= end <= wording.end:
        raise ValueError(
            f"statement {statement.id}: characters {start} to {end} of report {wording.report} are not in its wording"
        )
    return start, end, texts[wording.report][start:end]


def with_variations(
    connection: sqlite3.Connection, ids: Sequence[str], wordings: dict[tuple[str, int], Wording]
) -> dict[tuple[str, int], Wording]:
    """Wordings, by statement and ordinal, with what they are compared with and how they differ from it."""
    found: defaultdict[tuple[str, int], list[Variation]] = defaultdict(list)
    for statement, wording, kind, *places in rows_of(
        connection,
        "SELECT statement, wording, kind, start, stop, against_start, against_stop, why FROM variation"
        " WHERE statement IN ({}) ORDER BY statement, wording, ordinal",
        ids,
    ):
        found[statement, wording].append(Variation(VariationKind(kind), *places))
    whole = dict(wordings)
    query = "SELECT statement, wording, against FROM comparison WHERE statement IN ({})"
    for statement, wording, against in rows_of(connection, query, ids):
        key = statement, wording
        whole[key] = replace(whole[key], against=against, variations=tuple(found[key]))
    return whole


def misfits(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Variations that are not in their wordings, or not the text there: ``(kind of finding, row, fault)``."""
    rows = connection.execute(
        "SELECT v.statement || ' ' || v.wording || ' ' || v.ordinal, v.start, v.stop, v.text, w.start, w.stop, w.text,"
        " v.against_start, v.against_stop, v.against_text, o.start, o.stop, o.text FROM variation AS v"
        " JOIN comparison AS c ON c.statement = v.statement AND c.wording = v.wording"
        " JOIN wording AS w ON w.statement = v.statement AND w.ordinal = v.wording"
        " JOIN wording AS o ON o.statement = v.statement AND o.ordinal = c.against"
    )
    for item, *sides in rows:
        for start, stop, text, low, high, whole in (sides[:6], sides[6:]):
            if not low <= start <= stop <= high:
                yield "span", item, f"characters {start} to {stop} are not in its wording, {low} to {high}"
            elif whole[start - low : stop - low] != text:
                yield "quotation", item, f"its text is not that of characters {start} to {stop}"

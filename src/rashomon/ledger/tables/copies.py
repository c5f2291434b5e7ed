"""Families, copied passages and versions: to rows and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from rashomon.ledger.tables.fitting import span_fault
from rashomon.ledger.tables.rows import rows_of
from rashomon.ledger.tables.write import storable
from rashomon.records import Span, VariationKind
from rashomon.records.copies import CopiedPassage, Copy, Family, Revision, RevisionKind, Version


def write_copies(
    connection: sqlite3.Connection,
    families: Iterable[Family],
    passages: Iterable[CopiedPassage],
    versions: Iterable[Version],
) -> None:
    """Replace every family, copied passage and version. Raises ValueError where a span does not fit its report."""
    for table in ("family", "copied_passage", "version"):
        connection.execute(f"DELETE FROM {table}")
    add_families(connection, families)
    add_passages(connection, passages)
    add_versions(connection, versions)
    # Where another hand has been, the next collation has nothing to go on from.
    connection.execute("DELETE FROM meta WHERE key = 'collated'")


def add_families(connection: sqlite3.Connection, families: Iterable[Family]) -> None:
    """Add families."""
    for family in families:
        connection.execute("INSERT INTO family VALUES (?)", (family.id,))
        connection.executemany("INSERT INTO copy VALUES (?, ?, ?, ?, ?)", copy_rows(family))


def copy_rows(family: Family) -> list[tuple[str, int, str, float, str]]:
    """The rows of a family's reports."""
    return [(family.id, n, c.report, c.share, storable(c.why)) for n, c in enumerate(family.copies)]


def add_passages(connection: sqlite3.Connection, passages: Iterable[CopiedPassage]) -> None:
    """Add copied passages. Raises ValueError where a span does not fit its report."""
    for passage in sorted(passages, key=lambda p: (p.report, p.span, p.other, p.other_span)):
        text, other_text = (
            _text(connection, report, span, empty=False)
            for report, span in ((passage.report, passage.span), (passage.other, passage.other_span))
        )
        connection.execute(
            "INSERT INTO copied_passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                passage.report,
                passage.span.start,
                passage.span.end,
                passage.other,
                passage.other_span.start,
                passage.other_span.end,
                passage.words,
                text,
                other_text,
            ),
        )


def add_versions(connection: sqlite3.Connection, versions: Iterable[Version]) -> None:
    """Add versions. Raises ValueError where a span does not fit its report."""
    for version in versions:
        connection.execute(
            "INSERT INTO version VALUES (?, ?, ?)",
            (version.report, version.earlier, storable(version.address)),
        )
        connection.executemany(
            "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    version.report,
                    ordinal,
                    r.kind.value,
                    r.earlier.start,
                    r.earlier.end,
                    _text(connection, version.earlier, r.earlier),
                    r.later.start,
                    r.later.end,
                    _text(connection, version.report, r.later),
                    r.attribution,
                    r.variation.value if r.variation else None,
                    r.why,
                )
                for ordinal, r in enumerate(version.revisions)
            ],
        )


def _text(connection: sqlite3.Connection, report: str, span: Span, *, empty: bool = True) -> str:
    found = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
    if found is None:
        raise ValueError(f"report {report} is not in the ledger")
    if not (empty and span.start == span.end <= len(found[0])) and (
        fault := span_fault(span.start, span.end, found[0])
    ):
        raise ValueError(f"report {report}: {fault}")
    text: str = found[0][span.start : span.end]
    return text


def load_families(connection: sqlite3.Connection, report: str | None) -> Iterator[Family]:
    """Every family, in order of id, or the one that a report is of."""
    condition = "" if report is None else " WHERE family IN (SELECT family FROM copy WHERE report = :report)"
    rows = connection.execute(
        f"SELECT family, report, share, why FROM copy{condition} ORDER BY family, ordinal",
        {"report": report},
    )
    for family, copies in groupby(rows, key=lambda row: str(row[0])):
        yield Family(family, tuple(Copy(*row[1:]) for row in copies))


def load_passages(connection: sqlite3.Connection, report: str | None) -> Iterator[CopiedPassage]:
    """Every copied passage, by report and place, or those of one report."""
    # An alternative in the condition would have SQLite go through all of them.
    condition = "" if report is None else " WHERE report = :report OR other = :report"
    for one, start, stop, other, other_start, other_stop, words in connection.execute(
        f"SELECT report, start, stop, other, other_start, other_stop, words FROM copied_passage{condition}"
        " ORDER BY report, start, other, other_start",
        {"report": report},
    ):
        yield CopiedPassage(one, Span(start, stop), other, Span(other_start, other_stop), words)


def load_next_versions(connection: sqlite3.Connection, reports: Iterable[str]) -> dict[str, str]:
    """The version that has taken the place of each of these reports, and of those that have, as far as it goes."""
    found: dict[str, str] = {}
    asked = set(reports)
    while asked:
        query = "SELECT earlier, report FROM version WHERE earlier IN ({})"
        rows = dict(rows_of(connection, query, sorted(asked)))
        asked = set(rows.values()) - found.keys() - rows.keys()
        found |= rows
    return found


def load_versions(connection: sqlite3.Connection, report: str | None) -> Iterator[Version]:
    """Every version in order of address, or those that a report is the later or the earlier of."""
    condition = "" if report is None else " WHERE report = :report OR earlier = :report"
    found = connection.execute(
        f"SELECT address, report, earlier FROM version{condition} ORDER BY address, report",
        {"report": report},
    ).fetchall()
    for address, later, earlier in found:
        rows = connection.execute(
            "SELECT kind, earlier_start, earlier_stop, start, stop, attribution, variation, why FROM revision"
            " WHERE report = ? ORDER BY ordinal",
            (later,),
        )
        yield Version(
            address,
            later,
            earlier,
            tuple(
                Revision(
                    RevisionKind(kind),
                    Span(before, before_stop),
                    Span(start, stop),
                    attribution,
                    VariationKind(variation) if variation else None,
                    why,
                )
                for kind, before, before_stop, start, stop, attribution, variation, why in rows
            ),
        )


def misfits(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Passages and revisions whose text is not that of their characters, and shares that are none: ``(table, row, fault)``."""
    for report, share in connection.execute("SELECT report, share FROM copy WHERE share NOT BETWEEN 0 AND 1"):
        yield "copy", report, f"its share of {share} is no part of a text"
    passages = (
        "SELECT 'copied_passage', p.report || ' ' || p.start, p.{start}, p.{stop}, p.{text}, r.text"
        " FROM copied_passage AS p JOIN report AS r ON r.id = p.{report}"
    )
    revisions = (
        "SELECT 'revision', p.report || ' ' || p.ordinal, p.{start}, p.{stop}, p.{text}, r.text FROM revision AS p"
        " JOIN version AS v ON v.report = p.report JOIN report AS r ON r.id = v.{report}"
    )
    for query, columns in (
        (passages, ("start", "stop", "text", "report")),
        (passages, ("other_start", "other_stop", "other_text", "other")),
        (revisions, ("start", "stop", "text", "report")),
        (revisions, ("earlier_start", "earlier_stop", "earlier_text", "earlier")),
    ):
        names = dict(zip(("start", "stop", "text", "report"), columns, strict=True))
        for table, item, start, stop, text, whole in connection.execute(query.format(**names)):
            if whole[start:stop] != text:
                yield table, item, f"its text is not that of characters {start} to {stop}"

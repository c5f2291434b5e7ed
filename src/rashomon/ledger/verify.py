"""Whether a ledger still holds what was put in: every hash, every span, every quotation, every reference."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.ledger.decisions import decided_conflicts
from rashomon.ledger.decisions.mending import about_attributions, as_mended
from rashomon.ledger.lookup import ids_of
from rashomon.ledger.tables import copies, variations
from rashomon.ledger.tables.collate import Apart
from rashomon.ledger.tables.fitting import reading_misfits, report_misfits, span_fault
from rashomon.ledger.tables.load import load_readings, load_reports
from rashomon.ledger.tables.write import blanked, content_id, searchable, unpack
from rashomon.records import CorrectionKind

KINDS = {
    "database": "SQLite finds the file itself damaged",
    "reference": "a row refers to one that is not there",
    "hash": "a capture's bytes no longer have its SHA-256",
    "id": "a report's id is not the beginning of its capture's SHA-256, or a correction's that of what it says",
    "span": "a span is not within its report's text",
    "order": "passages or parts overlap or stand out of order",
    "quotation": "a stored quotation is not the text at its span",
    "voice": "a reader's comment or site furniture is recorded as a statement or a name",
    "search": "full-text search does not see what the tables hold",
    "mended": "an attribution is not what the machine read, as people mended it",
    "decided": "a conflict does not stand as people decided about it",
    "record": "a row cannot be read as a record",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold: one of KINDS, the table, the row (its key, parts joined by spaces), the fault."""

    kind: str
    table: str
    item: str
    fault: str


def verify(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Everything in the ledger that does not hold, as it is found; nothing where all is well."""
    for check in (
        _database,
        _references,
        _captures,
        _reports,
        _mended,
        _decided,
        _quotations,
        _variations,
        _voices,
        _searchable,
    ):
        yield from check(connection)


def _database(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (fault,) in connection.execute("PRAGMA integrity_check").fetchall():
        if fault != "ok":
            yield Finding("database", "", "", fault)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, number, target, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding("reference", table, f"row {number}", f"refers to a {target} that is not there")


def _captures(connection: sqlite3.Connection) -> Iterator[Finding]:
    for sha256 in ids_of(connection, "capture"):
        packing, content, size = connection.execute(
            "SELECT packing, content, size FROM capture WHERE sha256 = ?", (sha256,)
        ).fetchone()
        try:
            received = unpack(packing, content)
        except zlib.error as error:
            yield Finding("hash", "capture", sha256, f"its bytes cannot be unpacked: {error}")
            continue
        found = hashlib.sha256(received).hexdigest()
        if found != sha256:
            yield Finding("hash", "capture", sha256, f"its bytes now have SHA-256 {found}")
        elif len(received) != size:
            yield Finding("hash", "capture", sha256, f"it has {len(received)} bytes and not {size}")
        if connection.execute("SELECT 1 FROM sighting WHERE capture = ?", (sha256,)).fetchone() is None:
            yield Finding("reference", "capture", sha256, "nothing says where it was found")


def _reports(connection: sqlite3.Connection) -> Iterator[Finding]:
    for id_ in ids_of(connection, "report"):
        try:
            (report,) = load_reports(connection, [id_])
            misfits = list(report_misfits(report))
            for reading in load_readings(connection, [id_]):
                misfits += reading_misfits(report, reading)
        except ValueError as error:  # a voice or kind that there is not
            yield Finding("record", "report", id_, str(error))
            continue
        for misfit in misfits:
            item = id_ if misfit.table == "report" else f"{id_} {misfit.ordinal}"
            yield Finding(misfit.kind, misfit.table, item, misfit.fault)


def _mended(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (id_,) in connection.execute(
        "SELECT report FROM machine_reading UNION SELECT report FROM mended ORDER BY report"
    ).fetchall():
        try:
            found = as_mended(connection, id_, about_attributions(connection, id_))
        except ValueError:  # told by _reports
            continue
        if found is None:
            continue
        _, _, stood, now = found
        for ordinal, (a, b) in enumerate(zip(stood.attributions, now.reading.attributions, strict=True)):
            if a != b:
                fault = "is not what the machine read and the corrections that stand make of it"
                yield Finding("mended", "attribution", f"{id_} {ordinal}", fault)


def _decided(connection: sqlite3.Connection) -> Iterator[Finding]:
    columns = "id, who, decided_at, why, kind, target, old, new"
    sound = True
    for id_, *said in connection.execute(f"SELECT {columns} FROM correction ORDER BY id"):
        if content_id(*said) != id_:
            yield Finding("id", "correction", id_, "what it says is not what was recorded under its id")
        if said[3] not in set(CorrectionKind):
            yield Finding("record", "correction", id_, f"there are no corrections that {said[3]}")
            sound = False
    if sound:
        for kind, table, item, fault in decided_conflicts.misfits(connection):
            yield Finding(kind, table, item, fault)


# Tables with a span, the columns that tell a row, and the column that holds the text there, if one does.
_SPANS = (
    ("mention", "report || ' ' || ordinal", "text"),
    ("attribution_span", "report || ' ' || attribution || ' ' || part || ' ' || ordinal", "text"),
    ("joint_speaker", "report || ' ' || attribution || ' ' || ordinal", "text"),
    ("sentence", "report || ' ' || ordinal", "text"),
    ("figure", "report || ' ' || ordinal", "text"),
    ("wording", "statement || ' ' || ordinal", "text"),
    ("entity_evidence", "entity || ' ' || ordinal", "NULL"),
    ("date_expression", "report || ' ' || ordinal", "text"),
    ("circumstance", "report || ' ' || attribution || ' ' || ordinal", "text"),
    ("affiliation", "report || ' ' || ordinal", "text"),
    ("entity_affiliation", "entity || ' ' || ordinal", "NULL"),
    ("carrying", "story || ' ' || ordinal", "text"),
    ("timeline", "story || ' ' || ordinal", "text"),
    ("conflict_member", "conflict || ' ' || ordinal", "text"),
    ("conflict_settling", "conflict || ' ' || ordinal", "text"),
)
# Those whose spans are checked with the reading that they are part of.
_IN_READING = frozenset(
    {
        "mention",
        "attribution_span",
        "joint_speaker",
        "sentence",
        "figure",
        "date_expression",
        "circumstance",
        "affiliation",
    }
)


def _quotations(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, key, column in _SPANS:
        read, text = None, ""
        rows = connection.execute(
            f"SELECT report, {key}, start, stop, {column} FROM {table} WHERE start IS NOT NULL ORDER BY report"
        )
        for report, item, start, stop, stored in rows:
            if report != read:
                found = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
                read, text = report, found[0] if found else ""
            if fault := span_fault(start, stop, text):
                if table not in _IN_READING:
                    yield Finding("span", table, item, fault)
            elif stored is not None and stored != text[start:stop]:
                yield Finding(
                    "quotation", table, item, f"its text is not that of characters {start} to {stop}"
                )


def _variations(connection: sqlite3.Connection) -> Iterator[Finding]:
    for kind, item, fault in variations.misfits(connection):
        yield Finding(kind, "variation", item, fault)
    for table, item, fault in copies.misfits(connection):
        yield Finding("quotation", table, item, fault)


def _voices(connection: sqlite3.Connection) -> Iterator[Finding]:
    apart = Apart.load(connection)
    for table, key, _ in _SPANS:
        if table not in _IN_READING:
            for report, item, start, stop in connection.execute(
                f"SELECT report, {key}, start, stop FROM {table}"
            ):
                if apart.touches(report, start, stop):
                    yield Finding("voice", table, item, "stands in a reader's comment or in site furniture")


def _searchable(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is searched is what the tables hold and has a row in the index; its words SQLite checks from 3.44 on."""
    stray = connection.execute(
        "SELECT number FROM searchable EXCEPT SELECT id FROM search_docsize"
        " UNION ALL SELECT * FROM (SELECT id FROM search_docsize EXCEPT SELECT number FROM searchable)"
    ).fetchall()
    for (number,) in stray:
        yield Finding(
            "search", "searchable", str(number), "the index and the text that it is of are out of step"
        )
    wordings = connection.execute(
        "SELECT w.statement || ' ' || w.ordinal, w.text, s.text FROM wording AS w LEFT JOIN searchable AS s"
        " ON s.kind = 'statement' AND s.id = statement AND s.report = w.report AND s.start = w.start"
        " AND s.stop = w.stop"
    )
    for item, text, searched in wordings:
        if searched != searchable(text):
            yield Finding("search", "wording", item, "cannot be found by its words")
    for id_ in ids_of(connection, "report"):
        try:
            (report,) = load_reports(connection, [id_])
        except ValueError:  # told by _reports
            continue
        rows = dict(
            connection.execute("SELECT kind, text FROM searchable WHERE report = ? AND id = ?", (id_, id_))
        )
        if rows.get("report") != blanked(report.text, report.passages) or (
            report.title and "title" not in rows
        ):
            yield Finding(
                "search", "report", id_, "what is searched is not its text less comments and furniture"
            )

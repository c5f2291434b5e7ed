"""Records to rows. Every function here runs inside a transaction that its caller has begun."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import unicodedata
import zlib
from collections.abc import Collection, Iterable, Iterator

from rashomon.ledger.tables.circumstances import write_circumstances
from rashomon.ledger.tables.fitting import reading_misfits, report_misfits
from rashomon.records import VOICES_APART, Capture, Figure, Passage, Problem, Reading, Report, Span

#: zlib's own default, measured in docs/ledger.md ("Captures"): level 9 makes web pages hardly smaller, and is
#: slower.
_ZLIB_LEVEL = 6


def write_report(
    connection: sqlite3.Connection, capture: Capture, report: Report, reading: Reading, fingerprint: str
) -> bool:
    """Add a capture with its report and reading; False where they were there already from the same reader.

    Rows of another reader, or read from a path later in order of path, are replaced. Raises ValueError,
    having written nothing, where the records do not fit one another: a fault of the program that made them.
    """
    _refuse_misfits(capture, report, reading)
    path = storable(capture.path)
    known = connection.execute(
        "SELECT fingerprint = ? AND (SELECT min(path) FROM sighting WHERE capture = report.capture) <= ?"
        " FROM report JOIN reading ON report = id WHERE capture = ?",
        (fingerprint, path, capture.sha256),
    ).fetchone()
    write_capture(connection, capture)
    _forget_mended_problems(connection, capture.sha256, path, fingerprint)
    if known and known[0]:
        return False
    drop_report(connection, capture.sha256)
    connection.execute(
        "UPDATE capture SET media_type = ? WHERE sha256 = ?", (capture.media_type, capture.sha256)
    )
    connection.execute(
        "INSERT INTO report"
        " (id, capture, name, title, outlet, published, published_from, language, address, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            report.id,
            report.capture,
            storable(report.name),
            storable_or_none(report.title),
            storable_or_none(report.outlet),
            storable_or_none(report.published),
            report.published_from,
            storable_or_none(report.language),
            storable_or_none(report.address),
            report.text,
        ),
    )
    connection.executemany(
        "INSERT INTO report_author VALUES (?, ?, ?)",
        ((report.id, ordinal, storable(name)) for ordinal, name in enumerate(report.authors)),
    )
    connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?)",
        ((report.id, ordinal, p.voice.value, p.start, p.end) for ordinal, p in enumerate(report.passages)),
    )
    _write_reading(connection, reading, report.text, fingerprint)
    write_searchable_report(connection, report)
    forget_collation(connection)
    return True


def write_capture(connection: sqlite3.Connection, capture: Capture) -> None:
    """Keep a capture's bytes, and where they were found; the same bytes again add only a sighting."""
    path = storable(capture.path)
    if connection.execute("SELECT 1 FROM capture WHERE sha256 = ?", (capture.sha256,)).fetchone() is None:
        packing, content = pack(capture.content)
        connection.execute(
            "INSERT INTO capture (sha256, media_type, size, packing, content) VALUES (?, ?, ?, ?, ?)",
            (capture.sha256, capture.media_type, len(capture.content), packing, content),
        )
    # Of two times or addresses for one path the lesser stays, so that the order of writing makes no
    # difference.
    connection.execute(
        "INSERT INTO sighting (capture, path, address, captured_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET"
        " address = coalesce(min(address, excluded.address), address, excluded.address),"
        " captured_at = coalesce(min(captured_at, excluded.captured_at), captured_at, excluded.captured_at)",
        (capture.sha256, path, storable_or_none(capture.address), capture.captured_at),
    )


def write_problem(
    connection: sqlite3.Connection, problem: Problem, capture: Capture | None, fingerprint: str | None
) -> None:
    """Record what could not be read, once; a reading of the same bytes by another reader no longer stands."""
    if capture is not None:
        write_capture(connection, capture)
    if problem.sha256 is not None and fingerprint is not None:
        outdated = connection.execute(
            "SELECT 1 FROM report JOIN reading ON report = id WHERE capture = ? AND fingerprint <> ?",
            (problem.sha256, fingerprint),
        ).fetchone()
        if outdated:
            drop_report(connection, problem.sha256)
            forget_collation(connection)
    words = [storable(value) for value in (problem.item, problem.stage, problem.fault, problem.mend)]
    connection.execute(
        "INSERT INTO problem (id, item, stage, fault, mend, sha256, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint",
        (content_id(*words, problem.sha256), *words, problem.sha256, fingerprint),
    )


def drop_report(connection: sqlite3.Connection, sha256: str) -> None:
    """Delete the report of a capture and, by the foreign keys, all that was read in it; the capture stays."""
    connection.execute("DELETE FROM report WHERE capture = ?", (sha256,))


def forget_collation(connection: sqlite3.Connection) -> None:
    """Note that a collation is due: the reports are no longer those that the present one was made of."""
    connection.execute("DELETE FROM meta WHERE key = 'collation'")


def pack(content: bytes) -> tuple[str, bytes]:
    """Bytes as stored: ``("zlib", …)``, or ``("none", …)`` where packing would not make them fewer."""
    packed = zlib.compress(content, _ZLIB_LEVEL)
    return ("zlib", packed) if len(packed) < len(content) else ("none", content)


def unpack(packing: str, content: bytes) -> bytes:
    """The bytes as received. Raises zlib.error where they are damaged."""
    return zlib.decompress(content) if packing == "zlib" else content


def content_id(*values: str | None) -> str:
    """16 hexadecimal digits that stand for these values, the same on every machine."""
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:16]


def storable(label: str) -> str:
    r"""A label (never a text that spans count in) as UTF-8 can hold it: lone surrogates are written out.

    They come from file names that are no UTF-8 and from odd JSON.

    >>> storable("caf\udce9.txt")
    'caf\\udce9.txt'
    """
    return label.encode("utf-8", "backslashreplace").decode("utf-8")


def storable_or_none(label: str | None) -> str | None:
    """As ``storable``, where there is a label."""
    return None if label is None else storable(label)


def folded(name: str) -> str:
    """A name's words in lower case, without accents or punctuation, for looking it up.

    >>> folded("Émile  N'Diaye-SOW")
    'emile n diaye sow'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return " ".join("".join(" " if unicodedata.category(c)[0] in "PZSC" else c for c in plain).split())


def blanked(text: str, passages: Iterable[Passage]) -> str:
    """A report's text as it is searched: comments and furniture are blank, and every other character keeps
    its place.

    NUL and the two noncharacters with which search.py marks what it finds are blanked as well.
    """
    pieces, reached = [], 0
    for passage in passages:
        if passage.voice in VOICES_APART:
            pieces += [text[reached : passage.start], "\n" * (passage.end - passage.start)]
            reached = passage.end
    pieces.append(text[reached:])
    return searchable("".join(pieces))


_UNSEARCHABLE = {0: " ", 0xFDD0: " ", 0xFDD1: " "}


def searchable(text: str) -> str:
    """A text as it is searched: what would be mistaken for a mark of a match, or ends a text to C, is a space."""
    return text.translate(_UNSEARCHABLE)


def write_searchable_report(connection: sqlite3.Connection, report: Report) -> None:
    """Make a report's title, and its text less comments and furniture, known to full-text search."""
    if report.title:
        title = searchable(storable(report.title))
        connection.execute(
            "INSERT INTO searchable (kind, id, report, text) VALUES ('title', ?, ?, ?)",
            (report.id, report.id, title),
        )
    connection.execute(
        "INSERT INTO searchable (kind, id, report, start, stop, text) VALUES ('report', ?, ?, 0, ?, ?)",
        (report.id, report.id, len(report.text), blanked(report.text, report.passages)),
    )


def _write_reading(connection: sqlite3.Connection, reading: Reading, text: str, fingerprint: str) -> None:
    connection.execute("INSERT INTO reading VALUES (?, ?, ?)", (reading.report, reading.model, fingerprint))
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (reading.report, ordinal, m.kind.value, m.start, m.end, text[m.start : m.end], m.score)
            for ordinal, m in enumerate(reading.mentions)
        ),
    )
    write_attributions(connection, reading, text, range(len(reading.attributions)))
    write_sentences(connection, reading, text)
    write_figures(connection, reading, text)
    write_circumstances(connection, reading, text)


def write_attributions(
    connection: sqlite3.Connection, reading: Reading, text: str, ordinals: Collection[int]
) -> None:
    """Write these attributions of a reading, in the place of any that have their ordinals; rows that refer to them stay."""
    connection.executemany(
        "INSERT INTO attribution (report, ordinal, kind, confidence, inside, channel, addressee, said_on,"
        " speaker_name, speaker_kind, speaker_why, evidence_start, evidence_stop)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET kind = excluded.kind,"
        " confidence = excluded.confidence, inside = excluded.inside, channel = excluded.channel,"
        " addressee = excluded.addressee, said_on = excluded.said_on, speaker_name = excluded.speaker_name,"
        " speaker_kind = excluded.speaker_kind, speaker_why = excluded.speaker_why,"
        " evidence_start = excluded.evidence_start, evidence_stop = excluded.evidence_stop",
        (row for row in _attribution_rows(reading) if row[1] in ordinals),
    )
    for table in ("attribution_part", "attribution_span", "joint_speaker"):
        connection.executemany(
            f"DELETE FROM {table} WHERE report = ? AND attribution = ?",
            ((reading.report, n) for n in ordinals),
        )
    chosen = [(ordinal, reading.attributions[ordinal]) for ordinal in ordinals]
    connection.executemany(
        "INSERT INTO attribution_part VALUES (?, ?, ?, ?)",
        (
            (reading.report, ordinal, part, getattr(a.part_confidence, part))
            for ordinal, a in chosen
            if a.part_confidence is not None
            for part in ("source", "cue", "content")
        ),
    )
    connection.executemany(
        "INSERT INTO attribution_span VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (reading.report, index, part, ordinal, span.start, span.end, text[span.start : span.end])
            for index, a in chosen
            for part, spans in (("source", a.source), ("cue", a.cue), ("content", a.content))
            for ordinal, span in enumerate(spans)
        ),
    )
    connection.executemany(
        "INSERT INTO joint_speaker VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _joint_rows(reading, text, ordinals)
    )


def _joint_rows(
    reading: Reading, text: str, ordinals: Collection[int]
) -> Iterator[tuple[str | int | None, ...]]:
    for index in ordinals:
        for ordinal, one in enumerate(reading.attributions[index].joint_speakers):
            at = one.evidence
            where = (None, None, None) if at is None else (at.start, at.end, text[at.start : at.end])
            kind = one.kind.value if one.kind else None
            yield reading.report, index, ordinal, one.name, kind, one.why, *where


def write_sentences(connection: sqlite3.Connection, reading: Reading, text: str) -> None:
    """Write the sentences of a reading, in the place of any that its report has."""
    connection.execute("DELETE FROM sentence WHERE report = ?", (reading.report,))
    connection.executemany(
        "INSERT INTO sentence VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (reading.report, ordinal, s.start, s.end, s.attribution, text[s.start : s.end], s.vector)
            for ordinal, s in enumerate(reading.sentences)
        ),
    )


def write_figures(connection: sqlite3.Connection, reading: Reading, text: str) -> None:
    """Write the figures of a reading, in the place of any that its report has."""
    connection.execute("DELETE FROM figure WHERE report = ?", (reading.report,))
    connection.executemany(
        f"INSERT INTO figure VALUES ({', '.join(['?'] * 22)})",
        (_figure_row(reading.report, ordinal, f, text) for ordinal, f in enumerate(reading.figures)),
    )


def _figure_row(report: str, ordinal: int, f: Figure, text: str) -> tuple[str | int | float | None, ...]:
    def parts(span: Span | None) -> tuple[int | None, int | None, str | None]:
        return (None, None, None) if span is None else (span.start, span.end, text[span.start : span.end])

    return (
        report,
        ordinal,
        f.start,
        f.end,
        text[f.start : f.end],
        f.low,
        f.best,
        f.high,
        f.unit,
        *parts(f.counted),
        f.event,
        *parts(f.event_at),
        *parts(f.place),
        f.attribution,
        int(f.implied),
        f.why,
    )


def _attribution_rows(reading: Reading) -> Iterator[tuple[str | int | float | None, ...]]:
    for ordinal, a in enumerate(reading.attributions):
        speaker, evidence = a.speaker, a.speaker.evidence
        yield (
            reading.report,
            ordinal,
            a.kind.value,
            a.confidence,
            a.inside,
            a.channel,
            a.addressee,
            a.said_on,
            speaker.name,
            speaker.kind.value if speaker.kind else None,
            speaker.why,
            evidence.start if evidence else None,
            evidence.end if evidence else None,
        )


def _refuse_misfits(capture: Capture, report: Report, reading: Reading) -> None:
    if hashlib.sha256(capture.content).hexdigest() != capture.sha256:
        raise ValueError(f"{capture.path}: the capture's SHA-256 is not that of its bytes")
    if report.capture != capture.sha256 or reading.report != report.id:
        raise ValueError(f"{capture.path}: its report or reading is of another capture")
    try:
        report.text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"{capture.path}: its text has a lone surrogate, character {error.start}") from error
    misfit = next(report_misfits(report), None) or next(reading_misfits(report, reading), None)
    if misfit is not None:
        raise ValueError(
            f"report {report.id} ({capture.path}): {misfit.table} {misfit.ordinal}: {misfit.fault}"
        )


def _forget_mended_problems(connection: sqlite3.Connection, sha256: str, path: str, fingerprint: str) -> None:
    """Delete the problems of other bytes at this path, and those that another reader had with these bytes."""
    connection.execute(
        "DELETE FROM problem WHERE item = ? AND sha256 IS NOT ? OR sha256 = ? AND fingerprint <> ?",
        (path, sha256, sha256, fingerprint),
    )

"""Rows to records, some hundreds of records at a time, so that a ledger of any size can be read through."""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from rashomon.ledger.circumstances import load_circumstances, load_entity_affiliations
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.variations import with_variations
from rashomon.ledger.write import unpack
from rashomon.records import (
    Attribution,
    AttributionKind,
    Capture,
    Entity,
    EntityEvidence,
    Figure,
    Mention,
    MentionKind,
    PartConfidence,
    Passage,
    Problem,
    Reading,
    Report,
    Sentence,
    Span,
    Speaker,
    Statement,
    Story,
    Voice,
    Wording,
)

#: Records read at once. A batch of 200 readings with vectors is some 10 MB; more makes reading no faster.
BATCH = 200

Row = tuple[Any, ...]


def load_capture(connection: sqlite3.Connection, sha256: str) -> Capture:
    """One capture, with the first of its paths in order of path. Raises LedgerError where its bytes are damaged."""
    media_type, packing, content, path, address, captured_at = connection.execute(
        "SELECT media_type, packing, content, path, address, captured_at FROM capture JOIN sighting ON capture = sha256"
        " WHERE sha256 = ? ORDER BY path LIMIT 1",
        (sha256,),
    ).fetchone()
    try:
        received = unpack(packing, content)
    except zlib.error as error:
        raise LedgerError(
            f"capture {sha256}",
            "its bytes are damaged in the ledger",
            f"read it again from {path} into a new ledger",
        ) from error
    return Capture(sha256, received, media_type, path, address, captured_at)


def load_reports(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Report]:
    """The reports of these ids, in their order."""
    for batch in batches(ids):
        rows = _by(
            connection,
            "SELECT id, capture, name, text, title, outlet, published, published_from, language, address FROM report"
            " WHERE id IN ({ids})",
            batch,
        )
        authors = _by(
            connection,
            "SELECT report, name FROM report_author WHERE report IN ({ids}) ORDER BY ordinal",
            batch,
        )
        passages = _by(
            connection,
            "SELECT report, voice, start, stop FROM passage WHERE report IN ({ids}) ORDER BY ordinal",
            batch,
        )
        for id_ in batch:
            for _, capture, name, text, title, outlet, published, published_from, language, address in rows[
                id_
            ]:
                yield Report(
                    id_,
                    capture,
                    name,
                    text,
                    tuple(Passage(Voice(voice), start, stop) for _, voice, start, stop in passages[id_]),
                    title,
                    outlet,
                    tuple(author for _, author in authors[id_]),
                    published,
                    published_from,
                    language,
                    address,
                )


def load_readings(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Reading]:
    """The readings of the reports of these ids, in their order, with the vectors of their sentences."""
    for batch in batches(ids):
        rows = _by(connection, "SELECT report, model FROM reading WHERE report IN ({ids})", batch)
        mentions = _by(
            connection,
            "SELECT report, kind, start, stop, score FROM mention WHERE report IN ({ids}) ORDER BY ordinal",
            batch,
        )
        attributions = _by(
            connection,
            "SELECT report, ordinal, kind, confidence, inside, channel, addressee, said_on, speaker_name, speaker_kind,"
            " speaker_why, evidence_start, evidence_stop FROM attribution WHERE report IN ({ids}) ORDER BY ordinal",
            batch,
        )
        spans = _by(
            connection,
            "SELECT report, attribution, part, start, stop FROM attribution_span WHERE report IN ({ids})"
            " ORDER BY report, attribution, part, ordinal",
            batch,
        )
        sure = _by(
            connection,
            "SELECT report, attribution, part, confidence FROM attribution_part WHERE report IN ({ids})",
            batch,
        )
        sentences = _by(
            connection,
            "SELECT report, start, stop, attribution, vector FROM sentence WHERE report IN ({ids}) ORDER BY ordinal",
            batch,
        )
        figures = _by(
            connection,
            "SELECT report, start, stop, low, best, high, unit, counted_start, counted_stop, event, event_start, event_stop,"
            " place_start, place_stop, attribution, implied, why FROM figure WHERE report IN ({ids}) ORDER BY ordinal",
            batch,
        )
        told = load_circumstances(connection, batch, _by)
        for id_ in batch:
            parts: defaultdict[tuple[int, str], list[Span]] = defaultdict(list)
            for _, attribution, part, start, stop in spans[id_]:
                parts[attribution, part].append(Span(start, stop))
            confidence: defaultdict[int, dict[str, float]] = defaultdict(dict)
            for _, attribution, part, chance in sure[id_]:
                confidence[attribution][part] = chance
            for _, model in rows[id_]:
                yield Reading(
                    id_,
                    model,
                    tuple(
                        Mention(MentionKind(kind), start, stop, score)
                        for _, kind, start, stop, score in mentions[id_]
                    ),
                    tuple(
                        told[id_].attribution(n, _attribution(row[1:], parts, confidence))
                        for n, row in enumerate(attributions[id_])
                    ),
                    tuple(
                        told[id_].sentence(n, Sentence(start, stop, inside, vector))
                        for n, (_, start, stop, inside, vector) in enumerate(sentences[id_])
                    ),
                    tuple(_figure(row[1:]) for row in figures[id_]),
                    told[id_].dates,
                    told[id_].affiliations,
                )


def load_entities(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Entity]:
    """The entities of these ids, in their order."""
    for batch in batches(ids):
        rows = _by(connection, "SELECT id, name, kind FROM entity WHERE id IN ({ids})", batch)
        names = _by(
            connection, "SELECT entity, name FROM entity_name WHERE entity IN ({ids}) ORDER BY ordinal", batch
        )
        evidence = _by(
            connection,
            "SELECT entity, report, name, start, stop, why FROM entity_evidence WHERE entity IN ({ids}) ORDER BY ordinal",
            batch,
        )
        affiliations = load_entity_affiliations(connection, batch, _by)
        for id_ in batch:
            for _, name, kind in rows[id_]:
                yield Entity(
                    id_,
                    name,
                    _kind(kind),
                    tuple(form for _, form in names[id_]),
                    tuple(EntityEvidence(*row[1:]) for row in evidence[id_]),
                    affiliations[id_],
                )


def load_statements(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Statement]:
    """The statements of these ids, in their order."""
    for batch in batches(ids):
        rows = _by(connection, "SELECT id, speaker FROM statement WHERE id IN ({ids})", batch)
        wordings = _by(
            connection,
            "SELECT statement, ordinal, report, start, stop, attribution, score, why FROM wording WHERE statement IN ({ids})"
            " ORDER BY ordinal",
            batch,
        )
        parts = _by(
            connection, "SELECT statement, wording FROM partial_wording WHERE statement IN ({ids})", batch
        )
        cut = {(id_, n) for id_ in batch for _, n in parts[id_]}
        numbered = {
            (id_, row[1]): replace(Wording(*row[2:]), part=(id_, row[1]) in cut)
            for id_ in batch
            for row in wordings[id_]
        }
        whole = with_variations(connection, batch, numbered)
        for id_ in batch:
            # Where a report has gone and no collation has come since, an ordinal is missing.
            place = {row[1]: n for n, row in enumerate(wordings[id_])}
            ordered = (whole[id_, n] for n in place)
            told = tuple(w if w.against is None else replace(w, against=place[w.against]) for w in ordered)
            for _, speaker in rows[id_]:
                yield Statement(id_, speaker, told)


def load_stories(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Story]:
    """The stories of these ids, in their order."""
    for batch in batches(ids):
        rows = _by(connection, "SELECT id, title, earliest, latest FROM story WHERE id IN ({ids})", batch)
        reports = _by(
            connection,
            "SELECT story, report FROM story_report WHERE story IN ({ids}) ORDER BY ordinal",
            batch,
        )
        for id_ in batch:
            for _, title, earliest, latest in rows[id_]:
                yield Story(id_, title, tuple(report for _, report in reports[id_]), earliest, latest)


def load_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every problem, in order of its item."""
    rows = connection.execute(
        "SELECT item, stage, fault, mend, sha256 FROM problem ORDER BY item, stage, id"
    ).fetchall()
    yield from (Problem(*row) for row in rows)


def _attribution(
    row: Row, parts: defaultdict[tuple[int, str], list[Span]], sure: defaultdict[int, dict[str, float]]
) -> Attribution:
    ordinal, kind, confidence, inside, channel, addressee, said_on, name, speaker_kind, why, start, stop = row
    return Attribution(
        tuple(parts[ordinal, "source"]),
        tuple(parts[ordinal, "cue"]),
        tuple(parts[ordinal, "content"]),
        AttributionKind(kind),
        confidence,
        Speaker(name, why, _kind(speaker_kind), None if start is None else Span(start, stop)),
        inside,
        channel,
        addressee,
        said_on,
        PartConfidence(**sure[ordinal]) if ordinal in sure else None,
    )


def _figure(row: Row) -> Figure:
    (
        start,
        stop,
        low,
        best,
        high,
        unit,
        c_start,
        c_stop,
        event,
        e_start,
        e_stop,
        p_start,
        p_stop,
        by,
        implied,
        why,
    ) = row

    def span(first: int | None, last: int | None) -> Span | None:
        return None if first is None or last is None else Span(first, last)

    return Figure(
        start,
        stop,
        low,
        best,
        high,
        unit,
        span(c_start, c_stop),
        event,
        span(e_start, e_stop),
        span(p_start, p_stop),
        by,
        bool(implied),
        why,
    )


def _kind(value: str | None) -> MentionKind | None:
    return None if value is None else MentionKind(value)


def batches(ids: Sequence[str]) -> Iterator[list[str]]:
    """Ids some hundreds at a time."""
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _by(connection: sqlite3.Connection, query: str, ids: list[str]) -> defaultdict[str, list[Row]]:
    """The rows of a query over ids, by their first column."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(query.format(ids=",".join("?" * len(ids))), ids):
        found[row[0]].append(row)
    return found

"""Rows to records, some hundreds of records at a time, so that a ledger of any size can be read through."""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.ledger.errors import LedgerError
from rashomon.ledger.tables.circumstances import load_circumstances, load_entity_affiliations
from rashomon.ledger.tables.rows import Row, grouped, parts, rows_of
from rashomon.ledger.tables.variations import with_variations
from rashomon.ledger.tables.write import unpack
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
        rows = grouped(
            connection,
            "SELECT id, capture, name, text, title, outlet, published, published_from, language, address FROM report"
            " WHERE id IN ({})",
            batch,
        )
        authors = grouped(
            connection,
            "SELECT report, name FROM report_author WHERE report IN ({}) ORDER BY ordinal",
            batch,
        )
        passages = grouped(
            connection,
            "SELECT report, voice, start, stop FROM passage WHERE report IN ({}) ORDER BY ordinal",
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
        models = dict(rows_of(connection, "SELECT report, model FROM reading WHERE report IN ({})", batch))
        mentions = grouped(
            connection,
            "SELECT report, kind, start, stop, score FROM mention WHERE report IN ({}) ORDER BY ordinal",
            batch,
        )
        attributions = _attributions(connection, batch)
        sentences = grouped(
            connection,
            "SELECT report, start, stop, attribution, vector FROM sentence WHERE report IN ({}) ORDER BY ordinal",
            batch,
        )
        figures = grouped(
            connection,
            "SELECT report, start, stop, low, best, high, unit, counted_start, counted_stop, event, event_start, event_stop,"
            " place_start, place_stop, attribution, implied, why FROM figure WHERE report IN ({}) ORDER BY ordinal",
            batch,
        )
        told = load_circumstances(connection, batch)
        for id_ in batch:
            if id_ in models:
                yield Reading(
                    id_,
                    models[id_],
                    tuple(
                        Mention(MentionKind(kind), start, stop, score)
                        for _, kind, start, stop, score in mentions[id_]
                    ),
                    tuple(told[id_].attribution(n, a) for n, a in enumerate(attributions[id_])),
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
        rows = grouped(connection, "SELECT id, name, kind FROM entity WHERE id IN ({})", batch)
        names = grouped(
            connection, "SELECT entity, name FROM entity_name WHERE entity IN ({}) ORDER BY ordinal", batch
        )
        evidence = grouped(
            connection,
            "SELECT entity, report, name, start, stop, why FROM entity_evidence WHERE entity IN ({}) ORDER BY ordinal",
            batch,
        )
        affiliations = load_entity_affiliations(connection, batch)
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
        rows = grouped(connection, "SELECT id, speaker FROM statement WHERE id IN ({})", batch)
        wordings = grouped(
            connection,
            "SELECT statement, ordinal, report, start, stop, attribution, score, why FROM wording WHERE statement IN ({})"
            " ORDER BY ordinal",
            batch,
        )
        parts = grouped(
            connection, "SELECT statement, wording FROM partial_wording WHERE statement IN ({})", batch
        )
        joint = grouped(
            connection,
            "SELECT statement, entity FROM statement_joint_speaker WHERE statement IN ({}) ORDER BY statement, ordinal",
            batch,
        )
        cut = {(id_, n) for id_ in batch for _, n in parts[id_]}
        numbered = {
            (id_, row[1]): replace(Wording(*row[2:]), part=(id_, row[1]) in cut)
            for id_ in batch
            for row in wordings[id_]
        }
        whole = with_variations(connection, batch, numbered)
        for id_ in batch:
            several = tuple(entity for _, entity in joint[id_])
            # Where a report has gone and no collation has come since, an ordinal is missing.
            place = {row[1]: n for n, row in enumerate(wordings[id_])}
            ordered = (whole[id_, n] for n in place)
            told = tuple(w if w.against is None else replace(w, against=place[w.against]) for w in ordered)
            for _, speaker in rows[id_]:
                yield Statement(id_, speaker, told, several)


def load_stories(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Story]:
    """The stories of these ids, in their order."""
    for batch in batches(ids):
        rows = grouped(connection, "SELECT id, title, earliest, latest FROM story WHERE id IN ({})", batch)
        reports = grouped(
            connection,
            "SELECT story, report FROM story_report WHERE story IN ({}) ORDER BY ordinal",
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


def _attributions(
    connection: sqlite3.Connection, reports: Sequence[str]
) -> defaultdict[str, list[Attribution]]:
    """The attributions of these reports, in order, less what :func:`load_circumstances` completes them with."""
    parts_of: defaultdict[tuple[str, int, str], list[Span]] = defaultdict(list)
    for report, ordinal, part, start, stop in rows_of(
        connection,
        "SELECT report, attribution, part, start, stop FROM attribution_span WHERE report IN ({})"
        " ORDER BY report, attribution, part, ordinal",
        reports,
    ):
        parts_of[report, ordinal, part].append(Span(start, stop))
    sure: defaultdict[tuple[str, int], dict[str, float]] = defaultdict(dict)
    for report, ordinal, part, chance in rows_of(
        connection,
        "SELECT report, attribution, part, confidence FROM attribution_part WHERE report IN ({})",
        reports,
    ):
        sure[report, ordinal][part] = chance
    joint: defaultdict[tuple[str, int], list[Speaker]] = defaultdict(list)
    for report, ordinal, name, kind, why, start, stop in rows_of(
        connection,
        "SELECT report, attribution, name, kind, why, start, stop FROM joint_speaker WHERE report IN ({})"
        " ORDER BY report, attribution, ordinal",
        reports,
    ):
        joint[report, ordinal].append(Speaker(name, why, _kind(kind), _span(start, stop)))
    found: defaultdict[str, list[Attribution]] = defaultdict(list)
    rows = rows_of(
        connection,
        "SELECT report, ordinal, kind, confidence, inside, channel, addressee, said_on, speaker_name, speaker_kind,"
        " speaker_why, evidence_start, evidence_stop FROM attribution WHERE report IN ({}) ORDER BY ordinal",
        reports,
    )
    for report, ordinal, kind, confidence, inside, channel, addressee, said_on, *speaker in rows:
        name, kind_of_name, why, start, stop = speaker
        at = report, ordinal
        found[report].append(
            Attribution(
                tuple(parts_of[*at, "source"]),
                tuple(parts_of[*at, "cue"]),
                tuple(parts_of[*at, "content"]),
                AttributionKind(kind),
                confidence,
                Speaker(name, why, _kind(kind_of_name), _span(start, stop)),
                inside,
                channel,
                addressee,
                said_on,
                PartConfidence(**sure[at]) if at in sure else None,
                joint_speakers=tuple(joint.get(at, ())),
            )
        )
    return found


def _figure(row: Row) -> Figure:
    (start, stop, low, best, high, unit, counted, counted_stop, event, event_at, event_stop, place, place_stop, by, implied,
     why) = row  # fmt: skip
    return Figure(
        start,
        stop,
        low,
        best,
        high,
        unit,
        _span(counted, counted_stop),
        event,
        _span(event_at, event_stop),
        _span(place, place_stop),
        by,
        bool(implied),
        why,
    )


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)


def _kind(value: str | None) -> MentionKind | None:
    return None if value is None else MentionKind(value)


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Ids of records, so many at a time as are read at once."""
    return parts(ids, BATCH)

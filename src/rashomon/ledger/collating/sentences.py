"""The sentences that somebody said, as a ledger keeps them to be matched."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from rashomon.collation.sentences.embed import unpack
from rashomon.collation.statements.items import BODIES, Item, Items, Named, Speakers, attributed, said
from rashomon.ledger.tables.rows import delete, rows_of
from rashomon.reading.attributions.stance import of_words
from rashomon.records import AttributionKind, Reading, Report, SourceKind, Span, Voice

_PART = "FROM attribution_span WHERE report = t.report AND attribution = t.attribution AND part ="

Numbered = tuple[Sequence[int], Items]
"""Items in order of report and place, and the number of each in ``said_sentence``."""


def drop_sentences(connection: sqlite3.Connection, reports: Collection[str]) -> tuple[set[int], set[str]]:
    """Forget the sentences of these reports, and what ties them; what they were tied to, and the statements they were in."""
    rows = list(
        rows_of(connection, "SELECT number, statement FROM said_sentence WHERE report IN ({})", reports)
    )
    numbers = {number for number, _ in rows}
    others = drop_links(connection, numbers) - numbers
    delete(connection, "said_jointly", "sentence", numbers)
    delete(connection, "said_sentence", "report", reports)
    return others, {statement for _, statement in rows if statement is not None}


def drop_links(connection: sqlite3.Connection, numbers: Collection[int]) -> set[int]:
    """Forget what ties these sentences; all that stood in those ties."""
    met: set[int] = set()
    for table, columns in (
        ("sentence_link", ("one", "other")),
        ("sentence_halves", ("one", "other", "third")),
    ):
        for column in columns:
            query = f"SELECT {', '.join(columns)} FROM {table} WHERE {column} IN ({{}})"
            met |= {number for row in rows_of(connection, query, numbers) for number in row}
        for column in columns:
            delete(connection, table, column, numbers)
    return met


def add_sentences(
    connection: sqlite3.Connection, report: Report, reading: Reading, speakers: Speakers, named: Named
) -> None:
    """Keep the sentences of a report that somebody is reported to have said."""
    items = said(report, reading, speakers, named).items
    connection.executemany(
        "INSERT INTO said_sentence (report, sentence, voice, quoted, spoken, speaker, side)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(report.id, ordinal, item.voice.value, int(item.quoted), int(item.spoken)),
                *(item.speaker, item.side or None),
            )
            for ordinal, item in zip(attributed(reading), items, strict=True)
        ),
    )
    connection.executemany(
        "INSERT INTO said_jointly SELECT number, ?, ? FROM said_sentence WHERE report = ? AND sentence = ?",
        (
            (place, entity, report.id, ordinal)
            for ordinal, item in zip(attributed(reading), items, strict=True)
            for place, entity in enumerate(item.joint)
        ),
    )


def load_sentences(connection: sqlite3.Connection, column: str, values: Iterable[int | str]) -> Numbered:
    """The sentences of these numbers (``number``), or of these reports (``report``)."""
    query = (
        "SELECT s.report, t.start, t.stop, s.sentence, s.number, s.voice, s.quoted, s.spoken, s.speaker, s.side, t.attribution,"
        " t.text, t.vector, a.speaker_name, a.speaker_kind, a.kind, c.source_kind,"
        f" (SELECT group_concat(text, ' ') FROM (SELECT text {_PART} 'source' ORDER BY ordinal)),"
        f" (SELECT group_concat(text, ' ') FROM (SELECT text {_PART} 'cue' ORDER BY ordinal))"
        " FROM said_sentence AS s JOIN sentence AS t ON t.report = s.report AND t.ordinal = s.sentence LEFT JOIN"
        " attribution AS a ON a.report = t.report AND a.ordinal = t.attribution LEFT JOIN chain AS c ON c.report = t.report"
        " AND c.attribution = t.attribution"
    )
    rows = list(rows_of(connection, f"{query} WHERE s.{column} IN ({{}})", values))
    rows.sort(key=lambda row: row[:4])
    joint = joint_speakers(connection, (row[4] for row in rows))
    items = []
    for (
        report,
        start,
        end,
        _,
        number,
        voice,
        quoted,
        spoken,
        speaker,
        side,
        attribution,
        text,
        _,
        *told,
    ) in rows:
        name, named, given, kind, source, cue = told
        items.append(
            Item(
                report=report,
                start=start,
                end=end,
                core=Span(start, end),
                text=text,
                attribution=attribution,
                speaker=speaker,
                voice=Voice(voice),
                quoted=bool(quoted),
                spoken=bool(spoken),
                core_text=text,
                source=" ".join(words for words in (source, name) if words),
                kind=SourceKind(kind) if kind else None,
                stance=of_words(cue or ""),
                joint=joint.get(number, ()),
                cue=cue or "",
                retold=given == AttributionKind.INDIRECT,
                name=name or "",
                body=named in BODIES,
                side=side or "",
            )
        )
    vectors = unpack(row[12] for row in rows)
    return [row[4] for row in rows], Items(items, vectors, vectors)


def joint_speakers(
    connection: sqlite3.Connection, numbers: Iterable[int]
) -> dict[int, tuple[str | None, ...]]:
    """Those who are reported to have said these sentences together, of the sentences where they are several."""
    query = "SELECT sentence, ordinal, entity FROM said_jointly WHERE sentence IN ({})"
    found: defaultdict[int, list[str | None]] = defaultdict(list)
    for number, _, entity in sorted(rows_of(connection, query, numbers), key=lambda row: row[:2]):
        found[number].append(entity)
    return {number: tuple(several) for number, several in found.items()}

"""Entities, statements and stories to rows: all of them at once, or those that a change concerns."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rashomon.accounts.records import Accounts
from rashomon.ledger.tables.accounts import write_accounts
from rashomon.ledger.tables.fitting import span_fault
from rashomon.ledger.tables.rows import rows_of
from rashomon.ledger.tables.tallies import write_tallies
from rashomon.ledger.tables.variations import write_variations
from rashomon.ledger.tables.write import folded, searchable, storable, storable_or_none
from rashomon.records import VOICES_APART, Entity, Statement, Story, Wording


class Apart:
    """The stretches of each report that are a reader's comment or site furniture.

    What stands there is not collated, whoever asks: a wording or a name that touches one of them is left out.
    """

    def __init__(self, spans: Mapping[str, list[tuple[int, int]]]) -> None:
        self._spans = spans

    @classmethod
    def load(cls, connection: sqlite3.Connection, reports: Collection[str] | None = None) -> Apart:
        """Those of every report of the ledger, or of some."""
        voices = ", ".join(f"'{voice.value}'" for voice in VOICES_APART)
        query = f"SELECT report, start, stop FROM passage WHERE voice IN ({voices})"
        rows: Iterable[tuple[str, int, int]]
        if reports is None:
            rows = connection.execute(f"{query} ORDER BY report, start")
        else:
            rows = sorted(rows_of(connection, f"{query} AND report IN ({{}})", sorted(reports)))
        return cls(
            {report: [(a, b) for _, a, b in group] for report, group in groupby(rows, key=lambda row: row[0])}
        )

    def touches(self, report: str, start: int, end: int) -> bool:
        """Whether any of the characters ``start`` to ``end`` of the report stands apart."""
        spans = self._spans.get(report, [])
        # The last stretch that begins before the end is the only one that need be looked at: they do not
        # overlap.
        last = bisect_right(spans, end - 1, key=lambda span: span[0]) - 1
        return last >= 0 and spans[last][1] > start


def write_collation(
    connection: sqlite3.Connection,
    entities: Iterable[Entity],
    statements: Iterable[Statement],
    stories: Iterable[Story],
    fingerprint: str,
    accounts: Iterable[Accounts] = (),
) -> None:
    """Replace every entity, statement and story, and the stories' accounts.

    Raises ValueError where a wording or another span does not fit its report.

    Wordings and evidence in comments or furniture are left out, and with them the statements and entities
    that rest on nothing else; such an entity's statements stay, by nobody known.
    """
    connection.execute("DELETE FROM searchable WHERE kind = 'statement'")
    for table in ("story", "statement", "entity"):
        connection.execute(f"DELETE FROM {table}")
    # Where another hand has been, the next collation has nothing to go on from.
    connection.execute("DELETE FROM meta WHERE key = 'collated'")
    apart = Apart.load(connection)
    write_entities(connection, entities, apart)
    write_statements(connection, statements, apart)
    write_stories(connection, stories)
    write_tallies(connection)
    write_accounts(connection, accounts)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('collation', ?)", (fingerprint,))


def write_stories(connection: sqlite3.Connection, stories: Iterable[Story]) -> None:
    """Add stories."""
    stories = list(stories)
    connection.executemany(
        "INSERT INTO story VALUES (?, ?, ?, ?)", ((s.id, s.title, s.earliest, s.latest) for s in stories)
    )
    connection.executemany(
        "INSERT INTO story_report VALUES (?, ?, ?)",
        ((story.id, ordinal, report) for story in stories for ordinal, report in enumerate(story.reports)),
    )


def write_entities(connection: sqlite3.Connection, entities: Iterable[Entity], apart: Apart) -> set[str]:
    """Add these entities, or put them in the place of those of their ids; the ids of those that rest on something."""
    kept = [entity for entity in (_named_in_reports(entity, apart) for entity in entities) if entity]
    for table in ("entity_name", "entity_evidence", "entity_affiliation"):
        connection.executemany(f"DELETE FROM {table} WHERE entity = ?", ((entity.id,) for entity in kept))
    _write_entities(connection, kept)
    return {entity.id for entity in kept}


def drop_entities(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Delete entities; what they said stays, by nobody known."""
    connection.executemany("DELETE FROM entity WHERE id = ?", ((id_,) for id_ in ids))


def drop_statements(connection: sqlite3.Connection, ids: Collection[str]) -> None:
    """Delete statements with all their wordings."""
    connection.executemany(
        "DELETE FROM searchable WHERE kind = 'statement' AND id = ?", ((id_,) for id_ in ids)
    )
    connection.executemany("DELETE FROM statement WHERE id = ?", ((id_,) for id_ in ids))


def _named_in_reports(entity: Entity, apart: Apart) -> Entity | None:
    evidence = tuple(e for e in entity.evidence if not apart.touches(e.report, e.start, e.end))
    told = tuple(t for t in entity.affiliations if not apart.touches(t.report, t.start, t.end))
    named = evidence or not entity.evidence
    return replace(entity, evidence=evidence, affiliations=told) if named else None


def said_in_reports(statements: Iterable[Statement], apart: Apart) -> Iterator[Statement]:
    """Statements less the wordings that stand apart in their reports, and those of which nothing is left."""
    for statement in statements:
        kept = [n for n, w in enumerate(statement.wordings) if not apart.touches(w.report, w.start, w.end)]
        if len(kept) == len(statement.wordings):
            yield statement
        elif kept:
            yield replace(statement, wordings=_renumbered(statement.wordings, kept))


def _renumbered(wordings: Sequence[Wording], kept: Sequence[int]) -> tuple[Wording, ...]:
    """These wordings alone; one that was compared with another that is left out is compared with nothing."""
    places = {old: new for new, old in enumerate(kept)}
    return tuple(
        replace(w, against=places[w.against])
        if w.against in places
        else replace(w, against=None, variations=())
        for w in (wordings[n] for n in kept)
    )


def _write_entities(connection: sqlite3.Connection, entities: list[Entity]) -> None:
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, kind = excluded.kind",
        (
            (entity.id, storable(entity.name), entity.kind.value if entity.kind else None)
            for entity in entities
        ),
    )
    connection.executemany(
        "INSERT INTO entity_name VALUES (?, ?, ?, ?)",
        (
            (entity.id, ordinal, storable(name), folded(storable(name)))
            for entity in entities
            for ordinal, name in enumerate(entity.names)
        ),
    )
    connection.executemany(
        "INSERT INTO entity_evidence VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (entity.id, ordinal, e.report, storable(e.name), e.start, e.end, e.why)
            for entity in entities
            for ordinal, e in enumerate(entity.evidence)
        ),
    )
    known = {entity.id for entity in entities}
    connection.executemany(
        "INSERT INTO entity_affiliation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(entity.id, ordinal, t.report, *map(storable_or_none, (t.role, t.organisation, t.side))),
                *(t.party if t.party in known else None, t.start, t.end, t.why),
            )
            for entity in entities
            for ordinal, t in enumerate(entity.affiliations)
        ),
    )


def write_statements(connection: sqlite3.Connection, statements: Iterable[Statement], apart: Apart) -> None:
    """Add statements, less what stands apart in their reports; a speaker who is no entity here is not known.

    Raises ValueError where a wording does not fit its report.
    """
    statements = list(said_in_reports(statements, apart))
    connection.executemany(
        "INSERT INTO statement VALUES (?, (SELECT id FROM entity WHERE id = ?))",
        ((s.id, s.speaker) for s in statements),
    )
    write_joint_speakers(connection, {s.id: s.joint_speakers for s in statements})
    # Report by report, so that each text is read once.
    wordings = sorted(
        ((w.report, s.id, ordinal, w) for s in statements for ordinal, w in enumerate(s.wordings)),
        key=lambda row: row[:3],
    )
    for report, group in groupby(wordings, key=lambda row: row[0]):
        found = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        if found is None:
            raise ValueError(f"a statement has a wording in report {report}, which is not in the ledger")
        rows = [(statement, ordinal, w, _text(statement, w, found[0])) for _, statement, ordinal, w in group]
        connection.executemany(
            "INSERT INTO wording (statement, ordinal, report, start, stop, attribution, score, why, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (statement, ordinal, report, w.start, w.end, w.attribution, w.score, w.why, text)
                for statement, ordinal, w, text in rows
            ),
        )
        connection.executemany(
            "INSERT INTO partial_wording VALUES (?, ?)",
            ((statement, ordinal) for statement, ordinal, w, _ in rows if w.part),
        )
        connection.executemany(
            "INSERT INTO searchable (kind, id, report, start, stop, text) VALUES ('statement', ?, ?, ?, ?, ?)",
            ((statement, report, w.start, w.end, searchable(text)) for statement, _, w, text in rows),
        )
    write_variations(connection, statements)


def write_joint_speakers(connection: sqlite3.Connection, joint: Mapping[str, Sequence[str | None]]) -> None:
    """Add those who are reported to have said statements together; one who is no entity here is not known."""
    connection.executemany(
        "INSERT INTO statement_joint_speaker VALUES (?, ?, (SELECT id FROM entity WHERE id = ?))",
        ((statement, n, entity) for statement, each in joint.items() for n, entity in enumerate(each)),
    )


def _text(statement: str, wording: Wording, text: str) -> str:
    if fault := span_fault(wording.start, wording.end, text):
        raise ValueError(f"statement {statement}: report {wording.report}: {fault}")
    return text[wording.start : wording.end]

"""What has changed since the last collation, and how far that reaches: entities, then statements, then stories, then accounts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.accounts.decisions import deciding
from rashomon.collation.entities.entities import heard
from rashomon.collation.statements import constraints
from rashomon.corrections.standing import standing
from rashomon.ledger import lookup
from rashomon.ledger.collating.accounts import collate_accounts
from rashomon.ledger.collating.copies import collate_copies
from rashomon.ledger.collating.names import Names, collate_names
from rashomon.ledger.collating.parties import set_parties
from rashomon.ledger.collating.partners import add_keys
from rashomon.ledger.collating.sentences import add_sentences, drop_links, drop_sentences
from rashomon.ledger.collating.statements import collate_statements, decided_sentences, set_speakers
from rashomon.ledger.collating.stories import collate_stories
from rashomon.ledger.collating.ties import link
from rashomon.ledger.collating.versions import of_the_pages_of
from rashomon.ledger.decisions.conflicts import later_of, reports_of, without_effect
from rashomon.ledger.schema import KEPT
from rashomon.ledger.tables.accounts import load_families
from rashomon.ledger.tables.collate import Apart, drop_entities, write_entities
from rashomon.ledger.tables.load import batches, load_readings, load_reports
from rashomon.ledger.tables.rows import rows_of
from rashomon.ledger.tables.tallies import tally
from rashomon.records import Correction, Reading, Report


@dataclass(frozen=True, slots=True)
class Before:
    """What the last collation was made of: how many reports, which decisions, and which declared families of outlets."""

    reports: int = 0
    decided: frozenset[str] = frozenset()
    owners: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a change reached among names and statements: ``due`` are the reports that were added, read anew, mended or dropped,
    ``reports`` those in which anything is new; and what came before it."""

    due: frozenset[str]
    reports: frozenset[str]
    before: Before
    stranded: tuple[Correction, ...]


def collate_changes(
    connection: sqlite3.Connection, made_by: str, corrections: Sequence[Correction]
) -> tuple[Correction, ...]:
    """Bring entities, statements, stories and their accounts up to date; the decisions that found nothing to apply to.

    ``corrections`` are all there are. What another code or reader made (``made_by``), or another hand wrote, is made anew from
    nothing. Runs inside a transaction of its caller.
    """
    said = collate_said(connection, made_by, corrections)
    decided = standing(corrections)
    # What a page gave before stands on no side: of a report its later version may be new, or no longer there.
    touched = said.reports | of_the_pages_of(connection, said.due)
    touched |= collate_copies(connection, said.due)
    touched |= of_the_pages_of(connection, said.due)
    reaching = [c for c in corrections if c in decided or c.id in said.before.decided]
    stories, lost = collate_stories(connection, said.due, touched, decided, reaching)
    everywhere = said.before.owners != _owners(connection)
    stories |= _newly_decided(connection, corrections, said.before.decided ^ {c.id for c in decided})
    collate_accounts(connection, lookup.ids_of(connection, "story") if everywhere else stories, decided)
    return (*said.stranded, *lost, *without_effect(connection, decided))


def _newly_decided(
    connection: sqlite3.Connection, corrections: Sequence[Correction], changed: Collection[str]
) -> set[str]:
    """The stories of the conflicts that decisions are about which hold now and did not, or no longer hold."""
    some = [c for c in corrections if c.id in changed]
    later = later_of(connection, some)
    reports = sorted({report for _, place in deciding(some) for report in reports_of(place, later)})
    query = "SELECT story FROM story_report WHERE report IN ({})"
    return {row[0] for row in rows_of(connection, query, reports)}


def collate_said(connection: sqlite3.Connection, made_by: str, corrections: Sequence[Correction]) -> Said:
    """The first part of :func:`collate_changes`: who is who, and who said what in which wordings."""
    before = _before(connection, made_by)
    whole = before is None
    if before is None:
        before = Before()
        _forget(connection)
    decided = standing(corrections)
    # What is decided no longer has effects to take back.
    reaching = [c for c in corrections if c in decided or c.id in before.decided]
    redecided = before.decided != {c.id for c in decided}
    reports = connection.execute("SELECT count(*) FROM report").fetchone()[0]
    due = [row[0] for row in connection.execute("SELECT report FROM uncollated ORDER BY report")]
    changed = sorted(row[0] for row in rows_of(connection, "SELECT id FROM report WHERE id IN ({})", due))
    gone = set(due) - set(changed)

    heards = {report.id: heard(reading, report) for report, reading in _read(connection, changed)}
    sizes = (before.reports, reports)
    names = collate_names(connection, heards, gone, sizes, decided, reaching, whole)
    ids = names.before | {entity.id for entity in names.entities}
    known = dict(rows_of(connection, "SELECT id, name FROM entity WHERE id IN ({})", sorted(ids)))
    apart = Apart.load(connection, {e.report for entity in names.entities for e in entity.evidence})
    kept = write_entities(connection, names.entities, apart)

    seeds, lost = _collate_sentences(connection, due, changed, names)
    pointing = reaching if redecided else [c for c in reaching if _points_into(c, due)]
    seeds |= decided_sentences(connection, pointing)
    regrouped = collate_statements(connection, seeds, lost, decided)
    renamed_to = {*names.others.values(), *names.joint.values()}
    resaid = set_speakers(connection, (kept - known.keys()) | renamed_to)
    drop_entities(connection, ids - kept)
    set_parties(connection, (entity for entity in names.entities if entity.id in kept), names.keys)
    _tally(connection, regrouped.statements | resaid, ids)

    touched = {*changed, *regrouped.reports, *(report for report, *_ in (*names.others, *names.joint))}
    # Whose a statement is tells of its unnamed wordings too, in whatever report they stand.
    query = "SELECT DISTINCT report FROM wording WHERE statement IN ({})"
    touched |= {report for (report,) in rows_of(connection, query, sorted(resaid))}
    renamed = {entity.id for entity in names.entities if known.get(entity.id, entity.name) != entity.name}
    touched |= {e.report for entity in names.entities if entity.id in renamed for e in entity.evidence}
    query = "SELECT DISTINCT w.report FROM statement AS t JOIN wording AS w ON w.statement = t.id WHERE t.speaker IN ({})"
    touched |= {report for (report,) in rows_of(connection, query, sorted(renamed))}
    connection.execute("DELETE FROM uncollated")
    state = json.dumps([made_by, reports, sorted(c.id for c in decided), _owners(connection)])
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('collated', ?)", (state,))
    pointed_at = [r for _, r in _read(connection, _pointed_at(connection, decided))]
    stranded = (*names.stranded, *constraints.stranded(pointed_at, decided))
    return Said(frozenset(due), frozenset(touched), before, stranded)


def _before(connection: sqlite3.Connection, made_by: str) -> Before | None:
    """What the last collation was made of, or ``None`` where there is nothing to go on from."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'collated'").fetchone()
    if row is None:
        return None
    was_made_by, reports, decided, owners = json.loads(row[0])
    return Before(reports, frozenset(decided), owners) if was_made_by == made_by else None


def _owners(connection: sqlite3.Connection) -> str:
    return json.dumps(load_families(connection), sort_keys=True)


def _forget(connection: sqlite3.Connection) -> None:
    """Forget all entities and statements, and what led to them; every report is uncollated."""
    connection.execute("DELETE FROM searchable WHERE kind = 'statement'")
    for table in (*KEPT, "statement", "entity", "story", "statement_tally"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT OR IGNORE INTO uncollated SELECT id FROM report")


def _read(connection: sqlite3.Connection, reports: Sequence[str]) -> Iterator[tuple[Report, Reading]]:
    """Reports with their readings, not all at once."""
    for some in batches(reports):
        yield from zip(load_reports(connection, some), load_readings(connection, some), strict=True)


def _collate_sentences(
    connection: sqlite3.Connection, due: Sequence[str], changed: Sequence[str], names: Names
) -> tuple[set[int], set[str]]:
    """Sentences and their ties brought up to date: those to group anew, and the statements of those that are gone."""
    seeds, lost = drop_sentences(connection, due)
    for report, reading in _read(connection, changed):
        add_sentences(connection, report, reading, names.speakers, names.named)
    connection.executemany(
        "UPDATE said_sentence SET speaker = ? WHERE report = ? AND sentence IN"
        " (SELECT ordinal FROM sentence WHERE report = ? AND attribution = ?)",
        (
            (entity, report, report, attribution)
            for (report, attribution), entity in sorted(names.others.items())
        ),
    )
    connection.executemany(
        "UPDATE said_jointly SET entity = ? WHERE ordinal = ? AND sentence IN (SELECT s.number FROM sentence AS t"
        " JOIN said_sentence AS s ON s.report = t.report AND s.sentence = t.ordinal WHERE t.report = ? AND t.attribution = ?)",
        (
            (entity, place, report, attribution)
            for (report, attribution, place), entity in sorted(names.joint.items())
        ),
    )
    moved = _numbers(connection, names.moved)
    seeds |= drop_links(connection, moved)
    add_keys(connection, changed)
    active = moved | _numbers(connection, changed)
    seeds |= active | link(connection, active)
    held = rows_of(connection, "SELECT number FROM said_sentence WHERE number IN ({})", sorted(seeds))
    return {row[0] for row in held}, lost


def _numbers(connection: sqlite3.Connection, reports: Collection[str]) -> set[int]:
    query = "SELECT number FROM said_sentence WHERE report IN ({})"
    return {row[0] for row in rows_of(connection, query, sorted(reports))}


def _tally(connection: sqlite3.Connection, statements: Collection[str], entities: Collection[str]) -> None:
    """Count anew statements, which may be gone, and entities with those who say or said any of them."""
    some = sorted(statements)
    before = rows_of(connection, "SELECT speaker FROM statement_tally WHERE statement IN ({})", some)
    speakers = {row[0] for row in before}
    now = rows_of(connection, "SELECT speaker FROM statement WHERE id IN ({}) AND speaker IS NOT NULL", some)
    speakers |= {row[0] for row in now}
    query = "SELECT entity FROM statement_joint_speaker WHERE statement IN ({}) AND entity IS NOT NULL"
    speakers |= {row[0] for row in rows_of(connection, query, some)}
    tally(connection, "statement", some)
    tally(connection, "entity", speakers | set(entities))


def _points_into(correction: Correction, reports: Collection[str]) -> bool:
    """Whether a decision about wordings points into one of these reports, which may be gone."""
    points_at = constraints.ends(correction) if constraints.decides(correction) else ()
    return any(at is not None and at[0] in reports for at in points_at)


def _pointed_at(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> list[str]:
    """The reports that decisions about wordings point at, and that are there."""
    places = [at for c in corrections if constraints.decides(c) for at in constraints.ends(c)]
    reports = sorted({at[0] for at in places if at})
    return sorted(row[0] for row in rows_of(connection, "SELECT id FROM report WHERE id IN ({})", reports))

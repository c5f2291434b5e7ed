"""Statements brought up to date: the sentences that ties lead to from what has changed are grouped anew."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.collation.statements.constraints import Constraints, constraints, decides, ends, nearest
from rashomon.collation.statements.match import speaker_of, together, told
from rashomon.collation.wordings.variation import varied
from rashomon.ledger.collating.sentences import joint_speakers, load_sentences
from rashomon.ledger.collating.ties import load_links
from rashomon.ledger.tables.collate import (
    Apart,
    drop_statements,
    said_in_reports,
    write_joint_speakers,
    write_statements,
)
from rashomon.ledger.tables.load import load_reports, load_statements
from rashomon.ledger.tables.rows import delete, rows_of
from rashomon.records import Correction, Report, Statement

_TOLD = 4_000
"""Sentences grouped at a time, and those that they are tied to."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The statements that are not what they were, those that are gone among them, and the reports that carry or carried any."""

    statements: frozenset[str]
    reports: frozenset[str]


def collate_statements(
    connection: sqlite3.Connection,
    seeds: Collection[int],
    gone: Collection[str],
    corrections: Sequence[Correction],
) -> Regrouped:
    """Group anew whatever ties lead to from ``seeds``, and write what differs.

    ``gone`` are statements that a dropped sentence was a wording of. ``corrections`` are those that stand.
    """
    decided = _Decided(connection, corrections)
    reached = _closure(connection, seeds, decided)
    before = {
        row[0]
        for row in rows_of(
            connection,
            "SELECT statement FROM said_sentence WHERE number IN ({}) AND statement IS NOT NULL",
            sorted(reached),
        )
    } | set(gone)
    touched: set[str] = set()
    now: set[str] = set()
    new: set[str] = set()
    for numbers in _together(connection, reached, decided):
        told_ = _tell(connection, numbers, decided)
        # Of a statement that a dropped sentence was a wording of, what is left does not stand in order.
        same = _written(connection, told_, before - set(gone))
        other = [statement for statement in told_.statements if statement.id not in same]
        ids = {statement.id for statement in other}
        touched |= _drop(connection, ids & before) | {w.report for s in other for w in s.wordings}
        write_statements(connection, _varied(connection, other), told_.apart)
        connection.executemany(
            "UPDATE said_sentence SET statement = ?1 WHERE number = ?2 AND statement IS NOT ?1", told_.of
        )
        now |= ids | same
        new |= ids
    touched |= _drop(connection, before - now)
    return Regrouped(frozenset(new | (before - now)), frozenset(touched))


@dataclass(frozen=True, slots=True)
class _Told:
    """Statements, not yet compared word by word, the statement of each sentence by number, and what stands apart in reports."""

    statements: Sequence[Statement]
    of: Sequence[tuple[str, int]]
    apart: Apart


def _tell(connection: sqlite3.Connection, reached: Sequence[int], decided: _Decided) -> _Told:
    """Group sentences that nothing ties to others."""
    numbers, items = load_sentences(connection, "number", reached)
    at = {number: k for k, number in enumerate(numbers)}
    reports = {item.report for item in items.items}
    query = "SELECT id, published FROM report WHERE id IN ({})"
    published = dict(rows_of(connection, query, sorted(reports)))
    found = told(items, load_links(connection, at), published, decided.among(at))
    return _Told(
        [statement for statement, _ in found],
        [(statement.id, numbers[k]) for statement, group in found for k in group],
        Apart.load(connection, reports),
    )


def _written(connection: sqlite3.Connection, told_: _Told, before: Collection[str]) -> set[str]:
    """Those of the statements that stand in the ledger as they are told, ``before`` being all that may.

    Ties lead from one statement to the next, to many of which nothing is new. How wordings are compared depends on them alone.
    """
    kept = {s.id: s for s in said_in_reports((s for s in told_.statements if s.id in before), told_.apart)}
    return {s.id for s in load_statements(connection, sorted(kept)) if _uncompared(s) == kept[s.id]}


def _uncompared(statement: Statement) -> Statement:
    """A statement as it is told, before its wordings are compared word by word."""
    return replace(
        statement, wordings=tuple(replace(w, against=None, variations=()) for w in statement.wordings)
    )


def _drop(connection: sqlite3.Connection, statements: Collection[str]) -> set[str]:
    """Delete statements; the reports that carried them."""
    query = "SELECT DISTINCT report FROM wording WHERE statement IN ({})"
    reports = {row[0] for row in rows_of(connection, query, sorted(statements))}
    drop_statements(connection, statements)
    return reports


def _varied(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[Statement]:
    """The statements with their variations, a few at a time, so that few texts are held at once."""
    out: list[Statement] = []
    several = [s for s in statements if len(s.wordings) > 1]
    for start in range(0, len(several), 200):
        some = several[start : start + 200]
        reports: Iterable[Report] = load_reports(
            connection, sorted({w.report for s in some for w in s.wordings})
        )
        out += varied(some, list(reports))
    return out + [s for s in statements if len(s.wordings) == 1]


def set_speakers(connection: sqlite3.Connection, entities: Collection[str]) -> set[str]:
    """Let the statements of these entities, which have come or changed their ids, be by them; the statements."""
    return _set_lone_speakers(connection, entities) | _set_joint_speakers(connection, entities)


def _set_joint_speakers(connection: sqlite3.Connection, entities: Iterable[str]) -> set[str]:
    query = (
        "SELECT DISTINCT s.statement FROM said_jointly AS j CROSS JOIN said_sentence AS s ON s.number = j.sentence"
        " WHERE j.entity IN ({}) AND s.statement IS NOT NULL"
    )
    statements = {row[0] for row in rows_of(connection, query, entities)}
    sentences: dict[int, str] = dict(
        rows_of(
            connection,
            "SELECT number, statement FROM said_sentence WHERE statement IN ({})",
            sorted(statements),
        )
    )
    several: dict[str, list[tuple[str | None, ...]]] = defaultdict(list)
    for number, each in joint_speakers(connection, sorted(sentences)).items():
        several[sentences[number]].append(each)
    delete(connection, "statement_joint_speaker", "statement", statements)
    write_joint_speakers(connection, {statement: together(each) for statement, each in several.items()})
    return statements


def _set_lone_speakers(connection: sqlite3.Connection, entities: Iterable[str]) -> set[str]:
    statements = {
        row[0]
        for row in rows_of(
            connection,
            "SELECT DISTINCT statement FROM said_sentence WHERE speaker IN ({}) AND statement IS NOT NULL",
            entities,
        )
    }
    spoken: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for statement, speaker, speaks in rows_of(
        connection,
        "SELECT DISTINCT statement, speaker, side IS NOT NULL FROM said_sentence WHERE statement IN ({}) AND speaker IS NOT NULL",
        sorted(statements),
    ):
        spoken[statement].add((speaker, bool(speaks)))
    connection.executemany(
        "UPDATE statement SET speaker = (SELECT id FROM entity WHERE id = ?) WHERE id = ?",
        ((who, statement) for statement, told in spoken.items() if (who := speaker_of(told)) is not None),
    )
    return statements


class _Decided:
    """People's decisions about wordings, as ties between sentences by number."""

    def __init__(self, connection: sqlite3.Connection, corrections: Iterable[Correction]) -> None:
        self._wanted = [c for c in corrections if decides(c)]
        self._ends: dict[tuple[str, int, int], int | None] = {}
        for c in self._wanted:
            for at in ends(c):
                if at is not None and at not in self._ends:
                    self._ends[at] = _sentence_at(connection, *at)

    def ends(self) -> set[int]:
        """The sentences that decisions point at, those too whose other end is gone: they are no longer held by it."""
        return {number for number in self._ends.values() if number is not None}

    def ties(self) -> Mapping[int, set[int]]:
        """Of each sentence that a decision points at, those that it is tied to or kept from."""
        out: dict[int, set[int]] = defaultdict(set)
        for c in self._wanted:
            one, two = (self._ends[at] if at else None for at in ends(c))
            if one is not None and two is not None:
                out[one].add(two)
                out[two].add(one)
        return out

    def among(self, at: Mapping[int, int]) -> Constraints:
        """The must-links and cannot-links among some sentences, given by number with their places."""

        def find(report: str, start: int, end: int) -> int | None:
            number = self._ends[report, start, end]
            return None if number is None else at.get(number)

        return constraints(find, self._wanted)


def decided_sentences(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> set[int]:
    """The sentences that decisions point at."""
    return _Decided(connection, corrections).ends()


def _sentence_at(connection: sqlite3.Connection, report: str, start: int, end: int) -> int | None:
    rows = connection.execute(
        "SELECT t.start, t.stop, s.number FROM said_sentence AS s JOIN sentence AS t ON t.report = s.report"
        " AND t.ordinal = s.sentence WHERE s.report = ? ORDER BY t.start, t.stop, s.sentence",
        (report,),
    )
    return nearest(rows, start, end)


def _closure(connection: sqlite3.Connection, seeds: Collection[int], decided: _Decided) -> set[int]:
    """The sentences that ties, or decisions, lead to from these."""
    ties = decided.ties()
    reached, open_ = set(seeds), set(seeds)
    while open_:
        met = {tied for number in open_ & ties.keys() for tied in ties[number]}
        for one, two in (("one", "other"), ("other", "one")):
            query = f"SELECT {two} FROM sentence_link WHERE {one} IN ({{}})"
            met |= {row[0] for row in rows_of(connection, query, sorted(open_))}
        open_ = met - reached
        reached |= open_
    return reached


def _together(
    connection: sqlite3.Connection, reached: Collection[int], decided: _Decided
) -> Iterator[list[int]]:
    """These sentences in parts that nothing ties to each other, none much larger than it must be."""
    ties: dict[int, set[int]] = defaultdict(set)
    for one, two in rows_of(
        connection, "SELECT one, other FROM sentence_link WHERE one IN ({})", sorted(reached)
    ):
        ties[one].add(two)
        ties[two].add(one)
    for one, others in decided.ties().items():
        ties[one] |= others
    part: list[int] = []
    done: set[int] = set()
    for number in sorted(reached):
        open_ = [] if number in done else [number]
        while open_:
            here = open_.pop()
            if here not in done:
                done.add(here)
                part.append(here)
                open_ += ties.get(here, ())
        if len(part) >= _TOLD:
            yield part
            part = []
    if part:
        yield part

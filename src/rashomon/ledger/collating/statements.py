"""Statements brought up to date: the sentences that ties lead to from what has changed are grouped anew."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.collation.statements.constraints import Constraints, constraints, decides, ends, nearest
from rashomon.collation.statements.match import together, told
from rashomon.collation.wordings.variation import varied
from rashomon.ledger.collating.sentences import joint_speakers, load_sentences
from rashomon.ledger.collating.ties import load_links
from rashomon.ledger.tables.collate import Apart, drop_statements, write_joint_speakers, write_statements
from rashomon.ledger.tables.load import load_reports
from rashomon.ledger.tables.rows import delete, rows_of
from rashomon.records import Correction, Report, Statement

_TOLD = 4_000
"""Sentences grouped at a time, and those that they are tied to."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The statements that were grouped anew, those of before among them, and the reports that carry or carried any of it."""

    statements: frozenset[str]
    reports: frozenset[str]


def collate_statements(
    connection: sqlite3.Connection,
    seeds: Collection[int],
    gone: Collection[str],
    corrections: Sequence[Correction],
) -> Regrouped:
    """Group anew whatever ties lead to from ``seeds``, and write it.

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
    query = "SELECT DISTINCT report FROM wording WHERE statement IN ({})"
    touched = {row[0] for row in rows_of(connection, query, sorted(before))}
    drop_statements(connection, before)
    now: set[str] = set()
    for numbers in _together(connection, reached, decided):
        found = _tell(connection, numbers, decided)
        now |= {statement.id for statement in found}
        touched |= {w.report for statement in found for w in statement.wordings}
    return Regrouped(frozenset(before | now), frozenset(touched))


def _tell(connection: sqlite3.Connection, reached: Sequence[int], decided: _Decided) -> list[Statement]:
    """Group sentences that nothing ties to others, and write what they say."""
    numbers, items = load_sentences(connection, "number", reached)
    at = {number: k for k, number in enumerate(numbers)}
    reports = {item.report for item in items.items}
    query = "SELECT id, published FROM report WHERE id IN ({})"
    published = dict(rows_of(connection, query, sorted(reports)))
    found = told(items, load_links(connection, at), published, decided.among(at))
    statements = [statement for statement, _ in found]
    write_statements(connection, _varied(connection, statements), Apart.load(connection, reports))
    connection.executemany(
        "UPDATE said_sentence SET statement = ? WHERE number = ?",
        ((statement.id, numbers[k]) for statement, group in found for k in group),
    )
    return statements


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
    spoken: dict[str, set[str]] = defaultdict(set)
    for statement, speaker in rows_of(
        connection,
        "SELECT DISTINCT statement, speaker FROM said_sentence WHERE statement IN ({}) AND speaker IS NOT NULL",
        sorted(statements),
    ):
        spoken[statement].add(speaker)
    connection.executemany(
        "UPDATE statement SET speaker = (SELECT id FROM entity WHERE id = ?) WHERE id = ?",
        ((next(iter(who)), statement) for statement, who in spoken.items() if len(who) == 1),
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

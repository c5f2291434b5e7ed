"""What a ledger gives back, as methods of it: the records that were written, by id, by name, by words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rashomon.accounts.records import Accounts, Conflict
from rashomon.ledger import lookup, search
from rashomon.ledger.connected import Connected
from rashomon.ledger.errors import in_words
from rashomon.ledger.lookup import Counts, Run, Said
from rashomon.ledger.near_names import near_names
from rashomon.ledger.search import Found
from rashomon.ledger.tables import load
from rashomon.ledger.tables.accounts import (
    ConflictPlaces,
    load_accounts,
    load_conflict_places,
    load_conflicts,
    load_families,
)
from rashomon.records import NOTED, Capture, Entity, Problem, Reading, Report, Statement, Story

T = TypeVar("T")


class Asking(Connected):
    """The part of :class:`.store.Ledger` that is asked for what it holds.

    What is many is yielded one by one, from a ledger of any size; it may be written to meanwhile.
    """

    def capture(self, sha256: str) -> Capture:
        """A capture with its bytes as received."""
        with self.at_one_moment():
            return load.load_capture(self._connection, lookup.resolve(self._connection, "capture", sha256))

    def reports(self, ids: Sequence[str] | None = None) -> Iterator[Report]:
        """Every report, in order of id, or those of these whole ids, in their order."""
        return self._each(load.load_reports, self._ids("report") if ids is None else list(ids))

    def report_ids(self) -> list[str]:
        """The id of every report, in order; cheaper than the reports."""
        with in_words(self.path):
            return lookup.ids_of(self._connection, "report")

    def report(self, report: str) -> Report:
        """One report, by its id."""
        with self.at_one_moment():
            return next(load.load_reports(self._connection, [self._id("report", report)]))

    def readings(self, ids: Sequence[str] | None = None) -> Iterator[Reading]:
        """Every reading with the vectors of its sentences, in order of the reports' ids, or those of these whole ids."""
        return self._each(load.load_readings, self._ids("report") if ids is None else list(ids))

    def reading(self, report: str) -> Reading:
        """What was read in one report, by the report's id."""
        with self.at_one_moment():
            return next(load.load_readings(self._connection, [self._id("report", report)]))

    def entities(self) -> Iterator[Entity]:
        """Every entity, in order of id."""
        return self._each(load.load_entities, self._ids("entity"))

    def entity(self, entity: str) -> Entity:
        """One entity, by its id."""
        with self.at_one_moment():
            return next(load.load_entities(self._connection, [self._id("entity", entity)]))

    def statements(
        self, *, story: str | None = None, report: str | None = None, min_wordings: int = 1
    ) -> Iterator[Statement]:
        """Statements, those with the most wordings first: all, or those that a story or a report carries."""
        with self.at_one_moment():
            ids = lookup.statement_ids(
                self._connection,
                story=None if story is None else self._id("story", story),
                report=None if report is None else self._id("report", report),
                speaker=None,
                min_wordings=min_wordings,
            )
        return self._each(load.load_statements, ids)

    def statement(self, statement: str) -> Statement:
        """One statement with all its wordings, by its id."""
        with self.at_one_moment():
            return next(load.load_statements(self._connection, [self._id("statement", statement)]))

    def stories(self) -> Iterator[Story]:
        """Every story, the one with the most reports first."""
        with in_words(self.path):
            ids = lookup.story_ids(self._connection)
        return self._each(load.load_stories, ids)

    def story(self, story: str) -> Story:
        """One story, by its id."""
        with self.at_one_moment():
            return next(load.load_stories(self._connection, [self._id("story", story)]))

    def accounts(self, story: str) -> Accounts:
        """A story's origins, estimates, independence, conflicts, timeline and omissions, by the story's id."""
        with self.at_one_moment():
            return load_accounts(self._connection, self._id("story", story))

    def conflicts(self, *, story: str | None = None) -> tuple[Conflict, ...]:
        """Where accounts part, the surest first within each story: in one story or, by stories, in all.

        Last stand those that are only worth a look (``unsure``), which are no conflicts until a person says so.
        """
        with self.at_one_moment():
            ids = lookup.story_ids(self._connection) if story is None else [self._id("story", story)]
            return tuple(load_conflicts(self._connection, ids))

    def conflict_places(self) -> tuple[ConflictPlaces, ...]:
        """Every conflict by its story and the places of its members, in the order of :meth:`conflicts`, and cheaper."""
        with self.at_one_moment():
            return load_conflict_places(self._connection)

    def near_names(self, name: str) -> tuple[str, ...]:
        """The few names of this ledger that are nearly this one, the nearest first: for a name that nobody bears."""
        with self.at_one_moment():
            return near_names(self._connection, name)

    def person(self, name: str) -> tuple[Said, ...]:
        """Whoever bears this name, or a longer one with these words in it, and what they are said to have
        said.

        Case, accents and punctuation make no difference; the exact name comes first. Two people of one
        surname are two.
        """
        with self.at_one_moment():
            ids = lookup.entity_ids_named(self._connection, name)
            return tuple(
                Said(entity, tuple(load.load_statements(self._connection, self._said_by(entity.id))))
                for entity in load.load_entities(self._connection, ids)
            )

    def problems(self) -> tuple[Problem, ...]:
        """Everything that could not be read, or is to be noted (:attr:`Problem.noted`), in order of its item."""
        with self.at_one_moment():
            return tuple(load.load_problems(self._connection))

    def due(self) -> tuple[Problem, ...]:
        """That reports were read, or read anew, since all were last brought together, if it is so: a problem to note."""
        with self.at_one_moment() as connection:
            made = connection.execute("SELECT 1 FROM meta WHERE key = 'collation'").fetchone()
            read = connection.execute("SELECT 1 FROM report LIMIT 1").fetchone()
        if made is not None or read is None:
            return ()
        fault = "reports were read that are not brought together yet: the last run is not finished, or was stopped"
        return (Problem(str(self.path), NOTED, fault, "run the same rashomon read again"),)

    def runs(self) -> tuple[Run, ...]:
        """The runs that wrote here, in order."""
        with self.at_one_moment():
            return lookup.runs(self._connection)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self.at_one_moment():
            return lookup.counts(self._connection)

    def search(self, words: str, *, kind: str | None = None, limit: int = 20) -> tuple[Found, ...]:
        """What holds all these words, the best first; ``kind`` is ``statement``, ``report``, ``title`` or
        any.

        Words stand for themselves, in any order, whatever their case and accents; "in quotation marks", in
        that order.
        """
        with self.at_one_moment():
            return tuple(search.search(self._connection, words, kind=kind, limit=limit))

    def families(self) -> dict[str, str]:
        """The declared families of outlets: outlet to family."""
        with self.at_one_moment():
            return load_families(self._connection)

    def _each(
        self, read: Callable[[sqlite3.Connection, Sequence[str]], Iterator[T]], ids: Sequence[str]
    ) -> Iterator[T]:
        """Read records a batch at a time; between batches no transaction is open."""
        for batch in load.batches(ids):
            with self.at_one_moment():
                records = list(read(self._connection, batch))
            yield from records

    def _ids(self, table: str) -> list[str]:
        with in_words(self.path):
            return lookup.ids_of(self._connection, table)

    def _id(self, table: str, prefix: str) -> str:
        return lookup.resolve(self._connection, table, prefix)

    def _said_by(self, entity: str) -> list[str]:
        return lookup.statement_ids(self._connection, story=None, report=None, speaker=entity, min_wordings=1)

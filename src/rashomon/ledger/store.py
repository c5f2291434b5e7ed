"""The ledger as Python sees it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self, TypeVar

from rashomon.accounts.records import Accounts, Conflict
from rashomon.ledger import load, lookup, mending, schema, search, verify
from rashomon.ledger.accounts import load_accounts, load_conflicts, load_families, write_families
from rashomon.ledger.collate import write_collation
from rashomon.ledger.copied import Copied
from rashomon.ledger.corrections import load_corrections
from rashomon.ledger.deciding import Deciding
from rashomon.ledger.errors import in_words
from rashomon.ledger.exports import export_tables
from rashomon.ledger.lookup import Counts, Said
from rashomon.ledger.opening import connect
from rashomon.ledger.search import Found
from rashomon.ledger.verify import Finding
from rashomon.ledger.write import write_capture, write_problem, write_report
from rashomon.records import (
    Capture,
    Correction,
    Entity,
    Problem,
    Reading,
    Report,
    Statement,
    Story,
)

T = TypeVar("T")

#: Seconds to wait for another program that is writing before giving up. A run commits every few reports,
#: within seconds even where reading is slow.
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Run:
    """A run that wrote to a ledger: when it began (ISO 8601, UTC), Rashomon's version, the reader's fingerprint."""

    started: str
    code: str
    reader: str


class Ledger(Deciding, Copied):
    """A sourced ledger in one SQLite file; get one with :meth:`open`.

    >>> with Ledger.open("news.db") as ledger:                                        # doctest: +SKIP
    ...     for statement in ledger.statements(min_wordings=2):
    ...         print([ledger.report(w.report).text[w.start : w.end] for w in statement.wordings])

    Whatever is asked for by id may be asked for by the beginning of its id. Every method raises LedgerError,
    in words, where the file, the disk or another program is in the way, and for an id that is unknown or
    ambiguous. A ledger may be used by the thread that opened it; open it again in another.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(
        cls, path: str | Path, *, create: bool = True, read_only: bool = False, patience: float = PATIENCE
    ) -> Self:
        """The ledger at ``path``, made where there is none.

        It is not made if ``create`` is false or it is to be ``read_only``. A ledger of an older version is
        brought up to date. ``patience`` is how many seconds to wait for another program that is writing.
        Raises LedgerError, having changed nothing, where it cannot be opened so.
        """
        path = Path(path)
        return cls(connect(path, create=create, read_only=read_only, patience=patience), path)

    def close(self) -> None:
        """Close the file; what was not committed is undone."""
        with in_words(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # Writing. Each method is whole or not at all; within `transaction` many are committed together: faster.

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is written inside together, at its end; undo all of it on an exception.

        Inside another one, it is undone alone and committed with the outer one.
        """
        connection = self._connection
        begin, commit, undo = (
            ("SAVEPOINT step", "RELEASE step", "ROLLBACK TO step; RELEASE step")
            if connection.in_transaction
            else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        )
        with in_words(self.path):
            connection.execute(begin)
            try:
                yield
                connection.execute(commit)
            except BaseException:
                # On a full disk SQLite may have undone all of it already.
                if connection.in_transaction:
                    for step in undo.split("; "):
                        connection.execute(step)
                raise

    def add(
        self, capture: Capture, report: Report, reading: Reading, *, fingerprint: str | None = None
    ) -> bool:
        """Add a capture with its report and reading; False where the same reader had added them already.

        ``fingerprint`` tells the reader (code and model) and is ``reading.model`` unless given. What another
        reader read is replaced; corrections stay, and mend the new reading. Readers' comments and furniture are
        kept with the report, but not searched. Raises ValueError where the three do not fit one another, or a span its text.
        """
        with self.transaction():
            added = write_report(self._connection, capture, report, reading, fingerprint or reading.model)
            if added:
                mending.mend(self._connection, report.id)
        return added

    def add_problem(
        self, problem: Problem, capture: Capture | None = None, *, fingerprint: str | None = None
    ) -> None:
        """Record what could not be read, once, with the bytes where they are worth keeping.

        With the ``fingerprint`` of the reader that met it, another reader tries anew; without, it holds for
        every reader.
        """
        with self.transaction():
            write_problem(self._connection, problem, capture, fingerprint)

    def add_sighting(self, capture: Capture) -> None:
        """Record where a capture was found; for one that is known this is all that finding it again adds."""
        with self.transaction():
            write_capture(self._connection, capture)

    def replace_collation(
        self,
        entities: Iterable[Entity],
        statements: Iterable[Statement],
        stories: Iterable[Story],
        fingerprint: str,
        stranded: Iterable[Correction] = (),
        accounts: Iterable[Accounts] = (),
    ) -> None:
        """Put these in the place of every entity, statement, story and account of before.

        What stands in readers' comments or furniture is left out. ``stranded`` are the decisions that found nothing to
        apply to. Raises ValueError where a wording does not fit its report.
        """
        with self.transaction():
            write_collation(self._connection, entities, statements, stories, fingerprint, accounts)
            mending.note_stranded(self._connection, stranded)

    def declare_families(self, families: Mapping[str, str]) -> None:
        """Put these declared families of outlets (outlet to family) in the place of those before.

        They hold from the next collation on (:func:`rashomon.ingest.recollate`).
        """
        with self.transaction():
            write_families(self._connection, dict(families))

    def families(self) -> dict[str, str]:
        """The declared families of outlets: outlet to family."""
        with self.at_one_moment():
            return load_families(self._connection)

    def collate(self, made_by: str, fingerprint: str) -> tuple[Correction, ...]:
        """Bring entities, statements and stories up to date with the reports and people's decisions.

        The cost goes with what has changed since the last call. ``made_by`` tells the code and the reader: what another one made
        is made anew. Of equal reports and decisions the rows are equal, however many calls led there. The decisions returned
        found nothing to apply to; ``fingerprint`` is kept for :meth:`collation_fingerprint`.
        """
        from rashomon.ledger.collating.changes import collate_changes  # loads what runs the models

        with self.transaction():
            corrections = tuple(load_corrections(self._connection, None))
            stranded = collate_changes(self._connection, made_by, corrections)
            mending.note_stranded(self._connection, stranded)
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('collation', ?)", (fingerprint,))
        return stranded

    def add_run(self, *, code: str, reader: str) -> None:
        """Record that a run of this version of Rashomon, with this reader, begins now."""
        started = datetime.now(UTC).isoformat(timespec="seconds")
        with self.transaction():
            self._connection.execute(
                "INSERT INTO run (started, code, reader) VALUES (?, ?, ?)", (started, code, reader)
            )

    # Taking up where an earlier run left off.

    def has_capture(self, sha256: str) -> bool:
        """Whether these bytes are in the ledger, read or not."""
        with in_words(self.path):
            found = self._connection.execute("SELECT 1 FROM capture WHERE sha256 = ?", (sha256,)).fetchone()
        return found is not None

    def known(self, fingerprint: str) -> set[str]:
        """SHA-256 of every capture that this reader has read or could not read, and need not try again."""
        with in_words(self.path):
            rows = self._connection.execute(
                "SELECT capture FROM report JOIN reading ON report = id WHERE fingerprint = :reader UNION"
                " SELECT sha256 FROM problem WHERE sha256 IS NOT NULL AND coalesce(fingerprint, :reader) = :reader",
                {"reader": fingerprint},
            )
            return {row[0] for row in rows}

    def collation_fingerprint(self) -> str | None:
        """What the last collation was given; None where reports have changed since, or none was made."""
        with in_words(self.path):
            row = self._connection.execute("SELECT value FROM meta WHERE key = 'collation'").fetchone()
        return None if row is None else str(row[0])

    # Reading. What is many is yielded one by one, from a ledger of any size; it may be written to meanwhile.

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
        """Where accounts part, the surest first within each story: in one story or, by stories, in all."""
        with self.at_one_moment():
            ids = lookup.story_ids(self._connection) if story is None else [self._id("story", story)]
            return tuple(load_conflicts(self._connection, ids))

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
        """Everything that could not be read, in order of its item."""
        with self.at_one_moment():
            return tuple(load.load_problems(self._connection))

    def runs(self) -> tuple[Run, ...]:
        """The runs that wrote here, in order."""
        with self.at_one_moment():
            rows = self._connection.execute(
                "SELECT started, code, reader FROM run ORDER BY number"
            ).fetchall()
        return tuple(Run(*row) for row in rows)

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

    # Looking after it.

    def verify(self) -> tuple[Finding, ...]:
        """What no longer holds of hashes, spans, quotations and references; nothing where all is well."""
        with self.at_one_moment():
            return tuple(verify.verify(self._connection))

    def export(self, format: str, folder: str | Path) -> tuple[Path, ...]:
        """Write the exported tables as ``csv``, ``jsonl`` or ``parquet``, and beside them what each column holds."""
        with self.at_one_moment():
            return export_tables(self._connection, format, Path(folder))

    def tables(self) -> Sequence[schema.Table]:
        """Every table and what its columns hold."""
        with in_words(self.path):
            return schema.tables(self._connection)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Read everything inside as it is at one moment, and give up with a LedgerError after so many seconds."""
        deadline = monotonic() + seconds
        # Asked some thousand times a second; a query of a page takes a few hundred such steps.
        self._connection.set_progress_handler(lambda: monotonic() > deadline, 50_000)
        try:
            with self.at_one_moment():
                yield
        finally:
            self._connection.set_progress_handler(None, 0)

    @contextmanager
    def at_one_moment(self) -> Iterator[sqlite3.Connection]:
        """Read everything inside as it is at one moment, whatever another program writes meanwhile.

        What is given is the connection, for the package's own queries.
        """
        with in_words(self.path):
            nested = self._connection.in_transaction
            if not nested:
                self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                # After some errors SQLite has ended it already.
                if not nested and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

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

"""The ledger as Python sees it: how it is opened, written to and looked after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from rashomon.accounts.records import Accounts
from rashomon.ledger import schema, verify
from rashomon.ledger.asking import Asking
from rashomon.ledger.copied import Copied
from rashomon.ledger.decisions import mending
from rashomon.ledger.decisions.corrections import load_corrections
from rashomon.ledger.decisions.deciding import Deciding
from rashomon.ledger.errors import in_words
from rashomon.ledger.exports import export_tables
from rashomon.ledger.opening import connect
from rashomon.ledger.tables.accounts import write_families
from rashomon.ledger.tables.collate import write_collation
from rashomon.ledger.tables.write import storable, write_capture, write_problem, write_report
from rashomon.ledger.verify import Finding
from rashomon.records import NOTED, Capture, Correction, Entity, Problem, Reading, Report, Statement, Story

#: Seconds to wait for another program that is writing before giving up. A run commits every few reports,
#: within seconds even where reading is slow.
PATIENCE = 30.0


class Ledger(Asking, Deciding, Copied):
    """A sourced ledger in one SQLite file; get one with :meth:`open`.

    >>> with Ledger.open("news.db") as ledger:                                        # doctest: +SKIP
    ...     for statement in ledger.statements(min_wordings=2):
    ...         print([ledger.report(w.report).text[w.start : w.end] for w in statement.wordings])

    Whatever is asked for by id may be asked for by the beginning of its id. Every method raises LedgerError,
    in words, where the file, the disk or another program is in the way, and for an id that is unknown or
    ambiguous. A ledger may be used by the thread that opened it; open it again in another.
    """

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

    # Writing. Each method is whole or not at all; within `transaction` many are committed together: faster.

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

    def forget_problems(self, paths: Iterable[str]) -> None:
        """Forget what was wrong with these very paths, a folder's among them: it is found anew where it still is."""
        with self.transaction():
            self._connection.executemany(
                "DELETE FROM problem WHERE item = ? AND sha256 IS NULL", ((storable(path),) for path in paths)
            )

    def add_sighting(self, capture: Capture) -> None:
        """Record where a capture was found; for one that is known this is all that finding it again adds."""
        with self.transaction():
            write_capture(self._connection, capture)

    def held_otherwise(self, path: str, sha256: str) -> bool:
        """Whether other bytes than these were found at this path before."""
        with in_words(self.path):
            query = "SELECT 1 FROM sighting WHERE path = ? AND capture <> ?"
            return self._connection.execute(query, (storable(path), sha256)).fetchone() is not None

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

    def unread(self, fingerprint: str) -> set[str]:
        """SHA-256 of the captures that this reader could not read: some of those that are :meth:`known`."""
        with in_words(self.path):
            rows = self._connection.execute(
                "SELECT sha256 FROM problem WHERE sha256 IS NOT NULL AND stage <> ?1 AND coalesce(fingerprint, ?2) = ?2",
                (NOTED, fingerprint),
            )
            return {row[0] for row in rows}

    def collation_fingerprint(self) -> str | None:
        """What the last collation was given; None where reports have changed since, or none was made."""
        with in_words(self.path):
            row = self._connection.execute("SELECT value FROM meta WHERE key = 'collation'").fetchone()
        return None if row is None else str(row[0])

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

"""Opening a ledger's file, and saying in words why it cannot be."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from rashomon.ledger import schema
from rashomon.ledger.errors import LedgerError, in_words

#: The oldest SQLite with STRICT tables (2021-11-27).
OLDEST_SQLITE = (3, 37, 0)

#: KiB of pages kept at hand. SQLite's 2,000 are a thousandth of a ledger of 100,000 reports: collating it then writes each
#: page of an index many times over.
CACHE_READING, CACHE_WRITING = 16_000, 128_000


def connect(path: Path, *, create: bool, read_only: bool, patience: float) -> sqlite3.Connection:
    """A connection to the ledger at ``path``, made or brought to the latest version where it may be.

    Raises LedgerError, having changed nothing, for: an SQLite that is too old, no such file or folder, a
    folder, a file or folder that cannot be read or written, a file that is no ledger, a damaged one, one of a
    newer version, and one that another program holds for longer than ``patience`` seconds.
    """
    _refuse_old_sqlite(path)
    _refuse_absent(path, create=create and not read_only)
    if not read_only:
        _refuse_unwritable(path)
    with in_words(path):
        connection = _open(path, create=create, read_only=read_only, patience=patience)
        try:
            _refuse_foreign(connection, path)
            if schema.version(connection) < schema.latest_version():
                if read_only:
                    _refuse_outdated(connection, path)
                _write_ahead(connection)
                schema.migrate(connection)
            elif not read_only:
                _write_ahead(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA query_only = {read_only:d}")
            # With a write-ahead log, NORMAL loses nothing when the program is killed and at most the last
            # commits, never the file, when the machine loses power
            # (https://sqlite.org/pragma.html#pragma_synchronous).
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = {-(CACHE_READING if read_only else CACHE_WRITING):d}")
        except BaseException:
            connection.close()
            raise
    return connection


def _open(path: Path, *, create: bool, read_only: bool, patience: float) -> sqlite3.Connection:
    address = path.absolute().as_uri()
    log, shared = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    # The last to close a ledger takes its write-ahead log away, if it may write at all. So whoever only reads opens it as a
    # writer would, and is kept from writing: else two files were left beside a ledger that somebody looked at.
    touched = (path, path.absolute().parent, *(beside for beside in (log, shared) if beside.exists()))
    tidies = read_only and all(os.access(each, os.W_OK) for each in touched)
    mode = "rwc" if create and not read_only else "rw" if tidies or not read_only else "ro"
    connection = _connect(f"{address}?mode={mode}", patience)
    try:
        connection.execute("PRAGMA user_version")
    except sqlite3.OperationalError as error:
        connection.close()
        # A write-ahead log needs files beside the ledger even to read. Where none are and none can be made,
        # nobody is writing, and the file can be read as one that does not change.
        unmade = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not read_only or not unmade or log.exists():
            raise
        connection = _connect(f"{address}?mode=ro&immutable=1", patience)
    return connection


def _connect(uri: str, patience: float) -> sqlite3.Connection:
    # isolation_level=None: transactions begin and end where write.py says so.
    # A ledger may be handed from one thread to another, as the reading room does, and is used by one at a time.
    return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)


def _write_ahead(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")


def _refuse_old_sqlite(path: Path) -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise LedgerError(
            str(path),
            f"this Python has SQLite {sqlite3.sqlite_version}, and a ledger needs 3.37 or later",
            "use a newer Python, or one that is linked with a newer SQLite",
        )


def _refuse_absent(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise LedgerError(
                str(path), "this is a folder", "give the path of a file, such as rashomon.db in it"
            )
        if not path.exists():
            if not create:
                raise LedgerError(
                    str(path), "there is no ledger here", "make one with: rashomon read PATH --ledger FILE"
                )
            if not path.absolute().parent.is_dir():
                raise LedgerError(
                    str(path), "its folder does not exist", f"make the folder {path.absolute().parent} first"
                )
    except OSError as error:
        raise LedgerError(
            str(path),
            f"this path cannot be looked up ({error.strerror})",
            "allow access to its folder, or give another path",
        ) from error


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = schema.version(connection)
    if application != schema.APPLICATION_ID:
        empty = not application and not version
        if empty and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None:
            return
        raise LedgerError(
            str(path),
            "this is a SQLite file, but not a ledger",
            "give the path of a ledger, or of a file not there yet",
        )
    if version > schema.latest_version():
        raise LedgerError(
            str(path),
            f"this ledger is of version {version}, and this Rashomon knows versions up to {schema.latest_version()}",
            "install a newer Rashomon: pip install --upgrade rashomon",
        )


def _refuse_outdated(connection: sqlite3.Connection, path: Path) -> None:
    if schema.version(connection) == 0:
        raise LedgerError(
            str(path), "this file is empty", "make a ledger with: rashomon read PATH --ledger FILE"
        )
    raise LedgerError(
        str(path), "this ledger is of an older version", "open it once for writing, to bring it up to date"
    )


def _refuse_unwritable(path: Path) -> None:
    """Say now, and not after an hour of reading, that nothing can be written (SQLite would open the file to read)."""
    for place in (path, path.absolute().parent):
        if place.exists() and not os.access(place, os.W_OK):
            raise LedgerError(
                str(path),
                f"this ledger cannot be written: {place} is read-only",
                "allow writing to it, or copy the ledger to a folder of your own",
            )

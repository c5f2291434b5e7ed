"""What stops a ledger from being opened, read or written, in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LedgerError(Exception):
    """A refusal that a person can act on: the item, the fault, and what mends it.

    >>> str(LedgerError("news.db", "this file is not a ledger", "give another file to --ledger"))
    'news.db: this file is not a ledger; give another file to --ledger'
    """

    def __init__(self, item: str, fault: str, mend: str) -> None:
        super().__init__(f"{item}: {fault}; {mend}")
        self.item = item
        self.fault = fault
        self.mend = mend


class UnknownIdError(LedgerError):
    """What was asked for by an id is not in the ledger, or the beginning of an id fits several."""


# SQLite's primary result codes (https://sqlite.org/rescode.html) that come from the world and not from our
# code.
_IN_WORDS = {
    sqlite3.SQLITE_BUSY: (
        "another program is writing to this ledger",
        "wait until it has finished, then run the command again",
    ),
    sqlite3.SQLITE_INTERRUPT: (
        "this takes longer than a page may take",
        "ask for less: more words in a search, a narrower stretch of time",
    ),
    sqlite3.SQLITE_READONLY: (
        "this ledger cannot be written: the file or its folder is read-only",
        "allow writing to both, or copy the ledger to a folder of your own",
    ),
    sqlite3.SQLITE_PERM: (
        "this ledger may not be opened",
        "allow reading and writing of the file and its folder",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "this ledger cannot be opened, or a file cannot be made beside it",
        "allow reading and writing of the file and its folder",
    ),
    sqlite3.SQLITE_FULL: (
        "the disk is full",
        "make room and run the command again: what was finished is kept and the rest is taken up",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk failed while the ledger was read or written",
        "check the disk and its free space, then run the command again",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "this ledger is damaged",
        "restore it from a copy, or read the reports again into a new ledger",
    ),
    sqlite3.SQLITE_NOTADB: (
        "this file is not a ledger",
        "give the path of a ledger, or of a file that does not exist yet",
    ),
    sqlite3.SQLITE_TOOBIG: (
        "a record is larger than SQLite can hold (1 GB)",
        "leave out the file it comes from, or split it",
    ),
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about files, disks and locks into a LedgerError; programming errors pass."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        words = _IN_WORDS.get(code & 0xFF) if code is not None else None
        if words is None:
            raise
        raise LedgerError(str(path), *words) from error

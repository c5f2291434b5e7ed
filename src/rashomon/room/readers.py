"""A few threads on which pages are made, each with a ledger opened to read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, LifoQueue
from typing import TypeVar

from rashomon.dossier.gathered import Shelf
from rashomon.ledger import Ledger
from rashomon.room.meaning import Meanings

T = TypeVar("T")

#: Pages made at once. Python computes one at a time; more threads let a short page pass a long one.
THREADS = 6

#: Seconds that the ledger may be read for one page.
SECONDS = 10.0


class Desk:
    """The ledger while a page is made of it, what has been taken from its shelves, and the index of meanings."""

    def __init__(self, ledger: Ledger, meanings: Meanings) -> None:
        self.ledger = ledger
        self.meanings = meanings
        self.shelf = Shelf(ledger)


class Readers:
    """Makes pages from the ledger at ``path``. Each sees the ledger as it is at one moment, whoever writes meanwhile."""

    def __init__(self, path: Path, *, threads: int = THREADS, seconds: float = SECONDS) -> None:
        self.path = path
        self._seconds = seconds
        self._meanings = Meanings(path)
        self._free: LifoQueue[tuple[tuple[int, int], Ledger]] = LifoQueue()
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="page")

    async def read(self, work: Callable[[Desk], T]) -> T:
        """What ``work`` makes of the ledger. Raises LedgerError where it cannot be read, or not in time."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._work, work)

    def close(self) -> None:
        """Wait for the pages that are being made, and close the ledger."""
        self._pool.shutdown()
        self._meanings.close()
        while not self._free.empty():
            self._free.get_nowait()[1].close()

    def _work(self, work: Callable[[Desk], T]) -> T:
        file, ledger = self._borrow()
        try:
            with ledger.within(self._seconds):
                return work(Desk(ledger, self._meanings))
        finally:
            self._free.put((file, ledger))

    def _borrow(self) -> tuple[tuple[int, int], Ledger]:
        """A ledger that is open and free, or one more; not of a file that another has taken the place of."""
        here = self._file()
        while True:
            try:
                file, ledger = self._free.get_nowait()
            except Empty:
                return here, Ledger.open(self.path, create=False, read_only=True)
            if file == here:
                return file, ledger
            ledger.close()

    def _file(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except OSError:  # opening it says why
            return 0, 0
        return found.st_dev, found.st_ino

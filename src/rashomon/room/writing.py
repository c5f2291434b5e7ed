"""The one thread on which decisions are written: one at a time, and the collation after the last of them."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rashomon.deciding import Decision, apply, decide
from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Correction

#: Seconds that an answer waits for the collation; a large ledger's goes on behind it.
PATIENCE = 8.0


class Writer:
    """Writes decisions to the ledger at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="decision")
        self._asked = self._followed = 0
        self._failure: str | None = None

    @property
    def behind(self) -> str | None:
        """What people, statements and stories do not show yet, in words; ``None`` where they follow from every decision."""
        if self._failure is not None:
            return f"A decision is recorded, but people, statements and stories do not follow it yet: {self._failure}."
        if self._followed < self._asked:
            return (
                "A decision is recorded, and people, statements and stories will follow it soon; look again."
            )
        return None

    async def decide(self, decision: Decision) -> tuple[tuple[Correction, ...], bool]:
        """The corrections that a decision became, and whether all that follows from them is done.

        Raises LedgerError, having written nothing, for what cannot be decided so.
        """
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._pool, self._decide, decision)
        self._asked += 1
        following = loop.run_in_executor(self._pool, self._follow, self._asked)
        done, _ = await asyncio.wait({following}, timeout=PATIENCE)
        return found, bool(done) and following.result()

    def close(self) -> None:
        """Wait for what is being written."""
        self._pool.shutdown()

    def _decide(self, decision: Decision) -> tuple[Correction, ...]:
        with Ledger.open(self._path, create=False) as ledger:
            return decide(ledger, decision)

    def _follow(self, asked: int) -> bool:
        """Collate; false where it could not be done, as :attr:`behind` then says."""
        if asked < self._asked:
            return False  # another decision waits, and the collation after that one serves both
        try:
            with Ledger.open(self._path, create=False) as ledger:
                apply(ledger)
        except LedgerError as error:
            # The decision stands; the next one, or the next reading, collates again.
            self._failure = f"{error.item}: {error.fault}; {error.mend}"
            return False
        self._failure, self._followed = None, asked
        return True
